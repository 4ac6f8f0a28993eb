"""A ruler on paper: one PDF page with a line of 100 mm to check the print, and rulers for the hand.

Written beside its name, read again, and only then given its name.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from acupress_desktop.domain.body_bounds import FOUR_FINGERS_MM, THUMB_MM
from acupress_desktop.domain.screen_scale import CARD_CORNER_MM, CARD_HEIGHT_MM, CARD_WIDTH_MM
from acupress_desktop.presenters.your_body_view import Paper
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.tokens import PRINT_INK, qcolor
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.words import ruler as words
from acupress_desktop.words.notices import not_a_medical_device

DOTS_PER_INCH = 96
DOTS_PER_MM = DOTS_PER_INCH / 25.4
CHECK_MM = 100.0
_MARGIN_MM = 20.0
_LINE_MM = 0.25
_TICKS_MM = ((10, 7.0), (5, 5.0), (1, 3.0))
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


def save_paper_ruler(theme: LiveTheme, paper: Paper, path: Path) -> None:
    """Write the page to ``path``; raises ``OSError`` where nothing whole stands there after."""
    beside = path.with_name(f"{path.name}.part")
    try:
        if not _written(theme, paper, beside):
            raise OSError(f"{path} was not written whole")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _written(theme: LiveTheme, paper: Paper, path: Path) -> bool:
    writer = QPdfWriter(str(path))
    writer.setTitle(words.paper_title())
    writer.setResolution(DOTS_PER_INCH)
    writer.setPageLayout(
        QPageLayout(QPageSize(_SIZES[paper]), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    painter = QPainter()
    if not painter.begin(writer):
        return False
    _Page(painter, theme, writer.width() / DOTS_PER_MM).paint()
    painter.end()
    # On a full disk the writer reports success and leaves nothing, so the end is looked at.
    content = path.read_bytes()
    return content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF")


class _Page:
    """Paints in millimetres, black on white: a printer has no theme."""

    def __init__(self, painter: QPainter, theme: LiveTheme, width_mm: float) -> None:
        self._painter = painter
        self._theme = theme
        self._room_mm = width_mm - 2 * _MARGIN_MM
        self._ink = qcolor(PRINT_INK)

    def paint(self) -> None:
        y = _MARGIN_MM
        y = self._text(words.paper_title(), TextRole.HEAD, y) + 2.0
        y = self._text(words.paper_lead(), TextRole.LEAD, y) + 8.0
        self._line(_MARGIN_MM, y, _MARGIN_MM + CHECK_MM, y)
        for x in (_MARGIN_MM, _MARGIN_MM + CHECK_MM):
            self._line(x, y - 3.0, x, y + 3.0)
        y = self._text(words.paper_check(), TextRole.SMALL, y + 4.0) + 8.0
        y = self._card(y) + 8.0
        y = self._ruler(words.paper_thumb(), THUMB_MM[1], y) + 8.0
        y = self._ruler(words.paper_fingers(), FOUR_FINGERS_MM[1], y) + 8.0
        y = self._text(words.paper_use(), TextRole.BODY, y) + 4.0
        self._text(not_a_medical_device(), TextRole.CAPTION, y)

    def _card(self, y: float) -> float:
        frame = QRectF(_dots(_MARGIN_MM), _dots(y), _dots(CARD_WIDTH_MM), _dots(CARD_HEIGHT_MM))
        self._painter.setPen(QPen(self._ink, _dots(_LINE_MM)))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(frame, _dots(CARD_CORNER_MM), _dots(CARD_CORNER_MM))
        self._words(words.paper_card(), TextRole.SMALL, _MARGIN_MM + 5.0, y + 5.0, CARD_WIDTH_MM - 10.0)
        return y + CARD_HEIGHT_MM

    def _ruler(self, lead: str, long_mm: float, y: float) -> float:
        """Paint a ruler from 0 to ``long_mm``; return where it ends."""
        y = self._text(lead, TextRole.SMALL, y) + 2.0
        self._line(_MARGIN_MM, y, _MARGIN_MM + long_mm, y)
        for place in range(round(long_mm) + 1):
            tall = next(tall for step, tall in _TICKS_MM if place % step == 0)
            self._line(_MARGIN_MM + place, y, _MARGIN_MM + place, y + tall)
            if place % 10 == 0:
                self._number(place, _MARGIN_MM + place, y + 8.0)
        return y + 14.0

    def _line(self, x: float, y: float, to_x: float, to_y: float) -> None:
        pen = QPen(self._ink, _dots(_LINE_MM))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self._painter.setPen(pen)
        self._painter.drawLine(QPointF(_dots(x), _dots(y)), QPointF(_dots(to_x), _dots(to_y)))

    def _text(self, text: str, role: TextRole, y: float) -> float:
        """Write a paragraph; return where it ends."""
        return y + self._words(text, role, _MARGIN_MM, y, self._room_mm)

    def _number(self, number: int, x: float, y: float) -> None:
        self._painter.setFont(_font(self._theme, TextRole.CAPTION))
        box = QRectF(_dots(x - 6.0), _dots(y), _dots(12.0), _dots(6.0))
        self._painter.drawText(box, int(Qt.AlignmentFlag.AlignHCenter), str(number))

    def _words(self, text: str, role: TextRole, x: float, y: float, room_mm: float) -> float:
        self._painter.setFont(_font(self._theme, role))
        self._painter.setPen(self._ink)
        box = QRectF(_dots(x), _dots(y), _dots(room_mm), _dots(60.0))
        return self._painter.drawText(box, _WRAPPED, text).height() / DOTS_PER_MM


def _font(theme: LiveTheme, role: TextRole) -> QFont:
    font = QFont(theme.font(role))
    font.setPixelSize(role.value.size_px)  # the reader's text size is not the page's
    return font


def _dots(millimetres: float) -> float:
    return millimetres * DOTS_PER_MM
