"""Guide lines as pictures show them: what kinds there are, and pieces in the pixels of a picture."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from acupress_desktop.domain.sides import SiteSide


class LineLayer(Enum):
    """What kind of guide a line is; each can be shown or hidden by itself."""

    MERIDIANS = "meridians"
    CREASES = "creases"
    BONES = "bones"
    LEVELS = "levels"
    REGIONS = "regions"


@dataclass(frozen=True, slots=True)
class SeenLine:
    """One piece of a line on a picture: at least two places, in pixels of the file as it was made.

    ``line`` names what it draws: a meridian's code, ``wrist_crease``, ``T7``.
    """

    line: str
    layer: LineLayer
    side: SiteSide
    places_px: tuple[tuple[float, float], ...]
