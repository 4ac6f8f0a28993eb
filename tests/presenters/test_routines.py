"""Building a routine: every change is kept at once, its limits are said, and it leads to the safety check."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from acupress_desktop.domain.breathing import USUAL, BreathPattern, OwnBreath, StepBreathing
from acupress_desktop.domain.exercises import ExerciseKind
from acupress_desktop.domain.ids import ComplaintId, PointCode, ProtocolId
from acupress_desktop.domain.ports import JournalChange
from acupress_desktop.domain.routines import ROUTINES_MAX, STEPS_MAX, PressStep, Routine, RoutineSides
from acupress_desktop.domain.troubles import DiskFull, KnownTrouble
from acupress_desktop.presenters.destinations import Back, ToRoutine, ToSafety
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.routine import RoutinePresenter
from acupress_desktop.presenters.routine_view import OpenedFileView, RoutineListView, RoutineView
from tests.domain.routine_examples import TINY_PNG, everything, press, routine, stretch
from tests.domain.safety.world import atlas, protocols
from tests.presenters.routine_stage import RoutineStage, staged

LI4, GB20, PC6 = PointCode("LI4"), PointCode("GB20"), PointCode("PC6")


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[RoutineStage]:
    yield from staged(tmp_path)


def shown(outcome: object) -> RoutineView:
    assert isinstance(outcome, RoutineView)
    return outcome


def listed(outcome: object) -> RoutineListView:
    assert isinstance(outcome, RoutineListView)
    return outcome


# --- The editor


def test_nothing_is_kept_until_there_is_a_step(stage: RoutineStage) -> None:
    editor = stage.editor()
    view = editor.present()
    assert view.start is not None
    assert len(view.start.sets) == sum(one.offered for one in protocols())
    assert not view.press.ready
    editor.write_name("Quiet hands")
    assert stage.kept() == ()
    view = editor.add_point(LI4)
    assert view.start is None
    assert view.said
    (kept,) = stage.kept()
    assert (kept.name, [step.point for step in kept.presses]) == ("Quiet hands", [LI4])
    assert editor.is_kept


def test_a_routine_can_start_from_any_set_that_is_offered(stage: RoutineStage) -> None:
    editor = stage.editor()
    view = editor.start_from(ProtocolId("P01"))
    assert view.complaint == "neck_shoulder"
    assert view.name == "Neck and shoulders"
    official = next(one for one in protocols() if one.id == "P01")
    assert [step.point for step in view.steps] == [step.point for step in official.steps]
    again = stage.editor().start_from(ProtocolId("P01"))
    assert again.name == "Neck and shoulders 2"
    assert stage.editor().start_from(ProtocolId("P14")).steps == ()


def test_every_step_can_be_changed_within_its_limits(stage: RoutineStage) -> None:
    editor = stage.editor()
    (step,) = editor.add_point(GB20).steps
    opened = editor.open_step(step.id).opened
    assert opened is not None
    assert opened.pressure is not None
    assert (opened.pressure.low, opened.pressure.high) == (1, 3)
    assert "light pressing: at most 3 of 10" in opened.pressure.limit
    assert "At most" in opened.seconds.limit
    assert [pick.key for pick in opened.sides] == [RoutineSides.BOTH, RoutineSides.LEFT, RoutineSides.RIGHT]
    editor.step_pressure(step.id, 9)
    editor.step_seconds(step.id, 9999)
    editor.choose_sides(step.id, RoutineSides.LEFT)
    editor.write_step_note(step.id, "Softly\u0000 here\u202e.")
    (kept,) = stage.kept()[0].presses
    assert kept.felt_pressure == 3
    assert kept.hold_seconds == opened.seconds.high
    assert (kept.sides, kept.note) == (RoutineSides.LEFT, "Softly here.")
    editor.step_seconds(step.id, 1)
    assert stage.kept()[0].presses[0].hold_seconds == 10


def test_the_midline_has_no_sides_to_choose(stage: RoutineStage) -> None:
    editor = stage.editor()
    (step,) = editor.add_point(PointCode("EX-HN3")).steps
    opened = editor.open_step(step.id).opened
    assert opened is not None
    assert opened.sides == ()
    editor.choose_sides(step.id, RoutineSides.LEFT)
    assert stage.kept()[0].presses[0].sides is RoutineSides.MIDLINE


def test_breathing_is_as_set_off_or_a_pattern_of_ones_own(stage: RoutineStage) -> None:
    mine = OwnBreath(stage.bench.key(), stage.bench.now(), "Long out", BreathPattern(3.5, 6.5))
    stage.journal.remember_own_breath(mine)
    editor = stage.editor()
    (step,) = editor.add_point(LI4).steps
    opened = editor.open_step(step.id).opened
    assert opened is not None
    words = {pick.key: pick.words for pick in opened.breathing}
    assert {StepBreathing.AS_SET, StepBreathing.OFF, USUAL, mine.pattern} <= set(words)
    assert words[mine.pattern] == "Pattern: Long out"
    editor.choose_breath(step.id, mine.pattern)
    (kept,) = stage.kept()[0].presses
    assert (kept.breathing, kept.pattern) == (StepBreathing.OWN, mine.pattern)
    editor.choose_breath(step.id, StepBreathing.OFF)
    (kept,) = stage.kept()[0].presses
    assert (kept.breathing, kept.pattern) == (StepBreathing.OFF, None)


def test_exercises_have_a_name_seconds_and_repeats(stage: RoutineStage) -> None:
    editor = stage.editor()
    for kind in ExerciseKind:
        editor.add_exercise(kind)
    assert not editor.present().press.ready
    first = stage.kept()[0].exercises[0]
    assert editor.present().opened is not None
    editor.write_step_title(first.id, "Chin tucks")
    editor.step_seconds(first.id, 20)
    editor.step_repeats(first.id, None)
    kept = stage.kept()[0].exercises[0]
    assert (kept.title, kept.seconds, kept.repeats) == ("Chin tucks", 20, None)
    editor.step_seconds(first.id, None)
    assert stage.kept()[0].exercises[0].seconds == 20, "an exercise needs one of both"
    refused = editor.write_step_title(first.id, "   ")
    assert refused.problem
    assert stage.kept()[0].exercises[0].title == "Chin tucks"


def test_steps_move_and_every_change_can_be_taken_back(stage: RoutineStage) -> None:
    stage.journal.remember_routine(everything())
    editor = stage.editor(everything().id)
    first = everything().steps[0].id
    view = editor.move_by(first, 1)
    assert view.steps[1].id == first
    assert "step 2 of 7" in view.said
    assert view.steps[0].can_go_up is Choice.OPEN
    assert [step.number for step in view.steps] == list(range(1, 8))
    editor.move_step(first, 6)
    editor.remove_step(first)
    assert len(stage.kept()[0].steps) == 6
    for _ in range(3):
        editor.undo()
    assert stage.kept()[0].steps == everything().steps
    assert editor.present().undo == ""
    assert editor.undo().steps == editor.present().steps


def test_a_point_is_added_on_the_side_that_is_free(stage: RoutineStage) -> None:
    editor = stage.editor()
    (step,) = editor.add_point(LI4).steps
    editor.choose_sides(step.id, RoutineSides.LEFT)
    editor.add_point(LI4)
    assert [one.sides for one in stage.kept()[0].presses] == [RoutineSides.LEFT, RoutineSides.RIGHT]
    editor.choose_sides(step.id, RoutineSides.BOTH)
    assert stage.kept()[0].presses[0].sides is RoutineSides.LEFT, "that side is pressed by another step"
    view = editor.search("LI4")
    assert not view.add.found[0].add.ready
    assert len(editor.add_point(LI4).steps) == 2


def test_the_search_offers_only_what_can_be_pressed(stage: RoutineStage) -> None:
    editor = stage.editor()
    assert editor.search("ST9").add.found == ()
    assert "only studied" in editor.search("ST9").add.found_line
    assert editor.search("LI4").add.found[0].point == LI4
    assert editor.search("zzzzzz").add.found == ()
    assert editor.search("  ").add.found_line == ""


@pytest.mark.slow
def test_only_what_can_be_pressed_is_added_and_only_so_much(stage: RoutineStage) -> None:
    editor = stage.editor()
    pressed = [point.code for point in atlas() if point.pressability.value in ("yes", "light_only")]
    studied = [point.code for point in atlas() if point.code not in pressed]
    for code in (*studied[::8], *pressed[: STEPS_MAX + 2]):
        editor.add_point(code)
    assert [step.point for step in stage.kept()[0].presses] == pressed[:STEPS_MAX]


def test_minutes_are_told_and_a_long_routine_says_so(stage: RoutineStage) -> None:
    editor = stage.editor()
    view = editor.add_point(LI4)
    assert view.beyond is Choice.OPEN
    assert "1 point" in view.lengths
    for code in ("PC6", "ST36", "LI11", "TE5"):
        view = editor.add_point(PointCode(code))
        editor.step_seconds(view.steps[-1].id, 300)
    view = editor.present()
    assert view.beyond is Choice.CHOSEN
    assert "35 min" in view.day
    assert view.press.ready, "the day's own limits decide, not the editor"


def test_a_picture_is_kept_and_taken_out(stage: RoutineStage) -> None:
    editor = stage.editor()
    (step,) = editor.add_point(LI4).steps
    editor.open_step(step.id)
    view = editor.set_picture(step.id, TINY_PNG)
    assert view.opened is not None
    assert view.opened.picture.base64 == TINY_PNG
    assert stage.kept()[0].presses[0].picture == TINY_PNG
    editor.set_picture(step.id, "")
    assert stage.kept()[0].presses[0].picture == ""
    assert editor.refuse_picture().problem


def test_pressing_leads_to_the_safety_check_of_its_complaint(stage: RoutineStage) -> None:
    editor = stage.editor()
    editor.add_point(LI4)
    editor.choose_complaint(ComplaintId("headache"))
    (kept,) = stage.kept()
    assert editor.press() == ToSafety(ComplaintId("headache"), routine=kept.id)
    assert editor.back() == Back()
    before = kept.complaint
    editor.choose_complaint(ComplaintId("tiredness"))
    assert stage.kept()[0].complaint == before


def test_a_full_disk_loses_nothing(stage: RoutineStage, tmp_path: Path) -> None:
    class FullDisk:
        full = True

        def __getattr__(self, name: str) -> object:
            return getattr(stage.journal, name)

        def remember_routine(self, routine: Routine) -> JournalChange:
            if self.full:
                raise KnownTrouble(DiskFull(tmp_path))
            return stage.journal.remember_routine(routine)

    disk = FullDisk()
    editor = RoutinePresenter(disk, stage.tools, None)  # type: ignore[arg-type]  # the real journal behind it
    view = editor.add_point(LI4)
    assert "Not saved yet" in view.problem
    assert not editor.is_kept
    assert isinstance(editor.press(), RoutineView)
    disk.full = False
    assert editor.add_point(PC6).problem == ""
    assert [step.point for step in stage.kept()[0].presses] == [LI4, PC6]


def test_a_key_that_nobody_had_is_taken_and_a_deleted_one_is_not(stage: RoutineStage) -> None:
    fresh = stage.bench.key()
    stage.editor(fresh).add_point(LI4)
    assert stage.kept()[0].id == fresh
    stage.journal.remember_routine_deleted(fresh)
    stage.editor(fresh).add_point(PC6)
    assert [one.id for one in stage.kept()] != [fresh]


def test_a_point_that_this_version_does_not_know_is_shown_and_not_pressed(stage: RoutineStage) -> None:
    unknown = PressStep(stage.bench.key(), PointCode("ZZ9"), RoutineSides.BOTH, 30, 2)
    stage.journal.remember_routine(routine(unknown))
    editor = stage.editor(routine().id)
    view = editor.open_step(unknown.id)
    assert view.steps[0].title == "ZZ9"
    assert not view.press.ready
    editor.step_seconds(unknown.id, 60)
    assert stage.kept()[0].presses[0].hold_seconds == 30
    assert editor.remove_step(unknown.id).steps == ()


# --- The list


def test_the_list_says_what_each_comes_to(stage: RoutineStage) -> None:
    assert listed(stage.list().present()).empty
    stage.journal.remember_routine(everything())
    (card,) = stage.list().present().cards
    assert (card.name, card.what_for) == ("After work", "For: Neck and shoulders")
    assert card.lengths == "4 points, 5 min of pressing, 3 exercises, 17 min of exercises"
    assert stage.list().press(everything().id) == ToSafety(
        ComplaintId("neck_shoulder"), routine=everything().id
    )
    assert stage.list().change(everything().id) == ToRoutine(everything().id)


def test_a_routine_without_a_point_cannot_be_pressed(stage: RoutineStage) -> None:
    only = routine(stretch(2))
    stage.journal.remember_routine(only)
    (card,) = stage.list().present().cards
    assert not card.press.ready
    assert "Add a point first" in card.press.blocked_because
    assert isinstance(stage.list().press(only.id), RoutineListView)


def test_a_copy_a_deletion_and_its_undo(stage: RoutineStage) -> None:
    mine = routine(press("LI4", 2))
    stage.journal.remember_routine(mine)
    page = stage.list()
    page.duplicate(mine.id)
    page.duplicate(mine.id)
    assert sorted(one.name for one in stage.kept()) == ["Evening", "Evening, copy", "Evening, copy 2"]
    view = page.delete(mine.id)
    assert view.undo
    assert "stays in the journal" in view.said
    assert mine.id not in [one.id for one in stage.kept()]
    view = page.undo()
    assert view.undo == ""
    assert mine in stage.kept()


def test_a_file_is_looked_at_before_it_is_kept(stage: RoutineStage, tmp_path: Path) -> None:
    stage.journal.remember_routine(everything())
    page, path = stage.list(), tmp_path / "given.acupress-plan.json"
    assert "given.acupress-plan.json" in page.share(everything().id, path).said
    opened = page.open_file(path)
    assert isinstance(opened, OpenedFileView)
    assert opened.name == "After work"
    assert len(opened.steps) == 7
    assert "GB21" in opened.steps[1]
    assert "My left one is the tight one." in opened.steps[1]
    assert len(stage.kept()) == 1
    page.leave_opened()
    page.add_opened()
    assert len(stage.kept()) == 1
    page.open_file(path)
    page.add_opened()
    assert sorted(one.name for one in stage.kept()) == ["After work", "After work 2"]


def test_a_file_that_is_none_changes_nothing_and_says_where(stage: RoutineStage, tmp_path: Path) -> None:
    path = tmp_path / "odd.json"
    path.write_text('{"format": "acupress-plan", "version": 1, "oops": 1}', encoding="utf-8")
    view = listed(stage.list().open_file(path))
    assert "odd.json: oops is not known here." in view.problem
    assert stage.kept() == ()
    missing = listed(stage.list().open_file(tmp_path / "nothing.json"))
    assert "nothing.json" in missing.problem


@pytest.mark.slow
def test_there_is_room_for_two_hundred(stage: RoutineStage, tmp_path: Path) -> None:
    mine = routine(press("LI4", 2))
    stage.journal.remember_routine(mine)
    page, path = stage.list(), tmp_path / "one.json"
    page.share(mine.id, path)
    for _number in range(ROUTINES_MAX - 1):
        page.duplicate(mine.id)
    assert len(stage.kept()) == ROUTINES_MAX
    assert page.duplicate(mine.id).open_file.blocked_because
    page.open_file(path)
    page.add_opened()
    assert len(stage.kept()) == ROUTINES_MAX
    assert stage.editor().add_point(PC6).problem


def test_the_page_to_print_says_what_must_be_read(stage: RoutineStage) -> None:
    stage.journal.remember_routine(everything())
    page = stage.list().printed(everything().id)
    assert page is not None
    assert page.title == "After work"
    assert [step.number for step in page.steps] == list(range(1, 8))
    assert page.steps[1].point == "GB21"
    assert "40 s each" in page.steps[1].lines[0]
    assert page.steps[1].note == "My left one is the tight one."
    every = " ".join((*page.before, *page.foot))
    for words in (
        "safety questions",
        "could be pregnant",
        "only half as long",
        "0 is a resting touch",
        "Stop at",
        "emergency number",
        "No trial",
        "Not a medical device",
    ):
        assert words in every


def test_a_breath_of_a_step_is_told_with_its_rests_before_it_is_taken_in(
    stage: RoutineStage, tmp_path: Path
) -> None:
    held = press("LI4", 2, breathing=StepBreathing.OWN, pattern=BreathPattern(4.0, 6.0, 1.0, 0.5))
    mine = routine(held)
    stage.journal.remember_routine(mine)
    page, path = stage.list(), tmp_path / "given.acupress-plan.json"
    page.share(mine.id, path)
    opened = page.open_file(path)
    assert isinstance(opened, OpenedFileView)
    assert "own breathing (4 s in, 1 s rest, 6 s out, 0.5 s rest)" in opened.steps[0]
    printed = page.printed(mine.id)
    assert printed is not None
    assert "1 s rest" in printed.steps[0].lines[0]
