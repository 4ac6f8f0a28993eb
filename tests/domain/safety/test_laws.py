"""What must hold for every person and every answer, whatever the rows say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain.ids import PointCode, QuestionId
from acupress_desktop.domain.safety.answers import Answer, Answers, Reply, TappedPlaces
from acupress_desktop.domain.safety.outcome import (
    BreathingGuide,
    Clearance,
    Cleared,
    NotCleared,
    OutcomeKind,
    ScreenResult,
    Unanswered,
    Urgency,
)
from acupress_desktop.domain.safety.person import ScreenContext
from acupress_desktop.domain.safety.questions import QuestionKind
from acupress_desktop.domain.sides import Side, SiteSide
from tests.domain.safety.strategies import (
    ASKED,
    Worse,
    any_answer,
    complete_answers,
    contexts,
    one_risk_more,
)
from tests.domain.safety.world import atlas, catalogue, regions, screened
from tests.examples import examples

SEVERITY = list(OutcomeKind)
SOONNESS = [None, *Urgency]
EXAMPLES = examples(1.5)


def severity(result: ScreenResult) -> tuple[int, int]:
    assert not isinstance(result, Unanswered), result
    return SEVERITY.index(result.kind), SOONNESS.index(result.urgency)


def cap_at(clearance: Clearance, code: PointCode) -> int:
    return min(
        (
            cap.max_felt_pressure
            for cap in clearance.pressure_caps
            if not cap.regions or any(code in regions().points(region) for region in cap.regions)
        ),
        default=10,
    )


def sites(clearance: Clearance) -> set[tuple[PointCode, SiteSide]]:
    return {(site.point, site.side) for site in clearance.blocked_sites}


@EXAMPLES
@given(contexts(), one_risk_more())
def test_one_risk_more_is_never_less_restrictive(context: ScreenContext, worse: Worse) -> None:
    before, after = screened(context, worse.before), screened(context, worse.after)
    assert severity(after) >= severity(before)
    if not (isinstance(before, Cleared) and isinstance(after, Cleared)):
        return
    was, now = before.clearance, after.clearance
    assert sites(now) >= sites(was)
    assert set(now.blocked_regions) >= set(was.blocked_regions)
    assert all(cap_at(now, point.code) <= cap_at(was, point.code) for point in atlas())
    assert now.max_hold_seconds <= was.max_hold_seconds
    assert set(now.halve_holds_by) >= set(was.halve_holds_by)
    assert set(now.no_tools_by) >= set(was.no_tools_by)
    assert set(now.hands_not_to_press_with) >= set(was.hands_not_to_press_with)
    assert set(now.rules) >= set(was.rules)
    assert now.advise_clinician >= was.advise_clinician
    if was.breathing is BreathingGuide.OFF_BY_DEFAULT:
        assert now.breathing is BreathingGuide.OFF_BY_DEFAULT
    if was.only_points is not None:
        assert now.only_points is not None
        assert set(now.only_points) <= set(was.only_points)


@EXAMPLES
@given(contexts(), complete_answers(), st.data())
def test_the_order_of_answers_never_matters(
    context: ScreenContext, answers: Answers, data: st.DataObject
) -> None:
    rows = data.draw(st.permutations(list(answers.items())))
    assert screened(context, Answers(rows)) == screened(context, answers)


def mirrored(result: ScreenResult) -> object:
    match result:
        case Cleared(clearance=clearance, kind=kind, urgency=urgency):
            swap = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT, None: None}
            return (
                kind,
                urgency,
                {(site.point, site.side.mirrored, site.rule) for site in clearance.blocked_sites},
                {(block.region, swap[block.side], block.rule) for block in clearance.blocked_regions},
                {swap[side] for side in clearance.hands_not_to_press_with},
                clearance.pressure_caps,
                clearance.rules,
                clearance.messages,
            )
        case _:
            return result


def as_sets(result: ScreenResult) -> object:
    match result:
        case Cleared(clearance=clearance, kind=kind, urgency=urgency):
            return (
                kind,
                urgency,
                {(site.point, site.side, site.rule) for site in clearance.blocked_sites},
                {(block.region, block.side, block.rule) for block in clearance.blocked_regions},
                set(clearance.hands_not_to_press_with),
                clearance.pressure_caps,
                clearance.rules,
                clearance.messages,
            )
        case _:
            return result


@EXAMPLES
@given(contexts(), complete_answers())
def test_a_mirrored_person_gets_the_mirrored_result(context: ScreenContext, answers: Answers) -> None:
    assert as_sets(screened(context, answers.mirrored())) == mirrored(screened(context, answers))


@EXAMPLES
@given(contexts(), complete_answers())
def test_every_block_names_a_row_that_holds(context: ScreenContext, answers: Answers) -> None:
    result = screened(context, answers)
    if not isinstance(result, Cleared):
        return
    clearance = result.clearance
    known = {rule.id for rule in catalogue().rules}
    named = {
        *(site.rule for site in clearance.blocked_sites),
        *(block.rule for block in clearance.blocked_regions),
        *(cap.rule for cap in clearance.pressure_caps),
        *clearance.halve_holds_by,
        *clearance.max_hold_by,
        *clearance.no_tools_by,
        *(message.rule for message in clearance.messages),
    }
    assert named <= set(clearance.rules) <= known
    for block in clearance.blocked_regions:
        inside = {
            (point.code, side)
            for point in atlas()
            if point.code in regions().points(block.region)
            for side in point.sites
            if block.side is None or side in (SiteSide(block.side.value), SiteSide.MIDLINE)
        }
        assert inside <= {
            (site.point, site.side) for site in clearance.blocked_sites if site.rule == block.rule
        }


@EXAMPLES
@given(contexts(), st.data())
def test_not_sure_is_the_risky_answer_where_the_table_says_so(
    context: ScreenContext, data: st.DataObject
) -> None:
    counts_as_yes = [
        question
        for question in ASKED
        if question.kind is QuestionKind.YES_NO_UNSURE
        and all(rule.unsure.value == "counts_as_yes" for rule in catalogue().rules_asking(question.id))
    ]
    question = data.draw(st.sampled_from(counts_as_yes))
    answers = data.draw(complete_answers())
    unsure = screened(context, answers.with_answer(question.id, Reply.UNSURE))
    yes = screened(context, answers.with_answer(question.id, Reply.YES))
    assert unsure == yes


@EXAMPLES
@given(contexts(), complete_answers(risks_max=0), st.data())
def test_without_any_one_answer_there_is_no_leave(
    context: ScreenContext, answers: Answers, data: st.DataObject
) -> None:
    question = data.draw(st.sampled_from(ASKED))
    whole, holed = screened(context, answers), screened(context, answers.without([question.id]))
    if isinstance(holed, Unanswered):
        assert holed.questions == (question.id,)
    else:
        assert holed == whole, "only an answer that nobody asked for may be left out"


@EXAMPLES
@given(contexts(), complete_answers(), st.data())
def test_an_unusable_answer_gives_no_leave(
    context: ScreenContext, answers: Answers, data: st.DataObject
) -> None:
    question = data.draw(st.sampled_from(ASKED))
    other = data.draw(st.sampled_from([one for one in ASKED if one.kind is not question.kind]))
    strange: Answer = data.draw(any_answer(other).filter(lambda one: not isinstance(one, Reply)))
    if isinstance(strange, TappedPlaces) and question.kind is QuestionKind.REGION:
        return
    result = screened(context, answers.with_answer(question.id, strange))
    assert not isinstance(result, Cleared)
    unknown = screened(context, answers.with_answer(QuestionId("no_such_question"), Reply.NO))
    assert not isinstance(unknown, Cleared)
    if isinstance(unknown, Unanswered):
        assert unknown.questions == (QuestionId("no_such_question"),)
    assert isinstance(unknown, Unanswered | NotCleared)
