"""The first run: what the app is and is not, a little about the person, the emergency number."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.settings import Figure, YesNo
from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.presenters.first_run import EmergencyView, FirstRunView, WelcomeView, YouView
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.ui.flow.clearing import clear
from acupress_desktop.ui.flow.frame import FlowFrame
from acupress_desktop.ui.flow.limited import limited
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    SPACE_32,
    SPACE_64,
    TEXT_COLUMN_MAX_PX,
)
from acupress_desktop.ui.theme.plain_label import Label, Run, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import Button, ButtonExtras, ButtonKind, ButtonSize
from acupress_desktop.ui.widgets.cards import Card, CardKind
from acupress_desktop.ui.widgets.choices import Option, Segmented
from acupress_desktop.ui.widgets.fields import TextField
from acupress_desktop.ui.widgets.icon_mark import IconMark
from acupress_desktop.ui.widgets.thumb import Thumb

_AGE_CHARACTERS = 3
_PHONE_CHARACTERS = 20
_FIGURE_PX = 224


class Presents(Protocol):
    """What the screen needs of its presenter."""

    def present(self) -> FirstRunView:
        """Show the step that is open."""
        ...

    def write_age(self, text: str) -> FirstRunView:
        """Keep the age as typed."""
        ...

    def choose_figure(self, figure: Figure) -> FirstRunView:
        """Choose the figure."""
        ...

    def answer_pregnancy(self, answer: YesNo) -> FirstRunView:
        """Say whether the question can apply."""
        ...

    def write_number(self, text: str) -> FirstRunView:
        """Keep the number as typed."""
        ...

    def back(self) -> FirstRunView:
        """One step back."""
        ...

    def go_on(self) -> FirstRunView | Destination:
        """One step on."""
        ...


class FirstRunScreen(FlowFrame):
    """Shows the steps; ``leave`` carries the destination, ``sample_asked`` asks for made-up data."""

    leave = Signal(object)
    sample_asked = Signal()

    def __init__(
        self,
        presenter: Presents,
        theme: LiveTheme,
        figures: dict[Figure, QPixmap] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``figures`` are small pictures of the two bodies."""
        super().__init__(theme, parent)
        self._presenter = presenter
        self._figures = figures or {}
        self._step = ""
        self._problem = Label(theme, "", TextRole.SMALL, Tone.CAUTION)
        self._missing = Label(theme, "", TextRole.SMALL, Tone.INK2)
        self._welcome: QBoxLayout | None = None
        self.close_hidden()
        self.folded.connect(self._refold)
        self.show_view(presenter.present())

    def show_view(self, view: FirstRunView) -> None:
        """Show ``view``; a step that is already shown keeps its fields."""
        if view.step != self._step:
            self._step = view.step
            self._rebuild(view)
            self.to_top()
        match view:
            case YouView():
                self._problem.show_text(view.problem)
                self._missing.show_text("")
            case EmergencyView():
                self._problem.show_text(view.problem)
            case WelcomeView():
                pass

    def _rebuild(self, view: FirstRunView) -> None:
        for part in (self._problem, self._missing):
            part.setParent(self)
            part.hide()
        self._welcome = None
        clear(self.column)
        clear(self.acts)
        self.show_mast(view.step, "")
        number = {WelcomeView: 1, YouView: 2, EmergencyView: 3}[type(view)]
        self.progress.show()
        self.progress.show_progress(number, 3, view.step)
        self.setAccessibleDescription(view.title)
        self.column.addWidget(Label(self.theme, view.title, TextRole.QUESTION))
        self.column.addSpacing(SPACE_16)
        first = self._build(view)
        self.column.addStretch(1)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, view: FirstRunView) -> QWidget:
        match view:
            case WelcomeView():
                return self._build_welcome(view)
            case YouView():
                return self._build_you(view)
            case EmergencyView():
                return self._build_emergency(view)

    def _build_welcome(self, view: WelcomeView) -> QWidget:
        theme = self.theme
        halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        halves.setSpacing(SPACE_64)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(0)
        right.setSpacing(0)
        for item in view.items:
            row = QHBoxLayout()
            row.setSpacing(SPACE_16)
            row.addWidget(IconMark(theme, Icon.CHECK, Tone.ACCENT), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(theme, item, TextRole.LEAD), 1)
            left.addLayout(row)
            left.addSpacing(SPACE_12)
        left.addStretch(1)
        right.addWidget(eyebrow(theme, view.not_heading))
        right.addSpacing(SPACE_8)
        right.addWidget(Label(theme, (Run(view.notice, weight=Weight.STRONG),), TextRole.BODY))
        right.addSpacing(SPACE_16)
        right.addWidget(Label(theme, view.known, TextRole.BODY, Tone.INK2))
        right.addSpacing(SPACE_16)
        card = Card(theme, CardKind.CAUTION)
        for line in (view.stop_rule, view.stays_yours):
            card.column.addWidget(Label(theme, line, TextRole.BODY))
        right.addWidget(card)
        right.addStretch(1)
        halves.addLayout(left, 54)
        halves.addLayout(right, 46)
        self._welcome = halves
        self.column.addLayout(halves)
        self._refold()
        sample = Button(theme, view.sample, ButtonKind.QUIET)
        sample.clicked.connect(self.sample_asked)
        return self._acts("", view.go_on, sample)

    def _refold(self) -> None:
        if self._welcome is not None:
            down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
            self._welcome.setDirection(down if self.one_column else across)
            self._welcome.setSpacing(SPACE_24 if self.one_column else SPACE_64)

    def _build_you(self, view: YouView) -> QWidget:
        theme = self.theme
        self.column.addWidget(Label(theme, view.lead, TextRole.LEAD, Tone.INK2))
        self.column.addSpacing(SPACE_24)
        field = TextField(theme, view.age, "", None, _AGE_CHARACTERS)
        field.setText(view.age_value)
        field.setMaximumWidth(theme.scaled(120))
        field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        field.textEdited.connect(self._age_typed)
        field.returnPressed.connect(self._go)
        self._named(view.age, view.age_hint, field)
        self.column.addSpacing(SPACE_8)
        self.column.addWidget(self._problem)
        self._problem.show()
        self.column.addSpacing(SPACE_16)
        chosen = next((each.key for each in view.pregnancy_answers if each.choice is Choice.CHOSEN), None)
        answers = Segmented(
            theme,
            view.pregnancy,
            tuple(Option(each.key, each.label) for each in view.pregnancy_answers),
            chosen,
            Icon.CHECK,
        )
        answers.chosen.connect(self._pregnancy_answered)
        self._named(view.pregnancy, view.pregnancy_hint, answers)
        self.column.addSpacing(SPACE_24)
        chosen = next((each.key for each in view.figures if each.choice is Choice.CHOSEN), None)
        figures = Segmented(
            theme,
            view.figure,
            tuple(Option(each.key, each.label) for each in view.figures),
            chosen,
            Icon.CHECK,
        )
        figures.chosen.connect(self._figure_chosen)
        self._named(view.figure, "", figures)
        if self._figures:
            pictures = QHBoxLayout()
            pictures.setSpacing(SPACE_24)
            for each in view.figures:
                if isinstance(each.key, Figure) and each.key in self._figures:
                    pictures.addWidget(Thumb(theme, self._figures[each.key], _FIGURE_PX))
            pictures.addStretch(1)
            self.column.addSpacing(SPACE_12)
            self.column.addLayout(pictures)
        self._acts(view.back, view.go_on, self._missing)
        return field

    def _build_emergency(self, view: EmergencyView) -> QWidget:
        theme = self.theme
        lead = Label(theme, view.lead, TextRole.LEAD, Tone.INK2)
        self.column.addLayout(limited(lead, theme.scaled(TEXT_COLUMN_MAX_PX + 160)))
        self.column.addSpacing(SPACE_32)
        field = TextField(theme, view.field, view.field, Icon.PHONE, _PHONE_CHARACTERS)
        field.setText(view.value)
        field.setMaximumWidth(theme.scaled(320))
        field.textEdited.connect(self._number_typed)
        field.returnPressed.connect(self._go)
        self._named(view.field, view.hint, field)
        self.column.addSpacing(SPACE_8)
        self.column.addWidget(self._problem)
        self._problem.show()
        self._acts(view.back, view.finish, None)
        return field

    def _named(self, name: str, hint: str, control: QWidget) -> None:
        self.column.addWidget(Label(self.theme, (Run(name, weight=Weight.STRONG),), TextRole.BODY))
        self.column.addSpacing(SPACE_8)
        self.column.addWidget(control, 0, Qt.AlignmentFlag.AlignLeading)
        if hint:
            self.column.addSpacing(SPACE_8)
            self.column.addWidget(Label(self.theme, hint, TextRole.SMALL, Tone.INK2))

    def _acts(self, back: str, on: str, beside: QWidget | None) -> QWidget:
        go_on = Button(self.theme, on, ButtonKind.PRIMARY, ButtonSize.MEDIUM)
        go_on.clicked.connect(self._go)
        self.acts.addWidget(go_on)
        if beside is not None:
            self.acts.addWidget(beside)
            beside.show()
        self.acts.addStretch(1)
        if back:
            button = Button(self.theme, back, ButtonKind.PLAIN, ButtonSize.PAGE, ButtonExtras(Icon.BACK))
            button.clicked.connect(self._back)
            self.acts.addWidget(button)
        return go_on

    def _go(self) -> None:
        result = self._presenter.go_on()
        if isinstance(result, WelcomeView | YouView | EmergencyView):
            self.show_view(result)
            if isinstance(result, YouView):
                self._missing.show_text(result.missing)
        else:
            self.leave.emit(result)

    def _back(self) -> None:
        self.show_view(self._presenter.back())

    def _age_typed(self, text: str) -> None:
        self.show_view(self._presenter.write_age(text))

    def _number_typed(self, text: str) -> None:
        self.show_view(self._presenter.write_number(text))

    def _figure_chosen(self, key: object) -> None:
        if isinstance(key, Figure):
            self.show_view(self._presenter.choose_figure(key))

    def _pregnancy_answered(self, key: object) -> None:
        if isinstance(key, YesNo):
            self.show_view(self._presenter.answer_pregnancy(key))
