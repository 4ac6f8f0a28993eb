"""Voice, tones, captions and the screen reader together. No test hears anything."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.domain.settings import OnOff, Settings, VoiceDetail
from acupress_desktop.domain.tones import Tone
from acupress_desktop.presenters.narrating import Manner, Voicing
from acupress_desktop.presenters.prompts import Urgency
from acupress_desktop.presenters.settings import SettingsPresenter
from acupress_desktop.presenters.speaking import Sounding, Spoken
from acupress_desktop.presenters.trial import trial_steps
from acupress_desktop.ui.bridge.cues import Cues, CuesStanding
from acupress_desktop.ui.bridge.deadlines import HandDeadline
from acupress_desktop.ui.bridge.mouth import MOCK
from acupress_desktop.ui.bridge.speech import Speech
from acupress_desktop.ui.bridge.voice import Voice, VoiceStanding
from acupress_desktop.ui.settings.screen import SettingsScreen
from acupress_desktop.ui.settings.trial import PAUSE_MS, HearingTrial
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.words import hearing
from acupress_desktop.words import spoken as words
from tests.ui.pages import bears_every_size, settle

PROGRAM = (sys.executable, "-m", "acupress_desktop", "voice", MOCK)
ON = Settings(voice=OnOff.ON)


class Hours:
    """Deadlines moved by hand."""

    def __init__(self) -> None:
        self.made: list[HandDeadline] = []

    def __call__(self, parent: QObject) -> HandDeadline:
        self.made.append(HandDeadline(parent))
        return self.made[-1]

    def pass_time(self, milliseconds: int) -> None:
        for deadline in self.made:
            deadline.pass_time(milliseconds)


@pytest.fixture
def hours() -> Hours:
    return Hours()


@pytest.fixture
def silent(qtbot: QtBot, hours: Hours) -> Speech:
    """A machine without a voice and without a loudspeaker."""
    return Speech(Voice((), hours), Cues(None), "en", hours)


@pytest.fixture
def speaking(qtbot: QtBot) -> Iterator[Speech]:
    """A machine with a voice (the one for tests), on the real clock."""
    speech = Speech(Voice(PROGRAM), Cues(None), "en")
    speech.wake(ON)
    qtbot.waitUntil(lambda: speech.voice.standing is VoiceStanding.READY, timeout=30_000)
    yield speech
    speech.voice.sleep()


def sentence(text: str, seconds: float = 2.0, *, silences: bool = False) -> Spoken:
    return Spoken(0.0, seconds, text, None, Urgency.IN_TURN, None, silences)


def test_without_a_voice_sentences_are_captions_that_stay_as_long_as_they_would_be_said(
    silent: Speech, hours: Hours
) -> None:
    manner = silent.manner(ON)
    assert (manner.voicing, manner.tones) == (Voicing.CAPTIONS, Sounding.SILENT)
    over: list[object] = []
    silent.ended.connect(over.append)
    said = sentence("Let go.")
    silent.utter((said,), manner)
    hours.pass_time(1_900)
    assert over == []
    hours.pass_time(100)
    assert over == [said]


def test_what_silences_takes_back_what_is_still_open(silent: Speech, hours: Hours) -> None:
    manner = silent.manner(ON)
    over: list[object] = []
    silent.ended.connect(over.append)
    silent.utter((sentence("Small, easy breaths."),), manner)
    stop = sentence("Hands off.", 1.0, silences=True)
    silent.utter((stop,), manner)
    hours.pass_time(5_000)
    assert over == [stop]


@pytest.mark.slow
def test_a_sentence_is_over_when_the_voice_says_so(qtbot: QtBot, speaking: Speech) -> None:
    manner = speaking.manner(ON)
    assert manner.voicing is Voicing.ALOUD
    said = sentence("Let go.", 600.0)
    with qtbot.waitSignal(speaking.ended, timeout=10_000) as ended:
        speaking.utter((said,), manner)
    assert ended.args == [said]


@pytest.mark.slow
def test_a_screen_reader_silences_our_voice_whenever_it_comes(speaking: Speech) -> None:
    was = QAccessible.isActive()
    try:
        QAccessible.setActive(True)
        assert speaking.manner(ON).voicing is Voicing.BY_READER
        QAccessible.setActive(False)
        assert speaking.manner(ON).voicing is Voicing.ALOUD
    finally:
        QAccessible.setActive(was)
    assert speaking.manner(Settings()).voicing is Voicing.CAPTIONS
    tones = Settings(voice=OnOff.ON, voice_detail=VoiceDetail.TONES)
    assert speaking.manner(tones).voicing is Voicing.CAPTIONS


@pytest.mark.slow
def test_a_voice_that_is_switched_off_ends_its_process(speaking: Speech) -> None:
    speaking.follow(Settings(voice=OnOff.OFF))
    assert speaking.voice.standing is VoiceStanding.ASLEEP


def test_sounds_are_loaded_beside_the_window_or_it_says_that_there_are_none(qtbot: QtBot) -> None:
    cues = Cues(asset_root() / "sounds")
    standings = [cues.standing]
    cues.changed.connect(lambda: standings.append(cues.standing))
    cues.wake(60)
    qtbot.waitUntil(lambda: len(standings) == 3, timeout=20_000)
    for tone in Tone:
        cues.play(tone)
    cues.hush()
    assert standings[:2] == [CuesStanding.ASLEEP, CuesStanding.WAKING]
    assert standings[2] in (CuesStanding.READY, CuesStanding.NO_DEVICE)


def test_everything_can_be_tried_and_has_its_name() -> None:
    loud = trial_steps(Manner(VoiceDetail.FULL, Voicing.ALOUD))
    assert loud[0].heard.text == words.sample()
    assert [step.heard.tone for step in loud[1:]] == list(Tone)
    assert len({step.words for step in loud}) == len(loud)
    quiet = trial_steps(Manner(VoiceDetail.FULL, Voicing.CAPTIONS, Sounding.SILENT))
    assert [step.heard.tone for step in quiet] == list(Tone)
    assert all(step.heard.seconds > 0 for step in quiet)


def trial_of(
    qtbot: QtBot, theme: LiveTheme, speech: Speech, hours: Hours, settings: Settings
) -> HearingTrial:
    trial = HearingTrial(theme, speech, lambda: settings, hours)
    qtbot.addWidget(trial)
    trial.show()
    return trial


def test_the_trial_names_each_tone_even_where_nobody_hears_it(
    qtbot: QtBot, theme: LiveTheme, silent: Speech, hours: Hours
) -> None:
    trial = trial_of(qtbot, theme, silent, hours, Settings())
    trial.button.click()
    seen = [trial.said]
    for _ in range(200):
        hours.pass_time(50)
        if trial.said != seen[-1]:
            seen.append(trial.said)
        if not trial.runs:
            break
    hours.pass_time(PAUSE_MS)
    assert seen == [*(hearing.trying_tone(words.tone(tone)) for tone in Tone), hearing.tried()]


def test_a_second_press_ends_the_trial(qtbot: QtBot, theme: LiveTheme, silent: Speech, hours: Hours) -> None:
    trial = trial_of(qtbot, theme, silent, hours, Settings())
    runs = [trial.runs]
    for _ in range(2):
        trial.button.click()
        runs.append(trial.runs)
    assert runs == [False, True, False]
    said = trial.said
    hours.pass_time(10_000)
    assert trial.said == said


class Drawer:
    def __init__(self, kept: Settings) -> None:
        self.kept = kept

    def recall_settings(self) -> Settings:
        return self.kept

    def remember_settings(self, settings: Settings) -> tuple[str, ...]:
        self.kept = settings
        return ()


class Choir:
    """Voices of a machine: none at first."""

    def __init__(self) -> None:
        self.found: tuple[tuple[str, str], ...] = ()

    def voices(self) -> tuple[tuple[str, str], ...]:
        return self.found

    def speaks(self, language: str) -> bool:
        return language.startswith("en")


def test_the_page_says_what_this_machine_lacks_and_bears_every_size(
    qtbot: QtBot, theme: LiveTheme, silent: Speech, hours: Hours
) -> None:
    drawer = Drawer(ON)
    trial = HearingTrial(theme, silent, lambda: drawer.kept, hours)
    presenter = SettingsPresenter(drawer, lambda _settings: None, hearing_port=Choir())
    screen = SettingsScreen(presenter, theme, None, trial)
    qtbot.addWidget(screen)
    assert bears_every_size(screen, theme) == []
    settle(screen)
    assert hearing.no_voice() in trial.note
    assert hearing.no_sound() in trial.note
    screen.show_view(presenter.choose("voice", OnOff.OFF))
    assert hearing.no_voice() not in trial.note


def test_voices_that_are_found_later_can_be_chosen_then(qtbot: QtBot, theme: LiveTheme) -> None:
    drawer, choir = Drawer(ON), Choir()
    presenter = SettingsPresenter(drawer, lambda _settings: None, hearing_port=choir)
    screen = SettingsScreen(presenter, theme)
    qtbot.addWidget(screen)
    settle(screen)
    assert labels(presenter) == [hearing.usual_voice()]
    choir.found = (("Anne", "en-GB"), ("Ola", "nb"), ("Bad\nname", "en"))
    screen.show_view(presenter.present())
    assert labels(presenter) == [hearing.usual_voice(), "Anne", "Ola (nb)"]
    screen.show_view(presenter.choose("voice_name", "Anne"))
    assert drawer.kept.voice_name == "Anne"
    choir.found = ()
    assert "Anne" in labels(presenter), "what was chosen can still be seen"


def labels(presenter: SettingsPresenter) -> list[str]:
    rows = [row for group in presenter.present().groups for row in group.settings]
    return [option.label for row in rows if row.key == "voice_name" for option in row.options]
