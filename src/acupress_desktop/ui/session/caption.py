"""The spoken line in writing: two lines at most, in a place that keeps its height."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from acupress_desktop.ui.theme.icons import Icon, paint_icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_12
from acupress_desktop.ui.theme.plain_label import Label, Wrap
from acupress_desktop.ui.theme.tokens import Tone, qcolor
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.painting import crisp

_LINES_MAX = 2
_ICON_PX = 24
_MEASURE_MAX_PX = 640
_ELLIPSIS = "…"


class Caption(Label):
    """``show_caption(words)``; too long a line falls to a smaller type, and only then ends in an ellipsis.

    A screen reader gets all of it.
    """

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        self._low = False
        super().__init__(theme, "", TextRole.SPOKEN, Tone.INK2, Wrap.ELIDE, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keep_low(self, *, low: bool) -> None:
        """Take less height, in windows that have little."""
        if low is not self._low:
            self._low = low
            self._restyle()

    @property
    def words(self) -> str:
        """What is shown."""
        return self.text()

    def show_caption(self, words: str) -> None:
        """Show another line, or none."""
        if words != self.text():
            self.show_text(words)
            self.setAccessibleName(words)
            self.setToolTip(words)

    def sizeHint(self) -> QSize:
        line = self._theme.line_px(TextRole.SMALL if self._low else TextRole.SPOKEN)
        return QSize(self._theme.scaled(_MEASURE_MAX_PX), _LINES_MAX * line)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def shown_lines(self) -> tuple[str, ...]:
        """Return the lines as they are laid out."""
        return self._broken_in_two()[1]

    def _broken_in_two(self) -> tuple[TextRole, tuple[str, ...], float]:
        room = (
            min(self.width(), self._theme.scaled(_MEASURE_MAX_PX)) - self._theme.scaled(_ICON_PX) - SPACE_12
        )
        lines: tuple[str, ...] = ()
        wide = 0.0
        role = TextRole.SMALL
        for role in (TextRole.SMALL,) if self._low else (TextRole.SPOKEN, TextRole.BODY, TextRole.SMALL):
            lines, wide = self._broken(role, max(80, room))
            if len(lines) <= _LINES_MAX:
                return role, lines, wide
        kept = f"{lines[0]}\n{lines[1].rstrip().rstrip('.,;:')}{_ELLIPSIS}".split("\n")
        return role, tuple(kept), wide

    def _broken(self, role: TextRole, room: float) -> tuple[tuple[str, ...], float]:
        words = self.text()
        layout = QTextLayout(words, self._theme.font(role))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        lines: list[str] = []
        wide = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            lines.append(words[line.textStart() : line.textStart() + line.textLength()].strip())
            wide = max(wide, line.naturalTextWidth())
        layout.endLayout()
        return tuple(lines), math.ceil(wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.text():
            return
        painter = QPainter(self)
        crisp(painter)
        role, lines, wide = self._broken_in_two()
        side, line_px = self._theme.scaled(_ICON_PX), self._theme.line_px(role)
        whole = side + SPACE_12 + wide
        left = (self.width() - whole) / 2
        back = self.isRightToLeft()
        icon_left = left + whole - side if back else left
        text_left = left if back else left + side + SPACE_12
        ink = qcolor(self._theme.colours.ink2)
        top = (self.height() - line_px * len(lines)) / 2
        paint_icon(painter, Icon.CAPTIONS, QRectF(icon_left, top + (line_px - side) / 2, side, side), ink)
        painter.setPen(ink)
        painter.setFont(self._theme.font(role))
        near = Qt.AlignmentFlag.AlignRight if back else Qt.AlignmentFlag.AlignLeft
        flags = near | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        for place, line in enumerate(lines):
            box = QRectF(QPointF(text_left, top + place * line_px), QSize(math.ceil(wide) + 2, line_px))
            painter.drawText(box, int(flags | Qt.TextFlag.TextSingleLine), line)
