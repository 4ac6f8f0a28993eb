"""Writes a routine as a PDF for printing: steps with pictures, what must be read, black on white."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QPixmap

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.routine_giving import PageEnd
from acupress_desktop.presenters.routine_view import PrintedRoutineView, PrintedStepView
from acupress_desktop.presenters.your_body_view import Paper
from acupress_desktop.ui.routines.own_pictures import shown_picture
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice
from acupress_desktop.ui.theme.tokens import PRINT_INK, Scheme, qcolor
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.painting import crisp

_PAPER_MM = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}
_MARGIN_MM = 17.0
_PICTURE_MM = 22.0
_GAP_MM = 4.0
_AIR_MM = 3.0
_DOTS_PER_INCH = 300
_DOTS_PER_MM = _DOTS_PER_INCH / 25.4
_MM_PER_POINT = 25.4 / 72
_TITLE_PT, _STEP_PT, _TEXT_PT, _FOOT_PT = 20.0, 12.0, 10.5, 8.5
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere)
_PRIVATE_FILE = 0o600

ThumbOf = Callable[[PointCode, SiteSide], QPixmap | None]
SavePage = Callable[[PrintedRoutineView, Path], PageEnd]
"""Writes a page and has the system show it."""


def usual_paper() -> Paper:
    """Return the paper that is usual where the person lives."""
    american = QLocale.system().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return Paper.LETTER if american else Paper.A4


def save_routine(view: PrintedRoutineView, thumb: ThumbOf, paper: Paper, path: Path) -> None:
    """Write the page, for this account alone; raises ``OSError`` where nothing whole stands there after."""
    beside = path.with_name(f"{path.name}.part")
    try:
        beside.touch(mode=_PRIVATE_FILE)
        beside.chmod(_PRIVATE_FILE)
        if not _Print(view, thumb, paper).write(beside):
            raise OSError(f"{path} was not written whole")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class _Text:
    """Words at a size in points; the bold ones lead."""

    words: str
    points: float
    bold: QFont.Weight = QFont.Weight.Normal


class _Print:
    """Paints sheet after sheet. All lengths are in millimetres, from the upper left corner."""

    def __init__(self, view: PrintedRoutineView, thumb: ThumbOf, paper: Paper) -> None:
        self._view = view
        self._thumb = thumb
        self._size_mm = _PAPER_MM[paper]
        self._family = LiveTheme(ThemeChoice(Scheme.LIGHT)).font(TextRole.BODY).family()
        self._y_mm = _MARGIN_MM

    def write(self, path: Path) -> bool:
        writer = QPdfWriter(str(path))
        writer.setTitle(self._view.title)
        writer.setResolution(_DOTS_PER_INCH)
        size = QPageSize(QSizeF(*self._size_mm), QPageSize.Unit.Millimeter)
        writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
        painter = QPainter()
        if not painter.begin(writer):
            return False
        crisp(painter)
        painter.setPen(qcolor(PRINT_INK))
        self._foot(painter)
        self._flow(painter, writer, _Text(self._view.title, _TITLE_PT, QFont.Weight.Bold))
        for line in (*self._view.lines, *self._view.before):
            self._flow(painter, writer, _Text(line, _TEXT_PT))
        for step in self._view.steps:
            self._step(painter, writer, step)
        painter.end()
        # On a full disk the writer reports success and leaves nothing, so the end is looked at.
        written = path.read_bytes()
        return written.startswith(b"%PDF-") and written.rstrip().endswith(b"%%EOF")

    @property
    def _room_mm(self) -> float:
        return self._size_mm[0] - 2 * _MARGIN_MM

    @property
    def _foot_mm(self) -> float:
        """Where the foot begins."""
        return self._size_mm[1] - _MARGIN_MM - self._foot_tall_mm

    _foot_tall_mm = 0.0

    def _foot(self, painter: QPainter) -> None:
        texts = [_Text(line, _FOOT_PT) for line in self._view.foot]
        self._foot_tall_mm = sum(self._height_mm(painter, text, self._room_mm) for text in texts)
        y_mm = self._foot_mm
        line = QRectF(_MARGIN_MM, y_mm - 1.5, self._room_mm, 0.2)
        painter.fillRect(_dots(line), qcolor(PRINT_INK))
        for text in texts:
            y_mm += self._draw(painter, text, _MARGIN_MM, y_mm, self._room_mm)

    def _make_room(self, painter: QPainter, writer: QPdfWriter, tall_mm: float) -> None:
        """Go to a new sheet where the rest of this one is too low; what is taller than a sheet begins one."""
        if self._y_mm + tall_mm <= self._foot_mm - _AIR_MM or self._y_mm <= _MARGIN_MM:
            return
        writer.newPage()
        self._y_mm = _MARGIN_MM
        self._foot(painter)

    def _flow(self, painter: QPainter, writer: QPdfWriter, text: _Text) -> None:
        tall = self._height_mm(painter, text, self._room_mm)
        self._make_room(painter, writer, tall)
        self._y_mm += self._draw(painter, text, _MARGIN_MM, self._y_mm, self._room_mm) + 1.0

    def _step(self, painter: QPainter, writer: QPdfWriter, step: PrintedStepView) -> None:
        pictures = self._pictures(step)
        left = _MARGIN_MM + len(pictures) * (_PICTURE_MM + _GAP_MM)
        room = self._size_mm[0] - _MARGIN_MM - left
        texts = [_Text(f"{step.number}. {step.title}", _STEP_PT, QFont.Weight.Bold)]
        texts += [_Text(line, _TEXT_PT) for line in (*step.lines, step.note) if line]
        tall = max(
            _PICTURE_MM if pictures else 0.0,
            sum(self._height_mm(painter, text, room) for text in texts),
        )
        self._y_mm += _AIR_MM
        self._make_room(painter, writer, tall)
        for place, picture in enumerate(pictures):
            box = QRectF(_MARGIN_MM + place * (_PICTURE_MM + _GAP_MM), self._y_mm, _PICTURE_MM, _PICTURE_MM)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(_dots(_fitting(box, picture)), picture, QRectF(picture.rect()))
        y_mm = self._y_mm
        for text in texts:
            y_mm += self._draw(painter, text, left, y_mm, room)
        self._y_mm += tall

    def _pictures(self, step: PrintedStepView) -> tuple[QImage, ...]:
        found = []
        if step.point is not None and step.side is not None:
            place = self._thumb(step.point, step.side)
            if place is not None:
                found.append(place.toImage())
        own = shown_picture(step.picture)
        if own is not None:
            found.append(own)
        return tuple(found)

    # --- Text

    @contextmanager
    def _set(self, painter: QPainter, text: _Text) -> Iterator[None]:
        font = QFont(self._family)
        font.setPixelSize(round(text.points * _MM_PER_POINT * _DOTS_PER_MM))
        font.setWeight(text.bold)
        painter.setFont(font)
        yield

    def _height_mm(self, painter: QPainter, text: _Text, room_mm: float) -> float:
        with self._set(painter, text):
            box = QRectF(0, 0, room_mm * _DOTS_PER_MM, 100_000.0)
            return painter.boundingRect(box, _WRAP, text.words).height() / _DOTS_PER_MM

    def _draw(self, painter: QPainter, text: _Text, x_mm: float, y_mm: float, room_mm: float) -> float:
        tall = self._height_mm(painter, text, room_mm)
        with self._set(painter, text):
            painter.drawText(_dots(QRectF(x_mm, y_mm, room_mm, tall + 1.0)), _WRAP, text.words)
        return tall


def _fitting(box: QRectF, picture: QImage) -> QRectF:
    """The largest box of the picture's shape, in the middle of ``box``."""
    scale = min(box.width() / picture.width(), box.height() / picture.height())
    size = QSizeF(picture.width() * scale, picture.height() * scale)
    found = QRectF(box.topLeft(), size)
    found.moveCenter(box.center())
    return found


def _dots(box_mm: QRectF) -> QRectF:
    return QRectF(
        box_mm.x() * _DOTS_PER_MM,
        box_mm.y() * _DOTS_PER_MM,
        box_mm.width() * _DOTS_PER_MM,
        box_mm.height() * _DOTS_PER_MM,
    )
