"""What is good to have before a session, to tick for a look."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.ready import ReadyView
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import CHECK_AIR_CLOSE_PX, SPACE_4
from acupress_desktop.ui.theme.plain_label import Label, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.checks import CheckBox


class ReadyFold(QWidget):
    """``ReadyFold(theme, view)``: the same list, folded until it is asked for; ticks stay on the screen."""

    def __init__(self, theme: LiveTheme, view: ReadyView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._turn = Button(theme, view.more, ButtonKind.QUIET)
        self._turn.clicked.connect(self._turn_over)
        self._list = ReadyPart(theme)
        self._list.show_ready(replace(view, heading=""))
        self._list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(self._turn, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._list)

    def _turn_over(self) -> None:
        opening = self._list.isHidden()
        self._list.setVisible(opening)
        self._turn.show_words(self._view.less if opening else self._view.more)


class ReadyPart(QWidget):
    """The list before a session. ``ticked`` carries the number of a line."""

    ticked = Signal(object)

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heading = eyebrow(theme, "")
        self._lead = Label(theme, "", TextRole.SMALL, Tone.INK2)
        self._boxes: dict[int, CheckBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_4)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._lead)

    def show_ready(self, view: ReadyView) -> None:
        """Show ``view``."""
        self._heading.show_text(view.heading)
        self._heading.setVisible(bool(view.heading))
        self._lead.show_text(view.lead)
        for row in view.rows:
            box = self._boxes.get(row.number)
            if box is None:
                box = CheckBox(self._theme, row.label, air_px=CHECK_AIR_CLOSE_PX)
                box.clicked.connect(self._clicked)
                self._boxes[row.number] = box
                self._column.addWidget(box)
            box.setChecked(row.choice is Choice.CHOSEN)

    def _clicked(self) -> None:
        sender = self.sender()
        for number, box in self._boxes.items():
            if box is sender:
                self.ticked.emit(number)
