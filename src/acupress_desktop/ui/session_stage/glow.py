"""The glow: the whole ground brightens as the breath fills and dims as it empties, without a flash.

It is one even colour that follows the breath's own curve, so that it never turns more than twice a breath and
no turn is sudden. On the stage it may go far, since only very large words stand there; round the stage it
stays within what small words need.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QRadialGradient
from PySide6.QtWidgets import QWidget

from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.tokens import Colour, Scheme, Tokens, mixed

_STEPS = 255


class Ground(Enum):
    """Where the glow lies."""

    STAGE = "stage"
    ROUND_IT = "round it"


_REACHES = {
    (Scheme.LIGHT, Ground.STAGE): 0.95,
    (Scheme.LIGHT, Ground.ROUND_IT): 0.16,
    (Scheme.DARK, Ground.STAGE): 0.36,
    (Scheme.DARK, Ground.ROUND_IT): 0.10,
    (Scheme.CONTRAST, Ground.STAGE): 0.46,
    (Scheme.CONTRAST, Ground.ROUND_IT): 0.16,
    (Scheme.EVENING, Ground.STAGE): 0.34,
    (Scheme.EVENING, Ground.ROUND_IT): 0.12,
}
"""How far the ground goes from its own colour towards that of the light."""
_FALL = ((0.0, 1.0), (0.74, 1.0), (0.82, 0.84), (0.91, 0.34), (0.97, 0.06), (1.0, 0.0))


def glow_share(tokens: Tokens, fullness: float) -> float:
    """Return how much of the glow is on: a light scheme dims as the breath empties, a dark one brightens."""
    full = min(1.0, max(0.0, fullness))
    return 1.0 - full if tokens.scheme is Scheme.LIGHT else full


def glow_colour(tokens: Tokens, ground: Ground, fullness: float) -> Colour:
    """Return the colour of the ground at ``fullness``."""
    share = glow_share(tokens, fullness) * _REACHES[tokens.scheme, ground]
    return mixed(tokens.colours.paper, tokens.colours.light, round(share * _STEPS) / _STEPS)


def glow_layer(tokens: Tokens, size: QSize, ratio: float) -> QPixmap:
    """Return the glow of a stage when it is wholly on: laid over the plain ground as far as it is on.

    It is even round the ring, and at the edges as strong as round the stage.
    """
    layer = QPixmap(max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
    layer.setDevicePixelRatio(ratio)
    layer.fill(Qt.GlobalColor.transparent)
    centre = _REACHES[tokens.scheme, Ground.STAGE]
    edge = _REACHES[tokens.scheme, Ground.ROUND_IT]
    painter = QPainter(layer)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), _light(tokens, edge))
    fall = QRadialGradient(QPointF(0, 0), 1.0)
    for share, part in _FALL:
        fall.setColorAt(share, _light(tokens, edge + (centre - edge) * part))
    painter.translate(size.width() / 2, size.height() / 2)
    painter.scale(size.width() / 2, size.height() / 2)
    painter.fillRect(QRectF(-1, -1, 2, 2), fall)
    painter.end()
    return layer


def _light(tokens: Tokens, alpha: float) -> QColor:
    shade = QColor(tokens.colours.light)
    shade.setAlphaF(alpha)
    return shade


class GlowRound(QWidget):
    """Lies under a whole screen and glows round its stage; still and unseen until it is told to glow."""

    def __init__(self, theme: LiveTheme, screen: QWidget) -> None:
        super().__init__(screen)
        self._theme = theme
        self._colour: Colour | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lower()

    def glow(self, fullness: float | None) -> None:
        """Take the colour of ``fullness``; ``None`` leaves the ground as it is."""
        wanted = None if fullness is None else glow_colour(self._theme.tokens, Ground.ROUND_IT, fullness)
        if wanted != self._colour:
            self._colour = wanted
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._colour is not None:
            QPainter(self).fillRect(event.rect(), QColor(self._colour))
