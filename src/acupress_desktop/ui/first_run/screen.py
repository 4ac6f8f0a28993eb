"""The first run: what the app is and is not, a little about the person, the emergency number."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QPixmap, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from acupress_desktop.domain.settings import Figure, YesNo
from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.presenters.first_run import (
    EmergencyView,
    FirstRunView,
    OptionView,
    WelcomeView,
    YouView,
)
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.ui.flow.clearing import clear
from acupress_desktop.ui.flow.frame import Air, FlowFrame
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
from acupress_desktop.ui.theme.plain_label import Label, Run, Text, eyebrow
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
        self._halves: QBoxLayout | None = None
        self._scaled: list[tuple[Label, TextRole, TextRole]] = []
        self._gaps: list[tuple[QSpacerItem, int]] = []
        self._thumbs: list[Thumb] = []
        self._fitting = False
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
        self._halves = None
        self._scaled.clear()
        self._gaps.clear()
        self._thumbs.clear()
        clear(self.column)
        clear(self.acts)
        self.show_mast(view.step, "")
        number = {WelcomeView: 1, YouView: 2, EmergencyView: 3}[type(view)]
        self.progress.show()
        self.progress.show_progress(number, 3, view.step)
        self.setAccessibleDescription(view.title)
        self.column.addWidget(self._label(view.title, TextRole.QUESTION, TextRole.HEAD))
        self._gap(self.column, SPACE_16)
        first = self._build(view)
        self.column.addStretch(1)
        # A part that was just put into a layout is shown a little later, and until then takes no room.
        for widget in self.findChildren(QWidget):
            QCoreApplication.sendPostedEvents(widget, QEvent.Type.MetaCall.value)
        self._refold()
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
        left, right = self._two_halves(54)
        for item in view.items:
            row = QHBoxLayout()
            row.setSpacing(SPACE_16)
            row.addWidget(IconMark(theme, Icon.CHECK, Tone.ACCENT), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(self._label(item, TextRole.LEAD, TextRole.BODY), 1)
            left.addLayout(row)
            self._gap(left, SPACE_12)
        left.addStretch(1)
        right.addWidget(eyebrow(theme, view.not_heading))
        self._gap(right, SPACE_8)
        notice = (Run(view.notice, weight=Weight.STRONG),)
        right.addWidget(self._label(notice, TextRole.BODY, TextRole.SMALL))
        self._gap(right, SPACE_16)
        right.addWidget(self._label(view.known, TextRole.BODY, TextRole.SMALL, Tone.INK2))
        self._gap(right, SPACE_16)
        card = Card(theme, CardKind.CAUTION)
        for line in (view.stop_rule, view.stays_yours):
            card.column.addWidget(self._label(line, TextRole.BODY, TextRole.SMALL))
        right.addWidget(card)
        right.addStretch(1)
        sample = Button(theme, view.sample, ButtonKind.QUIET)
        sample.clicked.connect(self.sample_asked)
        return self._acts("", view.go_on, sample)

    # --- Layout: nobody scrolls here either

    def _label(self, text: Text, roomy: TextRole, close: TextRole, tone: Tone = Tone.INK) -> Label:
        label = Label(self.theme, text, roomy, tone)
        self._scaled.append((label, roomy, close))
        return label

    def _gap(self, layout: QBoxLayout, px: int) -> None:
        gap = QSpacerItem(0, px, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._gaps.append((gap, px))
        layout.addSpacerItem(gap)

    def _two_halves(self, share: int) -> tuple[QVBoxLayout, QVBoxLayout]:
        halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(0)
        right.setSpacing(0)
        halves.addLayout(left, share)
        halves.addLayout(right, 100 - share)
        self._halves = halves
        self.column.addLayout(halves)
        return left, right

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refold()

    def _refold(self) -> None:
        """Take the usual sizes, or smaller ones where the window is too low for them."""
        if self._fitting:
            return
        self._fitting = True
        for air in Air:
            self._wear(air)
            if not self.isVisible() or self.needed_px() <= self.column_px[1]:
                break
        self._fitting = False

    def _wear(self, air: Air) -> None:
        close = air is not Air.USUAL
        self.show_air(air)
        for label, roomy, smaller in self._scaled:
            label.show_role(smaller if close else roomy)
        for gap, px in self._gaps:
            gap.changeSize(0, px // 2 if close else px, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        for thumb in self._thumbs:
            # The pictures say no more than the words of the choice.
            thumb.setVisible(air is Air.USUAL)
        if self._halves is not None:
            down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
            self._halves.setDirection(down if self.one_column else across)
            self._halves.setSpacing(SPACE_24 if self.one_column or close else SPACE_64)
            self._halves.invalidate()
        self.column.invalidate()

    def _build_you(self, view: YouView) -> QWidget:
        theme = self.theme
        self.column.addWidget(self._label(view.lead, TextRole.LEAD, TextRole.BODY, Tone.INK2))
        self._gap(self.column, SPACE_24)
        left, right = self._two_halves(54)
        field = TextField(theme, view.age, "", None, _AGE_CHARACTERS)
        field.setText(view.age_value)
        field.setMaximumWidth(theme.scaled(120))
        field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        field.textEdited.connect(self._age_typed)
        field.returnPressed.connect(self._go)
        self._named(left, view.age, view.age_hint, field)
        self._gap(left, SPACE_8)
        left.addWidget(self._problem)
        self._problem.show()
        self._gap(left, SPACE_16)
        figures = self._choice(view.figure, view.figures)
        figures.chosen.connect(self._figure_chosen)
        self._named(left, view.figure, "", figures)
        pictures = QHBoxLayout()
        pictures.setSpacing(SPACE_24)
        for each in view.figures:
            if isinstance(each.key, Figure) and each.key in self._figures:
                thumb = Thumb(theme, self._figures[each.key], _FIGURE_PX)
                self._thumbs.append(thumb)
                pictures.addWidget(thumb)
        pictures.addStretch(1)
        self._gap(left, SPACE_12)
        left.addLayout(pictures)
        left.addStretch(1)
        answers = self._choice(view.pregnancy, view.pregnancy_answers)
        answers.chosen.connect(self._pregnancy_answered)
        self._named(right, view.pregnancy, view.pregnancy_hint, answers)
        right.addStretch(1)
        self._acts(view.back, view.go_on, self._missing)
        return field

    def _choice(self, name: str, answers: tuple[OptionView, ...]) -> Segmented:
        chosen = next((each.key for each in answers if each.choice is Choice.CHOSEN), None)
        options = tuple(Option(each.key, each.label) for each in answers)
        return Segmented(self.theme, name, options, chosen, Icon.CHECK)

    def _build_emergency(self, view: EmergencyView) -> QWidget:
        theme = self.theme
        lead = self._label(view.lead, TextRole.LEAD, TextRole.BODY, Tone.INK2)
        self.column.addLayout(limited(lead, theme.scaled(TEXT_COLUMN_MAX_PX + 160)))
        self._gap(self.column, SPACE_32)
        field = TextField(theme, view.field, view.field, Icon.PHONE, _PHONE_CHARACTERS)
        field.setText(view.value)
        field.setMaximumWidth(theme.scaled(320))
        field.textEdited.connect(self._number_typed)
        field.returnPressed.connect(self._go)
        self._named(self.column, view.field, view.hint, field)
        self._gap(self.column, SPACE_8)
        self.column.addWidget(self._problem)
        self._problem.show()
        self._acts(view.back, view.finish, None)
        return field

    def _named(self, layout: QBoxLayout, name: str, hint: str, control: QWidget) -> None:
        layout.addWidget(Label(self.theme, (Run(name, weight=Weight.STRONG),), TextRole.BODY))
        self._gap(layout, SPACE_8)
        layout.addWidget(control, 0, Qt.AlignmentFlag.AlignLeading)
        if hint:
            self._gap(layout, SPACE_8)
            layout.addWidget(Label(self.theme, hint, TextRole.SMALL, Tone.INK2))

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
