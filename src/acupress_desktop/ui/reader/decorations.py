"""What is painted around and beside the words of a page: cards, bars, boxes to tick, lines under links."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from acupress_desktop.presenters.reader_view import LineLook, PartLook
from acupress_desktop.ui.reader.article_document import ArticleDocument, SetPart
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import RADIUS_CARD_PX, RADIUS_CHECK_PX, SPACE_8, SPACE_12, SPACE_24
from acupress_desktop.ui.theme.tokens import Colour, qcolor
from acupress_desktop.ui.widgets.painting import paint_box

_BAR_PX = 4
_TICK_PX = 18
_DASHES = [4.0, 4.0]


def paint_decorations(
    painter: QPainter, theme: LiveTheme, text: ArticleDocument, direction: Qt.LayoutDirection
) -> None:
    """Paint all that lies behind the words; the painter's origin is that of the text."""
    for part in text.parts:
        _Part(painter, theme, text, part, _Facing(direction)).paint()


class _Facing:
    """Where the near side is: the one on which lines begin."""

    def __init__(self, direction: Qt.LayoutDirection) -> None:
        self.back = direction is Qt.LayoutDirection.RightToLeft

    def near_bar(self, box: QRectF, width_px: float) -> QRectF:
        left = box.right() - width_px if self.back else box.left()
        return QRectF(left, box.top(), width_px, box.height())


class _Part:
    """Paints one part."""

    def __init__(
        self, painter: QPainter, theme: LiveTheme, text: ArticleDocument, part: SetPart, facing: _Facing
    ) -> None:
        self._painter = painter
        self._theme = theme
        self._text = text
        self._part = part
        self._facing = facing

    def paint(self) -> None:
        colours = self._theme.colours
        match self._part.look:
            case PartLook.CLAIM:
                self._claim()
            case PartLook.POSSIBLE:
                self._dashed()
            case PartLook.TRADITION:
                self._barred(colours.light, colours.raised)
            case PartLook.STORY:
                self._card(colours.sunk)
            case PartLook.CHECKLIST:
                self._card(colours.raised)
            case PartLook.SOURCES:
                self._line_above()
            case _:
                pass
        for line in self._part.lines:
            if line.look is LineLook.TICK:
                self._tick(self._text.block_box(line.block), line.line_px)

    @property
    def _box(self) -> QRectF:
        return self._text.part_box(self._part)

    def _card(self, ground: Colour) -> None:
        colours = self._theme.colours
        paint_box(
            self._painter,
            self._box,
            RADIUS_CARD_PX,
            fill=qcolor(ground),
            border=qcolor(colours.hair),
            border_px=self._theme.tokens.hairline_px,
        )

    def _claim(self) -> None:
        """Two halves of one card: what is said stands on the sunk ground, what was found on the soft one."""
        colours, box = self._theme.colours, self._box
        found = self._text.block_box(self._part.lines[2].block)
        border = found.top() - SPACE_12
        outline = QPainterPath()
        outline.addRoundedRect(box, RADIUS_CARD_PX, RADIUS_CARD_PX)
        painter = self._painter
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        for ground, top, bottom in (
            (colours.sunk, box.top(), border),
            (colours.accent_soft, border, box.bottom()),
        ):
            half = QPainterPath()
            half.addRect(QRectF(box.left(), top, box.width(), bottom - top))
            painter.fillPath(outline.intersected(half), qcolor(ground))
        bar = QPainterPath()
        bar.addRect(
            self._facing.near_bar(QRectF(box.left(), border, box.width(), box.bottom() - border), _BAR_PX)
        )
        painter.fillPath(outline.intersected(bar), qcolor(colours.accent))
        painter.restore()
        self._edge(box)

    def _edge(self, box: QRectF) -> None:
        """A border in high contrast, where the grounds are alike."""
        if self._theme.tokens.hairline_px > 1:
            paint_box(
                self._painter,
                box,
                RADIUS_CARD_PX,
                fill=None,
                border=qcolor(self._theme.colours.hair),
                border_px=self._theme.tokens.hairline_px,
            )

    def _dashed(self) -> None:
        colours, box = self._theme.colours, self._box
        pen = QPen(qcolor(colours.rule), max(1.2, self._theme.tokens.hairline_px))
        pen.setDashPattern(_DASHES)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_CARD_PX, RADIUS_CARD_PX)

    def _barred(self, bar: Colour, ground: Colour) -> None:
        box = self._box
        outline = QPainterPath()
        outline.addRoundedRect(box, RADIUS_CHECK_PX, RADIUS_CHECK_PX)
        self._painter.fillPath(outline, qcolor(ground))
        strip = QPainterPath()
        strip.addRect(self._facing.near_bar(box, _BAR_PX))
        self._painter.fillPath(outline.intersected(strip), qcolor(bar))
        self._edge(box)

    def _line_above(self) -> None:
        box = self._box
        width = self._theme.tokens.hairline_px
        line = QRectF(box.left(), box.top() - SPACE_24 + SPACE_8, box.width(), width)
        self._painter.fillRect(line, qcolor(self._theme.colours.hair))

    def _tick(self, box: QRectF, line_px: float) -> None:
        side = self._theme.scaled(_TICK_PX)
        left = box.right() - side if self._facing.back else box.left()
        at = QPointF(left, box.top() + (line_px - side) / 2)
        paint_box(
            self._painter,
            QRectF(at.x(), at.y(), side, side),
            RADIUS_CHECK_PX,
            fill=qcolor(self._theme.colours.raised),
            border=qcolor(self._theme.colours.rule),
            border_px=self._theme.tokens.border_px,
        )
