"""The first page of learning: what today holds, which points, how far one is, what one finds hard."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.learning_scope import ScopeKind
from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.presenters.learning_view import BarOrder, LearningView, ScopeView
from acupress_desktop.ui.flow.clearing import clear
from acupress_desktop.ui.flow.frame import has_one_column
from acupress_desktop.ui.flow.limited import limited
from acupress_desktop.ui.learning.bars import TallyLegend, TallyRow
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    NARROW_BELOW_PX,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    SPACE_32,
    SPACE_48,
    SPACE_64,
    margin_px,
)
from acupress_desktop.ui.theme.plain_label import Label, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind, ButtonSize
from acupress_desktop.ui.widgets.cards import ListRow
from acupress_desktop.ui.widgets.choices import Option, Segmented
from acupress_desktop.ui.widgets.fitting_choice import FittingChoice
from acupress_desktop.ui.widgets.layouts import FlowLayout, Hairline, ScrollColumn

_READING_PX = 560


class LearningPresenting(Protocol):
    """What the page asks of its presenter."""

    def present(self) -> LearningView:
        """Show the page as it stands."""
        ...

    def choose_kind(self, kind: ScopeKind) -> LearningView:
        """Choose another kind of scope."""
        ...

    def choose_option(self, key: str) -> LearningView:
        """Choose a line or an area."""
        ...

    def order_bars(self, order: BarOrder) -> LearningView:
        """Order the bars."""
        ...

    def start(self) -> Destination:
        """Begin the quiz."""
        ...

    def start_more(self) -> Destination:
        """Begin the quiz with more new points."""
        ...

    def open_point(self, point: PointCode) -> Destination:
        """Open a point in the atlas."""
        ...

    def leave(self) -> Destination:
        """Go to the atlas."""
        ...


class LearningScreen(QWidget):
    """``LearningScreen(presenter, theme)``; ``leave`` emits a destination."""

    leave = Signal(object)

    def __init__(
        self, presenter: LearningPresenting, theme: LiveTheme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._theme = theme
        view = presenter.present()
        self.setAccessibleName(view.page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollColumn()
        outer.addWidget(self._scroll)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._today, self._far = QVBoxLayout(), QVBoxLayout()
        for half, share in ((self._today, 52), (self._far, 48)):
            half.setSpacing(SPACE_12)
            self._halves.addLayout(half, share)
        self._scroll.column.addLayout(self._halves)
        self._scroll.column.addStretch(1)
        self._build_today(view)
        self._build_scope(view.scope)
        self._build_hard(view)
        self._today.addStretch(1)
        self._build_progress(view)
        self._far.addStretch(1)
        theme.changed.connect(self._fold)
        self.show_view(view)
        self.setFocusProxy(self._start if view.start is not None else self._kinds)
        self._fold()

    # --- Building

    def _build_today(self, view: LearningView) -> None:
        theme = self._theme
        self._title = Label(theme, "", TextRole.TITLE)
        self._lead = Label(theme, "", TextRole.LEAD, Tone.INK2)
        self._today.addWidget(eyebrow(theme, view.page))
        self._today.addLayout(limited(self._title, theme.scaled(_READING_PX)))
        self._today.addLayout(limited(self._lead, theme.scaled(_READING_PX)))
        self._today.addSpacing(SPACE_8)
        acts = QWidget()
        flow = FlowLayout(acts, SPACE_24, SPACE_8)
        self._start = Button(theme, "", ButtonKind.PRIMARY, ButtonSize.MEDIUM)
        self._start.clicked.connect(self._begin)
        self._more = Button(theme, "", ButtonKind.SECONDARY, ButtonSize.MEDIUM)
        self._more.clicked.connect(self._begin_more)
        atlas = Button(theme, view.to_atlas, ButtonKind.QUIET)
        atlas.clicked.connect(self._go_to_atlas)
        for button in (self._start, self._more, atlas):
            flow.addWidget(button)
        self._today.addWidget(acts)
        self._today.addSpacing(SPACE_8)
        for words in (view.pace, view.no_pressing):
            line = Label(theme, words, TextRole.SMALL, Tone.INK3)
            self._today.addLayout(limited(line, theme.scaled(_READING_PX)))

    def _build_scope(self, view: ScopeView) -> None:
        theme = self._theme
        self._part(self._today, view.heading)
        kinds = tuple(Option(kind, words) for kind, words in view.kinds)
        self._kinds = FittingChoice(theme, view.heading, kinds, view.kind)
        self._kinds.chosen.connect(self._choose_kind)
        self._today.addWidget(self._kinds)
        self._options_place = QVBoxLayout()
        self._today.addLayout(self._options_place)
        self._options: FittingChoice | None = None
        self._options_of: tuple[str, ...] = ()
        self._note = Label(theme, "", TextRole.SMALL, Tone.INK2)
        self._today.addLayout(limited(self._note, theme.scaled(_READING_PX)))

    def _build_hard(self, view: LearningView) -> None:
        theme = self._theme
        self._part(self._today, view.hard_heading)
        self._hard: dict[ListRow, PointCode] = {}
        for point in view.hard:
            row = ListRow(theme, point.name, point.share)
            row.clicked.connect(self._open_hard)
            self._hard[row] = point.point
            self._today.addWidget(row)
        if view.hard_none:
            none = Label(theme, view.hard_none, TextRole.SMALL, Tone.INK2)
            self._today.addLayout(limited(none, theme.scaled(_READING_PX)))

    def _build_progress(self, view: LearningView) -> None:
        theme, progress = self._theme, view.progress
        self._far.addWidget(Label(theme, progress.heading, TextRole.SUBHEAD))
        self._far.addWidget(TallyLegend(theme, progress.legend))
        self._far.addSpacing(SPACE_8)
        self._whole = tuple(TallyRow(theme, Weight.STRONG) for _bar in progress.whole)
        for row in self._whole:
            self._far.addWidget(row)
        orders = tuple(Option(order, words) for order, words in progress.orders)
        self._orders = Segmented(theme, progress.orders_name, orders, progress.order)
        self._orders.chosen.connect(self._order)
        self._far.addWidget(self._orders)
        self._bars = QVBoxLayout()
        self._bars.setSpacing(0)
        self._rows: list[TallyRow] = []
        self._far.addLayout(self._bars)

    def _part(self, column: QVBoxLayout, heading: str) -> None:
        column.addSpacing(SPACE_12)
        column.addWidget(Hairline(self._theme))
        column.addSpacing(SPACE_8)
        column.addWidget(Label(self._theme, heading, TextRole.SUBHEAD))

    # --- Showing

    def show_view(self, view: LearningView) -> None:
        """Show what changes with the choice of points and of order."""
        self._title.show_text(view.title)
        self._lead.show_text(view.lead)
        self._lead.setVisible(bool(view.lead))
        for button, act in ((self._start, view.start), (self._more, view.more)):
            button.setVisible(act is not None)
            button.show_words("" if act is None else act.label)
        self._show_scope(view.scope)
        progress = view.progress
        for row, bar in zip(self._whole, progress.whole, strict=True):
            row.show_bar(bar)
        self._orders.show_key(progress.order)
        while len(self._rows) < len(progress.bars):
            fresh = TallyRow(self._theme)
            self._rows.append(fresh)
            self._bars.addWidget(fresh)
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(progress.bars))
            if number < len(progress.bars):
                row.show_bar(progress.bars[number])

    def _show_scope(self, view: ScopeView) -> None:
        self._kinds.show_key(view.kind)
        self._note.show_text(view.note)
        keys = tuple(option.key for option in view.options)
        if keys != self._options_of:
            clear(self._options_place)
            self._options, self._options_of = None, keys
            if keys:
                options = tuple(Option(option.key, option.words) for option in view.options)
                self._options = FittingChoice(self._theme, view.options_name, options, view.option)
                self._options.chosen.connect(self._choose_option)
                self._options_place.addWidget(self._options)
        if self._options is not None:
            self._options.show_key(view.option)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Two columns, or one below the other where there is little room for the size of the text."""
        one = has_one_column(self._theme, self.width())
        direction = QBoxLayout.Direction.TopToBottom if one else QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(direction)
        narrow = self.width() < NARROW_BELOW_PX
        self._halves.setSpacing(SPACE_32 if one or narrow else SPACE_64)
        margin = margin_px(self.width())
        top = SPACE_24 if narrow else SPACE_48
        self._scroll.column.setContentsMargins(margin, top, margin, SPACE_24)
        self._today.setSpacing(SPACE_12 if narrow else SPACE_16)

    # --- Intents

    def _begin(self) -> None:
        self.leave.emit(self._presenter.start())

    def _begin_more(self) -> None:
        self.leave.emit(self._presenter.start_more())

    def _go_to_atlas(self) -> None:
        self.leave.emit(self._presenter.leave())

    def _choose_kind(self, kind: ScopeKind) -> None:
        self.show_view(self._presenter.choose_kind(kind))

    def _choose_option(self, key: str) -> None:
        self.show_view(self._presenter.choose_option(key))

    def _order(self, order: BarOrder) -> None:
        self.show_view(self._presenter.order_bars(order))

    def _open_hard(self) -> None:
        row = self.sender()
        if isinstance(row, ListRow):
            self.leave.emit(self._presenter.open_point(self._hard[row]))
