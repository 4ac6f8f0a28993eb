"""The small pictures of the looks of a breath: one each, the chosen one framed, a click chooses."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from acupress_desktop.domain.settings import BreathLook
from acupress_desktop.ui.session_stage.looks import STYLES
from acupress_desktop.ui.session_stage.miniature import look_picture
from acupress_desktop.ui.session_stage.view import BreathStyle
from acupress_desktop.ui.settings.breath_looks import BreathLookPictures
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.tokens import SCHEMES, Scheme


@pytest.fixture
def pictures(theme: LiveTheme, qtbot: QtBot) -> BreathLookPictures:
    pictures = BreathLookPictures(theme)
    qtbot.addWidget(pictures)
    pictures.resize(pictures.sizeHint())
    return pictures


def test_every_look_can_be_drawn() -> None:
    assert set(STYLES) == set(BreathLook)
    assert set(STYLES.values()) == set(BreathStyle)


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_each_look_has_a_picture_of_its_own(theme: LiveTheme, scheme: Scheme, ratio: float) -> None:
    size = QSize(150, 106)
    seen = [look_picture(SCHEMES[scheme], style, size, ratio).toImage() for style in BreathStyle]
    assert all(image.width() == 150 * ratio for image in seen)
    assert all(one != other for one, other in itertools.combinations(seen, 2))
    # Round corners show the ground behind.
    assert all(image.pixelColor(0, 0).alpha() == 0 for image in seen)


def test_the_chosen_look_is_framed(pictures: BreathLookPictures, theme: LiveTheme) -> None:
    third = pictures.width() - pictures.width() // 6
    for look, framed in ((BreathLook.LIGHT_RING, False), (BreathLook.CIRCLE, True)):
        pictures.show_look(look)
        edge = pictures.grab().toImage().pixelColor(third, 1)
        accent = QColor(theme.colours.accent)
        assert (abs(edge.lightness() - accent.lightness()) < 40) is framed


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_click_chooses_what_is_seen(pictures: BreathLookPictures, direction: Qt.LayoutDirection) -> None:
    pictures.setLayoutDirection(direction)
    told: list[object] = []
    pictures.chosen.connect(told.append)
    middle = pictures.height() // 2
    for place in (1, 3, 5):
        QTest.mouseClick(
            pictures, Qt.MouseButton.LeftButton, pos=QPoint(pictures.width() * place // 6, middle)
        )
    wanted = list(BreathLook)
    assert told == (wanted if direction is Qt.LayoutDirection.LeftToRight else wanted[::-1])
