"""The atlas: list and small body, one point near by, its card; fewer columns where there is less room."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from acupress_desktop.domain.body_album import BodyAlbum
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.atlas_view import AtlasView
from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.ui.atlas.card import PointCard
from acupress_desktop.ui.atlas.finder import Finder
from acupress_desktop.ui.atlas.near import NearPane
from acupress_desktop.ui.body_map.body_layer import PictureShelf
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    NARROW_BELOW_PX,
    SPACE_16,
    SPACE_24,
    SPACE_32,
    WIDE_FROM_PX,
    margin_px,
)
from acupress_desktop.ui.widgets.choices import Option, Segmented
from acupress_desktop.ui.widgets.layouts import Hairline, Lie, ScrollColumn

_FINDER_PX = 320
_CARD_PX = 344
_WIDER = 1.25
_ONE_COLUMN_FROM_FACTOR = 1.4
_NEAR_IN_COLUMN_PX = 420


class Columns(Enum):
    """How many columns stand side by side."""

    THREE = 3
    TWO = 2
    ONE = 1


class Tab(Enum):
    """What the second of two columns shows."""

    WORDS = "words"
    PICTURE = "picture"


class AtlasPresenting(Protocol):
    """What the page asks of its presenter."""

    def present(self) -> AtlasView:
        """Show the page."""
        ...

    def search(self, text: str) -> AtlasView:
        """Show the points that match."""
        ...

    def choose(self, point: PointCode, side: SiteSide | None = None) -> AtlasView:
        """Open a point."""
        ...

    def face(self, facing: str) -> AtlasView:
        """Turn the small body."""
        ...

    def other_side(self) -> AtlasView:
        """Show the other side."""
        ...

    def turn(self) -> AtlasView:
        """Mirror the pictures, or not."""
        ...

    def show_to_somebody(self) -> Destination:
        """Open the large view."""
        ...


class AtlasScreen(QWidget):
    """``AtlasScreen(presenter, theme, album, shelf)``. ``leave`` emits a destination.

    ``album`` gives the pictures of the person's figure, or ``None`` while they are read: call
    ``show_album`` when they are there.
    """

    leave = Signal(object)

    def __init__(
        self,
        presenter: AtlasPresenting,
        theme: LiveTheme,
        album: Callable[[], BodyAlbum | None],
        shelf: PictureShelf | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._theme = theme
        self._album = album
        self._columns: Columns | None = None
        view = presenter.present()
        self.setAccessibleName(view.page)
        shelf = shelf or PictureShelf()
        self._finder = Finder(theme, view, shelf)
        self._finder.searched.connect(self._search)
        self._finder.chosen.connect(self._choose)
        self._finder.site_chosen.connect(self._choose_site)
        self._finder.faced.connect(self._face)
        self._near = NearPane(theme, view, shelf)
        self._near.other_side_asked.connect(self._show_other_side)
        self._near.turn_asked.connect(self._turn)
        self._near.present_asked.connect(self._present)
        self._near.site_chosen.connect(self._choose_site)
        self._card = PointCard(theme)
        self._build(view)
        theme.changed.connect(self._place)
        self.setFocusProxy(self._finder.field)
        self.show_view(view)
        self._place()

    def _build(self, view: AtlasView) -> None:
        theme = self._theme
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._pages = QStackedWidget()
        outer.addWidget(self._pages)
        side_by_side = QWidget()
        self._row = QHBoxLayout(side_by_side)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._first = QWidget()
        self._first_column = QVBoxLayout(self._first)
        self._row.addWidget(self._first)
        self._row.addWidget(Hairline(theme, Lie.DOWN))
        self._middle = QWidget()
        self._middle_column = QVBoxLayout(self._middle)
        self._middle_column.setSpacing(SPACE_16)
        tabs = (Option(Tab.WORDS, view.words_tab), Option(Tab.PICTURE, view.picture_tab))
        self._tabs = Segmented(theme, view.tabs_name, tabs, Tab.WORDS)
        self._tabs.chosen.connect(self._place_tab)
        self._middle_column.addWidget(self._tabs)
        self._words = ScrollColumn()
        self._middle_column.addWidget(self._words, 1)
        self._row.addWidget(self._middle, 1)
        self._line = Hairline(theme, Lie.DOWN)
        self._row.addWidget(self._line)
        self._last = ScrollColumn()
        self._row.addWidget(self._last)
        self._pages.addWidget(side_by_side)
        self._one = ScrollColumn()
        self._one.column.setSpacing(SPACE_24)
        self._pages.addWidget(self._one)

    # --- Showing

    def show_view(self, view: AtlasView) -> None:
        """Show the page."""
        album = self._album()
        self._finder.show_view(view, album)
        self._near.show_view(view, album)
        self._card.show_card(view.card, view.nothing_chosen)

    def show_album(self) -> None:
        """The pictures are there now, or are those of the other figure."""
        self.show_view(self._presenter.present())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _wanted_columns(self) -> Columns:
        if self._theme.tokens.text_factor >= _ONE_COLUMN_FROM_FACTOR:
            return Columns.ONE
        return Columns.TWO if self.width() < NARROW_BELOW_PX else Columns.THREE

    def _place(self) -> None:
        margin = margin_px(self.width())
        wider = _WIDER if self.width() >= WIDE_FROM_PX else 1.0
        columns = self._wanted_columns()
        self._first_column.setContentsMargins(margin, SPACE_24, SPACE_24, SPACE_24)
        finder = self._theme.scaled(_FINDER_PX * wider if columns is Columns.THREE else 280)
        self._first.setFixedWidth(finder + margin + SPACE_24)
        right = SPACE_24 if columns is Columns.THREE else margin
        self._middle_column.setContentsMargins(SPACE_24, SPACE_24, right, SPACE_16)
        self._last.column.setContentsMargins(SPACE_32, SPACE_24, margin, 0)
        self._last.setFixedWidth(self._theme.scaled(_CARD_PX * wider) + SPACE_32 + margin)
        self._one.column.setContentsMargins(margin, SPACE_24, margin, SPACE_24)
        if columns is not self._columns:
            self._columns = columns
            self._move(columns)
        self._place_tab()

    def _move(self, columns: Columns) -> None:
        """Put the three parts where they stand with so many columns."""
        three = columns is Columns.THREE
        self._tabs.setVisible(columns is Columns.TWO)
        self._line.setVisible(three)
        self._last.setVisible(three)
        self._near.body_map.setMinimumHeight(_NEAR_IN_COLUMN_PX)
        if columns is Columns.ONE:
            for part in (self._finder, self._card, self._near):
                self._one.column.addWidget(part)
            self._pages.setCurrentWidget(self._one)
        else:
            self._first_column.addWidget(self._finder)
            self._middle_column.addWidget(self._near, 1)
            if three:
                self._last.column.addWidget(self._card)
            else:
                self._words.column.addWidget(self._card)
            self._pages.setCurrentIndex(0)
        for part in (self._finder, self._near, self._card):
            part.show()

    def _place_tab(self) -> None:
        two = self._columns is Columns.TWO
        picture = self._tabs.key is Tab.PICTURE
        self._near.setVisible(not two or picture)
        self._words.setVisible(two and not picture)

    # --- Intents

    def _search(self, text: str) -> None:
        self.show_view(self._presenter.search(text))

    def _choose(self, point: PointCode) -> None:
        self.show_view(self._presenter.choose(point))

    def _choose_site(self, key: tuple[PointCode, SiteSide]) -> None:
        self.show_view(self._presenter.choose(*key))

    def _face(self, facing: str) -> None:
        self.show_view(self._presenter.face(facing))

    def _show_other_side(self) -> None:
        self.show_view(self._presenter.other_side())

    def _turn(self) -> None:
        self.show_view(self._presenter.turn())

    def _present(self) -> None:
        self.leave.emit(self._presenter.show_to_somebody())
