"""The voice, with Qt's own engine for tests: it keeps time and makes no sound."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTextToSpeech import QTextToSpeech
from pytestqt.qtbot import QtBot

from acupress_desktop.ui.bridge.deadlines import HandDeadline
from acupress_desktop.ui.bridge.mouth import MOCK, SPEECHD, Mouth, engine_rate
from acupress_desktop.ui.bridge.voice import WAKES_WITHIN_MS, Voice, VoiceStanding
from acupress_desktop.ui.bridge.voice_lines import (
    Ask,
    Asked,
    Tell,
    Told,
    VoiceName,
    VoiceWish,
    asked_line,
    asked_of,
    told_line,
    told_of,
)

PROGRAM = (sys.executable, "-m", "acupress_desktop", "voice", MOCK)
DEAF = (sys.executable, "-c", "import sys; sys.stdin.read()")
"""A process that hears everything and never answers, as one whose engine hangs."""


@pytest.fixture
def mouth(qtbot: QtBot) -> Mouth:
    made = Mouth()
    assert made.open(MOCK) is Tell.READY
    return made


def engine_of(mouth: Mouth) -> QTextToSpeech:
    (found,) = mouth.findChildren(QTextToSpeech)
    return found


def test_it_tells_when_a_sentence_is_over(qtbot: QtBot, mouth: Mouth) -> None:
    with qtbot.waitSignal(mouth.ended, timeout=5_000) as ended:
        mouth.say(7, "Let go.")
    assert ended.args == [7]


def test_a_new_sentence_takes_the_place_of_the_one_before(qtbot: QtBot, mouth: Mouth) -> None:
    heard: list[int] = []
    mouth.ended.connect(heard.append)
    mouth.say(1, "A long sentence that nobody is going to hear to its very end.")
    mouth.say(2, "Stop.")
    qtbot.waitUntil(lambda: bool(heard), timeout=5_000)
    assert heard == [2]


def test_hushed_it_tells_nothing(qtbot: QtBot, mouth: Mouth) -> None:
    heard: list[int] = []
    mouth.ended.connect(heard.append)
    mouth.say(1, "A sentence that is cut off.")
    mouth.hush()
    with qtbot.waitSignal(mouth.ended, timeout=5_000):
        mouth.say(2, "Next.")
    assert heard == [2]


@pytest.mark.slow
def test_it_pauses_and_goes_on(qtbot: QtBot, mouth: Mouth) -> None:
    engine = engine_of(mouth)
    mouth.say(1, "Half-way. Keep the pressure as it is.")
    qtbot.waitUntil(lambda: engine.state() is QTextToSpeech.State.Speaking, timeout=5_000)
    mouth.pause()
    qtbot.waitUntil(lambda: engine.state() is QTextToSpeech.State.Paused, timeout=5_000)
    with qtbot.waitSignal(mouth.ended, timeout=5_000):
        mouth.resume()


def test_rate_volume_and_voice_are_as_wished(mouth: Mouth) -> None:
    mouth.tune(VoiceWish(150, 40, "Anne", "en-GB"))
    engine = engine_of(mouth)
    assert engine.voice().name() == "Anne"
    assert engine.volume() == pytest.approx(0.4)
    assert engine.rate() == pytest.approx(engine_rate(150, MOCK))
    mouth.tune(VoiceWish(100, 80, "Nobody", "nb-NO"))
    assert engine.locale().bcp47Name() == "nb"
    assert engine.rate() == 0


def test_voices_of_the_apps_language_come_first(mouth: Mouth) -> None:
    before = engine_of(mouth).voice().name()
    voices = mouth.voices("nb")
    assert voices[0].language == "nb"
    assert {voice.name for voice in voices} >= {"Anne", "Bob"}
    assert engine_of(mouth).voice().name() == before


@pytest.mark.parametrize("engine", [MOCK, SPEECHD])
def test_rates_lie_within_what_an_engine_takes(engine: str) -> None:
    rates = [engine_rate(percent, engine) for percent in (50, 75, 100, 125, 150)]
    assert rates == sorted(rates)
    assert rates[2] == 0
    assert all(-1 <= rate <= 1 for rate in rates)
    assert engine_rate(50, SPEECHD) == pytest.approx((85 - 170) / 90)


def test_both_sides_understand_each_other() -> None:
    asked = Asked(Ask.SAY, 3, "Nächster Ort: „Hand“.\n", VoiceWish(75, 10, "Anne", "en-GB"))
    assert asked_of(asked_line(asked).decode()) == asked
    told = Told(Tell.READY, 0, (VoiceName("Anne", "en-GB"),))
    assert told_of(told_line(told)) == told


@pytest.mark.parametrize(
    "line", ["", "{}", "[]", "null", "speech error 3", '{"tell": "sung", "number": 1, "voices": []}']
)
def test_what_an_engine_prints_is_not_taken_for_an_answer(line: str) -> None:
    assert told_of(line.encode()) is None
    assert asked_of(line) is None


# -- the process --------------------------------------------------------------------------------------------


def by_hand(parent: QObject) -> HandDeadline:
    return HandDeadline(parent)


@pytest.mark.slow
def test_the_window_does_not_wait_for_its_voice(qtbot: QtBot) -> None:
    voice = Voice(PROGRAM)
    heard: list[int] = []
    voice.ended.connect(heard.append)
    voice.wake(VoiceWish(language="en"))
    qtbot.waitUntil(lambda: voice.standing is VoiceStanding.READY, timeout=30_000)
    assert {each.name for each in voice.voices} >= {"Anne", "Bob"}
    number = voice.say("Let go.")
    qtbot.waitUntil(lambda: heard == [number], timeout=10_000)
    standings = [voice.standing]
    voice.changed.connect(lambda: standings.append(voice.standing))
    voice.sleep()
    voice.wake(VoiceWish())
    voice.sleep()
    ready, asleep, waking = VoiceStanding.READY, VoiceStanding.ASLEEP, VoiceStanding.WAKING
    assert standings == [ready, asleep, waking, asleep]


@pytest.mark.slow
def test_a_voice_that_hangs_is_given_up(qtbot: QtBot) -> None:
    deadlines: list[HandDeadline] = []

    def make(parent: QObject) -> HandDeadline:
        deadlines.append(HandDeadline(parent))
        return deadlines[-1]

    voice = Voice(DEAF, make)
    voice.wake(VoiceWish())
    voice.say("Hello?")
    deadlines[0].pass_time(WAKES_WITHIN_MS)
    assert voice.standing is VoiceStanding.SILENT
    voice.say("Is anybody there?")
    voice.sleep()
    assert voice.standing is VoiceStanding.SILENT


@pytest.mark.parametrize("program", [("/nonexistent/voice",), (sys.executable, "-c", "raise SystemExit(1)")])
def test_a_voice_that_cannot_start_is_none(qtbot: QtBot, program: tuple[str, ...]) -> None:
    voice = Voice(program, by_hand)
    voice.wake(VoiceWish())
    qtbot.waitUntil(lambda: voice.standing.is_missing, timeout=10_000)
    assert voice.voices == ()


def test_without_a_program_there_is_no_voice_and_nothing_happens(qtbot: QtBot) -> None:
    voice = Voice((), by_hand)
    assert voice.standing is VoiceStanding.NONE_HERE
    voice.wake(VoiceWish())
    voice.say("Nothing.")
    voice.hush()
    voice.sleep()
    assert voice.standing is VoiceStanding.NONE_HERE


@pytest.mark.slow
def test_the_process_ends_when_its_window_does() -> None:
    tune = asked_line(Asked(Ask.TUNE))
    done = subprocess.run(PROGRAM, input=tune, capture_output=True, check=False, timeout=30)
    assert done.returncode == 0
    told = told_of(done.stdout.splitlines()[0])
    assert told is not None
    assert told.tell is Tell.READY
