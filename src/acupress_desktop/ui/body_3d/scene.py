"""What the turning body is told to show: frozen values, every word ready, places in mm on the body."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from acupress_desktop.domain.anatomy.locate import LocatedPoint
from acupress_desktop.domain.anatomy.sight import Places, SolidBody
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.settings import SkinTone
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.ui.body_3d.pose import Extent
from acupress_desktop.ui.body_map.scene import GuideLook, Marker, MarkerLook

Vector = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class SolidMarker:
    """One site of a point on the body.

    ``key`` is what the screen gets back; ``name`` and ``detail`` are the two lines of its label, ``spoken``
    its whole accessible name. ``tolerance_mm`` is the radius within which to feel around, drawn for the
    chosen point. ``reason`` says why a blocked point is blocked, ``number`` stands in a plan's marker.
    """

    key: Hashable
    look: MarkerLook
    position_mm: Vector
    normal: Vector
    name: str
    detail: str
    spoken: str
    number: int | None = None
    tolerance_mm: float | None = None
    reason: str = ""

    def flat(self, x: float, y: float) -> Marker:
        """Return the marker as the flat map knows it, at a place of the view."""
        return Marker(
            self.key, self.look, x, y, self.name, self.detail, self.spoken,
            number=self.number, tolerance_mm=self.tolerance_mm, reason=self.reason,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class SkinPath:
    """A line on the skin, drawn where it is seen; one piece of it, so that no stroke runs through the air."""

    look: GuideLook
    places: Places


@dataclass(frozen=True, slots=True, eq=False)
class TurningScene:
    """A body with everything on it.

    ``chosen`` is the key of the point that wears ring and label. ``left_words`` and ``right_words`` stand
    beside the badges of the person's own sides.
    """

    solid: SolidBody
    extent: Extent
    markers: tuple[SolidMarker, ...] = ()
    lines: tuple[SkinPath, ...] = ()
    chosen: Hashable = None
    tone: SkinTone = SkinTone.LIGHT
    left_words: str = ""
    right_words: str = ""
    places: Places = field(init=False)
    line_places: Places = field(init=False)
    line_starts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Keep all places ready, those of the lines in one piece."""
        places = Places.of((marker.position_mm, marker.normal) for marker in self.markers)
        object.__setattr__(self, "places", places)
        object.__setattr__(self, "line_places", Places.joined(line.places for line in self.lines))
        ends = accumulate(len(line.places) for line in self.lines)
        object.__setattr__(self, "line_starts", (0, *ends)[: len(self.lines)])

    def marker(self, key: Hashable) -> SolidMarker | None:
        """Return the marker of a key, ``None`` where the scene has none."""
        return next((marker for marker in self.markers if marker.key == key), None)


@dataclass(frozen=True, slots=True)
class MarkerWords:
    """What is said of one site, and how it is marked; see `SolidMarker`."""

    look: MarkerLook
    name: str
    detail: str
    spoken: str
    number: int | None = None
    reason: str = ""


Site = tuple[PointCode, SiteSide]


def turning_scene(
    solid: SolidBody,
    located: Iterable[LocatedPoint],
    words: Mapping[Site, MarkerWords],
    *,
    lines: tuple[SkinPath, ...] = (),
    chosen: Site | None = None,
    tone: SkinTone = SkinTone.LIGHT,
    sides: tuple[str, str] = ("", ""),
) -> TurningScene:
    """Return the scene of a body with the located points that have words; a marker's key is (code, side).

    ``sides`` are the words for the person's own left and right. A point that the skin cannot hold is left
    out.
    """
    markers = []
    for row in located:
        said = words.get((row.code, row.side))
        if said is None or row.position_mm is None or row.normal is None:
            continue
        markers.append(
            SolidMarker(
                (row.code, row.side), said.look, row.position_mm, row.normal, said.name, said.detail,
                said.spoken, number=said.number, tolerance_mm=row.uncertainty_mm, reason=said.reason,
            )
        )  # fmt: skip
    left, right = sides
    return TurningScene(
        solid, extent_of(solid), tuple(markers), lines, chosen, tone, left_words=left, right_words=right
    )


def extent_of(solid: SolidBody) -> Extent:
    """Return how far a body reaches: the circle that its hands draw when it turns decides how it fits."""
    low, high = solid.drawn.box_mm
    reach = max(abs(low[0]), abs(high[0]))
    return Extent(high[1] - low[1], reach, (0.0, (low[1] + high[1]) / 2.0, (low[2] + high[2]) / 2.0))
