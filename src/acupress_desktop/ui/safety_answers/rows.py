"""Rows of the page of the safety answers: one answer with its acts; one thing to have looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.safety_answers_view import AnswerRowView, CheckedRowView
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_12, SPACE_16
from acupress_desktop.ui.theme.plain_label import Label, Run
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.checks import CheckRow
from acupress_desktop.ui.widgets.layouts import FlowLayout, Hairline

_STACKED_BELOW_PX = 720
_STACKED_FROM_FACTOR = 1.4


class AnswerRow(QWidget):
    """``AnswerRow(theme, view)``; the open question goes into ``slot``."""

    change_asked = Signal(str)
    again_asked = Signal(str)

    def __init__(self, theme: LiveTheme, view: AnswerRowView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = view.key
        self.setAccessibleName(view.spoken)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Hairline(theme))
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setContentsMargins(0, SPACE_12, 0, SPACE_12)
        self._halves.setSpacing(SPACE_16)
        whole.addLayout(self._halves)
        said = QVBoxLayout()
        said.setSpacing(SPACE_4)
        said.addWidget(Label(theme, view.asked))
        said.addWidget(Label(theme, (Run(view.given, None, Weight.STRONG),)))
        if view.does:
            said.addWidget(Label(theme, view.does, TextRole.SMALL, Tone.INK2))
        said.addWidget(Label(theme, view.dates, TextRole.CAPTION, Tone.INK3))
        self._halves.addLayout(said, 1)
        acts = QWidget()
        flow = FlowLayout(acts, SPACE_16, 0)
        self.change = Button(theme, view.change, ButtonKind.QUIET)
        self.change.setAccessibleName(view.change_spoken)
        self.change.clicked.connect(self._change)
        flow.addWidget(self.change)
        if view.ask_again:
            again = Button(theme, view.ask_again, ButtonKind.QUIET)
            again.setAccessibleName(view.ask_again_spoken)
            again.clicked.connect(self._again)
            flow.addWidget(again)
        self._acts = acts
        self._halves.addWidget(acts, 0, Qt.AlignmentFlag.AlignTop)
        self.slot = QVBoxLayout()
        self.slot.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self.slot)
        theme.changed.connect(self._fold)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        narrow = self.width() < self._theme.scaled(_STACKED_BELOW_PX)
        stacked = narrow or self._theme.tokens.text_factor >= _STACKED_FROM_FACTOR
        self._halves.setDirection(
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        )
        self._halves.setSpacing(SPACE_4 if stacked else SPACE_16)
        layout = self._acts.layout()
        if layout is not None and not stacked:
            wanted = 0
            for place in range(layout.count()):
                item = layout.itemAt(place)
                wanted += 0 if item is None else item.sizeHint().width() + SPACE_16
            self._acts.setFixedWidth(wanted)
        else:
            self._acts.setMinimumWidth(0)
            self._acts.setMaximumWidth(16_777_215)

    def _change(self) -> None:
        self.change_asked.emit(self._key)

    def _again(self) -> None:
        self.again_asked.emit(self._key)


class CheckedRow(QWidget):
    """One thing that was asked to be looked at, with its tick."""

    turned = Signal(str)

    def __init__(self, theme: LiveTheme, view: CheckedRowView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule = view.rule
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_12, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(Label(theme, view.text))
        column.addWidget(Label(theme, view.dates, TextRole.CAPTION, Tone.INK3))
        self.tick = CheckRow(theme, view.tick)
        self.tick.setAccessibleName(view.tick_spoken)
        self.tick.setChecked(view.ticked is Choice.CHOSEN)
        self.tick.clicked.connect(self._turn)
        column.addWidget(self.tick)

    def _turn(self) -> None:
        self.turned.emit(self._rule)
