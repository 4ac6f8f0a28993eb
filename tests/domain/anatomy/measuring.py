"""Measuring on a body from outside: with a tape, a ruler and the joints, not with the code that places.

Scales and heights are written down here a second time, from the standard of the WHO (2008). Lengths on the
skin come from a tape laid straight between two places and pressed to the skin, which asks the surface only
for its nearest place; lengths along a limb are taken along the line between its joints.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from acupress_desktop.domain.anatomy import rules
from acupress_desktop.domain.anatomy.locate import Locator
from acupress_desktop.domain.anatomy.rules import Direction, LandmarkId, Scale
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.sides import SiteSide

TAPE_STEP_MM = 9.0
LEFT = SiteSide.LEFT
UP = np.array((0.0, 1.0, 0.0))
_JOINTS = {
    "upper_arm": ("l-shoulder", "l-elbow"),
    "forearm": ("l-elbow", "l-hand"),
    "thigh": ("l-upper-leg", "l-knee"),
    "shin": ("l-knee", "l-ankle"),
}
ALONG_LIMB = {
    Scale.ARM: ("upper_arm", "axillary_fold_ant", "cubital_crease_mid", 9.0),
    Scale.THIGH_ANT: ("thigh", "pubic_symphysis_sup", "patella_base_mid", 18.0),
    Scale.THIGH_LAT: ("thigh", "greater_trochanter", "popliteal_crease_lat", 19.0),
    Scale.THIGH_POST: ("thigh", "gluteal_fold_mid", "popliteal_crease_mid", 14.0),
    Scale.LEG_MED: ("shin", "patella_apex", "med_malleolus", 15.0),
    Scale.LEG_LAT: ("shin", "popliteal_crease_mid", "lat_malleolus", 16.0),
}
ON_SKIN = {
    Scale.FOREARM: ("cubital_crease_mid", "wrist_palmar_mid", 12.0),
    Scale.ABD_UPPER: ("xiphisternal_junction", "umbilicus", 8.0),
    Scale.ABD_LOWER: ("umbilicus", "pubic_symphysis_sup", 5.0),
    Scale.STERNUM: ("suprasternal_notch", "xiphisternal_junction", 9.0),
    Scale.BROW_HAIRLINE: ("glabella", "ant_hairline_mid", 3.0),
    Scale.HEAD_WIDTH: ("ant_hairline_mid", "hairline_corner", 4.5),
    Scale.MASTOID_WIDTH: ("C2", "mastoid_tip", 4.5),
}
ACROSS = {Scale.CHEST_WIDTH: ("clavicle_middle", 4.0), Scale.BACK_WIDTH: ("scapular_med_border", 3.0)}
FINGERS = (Scale.FINGER_CUN, Scale.FINGERBREADTH)


@dataclass(eq=False)
class Tape:
    """A tape and a ruler for one body, on its left side."""

    locator: Locator
    _cun: dict[Scale, float] = field(default_factory=dict)

    def landmark(self, name: str) -> np.ndarray:
        """Where a landmark lies."""
        places = self.locator.places
        return places.landmark(LandmarkId(name), LEFT).position_mm(places.body)

    def point(self, code: str) -> np.ndarray:
        """Where a point lies."""
        found = self.locator.locate(PointCode(code), LEFT).position_mm
        assert found is not None
        return np.array(found)

    def place(self, rule: rules.Place) -> np.ndarray:
        """Where a rule starts from: a landmark or a point; other rules are asked for their answer."""
        match rule:
            case rules.At(landmark):
                return self.landmark(landmark)
            case rules.PointPlace(code):
                return self.point(code)
            case _:
                return self.locator.places.place(rule, LEFT).position_mm(self.locator.body)

    def axis(self, part: str) -> np.ndarray:
        """The line of a limb, away from the trunk."""
        start, end = (self.locator.body.joints_mm[joint] for joint in _JOINTS[part])
        return np.asarray((end - start) / np.linalg.norm(end - start))

    def cun_mm(self, scale: Scale) -> float:
        """One cun of a scale, measured again."""
        if scale not in self._cun:
            self._cun[scale] = self._measured_cun_mm(scale)
        return self._cun[scale]

    def _measured_cun_mm(self, scale: Scale) -> float:
        if scale in ALONG_LIMB:
            part, start, end, cun = ALONG_LIMB[scale]
            return abs(float((self.landmark(end) - self.landmark(start)) @ self.axis(part))) / cun
        if scale in ON_SKIN:
            start, end, cun = ON_SKIN[scale]
            return self.skin_mm(self.landmark(start), self.landmark(end)) / cun
        if scale in ACROSS:
            name, cun = ACROSS[scale]
            return float(self.landmark(name)[0]) / cun
        if scale is Scale.FOOT_HEIGHT:
            return float(self.landmark("med_malleolus")[1]) / 3.0
        if scale is Scale.HEAD_SAGITTAL:
            over = self.over_head_mm(self.landmark("ant_hairline_mid"), self.landmark("post_hairline_mid"))
            return over / 12.0
        # Finger units are widths of the rig's fingers; a tape cannot go round them.
        return self.locator.places.cun_mm(scale, LEFT)

    def skin_mm(self, start: np.ndarray, end: np.ndarray) -> float:
        """The length of a tape laid straight from one place to the other and pressed to the skin."""
        surface, body = self.locator.places.surface, self.locator.body
        chord = float(np.linalg.norm(end - start))
        count = max(2, int(chord / TAPE_STEP_MM) + 1)
        parts = self._parts(start, end)
        between = [
            surface.nearest(start + (end - start) * share, parts).position_mm(body)
            for share in np.linspace(0.0, 1.0, count)[1:-1]
        ]
        points = np.array([start, *between, end])
        return float(np.linalg.norm(np.diff(points, axis=0), axis=1).sum())

    def _parts(self, *places: np.ndarray) -> tuple[str, ...]:
        surface, model = self.locator.places.surface, self.locator.body.model
        found: list[str] = []
        for place in places:
            part = model.part_names[int(model.face_part[surface.nearest(place).face])]
            if part in ("trunk", "neck", "head"):
                found += ["trunk", "neck", "head"]
            else:
                side = part.rpartition("_")[2]
                arm = ("upper_arm", "forearm", "hand") if "arm" in part or "hand" in part else ()
                found += [f"{each}_{side}" for each in (arm or ("thigh", "shin", "foot"))]
        return tuple(dict.fromkeys(found))

    def over_head_mm(self, start: np.ndarray, end: np.ndarray) -> float:
        """The length over the middle of the head, on a line of rays from its centre."""
        joints = self.locator.body.joints_mm
        centre = (joints["head"] + joints["head-2"]) / 2.0 if "head-2" in joints else joints["head"] * 1.0
        centre[0] = 0.01
        angles = [float(np.arctan2(place[1] - centre[1], place[2] - centre[2])) for place in (start, end)]
        low, high = angles[0], angles[1] if angles[1] > angles[0] else angles[1] + 2.0 * np.pi
        surface, body = self.locator.places.surface, self.locator.body
        points = [start]
        for angle in np.linspace(low, high, 60)[1:-1]:
            way = np.array((0.0, np.sin(angle), np.cos(angle)))
            points.append(surface.ray(centre, way, ("head", "neck")).position_mm(body))
        points.append(end)
        return float(np.linalg.norm(np.diff(np.array(points), axis=0), axis=1).sum())

    def along_mm(self, scale: Scale, start: np.ndarray, end: np.ndarray) -> float:
        """The distance of two places, measured the way the scale is defined."""
        if scale in ALONG_LIMB:
            return abs(float((end - start) @ self.axis(ALONG_LIMB[scale][0])))
        if scale is Scale.FOOT_HEIGHT:
            return abs(float((end - start) @ UP))
        return self.skin_mm(start, end)

    def height_cun(self, here: np.ndarray, level: rules.Level) -> tuple[float, float]:
        """Which height in mm a level asks for, and how many mm one cun is there."""
        at = self.landmark
        match level:
            case rules.FromNavel(cun):
                scale = Scale.ABD_UPPER if cun > 0.0 else Scale.ABD_LOWER
                end = "xiphisternal_junction" if cun > 0.0 else "pubic_symphysis_sup"
                return self._on_midline(
                    at("umbilicus"), at(end), abs(cun) / (8.0 if cun > 0.0 else 5.0)
                ), self.cun_mm(scale)
            case rules.FromThroatNotch(cun):
                ends = at("suprasternal_notch"), at("xiphisternal_junction")
                return self._on_midline(*ends, -cun / 9.0), self.cun_mm(Scale.STERNUM)
            case rules.FromBreastboneEnd(cun):
                ends = at("xiphisternal_junction"), at("umbilicus")
                return self._on_midline(*ends, -cun / 8.0), self.cun_mm(Scale.ABD_UPPER)
            case rules.RibSpace(number):
                return self._rib_space(number), self.cun_mm(Scale.STERNUM)
            case rules.UnderSpinousProcess(vertebra):
                names = [each.value for each in rules.Vertebra] + ["S1"]
                after = names[names.index(vertebra.value) + 1]
                return float(at(vertebra.value)[1] + at(after)[1]) / 2.0, self.cun_mm(Scale.BACK_WIDTH)
            case rules.SacralForamen(number):
                return float(at(f"sacral_foramen_{number}")[1]), self.cun_mm(Scale.BACK_WIDTH)
            case rules.PubicEdge():
                return float(at("pubic_symphysis_sup")[1]), self.cun_mm(Scale.ABD_LOWER)
            case rules.UnderCollarbone() | rules.OverCollarbone():
                sign = -0.5 if isinstance(level, rules.UnderCollarbone) else 0.5
                edge = sign * self.cun_mm(Scale.FINGER_CUN)
                bone = [at(f"clavicle_{part}") for part in ("inner", "middle", "outer")]
                line = np.interp(abs(here[0]), [stop[0] for stop in bone], [stop[1] for stop in bone])
                return float(line) + edge, self.cun_mm(Scale.FINGER_CUN)
            case rules.JustAbove(landmark):
                over = 0.3 * self.cun_mm(Scale.HEAD_SAGITTAL)
                return float(at(landmark)[1]) + over, self.cun_mm(Scale.HEAD_SAGITTAL)
            case rules.HeightOf(place):
                return float(self.place(place)[1]), self.cun_mm(Scale.FINGER_CUN)
            case rules.HeightAbove(place, cun, scale):
                return float(self.place(place)[1]) + cun * self.cun_mm(scale), self.cun_mm(scale)

    def _rib_space(self, number: int) -> float:
        at = self.landmark
        breastbone = at("xiphisternal_junction"), at("suprasternal_notch")
        second = float(at("sternal_angle")[1]) - 0.5 * self.cun_mm(Scale.STERNUM)
        fourth = self._on_midline(*breastbone, 1.6 / 9.0)
        belly = at("umbilicus"), at("xiphisternal_junction")
        return {
            1: float(0.4 * at("suprasternal_notch")[1] + 0.6 * at("sternal_angle")[1]),
            2: second,
            3: (second + fourth) / 2.0,
            4: fourth,
            5: float(at("breast_crease_mid")[1]),
            6: self._on_midline(*belly, 6.0 / 8.0),
            7: self._on_midline(*belly, 5.0 / 8.0),
        }[number]

    def _on_midline(self, start: np.ndarray, end: np.ndarray, share: float) -> float:
        """The height at a share of the front midline, which is seen straight from the front."""
        surface, body = self.locator.places.surface, self.locator.body
        points = [start]
        for height in np.linspace(start[1], end[1], 24)[1:-1]:
            ray = np.array((0.01, height, 3000.0)), np.array((0.0, 0.0, -1.0))
            points.append(surface.ray(*ray, ("trunk", "neck", "thigh_left")).position_mm(body))
        points.append(end)
        steps = np.linalg.norm(np.diff(np.array(points), axis=0), axis=1)
        gone = np.concatenate(([0.0], np.cumsum(steps)))
        return float(np.interp(share * gone[-1], gone, [place[1] for place in points]))


def misses(tape: Tape, rule: rules.Place, here: np.ndarray) -> list[tuple[str, float]]:
    """Return by how many cun a place misses each number of its rule."""
    match rule:
        case rules.Cun(first, second, cun, scale):
            start, end = tape.place(first), tape.place(second)
            found = tape.along_mm(scale, start, here) / tape.cun_mm(scale)
            back = float((here - start) @ (end - start)) < 0.0
            return [(f"{cun:g} {scale.value}", abs(found * (-1.0 if back else 1.0) - cun))]
        case rules.Off():
            return [(f"{rule.amount:g} {rule.scale.value} {rule.direction.value}", _off(tape, rule, here))]
        case rules.Front(level, lateral):
            return [*_level(tape, level, here), ("across", _across_front(tape, lateral, here))]
        case rules.Back(level, lateral):
            return [
                *_level(tape, level, here),
                ("across", abs(here[0] / tape.cun_mm(Scale.BACK_WIDTH) - lateral)),
            ]
        case rules.Flank(level, _, _):
            return _level(tape, level, here)
        case rules.Mid(first, second):
            return [("middle", _share(tape, first, second, 0.5, here))]
        case rules.Along(first, second, fraction):
            return [("share", _share(tape, first, second, fraction, here))]
        case rules.HeadUp(up, lateral) if lateral == 0.0:
            # Counted as 5 cun to the crown and 7 behind it.
            front, crown = tape.landmark("ant_hairline_mid"), tape.landmark("crown_mid")
            ends = (front, crown) if up <= 5.0 else (crown, tape.landmark("post_hairline_mid"))
            cun = tape.over_head_mm(*ends) / (5.0 if up <= 5.0 else 7.0)
            gone = tape.over_head_mm(ends[0], here) if np.linalg.norm(here - ends[0]) > 0.5 else 0.0
            return [("behind the hairline", abs(gone / cun - (up if up <= 5.0 else up - 5.0)))]
        case rules.Meet(_, second) if not isinstance(
            second, rules.At | rules.Vertical | rules.JustMedialOf | rules.Between
        ):
            return _level(tape, second, here)
        case _:
            return []


def _level(tape: Tape, level: rules.Level, here: np.ndarray) -> list[tuple[str, float]]:
    wanted, cun = tape.height_cun(here, level)
    return [("height", abs(float(here[1]) - wanted) / cun)]


def _across_front(tape: Tape, lateral: float, here: np.ndarray) -> float:
    cun = tape.cun_mm(Scale.CHEST_WIDTH)
    if lateral <= 4.0:
        return abs(float(here[0]) / cun - lateral)
    # Straight to the nipple line, on the skin beyond it.
    surface = tape.locator.places.surface
    ray = np.array((4.0 * cun, here[1], 3000.0)), np.array((0.0, 0.0, -1.0))
    line = surface.ray(*ray, ("trunk", "neck")).position_mm(tape.locator.body)
    return abs(4.0 + tape.skin_mm(line, here) / cun - lateral)


def _share(tape: Tape, first: rules.Place, second: rules.Place, fraction: float, here: np.ndarray) -> float:
    start, end = tape.place(first), tape.place(second)
    before, after = tape.skin_mm(start, here), tape.skin_mm(here, end)
    return abs(before / (before + after) - fraction) * 5.0  # so that a tenth means 2 % of the way


def _off(tape: Tape, rule: rules.Off, here: np.ndarray) -> float:
    start, cun = tape.place(rule.place), tape.cun_mm(rule.scale)
    places = tape.locator.places
    if rule.measured_from is not None or rule.towards is not None:
        zero = tape.landmark(rule.measured_from) if rule.measured_from is not None else start
        part = places.part(places.place(rule.place, LEFT)).rpartition("_")[0]
        joints = ("l-hand", "l-finger-3-1") if part == "hand" else _JOINTS[part]
        ends = [tape.locator.body.joints_mm[joint] for joint in joints]
        axis = (ends[1] - ends[0]) / np.linalg.norm(ends[1] - ends[0])
        sign = -1.0 if rule.direction is Direction.PROXIMAL else 1.0
        return abs(float((here - zero) @ axis) * sign / cun - rule.amount)
    if rule.direction in (Direction.PROXIMAL, Direction.DISTAL):
        return abs(tape.along_mm(rule.scale, start, here) / cun - rule.amount)
    return abs(tape.skin_mm(start, here) / cun - rule.amount)
