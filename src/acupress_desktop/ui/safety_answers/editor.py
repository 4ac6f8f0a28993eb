"""One question opened in its place: the ways to answer of the safety check, and one to leave it be."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.domain.safety.answers import Reply
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.safety_answers_view import OpenQuestionView
from acupress_desktop.presenters.safety_view import AmountBody, AskBody, ChoiceBody, PlaceView, RegionBody
from acupress_desktop.ui.flow.body_pair import Pictures
from acupress_desktop.ui.safety.answers import UNSURE, AmountField, EqualAnswers
from acupress_desktop.ui.safety.figures import RegionFigures
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.cards import Card
from acupress_desktop.ui.widgets.checks import Chip
from acupress_desktop.ui.widgets.layouts import FlowLayout

_FIGURES_PX = 460
_SIDE_BY_SIDE_FROM_PX = 900
_STACKED_FROM_FACTOR = 1.4


class PlaceChips(QWidget):
    """The list twin of the figures: each region with its left and right; ``ticked`` carries the place."""

    ticked = Signal(object)

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips: dict[RegionSelection, Chip] = {}
        self._rows = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_12)
        self._grid.setVerticalSpacing(SPACE_4)
        self._grid.setColumnStretch(0, 1)

    def show_places(self, body: RegionBody) -> None:
        """Show which places are marked; rows that stay are never built again."""
        for row in body.rows:
            if all(place.place in self._chips for place in row.places):
                continue
            name = Label(self._theme, row.region)
            self._grid.addWidget(name, self._rows, 0, Qt.AlignmentFlag.AlignVCenter)
            for column, place in enumerate(row.places, 1):
                self._grid.addWidget(self._chip(place), self._rows, column, Qt.AlignmentFlag.AlignVCenter)
            self._rows += 1
        for row in body.rows:
            for place in row.places:
                self._chips[place.place].setChecked(place.choice is Choice.CHOSEN)

    def first(self) -> QWidget | None:
        """The place that gets the keyboard first."""
        return next(iter(self._chips.values()), None)

    def _chip(self, place: PlaceView) -> Chip:
        chip = Chip(self._theme, place.label)
        chip.setAccessibleName(place.spoken)
        chip.clicked.connect(self._pressed)
        self._chips[place.place] = chip
        return chip

    def _pressed(self) -> None:
        sender = self.sender()
        for place, chip in self._chips.items():
            if chip is sender:
                self.ticked.emit(place)
                return


class QuestionEditor(Card):
    """``QuestionEditor(theme, view, pictures)``: signals carry what the person answered."""

    replied = Signal(object)
    chosen = Signal(str)
    unsure = Signal()
    placed = Signal(object)
    turned = Signal()
    typed = Signal(str)
    went_on = Signal()
    left = Signal()

    def __init__(
        self,
        theme: LiveTheme,
        view: OpenQuestionView,
        pictures: Pictures,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self.setAccessibleName(view.title)
        column = self.column
        column.setSpacing(SPACE_12)
        column.addWidget(Label(theme, view.title, TextRole.SUBHEAD))
        for line, tone in ((view.help, Tone.INK2), (view.why, Tone.INK3)):
            if line:
                column.addWidget(Label(theme, line, TextRole.SMALL, tone))
        self._answers: EqualAnswers | None = None
        self._amount: AmountField | None = None
        self._places: PlaceChips | None = None
        self._figures: RegionFigures | None = None
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(SPACE_24)
        self._build(view, pictures)
        self._marked = Label(theme, "", TextRole.BODY, Tone.ACCENT)
        acts = QWidget()
        flow = FlowLayout(acts, SPACE_16, SPACE_8)
        self._go_on = Button(theme, "", ButtonKind.PRIMARY)
        self._go_on.clicked.connect(self.went_on)
        self._unsure = Button(theme, view.unsure, ButtonKind.SECONDARY)
        self._unsure.clicked.connect(self.unsure)
        self._unsure.setVisible(bool(view.unsure))
        self._leave = Button(theme, view.leave, ButtonKind.QUIET)
        self._leave.clicked.connect(self.left)
        for button in (self._go_on, self._unsure, self._leave):
            flow.addWidget(button)
        # A list of places is long: what is marked, and what keeps it, stand above it and stay in sight.
        above = isinstance(view.body, RegionBody)
        if not above:
            column.addLayout(self._halves)
        column.addWidget(self._marked)
        column.addWidget(acts)
        if above:
            column.addLayout(self._halves)
        theme.changed.connect(self._fold)
        self.show_question(view)
        self._fold()

    def _build(self, view: OpenQuestionView, pictures: Pictures) -> None:
        theme = self._theme
        match view.body:
            case AskBody() | ChoiceBody():
                self._answers = EqualAnswers(theme)
                self._answers.show_answers(view.body)
                self._answers.answered.connect(self._answered)
                self._halves.addWidget(self._answers, 1)
            case AmountBody():
                self._amount = AmountField(theme)
                self._amount.typed.connect(self.typed)
                self._amount.entered.connect(self.went_on)
                self._halves.addWidget(self._amount, 1)
            case RegionBody():
                self._figures = RegionFigures(theme, pictures)
                self._figures.setFixedHeight(_FIGURES_PX)
                self._figures.tapped.connect(self.placed)
                self._figures.turned.connect(self.turned)
                self._places = PlaceChips(theme)
                self._places.ticked.connect(self.placed)
                listed = QVBoxLayout()
                listed.addWidget(self._places)
                listed.addStretch(1)
                self._halves.addLayout(listed, 4)
                self._halves.addWidget(self._figures, 6, Qt.AlignmentFlag.AlignTop)

    def show_question(self, view: OpenQuestionView) -> None:
        """Show what was picked so far."""
        marked = ""
        match view.body:
            case AmountBody() if self._amount is not None:
                self._amount.show_amount(view.body)
            case RegionBody() if self._places is not None and self._figures is not None:
                self._places.show_places(view.body)
                self._figures.show_places(view.body)
                marked = view.body.picked
            case _:
                pass
        self._marked.show_text(marked)
        self._marked.setVisible(bool(marked))
        self._go_on.show_words(view.go_on)
        self._go_on.setVisible(bool(view.go_on))

    def start_focus(self) -> None:
        """Give the keyboard to the first answer."""
        first = next(
            (
                part.first()
                for part in (self._answers, self._amount, self._places)
                if part is not None and part.first() is not None
            ),
            None,
        )
        (self._leave if first is None else first).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _fold(self) -> None:
        narrow = self.width() < self._theme.scaled(_SIDE_BY_SIDE_FROM_PX)
        large = self._theme.tokens.text_factor >= _STACKED_FROM_FACTOR
        # The figures stand above the list where both do not fit beside each other.
        self._halves.setDirection(
            QBoxLayout.Direction.BottomToTop if narrow or large else QBoxLayout.Direction.LeftToRight
        )

    def _answered(self, key: object) -> None:
        if isinstance(key, Reply):
            self.replied.emit(key)
        elif key is UNSURE:
            self.unsure.emit()
        elif isinstance(key, str):
            self.chosen.emit(key)
