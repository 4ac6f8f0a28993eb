"""A session that is heard: with Qt's engine for tests, which keeps time and makes no sound, and with none."""

from __future__ import annotations

import sys
from dataclasses import replace

from PySide6.QtTest import QTest

from acupress_desktop.app.rehearsal import Rehearsal
from acupress_desktop.domain.settings import OnOff, Settings, VoiceDetail
from acupress_desktop.presenters.destinations import ToSettings
from acupress_desktop.presenters.session_view import SessionPhase
from acupress_desktop.ui.bridge.mouth import MOCK
from acupress_desktop.ui.bridge.speech import Speech
from acupress_desktop.ui.bridge.voice import VoiceStanding
from acupress_desktop.ui.session.caption import Caption
from acupress_desktop.words import hearing
from tests.journeys.conftest import Arrive
from tests.journeys.steps import stories_of, to_the_plan

PROGRAM = (sys.executable, "-m", "acupress_desktop", "voice", MOCK)


def set_to(at: Rehearsal, **changes: object) -> None:
    at.ground.settings.remember_settings(replace(at.ground.chosen(), **changes))  # type: ignore[arg-type]


def speech_of(at: Rehearsal) -> Speech:
    return at.ground.speech.speech(at.ground.deadlines)


def until_ready(at: Rehearsal) -> None:
    for _ in range(1_500):
        if speech_of(at).voice.standing is VoiceStanding.READY:
            return
        QTest.qWait(20)
    raise AssertionError(speech_of(at).voice.standing)


def caption(at: Rehearsal) -> str:
    return at.hands.window.findChildren(Caption)[0].words


def test_the_voice_starts_on_the_plan_and_speaks_in_the_session(arrive: Arrive) -> None:
    at = arrive()
    at.ground.speech.program = PROGRAM
    set_to(at, voice=OnOff.ON, captions=OnOff.OFF)
    to_the_plan(at)
    until_ready(at)
    over: list[int] = []
    speech_of(at).voice.ended.connect(over.append)
    at.hands.press("6")
    at.hands.press("Begin")
    assert at.phase() is SessionPhase.READY
    assert caption(at).startswith("Get ready. First: left")
    for _ in range(500):
        if over:
            break
        QTest.qWait(20)
    assert over, "the first words were said to their end"
    at.hands.press("Begin")
    at.wait_for_end()
    assert stories_of(at)[-1].holds
    for _ in range(500):
        if not speech_of(at).findChildren(type(speech_of(at))) and len(over) > 1:
            break
        QTest.qWait(20)
    at.house.window.close()
    assert speech_of(at).voice.standing is not VoiceStanding.READY


def test_without_a_voice_it_says_so_once_and_everything_is_written(arrive: Arrive) -> None:
    at = arrive()
    at.ground.speech.program = ("/nonexistent/voice",)
    set_to(at, voice=OnOff.ON, captions=OnOff.OFF)
    to_the_plan(at)
    at.hands.press("6")
    at.hands.press("Begin")
    seen: list[str] = []
    for second in range(40):
        if second == 16:
            at.hands.press("Begin")
        if at.session is None:
            break
        at.wait(1)
        at.hands.settle()
        if not seen or caption(at) != seen[-1]:
            seen.append(caption(at))
    assert seen.count(hearing.no_voice_in_session()) == 1
    assert any(line.startswith("Press in slowly") for line in seen)
    assert "Half-way. Keep the pressure as it is." in seen


def test_a_silent_app_makes_nothing(arrive: Arrive) -> None:
    at = arrive()
    at.ground.speech.program = PROGRAM
    set_to(at, voice=OnOff.OFF, sounds=OnOff.OFF)
    to_the_plan(at)
    at.hands.press("6")
    at.hands.press("Begin")
    at.hands.press("Begin")
    at.wait(20)
    assert speech_of(at).voice.standing is VoiceStanding.ASLEEP
    at.wait_for_end()


def test_the_settings_hold_at_once_and_can_be_tried(arrive: Arrive) -> None:
    at = arrive()
    at.ground.speech.program = PROGRAM
    to_the_plan(at)
    at.house.window.go(ToSettings())
    at.hands.settle()
    set_to(at, voice_detail=VoiceDetail.BRIEF)
    assert at.ground.chosen().voice is Settings().voice
    at.hands.press("Try it")
    assert at.hands.reads(hearing.trying_tone("Breathe in"))
    at.hands.press("Stop the trial")
    assert at.hands.can_press("Try it")
