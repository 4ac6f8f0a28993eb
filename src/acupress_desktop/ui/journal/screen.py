"""The journal page: a list by day, all of one row beside it (or instead of it in a narrow window)."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.ids import RowId
from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.presenters.history_view import (
    CheckInDetailView,
    DayView,
    FileQuestionView,
    HappeningKind,
    HappeningView,
    HistoryView,
)
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.ui.journal.detail import DetailPane
from acupress_desktop.ui.journal.sample_banner import SampleBanner
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    NARROW_BELOW_PX,
    SPACE_4,
    SPACE_8,
    SPACE_16,
    SPACE_24,
    SPACE_32,
    SPACE_48,
    margin_px,
)
from acupress_desktop.ui.theme.plain_label import Label, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.ask_file import AskFile, SystemAskFile
from acupress_desktop.ui.widgets.buttons import Button, ButtonExtras, ButtonKind
from acupress_desktop.ui.widgets.cards import EmptyState, ListRow
from acupress_desktop.ui.widgets.layouts import FlowLayout, Hairline, Lie, ScrollColumn
from acupress_desktop.ui.widgets.overlays import Toast

_LIST_PX = 432
_ONE_COLUMN_FROM_FACTOR = 1.4


class HistoryPresenting(Protocol):
    """What the page asks of its presenter."""

    def present(self) -> HistoryView:
        """Show the page."""
        ...

    def earlier(self) -> HistoryView:
        """Add the days before."""
        ...

    def open(self, row: RowId, kind: HappeningKind) -> HistoryView:
        """Show all of one row."""
        ...

    def close(self) -> HistoryView:
        """Back to the list alone."""
        ...

    def edit(self, check_in: RowId) -> Destination:
        """Change an entry."""
        ...

    def check_in(self) -> Destination:
        """Write an entry."""
        ...

    def log(self) -> Destination:
        """Tell something unpleasant."""
        ...

    def delete(self, row: RowId, kind: HappeningKind) -> HistoryView:
        """Take a row out."""
        ...

    def undo(self) -> HistoryView:
        """Bring back what was deleted last."""
        ...

    def export_question(self) -> FileQuestionView:
        """Say what to ask before an export."""
        ...

    def export(self, path: Path) -> HistoryView:
        """Write everything to a file."""
        ...

    def import_question(self) -> FileQuestionView:
        """Say what to ask before an import."""
        ...

    def import_file(self, path: Path) -> HistoryView:
        """Read a file."""
        ...

    def explore_sample(self) -> Destination:
        """Look around in the made-up journal."""
        ...

    def remove_sample(self) -> Destination:
        """Back to the person's own journal."""
        ...


class _Row(ListRow):
    """One row of the list, which knows what it stands for."""

    def __init__(self, theme: LiveTheme, view: HappeningView) -> None:
        icon = Icon.PENCIL if view.kind is HappeningKind.CHECK_IN else Icon.HAND
        super().__init__(theme, view.title, view.detail, view.time, icon)
        self.view = view
        self.setCheckable(True)
        self.setToolTip(view.title)


class HistoryScreen(QWidget):
    """``HistoryScreen(presenter, theme, ask)``. ``leave`` emits a destination."""

    leave = Signal(object)

    def __init__(
        self,
        presenter: HistoryPresenting,
        theme: LiveTheme,
        ask: AskFile | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._theme = theme
        self._ask = ask or SystemAskFile()
        self._view = view = presenter.present()
        self._rows: dict[RowId, _Row] = {}
        self._days: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = ()
        self.setAccessibleName(view.page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._banner = SampleBanner(theme)
        self._banner.asked.connect(self._remove_sample)
        outer.addWidget(self._banner)
        both = QHBoxLayout()
        both.setSpacing(0)
        outer.addLayout(both, 1)
        self._list = ScrollColumn()
        both.addWidget(self._list)
        self._between = Hairline(theme, Lie.DOWN)
        both.addWidget(self._between)
        self._beside = ScrollColumn()
        both.addWidget(self._beside, 1)
        self._build_list(view)
        self._build_beside(view)
        self._toast = Toast(theme, self)
        self._toast.undone.connect(self._undo)
        theme.changed.connect(self._place)
        self.setFocusProxy(self._check_in)
        self.show_view(view)
        self._place()

    def _build_list(self, view: HistoryView) -> None:
        theme = self._theme
        column = self._list.column
        self._head = QVBoxLayout()
        self._head.setSpacing(SPACE_8)
        self._head.addWidget(Label(theme, view.title, TextRole.TITLE))
        acts = QWidget()
        flow = FlowLayout(acts, SPACE_24, SPACE_8)
        self._check_in = Button(theme, view.check_in, ButtonKind.PRIMARY)
        self._check_in.clicked.connect(self._go_to_check_in)
        flow.addWidget(self._check_in)
        self._log = Button(theme, view.log, ButtonKind.QUIET)
        self._log.clicked.connect(self._go_to_log)
        flow.addWidget(self._log)
        self._export = Button(theme, view.export, ButtonKind.QUIET)
        self._export.clicked.connect(self._ask_export)
        flow.addWidget(self._export)
        self._import = Button(theme, view.import_file, ButtonKind.QUIET)
        self._import.clicked.connect(self._ask_import)
        flow.addWidget(self._import)
        self._head.addWidget(acts)
        self._trouble = Label(theme, "", TextRole.BODY, Tone.CAUTION)
        self._head.addWidget(self._trouble)
        column.addLayout(self._head)
        self._happened = QVBoxLayout()
        self._happened_list = QWidget()
        self._happened.addWidget(self._happened_list)
        column.addLayout(self._happened)
        self._earlier = Button(theme, "", ButtonKind.SECONDARY)
        self._earlier.clicked.connect(self._show_earlier)
        self._all_shown = Label(theme, "", TextRole.CAPTION, Tone.INK3)
        self._foot = QVBoxLayout()
        self._foot.addWidget(self._earlier, 0, Qt.AlignmentFlag.AlignLeading)
        self._foot.addWidget(self._all_shown)
        column.addLayout(self._foot)
        column.addStretch(1)
        self._empty: EmptyState | None = None

    def _build_beside(self, view: HistoryView) -> None:
        self._beside_column = QVBoxLayout()
        self._beside_column.setSpacing(SPACE_8)
        self._back = Button(self._theme, view.back, ButtonKind.PLAIN, extras=ButtonExtras(icon=Icon.BACK))
        self._back.clicked.connect(self._close)
        self._beside_column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        self._pane = DetailPane(self._theme)
        self._pane.edit_asked.connect(self._edit)
        self._pane.delete_asked.connect(self._delete)
        self._beside_column.addWidget(self._pane, 1)
        self._beside.column.addLayout(self._beside_column, 1)

    # --- Showing

    def show_view(self, view: HistoryView) -> None:
        """Show the page."""
        self._view = view
        self._banner.show_banner(view.banner)
        self._show_days(view.days)
        for row in self._rows.values():
            row.setChecked(False)
        for day in view.days:
            for happened in day.rows:
                self._rows[happened.id].setChecked(happened.choice is Choice.CHOSEN)
        self._earlier.setVisible(view.earlier is not None)
        self._earlier.show_words("" if view.earlier is None else view.earlier.label)
        self._all_shown.show_text(view.all_shown)
        self._all_shown.setVisible(bool(view.all_shown))
        self._trouble.show_text(view.trouble)
        self._trouble.setVisible(bool(view.trouble))
        self._export.setVisible(view.empty is None)
        self._show_empty(view)
        self._pane.show_detail(view.detail, view.choose_one)
        if view.said is not None:
            self._toast.show_message(view.said.words, view.said.undo)
        self._place()

    def _show_days(self, days: tuple[DayView, ...]) -> None:
        wanted = tuple(
            (day.heading, tuple((row.id, row.title, row.detail, row.time) for row in day.rows))
            for day in days
        )
        if wanted == self._days:
            return
        self._days = wanted
        self._rows = {}
        # Filled before it is shown: hundreds of rows that join a visible list one by one take seconds.
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, SPACE_16, 0, 0)
        column.setSpacing(0)
        for day in days:
            heading = eyebrow(self._theme, day.heading)
            heading.setContentsMargins(SPACE_16, SPACE_16, 0, SPACE_4)
            column.addWidget(heading)
            for happened in day.rows:
                row = _Row(self._theme, happened)
                row.setAccessibleDescription(
                    ", ".join(part for part in (happened.detail, day.heading, happened.time) if part)
                )
                row.clicked.connect(self._open)
                self._rows[happened.id] = row
                column.addWidget(row)
        self._happened.replaceWidget(self._happened_list, fresh)
        self._happened_list.hide()
        self._happened_list.deleteLater()
        self._happened_list = fresh
        fresh.show()

    def _show_empty(self, view: HistoryView) -> None:
        if self._empty is not None:
            self._empty.hide()
            self._empty.deleteLater()
            self._empty = None
        if view.empty is None:
            return
        self._empty = EmptyState(self._theme, view.empty.title, view.empty.text)
        look = Button(self._theme, view.empty.sample, ButtonKind.QUIET)
        look.clicked.connect(self._explore_sample)
        self._empty.column.addWidget(look, 0, Qt.AlignmentFlag.AlignLeading)
        self._happened.addWidget(self._empty)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._view.detail is not None:
            self._close()
            return
        super().keyPressEvent(event)

    @property
    def _one_column(self) -> bool:
        return self.width() < NARROW_BELOW_PX or self._theme.tokens.text_factor >= _ONE_COLUMN_FROM_FACTOR

    def _place(self) -> None:
        margin = margin_px(self.width())
        self._head.setContentsMargins(margin, SPACE_32, SPACE_32, 0)
        self._happened.setContentsMargins(margin - SPACE_16, 0, SPACE_16, 0)
        self._foot.setContentsMargins(margin, SPACE_16, SPACE_32, SPACE_48)
        self._beside_column.setContentsMargins(SPACE_32, SPACE_32, margin, SPACE_48)
        one, opened = self._one_column, self._view.detail is not None
        nothing = self._view.empty is not None
        self._list.setVisible(not (one and opened))
        self._beside.setVisible(opened if one else not nothing)
        self._between.setVisible(not one and not nothing)
        self._back.setVisible(one)
        if one or nothing:
            self._list.setMinimumWidth(0)
            self._list.setMaximumWidth(16_777_215)
            self._beside_column.setContentsMargins(margin, SPACE_16, margin, SPACE_48)
        else:
            self._list.setFixedWidth(self._theme.scaled(_LIST_PX) + margin)

    # --- Intents

    def _open(self) -> None:
        row = self.sender()
        if isinstance(row, _Row):
            self.show_view(self._presenter.open(row.view.id, row.view.kind))
            if self._one_column:
                self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        detail = self._view.detail
        self.show_view(self._presenter.close())
        row = None if detail is None else self._rows.get(detail.id)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edit(self) -> None:
        if self._view.detail is not None:
            self.leave.emit(self._presenter.edit(self._view.detail.id))

    def _delete(self) -> None:
        detail = self._view.detail
        if detail is not None:
            kind = HappeningKind.CHECK_IN if isinstance(detail, CheckInDetailView) else HappeningKind.SESSION
            self.show_view(self._presenter.delete(detail.id, kind))
            self._check_in.setFocus(Qt.FocusReason.OtherFocusReason)

    def _undo(self) -> None:
        self.show_view(self._presenter.undo())

    def _show_earlier(self) -> None:
        before = set(self._rows)
        self.show_view(self._presenter.earlier())
        fresh = next((row for name, row in self._rows.items() if name not in before), None)
        if fresh is not None:
            fresh.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_check_in(self) -> None:
        self.leave.emit(self._presenter.check_in())

    def _go_to_log(self) -> None:
        self.leave.emit(self._presenter.log())

    def _ask_export(self) -> None:
        question = self._presenter.export_question()
        path = self._ask.where_to_save(self, question.title, question.name, question.kinds)
        if path is not None:
            self.show_view(self._presenter.export(path))

    def _ask_import(self) -> None:
        question = self._presenter.import_question()
        path = self._ask.what_to_open(self, question.title, question.kinds)
        if path is not None:
            self.show_view(self._presenter.import_file(path))

    def _explore_sample(self) -> None:
        self.leave.emit(self._presenter.explore_sample())

    def _remove_sample(self) -> None:
        self.leave.emit(self._presenter.remove_sample())
