"""The one error of this room: a bundled data file that cannot be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(eq=False)
class ContentError(Exception):
    """A data file is refused whole; ``line`` is 1-based, or ``None`` where no line can be named."""

    file: Path
    line: int | None
    what: str

    def __str__(self) -> str:
        """File, line and reason in one sentence, ready to be shown."""
        place = self.file.name if self.line is None else f"{self.file.name}, line {self.line}"
        return f"{place}: {self.what}"
