"""What the system says reaches the machine through the presenter, and nothing begins or goes on by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from acupress_desktop.presenters.session_view import SessionPhase
from acupress_desktop.session.states import Holding, PauseCause, Paused, Ready, State
from acupress_desktop.storage.journal import Journal
from tests.faults.interrupting import Sitting, begin
from tests.storage.journals import Bench

CAUSES = [PauseCause.SUSPEND, PauseCause.LOCK, PauseCause.PERSON]


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path / "data")


@pytest.fixture
def journal(bench: Bench) -> Iterator[Journal]:
    opened = bench.open()
    yield opened
    opened.close()


@pytest.fixture
def sitting(bench: Bench, journal: Journal) -> Sitting:
    made = begin(bench, journal)
    made.tick()
    return made


def stands(sitting: Sitting) -> State:
    return sitting.state


@pytest.mark.parametrize("cause", CAUSES)
def test_a_hold_pauses_for_what_was_said_and_is_kept_to_the_second(
    sitting: Sitting, cause: PauseCause
) -> None:
    sitting.keys.begin()
    sitting.wait(7)
    view = sitting.keys.interrupt(cause)
    assert view.live.phase is SessionPhase.PAUSED
    paused = stands(sitting)
    assert isinstance(paused, Paused)
    assert paused.cause is cause
    kept = sitting.journal.recall_unfinished_session()
    assert kept is not None
    assert kept.checkpoint is not None
    assert kept.checkpoint.held_seconds == pytest.approx(7.0)


@pytest.mark.parametrize("again", CAUSES)
def test_a_second_sign_neither_goes_on_nor_changes_why(sitting: Sitting, again: PauseCause) -> None:
    sitting.keys.begin()
    sitting.wait(7)
    sitting.keys.interrupt(PauseCause.LOCK)
    sitting.clock.advance(2)
    sitting.keys.interrupt(again)
    paused = stands(sitting)
    assert isinstance(paused, Paused)
    assert paused.cause is PauseCause.LOCK


@pytest.mark.parametrize("cause", CAUSES)
def test_before_the_first_press_a_sign_stops_the_countdown(sitting: Sitting, cause: PauseCause) -> None:
    sitting.wait(5)
    assert sitting.keys.view().live.begins_by_itself
    assert not sitting.keys.interrupt(cause).live.begins_by_itself
    sitting.wait(60)
    assert isinstance(stands(sitting), Ready)
    sitting.keys.begin()
    assert isinstance(stands(sitting), Holding)


def test_before_the_first_press_a_sleep_stops_the_countdown(sitting: Sitting) -> None:
    sitting.clock.sleep(600)
    sitting.tick()
    sitting.wait(60)
    assert isinstance(stands(sitting), Ready)


def test_before_the_first_press_a_long_standstill_stops_the_countdown(sitting: Sitting) -> None:
    sitting.clock.advance(31)
    sitting.tick()
    sitting.wait(60)
    assert isinstance(stands(sitting), Ready)


def test_left_alone_the_countdown_leads_to_the_first_press(sitting: Sitting) -> None:
    sitting.wait(11)
    assert isinstance(stands(sitting), Holding)
