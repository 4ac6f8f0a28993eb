"""What a body map is told to draw: frozen values, every word ready, pixels those of the picture file.

A scene holds no Qt object. Pixels count in the file as it was baked; ``turn`` says whether the picture must
be mirrored to show the right limb; the map mirrors once more where the person looks as in a mirror.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from acupress_desktop.domain.body_album import Turn
from acupress_desktop.domain.ids import RegionId
from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.domain.sides import Side, SiteSide


class MarkerLook(Enum):
    """How a point is marked."""

    CATALOGUE = "catalogue"
    PLAN = "plan"
    NOW = "now"
    OTHER_SIDE = "other side"
    DONE = "done"
    BLOCKED = "blocked"
    OWN = "own"


class LabelWish(Enum):
    """Whether a point asks for a label in the margin, and on which side of the screen."""

    NONE = "none"
    NEARER_MARGIN = "nearer margin"
    SCREEN_LEFT = "screen left"
    SCREEN_RIGHT = "screen right"


@dataclass(frozen=True, slots=True)
class Marker:
    """One site of a point.

    ``key`` is what the screen gets back. ``name`` and ``detail`` are the two lines of its label and card;
    ``spoken`` is its whole accessible name ("Wind Pool, GB20, left, step 5"). ``reason`` says why a blocked
    point is blocked. ``number`` stands in a plan's marker. ``tolerance_mm`` draws the dashed ring. Markers of
    one ``label_group`` share a label, at the one nearest to its margin.
    """

    key: Hashable
    look: MarkerLook
    x_px: float
    y_px: float
    name: str
    detail: str
    spoken: str
    number: int | None = None
    label: LabelWish = LabelWish.NONE
    label_group: Hashable = None
    tolerance_mm: float | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Callout:
    """Words in the margin that point at a place which is no point: a crease, a tendon, a sore area."""

    words: str
    x_px: float
    y_px: float
    label: LabelWish = LabelWish.NEARER_MARGIN


class TintLook(Enum):
    """How an area is coloured, always with words somewhere near."""

    SORE = "sore"
    BLOCKED = "blocked"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class RegionTint:
    """A coloured area; ``strength`` is 0 to 1 and only matters for sore ones."""

    place: RegionSelection
    look: TintLook
    strength: float = 1.0


@dataclass(frozen=True, slots=True)
class RegionPlate:
    """A grey picture of the same view whose value at a pixel names the region there; 0 is none.

    ``legend`` gives each value's leaf region and side *of the person shown*, the picture's ``turn`` included.
    ``members`` says which leaves a larger name takes in, ``groups`` what a tap on a leaf is called.
    """

    file: Path
    legend: Mapping[int, RegionSelection]
    members: Mapping[RegionId, frozenset[RegionId]] = field(default_factory=dict)
    groups: Mapping[RegionId, RegionId] = field(default_factory=dict)

    def picked(self, value: int) -> RegionSelection | None:
        """Return what a tap on a pixel of this value means."""
        leaf = self.legend.get(value)
        if leaf is None:
            return None
        return RegionSelection(self.groups.get(leaf.region, leaf.region), leaf.side)

    def values_of(self, place: RegionSelection) -> frozenset[int]:
        """Return the values of all pixels that lie in ``place``; a midline place is both sides."""
        leaves = self.members.get(place.region, frozenset({place.region}))
        return frozenset(
            value
            for value, leaf in self.legend.items()
            if leaf.region in leaves
            and (place.side in {leaf.side, SiteSide.MIDLINE} or leaf.side is SiteSide.MIDLINE)
        )


class ScreenHalf(Enum):
    """A side of the screen, never of the person."""

    SCREEN_LEFT = "screen left"
    SCREEN_RIGHT = "screen right"

    @property
    def other(self) -> ScreenHalf:
        """The opposite half."""
        return ScreenHalf.SCREEN_RIGHT if self is ScreenHalf.SCREEN_LEFT else ScreenHalf.SCREEN_LEFT


@dataclass(frozen=True, slots=True)
class SideMark:
    """A badge with its words. ``half`` is where the side lies on the picture as baked.

    ``None`` means that the whole picture shows that one side, so that its badge does not change places.
    """

    side: Side
    words: str
    half: ScreenHalf | None


@dataclass(frozen=True, slots=True)
class MeasuringLine:
    """From a landmark to the point, parallel to the limb, with finger-widths laid across.

    Coordinates in file pixels; ``fingers`` is how many capsules lie across, ``lines`` the text beside the
    line, its first line strong.
    """

    from_x_px: float
    from_y_px: float
    to_x_px: float
    to_y_px: float
    fingers: int
    lines: tuple[str, ...]


class GuideLook(Enum):
    """How a guide line is drawn."""

    MERIDIAN = "meridian"
    CREASE = "crease"
    BONE = "bone"
    LEVEL = "level"
    REGION = "region"


@dataclass(frozen=True, slots=True)
class GuideLine:
    """A line on the skin to find one's way; ``places_px`` in the picture's file, at least two."""

    look: GuideLook
    places_px: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Window:
    """The part of a picture's file that fills the map."""

    left_px: float
    top_px: float
    width_px: float
    height_px: float


@dataclass(frozen=True, slots=True)
class BodyScene:
    """One view of the body with everything on it. ``view`` names the picture; ``spoken`` the whole scene."""

    view: str
    picture: Path
    size_px: tuple[int, int]
    px_per_mm: float
    spoken: str
    turn: Turn = Turn.AS_BAKED
    markers: tuple[Marker, ...] = ()
    callouts: tuple[Callout, ...] = ()
    tints: tuple[RegionTint, ...] = ()
    plate: RegionPlate | None = None
    sides: tuple[SideMark, ...] = ()
    measuring: MeasuringLine | None = None
    window: Window | None = None
    outline: Path | None = None
    guides: tuple[GuideLine, ...] = ()
