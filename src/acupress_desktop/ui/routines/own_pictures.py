"""A picture from the person's own files: read within limits, made small, with nothing else left in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter, QPixmap

from acupress_desktop.domain.step_pictures import (
    PICTURE_BYTES_MAX,
    PICTURE_SIDE_MAX_PX,
    file_fault,
    picture_bytes,
    picture_text,
)
from acupress_desktop.ui.theme.tokens import PRINT_PAPER, qcolor

_FORMATS = frozenset({b"jpeg", b"png", b"webp", b"bmp"})
_FILE_BYTES_MAX = 60_000_000
_PIXELS_MAX = 100_000_000
_ALLOCATION_MB = 512
_QUALITIES = (88, 80, 70, 60, 45)
_SIDES_PX = (PICTURE_SIDE_MAX_PX, 768, 512)


class PictureRefused(Exception):
    """A file that is no picture that can be used."""


def small_picture(path: Path) -> str:
    """Return a picture file as the small text that a routine keeps; raises ``PictureRefused``.

    It is painted onto an empty picture and written anew: nothing of the file remains but what is seen.
    """
    image = _read(path)
    for side in _SIDES_PX:
        shown = _bare(image, side)
        for quality in _QUALITIES:
            content = _jpeg(shown, quality)
            if content and len(content) <= PICTURE_BYTES_MAX and file_fault(content) is None:
                return picture_text(content)
    raise PictureRefused


def shown_picture(text: str) -> QImage | None:
    """Return a kept picture; ``None`` where there is none, or something that a routine may not keep."""
    content = picture_bytes(text)
    if content is None:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = _reader(QImageReader(buffer))
    image = reader.read() if reader is not None else QImage()
    buffer.close()
    return None if image.isNull() else image


def picture_thumb(text: str, side_px: int) -> QPixmap | None:
    """Return the middle of a kept picture as a square, at twice the density."""
    image = shown_picture(text)
    if image is None:
        return None
    side = min(image.width(), image.height())
    square = image.copy((image.width() - side) // 2, (image.height() - side) // 2, side, side)
    return QPixmap.fromImage(
        square.scaled(
            2 * side_px,
            2 * side_px,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    )


def _read(path: Path) -> QImage:
    try:
        if not path.is_file() or path.stat().st_size > _FILE_BYTES_MAX:
            raise PictureRefused
    except OSError as error:
        raise PictureRefused from error
    reader = _reader(QImageReader(str(path)))
    if reader is None:
        raise PictureRefused
    whole = reader.size()
    if whole.width() > PICTURE_SIDE_MAX_PX or whole.height() > PICTURE_SIDE_MAX_PX:
        bound = QSize(PICTURE_SIDE_MAX_PX, PICTURE_SIDE_MAX_PX)
        small = whole.scaled(bound, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(small.expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull():
        raise PictureRefused
    return image


def _reader(reader: QImageReader) -> QImageReader | None:
    """Return a reader that may go on, or ``None``: the kind and the size are known before a pixel is read."""
    QImageReader.setAllocationLimit(_ALLOCATION_MB)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in _FORMATS:
        return None
    size = reader.size()
    if not size.isValid() or size.isEmpty() or size.width() * size.height() > _PIXELS_MAX:
        return None
    return reader


def _bare(image: QImage, side_px: int) -> QImage:
    """Return the picture alone, on white, no longer than ``side_px`` on either side."""
    size = image.size()
    if max(size.width(), size.height()) > side_px:
        size = size.scaled(QSize(side_px, side_px), Qt.AspectRatioMode.KeepAspectRatio)
    bare = QImage(size.expandedTo(QSize(1, 1)), QImage.Format.Format_RGB32)
    bare.fill(qcolor(PRINT_PAPER))
    painter = QPainter(bare)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(bare.rect(), image, image.rect())
    painter.end()
    return bare


def _jpeg(image: QImage, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(quality)
    written = writer.write(image)
    content = bytes(buffer.data().data())
    buffer.close()
    return content if written else b""
