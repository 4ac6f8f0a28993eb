"""Makes the ten-year journal of the benches: ten check-ins and two sessions of ten holds a day."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from acupress_desktop.domain.journal import CheckInRecord, SessionStory
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.protocols import DoseStage
from acupress_desktop.storage.journal import Journal
from acupress_desktop.storage.opening import open_journal
from acupress_desktop.storage.sample import NECK_SET, Diary
from bench.table import KEPT

LAST_DAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 21, tzinfo=UTC)
DAYS_AT_ONCE = 60


def now() -> Moment:
    """The evening of the last day."""
    return Moment.of(NOW, "UTC")


def open_years(folder: Path) -> Journal:
    """Open the journal of ``folder`` at that evening."""
    chance = Random(5)  # noqa: S311 - repeatable, not secret
    return open_journal(folder, now=now, random_bytes=chance.randbytes)


def make_years(folder: Path, years: int = 10) -> None:
    """Fill an empty folder; the last day is ``LAST_DAY``."""
    diary = Diary(Random(6), timedelta(0), "UTC")  # noqa: S311 - repeatable, not secret
    journal = open_years(folder)
    days = round(365.25 * years)
    for begun in range(0, days, DAYS_AT_ONCE):
        check_ins: list[CheckInRecord] = []
        stories: list[SessionStory] = []
        for number in range(begun, min(days, begun + DAYS_AT_ONCE)):
            day = LAST_DAY - timedelta(days=days - 1 - number)
            pain = diary.pain_of_day()
            check_ins.extend(diary.check_in(diary.moment(day, 8 + hour), pain) for hour in range(10))
            stories.extend(
                diary.story(diary.moment(day, hour), "P01", NECK_SET, hold_seconds=60, stage=DoseStage.USUAL)
                for hour in (9.5, 18.5)
            )
        journal.remember_whole(check_ins, stories)
    journal.close()


def copy_years(folder: Path, years: int = 10) -> None:
    """Fill ``folder`` with that journal, made once for all benches of a run (``dev.py bench`` says where)."""
    kept_in = os.environ.get(KEPT)
    if kept_in is None:
        make_years(folder, years)
        return
    kept = Path(kept_in) / f"years-{years}"
    if not kept.exists():
        make_years(kept, years)
    shutil.copytree(kept, folder)
