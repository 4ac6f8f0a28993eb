"""The first run: what must be said, what must be known, and nothing kept before it is done."""

from __future__ import annotations

import pytest

from acupress_desktop.domain.settings import Figure, Settings, YesNo
from acupress_desktop.presenters.destinations import ToComplaints, ToToday
from acupress_desktop.presenters.first_run import EmergencyView, FirstRunPresenter, WelcomeView, YouView
from tests.presenters.stage_a import HandClock, KeptSettings, Stage


@pytest.fixture
def settings() -> KeptSettings:
    return KeptSettings(Settings())


@pytest.fixture
def presenter(settings: KeptSettings) -> FirstRunPresenter:
    return FirstRunPresenter(settings, HandClock().now)


def to_you(presenter: FirstRunPresenter) -> YouView:
    view = presenter.go_on()
    assert isinstance(view, YouView)
    return view


def test_it_begins_with_what_the_app_is_and_is_not(presenter: FirstRunPresenter) -> None:
    view = presenter.present()
    assert isinstance(view, WelcomeView)
    assert view.notice == (
        "Not a medical device; not for diagnosis or treatment. Do not stop or change medicines because of it."
    )
    assert "3 of 10" in view.stop_rule


def test_it_is_done_in_a_few_taps(presenter: FirstRunPresenter, settings: KeptSettings) -> None:
    to_you(presenter)
    presenter.write_age("44")
    presenter.answer_pregnancy(YesNo.NO)
    presenter.choose_figure(Figure.MALE)
    presenter.go_on()
    presenter.write_number(" 112 ")
    assert presenter.go_on() == ToComplaints()
    kept = settings.kept
    assert kept.birth_year == 1982
    assert kept.can_be_pregnant is YesNo.NO
    assert kept.figure is Figure.MALE
    assert kept.emergency_number == "112"
    assert kept.first_run_done is YesNo.YES


def test_nothing_is_kept_before_the_end(presenter: FirstRunPresenter, settings: KeptSettings) -> None:
    to_you(presenter)
    presenter.write_age("44")
    presenter.answer_pregnancy(YesNo.YES)
    presenter.go_on()
    assert settings.kept == Settings()


def test_the_emergency_number_may_stay_empty_and_is_never_guessed(
    presenter: FirstRunPresenter, settings: KeptSettings
) -> None:
    to_you(presenter)
    presenter.write_age("30")
    presenter.answer_pregnancy(YesNo.NO)
    view = presenter.go_on()
    assert isinstance(view, EmergencyView)
    assert view.value == ""
    presenter.go_on()
    assert settings.kept.emergency_number == ""


@pytest.mark.parametrize("number", ["call me", "112; rm", "1" * 21])
def test_a_number_that_cannot_be_one_is_refused_in_words(
    presenter: FirstRunPresenter, settings: KeptSettings, number: str
) -> None:
    to_you(presenter)
    presenter.write_age("30")
    presenter.answer_pregnancy(YesNo.NO)
    presenter.go_on()
    view = presenter.write_number(number)
    assert isinstance(view, EmergencyView)
    assert view.problem
    assert isinstance(presenter.go_on(), EmergencyView)
    assert settings.kept.first_run_done is YesNo.NO


@pytest.mark.parametrize("age", ["", "abc", "0", "130", "-4", "4.5"])
def test_an_age_that_cannot_be_one_stops_the_step(presenter: FirstRunPresenter, age: str) -> None:
    to_you(presenter)
    presenter.answer_pregnancy(YesNo.NO)
    presenter.write_age(age)
    view = presenter.go_on()
    assert isinstance(view, YouView)
    assert view.missing


def test_under_eighteen_is_told_that_no_session_will_start(presenter: FirstRunPresenter) -> None:
    to_you(presenter)
    view = presenter.write_age("17")
    assert isinstance(view, YouView)
    assert "adults" in view.problem


def test_opened_again_it_shows_what_is_kept_and_leads_home(settings: KeptSettings) -> None:
    settings.kept = Settings(
        first_run_done=YesNo.YES, birth_year=1982, can_be_pregnant=YesNo.NO, emergency_number="999"
    )
    presenter = FirstRunPresenter(settings, HandClock().now)
    assert to_you(presenter).age_value == "44"
    view = presenter.go_on()
    assert isinstance(view, EmergencyView)
    assert view.value == "999"
    assert presenter.go_on() == ToToday()


def test_back_goes_one_step(presenter: FirstRunPresenter) -> None:
    to_you(presenter)
    assert isinstance(presenter.back(), WelcomeView)
    assert isinstance(presenter.back(), WelcomeView)


def test_a_minor_is_asked_no_more_than_the_age(set_up: Stage) -> None:
    set_up.settings.change(birth_year=None, can_be_pregnant=None, first_run_done=YesNo.NO)
    presenter = FirstRunPresenter(set_up.settings, set_up.clock.now)
    presenter.go_on()
    presenter.write_age("16")
    at = presenter.present()
    assert isinstance(at, YouView)
    assert "adults" in at.problem
    assert not at.missing
    assert isinstance(presenter.go_on(), EmergencyView)
