"""From what the session presenter says to what the stage draws."""

from __future__ import annotations

from acupress_desktop.domain.breathing import BreathPhase
from acupress_desktop.domain.tones import Tone
from acupress_desktop.presenters.session_view import BreathView, LiveView, SessionPhase
from acupress_desktop.presenters.speaking import Pulse
from acupress_desktop.ui.session_stage.view import (
    BreathPart,
    PulseKind,
    StageBreath,
    StagePhase,
    StagePulse,
    StageView,
)

_PHASES = {
    SessionPhase.READY: StagePhase.READY,
    SessionPhase.GET_READY: StagePhase.GET_READY,
    SessionPhase.HOLDING: StagePhase.HOLDING,
    SessionPhase.LEAD_IN: StagePhase.GET_READY,
    SessionPhase.PAUSED: StagePhase.PAUSED,
    SessionPhase.EXERCISE: StagePhase.EXERCISE,
    SessionPhase.STOP_CARD: StagePhase.PAUSED,
    SessionPhase.FINISHED: StagePhase.RELEASED,
}
_FULLNESS = {
    BreathPhase.IN: (0.0, 1.0),
    BreathPhase.HOLD_FULL: (1.0, 1.0),
    BreathPhase.OUT: (1.0, 0.0),
    BreathPhase.HOLD_EMPTY: (0.0, 0.0),
}
"""How full the breath is where a part begins and ends."""

_COURSES = {
    BreathPhase.IN: (0.0, 1.0),
    BreathPhase.HOLD_FULL: (1.0, 1.0),
    BreathPhase.OUT: (1.0, 0.0),
    BreathPhase.HOLD_EMPTY: (0.0, 0.0),
}
"""How full a breath is at the begin and at the end of each phase."""


def stage_view_of(live: LiveView, cue: str = "", words: str = "", pulse: Pulse | None = None) -> StageView:
    """Return what the stage shows for ``live``; ``cue`` is the word below the ring without a breath."""
    return StageView(
        phase=_PHASES[live.phase],
        fraction=live.fraction,
        ready_fraction=live.ready_fraction if live.phase is SessionPhase.GET_READY else 1.0,
        release_fraction=1.0 if live.phase is SessionPhase.FINISHED else 0.0,
        breath=breath_on_stage(live.breath) if live.breath is not None else None,
        cue=cue,
        words=words,
        seconds=live.seconds,
        seconds_label=live.seconds_label,
        pulse=pulse_on_stage(pulse),
    )


def pulse_on_stage(pulse: Pulse | None) -> StagePulse | None:
    """Return a tone as it is seen; those of the breath are not, since the breath itself is."""
    if pulse is None or pulse.tone in (Tone.IN_BREATH, Tone.OUT_BREATH):
        return None
    return StagePulse(pulse.strength, PulseKind.STOP if pulse.tone is Tone.STOP else PulseKind.SOFT)


def breath_on_stage(breath: BreathView) -> StageBreath:
    """Return a breath as the stage draws it."""
    return StageBreath(
        parts=tuple(
            BreathPart(part.seconds, *_COURSES[part.phase], label=part.label) for part in breath.parts
        ),
        at_seconds=breath.at_seconds,
        fullness=breath.fullness,
        cue=breath.cue,
        cells_done=breath.cells_done,
        count=breath.count,
        count_of=breath.count_of,
    )
