"""The type scale: which face, weight, size and line each kind of text has."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Face(Enum):
    """The two faces of the app; both fall back to the cut of Chinese glyphs."""

    SERIF = "serif"
    SANS = "sans"


class Weight(Enum):
    """Weights in use, on the faces' own ``wght`` axis."""

    REGULAR = 400
    MEDIUM = 500
    STRONG = 600


class LetterCase(Enum):
    """How the letters of a role are set."""

    AS_WRITTEN = "as written"
    CAPITALS = "capitals"


@dataclass(frozen=True, slots=True)
class TypeSpec:
    """One row of the type scale; ``size_px`` and ``line_px`` at text factor 1, ``tracking`` in percent."""

    face: Face
    weight: Weight
    size_px: int
    line_px: int
    tracking: float = 0.0
    case: LetterCase = LetterCase.AS_WRITTEN


class TextRole(Enum):
    """What a piece of text is for; the value is how it is set."""

    FIGURE_XL = TypeSpec(Face.SERIF, Weight.REGULAR, 152, 160)
    FIGURE = TypeSpec(Face.SERIF, Weight.REGULAR, 96, 96)
    HANZI = TypeSpec(Face.SERIF, Weight.REGULAR, 60, 72)
    DISPLAY = TypeSpec(Face.SERIF, Weight.REGULAR, 48, 56, -1.4)
    QUESTION = TypeSpec(Face.SERIF, Weight.REGULAR, 44, 52, -1.0)
    TITLE = TypeSpec(Face.SERIF, Weight.REGULAR, 36, 44)
    CUE = TypeSpec(Face.SERIF, Weight.REGULAR, 32, 40)
    HEAD = TypeSpec(Face.SERIF, Weight.REGULAR, 28, 36)
    BRAND = TypeSpec(Face.SERIF, Weight.REGULAR, 23, 32)
    SUBHEAD = TypeSpec(Face.SERIF, Weight.MEDIUM, 20, 28)
    DIGIT = TypeSpec(Face.SANS, Weight.REGULAR, 22, 28)
    LEAD = TypeSpec(Face.SANS, Weight.REGULAR, 20, 30)
    SPOKEN = TypeSpec(Face.SANS, Weight.REGULAR, 19, 28)
    BUTTON = TypeSpec(Face.SANS, Weight.STRONG, 18, 24)
    BODY = TypeSpec(Face.SANS, Weight.REGULAR, 17, 24)
    SMALL = TypeSpec(Face.SANS, Weight.REGULAR, 15, 22)
    CAPTION = TypeSpec(Face.SANS, Weight.REGULAR, 14, 20)
    EYEBROW = TypeSpec(Face.SANS, Weight.STRONG, 14, 20, 7.0, LetterCase.CAPITALS)
    BADGE = TypeSpec(Face.SANS, Weight.STRONG, 13, 16)
