"""No session now: one message in an emergency, and whom to see otherwise."""

from __future__ import annotations

from dataclasses import replace

from acupress_desktop.domain.safety.answers import Reply
from acupress_desktop.presenters.destinations import ToCheckIn, ToOutcome, ToPlan, ToSafety, ToToday
from acupress_desktop.presenters.outcome import EmergencyView, NoSessionView, OutcomePresenter
from acupress_desktop.presenters.safety_view import ReviewBody, SafetyView
from tests.presenters.stage_a import Stage
from tests.presenters.steps_a import answer_no, safety_of, to_page, walk_healthy


def emergency(set_up: Stage) -> ToOutcome:
    presenter = safety_of(set_up)
    presenter.toggle_row("E01")
    where = presenter.go_on()
    assert isinstance(where, ToOutcome)
    return where


def outcome_of(set_up: Stage, going: ToOutcome) -> OutcomePresenter:
    return OutcomePresenter(set_up.settings, set_up.files.safety.words, going)


def test_an_emergency_is_one_message_with_the_persons_own_number(set_up: Stage) -> None:
    view = outcome_of(set_up, emergency(set_up)).present()
    assert isinstance(view, EmergencyView)
    assert view.message.startswith("Call 112 now.")
    assert not view.asks_number


def test_without_a_number_none_is_guessed_and_a_field_takes_it(set_up: Stage) -> None:
    set_up.settings.change(emergency_number="")
    presenter = outcome_of(set_up, emergency(set_up))
    view = presenter.present()
    assert isinstance(view, EmergencyView)
    assert view.message.startswith("Call your local emergency number now.")
    assert view.asks_number
    typed = presenter.write_number("999")
    assert isinstance(typed, EmergencyView)
    assert typed.asks_number
    assert typed.message.startswith("Call 999 now.")
    assert set_up.settings.kept.emergency_number == "999"


def test_a_wrong_number_is_not_kept(set_up: Stage) -> None:
    set_up.settings.change(emergency_number="")
    presenter = outcome_of(set_up, emergency(set_up))
    view = presenter.write_number("help")
    assert isinstance(view, EmergencyView)
    assert view.problem
    assert set_up.settings.kept.emergency_number == ""


def refer(set_up: Stage) -> ToOutcome:
    presenter = safety_of(set_up)
    to_page(presenter, "numbness")
    view: object = presenter.answer(Reply.YES)
    while isinstance(view, SafetyView):
        view = answer_no(presenter, view)
    assert isinstance(view, ToOutcome)
    return view


def test_a_referral_says_whom_how_soon_and_what_meanwhile(set_up: Stage) -> None:
    presenter = outcome_of(set_up, refer(set_up))
    view = presenter.present()
    assert isinstance(view, NoSessionView)
    assert "few days" in view.title
    assert view.messages
    assert view.instead
    assert view.rules.startswith("Rule")
    assert presenter.check_in() == ToCheckIn()
    assert presenter.close() == ToToday()


def test_a_slip_of_the_finger_can_be_put_right(set_up: Stage) -> None:
    going = refer(set_up)
    again = outcome_of(set_up, going).change_answers()
    assert isinstance(again, ToSafety)
    presenter = safety_of(set_up, again)
    told = presenter.present()
    assert isinstance(told.body, ReviewBody)
    assert "today_numb_weak" in {line.key for line in told.body.answered}
    presenter.change("today_numb_weak")
    view: object = presenter.answer(Reply.NO)
    while isinstance(view, SafetyView):
        view = answer_no(presenter, view)
    assert isinstance(view, ToPlan)


def test_without_answers_to_look_over_the_questions_begin_anew(set_up: Stage) -> None:
    going = replace(refer(set_up), again=None)
    assert outcome_of(set_up, going).change_answers() == ToSafety(going.complaint)


def test_under_18_is_not_told_to_come_back_when_it_is_over(set_up: Stage) -> None:
    set_up.settings.change(birth_year=2010)
    _pages, where = walk_healthy(safety_of(set_up))
    assert isinstance(where, ToOutcome)
    view = outcome_of(set_up, where).present()
    assert isinstance(view, NoSessionView)
    assert "18" in view.lead
    assert "come back when" not in view.lead
