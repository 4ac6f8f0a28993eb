"""Every line of a session has a sentence."""

from __future__ import annotations

import pytest

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.session.lines import Line, LineId
from acupress_desktop.words import session
from tests.session.sessions import WRISTS_AND_BROW, play, ready

PLACE = "Left hand, back"


@pytest.mark.parametrize("line_id", list(LineId))
def test_every_line_is_one_sentence_or_two(line_id: LineId) -> None:
    line = Line(line_id, PointCode("LI4"), SiteSide.LEFT, 5.0, 4)
    text = session.line(line, PLACE)

    assert text.endswith(".")
    assert "{" not in text
    assert len(text) <= 110


def test_no_two_lines_sound_the_same() -> None:
    texts = {
        session.line(Line(line_id, PointCode("LI4"), SiteSide.LEFT, 5.0, 4), PLACE) for line_id in LineId
    }
    assert len(texts) == len(LineId)


def test_a_line_about_a_site_names_it() -> None:
    press = Line(LineId.PRESS, PointCode("LI4"), SiteSide.LEFT, 60.0, 4)
    assert session.line(press, PLACE) == "Left hand, back. Press in slowly, to about 4 of 10."
    other = Line(LineId.OTHER_SIDE, PointCode("LI4"), SiteSide.RIGHT, 5.0)
    assert "right hand, back" in session.line(other, "Right hand, back")


def test_what_was_too_much_is_noted_with_its_place() -> None:
    """The answer may come while another place is pressed already; "here" would be that one."""
    told = Line(LineId.COMFORT_SOFTER, PointCode("LI4"), SiteSide.LEFT, felt_pressure=3)
    assert (
        session.line(told, PLACE) == "Noted: left hand, back. More lightly there from now on: about 3 of 10."
    )


def test_an_exercise_with_times_and_seconds_says_both() -> None:
    both = Line(LineId.EXERCISE, seconds=20.0, repeats=3, title="Side bend")
    assert session.line(both, "") == "Now: Side bend, 3 times, 20 seconds in all."
    assert session.line(Line(LineId.EXERCISE, repeats=1, title="Side bend"), "") == "Now: Side bend, 1 time."


def test_a_gap_is_told_in_whole_seconds() -> None:
    assert "5 seconds" in session.line(Line(LineId.GAP_NOTICED, seconds=5.1), "")


def test_a_whole_session_can_be_read_aloud() -> None:
    state = play("t=10 stall 4\nt=30 pause\nt=40 resume\nt=50 longer", ready(*WRISTS_AND_BROW))
    for said in state.log.spoken:
        assert session.line(said.line, PLACE)
