"""The picture beside a step: a thumb on a kitchen scale, a towel or a forearm, and the ruler below it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from acupress_desktop.domain.sides import Side
from acupress_desktop.presenters.pressure_view import PressPictureView, Under
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_12, SPACE_24
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Scheme, mixed, qcolor
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.badges import SideBadge
from acupress_desktop.ui.widgets.painting import crisp, paint_words
from acupress_desktop.ui.widgets.pressure_scale import PressureScale

_WIDE, _HIGH = 320.0, 250.0
"""The grid on which the picture is drawn; it is scaled as a whole."""
_CONTACT = QPointF(160.0, 128.0)
_DIP_PER_STEP = 3.2
_UNMEASURED = "– – –"


class PressPicture(QWidget):
    """``PressPicture(theme)``; ``show_picture(view)``. The hand comes from its own side."""

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._badge = SideBadge(theme, Side.LEFT, "")
        self._drawing = _Drawing(theme)
        self._words = Label(theme, "", TextRole.BODY)
        self._scale: PressureScale | None = None
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_24)
        self._column.setSpacing(SPACE_12)
        self._column.addWidget(self._badge)
        self._column.addWidget(self._drawing, 1)
        self._column.addWidget(self._words)

    def show_picture(self, view: PressPictureView) -> None:
        """Show another step."""
        self._badge.show_side(view.hand, view.badge)
        self._drawing.show_press(view)
        self._words.show_text(view.target_words)
        self._words.setVisible(bool(view.target_words))
        if self._scale is None:
            self._scale = PressureScale(self._theme, view.low, view.high)
            self._column.addWidget(self._scale)
        self._scale.show_target(view.target, view.target_words)


class _Drawing(QWidget):
    """The hand and what lies under it; what it shows stands in words beside it."""

    def __init__(self, theme: LiveTheme) -> None:
        super().__init__()
        self._theme = theme
        self._view: PressPictureView | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def show_press(self, view: PressPictureView) -> None:
        self._view = view
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(_WIDE), round(_HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(_WIDE / 2), round(_HIGH / 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        view = self._view
        if view is None:
            return
        painter = QPainter(self)
        crisp(painter)
        scale = min(self.width() / _WIDE, self.height() / _HIGH)
        painter.translate((self.width() - _WIDE * scale) / 2, (self.height() - _HIGH * scale) / 2)
        painter.scale(scale, scale)
        dip = _DIP_PER_STEP * (view.target or 0)
        match view.under:
            case Under.SCALE:
                self._paint_scale(painter, view.shown)
                self._paint_towel(painter, dip)
            case Under.TOWEL:
                self._paint_table(painter)
                self._paint_towel(painter, dip)
            case Under.FOREARM:
                self._paint_table(painter)
                self._paint_forearm(painter, dip)
        if view.hand is Side.RIGHT:
            painter.translate(_WIDE, 0)
            painter.scale(-1, 1)
        self._paint_hand(painter, dip)

    # --- Parts

    def _line(self) -> QPen:
        colours = self._theme.colours
        strong = self._theme.tokens.scheme is Scheme.LIGHT
        return QPen(qcolor(colours.crease if strong else colours.ink2), 1.6)

    def _skin(self) -> QColor:
        colours = self._theme.colours
        return qcolor(mixed(colours.raised, colours.light2, 0.62))

    def _paint_table(self, painter: QPainter) -> None:
        painter.setPen(QPen(qcolor(self._theme.colours.rule), 1.6))
        painter.drawLine(QPointF(24, 176), QPointF(_WIDE - 24, 176))

    def _paint_scale(self, painter: QPainter, shown: str) -> None:
        colours = self._theme.colours
        painter.setPen(self._line())
        painter.setBrush(qcolor(colours.raised))
        body = QPainterPath(QPointF(66, 168))
        body.lineTo(254, 168)
        body.lineTo(272, 226)
        body.quadTo(274, 238, 262, 238)
        body.lineTo(58, 238)
        body.quadTo(46, 238, 48, 226)
        body.closeSubpath()
        painter.drawPath(body)
        painter.drawRoundedRect(QRectF(40, 156, 240, 12), 6, 6)
        window = QRectF(112, 186, 96, 34)
        painter.setBrush(qcolor(colours.sunk))
        painter.drawRoundedRect(window, 6, 6)
        font = self._theme.font(TextRole.BODY)
        ink = qcolor(colours.ink if shown else colours.ink3)
        paint_words(painter, window, shown or _UNMEASURED, font, ink)

    def _paint_towel(self, painter: QPainter, dip: float) -> None:
        """Two folds that give way under the finger, the more the harder it is pressed."""
        foot = 156.0 if self._view is not None and self._view.under is Under.SCALE else 176.0
        colours = self._theme.colours
        painter.setPen(self._line())
        painter.setBrush(qcolor(mixed(colours.raised, colours.accent_soft, 0.85)))
        shift = foot - 156.0
        for fold, share in ((13.0, 0.45), (0.0, 1.0)):
            top = _CONTACT.y() + shift + fold
            path = QPainterPath(QPointF(74, top + 14))
            path.cubicTo(64, top + 10, 66, top, 78, top)
            path.lineTo(122, top)
            path.cubicTo(142, top, 142, top + dip * share, _CONTACT.x(), top + dip * share)
            path.cubicTo(178, top + dip * share, 178, top, 198, top)
            path.lineTo(242, top)
            path.cubicTo(254, top, 256, top + 10, 246, top + 14)
            path.closeSubpath()
            painter.drawPath(path)

    def _paint_forearm(self, painter: QPainter, dip: float) -> None:
        painter.setPen(self._line())
        painter.setBrush(self._skin())
        top = _CONTACT.y() - 4
        path = QPainterPath(QPointF(8, top + 6))
        path.cubicTo(60, top - 8, 112, top - 2, 126, top)
        path.cubicTo(144, top + 1, 142, top + dip, _CONTACT.x(), top + dip)
        path.cubicTo(178, top + dip, 176, top + 2, 194, top + 3)
        path.cubicTo(240, top + 6, 280, top + 16, 312, top + 18)
        path.lineTo(312, top + 46)
        path.cubicTo(250, top + 54, 100, top + 60, 8, top + 48)
        path.closeSubpath()
        painter.drawPath(path)

    def _paint_hand(self, painter: QPainter, dip: float) -> None:
        """A loose fist with the thumb straight down, coming from the upper left."""
        towel = 20.0 if self._view is not None and self._view.under is Under.TOWEL else 0.0
        rise = -4.0 if self._view is not None and self._view.under is Under.FOREARM else towel
        painter.translate(0, dip + rise)
        painter.setPen(self._line())
        painter.setBrush(self._skin())
        fist = QPainterPath(QPointF(14, 22))
        fist.cubicTo(40, 6, 96, 2, 128, 18)
        fist.cubicTo(142, 26, 144, 44, 138, 60)
        fist.cubicTo(134, 76, 118, 84, 100, 82)
        fist.cubicTo(70, 80, 40, 84, 14, 78)
        painter.drawPath(fist)
        for knuckle in (66.0, 84.0, 102.0):
            curl = QPainterPath(QPointF(knuckle, 80))
            curl.cubicTo(knuckle + 2, 68, knuckle + 8, 60, knuckle + 16, 58)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(curl)
        painter.setBrush(self._skin())
        thumb = QPainterPath(QPointF(112, 26))
        thumb.cubicTo(140, 22, 166, 36, 174, 64)
        thumb.cubicTo(180, 86, 180, 106, 176, 120)
        thumb.cubicTo(173, 130, 150, 131, 146, 120)
        thumb.cubicTo(142, 104, 138, 86, 122, 70)
        painter.drawPath(thumb)
        nail = QPainterPath(QPointF(179, 96))
        nail.cubicTo(173, 98, 171, 108, 173, 120)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(nail)
