"""Pieces of the help page: a line of keys, a backup, a source."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.presenters.help_view import BackupView, KeyGroupView, KeyView, PartView
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_8, SPACE_16, SPACE_24
from acupress_desktop.ui.theme.plain_label import Label, Run
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.badges import KeyCap
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.layouts import FlowLayout

_KEYS_PX = 280
_STACKED_FROM_FACTOR = 1.4


class _KeyLine(QWidget):
    """Keys, then what they do."""

    def __init__(self, theme: LiveTheme, view: KeyView) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(view.spoken)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._keys = QWidget()
        flow = FlowLayout(self._keys, SPACE_4, SPACE_4)
        for key in view.keys:
            flow.addWidget(KeyCap(theme, key))
        self._row.addWidget(self._keys)
        self._row.addWidget(Label(theme, view.what, TextRole.BODY, Tone.INK2), 1)
        theme.changed.connect(self._place)
        self._place()

    def _place(self) -> None:
        stacked = self._theme.tokens.text_factor >= _STACKED_FROM_FACTOR
        self._row.setDirection(
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        )
        self._row.setSpacing(SPACE_4 if stacked else SPACE_16)
        if stacked:
            self._keys.setMinimumWidth(0)
            self._keys.setMaximumWidth(16_777_215)
        else:
            self._keys.setFixedWidth(_KEYS_PX)


class KeyGroup(QWidget):
    """``KeyGroup(theme, view)``: the keys of one place."""

    def __init__(self, theme: LiveTheme, view: KeyGroupView) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE_24)
        column.setSpacing(SPACE_8)
        column.addWidget(Label(theme, (Run(view.heading, None, Weight.STRONG),)))
        for key in view.keys:
            column.addWidget(_KeyLine(theme, key))


class BackupLine(QWidget):
    """``BackupLine(theme, view)``; ``asked`` carries the path to go back to."""

    asked = Signal(object)

    def __init__(self, theme: LiveTheme, view: BackupView) -> None:
        super().__init__()
        self._path: Path = view.path
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_16)
        row.addWidget(Label(theme, view.line, TextRole.BODY, Tone.INK2), 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Label(theme, view.size, TextRole.SMALL, Tone.INK3), 0, Qt.AlignmentFlag.AlignVCenter)
        button = Button(theme, view.restore, ButtonKind.QUIET)
        button.setAccessibleDescription(view.line)
        button.clicked.connect(self._ask)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _ask(self) -> None:
        self.asked.emit(self._path)


class PartLine(QWidget):
    """``PartLine(theme, view)``: a name, and what is said of it."""

    def __init__(self, theme: LiveTheme, view: PartView) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE_8)
        column.setSpacing(0)
        column.addWidget(Label(theme, (Run(view.name, None, Weight.STRONG),), TextRole.SMALL))
        column.addWidget(Label(theme, view.line, TextRole.SMALL, Tone.INK2))


class Sized(QWidget):
    """A page that keeps its lines short: content at most ``widest_px`` times the text factor."""

    def __init__(self, theme: LiveTheme, widest_px: int) -> None:
        super().__init__()
        self._theme = theme
        self._widest_px = widest_px
        self.column = QVBoxLayout()
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE_8)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        inner = QWidget()
        inner.setLayout(self.column)
        self._inner = inner
        row.addWidget(inner, 1000)
        row.addStretch(1)
        theme.changed.connect(self._place)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self._inner.setMaximumWidth(self._theme.scaled(self._widest_px))
