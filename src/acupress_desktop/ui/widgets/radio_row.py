"""One of a few answers that stand below each other: a real radio button with a whole row to press."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import RADIUS_CHECK_PX, SPACE_12
from acupress_desktop.ui.theme.tokens import qcolor
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.painting import advance_px, crisp, paint_words
from acupress_desktop.ui.widgets.toggling import ClickedByToggling

_CIRCLE_PX = 22
_DOT_SHARE = 0.28
_AIR_PX = 12


class RadioRow(ClickedByToggling, QRadioButton):
    """``RadioRow(theme, words)``: rows of one parent exclude each other. Use ``clicked``."""

    def __init__(self, theme: LiveTheme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.hear_toggles()
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focusRadius", RADIUS_CHECK_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    @property
    def words(self) -> str:
        """The words shown."""
        return self.text().replace("&&", "&")

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def _text_left(self) -> int:
        return self._theme.scaled(_CIRCLE_PX) + SPACE_12

    def sizeHint(self) -> QSize:
        words = advance_px(self._theme.font(TextRole.BODY, Weight.STRONG), self.words)
        return QSize(self._text_left() + math.ceil(words) + 2, self._theme.line_px(TextRole.BODY) + _AIR_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.scaled(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, colours, chosen = self._theme, self._theme.colours, self.isChecked()
        painter = QPainter(self)
        crisp(painter)
        side, border = theme.scaled(_CIRCLE_PX), theme.tokens.border_px
        back = self.isRightToLeft()
        left = self.width() - side if back else 0
        circle = QRectF(left, (self.height() - side) / 2, side, side)
        painter.setPen(QPen(qcolor(colours.accent if chosen else colours.rule), border))
        painter.setBrush(qcolor(colours.accent_soft if self.underMouse() else colours.raised))
        painter.drawEllipse(circle.adjusted(border / 2, border / 2, -border / 2, -border / 2))
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(qcolor(colours.accent))
            painter.drawEllipse(circle.center(), side * _DOT_SHARE, side * _DOT_SHARE)
        text = QRectF(self.rect()).adjusted(
            0 if back else self._text_left(), 0, -self._text_left() if back else 0, 0
        )
        font = theme.font(TextRole.BODY, Weight.STRONG if chosen else Weight.REGULAR)
        near = Qt.AlignmentFlag.AlignRight if back else Qt.AlignmentFlag.AlignLeft
        middle = Qt.AlignmentFlag.AlignVCenter
        paint_words(painter, text, self.words, font, qcolor(colours.ink), near | middle)
