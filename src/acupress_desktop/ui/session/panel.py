"""The right side of the session: where to press, how long, how hard, and what comes next."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.ids import PointCode, RowId
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.session_view import (
    Calm,
    ComfortView,
    ExerciseView,
    FollowingView,
    LiveView,
    PlaceView,
    SessionView,
)
from acupress_desktop.ui.session.comfort_bar import ComfortBar
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_8, SPACE_16, SPACE_24
from acupress_desktop.ui.theme.plain_label import Label, Run, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.cards import Figure
from acupress_desktop.ui.widgets.layouts import Hairline, ScrollColumn
from acupress_desktop.ui.widgets.pressure_scale import PressureScale
from acupress_desktop.ui.widgets.thumb import Thumb

SiteThumbs = Callable[[PointCode, SiteSide], QPixmap | None]
_NEXT_THUMB_PX = 88
_OWN_PICTURE_PX = 120
_SCROLL_PX = 48
_LOW_PX = 440


class Closeness(Enum):
    """How close together the parts stand, so that all of them fit without scrolling where they can."""

    ROOMY = "roomy"
    CLOSE = "close"
    """Less air, a smaller title, no picture of the next place."""
    TIGHT = "tight"
    """The seconds first, and smaller where it is very low; the rest scrolls."""


_AIR_PX = {Closeness.ROOMY: SPACE_8, Closeness.CLOSE: SPACE_4, Closeness.TIGHT: SPACE_4}


class SessionPanel(QWidget):
    """``show_place``, ``show_live`` and ``show_following`` change only what differs.

    The seconds stay in view; at large text everything below them scrolls. How the last place felt is asked
    below, outside of what scrolls. ``acted`` carries the ``SessionAct`` of an answer.
    """

    acted = Signal(object)

    def __init__(
        self, theme: LiveTheme, view: SessionView, thumbs: SiteThumbs, own: Callable[[RowId], QPixmap | None]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._thumbs = thumbs
        self._own = own
        self._place: PlaceView | None = None
        self._following: FollowingView | None = None
        self._closeness = Closeness.ROOMY
        self._calm = Calm.ALL
        self._exercise: ExerciseView | None = None
        self._asks = False
        self._seconds_on_stage = False
        self._fitting = False
        self._eyebrow = eyebrow(theme, "")
        self._title = Label(theme, "", TextRole.TITLE)
        self._name = Label(theme, "", TextRole.BODY)
        self._how = Label(theme, "", TextRole.BODY, Tone.INK2)
        self._posture = Label(theme, "", TextRole.SMALL, Tone.INK3)
        self._note = Label(theme, "", TextRole.SMALL, Tone.INK2)
        self._own_picture = Thumb(theme, None, _OWN_PICTURE_PX)
        self._figure = Figure(theme, TextRole.FIGURE)
        self._seconds_label = Label(theme, "", TextRole.BODY, Tone.INK2)
        self._pressure = Label(theme, "", TextRole.BODY)
        self._scale = PressureScale(theme, view.place.pressure_low, view.place.pressure_high)
        self._own_tries = Label(theme, "", TextRole.SMALL, Tone.INK2)
        self._stop_line = Label(theme, "", TextRole.SMALL, Tone.INK2)
        self._next_thumb = Thumb(theme, None, _NEXT_THUMB_PX)
        self._next_eyebrow = eyebrow(theme, "")
        self._next_title = Label(theme, "", TextRole.BODY)
        self._next_detail = Label(theme, "", TextRole.SMALL, Tone.INK2)
        self._following_part = QWidget()
        self._comfort = ComfortBar(theme)
        self._comfort.acted.connect(self.acted)
        self._build()
        theme.changed.connect(self.fit)

    def _build(self) -> None:
        theme = self._theme
        self._scroll = ScrollColumn()
        scroll = self._scroll
        column = scroll.column
        column.setSpacing(SPACE_8)
        column.addWidget(self._eyebrow)
        column.addWidget(self._title)
        column.addWidget(self._name)
        column.addWidget(self._how)
        column.addWidget(self._posture)
        column.addWidget(self._note)
        column.addWidget(self._own_picture)
        column.addSpacing(SPACE_4)
        self._line_above = Hairline(theme)
        column.addWidget(self._line_above)
        self._seconds = QWidget()
        seconds = QHBoxLayout(self._seconds)
        seconds.setContentsMargins(0, 0, 0, 0)
        seconds.setSpacing(SPACE_24)
        seconds.addWidget(self._figure)
        seconds.addWidget(self._seconds_label, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(self._seconds)
        self._column = column
        self._seconds_place = column.indexOf(self._seconds)
        self._seconds_line = Hairline(theme)
        column.addWidget(self._seconds_line)
        column.addSpacing(SPACE_4)
        column.addWidget(self._pressure)
        column.addWidget(self._scale)
        column.addWidget(self._own_tries)
        column.addWidget(self._stop_line)
        self._build_preview()
        column.addWidget(self._following_part)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addWidget(self._comfort)

    def _build_preview(self) -> None:
        preview = QVBoxLayout(self._following_part)
        preview.setContentsMargins(0, SPACE_8, 0, 0)
        preview.setSpacing(SPACE_16)
        self._preview_line = Hairline(self._theme)
        preview.addWidget(self._preview_line)
        following = QHBoxLayout()
        following.setSpacing(SPACE_16)
        following.addWidget(self._next_thumb, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._next_eyebrow)
        words.addWidget(self._next_title)
        words.addWidget(self._next_detail)
        words.addStretch(1)
        following.addLayout(words, 1)
        preview.addLayout(following)

    @property
    def closeness(self) -> Closeness:
        """How close the parts stand just now."""
        return self._closeness

    def fit(self) -> None:
        """Stand as close as the height asks for: at large text and in low windows the seconds come first.

        What is asked below and the preview take turns, so both are reckoned with, and nothing jumps.
        """
        if self._fitting or self.height() <= 0:
            return
        self._fitting = True
        for closeness in Closeness:
            self._stand(closeness)
            if self._needed_px() <= self.height():
                break
        self._fitting = False

    def _stand(self, closeness: Closeness) -> None:
        self._closeness = closeness
        roomy, tight = closeness is Closeness.ROOMY, closeness is Closeness.TIGHT
        self._column.setSpacing(_AIR_PX[closeness])
        self._title.show_role(TextRole.TITLE if roomy else TextRole.HEAD)
        low = self.height() < self._theme.scaled(_LOW_PX)
        self._figure.show_role(TextRole.DISPLAY if tight and low else TextRole.FIGURE)
        self._rule_off()
        self._next_thumb.setVisible(self._next_thumb.shows and roomy)
        place = 0 if tight else self._seconds_place
        if self._column.indexOf(self._seconds) != place:
            self._column.removeWidget(self._seconds)
            self._column.insertWidget(place, self._seconds)

    def _needed_px(self) -> int:
        wide = self.width()
        always = self._column.heightForWidth(wide)
        preview = _tall(self._following_part, wide)
        if not self._following_part.isHidden():
            always -= preview + self._column.spacing()
        turns = self._comfort.roomiest_px(wide)
        if self._calm is Calm.ALL:
            turns = max(turns, preview + self._column.spacing())
        return always + turns

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _rule_off(self) -> None:
        """Draw a line above and below the seconds where there is something to part.

        Beside an exercise that is drawn, only the preview stands here.
        """
        here, presses = not self._seconds_on_stage, self._exercise is None
        self._seconds_line.setVisible(here and presses and self._closeness is not Closeness.TIGHT)
        for part in (self._eyebrow, self._line_above, self._preview_line):
            part.setVisible(here or presses)

    def leave_seconds(self, *, to_stage: bool) -> None:
        """Where the stage shows the seconds, they do not stand here once more."""
        if to_stage is self._seconds_on_stage:
            return
        self._seconds_on_stage = to_stage
        self._seconds.setVisible(not to_stage)
        self._rule_off()

    def show_place(self, place: PlaceView) -> None:
        """Show the site."""
        if place == self._place:
            return
        self._place = place
        self._head()
        hanzi = (Run(f" {place.hanzi}", Tone.INK2),) if place.hanzi else ()
        self._name.show_text(
            (Run(place.english, weight=Weight.STRONG), Run(f" {place.code}", Tone.INK2), *hanzi)
        )
        self._how.show_text(place.how)
        self._posture.show_text(place.posture)
        self._note.show_text(place.note)
        self._own_picture.show_picture(None if place.picture is None else self._own(place.picture))
        number = str(place.felt_pressure)
        head, _, tail = place.pressure.partition(number)
        self._pressure.show_text((Run(f"{head}{number}", weight=Weight.STRONG), Run(tail, Tone.INK2)))
        self._scale.show_target(place.felt_pressure, place.pressure)
        self._own_tries.show_text("\n".join(place.pressure_lines))
        self._stop_line.show_text(place.stop_line)
        self._choose_parts()

    def show_exercise(self, exercise: ExerciseView | None) -> None:
        """Show seconds and title of an exercise; ``None`` for a place to press."""
        if exercise != self._exercise:
            self._exercise = exercise
            self._head()
            self._choose_parts()

    def show_calm(self, calm: Calm) -> None:
        """In the quiet view how to find the place and what comes next are hidden."""
        if calm is not self._calm:
            self._calm = calm
            self._choose_parts()

    def show_comfort(self, comfort: ComfortView | None) -> None:
        """Ask below how the last place felt; the preview makes room meanwhile."""
        self._comfort.show_view(comfort)
        if self._asks is not (comfort is not None):
            self._asks = comfort is not None
            self._choose_parts()

    def scrolls_by(self, key: str) -> bool:
        """Scroll for an arrow key where there is more than fits; tell whether there is."""
        bar = self._scroll.verticalScrollBar()
        if key not in {"Up", "Down"} or bar.maximum() == 0:
            return False
        bar.setValue(bar.value() + (_SCROLL_PX if key == "Down" else -_SCROLL_PX))
        return True

    def _head(self) -> None:
        if self._exercise is not None:
            self._eyebrow.show_text(self._exercise.eyebrow)
            self._title.show_text(self._exercise.title)
        elif self._place is not None:
            self._eyebrow.show_text(self._place.eyebrow)
            self._title.show_text(self._place.title)

    def _choose_parts(self) -> None:
        place, presses = self._place, self._exercise is None
        all_shown = presses and self._calm is Calm.ALL
        for part in (self._title, self._name, self._pressure, self._scale, self._stop_line):
            part.setVisible(presses)
        self._how.setVisible(all_shown)
        self._posture.setVisible(all_shown)
        self._note.setVisible(all_shown and place is not None and bool(place.note))
        self._own_picture.setVisible(all_shown and self._own_picture.shows)
        self._own_tries.setVisible(all_shown and place is not None and bool(place.pressure_lines))
        self._following_part.setVisible(self._calm is Calm.ALL and not self._asks)
        self.fit()

    def show_live(self, live: LiveView) -> None:
        """Show the seconds."""
        self._figure.show_figure(live.seconds, f"{live.seconds} {live.seconds_label}")
        of = f"\n{live.seconds_of}" if live.seconds_of else ""
        self._seconds_label.show_text(f"{live.seconds_label}{of}")

    def show_following(self, following: FollowingView) -> None:
        """Show the preview."""
        if following == self._following:
            return
        self._following = following
        self._next_eyebrow.show_text(following.eyebrow)
        self._next_title.show_text((Run(following.title, weight=Weight.STRONG),))
        self._next_detail.show_text(following.detail)
        picture = None
        if following.point is not None and following.side is not None:
            picture = self._thumbs(following.point, following.side)
        self._next_thumb.show_picture(picture)
        self.fit()


def _tall(widget: QWidget, wide: int) -> int:
    return widget.heightForWidth(wide) if widget.hasHeightForWidth() else widget.sizeHint().height()
