"""The plan on the practice page: as it stands, while it is changed, and the day of its review."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.presenters.practice_view import (
    PlanAct,
    PlanActView,
    PlanEditView,
    PlanPartView,
    ReviewView,
)
from acupress_desktop.ui.flow.clearing import clear
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from acupress_desktop.ui.theme.plain_label import Label, Run, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind, ButtonSize
from acupress_desktop.ui.widgets.cards import Card, CardKind
from acupress_desktop.ui.widgets.choices import Option
from acupress_desktop.ui.widgets.drop_down import DropChoice
from acupress_desktop.ui.widgets.fitting_choice import FittingChoice
from acupress_desktop.ui.widgets.layouts import FlowLayout
from acupress_desktop.ui.widgets.time_fields import DayField

_DAYS = tuple(range(1, 8))


class PlanPart(QWidget):
    """The plan, and what can be done with it. ``acted`` carries a ``PlanAct``."""

    acted = Signal(object)

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._acts: dict[Button, PlanAct] = {}
        self._shown: PlanPartView | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_8)

    def show_plan(self, view: PlanPartView) -> None:
        """Show ``view``."""
        if view == self._shown:
            return
        held = self._held()
        self._shown = view
        clear(self._column)
        self._acts = {}
        theme, column = self._theme, self._column
        column.addWidget(eyebrow(theme, view.heading))
        if view.title:
            column.addWidget(Label(theme, view.title, TextRole.HEAD))
        for place, line in enumerate(view.lines):
            tone = Tone.INK if place == 0 else Tone.INK2
            column.addWidget(Label(theme, line, TextRole.BODY, tone))
        column.addSpacing(SPACE_8)
        column.addWidget(self._row(view.acts, loud_first=True))
        if view.over_title:
            card = Card(theme, CardKind.SOFT)
            card.column.addWidget(Label(theme, view.over_title, TextRole.SUBHEAD))
            card.column.addWidget(Label(theme, view.over_text, TextRole.BODY, Tone.INK2))
            card.column.addWidget(self._row(view.over_acts, loud_first=False))
            column.addSpacing(SPACE_8)
            column.addWidget(card)
        first = self.first_act()
        if first is not None:
            self.setFocusProxy(first)
        self._hold(held)

    def first_act(self) -> Button | None:
        """The button of the main act."""
        return next(iter(self._acts), None)

    def _row(self, acts: tuple[PlanActView, ...], *, loud_first: bool) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row, SPACE_12, SPACE_8)
        for place, act in enumerate(acts):
            kind = ButtonKind.PRIMARY if loud_first and place == 0 else ButtonKind.SECONDARY
            if act.act is PlanAct.CHANGE and place > 1:
                kind = ButtonKind.QUIET
            button = Button(self._theme, act.label, kind, ButtonSize.PAGE)
            button.setAccessibleDescription(act.spoken)
            button.clicked.connect(self._pressed)
            self._acts[button] = act.act
            flow.addWidget(button)
        return row

    def _held(self) -> PlanAct | None:
        return next((act for button, act in self._acts.items() if button.hasFocus()), None)

    def _hold(self, held: PlanAct | None) -> None:
        """Leave the keyboard where it was, or at the first act where that is gone."""
        if held is None:
            return
        same = next((button for button, act in self._acts.items() if act is held), self.first_act())
        if same is not None:
            same.setFocus()

    def _pressed(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button) and sender in self._acts:
            self.acted.emit(self._acts[sender])


class PlanEditor(Card):
    """The plan while it is changed.

    ``subject_chosen`` carries a key, ``days_chosen`` and ``times_chosen`` a number; ``save_asked``,
    ``cancel_asked`` and ``stop_asked`` carry nothing.
    """

    subject_chosen = Signal(object)
    days_chosen = Signal(object)
    times_chosen = Signal(object)
    save_asked = Signal()
    cancel_asked = Signal()
    stop_asked = Signal()

    def __init__(self, theme: LiveTheme, view: PlanEditView, parent: QWidget | None = None) -> None:
        super().__init__(theme, CardKind.PLAIN, parent)
        self._what = DropChoice(theme)
        self._what.chosen.connect(self.subject_chosen)
        self._meant = Label(theme, "", TextRole.SMALL, Tone.INK2)
        days = tuple(Option(day, str(day)) for day in _DAYS)
        self._days = FittingChoice(theme, view.days_name, days, view.days)
        self._days.chosen.connect(self.days_chosen)
        times = (Option(1, view.once), Option(2, view.twice))
        self._times = FittingChoice(theme, view.times_name, times, view.times)
        self._times.chosen.connect(self.times_chosen)
        save = Button(theme, view.save.label, ButtonKind.PRIMARY, ButtonSize.PAGE)
        save.clicked.connect(self.save_asked)
        cancel = Button(theme, view.cancel, ButtonKind.SECONDARY, ButtonSize.PAGE)
        cancel.clicked.connect(self.cancel_asked)
        stop = Button(theme, view.stop, ButtonKind.QUIET, ButtonSize.PAGE)
        stop.clicked.connect(self.stop_asked)
        stop.setVisible(bool(view.stop))
        self.column.setSpacing(SPACE_4)
        for name, field in (
            (view.what, self._what),
            (view.days_name, self._days),
            (view.times_name, self._times),
        ):
            self.column.addWidget(Label(theme, (Run(name, weight=Weight.STRONG),), TextRole.SMALL))
            self.column.addWidget(field)
            if field is self._what:
                self.column.addWidget(self._meant)
            self.column.addSpacing(SPACE_12)
        self.column.addWidget(Label(theme, view.limit, TextRole.SMALL, Tone.INK2))
        self.column.addSpacing(SPACE_12)
        row = QWidget()
        flow = FlowLayout(row, SPACE_12, SPACE_8)
        for button in (save, cancel, stop):
            flow.addWidget(button)
        self.column.addWidget(row)
        self.show_edit(view)
        self.setFocusProxy(self._what)

    def show_edit(self, view: PlanEditView) -> None:
        """Show what is chosen now."""
        options = tuple(Option(subject.key, subject.label) for subject in view.subjects)
        self._what.show_choice(view.what, options, view.chosen)
        self._meant.show_text(view.meant)
        self._meant.setVisible(bool(view.meant))
        self._days.show_key(view.days)
        self._times.show_key(view.times)


class ReviewPart(QWidget):
    """The day of the review and what to bring. ``kept`` carries a day or ``None``."""

    kept = Signal(object)
    remind_asked = Signal()

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heading = eyebrow(theme, "")
        self._line = Label(theme, "", TextRole.BODY)
        self._field = DayField(theme, "")
        self._keep = Button(theme, "", ButtonKind.SECONDARY, ButtonSize.PAGE)
        self._keep.clicked.connect(self._keep_day)
        self._clear = Button(theme, "", ButtonKind.QUIET, ButtonSize.PAGE)
        self._clear.clicked.connect(self._clear_day)
        self._remind = Button(theme, "", ButtonKind.QUIET, ButtonSize.PAGE)
        self._remind.clicked.connect(self.remind_asked)
        self._bring = Label(theme, "", TextRole.SMALL)
        self._list = Label(theme, "", TextRole.SMALL, Tone.INK2)
        row = QWidget()
        flow = FlowLayout(row, SPACE_12, SPACE_8)
        for part in (self._field, self._keep, self._clear, self._remind):
            flow.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        for widget in (self._heading, self._line, row, self._bring, self._list):
            column.addWidget(widget)
        column.addSpacing(SPACE_16)

    def show_review(self, view: ReviewView) -> None:
        """Show ``view``."""
        self._heading.show_text(view.heading)
        self._line.show_text(view.line)
        self._field.setAccessibleName(view.field)
        if not self._field.hasFocus():
            self._field.show_day(view.on or view.suggested)
        self._keep.show_words(view.keep)
        self._clear.show_words(view.clear)
        self._clear.setVisible(view.on is not None)
        self._remind.show_words(view.remind)
        self._remind.setVisible(view.on is not None)
        self._bring.show_text((Run(view.bring, weight=Weight.STRONG),))
        self._list.show_text("\n".join(f"· {each}" for each in view.bring_list))

    def _keep_day(self) -> None:
        self.kept.emit(self._field.day)

    def _clear_day(self) -> None:
        self._keep.setFocus(Qt.FocusReason.OtherFocusReason)
        self.kept.emit(None)
