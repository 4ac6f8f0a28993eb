"""The exercise with a kitchen scale as a row of steps: what is pressed, how often, and what is left out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from acupress_desktop.domain.pressure import TRIES_AT_ONCE, levels_under, looks_for_ceiling


class StepKind(Enum):
    """What is done in one step."""

    FEEL = "feel"
    """Look for a felt pressure."""
    TRY = "try"
    """Press for it without looking; the scale is read afterwards."""
    LOOK = "look"
    """See how the tries lie."""
    FIND_CEILING = "find_ceiling"
    """Press the own forearm and say how hard that felt."""
    TRY_CEILING = "try_ceiling"
    """Press the scale like that."""
    LOOK_CEILING = "look_ceiling"


class Weighing(Enum):
    """Whether a scale stands under the hand."""

    SCALE = "scale"
    NOTHING = "nothing"


class Arms(Enum):
    """Whether the other arm may be pressed, which the ceiling needs."""

    BOTH = "both"
    ONE = "one"


@dataclass(frozen=True, slots=True)
class ExerciseStep:
    """One step. ``level`` is the felt pressure meant, 0 where the person says it; tries count from 1."""

    kind: StepKind
    level: int = 0
    number: int = 0

    @property
    def is_try(self) -> bool:
        """Whether the scale is read in it."""
        return self.kind in (StepKind.TRY, StepKind.TRY_CEILING)


def exercise_steps(cap: int, weighing: Weighing, arms: Arms) -> tuple[ExerciseStep, ...]:
    """Return all steps for one hand, gentlest first; nothing above ``cap`` is ever among them."""
    steps: list[ExerciseStep] = []
    for level in levels_under(cap):
        steps.append(ExerciseStep(StepKind.FEEL, level))
        if weighing is Weighing.SCALE:
            steps += (ExerciseStep(StepKind.TRY, level, number) for number in _NUMBERS)
            steps.append(ExerciseStep(StepKind.LOOK, level))
    if looks_for_ceiling(cap) and arms is Arms.BOTH:
        steps.append(ExerciseStep(StepKind.FIND_CEILING))
        if weighing is Weighing.SCALE:
            steps += (ExerciseStep(StepKind.TRY_CEILING, 0, number) for number in _NUMBERS)
            steps.append(ExerciseStep(StepKind.LOOK_CEILING))
    return tuple(steps)


def after_skipping(steps: tuple[ExerciseStep, ...], at: int) -> int:
    """Return where it goes on when the rest of one felt pressure, or of the ceiling, is left out."""
    here = steps[at]
    for place in range(at + 1, len(steps)):
        if steps[place].kind in _BEGINS and steps[place] != here:
            return place
    return len(steps)


def part_of(steps: tuple[ExerciseStep, ...], at: int) -> tuple[int, int]:
    """Return which part of the exercise a step belongs to, counted from 1, and how many parts there are.

    One felt pressure with all its tries is a part, and so is the ceiling.
    """
    begins = [place for place, step in enumerate(steps) if step.kind in _BEGINS]
    return sum(place <= at for place in begins), len(begins)


_BEGINS = (StepKind.FEEL, StepKind.FIND_CEILING)
_NUMBERS = range(1, TRIES_AT_ONCE + 1)
