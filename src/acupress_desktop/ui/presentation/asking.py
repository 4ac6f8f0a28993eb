"""The first page of the large view: what it is, what to show, and that the person agrees."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.presentation_view import ConsentView
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8, SPACE_16, SPACE_24, SPACE_32, SPACE_48
from acupress_desktop.ui.theme.plain_label import Label, Run, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind, ButtonSize
from acupress_desktop.ui.widgets.checks import CheckRow
from acupress_desktop.ui.widgets.choices import Option
from acupress_desktop.ui.widgets.fitting_choice import FittingChoice
from acupress_desktop.ui.widgets.layouts import FlowLayout, ScrollColumn

_COLUMN_PX = 640


class AskingPage(QWidget):
    """``AskingPage(theme, view)``; ``show_view(view)``."""

    set_chosen = Signal(object)
    ticked = Signal(object)
    begun = Signal()
    left = Signal()

    def __init__(self, theme: LiveTheme, view: ConsentView) -> None:
        super().__init__()
        self._theme = theme
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll = ScrollColumn()
        outer.addWidget(scroll)
        self._page = QWidget()
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._page, 1000)
        middle.addStretch(1)
        scroll.column.addLayout(middle)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(SPACE_24, SPACE_48, SPACE_24, SPACE_24)
        column.setSpacing(SPACE_8)
        column.addWidget(Label(theme, view.title, TextRole.TITLE))
        column.addWidget(Label(theme, (Run(view.not_an_assessment, None, Weight.STRONG),)))
        column.addWidget(Label(theme, view.lead, TextRole.BODY, Tone.INK2))
        column.addSpacing(SPACE_24)
        column.addWidget(eyebrow(theme, view.sets_heading))
        options = tuple(Option(option.key, option.label) for option in view.sets)
        self._sets = FittingChoice(theme, view.sets_heading, options)
        self._sets.chosen.connect(self.set_chosen)
        column.addWidget(self._sets)
        column.addSpacing(SPACE_24)
        column.addWidget(eyebrow(theme, view.consent_heading))
        column.addWidget(Label(theme, view.consent))
        self._tick = CheckRow(theme, view.agrees)
        self._tick.toggled.connect(self._report)
        self._tick.setAccessibleDescription(view.consent)
        column.addWidget(self._tick)
        column.addWidget(Label(theme, view.consent_kept, TextRole.SMALL, Tone.INK3))
        self._trouble = Label(theme, "", TextRole.BODY, Tone.CAUTION)
        column.addWidget(self._trouble)
        column.addSpacing(SPACE_32)
        acts = QWidget()
        flow = FlowLayout(acts, SPACE_16, SPACE_8)
        self._begin = Button(theme, view.begin.label, ButtonKind.PRIMARY, ButtonSize.MEDIUM)
        self._begin.clicked.connect(self.begun)
        flow.addWidget(self._begin)
        leave = Button(theme, view.leave, ButtonKind.SECONDARY, ButtonSize.MEDIUM)
        leave.clicked.connect(self.left)
        flow.addWidget(leave)
        column.addWidget(acts)
        theme.changed.connect(self._place)
        self.setFocusProxy(self._tick)
        self.show_view(view)
        self._place()

    def show_view(self, view: ConsentView) -> None:
        """Show what was chosen and ticked."""
        self._sets.show_key(next((each.key for each in view.sets if each.choice is Choice.CHOSEN), None))
        self._tick.blockSignals(True)
        self._tick.setChecked(view.agreed is Choice.CHOSEN)
        self._tick.blockSignals(False)
        self._begin.setEnabled(view.begin.ready)
        self._begin.setAccessibleDescription(view.begin.blocked_because)
        self._trouble.show_text(view.trouble)
        self._trouble.setVisible(bool(view.trouble))

    def _report(self, checked: bool) -> None:
        self.ticked.emit(Choice.when(checked))

    def _place(self) -> None:
        self._page.setMaximumWidth(self._theme.scaled(_COLUMN_PX))
