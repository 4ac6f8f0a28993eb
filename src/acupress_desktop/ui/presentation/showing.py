"""One point, large: picture and labels, the client's left and right, a short card, the way on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.body_album import BodyAlbum
from acupress_desktop.domain.sides import Side
from acupress_desktop.presenters.presentation_view import ShowingView, ShownRow
from acupress_desktop.ui.body_map.body_layer import PictureShelf
from acupress_desktop.ui.body_map.map_widget import BodyMap
from acupress_desktop.ui.body_map.scene import ScreenHalf, SideMark
from acupress_desktop.ui.presentation.scenes import large_picture
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8, SPACE_12, SPACE_16, SPACE_24, SPACE_32
from acupress_desktop.ui.theme.plain_label import Label, Run, Wrap, eyebrow
from acupress_desktop.ui.theme.tokens import Tone, qcolor
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.badges import SideBadge
from acupress_desktop.ui.widgets.buttons import Button, ButtonExtras, ButtonKind, ButtonSize, IconPlace
from acupress_desktop.ui.widgets.layouts import FlowLayout, Hairline, Lie, ScrollColumn

_BADGE_PX = 43
"""64 px at the factor of 1.5 that everything has here."""
_CARD_PX = 300
_HEADING_PX = 80
_STACKED_BELOW_PX = 900
_MAP_MIN_PX = 280


class _Mast(QWidget):
    """What is shown and under which words, on the raised ground."""

    def __init__(self, theme: LiveTheme) -> None:
        super().__init__()
        self._theme = theme
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(SPACE_32, SPACE_12, SPACE_32, SPACE_12)
        self._row.setSpacing(SPACE_24)
        self._title = Label(theme, "", TextRole.BRAND)
        self._note = Label(theme, "", TextRole.CAPTION, Tone.INK2)
        self._row.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._note, 1, Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self.update)

    def show_words(self, title: str, note: str) -> None:
        """Show other words."""
        self._title.show_text(title)
        self._note.show_text(note)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._theme.scaled(_STACKED_BELOW_PX)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(SPACE_24 if wide else 0)
        far = Qt.AlignmentFlag.AlignTrailing if wide else Qt.AlignmentFlag.AlignLeading
        self._note.setAlignment(far | Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), qcolor(self._theme.colours.raised))
        line = max(1, round(self._theme.tokens.hairline_px))
        painter.fillRect(0, self.height() - line, self.width(), line, qcolor(self._theme.colours.hair))


class _Row(QWidget):
    """A heading in capitals, its words beside it."""

    def __init__(self, theme: LiveTheme, view: ShownRow) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_16)
        self._theme = theme
        self._heading = eyebrow(theme, view.heading)
        row.addWidget(self._heading, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(theme, view.text), 1)
        self.setAccessibleName(f"{view.heading}: {view.text}")
        theme.changed.connect(self._place)
        self._place()

    def _place(self) -> None:
        self._heading.setFixedWidth(self._theme.scaled(_HEADING_PX))


class ShowingPage(QWidget):
    """``ShowingPage(theme, view, shelf)``; ``show_view(view, album)``."""

    next_asked = Signal()
    previous_asked = Signal()
    other_side_asked = Signal()
    left = Signal()
    site_chosen = Signal(object)

    def __init__(self, theme: LiveTheme, view: ShowingView, shelf: PictureShelf) -> None:
        super().__init__()
        self._theme = theme
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._mast = _Mast(theme)
        outer.addWidget(self._mast)
        self._scroll = ScrollColumn()
        outer.addWidget(self._scroll, 1)
        both = QWidget()
        self._scroll.column.addWidget(both, 1)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, both)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(0)
        picture = QVBoxLayout()
        picture.setContentsMargins(SPACE_32, SPACE_24, SPACE_32, SPACE_16)
        picture.setSpacing(SPACE_16)
        self._badges = QHBoxLayout()
        self._on_screen_left = SideBadge(theme, _side_of(view), "", _BADGE_PX)
        self._on_screen_right = SideBadge(theme, _side_of(view), "", _BADGE_PX)
        self._badges.addWidget(self._on_screen_left)
        self._badges.addStretch(1)
        self._badges.addWidget(self._on_screen_right)
        picture.addLayout(self._badges)
        self.body_map = BodyMap(theme, shelf)
        self.body_map.setMinimumHeight(_MAP_MIN_PX)
        self.body_map.point_chosen.connect(self.site_chosen)
        picture.addWidget(self.body_map, 1)
        self._both.addLayout(picture, 1)
        self._line = Hairline(theme, Lie.DOWN)
        self._both.addWidget(self._line)
        self._card = QWidget()
        self._card_column = QVBoxLayout(self._card)
        self._card_column.setContentsMargins(SPACE_32, SPACE_24, SPACE_32, SPACE_24)
        self._card_column.setSpacing(SPACE_12)
        self._both.addWidget(self._card)
        self._build_card(view)

    def _build_card(self, view: ShowingView) -> None:
        theme, column = self._theme, self._card_column
        self._counter = eyebrow(theme, view.counter)
        self._title = Label(theme, view.title, TextRole.HEAD)
        self._names = Label(theme, view.pinyin)
        self._hanzi = Label(theme, view.hanzi, TextRole.HANZI, Tone.INK, Wrap.ELIDE)
        for label in (self._counter, self._title, self._names, self._hanzi):
            column.addWidget(label)
        column.addWidget(Hairline(theme))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE_12)
        column.addLayout(self._rows)
        self._shown_rows: tuple[ShownRow, ...] = ()
        column.addStretch(1)
        acts = QWidget()
        flow = FlowLayout(acts, SPACE_8, SPACE_8)
        back = ButtonExtras(icon=Icon.BACK)
        self._previous = Button(theme, view.previous.label, ButtonKind.SECONDARY, ButtonSize.PAGE, back)
        self._previous.clicked.connect(self.previous_asked)
        on = ButtonExtras(icon=Icon.FORWARD, icon_place=IconPlace.TRAILING)
        self._next = Button(theme, view.next.label, ButtonKind.PRIMARY, ButtonSize.PAGE, on)
        self._next.clicked.connect(self.next_asked)
        flow.addWidget(self._previous)
        flow.addWidget(self._next)
        column.addWidget(acts)
        others = QWidget()
        quiet = FlowLayout(others, SPACE_24, 0)
        self._other_side = Button(theme, "", ButtonKind.QUIET)
        self._other_side.clicked.connect(self.other_side_asked)
        quiet.addWidget(self._other_side)
        leave = Button(theme, view.leave, ButtonKind.QUIET)
        leave.clicked.connect(self.left)
        quiet.addWidget(leave)
        column.addWidget(others)
        self.setFocusProxy(self._next)

    def show_view(self, view: ShowingView, album: BodyAlbum | None) -> None:
        """Show another point."""
        self._mast.show_words(view.mast, view.mast_note)
        self._counter.show_text(view.counter)
        self._title.show_text(view.title)
        code = (Run(f"{view.code}  ", None, Weight.STRONG),) if view.code else ()
        self._names.show_text((*code, Run(view.pinyin, Tone.INK2)))
        self._hanzi.show_text(view.hanzi)
        self._show_rows(view.rows)
        # The number is enough to see; the words are what a screen reader says.
        self._previous.show_words(view.previous.detail)
        self._previous.setAccessibleName(view.previous.label)
        self._previous.setToolTip(view.previous.label)
        self._previous.setEnabled(view.previous.ready)
        self._previous.setAccessibleDescription(view.previous.blocked_because)
        self._next.setEnabled(view.next.ready)
        self._next.setAccessibleDescription(view.next.blocked_because)
        self._other_side.setVisible(view.other_side is not None)
        self._other_side.show_words("" if view.other_side is None else view.other_side.label)
        picture = None if album is None else large_picture(album, view)
        self.body_map.show_scene(None if picture is None else picture.scene)
        self._show_sides(() if picture is None else picture.sides)
        self.body_map.show_current((view.site.point, view.site.side))

    def _show_rows(self, rows: tuple[ShownRow, ...]) -> None:
        if rows == self._shown_rows:
            return
        self._shown_rows = rows
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row in rows:
            self._rows.addWidget(_Row(self._theme, row))

    def _show_sides(self, sides: tuple[SideMark, ...]) -> None:
        """Put each badge over the half of the picture where that side is."""
        by_half = {side.half: side for side in sides}
        left = by_half.get(ScreenHalf.SCREEN_LEFT) or by_half.get(None)
        right = by_half.get(ScreenHalf.SCREEN_RIGHT)
        for badge, mark in ((self._on_screen_left, left), (self._on_screen_right, right)):
            badge.setVisible(mark is not None)
            if mark is not None:
                badge.show_side(mark.side, mark.words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        stacked = self.width() < self._theme.scaled(_STACKED_BELOW_PX)
        self._both.setDirection(
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        )
        self._line.setVisible(not stacked)
        if stacked:
            self._card.setMinimumWidth(0)
            self._card.setMaximumWidth(16_777_215)
            self.body_map.setMinimumHeight(max(_MAP_MIN_PX, round(self.height() * 0.6)))
        else:
            self._card.setFixedWidth(self._theme.scaled(_CARD_PX) + 2 * SPACE_32)
            self.body_map.setMinimumHeight(_MAP_MIN_PX)


def _side_of(view: ShowingView) -> Side:
    side = view.site.side.side
    return Side.LEFT if side is None else side
