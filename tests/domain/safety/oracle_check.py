"""Compares what the screen and the plans give with what the tables, typed a second time, ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations

from acupress_desktop.domain.atlas import Pressability
from acupress_desktop.domain.ids import PointCode, QuestionId, RegionId
from acupress_desktop.domain.plans import CALM, Choices, plan
from acupress_desktop.domain.protocols import (
    HOLD_SECONDS_MIN,
    DoseStage,
    Plan,
    Protocol,
    Technique,
)
from acupress_desktop.domain.safety.answers import (
    Answer,
    Answers,
)
from acupress_desktop.domain.safety.outcome import (
    BreathingGuide,
    Clearance,
    Cleared,
    OutcomeKind,
    ScreenResult,
    Unanswered,
    Urgency,
)
from acupress_desktop.domain.safety.person import CanBePregnant
from acupress_desktop.domain.safety.plain import answer_from_plain
from acupress_desktop.domain.sides import SiteSide
from tests.domain.safety.oracle import Asked, Case, asked_for
from tests.domain.safety.oracle_answers import risky_answers
from tests.domain.safety.oracle_words import Site, everything, sites_of
from tests.domain.safety.strategies import ASKED, harmless_for_sure
from tests.domain.safety.world import atlas, catalogue, person, protocols, regions, screened

AGES = (18, 19, 20, 44, 49, 50, 55, 56, 64, 65, 74, 75, 90)
"""Both sides of every threshold: 20, 50, 56, 65 and 75; below 18 nobody gets a session."""
COMPLAINTS = tuple(one.id for one in catalogue().complaints)
KINDS = {
    "allow": (OutcomeKind.ALLOW, OutcomeKind.ALLOW_WITH_LIMITS),
    "postpone": (OutcomeKind.POSTPONE,),
    "refer today": (OutcomeKind.REFER,),
    "refer soon": (OutcomeKind.REFER,),
    "emergency": (OutcomeKind.EMERGENCY,),
}
SETS: Mapping[str, Protocol] = {one.complaint: one for one in protocols() if one.offered}
CALM_SET = next(one for one in protocols() if one.id == CALM)
BOTH = (CanBePregnant.YES, CanBePregnant.NO)


@cache
def noes() -> Answers:
    """A no to every question there is; the places are asked only after a yes."""
    given = {question.id: harmless_for_sure(question) for question in ASKED}
    return Answers({question: answer for question, answer in given.items() if answer is not None})


def typed(plain: Mapping[str, object]) -> dict[QuestionId, Answer]:
    return {QuestionId(key): _one(key, repr(value), value) for key, value in plain.items()}


_READ: dict[tuple[str, str], Answer] = {}


def _one(key: str, text: str, value: object) -> Answer:
    if (key, text) not in _READ:
        _READ[key, text] = answer_from_plain(catalogue().question(QuestionId(key)), regions(), value)
    return _READ[key, text]


def result_of(case: Case, can_be_pregnant: CanBePregnant = CanBePregnant.YES) -> ScreenResult:
    answers = Answers({**noes(), **typed(case.answers)})
    return screened(person(case.complaint, case.age, can_be_pregnant), answers)


def offered(clearance: Clearance) -> set[Site]:
    """Sites that this clearance leaves to press."""
    out = {(site.point, site.side) for site in clearance.blocked_sites}
    only = clearance.only_points
    return {site for site in everything() - out if only is None or site[0] in only}


@cache
def _capped(word: RegionId) -> frozenset[PointCode]:
    return regions().points(word)


def caps(clearance: Clearance) -> dict[PointCode, int]:
    most = {point.code: 10 for point in atlas()}
    for cap in clearance.pressure_caps:
        for code in [code for word in cap.regions for code in _capped(word)] or most:
            most[code] = min(most[code], cap.max_felt_pressure)
    return most


def wrong_with(case: Case, result: ScreenResult) -> str:
    """What is wrong with a result, in a few words; empty where nothing is."""
    asked = asked_for(case)
    if isinstance(result, Unanswered):
        return f"not answered: {result.questions}"
    if result.kind not in KINDS[asked.worst] and not any(result.kind in KINDS[how] for how in asked.may_end):
        return f"{result.kind} instead of {asked.worst}"
    if result.kind is OutcomeKind.REFER and not comes_soon_enough(asked, result.urgency):
        return f"{result.urgency} instead of {asked.worst}"
    if not isinstance(result, Cleared):
        return ""
    if (result.kind is OutcomeKind.ALLOW) is (asked.told or bool(result.clearance.pressure_caps)):
        return f"{result.kind} for {case.answers}"
    return wrong_with_limits(asked, result.clearance) or wrong_with_plans(case, asked, result.clearance)


def comes_soon_enough(asked: Asked, urgency: Urgency | None) -> bool:
    """Whether a referral comes as soon as the sources ask."""
    soon = {"refer today": Urgency.SAME_DAY, "refer soon": Urgency.URGENT_WITHIN_DAYS}
    return urgency in {soon[how] for how in (asked.worst, *asked.may_end) if how in soon}


def wrong_with_limits(asked: Asked, clearance: Clearance) -> str:
    left = offered(clearance)
    if left & asked.forbidden:
        return f"offers {sorted(left & asked.forbidden, key=str)[:4]}"
    needless = everything() - left - asked.forbidden - asked.may_be_out
    if needless:
        return f"leaves out {sorted(needless, key=str)[:4]} for no reason"
    most = caps(clearance)
    for code in {code for code, _ in left}:
        least, need = asked.caps_at(code)
        if not least <= most[code] <= need:
            return f"felt pressure {most[code]} at {code}, not {least} to {need}"
    if bool(clearance.no_tools_by) is not asked.no_tools:
        return f"no tools by {clearance.no_tools_by}"
    halved, breathing = bool(clearance.halve_holds_by), clearance.breathing is BreathingGuide.OFF_BY_DEFAULT
    told = (clearance.max_hold_seconds, halved, breathing, bool(clearance.breath_holds_off_by))
    if told != (asked.max_hold_seconds, asked.halved, asked.breathing_off, asked.no_breath_held):
        return f"seconds, halved, breathing off, no breath held: {told}"
    return ""


def wrong_with_plans(case: Case, asked: Asked, clearance: Clearance) -> str:
    sets = {CALM: CALM_SET}
    if case.complaint in SETS:
        sets[SETS[case.complaint].id] = SETS[case.complaint]
    for one in sets.values():
        stage = DoseStage.USUAL if case.age % 2 else DoseStage.FIRST_WEEK
        made = plan(one, clearance, atlas(), regions(), Choices(stage=stage))
        if isinstance(made, Plan) and (wrong := wrong_with_plan(asked, made, one)):
            return f"{one.id} {stage}: {wrong}"
    return ""


def atlas_cap(code: PointCode) -> int:
    """A01 and the corrected cells: light only 3, belly 2, beside the beat 4, and the points named there."""
    if atlas()[code].pressability is Pressability.LIGHT_ONLY:
        return 2 if (code, SiteSide.MIDLINE) in _BELLY or (code, SiteSide.LEFT) in _BELLY else 3
    return {"LR3": 4, "KI3": 4, "GB20": 3, "X-ANMIAN": 3, "EX-HN5": 3, "EX-HN3": 3, "BL23": 3}.get(code, 5)


_BELLY = sites_of("abdomen")


def wrong_with_plan(asked: Asked, made: Plan, wanted: Protocol) -> str:
    points = {step.point for step in wanted.steps}
    stand_ins = {other.point for step in wanted.steps for other in step.replacements}
    seen: set[Site] = set()
    for step in made.steps:
        site = (step.point, step.side)
        least, most = asked.caps_at(step.point)
        longest = step.prescribed_seconds // (2 if asked.halved else 1)
        if atlas()[step.point].pressability is Pressability.LIGHT_ONLY:
            longest = min(longest, 180)
        longest = max(HOLD_SECONDS_MIN, min(longest, asked.max_hold_seconds))
        first_week = step.prescribed_seconds // 2 if made.stage is DoseStage.FIRST_WEEK else 300
        problems = {
            "forbidden": site in asked.forbidden,
            "of no set": step.point not in points | stand_ins,
            "twice": site in seen,
            "too hard": step.felt_pressure > min(most, atlas_cap(step.point)),
            "too soft for no reason": step.felt_pressure < min(least, 2),
            "too long": step.hold_seconds > min(longest, max(HOLD_SECONDS_MIN, first_week)),
            "longer by a button": asked.halved and step.site_seconds_max > longest,
            "too long by a button": step.site_seconds_max > asked.max_hold_seconds,
            "with fists": asked.no_fists and step.technique is Technique.THUMBS_OR_SOFT_FISTS,
        }
        seen.add(site)
        if found := [what for what, is_so in problems.items() if is_so]:
            return f"{site} {found}"
    return ""


def all_wrong(cases: Iterable[tuple[Case, CanBePregnant]]) -> list[str]:
    found = []
    for case, can_be in cases:
        wrong = wrong_with(case, result_of(case, can_be))
        if wrong:
            found.append(f"{case.complaint} {case.age} {case.answers}: {wrong}")
    return found


def limiting() -> list[dict[str, object]]:
    """Answers that still allow a session, for a person of 44 with the calm set."""
    return [one for one in risky_answers() if asked_for(Case("calm", 44, one)).worst == "allow"]


def together(first: Mapping[str, object], second: Mapping[str, object]) -> dict[str, object] | None:
    """Both answers, or ``None`` where they answer the same question."""
    return None if set(first) & set(second) else {**first, **second}


def pairs() -> Iterator[dict[str, object]]:
    for first, second in combinations(limiting(), 2):
        both = together(first, second)
        if both is not None:
            yield both
