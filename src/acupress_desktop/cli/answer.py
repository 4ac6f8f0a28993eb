"""What a command answers, and the ways in which it may refuse."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

SCHEMA = 1
"""Of every JSON answer: keys are added, never renamed."""

DONE = 0
USAGE = 2
REFUSED = 3
TROUBLE = 4


@dataclass(frozen=True, slots=True)
class Answer:
    """``content`` is the JSON object, ``lines`` the same for reading; ``trouble`` goes to stderr."""

    content: Mapping[str, object]
    lines: tuple[str, ...]
    code: int = DONE
    trouble: str = ""

    def text(self, *, as_json: bool) -> str:
        """Return what goes to stdout, with its last newline."""
        if as_json:
            return json.dumps({"schema": SCHEMA, **self.content}, ensure_ascii=False, indent=1) + "\n"
        return "".join(f"{line}\n" for line in self.lines)


class InputRefused(Exception):
    """What was given cannot be used; the message names file, line or field. Nothing was changed."""


Run = Callable[[argparse.Namespace], Answer]


def columns(rows: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return rows as lines with aligned columns, the last one left as it is."""
    table = list(rows)
    if not table:
        return ()
    widths = [max(len(row[place]) for row in table) for place in range(len(table[0]) - 1)]
    return tuple(
        "  ".join((*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1])).rstrip()
        for row in table
    )
