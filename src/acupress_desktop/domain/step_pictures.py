"""A person's own picture of a step, as base64 text: small, whole, and with nothing in it but the picture.

Nothing here decodes a picture. It reads the outer shape of the file, so that a picture from somebody else is
known to be harmless before any decoder sees it: no place, no name, no date, no size that fills the memory.
"""

from __future__ import annotations

import base64
import binascii
import struct
import zlib
from collections.abc import Iterator
from enum import Enum

from acupress_desktop.domain.routines import PICTURE_CHARACTERS_MAX

PICTURE_SIDE_MAX_PX = 1024
PICTURE_BYTES_MAX = PICTURE_CHARACTERS_MAX // 4 * 3
JPEG_SCANS_MAX = 16
"""A progressive picture comes in a few scans; thousands of them keep a computer busy for minutes."""

_PNG_HEAD = b"\x89PNG\r\n\x1a\n"
_PNG_PARTS = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"gAMA", b"sRGB", b"pHYs"})
_JPEG_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
_JPEG_TABLES = frozenset({0xC4, 0xDB, 0xDD})
_JPEG_JFIF = 0xE0
_START_OF_SCAN, _END = 0xDA, 0xD9


class PictureFault(Enum):
    """Why something is no picture for a step."""

    NOT_BASE64 = "not_base64"
    TOO_LARGE = "too_large"
    NOT_A_PICTURE = "not_a_picture"
    """Neither a whole PNG nor a whole JPEG."""
    TOO_MANY_PIXELS = "too_many_pixels"
    HOLDS_MORE = "holds_more"
    """Something beside the picture, such as where it was taken."""


def picture_fault(text: str) -> PictureFault | None:
    """Return why ``text`` is no picture, or ``None``; no text is no picture and no fault."""
    if not text:
        return None
    if len(text) > PICTURE_CHARACTERS_MAX:
        return PictureFault.TOO_LARGE
    try:
        content = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return PictureFault.NOT_BASE64
    return file_fault(content)


def picture_bytes(text: str) -> bytes | None:
    """Return the file in ``text``; ``None`` where it is no picture."""
    return None if not text or picture_fault(text) is not None else base64.b64decode(text)


def picture_text(content: bytes) -> str:
    """Return a file as it is kept."""
    return base64.b64encode(content).decode("ascii")


def file_fault(content: bytes) -> PictureFault | None:
    """Return why a file is no picture for a step, or ``None``."""
    if len(content) > PICTURE_BYTES_MAX:
        return PictureFault.TOO_LARGE
    try:
        if content.startswith(_PNG_HEAD):
            return _png_fault(content)
        if content.startswith(b"\xff\xd8"):
            return _jpeg_fault(content)
    except (struct.error, IndexError):
        return PictureFault.NOT_A_PICTURE
    return PictureFault.NOT_A_PICTURE


def _size_fault(width: int, height: int) -> PictureFault | None:
    if not (width and height):
        return PictureFault.NOT_A_PICTURE
    return PictureFault.TOO_MANY_PIXELS if max(width, height) > PICTURE_SIDE_MAX_PX else None


def _png_fault(content: bytes) -> PictureFault | None:
    names = []
    for name, body in _png_parts(content):
        if name is None:
            return PictureFault.NOT_A_PICTURE
        if name not in _PNG_PARTS:
            return PictureFault.HOLDS_MORE
        names.append(name)
        if name == b"IHDR" and (fault := _size_fault(*struct.unpack(">II", body[:8]))) is not None:
            return fault
    if names[:1] != [b"IHDR"] or names.count(b"IHDR") != 1 or b"IDAT" not in names:
        return PictureFault.NOT_A_PICTURE
    return None if names[-1] == b"IEND" else PictureFault.NOT_A_PICTURE


def _png_parts(content: bytes) -> Iterator[tuple[bytes | None, bytes]]:
    """Yield the parts; ``None`` for one that is not whole, or for what stands behind the end."""
    at = len(_PNG_HEAD)
    while at < len(content):
        (length,) = struct.unpack_from(">I", content, at)
        name, body = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        (told,) = struct.unpack_from(">I", content, at + 8 + length)
        at += 12 + length
        whole = len(body) == length and told == zlib.crc32(name + body)
        ended = name == b"IEND" and at != len(content)
        yield (None if not whole or ended else name), body


def _jpeg_fault(content: bytes) -> PictureFault | None:
    at, frames = 2, 0
    while True:
        if content[at] != 0xFF:
            return PictureFault.NOT_A_PICTURE
        kind = content[at + 1]
        (length,) = struct.unpack_from(">H", content, at + 2)
        if length < 2:
            return PictureFault.NOT_A_PICTURE
        if kind in _JPEG_FRAMES:
            frames += 1
            height, width = struct.unpack_from(">HH", content, at + 5)
            if (fault := _size_fault(width, height)) is not None:
                return fault
        elif kind == _START_OF_SCAN:
            return _scans_fault(content, at) if frames == 1 else PictureFault.NOT_A_PICTURE
        elif kind == _JPEG_JFIF:
            if length != 16:
                return PictureFault.HOLDS_MORE
        elif kind not in _JPEG_TABLES:
            return PictureFault.HOLDS_MORE
        at += 2 + length


def _scans_fault(content: bytes, at: int) -> PictureFault | None:
    """Look at all that follows the first scan: further scans, their tables, and nothing behind the end."""
    scans = 0
    while True:
        kind = content[at + 1]
        if kind == _END:
            return None if at + 2 == len(content) else PictureFault.HOLDS_MORE
        if kind == _START_OF_SCAN:
            scans += 1
        elif kind not in _JPEG_TABLES:
            return PictureFault.HOLDS_MORE
        if scans > JPEG_SCANS_MAX:
            return PictureFault.NOT_A_PICTURE
        (length,) = struct.unpack_from(">H", content, at + 2)
        at = _next_mark(content, at + 2 + length) if kind == _START_OF_SCAN else at + 2 + length
        if at < 0 or content[at] != 0xFF:
            return PictureFault.NOT_A_PICTURE


def _next_mark(content: bytes, at: int) -> int:
    """Return where the next mark stands in the data of a scan; -1 where there is none."""
    while (at := content.find(b"\xff", at)) >= 0:
        after = content[at + 1]
        if after != 0 and not 0xD0 <= after <= 0xD7:
            return at
        at += 2
    return -1
