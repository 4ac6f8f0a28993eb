"""The journal after ten years: saving, opening, today's page, a drawn year, checks, backup, export (P8).

Ten check-ins and two sessions of ten holds a day. `python -m bench.bench_journal [YEARS]`.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import partial
from pathlib import Path
from random import Random

from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.ports import ArchiveRow, BackupKind, DayRange
from acupress_desktop.domain.protocols import DoseStage
from acupress_desktop.domain.trends.daily import WHOLE_BODY
from acupress_desktop.domain.trends.series import TrendRange, trend_series
from acupress_desktop.exchange.csv_file import write_csv
from acupress_desktop.exchange.json_file import write_json
from acupress_desktop.storage.glance import read_glance
from acupress_desktop.storage.journal import Journal
from acupress_desktop.storage.sample import NECK_SET, Diary
from acupress_desktop.storage.verify import check_file
from bench.journal_years import LAST_DAY, copy_years, open_years
from bench.table import Figure, report

SAVES = 300
EXPORT_BAR_MS = 10_000.0
Write = Callable[[Path, RowId, Iterable[ArchiveRow]], int]


def bar(name: str, measured_ms: float, bar_ms: float | None) -> Figure:
    """Return one measured figure against its bar, in milliseconds; no bar where none was set."""
    return Figure("P8" if bar_ms != EXPORT_BAR_MS else "P10", name, measured_ms, "ms", bar_ms)


def timed(work: Callable[[], object], count: int = 1) -> list[float]:
    """Milliseconds of each of ``count`` runs."""
    found = []
    for _ in range(count):
        begun = time.perf_counter()
        work()
        found.append((time.perf_counter() - begun) * 1_000)
    return found


def p99(values: list[float]) -> float:
    """The value that one in a hundred exceeds."""
    return statistics.quantiles(values, n=100)[98]


def saves(journal: Journal) -> list[Figure]:
    """Save entries, holds and checkpoints one by one, as the app does."""
    diary = Diary(Random(9), timedelta(0), "UTC")  # noqa: S311 - repeatable, not secret
    moment = diary.moment(LAST_DAY, 20.5)
    journal.remember_check_in(diary.check_in(moment, 5))
    # Back-dated over a month, so that the last days do not fill up with entries nobody would make.
    check_ins = [
        diary.check_in(diary.moment(LAST_DAY - timedelta(days=number % 30), 20.6), 5)
        for number in range(SAVES)
    ]
    entry_ms = [timed(partial(journal.remember_check_in, record))[0] for record in check_ins]
    hold_ms: list[float] = []
    for _ in range(SAVES // len(NECK_SET)):
        story = diary.story(moment, "P01", NECK_SET, hold_seconds=60, stage=DoseStage.USUAL)
        journal.remember_session_opened(story.session)
        hold_ms.extend(timed(partial(journal.remember_hold, record))[0] for record in story.holds)
    return [
        bar("save a check-in, median", statistics.median(entry_ms), None),
        bar("save a check-in, p99", p99(entry_ms), 25),
        bar("save a hold, median", statistics.median(hold_ms), None),
        bar("save a hold, p99", p99(hold_ms), 25),
    ]


def todays_page(journal: Journal) -> None:
    """Everything that the home page asks for."""
    journal.recall_check_ins(DayRange(LAST_DAY, LAST_DAY))
    journal.recall_trend_material(DayRange(LAST_DAY - timedelta(days=13), LAST_DAY))
    journal.recall_day_use(LAST_DAY)
    journal.recall_unfinished_session()
    journal.recall_stories(DayRange(LAST_DAY, LAST_DAY))


def drawn_year(journal: Journal) -> None:
    """A year's series, from the database to the values that are painted."""
    days = TrendRange.YEAR.until(LAST_DAY)
    trend_series(journal.recall_trend_material(days), None, WHOLE_BODY, days)


def measure(folder: Path) -> list[Figure]:
    """All figures, on the journal in ``folder``."""
    path = folder / "journal.sqlite3"
    found = [bar(f"journal file, MB {path.stat().st_size / 1e6:.1f}", 0.0, None)]
    open_years(folder).close()
    opened: list[Journal] = []

    def open_once() -> None:
        opened.append(open_years(folder))

    found.append(
        bar("read the glance file", timed(lambda: read_glance(folder / "glance.json", LAST_DAY))[0], None)
    )
    found.append(bar("open, until rows can be read", timed(open_once)[0], None))
    journal = opened[0]
    found.append(bar("today's page, first time", timed(lambda: todays_page(journal))[0], None))
    found.append(
        bar("today's page, median of 20", statistics.median(timed(lambda: todays_page(journal), 20)), 20)
    )
    found.append(
        bar("limits, starts, advice, answers", statistics.median(timed(lambda: small(journal), 9)), None)
    )
    found.append(
        bar("a drawn year, median of 9", statistics.median(timed(lambda: drawn_year(journal), 9)), 300)
    )
    found.append(bar("check every page and row", timed(lambda: check_file(path))[0], None))
    journal.verify()
    found.extend(saves(journal))
    found.append(bar("verified backup", timed(lambda: journal.remember_backup(BackupKind.ASKED))[0], None))
    for name, write in (("json", write_json), ("zip", write_csv)):
        target = folder / f"out.{name}"
        took = timed(partial(write_out, write, target, journal))[0]
        found.append(
            bar(f"export {name}, {target.stat().st_size / 1e6:.0f} MB, read again", took, EXPORT_BAR_MS)
        )
    journal.close()
    return found


def write_out(write: Write, target: Path, journal: Journal) -> None:
    """Export everything."""
    write(target, journal.recall_person(), journal.recall_archive())


def small(journal: Journal) -> None:
    """What the plan page asks for."""
    journal.recall_pressure_limits()
    journal.recall_protocol_starts()
    journal.recall_advice()
    journal.recall_answers()


def main(words: list[str]) -> int:
    """Make the journal, measure, print the table; 1 where a bar was missed."""
    years = int(words[0]) if words else 10
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "data"
        begun = time.perf_counter()
        copy_years(folder, years)
        print(f"{years} years made in {time.perf_counter() - begun:.0f} s")
        return report(measure(folder))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
