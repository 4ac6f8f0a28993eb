"""An exercise of a session as the screen shows it."""

from __future__ import annotations

from acupress_desktop.domain.exercises import PlannedExercise
from acupress_desktop.presenters.session_live import moving_in, site_in_view
from acupress_desktop.presenters.session_view import ExerciseView, FollowingView
from acupress_desktop.session.states import Exercising, Paused, State, StopCard
from acupress_desktop.words import session_screen as words


def exercise_view(state: State) -> ExerciseView | None:
    """Return the exercise that is done, or will go on; ``None`` where a place is pressed."""
    moving = moving_in(state)
    if not isinstance(moving, Exercising):
        return None
    planned = moving.exercise
    if isinstance(state, Paused | StopCard):
        eyebrow = words.paused()
    else:
        eyebrow = words.get_ready() if moving.ready_left_seconds > 0 else words.exercise_now()
    return ExerciseView(
        eyebrow=eyebrow,
        title=planned.title,
        text=planned.text,
        amount=words.exercise_amount(planned.repeats, planned.seconds),
        hint=words.exercise_waits() if planned.seconds is None else "",
        picture=planned.picture,
    )


def exercise_coming(state: State) -> PlannedExercise | None:
    """Return the exercise that comes before the next site, where one does."""
    moving = moving_in(state)
    slot, after = site_in_view(state) + 1, 0
    if isinstance(moving, Exercising):
        slot, after = moving.index, moving.order
    return next((exercise for place, exercise in state.course.exercises_before(slot) if place > after), None)


def exercise_preview(exercise: PlannedExercise) -> FollowingView:
    """Return the preview of an exercise."""
    return FollowingView(
        words.next_eyebrow(),
        exercise.title,
        words.exercise_amount(exercise.repeats, exercise.seconds),
        None,
        None,
        "",
    )


def exercise_now(state: State) -> int | None:
    """Return the place of that exercise in the plan, counted from zero."""
    moving = moving_in(state)
    return moving.order - 1 if isinstance(moving, Exercising) else None


def exercise_shares(state: State) -> tuple[float, ...]:
    """Return which share of each exercise of the plan is done; repeats alone are done at their end."""
    moving = moving_in(state)
    shares: list[float] = []
    for order, exercise in enumerate(state.course.plan.exercises, start=1):
        kept = state.log.exercise(order)
        done_seconds = 0.0 if kept is None else kept.done_seconds
        if isinstance(moving, Exercising) and moving.order == order:
            done_seconds = moving.elapsed_seconds
        if kept is not None and kept.completed:
            shares.append(1.0)
        else:
            shares.append(0.0 if exercise.seconds is None else min(1.0, done_seconds / exercise.seconds))
    return tuple(shares)
