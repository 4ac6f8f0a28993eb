"""Reads a TOML file into a strict msgspec struct, naming file and line when it cannot."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, TypeVar

import msgspec

from acupress_desktop.content.refusals import ContentError

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")

_PATH = re.compile(r" - at `\$(?P<path>[^`]*)`")
_PART = re.compile(r"\.(?P<key>[^.\[]+)|\[(?P<index>\d+|\.\.\.)\]")
_UNKNOWN = re.compile(r"unknown field `(?P<key>[^`]+)`")
_TOML_LINE = re.compile(r"\(at line (?P<line>\d+), column \d+\)")


def read_toml(path: Path, shape: type[T]) -> T:
    """Read ``path`` into ``shape``; raise ``ContentError`` for anything unknown or impossible."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(path, None, f"cannot be read: {error}") from error
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _TOML_LINE.search(str(error))
        raise ContentError(path, int(found["line"]) if found else None, str(error)) from error
    try:
        return msgspec.convert(raw, shape, strict=True)
    except msgspec.ValidationError as error:
        raise ContentError(path, line_of(text, str(error)), str(error)) from error


def line_of(text: str, problem: str) -> int | None:
    """Find the 1-based line that a msgspec ``problem`` speaks of, following its path."""
    found = _PATH.search(problem)
    parts = list(_PART.finditer(found["path"])) if found else []
    lines = text.splitlines()
    at = 0
    name = ""
    for part in parts:
        if part["key"] is not None:
            name = part["key"]
            at = _next_line(lines, at, rf"^\s*(\[*[\w.\-\"]*\b)?{re.escape(name)}\b")
        elif part["index"] != "..." and name:
            for _ in range(int(part["index"])):
                at = _next_line(lines, at + 1, rf"^\s*\[\[[\w.\-]*\b{re.escape(name)}\s*\]\]")
    unknown = _UNKNOWN.search(problem)
    if unknown:
        at = _next_line(lines, at, rf"^\s*\"?{re.escape(unknown['key'])}\"?\s*=")
    return at + 1 if (parts or unknown) else None


def _next_line(lines: list[str], start: int, pattern: str) -> int:
    wanted = re.compile(pattern)
    for number in range(start, len(lines)):
        if wanted.search(lines[number]):
            return number
    return start
