"""The safety screen: what is asked, how it is answered, what is kept, and where it leads."""

from __future__ import annotations

import pytest

from acupress_desktop.domain.ids import RegionId
from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.domain.safety.answers import Reply
from acupress_desktop.domain.safety.outcome import OutcomeKind
from acupress_desktop.domain.settings import YesNo
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.destinations import ToOutcome, ToPlan, ToToday
from acupress_desktop.presenters.safety_view import (
    AskBody,
    ChoiceBody,
    ListBody,
    RegionBody,
    RowMark,
    SafetyView,
)
from tests.presenters.stage_a import Stage
from tests.presenters.steps_a import answer_no, safety_of, to_page, walk_healthy


def test_a_healthy_first_run_ends_in_a_clearance(set_up: Stage) -> None:
    pages, where = walk_healthy(safety_of(set_up))
    assert isinstance(where, ToPlan)
    assert where.result.kind is OutcomeKind.ALLOW
    assert pages <= 12


@pytest.mark.parametrize(("pregnancy", "most"), [(YesNo.NO, 6), (YesNo.YES, 7)])
def test_a_returning_person_answers_the_questions_of_today_only(
    set_up: Stage, pregnancy: YesNo, most: int
) -> None:
    set_up.settings.change(can_be_pregnant=pregnancy)
    walk_healthy(safety_of(set_up))
    set_up.clock.pass_time(days=2)
    pages, where = walk_healthy(safety_of(set_up))
    assert isinstance(where, ToPlan)
    # With "Begin" that makes eight taps after Start, seven where the question of pregnancy never comes.
    assert pages <= most


def test_stable_answers_come_back_after_thirty_days_as_ticks_to_confirm(set_up: Stage) -> None:
    presenter = safety_of(set_up)
    view: object = to_page(presenter, "what you take")
    view = presenter.toggle_row("blood_thinner")
    view = presenter.go_on()
    while isinstance(view, SafetyView):
        view = answer_no(presenter, view)
    set_up.clock.pass_time(days=31)
    again = to_page(safety_of(set_up), "what you take")
    assert isinstance(again.body, ListBody)
    marks = {row.key: row.mark for row in again.body.rows}
    assert marks["blood_thinner"] is RowMark.YES
    assert again.body.told
    assert list(marks.values()).count(RowMark.YES) == 1


def test_confirming_what_was_told_is_one_tap_and_keeps_its_limits(set_up: Stage) -> None:
    presenter = safety_of(set_up)
    to_page(presenter, "what you take")
    presenter.toggle_row("blood_thinner")
    view: object = presenter.go_on()
    while isinstance(view, SafetyView):
        view = answer_no(presenter, view)
    set_up.clock.pass_time(days=31)
    later = safety_of(set_up)
    to_page(later, "what you take")
    view = later.go_on()
    while isinstance(view, SafetyView):
        view = answer_no(later, view)
    assert isinstance(view, ToPlan)
    assert "L01" in view.result.clearance.rules


def test_an_emergency_ends_the_questions_at_once(set_up: Stage) -> None:
    presenter = safety_of(set_up)
    presenter.toggle_row("E01")
    where = presenter.go_on()
    assert isinstance(where, ToOutcome)
    assert where.result.kind is OutcomeKind.EMERGENCY
    assert len(where.result.messages) == 1


def test_not_sure_about_new_numbness_counts_as_yes(set_up: Stage) -> None:
    presenter = safety_of(set_up)
    view: object = to_page(presenter, "numbness")
    assert isinstance(view, SafetyView)
    assert isinstance(view.body, AskBody)
    assert view.body.answers[2].note == "counts as yes, to be careful"
    view = presenter.answer(Reply.UNSURE)
    while isinstance(view, SafetyView):
        view = answer_no(presenter, view)
    assert isinstance(view, ToOutcome)
    assert view.result.kind is OutcomeKind.REFER


def test_back_opens_the_page_before_with_what_was_picked(set_up: Stage) -> None:
    presenter = safety_of(set_up)
    to_page(presenter, "what you take")
    presenter.toggle_row("blood_thinner")
    after = presenter.go_on()
    assert isinstance(after, SafetyView)
    before = presenter.back()
    assert isinstance(before.body, ListBody)
    assert {row.key for row in before.body.rows if row.mark is RowMark.YES} == {"blood_thinner"}
    assert before.number == after.number - 1


def test_going_back_takes_the_answer_back(set_up: Stage) -> None:
    presenter = safety_of(set_up)
    to_page(presenter, "numbness")
    follow_up = presenter.answer(Reply.YES)
    assert isinstance(follow_up, SafetyView)
    assert "suddenly" in follow_up.title
    presenter.back()
    onward = presenter.answer(Reply.NO)
    assert isinstance(onward, SafetyView)
    assert "suddenly" not in onward.title


def test_the_first_page_has_no_way_back(set_up: Stage) -> None:
    presenter = safety_of(set_up)
    first = presenter.present()
    assert not first.back
    assert presenter.back() == first


def test_two_rows_of_one_choice_take_each_others_place(set_up: Stage) -> None:
    presenter = safety_of(set_up)
    to_page(presenter, "been told")
    presenter.toggle_row("past_clot=yes")
    view = presenter.toggle_row("past_clot=yes_cleared")
    assert isinstance(view.body, ListBody)
    ticked = [row.key for row in view.body.rows if row.mark is RowMark.YES]
    assert ticked == ["past_clot=yes_cleared"]


def test_a_row_may_be_unsure_and_stops_being_ticked(set_up: Stage) -> None:
    presenter = safety_of(set_up)
    to_page(presenter, "been told")
    presenter.toggle_row("thin_bones")
    view = presenter.unsure_row("thin_bones")
    assert isinstance(view.body, ListBody)
    marks = {row.key: row.mark for row in view.body.rows}
    assert marks["thin_bones"] is RowMark.UNSURE


def test_a_sore_right_hand_is_left_out_and_does_not_press(set_up: Stage) -> None:
    presenter = safety_of(set_up)
    to_page(presenter, "skin")
    hand = RegionSelection(RegionId("hand-dorsum"), SiteSide.RIGHT)
    view: object = presenter.toggle_place(hand)
    assert isinstance(view, SafetyView)
    assert isinstance(view.body, RegionBody)
    assert hand in view.body.marked
    view = presenter.go_on()
    while isinstance(view, SafetyView):
        view = answer_no(presenter, view)
    assert isinstance(view, ToPlan)
    clearance = view.result.clearance
    assert [side.value for side in clearance.hands_not_to_press_with] == ["right"]
    assert ("LI4", "right") in {(site.point, site.side.value) for site in clearance.blocked_sites} or any(
        region.region == "hand-dorsum" for region in clearance.blocked_regions
    )


def test_a_whole_area_marks_the_leaves_that_a_picture_knows(set_up: Stage) -> None:
    presenter = safety_of(set_up)
    to_page(presenter, "skin")
    view = presenter.toggle_place(RegionSelection(RegionId("area-shoulder"), SiteSide.LEFT))
    assert isinstance(view.body, RegionBody)
    regions = set_up.files.regions
    assert {place.region for place in view.body.marked} == set(regions.members(RegionId("area-shoulder")))
    assert {place.side for place in view.body.marked} == {SiteSide.LEFT}


def test_going_on_without_a_place_goes_nowhere(set_up: Stage) -> None:
    presenter = safety_of(set_up)
    at = to_page(presenter, "skin")
    assert presenter.go_on() == at


def test_the_emergency_number_is_kept_from_the_foot(set_up: Stage) -> None:
    set_up.settings.change(emergency_number="")
    presenter = safety_of(set_up)
    assert presenter.present().foot.call == "Call your local emergency number."
    presenter.turn_number()
    view = presenter.write_number("911 <b>")
    assert view.foot.number is not None
    assert view.foot.number.problem
    assert presenter.save_number().foot.number is not None
    presenter.write_number(" 112 ")
    view = presenter.save_number()
    assert view.foot.number is None
    assert view.foot.call == "Call 112"
    assert set_up.settings.kept.emergency_number == "112"


def test_age_and_pregnancy_are_asked_where_the_first_run_did_not(set_up: Stage) -> None:
    set_up.settings.change(birth_year=None, can_be_pregnant=None)
    presenter = safety_of(set_up)
    at = to_page(presenter, "how old")
    assert presenter.go_on() == at
    wrong = presenter.write_amount("two")
    assert wrong != at
    presenter.write_amount("17")
    view: object = presenter.go_on()
    while isinstance(view, SafetyView):
        view = answer_no(presenter, view)
    assert isinstance(view, ToOutcome)
    assert view.result.kind is OutcomeKind.POSTPONE


def test_advice_is_told_once_until_it_is_ticked(set_up: Stage) -> None:
    def answer_with_worse() -> None:
        presenter = safety_of(set_up)
        view: object = presenter.present()
        while isinstance(view, SafetyView):
            body = view.body
            if isinstance(body, ListBody) and any(row.key == "worse_for_weeks" for row in body.rows):
                if not body.told:
                    presenter.toggle_row("worse_for_weeks")
                view = presenter.go_on()
            else:
                view = answer_no(presenter, view)

    answer_with_worse()
    first = {row.rule: row.told for row in set_up.journal.recall_advice()}
    assert first
    set_up.clock.pass_time(days=1)
    answer_with_worse()
    assert {row.rule: row.told for row in set_up.journal.recall_advice()} == first


def test_closing_keeps_nothing(set_up: Stage) -> None:
    presenter = safety_of(set_up)
    to_page(presenter, "what you take")
    presenter.toggle_row("blood_thinner")
    presenter.go_on()
    assert presenter.close() == ToToday()
    assert not set_up.journal.recall_answers()


def test_every_page_says_what_it_asks_and_why(set_up: Stage) -> None:
    presenter = safety_of(set_up)
    view: object = presenter.present()
    while isinstance(view, SafetyView):
        assert view.title
        assert view.eyebrow
        assert 1 <= view.number <= view.of
        match view.body:
            case AskBody(answers=answers):
                assert [answer.key for answer in answers] == ["N", "Y", "?"]
            case ListBody(rows=rows):
                assert all(row.label for row in rows)
            case RegionBody(rows=places):
                assert len({row.label for row in places}) == len(places)
            case ChoiceBody(options=options):
                assert len({option.letter for option in options}) == len(options)
            case _:
                raise AssertionError(f"unexpected {view.body}")
        view = answer_no(presenter, view)


def test_a_new_person_is_not_asked_about_a_last_time(set_up: Stage) -> None:
    assert "last time" not in to_page(safety_of(set_up), "changed").title
    walk_healthy(safety_of(set_up))
    assert "last time" in to_page(safety_of(set_up), "changed").title
