"""The picture of last time: shown at once where it still holds, and never in place of another set or side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acupress_desktop.app.ground import Ground
from acupress_desktop.app.house import House
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.domain.ports import NextSet
from acupress_desktop.domain.settings import BodyView, YesNo
from acupress_desktop.session.clock import VirtualClock
from acupress_desktop.storage.erase import erase_everything
from acupress_desktop.storage.glance import read_glance, write_glance
from acupress_desktop.storage.profile import Profile
from acupress_desktop.storage.settings_file import SettingsFile
from acupress_desktop.ui.bridge.background import InlineRunner
from acupress_desktop.ui.shell.first_picture import FirstPicture, key_of, read_first_picture
from acupress_desktop.ui.shell.front import FrontWindow
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice, dress_application
from acupress_desktop.ui.theme.tokens import Motion
from bench.homes import START, make_home

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Profile:
    """The folder of a person with a chosen set, after the app was open and closed once."""
    folder = tmp_path_factory.mktemp("home") / "data"
    make_home(folder)
    theme = LiveTheme(ThemeChoice(motion=Motion.REDUCED))
    dress_application(qapp, theme)
    profile = Profile(folder)
    ground = Ground(
        profile,
        SettingsFile(profile.settings),
        VirtualClock(START),
        bytes,
        theme,
        InlineRunner(),
        asset_root(),
    )
    front = FrontWindow()
    house = House(ground, front)
    house.begin()
    for _ in range(200):
        if house.desk is not None:
            break
        QApplication.processEvents()
    front.close()
    front.deleteLater()
    QApplication.processEvents()
    return profile


@pytest.fixture
def again(home: Profile) -> Iterator[Callable[[datetime], FirstPicture | None]]:
    """Read the picture at a wall-clock time, then put the files back as they were."""
    kept = {path: path.read_bytes() for path in (home.glance, home.settings, home.first_picture)}

    def read(local: datetime) -> FirstPicture | None:
        return read_first_picture(home.first_picture, key_of(home.glance, home.settings), local)

    yield read
    for path, content in kept.items():
        path.write_bytes(content)


LOCAL = START.replace(tzinfo=None) + timedelta(minutes=1)


def _colours(image: QImage, box: QRect) -> int:
    part = image.copy(box)
    return len({part.pixel(x, y) for x in range(0, part.width(), 3) for y in range(0, part.height(), 3)})


def test_it_shows_the_body_and_the_set(again: Callable[[datetime], FirstPicture | None]) -> None:
    picture = again(LOCAL)
    assert picture is not None
    assert picture.is_fresh(LOCAL)
    right_half = QRect(700, 100, 500, 600)
    assert _colours(picture.image, right_half) > 1_000, "a shaded body has many colours"
    assert "Neck and shoulders" in picture.spoken


def test_only_this_person_can_read_it(home: Profile) -> None:
    assert home.first_picture.stat().st_mode & 0o777 == 0o600


def test_another_set_is_not_shown_as_this_one(
    home: Profile, again: Callable[[datetime], FirstPicture | None]
) -> None:
    glance = read_glance(home.glance, START.date())
    assert glance is not None
    assert isinstance(glance.next_set, NextSet)
    write_glance(home.glance, replace(glance, next_set=replace(glance.next_set, title="Low back")))
    assert again(LOCAL) is None


def test_a_body_turned_since_is_not_shown_the_old_way(
    home: Profile, again: Callable[[datetime], FirstPicture | None]
) -> None:
    settings = SettingsFile(home.settings)
    settings.remember_settings(replace(settings.recall_settings(), body_view=BodyView.MIRROR))
    assert again(LOCAL) is None


def test_without_a_glance_there_is_no_picture(
    home: Profile, again: Callable[[datetime], FirstPicture | None]
) -> None:
    home.glance.unlink()
    assert again(LOCAL) is None


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n", b"not a picture" * 50])
def test_a_damaged_picture_is_no_picture(
    home: Profile, again: Callable[[datetime], FirstPicture | None], content: bytes
) -> None:
    home.first_picture.write_bytes(content)
    assert again(LOCAL) is None


def test_the_next_day_it_shows_no_date_of_yesterday(
    again: Callable[[datetime], FirstPicture | None], qtbot: QtBot
) -> None:
    picture = again(LOCAL + timedelta(days=1))
    assert picture is not None
    assert not picture.is_fresh(LOCAL + timedelta(days=1))
    front = FrontWindow()
    qtbot.addWidget(front)
    front.show_picture(picture, fresh=False)
    front.resize(picture.box.size())
    shown = front.grab().toImage()
    ground = QColor.fromRgb(picture.ground).rgb()
    for box in picture.aged:
        assert _colours(picture.image, box) > 1, "there was something to hide"
        assert {shown.pixel(box.center() + QPoint(dx, 0)) for dx in range(-90, 90)} == {ground}
    assert _colours(shown, picture.title) > 1, "the set is still named"


@pytest.mark.parametrize("days", [-1, 14])
def test_a_picture_from_the_future_or_too_old_is_not_shown(
    again: Callable[[datetime], FirstPicture | None], days: int
) -> None:
    assert again(LOCAL + timedelta(days=days)) is None


def test_the_words_of_the_afternoon_end_with_it(again: Callable[[datetime], FirstPicture | None]) -> None:
    picture = again(LOCAL)
    assert picture is not None
    assert picture.is_fresh(datetime(2026, 11, 22, 21, 59))  # noqa: DTZ001 - wall clock
    assert not picture.is_fresh(datetime(2026, 11, 22, 22, 0))  # noqa: DTZ001 - wall clock


def test_a_window_of_another_size_shows_bare_ground(
    again: Callable[[datetime], FirstPicture | None], qtbot: QtBot
) -> None:
    picture = again(LOCAL)
    assert picture is not None
    front = FrontWindow()
    qtbot.addWidget(front)
    front.show_picture(picture, fresh=True)
    front.resize(1000, 700)
    shown = front.grab().toImage()
    assert _colours(shown, shown.rect()) == 1


def test_erasing_everything_takes_it_along(home: Profile, tmp_path: Path) -> None:
    other = Profile(tmp_path / "data")
    other.folder.mkdir()
    other.first_picture.write_bytes(home.first_picture.read_bytes())
    erase_everything(other)
    assert not other.first_picture.exists()
    assert SettingsFile(home.settings).recall_settings().first_run_done is YesNo.YES
