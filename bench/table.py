"""One line for each figure: what, how much, its bar, met or not. `dev.py bench` gathers them at the end."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

GATHER = "ACUPRESS_BENCH_FIGURES"
"""Name of the environment variable with the file to which each bench adds its figures."""
KEPT = "ACUPRESS_BENCH_KEPT"
"""Name of the environment variable with a folder for what several benches of one run need."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure. ``bar`` is the most it may be; ``None`` where none was set."""

    bar_of: str
    """Which bar of the list of bars, such as ``P2``."""
    name: str
    measured: float
    unit: str
    bar: float | None
    told: str = ""

    @property
    def met(self) -> bool:
        """Whether the bar is met; no bar is always met."""
        return self.bar is None or self.measured <= self.bar

    def line(self) -> str:
        """Return the line of the table."""
        bar = "" if self.bar is None else f"<= {self.bar:g} {self.unit}"
        met = "" if self.bar is None else ("met" if self.met else "MISSED")
        measured = f"{self.measured:>10.2f} {self.unit:<3}"
        return f"{self.bar_of:<4}{self.name:<52}{measured}{bar:>14}  {met:<7}{self.told}".rstrip()


def report(figures: Iterable[Figure]) -> int:
    """Print the figures and add them to the gathered ones; 1 where a bar was missed."""
    kept = list(figures)
    for figure in kept:
        print(figure.line(), flush=True)
    gathered = os.environ.get(GATHER)
    if gathered:
        with Path(gathered).open("a", encoding="utf-8") as stream:
            stream.writelines(json.dumps(asdict(figure)) + "\n" for figure in kept)
    return int(any(not figure.met for figure in kept))


def gathered_table(path: Path) -> str:
    """Return the table of everything that the benches of one run added to ``path``."""
    figures = [Figure(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]
    return "\n".join(figure.line() for figure in sorted(figures, key=lambda each: each.bar_of))
