"""The rail of a session: every step with its code and its side, the exercises among them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.exercises import PlannedExercise
from acupress_desktop.domain.protocols import PlannedStep
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.session_view import RailGroupView, RailStepView, RailView
from acupress_desktop.words import session_screen as words


@dataclass(frozen=True, slots=True)
class Progress:
    """Share of each planned step and exercise that is done, and which of them is the one of now."""

    steps: tuple[float, ...]
    exercises: tuple[float, ...] = ()
    step_now: int | None = None
    exercise_now: int | None = None


def rail_view(
    atlas: Atlas,
    steps: tuple[PlannedStep, ...],
    exercises: tuple[PlannedExercise, ...],
    progress: Progress,
    spoken: str,
) -> RailView:
    """Return the groups in the order in which they are done."""
    groups: list[RailGroupView] = []
    groups.extend(_exercises_after(0, exercises, progress))
    for _point, members in groupby(enumerate(steps), key=lambda pair: pair[1].point):
        waiting: list[RailStepView] = []
        code = ""
        for index, step in members:
            code = atlas[step.point].display_code or atlas[step.point].english
            waiting.append(
                RailStepView(_letter(step.side), progress.steps[index], now=index == progress.step_now)
            )
            between = _exercises_after(step.order, exercises, progress)
            if between:
                groups.append(RailGroupView(code, tuple(waiting)))
                groups.extend(between)
                waiting = []
        if waiting:
            groups.append(RailGroupView(code, tuple(waiting)))
    return RailView(tuple(groups), spoken)


def _exercises_after(
    order: int, exercises: tuple[PlannedExercise, ...], progress: Progress
) -> list[RailGroupView]:
    return [
        RailGroupView(
            each.title,
            (
                RailStepView(
                    "",
                    progress.exercises[place] if place < len(progress.exercises) else 0.0,
                    now=place == progress.exercise_now,
                ),
            ),
        )
        for place, each in enumerate(exercises)
        if each.after_order == order
    ]


def _letter(side: SiteSide) -> str:
    match side:
        case SiteSide.LEFT:
            return words.left_letter()
        case SiteSide.RIGHT:
            return words.right_letter()
        case SiteSide.MIDLINE:
            return ""
