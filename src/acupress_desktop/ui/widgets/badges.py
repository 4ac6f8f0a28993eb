"""Left in a circle, right in a square: the person's own sides, on every picture of a body."""

from __future__ import annotations

import math
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from acupress_desktop.domain.sides import Side
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.tokens import Tokens, Tone, qcolor
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.painting import advance_px, crisp, paint_box, paint_words

BADGE_PX = 24
BADGE_LARGE_PX = 64
_GAP_PX = 8
_PAPER_ALPHA = 0.78
_PAPER_RADIUS_PX = 6


class Ground(Enum):
    """What a badge stands on: a page, or a picture that may reach up behind its words."""

    PAGE = "page"
    PICTURE = "picture"


def badge_letter(side: Side) -> str:
    """Return the letter inside the badge of ``side``: the signs are the same in every language shown."""
    return "L" if side is Side.LEFT else "R"


def paint_badge(painter: QPainter, tokens: Tokens, box: QRectF, side: Side, font: QFont) -> None:
    """Paint the badge of ``side`` into the square ``box``: a circle for left, a square for right."""
    ink = QColor(tokens.colours.ink2 if box.width() < BADGE_LARGE_PX else tokens.colours.ink)
    weight = max(tokens.hairline_px, box.width() / 24 * 1.2)
    painter.setPen(QPen(ink, weight))
    painter.setBrush(qcolor(tokens.colours.paper, 0.6))
    inset = weight / 2
    inner = box.adjusted(inset, inset, -inset, -inset)
    if side is Side.LEFT:
        painter.drawEllipse(inner)
    else:
        painter.drawRoundedRect(inner, box.width() / 6, box.width() / 6)
    sized = QFont(font)
    sized.setPixelSize(max(9, round(box.width() * 0.54)))
    painter.setFont(sized)
    painter.setPen(ink)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), badge_letter(side))


class SideBadge(QWidget):
    """``SideBadge(theme, side, words, badge_px)``: the badge with its words, such as "Your left"."""

    def __init__(
        self,
        theme: LiveTheme,
        side: Side,
        words: str,
        badge_px: int = BADGE_PX,
        parent: QWidget | None = None,
        ground: Ground = Ground.PAGE,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._badge_px = badge_px
        self._ground = ground
        self._side = side
        self._words = words
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self.show_side(side, words)

    def show_side(self, side: Side, words: str) -> None:
        """Show another side."""
        self._side = side
        self._words = words
        self.setAccessibleName(words)
        self._restyle()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        role = TextRole.SMALL if self._badge_px < BADGE_LARGE_PX else TextRole.DIGIT
        return self._theme.font(role, Weight.STRONG)

    def sizeHint(self) -> QSize:
        badge = self._theme.scaled(self._badge_px)
        return QSize(badge + _GAP_PX + math.ceil(advance_px(self._font(), self._words)) + 1, badge)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.scaled(self._badge_px), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        crisp(painter)
        badge = self._theme.scaled(self._badge_px)
        back = self.isRightToLeft()
        left = self.width() - badge if back else 0
        if self._ground is Ground.PICTURE:
            paper = QRectF(self.rect()).adjusted(0 if back else badge / 2, 0, -badge / 2 if back else 0, 0)
            fill = qcolor(self._theme.colours.paper, _PAPER_ALPHA)
            paint_box(painter, paper, _PAPER_RADIUS_PX, fill=fill)
        paint_badge(painter, self._theme.tokens, QRectF(left, 0, badge, badge), self._side, self._font())
        text = QRectF(self.rect())
        text.adjust(0 if back else badge + _GAP_PX, 0, -(badge + _GAP_PX) if back else 0, 0)
        near = Qt.AlignmentFlag.AlignRight if back else Qt.AlignmentFlag.AlignLeft
        paint_words(
            painter,
            text,
            self._words,
            self._font(),
            self._theme.tone(Tone.INK2 if self._badge_px < BADGE_LARGE_PX else Tone.INK),
            near | Qt.AlignmentFlag.AlignVCenter,
        )


class KeyCap(QWidget):
    """``KeyCap(theme, key)``: a key as help shows it."""

    def __init__(self, theme: LiveTheme, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        words = advance_px(self._theme.font(TextRole.BADGE), self._key)
        tall = self._theme.scaled(28)
        return QSize(max(tall, math.ceil(words) + 16), tall)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        crisp(painter)
        painter.setPen(QPen(qcolor(colours.rule), self._theme.tokens.hairline_px))
        painter.setBrush(qcolor(colours.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        paint_words(
            painter, QRectF(self.rect()), self._key, self._theme.font(TextRole.BADGE), qcolor(colours.ink2)
        )
