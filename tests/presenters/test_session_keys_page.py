"""The page of the keys in a session: add, take away, refuse in words, back to the usual ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from acupress_desktop.domain.session_keys import SessionAct, usual_keys
from acupress_desktop.domain.settings import Settings
from acupress_desktop.domain.troubles import DiskFull, KnownTrouble
from acupress_desktop.presenters.destinations import Back
from acupress_desktop.presenters.session_keys import ActKeysView, SessionKeysPresenter, SessionKeysView
from acupress_desktop.words.session_keys import act, key, key_rows
from acupress_desktop.words.translate import PSEUDO, speak
from tests.presenters.pseudo import untranslated


class Drawer:
    """Settings kept in memory; ``full`` makes every write fail as on a full disk."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.kept = settings or Settings()
        self.full = False

    def recall_settings(self) -> Settings:
        return self.kept

    def remember_settings(self, settings: Settings) -> tuple[str, ...]:
        if self.full:
            raise KnownTrouble(DiskFull(Path("settings.toml")))
        self.kept = settings
        return ()


def row(view: SessionKeysView, which: SessionAct) -> ActKeysView:
    return next(each for each in view.acts if each.act is which)


def waits(page: SessionKeysPresenter) -> bool:
    return page.waiting


def names(view: SessionKeysView, which: SessionAct) -> list[str]:
    return [each.name for each in row(view, which).keys]


@pytest.mark.slow
def test_every_act_stands_there_with_its_keys_in_words() -> None:
    view = SessionKeysPresenter(Drawer()).present()
    assert [each.act for each in view.acts] == list(SessionAct)
    assert names(view, SessionAct.NEXT) == ["Space", "Enter", "Enter, number pad", "Page Down", "→"]
    assert not view.usual.ready
    assert row(view, SessionAct.STOP).keys[0].take_away == ""


def test_the_key_that_is_pressed_next_becomes_one_of_the_act_and_is_kept_at_once() -> None:
    drawer = Drawer()
    page = SessionKeysPresenter(drawer)
    waiting = page.add(SessionAct.SKIP)
    assert waits(page)
    assert row(waiting, SessionAct.SKIP).waits
    view = page.press("F8")
    assert not waits(page)
    assert names(view, SessionAct.SKIP) == ["S", "F8"]
    assert view.said == "F8: skip this side"
    assert "F8" in drawer.kept.session_keys
    assert view.usual.ready


def test_escape_ends_the_waiting_and_adds_nothing() -> None:
    page = SessionKeysPresenter(Drawer())
    page.add(SessionAct.NEXT)
    view = page.press("Escape")
    assert view.said == "No key was added."
    assert not waits(page)


def test_a_key_in_use_is_refused_and_says_where() -> None:
    page = SessionKeysPresenter(Drawer())
    page.add(SessionAct.SKIP)
    view = page.press("B")
    assert "pause" in view.problem
    assert names(view, SessionAct.SKIP) == ["S"]


def test_the_last_key_of_pause_cannot_be_taken_away() -> None:
    page = SessionKeysPresenter(Drawer())
    page.take_away(SessionAct.PAUSE, "Period")
    view = page.take_away(SessionAct.PAUSE, "B")
    assert view.problem
    assert names(view, SessionAct.PAUSE) == ["B"]


def test_back_to_the_usual_keys_leaves_the_setting_empty() -> None:
    drawer = Drawer(Settings(session_keys="pause: X"))
    view = SessionKeysPresenter(drawer).put_back()
    assert drawer.kept.session_keys == ""
    assert not view.usual.ready
    assert names(view, SessionAct.PAUSE) == ["B", "."]


def test_a_full_disk_is_said_and_the_keys_stay() -> None:
    drawer = Drawer()
    drawer.full = True
    page = SessionKeysPresenter(drawer)
    page.add(SessionAct.SKIP)
    view = page.press("F8")
    assert view.problem
    assert names(view, SessionAct.SKIP) == ["S"]


def test_other_settings_are_left_as_they_are() -> None:
    drawer = Drawer(replace(Settings(), emergency_number="112"))
    page = SessionKeysPresenter(drawer)
    page.add(SessionAct.SKIP)
    page.press("F8")
    assert drawer.kept.emergency_number == "112"


def test_the_page_leads_back_to_where_it_was_opened() -> None:
    assert SessionKeysPresenter(Drawer()).close() == Back()


@pytest.mark.parametrize("which", SessionAct)
def test_no_two_acts_read_the_same(which: SessionAct) -> None:
    assert [act(each) for each in SessionAct].count(act(which)) == 1


def test_a_letter_of_another_alphabet_is_shown_as_itself() -> None:
    assert key("U+0418") == "И"


def test_the_list_of_the_help_page_holds_every_usual_key() -> None:
    shown = [name for keys, _what in key_rows(usual_keys()) for name in keys]
    assert len(shown) == sum(len(names) for _act, names in usual_keys().keys)


def test_every_sentence_can_be_translated() -> None:
    speak(PSEUDO, None)
    try:
        page = SessionKeysPresenter(Drawer())
        page.add(SessionAct.SKIP)
        views = (page.present(), page.press("B"), page.put_back())
        plain = tuple(
            replace(view, acts=tuple(replace(each, keys=()) for each in view.acts)) for view in views
        )
        assert not list(untranslated(plain))
    finally:
        speak("en", None)
