"""An exercise, a stretch or a walk in the place of the stage: its own words and picture, large.

Where there is room the picture and the timer are drawn, with the words below; else all of it is text that
scrolls.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.domain.ids import RowId
from acupress_desktop.presenters.session_view import ExerciseView
from acupress_desktop.ui.session_stage.stage import SessionStage
from acupress_desktop.ui.session_stage.view import StageExercise, StageView
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_12, SPACE_16, SPACE_24, SPACE_48
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.layouts import ScrollColumn
from acupress_desktop.ui.widgets.thumb import Thumb

_PICTURE_PX = 280
_COLUMN_PX = 640
_DRAWN_TEXT_FACTOR_MAX = 1.3
_DRAWN_WIDTH_MIN_PX, _DRAWN_HEIGHT_MIN_PX = 480, 420
_WORDS_LONGEST = 240
"""Longer words of a person's own scroll, and so are not put below a picture."""


class ExerciseStage(QWidget):
    """``show_view(view)`` and ``show_moment(moment)``. Everything a person wrote is plain text.

    ``own`` finds the person's own picture of a step, ``figure`` is the plain one.
    """

    def __init__(
        self, theme: LiveTheme, own: Callable[[RowId], QPixmap | None], figure: Path | None = None
    ) -> None:
        super().__init__()
        self._theme = theme
        self._own = own
        self._plain_figure = figure
        self._view: ExerciseView | None = None
        self._own_picture: QPixmap | None = None
        self._stage = SessionStage(theme)
        self._picture = Thumb(theme, None, _PICTURE_PX)
        self._title = Label(theme, "", TextRole.TITLE)
        self._amount = Label(theme, "", TextRole.HEAD, Tone.INK2)
        self._text = Label(theme, "", TextRole.LEAD)
        self._hint = Label(theme, "", TextRole.BODY, Tone.INK2)
        self._scroll = ScrollColumn()
        inside = self._scroll.column
        inside.setContentsMargins(SPACE_48, SPACE_24, SPACE_48, SPACE_24)
        inside.setSpacing(SPACE_12)
        inside.addStretch(1)
        for part in (self._picture, self._title, self._amount, self._text, self._hint):
            part.setMaximumWidth(theme.scaled(_COLUMN_PX))
            inside.addWidget(part, 0, Qt.AlignmentFlag.AlignLeading)
        for label in (self._title, self._amount, self._text, self._hint):
            inside.setAlignment(label, Qt.AlignmentFlag(0))
        inside.addStretch(2)
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(SPACE_48, 0, SPACE_48, SPACE_16)
        below.setSpacing(SPACE_12)
        self._text_below = Label(theme, "", TextRole.LEAD)
        self._hint_below = Label(theme, "", TextRole.BODY, Tone.INK2)
        below.addWidget(self._text_below)
        below.addWidget(self._hint_below)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stage, 1)
        column.addWidget(self._below)
        column.addWidget(self._scroll, 1)
        theme.changed.connect(self._fold)
        self._fold()

    @property
    def draws(self) -> bool:
        """Whether picture and timer are drawn, so that the seconds stand there."""
        return self._stage.isVisibleTo(self)

    def show_view(self, view: ExerciseView) -> None:
        """Show an exercise."""
        if view == self._view:
            return
        picture_before = None if self._view is None else self._view.picture
        if self._view is None or view.picture != picture_before:
            self._own_picture = None if view.picture is None else self._own(view.picture)
            self._picture.show_picture(self._own_picture)
            self._picture.setVisible(self._picture.shows)
        self._view = view
        self.setAccessibleName(f"{view.eyebrow}: {view.title}")
        self._title.show_text(view.title)
        self._amount.show_text(view.amount)
        for text, hint in ((self._text, self._hint), (self._text_below, self._hint_below)):
            text.show_text(view.text)
            text.setVisible(bool(view.text))
            hint.show_text(view.hint)
            hint.setVisible(bool(view.hint))
        self._stage.show_exercise(
            StageExercise(view.title, view.amount, self._own_picture, self._plain_figure)
        )
        self._fold()

    def show_moment(self, moment: StageView) -> None:
        """Show how far the exercise is."""
        self._stage.show_view(moment)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        words = "" if self._view is None else self._view.text
        drawn = (
            self._theme.tokens.text_factor <= _DRAWN_TEXT_FACTOR_MAX
            and self.width() >= _DRAWN_WIDTH_MIN_PX
            and self.height() >= _DRAWN_HEIGHT_MIN_PX
            and len(words) <= _WORDS_LONGEST
        )
        self._stage.setVisible(drawn)
        self._below.setVisible(drawn)
        self._scroll.setVisible(not drawn)
