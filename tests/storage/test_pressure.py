"""Presses on a scale, and where something unpleasant was felt: kept, taken back, found again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from acupress_desktop.domain.ports import DayRange, Subject
from acupress_desktop.domain.pressure import GRAMS_MAX, PressWith, TrialKind
from acupress_desktop.domain.sides import Side, SiteSide
from acupress_desktop.domain.troubles import BadValue, KnownTrouble, NoSuchRow, Reason
from acupress_desktop.storage.journal import Journal
from tests.storage.journals import NECK, SHOULDER, Bench


def test_tries_come_back_as_they_were_pressed_oldest_first(bench: Bench, journal: Journal) -> None:
    pressed = []
    for hand in Side:
        for press_with in PressWith:
            for kind in TrialKind:
                trial = bench.pressure_trial(5, None if kind is TrialKind.CEILING else 0, kind)
                pressed.append(replace(trial, hand=hand, press_with=press_with))
                change = journal.remember_pressure_trial(pressed[-1])
                assert change.subjects == (Subject.PRESSURE_TRIALS,)
                assert change.rows == (trial.id,)
                assert change.days == (trial.moment.local_date,)
                bench.later(seconds=20)
    assert journal.recall_pressure_trials() == tuple(pressed)


def test_a_slip_of_the_keys_can_be_corrected(bench: Bench, journal: Journal) -> None:
    trial = bench.pressure_trial(3, 11)
    journal.remember_pressure_trial(trial)
    right = replace(trial, grams=1100)
    journal.remember_pressure_trial(right)
    assert journal.recall_pressure_trials() == (right,)


@pytest.mark.parametrize(("felt", "grams", "field"), [(11, 900, "felt_pressure"), (3, -1, "grams")])
def test_a_press_that_cannot_be_is_refused(
    bench: Bench, journal: Journal, felt: int, grams: int, field: str
) -> None:
    with pytest.raises(KnownTrouble) as known:
        journal.remember_pressure_trial(bench.pressure_trial(felt, grams))
    assert isinstance(known.value.trouble, BadValue)
    assert (known.value.trouble.field, known.value.trouble.reason) == (field, Reason.OUT_OF_RANGE)
    journal.remember_pressure_trial(bench.pressure_trial(3, GRAMS_MAX))
    assert len(journal.recall_pressure_trials()) == 1


def test_tries_are_deleted_all_or_none_and_come_back(bench: Bench, journal: Journal) -> None:
    trials = tuple(bench.pressure_trial(3, grams) for grams in (900, 1000, 1100))
    for trial in trials:
        journal.remember_pressure_trial(trial)
    first, second, third = (trial.id for trial in trials)
    journal.remember_pressure_trials_deleted((first,))
    with pytest.raises(KnownTrouble) as known:
        journal.remember_pressure_trials_deleted((second, first))
    assert known.value.trouble == NoSuchRow("pressure_trial")
    assert {each.id for each in journal.recall_pressure_trials()} == {second, third}
    journal.remember_pressure_trials_deleted((second, third))
    assert journal.recall_pressure_trials() == ()
    journal.remember_pressure_trials_restored((first, second, third))
    assert {each.id for each in journal.recall_pressure_trials()} == {first, second, third}


def test_something_unpleasant_says_where_if_it_was_told(bench: Bench, journal: Journal) -> None:
    session = bench.session()
    journal.remember_session_opened(session)
    within = bench.adverse_event(session.id, SiteSide.LEFT, SHOULDER)
    journal.remember_adverse_event(within)
    bench.later(minutes=1)
    without = bench.adverse_event(None, None, NECK)
    journal.remember_adverse_event(without)
    today = DayRange(bench.now().local_date, bench.now().local_date)
    assert journal.recall_adverse_events(today) == (without, within)
    story = journal.recall_story(session.id)
    assert story is not None
    assert story.adverse_events == (within,)
    journal.remember_session_deleted(session.id)
    assert journal.recall_adverse_events(today) == (without,)
    journal.remember_session_restored(session.id)
    journal.remember_adverse_event_deleted(without.id)
    assert journal.recall_adverse_events(today) == (within,)
    journal.remember_adverse_event_restored(without.id)
    assert journal.recall_adverse_events(today) == (without, within)
    bench.later(days=2)
    later = DayRange(bench.now().local_date, bench.now().local_date)
    assert journal.recall_adverse_events(later) == ()
