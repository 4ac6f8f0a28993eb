"""What every page of the app must bear: any window, any text size, the keyboard alone, a screen reader."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QScrollArea, QWidget

from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Scheme

SIZES = ((880, 480), (960, 640), (1280, 820), (1920, 1080))


def settle(widget: QWidget, width: int = 1280, height: int = 820) -> None:
    """Show the page in a window of this size and let it find its places."""
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    for _turn in range(4):
        QApplication.processEvents()


def labels(page: QWidget) -> list[Label]:
    """The texts that are on screen or can be scrolled to."""
    return [label for label in page.findChildren(Label) if label.isVisible() and label.text()]


def cut_texts(page: QWidget) -> list[str]:
    """Texts that are not given the room that they need."""
    return [
        f"{label.text()[:60]!r} has {label.width()}x{label.height()}"
        for label in labels(page)
        if label.hasHeightForWidth()
        and (
            label.height() < label.heightForWidth(label.width())
            or label.width() < label.minimumSizeHint().width()
        )
    ]


def wide_parts(page: QWidget) -> list[str]:
    """Parts that stick out of a page which does not scroll sideways."""
    found = []
    for area in page.findChildren(QScrollArea):
        content = area.widget()
        allowed = area.horizontalScrollBarPolicy() is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if content is None or not area.isVisible() or allowed:
            continue
        if content.width() > area.viewport().width():
            found.append(f"{content.width()} px in {area.viewport().width()} px of {area.accessibleName()!r}")
    return found


def nameless(page: QWidget) -> list[str]:
    """Controls that a screen reader cannot name."""
    kinds = (QAbstractButton, QLineEdit, QComboBox)
    return [
        type(control).__name__
        for kind in kinds
        for control in page.findChildren(kind)
        if control.isVisible() and not (control.accessibleName() or getattr(control, "text", str)())
    ]


def bears_every_size(page: QWidget, theme: LiveTheme, factors: tuple[float, ...] = (1.0, 2.0)) -> list[str]:
    """Everything that is cut, too wide or nameless, at any size of window and text."""
    broken = []
    for factor in factors:
        theme.choose(ThemeChoice(Scheme.LIGHT, factor))
        for width, height in SIZES:
            settle(page, width, height)
            where = f"at {width}x{height}, text {factor:.0%}: "
            broken += [where + line for line in (*cut_texts(page), *wide_parts(page))]
    return broken + nameless(page)


def focused_by_tab(page: QWidget, steps: int) -> list[QWidget]:
    """The controls that Tab reaches, in order."""
    reached = []
    for _step in range(steps):
        page.window().focusNextPrevChild(True)
        here = QApplication.focusWidget()
        if here is not None and page.isAncestorOf(here):
            reached.append(here)
    return reached


def keyboard() -> QWidget:
    """The control that has the keyboard."""
    here = QApplication.focusWidget()
    assert here is not None, "nothing has the keyboard"
    return here


def button(page: QWidget, words: str) -> QAbstractButton:
    """The visible button whose name starts with `words`."""
    found = [
        each
        for each in page.findChildren(QAbstractButton)
        if each.isVisible() and each.accessibleName().startswith(words)
    ]
    assert found, f"no button {words!r}"
    return found[0]
