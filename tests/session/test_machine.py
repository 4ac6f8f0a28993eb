"""A session as a script: what is pressed, what is said, what the journal will read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from acupress_desktop.domain.breathing import USUAL
from acupress_desktop.domain.ids import ComplaintId, PointCode, RuleId
from acupress_desktop.domain.journal import AdverseKind, Comfort, RatingTime, SessionEnd
from acupress_desktop.domain.protocols import READY_SECONDS
from acupress_desktop.domain.safety.outcome import BlockedSite, BreathingGuide
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.session.clock import Instant
from acupress_desktop.session.events import Begin, Pause, Stop, Tick
from acupress_desktop.session.lines import LineId
from acupress_desktop.session.machine import advance, prepare
from acupress_desktop.session.states import (
    Finished,
    GetReady,
    Holding,
    HoldPhase,
    LeadIn,
    PauseCause,
    Paused,
    StopCard,
)
from tests.session.sessions import WRISTS_AND_BROW, a_plan, clearance, held, play, ready, site, told

L, R, M = SiteSide.LEFT, SiteSide.RIGHT, SiteSide.MIDLINE


def test_a_session_that_nobody_touches_runs_to_its_end() -> None:
    state = play("", ready(*WRISTS_AND_BROW))

    assert isinstance(state, Finished)
    assert state.end is SessionEnd.COMPLETED
    assert held(state) == [
        ("PC6", "left", 60, True),
        ("PC6", "right", 60, True),
        ("EX-HN3", "midline", 30, True),
    ]
    assert state.ended_at == pytest.approx(60 + 5 + 60 + 5 + 30)
    assert state.log.pauses == ()


def test_what_is_said_and_when() -> None:
    state = play("", ready(*WRISTS_AND_BROW))

    assert told(state) == [
        "0 press",
        "8 breathe",
        "30 half_way",
        "55 ease_off",
        "60 release",
        "60 other_side",
        "65 press",
        "95 half_way",
        "120 ease_off",
        "125 release",
        "125 comfort_ask",
        "125 next_point",
        "125 find",
        "130 press",
        "138 breathe",
        "145 half_way",
        "155 ease_off",
        "160 release",
        "160 well_done",
    ]


def test_nothing_is_waited_for_before_the_first_site() -> None:
    state = advance(ready(), Begin(Instant(100.0, 900.0)))

    assert isinstance(state, Holding)
    assert state.began_at == 0
    assert state.phase is HoldPhase.PRESS_IN


def test_ramps_lie_inside_the_hold() -> None:
    start = advance(ready(), Begin(Instant(0, 0)))
    phases = []
    state = start
    for tenth in range(1, 600):
        state = advance(state, Tick(Instant(tenth / 10, tenth / 10)))
        assert isinstance(state, Holding)
        phases.append(state.phase)

    assert phases.count(HoldPhase.PRESS_IN) == pytest.approx(49, abs=1)
    assert phases.count(HoldPhase.EASE_OFF) == pytest.approx(50, abs=1)


def test_a_pause_is_not_held_and_is_remembered() -> None:
    state = play("t=12 pause\nt=40 resume")

    assert held(state)[0] == ("PC6", "left", 60, True)
    (pause,) = state.log.pauses
    assert (round(pause.at, 3), round(pause.seconds, 3), pause.cause) == (12, 28, PauseCause.PERSON)
    # 60 s held, 28 s paused, 3 s to put the finger back
    assert state.log.holds[0].ended_at == pytest.approx(60 + 28 + 3)


def test_a_stall_of_five_seconds_is_a_pause_and_the_hold_still_ends_at_sixty() -> None:
    state = play("t=20 stall 5")

    assert held(state)[0] == ("PC6", "left", 60, True)
    (pause,) = state.log.pauses
    assert (round(pause.at, 3), round(pause.seconds, 3), pause.cause) == (20, 5, PauseCause.GAP)
    assert "25 gap_noticed" in told(state)
    assert state.log.holds[0].ended_at == pytest.approx(60 + 5 + 3)


def test_a_stall_of_a_second_and_a_half_still_counts() -> None:
    state = play("t=20 stall 1.5")

    assert state.log.pauses == ()
    assert state.log.holds[0].ended_at == pytest.approx(60)


def test_a_long_gap_waits_for_the_person() -> None:
    waiting = play("t=20 stall 31")

    assert isinstance(waiting, Paused)
    assert waiting.cause is PauseCause.GAP

    state = play("t=20 stall 31\nt=100 resume")
    assert [round(pause.seconds, 3) for pause in state.log.pauses] == [80]
    assert held(state)[0] == ("PC6", "left", 60, True)


def test_a_night_of_sleep_is_seen_although_the_clock_stood_still() -> None:
    waiting = play("t=20 suspend 28800")

    assert isinstance(waiting, Paused)
    assert waiting.cause is PauseCause.SUSPEND
    assert isinstance(waiting.where, Holding)
    assert waiting.where.held_seconds == pytest.approx(20)

    state = play("t=20 suspend 1800\nt=25 resume")
    (pause,) = state.log.pauses
    assert pause.seconds == pytest.approx(1800 + 5)
    assert held(state) == [("PC6", "left", 60, True), ("PC6", "right", 60, True)]


def test_a_locked_screen_waits() -> None:
    waiting = play("t=30 lock")

    assert isinstance(waiting, Paused)
    assert waiting.cause is PauseCause.LOCK


def test_a_pause_while_moving_keeps_the_rest_of_the_five_seconds() -> None:
    state = play("t=62 pause\nt=70 resume")

    # 2 of 5 s had passed; 3 s lead-in, then the other 3 s
    assert state.log.holds[1].began_at == pytest.approx(70 + 3 + 3)


def test_next_ends_a_hold_with_the_seconds_held() -> None:
    state = play("t=12.5 next")

    assert held(state) == [("PC6", "left", 12.5, False), ("PC6", "right", 60, True)]
    assert isinstance(state, Finished)
    assert state.end is SessionEnd.COMPLETED


def test_next_while_moving_begins_at_once() -> None:
    state = play("t=61 next")

    assert state.log.holds[1].began_at == pytest.approx(61)


def test_walking_through_without_one_whole_hold_is_not_completed() -> None:
    state = play("t=2 next\nt=3 next\nt=4 next")

    assert isinstance(state, Finished)
    assert state.end is SessionEnd.STOPPED
    assert held(state) == [("PC6", "left", 2, False), ("PC6", "right", 1, False)]


def test_back_presses_the_same_site_again_as_a_new_hold() -> None:
    state = play("t=20 back")

    assert held(state) == [
        ("PC6", "left", 20, False),
        ("PC6", "left", 60, True),
        ("PC6", "right", 60, True),
    ]
    assert state.log.holds[1].changed_by == ("repeat",)
    assert [hold.order for hold in state.log.holds] == [1, 2, 3]


def test_back_while_moving_returns_to_the_site_before() -> None:
    state = play("t=62 back")

    assert [hold[:2] for hold in held(state)] == [("PC6", "left"), ("PC6", "left"), ("PC6", "right")]


def test_repeats_stop_at_five_minutes_a_site() -> None:
    script = "\n".join(f"t={second} back" for second in (62, 128, 194, 260, 326))
    state = play(script)

    left = sum(hold.held_seconds for hold in state.log.holds if hold.side is L)
    assert left == 300
    assert any(said.line.id is LineId.LONG_ENOUGH for said in state.log.spoken)


def test_longer_adds_fifteen_seconds_and_says_so_in_the_record() -> None:
    state = play("t=50 longer")

    first = state.log.holds[0]
    assert (first.prescribed_seconds, first.hold_seconds, first.held_seconds) == (60, 75, 75)
    assert first.changed_by == ("longer",)
    assert first.completed


def test_longer_cannot_undo_the_limit_of_a_site() -> None:
    limited = ready(site("GB20", L, 60, site_seconds_max=70))
    state = play("t=10 longer\nt=20 longer\nt=30 longer", limited)

    assert state.log.holds[0].held_seconds == 70
    assert "20 long_enough" in told(state)


def test_longer_and_repeats_cannot_undo_the_limit_of_the_day() -> None:
    start = ready()
    whole = start.course.plan.pressing_seconds
    nearly_full = replace(start, course=replace(start.course, day_seconds=whole + 20.0))
    state = play("t=10 longer\nt=20 longer\nt=30 longer\nt=83 back", nearly_full)
    assert [hold.hold_seconds for hold in state.log.holds] == [80, 60]
    assert {"30 long_enough", "83 long_enough"} <= set(told(state))
    pressed = sum(hold.held_seconds for hold in state.log.holds)
    assert pressed + READY_SECONDS * (len(state.log.holds) - 1) <= whole + 20


def test_longer_in_the_last_seconds_eases_off_again_later() -> None:
    state = play("t=57 longer")

    assert [line for line in told(state) if line.endswith("ease_off")][:2] == ["55 ease_off", "70 ease_off"]


def test_a_skipped_side_is_recorded_as_skipped() -> None:
    state = play("t=62 skip")

    assert held(state) == [("PC6", "left", 60, True), ("PC6", "right", 0, False)]
    assert state.log.holds[1].comfort is Comfort.SKIPPED


def test_stop_takes_hands_off_first_and_ends_at_the_second_time() -> None:
    card = play("t=20 hands-off")
    assert isinstance(card, StopCard)

    state = play("t=20 hands-off\nt=26 stop")
    assert isinstance(state, Finished)
    assert state.end is SessionEnd.STOPPED
    assert held(state) == [("PC6", "left", 20, False)]


def test_from_the_stop_card_the_session_can_go_on() -> None:
    state = play("t=20 hands-off\nt=30 resume")

    assert held(state) == [("PC6", "left", 60, True), ("PC6", "right", 60, True)]
    assert [round(pause.seconds, 3) for pause in state.log.pauses] == [10]


def test_a_symptom_ends_the_session_and_names_the_site() -> None:
    state = play("t=20 symptom tingling")

    assert isinstance(state, Finished)
    assert (state.end, state.symptom) == (SessionEnd.SAFETY_STOP, AdverseKind.TINGLING)
    assert state.log.symptoms[0].point == "PC6"
    assert held(state) == [("PC6", "left", 20, False)]


def test_a_symptom_on_the_stop_card_counts_from_when_hands_came_off() -> None:
    state = play("t=20 hands-off\nt=50 symptom dizzy")

    assert held(state) == [("PC6", "left", 20, False)]
    assert isinstance(state, Finished)
    assert state.end is SessionEnd.SAFETY_STOP


def test_pain_that_rises_by_two_points_brings_the_stop_card() -> None:
    assert isinstance(play("t=0 rate pain 4\nt=20 rate pain 6"), StopCard)
    assert isinstance(play("t=0 rate pain 4\nt=20 rate pain 5"), Finished)


def test_pain_that_rises_stops_the_session_wherever_it_is() -> None:
    for script in (
        "t=0 rate pain 4\nt=10 pause\nt=12 rate pain 6",
        "t=0 rate pain 4\nt=61 rate pain 6",
        "t=0 rate pain 4\nt=10 pause\nt=12 resume\nt=13 rate pain 6",
    ):
        stopped = play(script)
        assert isinstance(stopped, StopCard), script
        assert [rating.value for rating in stopped.log.ratings] == [4, 6], script


def test_a_rating_that_does_not_rise_is_kept_wherever_the_session_is() -> None:
    script = "t=0 rate pain 4\nt=10 pause\nt=11 rate pain 5\nt=12 resume\nt=13 rate pain 3\nt=65 rate pain 2"
    state = play(script)
    assert isinstance(state, Finished)
    assert [rating.value for rating in state.log.ratings] == [4, 5, 3, 2]


def test_only_pain_before_the_session_is_what_pain_is_compared_with() -> None:
    assert isinstance(play("t=0 rate stress 9\nt=0 rate pain 4\nt=20 rate pain 6"), StopCard)
    assert isinstance(play("t=0 rate stress 1\nt=0 rate pain 4\nt=20 rate stress 9"), Finished)
    assert isinstance(play("t=5 rate pain 2\nt=20 rate pain 9"), Finished), "nothing to compare with"


def test_ratings_know_when_they_were_given() -> None:
    state = play("t=0 rate pain 6\nt=20 rate pain 5\nt=90 stop\nt=95 rate pain 3")

    assert [(rating.time, rating.value) for rating in state.log.ratings] == [
        (RatingTime.BEFORE, 6),
        (RatingTime.DURING, 5),
        (RatingTime.AFTER_5, 3),
    ]


def test_comfort_belongs_to_the_last_hold_of_its_site() -> None:
    state = play("t=62 comfort PC6 left too_much")

    assert [hold.comfort for hold in state.log.holds] == [Comfort.TOO_MUCH, None]


def test_comfort_of_a_site_that_was_not_pressed_is_not_invented() -> None:
    state = play("t=62 comfort LI4 left too_much")

    assert [hold.comfort for hold in state.log.holds] == [None, None]


def test_the_breath_begins_with_the_hold_and_stays_off_when_the_clearance_says_so() -> None:
    state = advance(advance(ready(), Begin(Instant(0, 0))), Tick(Instant(1, 1)))
    assert isinstance(state, Holding)
    assert state.breath is not None
    assert state.breath.phase_elapsed_seconds == pytest.approx(1)

    quiet = advance(ready(breathing=BreathingGuide.OFF_BY_DEFAULT), Begin(Instant(0, 0)))
    assert isinstance(quiet, Holding)
    assert quiet.breath is None


def test_breathing_off_is_one_key_and_on_again_another() -> None:
    state = play("t=10 breathing off\nt=20 breathing on")

    assert [line for line in told(state) if "breathing" in line] == ["10 breathing_off", "20 breathing_on"]
    assert state.course.guided_seconds == pytest.approx(110)


def test_the_guide_ends_after_twenty_minutes() -> None:
    long_set = ready(*(site(f"LI{number}", L, 300) for number in range(1, 6)))
    state = play("t=1500 breathing on", long_set)

    enough = [said.at for said in state.log.spoken if said.line.id is LineId.BREATHING_ENOUGH]
    assert enough[0] == pytest.approx(1200 + 3 * 5 + 5, abs=6)
    assert state.course.breathing is BreathingGuide.OFF_BY_DEFAULT


def test_moving_and_waiting_states_say_what_comes_next() -> None:
    moving = play("t=61 hands-off")
    assert isinstance(moving, StopCard)
    assert isinstance(moving.where, GetReady)
    assert moving.where.step.side is R


def test_a_gap_in_the_lead_in_starts_it_again() -> None:
    state = play("t=20 stall 5\nt=26 stall 5")

    assert [round(pause.seconds) for pause in state.log.pauses] == [5, 5]
    assert state.log.holds[0].ended_at == pytest.approx(20 + 5 + 1 + 5 + 3 + 40)


def test_the_lead_in_can_be_paused_stopped_and_skipped() -> None:
    def lead_in_at_25() -> LeadIn:
        state = advance(ready(), Begin(Instant(0, 0)))
        for at in (1.0, 2.0, 8.0):
            state = advance(state, Tick(Instant(at, at)))
        assert isinstance(state, LeadIn)
        return state

    assert isinstance(advance(lead_in_at_25(), Pause(Instant(8.5, 8.5))), Paused)
    assert isinstance(advance(lead_in_at_25(), Stop(Instant(8.5, 8.5))), StopCard)


def test_stop_before_the_first_press_ends_at_once() -> None:
    state = advance(ready(), Stop(Instant(5, 5)))

    assert isinstance(state, Finished)
    assert state.end is SessionEnd.STOPPED
    assert state.log.holds == ()


def test_a_session_cannot_be_built_on_a_clearance_for_something_else() -> None:
    with pytest.raises(ValueError, match="another complaint"):
        prepare(clearance(complaint=ComplaintId("knee")), a_plan(site("PC6", L)), USUAL)


def test_a_session_cannot_be_built_over_a_blocked_site() -> None:
    blocked = (BlockedSite(PointCode("PC6"), L, RuleId("L08")),)
    with pytest.raises(ValueError, match="blocked"):
        prepare(clearance(blocked=blocked), a_plan(site("PC6", L)), USUAL)
    other_side = prepare(clearance(blocked=blocked), a_plan(site("PC6", R)), USUAL)
    assert other_side.course.step(0).side is R
