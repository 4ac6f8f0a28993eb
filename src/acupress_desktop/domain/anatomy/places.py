"""Evaluating rules on one body: from the expression tree to a place on the skin."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, assert_never

import numpy as np

from acupress_desktop.domain.anatomy import head, rules, scales, trunk
from acupress_desktop.domain.anatomy.body import Body, Floats
from acupress_desktop.domain.anatomy.frames import FORWARD, TO_LEFT, UP, direction_at, distal_axis, outward
from acupress_desktop.domain.anatomy.heights import height_mm
from acupress_desktop.domain.anatomy.landmarks import (
    AbsentLandmark,
    ComputedLandmark,
    LandmarkSet,
    LandmarkSides,
    MarkedLandmark,
)
from acupress_desktop.domain.anatomy.rules import Direction, LandmarkId, Level, Line, Place, Scale
from acupress_desktop.domain.anatomy.surface import NoSurfaceError, SkinLine, Surface, SurfaceAnchor
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.sides import SiteSide

_FAR_MM: Final = 3000.0
_JUST_MEDIAL_CUN: Final = 0.5  # of the lower belly's scale; own choice
_DETOUR_SHARE: Final = 2.2  # of the straight distance; from brow to nape over the crown it is 1.9
_DETOUR_MM: Final = 25.0
_EAR_REACH_MM: Final = 60.0
_TRUNK: Final = ("trunk", "neck", "head")
_ARM: Final = ("upper_arm", "forearm", "hand")
_LEG: Final = ("thigh", "shin", "foot")


class NotOnSkin(LookupError):
    """A rule needs a place that no skin mesh can hold."""

    def __init__(self, landmark: LandmarkId) -> None:
        super().__init__(f"{landmark} does not lie on the skin")
        self.landmark = landmark


class BodyPlaces:
    """One body with its landmarks, scales and points; keeps what it has found."""

    def __init__(self, body: Body, landmarks: LandmarkSet, point_rules: Mapping[PointCode, Place]) -> None:
        self.body = body
        self.surface = Surface(body)
        self.landmarks = landmarks
        self._point_rules = point_rules
        self._found: dict[tuple[Place, SiteSide], tuple[SurfaceAnchor, ...]] = {}
        self._landmarks: dict[tuple[LandmarkId, SiteSide], SurfaceAnchor] = {}
        self._cun: dict[tuple[Scale, SiteSide], float] = {}

    def landmark(self, name: LandmarkId, side: SiteSide) -> SurfaceAnchor:
        """Return where a landmark lies.

        Raises ``UnknownLandmark`` for a name that none has and ``NotOnSkin`` for one inside
        the mouth or nose.
        """
        landmark = self.landmarks[name]
        if isinstance(landmark, AbsentLandmark):
            raise NotOnSkin(name)
        at = side if landmark.sides is LandmarkSides.PAIRED else SiteSide.MIDLINE
        key = (name, at)
        if key not in self._landmarks:
            self._landmarks[key] = self._landmark_place(landmark, at)
        return self._landmarks[key]

    def _landmark_place(self, landmark: MarkedLandmark | ComputedLandmark, side: SiteSide) -> SurfaceAnchor:
        match landmark:
            case MarkedLandmark():
                if side is SiteSide.RIGHT:
                    return landmark.anchor.mirrored(self.body.model)
                return landmark.anchor
            case ComputedLandmark():
                return self.place(landmark.rule, side)
            case other:
                assert_never(other)

    def point(self, code: PointCode, side: SiteSide) -> tuple[SurfaceAnchor, ...]:
        """Return the place, or the several places, of a point on one side."""
        return self.places(self._point_rules[code], side)

    def place(self, rule: Place, side: SiteSide) -> SurfaceAnchor:
        """Return the place (the first of several) that a rule leads to."""
        return self.places(rule, side)[0]

    def places(self, rule: Place, side: SiteSide) -> tuple[SurfaceAnchor, ...]:
        """Return every place that a rule leads to."""
        key = (rule, side)
        if key not in self._found:
            self._found[key] = (
                tuple(self._evaluate(part, side) for part in rule.places)
                if isinstance(rule, rules.Several)
                else (self._evaluate(rule, side),)
            )
        return self._found[key]

    def cun_mm(self, scale: Scale, side: SiteSide) -> float:
        """Return the millimetres of one cun of a scale on a side."""
        key = (scale, side)
        if key not in self._cun:
            self._cun[key] = scales.cun_mm(self, scale, side)
        return self._cun[key]

    def part(self, anchor: SurfaceAnchor) -> str:
        """Return the name of the part of the mesh in which a place lies."""
        model = self.body.model
        return model.part_names[int(model.face_part[anchor.face])]

    def skin_line(self, start: SurfaceAnchor, end: SurfaceAnchor) -> SkinLine:
        """Return the shorter line on the skin, kept off limbs that neither end belongs to.

        Between places that face differently, the plane through their mean normal may leave the
        limb on the way; then planes through one normal, or a main direction, are tried.
        """
        chord = float(np.linalg.norm(end.position_mm(self.body) - start.position_mm(self.body)))
        straight_mm = _DETOUR_SHARE * chord + _DETOUR_MM
        parts = self._parts_around(start, end)
        directions = (
            None, start.normal(self.body), end.normal(self.body), FORWARD, UP, TO_LEFT,
        )  # fmt: skip
        shortest: SkinLine | None = None
        for within in dict.fromkeys((parts, (*_TRUNK, *parts))):
            for over in directions:
                try:
                    line = self.surface.skin_line(start, end, within, over)
                except NoSurfaceError:
                    continue
                if line.length_mm <= straight_mm:
                    return line
                if shortest is None or line.length_mm < shortest.length_mm:
                    shortest = line
        if shortest is None:
            raise NoSurfaceError("no skin line joins the two places")
        return shortest

    def _parts_around(self, *anchors: SurfaceAnchor) -> tuple[str, ...]:
        names = {self.part(anchor) for anchor in anchors}
        found: list[str] = []
        if names & set(_TRUNK):
            found += _TRUNK
        for limb in (_ARM, _LEG):
            for word in ("left", "right"):
                whole = [f"{part}_{word}" for part in limb]
                if names & set(whole):
                    found += whole
        return tuple(found)

    def _evaluate(  # noqa: C901, PLR0912  (one arm per form)
        self, rule: Place, side: SiteSide
    ) -> SurfaceAnchor:
        match rule:
            case rules.At(landmark):
                return self.landmark(landmark, side)
            case rules.PointPlace(code):
                return self.place(self._point_rules[code], side)
            case rules.Mid(first, second):
                return self._between(first, second, 0.5, side)
            case rules.Along(first, second, fraction):
                return self._between(first, second, fraction, side)
            case rules.Arc(first, second, fraction):
                return self._on_arc(first, second, fraction, side)
            case rules.Cun(first, second, cun, scale):
                line = self.skin_line(self.place(first, side), self.place(second, side))
                return self._measured(line, cun, scale, side)
            case rules.Off():
                return self._offset(rule, side)
            case rules.Front(level, lateral):
                return trunk.on_front(self, level, lateral, side)
            case rules.Back(level, lateral):
                return trunk.on_back(self, level, lateral, side)
            case rules.Flank(level, _, anterior):
                return trunk.on_flank(self, level, anterior, side)
            case rules.HeadUp(up, lateral):
                return self._beside_midline(head.behind_hairline(self, up), lateral, Scale.HEAD_WIDTH, side)
            case rules.HeadUpFromRear(up, lateral):
                middle = (
                    head.behind_hairline(self, head.BETWEEN_HAIRLINES_CUN - up)
                    if isinstance(up, float)
                    else head.behind_at_height(self, height_mm(self, up, side))
                )
                return self._beside_midline(middle, lateral, Scale.MASTOID_WIDTH, side)
            case rules.OverHead(landmark):
                return head.crossed_over(self, landmark)
            case rules.Meet(first, second):
                return self._meeting(first, second, side)
            case rules.Several():
                return self.place(rule, side)
            case other:
                assert_never(other)

    def _between(self, first: Place, second: Place, fraction: float, side: SiteSide) -> SurfaceAnchor:
        start, end = self.place(first, side), self.place(second, side)
        return self.skin_line(start, end).at(fraction)

    def _on_arc(self, first: Place, second: Place, fraction: float, side: SiteSide) -> SurfaceAnchor:
        """Follow the hairline, or turn round the back of the ear where both ends lie at it."""
        start, end = (self.place(part, side).position_mm(self.body) for part in (first, second))
        names = ("auricular_apex", "tragus_mid_ant", "earlobe_post_mastoid_ant")
        around = [self.landmark(LandmarkId(name), side).position_mm(self.body) for name in names]
        ear = np.mean(around, axis=0)
        arms = [(place - ear)[1:] for place in (start, end)]  # up and forward
        if max(float(np.linalg.norm(arm)) for arm in arms) > _EAR_REACH_MM:
            return self._between(first, second, fraction, side)
        behind = [float(np.arctan2(-arm[1], arm[0])) % (2.0 * np.pi) for arm in arms]  # from the top back
        turn = behind[0] + (behind[1] - behind[0]) * fraction
        lengths = [float(np.linalg.norm(arm)) for arm in arms]
        reach = lengths[0] + (lengths[1] - lengths[0]) * fraction
        sign = outward(side)
        origin = ear + np.array((sign * 300.0, np.cos(turn) * reach, -np.sin(turn) * reach))
        return self.surface.ray(origin, -sign * TO_LEFT, ("head", "neck"))

    def _measured(self, line: SkinLine, cun: float, scale: Scale, side: SiteSide) -> SurfaceAnchor:
        """Return the place so many cun along a line, measured the way the scale is."""
        length = cun * self.cun_mm(scale, side)
        axis = scales.axis_of(self.body, scale, side)
        if axis is not None:
            start, end = line.points_mm[0], line.points_mm[-1]
            way = axis if float((end - start) @ axis) > 0.0 else -axis
            met = line.meets_plane(start + way * length, axis)
            if met:
                return met[0]
        return line.at_mm(length)

    def _offset(self, rule: rules.Off, side: SiteSide) -> SurfaceAnchor:
        start = self.place(rule.place, side)
        part = self.part(start)
        way = direction_at(self.body, part, side, rule.direction, rule.scale)
        length = rule.amount * self.cun_mm(rule.scale, side)
        if rule.towards is not None:
            # Height from one place, side from the other: go the same way beside the second.
            reached = self._walk(start, way, length).position_mm(self.body)
            return self._slide_to(self.landmark(rule.towards, side), reached, way)
        if rule.measured_from is not None:
            axis = distal_axis(self.body, part, side)
            zero = self.landmark(rule.measured_from, side).position_mm(self.body)
            sign = 1.0 if float(way @ axis) >= 0.0 else -1.0
            return self._slide_to(start, zero + axis * sign * length, axis)
        along = scales.axis_of(self.body, rule.scale, side)
        if along is not None and rule.direction in (Direction.PROXIMAL, Direction.DISTAL):
            sign = 1.0 if float(way @ along) >= 0.0 else -1.0
            limb = scales.limb_of(rule.scale, side)
            return self._slide_to(start, start.position_mm(self.body) + along * sign * length, along, limb)
        return self._walk(start, way, length)

    def _walk(self, start: SurfaceAnchor, way: Floats, length_mm: float) -> SurfaceAnchor:
        if length_mm <= 0.0:
            return start
        try:
            line = self.surface.walk(start, way, length_mm, self._parts_around(start))
        except NoSurfaceError:
            line = self.surface.walk(start, way, length_mm)
        return line.at(1.0)

    def _slide_to(
        self, start: SurfaceAnchor, level: Floats, axis: Floats, limb: tuple[str, ...] = ()
    ) -> SurfaceAnchor:
        """Go along the skin from `start`, also onto `limb`, until the plane through `level` across `axis`."""
        missing = float((level - start.position_mm(self.body)) @ axis)
        if abs(missing) < 0.1:
            return start
        way = axis if missing > 0.0 else -axis
        parts = self._parts_around(start)
        for within in dict.fromkeys((parts, (*_TRUNK, *parts, *limb))):
            for stretch in (1.3, 2.0, 4.0):
                length = abs(missing) * stretch + 10.0
                try:
                    line = self.surface.walk(start, way, length, within)
                except NoSurfaceError:
                    break
                met = line.meets_plane(level, axis)
                if met:
                    return met[0]
        straight = start.position_mm(self.body) + axis * missing
        return self.surface.nearest(straight, parts)

    def _beside_midline(
        self, middle: SurfaceAnchor, lateral_cun: float, scale: Scale, side: SiteSide
    ) -> SurfaceAnchor:
        length = lateral_cun * self.cun_mm(scale, side) if lateral_cun else 0.0
        return self._walk(middle, outward(side) * TO_LEFT, length)

    def _meeting(self, first: Line, second: Line, side: SiteSide) -> SurfaceAnchor:
        """Where an up-and-down line, or a line between places, reaches a height."""
        if isinstance(first, rules.At) and not isinstance(second, rules.At):
            first = rules.Vertical(first)
        match second:
            case rules.At():
                level: Level = rules.HeightOf(second)
            case rules.Vertical() | rules.JustMedialOf() | rules.Between():
                message = "the second line of meet() has to give a height"
                raise NotImplementedError(message)
            case _:
                level = second
        height = np.array((0.0, height_mm(self, level, side), 0.0))
        match first:
            case rules.Between(start, end):
                line = self.skin_line(self.place(start, side), self.place(end, side))
                met = line.meets_plane(height, UP)
                return met[0] if met else self._nearest_end(line, height)
            case rules.Vertical(place):
                return self._straight_above(self.place(place, side), height, side)
            case rules.JustMedialOf(place):
                start_place = self.place(place, side)
                length = _JUST_MEDIAL_CUN * self.cun_mm(Scale.ABD_LOWER, side)
                inside = self._walk(start_place, -outward(side) * TO_LEFT, length)
                return self._straight_above(inside, height, side)
            case _:
                message = "the first line of meet() has to be a line"
                raise NotImplementedError(message)

    def _straight_above(self, start: SurfaceAnchor, height: Floats, side: SiteSide) -> SurfaceAnchor:
        """Return the place straight above or below another, as seen from the front, behind or the side."""
        here, out = start.position_mm(self.body), start.normal(self.body)
        if abs(out[2]) > abs(out[0]):
            eye = FORWARD if out[2] > 0.0 else -FORWARD
        else:
            eye = outward(side) * TO_LEFT
        origin = here + UP * float(height[1] - here[1]) + eye * _FAR_MM
        within = tuple(dict.fromkeys((*_TRUNK, *self._parts_around(start))))
        for _, anchor in self.surface.hits(origin, -eye, within):
            if float(anchor.normal(self.body) @ eye) > 0.0:
                return anchor
        return self._slide_to(start, height, UP)

    @staticmethod
    def _nearest_end(line: SkinLine, height: Floats) -> SurfaceAnchor:
        first, last = (abs(float(line.points_mm[i][1] - height[1])) for i in (0, -1))
        return line.at(0.0 if first < last else 1.0)
