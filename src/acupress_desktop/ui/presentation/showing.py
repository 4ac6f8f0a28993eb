"""One point, large: picture and labels, the client's left and right, a short card, the way on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

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
_HANZI_FROM_PX = 700


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
        self._picture = self._build_picture(view, shelf)
        self._words = self._build_words(view)
        self._acts = self._build_acts(view)
        self._stacked: bool | None = None
        self._pages = QStackedWidget()
        outer.addWidget(self._pages, 1)
        beside = QWidget()
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._left_column = QVBoxLayout()
        row.addLayout(self._left_column, 1)
        row.addWidget(Hairline(theme, Lie.DOWN))
        self._side = QWidget()
        self._side_column = QVBoxLayout(self._side)
        self._side_column.setContentsMargins(0, 0, 0, 0)
        self._side_column.setSpacing(0)
        self._side_scroll = ScrollColumn()
        self._side_column.addWidget(self._side_scroll, 1)
        row.addWidget(self._side)
        self._pages.addWidget(beside)
        self._one = QWidget()
        self._one_column = QVBoxLayout(self._one)
        self._one_column.setContentsMargins(0, 0, 0, 0)
        self._one_column.setSpacing(0)
        self._one_scroll = ScrollColumn()
        self._one_column.addWidget(self._one_scroll, 1)
        self._pages.addWidget(self._one)
        self.setFocusProxy(self._next)
        theme.changed.connect(self._place)
        self._place()

    def _build_picture(self, view: ShowingView, shelf: PictureShelf) -> QWidget:
        home = QWidget()
        column = QVBoxLayout(home)
        column.setContentsMargins(SPACE_32, SPACE_24, SPACE_32, 0)
        column.setSpacing(SPACE_16)
        badges = QHBoxLayout()
        self._on_screen_left = SideBadge(self._theme, _side_of(view), "", _BADGE_PX)
        self._on_screen_right = SideBadge(self._theme, _side_of(view), "", _BADGE_PX)
        badges.addWidget(self._on_screen_left)
        badges.addStretch(1)
        badges.addWidget(self._on_screen_right)
        column.addLayout(badges)
        self.body_map = BodyMap(self._theme, shelf)
        self.body_map.point_chosen.connect(self.site_chosen)
        column.addWidget(self.body_map, 1)
        return home

    def _build_words(self, view: ShowingView) -> QWidget:
        theme = self._theme
        home = QWidget()
        column = QVBoxLayout(home)
        column.setContentsMargins(SPACE_32, SPACE_24, SPACE_32, SPACE_16)
        column.setSpacing(SPACE_12)
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
        return home

    def _build_acts(self, view: ShowingView) -> QWidget:
        """The way on: always in sight, whatever the words need."""
        theme = self._theme
        home = QWidget()
        column = QVBoxLayout(home)
        column.setContentsMargins(SPACE_32, SPACE_8, SPACE_32, SPACE_16)
        column.setSpacing(0)
        acts = QWidget()
        flow = FlowLayout(acts, SPACE_12, SPACE_8)
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
        return home

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
        self._side.setFixedWidth(self._theme.scaled(_CARD_PX) + 2 * SPACE_32)
        self.body_map.setMinimumHeight(max(_MAP_MIN_PX, round(self.height() * 0.45)) if stacked else 0)
        # In a low window the words weigh more than the beauty of the name.
        self._hanzi.setVisible(self.height() >= _HANZI_FROM_PX)
        if stacked is self._stacked:
            return
        self._stacked = stacked
        if stacked:
            self._one_scroll.column.addWidget(self._picture)
            self._one_scroll.column.addWidget(self._words)
            self._one_column.addWidget(self._acts)
            self._pages.setCurrentWidget(self._one)
        else:
            self._left_column.addWidget(self._picture)
            self._side_scroll.column.addWidget(self._words)
            self._side_column.addWidget(self._acts)
            self._pages.setCurrentIndex(0)
        for part in (self._picture, self._words, self._acts):
            part.show()


def _side_of(view: ShowingView) -> Side:
    side = view.site.side.side
    return Side.LEFT if side is None else side
