"""Makes the data folder of the benches: a person with two weeks of entries and a chosen set."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.protocols import DoseStage
from acupress_desktop.domain.settings import Settings, YesNo
from acupress_desktop.storage.opening import open_journal
from acupress_desktop.storage.profile import Profile
from acupress_desktop.storage.sample import NECK_SET, Diary
from acupress_desktop.storage.settings_file import SettingsFile

START = datetime(2026, 11, 22, 19, 2, tzinfo=UTC)
DAYS = 14


def make_home(folder: Path, until: datetime = START) -> None:
    """Fill an empty folder: an entry and a session of the neck set a day for two weeks up to ``until``."""
    zone = until.tzname() or "UTC"
    offset = until.utcoffset() or timedelta(0)
    diary = Diary(Random(6), offset, zone)  # noqa: S311 - repeatable, not secret
    chance = Random(5)  # noqa: S311 - repeatable, not secret
    journal = open_journal(folder, now=lambda: Moment.of(until, zone), random_bytes=chance.randbytes)
    days = [until.date() - timedelta(days=back) for back in range(DAYS - 1, -1, -1)]
    journal.remember_whole(
        [diary.check_in(diary.moment(day, 8), diary.pain_of_day()) for day in days],
        [
            diary.story(diary.moment(day, 8.5), "P01", NECK_SET, hold_seconds=60, stage=DoseStage.USUAL)
            for day in days[:-1]
        ],
    )
    journal.close()
    settings = replace(
        Settings(),
        first_run_done=YesNo.YES,
        birth_year=until.year - 44,
        can_be_pregnant=YesNo.NO,
        window_x_px=40,
        window_y_px=40,
        window_width_px=1280,
        window_height_px=820,
    )
    SettingsFile(Profile(folder).settings).remember_settings(settings)
