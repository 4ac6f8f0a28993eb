"""Photographs a session in every look: styles of breath, the glow, the evening, and nothing moving."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt

from acupress_desktop.app.rehearsal import Rehearsal
from acupress_desktop.domain.exercises import ExerciseKind
from acupress_desktop.domain.ids import ComplaintId, PointCode
from acupress_desktop.domain.routines import ExerciseStep, PressStep, Routine, RoutineSides
from acupress_desktop.domain.settings import BreathLook, EveningTheme, OnOff, ReducedMotion, Settings
from acupress_desktop.presenters.destinations import ToResume, ToSafety, ToSession
from acupress_desktop.ui.session_stage.looks import look_of

_INTO_A_HOLD_SECONDS = 8.0
_INTO_AN_EXERCISE_SECONDS = 20.0
_NECK = ComplaintId("neck_shoulder")
_HOW = "Both shoulders up, back and down, as large as is comfortable. Breathe as you like."

LOOKS = (
    ("session_horizon", BreathLook.HORIZON, OnOff.OFF),
    ("session_circle", BreathLook.CIRCLE, OnOff.OFF),
    ("session_glow", BreathLook.LIGHT_RING, OnOff.ON),
)


def take_looks(at: Rehearsal, take: Callable[[str], None]) -> None:
    """Photograph the hold in its other looks, then the session taken up in the evening and without motion.

    It goes on as it was before.
    """
    before = at.ground.chosen()
    for name, look, glow in LOOKS:
        _show(at, replace(before, breath_look=look, breath_glow=glow))
        take(name)
    _show(at, before)
    evening = replace(before, evening_theme=EveningTheme.ALWAYS)
    still = replace(before, reduced_motion=ReducedMotion.ON)
    horizon = replace(evening, breath_look=BreathLook.HORIZON)
    for name, settings in (
        ("session_evening", evening),
        ("session_evening_horizon", horizon),
        ("session_evening_still", replace(horizon, reduced_motion=ReducedMotion.ON)),
        ("session_still", still),
    ):
        _again(at, settings)
        take(name)
    _again(at, before)


def take_exercise(at: Rehearsal, take: Callable[[str], None]) -> None:
    """Photograph a stretch before the points of a routine; on a later day, since the first has none."""
    desk, ids = at.house.desk, at.ground.ids
    if desk is None:
        return
    stretch = ExerciseStep(ids.next(), ExerciseKind.STRETCH, "Shoulder circles", _HOW, 60, 10)
    press = PressStep(ids.next(), PointCode("LI4"), RoutineSides.BOTH, 30, 3)
    steps = (stretch, press)
    routine = Routine(ids.next(), at.ground.now(), "Morning at the desk", _NECK, "", steps)
    desk.journal.remember_routine(routine)
    at.house.window.go(ToSafety(_NECK, routine=routine.id))
    at.answer_safely()
    at.hands.press("6")
    at.hands.press("Begin")
    at.wait(_INTO_AN_EXERCISE_SECONDS)
    take("session_exercise")


def _show(at: Rehearsal, settings: Settings) -> None:
    """Draw the breath of the session that runs as ``settings`` say."""
    if at.session is not None:
        at.session.show_look(look_of(settings))
        at.hands.settle()


def _again(at: Rehearsal, settings: Settings) -> None:
    """Take the session up again under other settings, and go into its hold."""
    session = at.house.window.last
    if not isinstance(session, ToSession | ToResume):
        return
    at.ground.settings.remember_settings(settings)
    at.ground.rewear()
    at.house.window.go(ToResume(session.session))
    at.hands.settle()
    at.hands.key(Qt.Key.Key_Space)
    at.wait(_INTO_A_HOLD_SECONDS)
