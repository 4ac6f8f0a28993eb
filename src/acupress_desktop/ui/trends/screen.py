"""The trend page: the finding above the chart, the chart and its table twin, how much was logged below."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from acupress_desktop.domain.ids import RegionId
from acupress_desktop.domain.trends.series import TrendRange
from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.trend_view import Shape, TrendView
from acupress_desktop.ui.journal.sample_banner import SampleBanner
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    SPACE_32,
    margin_px,
)
from acupress_desktop.ui.theme.plain_label import Label, Run
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.trends.marks import LegendKey
from acupress_desktop.ui.widgets.ask_file import AskFile, SystemAskFile
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind, IconButton
from acupress_desktop.ui.widgets.cards import EmptyState
from acupress_desktop.ui.widgets.choices import Option, Segmented
from acupress_desktop.ui.widgets.fitting_choice import FittingChoice
from acupress_desktop.ui.widgets.layouts import FlowLayout, Hairline, ScrollColumn
from acupress_desktop.ui.widgets.overlays import Dialog, DialogEnd, Toast
from acupress_desktop.ui.widgets.plain_table import PlainTable

if TYPE_CHECKING:
    from acupress_desktop.ui.trends.chart import TrendChart

_FINDING_MAX_PX = 760
_TABLE_ROWS_SHOWN = 12
_AREA_LIST_PX = 160


class TrendPresenting(Protocol):
    """What the page asks of its presenter."""

    def present(self) -> TrendView:
        """Show the page as it was left."""
        ...

    def choose_range(self, span: TrendRange) -> TrendView:
        """Look further back, or less far."""
        ...

    def choose_area(self, area: RegionId | None) -> TrendView:
        """Look at one place, or at all of them."""
        ...

    def choose_shape(self, shape: Shape) -> TrendView:
        """Show the chart or its twin."""
        ...

    def earlier(self) -> TrendView:
        """Move the range back a little."""
        ...

    def later(self) -> TrendView:
        """Move the range on a little."""
        ...

    def page_earlier(self) -> TrendView:
        """Move back by the whole range."""
        ...

    def page_later(self) -> TrendView:
        """Move on by the whole range."""
        ...

    def to_today(self) -> TrendView:
        """Let the range end today."""
        ...

    def check_in(self) -> Destination:
        """Write an entry."""
        ...

    def explore_sample(self) -> Destination:
        """Look around in the made-up journal."""
        ...

    def remove_sample(self) -> Destination:
        """Back to the person's own journal."""
        ...

    def picture_saved(self, path: str) -> str:
        """Say that the picture is there."""
        ...

    def picture_refused(self, path: str) -> str:
        """Say that there is no picture."""
        ...


class TrendScreen(QWidget):
    """``TrendScreen(presenter, theme, ask)``. ``leave`` emits a destination."""

    leave = Signal(object)

    def __init__(
        self,
        presenter: TrendPresenting,
        theme: LiveTheme,
        ask: AskFile | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._theme = theme
        self._ask = ask or SystemAskFile()
        self._view = presenter.present()
        self._toast: Toast | None = None
        self._explaining: Dialog | None = None
        self._chart: TrendChart | None = None
        self.setAccessibleName(self._view.page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._banner = SampleBanner(theme)
        self._banner.asked.connect(self._remove_sample)
        outer.addWidget(self._banner)
        self._scroll = scroll = ScrollColumn()
        outer.addWidget(scroll, 1)
        page = QWidget()
        scroll.column.addWidget(page, 1)
        self._column = QVBoxLayout(page)
        self._column.setSpacing(0)
        self._title = Label(theme, "", TextRole.TITLE)
        self._finding = Label(theme, "", TextRole.LEAD, Tone.INK2)
        self._column.addWidget(self._title)
        self._column.addSpacing(SPACE_8)
        self._column.addWidget(self._finding)
        self._column.addSpacing(SPACE_24)
        self._body = QWidget()
        self._column.addWidget(self._body, 1)
        self._build_body()
        self._empty: EmptyState | None = None
        theme.changed.connect(self._place)
        self.setFocusProxy(self._ranges)
        self.show_view(self._view)
        self._place()

    # --- Building

    def _build_body(self) -> None:
        theme, view = self._theme, self._view
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._choices = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._choices.setSpacing(SPACE_12)
        ranges = tuple(Option(option.key, option.label) for option in view.ranges)
        self._ranges = FittingChoice(theme, view.ranges_name, ranges)
        self._ranges.chosen.connect(self._choose_range)
        self._choices.addWidget(self._ranges)
        self._areas_home = QVBoxLayout()
        self._areas: FittingChoice | None = None
        self._area_keys: tuple[tuple[object, str], ...] = ()
        self._choices.addLayout(self._areas_home)
        self._choices.addStretch(1)
        self._turn = turn = QHBoxLayout()
        turn.setSpacing(SPACE_8)
        self._earlier = IconButton(theme, view.earlier.label, Icon.BACK)
        self._earlier.clicked.connect(self._go_earlier)
        self._later = IconButton(theme, view.later.label, Icon.FORWARD)
        self._later.clicked.connect(self._go_later)
        shapes = (
            Option(Shape.CHART, view.chart_name, Icon.CHART),
            Option(Shape.TABLE, view.table_name, Icon.TABLE),
        )
        self._shapes = Segmented(theme, view.shapes_name, shapes)
        self._shapes.chosen.connect(self._choose_shape)
        for widget in (self._earlier, self._later, self._shapes):
            turn.addWidget(widget)
        turn.addStretch(0)
        self._choices.addLayout(turn)
        column.addLayout(self._choices)
        column.addSpacing(SPACE_24)
        self._twins = QStackedWidget()
        self._chart_home = QWidget()
        QVBoxLayout(self._chart_home).setContentsMargins(0, 0, 0, 0)
        self._twins.addWidget(self._chart_home)
        self._table = PlainTable(theme, view.table_name)
        self._twins.addWidget(self._table)
        column.addWidget(self._twins, 1)
        column.addSpacing(SPACE_12)
        self._legend = QWidget()
        self._legend_flow = FlowLayout(self._legend, SPACE_32, SPACE_8)
        column.addWidget(self._legend)
        column.addSpacing(SPACE_12)
        column.addWidget(Hairline(theme))
        column.addSpacing(SPACE_12)
        self._footnote = Label(theme, "", TextRole.SMALL, Tone.INK2)
        column.addWidget(self._footnote)
        acts = QWidget()
        flow = FlowLayout(acts, SPACE_24, 0)
        flow.addWidget(self._act(view.how_computed, self._explain))
        flow.addWidget(self._act(view.save_picture, self._save_picture))
        column.addWidget(acts)

    def _act(self, words: str, slot: Callable[[], None]) -> Button:
        button = Button(self._theme, words, ButtonKind.QUIET)
        button.clicked.connect(slot)
        return button

    # --- Showing

    def show_view(self, view: TrendView) -> None:
        """Show the page."""
        self._view = view
        self._banner.show_banner(view.banner)
        self._show_empty(view)
        nothing = view.empty is not None
        self._body.setVisible(not nothing)
        self._title.setVisible(not nothing)
        self._finding.setVisible(not nothing)
        if nothing:
            return
        self._title.show_text(view.title)
        rest = (Run(f" {view.finding_rest}"),) if view.finding_rest else ()
        self._finding.show_text((Run(view.finding, Tone.INK, Weight.STRONG), *rest))
        self._ranges.show_key(next(each.key for each in view.ranges if each.choice is Choice.CHOSEN))
        self._show_areas(view)
        self._later.setEnabled(view.later.ready)
        self._later.setAccessibleDescription(view.later.blocked_because)
        self._shapes.show_key(view.shape)
        self._show_legend(view)
        self._place()
        self._footnote.show_text(view.footnote)
        self._legend.setVisible(view.shape is Shape.CHART)
        if view.shape is Shape.CHART:
            self._the_chart().show_chart(view.chart, view.title)
            self._twins.setCurrentWidget(self._chart_home)
        else:
            # A year has 365 rows: they are made when somebody wants to read them.
            self._table.show_rows(view.table.heads, view.table.rows)
            self._twins.setCurrentWidget(self._table)
            self._place()

    def _the_chart(self) -> TrendChart:
        if self._chart is None:
            # pyqtgraph and what it brings are loaded with the first chart, not with the app.
            from acupress_desktop.ui.trends.chart import TrendChart

            self._chart = TrendChart(self._theme)
            self._chart.moved.connect(self._move)
            home = self._chart_home.layout()
            if home is not None:
                home.addWidget(self._chart)
        return self._chart

    def _show_areas(self, view: TrendView) -> None:
        keys = tuple((option.key, option.label) for option in view.areas)
        if keys != self._area_keys:
            self._area_keys = keys
            if self._areas is not None:
                self._areas.hide()
                self._areas.deleteLater()
                self._areas = None
            if keys:
                # "All places" is a choice like any other, but None would mean none chosen.
                options = tuple(Option((key,), words) for key, words in keys)
                self._areas = FittingChoice(self._theme, view.areas_name, options)
                self._areas.chosen.connect(self._choose_area)
                self._areas_home.addWidget(self._areas)
                QWidget.setTabOrder(self._ranges, self._areas)
                self._areas.show()
        if self._areas is not None:
            chosen = next((each.key for each in view.areas if each.choice is Choice.CHOSEN), None)
            self._areas.show_key((chosen,))

    def _show_legend(self, view: TrendView) -> None:
        while (item := self._legend_flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for key in view.legend:
            self._legend_flow.addWidget(LegendKey(self._theme, key))
        self._legend.updateGeometry()

    def _show_empty(self, view: TrendView) -> None:
        if self._empty is not None:
            self._empty.hide()
            self._empty.deleteLater()
            self._empty = None
        if view.empty is None:
            return
        self._empty = EmptyState(self._theme, view.empty.title, view.empty.text)
        check_in = Button(self._theme, view.empty.check_in, ButtonKind.PRIMARY)
        check_in.clicked.connect(self._check_in)
        self._empty.column.addSpacing(SPACE_8)
        self._empty.column.addWidget(check_in, 0, Qt.AlignmentFlag.AlignLeading)
        self._empty.column.addWidget(self._act(view.empty.sample, self._explore_sample))
        self._empty.column.addStretch(1)
        self._column.insertWidget(0, self._empty)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        margin = margin_px(self.width())
        self._column.setContentsMargins(margin, SPACE_32, margin, SPACE_16)
        self._finding.setMaximumWidth(self._theme.scaled(_FINDING_MAX_PX))
        room = self.width() - 2 * margin - self._scroll.verticalScrollBar().sizeHint().width()
        turn = self._shapes.sizeHint().width() + 2 * (self._later.sizeHint().width() + SPACE_8)
        left_over = room - self._ranges.sizeHint().width() - turn - 3 * SPACE_12
        stacked = left_over < (self._theme.scaled(_AREA_LIST_PX) if self._areas is not None else 0)
        self._choices.setDirection(
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        )
        self._turn.setStretch(self._turn.count() - 1, 1 if stacked else 0)
        if self._areas is not None:
            # Side by side, in a list, or on a line of its own: whatever still fits beside the rest.
            wide = self._areas.sizeHint().width()
            self._areas.setFixedWidth(room if stacked else min(wide, left_over))
        self._table.setMinimumHeight(
            min(self._table.natural_height_px(), _TABLE_ROWS_SHOWN * self._theme.line_px(TextRole.SMALL))
        )

    # --- Intents

    def _choose_range(self, span: TrendRange) -> None:
        self.show_view(self._presenter.choose_range(span))

    def _choose_area(self, key: tuple[RegionId | None]) -> None:
        self.show_view(self._presenter.choose_area(key[0]))

    def _choose_shape(self, shape: Shape) -> None:
        self.show_view(self._presenter.choose_shape(shape))

    def _go_earlier(self) -> None:
        self.show_view(self._presenter.earlier())

    def _go_later(self) -> None:
        self.show_view(self._presenter.later())

    def _move(self, key: Qt.Key) -> None:
        moves = {
            Qt.Key.Key_Left: self._presenter.earlier,
            Qt.Key.Key_Right: self._presenter.later,
            Qt.Key.Key_PageUp: self._presenter.page_earlier,
            Qt.Key.Key_PageDown: self._presenter.page_later,
            Qt.Key.Key_End: self._presenter.to_today,
        }
        self.show_view(moves[key]())

    def _check_in(self) -> None:
        self.leave.emit(self._presenter.check_in())

    def _explore_sample(self) -> None:
        self.leave.emit(self._presenter.explore_sample())

    def _remove_sample(self) -> None:
        self.leave.emit(self._presenter.remove_sample())

    def _explain(self) -> None:
        if self._explaining is not None:
            return
        computed = self._view.computed
        dialog = Dialog(self._theme, self.window(), computed.title, computed.close)
        for paragraph in computed.paragraphs:
            dialog.column.addWidget(Label(self._theme, paragraph, TextRole.BODY, Tone.INK2))
        dialog.column.addStretch(1)
        dialog.ended.connect(self._explained)
        self._explaining = dialog
        dialog.open_over()

    def _explained(self, _end: DialogEnd) -> None:
        self._explaining = None

    def _save_picture(self) -> None:
        picture = self._view.picture
        path = self._ask.where_to_save(self, picture.dialog, picture.name, picture.kinds)
        if path is None:
            return
        self._say(self._written(path))

    def _written(self, path: Path) -> str:
        from acupress_desktop.ui.trends.picture import TrendPicture

        try:
            TrendPicture(self._theme, self._view).save(path)
        except OSError:
            return self._presenter.picture_refused(str(path))
        return self._presenter.picture_saved(str(path))

    def _say(self, words: str) -> None:
        if self._toast is None:
            self._toast = Toast(self._theme, self)
        self._toast.show_message(words)
