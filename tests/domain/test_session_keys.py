"""Keys of a session: what a person may choose, and that stop and pause can always be reached."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain.session_keys import (
    KEYS_PER_ACT_MAX,
    TEXT_CHARACTERS_MAX,
    KeyRefusal,
    KeyRefused,
    SessionAct,
    SessionKeys,
    keys_of_text,
    keys_text,
    usual_keys,
)
from acupress_desktop.domain.settings import KEY_CHARACTERS, Settings

NAMES = ("Escape", "Space", "PageDown", "B", "X", "F8", "U+0418", "Tab", "VolumeUp", "", "no good", "§" * 99)


def given_to(keys: SessionKeys, act: SessionAct, key: str) -> SessionKeys:
    found = keys.with_key(act, key)
    assert isinstance(found, SessionKeys)
    return found


def refused(found: SessionKeys | KeyRefused) -> KeyRefusal:
    assert isinstance(found, KeyRefused)
    return found.reason


@pytest.mark.parametrize(
    ("key", "act"),
    [
        ("Space", SessionAct.NEXT),
        ("Return", SessionAct.NEXT),
        ("Enter", SessionAct.NEXT),
        ("PageDown", SessionAct.NEXT),
        ("Right", SessionAct.NEXT),
        ("PageUp", SessionAct.REPEAT),
        ("Left", SessionAct.REPEAT),
        ("B", SessionAct.PAUSE),
        ("Period", SessionAct.PAUSE),
        ("Escape", SessionAct.STOP),
        ("F5", SessionAct.GO_ON),
    ],
)
def test_what_presenter_remotes_and_foot_switches_send_works_without_any_setting(
    key: str, act: SessionAct
) -> None:
    assert usual_keys().act_of(key) is act
    assert keys_of_text(Settings().session_keys).act_of(key) is act


def test_no_key_does_two_things() -> None:
    keys = [key for _act, names in usual_keys().keys for key in names]
    assert len(set(keys)) == len(keys)


def test_a_key_of_ones_own_is_added_and_taken_away() -> None:
    mine = given_to(usual_keys(), SessionAct.SKIP, "F8")
    assert mine.act_of("F8") is SessionAct.SKIP
    assert mine.shown(SessionAct.SKIP) == "S"
    left = mine.without_key(SessionAct.SKIP, "S")
    assert isinstance(left, SessionKeys)
    assert left.shown(SessionAct.SKIP) == "F8"
    assert left.act_of("S") is None


def test_a_key_that_is_in_use_is_refused_and_says_by_what() -> None:
    found = usual_keys().with_key(SessionAct.SKIP, "B")
    assert found == KeyRefused(KeyRefusal.TAKEN, "B", SessionAct.PAUSE)


@pytest.mark.parametrize("act", [act for act in SessionAct if act is not SessionAct.STOP])
def test_escape_always_stops_and_does_nothing_else(act: SessionAct) -> None:
    keys = usual_keys()
    assert refused(keys.with_key(act, "Escape")) is KeyRefusal.ALWAYS_STOPS
    assert refused(keys.without_key(SessionAct.STOP, "Escape")) is KeyRefusal.ALWAYS_STOPS
    bare = SessionKeys(tuple((each, ()) for each in SessionAct))
    assert bare.act_of("Escape") is SessionAct.STOP


def test_the_last_key_of_pause_stays() -> None:
    one = usual_keys().without_key(SessionAct.PAUSE, "Period")
    assert isinstance(one, SessionKeys)
    assert refused(one.without_key(SessionAct.PAUSE, "B")) is KeyRefusal.LAST_KEY


@pytest.mark.parametrize("key", ["Tab", "Backtab", "F1", "F11"])
def test_keys_of_the_whole_app_are_refused(key: str) -> None:
    assert refused(usual_keys().with_key(SessionAct.NEXT, key)) is KeyRefusal.FOR_THE_APP


@pytest.mark.parametrize("key", ["", "no good", "a;b", "X" * 41])
def test_what_is_no_name_of_a_key_is_refused(key: str) -> None:
    assert refused(usual_keys().with_key(SessionAct.NEXT, key)) is KeyRefusal.NO_KEY


def test_an_act_has_no_endless_list_of_keys() -> None:
    keys = usual_keys()
    for number in range(KEYS_PER_ACT_MAX - 1):
        keys = given_to(keys, SessionAct.SKIP, f"Key{number}")
    assert refused(keys.with_key(SessionAct.SKIP, "One")) is KeyRefusal.TOO_MANY


@given(st.lists(st.tuples(st.sampled_from(SessionAct), st.sampled_from(NAMES), st.booleans()), max_size=40))
def test_whatever_is_chosen_can_be_written_read_and_always_stops_and_pauses(
    steps: list[tuple[SessionAct, str, bool]],
) -> None:
    keys = usual_keys()
    for act, key, adds in steps:
        found = keys.with_key(act, key) if adds else keys.without_key(act, key)
        keys = keys if isinstance(found, KeyRefused) else found
    text = keys_text(keys)
    assert keys_of_text(text) == keys
    assert len(text) <= TEXT_CHARACTERS_MAX
    assert not set(text) - set(KEY_CHARACTERS)
    assert Settings(session_keys=text).session_keys == text
    assert keys.act_of("Escape") is SessionAct.STOP
    assert keys.of(SessionAct.PAUSE)


@pytest.mark.parametrize(
    "text",
    [
        "nonsense",
        "pause:",
        "pause: Escape",
        "pause: Tab",
        "pause: B next: B",
        "pause: B pause: X",
        "B pause: X",
        "pause: <b>",
    ],
)
def test_a_damaged_text_means_the_usual_keys(text: str) -> None:
    assert keys_of_text(text) == usual_keys()


def test_an_act_that_an_older_text_does_not_know_keeps_its_usual_keys_that_are_free() -> None:
    keys = keys_of_text("pause: L stop: Escape")
    assert keys.act_of("L") is SessionAct.PAUSE
    assert keys.of(SessionAct.LONGER) == ("Plus",)
    assert keys.act_of("Space") is SessionAct.NEXT


@given(st.text(alphabet=KEY_CHARACTERS, max_size=200))
def test_any_text_is_read_into_keys_that_stop_and_pause(text: str) -> None:
    keys = keys_of_text(text)
    assert keys.act_of("Escape") is SessionAct.STOP
    assert keys.of(SessionAct.PAUSE)
    assert keys_of_text(keys_text(keys)) == keys
