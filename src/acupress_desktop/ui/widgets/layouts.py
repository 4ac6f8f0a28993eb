"""Layout pieces: a row that wraps, a column that scrolls, hairlines and gaps."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8, SPACE_12
from acupress_desktop.ui.theme.tokens import qcolor


class FlowLayout(QLayout):
    """Places items in reading direction and starts a new row where one is full; mirrors for right-to-left."""

    def __init__(
        self, parent: QWidget | None = None, gap_px: int = SPACE_8, row_gap_px: int = SPACE_12
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap_px = gap_px
        self._row_gap_px = row_gap_px
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), apply=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, apply=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, apply: bool) -> int:
        """Return the height needed in ``rect``'s width; with ``apply`` also place, centred in each row."""
        parent = self.parentWidget()
        back = parent is not None and parent.isRightToLeft()
        top = 0
        for row in self._rows(rect.width()):
            tall = max(size.height() for _item, size in row)
            x = 0
            for item, size in row if apply else ():
                left = rect.right() + 1 - x - size.width() if back else rect.left() + x
                spot = QPoint(left, rect.top() + top + (tall - size.height()) // 2)
                item.setGeometry(QRect(spot, size))
                x += size.width() + self._gap_px
            top += tall + self._row_gap_px
        return max(0, top - self._row_gap_px)

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            wide = min(hint.width(), max(width, item.minimumSize().width()))
            if not rows or used + wide > width:
                rows.append([])
                used = 0
            tall = item.heightForWidth(wide) if item.hasHeightForWidth() else hint.height()
            rows[-1].append((item, QSize(wide, max(tall, hint.height() if wide >= hint.width() else 0))))
            used += wide + self._gap_px
        return rows


class Lie(Enum):
    """How a hairline lies."""

    ACROSS = "across"
    DOWN = "down"


class Hairline(QWidget):
    """``Hairline(theme, lie)``: the line that separates things here; 2 px in high contrast."""

    def __init__(self, theme: LiveTheme, lie: Lie = Lie.ACROSS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lie = lie
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        across = lie is Lie.ACROSS
        grows, fixed = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        self.setSizePolicy(grows if across else fixed, fixed if across else grows)
        theme.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = max(1, round(self._theme.tokens.hairline_px))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), qcolor(self._theme.colours.hair))


class ScrollColumn(QScrollArea):
    """``ScrollColumn()``: one column that scrolls when the window is too low. Fill ``column``.

    Its smallest width is that of its content, so that text is never cut at the side.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        content = self.widget()
        width = content.minimumSizeHint().width() if content is not None else 0
        return QSize(width + self.verticalScrollBar().sizeHint().width(), 120)
