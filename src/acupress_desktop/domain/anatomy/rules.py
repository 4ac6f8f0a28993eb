"""The expression tree of a point rule: one frozen value per form, closed unions.

A rule says where a point lies in terms of named landmarks, other points, lines and
heights; `rule_text` reads the written form and `locate` evaluates the tree on a body.
The forms follow the way the WHO standard (2008) words its locations.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from typing import NewType, TypeAlias, cast

from acupress_desktop.domain.ids import PointCode

LandmarkId = NewType("LandmarkId", str)
"""A named place of the body that can be felt or seen, such as ``med_malleolus``."""


class Scale(Enum):
    """A proportional measure: a stretch of the body that is divided into whole cun."""

    HEAD_SAGITTAL = "head_sagittal"
    BROW_HAIRLINE = "brow_hairline"
    HEAD_WIDTH = "head_width"
    MASTOID_WIDTH = "mastoid_width"
    STERNUM = "sternum"
    ABD_UPPER = "abd_upper"
    ABD_LOWER = "abd_lower"
    CHEST_WIDTH = "chest_width"
    BACK_WIDTH = "back_width"
    ARM = "arm"
    FOREARM = "forearm"
    THIGH_ANT = "thigh_ant"
    LEG_MED = "leg_med"
    THIGH_LAT = "thigh_lat"
    THIGH_POST = "thigh_post"
    LEG_LAT = "leg_lat"
    FOOT_HEIGHT = "foot_height"
    FINGER_CUN = "fcun"
    FINGERBREADTH = "fbreadth"


class Direction(Enum):
    """An anatomical direction, meant along the skin at the place it starts from."""

    ANTERIOR = "anterior"
    POSTERIOR = "posterior"
    CRANIAL = "cranial"
    CAUDAL = "caudal"
    MEDIAL = "medial"
    LATERAL = "lateral"
    PROXIMAL = "proximal"
    DISTAL = "distal"
    RADIAL = "radial"
    ULNAR = "ulnar"
    LEFT = "left"
    RIGHT = "right"
    ANTEROSUPERIOR = "anterosuperior"
    POSTEROSUPERIOR = "posterosuperior"
    SUPEROMEDIAL = "superomedial"
    INFEROMEDIAL = "inferomedial"


class Vertebra(Enum):
    """A vertebra whose spinous process gives a height on the back, top to bottom."""

    C2 = "C2"
    C7 = "C7"
    T1 = "T1"
    T2 = "T2"
    T3 = "T3"
    T4 = "T4"
    T5 = "T5"
    T6 = "T6"
    T7 = "T7"
    T8 = "T8"
    T9 = "T9"
    T10 = "T10"
    T11 = "T11"
    T12 = "T12"
    L1 = "L1"
    L2 = "L2"
    L3 = "L3"
    L4 = "L4"
    L5 = "L5"


class CurveName(Enum):
    """A named line of the body that is longer than one place."""

    MIDAXILLARY = "midaxillary"


@dataclass(frozen=True, slots=True)
class At:
    """A landmark itself."""

    landmark: LandmarkId


@dataclass(frozen=True, slots=True)
class PointPlace:
    """Where another point lies."""

    code: PointCode


@dataclass(frozen=True, slots=True)
class Mid:
    """The middle of the skin line between two places."""

    first: Place
    second: Place


@dataclass(frozen=True, slots=True)
class Along:
    """A fraction of the skin line from the first place to the second."""

    first: Place
    second: Place
    fraction: float


@dataclass(frozen=True, slots=True)
class Arc:
    """A fraction of a curve that follows the hairline or the ear between two places."""

    first: Place
    second: Place
    fraction: float


@dataclass(frozen=True, slots=True)
class Cun:
    """So many cun of a scale from the first place towards the second, on the skin."""

    first: Place
    second: Place
    cun: float
    scale: Scale


@dataclass(frozen=True, slots=True)
class Off:
    """So many units from a place in an anatomical direction.

    `measured_from`, where given, is the landmark at whose height the distance counts as
    zero; `towards` is the landmark to whose side the place slides.
    """

    place: Place
    direction: Direction
    amount: float
    scale: Scale
    measured_from: LandmarkId | None = None
    towards: LandmarkId | None = None


@dataclass(frozen=True, slots=True)
class Front:
    """The front of the trunk at a height, so many chest-width cun beside the midline."""

    level: Level
    lateral_cun: float


@dataclass(frozen=True, slots=True)
class Back:
    """The back of the trunk at a height, so many back-width cun beside the midline."""

    level: Level
    lateral_cun: float


@dataclass(frozen=True, slots=True)
class Flank:
    """The side of the chest at a height, so many cun in front of a named line."""

    level: Level
    curve: CurveName
    anterior_cun: float


@dataclass(frozen=True, slots=True)
class HeadUp:
    """So many cun behind the front hairline, so many beside the midline."""

    up_cun: float
    lateral_cun: float


@dataclass(frozen=True, slots=True)
class HeadUpFromRear:
    """So many cun above the rear hairline, or at a height, so many beside the midline."""

    up: float | Level
    lateral_cun: float


@dataclass(frozen=True, slots=True)
class OverHead:
    """Where the line straight over the head, from a paired landmark to its twin, meets the middle."""

    landmark: LandmarkId


@dataclass(frozen=True, slots=True)
class Meet:
    """Where two lines, heights or landmark lines cross."""

    first: Line
    second: Line


@dataclass(frozen=True, slots=True)
class Several:
    """Several places under one code."""

    places: tuple[Place, ...]


Place: TypeAlias = (
    "At | PointPlace | Mid | Along | Arc | Cun | Off | Front | Back | Flank | HeadUp"
    " | HeadUpFromRear | OverHead | Meet | Several"
)


@dataclass(frozen=True, slots=True)
class Vertical:
    """The line straight up and down through a place."""

    place: Place


@dataclass(frozen=True, slots=True)
class JustMedialOf:
    """The up-and-down line just inside a landmark."""

    place: Place


@dataclass(frozen=True, slots=True)
class Between:
    """The skin line between two places."""

    first: Place
    second: Place


@dataclass(frozen=True, slots=True)
class HeightOf:
    """The height of a place."""

    place: Place


@dataclass(frozen=True, slots=True)
class HeightAbove:
    """The height so many cun above a place."""

    place: Place
    cun: float
    scale: Scale


@dataclass(frozen=True, slots=True)
class JustAbove:
    """The dip just above a landmark."""

    landmark: LandmarkId


@dataclass(frozen=True, slots=True)
class FromNavel:
    """So many cun above (or, negative, below) the navel."""

    cun: float


@dataclass(frozen=True, slots=True)
class RibSpace:
    """The n-th space between ribs."""

    number: int


@dataclass(frozen=True, slots=True)
class UnderSpinousProcess:
    """The dip under the spinous process of a vertebra."""

    vertebra: Vertebra


@dataclass(frozen=True, slots=True)
class SacralForamen:
    """The height of the n-th foramen of the sacrum."""

    number: int


@dataclass(frozen=True, slots=True)
class PubicEdge:
    """The upper edge of the pubic symphysis."""


@dataclass(frozen=True, slots=True)
class FromThroatNotch:
    """So many cun above (negative, below) the notch over the breastbone."""

    cun: float


@dataclass(frozen=True, slots=True)
class FromBreastboneEnd:
    """So many cun above (negative, below) the lower end of the breastbone body."""

    cun: float


@dataclass(frozen=True, slots=True)
class UnderCollarbone:
    """The lower edge of the collarbone."""


@dataclass(frozen=True, slots=True)
class OverCollarbone:
    """The upper edge of the collarbone."""


Level: TypeAlias = (
    "HeightOf | HeightAbove | JustAbove | FromNavel | RibSpace | UnderSpinousProcess"
    " | SacralForamen | PubicEdge | FromThroatNotch | FromBreastboneEnd"
    " | UnderCollarbone | OverCollarbone"
)

Line: TypeAlias = "Vertical | JustMedialOf | Between | At | Level"


def inputs(rule: Place | Level | Line) -> Iterator[LandmarkId | PointPlace]:
    """Yield the landmarks and points that the rule names itself (not what those need in turn)."""
    if isinstance(rule, PointPlace):
        yield rule
        return
    for field in fields(rule):
        yield from _named_in(getattr(rule, field.name))


def _named_in(value: object) -> Iterator[LandmarkId | PointPlace]:
    # Landmark ids are the only plain texts in the tree; scales and directions are enums.
    if isinstance(value, str):
        yield LandmarkId(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from _named_in(part)
    elif is_dataclass(value) and not isinstance(value, type):
        yield from inputs(cast("Place", value))
