"""The home page as it looked last time: one picture that the first paint shows before anything is loaded.

The file is a PNG that carries its own description. What it shows belongs to one glance, one set of settings
and one look of the desktop; with anything else it is not shown. What ages (the date, the small chart, "this
evening") is left out once the day, or the part of the day, is over. Nothing heavy may be imported here.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect
from PySide6.QtGui import QGuiApplication, QImage, QImageReader, QImageWriter

from acupress_desktop import __version__

_TEXT_KEY = "acupress"
_SCHEMA = 1
_DAYS_MAX = 13
_CHARACTERS_MAX = 256_000
_UNPACKED = 100
"""Hardly packed: three megabytes on the disk, read in half the time."""


@dataclass(frozen=True, slots=True, eq=False)
class FirstPicture:
    """``image`` is the page at device pixels; below it stands the title without a time of day.

    Rectangles are in window pixels. ``box`` is the window's place on the screen. ``fresh_until`` is local
    wall-clock time without a zone.
    """

    image: QImage
    box: QRect
    aged: tuple[QRect, ...]
    title: QRect
    ground: int
    drawn: datetime
    fresh_until: datetime
    window_title: str
    spoken: str
    key: str

    def is_fresh(self, local: datetime) -> bool:
        """Tell whether every word in the picture still holds at ``local`` (without a zone)."""
        return self.drawn <= local < self.fresh_until


def key_of(glance: Path, settings: Path) -> str | None:
    """Return what a picture must belong to; ``None`` where there is no glance, and so nothing to show."""
    try:
        kept = (glance.read_text("utf-8"), settings.read_text("utf-8") if settings.exists() else "")
    except (OSError, UnicodeDecodeError):
        return None
    # Word for word: no library is loaded for a digest, and the files lie beside the picture anyway.
    return "\n".join((_look(), *kept))


def _look() -> str:
    """What else decides how the page looks: version, screen, desktop scheme and language."""
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)
    contrast = "" if accessibility is None else str(accessibility().contrastPreference())
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    languages = [os.environ.get(name, "") for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")]
    shown = (f"{ratio:g}", str(hints.colorScheme()), contrast)
    return "|".join((str(_SCHEMA), __version__, *shown, *languages))


def read_first_picture(path: Path, key: str | None, local: datetime) -> FirstPicture | None:
    """Return the picture where it belongs to ``key`` and is not too old; anything odd means there is none."""
    if key is None:
        return None
    reader = QImageReader(str(path))
    try:
        plain = json.loads(reader.text(_TEXT_KEY)[:_CHARACTERS_MAX])
        if plain["key"] != key:
            return None
        image = reader.read()
        picture = FirstPicture(
            image=image,
            box=QRect(*plain["box"]),
            aged=tuple(QRect(*each) for each in plain["aged"]),
            title=QRect(*plain["title"]),
            ground=int(plain["ground"]),
            drawn=datetime.fromisoformat(plain["drawn"]),
            fresh_until=datetime.fromisoformat(plain["fresh_until"]),
            window_title=str(plain["window_title"]),
            spoken=str(plain["spoken"]),
            key=key,
        )
        age_days = (local.date() - picture.drawn.date()).days
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None
    return picture if not image.isNull() and 0 <= age_days <= _DAYS_MAX else None


def png_of(picture: FirstPicture) -> bytes:
    """Return the file of a picture."""
    image = QImage(picture.image)
    image.setText(
        _TEXT_KEY,
        json.dumps(
            {
                "key": picture.key,
                "box": _plain(picture.box),
                "aged": [_plain(each) for each in picture.aged],
                "title": _plain(picture.title),
                "ground": picture.ground,
                "drawn": picture.drawn.isoformat(),
                "fresh_until": picture.fresh_until.isoformat(),
                "window_title": picture.window_title,
                "spoken": picture.spoken,
            }
        ),
    )
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setQuality(_UNPACKED)
    writer.write(image)
    return bytes(kept.data())


def _plain(box: QRect) -> list[int]:
    return [box.x(), box.y(), box.width(), box.height()]
