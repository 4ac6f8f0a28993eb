"""Where the exercise with a kitchen scale stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from acupress_desktop.domain.pressure import GRAMS_MAX, PressureTrial, PressWith, TrialKind
from acupress_desktop.domain.pressure_exercise import ExerciseStep, Weighing
from acupress_desktop.domain.sides import Side
from acupress_desktop.presenters.pressure_view import Tick


@dataclass(frozen=True, slots=True)
class Choosing:
    """The page before pressing."""

    weighing: Weighing
    ticks: frozenset[Tick] = frozenset()
    hand: Side | None = None
    part: PressWith = PressWith.THUMB


@dataclass(frozen=True, slots=True)
class Pressing:
    """One hand on its way through the steps; ``kept`` are the tries of this sitting, newest last."""

    chosen: Choosing
    hand: Side
    steps: tuple[ExerciseStep, ...]
    at: int = 0
    kept: tuple[PressureTrial, ...] = ()
    typed: str = ""
    rated: int | None = None
    feedback: str = ""
    done: frozenset[Side] = field(default_factory=frozenset)

    @property
    def step(self) -> ExerciseStep | None:
        """The step that is open; ``None`` at the end."""
        return self.steps[self.at] if self.at < len(self.steps) else None

    @property
    def felt(self) -> int:
        """The felt pressure that the open step is about; 0 where the person has not said it."""
        step = self.step
        return 0 if step is None else step.level or self.rated or 0

    def told(self, kind: TrialKind, felt: int) -> tuple[int, ...]:
        """What the scale showed so far for one purpose, in order."""
        return tuple(
            trial.grams
            for trial in self.kept
            if trial.kind is kind and trial.felt_pressure == felt and trial.grams is not None
        )


def grams_typed(text: str) -> int | None:
    """Read a whole number of grams, with or without separators; ``None`` where it is none, or too large."""
    tidy = text.replace(",", "").replace("\u00a0", "").replace(" ", "").removesuffix("g")
    if not tidy.isascii() or not tidy.isdigit() or len(tidy) > len(str(GRAMS_MAX)):
        return None
    grams = int(tidy)
    return grams if grams <= GRAMS_MAX else None
