"""The safety screen: one question at a time, answered by a tap or a letter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.domain.safety.answers import Reply
from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.presenters.safety_view import (
    AmountBody,
    AskBody,
    ChoiceBody,
    ListBody,
    RegionBody,
    SafetyView,
)
from acupress_desktop.ui.flow.frame import FlowFrame, PageWidth
from acupress_desktop.ui.flow.limited import limited
from acupress_desktop.ui.safety.answers import UNSURE, AmountField, Checklist, EqualAnswers
from acupress_desktop.ui.safety.figures import RegionFigures
from acupress_desktop.ui.safety.foot import EmergencyLine, Room
from acupress_desktop.ui.safety.places import PlaceList
from acupress_desktop.ui.safety.why import WhyNote
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_12, SPACE_16, SPACE_24, SPACE_32, SPACE_64
from acupress_desktop.ui.theme.plain_label import Label, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonExtras, ButtonKind, ButtonSize

Answered = SafetyView | Destination
_TITLE_PX = 900
_LIST_PX = 440
_LOW_PX = 700
"""Below this height three answers no longer fit one under the other."""


class Presents(Protocol):
    """What the screen needs of its presenter."""

    def present(self) -> SafetyView:
        """Show the page that is open."""
        ...

    def answer(self, reply: Reply) -> Answered:
        """Answer a yes-or-no question."""
        ...

    def toggle_row(self, key: str) -> SafetyView:
        """Tick a row."""
        ...

    def unsure_row(self, key: str) -> SafetyView:
        """Say "not sure" to a row."""
        ...

    def none(self) -> Answered:
        """Answer with none."""
        ...

    def go_on(self) -> Answered:
        """Answer with what was picked."""
        ...

    def unsure(self) -> Answered:
        """Say "not sure" to the page."""
        ...

    def choose(self, option: str) -> Answered:
        """Answer with one of several."""
        ...

    def write_amount(self, text: str) -> SafetyView:
        """Keep a number as typed."""
        ...

    def toggle_place(self, place: RegionSelection) -> SafetyView:
        """Mark a place."""
        ...

    def back(self) -> SafetyView:
        """Return to the page before."""
        ...

    def close(self) -> Destination:
        """Leave."""
        ...

    def turn_note(self) -> SafetyView:
        """Fold the side note."""
        ...

    def turn_places(self) -> SafetyView:
        """Show every place."""
        ...

    def turn_mirror(self) -> SafetyView:
        """Turn the figures."""
        ...

    def turn_number(self) -> SafetyView:
        """Open the field for the number."""
        ...

    def write_number(self, text: str) -> SafetyView:
        """Keep the number as typed."""
        ...

    def save_number(self) -> SafetyView:
        """Keep the number."""
        ...


class SafetyScreen(FlowFrame):
    """Shows a ``SafetyView``; ``leave`` carries the destination."""

    leave = Signal(object)

    def __init__(
        self,
        presenter: Presents,
        theme: LiveTheme,
        figures: RegionFigures | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``figures`` are the two bodies beside the list of places; without them the list stands alone."""
        super().__init__(theme, parent)
        self._presenter = presenter
        self._page: tuple[int, str] | None = None
        self._wide = False
        self._asks = False
        self._eyebrow = eyebrow(theme, "")
        self._title = Label(theme, "", TextRole.QUESTION)
        self._list_title = Label(theme, "", TextRole.TITLE)
        self._lead = Label(theme, "", TextRole.LEAD, Tone.INK2)
        self._answers = EqualAnswers(theme)
        self._list = Checklist(theme)
        self._places = PlaceList(theme)
        self._amount = AmountField(theme)
        self._figures = figures
        self._why = WhyNote(theme)
        self._line = EmergencyLine(theme)
        self._back = Button(theme, "", ButtonKind.PLAIN, ButtonSize.PAGE, ButtonExtras(Icon.BACK))
        self._go_on = Button(theme, "", ButtonKind.PRIMARY, ButtonSize.SESSION)
        self._none = Button(theme, "", ButtonKind.SECONDARY, ButtonSize.SESSION)
        self._unsure = Button(theme, "", ButtonKind.PLAIN, ButtonSize.SESSION)
        self._build()
        self._connect()
        self.show_view(presenter.present())

    # --- Showing

    def show_view(self, view: SafetyView) -> None:
        """Show ``view``; a new question gets the keyboard at its first answer."""
        body = view.body
        fresh = self._page != (view.number, view.title)
        self._page = (view.number, view.title)
        self.show_mast(view.page, view.close)
        self.progress.setVisible(True)
        self.progress.show_progress(view.number, view.of, view.progress_spoken)
        self._eyebrow.show_text(view.eyebrow)
        wide = isinstance(body, ListBody | RegionBody)
        self._wide = wide
        self._asks = isinstance(body, AskBody)
        for title in (self._title, self._list_title):
            title.show_text(view.title)
        self._lead.show_text(view.lead)
        self._lead.setVisible(bool(view.lead))
        self.setAccessibleDescription(f"{view.eyebrow}. {view.title} {view.lead}")
        self._show_answers(view, fresh)
        self._show_acts(view)
        self._why.show_view(view.why)
        self._line.show_view(view.foot)
        self.show_width(PageWidth.FULL if wide else PageWidth.READING)
        self._refold()
        if fresh:
            self.to_top()
            first = self._first(body)
            if first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_answers(self, view: SafetyView, fresh: object) -> None:
        body = view.body
        self._answers.setVisible(isinstance(body, AskBody | ChoiceBody))
        self._list.setVisible(isinstance(body, ListBody))
        self._places.setVisible(isinstance(body, RegionBody))
        self._amount.setVisible(isinstance(body, AmountBody))
        if self._figures is not None:
            self._figures.setVisible(isinstance(body, RegionBody))
            self.fold()
        match body:
            case AskBody() | ChoiceBody():
                if fresh:
                    self._answers.show_answers(body)
            case ListBody():
                self._list.show_list(body)
            case RegionBody():
                self._places.show_places(body)
                if self._figures is not None:
                    self._figures.show_places(body)
            case AmountBody():
                self._amount.show_amount(body)

    def _show_acts(self, view: SafetyView) -> None:
        body = view.body
        self._back.show_words(view.back)
        self._back.setVisible(bool(view.back))
        go_on, none, unsure, note = "", "", "", ""
        match body:
            case ListBody():
                go_on, none, unsure, note = body.go_on, body.none, body.unsure, body.unsure_note
            case RegionBody():
                go_on, none, unsure, note = body.go_on, body.nowhere, body.unsure, body.unsure_note
            case AmountBody():
                go_on = body.go_on
            case AskBody() | ChoiceBody():
                pass
        for button, words in ((self._go_on, go_on), (self._none, none), (self._unsure, unsure)):
            button.show_words(words)
            button.setVisible(bool(words))
        # Setting words takes a button's shortcut away, so it is given back each time.
        self._none.setShortcut(QKeySequence(view.none_key if none else ""))
        alone = not (go_on or none or unsure)
        self.acts.removeWidget(self._back)
        self.acts.insertWidget(0 if alone else self.acts.count(), self._back)
        self.acts_line.setVisible(not alone)
        self._unsure.setToolTip(note)
        self._unsure.setAccessibleDescription(note)

    def _first(self, body: object) -> QWidget | None:
        match body:
            case AskBody() | ChoiceBody():
                return self._answers.first()
            case ListBody():
                return self._list.first()
            case RegionBody():
                return self._places.first()
            case _:
                return self._amount.first()

    # --- Layout

    def _build(self) -> None:
        self._head = QVBoxLayout()
        self._head.setSpacing(SPACE_12)
        self._head.addWidget(self._eyebrow)
        self._head.addLayout(limited(self._title, self.theme.scaled(_TITLE_PX)))
        self._head.addWidget(self._list_title)
        self._head.addWidget(self._lead)
        self._left = QVBoxLayout()
        self._left.setSpacing(SPACE_16)
        for part in (self._answers, self._list, self._places, self._amount):
            self._left.addWidget(part)
        self._left.addStretch(1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.addLayout(self._left, 60)
        self._halves.addWidget(self._why, 38)
        self.column.addLayout(self._head)
        self.column.addLayout(self._halves)
        self.column.addStretch(1)
        self.acts.addWidget(self._go_on)
        self.acts.addWidget(self._none)
        self.acts.addWidget(self._unsure)
        self.acts.addStretch(1)
        self.acts.addWidget(self._back)
        if self._figures is not None:
            self.place_beside(self._figures, 60)
        self.foot.show()
        self.foot.row.addWidget(self._line, 1)

    def _refold(self) -> None:
        """Answers and side note beside each other, or below where there is little room."""
        # No answer may lie below the edge of a low window: one that is not seen is not given.
        low = self._asks and not self.one_column and self.height() < self.theme.scaled(_LOW_PX)
        small = self._wide or self.one_column or low
        self._title.setVisible(not small)
        self._list_title.setVisible(small)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        listed = not self._list.isHidden()
        placed = not self._places.isHidden()
        stacked = self.one_column or listed or placed or low
        self._answers.fold(across if low else down)
        self._halves.setDirection(down if stacked else across)
        self._halves.setSpacing(SPACE_24 if stacked else SPACE_64 + SPACE_12)
        self._list.fold(down if self.one_column else across)
        self._line.fold(Room.SHORT if self.one_column else Room.WHOLE)
        gap = SPACE_12 if listed or low else SPACE_32
        self._head.setContentsMargins(0, 0, 0, gap)

    # --- Acting

    def _connect(self) -> None:
        self._answers.answered.connect(self._answered)
        self._list.ticked.connect(self._ticked)
        self._list.doubted.connect(self._doubted)
        self._places.ticked.connect(self._placed)
        self._places.more_asked.connect(self._more_places)
        self._amount.typed.connect(self._amount_typed)
        self._amount.entered.connect(self._go)
        self._go_on.clicked.connect(self._go)
        self._none.clicked.connect(self._say_none)
        self._unsure.clicked.connect(self._say_unsure)
        self._back.clicked.connect(self._go_back)
        self._why.turned.connect(self._turn_note)
        self._line.turned.connect(self._turn_number)
        self._line.typed.connect(self._number_typed)
        self._line.saved.connect(self._save_number)
        self.closed.connect(self._close_it)
        self.folded.connect(self._refold)
        if self._figures is not None:
            self._figures.tapped.connect(self._placed)
            self._figures.turned.connect(self._turn_mirror)
        back = QShortcut(QKeySequence(QKeySequence.StandardKey.Back), self)
        back.activated.connect(self._go_back)

    def _take(self, act: Callable[[], Answered]) -> None:
        result = act()
        if isinstance(result, SafetyView):
            self.show_view(result)
        else:
            self.leave.emit(result)

    def _answered(self, key: object) -> None:
        if isinstance(key, Reply):
            self._take(lambda: self._presenter.answer(key))
        elif key is UNSURE:
            self._take(self._presenter.unsure)
        elif isinstance(key, str):
            self._take(lambda: self._presenter.choose(key))

    def _ticked(self, key: str) -> None:
        self.show_view(self._presenter.toggle_row(key))

    def _doubted(self, key: str) -> None:
        self.show_view(self._presenter.unsure_row(key))

    def _placed(self, place: object) -> None:
        if isinstance(place, RegionSelection):
            self.show_view(self._presenter.toggle_place(place))

    def _more_places(self) -> None:
        self.show_view(self._presenter.turn_places())

    def _amount_typed(self, text: str) -> None:
        self.show_view(self._presenter.write_amount(text))

    def _go(self) -> None:
        self._take(self._presenter.go_on)

    def _say_none(self) -> None:
        self._take(self._presenter.none)

    def _say_unsure(self) -> None:
        self._take(self._presenter.unsure)

    def _go_back(self) -> None:
        self.show_view(self._presenter.back())

    def _turn_note(self) -> None:
        self.show_view(self._presenter.turn_note())

    def _turn_mirror(self) -> None:
        self.show_view(self._presenter.turn_mirror())

    def _turn_number(self) -> None:
        self.show_view(self._presenter.turn_number())

    def _number_typed(self, text: str) -> None:
        self.show_view(self._presenter.write_number(text))

    def _save_number(self) -> None:
        self.show_view(self._presenter.save_number())

    def _close_it(self) -> None:
        self.leave.emit(self._presenter.close())
