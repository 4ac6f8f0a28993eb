from __future__ import annotations

from pathlib import Path

import pytest

from acupress_desktop.domain.ports import SettingsPort
from acupress_desktop.domain.settings import (
    BodyView,
    Settings,
    SettingValue,
    Theme,
    YesNo,
    declarations,
)
from acupress_desktop.domain.troubles import DiskFull, KnownTrouble
from acupress_desktop.presenters.destinations import ToFirstRun, ToHelp
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.settings import (
    GROUPS,
    KEPT_BY_THE_WINDOW,
    ON_THE_BODY_PAGE,
    ON_THE_BREATHING_PAGE,
    ON_THE_KEYS_PAGE,
    Control,
    SettingsPresenter,
    SettingsView,
    SettingView,
)
from acupress_desktop.words import settings as words


class Drawer:
    """Settings kept in memory; ``full`` makes every write fail as on a full disk."""

    def __init__(self, settings: Settings, trouble: DiskFull | None = None) -> None:
        self.kept = settings
        self.trouble = trouble

    def recall_settings(self) -> Settings:
        return self.kept

    def remember_settings(self, settings: Settings) -> tuple[str, ...]:
        if self.trouble is not None:
            raise KnownTrouble(self.trouble)
        self.kept = settings
        return ()


def presenter_of(drawer: SettingsPort, heard: list[Settings] | None = None) -> SettingsPresenter:
    return SettingsPresenter(drawer, (heard if heard is not None else []).append)


def row(view: SettingsView, key: str) -> SettingView:
    return next(each for group in view.groups for each in group.settings if each.key == key)


def chosen(view: SettingView) -> SettingValue:
    return next(each.key for each in view.options if each.choice is Choice.CHOSEN)


def test_every_declared_setting_has_its_place_and_its_words() -> None:
    placed = [key for _heading, keys in GROUPS for key in keys]
    assert sorted(
        [
            *placed,
            *KEPT_BY_THE_WINDOW,
            *ON_THE_BODY_PAGE,
            *ON_THE_BREATHING_PAGE,
            *ON_THE_KEYS_PAGE,
        ]
    ) == sorted(each.key for each in declarations())
    for declared in declarations():
        if declared.key in placed:
            assert words.label(declared.bounds.words) != declared.bounds.words
            labels = [words.choice(each) for each in declared.choices]
            assert len(set(labels)) == len(labels)


def test_a_choice_is_kept_at_once_and_told() -> None:
    heard: list[Settings] = []
    drawer = Drawer(Settings())
    presenter = presenter_of(drawer, heard)
    view = presenter.choose("body_view", BodyView.MIRROR)
    assert drawer.kept.body_view is BodyView.MIRROR
    assert heard == [drawer.kept]
    assert chosen(row(view, "body_view")) is BodyView.MIRROR
    presenter.choose("body_view", BodyView.MIRROR)
    assert len(heard) == 1


def test_text_size_is_chosen_from_stops() -> None:
    drawer = Drawer(Settings())
    view = presenter_of(drawer).choose("text_scale_percent", 150)
    assert drawer.kept.text_scale_percent == 150
    assert chosen(row(view, "text_scale_percent")) == 150


@pytest.mark.parametrize("text", ["call me", "1" * 21, "<b>112</b>", "１１２"])
def test_an_impossible_number_to_call_is_refused_and_stays_in_the_field(text: str) -> None:
    drawer = Drawer(Settings(emergency_number="112"))
    view = row(presenter_of(drawer).write("emergency_number", text), "emergency_number")
    assert drawer.kept.emergency_number == "112"
    assert view.text == text
    assert "20" in view.problem


def test_a_number_to_call_may_be_empty_and_is_tidied() -> None:
    drawer = Drawer(Settings(emergency_number="112"))
    presenter = presenter_of(drawer)
    presenter.write("emergency_number", "")
    assert drawer.kept.emergency_number == ""
    view = presenter.write("emergency_number", "  +41   144 ")
    assert drawer.kept.emergency_number == "+41 144"
    assert row(view, "emergency_number").problem == ""


@pytest.mark.parametrize("text", ["19", "1899", "next year", "9" * 5000, "-1980", "1980.5"])
def test_an_impossible_year_is_refused_with_its_bounds(text: str) -> None:
    drawer = Drawer(Settings(birth_year=1980))
    view = row(presenter_of(drawer).write("birth_year", text), "birth_year")
    assert drawer.kept.birth_year == 1980
    assert "1900" in view.problem


def test_a_year_may_be_taken_back() -> None:
    drawer = Drawer(Settings(birth_year=1980))
    presenter_of(drawer).write("birth_year", " ")
    assert drawer.kept.birth_year is None


def test_the_changes_of_a_visit_are_taken_back_together() -> None:
    before = Settings(theme=Theme.DARK, can_be_pregnant=YesNo.NO)
    drawer = Drawer(before)
    presenter = presenter_of(drawer)
    assert not presenter.present().put_back.ready
    presenter.choose("theme", Theme.CONTRAST)
    view = presenter.choose("can_be_pregnant", YesNo.YES)
    assert view.put_back.ready
    view = presenter.put_back()
    assert drawer.kept == before
    assert view.said
    assert not view.put_back.ready


def test_a_full_disk_is_said_and_nothing_pretends_to_be_kept() -> None:
    heard: list[Settings] = []
    drawer = Drawer(Settings(), DiskFull(Path("/somewhere")))
    view = presenter_of(drawer, heard).choose("theme", Theme.DARK)
    assert "somewhere" in view.trouble
    assert heard == []
    assert chosen(row(view, "theme")) is Theme.SYSTEM


def test_what_this_computer_cannot_do_is_not_offered() -> None:
    view = SettingsPresenter(Drawer(Settings()), lambda _settings: None, frozenset({"voice"})).present()
    assert "voice" not in {each.key for group in view.groups for each in group.settings}


def test_controls_follow_the_declarations() -> None:
    view = presenter_of(Drawer(Settings())).present()
    assert row(view, "emergency_number").control is Control.WRITTEN
    assert row(view, "birth_year").control is Control.WRITTEN
    assert row(view, "figure").control is Control.CHOICE


def test_ways_out() -> None:
    presenter = presenter_of(Drawer(Settings()))
    assert presenter.data() == ToHelp("data")
    assert presenter.first_run() == ToFirstRun()
