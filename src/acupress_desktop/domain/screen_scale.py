"""How large a millimetre is on a screen, as found by holding a bank card against it.

A card of the usual kind (ISO/IEC 7810, ID-1) is 85.60 mm wide and 53.98 mm high everywhere in the world.
Scales are kept per screen, because a window may move from one to another.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from acupress_desktop.domain.body_bounds import SCALES_LONGEST

CARD_WIDTH_MM: Final = 85.60
CARD_HEIGHT_MM: Final = 53.98
CARD_CORNER_MM: Final = 3.18
PX_PER_MM: Final = (1.5, 20.0)
"""From a projector on a wall of little use to the finest telephone."""

KEPT_SCREENS: Final = SCALES_LONGEST // 16
_ID_LENGTH: Final = 8  # hexadecimal digits of a 32-bit sum
_STEPS: Final = 1000  # scales are kept in thousandths of a pixel per millimetre


@dataclass(frozen=True, slots=True)
class ScreenScale:
    """``px_per_mm`` (logical pixels) on the screen with this fingerprint."""

    screen: str
    px_per_mm: float


def screen_id(name: str, width_px: int, height_px: int, ratio: float) -> str:
    """Return a short fingerprint of a screen: the name a system gives it, its size and its scaling."""
    facts = f"{name}|{width_px}x{height_px}|{ratio:g}"
    return f"{zlib.crc32(facts.encode()):08x}"


def read_scales(kept: str) -> tuple[ScreenScale, ...]:
    """Read what `kept_scales` wrote; what cannot be a scale is left out."""
    found: list[ScreenScale] = []
    for part in kept.split():
        screen, _, steps = part.partition(":")
        if len(screen) != _ID_LENGTH or not (steps.isascii() and steps.isdigit() and len(steps) <= 5):
            continue
        scale = int(steps) / _STEPS
        if PX_PER_MM[0] <= scale <= PX_PER_MM[1]:
            found.append(ScreenScale(screen, scale))
    return tuple(found)


def kept_scales(scales: Iterable[ScreenScale]) -> str:
    """Write the newest scales as one line of plain text; the last one is the newest."""
    by_screen = {scale.screen: scale for scale in scales}
    newest = list(by_screen.values())[-KEPT_SCREENS:]
    return " ".join(f"{scale.screen}:{round(scale.px_per_mm * _STEPS)}" for scale in newest)


def with_scale(kept: str, scale: ScreenScale) -> str:
    """Return ``kept`` with one more scale, or with that screen's scale replaced."""
    others = [each for each in read_scales(kept) if each.screen != scale.screen]
    return kept_scales([*others, scale])


def scale_of(kept: str, screen: str) -> float | None:
    """Return the pixels per millimetre of a screen, ``None`` where no card was held against it."""
    return next((each.px_per_mm for each in read_scales(kept) if each.screen == screen), None)
