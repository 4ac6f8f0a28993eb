"""Finds texts of a view that were not translated, by the marks of the pseudo-language."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from enum import Enum

NOT_SENTENCES = {
    "key", "code", "close_up", "point", "complaint", "letter", "protocol", "region", "name", "short", "full",
    "value", "text", "age_value", "number", "amount", "english", "hanzi", "seconds",
}  # fmt: skip
"""Fields that hold codes, digits, names of points and of publications, or what a person typed."""
PLAIN = re.compile(r"^[\d\s.,:;()–-]*$")


def untranslated(view: object, path: str = "") -> Iterator[str]:
    """Paths of texts without the marks of the pseudo-locale."""
    if isinstance(view, Enum):
        return
    if dataclasses.is_dataclass(view):
        for field in dataclasses.fields(view):
            if field.name not in NOT_SENTENCES:
                yield from untranslated(getattr(view, field.name), f"{path}.{field.name}")
    elif isinstance(view, tuple):
        for place, each in enumerate(view):
            yield from untranslated(each, f"{path}[{place}]")
    elif isinstance(view, str) and not PLAIN.match(view) and "\u27e6" not in view:
        yield f"{path}: {view!r}"
