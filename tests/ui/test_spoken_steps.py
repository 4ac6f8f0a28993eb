"""Before a session: the tick for the voice, and what stands in its place where nothing speaks."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from acupress_desktop.domain.settings import OnOff, Settings, VoiceDetail
from acupress_desktop.ui.bridge.cues import Cues
from acupress_desktop.ui.bridge.mouth import MOCK
from acupress_desktop.ui.bridge.speech import Speech
from acupress_desktop.ui.bridge.voice import Voice, VoiceStanding
from acupress_desktop.ui.plan.spoken_steps import SpokenSteps
from acupress_desktop.ui.theme.live import LiveTheme
from tests.ui.pages import cut_texts, settle

NO_VOICE = "No voice on this computer. Every step is written."


class Drawer:
    """Settings kept in memory, as the page before a session keeps them."""

    def __init__(self, speech: Speech, kept: Settings) -> None:
        self.speech = speech
        self.kept = kept

    def chosen(self) -> Settings:
        return self.kept

    def change(self, settings: Settings) -> None:
        self.kept = settings
        self.speech.follow(settings)


def opened(
    qtbot: QtBot, theme: LiveTheme, program: tuple[str, ...], kept: Settings
) -> tuple[Drawer, SpokenSteps]:
    speech = Speech(Voice(program), Cues(None), "en")
    drawer = Drawer(speech, kept)
    part = SpokenSteps(theme, speech, drawer.chosen, drawer.change)
    qtbot.addWidget(part)
    settle(part, 400, 80)
    return drawer, part


def test_where_nothing_speaks_a_line_stands_in_place_of_the_tick(qtbot: QtBot, theme: LiveTheme) -> None:
    _drawer, part = opened(qtbot, theme, (), Settings())
    assert not part.tick.isVisible()
    assert part.line == NO_VOICE
    assert not cut_texts(part)


def test_the_tick_turns_the_voice_on_and_off_and_tells_its_state(qtbot: QtBot, theme: LiveTheme) -> None:
    program = (sys.executable, "-m", "acupress_desktop", "voice", MOCK)
    drawer, part = opened(qtbot, theme, program, Settings())
    assert part.line == ""
    assert not part.tick.isChecked()
    QTest.keyClick(part.tick, Qt.Key.Key_Space)
    assert (drawer.kept.voice, part.tick.isChecked()) == (OnOff.ON, True)
    qtbot.waitUntil(lambda: drawer.speech.voice.standing is VoiceStanding.READY, timeout=30_000)
    assert part.tick.isVisible()
    QTest.keyClick(part.tick, Qt.Key.Key_Space)
    assert (drawer.kept.voice, part.tick.isChecked()) == (OnOff.OFF, False)


def test_a_voice_that_turns_out_not_to_be_there_is_told_at_once(qtbot: QtBot, theme: LiveTheme) -> None:
    drawer, part = opened(qtbot, theme, ("/nowhere/a-voice",), Settings())
    assert part.tick.isVisible()
    QTest.mouseClick(part.tick, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: drawer.speech.voice.standing.is_missing, timeout=10_000)
    assert not part.tick.isVisible()
    assert part.line == NO_VOICE


@pytest.mark.parametrize("voice", list(OnOff))
def test_whoever_wanted_only_tones_hears_few_words_once_the_steps_are_spoken(
    qtbot: QtBot, theme: LiveTheme, voice: OnOff
) -> None:
    tones = replace(Settings(), voice=voice, voice_detail=VoiceDetail.TONES)
    drawer, part = opened(qtbot, theme, ("/nowhere/a-voice",), tones)
    assert not part.tick.isChecked()
    part.tick.click()
    assert (drawer.kept.voice, drawer.kept.voice_detail) == (OnOff.ON, VoiceDetail.BRIEF)
    qtbot.waitUntil(lambda: drawer.speech.voice.standing.is_missing, timeout=10_000)
