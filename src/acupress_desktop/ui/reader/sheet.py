"""Lays a page out for paper: title across, text in two columns, and at the foot what must be said.

Letters are as large as they can be for one sheet, and never smaller than is good to read; what does not fit
then goes to a second sheet. Nothing is cut.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from acupress_desktop.domain.article_search import Stretch
from acupress_desktop.presenters.reader_view import LineLook, LineView, PartLook, PartView, PrintedArticleView
from acupress_desktop.presenters.your_body_view import Paper
from acupress_desktop.ui.reader.article_document import CARDS, ArticleDocument, Medium, SetPart
from acupress_desktop.ui.theme.live import LiveTheme

PAPER_MM = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}
MARGIN_MM = 17.0
_GAP_MM = 9.0
_AIR_MM = 4.0
_SCALES_MM = (0.24, 0.23, 0.22, 0.21, 0.20, 0.19, 0.18, 0.17, 0.16)
"""How long a pixel of the text is on paper, largest first: usual text is 13 down to 8.6 points."""
_FOOT_MM = 0.19
_PICTURE_SHARE = 0.62
"""Height of a picture in widths of its column."""
_COLUMNS = 2
_NEVER_BROKEN = frozenset({PartLook.CLAIM, PartLook.PICTURE})
_BROKEN_FROM_SHARE = 0.75
"""Of a column: a card is broken between two only where it is taller than this."""
_BROKEN_AIR_PX = 6.0
"""Between the words of a broken card and where it is broken."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text from ``top_px`` to ``bottom_px``, and where it lies on its sheet."""

    sheet: int
    top_px: float
    bottom_px: float
    at_mm: QRectF


class Sheets:
    """``Sheets(theme, view, pictures, paper)``: ``head``, ``body`` and ``foot`` are texts, laid out.

    ``pictures`` are the parts that have a picture to draw.
    """

    def __init__(
        self, theme: LiveTheme, view: PrintedArticleView, pictures: frozenset[int], paper: Paper
    ) -> None:
        self.size_mm = PAPER_MM[paper]
        self.title = view.title
        self._theme = theme
        self._room_mm = self.size_mm[0] - 2 * MARGIN_MM
        foot = tuple(LineView(LineLook.SMALL, Stretch(line)) for line in view.foot)
        self.foot = ArticleDocument(theme, (PartView(PartLook.PLAIN, foot),), medium=Medium.PAPER)
        self.foot.lay_out(self._room_mm / _FOOT_MM)
        foot_mm = self.foot.height_px * _FOOT_MM
        bottom = self.size_mm[1] - MARGIN_MM
        self.foot_mm = QRectF(MARGIN_MM, bottom - foot_mm, self._room_mm, foot_mm)
        self.foot_scale_mm = _FOOT_MM
        for scale in _SCALES_MM:
            self._try(view, pictures, scale)
            if self.sheets == 1:
                break

    @property
    def sheets(self) -> int:
        """How many sheets it takes."""
        return max(piece.sheet for piece in self.pieces) + 1

    def _try(self, view: PrintedArticleView, pictures: frozenset[int], scale: float) -> None:
        self.scale_mm = scale
        self.head = ArticleDocument(self._theme, view.parts[:1], medium=Medium.PAPER)
        self.head.lay_out(self._room_mm / scale)
        head_mm = self.head.height_px * scale
        self.head_mm = QRectF(MARGIN_MM, MARGIN_MM, self._room_mm, head_mm)
        column_px = (self._room_mm - _GAP_MM) / _COLUMNS / scale
        rooms = {part - 1: _PICTURE_SHARE * column_px for part in pictures}
        self.body = ArticleDocument(self._theme, view.parts[1:], rooms, medium=Medium.PAPER)
        self.body.lay_out(column_px)
        self.column_mm = column_px * scale
        first = self.foot_mm.top() - _AIR_MM - self.head_mm.bottom() - _AIR_MM
        later = self.foot_mm.top() - _AIR_MM - MARGIN_MM
        breaks = self._breaks(_BROKEN_FROM_SHARE * first / scale)
        rooms_px = (first / scale, later / scale)
        stretches = _filled(breaks, rooms_px)
        if len(stretches) <= _COLUMNS:
            stretches = _balanced(breaks, rooms_px[0])
        self.pieces = tuple(self._piece(number, *one) for number, one in enumerate(stretches))

    def _piece(self, number: int, top_px: float, bottom_px: float) -> Piece:
        sheet, column = divmod(number, _COLUMNS)
        left = MARGIN_MM + column * (self.column_mm + _GAP_MM)
        top = MARGIN_MM if sheet else self.head_mm.bottom() + _AIR_MM
        tall = (bottom_px - top_px) * self.scale_mm
        return Piece(sheet, top_px, bottom_px, QRectF(left, top, self.column_mm, tall))

    def _breaks(self, whole_px: float) -> list[tuple[float, float]]:
        """Return what must stay together, from and to: cards, pictures, headings with what follows."""
        kept: list[tuple[float, float]] = []
        start: float | None = None
        for part in self.body.parts:
            for top, bottom, joined in self._units(part, whole_px):
                begin = top if start is None else start
                if joined:
                    start = begin
                else:
                    kept.append((begin, bottom))
                    start = None
        if start is not None:
            kept.append((start, self.body.height_px))
        return kept

    def _units(self, part: SetPart, whole_px: float) -> list[tuple[float, float, bool]]:
        """Return the lines of a part, or the whole part; the last says whether it clings to what follows."""
        whole = self.body.part_box(part)
        card = part.look in CARDS
        if part.look in _NEVER_BROKEN or (card and whole.height() <= whole_px):
            return [(whole.top(), whole.bottom(), False)]
        boxes = [self.body.block_box(line.block) for line in part.lines]
        last = len(boxes) - 1
        air = _BROKEN_AIR_PX if card else 0.0
        return [
            (
                whole.top() if place == 0 else box.top() - air,
                whole.bottom() if place == last else box.bottom() + air,
                part.lines[place].look in {LineLook.HEADING, LineLook.LABEL, LineLook.STRONG},
            )
            for place, box in enumerate(boxes)
        ]


def _filled(kept: list[tuple[float, float]], rooms_px: tuple[float, float]) -> list[tuple[float, float]]:
    """Fill column after column; the first ones are ``rooms_px[0]`` tall, those of later sheets ``[1]``."""
    columns: list[tuple[float, float]] = []
    for top, bottom in kept:
        room = rooms_px[0] if len(columns) <= _COLUMNS else rooms_px[1]
        if columns and bottom - columns[-1][0] <= room:
            columns[-1] = (columns[-1][0], bottom)
        else:
            columns.append((top, bottom))
    return columns


def _balanced(kept: list[tuple[float, float]], room_px: float) -> list[tuple[float, float]]:
    """Fill two columns as evenly as what stays together allows."""
    best = _filled(kept, (room_px, room_px))
    low, high = 0.0, room_px
    while high - low > 1.0:
        middle = (low + high) / 2
        tried = _filled(kept, (middle, middle))
        fits = len(tried) <= _COLUMNS and all(bottom - top <= middle for top, bottom in tried)
        if fits:
            best, high = tried, middle
        else:
            low = middle
    return best
