"""Guide lines as the map draws them: those of the layers that are on, and the line that is followed."""

from __future__ import annotations

from collections.abc import Iterable

from acupress_desktop.domain.guide_lines import LineLayer, SeenLine
from acupress_desktop.ui.body_map.scene import Callout, GuideLine, GuideLook

LOOKS = {
    LineLayer.MERIDIANS: GuideLook.MERIDIAN,
    LineLayer.CREASES: GuideLook.CREASE,
    LineLayer.BONES: GuideLook.BONE,
    LineLayer.LEVELS: GuideLook.LEVEL,
    LineLayer.REGIONS: GuideLook.REGION,
}
_NAMED = (LineLayer.CREASES, LineLayer.BONES, LineLayer.LEVELS)
_NAMES_MOST = 6


def guides_of(
    lines: Iterable[SeenLine], layers: frozenset[LineLayer], followed: str
) -> tuple[GuideLine, ...]:
    """Return what is drawn; ``followed`` is a meridian that is drawn whatever is on."""
    return tuple(
        GuideLine(LOOKS[line.layer], line.places_px)
        for line in lines
        if line.layer in layers or (line.layer is LineLayer.MERIDIANS and line.line == followed)
    )


def names_of(
    lines: Iterable[SeenLine], layers: frozenset[LineLayer], words: dict[str, str]
) -> tuple[Callout, ...]:
    """Return the names of creases, bones and levels, each once and only a few of them."""
    found: dict[str, Callout] = {}
    for line in lines:
        if line.layer in layers and line.layer in _NAMED and line.line in words and line.line not in found:
            x_px, y_px = line.places_px[len(line.places_px) // 2]
            found[line.line] = Callout(words[line.line], x_px, y_px)
    return tuple(found.values())[:_NAMES_MOST]
