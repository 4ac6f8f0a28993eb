"""Reads a small JSON file from outside, strictly."""

from __future__ import annotations

import json
from pathlib import Path

from acupress_desktop.cli.answer import InputRefused

BYTES_MAX = 1_000_000


def read_text(path: Path) -> str:
    """Return a file's text; raise ``InputRefused`` for one that is no short UTF-8 text."""
    try:
        with path.open("rb") as file:
            raw = file.read(BYTES_MAX + 1)
    except OSError as error:
        raise InputRefused(f"{path}: cannot be read ({error.strerror or error})") from error
    if len(raw) > BYTES_MAX:
        raise InputRefused(f"{path}: is longer than {BYTES_MAX} bytes")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise InputRefused(f"{path}, line {line}: is not UTF-8 text") from error


def read_object(path: Path) -> dict[str, object]:
    """Return the object in a JSON file; raise ``InputRefused`` with file and line or field."""
    text = read_text(path)
    try:
        found = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise InputRefused(f"{path}, line {error.lineno}: {error.msg}") from error
    except (ValueError, RecursionError) as error:
        what = "is nested too deep" if isinstance(error, RecursionError) else str(error)
        raise InputRefused(f"{path}: {what}") from error
    if not isinstance(found, dict):
        raise InputRefused(f"{path}, line 1: needs an object")
    return found


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"{key!r} is given twice")
        found[key] = value
    return found


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no number of JSON")
