from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from acupress_desktop.domain.ids import PointCode, ProtocolId, RowId
from acupress_desktop.domain.journal import ConsentRecord
from acupress_desktop.domain.ports import JournalChange
from acupress_desktop.domain.sides import Side
from acupress_desktop.presenters.destinations import Back
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.presentation import PresentationPresenter
from acupress_desktop.ui.body_map.map_widget import BodyMap
from acupress_desktop.ui.presentation.placing import LargeStay, ScreenBox, ScreenRole, screen_for_showing
from acupress_desktop.ui.presentation.screen import PresentationScreen
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice
from acupress_desktop.ui.theme.tokens import Motion, Scheme
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.badges import SideBadge
from tests.presenters.atlas_contents import Drawer, album, atlas_content
from tests.storage.journals import moment
from tests.ui.pages import bears_every_size, button, keyboard, labels, settle

MAIN = ScreenBox(0, 0, 1920, 1080, ScreenRole.MAIN)
BEAMER = ScreenBox(1920, 0, 1280, 800)
LARGE = ScreenBox(-3840, 0, 3840, 2160)
MIRROR = ScreenBox(0, 0, 1280, 800)


class Journal:
    def __init__(self) -> None:
        self.kept: list[ConsentRecord] = []

    def remember_consent(self, record: ConsentRecord) -> JournalChange:
        self.kept.append(record)
        return JournalChange((), (), ())


def screen_of(
    qtbot: QtBot, theme: LiveTheme, point: str = "GB21", ticked: Choice = Choice.CHOSEN
) -> tuple[PresentationScreen, PresentationPresenter, Journal]:
    theme.choose(ThemeChoice(Scheme.LIGHT, 1.0, Motion.REDUCED))
    journal = Journal()
    when = moment(datetime(2026, 11, 22, 13, 2, tzinfo=UTC))
    presenter = PresentationPresenter(atlas_content(), journal, Drawer(), lambda: when, lambda: RowId("row"))
    presenter.start_with(ProtocolId("P01"), PointCode(point))
    presenter.tick(ticked)
    presenter.begin()
    screen = PresentationScreen(presenter, theme, album, stay=None)
    qtbot.addWidget(screen)
    return screen, presenter, journal


def texts(screen: PresentationScreen) -> list[str]:
    return [label.text() for label in labels(screen)]


def badges(screen: PresentationScreen) -> list[tuple[str, int]]:
    found = [each for each in screen.findChildren(SideBadge) if each.isVisible() and each.width() > 0]
    return sorted(
        ((each.accessibleName(), each.mapTo(screen, each.rect().center()).x()) for each in found),
        key=lambda pair: pair[1],
    )


@pytest.mark.parametrize("ticked", list(Choice))
def test_the_page_bears_every_window_and_text_size(qtbot: QtBot, theme: LiveTheme, ticked: Choice) -> None:
    screen, _presenter, _journal = screen_of(qtbot, theme, ticked=ticked)
    assert bears_every_size(screen, theme) == []


def test_agreeing_and_walking_by_the_keyboard_alone(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, journal = screen_of(qtbot, theme, ticked=Choice.OPEN)
    settle(screen)
    screen.setFocus()
    assert isinstance(keyboard(), QCheckBox)
    QTest.keyClick(screen, Qt.Key.Key_PageDown)
    assert journal.kept == []
    QTest.keyClick(keyboard(), Qt.Key.Key_Space)
    QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
    QTest.keyClick(keyboard(), Qt.Key.Key_Space)
    settle(screen)
    assert len(journal.kept) == 1
    assert "Shoulder Well" in texts(screen)
    QTest.keyClick(keyboard(), Qt.Key.Key_PageDown)
    settle(screen)
    assert "Outer Shoulder Transport" in texts(screen)
    QTest.keyClick(keyboard(), Qt.Key.Key_PageUp)
    settle(screen)
    assert "Shoulder Well" in texts(screen)


@pytest.mark.parametrize("key", [Qt.Key.Key_F11, Qt.Key.Key_Escape])
def test_f11_and_escape_leave(qtbot: QtBot, theme: LiveTheme, key: Qt.Key) -> None:
    screen, _presenter, _journal = screen_of(qtbot, theme)
    settle(screen)
    ways: list[object] = []
    screen.leave.connect(ways.append)
    QTest.keyClick(keyboard(), key)
    assert ways == [Back()]


def test_seen_from_behind_the_clients_left_is_on_the_left(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _journal = screen_of(qtbot, theme, "GB21")
    settle(screen)
    assert [name for name, _x in badges(screen)] == ["Client’s left", "Client’s right"]
    (body_map,) = screen.findChildren(BodyMap)
    arrangement = body_map.arrangement
    assert arrangement is not None
    places = {spot.marker.key: spot.x for spot in arrangement.spots}
    (left_key,) = [key for key in places if key[0] == "GB21" and key[1].value == "left"]  # type: ignore[index]
    (right_key,) = [key for key in places if key[0] == "GB21" and key[1].value == "right"]  # type: ignore[index]
    assert places[left_key] < places[right_key]


def test_a_single_arm_carries_the_badge_of_its_side(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _journal = screen_of(qtbot, theme, "LI10")
    settle(screen)
    assert [name for name, _x in badges(screen)] == ["Client’s left"]
    button(screen, "Client’s right side").click()
    settle(screen)
    assert [name for name, _x in badges(screen)] == ["Client’s right"]
    assert any(each._side is Side.RIGHT for each in screen.findChildren(SideBadge) if each.isVisible())


def test_every_point_of_the_set_on_the_picture_is_numbered(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _journal = screen_of(qtbot, theme, "GB21")
    settle(screen)
    (body_map,) = screen.findChildren(BodyMap)
    assert body_map.scene is not None
    numbers = {marker.name: marker.number for marker in body_map.scene.markers}
    assert numbers == {"Shoulder Well": 3, "Outer Shoulder Transport": 4, "Wind Pool": 5}
    ringed = [marker for marker in body_map.scene.markers if marker.tolerance_mm]
    assert [marker.name for marker in ringed] == ["Shoulder Well"]
    body_map.choose(next(m.key for m in body_map.scene.markers if m.name == "Wind Pool"))
    settle(screen)
    assert "Wind Pool" in texts(screen)


def test_things_grow_with_the_window(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _journal = screen_of(qtbot, theme)
    settle(screen, 1280, 820)
    title = next(label for label in labels(screen) if label.text() == "Shoulder Well")
    small = title.font().pixelSize()
    settle(screen, 1920, 1080)
    assert title.font().pixelSize() == pytest.approx(1.5 * small, abs=1)
    assert theme.font(TextRole.HEAD).pixelSize() == small


@pytest.mark.parametrize(
    ("screens", "here", "chosen"),
    [
        ((MAIN,), 0, None),
        ((MAIN, MIRROR), 0, None),
        ((MAIN, BEAMER), 0, 1),
        ((MAIN, BEAMER), 1, 0),
        ((MAIN, BEAMER, LARGE), 0, 2),
        ((MAIN, BEAMER, LARGE), 2, 1),
        ((), 0, None),
        ((MAIN, BEAMER), -1, None),
    ],
)
def test_the_screen_that_the_client_sees(
    screens: tuple[ScreenBox, ...], here: int, chosen: int | None
) -> None:
    assert screen_for_showing(screens, here) == chosen


def test_the_window_fills_the_screen_and_comes_back(qtbot: QtBot, theme: LiveTheme) -> None:
    screen, _presenter, _journal = screen_of(qtbot, theme)
    settle(screen, 900, 600)
    before = screen.geometry()
    stay = LargeStay(screen)
    stay.enter()
    QApplication.processEvents()
    assert screen.isFullScreen()
    stay.leave()
    QApplication.processEvents()
    assert not screen.isFullScreen()
    assert screen.geometry() == before
    stay.leave()
    assert screen.geometry() == before
