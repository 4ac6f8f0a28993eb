"""Writes a page as a PDF for printing: in light colours always, written beside its name and read again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from acupress_desktop.presenters.reader_view import PrintedArticleView
from acupress_desktop.presenters.your_body_view import Paper
from acupress_desktop.ui.body_map.picture import paint_map
from acupress_desktop.ui.reader.article_document import ArticleDocument
from acupress_desktop.ui.reader.decorations import paint_decorations
from acupress_desktop.ui.reader.pictures import ArticlePictures
from acupress_desktop.ui.reader.reading_text import without_picture
from acupress_desktop.ui.reader.sheet import Piece, Sheets
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice
from acupress_desktop.ui.theme.measures import SPACE_16
from acupress_desktop.ui.theme.tokens import Scheme, qcolor
from acupress_desktop.ui.widgets.painting import crisp

_DOTS_PER_INCH = 300
_DOTS_PER_MM = _DOTS_PER_INCH / 25.4
_LEFT_TO_RIGHT = Qt.LayoutDirection.LeftToRight


def save_article(view: PrintedArticleView, pictures: ArticlePictures, paper: Paper, path: Path) -> None:
    """Write the page to ``path``; raises ``OSError`` where nothing whole stands there after."""
    beside = path.with_name(f"{path.name}.part")
    try:
        if not _Print(view, pictures, paper).write(beside):
            raise OSError(f"{path} was not written whole")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


class _Print:
    """Paints the sheets; a printer has no theme and no text size of its own."""

    def __init__(self, view: PrintedArticleView, pictures: ArticlePictures, paper: Paper) -> None:
        self._theme = LiveTheme(ThemeChoice(Scheme.LIGHT))
        self._shelf = pictures.shelf
        self._scenes = {
            number: (scene, part.picture.turned)
            for number, part in enumerate(view.parts)
            if part.picture is not None and (scene := pictures.scene(part.picture)) is not None
        }
        parts = tuple(
            part if number in self._scenes else without_picture(part)
            for number, part in enumerate(view.parts)
        )
        shown = PrintedArticleView(view.title, parts, view.foot)
        self._sheets = Sheets(self._theme, shown, frozenset(self._scenes), paper)

    def write(self, path: Path) -> bool:
        sheets = self._sheets
        writer = QPdfWriter(str(path))
        writer.setTitle(sheets.title)
        writer.setResolution(_DOTS_PER_INCH)
        size = QPageSize(QSizeF(*sheets.size_mm), QPageSize.Unit.Millimeter)
        writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
        painter = QPainter()
        if not painter.begin(writer):
            return False
        crisp(painter)
        painter.scale(_DOTS_PER_MM, _DOTS_PER_MM)
        for number in range(sheets.sheets):
            if number:
                writer.newPage()
            self._paint(painter, number)
        painter.end()
        # On a full disk the writer reports success and leaves nothing, so the end is looked at.
        written = path.read_bytes()
        return written.startswith(b"%PDF-") and written.rstrip().endswith(b"%%EOF")

    def _paint(self, painter: QPainter, number: int) -> None:
        sheets = self._sheets
        if number == 0:
            self._text(painter, sheets.head, sheets.head_mm.topLeft(), sheets.scale_mm)
        for piece in sheets.pieces:
            if piece.sheet == number:
                self._piece(painter, piece)
        foot = sheets.foot_mm
        line = QRectF(foot.left(), foot.top() - 2.0, foot.width(), 0.2)
        painter.fillRect(line, qcolor(self._theme.colours.rule))
        self._text(painter, sheets.foot, foot.topLeft(), sheets.foot_scale_mm)

    def _text(self, painter: QPainter, text: ArticleDocument, at_mm: QPointF, scale_mm: float) -> None:
        painter.save()
        painter.translate(at_mm)
        painter.scale(scale_mm, scale_mm)
        text.document.drawContents(painter)
        painter.restore()

    def _piece(self, painter: QPainter, piece: Piece) -> None:
        sheets = self._sheets
        wide, tall = sheets.body.document.textWidth(), piece.bottom_px - piece.top_px
        painter.save()
        painter.translate(piece.at_mm.topLeft())
        painter.scale(sheets.scale_mm, sheets.scale_mm)
        painter.translate(0.0, -piece.top_px)
        # The lines of its letters may reach a little beyond a line's own height.
        painter.setClipRect(QRectF(-1.0, piece.top_px - 1.0, wide + 2.0, tall + 2.0))
        paint_decorations(painter, self._theme, sheets.body, _LEFT_TO_RIGHT)
        sheets.body.document.drawContents(painter, QRectF(0.0, piece.top_px, wide, tall))
        for part, (scene, seen) in self._scenes.items():
            room = sheets.body.parts[part - 1].picture_block
            if room is None:
                continue
            box = sheets.body.block_box(room)
            if piece.top_px <= box.center().y() <= piece.bottom_px:
                inner = QRectF(0.0, box.top(), wide, box.height() - SPACE_16)
                paint_map(painter, self._theme, self._shelf, scene, seen, inner)
        painter.restore()
