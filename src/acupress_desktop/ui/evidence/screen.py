"""The evidence page: all sets with what the best trials say, or the card of one set or one point."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.ids import ComplaintId, PointCode
from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.presenters.evidence_view import (
    BestTrialView,
    CardView,
    GapShape,
    OverviewView,
    WayView,
)
from acupress_desktop.ui.evidence.blocks import BlockPanel, StudiesPanel
from acupress_desktop.ui.evidence.parts import CertaintyLine, LinesPart, SetRow, SourceLine, TraditionPart
from acupress_desktop.ui.flow.frame import has_one_column
from acupress_desktop.ui.flow.limited import limited
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    NARROW_BELOW_PX,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    SPACE_32,
    SPACE_48,
    margin_px,
)
from acupress_desktop.ui.theme.plain_label import Label, Run, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonExtras, ButtonKind
from acupress_desktop.ui.widgets.choices import Option, Segmented
from acupress_desktop.ui.widgets.layouts import FlowLayout, Hairline, ScrollColumn

_READING_PX = 760
_WIDEST_PX = 1760
"""No wider than this, however wide the window: lines that are longer are lost at their end."""
_CARD_SHARES, _OVERVIEW_SHARES = (64, 36), (46, 54)
_TWO_COLUMNS_SHARE = 0.9
"""Drawings and their words need a little more room beside each other than words alone."""


class EvidencePresenting(Protocol):
    """What the page asks of its presenter."""

    def present(self) -> CardView | OverviewView:
        """Show the page."""
        ...

    def choose_shape(self, shape: GapShape) -> CardView | OverviewView:
        """Show drawings or tables."""
        ...

    def open_set(self, complaint: ComplaintId) -> Destination:
        """Open the evidence on a set."""
        ...

    def open_point(self, point: PointCode) -> Destination:
        """Open the evidence on a point."""
        ...

    def overview(self) -> Destination:
        """Open the list of all sets."""
        ...

    def atlas(self) -> Destination:
        """Show the point in the atlas."""
        ...

    def back(self) -> Destination:
        """To the page before."""
        ...


class EvidenceScreen(QWidget):
    """``EvidenceScreen(presenter, theme)``; ``leave`` emits a destination."""

    leave = Signal(object)

    def __init__(
        self, presenter: EvidencePresenting, theme: LiveTheme, parent: QWidget | None = None
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
        self._head = QVBoxLayout()
        self._head.setSpacing(SPACE_8)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._main, self._rail = QVBoxLayout(), QVBoxLayout()
        self._main.setSpacing(SPACE_12)
        self._rail.setSpacing(SPACE_12)
        shares = _CARD_SHARES if isinstance(view, CardView) else _OVERVIEW_SHARES
        for half, share in zip((self._main, self._rail), shares, strict=True):
            self._halves.addLayout(half, share)
        column = self._scroll.column
        column.addLayout(self._head)
        column.addSpacing(SPACE_24)
        column.addLayout(self._halves)
        column.addStretch(1)
        self._panels: tuple[BlockPanel, ...] = ()
        self._shapes: Segmented | None = None
        self._rows: dict[SetRow, ComplaintId] = {}
        self._ways: dict[Button, WayView] = {}
        if isinstance(view, CardView):
            self._build_card(view)
        else:
            self._build_overview(view)
        theme.changed.connect(self._fold)
        self._fold()

    # --- A card

    def _build_card(self, view: CardView) -> None:
        theme, head = self._theme, self._head
        back = self._add_ways_out(view)
        head.addWidget(eyebrow(theme, view.eyebrow))
        head.addLayout(limited(Label(theme, view.title, TextRole.TITLE), theme.scaled(_READING_PX)))
        lead = Label(theme, view.lead, TextRole.LEAD, Tone.INK2)
        if view.certainty is not None:
            graded = CertaintyLine(theme, view.certainty, TextRole.BODY)
            head.addLayout(limited(graded, theme.scaled(_READING_PX)))
            means = Label(theme, view.certainty.means, TextRole.SMALL, Tone.INK2)
            head.addLayout(limited(means, theme.scaled(_READING_PX)))
            head.addSpacing(SPACE_4)
        head.addLayout(limited(lead, theme.scaled(_READING_PX)))
        if view.lead_sources:
            named = Label(theme, " ".join(view.lead_sources), TextRole.CAPTION, Tone.INK3)
            head.addLayout(limited(named, theme.scaled(_READING_PX)))
        self._build_blocks(view)
        self._build_rail(view)
        self.setFocusProxy(back)

    def _add_ways_out(self, view: CardView) -> Button:
        theme = self._theme
        row = QWidget()
        flow = FlowLayout(row, SPACE_24, 0)
        back = Button(theme, view.back, ButtonKind.PLAIN, extras=ButtonExtras(Icon.BACK))
        back.clicked.connect(self._go_back)
        every = Button(theme, view.overview, ButtonKind.QUIET)
        every.clicked.connect(self._go_to_overview)
        flow.addWidget(back)
        flow.addWidget(every)
        if view.atlas:
            atlas = Button(theme, view.atlas, ButtonKind.QUIET)
            atlas.clicked.connect(self._go_to_atlas)
            flow.addWidget(atlas)
        self._head.addWidget(row)
        return back

    def _build_blocks(self, view: CardView) -> None:
        theme, main = self._theme, self._main
        if view.dummy.has_drawing or view.other.has_drawing:
            icons = {GapShape.DRAWING: Icon.CHART, GapShape.TABLE: Icon.TABLE}
            options = tuple(Option(shape, words, icons[shape]) for shape, words in view.shapes)
            self._shapes = Segmented(theme, view.shapes_name, options, view.shape)
            self._shapes.chosen.connect(self._choose_shape)
            main.addWidget(self._shapes, 0, Qt.AlignmentFlag.AlignLeading)
        self._panels = (BlockPanel(theme, view.dummy), BlockPanel(theme, view.other))
        for panel in self._panels:
            panel.show_shape(view.shape)
            main.addWidget(panel)
            main.addSpacing(SPACE_12)
        for block in (view.dummy, view.other, view.pooled):
            if block.findings:
                main.addSpacing(SPACE_12)
                main.addWidget(StudiesPanel(theme, block))
        main.addStretch(1)

    def _build_rail(self, view: CardView) -> None:
        theme, rail = self._theme, self._rail
        if view.not_known.lines:
            rail.addWidget(LinesPart(theme, view.not_known))
            rail.addSpacing(SPACE_16)
        rail.addWidget(TraditionPart(theme, view.tradition_heading, view.tradition_lead, view.tradition))
        rail.addSpacing(SPACE_16)
        rail.addWidget(LinesPart(theme, view.how))
        if view.ways:
            rail.addSpacing(SPACE_16)
            rail.addWidget(Label(theme, view.ways_heading, TextRole.SUBHEAD))
            links = QWidget()
            flow = FlowLayout(links, SPACE_24, 0)
            for way in view.ways:
                button = Button(theme, way.label, ButtonKind.QUIET)
                button.clicked.connect(self._go_way)
                self._ways[button] = way
                flow.addWidget(button)
            rail.addWidget(links)
        if view.sources:
            rail.addSpacing(SPACE_16)
            rail.addWidget(Label(theme, view.sources_heading, TextRole.SUBHEAD))
            for source in view.sources:
                rail.addWidget(SourceLine(theme, source))
        rail.addStretch(1)

    # --- All sets

    def _build_overview(self, view: OverviewView) -> None:
        theme, main, rail = self._theme, self._main, self._rail
        self._head.addWidget(eyebrow(theme, view.page))
        self._head.addLayout(limited(Label(theme, view.title, TextRole.TITLE), theme.scaled(_READING_PX)))
        lead = Label(theme, view.lead, TextRole.LEAD, Tone.INK2)
        self._head.addLayout(limited(lead, theme.scaled(_READING_PX)))
        main.addWidget(Label(theme, view.list_heading, TextRole.HEAD))
        main.addWidget(Label(theme, view.list_lead, TextRole.SMALL, Tone.INK2))
        listed = QVBoxLayout()
        listed.setSpacing(0)
        main.addLayout(listed)
        listed.addWidget(Hairline(theme))
        for each in view.sets:
            row = SetRow(theme, each)
            row.clicked.connect(self._open_set)
            self._rows[row] = each.complaint
            listed.addWidget(row)
        main.addSpacing(SPACE_16)
        main.addWidget(LinesPart(theme, view.how))
        main.addStretch(1)
        rail.addWidget(Label(theme, view.best_heading, TextRole.HEAD))
        for best in view.best:
            self._add_best(best)
        rail.addStretch(1)
        self.setFocusProxy(next(iter(self._rows), self._scroll))

    def _add_best(self, view: BestTrialView) -> None:
        theme = self._theme
        part = QWidget()
        part.setAccessibleName(view.spoken)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, SPACE_12)
        column.setSpacing(SPACE_4)
        column.addWidget(Hairline(theme))
        column.addSpacing(SPACE_8)
        column.addWidget(eyebrow(theme, view.against, Tone.ACCENT))
        column.addWidget(Label(theme, view.sentence))
        column.addWidget(CertaintyLine(theme, view.certainty))
        who = (Run(view.who, Tone.INK2), Run(f" {view.source_line}"))
        column.addWidget(Label(theme, who, TextRole.CAPTION, Tone.INK3))
        self._rail.addWidget(part)

    # --- Folding

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Two columns, or one below the other where there is little room for the size of the text."""
        theme = self._theme
        one = has_one_column(theme, self.width(), _TWO_COLUMNS_SHARE)
        direction = QBoxLayout.Direction.TopToBottom if one else QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(direction)
        narrow = self.width() < NARROW_BELOW_PX
        self._halves.setSpacing(SPACE_32 if one or narrow else SPACE_48)
        margin = margin_px(self.width())
        spare = max(0, self.width() - 2 * margin - theme.scaled(_WIDEST_PX))
        top = SPACE_16 if narrow else SPACE_32
        left, right = (margin + spare, margin) if self.isRightToLeft() else (margin, margin + spare)
        self._scroll.column.setContentsMargins(left, top, right, SPACE_24)
        grades = max((row.grade_px for row in self._rows), default=0)
        for row in self._rows:
            row.show_grade_width(grades)

    # --- Intents

    def _choose_shape(self, key: object) -> None:
        if isinstance(key, GapShape):
            self._presenter.choose_shape(key)
            for panel in self._panels:
                panel.show_shape(key)

    def _open_set(self) -> None:
        row = self.sender()
        if isinstance(row, SetRow):
            self.leave.emit(self._presenter.open_set(self._rows[row]))

    def _go_way(self) -> None:
        button = self.sender()
        way = self._ways.get(button) if isinstance(button, Button) else None
        if way is not None and way.point is not None:
            self.leave.emit(self._presenter.open_point(way.point))
        elif way is not None and way.complaint is not None:
            self.leave.emit(self._presenter.open_set(way.complaint))

    def _go_back(self) -> None:
        self.leave.emit(self._presenter.back())

    def _go_to_overview(self) -> None:
        self.leave.emit(self._presenter.overview())

    def _go_to_atlas(self) -> None:
        self.leave.emit(self._presenter.atlas())
