"""The small "?" beside a line: it opens the line as a question of its own."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import TARGET_MIN_PX
from acupress_desktop.ui.theme.tokens import qcolor
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.painting import crisp, paint_box, paint_words

_SIDE_PX = TARGET_MIN_PX
_RING_PX = 22


class MoreSign(QAbstractButton):
    """``MoreSign(theme, sign, spoken)``; use ``clicked``."""

    def __init__(self, theme: LiveTheme, sign: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sign = sign
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_spoken(self, spoken: str) -> None:
        """Be named ``spoken`` from now on."""
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)

    def _restyle(self) -> None:
        self.setProperty("focusRadius", self._theme.scaled(_SIDE_PX) / 2)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.scaled(_SIDE_PX)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, colours = self._theme, self._theme.colours
        painter = QPainter(self)
        crisp(painter)
        side = theme.scaled(_RING_PX)
        ring = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        ground = colours.accent_soft if self.underMouse() or self.isDown() else colours.paper
        paint_box(
            painter,
            ring,
            side / 2,
            fill=qcolor(ground),
            border=qcolor(colours.rule),
            border_px=theme.tokens.hairline_px,
        )
        paint_words(painter, ring, self._sign, theme.font(TextRole.BADGE), qcolor(colours.accent))
