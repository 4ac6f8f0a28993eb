"""A picture of a step holds the picture and nothing else, and is small whatever it says of itself."""

from __future__ import annotations

import base64
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain.step_pictures import (
    JPEG_SCANS_MAX,
    PICTURE_BYTES_MAX,
    PICTURE_SIDE_MAX_PX,
    PictureFault,
    file_fault,
    picture_bytes,
    picture_fault,
    picture_text,
)
from tests.domain.routine_examples import TINY_PNG
from tests.examples import examples

HEAD = b"\x89PNG\r\n\x1a\n"


def part(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(width: int = 2, height: int = 2, *more: bytes, end: bytes = b"") -> bytes:
    head = part(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    data = part(b"IDAT", zlib.compress(b"\0\0\0" * 2))
    return HEAD + head + b"".join(more) + data + part(b"IEND", b"") + end


def mark(kind: int, body: bytes) -> bytes:
    return bytes((0xFF, kind)) + struct.pack(">H", len(body) + 2) + body


JFIF = mark(0xE0, b"JFIF\0" + b"\x01\x01\x00\x00\x01\x00\x01\x00\x00")
TABLES = mark(0xDB, b"\0" * 65) + mark(0xC4, b"\0" * 20)


def frame(width: int = 64, height: int = 48, kind: int = 0xC0) -> bytes:
    return mark(kind, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00")


def scan(data: bytes = b"\x12\xff\x00\x34\xff\xd0\x56") -> bytes:
    return mark(0xDA, b"\x01\x01\x00\x00\x3f\x00") + data


def jpeg(*between: bytes, shape: bytes = b"", scans: int = 1, end: bytes = b"\xff\xd9") -> bytes:
    return b"\xff\xd8" + JFIF + b"".join(between) + TABLES + (shape or frame()) + scan() * scans + end


@pytest.mark.parametrize(
    "content",
    [
        png(),
        png(PICTURE_SIDE_MAX_PX, 1),
        png(2, 2, part(b"gAMA", b"\0\0\xb1\x8f"), part(b"pHYs", b"\0" * 9)),
        base64.b64decode(TINY_PNG),
        jpeg(),
        jpeg(shape=frame(1024, 1024, 0xC2), scans=JPEG_SCANS_MAX),
    ],
)
def test_small_whole_pictures_are_taken(content: bytes) -> None:
    assert file_fault(content) is None
    assert picture_bytes(picture_text(content)) == content


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", PictureFault.NOT_A_PICTURE),
        (b"GIF89a\x01\x00\x01\x00", PictureFault.NOT_A_PICTURE),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', PictureFault.NOT_A_PICTURE),
        (HEAD, PictureFault.NOT_A_PICTURE),
        (png(0, 2), PictureFault.NOT_A_PICTURE),
        (png(1025, 2), PictureFault.TOO_MANY_PIXELS),
        (png(0xFFFFFFFF, 0xFFFFFFFF), PictureFault.TOO_MANY_PIXELS),
        (png(2, 2, part(b"tEXt", b"Place\0Home")), PictureFault.HOLDS_MORE),
        (png(2, 2, part(b"eXIf", b"II*\0")), PictureFault.HOLDS_MORE),
        (png(2, 2, part(b"zTXt", zlib.compress(b"a" * 10_000))), PictureFault.HOLDS_MORE),
        (png(2, 2, part(b"acTL", b"\0" * 8)), PictureFault.HOLDS_MORE),
        (png(end=b"PK\x03\x04"), PictureFault.NOT_A_PICTURE),
        (png()[:-3], PictureFault.NOT_A_PICTURE),
        (png().replace(b"IDAT", b"IDAT", 1)[:40], PictureFault.NOT_A_PICTURE),
        (png()[:-16] + b"\0\0\0\0IEND\0\0\0\0", PictureFault.NOT_A_PICTURE),
        (jpeg(mark(0xE1, b"Exif\0\0II*\0GPS")), PictureFault.HOLDS_MORE),
        (jpeg(mark(0xFE, b"taken at home")), PictureFault.HOLDS_MORE),
        (jpeg(mark(0xED, b"Photoshop 3.0")), PictureFault.HOLDS_MORE),
        (jpeg(mark(0xE0, b"JFXX" + b"\0" * 400)), PictureFault.HOLDS_MORE),
        (jpeg(end=b"\xff\xd9PK\x03\x04"), PictureFault.HOLDS_MORE),
        (jpeg(end=b"\xff\xfe\x00\x06home\xff\xd9"), PictureFault.HOLDS_MORE),
        (jpeg(end=b""), PictureFault.NOT_A_PICTURE),
        (jpeg(shape=frame(1025, 1)), PictureFault.TOO_MANY_PIXELS),
        (jpeg(shape=frame(65535, 65535)), PictureFault.TOO_MANY_PIXELS),
        (jpeg(shape=frame(kind=0xC9)), PictureFault.HOLDS_MORE),
        (jpeg(shape=frame() + frame()), PictureFault.NOT_A_PICTURE),
        (jpeg(scans=JPEG_SCANS_MAX + 1), PictureFault.NOT_A_PICTURE),
        (b"\xff\xd8" + scan() + b"\xff\xd9", PictureFault.NOT_A_PICTURE),
        (b"\xff\xd8\xff\xe0\x00\x01", PictureFault.NOT_A_PICTURE),
        (b"\xff\xd8" + b"\0" * PICTURE_BYTES_MAX, PictureFault.TOO_LARGE),
    ],
)
def test_anything_else_is_refused(content: bytes, fault: PictureFault) -> None:
    assert file_fault(content) is fault


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("not base64!", PictureFault.NOT_BASE64),
        ("AAA", PictureFault.NOT_BASE64),
        (TINY_PNG + "\n", PictureFault.NOT_BASE64),
        ("é" * 4, PictureFault.NOT_BASE64),
        ("A" * 600_004, PictureFault.TOO_LARGE),
        ("AAAA", PictureFault.NOT_A_PICTURE),
    ],
)
def test_text_that_is_no_picture_is_refused(text: str, fault: PictureFault) -> None:
    assert picture_fault(text) is fault
    assert picture_bytes(text) is None


def test_no_picture_is_no_fault() -> None:
    assert picture_fault("") is None
    assert picture_bytes("") is None


@examples(4)
@given(st.binary(max_size=200), st.sampled_from([png(), jpeg()]), st.integers(0, 300))
def test_no_bytes_break_the_reader(noise: bytes, whole: bytes, at: int) -> None:
    for content in (noise, whole[:at] + noise + whole[at:], whole[:at] + noise, whole[:at]):
        fault = file_fault(content)
        if content not in (png(), jpeg()) and not noise and at < len(whole):
            assert fault is not None
