"""How the parts of the atlas stand: three columns, two with tabs, or one below the other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from acupress_desktop.presenters.atlas_view import AtlasView
from acupress_desktop.ui.atlas.acts import CardActs
from acupress_desktop.ui.atlas.card import STACKED_FROM_FACTOR, PointHead, PointRest
from acupress_desktop.ui.atlas.check import CheckPanel
from acupress_desktop.ui.atlas.finder import Finder
from acupress_desktop.ui.atlas.near import NearPane, Shows, Switch
from acupress_desktop.ui.atlas.tabs import PartTabs, Tab
from acupress_desktop.ui.atlas.whole import WholeBody
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    NARROW_BELOW_PX,
    SPACE_16,
    SPACE_24,
    SPACE_32,
    WIDE_FROM_PX,
    margin_px,
)
from acupress_desktop.ui.widgets.layouts import Hairline, Lie, ScrollColumn

_FINDER_PX = 320
_FINDER_NARROW_PX = 280
_CARD_PX = 344
_WIDER = 1.25
_LOW_BELOW_PX = 610
"""Below this height a list, a small body and a field cannot stand below each other."""
_VERY_LOW_BELOW_PX = 480
"""Below this height a picture has the column to itself: what is done with a point stands under its words."""
_WHOLE_LEAST_PX = 180
_LIST_PX = 194
_LIST_SHARE = 0.26
_NEAR_LEAST_PX = 320
_NEAR_LEAST_LOW_PX = 104
_CHECK_PX = 360
_NEAR_IN_COLUMN_PX = 420
_WHOLE_IN_COLUMN_PX = 480


class Columns(Enum):
    """How many columns stand side by side."""

    THREE = 3
    TWO = 2
    ONE = 1


_NEAR_BY = {Tab.PICTURE: Shows.PICTURE, Tab.TURNING: Shows.TURNING}


class Reading(Enum):
    """What stands where the card does: nothing yet, the card, also on a tour, or the panel that asks."""

    NOTHING = "nothing"
    CARD = "card"
    TOUR = "tour"
    PANEL = "panel"


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """The parts of the page, which move from layout to layout."""

    finder: Finder
    whole: WholeBody
    near: NearPane
    head: PointHead
    rest: PointRest
    acts: CardActs
    check: CheckPanel

    @property
    def all(self) -> tuple[QWidget, ...]:
        """Every part in reading order."""
        return (
            self.finder,
            self.whole,
            self.near,
            self.head,
            self.rest,
            self.acts,
            self.check,
            self.check.acts,
        )


class _FootedColumn(QWidget):
    """A column that scrolls above a foot that stays."""

    def __init__(self) -> None:
        super().__init__()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.reading = ScrollColumn()
        whole.addWidget(self.reading, 1)
        self._foot = QWidget()
        self.foot = QVBoxLayout(self._foot)
        whole.addWidget(self._foot)

    def set_margins(self, left: int, top: int, right: int, bottom: int) -> None:
        """Keep these margins around the column, foot included."""
        self.reading.column.setContentsMargins(left, top, right, 0)
        self.foot.setContentsMargins(left, SPACE_16, right, bottom)


class AtlasColumns(QStackedWidget):
    """``AtlasColumns(theme, parts, view)`` lays the parts out for the room there is."""

    def __init__(self, theme: LiveTheme, parts: Parts, view: AtlasView) -> None:
        super().__init__()
        self._theme = theme
        self._parts = parts
        self._low = False
        self._shown = Reading.NOTHING
        self._tab = Tab.WORDS
        self.columns: Columns | None = None
        side_by_side = QWidget()
        row = QHBoxLayout(side_by_side)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._first = QWidget()
        self._first_column = QVBoxLayout(self._first)
        self._first_column.setSpacing(SPACE_16)
        row.addWidget(self._first)
        self._checking = _FootedColumn()
        row.addWidget(self._checking)
        row.addWidget(Hairline(theme, Lie.DOWN))
        middle = QWidget()
        self._middle_column = QVBoxLayout(middle)
        self._middle_column.setSpacing(SPACE_16)
        self._tabs = PartTabs(theme, view)
        self._tabs.chosen.connect(self._turn_to)
        parts.near.turning_offered.connect(self._tabs.offer_turning)
        parts.near.switched.connect(self._follow_near)
        self._middle_column.addWidget(self._tabs)
        self._words = ScrollColumn()
        self._middle_column.addWidget(self._words, 1)
        row.addWidget(middle, 1)
        self._line = Hairline(theme, Lie.DOWN)
        row.addWidget(self._line)
        self._last = _FootedColumn()
        row.addWidget(self._last)
        self.addWidget(side_by_side)
        self._one = ScrollColumn()
        self._one.column.setSpacing(SPACE_24)
        self.addWidget(self._one)
        for reading in (self._words, self._last.reading):
            # Arrow keys scroll what only can be read.
            reading.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            reading.setAccessibleName(view.words_tab)

    @property
    def reading(self) -> ScrollColumn:
        """What scrolls the card."""
        match self.columns:
            case Columns.TWO:
                return self._words
            case Columns.ONE:
                return self._one
            case _:
                return self._last.reading

    def order_tabs(self) -> None:
        """Let Tab go through the page as it is read: what is built anew would come last otherwise."""
        if self.columns is None:
            return
        parts, reading = self._parts, self.reading
        order: tuple[QWidget, ...] = {
            Columns.THREE: (parts.finder, parts.whole, parts.near, reading, parts.rest, parts.acts),
            Columns.TWO: (parts.finder, self._tabs, parts.near, parts.whole, reading, parts.rest, parts.acts),
            Columns.ONE: (parts.finder, parts.acts, parts.near, parts.rest, parts.whole),
        }[self.columns]
        asked = (parts.check, parts.check.acts)
        if self._shown is Reading.PANEL:
            before = 1 if self.columns is Columns.ONE else 0
            order = (*order[:before], *asked, *order[before:])
        stops = [stop for part in order for stop in _tab_stops(part)]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def stops(self) -> tuple[tuple[QWidget, QWidget], ...]:
        """Return the parts that are in sight, each with what has the keyboard there first."""
        parts = self._parts
        asking = self._shown is Reading.PANEL
        every: tuple[tuple[QWidget, QWidget], ...] = (
            (parts.finder.field, parts.finder.field),
            (parts.finder.table, parts.finder.table),
            (parts.whole, parts.whole.stop()),
            (parts.near, parts.near.stop()),
            (parts.check, parts.check.first_stop()) if asking else (self.reading, self.reading),
        )
        return tuple(stop for stop in every if stop[1].isVisible())

    def show_reading(self, shown: Reading) -> None:
        """Let the card or the panel stand in its place, or neither."""
        self._shown = shown
        self._show_parts()

    def show_tab(self, tab: Tab) -> None:
        """Turn to a tab, where there are tabs."""
        self._tab = tab
        self._tabs.show_key(tab)
        self._show_parts()

    def bring_card(self) -> None:
        """Scroll to the card or the panel, where it stands below the list."""
        self._bring(self._parts.check if self._shown is Reading.PANEL else self._parts.head)

    def bring_picture(self) -> None:
        """Scroll to the picture near by, where it stands below the card."""
        self._bring(self._parts.near)

    def _bring(self, part: QWidget) -> None:
        content = self._one.widget()
        if self.columns is not Columns.ONE or content is None:
            return
        # Where everything lies is asked before the next turn of the event loop would say it.
        column = self._one.column
        column.activate()
        content.resize(content.width(), column.totalHeightForWidth(content.width()))
        self._one.verticalScrollBar().setValue(max(0, part.y() - SPACE_16))

    def place(self, width: int, height: int) -> None:
        """Lay out for a page of this size."""
        theme, margin = self._theme, margin_px(width)
        self._low = height < theme.scaled(_VERY_LOW_BELOW_PX)
        wider = _WIDER if width >= WIDE_FROM_PX else 1.0
        columns = self._wanted(width, height)
        three = columns is Columns.THREE
        finder = theme.scaled(_FINDER_PX * wider if three else _FINDER_NARROW_PX)
        self._first_column.setContentsMargins(margin, SPACE_24, SPACE_24, SPACE_24)
        self._first.setFixedWidth(finder + margin + SPACE_24)
        self._checking.set_margins(margin, SPACE_24, SPACE_24, SPACE_16)
        self._checking.setFixedWidth(theme.scaled(_CHECK_PX) + margin + SPACE_24)
        self._middle_column.setContentsMargins(
            SPACE_24, SPACE_24 if three else SPACE_16, SPACE_24 if three else margin, SPACE_16
        )
        self._last.set_margins(SPACE_32, SPACE_24, margin, SPACE_24)
        self._last.setFixedWidth(theme.scaled(_CARD_PX * wider) + SPACE_32 + margin)
        self._one.column.setContentsMargins(margin, SPACE_24, margin, SPACE_24)
        if columns is not self.columns:
            self.columns = columns
            self._move(columns)
        if three:
            # The small body below keeps most of the height.
            self._parts.finder.let_stand(max(theme.scaled(_LIST_PX), round(height * _LIST_SHARE)))
        elif columns is Columns.TWO:
            self._parts.finder.let_stand(height)
        self._show_parts()
        self.order_tabs()

    def _wanted(self, width: int, height: int) -> Columns:
        if self._theme.tokens.text_factor >= STACKED_FROM_FACTOR:
            return Columns.ONE
        low = height < self._theme.scaled(_LOW_BELOW_PX)
        return Columns.TWO if width < NARROW_BELOW_PX or low else Columns.THREE

    def _move(self, columns: Columns) -> None:
        """Put the parts where they stand with so many columns."""
        parts = self._parts
        near_least = {
            Columns.THREE: _NEAR_LEAST_PX,
            Columns.TWO: _NEAR_LEAST_LOW_PX,
            Columns.ONE: _NEAR_IN_COLUMN_PX,
        }
        parts.near.body_map.setMinimumHeight(near_least[columns])
        parts.near.let_switch(Switch.IN_THE_TABS if columns is Columns.TWO else Switch.HERE)
        one = columns is Columns.ONE
        parts.whole.body_map.setMinimumHeight(_WHOLE_IN_COLUMN_PX if one else _WHOLE_LEAST_PX)
        if one:
            parts.finder.let_fold()
            _fill(
                self._one.column,
                parts.finder,
                parts.head,
                parts.check,
                parts.check.acts,
                parts.acts,
                parts.near,
                parts.rest,
                parts.whole,
            )
            self.setCurrentWidget(self._one)
            return
        self._first_column.addWidget(parts.finder, 0 if columns is Columns.THREE else 1)
        self._middle_column.addWidget(parts.near, 1)
        if columns is Columns.THREE:
            self._first_column.addWidget(parts.whole, 1)
            _fill(self._last.reading.column, parts.head, parts.rest, parts.check)
            self._last.reading.column.addStretch(1)
            _fill(self._last.foot, parts.acts, parts.check.acts)
        else:
            self._middle_column.addWidget(parts.whole, 1)
            _fill(self._words.column, parts.head, parts.rest)
            self._words.column.addStretch(1)
            self._middle_column.addWidget(parts.acts)
            _fill(self._checking.reading.column, parts.check)
            self._checking.reading.column.addStretch(1)
            _fill(self._checking.foot, parts.check.acts)
        self.setCurrentIndex(0)

    def _turn_to(self, tab: object) -> None:
        if isinstance(tab, Tab):
            self.show_tab(tab)

    def _follow_near(self, shows: object) -> None:
        """Somebody asked for the body that turns, or for the picture: it comes to sight."""
        tab = Tab.TURNING if shows is Shows.TURNING else Tab.PICTURE
        if self.columns is Columns.TWO and self._tab is not tab:
            self.show_tab(tab)

    def _show_parts(self) -> None:
        """Show what belongs to the layout, the tab and the question; hide the rest."""
        parts, two, three = self._parts, self.columns is Columns.TWO, self.columns is Columns.THREE
        asking = self._shown is Reading.PANEL
        touring = self._shown is Reading.TOUR
        tab = self._tab
        if tab is Tab.WORDS and self._shown in {Reading.NOTHING, Reading.PANEL}:
            # The picture stays beside the panel; where nothing is chosen yet, the body is there to choose on.
            tab = Tab.PICTURE if asking else Tab.BODY
        self._tabs.show_key(tab)
        near_by = tab in _NEAR_BY
        # In a low window the picture needs the room of the acts, on a tour in every narrow one.
        alone = two and near_by and (touring or self._low)
        if two and near_by:
            parts.near.show_what(_NEAR_BY[tab])
        wanted: dict[QWidget, bool] = {
            self._tabs: two,
            self._first: not (two and asking),
            self._checking: two and asking,
            self._line: three,
            self._last: three,
            self._words: two and tab is Tab.WORDS,
            parts.finder: True,
            parts.near: not two or near_by,
            parts.whole: not two or tab is Tab.BODY,
            parts.head: not asking,
            parts.rest: not asking,
            parts.acts: not asking and parts.acts.has_acts and not alone,
            parts.check: asking,
            parts.check.acts: asking,
        }
        # What goes, goes first: both at once would need more room than the window has, and make it grow.
        for part, shown in wanted.items():
            if not shown:
                part.hide()
        for part, shown in wanted.items():
            if shown:
                part.show()


def _tab_stops(part: QWidget) -> list[QWidget]:
    """Return what Tab reaches in a part, in the order in which it was built."""
    if isinstance(part, QAbstractScrollArea):
        return [part]
    # The list of a drop-down is a window of its own.
    return [
        child
        for child in part.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.window() is part.window()
    ]


def _fill(layout: QVBoxLayout, *parts: QWidget) -> None:
    """Put the parts into a layout that held others before, without its old stretches."""
    for place in reversed(range(layout.count())):
        item = layout.itemAt(place)
        if item is not None and item.spacerItem() is not None:
            layout.takeAt(place)
    for part in parts:
        layout.addWidget(part)
