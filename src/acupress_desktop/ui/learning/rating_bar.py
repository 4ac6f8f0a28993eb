"""How hard it was: four ratings that stay in sight while the instructions beside them may scroll."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from acupress_desktop.presenters.learning_view import RatingView
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.ui.learning.option_row import OptionRow
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8, SPACE_16
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.type_roles import TextRole

RATINGS = 4


class Spread(Enum):
    """How the ratings lie: in one row behind their question, in one row or two by two below it."""

    BEHIND = "behind"
    BELOW = "below"
    TWO_BY_TWO = "two by two"


class RatingBar(QWidget):
    """``RatingBar(theme)``; ``show_ratings(name, ratings)``. ``rated`` emits a ``ReviewRating``."""

    rated = Signal(object)

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ratings: tuple[RatingView, ...] = ()
        self._spread: Spread | None = None
        self._question = Label(theme, "", TextRole.SUBHEAD)
        self._question.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._rows = tuple(OptionRow(theme, TextRole.BODY) for _rating in range(RATINGS))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_8)
        self._grid.setVerticalSpacing(SPACE_8)
        for row in self._rows:
            row.setCheckable(True)
            row.clicked.connect(self._clicked)
        self.spread(Spread.BEHIND)

    def show_ratings(self, name: str, ratings: tuple[RatingView, ...]) -> None:
        """Show the ratings with what would come of each; none hides the bar."""
        self._ratings = ratings
        self.setVisible(bool(ratings))
        self.setAccessibleName(name)
        self._question.show_text(name)
        for row, rating in zip(self._rows, ratings, strict=False):
            row.show_option(rating.key, rating.label, rating.back, rating.means)
            row.setChecked(rating.choice is Choice.CHOSEN)

    def spread(self, how: Spread) -> None:
        """Lie as there is room."""
        if how is self._spread:
            return
        self._spread = how
        behind = how is Spread.BEHIND
        columns = 2 if how is Spread.TWO_BY_TWO else RATINGS
        first = (0, 1) if behind else (1, 0)
        self._grid.addWidget(self._question, 0, 0, 1, 1 if behind else columns)
        for number, row in enumerate(self._rows):
            self._grid.addWidget(row, first[0] + number // columns, first[1] + number % columns)
        for column in range(RATINGS + 1):
            stretched = first[1] <= column < first[1] + columns
            self._grid.setColumnStretch(column, 1 if stretched else 0)
        self._question.setContentsMargins(0, 0, SPACE_16 if behind else 0, 0)

    def _clicked(self) -> None:
        row = self.sender()
        if isinstance(row, OptionRow) and self._ratings:
            self.rated.emit(self._ratings[self._rows.index(row)].rating)
