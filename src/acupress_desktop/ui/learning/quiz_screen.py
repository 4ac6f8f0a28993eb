"""The quiz: one question at a time, answered on the picture, in the list or by a key."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.body_album import BodyAlbum
from acupress_desktop.domain.point_practice import ReviewKind, ReviewRating
from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.presenters.learning_view import (
    AnswerView,
    QuestionView,
    QuizEndView,
    QuizPictureView,
    QuizView,
)
from acupress_desktop.ui.body_map.body_layer import PictureShelf
from acupress_desktop.ui.body_map.map_widget import BodyMap
from acupress_desktop.ui.flow.frame import FlowFrame, PageWidth
from acupress_desktop.ui.learning.answer_part import AnswerPart
from acupress_desktop.ui.learning.option_row import OptionRow
from acupress_desktop.ui.learning.rating_bar import RatingBar, Spread
from acupress_desktop.ui.learning.scenes import quiz_scene
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8, SPACE_12, SPACE_16, SPACE_24
from acupress_desktop.ui.theme.plain_label import Label, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind, ButtonSize

OPTIONS_MAX = 6
_PICTURE_SHARE = 54
_LOW_PX = 700
"""Below this height six answers fit only under a smaller title."""


class QuizPresenting(Protocol):
    """What the page asks of its presenter."""

    def present(self) -> QuizView:
        """Show the question, its answer, or the end."""
        ...

    def choose(self, number: int) -> QuizView:
        """Answer."""
        ...

    def rate(self, rating: ReviewRating) -> QuizView:
        """Say how hard it was."""
        ...

    def go_on(self) -> QuizView:
        """Ask the next question."""
        ...

    def more(self) -> QuizView:
        """Let more new points begin."""
        ...

    def open_card(self) -> Destination:
        """Open the point in the atlas."""
        ...

    def leave(self) -> Destination:
        """Stop."""
        ...


class QuizScreen(FlowFrame):
    """``QuizScreen(presenter, theme, album, shelf)``; ``leave`` emits a destination.

    Keys 1 to 6 choose, then 1 to 4 rate; Enter goes on; Escape stops.
    """

    leave = Signal(object)

    def __init__(
        self,
        presenter: QuizPresenting,
        theme: LiveTheme,
        album: BodyAlbum,
        shelf: PictureShelf | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._presenter = presenter
        self._album = album
        self._view: QuizView = presenter.present()
        self._eyebrow = eyebrow(theme, "")
        self._title = Label(theme, "", TextRole.TITLE)
        self._low_title = Label(theme, "", TextRole.HEAD)
        self._lead = Label(theme, "", TextRole.LEAD, Tone.INK2)
        self._study = Label(theme, "", TextRole.SMALL, Tone.CAUTION)
        self._options = QWidget()
        rows = QVBoxLayout(self._options)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACE_8)
        self._rows = tuple(OptionRow(theme, TextRole.BODY) for _number in range(OPTIONS_MAX))
        for row in self._rows:
            row.clicked.connect(self._row_clicked)
            rows.addWidget(row)
        self._answer = AnswerPart(theme)
        self._ratings = RatingBar(theme)
        self._ratings.rated.connect(self._rate)
        self._lines = Label(theme, "", TextRole.LEAD, Tone.INK2)
        self._map = BodyMap(theme, shelf)
        self._place = Label(theme, "", TextRole.SMALL, Tone.INK2)
        self._pane = QWidget()
        self._next = Button(theme, "", ButtonKind.PRIMARY, ButtonSize.MEDIUM)
        self._card = Button(theme, "", ButtonKind.QUIET)
        self._kept = Label(theme, "", TextRole.SMALL, Tone.INK3)
        self._kept.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._keys = Label(theme, "", TextRole.CAPTION, Tone.INK3)
        self._build()
        self._connect()
        self.show_width(PageWidth.FULL)
        self.show_view(self._view)

    # --- Showing

    def show_view(self, view: QuizView) -> None:
        """Show ``view``; the keyboard goes to what is to be done next."""
        fresh = type(view) is not type(self._view) or isinstance(view, QuestionView)
        self._view = view
        self.show_mast(view.page, view.close)
        for title in (self._title, self._low_title):
            title.show_text(view.title)
        self._options.setVisible(isinstance(view, QuestionView))
        self._answer.setVisible(isinstance(view, AnswerView))
        self._lines.setVisible(isinstance(view, QuizEndView))
        self._pane.setVisible(not isinstance(view, QuizEndView))
        self.foot.setVisible(isinstance(view, QuestionView))
        match view:
            case QuestionView():
                self._show_question(view)
            case AnswerView():
                self._show_answer(view)
            case QuizEndView():
                self._show_end(view)
        self._refold()
        if fresh:
            self.to_top()
            self._first().setFocus(Qt.FocusReason.OtherFocusReason)
            # The keyboard may have passed over a point of the picture while rows were hidden.
            self._map.show_current(None)

    def _show_question(self, view: QuestionView) -> None:
        self._show_head(view.eyebrow, view.lead, view.study_only)
        self._options.setAccessibleName(view.options_name)
        role_detail = view.kind is ReviewKind.NAME
        for row, option in zip(self._rows, view.options, strict=False):
            row.show_option(option.key, option.text, option.detail if role_detail else "")
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(view.options))
        self._show_picture(view.picture)
        self._keys.show_text(view.keys)
        self._show_acts("", "", "")

    def _show_answer(self, view: AnswerView) -> None:
        self._show_head(view.eyebrow, view.lead, view.study_only)
        self._answer.show_view(view)
        self._show_picture(view.picture)
        self._ratings.show_ratings(view.ratings_name, view.ratings)
        self._show_acts(view.next, view.whole_card, view.kept)

    def _show_end(self, view: QuizEndView) -> None:
        self._show_head("", "", "")
        self._lines.show_text("\n".join(view.lines))
        self._show_acts(view.back, "" if view.more is None else view.more.label, "")

    def _show_head(self, over: str, lead: str, study: str) -> None:
        for label, words in ((self._eyebrow, over), (self._lead, lead), (self._study, study)):
            label.show_text(words)
            label.setVisible(bool(words))
        self.setAccessibleDescription(
            " ".join(part for part in (over, self._view.title, lead, study) if part)
        )

    def _show_picture(self, view: QuizPictureView) -> None:
        self._place.show_text(view.place)
        self._map.show_seen(view.turned)
        self._map.show_scene(quiz_scene(self._album, view))

    def _show_acts(self, next_words: str, other: str, kept: str) -> None:
        self._kept.show_text(kept)
        if not isinstance(self._view, AnswerView):
            self._ratings.hide()
        for button, words in ((self._next, next_words), (self._card, other)):
            button.show_words(words)
            button.setVisible(bool(words))
        self.acts_line.setVisible(bool(next_words))

    def _first(self) -> QWidget:
        return self._rows[0] if isinstance(self._view, QuestionView) else self._next

    # --- Layout

    def _build(self) -> None:
        self.column.setSpacing(SPACE_12)
        for part in (self._eyebrow, self._title, self._low_title, self._lead, self._study):
            self.column.addWidget(part)
        self.column.addSpacing(SPACE_12)
        bodies: tuple[QWidget, ...] = (self._options, self._answer, self._lines)
        for body in bodies:
            self.column.addWidget(body)
        self.column.addStretch(1)
        picture = QVBoxLayout(self._pane)
        picture.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_16)
        picture.setSpacing(SPACE_8)
        picture.addWidget(self._place)
        picture.addWidget(self._map, 1)
        self._sticky = QVBoxLayout()
        self._sticky.setSpacing(SPACE_12)
        acts = QHBoxLayout()
        acts.setSpacing(SPACE_24)
        acts.addWidget(self._next)
        acts.addWidget(self._card)
        acts.addWidget(self._kept, 1)
        self._sticky.addLayout(acts)
        self.acts.addLayout(self._sticky, 1)
        self.place_beside(self._pane, _PICTURE_SHARE)
        self.foot.row.addWidget(self._keys, 1)

    def _refold(self) -> None:
        """A smaller title in a low window; ratings in sight, or in the column where they would fill it."""
        low = self.one_column or self.narrow or self.height() < self.theme.scaled(_LOW_PX)
        self._title.setVisible(not low)
        self._low_title.setVisible(low)
        if self.one_column:
            self.column.insertWidget(self.column.indexOf(self._answer) + 1, self._ratings)
            self._ratings.spread(Spread.TWO_BY_TWO)
        else:
            self._sticky.insertWidget(0, self._ratings)
            self._ratings.spread(Spread.BELOW if self.narrow else Spread.BEHIND)

    # --- Acting

    def _connect(self) -> None:
        self._map.point_chosen.connect(self._choose)
        self._next.clicked.connect(self._go_on)
        self._card.clicked.connect(self._other)
        self.closed.connect(self._stop)
        self.folded.connect(self._refold)
        for number in range(1, OPTIONS_MAX + 1):
            self._shortcut(Qt.Key(Qt.Key.Key_0.value + number)).activated.connect(self._digit)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._shortcut(key).activated.connect(self._enter)

    def _shortcut(self, key: Qt.Key) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        return shortcut

    def _digit(self) -> None:
        shortcut = self.sender()
        if not isinstance(shortcut, QShortcut):
            return
        number = int(shortcut.key().toString())
        match self._view:
            case QuestionView():
                self._choose(number)
            case AnswerView(ratings=ratings) if number <= len(ratings):
                self._rate(ratings[number - 1].rating)
            case _:
                pass

    def _enter(self) -> None:
        """Press the button that has the keyboard; without one go on, once there is an answer."""
        focused = self.focusWidget()
        if isinstance(focused, QAbstractButton) and focused.isVisible() and focused.hasFocus():
            focused.click()
        elif not isinstance(self._view, QuestionView):
            self._go_on()

    def _row_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, OptionRow):
            self._choose(self._rows.index(row) + 1)

    def _choose(self, number: object) -> None:
        if isinstance(number, int) and isinstance(self._view, QuestionView):
            if self._view.kind is ReviewKind.NAME and self.sender() is self._map:
                # The one marker of this picture is the question, not an answer.
                return
            self.show_view(self._presenter.choose(number))

    def _rate(self, rating: ReviewRating) -> None:
        self.show_view(self._presenter.rate(rating))

    def _go_on(self) -> None:
        if isinstance(self._view, QuizEndView):
            self._stop()
        else:
            self.show_view(self._presenter.go_on())

    def _other(self) -> None:
        if isinstance(self._view, QuizEndView):
            self.show_view(self._presenter.more())
        else:
            self.leave.emit(self._presenter.open_card())

    def _stop(self) -> None:
        self.leave.emit(self._presenter.leave())
