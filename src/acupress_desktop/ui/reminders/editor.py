"""The form of one reminder, with exactly what it will show."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.reminders import ReminderWording, Weekday
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.reminder_view import ReminderEditorView
from acupress_desktop.ui.bridge.announcing import Urgency, announce
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import BUTTON_PX, SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24
from acupress_desktop.ui.theme.plain_label import Label, Run
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.cards import Card, CardKind
from acupress_desktop.ui.widgets.checks import Chip
from acupress_desktop.ui.widgets.choices import Option, Segmented
from acupress_desktop.ui.widgets.drop_down import DropChoice
from acupress_desktop.ui.widgets.layouts import FlowLayout
from acupress_desktop.ui.widgets.time_fields import ClockField, DayField


class ReminderEditor(Card):
    """``ReminderEditor(theme, view)``: signals carry what the person chose."""

    day_turned = Signal(object)
    dated = Signal(object)
    before_chosen = Signal(int)
    timed = Signal(int)
    worded = Signal(object)
    tried = Signal()
    kept = Signal()
    left = Signal()

    def __init__(self, theme: LiveTheme, view: ReminderEditorView, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._chips: dict[Weekday, Chip] = {}
        self._date: DayField | None = None
        self._before: DropChoice | None = None
        self.setAccessibleName(view.title)
        self.column.setSpacing(SPACE_16)
        self.column.addWidget(Label(theme, view.title, TextRole.SUBHEAD))
        if view.days:
            self._add_days(view)
        questions = FlowLayout(None, SPACE_24, SPACE_16)
        if view.date_question:
            self._date = DayField(theme, view.date_question)
            self._date.dateChanged.connect(self._date_changed)
            questions.addWidget(self._asked(view.date_question, self._date))
        if view.before:
            self._before = DropChoice(theme)
            self._before.chosen.connect(self._before_changed)
            questions.addWidget(self._asked(view.before_question, self._before))
        self._clock = ClockField(theme, view.time_question)
        self._clock.timeChanged.connect(self._clock_changed)
        questions.addWidget(self._asked(view.time_question, self._clock))
        wordings = tuple(Option(each.wording, each.label) for each in view.wordings)
        self._wording = Segmented(theme, view.wording_question, wordings, view.wording)
        self._wording.chosen.connect(self._wording_changed)
        questions.addWidget(self._asked(view.wording_question, self._wording))
        self.column.addLayout(questions)
        if view.date_help:
            self.column.addWidget(Label(theme, view.date_help, TextRole.SMALL, Tone.INK2))
        self._add_preview(view)
        self._problem = Label(theme, "", TextRole.SMALL, Tone.CAUTION)
        self.column.addWidget(self._problem)
        self._tried = Label(theme, "", TextRole.SMALL, Tone.INK2)
        self.column.addWidget(self._tried)
        acts = FlowLayout(None, SPACE_16, SPACE_8)
        for words, kind, slot in (
            (view.keep, ButtonKind.PRIMARY, self.kept),
            (view.try_now, ButtonKind.SECONDARY, self.tried),
            (view.leave, ButtonKind.QUIET, self.left),
        ):
            button = Button(theme, words, kind)
            button.clicked.connect(slot)
            acts.addWidget(button)
        self.column.addLayout(acts)
        self.show_form(view)

    def _asked(self, question: str, answer: QWidget) -> QWidget:
        """A question above what answers it."""
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(Label(self._theme, question, TextRole.SMALL, Tone.INK2))
        row = QHBoxLayout()
        # Answers of different height stand in one line, and so do their questions.
        row.addStrut(self._theme.grown(BUTTON_PX, TextRole.BODY))
        row.addWidget(answer, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        column.addLayout(row)
        return both

    def _add_days(self, view: ReminderEditorView) -> None:
        self.column.addWidget(Label(self._theme, view.days_question, TextRole.SMALL, Tone.INK2))
        row = FlowLayout(None, SPACE_8, SPACE_8)
        for day in view.days:
            chip = Chip(self._theme, day.label)
            chip.setAccessibleName(day.spoken)
            chip.clicked.connect(self._chip_pressed)
            self._chips[day.day] = chip
            row.addWidget(chip)
        self.column.addLayout(row)

    def _add_preview(self, view: ReminderEditorView) -> None:
        card = Card(self._theme, CardKind.PLAIN)
        card.column.setSpacing(SPACE_4)
        card.column.addWidget(Label(self._theme, view.preview_heading, TextRole.SMALL, Tone.INK2))
        self._preview = Label(self._theme, "", TextRole.BODY)
        card.column.addWidget(self._preview)
        card.column.addWidget(Label(self._theme, view.who_reads_it, TextRole.CAPTION, Tone.INK3))
        self.column.addSpacing(SPACE_4)
        self.column.addWidget(card)
        self.column.setSpacing(SPACE_12)

    def show_form(self, view: ReminderEditorView) -> None:
        """Show what was chosen so far."""
        for day in view.days:
            self._chips[day.day].setChecked(day.choice is Choice.CHOSEN)
        if self._date is not None and view.on_day is not None:
            self._date.show_day(view.on_day)
        if self._before is not None:
            options = tuple(Option(each.days, each.label) for each in view.before)
            self._before.show_choice(view.before_question, options, view.days_before)
        self._clock.show_minute(view.at_minute)
        self._wording.show_key(view.wording)
        self._preview.show_text((Run(view.preview, weight=Weight.STRONG),))
        self._problem.show_text(view.problem)
        self._problem.setVisible(bool(view.problem))
        if view.tried and view.tried != self._tried.text():
            announce(self, view.tried, Urgency.POLITE)
        self._tried.show_text(view.tried)
        self._tried.setVisible(bool(view.tried))

    def start_focus(self) -> None:
        """Give the keyboard to the first question."""
        first = next(iter(self._chips.values()), self._date or self._clock)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _chip_pressed(self) -> None:
        sender = self.sender()
        for day, chip in self._chips.items():
            if chip is sender:
                self.day_turned.emit(day)
                return

    def _date_changed(self) -> None:
        if self._date is not None:
            self.dated.emit(self._date.day)

    def _before_changed(self, days: object) -> None:
        if isinstance(days, int):
            self.before_chosen.emit(days)

    def _clock_changed(self) -> None:
        self.timed.emit(self._clock.at_minute)

    def _wording_changed(self, wording: object) -> None:
        if isinstance(wording, ReminderWording):
            self.worded.emit(wording)
