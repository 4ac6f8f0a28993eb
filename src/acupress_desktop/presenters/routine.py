"""The editor of one routine: every change is written at once and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from acupress_desktop.domain.breathing import BreathPattern, StepBreathing
from acupress_desktop.domain.exercises import ExerciseKind
from acupress_desktop.domain.ids import ComplaintId, PointCode, ProtocolId, RowId
from acupress_desktop.domain.routine_sets import complaints_for_routines, sensible_step, steps_of_set
from acupress_desktop.domain.routines import (
    ROUTINE_NAME_CHARACTERS_MAX,
    STEP_NOTE_CHARACTERS_MAX,
    STEP_TITLE_CHARACTERS_MAX,
    ExerciseStep,
    RoutineSides,
    free_name,
    many_lines,
    may_be_pressed,
    one_line,
    with_step_moved,
    without_step,
)
from acupress_desktop.presenters.destinations import Back, Destination, ToSafety
from acupress_desktop.presenters.routine_add import Searched, free_sides, new_exercise
from acupress_desktop.presenters.routine_editing import RoutineEditing
from acupress_desktop.presenters.routine_giving import (
    PageEnd,
    told_of_printing,
    told_of_sharing,
)
from acupress_desktop.presenters.routine_steps import stepped
from acupress_desktop.presenters.routine_texts import (
    press_act,
    print_kind,
    printed,
    share_kind,
    step_title,
)
from acupress_desktop.presenters.routine_view import (
    FileKindView,
    PrintedRoutineView,
    RoutineView,
)
from acupress_desktop.words import complaints
from acupress_desktop.words import routine_editor as words
from acupress_desktop.words import routine_steps as step_words
from acupress_desktop.words import routines as list_words


class RoutinePresenter(RoutineEditing):
    """Every intent returns the next view, or where to go."""

    # --- Intents: the whole

    def present(self) -> RoutineView:
        """Show the page."""
        return self._view()

    def write_name(self, typed: str) -> RoutineView:
        """Keep the name as typed."""
        name = one_line(typed, ROUTINE_NAME_CHARACTERS_MAX)
        if not name:
            return self._tell(step_words.nothing_typed(words.name_label()))
        return self._change(replace(self._routine, name=name), words.saved())

    def write_note(self, typed: str) -> RoutineView:
        """Keep the note as typed."""
        note = many_lines(typed, STEP_NOTE_CHARACTERS_MAX)
        return self._change(replace(self._routine, note=note), words.saved())

    def choose_complaint(self, complaint: ComplaintId) -> RoutineView:
        """Say what it is for."""
        if complaint not in complaints_for_routines(self._tools.book.protocols):
            return self._view()
        return self._change(replace(self._routine, complaint=complaint), words.saved())

    def start_from(self, protocol: ProtocolId) -> RoutineView:
        """Begin with one of the app's own sets."""
        book = self._tools.book
        found = next((one for one in book.protocols if one.id == protocol and one.offered), None)
        if found is None or self._routine.steps:
            return self._view()
        keys = (self._tools.new_id() for _step in found.steps)
        steps = steps_of_set(found, book.atlas, keys)
        name = self._routine.name
        if self._kept is None:
            taken = (one.name for one in self._journal.recall_routines())
            name = free_name(complaints.set_title(found.title)[:ROUTINE_NAME_CHARACTERS_MAX], taken)
        return self._change(
            replace(self._routine, name=name, complaint=found.complaint, steps=steps), words.saved()
        )

    def undo(self) -> RoutineView:
        """Take the last change back."""
        if not self._before:
            return self._view()
        back, self._before = self._before[-1], self._before[:-1]
        self._routine = back
        self._keep(words.undone())
        return self._view()

    def save_again(self) -> RoutineView:
        """Try once more to write what could not be written."""
        if not self.is_kept:
            self._keep(words.saved())
        return self._view()

    def press(self) -> RoutineView | Destination:
        """Go to the safety questions."""
        self.save_again()
        if not self.is_kept or not press_act(self._routine, self._tools.book).ready:
            return self._view()
        return ToSafety(self._routine.complaint, routine=self._routine.id)

    def back(self) -> Destination:
        """Go back; everything is written already."""
        self.save_again()
        return Back()

    # --- Intents: steps

    def open_step(self, step: RowId) -> RoutineView:
        """Open a step for changes, or fold it."""
        self._open = None if self._open == step else step
        self._said = ""
        return self._view()

    def move_step(self, step: RowId, to: int) -> RoutineView:
        """Move a step to a place, counted from 0."""
        found = self._routine.step(step)
        moved = with_step_moved(self._routine, step, to)
        if found is None or moved.steps == self._routine.steps:
            return self._view()
        number = moved.steps.index(found) + 1
        said = words.moved(step_title(found, self._tools.book), number, len(moved.steps))
        return self._change(moved, said)

    def move_by(self, step: RowId, places: int) -> RoutineView:
        """Move a step up (-1) or down (1)."""
        keys = [one.id for one in self._routine.steps]
        return self.move_step(step, keys.index(step) + places) if step in keys else self._view()

    def remove_step(self, step: RowId) -> RoutineView:
        """Take a step out."""
        found = self._routine.step(step)
        if found is None:
            return self._view()
        if self._open == step:
            self._open = None
        said = words.taken_out(step_title(found, self._tools.book))
        return self._change(without_step(self._routine, step), said)

    def choose_sides(self, step: RowId, sides: RoutineSides) -> RoutineView:
        """Press both sides or one."""
        found = self._press_step(step)
        return self._view() if found is None else self._edit(replace(found, sides=sides))

    def step_seconds(self, step: RowId, value: int | None) -> RoutineView:
        """Set how long; ``None`` where only repeats count."""
        found = self._routine.step(step)
        return (
            self._view() if found is None else self._edit(stepped(found, "seconds", value, self._tools.book))
        )

    def step_repeats(self, step: RowId, value: int | None) -> RoutineView:
        """Set how often; ``None`` where it is not counted."""
        found = self._routine.step(step)
        return (
            self._view() if found is None else self._edit(stepped(found, "repeats", value, self._tools.book))
        )

    def step_pressure(self, step: RowId, value: int) -> RoutineView:
        """Set how hard."""
        found = self._routine.step(step)
        return (
            self._view() if found is None else self._edit(stepped(found, "pressure", value, self._tools.book))
        )

    def choose_breath(self, step: RowId, key: object) -> RoutineView:
        """Breathe as set, without a guide, or in a pattern."""
        found = self._press_step(step)
        if found is None:
            return self._view()
        if isinstance(key, BreathPattern):
            return self._edit(replace(found, breathing=StepBreathing.OWN, pattern=key))
        if key in (StepBreathing.AS_SET, StepBreathing.OFF):
            return self._edit(replace(found, breathing=StepBreathing(key), pattern=None))
        return self._view()

    def write_step_title(self, step: RowId, typed: str) -> RoutineView:
        """Name an exercise."""
        found = self._routine.step(step)
        if not isinstance(found, ExerciseStep):
            return self._view()
        title = one_line(typed, STEP_TITLE_CHARACTERS_MAX)
        return (
            self._edit(replace(found, title=title))
            if title
            else self._tell(step_words.nothing_typed(step_words.title_label()))
        )

    def write_step_note(self, step: RowId, typed: str) -> RoutineView:
        """Keep a note of a step."""
        found = self._routine.step(step)
        if found is None:
            return self._view()
        return self._edit(replace(found, note=many_lines(typed, STEP_NOTE_CHARACTERS_MAX)))

    def set_picture(self, step: RowId, picture: str) -> RoutineView:
        """Keep a picture of a step, made small by the screen; empty takes it out."""
        found = self._routine.step(step)
        if found is None:
            return self._view()
        return self._edit(replace(found, picture=picture), step_words.picture_kept() if picture else "")

    def picture_kind(self) -> FileKindView:
        """Say what is asked before a picture is taken."""
        kinds = tuple((list_words.picture_kind(), ending) for ending in ("jpg", "jpeg", "png", "webp"))
        return FileKindView(step_words.choose_picture(), "", kinds)

    def refuse_picture(self) -> RoutineView:
        """Tell that a file is no picture that can be used."""
        return self._tell(step_words.picture_refused())

    # --- Intents: adding

    def search(self, text: str) -> RoutineView:
        """Look for points."""
        self._searched = Searched.of(text, self._tools.search)
        return self._view()

    def add_point(self, point: PointCode) -> RoutineView:
        """Add a point at the end, on the sides on which it is not pressed yet."""
        book = self._tools.book
        found = book.point(point)
        if found is None or not may_be_pressed(found):
            return self._view()
        sides = free_sides(self._routine, found)
        if sides is None:
            return self._view()
        new = sensible_step(found, book.protocols, self._routine.complaint, self._tools.new_id())
        return self._add(replace(new, sides=sides))

    def add_exercise(self, kind: ExerciseKind) -> RoutineView:
        """Add an exercise, a stretch or a walk at the end, open for its words."""
        step = new_exercise(kind, self._tools.new_id())
        view = self._add(step)
        if self._routine.step(step.id) is not None:
            self._open = step.id
            view = self._view()
        return view

    # --- Intents: files

    def share_kind(self) -> FileKindView:
        """Say what is asked before a file is written."""
        return share_kind(self._routine, self._tools.files.ending)

    def share(self, path: Path) -> RoutineView:
        """Write it to a file."""
        return self._told(told_of_sharing(self._tools.files, path, self._routine))

    def print_kind(self) -> FileKindView:
        """Say what is asked before a page is written."""
        return print_kind(self._routine)

    def printed(self) -> PrintedRoutineView:
        """Lay it out for paper."""
        return printed(self._routine, self._tools.book)

    def was_printed(self, file: str, how: PageEnd) -> RoutineView:
        """Tell how the page came out."""
        return self._told(told_of_printing(file, how))
