"""The exercise with a kitchen scale: each try is on disk before the next one is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from acupress_desktop.domain.evidence import Source
from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import PressurePort
from acupress_desktop.domain.pressure import GRAMS_MAX, PressureTrial, PressWith, TrialKind, compared
from acupress_desktop.domain.pressure_exercise import (
    ExerciseStep,
    StepKind,
    Weighing,
    after_skipping,
    exercise_steps,
)
from acupress_desktop.domain.safety.hand_limits import HandLimits
from acupress_desktop.domain.sides import Side
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.presenters.destinations import Back, Destination
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.pressure_gate import Gate, gate
from acupress_desktop.presenters.pressure_pages import before_view, done_view, intro_view
from acupress_desktop.presenters.pressure_state import Choosing, Pressing, grams_typed
from acupress_desktop.presenters.pressure_step import step_view
from acupress_desktop.presenters.pressure_view import BeforeView, DoneView, IntroView, PressureView, Tick
from acupress_desktop.words import pressure as words
from acupress_desktop.words import pressure_steps as step_words
from acupress_desktop.words import storage

GRAMS_STEP = 50


@dataclass(frozen=True, slots=True)
class PressurePorts:
    """What the exercise is made from. ``known`` are the limits that earlier answers set."""

    journal: PressurePort
    known: HandLimits
    source: Source
    now: Callable[[], Moment]
    new_id: Callable[[], RowId]


class PressurePresenter:
    """Every intent returns the next view."""

    def __init__(self, ports: PressurePorts) -> None:
        self._ports = ports
        self._state: Choosing | Pressing | None = None
        self._gone: tuple[RowId, ...] = ()
        self._said = ""

    def present(self) -> PressureView:
        """Show where the exercise stands."""
        match self._state:
            case None:
                return self._intro()
            case Choosing() as chosen:
                return self._before(chosen)
            case Pressing() as pressing:
                return self._done(pressing) if pressing.step is None else step_view(pressing)

    # --- The first page

    def start(self, weighing: Weighing) -> PressureView:
        """Begin, with a scale or without."""
        self._state = Choosing(weighing)
        self._said, self._gone = "", ()
        return self.present()

    def delete_hand(self, hand: Side) -> PressureView:
        """Delete every try of one hand."""
        rows = tuple(trial.id for trial in self._trials() if trial.hand is hand)
        if rows and self._written(lambda: self._ports.journal.remember_pressure_trials_deleted(rows)):
            self._gone, self._said = rows, words.deleted(len(rows))
        return self.present()

    def undo(self) -> PressureView:
        """Bring back what was just deleted."""
        gone = self._gone
        if gone and self._written(lambda: self._ports.journal.remember_pressure_trials_restored(gone)):
            self._gone, self._said = (), ""
        return self.present()

    # --- Before pressing

    def tick(self, tick: Tick) -> PressureView:
        """Say that a line is true today, or take that back."""
        if isinstance(self._state, Choosing):
            self._state = replace(self._state, ticks=self._state.ticks ^ {tick})
        return self.present()

    def choose_hand(self, hand: Side) -> PressureView:
        """Press with another hand first."""
        if isinstance(self._state, Choosing) and hand in self._gate(self._state).hands:
            self._state = replace(self._state, hand=hand)
        return self.present()

    def choose_part(self, part: PressWith) -> PressureView:
        """Press with another part of the hand."""
        if isinstance(self._state, Choosing):
            self._state = replace(self._state, part=part)
        return self.present()

    # --- Pressing

    def write(self, text: str) -> PressureView:
        """Take what was typed as the number on the scale."""
        if isinstance(self._state, Pressing):
            self._state = replace(self._state, typed=text)
        return self.present()

    def change(self, steps: int) -> PressureView:
        """Step the number on the scale up or down."""
        if isinstance(self._state, Pressing):
            grams = grams_typed(self._state.typed) or 0
            wanted = min(GRAMS_MAX, max(0, grams + steps * GRAMS_STEP))
            self._state = replace(self._state, typed=str(wanted))
        return self.present()

    def rate(self, felt: int | None) -> PressureView:
        """Say how hard the press on the forearm felt."""
        if isinstance(self._state, Pressing):
            self._state = replace(self._state, rated=felt)
        return self.present()

    def go_on(self) -> PressureView:
        """Do what the main button says, where it can be pressed."""
        match self._state:
            case Choosing() as chosen:
                self._begin(chosen)
            case Pressing() as pressing if pressing.step is not None:
                self._further(pressing, pressing.step)
            case _:
                pass
        return self.present()

    def skip(self) -> PressureView:
        """Leave out the rest of this felt pressure, or of the ceiling."""
        if isinstance(self._state, Pressing) and self._state.step is not None:
            at = after_skipping(self._state.steps, self._state.at)
            self._state = replace(self._state, at=at, typed="", feedback="")
        return self.present()

    def back(self) -> PressureView:
        """Go one step back; a try that was kept there is taken back with it."""
        match self._state:
            case Choosing():
                self._state = None
            case Pressing(at=0, chosen=chosen):
                self._state = chosen
            case Pressing() as pressing:
                self._one_back(pressing)
            case None:
                pass
        return self.present()

    def other_hand(self) -> PressureView:
        """Do the same with the other hand, where it may press and has not yet."""
        if isinstance(self._state, Pressing) and self._other(self._state) is not None:
            here = self._state
            self._state = Pressing(
                here.chosen, here.hand.other, self._steps(here.chosen), done=here.done | {here.hand}
            )
        return self.present()

    def finish(self) -> PressureView:
        """Back to the first page, which shows what was kept."""
        self._state = None
        return self.present()

    def leave(self) -> Destination:
        """Close the exercise; what was kept stays kept."""
        return Back()

    # --- What happens

    def _begin(self, chosen: Choosing) -> None:
        allowed = self._gate(chosen)
        if not allowed.stopped:
            hand = self._hand(chosen, allowed)
            self._state = Pressing(chosen, hand, self._steps(chosen))

    def _further(self, pressing: Pressing, step: ExerciseStep) -> None:
        match step.kind:
            case StepKind.TRY | StepKind.TRY_CEILING:
                grams = grams_typed(pressing.typed)
                if grams is not None:
                    self._keep(pressing, step, grams)
            case StepKind.FIND_CEILING:
                if pressing.rated is not None:
                    self._keep_ceiling(pressing, pressing.rated)
            case StepKind.FEEL | StepKind.LOOK | StepKind.LOOK_CEILING:
                self._state = replace(pressing, at=pressing.at + 1, feedback="")

    def _keep(self, pressing: Pressing, step: ExerciseStep, grams: int) -> None:
        kind = TrialKind.LEVEL if step.kind is StepKind.TRY else TrialKind.CEILING
        felt = step.level if kind is TrialKind.LEVEL else pressing.rated or 0
        trial = self._trial(pressing, kind, felt, grams)
        if self._written(lambda: self._ports.journal.remember_pressure_trial(trial)):
            others = pressing.told(kind, felt)
            said = step_words.compared_line(compared(grams, others), others)
            self._state = replace(
                pressing, at=pressing.at + 1, kept=(*pressing.kept, trial), typed="", feedback=said
            )

    def _keep_ceiling(self, pressing: Pressing, felt: int) -> None:
        """With a scale the ceiling is kept with what the scale will show; without one, by itself."""
        kept = pressing.kept
        if pressing.chosen.weighing is Weighing.NOTHING:
            trial = self._trial(pressing, TrialKind.CEILING, felt, None)
            if not self._written(lambda: self._ports.journal.remember_pressure_trial(trial)):
                return
            kept = (*kept, trial)
        self._state = replace(pressing, at=pressing.at + 1, kept=kept, feedback="")

    def _trial(self, pressing: Pressing, kind: TrialKind, felt: int, grams: int | None) -> PressureTrial:
        return PressureTrial(
            self._ports.new_id(), pressing.hand, pressing.chosen.part, kind, felt, grams, self._ports.now()
        )

    def _one_back(self, pressing: Pressing) -> None:
        before = pressing.steps[pressing.at - 1]
        found = self._kept_in(pressing, before)
        if found is not None and not self._written(
            lambda: self._ports.journal.remember_pressure_trials_deleted((found.id,))
        ):
            return
        self._state = replace(
            pressing,
            at=pressing.at - 1,
            kept=tuple(trial for trial in pressing.kept if trial is not found),
            typed="" if found is None or found.grams is None else str(found.grams),
            feedback="",
        )

    def _kept_in(self, pressing: Pressing, step: ExerciseStep) -> PressureTrial | None:
        """Return the try that was kept in a step; a step that was left out kept none."""
        kind = TrialKind.LEVEL if step.kind is StepKind.TRY else TrialKind.CEILING
        own = [
            trial
            for trial in pressing.kept
            if trial.kind is kind and (kind is TrialKind.CEILING or trial.felt_pressure == step.level)
        ]
        if step.kind is StepKind.FIND_CEILING:
            weighed = pressing.chosen.weighing is Weighing.SCALE
            return None if weighed or not own else own[-1]
        return own[step.number - 1] if step.is_try and len(own) >= step.number else None

    def _written(self, write: Callable[[], object]) -> bool:
        try:
            write()
        except KnownTrouble as known:
            self._said = storage.trouble_line(known.trouble)
            if isinstance(self._state, Pressing):
                self._state = replace(self._state, feedback=self._said)
            return False
        self._said = ""
        return True

    # --- What is shown

    def _trials(self) -> tuple[PressureTrial, ...]:
        return self._ports.journal.recall_pressure_trials()

    def _gate(self, chosen: Choosing) -> Gate:
        return gate(self._ports.known, chosen.ticks)

    def _hand(self, chosen: Choosing, allowed: Gate) -> Side:
        """Return the hand that was chosen, or the first that may press; where none may, it only shows."""
        if chosen.hand is not None and (chosen.hand in allowed.hands or not allowed.hands):
            return chosen.hand
        return allowed.hands[0] if allowed.hands else Side.LEFT

    def _steps(self, chosen: Choosing) -> tuple[ExerciseStep, ...]:
        allowed = self._gate(chosen)
        return exercise_steps(allowed.cap, chosen.weighing, allowed.arms)

    def _other(self, pressing: Pressing) -> Side | None:
        other = pressing.hand.other
        free = other in self._gate(pressing.chosen).hands and other not in pressing.done
        return other if free else None

    def _intro(self) -> IntroView:
        return intro_view(self._trials(), self._ports.source, self._said, Choice.when(self._gone))

    def _before(self, chosen: Choosing) -> BeforeView:
        allowed = self._gate(chosen)
        return before_view(chosen, allowed, self._hand(chosen, allowed))

    def _done(self, pressing: Pressing) -> DoneView:
        return done_view(pressing, self._other(pressing))
