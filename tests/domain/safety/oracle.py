"""What the source tables ask for, typed a second time and in another way, to compare the screen with.

Written from the decision table and its corrections, row by row, as plain Python over plain answers. It
reads no rule, no question and no union of regions of the app: words such as "legs" are spelled out here
over the region in which the atlas puts each point.

A row may say more than the sources where the app is more careful by its own choice. Such sites and caps are
*tolerated*: they may be left out or pressed more softly, and need not be.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from acupress_desktop.domain.ids import PointCode
from tests.domain.safety.oracle_words import (
    AREAS,
    Site,
    everything,
    leg_points,
    never_alone,
    region_is_in,
    sites_of,
)

Plain = Mapping[str, object]

LOW_BACK = ("low_back", "low_back_tired", "low_back_local")
HEAD_PAIN = ("headache", "migraine")

HOW_BAD = ("emergency", "refer today", "refer soon", "postpone")
# The sore place of a complaint, for an operation there (L12).
SORE: dict[str, tuple[str, ...]] = {
    "neck_shoulder": ("neck", "area-neck", "area-shoulder"),
    **dict.fromkeys(LOW_BACK, ("area-low-back",)),
    **dict.fromkeys(HEAD_PAIN, ("area-head",)),
    "jaw": ("jaw",),
    "knee": ("knee",),
    "period_cramps": ("abdomen",),
    "muscle_soreness": ("legs",),
}


@dataclass(frozen=True)
class Case:
    """One person, one complaint, and what was answered besides noes."""

    complaint: str
    age: int
    answers: Plain

    def yes(self, question: str, *options: str) -> bool:
        return self.answers.get(question) in (options or ("yes",))

    def unsure(self, question: str) -> bool:
        return self.answers.get(question) == "unsure"

    def risky(self, question: str) -> bool:
        """Yes, or "don't know" where that is the risky answer: E, R, pregnancy, blood thinner, leg."""
        return self.yes(question) or self.unsure(question)

    def ticked(self, question: str, *options: str) -> bool:
        answer = self.answers.get(question)
        if answer == "unsure":
            return True
        return isinstance(answer, list) and any(option in answer for option in options)

    def places(self, question: str) -> list[tuple[str, str]]:
        answer = self.answers.get(question)
        if not isinstance(answer, list):
            return []
        return [(place["region"], place.get("side") or "midline") for place in answer]


@dataclass
class Asked:
    """What the sources ask for, added up row by row."""

    ends: set[str] = field(default_factory=set)
    may_end: set[str] = field(default_factory=set)
    out: set[Site] = field(default_factory=lambda: set(never_alone()))
    may_be_out: set[Site] = field(default_factory=set)
    cap: int = 10
    cap_of_legs: int = 10
    softest: int = 10
    """As ``cap``, with the caps that are the app's own choice."""
    max_hold_seconds: int = 300
    halved: bool = False
    no_tools: bool = False
    no_fists: bool = False
    """Nothing that presses with a fist: thin bones and thin skin as well as a blood thinner (A8, P04)."""
    breathing_off: bool = False
    no_breath_held: bool = False
    """Measures, section 5: pregnancy, heart or lung disease, epilepsy, high blood pressure, glaucoma."""
    told: bool = False
    """Whether any row holds: ALLOW is for answer sets with only noes."""

    def end(self, how: str) -> None:
        self.ends.add(how)
        self.told = True

    def leave_out(self, *words: str, side: str = "midline") -> None:
        self.told = True
        for word in words:
            self.out |= sites_of(word, side)

    def tolerate(self, *words: str, side: str = "midline") -> None:
        for word in words:
            self.may_be_out |= sites_of(word, side)

    def soften(self, most: int, *, own_choice: bool = False) -> None:
        self.told = True
        self.softest = min(most, self.softest)
        if not own_choice:
            self.cap = min(most, self.cap)

    def soften_legs(self, most: int) -> None:
        self.told = True
        self.cap_of_legs = min(most, self.cap_of_legs)

    def caps_at(self, code: PointCode) -> tuple[int, int]:
        """Return the least and the most that may be felt at a point."""
        legs = self.cap_of_legs if code in leg_points() else 10
        return min(self.softest, legs), min(self.cap, legs)

    @property
    def forbidden(self) -> frozenset[Site]:
        return frozenset(self.out)

    @property
    def worst(self) -> str:
        return next((how for how in HOW_BAD if how in self.ends), "allow")


def asked_for(case: Case) -> Asked:
    """Everything that the sources ask for in this case."""
    asked = Asked()
    _ends_today(case, asked)
    _ends_by_the_list(case, asked)
    _low_back(case, asked)
    _headache(case, asked)
    _pregnancy(case, asked)
    _blood(case, asked)
    _tapped(case, asked)
    _conditions(case, asked)
    return asked


def _ends_today(case: Case, asked: Asked) -> None:
    signs = case.answers.get("today_emergency", [])
    if signs:  # ticked, or not sure
        same_day = {"E07b", "E11b"}
        only_doctor = isinstance(signs, list) and set(signs) <= same_day
        asked.end("refer today" if only_doctor else "emergency")
    if case.risky("dark_thoughts"):  # E14, asked in the 30-day list too
        asked.end("emergency")
    if case.risky("today_numb_weak"):  # R01; headache: neuro EMERGENCY
        sudden = case.yes("today_numb_weak_sudden", "yes", "unsure")
        soon = "refer today" if sudden else "refer soon"
        asked.end("emergency" if case.complaint in HEAD_PAIN else soon)
    if case.risky("today_leg"):  # R04
        asked.end("refer today")
    if case.yes("today_ill", "yes", "drowsy", "unsure"):  # R05, R08
        asked.end("postpone")
    if case.ticked("today_injury_signs", "swollen_or_bent"):  # R06
        asked.end("refer today")
    if case.age < 18:  # R07
        asked.end("postpone")
    thinner = case.risky("blood_thinner")
    knock = case.ticked("today_injury_signs", "blow_to_head_or_neck") or case.risky("neck_shoulder_knock")
    fall = case.ticked("today_injury_signs", "any_fall")
    if knock or (fall and (case.age >= 65 or thinner)):  # R09
        asked.end("refer today")
    if thinner and case.complaint in HEAD_PAIN and (knock or fall):  # headache: trauma + anticoagulant
        asked.end("emergency")
    if thinner and case.ticked("today_injury_signs", "blow_to_head_or_neck"):
        asked.may_end.add("emergency")  # the same in any complaint: the app's own choice
    if case.complaint in ("chest", "belly"):  # chest, abdomen as the complaint itself: always
        asked.end("refer today")


# R10, R12, L04, and the stop-and-send lists of one complaint each; "don't know" counts as yes.
REFERS_TODAY = (
    *("ache_on_effort", "low_back_urine_or_colic", "low_back_big_accident", "low_back_infection_risk"),
    *("knee_locked", "knee_pop", "knee_new_joint"),
    *("nerve_foot_sore", "nerve_hot_foot", "nerve_both_sides_new", "clot_now"),
)
# R03, the jaw, the periods, and the list of the headache.
REFERS_SOON = (
    *("weight_loss_or_sweats", "past_cancer_new_pain"),
    *("period_cramps_first_after_years", "period_cramps_bleeding_between"),
    *("period_cramps_fever_or_discharge", "period_cramps_lump"),
    *(
        "jaw_lump",
        "jaw_cannot_open",
        "jaw_numb_face",
        "jaw_cancer_history",
        "jaw_bite_changed",
        "jaw_hearing",
    ),
    *("headache_cancer", "headache_position", "headache_cough_or_effort", "headache_eye_nerve"),
    *("headache_steadily_worse", "headache_one_eye", "headache_weak_defences", "headache_new_medicine"),
)
REFERS = (*REFERS_TODAY, *REFERS_SOON)
# SEE(routine) and plain ADVISE: a session is allowed as it is.
ONLY_TOLD = (
    *("worse_for_weeks", "long_pain_unchecked", "period_cramps_no_better", "headache_tablet_days"),
    *("muscle_soreness_over_a_week", "sleep_breathing_pauses", "tiredness_weight_or_bleeding"),
)


def _ends_by_the_list(case: Case, asked: Asked) -> None:
    if any(case.risky(question) for question in REFERS_TODAY):
        asked.end("refer today")
    if any(case.risky(question) for question in REFERS_SOON):
        asked.end("refer soon")
    if any(case.risky(question) for question in ONLY_TOLD) or case.yes("night_pain", "yes_eased"):
        asked.told = True
    if case.risky("night_pain"):  # R02: every night and not eased
        asked.end("refer soon")
    if case.age >= 50 and case.risky("morning_stiffness"):  # R14
        asked.end("refer soon")
    if case.risky("walking_leg_pain"):  # R11
        asked.soften_legs(2)
        asked.leave_out("feet")
    if case.risky("muscle_soreness_one_side_swollen"):  # SEE, local points off where it says so
        asked.told = True
        asked.tolerate("legs")
    if case.risky("sedating_medicine"):  # R08: prescribed night or pain medicine alone
        asked.soften(4)


def _low_back(case: Case, asked: Asked) -> None:
    first = case.risky("low_back_first_time") and (case.age < 20 or case.age > 55)
    flags = first + sum(
        case.risky(f"low_back_{flag}") for flag in ("constant_at_night", "new_shape", "upper")
    )
    small_fall = case.risky("low_back_small_fall")
    beside = (
        any(case.risky(one) for one in ("low_back_past_cancer", "past_cancer_new_pain", "low_back_steroids"))
        or case.risky("weight_loss_or_sweats")
        or case.risky("today_ill_fever")
        or (small_fall and case.age >= 65)
    )
    if flags >= 2 or (flags == 1 and beside):
        asked.end("refer soon")
    elif flags == 1:  # one alone: SEE(routine), session allowed without back points
        asked.leave_out("spine")
        asked.tolerate("back", "buttock")
    if small_fall and (case.yes("thin_bones") or case.risky("low_back_steroids")):
        asked.end("refer today")
    if small_fall and case.unsure("thin_bones"):
        asked.may_end.add("refer today")
    if case.complaint in LOW_BACK and case.risky("today_ill_fever"):  # R12, and fever with a sore back
        asked.end("refer today")


def _headache(case: Case, asked: Asked) -> None:
    if case.complaint in HEAD_PAIN and case.risky("today_ill_fever"):
        asked.end("refer soon")
    if case.risky("headache_new_or_changed"):
        if case.age >= 50:
            asked.end("refer soon")
        else:  # hand points only
            asked.told = True
            asked.out |= everything() - sites_of("hand")
    after_birth = case.yes("recent_birth", "yes", "yes_caesarean", "unsure")
    if case.complaint in HEAD_PAIN and (case.risky("today_pregnant") or after_birth):
        asked.end("refer soon")


def _pregnancy(case: Case, asked: Asked) -> None:
    if case.risky("today_pregnant"):
        signs = ("high_risk", "bleeding", "tightenings", "moves_less", "waters", "itching")
        if case.ticked("today_pregnant_signs", *signs):
            asked.end("refer today")
        allowed = {"EX-HN3", "PC6", "HT7"}
        asked.out |= {site for site in everything() if site[0] not in allowed}
        asked.soften(3)
        asked.max_hold_seconds = 60
    if case.yes("recent_birth", "yes"):
        asked.told = True
    if case.yes("recent_birth", "yes_caesarean", "unsure"):  # as an operation of the belly: L12
        asked.leave_out("abdomen")
        asked.soften_legs(2)


def _blood(case: Case, asked: Asked) -> None:
    if case.risky("blood_thinner"):  # L01
        asked.soften(3)
        asked.halved = asked.no_tools = asked.no_fists = True
    if case.yes("antiplatelet"):  # L02
        asked.soften(4)
    if case.yes("bleeding_disorder"):  # L03, corrected
        asked.end("postpone")
    if case.yes("bleeding_disorder", "yes_cleared"):
        asked.soften(2)
    if case.yes("past_clot"):  # L05
        asked.leave_out("legs")
    if case.yes("past_clot", "yes_cleared"):
        asked.soften_legs(2)


_BY_PLACE = ("fracture", "recent_surgery", "cancer", "lymph_nodes", "pacemaker_or_implant", "numb_area")
PLACE_QUESTIONS = (
    *(f"{one}_where" for one in (*_BY_PLACE, "varicose_veins", "joint_flare", "no_touch")),
    "today_skin_injury",
)
_OWN_HAND_CHOICE = ("fracture", "recent_surgery", "joint_flare")


def _tapped(case: Case, asked: Asked) -> None:
    for where in PLACE_QUESTIONS:
        opener = where.removesuffix("_where")
        if where != opener and not case.yes(opener):
            continue
        if where != opener and case.unsure(where):  # yes, and not sure where: anywhere may be the place
            asked.told = True
            asked.out |= everything()
        for region, side in case.places(where):
            asked.leave_out(region, side=side)
            _tolerate_across(asked, region)
            _beyond(asked, opener, region, side)
            if opener in _OWN_HAND_CHOICE and region_is_in(region, ("arm",)):
                _rest_hand(asked.may_be_out, side, wide=True)
            if opener == "recent_surgery":
                _operated_where_it_hurts(case, asked, region)
    hands = {side for region, side in case.places("today_skin_injury") if region_is_in(region, ("hand",))}
    for side in hands:  # L08: do not press *with* that hand
        _rest_hand(asked.out, side, wide=False)
        _rest_hand(asked.may_be_out, side, wide=True)
    if "midline" in hands or hands >= {"left", "right"}:  # nothing is left to press with
        asked.end("postpone")


def _beyond(asked: Asked, opener: str, region: str, side: str) -> None:
    if opener in ("lymph_nodes", "fracture"):  # L10, L06: the limb
        for limb in ("arm", "leg"):
            if region_is_in(region, (limb,)):
                asked.leave_out("legs" if limb == "leg" else limb, side=side)
                asked.tolerate(limb, side=side)
        for area in AREAS:
            if region_is_in(region, (area,)):
                asked.tolerate(area, side=side)
                _tolerate_across(asked, area)
    if opener == "lymph_nodes":  # the shoulder and chest quadrant of that side
        if region_is_in(region, ("arm", "shoulder-chest-quadrant")):
            asked.leave_out("arm", "shoulder-chest-quadrant", side=side)
            _tolerate_across(asked, "shoulder-chest-quadrant")
        if region_is_in(region, ("leg", "area-hip", "abdomen-lower")):
            asked.tolerate("leg", "area-hip", "groin", "abdomen-lower", side=side)
            if region_is_in(region, ("leg", "groin")):
                asked.leave_out("legs", side=side)
    if opener in ("varicose_veins", "pacemaker_or_implant"):  # and 5 or 10 cm round it, as measured elsewhere
        asked.may_be_out |= everything()


def _tolerate_across(asked: Asked, region: str) -> None:
    """A region that itself lies across the midline counts with either side."""
    for one in ("chest-midline", "abdomen-umbilicus", "back-spine", "mouth-inner", "perineum"):
        if region_is_in(region, (one,)):
            asked.tolerate(one)


def _rest_hand(out: set[Site], side: str, *, wide: bool) -> None:
    """Without the right hand nobody presses the left arm, nor (``wide``) what else needs that hand."""
    for hand in ("left", "right") if side == "midline" else (side,):
        other = "left" if hand == "right" else "right"
        out |= {site for site in sites_of("arm", other) if site[1].value == other}
        if wide:
            for word in ("area-shoulder", "back-upper"):
                out |= sites_of(word, other)
            out |= sites_of("lumbar", hand)
    if side == "midline" and wide:
        out |= everything()


def _operated_where_it_hurts(case: Case, asked: Asked, region: str) -> None:
    if region_is_in(region, SORE.get(case.complaint, ())):
        asked.end("refer today")
    elif case.complaint not in ("sleep", "stress", "tiredness", "queasy", "calm"):
        asked.may_end.add("refer today")


# Conditions whose "not sure" is ADVISE and CAP 3.
_SOFT_WHEN_UNSURE = (
    *("antiplatelet", "bleeding_disorder", "past_clot", "thin_bones", "heart_condition", "diabetic_foot"),
    *("artery_or_stroke", "breathing_conditions", "belly_condition", "eye_condition", "leg_arteries"),
    *("head_condition", "hip_limits", "varicose_veins", "joint_flare", "no_touch", "today_skin_injury"),
    *_BY_PLACE,
)


def _conditions(case: Case, asked: Asked) -> None:
    _told_of(case, asked)
    if case.risky("fragile_skin"):  # L15: 75 or older and thin skin, or not sure
        if case.age >= 75:
            asked.soften(3)
            asked.halved = asked.no_fists = True
        asked.soften(3, own_choice=not case.unsure("fragile_skin"))
    if case.yes("heart_condition", "yes_unstable") or case.yes("diabetic_foot"):  # L17, L20
        asked.end("refer today")
    if case.unsure("neck_shoulder_neck_history"):
        asked.leave_out("neck")
    asked.no_fists |= case.yes("thin_bones")  # A8: no loin points for L07 and L01
    asked.breathing_off |= case.yes("breathing_conditions")  # L21
    not_to_hold = ("today_pregnant", "heart_condition", "breathing_conditions", "eye_condition")
    asked.no_breath_held |= any(case.risky(question) for question in not_to_hold)
    if case.yes("hip_limits"):
        asked.may_be_out |= {site for site in everything() if site[0] in ("SP6", "BL57")}


def _told_of(case: Case, asked: Asked) -> None:
    asked.told |= any(case.yes(question) for question in _TOLD)
    for question in _SOFT_WHEN_UNSURE:
        if case.unsure(question):
            asked.soften(3)
    for question, most in _CAPS.items():
        if case.yes(question):
            asked.soften(most)
    for question in _CAPS_OF_LEGS:
        if case.yes(question):
            asked.soften_legs(2)
    for question, words in _LEFT_OUT.items():
        if case.yes(question):
            asked.leave_out(*words)


_TOLD = ("heart_condition", "joint_flare", "no_touch", "breathing_conditions")
_CAPS = {"thin_bones": 3, "cancer": 3, "lymph_nodes": 4, "numb_area": 4}  # L07, L11, L10, L14
_CAPS_OF_LEGS = ("recent_surgery", "leg_arteries")  # L12, L24
_LEFT_OUT = {
    "thin_bones": ("spine", "ribs"),  # L07
    "neck_shoulder_neck_history": ("neck",),
    "artery_or_stroke": ("neck",),  # L16
    "belly_condition": ("abdomen",),  # L22
    "eye_condition": ("eye",),  # L23
    "leg_arteries": ("feet",),  # L24
    "head_condition": ("head", "neck"),  # L25
    "hip_limits": ("feet",),  # L26
}
