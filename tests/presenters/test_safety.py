"""The safety screen: what is asked, how it is answered, what is kept, and where it leads."""

from __future__ import annotations

import pytest

from acupress_desktop.domain.ids import ComplaintId, RegionId, RuleId
from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.domain.safety.answers import Reply
from acupress_desktop.domain.safety.outcome import OutcomeKind
from acupress_desktop.domain.settings import YesNo
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.destinations import ToOutcome, ToPlan, ToSafety, ToToday
from acupress_desktop.presenters.safety_keeping import context_of, keep_what_was_told
from acupress_desktop.presenters.safety_view import (
    AskBody,
    ChoiceBody,
    ListBody,
    RegionBody,
    ReviewBody,
    RowMark,
    SafetyView,
)
from tests.domain.safety.world import all_no, answers_of, catalogue, cleared, screened
from tests.presenters.stage_a import Stage
from tests.presenters.steps_a import answer_no, safety_of, to_page, walk_healthy, walk_ticking


def test_a_healthy_first_run_ends_in_a_clearance(set_up: Stage) -> None:
    pages, where = walk_healthy(safety_of(set_up))
    assert isinstance(where, ToPlan)
    assert where.result.kind is OutcomeKind.ALLOW
    assert pages <= 12


@pytest.mark.slow
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


def test_a_ticked_group_opens_its_lines_and_nothing_else_does(set_up: Stage) -> None:
    presenter = safety_of(set_up, "knee")
    at = to_page(presenter, "been told")
    assert isinstance(at.body, ListBody)
    assert "past_clot" not in {row.key for row in at.body.rows}
    presenter.toggle_row("group:clots")
    behind = presenter.go_on()
    assert isinstance(behind, SafetyView)
    assert isinstance(behind.body, ListBody)
    assert [row.key for row in behind.body.rows] == ["clot_now", "past_clot", "bleeding_disorder"]
    presenter.toggle_row("past_clot")
    which = presenter.go_on()
    assert isinstance(which, SafetyView)
    assert isinstance(which.body, ChoiceBody)
    view: object = presenter.choose("yes_cleared")
    while isinstance(view, SafetyView):
        view = answer_no(presenter, view)
    assert isinstance(view, ToPlan)
    assert "L05b" in view.result.clearance.rules
    assert "L05" not in view.result.clearance.rules


def test_a_group_of_which_nothing_fits_is_a_no_to_all_of_it(set_up: Stage) -> None:
    presenter = safety_of(set_up, "knee")
    to_page(presenter, "been told")
    presenter.toggle_row("group:clots")
    presenter.go_on()
    view: object = presenter.none()
    while isinstance(view, SafetyView):
        view = answer_no(presenter, view)
    assert isinstance(view, ToPlan)
    assert view.result.kind is OutcomeKind.ALLOW


def test_what_was_told_of_a_group_stands_open_and_is_confirmed_in_one_tap(set_up: Stage) -> None:
    presenter = safety_of(set_up, "knee")
    to_page(presenter, "been told")
    presenter.toggle_row("group:clots")
    presenter.go_on()
    presenter.toggle_row("past_clot")
    presenter.go_on()
    view: object = presenter.choose("yes_cleared")
    while isinstance(view, SafetyView):
        view = answer_no(presenter, view)
    set_up.clock.pass_time(days=31)
    later = safety_of(set_up, "knee")
    again = to_page(later, "been told")
    assert isinstance(again.body, ListBody)
    assert {row.key for row in again.body.rows if row.mark is RowMark.YES} == {"past_clot"}
    view = later.go_on()
    while isinstance(view, SafetyView):
        view = answer_no(later, view)
    assert isinstance(view, ToPlan)
    assert "L05b" in view.result.clearance.rules


def test_a_row_opens_as_a_question_with_all_its_words_and_why(set_up: Stage) -> None:
    presenter = safety_of(set_up)
    at = to_page(presenter, "what you take")
    row = presenter.look_at_row("blood_thinner")
    assert isinstance(row.body, AskBody)
    assert row.title.endswith("?")
    assert "heparin" in row.title
    assert row.why is not None
    assert row.why.paragraphs
    assert "L01" in row.why.rule
    assert presenter.back() == at
    presenter.look_at_row("blood_thinner")
    view = presenter.answer(Reply.UNSURE)
    assert isinstance(view, SafetyView)
    assert isinstance(view.body, ListBody)
    (row_view,) = (each for each in view.body.rows if each.key == "blood_thinner")
    assert row_view.mark is RowMark.UNSURE
    assert "not sure" in row_view.label


@pytest.mark.slow
@pytest.mark.parametrize("complaint", ["neck_shoulder", "low_back", "headache", "knee"])
def test_every_line_of_every_list_says_why(set_up: Stage, complaint: str) -> None:
    presenter = safety_of(set_up, complaint)
    view: object = presenter.present()
    while isinstance(view, SafetyView):
        if isinstance(view.body, ListBody):
            for row in view.body.rows:
                opened = presenter.look_at_row(row.key)
                assert opened.why is not None, row.key
                assert opened.why.paragraphs, row.key
                assert opened.why.rule, row.key
                assert len(opened.title.split()) >= len(row.label.split()) - 3, (row.label, opened.title)
                presenter.back()
        else:
            assert view.why is not None
            assert view.why.paragraphs
        view = answer_no(presenter, view)


def test_a_sign_that_one_is_not_sure_of_counts_for_the_whole_list(set_up: Stage) -> None:
    presenter = safety_of(set_up)
    presenter.look_at_row("E02")
    where = presenter.answer(Reply.UNSURE)
    assert isinstance(where, ToOutcome)
    assert where.result.kind is OutcomeKind.EMERGENCY
    assert "E00" in where.result.rules


def test_one_of_several_is_chosen_exactly_where_the_row_is_opened(set_up: Stage) -> None:
    presenter = safety_of(set_up)
    to_page(presenter, "what you take")
    opened = presenter.look_at_row("night_pain")
    assert isinstance(opened.body, ChoiceBody)
    presenter.choose("yes_eased")
    view: object = presenter.go_on()
    while isinstance(view, SafetyView):
        view = answer_no(presenter, view)
    assert isinstance(view, ToPlan)
    assert "R02" in view.result.clearance.rules


def test_an_answer_can_be_changed_from_the_plan(set_up: Stage) -> None:
    _pages, where = walk_healthy(safety_of(set_up))
    assert isinstance(where, ToPlan)
    assert where.again is not None
    presenter = safety_of(set_up, where.again)
    told = presenter.present()
    assert isinstance(told.body, ReviewBody)
    assert {"today_emergency", "today_skin_injury", "told"} <= {line.key for line in told.body.answered}
    page = presenter.change("lately")
    assert isinstance(page.body, ListBody)
    assert presenter.back() == told
    presenter.change("lately")
    presenter.toggle_row("blood_thinner")
    after = presenter.go_on()
    assert isinstance(after, ToPlan)
    assert "L01" in after.result.clearance.rules
    assert after.again is not None
    same = safety_of(set_up, after.again)
    again = same.go_on()
    assert isinstance(again, ToPlan)
    assert again.result.clearance.rules == after.result.clearance.rules


def test_an_hour_later_the_questions_are_asked_anew(set_up: Stage) -> None:
    _pages, where = walk_healthy(safety_of(set_up))
    assert isinstance(where, ToPlan)
    set_up.clock.pass_time(minutes=61)
    view = safety_of(set_up, where.again or "neck_shoulder").present()
    assert isinstance(view.body, ListBody)
    assert "happening now" in view.title


def test_an_answer_that_refers_still_lets_todays_emergencies_be_asked(set_up: Stage) -> None:
    where = walk_ticking(set_up, safety_of(set_up, "knee"), "clot_now")
    assert isinstance(where, ToOutcome)
    set_up.clock.pass_time(days=1)
    presenter = safety_of(set_up, "knee")
    assert "happening now" in presenter.present().title
    after = presenter.none()
    assert isinstance(after, ToOutcome)
    assert "L04" in after.result.rules


def test_an_emergency_of_an_earlier_day_is_asked_again(set_up: Stage) -> None:
    presenter = safety_of(set_up)
    to_page(presenter, "ending your life")
    where = presenter.answer(Reply.YES)
    assert isinstance(where, ToOutcome)
    set_up.clock.pass_time(days=1)
    assert "ending your life" in to_page(safety_of(set_up), "ending your life").title


def test_a_minor_is_told_after_the_first_screen(set_up: Stage) -> None:
    set_up.settings.change(birth_year=2011)
    pages, where = walk_healthy(safety_of(set_up))
    assert pages == 1
    assert isinstance(where, ToOutcome)
    assert "R07" in where.result.rules


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
        assert isinstance(walk_ticking(set_up, safety_of(set_up), "worse_for_weeks"), ToPlan)

    answer_with_worse()
    first = {row.rule: row.told for row in set_up.journal.recall_advice()}
    assert first
    set_up.clock.pass_time(days=1)
    answer_with_worse()
    assert {row.rule: row.told for row in set_up.journal.recall_advice()} == first


@pytest.mark.slow
@pytest.mark.parametrize(
    ("days", "changed", "again"), [(60, "no", False), (366, "no", True), (60, "yes", True)]
)
def test_a_tick_ends_a_reminder_for_a_year_or_until_something_changes(
    set_up: Stage, days: int, changed: str, again: bool
) -> None:
    def check_with_worse(changed: str) -> bool:
        answers = answers_of({"worse_for_weeks": "yes", "today_changed": changed})
        kept = set_up.settings.recall_settings()
        going = ToSafety(ComplaintId("neck_shoulder"))
        context = context_of(set_up.journal, kept, going, set_up.clock.now(), {}, answers)
        answers = all_no(context, answers)
        result = cleared(screened(context, answers))
        keep_what_was_told(set_up.journal, catalogue(), context, answers, result)
        return any(message.rule == "R02" for message in result.clearance.messages)

    assert check_with_worse("no")
    set_up.journal.remember_advice_checked(RuleId("R02"), set_up.clock.now())
    ticked = next(row.checked for row in set_up.journal.recall_advice() if row.rule == "R02")
    set_up.clock.pass_time(days=days)
    assert check_with_worse(changed) is again
    after = next(row.checked for row in set_up.journal.recall_advice() if row.rule == "R02")
    assert after == (None if again else ticked)


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
                assert len({row.region for row in places}) == len(places)
                assert all(each.spoken for row in places for each in row.places)
            case ChoiceBody(options=options):
                assert len({option.letter for option in options}) == len(options)
            case _:
                raise AssertionError(f"unexpected {view.body}")
        view = answer_no(presenter, view)


def test_only_somebody_with_a_last_time_is_asked_what_changed(set_up: Stage) -> None:
    pages, where = walk_healthy(safety_of(set_up))
    assert isinstance(where, ToPlan)
    asked = []
    presenter = safety_of(set_up)
    view: object = presenter.present()
    while isinstance(view, SafetyView):
        asked.append(view.title)
        view = answer_no(presenter, view)
    assert any("last time" in title for title in asked)
    assert len(asked) < pages
