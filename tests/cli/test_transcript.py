"""What a session would sound like, on the command line."""

from __future__ import annotations

import pytest

from tests.cli.door_calls import Door


@pytest.mark.slow
def test_a_transcript_names_every_sentence_and_tone_with_its_time(acupress: Door) -> None:
    found = acupress.json("transcript", "P15")
    heard = found["heard"]
    assert (found["detail"], found["rate_percent"], found["end"]) == ("full", 100, "completed")
    assert heard[0]["at"] == -10
    assert heard[0]["text"] == "Get ready. First: left forearm, inner side."
    press = next(one for one in heard if one["tone"] == "press")
    assert (press["at"], press["line"], press["text"]) == (0, "press", "")
    assert heard[-1]["text"] == "Well done. Let your hands rest."
    ends = [one["at"] + one["seconds"] for one in heard]
    assert all(end <= later["at"] for end, later in zip(ends, heard[1:], strict=False))


def test_nothing_is_kept(acupress: Door) -> None:
    acupress.json("transcript", "P15")
    assert not acupress.folder.exists()


@pytest.mark.slow
def test_less_detail_says_less_and_tones_alone_speak_no_word(acupress: Door) -> None:
    def words(*more: str) -> int:
        heard = acupress.json("transcript", "P16", *more)["heard"]
        return sum(len(one["text"].split()) for one in heard)

    assert words("--detail", "brief") < words() / 2
    tones = acupress.json("transcript", "P16", "--detail", "tones")
    assert tones["voicing"] == "captions"
    assert {one["tone"] for one in tones["heard"]} >= {"press", "release", "count", "side_change", "end"}


def test_a_script_interferes(acupress: Door) -> None:
    script = acupress.file("script.txt", "t=12 hands-off\nt=20 stop\n")
    heard = acupress.json("transcript", "P15", "--script", script)["heard"]
    stop = next(one for one in heard if one["line"] == "hands_off")
    assert (stop["at"], stop["tone"], stop["silences"], stop["urgency"]) == (12, "stop", True, "cuts_in")
    assert heard[-1]["line"] == "stopped"


def test_for_reading_a_tone_stands_in_brackets(acupress: Door) -> None:
    lines = acupress("transcript", "P15").out.splitlines()
    assert any(line.endswith("[press]") for line in lines)
    assert any(line.endswith("Let go.") for line in lines)


@pytest.mark.parametrize("rate", ["49", "151", "fast", "1e2", ""])
def test_an_impossible_rate_is_refused(acupress: Door, rate: str) -> None:
    called = acupress("transcript", "P15", "--rate", rate)
    assert called.code == 2
    assert "50 to 150" in called.err


def test_an_emergency_leaves_nothing_to_be_heard(acupress: Door) -> None:
    emergency = acupress.json("questions")["questions"][0]
    answers = acupress.answers("stress", {emergency["id"]: [emergency["options"][0]["id"]]})
    called = acupress("transcript", "P13", "--answers", answers)
    assert (called.code, called.out) == (3, "")
