"""The steps of a routine on the page: the list, and the one that is open with its numbers and limits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from acupress_desktop.domain.atlas import Point, Pressability, Reach
from acupress_desktop.domain.breathing import (
    FIRST_WEEK,
    FIVE_A_MINUTE,
    SIX_EQUAL,
    USUAL,
    BreathPattern,
    OwnBreath,
    StepBreathing,
)
from acupress_desktop.domain.exercises import EXERCISE_SECONDS_MAX, EXERCISE_SECONDS_MIN, REPEATS_MAX
from acupress_desktop.domain.protocols import HOLD_SECONDS_MAX, HOLD_SECONDS_MIN
from acupress_desktop.domain.routines import (
    ROUTINE_PRESSURE_MAX,
    ROUTINE_PRESSURE_MIN,
    ExerciseStep,
    PressStep,
    Routine,
    RoutineSides,
    RoutineStep,
    pressure_limit,
    seconds_limit,
)
from acupress_desktop.domain.settings import BreathingPattern
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.routine_texts import (
    RoutineBook,
    length_words,
    sides_words,
    step_detail,
    step_side,
    step_title,
)
from acupress_desktop.presenters.routine_view import (
    OpenStepView,
    PickView,
    PictureView,
    StepperView,
    StepView,
)
from acupress_desktop.words import felt_pressure, settings
from acupress_desktop.words import routine_editor as words
from acupress_desktop.words import routine_steps as step_words

_SECONDS_STEP = 5
_LONG_STEP = 60
_LONG_FROM_SECONDS = 300
_BUILT_IN = (
    (FIRST_WEEK, BreathingPattern.EIGHT_A_MINUTE),
    (USUAL, BreathingPattern.SIX_A_MINUTE),
    (SIX_EQUAL, BreathingPattern.SIX_EQUAL),
    (FIVE_A_MINUTE, BreathingPattern.FIVE_A_MINUTE),
)


def step_views(routine: Routine, book: RoutineBook) -> tuple[StepView, ...]:
    """Show every step of a routine."""
    count = len(routine.steps)
    return tuple(_step_view(step, number, count, book) for number, step in enumerate(routine.steps, start=1))


def _step_view(step: RoutineStep, number: int, count: int, book: RoutineBook) -> StepView:
    title, detail = step_title(step, book), step_detail(step)
    spoken = f"{words.step_named(number, title)}. {detail}." + (f" {step.note}" if step.note else "")
    pressed = step if isinstance(step, PressStep) else None
    return StepView(
        id=step.id,
        number=number,
        title=title,
        detail=detail,
        note=step.note,
        spoken=spoken,
        point=None if pressed is None else pressed.point,
        side=None if pressed is None else step_side(pressed),
        picture=step.picture,
        can_go_up=Choice.when(number > 1),
        can_go_down=Choice.when(number < count),
    )


def stepped(step: RoutineStep, what: str, value: int | None, book: RoutineBook) -> RoutineStep:
    """Return a step with another number, brought within its bounds; what a step has not changes nothing."""
    if isinstance(step, PressStep):
        point = book.point(step.point)
        if value is None or point is None:
            return step
        if what == "seconds":
            return replace(step, hold_seconds=_within(value, HOLD_SECONDS_MIN, seconds_limit(point)))
        if what == "pressure":
            return replace(step, felt_pressure=_within(value, ROUTINE_PRESSURE_MIN, pressure_limit(point)))
        return step
    other = step.repeats if what == "seconds" else step.seconds
    if value is None and other is None:
        return step
    if what == "seconds":
        bounded = None if value is None else _within(value, EXERCISE_SECONDS_MIN, EXERCISE_SECONDS_MAX)
        return replace(step, seconds=bounded)
    if what == "repeats":
        return replace(step, repeats=None if value is None else _within(value, 1, REPEATS_MAX))
    return step


def _within(value: int, low: int, high: int) -> int:
    return max(low, min(value, high))


def open_step_view(step: RoutineStep, book: RoutineBook, own: Iterable[OwnBreath]) -> OpenStepView:
    """Show the step that is open for changes."""
    if isinstance(step, ExerciseStep):
        return _open_exercise(step)
    point = book.point(step.point)
    return _open_press(step, point, book, tuple(own))


def _open_press(
    step: PressStep, point: Point | None, book: RoutineBook, own: tuple[OwnBreath, ...]
) -> OpenStepView:
    title = step_title(step, book)
    sided = (RoutineSides.BOTH, RoutineSides.LEFT, RoutineSides.RIGHT)
    has_sides = point is not None and point.bilateral
    return OpenStepView(
        id=step.id,
        title_label="",
        title=title,
        sides_label=step_words.sides_label(),
        sides=tuple(PickView(one, sides_words(one)) for one in sided) if has_sides else (),
        side=step.sides,
        seconds=_hold_seconds(step, point),
        repeats=None,
        pressure=_pressure(step, point),
        breathing_label=step_words.breathing_label(),
        breathing=_breaths(step, own),
        breath=step.pattern if step.breathing is StepBreathing.OWN else step.breathing,
        note_label=words.note_label(),
        note=step.note,
        picture=_picture(step.picture, title),
        cautions=_cautions(point),
        remove=words.remove(),
        close=words.close_step(),
    )


def _open_exercise(step: ExerciseStep) -> OpenStepView:
    return OpenStepView(
        id=step.id,
        title_label=step_words.title_label(),
        title=step.title,
        sides_label="",
        sides=(),
        side=None,
        seconds=_exercise_seconds(step),
        repeats=_repeats(step),
        pressure=None,
        breathing_label="",
        breathing=(),
        breath=None,
        note_label=words.note_label(),
        note=step.note,
        picture=_picture(step.picture, step.title),
        cautions=(),
        remove=words.remove(),
        close=words.close_step(),
    )


def _hold_seconds(step: PressStep, point: Point | None) -> StepperView:
    high = HOLD_SECONDS_MAX if point is None else seconds_limit(point)
    return StepperView(
        name=step_words.seconds_label(),
        value=step.hold_seconds,
        text=step_words.seconds(step.hold_seconds),
        low=HOLD_SECONDS_MIN,
        high=high,
        step=_SECONDS_STEP,
        less=step_words.less(step_words.seconds_label()),
        more=step_words.more(step_words.seconds_label()),
        limit=step_words.limit_seconds(high),
    )


def _pressure(step: PressStep, point: Point | None) -> StepperView:
    high = ROUTINE_PRESSURE_MAX if point is None else pressure_limit(point)
    light = point is not None and point.pressability is Pressability.LIGHT_ONLY
    name, value = step_words.pressure_label(), step.felt_pressure
    return StepperView(
        name=name,
        value=value,
        text=f"{felt_pressure.of_ten(value)}, {felt_pressure.feels_like(value)}",
        low=ROUTINE_PRESSURE_MIN,
        high=high,
        step=1,
        less=step_words.less(name),
        more=step_words.more(name),
        limit=step_words.limit_light(high) if light else step_words.limit_pressure(high),
    )


def _exercise_seconds(step: ExerciseStep) -> StepperView:
    name, value = step_words.exercise_seconds_label(), step.seconds
    return StepperView(
        name=name,
        value=value,
        text=step_words.no_seconds() if value is None else length_words(value),
        low=EXERCISE_SECONDS_MIN,
        high=EXERCISE_SECONDS_MAX,
        step=_LONG_STEP if value is not None and value >= _LONG_FROM_SECONDS else _SECONDS_STEP,
        less=step_words.less(name),
        more=step_words.more(name),
        optional=step_words.no_seconds() if step.repeats is not None else "",
    )


def _repeats(step: ExerciseStep) -> StepperView:
    name, value = step_words.repeats_label(), step.repeats
    return StepperView(
        name=name,
        value=value,
        text=step_words.no_repeats() if value is None else step_words.times(value),
        low=1,
        high=REPEATS_MAX,
        step=1,
        less=step_words.less(name),
        more=step_words.more(name),
        optional=step_words.no_repeats() if step.seconds is not None else "",
    )


def _breaths(step: PressStep, own: tuple[OwnBreath, ...]) -> tuple[PickView, ...]:
    picks = [
        PickView(StepBreathing.AS_SET, step_words.breathing_as_set()),
        PickView(StepBreathing.OFF, step_words.breathing_off()),
    ]
    known: dict[BreathPattern, str] = {}
    for pattern, kind in _BUILT_IN:
        known[pattern] = settings.choice(kind)
    for one in own:
        known.setdefault(one.pattern, one.name)
    if step.pattern is not None:
        known.setdefault(step.pattern, step_words.breathing_of_the_step())
    picks += [PickView(pattern, step_words.breathing_own(name)) for pattern, name in known.items()]
    return tuple(picks)


def _picture(base64: str, title: str) -> PictureView:
    return PictureView(
        label=step_words.picture_label(),
        base64=base64,
        spoken=step_words.picture_of(title) if base64 else "",
        choose=step_words.choose_picture(),
        drop=step_words.drop_picture() if base64 else "",
        note=step_words.picture_note(),
    )


def _cautions(point: Point | None) -> tuple[str, ...]:
    if point is None:
        return ()
    told = [step_words.fists()] if point.reach is Reach.THUMBS_OR_FISTS else []
    return (*told, step_words.may_become_less())
