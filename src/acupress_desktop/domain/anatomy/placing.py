"""From a body and its pictures to what lies where on them: every point, and where measuring begins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from acupress_desktop.domain.anatomy.landmarks import AbsentLandmark, LandmarkSides
from acupress_desktop.domain.anatomy.locate import LocatedPoint, Locator
from acupress_desktop.domain.anatomy.rules import LandmarkId
from acupress_desktop.domain.anatomy.surface import SurfaceAnchor
from acupress_desktop.domain.anatomy.views import BodyView
from acupress_desktop.domain.how_to import HowTo
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.placed_points import FigurePoints, Pixel, PlacedLandmark, PlacedPoint, Sight
from acupress_desktop.domain.sides import Side, SiteSide

Pixels = dict[str, Pixel]


@dataclass(frozen=True, slots=True)
class Followed:
    """What instructions use: ``landmarks`` from which they measure, and ``points`` that they lead to.

    Of followed points a picture knows too where they lie when it does not show them.
    """

    landmarks: frozenset[LandmarkId]
    points: frozenset[PointCode]


def followed_by(instructions: Iterable[HowTo]) -> Followed:
    """Return the landmarks and points from which instructions measure, and the points that sets press.

    Only the latter choose a picture of their own.
    """
    landmarks: set[LandmarkId] = set()
    points: set[PointCode] = set()
    for how in instructions:
        if how.close_up:
            points.add(how.point)
        if how.measure is not None and how.measure.from_landmark is not None:
            landmarks.add(LandmarkId(how.measure.from_landmark))
        if how.measure is not None and how.measure.from_point is not None:
            points.add(how.measure.from_point)
    return Followed(frozenset(landmarks), frozenset(points))


def placed_figure(
    figure: str,
    locator: Locator,
    views: Sequence[BodyView],
    followed: Followed,
    checkpoint: Callable[[], None] | None = None,
) -> FigurePoints:
    """Return where everything lies on the pictures of one body.

    ``checkpoint`` is called before each point and may raise to give the work up.
    """

    def placed() -> Iterable[PlacedPoint]:
        for row in locator.locate_all():
            if checkpoint is not None:
                checkpoint()
            point = _placed_point(row, locator, views, followed)
            if point is not None:
                yield point

    marks = (
        _placed_landmark(locator, name, site, views)
        for name in sorted(followed.landmarks)
        for site in sites_of(locator, name)
    )
    return FigurePoints(figure, tuple(placed()), tuple(marks))


def sites_of(locator: Locator, name: LandmarkId) -> tuple[SiteSide, ...]:
    """Return both sides of a paired landmark, or the midline."""
    landmark = locator.places.landmarks[name]
    paired = not isinstance(landmark, AbsentLandmark) and landmark.sides is LandmarkSides.PAIRED
    return (SiteSide.LEFT, SiteSide.RIGHT) if paired else (SiteSide.MIDLINE,)


def pixels_of(locator: Locator, anchor: SurfaceAnchor, site: SiteSide, views: Sequence[BodyView]) -> Pixels:
    """Return where the pictures show a place, and where it would be on those that hide it."""
    surface, body = locator.places.surface, locator.body
    limb = Side.RIGHT if site is SiteSide.RIGHT else Side.LEFT
    position = anchor.position_mm(body)
    plain = anchor.mirrored(body.model) if limb is Side.RIGHT else anchor
    shown: Pixels = {}
    hidden: Pixels = {}
    for view in views:
        part = anchor if len(view.parts) == len(body.model.part_names) else plain
        if locator.places.part(part) not in view.parts:
            continue
        x, y = (round(value, 1) for value in view.place_px(position, limb))
        if view.shows(surface, anchor, limb):
            shown[view.id] = Pixel(x, y, Sight.SHOWN)
        elif 0.0 <= x <= view.camera.width_px and 0.0 <= y <= view.camera.height_px:
            hidden[view.id] = Pixel(x, y, Sight.HIDDEN)
    return shown | hidden


def _placed_point(
    row: LocatedPoint, locator: Locator, views: Sequence[BodyView], followed: Followed
) -> PlacedPoint | None:
    if row.anchor is None or row.position_mm is None or row.normal is None:
        return None
    pixels = pixels_of(locator, row.anchor, row.side, views)
    if row.code not in followed.points:
        pixels = _shown(pixels)
    other = None if row.alternative is None else pixels_of(locator, row.alternative, row.side, views)
    x, y, z = row.normal
    return PlacedPoint(
        code=row.code,
        side=row.side,
        region=row.region,
        position_mm=_rounded(row.position_mm, 2),
        normal=_rounded((x, y, z), 4),
        uncertainty_mm=round(row.uncertainty_mm, 2),
        uncertainty_measured=row.uncertainty_measured,
        cun_mm={scale.value: round(cun, 3) for scale, cun in row.cun_mm},
        pixels=pixels,
        alternative_mm=None if row.alternative_mm is None else _rounded(row.alternative_mm, 2),
        alternative_pixels={} if other is None else _shown(other),
    )


def _placed_landmark(
    locator: Locator, name: LandmarkId, site: SiteSide, views: Sequence[BodyView]
) -> PlacedLandmark:
    anchor = locator.places.landmark(name, site)
    x, y, z = (float(value) for value in anchor.position_mm(locator.body))
    return PlacedLandmark(name, site, _rounded((x, y, z), 2), pixels_of(locator, anchor, site, views))


def _shown(pixels: Pixels) -> Pixels:
    return {view: pixel for view, pixel in pixels.items() if pixel.sight is Sight.SHOWN}


def _rounded(values: tuple[float, float, float], digits: int) -> tuple[float, float, float]:
    """Round to what matters, and keep zero free of a sign."""
    x, y, z = (round(value, digits) + 0.0 for value in values)
    return x, y, z
