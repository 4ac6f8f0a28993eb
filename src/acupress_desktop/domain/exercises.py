"""Exercises, stretches and walks that stand between the sites of a session, in a person's own words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.moments import Moment

EXERCISE_SECONDS_MIN = 5
EXERCISE_SECONDS_MAX = 3600
REPEATS_MAX = 200


class ExerciseKind(Enum):
    """What is done instead of pressing."""

    EXERCISE = "exercise"
    STRETCH = "stretch"
    WALK = "walk"


@dataclass(frozen=True, slots=True)
class PlannedExercise:
    """One exercise of a plan: it follows the site of order ``after_order``, 0 = before the first.

    At least one of ``seconds`` and ``repeats`` is given. With ``seconds`` it ends by itself, with repeats
    alone when the person goes on. ``picture`` names the step of a routine whose own picture is shown.
    """

    after_order: int
    kind: ExerciseKind
    title: str
    text: str
    seconds: int | None
    repeats: int | None
    picture: RowId | None = None

    def __post_init__(self) -> None:
        """Bounds live here, once."""
        if self.seconds is None and self.repeats is None:
            raise ValueError("an exercise needs seconds or repeats")
        if self.seconds is not None and not EXERCISE_SECONDS_MIN <= self.seconds <= EXERCISE_SECONDS_MAX:
            raise ValueError(f"seconds must be {EXERCISE_SECONDS_MIN} to {EXERCISE_SECONDS_MAX}")
        if self.repeats is not None and not 1 <= self.repeats <= REPEATS_MAX:
            raise ValueError(f"repeats must be 1 to {REPEATS_MAX}")


@dataclass(frozen=True, slots=True)
class ExerciseRecord:
    """One exercise of a session as it was done. ``order`` numbers the exercises of a session."""

    id: RowId
    session: RowId
    moment: Moment
    order: int
    kind: ExerciseKind
    title: str
    planned_seconds: int | None
    repeats: int | None
    done_seconds: float
    completed: bool
