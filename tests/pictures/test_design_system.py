"""Every page of the gallery, in every scheme, at every text size: nothing is cut, nothing overlaps."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice, dress_application
from acupress_desktop.ui.theme.measures import TARGET_MIN_PX
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Motion, Scheme

sys.path.append(str(Path(__file__).parents[2] / "tools"))

from gallery_pages import PAGES

PLAIN_PAGES = ("controls", "questions", "reading", "dialog")


@pytest.fixture
def dressed(theme: LiveTheme, qapp: QApplication) -> Iterator[LiveTheme]:
    before = qapp.styleSheet(), qapp.palette(), qapp.font()
    dress_application(qapp, theme)
    yield theme
    theme.changed.disconnect()
    qapp.setStyleSheet(before[0])
    qapp.setPalette(before[1])
    qapp.setFont(before[2])


def _page(make: Callable[[LiveTheme], QWidget], theme: LiveTheme, qtbot: QtBot) -> QWidget:
    page = make(theme)
    qtbot.addWidget(page)
    page.show()
    for _turn in range(3):
        QApplication.processEvents()
    return page


def _seen(page: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [child for child in page.findChildren(kind) if child.isVisible()]


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("name", PLAIN_PAGES)
def test_no_text_is_cut(dressed: LiveTheme, qtbot: QtBot, name: str, factor: float) -> None:
    dressed.choose(ThemeChoice(text_factor=factor))
    page = _page(PAGES[name], dressed, qtbot)
    for label in _seen(page, QLabel):
        assert isinstance(label, Label)
        wraps = label.hasHeightForWidth()
        needed = label.heightForWidth(label.width()) if wraps else label.sizeHint().height()
        assert label.height() >= needed, label.text()
        metrics = QFontMetricsF(label.font())
        widest = max((metrics.horizontalAdvance(word) for word in label.text().split()), default=0)
        assert not wraps or label.width() >= min(widest, 480), label.text()


@pytest.mark.parametrize("factor", [1.0, 2.0])
@pytest.mark.parametrize("name", PLAIN_PAGES)
def test_every_control_is_a_target_with_a_name(
    dressed: LiveTheme, qtbot: QtBot, name: str, factor: float
) -> None:
    dressed.choose(ThemeChoice(text_factor=factor))
    page = _page(PAGES[name], dressed, qtbot)
    controls = _seen(page, QAbstractButton)
    assert controls
    for control in controls:
        assert control.accessibleName(), type(control).__name__
        assert control.width() >= TARGET_MIN_PX
        assert control.height() >= TARGET_MIN_PX
        # Of radio buttons only the chosen one, or the first, is a stop: arrows lead on.
        assert control.focusPolicy() != Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("name", PLAIN_PAGES)
def test_siblings_do_not_overlap(
    dressed: LiveTheme, qtbot: QtBot, name: str, direction: Qt.LayoutDirection
) -> None:
    page = _page(PAGES[name], dressed, qtbot)
    page.setLayoutDirection(direction)
    QApplication.processEvents()
    for parent in [page, *_seen(page, QWidget)]:
        layout = parent.layout()
        if layout is None:
            continue
        boxes = [
            child.geometry()
            for child in parent.children()
            if isinstance(child, QWidget) and child.isVisible() and layout.indexOf(child) >= 0
        ]
        assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])


@pytest.mark.slow
@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("name", list(PAGES))
def test_every_page_wears_every_scheme(dressed: LiveTheme, qtbot: QtBot, name: str, scheme: Scheme) -> None:
    dressed.choose(ThemeChoice(scheme, motion=Motion.REDUCED))
    page = _page(PAGES[name], dressed, qtbot)
    image = page.grab().toImage()
    ground = image.pixelColor(1, image.height() - 2).lightness()
    assert (ground > 128) is (scheme is Scheme.LIGHT)
    shades = {image.pixel(x, y) for x in range(0, image.width(), 9) for y in range(0, image.height(), 9)}
    assert len(shades) > 12
