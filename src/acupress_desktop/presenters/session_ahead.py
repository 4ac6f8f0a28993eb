"""What lies ahead in a session: what comes next, the rail of all steps, and when it will be over."""

from __future__ import annotations

from datetime import timedelta

from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.moments import Moment
from acupress_desktop.presenters.session_exercise import (
    exercise_coming,
    exercise_now,
    exercise_preview,
    exercise_shares,
)
from acupress_desktop.presenters.session_live import moving_in, phase_of, seconds_left, site_in_view
from acupress_desktop.presenters.session_place import SessionBook, following_view
from acupress_desktop.presenters.session_rail import Progress, rail_view
from acupress_desktop.presenters.session_view import FollowingView, LiveView, RailView
from acupress_desktop.session.states import Exercising, Ready, State
from acupress_desktop.words import session_screen as words
from acupress_desktop.words.days import clock_time


def following(book: SessionBook, state: State) -> FollowingView:
    """Return the preview: an exercise, the next site, or that this is the last one."""
    exercise = exercise_coming(state)
    if exercise is not None:
        return exercise_preview(exercise)
    steps, index = state.course.plan.steps, site_in_view(state)
    moving = moving_in(state)
    coming = moving.index if isinstance(moving, Exercising) else index + 1
    before = steps[coming - 1] if coming > 0 else None
    return following_view(book, steps[coming] if coming < len(steps) else None, before)


def rail(atlas: Atlas, state: State, live: LiveView) -> RailView:
    """Return every step with its share, and which one is that of now."""
    plan, index = state.course.plan, site_in_view(state)
    exercise = exercise_now(state)
    progress = Progress(
        tuple(share for group in live.step_shares for share in group),
        exercise_shares(state),
        step_now=index if exercise is None else None,
        exercise_now=exercise,
    )
    spoken = words.steps_spoken(index + 1, len(plan.steps))
    return rail_view(atlas, plan.steps, plan.exercises, progress, spoken)


def done_about(state: State, now: Moment) -> str:
    """Say when it will be over, while nothing stands still."""
    waits = state.begins_in_seconds if isinstance(state, Ready) else None
    if waits is None and not phase_of(state).runs:
        return ""
    end = now.local + timedelta(seconds=seconds_left(state) + (waits or 0.0))
    return words.done_about(clock_time(Moment.of(end, now.zone)))
