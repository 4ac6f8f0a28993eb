"""A routine in words: its steps, how long it takes, and the page to print."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol as Port

from acupress_desktop.domain.atlas import Atlas, Point, UnknownPoint
from acupress_desktop.domain.breathing import StepBreathing
from acupress_desktop.domain.ids import ComplaintId, PointCode
from acupress_desktop.domain.protocols import MINUTES_PER_DAY_MAX, Protocol, told_minutes
from acupress_desktop.domain.routine_sets import exercise_seconds, pressing_seconds
from acupress_desktop.domain.routines import ExerciseStep, PressStep, Routine, RoutineSides, RoutineStep
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.pieces import ActView
from acupress_desktop.presenters.routine_view import (
    FileKindView,
    OpenedFileView,
    PickView,
    PrintedRoutineView,
    PrintedStepView,
    RoutineChoiceView,
)
from acupress_desktop.words import breathing, complaints, felt_pressure, notices
from acupress_desktop.words import how_to as how_to_words
from acupress_desktop.words import routine_editor as editing
from acupress_desktop.words import routine_steps as step_words
from acupress_desktop.words import routines as words


class HowToFind(Port):
    """What is said of a point's place."""

    @property
    def steps(self) -> tuple[str, ...]:
        """How to find it."""
        ...

    @property
    def press_with(self) -> str:
        """With what it is pressed."""
        ...

    def place(self, side: SiteSide) -> str:
        """Return the place's title on that side."""
        ...


@dataclass(frozen=True, slots=True)
class RoutineBook:
    """The points and the sets that routines are read against."""

    atlas: Atlas
    protocols: tuple[Protocol, ...]
    how_to: Callable[[], Mapping[PointCode, HowToFind]]

    def complaint_title(self, complaint: ComplaintId) -> str:
        """Name what a routine is for."""
        found = next((one for one in self.protocols if one.complaint == complaint), None)
        return complaint if found is None else complaints.set_title(found.title)

    def offers(self, complaint: ComplaintId) -> bool:
        """Whether a session is offered for it at all."""
        return any(one.complaint == complaint and one.offered for one in self.protocols)

    def point(self, code: PointCode) -> Point | None:
        """Return a point, or ``None`` for a code that this version does not know."""
        try:
            return self.atlas[code]
        except UnknownPoint:
            return None


def lengths(routine: Routine) -> str:
    """Such as "5 points, 12 min of pressing, 2 exercises, 3 min of exercises"."""
    parts = []
    if routine.presses:
        parts += [words.points(len(routine.presses)), words.pressing(told_minutes(pressing_seconds(routine)))]
    if routine.exercises:
        parts += [
            words.exercises(len(routine.exercises)),
            words.moving(told_minutes(exercise_seconds(routine))),
        ]
    return ", ".join(parts)


def is_beyond_a_day(routine: Routine) -> bool:
    """Whether a day has no room for all of it."""
    return pressing_seconds(routine) > MINUTES_PER_DAY_MAX * 60


def press_act(routine: Routine, book: RoutineBook) -> ActView:
    """The way to a session, and what stands in it."""
    blocked = ""
    if not book.offers(routine.complaint):
        blocked = words.waits_for_a_clinician()
    elif not any(step.point in book.atlas for step in routine.presses):
        blocked = words.nothing_to_press()
    return ActView(words.press(), blocked_because=blocked)


def step_title(step: RoutineStep, book: RoutineBook) -> str:
    """Such as "LI4, Joining Valley", or the person's own title."""
    if isinstance(step, ExerciseStep):
        return step.title
    point = book.point(step.point)
    return step.point if point is None else step_words.point_title(point.label, point.english)


def sides_words(sides: RoutineSides) -> str:
    """Say which sides."""
    return {
        RoutineSides.BOTH: step_words.both,
        RoutineSides.LEFT: step_words.left_only,
        RoutineSides.RIGHT: step_words.right_only,
        RoutineSides.MIDLINE: step_words.midline,
    }[sides]()


def length_words(seconds: int) -> str:
    """Say seconds shortly; long walks in minutes."""
    if seconds >= 120 and seconds % 60 == 0:
        return step_words.minutes_short(seconds // 60)
    return step_words.seconds_short(seconds)


def step_detail(step: RoutineStep) -> str:
    """Say a step in one line."""
    if isinstance(step, ExerciseStep):
        parts = [] if step.repeats is None else [step_words.times(step.repeats)]
        parts += [] if step.seconds is None else [length_words(step.seconds)]
        return ", ".join(parts)
    held = step_words.seconds_each if step.sides is RoutineSides.BOTH else step_words.seconds_short
    parts = [sides_words(step.sides), held(step.hold_seconds), felt_pressure.in_a_line(step.felt_pressure)]
    if step.breathing is StepBreathing.OFF:
        parts.append(step_words.breathing_now_off())
    elif step.pattern is not None:
        parts.append(step_words.breathing_now_own(breathing.seconds_of(step.pattern)))
    return ", ".join(parts)


def step_side(step: PressStep) -> SiteSide:
    """Return the side that a small picture shows."""
    return step.sides.sites()[0]


_NOT_IN_FILES = re.compile(r"[^\w]+")


def file_name(routine: Routine) -> str:
    """Return a name for a file, of letters and digits alone."""
    return _NOT_IN_FILES.sub("_", routine.name).strip("_")[:60] or "routine"


def share_kind(routine: Routine, ending: str) -> FileKindView:
    """What is asked where a routine goes to a file."""
    return FileKindView(words.share(), file_name(routine), ((words.file_kind(), ending),))


def print_kind(routine: Routine) -> FileKindView:
    """What is asked where a routine goes to paper."""
    return FileKindView(words.print_it(), file_name(routine), ((words.pdf_kind(), "pdf"),))


def routine_choice(routines: tuple[Routine, ...]) -> RoutineChoiceView:
    """Ask which routine is meant; the last choice is a new one."""
    picks = (PickView(one.id, one.name) for one in routines)
    return RoutineChoiceView(
        editing.add_to_routine(), words.leave_it(), (*picks, PickView("", editing.a_new_one()))
    )


def opened_view(routine: Routine, book: RoutineBook) -> OpenedFileView:
    """Say what is in a file."""
    steps = []
    for number, step in enumerate(routine.steps, start=1):
        line = editing.step_named(number, f"{step_title(step, book)}: {step_detail(step)}")
        extras = [step.note] if step.note else []
        extras += [words.has_picture()] if step.picture else []
        steps.append("\n".join((line, *extras)))
    lines = [words.what_for(book.complaint_title(routine.complaint)), lengths(routine)]
    if routine.note:
        lines.append(routine.note)
    return OpenedFileView(
        title=words.opened_title(),
        from_nobody=words.from_nobody(),
        name=routine.name,
        lines=tuple(line for line in lines if line),
        steps=tuple(steps),
        add=words.add_it(),
        leave=words.leave_it(),
    )


def printed(routine: Routine, book: RoutineBook) -> PrintedRoutineView:
    """Lay a routine out in words for paper."""
    moving = told_minutes(exercise_seconds(routine))
    lines = [
        words.what_for(book.complaint_title(routine.complaint)),
        words.paper_minutes(told_minutes(pressing_seconds(routine)), moving),
    ]
    if routine.note:
        lines.append(routine.note)
    return PrintedRoutineView(
        title=routine.name,
        lines=tuple(lines),
        steps=tuple(_printed_step(number, step, book) for number, step in enumerate(routine.steps, start=1)),
        before=(
            words.paper_before(),
            words.paper_pregnant(),
            words.paper_first_week(),
            felt_pressure.scale_line(),
            notices.stop_line(),
            words.paper_stop(),
            words.paper_help(),
        ),
        foot=(words.untested(), notices.not_a_medical_device()),
    )


def _printed_step(number: int, step: RoutineStep, book: RoutineBook) -> PrintedStepView:
    lines = [step_detail(step)]
    if isinstance(step, ExerciseStep):
        return PrintedStepView(number, step.title, tuple(lines), step.note, None, None, step.picture)
    how = book.how_to().get(step.point)
    if how is not None:
        lines.append(" ".join(how_to_words.line(each) for each in (*how.steps, how.press_with) if each))
    return PrintedStepView(
        number,
        step_title(step, book),
        tuple(line for line in lines if line),
        step.note,
        step.point,
        step_side(step),
        step.picture,
    )
