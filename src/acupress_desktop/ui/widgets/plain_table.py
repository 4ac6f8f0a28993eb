"""A table to be read: real rows, columns and heads for a screen reader, plain text in every cell."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.type_roles import TextRole

_CELL_AIR_PX = 28
_ROW_AIR_PX = 16
_HEIGHT_HINT_PX = 320


class PlainTable(QTableWidget):
    """``PlainTable(theme, name)``; ``show_rows(heads, rows)``. Arrows move, Tab leaves, nothing is edited."""

    def __init__(
        self, theme: LiveTheme, name: str, parent: QWidget | None = None, air_px: int = _CELL_AIR_PX
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._air_px = air_px
        self._widths: tuple[int, ...] = ()
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        # Left to itself the corner between two scroll bars shows a stray frame.
        self.setCornerWidget(QWidget())
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.verticalHeader().setVisible(False)
        across = self.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        across.setHighlightSections(False)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_rows(self, heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
        """Show other rows."""
        self.clear()
        self.setColumnCount(len(heads))
        self.setRowCount(len(rows))
        self.setHorizontalHeaderLabels(list(heads))
        for place, row in enumerate(rows):
            for column, words in enumerate(row):
                self.setItem(place, column, QTableWidgetItem(words))
        self._measure()

    def natural_height_px(self) -> int:
        """The height at which no row is hidden."""
        heads = self.horizontalHeader().sizeHint().height()
        return heads + self.rowCount() * self.verticalHeader().defaultSectionSize() + 4

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths) + 8, min(self.natural_height_px(), _HEIGHT_HINT_PX))

    def minimumSizeHint(self) -> QSize:
        rows = min(3, self.rowCount())
        return QSize(240, self.horizontalHeader().sizeHint().height() + rows * self._row_px() + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.spread()

    def _row_px(self) -> int:
        return self._theme.line_px(TextRole.SMALL) + _ROW_AIR_PX

    def _restyle(self) -> None:
        self.setFont(self._theme.font(TextRole.SMALL))
        self.horizontalHeader().setFont(self._theme.font(TextRole.CAPTION))
        self.verticalHeader().setMinimumSectionSize(self._row_px())
        self.verticalHeader().setDefaultSectionSize(self._row_px())
        self._measure()

    def _measure(self) -> None:
        cells = QFontMetricsF(self._theme.font(TextRole.SMALL))
        widths = []
        for column in range(self.columnCount()):
            head = self.horizontalHeaderItem(column)
            texts = [head.text()] if head is not None else []
            # Every cell is measured: a year has 365 rows of short words.
            texts += [item.text() for row in range(self.rowCount()) if (item := self.item(row, column))]
            widths.append(
                round(max((cells.horizontalAdvance(text) for text in texts), default=0)) + self._air_px
            )
        self._widths = tuple(widths)
        self.spread()
        self.updateGeometry()

    @property
    def widths(self) -> tuple[int, ...]:
        """The width that each column needs, in pixels."""
        return self._widths

    def spread(self) -> None:
        """Give columns what they need; what is left over is shared."""
        extra = max(0, self.viewport().width() - sum(self._widths))
        share = extra // max(1, len(self._widths))
        for column, width in enumerate(self._widths):
            self.setColumnWidth(column, width + share)
