"""The safety screen: one question at a time, answered by a tap or a letter, seen whole in any window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.domain.safety.answers import Reply
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.safety_view import (
    AmountBody,
    AskBody,
    Body,
    ChoiceBody,
    ListBody,
    RegionBody,
    ReviewBody,
    SafetyView,
)
from acupress_desktop.ui.flow.frame import FlowFrame, PageWidth
from acupress_desktop.ui.flow.limited import limited
from acupress_desktop.ui.safety.answers import UNSURE, AmountField, EqualAnswers
from acupress_desktop.ui.safety.checklist import Checklist
from acupress_desktop.ui.safety.closeness import FROM_ROOMY_TO_TIGHT, TIGHT, Closeness, LinePlace
from acupress_desktop.ui.safety.figures import RegionFigures
from acupress_desktop.ui.safety.foot import EmergencyLine, Room
from acupress_desktop.ui.safety.places import PlaceList
from acupress_desktop.ui.safety.presents import Answered, Presents
from acupress_desktop.ui.safety.review import ReviewList
from acupress_desktop.ui.safety.why import WhyNote
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_8, SPACE_24, SPACE_64
from acupress_desktop.ui.theme.plain_label import Label, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonExtras, ButtonKind, ButtonSize
from acupress_desktop.words import safety_screen as words

_TITLE_PX = 900
_WHOLE_LISTS = (ListBody, RegionBody, ReviewBody)


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
        self._view = presenter.present()
        self._asked: tuple[int, str] | None = None
        self._fitting = False
        self._eyebrow = eyebrow(theme, "")
        self._title = Label(theme, "", TextRole.QUESTION)
        self._lead = Label(theme, "", TextRole.LEAD, Tone.INK2)
        self._answers = EqualAnswers(theme)
        self._list = Checklist(theme)
        self._places = PlaceList(theme)
        self._amount = AmountField(theme)
        self._review = ReviewList(theme)
        self._figures = figures
        self._why = WhyNote(theme)
        self._line = EmergencyLine(theme)
        self._more = Button(theme, words.more_places(), ButtonKind.QUIET)
        self._back = Button(theme, "", ButtonKind.PLAIN, ButtonSize.PAGE, ButtonExtras(Icon.BACK))
        self._go_on = Button(theme, "", ButtonKind.PRIMARY, ButtonSize.SESSION)
        self._none = Button(theme, "", ButtonKind.SECONDARY, ButtonSize.SESSION)
        self._unsure = Button(theme, "", ButtonKind.PLAIN, ButtonSize.SESSION)
        self._build()
        self._connect()
        self.show_view(self._view)

    # --- Showing

    def show_view(self, view: SafetyView) -> None:
        """Show ``view``; a new question gets the keyboard at its first answer."""
        body = view.body
        fresh = self._asked != (view.number, view.title)
        self._view, self._asked = view, (view.number, view.title)
        self.progress.setVisible(view.of > 1)
        self.progress.show_progress(view.number, view.of, view.progress_spoken)
        self._eyebrow.show_text(view.eyebrow)
        self._title.show_text(view.title)
        self._lead.show_text(view.lead)
        self._lead.setVisible(bool(view.lead))
        self.setAccessibleDescription(f"{view.eyebrow}. {view.title} {view.lead}")
        self._show_answers(body, fresh)
        self._why.show_view(view.why)
        self._line.show_view(view.foot)
        self._show_acts(view)
        self.show_width(PageWidth.FULL if isinstance(body, _WHOLE_LISTS) else PageWidth.READING)
        self._refold()
        if fresh:
            self.to_top()
            self._take_keyboard()

    def _show_answers(self, body: Body, fresh: object) -> None:
        noted = self._view.why is not None and self._view.why.shown is Choice.CHOSEN
        self._answers.setVisible(isinstance(body, AskBody | ChoiceBody))
        self._list.setVisible(isinstance(body, ListBody))
        # An open note takes the place of the list: the figures stay, and nothing is pushed out of sight.
        self._places.setVisible(isinstance(body, RegionBody) and not noted)
        self._more.show_words(words.more_places())
        self._more.setVisible(isinstance(body, RegionBody) and not noted)
        self._amount.setVisible(isinstance(body, AmountBody))
        self._review.setVisible(isinstance(body, ReviewBody))
        beside = self._halves if isinstance(body, AskBody | ChoiceBody | AmountBody) else self._under
        if beside.indexOf(self._why) < 0:
            (self._under if beside is self._halves else self._halves).removeWidget(self._why)
            beside.addWidget(self._why, 38 if beside is self._halves else 1)
        if self._figures is not None:
            self._figures.setVisible(isinstance(body, RegionBody))
            self._fold_beside()
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
            case ReviewBody():
                self._review.show_answers(body)

    def _show_acts(self, view: SafetyView) -> None:
        body = view.body
        go_on, none, unsure, note = "", "", "", ""
        match body:
            case ListBody():
                go_on, none, unsure, note = body.go_on, body.none, body.unsure, body.unsure_note
            case RegionBody():
                go_on, none, unsure, note = body.go_on, body.nowhere, body.unsure, body.unsure_note
            case AmountBody() | ReviewBody():
                go_on = body.go_on
            case AskBody() | ChoiceBody():
                pass
        for button, said in ((self._go_on, go_on), (self._none, none), (self._unsure, unsure)):
            button.show_words(said)
            button.setVisible(bool(said))
        self._back.show_words(words.back())
        # Setting words takes a button's shortcut away, so it is given back each time.
        self._none.setShortcut(QKeySequence(view.none_key if none else ""))
        self._unsure.setToolTip(note)
        self._unsure.setAccessibleDescription(note)

    def _take_keyboard(self) -> None:
        shown = (self._answers, self._list, self._places, self._amount, self._review)
        first = next((part.first() for part in shown if not part.isHidden()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- Layout

    def _build(self) -> None:
        self._head = QVBoxLayout()
        self._head.addWidget(self._eyebrow)
        self._asks = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._asks.addLayout(limited(self._title, _UNBOUND_PX))
        self._asks.addWidget(self._lead, 0, Qt.AlignmentFlag.AlignVCenter)
        self._head.addLayout(self._asks)
        self._under = QHBoxLayout()
        self._under.setSpacing(SPACE_24)
        self._under.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        self._left = QVBoxLayout()
        self._left.setSpacing(SPACE_8)
        for part in (self._answers, self._list, self._places, self._amount, self._review):
            self._left.addWidget(part)
        self._left.addLayout(self._under)
        self._left.addStretch(1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.addLayout(self._left, 60)
        self._halves.addWidget(self._why, 38)
        self.column.addLayout(self._head)
        self.column.addLayout(self._halves)
        self.column.addStretch(1)
        if self._figures is not None:
            self.place_beside(self._figures, 60)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refold()

    def _refold(self) -> None:
        """Take the first way that shows the page whole; the last one in any case."""
        if self._fitting:
            return
        self._fitting = True
        for close in FROM_ROOMY_TO_TIGHT:
            self._wear(close)
            if not self.isVisible() or self._fits(close):
                break
        self._fitting = False
        self._show_part()

    def _wear(self, close: Closeness) -> None:
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        tight = close is TIGHT
        whole = isinstance(self._view.body, _WHOLE_LISTS)
        self.show_air(close.air)
        self.share_beside(close.figures_share)
        self._eyebrow.setVisible(not tight)
        placed = isinstance(self._view.body, RegionBody)
        self._title.show_role(close.placed if placed else close.listed if whole else close.question)
        self._title.setMaximumWidth(_UNBOUND_PX if whole or tight else self.theme.scaled(_TITLE_PX))
        self._lead.show_role(close.lead)
        # In a low window every line of a list counts: what its title adds stands beside it.
        beside = tight and isinstance(self._view.body, ListBody) and not self.one_column
        self._asks.setDirection(across if beside else down)
        self._asks.setSpacing(SPACE_24 if beside else SPACE_4 if tight else SPACE_8)
        self._head.setSpacing(SPACE_4 if tight else SPACE_8)
        self._head.setContentsMargins(0, 0, 0, close.gap_px)
        self._answers.show_tall(close.answer_px, close.answer_gap_px)
        self._why.show_close(tight)
        stacked = self.one_column or whole
        self._halves.setDirection(down if stacked else across)
        self._halves.setSpacing(SPACE_8 if stacked else SPACE_24 if tight else SPACE_64)
        for button in (self._go_on, self._none, self._unsure):
            button.setMaximumHeight(self.theme.scaled(close.act_px))
        self._place_acts(close)

    def _place_acts(self, close: Closeness) -> None:
        """Put the acts in order, and the emergency line beside them or under them."""
        acts = (self._go_on, self._none, self._unsure)
        merged = close.line is LinePlace.ACTS
        self._back.setVisible(bool(self._view.back) or self._list_part > 1)
        alone = all(button.isHidden() for button in acts)
        self._line.fold(Room.SHORT if merged or self.one_column else Room.WHOLE)
        order = (self._back, None, self._line) if alone else (*acts, None, self._line, self._back)
        while self.acts.takeAt(0) is not None:
            pass
        self.foot.row.removeWidget(self._line)
        for part in order:
            if part is None:
                self.acts.addStretch(1)
            elif part is self._line and not merged:
                self.foot.row.addWidget(self._line, 1)
            else:
                self.acts.addWidget(part)
        self.foot.setVisible(not merged)
        self.acts_line.setVisible(merged or not alone)

    def _fits(self, close: Closeness) -> bool:
        width, height = self.column_px
        margins = self.column.contentsMargins()
        inner = width - margins.left() - margins.right()
        columns = 1 if self.one_column else 2
        if not self._list.isHidden():
            room = height - (self.needed_px() - self._list.sizeHint().height())
            if not self._list.arrange(columns, inner, room, close.densities) and close is not TIGHT:
                return False
        elif not self._review.isHidden():
            room = height - (self.needed_px() - self._review.sizeHint().height())
            # The link to the next part needs a line of its own, where there is a next part.
            link = 0 if not self._more.isHidden() else self._more.sizeHint().height() + SPACE_8
            return self._review.arrange(columns, inner, room, room - link)
        elif not self._places.isHidden():
            room = height - (self.needed_px() - self._places.taken_px(inner))
            return self._places.arrange(close.place_px, close.lead, inner, room)
        return self.needed_px() <= height

    @property
    def sheets(self) -> int:
        """In how many parts the page is shown."""
        shown = (self._list, self._review)
        return max((part.part[1] for part in shown if not part.isHidden()), default=1)

    @property
    def _list_part(self) -> int:
        return 1 if self._list.isHidden() else self._list.part[0]

    def _show_part(self) -> None:
        """Say which part is seen, and offer the next one where a list turns by itself."""
        shown = next((one for one in (self._list, self._review) if not one.isHidden()), None)
        part, of = (1, 1) if shown is None else shown.part
        if isinstance(self._view.body, ReviewBody):
            self._more.show_words(words.more_answers())
            self._more.setVisible(of > 1)
        page = self._view.page if of == 1 else words.part_of_page(part, of)
        self.show_mast(page, self._view.close)

    # --- Acting

    def _connect(self) -> None:
        self._answers.answered.connect(self._answered)
        self._list.ticked.connect(lambda key: self.show_view(self._presenter.toggle_row(key)))
        self._list.opened.connect(lambda key: self.show_view(self._presenter.look_at_row(key)))
        self._places.ticked.connect(self._placed)
        self._more.clicked.connect(self._show_more)
        self._amount.typed.connect(lambda text: self.show_view(self._presenter.write_amount(text)))
        self._amount.entered.connect(self._go)
        self._review.chosen.connect(lambda page: self.show_view(self._presenter.change(page)))
        self._go_on.clicked.connect(self._go)
        self._none.clicked.connect(self._say_none)
        self._unsure.clicked.connect(lambda: self._take(self._presenter.unsure))
        self._back.clicked.connect(self._go_back)
        self._why.turned.connect(lambda: self.show_view(self._presenter.turn_note()))
        self._line.turned.connect(lambda: self.show_view(self._presenter.turn_number()))
        self._line.typed.connect(lambda text: self.show_view(self._presenter.write_number(text)))
        self._line.saved.connect(lambda: self.show_view(self._presenter.save_number()))
        self.closed.connect(lambda: self.leave.emit(self._presenter.close()))
        self.folded.connect(self._refold)
        if self._figures is not None:
            self._figures.tapped.connect(self._placed)
            self._figures.turned.connect(lambda: self.show_view(self._presenter.turn_mirror()))
        back = QShortcut(QKeySequence(QKeySequence.StandardKey.Back), self)
        back.activated.connect(self._go_back)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits tick the lines, "?" opens one, Enter presses what has the keyboard."""
        here = QApplication.focusWidget()
        number = event.key() - Qt.Key.Key_0
        if isinstance(here, QLineEdit):
            super().keyPressEvent(event)
        elif not self._list.isHidden() and 1 <= number <= 9:
            self._list.press(number)
        elif not self._list.isHidden() and event.text() == words.row_more_sign():
            self._list.open_focused()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(here, QAbstractButton):
            here.click()
        else:
            super().keyPressEvent(event)

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

    def _placed(self, place: object) -> None:
        if isinstance(place, RegionSelection):
            self.show_view(self._presenter.toggle_place(place))

    def _show_more(self) -> None:
        if self._review.isHidden():
            self._places.turn()
        else:
            self._review.turn()
        self._refold()
        self._take_keyboard()

    def _turn_list(self, sheets: int) -> None:
        self._list.turn(sheets)
        self._refold()
        self._take_keyboard()

    def _go(self) -> None:
        body = self._view.body
        part, of = self._list.part
        if isinstance(body, ListBody) and part < of and body.ends is Choice.OPEN:
            self._turn_list(1)
        else:
            self._take(self._presenter.go_on)

    def _say_none(self) -> None:
        """Say none to what is seen: on a list in sheets that is one sheet of it."""
        part, of = self._list.part
        if not isinstance(self._view.body, ListBody) or of == 1:
            self._take(self._presenter.none)
            return
        view = self._presenter.clear_rows(self._list.here)
        self.show_view(view)
        if part < of:
            self._turn_list(1)
        else:
            ticked = isinstance(view.body, ListBody) and bool(view.body.go_on)
            self._take(self._presenter.go_on if ticked else self._presenter.none)

    def _go_back(self) -> None:
        if self._list_part > 1:
            self._turn_list(-1)
        else:
            self.show_view(self._presenter.back())


_UNBOUND_PX = 16_777_215
