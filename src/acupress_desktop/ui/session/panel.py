"""The right side of the session: where to press, how long, how hard, and what comes next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.session_view import FollowingView, LiveView, PlaceView, SessionView
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24
from acupress_desktop.ui.theme.plain_label import Label, Run, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.cards import Figure
from acupress_desktop.ui.widgets.layouts import Hairline, ScrollColumn
from acupress_desktop.ui.widgets.pressure_scale import PressureScale
from acupress_desktop.ui.widgets.thumb import Thumb

SiteThumbs = Callable[[PointCode, SiteSide], QPixmap | None]
_NEXT_THUMB_PX = 88


class SessionPanel(QWidget):
    """``show_place``, ``show_live`` and ``show_following`` change only what differs.

    The seconds stay in view; at large text everything below them scrolls.
    """

    def __init__(self, theme: LiveTheme, view: SessionView, thumbs: SiteThumbs) -> None:
        super().__init__()
        self._theme = theme
        self._thumbs = thumbs
        self._place: PlaceView | None = None
        self._following: FollowingView | None = None
        self._small = False
        self._eyebrow = eyebrow(theme, "")
        self._title = Label(theme, "", TextRole.TITLE)
        self._name = Label(theme, "", TextRole.BODY)
        self._how = Label(theme, "", TextRole.BODY, Tone.INK2)
        self._posture = Label(theme, "", TextRole.SMALL, Tone.INK3)
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
        self._build()

    def _build(self) -> None:
        theme = self._theme
        scroll = ScrollColumn()
        column = scroll.column
        column.setSpacing(SPACE_8)
        column.addWidget(self._eyebrow)
        column.addWidget(self._title)
        column.addWidget(self._name)
        column.addSpacing(SPACE_4)
        column.addWidget(self._how)
        column.addWidget(self._posture)
        column.addSpacing(SPACE_12)
        column.addWidget(Hairline(theme))
        self._seconds = QWidget()
        seconds = QHBoxLayout(self._seconds)
        seconds.setContentsMargins(0, 0, 0, 0)
        seconds.setSpacing(SPACE_24)
        seconds.addWidget(self._figure)
        seconds.addWidget(self._seconds_label, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(self._seconds)
        self._column = column
        self._seconds_place = column.indexOf(self._seconds)
        column.addWidget(Hairline(theme))
        column.addSpacing(SPACE_8)
        column.addWidget(self._pressure)
        column.addWidget(self._scale)
        column.addWidget(self._own_tries)
        column.addWidget(self._stop_line)
        column.addSpacing(SPACE_8)
        self._next_line = Hairline(theme)
        column.addWidget(self._next_line)
        column.addSpacing(SPACE_8)
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
        column.addLayout(following)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def fold(self, *, folded: bool, small: bool) -> None:
        """At large text the seconds come first, since the rest scrolls; a small window has no picture."""
        self._small = small
        self._next_thumb.setVisible(self._next_thumb.shows and not small)
        place = 0 if folded else self._seconds_place
        if self._column.indexOf(self._seconds) != place:
            self._column.removeWidget(self._seconds)
            self._column.insertWidget(place, self._seconds)

    def show_place(self, place: PlaceView) -> None:
        """Show the site."""
        if place == self._place:
            return
        self._place = place
        self._eyebrow.show_text(place.eyebrow)
        self._title.show_text(place.title)
        hanzi = (Run(f" {place.hanzi}", Tone.INK2),) if place.hanzi else ()
        self._name.show_text(
            (Run(place.english, weight=Weight.STRONG), Run(f" {place.code}", Tone.INK2), *hanzi)
        )
        self._how.show_text(place.how)
        self._posture.show_text(place.posture)
        number = str(place.felt_pressure)
        head, _, tail = place.pressure.partition(number)
        self._pressure.show_text((Run(f"{head}{number}", weight=Weight.STRONG), Run(tail, Tone.INK2)))
        self._scale.show_target(place.felt_pressure, place.pressure)
        self._own_tries.show_text("\n".join(place.pressure_lines))
        self._own_tries.setVisible(bool(place.pressure_lines))
        self._stop_line.show_text(place.stop_line)

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
        self._next_thumb.setVisible(self._next_thumb.shows and not self._small)
