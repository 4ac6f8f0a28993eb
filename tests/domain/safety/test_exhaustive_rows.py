"""The comparison is not blind: weaken any row of the table in any one way, and it is noticed.

Each row is taken out, each of its limits too, each cap raised by one, each region of a block dropped, each
age moved by a year, each action lowered by one step, each "not sure" read the other way, and each "so many
of these" counted differently. ``LEFT_TO_THE_APP`` names what the sources leave open: there the table may
say more than they do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from acupress_desktop.domain.ids import PointCode, RuleId
from acupress_desktop.domain.safety import rules
from acupress_desktop.domain.safety.answers import Answers
from acupress_desktop.domain.safety.conditions import (
    AgeBelow,
    AgeFrom,
    Answered,
    AtLeast,
    Condition,
    Truth,
    questions_in,
)
from acupress_desktop.domain.safety.evaluate import Reading
from acupress_desktop.domain.safety.outcome import Urgency
from acupress_desktop.domain.safety.rules import Action, ActionKind, Catalogue, Rule, Unsure
from acupress_desktop.domain.safety.screen import screen
from tests.domain.safety.oracle import Case
from tests.domain.safety.oracle_answers import risky_answers
from tests.domain.safety.oracle_check import noes, together, typed, wrong_with
from tests.domain.safety.world import atlas, catalogue, near, person, regions

LOWER = {
    ActionKind.EMERGENCY: Action(ActionKind.REFER, Urgency.SAME_DAY),
    ActionKind.REFER: Action(ActionKind.BLOCK_SESSION),
    ActionKind.BLOCK_SESSION: Action(ActionKind.SEE, Urgency.ROUTINE),
}
OWN_CHOICE = "more careful than the sources by our own choice"
ALSO_SAID = "another row says the same of these answers, or more"
NEVER_ASKED = "the row does not hear a not-sure, or nothing but one"
LEFT_TO_THE_APP: dict[str, str] = {
    # Not sure of the first screen, of illness or of signs: each line there says the same, and E00 first.
    **dict.fromkeys(("E00 gone", "E00 milder", "R05 unsure", "R08 unsure", "R06 unsure"), ALSO_SAID),
    **{f"E{number:02} unsure": ALSO_SAID for number in range(1, 19) if number != 14},
    **{f"{row} unsure": ALSO_SAID for row in ("E07b", "E11b", "R11b", "R13", "PR1", "PR3", "L11", "L15b")},
    **{f"{row} unsure": NEVER_ASKED for row in ("E00", "L03b", "L05b", "L17b")},
    # Fever with a sore back is in two rows; cancer or weight loss with another sign is in R03 too.
    **dict.fromkeys(("R12 without part 1", "LB3 without part 1"), ALSO_SAID),
    **{f"LB5 part 1 part 1 without part {part}": ALSO_SAID for part in (1, 2, 3)},
    "LB4 limit 0 without area-low-back": ALSO_SAID,
    "LB4 limit 0 without buttock": OWN_CHOICE,
    "MS2 limit 0 gone": OWN_CHOICE,
    "PP1 without yes_caesarean": ALSO_SAID,
    # The hand of a mending, operated or flaring arm rests; hips: the calf as well; thin skin below 75 too.
    **dict.fromkeys(("L06 limit 1 gone", "L12 limit 1 gone", "L18 limit 1 gone"), OWN_CHOICE),
    **dict.fromkeys(("L26 limit 1 gone", "L15b limit 0 gone", "L15b limit 0 cap"), OWN_CHOICE),
    **dict.fromkeys(("L15 limit 0 gone", "L15 limit 0 cap"), ALSO_SAID),
}
"""What may be weakened without a difference to what the sources ask for, and why."""
CASES_MAX = 300
"""So many cases that a weaker row could change are looked at, at most."""
COMPLAINTS = ("calm", "headache", "low_back_local", "knee", "sleep", "chest", "belly")


@cache
def cases() -> tuple[Case, ...]:
    """Answers alone, and those together that one row joins."""
    joined: list[dict[str, object]] = [
        both
        for first in risky_answers()
        for second in risky_answers()
        if set(first) & _JOINED and set(second) & _JOINED
        if (both := together(first, second)) is not None
    ]
    alone = [
        Case(complaint, age, answers)
        for answers in risky_answers()
        for complaint in COMPLAINTS
        for age in (17, 18, 44, 49, 50, 74, 75)
    ]
    both_said = [
        Case(complaint, age, answers)
        for answers in joined
        for complaint in (("low_back_local",) if "low_back" in repr(answers) else ("calm", "headache"))
        for age in (19, 20, 44, 55, 56, 64, 65)
    ]
    found = [*alone, *both_said]
    mixed = [found[at * 7919 % len(found)] for at in range(len(found))]
    return (*(Case(complaint, age, {}) for complaint in COMPLAINTS for age in (17, 18, 44)), *mixed)


_JOINED = {
    *("low_back_first_time", "low_back_constant_at_night", "low_back_new_shape", "low_back_upper"),
    *("low_back_small_fall", "low_back_steroids", "low_back_past_cancer", "thin_bones"),
    *("blood_thinner", "today_injury_signs", "neck_shoulder_knock", "today_ill_fever"),
}


def weaker(rule: Rule) -> Iterator[tuple[str, Rule | None]]:
    """Name and make every weakened form of a row; ``None`` is the row taken out."""
    yield "gone", None
    if rule.action.kind in LOWER:
        yield "milder", replace(rule, action=LOWER[rule.action.kind])
    other = Unsure.COUNTS_AS_YES if rule.unsure is Unsure.ADVISE_AND_CAP_3 else Unsure.ADVISE_AND_CAP_3
    if any(questions_in(rule.when)):
        yield "unsure", replace(rule, unsure=other)
    ends_the_session = rule.action.kind in LOWER
    for at, limit in enumerate(() if ends_the_session else rule.limits):
        without = (*rule.limits[:at], *rule.limits[at + 1 :])
        yield f"limit {at} gone", replace(rule, limits=without)
        for what, changed in weaker_limit(limit):
            yield (
                f"limit {at} {what}",
                replace(rule, limits=(*rule.limits[:at], changed, *rule.limits[at + 1 :])),
            )
    for what, when in weaker_condition(rule.when):
        yield what, replace(rule, when=when)


def weaker_limit(limit: rules.Limit) -> Iterator[tuple[str, rules.Limit]]:
    match limit:
        case rules.Cap(max_felt_pressure=most):
            yield "cap", replace(limit, max_felt_pressure=most + 1)
        case rules.MaxHold(seconds=seconds):
            yield "hold", replace(limit, seconds=seconds + 1)
        case rules.BlockRegions(regions=words) if len(words) > 1:
            for word in words:
                yield f"without {word}", replace(limit, regions=tuple(one for one in words if one != word))
        case rules.OnlyPoints(points=points):
            yield "one more point", replace(limit, points=(*points, PointCode("LI4")))
        case _:
            return


def weaker_condition(when: Condition) -> Iterator[tuple[str, Condition]]:
    match when:
        case AgeFrom(years=years):
            yield f"from {years + 1}", AgeFrom(years + 1)
        case AgeBelow(years=years):
            yield f"below {years - 1}", AgeBelow(years - 1)
        case Answered(options=options) if len(options) > 1:
            for option in options:
                yield (
                    f"without {option}",
                    replace(when, options=tuple(one for one in options if one != option)),
                )
        case AtLeast(count=count, of=parts):
            if count < len(parts):
                yield f"{count + 1} of {len(parts)}", AtLeast(count + 1, parts)
                for at in range(len(parts)):
                    yield f"without part {at}", AtLeast(count, (*parts[:at], *parts[at + 1 :]))
            for at, part in enumerate(parts):
                for what, changed in weaker_condition(part):
                    yield f"part {at} {what}", AtLeast(count, (*parts[:at], changed, *parts[at + 1 :]))
        case _:
            return


def with_row(rule: Rule, instead: Rule | None) -> Catalogue:
    known = catalogue()
    rows = [instead if one.id == rule.id else one for one in known.rules]
    return Catalogue(
        [one for one in rows if one is not None],
        known.questions,
        known.pages,
        known.complaints,
        known.sources,
        known.groups,
    )


def noticed(rule: Rule, instead: Rule | None) -> bool:
    changed = with_row(rule, instead)
    looked_at = 0
    for case, reading in readings():
        was = reading.truth(rule.when)
        now = Truth.NO if instead is None else reading.truth(instead.when)
        row_is_the_same = instead is not None and instead == replace(rule, when=instead.when)
        if was is now and (row_is_the_same or was in (Truth.NO, Truth.UNKNOWN)):
            continue
        looked_at += 1
        if looked_at > CASES_MAX:
            return False
        result = screen(changed, atlas(), regions(), near(), reading.context, reading.answers)
        if wrong_with(case, result):
            return True
    return False


@cache
def readings() -> tuple[tuple[Case, Reading], ...]:
    return tuple(
        (
            case,
            Reading(
                catalogue(),
                regions(),
                person(case.complaint, case.age),
                Answers({**noes(), **typed(case.answers)}),
            ),
        )
        for case in cases()
    )


ROWS = [rule.id for rule in catalogue().rules if rule.id != "S01"]


@pytest.mark.slow
@pytest.mark.parametrize("row", ROWS)
def test_a_weaker_row_is_noticed(row: RuleId) -> None:
    rule = catalogue().rule(row)
    quiet = {f"{row} {what}" for what, instead in weaker(rule) if not noticed(rule, instead)}
    assert set(quiet) == {name for name in LEFT_TO_THE_APP if name.split()[0] == row}
