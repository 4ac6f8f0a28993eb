"""Which numbers of our own choosing a rule leans on, through every landmark and scale behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Final

from acupress_desktop.domain.anatomy import rules
from acupress_desktop.domain.anatomy.landmarks import AbsentLandmark, ComputedLandmark, LandmarkSet
from acupress_desktop.domain.anatomy.rules import LandmarkId, Place, Scale
from acupress_desktop.domain.anatomy.scales import SCALE_RULES
from acupress_desktop.domain.ids import PointCode

UNDER_SPINOUS_PROCESS: Final = "under_spinous_process"
"""How far below a spinous process its dip lies."""
RIB_SPACES: Final = "rib_spaces"
"""The rib spaces that the standard ties to no landmark."""
COLLARBONE_EDGE: Final = "collarbone_edge"
"""From the line of the collarbone to its edge."""
DIP_OVER_C2: Final = "dip_over_c2"
"""From the spinous process of C2 to the dip over it."""
JUST_INSIDE: Final = "just_inside"
"""How far inside a landmark "just inside" is."""

_RIB_SPACES_OF_THE_STANDARD: Final = (2, 4, 5, 6)
_HEIGHT_LANDMARKS: Final[Mapping[type, tuple[str, ...]]] = {
    rules.PubicEdge: ("pubic_symphysis_sup",),
    rules.FromThroatNotch: ("suprasternal_notch", "xiphisternal_junction"),
    rules.UnderCollarbone: ("clavicle_inner", "clavicle_middle", "clavicle_outer"),
    rules.OverCollarbone: ("clavicle_inner", "clavicle_middle", "clavicle_outer"),
    rules.Flank: ("axilla_center", "waist_side_mid"),
    rules.HeadUp: ("ant_hairline_mid", "crown_mid", "post_hairline_mid"),
    rules.HeadUpFromRear: ("ant_hairline_mid", "crown_mid", "post_hairline_mid"),
}
_OWN_HEIGHTS: Final[Mapping[type, str]] = {
    rules.UnderSpinousProcess: UNDER_SPINOUS_PROCESS,
    rules.UnderCollarbone: COLLARBONE_EDGE,
    rules.OverCollarbone: COLLARBONE_EDGE,
    rules.JustAbove: DIP_OVER_C2,
    rules.JustMedialOf: JUST_INSIDE,
}
_SCALES: Final[Mapping[type, tuple[Scale, ...]]] = {
    rules.Front: (Scale.CHEST_WIDTH,),
    rules.Back: (Scale.BACK_WIDTH,),
    rules.Flank: (Scale.CHEST_WIDTH,),
    rules.HeadUp: (Scale.HEAD_WIDTH,),
    rules.HeadUpFromRear: (Scale.MASTOID_WIDTH,),
}


def own_choices(
    rule: Place, landmarks: LandmarkSet, point_rules: Mapping[PointCode, Place]
) -> tuple[str, ...]:
    """Return the landmarks and heights with a number of our own that a rule leads back to, each once.

    A number in the rule itself is not among them; the atlas marks that at the point.
    """
    return tuple(dict.fromkeys(_Walk(landmarks, point_rules).through(rule)))


class _Walk:
    """One walk through a rule; every landmark and point is entered once."""

    def __init__(self, landmarks: LandmarkSet, point_rules: Mapping[PointCode, Place]) -> None:
        self._landmarks = landmarks
        self._point_rules = point_rules
        self._seen: set[str] = set()

    def through(self, part: object) -> Iterator[str]:
        """Yield the own choices below a part of a rule."""
        if isinstance(part, Scale):
            yield from self._scale(part)
        elif isinstance(part, str):
            yield from self._landmark(LandmarkId(part))
        elif isinstance(part, tuple):
            for each in part:
                yield from self.through(each)
        elif isinstance(part, rules.PointPlace):
            if part.code not in self._seen:
                self._seen.add(part.code)
                yield from self.through(self._point_rules[part.code])
        elif is_dataclass(part) and not isinstance(part, type):
            yield from self._form(part)

    def _form(self, part: object) -> Iterator[str]:
        if type(part) in _OWN_HEIGHTS:
            yield _OWN_HEIGHTS[type(part)]
        for name in (*_HEIGHT_LANDMARKS.get(type(part), ()), *_behind(part)):
            yield from self._landmark(LandmarkId(name))
        if isinstance(part, rules.RibSpace) and part.number not in _RIB_SPACES_OF_THE_STANDARD:
            yield RIB_SPACES
        across = getattr(part, "lateral_cun", getattr(part, "anterior_cun", 0.0))
        for scale in _SCALES.get(type(part), ()):
            if across:
                yield from self._scale(scale)
        if is_dataclass(part):
            for field in fields(part):
                yield from self.through(getattr(part, field.name))

    def _scale(self, scale: Scale) -> Iterator[str]:
        rule = SCALE_RULES.get(scale)
        if rule is not None:
            yield from self._landmark(rule.start)
            yield from self._landmark(rule.end)

    def _landmark(self, name: LandmarkId) -> Iterator[str]:
        if name in self._seen:
            return
        self._seen.add(name)
        landmark = self._landmarks[name]
        if isinstance(landmark, AbsentLandmark):
            return
        if landmark.own_choice:
            yield name
        if isinstance(landmark, ComputedLandmark):
            yield from self.through(landmark.rule)


def _behind(part: object) -> tuple[str, ...]:
    """Return the landmarks behind a height that its tree does not spell out."""
    match part:
        case rules.UnderSpinousProcess(vertebra):
            spine = [each.value for each in rules.Vertebra] + ["S1"]
            return (vertebra.value, spine[spine.index(vertebra.value) + 1])
        case rules.SacralForamen(number):
            return (f"sacral_foramen_{number}",)
        case rules.RibSpace(number):
            return _behind_rib_space(number)
        case rules.FromNavel(cun):
            return ("umbilicus", "xiphisternal_junction" if cun > 0.0 else "pubic_symphysis_sup")[
                : 1 + bool(cun)
            ]
        case rules.FromBreastboneEnd(cun):
            return ("xiphisternal_junction", "suprasternal_notch" if cun > 0.0 else "umbilicus")
        case _:
            return ()


def _behind_rib_space(number: int) -> tuple[str, ...]:
    breastbone = ("suprasternal_notch", "xiphisternal_junction")
    match number:
        case 1:
            return ("suprasternal_notch", "sternal_angle")
        case 2 | 3:
            return ("sternal_angle", *breastbone)
        case 4:
            return breastbone
        case 5:
            return ("breast_crease_mid",)
        case _:
            return ("umbilicus", "xiphisternal_junction")
