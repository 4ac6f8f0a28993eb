"""Whatever breaks off a session: nothing is lost, nothing is invented."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from acupress_desktop.domain.journal import Comfort, SessionEnd
from acupress_desktop.presenters.session_view import SessionPhase
from acupress_desktop.session.states import CHECKPOINT_SECONDS
from acupress_desktop.ui.session.screen import SessionScreen
from tests.journeys.conftest import Arrive
from tests.journeys.steps import DAY_SECONDS, calm_session, stands_on, start_again, stories_of

ROOT = Path(__file__).parents[2]
SECOND_HOLD_SECONDS = 30 + 5 + 17.0


def _killed(folder: Path, seconds: float) -> datetime:
    """Let a process press for so many seconds and die; return the moment by its clock."""
    process = subprocess.run(
        [sys.executable, "-m", "tests.journeys.killed", str(folder), str(seconds)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert process.returncode == -signal.SIGKILL, process.stderr
    return datetime.fromisoformat(process.stdout.strip().splitlines()[-1])


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is known to POSIX only")
def test_a_killed_app_goes_on_where_it_was_within_the_hour(arrive: Arrive, folder: Path) -> None:
    died = _killed(folder, SECOND_HOLD_SECONDS)
    at = arrive(when=died + timedelta(minutes=3))
    assert at.hands.reads("broke off after 1 of 10 holds")
    story = stories_of(at)[-1]
    assert [hold.completed for hold in story.holds] == [True]
    at.hands.press("Go on")
    assert stands_on(at, SessionScreen)
    at.wait(11)
    at.wait_for_end()
    at.hands.press("Save to journal")

    story = stories_of(at)[-1]
    assert story.session.end is SessionEnd.COMPLETED
    first, cut_off = story.holds[:2]
    assert first.completed
    assert abs(first.held_seconds - 30) <= 0.2
    # Of the hold that was cut off only what was pressed, less at most one checkpoint.
    assert not cut_off.completed
    assert 17 - CHECKPOINT_SECONDS - 0.2 <= cut_off.held_seconds <= 17.2
    sites = {(hold.point, hold.side) for hold in story.holds if hold.completed}
    assert len(sites) == 10
    for point, side in sites:
        pressed = [hold.held_seconds for hold in story.holds if (hold.point, hold.side) == (point, side)]
        assert sum(pressed) <= 30 + 17.2


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is known to POSIX only")
def test_after_the_hour_a_killed_session_is_closed_as_it_was(arrive: Arrive, folder: Path) -> None:
    died = _killed(folder, SECOND_HOLD_SECONDS)
    at = arrive(when=died + timedelta(minutes=61))
    assert not at.hands.can_press("Go on")
    story = stories_of(at)[-1]
    assert story.session.end in {SessionEnd.EXPIRED, SessionEnd.STOPPED}
    assert sum(hold.held_seconds for hold in story.holds) <= 30 + 17.4
    assert sum(hold.held_seconds for hold in story.holds) >= 30 + 17 - CHECKPOINT_SECONDS - 0.2


def test_sleep_of_the_computer_pauses_and_is_never_counted(arrive: Arrive) -> None:
    at = arrive()
    calm_session(at)
    at.clock.advance(DAY_SECONDS)
    start_again(at)
    at.wait(10.1)
    at.wait(12)
    at.clock.sleep(1_800)
    at.wait(1)
    assert at.phase() is SessionPhase.PAUSED
    at.wait(60)
    assert at.phase() is SessionPhase.PAUSED
    at.hands.press("Go on")
    at.wait_for_end()
    story = stories_of(at)[-1]
    assert all(abs(hold.held_seconds - 30) <= 0.25 for hold in story.holds)
    assert any(pause.cause == "suspend" for pause in story.pauses)


def test_a_stall_of_five_seconds_is_a_pause_and_not_held_time(arrive: Arrive) -> None:
    at = arrive()
    calm_session(at)
    at.clock.advance(DAY_SECONDS)
    start_again(at)
    at.wait(10.1)
    at.wait(12)
    at.clock.advance(5)
    at.wait(0.2)
    assert at.phase() in {SessionPhase.LEAD_IN, SessionPhase.PAUSED}
    at.wait_for_end()
    story = stories_of(at)[-1]
    assert abs(story.holds[0].held_seconds - 30) <= 0.2
    assert [pause.cause for pause in story.pauses] == ["gap"]


def test_closing_the_window_in_a_hold_keeps_what_was_held(arrive: Arrive) -> None:
    at = arrive()
    calm_session(at)
    at.clock.advance(DAY_SECONDS)
    start_again(at)
    at.wait(10.1)
    at.wait(SECOND_HOLD_SECONDS)
    at.house.window.close()
    again = arrive(when=at.clock.now() + timedelta(minutes=1))
    assert again.hands.can_press("Go on")
    again.hands.press("Leave it at that")
    story = stories_of(again)[-1]
    assert story.session.end is SessionEnd.STOPPED
    held = sum(hold.held_seconds for hold in story.holds)
    # To the second, not to the last checkpoint: the window has the time to write what was pressed.
    assert abs(held - (30 + 17)) <= 0.4


def test_closing_the_window_on_the_questions_after_keeps_the_answers(arrive: Arrive) -> None:
    at = arrive()
    calm_session(at)
    at.clock.advance(DAY_SECONDS)
    start_again(at)
    at.wait(10.1)
    at.wait_for_end()
    at.wait(300.1)
    at.hands.press("3")
    at.hands.press("Too much")
    at.hands.press("Sore spot")
    at.write_note("left side was tender")
    at.house.window.close()
    again = arrive(when=at.clock.now() + timedelta(minutes=1))
    story = stories_of(again)[-1]
    assert [rating.value for rating in story.ratings][-1] == 3
    assert story.session.note == "left side was tender"
    assert [event.kind.value for event in story.adverse_events] == ["sore_spot"]
    assert Comfort.TOO_MUCH in {hold.comfort for hold in story.holds}


def test_not_now_keeps_what_was_told_as_unpleasant(arrive: Arrive) -> None:
    at = arrive()
    calm_session(at)
    at.clock.advance(DAY_SECONDS)
    start_again(at)
    at.wait(10.1)
    at.wait_for_end()
    at.hands.press("Bruise")
    if at.hands.can_press("I have read this"):
        at.hands.press("I have read this")
    at.hands.press("Not now")
    assert [event.kind.value for event in stories_of(at)[-1].adverse_events] == ["bruise"]
