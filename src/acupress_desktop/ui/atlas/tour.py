"""Below the picture while a tour leads along a line: where it is, one back, one on, and its end."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.presenters.atlas_view import TourView
from acupress_desktop.ui.bridge.announcing import announce
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_8, SPACE_12
from acupress_desktop.ui.theme.plain_label import Label, Run
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import Button, ButtonExtras, ButtonKind, IconPlace
from acupress_desktop.ui.widgets.layouts import FlowLayout, Hairline


class TourBar(QWidget):
    """``TourBar(theme)``; ``show_tour(view | None)``."""

    previous_asked = Signal()
    next_asked = Signal()
    end_asked = Signal()

    def __init__(self, theme: LiveTheme) -> None:
        super().__init__()
        self._spoken = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(Hairline(theme))
        told = QHBoxLayout()
        told.setSpacing(SPACE_12)
        self._where = Label(theme, "", TextRole.SMALL)
        told.addWidget(self._where, 1)
        self._keys = Label(theme, "", TextRole.CAPTION, Tone.INK3)
        told.addWidget(self._keys)
        column.addLayout(told)
        acts = QWidget()
        flow = FlowLayout(acts, SPACE_12, SPACE_4)
        self.previous = Button(theme, "", ButtonKind.SECONDARY, extras=ButtonExtras(Icon.BACK))
        self.previous.clicked.connect(self.previous_asked)
        onward = ButtonExtras(Icon.FORWARD, IconPlace.TRAILING)
        self.next = Button(theme, "", ButtonKind.SECONDARY, extras=onward)
        self.next.clicked.connect(self.next_asked)
        self.end = Button(theme, "", ButtonKind.QUIET)
        self.end.clicked.connect(self.end_asked)
        for button in (self.previous, self.next, self.end):
            flow.addWidget(button)
        column.addWidget(acts)
        self.hide()

    def show_tour(self, view: TourView | None) -> None:
        """Show where the tour is and say it; nothing while there is none."""
        self.setVisible(view is not None)
        if view is None:
            self._spoken = ""
            return
        self._where.show_text((Run(f"{view.line}  "), Run(view.place, weight=Weight.STRONG)))
        self._keys.show_text(view.keys)
        for button, act in ((self.previous, view.previous), (self.next, view.next)):
            button.show_words(act.label)
            # A button that has had its day hands the keyboard on by itself.
            button.setEnabled(act.ready)
            button.setAccessibleDescription(act.blocked_because)
        self.end.show_words(view.end)
        if view.spoken != self._spoken:
            self._spoken = view.spoken
            announce(self, view.spoken)
