"""From what the session presenter says to what the stage draws."""

from __future__ import annotations

from acupress_desktop.presenters.session_view import BreathView, LiveView, SessionPhase
from acupress_desktop.ui.session_stage.view import StageBreath, StagePhase, StageView

_PHASES = {
    SessionPhase.READY: StagePhase.READY,
    SessionPhase.GET_READY: StagePhase.GET_READY,
    SessionPhase.HOLDING: StagePhase.HOLDING,
    SessionPhase.LEAD_IN: StagePhase.GET_READY,
    SessionPhase.PAUSED: StagePhase.PAUSED,
    SessionPhase.STOP_CARD: StagePhase.PAUSED,
    SessionPhase.FINISHED: StagePhase.RELEASED,
}


def stage_view_of(live: LiveView, cue: str = "", words: str = "") -> StageView:
    """Return what the stage shows for ``live``; ``cue`` is the word below the ring without a breath."""
    return StageView(
        phase=_PHASES[live.phase],
        fraction=live.fraction,
        ready_fraction=live.ready_fraction if live.phase is SessionPhase.GET_READY else 1.0,
        release_fraction=1.0 if live.phase is SessionPhase.FINISHED else 0.0,
        breath=_breath_of(live.breath) if live.breath is not None else None,
        cue=cue,
        words=words,
    )


def _breath_of(breath: BreathView) -> StageBreath:
    return StageBreath(
        phase=breath.phase,
        fullness=breath.fullness,
        cue=breath.cue,
        in_seconds=breath.in_seconds,
        out_seconds=breath.out_seconds,
        in_label=breath.in_label,
        out_label=breath.out_label,
        cells_done=breath.cells_done,
        count=breath.count,
        count_of=breath.count_of,
    )
