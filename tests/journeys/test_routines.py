"""A person builds a routine, presses it through the same check as any set, and finds it in the journal."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from acupress_desktop.app.rehearsal import Rehearsal
from acupress_desktop.domain.breathing import BreathPattern, StepBreathing
from acupress_desktop.domain.exercises import ExerciseKind
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.journal import SessionEnd
from acupress_desktop.domain.practice import PracticePlan
from acupress_desktop.domain.protocols import DoseStage
from acupress_desktop.domain.routine_sets import protocol_of
from acupress_desktop.domain.routines import RoutineSides
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.destinations import (
    ToAtlas,
    ToJournal,
    ToPractice,
    ToRoutine,
    ToSafety,
    ToToday,
)
from acupress_desktop.ui.routines.screen import RoutineScreen
from tests.domain.routine_examples import key, press, routine, stretch
from tests.journeys.conftest import Arrive
from tests.journeys.steps import DAY_SECONDS, calm_session, journal_of, stories_of

LEFT, RIGHT, MIDDLE = SiteSide.LEFT, SiteSide.RIGHT, SiteSide.MIDLINE


def the_day_after(arrive: Arrive) -> Rehearsal:
    at = arrive()
    calm_session(at)
    at.wait(0.1)
    at.clock.advance(DAY_SECONDS)
    return at


def editor(at: Rehearsal) -> RoutineScreen:
    at.hands.settle()
    found = at.widget
    assert isinstance(found, RoutineScreen)
    return found


def test_a_routine_is_built_by_hand_and_pressed_like_a_set(arrive: Arrive) -> None:
    at = the_day_after(arrive)
    at.house.window.go(ToPractice())
    at.hands.press("Build a routine")
    page = editor(at)
    page.adding.search.setText("SI15")
    at.hands.settle()
    at.hands.press("Add SI15")
    page.adding.search.setText("ST36")
    at.hands.settle()
    at.hands.press("Add ST36")
    at.hands.press("Add a stretch")
    (kept,) = journal_of(at).recall_routines()
    assert [step.point for step in kept.presses] == ["SI15", "ST36"]
    assert [step.kind for step in kept.exercises] == [ExerciseKind.STRETCH]
    assert kept.complaint == "calm"

    at.hands.press("Press it")
    at.answer({})
    assert at.hands.reads(kept.name)
    assert at.hands.reads("No trial has tested this routine")
    assert at.hands.reads("First week: every hold is half as long")
    at.hands.press("5")
    at.hands.press("Begin")
    at.wait_for_end()
    story = stories_of(at)[-1]
    assert story.session.protocol == protocol_of(kept.id)
    assert story.session.routine == kept.id
    assert story.session.stage is DoseStage.FIRST_WEEK
    assert story.session.end is SessionEnd.COMPLETED
    assert [(hold.point, hold.side) for hold in story.holds] == [
        ("SI15", LEFT), ("SI15", RIGHT), ("ST36", LEFT), ("ST36", RIGHT),
    ]  # fmt: skip
    assert [done.title for done in story.exercises] == ["Stretch"]
    for hold in story.holds:
        assert hold.hold_seconds * 2 == hold.prescribed_seconds


def test_its_name_stays_in_the_journal_when_it_is_deleted(arrive: Arrive) -> None:
    at = the_day_after(arrive)
    mine = replace(routine(press("LI4", 2, 20, 3), name="Quiet hands"), moment=at.ground.now())
    journal_of(at).remember_routine(mine)
    at.house.window.go(ToPractice())
    at.hands.press("Press Quiet hands")
    at.answer({})
    at.hands.press("5")
    at.hands.press("Begin")
    at.wait_for_end()
    at.hands.press("Save to journal")
    at.house.window.go(ToPractice())
    at.hands.press("Delete: Quiet hands")
    assert at.hands.reads("“Quiet hands” is deleted")
    assert journal_of(at).recall_routines() == ()
    at.house.window.go(ToJournal())
    assert at.hands.can_press("Quiet hands (own routine)")


def test_two_sides_that_are_pressed_differently_are_told_apart(arrive: Arrive) -> None:
    at = the_day_after(arrive)
    mine = routine(
        press("LI4", 2, 90, 5, sides=RoutineSides.LEFT),
        stretch(3, "Shake the hands"),
        press("LI4", 4, 40, 2, sides=RoutineSides.RIGHT),
        name="Quiet hands",
    )
    journal_of(at).remember_routine(replace(mine, moment=at.ground.now()))
    at.house.window.go(ToPractice())
    at.hands.press("Press Quiet hands")
    at.answer({})
    words = " | ".join(at.hands.lines())
    assert "45 s" in words
    assert "20 s" in words
    assert "felt pressure 5 of 10" in words
    assert "felt pressure 2 of 10" in words
    assert at.hands.reads("Shake the hands")
    at.hands.press("5")
    at.hands.press("Begin")
    at.wait_for_end()
    holds = stories_of(at)[-1].holds
    assert [(hold.side, hold.hold_seconds, hold.felt_pressure) for hold in holds] == [
        (LEFT, 45, 5),
        (RIGHT, 20, 2),
    ]


def test_the_plan_tells_of_a_breath_that_rests(arrive: Arrive) -> None:
    at = the_day_after(arrive)
    held = press("LI4", 2, 20, 3, breathing=StepBreathing.OWN, pattern=BreathPattern(4.0, 6.0, 1.0, 0.5))
    journal_of(at).remember_routine(replace(routine(held, name="Quiet hands"), moment=at.ground.now()))
    at.house.window.go(ToPractice())
    at.hands.press("Press Quiet hands")
    at.answer({})
    assert at.hands.reads("own breathing (4 s in, 1 s rest, 6 s out, 0.5 s rest)")


def test_a_clearance_ends_where_the_routine_was_changed(arrive: Arrive) -> None:
    at = the_day_after(arrive)
    journal = journal_of(at)
    mine = replace(routine(press("LI4", 2, 20, 3), name="Quiet hands"), moment=at.ground.now())
    journal.remember_routine(mine)
    at.house.window.go(ToPractice())
    at.hands.press("Press Quiet hands")
    at.answer({})
    plan = at.house.window.last
    at.wait(1)
    more = routine(press("LI4", 2, 20, 3), press("GB20", 3, 30, 2), name="Quiet hands")
    journal.remember_routine(replace(more, moment=at.ground.now()))
    assert plan is not None
    at.house.window.go(plan)
    at.hands.settle()
    assert not at.hands.can_press("Begin")


def test_a_file_goes_out_and_comes_in_again(arrive: Arrive, tmp_path: Path) -> None:
    at = the_day_after(arrive)
    journal = journal_of(at)
    mine = routine(press("LI4", 2, 20, 3), stretch(3, note="Slowly."), name="Quiet <b>hands</b>")
    journal.remember_routine(replace(mine, moment=at.ground.now()))
    file = tmp_path / "given.acupress-plan.json"
    at.files.chosen = file
    at.house.window.go(ToPractice())
    at.hands.press("Share as a file")
    assert json.loads(file.read_text(encoding="utf-8"))["routine"]["name"] == "Quiet <b>hands</b>"
    at.hands.press("Open a routine file")
    assert at.hands.reads("The file does not say who made it")
    assert at.hands.reads("Quiet <b>hands</b>")
    at.hands.press("Add it to my routines")
    names = [one.name for one in journal.recall_routines()]
    assert sorted(names) == ["Quiet <b>hands</b>", "Quiet <b>hands</b> 2"]
    file.write_text(file.read_text(encoding="utf-8").replace("LI4", "ST9"), encoding="utf-8")
    at.hands.press("Open a routine file")
    assert at.hands.reads("routine.steps[0].point")
    assert len(journal.recall_routines()) == 2


def test_the_home_page_offers_the_routine_that_is_planned(arrive: Arrive) -> None:
    at = the_day_after(arrive)
    journal = journal_of(at)
    mine = replace(routine(press("LI4", 2, 20, 3), name="Quiet hands"), moment=at.ground.now())
    journal.remember_routine(mine)
    plan = PracticePlan(at.ground.ids.next(), at.ground.now(), None, mine.id, 5, 1)
    journal.remember_practice_plan(plan)
    at.house.window.go(ToToday())
    assert at.hands.reads("Quiet hands")
    at.hands.press("Start")
    assert at.house.window.last == ToSafety(mine.complaint, routine=mine.id)
    journal.remember_routine_deleted(mine.id)
    at.house.window.go(ToToday())
    assert not at.hands.reads("Quiet hands")


def test_a_point_goes_from_the_atlas_to_a_routine(arrive: Arrive) -> None:
    at = the_day_after(arrive)
    at.house.window.go(ToAtlas(PointCode("PC6"), SiteSide.LEFT))
    at.hands.settle()
    at.hands.press("Add to a routine")
    assert editor(at).steps.keys
    (kept,) = journal_of(at).recall_routines()
    assert [step.point for step in kept.presses] == ["PC6"]
    at.house.window.go(ToAtlas(PointCode("LI4"), SiteSide.LEFT))
    at.hands.settle()
    at.hands.press("Add to a routine")
    at.hands.press(kept.name)
    editor(at)
    assert [step.point for step in journal_of(at).recall_routines()[0].presses] == ["PC6", "LI4"]
    at.house.window.go(ToAtlas(PointCode("ST9"), SiteSide.LEFT))
    at.hands.settle()
    assert not at.hands.can_press("Add to a routine")


def test_the_editor_opens_from_the_list(arrive: Arrive) -> None:
    at = the_day_after(arrive)
    mine = replace(routine(press("LI4", 2, 20, 3), name="Quiet hands"), moment=at.ground.now())
    journal_of(at).remember_routine(mine)
    at.house.window.go(ToPractice())
    at.hands.press("Change: Quiet hands")
    page = editor(at)
    assert at.house.window.last == ToRoutine(key(1))
    assert page.steps.keys == (key(2),)
    assert PointCode("LI4") == mine.presses[0].point
