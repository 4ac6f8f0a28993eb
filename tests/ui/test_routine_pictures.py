"""A picture from the person's files becomes small and bare; what is no picture, or a bomb, is refused."""

from __future__ import annotations

import base64
import struct
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QColorSpace, QImage, QPainter
from PySide6.QtWidgets import QApplication

from acupress_desktop.domain.step_pictures import PICTURE_BYTES_MAX, file_fault, picture_fault
from acupress_desktop.ui.routines.own_pictures import (
    PictureRefused,
    picture_thumb,
    shown_picture,
    small_picture,
)
from tests.domain.routine_examples import TINY_PNG
from tests.domain.test_step_pictures import png


def photo(path: Path, width: int = 1600, height: int = 1200) -> QImage:
    """Noise and a red square in the upper left corner, with words that nobody else shall read."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("seagreen"))
    painter = QPainter(image)
    painter.fillRect(0, 0, width // 4, height // 4, QColor("red"))
    for at in range(0, width, 7):
        painter.setPen(QColor.fromHsv(at * 37 % 360, 200, 60 + at * 91 % 190))
        painter.drawLine(at, height // 2, (at * 53) % width, height)
    painter.end()
    image.setText("Comment", "taken at home")
    image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.AdobeRgb))
    assert image.save(str(path))
    return image


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "bmp"])
def test_a_large_picture_becomes_small_and_bare(qapp: QApplication, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"photo.{ending}"
    photo(path)
    text = small_picture(path)
    content = base64.b64decode(text)
    assert content.startswith(b"\xff\xd8")
    assert len(content) <= PICTURE_BYTES_MAX
    assert file_fault(content) is None
    assert b"home" not in content
    image = shown_picture(text)
    assert image is not None
    assert (image.width(), image.height()) == (1024, 768)
    corner = image.pixelColor(60, 60)
    assert corner.red() > 180
    assert corner.green() < 80
    assert image.textKeys() == []


def test_a_turned_photo_is_turned_for_good(qapp: QApplication, tmp_path: Path) -> None:
    """A camera notes that the picture lies on its side; the note goes, so the picture itself is turned."""
    plain = tmp_path / "plain.jpg"
    photo(plain, 400, 200)
    content = plain.read_bytes()
    tiff = (
        b"MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00"
    )
    exif = b"Exif\x00\x00" + tiff
    turned = tmp_path / "turned.jpg"
    turned.write_bytes(content[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + content[2:])
    text = small_picture(turned)
    assert b"Exif" not in base64.b64decode(text)
    image = shown_picture(text)
    assert image is not None
    assert (image.width(), image.height()) == (200, 400)
    assert image.pixelColor(180, 20).red() > 180


def test_a_small_picture_is_not_made_larger(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "small.png"
    image = QImage(40, 20, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    assert image.save(str(path))
    shown = shown_picture(small_picture(path))
    assert shown is not None
    assert (shown.width(), shown.height()) == (40, 20)
    assert shown.pixelColor(5, 5).lightness() > 240, "what lets light through lies on white"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.png", b""),
        ("words.jpg", b"no picture at all"),
        ("drawing.png", b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
        ("bomb.png", png(60_000, 60_000)),
        ("half.png", png()[:30]),
        ("page.png", b"%PDF-1.4\n%%EOF"),
    ],
)
def test_what_is_no_picture_or_a_bomb_is_refused(
    qapp: QApplication, tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(PictureRefused):
        small_picture(path)


def test_a_folder_and_a_missing_file_are_refused(qapp: QApplication, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nothing.png"):
        with pytest.raises(PictureRefused):
            small_picture(path)


def test_only_a_sound_picture_is_shown(qapp: QApplication) -> None:
    assert shown_picture("") is None
    assert shown_picture("AAAA") is None
    bomb = base64.b64encode(png(1025, 1)).decode()
    assert picture_fault(bomb) is not None
    assert shown_picture(bomb) is None
    hollow = base64.b64encode(png(900, 900)).decode()
    assert picture_fault(hollow) is None, "its head is sound; only its pixels are missing"
    assert shown_picture(hollow) is None
    assert picture_thumb(hollow, 40) is None
    thumb = picture_thumb(TINY_PNG, 40)
    assert thumb is not None
    assert thumb.width() == thumb.height() == 80
