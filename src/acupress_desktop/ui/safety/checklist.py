"""Lines to tick in one or two columns; where a window is too low for all of them, in sheets."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from acupress_desktop.presenters.safety_view import ListBody, RowMark, RowView
from acupress_desktop.ui.safety.more_sign import MoreSign
from acupress_desktop.ui.safety.sheets import Sheet, one_sheet, sheets_of
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    CHECK_AIR_CLOSE_PX,
    CHECK_AIR_CLOSEST_PX,
    CHECK_AIR_PX,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_48,
)
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.checks import CheckRow
from acupress_desktop.words import safety_screen as words


@dataclass(frozen=True, slots=True)
class _Density:
    """How close lines stand: the first that shows all of them at once is taken."""

    role: TextRole
    air_px: int
    gap_px: int


_DENSITIES = (
    _Density(TextRole.BODY, CHECK_AIR_PX, SPACE_48),
    _Density(TextRole.BODY, SPACE_16, SPACE_48),
    _Density(TextRole.BODY, CHECK_AIR_CLOSE_PX, SPACE_48),
    _Density(TextRole.SMALL, SPACE_8, SPACE_16),
    _Density(TextRole.CAPTION, CHECK_AIR_CLOSEST_PX, SPACE_12),
)
_IN_SHEETS = _DENSITIES[3]


class _ListRow(QWidget):
    """One line to tick, and the "?" that opens it."""

    def __init__(self, theme: LiveTheme, row: RowView, parent: QWidget) -> None:
        super().__init__(parent)
        self.check = CheckRow(theme, row.label, self)
        self.more = MoreSign(theme, words.row_more_sign(), row.more, self)

    def show_row(self, row: RowView) -> None:
        """Show how the line stands."""
        if self.check.words != row.label:
            self.check.show_words(row.label)
        self.check.setChecked(row.mark is not RowMark.OPEN)
        self.more.show_spoken(row.more)

    def height_px(self, width_px: int) -> int:
        """Return how tall the line is in ``width_px``."""
        return self.check.heightForWidth(self._check_px(width_px))

    def resizeEvent(self, event: QResizeEvent) -> None:
        check, more = self._check_px(self.width()), self.more.sizeHint()
        back = self.isRightToLeft()
        self.check.setGeometry(self.width() - check if back else 0, 0, check, self.height())
        at = 0 if back else self.width() - more.width()
        self.more.setGeometry(at, (self.height() - more.height()) // 2, more.width(), more.height())

    def _check_px(self, width_px: int) -> int:
        return max(1, width_px - self.more.sizeHint().width() - SPACE_4)


class Checklist(QWidget):
    """``ticked`` and ``opened`` carry the key of a row. ``arrange`` deals the rows to the room there is."""

    ticked = Signal(str)
    opened = Signal(str)

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: dict[str, _ListRow] = {}
        self._told = Label(theme, "", TextRole.SMALL, Tone.ACCENT, parent=self)
        self._sheets: tuple[Sheet, ...] = ()
        self._sheet = 0
        self._tall_px = 0
        self._columns, self._gap_px = 2, SPACE_48
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_list(self, body: ListBody) -> None:
        """Show the rows, and how they stand; the same rows stay the same widgets."""
        if tuple(self._rows) != tuple(row.key for row in body.rows):
            self._build(body)
        self._told.show_text(body.told)
        self._told.setVisible(bool(body.told))
        for row in body.rows:
            self._rows[row.key].show_row(row)

    def arrange(self, columns: int, width_px: int, room_px: int, densities: int) -> bool:
        """Deal the rows to ``columns`` in ``width_px`` and ``room_px``; tell whether all are seen at once.

        Only the first ``densities`` ways to stand closer are tried.
        """
        if width_px <= 0:
            return True
        self._columns = columns
        head = self._head_px(width_px)
        for density in _DENSITIES[:densities]:
            heights = self._wear(density, width_px)
            whole, tall = one_sheet(heights, columns)
            if tall + head <= room_px:
                self._sheets = (whole,)
                break
        else:
            heights = self._wear(_IN_SHEETS, width_px)
            self._sheets = sheets_of(heights, columns, room_px - head)
        self._place(heights, width_px, head)
        return len(self._sheets) == 1

    @property
    def part(self) -> tuple[int, int]:
        """Which sheet is seen, counted from 1, and how many there are."""
        return self._seen + 1, max(1, len(self._sheets))

    @property
    def _seen(self) -> int:
        """The sheet that is seen: never past the last one, however the window grows meanwhile."""
        return max(0, min(self._sheet, len(self._sheets) - 1))

    @property
    def here(self) -> tuple[str, ...]:
        """The keys of the rows that are seen."""
        if not self._sheets:
            return tuple(self._rows)
        sheet = self._sheets[self._seen]
        return tuple(self._rows)[sheet.start : sheet.stop]

    def turn(self, sheets: int) -> None:
        """Go on or back by some sheets; ``arrange`` shows it."""
        self._sheet = max(0, min(self._seen + sheets, len(self._sheets) - 1))

    def first(self) -> QWidget | None:
        """The line that gets the keyboard first."""
        return next((self._rows[key].check for key in self.here), None)

    def press(self, number: int) -> None:
        """Tick the row with that number on the sheet that is seen."""
        if 1 <= number <= len(self.here):
            check = self._rows[self.here[number - 1]].check
            check.setFocus(Qt.FocusReason.ShortcutFocusReason)
            check.click()

    def open_focused(self) -> None:
        """Open the row that has the keyboard."""
        for key, row in self._rows.items():
            if row.check.hasFocus():
                self.opened.emit(key)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.scaled(320), self._tall_px)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.scaled(200), self._tall_px)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows walk from line to line, and to the "?" of a line and back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            keys = self.here
            for place, key in enumerate(keys):
                row = self._rows[key]
                if watched not in (row.check, row.more):
                    continue
                if step and 0 <= place + step < len(keys):
                    other = self._rows[keys[place + step]]
                    (other.check if watched is row.check else other.more).setFocus(
                        Qt.FocusReason.TabFocusReason
                    )
                    return True
                if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                    forward = (event.key() == Qt.Key.Key_Right) is not self.isRightToLeft()
                    (row.more if forward else row.check).setFocus(Qt.FocusReason.TabFocusReason)
                    return True
        return super().eventFilter(watched, event)

    def _head_px(self, width_px: int) -> int:
        return self._told.heightForWidth(width_px) + SPACE_12 if not self._told.isHidden() else 0

    def _wear(self, density: _Density, width_px: int) -> list[int]:
        self._gap_px = density.gap_px
        for row in self._rows.values():
            row.check.show_closer(density.role, density.air_px)
        column = self._column_px(width_px)
        return [row.height_px(column) for row in self._rows.values()]

    def _column_px(self, width_px: int) -> int:
        return (width_px - self._gap_px * (self._columns - 1)) // self._columns

    def _place(self, heights: list[int], width_px: int, head_px: int) -> None:
        column = self._column_px(width_px)
        self._told.setGeometry(0, 0, width_px, head_px)
        sheet = self._sheets[self._seen]
        top, tall = [head_px, head_px], head_px
        for place, row in enumerate(self._rows.values()):
            seen = sheet.start <= place < sheet.stop
            row.setVisible(seen)
            if not seen:
                continue
            second = int(place >= sheet.turn)
            back = self.isRightToLeft() and self._columns > 1
            left = (column + self._gap_px) * (1 - second if back else second)
            row.setGeometry(left, top[second], column, heights[place])
            top[second] += heights[place]
            tall = max(tall, top[second])
        if tall != self._tall_px:
            self._tall_px = tall
            self.updateGeometry()

    def _build(self, body: ListBody) -> None:
        for gone in self._rows.values():
            gone.hide()
            gone.deleteLater()
        self._rows.clear()
        self._sheets, self._sheet = (), 0
        for row in body.rows:
            line = _ListRow(self._theme, row, self)
            line.check.clicked.connect(self._ticked)
            line.more.clicked.connect(self._opened)
            for part in (line.check, line.more):
                part.installEventFilter(self)
            self._rows[row.key] = line
            line.show()

    def _ticked(self) -> None:
        sender = self.sender()
        for key, row in self._rows.items():
            if row.check is sender:
                self.ticked.emit(key)
                return

    def _opened(self) -> None:
        sender = self.sender()
        for key, row in self._rows.items():
            if row.more is sender:
                self.opened.emit(key)
                return
