"""Every set in every form holds no forbidden site; and an answer that is none gives no leave and no plan."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest

from acupress_desktop.domain.ids import QuestionId, RegionId
from acupress_desktop.domain.plans import Choices, plan
from acupress_desktop.domain.protocols import (
    DoseStage,
    Form,
    Part,
    Plan,
    Protocol,
    StepSides,
)
from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.domain.safety.answers import (
    Amount,
    Answer,
    Choice,
    Reply,
    TappedPlaces,
    Ticks,
    UnusableAnswer,
)
from acupress_desktop.domain.safety.outcome import (
    Cleared,
    Unanswered,
)
from acupress_desktop.domain.safety.plain import answer_from_plain
from acupress_desktop.domain.safety.questions import QuestionKind
from acupress_desktop.domain.sides import PainSide, Side, SiteSide
from tests.domain.safety.oracle import Case, asked_for
from tests.domain.safety.oracle_answers import risky_answers
from tests.domain.safety.oracle_check import (
    COMPLAINTS,
    SETS,
    limiting,
    noes,
    result_of,
    together,
    wrong_with_plan,
)
from tests.domain.safety.strategies import ASKED
from tests.domain.safety.world import atlas, person, regions, screened


def every_choice(one: Protocol) -> Iterator[Choices]:
    sided = any(step.sides is StepSides.PAINFUL_SIDE for step in one.steps)
    parted = any(step.part is not None for step in one.steps)
    for stage, form, hurts, part in product(
        DoseStage,
        Form if one.has_short_form else (Form.FULL,),
        PainSide if sided else (PainSide.BOTH,),
        (None, *Part) if parted else (None,),
    ):
        first = Side.LEFT if stage is DoseStage.USUAL else Side.RIGHT
        yield Choices(stage=stage, form=form, first_side=first, painful_side=hurts, part=part)


@pytest.mark.slow
@pytest.mark.parametrize("complaint", sorted(SETS))
def test_no_plan_in_any_form_holds_a_forbidden_site(complaint: str) -> None:
    one, made_any, wrong = SETS[complaint], 0, []
    answers = risky_answers()
    mixed = [
        both
        for first, second in zip(limiting(), limiting()[3:], strict=False)
        if (both := together(first, second))
    ]
    for given in (*answers, *mixed):
        case = Case(complaint, 76, given)
        asked = asked_for(case)
        if asked.worst != "allow":
            continue
        result = result_of(case)
        if not isinstance(result, Cleared):
            continue
        for choices in every_choice(one):
            made = plan(one, result.clearance, atlas(), regions(), choices)
            if isinstance(made, Plan):
                made_any += 1
                if problem := wrong_with_plan(asked, made, one):
                    wrong.append((given, choices, problem))
    assert made_any > 100
    assert wrong == []


# --- Answers that are none ------------------------------------------------------------------------------


CORRUPT: tuple[Answer, ...] = (
    Choice("no_such_option"),
    Ticks(frozenset({"no_such_option"})),
    TappedPlaces(frozenset({RegionSelection(RegionId("no-such-place"), SiteSide.LEFT)})),
    Amount(3),
)
NOT_ANSWERS: tuple[object, ...] = (
    None,
    "",
    "maybe",
    "YES",
    True,
    False,
    0,
    1,
    2.5,
    {},
    {"region": "knee"},
    [None],
    ["maybe"],
    [["E01"]],
)
PLACES_ONLY: tuple[object, ...] = (
    [{"region": "knee", "side": "up"}],
    [{"region": "moon"}],
    [{"side": "left"}],
)


@pytest.mark.slow
@pytest.mark.parametrize("complaint", COMPLAINTS)
def test_a_missing_or_corrupt_answer_gives_no_leave_and_no_plan(complaint: str) -> None:
    context = person(complaint)
    whole = noes()
    always = screened(context, whole)
    for at, question in enumerate(ASKED):
        if question.id in whole:
            without = screened(context, whole.without([question.id]))
            if isinstance(always, Cleared):
                assert without == Unanswered((question.id,)) or without == always, question.id
            else:
                assert not isinstance(without, Cleared)
        odd = CORRUPT[(at + len(complaint)) % len(CORRUPT)]
        assert not isinstance(screened(context, whole.with_answer(question.id, odd)), Cleared)
    assert not isinstance(
        screened(context, whole.with_answer(QuestionId("no_such_question"), Reply.NO)), Cleared
    )


def test_what_is_asked_cannot_be_left_out_and_what_is_not_asked_can() -> None:
    context = person("calm")
    missed = {
        question.id
        for question in ASKED
        if question.id in noes() and isinstance(screened(context, noes().without([question.id])), Unanswered)
    }
    today = {
        "today_emergency",
        "today_numb_weak",
        "today_ill",
        "today_leg",
        "today_skin_injury",
        "today_changed",
    }
    assert (
        today | {"today_pregnant", "blood_thinner", "clot_now", "dark_thoughts", "bleeding_disorder"}
        <= missed
    )
    assert not {name for name in missed if name.startswith(("headache_", "knee_", "low_back_", "jaw_"))}


def test_null_and_nonsense_in_an_answers_file_are_no_answers() -> None:
    for question in ASKED:
        for odd in (*NOT_ANSWERS, *(PLACES_ONLY if question.kind is QuestionKind.REGION else ())):
            with pytest.raises(UnusableAnswer) as refusal:
                answer_from_plain(question, regions(), odd)
            assert refusal.value.question == question.id
            assert refusal.value.what
        if not question.may_be_empty:
            with pytest.raises(UnusableAnswer):
                answer_from_plain(question, regions(), [])
