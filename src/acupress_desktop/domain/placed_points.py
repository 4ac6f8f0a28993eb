"""Where points lie on the two baked figures and on their pictures; needs no numpy.

The numbers are computed by `tools/bake_points.py`. Pixels are those of the picture file; on
a picture of a left limb, a right site counts in the flipped picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from acupress_desktop.domain.ids import PointCode, RegionId
from acupress_desktop.domain.sides import SiteSide

Vector = tuple[float, float, float]


class Sight(Enum):
    """Whether a picture shows a place, or would if the body were transparent."""

    SHOWN = "shown"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Pixel:
    """A place on one picture, x to the right and y down."""

    x_px: float
    y_px: float
    sight: Sight


@dataclass(frozen=True, slots=True)
class PlacedPoint:
    """One site of a point on one figure; ``cun_mm`` by the name of the scale.

    ``alternative_pixels`` is the second place of a point that the standard left undecided.
    """

    code: PointCode
    side: SiteSide
    region: RegionId
    position_mm: Vector
    normal: Vector
    uncertainty_mm: float
    uncertainty_measured: bool
    cun_mm: Mapping[str, float]
    pixels: Mapping[str, Pixel]
    alternative_mm: Vector | None = None
    alternative_pixels: Mapping[str, Pixel] = field(default_factory=dict)

    @property
    def views(self) -> tuple[str, ...]:
        """The pictures that show it."""
        return tuple(view for view, pixel in self.pixels.items() if pixel.sight is Sight.SHOWN)

    @property
    def one_cun_mm(self) -> float | None:
        """How long a cun is here; ``None`` where scales differ along the way."""
        scales = tuple(self.cun_mm.values())
        return scales[0] if len(scales) == 1 else None


@dataclass(frozen=True, slots=True)
class PlacedLandmark:
    """One side of a landmark from which a measuring line starts."""

    id: str
    side: SiteSide
    position_mm: Vector
    pixels: Mapping[str, Pixel]


class FigurePoints:
    """All points and the landmarks of measuring lines on one figure."""

    def __init__(
        self, figure: str, points: Iterable[PlacedPoint], landmarks: Iterable[PlacedLandmark]
    ) -> None:
        self.figure = figure
        self._points = {(point.code, point.side): point for point in points}
        self._landmarks = {(landmark.id, landmark.side): landmark for landmark in landmarks}

    @property
    def points(self) -> tuple[PlacedPoint, ...]:
        """Every site that lies on the skin, in the order of the atlas."""
        return tuple(self._points.values())

    @property
    def landmarks(self) -> tuple[PlacedLandmark, ...]:
        """Every landmark that a measuring line may start at."""
        return tuple(self._landmarks.values())

    def point(self, code: PointCode, side: SiteSide) -> PlacedPoint | None:
        """Return one site; ``None`` where the point does not lie on the skin."""
        return self._points.get((code, side)) or self._points.get((code, SiteSide.MIDLINE))

    def landmark(self, name: str, side: SiteSide) -> PlacedLandmark | None:
        """Return a landmark on a side (a midline landmark for any side); ``None`` if not baked."""
        return self._landmarks.get((name, side)) or self._landmarks.get((name, SiteSide.MIDLINE))

    def shown_in(self, view: str) -> tuple[PlacedPoint, ...]:
        """Return every site that a picture shows."""
        return tuple(point for point in self.points if view in point.views)
