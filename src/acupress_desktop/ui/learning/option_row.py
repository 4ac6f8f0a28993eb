"""An answer that is offered: a key cap, words in as many lines as they need, a smaller line under them."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from acupress_desktop.ui.theme.icons import Icon, paint_icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import RADIUS_BUTTON_PX, SPACE_12, SPACE_16
from acupress_desktop.ui.theme.tokens import mixed, qcolor
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import key_cap_px, paint_key_cap
from acupress_desktop.ui.widgets.painting import crisp, paint_box
from acupress_desktop.ui.widgets.toggling import ClickedByToggling

_AIR_PX = 8
_LEAST_PX = 48
_TICK_PX = 20
_HOVER_SHARE = 0.6


class OptionRow(ClickedByToggling, QAbstractButton):
    """``OptionRow(theme, role)``; ``show_option(key, text, detail)``. Use ``clicked``.

    Checkable ones are ratings: the one that counts wears ``accent_soft``, a strong edge and a tick.
    """

    def __init__(self, theme: LiveTheme, role: TextRole, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._key = ""
        self._detail = ""
        self.hear_toggles()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focusRadius", RADIUS_BUTTON_PX)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._restyle)

    @property
    def words(self) -> str:
        """The words shown."""
        return self.text().replace("&&", "&")

    def show_option(self, key: str, text: str, detail: str, means: str = "") -> None:
        """Show another answer; ``means`` is said, not shown."""
        self._key, self._detail = key, detail
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setAccessibleDescription(" ".join(part for part in (means, detail) if part))
        self.setToolTip(means)
        self._restyle()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    # -- sizes ---------------------------------------------------------------------------------------------

    def _front_px(self) -> int:
        return SPACE_16 + math.ceil(key_cap_px(self._theme, self._key)) + SPACE_12

    def _font(self) -> QFont:
        return self._theme.font(self._role, Weight.STRONG if self.isChecked() else None)

    def _text_px(self, width: int, text: str, font: QFont) -> int:
        room = QRect(0, 0, max(1, width - self._front_px() - self._back_px()), 1 << 16)
        return QFontMetrics(font).boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()

    def _back_px(self) -> int:
        return SPACE_16 + (self._theme.scaled(_TICK_PX) if self.isCheckable() else 0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # Room for the bold words is kept at all times, so that choosing one moves nothing.
        strong = self._theme.font(self._role, Weight.STRONG if self.isCheckable() else None)
        height = self._text_px(width, self.words, strong) + 2 * _AIR_PX
        if self._detail:
            height += self._text_px(width, self._detail, self._theme.font(TextRole.CAPTION))
        return max(self._theme.grown(_LEAST_PX, self._role), height)

    def sizeHint(self) -> QSize:
        # The height of a single line: how many there are is known once the width is.
        return QSize(self._theme.scaled(320), self._theme.grown(_LEAST_PX, self._role))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.scaled(144), self._theme.grown(_LEAST_PX, self._role))

    # -- painting ------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, colours, chosen = self._theme, self._theme.colours, self.isChecked()
        painter = QPainter(self)
        crisp(painter)
        fill = colours.accent_soft if chosen or self.isDown() else colours.raised
        if self.underMouse() and not chosen and not self.isDown():
            fill = mixed(colours.raised, colours.accent_soft, _HOVER_SHARE)
        box = QRectF(self.rect())
        paint_box(
            painter,
            box,
            RADIUS_BUTTON_PX,
            fill=qcolor(fill),
            border=qcolor(colours.accent if chosen else colours.rule),
            border_px=theme.tokens.border_px if chosen else theme.tokens.hairline_px,
        )
        ink = qcolor(colours.accent if chosen else colours.ink)
        back = self.isRightToLeft()
        cap, tall = key_cap_px(theme, self._key), float(theme.scaled(20))
        at = box.right() - SPACE_16 - cap if back else float(SPACE_16)
        cap_box = QRectF(at, (box.height() - tall) / 2, cap, tall)
        paint_key_cap(painter, theme, cap_box, self._key, qcolor(colours.ink2))
        if chosen:
            side = float(theme.scaled(_TICK_PX))
            at = float(_AIR_PX) if back else box.right() - _AIR_PX - side
            paint_icon(painter, Icon.CHECK, QRectF(at, (box.height() - side) / 2, side, side), ink)
        front, rear = self._front_px(), self._back_px()
        inner = box.adjusted(rear if back else front, 0, -(front if back else rear), 0)
        self._paint_words(painter, inner)

    def _paint_words(self, painter: QPainter, inner: QRectF) -> None:
        colours = self._theme.colours
        near = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        flags = int(
            near | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        )
        font, small = self._font(), self._theme.font(TextRole.CAPTION)
        words_px = self._text_px(self.width(), self.words, font)
        detail_px = self._text_px(self.width(), self._detail, small) if self._detail else 0
        top = (self.height() - words_px - detail_px) / 2
        painter.setFont(font)
        painter.setPen(qcolor(colours.accent if self.isChecked() else colours.ink))
        painter.drawText(QRectF(inner.left(), top, inner.width(), words_px + 1), flags, self.words)
        if self._detail:
            painter.setFont(small)
            painter.setPen(qcolor(colours.ink3))
            spot = QRectF(inner.left(), top + words_px, inner.width(), detail_px + 1)
            painter.drawText(spot, flags, self._detail)
