"""Contrast of the pairs that the app really shows, as WCAG 2 computes it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor

from acupress_desktop.ui.theme.tokens import Colour, Tokens

TEXT_RATIO = 4.5
"""Small text on its ground."""
SHAPE_RATIO = 3.0
"""Control borders, marks and other shapes that carry meaning."""

SKIN_SHADES = (Colour("#F3DFCC"), Colour("#ECD7C4"), Colour("#D8BBA3"), Colour("#C08A6C"))
"""From lit to shaded, as the body is baked; marks are seen on any of them."""
CLOTH_SHADES = (Colour("#9DB1B7"), Colour("#8AA0A6"), Colour("#6B8188"))


@dataclass(frozen=True, slots=True)
class Pair:
    """A foreground role, the ground role under it, and the least contrast that it must keep."""

    over: str
    under: str
    least: float


def _pairs(over: str, unders: str, least: float) -> tuple[Pair, ...]:
    return tuple(Pair(over, under, least) for under in unders.split())


DECLARED_PAIRS = (
    *_pairs("ink", "paper raised sunk accent_soft", 7.0),
    *_pairs("ink2", "paper raised sunk accent_soft", TEXT_RATIO),
    *_pairs("ink3", "paper raised sunk", TEXT_RATIO),
    *_pairs("accent", "paper raised sunk accent_soft", TEXT_RATIO),
    *_pairs("on_accent", "accent accent_hover", TEXT_RATIO),
    *_pairs("on_act", "act act_hover", TEXT_RATIO),
    *_pairs("act_edge", "raised paper", SHAPE_RATIO),
    *_pairs("rule", "paper raised", SHAPE_RATIO),
    *_pairs("slate_ink", "paper raised", TEXT_RATIO),
    *_pairs("caution", "caution_ground paper raised", TEXT_RATIO),
    *_pairs("stop", "stop_ground paper raised", TEXT_RATIO),
    *_pairs("ink", "caution_ground stop_ground", 7.0),
    *_pairs("sore", "paper", SHAPE_RATIO),
    *_pairs("mark_ring", "mark", SHAPE_RATIO),
    *_pairs("now", "paper", SHAPE_RATIO),
)


def luminance(colour: Colour) -> float:
    """Return the relative luminance of ``colour``, 0 (black) to 1 (white)."""
    shade = QColor(colour)

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(shade.redF()) + 0.7152 * linear(shade.greenF()) + 0.0722 * linear(shade.blueF())


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def ratio_of(tokens: Tokens, pair: Pair) -> float:
    """Return the contrast of ``pair`` under ``tokens``."""
    return contrast(getattr(tokens.colours, pair.over), getattr(tokens.colours, pair.under))


def mark_ratio_on(tokens: Tokens, ground: Colour) -> float:
    """Return how well a point is seen on ``ground``: by its fill or by its ring, whichever is stronger."""
    return max(contrast(tokens.colours.mark, ground), contrast(tokens.colours.mark_ring, ground))
