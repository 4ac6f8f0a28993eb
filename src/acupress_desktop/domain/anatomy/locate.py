"""Where every point lies on one body: position, outward normal, cun used, uncertainty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Final

from acupress_desktop.domain.anatomy import rules
from acupress_desktop.domain.anatomy.body import Body, Floats
from acupress_desktop.domain.anatomy.landmarks import AbsentLandmark, LandmarkSet, LandmarkSides
from acupress_desktop.domain.anatomy.places import BodyPlaces, NotOnSkin
from acupress_desktop.domain.anatomy.rules import LandmarkId, Scale
from acupress_desktop.domain.anatomy.surface import SurfaceAnchor
from acupress_desktop.domain.atlas import Atlas, Point
from acupress_desktop.domain.ids import PointCode, RegionId
from acupress_desktop.domain.sides import SiteSide

Vector = tuple[float, float, float]

OWN_UNCERTAINTY_CUN: Final = 0.5
"""Radius in cun of the local scale where nobody has measured one; our own choice."""

_LEVEL_SCALES: Final[Mapping[type, tuple[Scale, ...]]] = {
    rules.Front: (Scale.CHEST_WIDTH,),
    rules.Back: (Scale.BACK_WIDTH,),
    rules.Flank: (Scale.CHEST_WIDTH,),
    rules.HeadUp: (Scale.HEAD_SAGITTAL, Scale.HEAD_WIDTH),
    rules.HeadUpFromRear: (Scale.HEAD_SAGITTAL, Scale.MASTOID_WIDTH),
    rules.FromThroatNotch: (Scale.STERNUM,),
}
_LOCAL_SCALE: Final[Mapping[str, Scale]] = {
    "head": Scale.HEAD_SAGITTAL,
    "neck": Scale.HEAD_SAGITTAL,
    "upper_arm": Scale.ARM,
    "forearm": Scale.FOREARM,
    "hand": Scale.FINGER_CUN,
    "thigh": Scale.THIGH_ANT,
    "shin": Scale.LEG_LAT,
    "foot": Scale.FINGER_CUN,
}


@dataclass(frozen=True, slots=True)
class LocatedPoint:
    """One site of a point on one body; lengths in millimetres.

    `position_mm`, `normal` and `anchor` are ``None`` where a skin mesh cannot hold the point.
    `more_mm` are the further places of a code that names several; `alternative` is the second place of
    a point that the standard left undecided. `uncertainty_mm` is the
    radius within which a trained person would press; `uncertainty_measured` tells whether a
    study measured it or we chose half a cun.
    """

    code: PointCode
    side: SiteSide
    region: RegionId
    position_mm: Vector | None
    normal: Vector | None
    anchor: SurfaceAnchor | None
    more_mm: tuple[Vector, ...]
    cun_mm: tuple[tuple[Scale, float], ...]
    uncertainty_mm: float
    uncertainty_measured: bool
    alternative: SurfaceAnchor | None = None
    alternative_mm: Vector | None = None

    @property
    def on_skin(self) -> bool:
        """Whether the point lies on the skin at all."""
        return self.position_mm is not None


class Locator:
    """Answers for one body; every answer is computed once."""

    def __init__(self, body: Body, landmarks: LandmarkSet, atlas: Atlas) -> None:
        self.body = body
        self.places = BodyPlaces(body, landmarks, {point.code: point.rule for point in atlas})
        self._atlas = atlas

    def locate(self, code: PointCode, side: SiteSide) -> LocatedPoint:
        """Return where a point lies on a side.

        A midline point is the same for every `side`. Raises ``UnknownPoint``.
        """
        point = self._atlas[code]
        site = side if side in point.sites else point.sites[0]
        scales = tuple((scale, self.places.cun_mm(scale, site)) for scale in scales_of(point.rule))
        try:
            anchors = self.places.point(code, site)
        except NotOnSkin:
            return self._row(point, site, (), scales)
        return self._row(point, site, anchors, scales)

    def locate_all(self) -> tuple[LocatedPoint, ...]:
        """Return every site of every point, in the order of the atlas, left before right."""
        return tuple(self.locate(point.code, site) for point in self._atlas for site in point.sites)

    def landmarks_mm(self) -> dict[LandmarkId, dict[SiteSide, Vector]]:
        """Return every landmark that lies on the skin, on both sides or on the midline."""
        found: dict[LandmarkId, dict[SiteSide, Vector]] = {}
        for landmark in self.places.landmarks:
            if isinstance(landmark, AbsentLandmark):
                continue
            sites = (
                (SiteSide.LEFT, SiteSide.RIGHT)
                if landmark.sides is LandmarkSides.PAIRED
                else (SiteSide.MIDLINE,)
            )
            found[landmark.id] = {
                site: self._position(self.places.landmark(landmark.id, site)) for site in sites
            }
        return found

    def scales_mm(self) -> dict[Scale, dict[SiteSide, float]]:
        """Return the millimetres of one cun of every scale, on both sides."""
        return {
            scale: {site: self.places.cun_mm(scale, site) for site in (SiteSide.LEFT, SiteSide.RIGHT)}
            for scale in Scale
        }

    def _row(
        self,
        point: Point,
        site: SiteSide,
        anchors: tuple[SurfaceAnchor, ...],
        scales: tuple[tuple[Scale, float], ...],
    ) -> LocatedPoint:
        measured = point.measured_uncertainty_mm
        local = self._local_cun_mm(anchors, scales, site)
        first = anchors[0] if anchors else None
        normal = None if first is None else first.normal(self.body)
        other = None if point.alternative is None else self.places.place(point.alternative.rule, site)
        return LocatedPoint(
            code=point.code,
            side=site,
            region=point.region,
            position_mm=None if first is None else self._position(first),
            normal=None if normal is None else _vector(normal),
            anchor=first,
            more_mm=tuple(self._position(anchor) for anchor in anchors[1:]),
            cun_mm=scales,
            uncertainty_mm=OWN_UNCERTAINTY_CUN * local if measured is None else measured,
            uncertainty_measured=measured is not None,
            alternative=other,
            alternative_mm=None if other is None else self._position(other),
        )

    def _local_cun_mm(
        self,
        anchors: tuple[SurfaceAnchor, ...],
        scales: tuple[tuple[Scale, float], ...],
        site: SiteSide,
    ) -> float:
        if scales:
            return scales[0][1]
        if not anchors:
            return self.places.cun_mm(Scale.FINGER_CUN, site)
        part = self.places.part(anchors[0]).removesuffix("_left").removesuffix("_right")
        behind = anchors[0].normal(self.body)[2] < 0.0
        trunk = Scale.BACK_WIDTH if behind else Scale.CHEST_WIDTH
        return self.places.cun_mm(_LOCAL_SCALE.get(part, trunk), site)

    def _position(self, anchor: SurfaceAnchor) -> Vector:
        return _vector(anchor.position_mm(self.body))


def scales_of(rule: object) -> tuple[Scale, ...]:
    """Return the scales that a rule measures with, in order, each once."""
    return tuple(dict.fromkeys(_scales_in(rule)))


def _scales_in(rule: object) -> Iterator[Scale]:
    if isinstance(rule, Scale):
        yield rule
    elif isinstance(rule, tuple):
        for part in rule:
            yield from _scales_in(part)
    elif isinstance(rule, rules.FromNavel):
        yield Scale.ABD_UPPER if rule.cun >= 0.0 else Scale.ABD_LOWER
    elif isinstance(rule, rules.FromBreastboneEnd):
        yield Scale.STERNUM if rule.cun >= 0.0 else Scale.ABD_UPPER
    elif is_dataclass(rule) and not isinstance(rule, type):
        for field in fields(rule):
            yield from _scales_in(getattr(rule, field.name))
        # A place straight on the midline is not measured across.
        across = getattr(rule, "lateral_cun", 1.0)
        for scale in _LEVEL_SCALES.get(type(rule), ()):
            if across or scale is Scale.HEAD_SAGITTAL:
                yield scale


def _vector(values: Floats) -> Vector:
    x, y, z = (float(value) for value in values)
    return x, y, z
