from __future__ import annotations

import json
import stat
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from acupress_desktop.domain.ids import PointCode, ProtocolId, RegionId
from acupress_desktop.domain.journal import SessionEnd
from acupress_desktop.domain.ports import DayRange, Glance, LastPain, NextSet, SitePress
from acupress_desktop.domain.sides import PainSide, SiteSide
from acupress_desktop.domain.trends.daily import Area
from acupress_desktop.domain.trends.series import trend_series
from acupress_desktop.storage.glance import forget_glance, read_glance
from acupress_desktop.storage.journal import Journal
from acupress_desktop.storage.profile import Profile
from acupress_desktop.storage.sample import open_sample
from tests.storage.journals import NECK, SHOULDER, Bench

NEXT = NextSet(
    ProtocolId("P01"),
    "Neck and shoulders",
    11,
    (SitePress(PointCode("LI4"), SiteSide.LEFT), SitePress(PointCode("LI4"), SiteSide.RIGHT)),
    (NECK,),
)


def seen(bench: Bench, today: date | None = None) -> Glance | None:
    return read_glance(Profile(bench.folder).glance, today or bench.now().local_date)


def test_a_commit_leaves_what_the_first_paint_shows(bench: Bench, journal: Journal) -> None:
    journal.remember_next_set(NEXT)
    journal.remember_check_in(bench.check_in(4))
    journal.remember_check_in(bench.check_in(7))
    journal.remember_check_in(bench.check_in(9, SHOULDER))
    session = bench.session()
    journal.remember_session_opened(session, (bench.rating(session.id, 6),))
    journal.remember_hold(bench.hold(session.id))
    journal.remember_session_closed(session.id, end=SessionEnd.COMPLETED, ended=bench.now())
    glance = seen(bench)
    assert glance is not None
    assert glance.next_set == NEXT
    assert len(glance.days) == 14
    # The shoulder is no part of the next set's area; 4, 7 and 6 before the session are.
    assert (glance.days[-1].day, glance.days[-1].value, glance.days[-1].sessions) == (
        date(2026, 11, 22),
        6.0,
        1,
    )
    assert {day.value for day in glance.days[:-1]} == {None}


def test_as_last_time_is_the_newest_entry_with_a_pain(bench: Bench, journal: Journal) -> None:
    journal.remember_check_in(bench.check_in(4))
    bench.later(hours=1)
    journal.remember_check_in(bench.check_in(7, SHOULDER))
    bench.later(hours=1)
    journal.remember_check_in(replace(bench.check_in(None), sleep=3))
    glance = seen(bench)
    assert glance is not None
    assert glance.last_pain == LastPain(date(2026, 11, 22), 7, SHOULDER, PainSide.RIGHT)


def test_an_undone_entry_is_gone_at_a_glance_too(bench: Bench, journal: Journal) -> None:
    entry = bench.check_in(4)
    journal.remember_check_in(entry)
    journal.remember_check_in_deleted(entry.id)
    glance = seen(bench)
    assert glance is not None
    assert glance.last_pain is None
    assert {day.value for day in glance.days} == {None}


def test_the_next_set_survives_a_restart(bench: Bench) -> None:
    journal = bench.open()
    journal.remember_next_set(NEXT)
    journal.close()
    again = bench.open()
    again.remember_check_in(bench.check_in(2))
    again.close()
    glance = seen(bench)
    assert glance is not None
    assert glance.next_set == NEXT


def test_days_move_on_and_a_file_that_is_too_old_or_from_the_future_is_not_shown(
    bench: Bench, journal: Journal
) -> None:
    journal.remember_check_in(bench.check_in(4))
    today = bench.now().local_date
    later = seen(bench, today + timedelta(days=13))
    assert later is not None
    assert (later.days[0].day, later.days[0].value) == (today, 4.0)
    assert seen(bench, today + timedelta(days=14)) is None
    assert seen(bench, today - timedelta(days=1)) is None


def test_the_file_is_private_and_can_be_forgotten(bench: Bench, journal: Journal) -> None:
    journal.remember_check_in(bench.check_in(4))
    path = Profile(bench.folder).glance
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    forget_glance(path)
    forget_glance(path)
    assert seen(bench) is None


@pytest.mark.slow
@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("schema", 2),
        ("schema", True),
        ("schema", "1"),
        ("written", "yesterday"),
        ("written", 5),
        ("next_set", []),
        ("next_set", {"protocol": 1}),
        ("days", {}),
        ("days", [[1, 2, 3]]),
        ("days", [["2026-11-22", 11, 0]]),
        ("days", [["2026-11-22", True, 0]]),
        ("days", [["2026-11-22", 5]]),
        ("last_pain", ["2026-11-22", 5, "neck", "top"]),
        ("last_pain", {}),
    ],
)
def test_anything_odd_means_a_neutral_start(bench: Bench, journal: Journal, key: str, value: Any) -> None:
    journal.remember_check_in(bench.check_in(4))
    path = Profile(bench.folder).glance
    content = json.loads(path.read_bytes())
    content[key] = value
    path.write_text(json.dumps(content))
    assert seen(bench) is None


@pytest.mark.parametrize("content", [b"", b"{}", b"null", b"[1]", b"\xff", b"[" * 60_000, b" " * 70_000])
def test_a_file_that_is_no_glance_means_a_neutral_start(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "glance.json"
    path.write_bytes(content)
    assert read_glance(path, date(2026, 11, 22)) is None
    assert read_glance(tmp_path, date(2026, 11, 22)) is None


def test_a_glance_that_cannot_be_written_does_not_undo_the_entry(bench: Bench) -> None:
    journal = bench.open()
    Profile(bench.folder).glance.mkdir()
    journal.remember_check_in(bench.check_in(4))
    assert journal.recall_counts().check_ins == 1
    journal.close()


@pytest.mark.slow
@pytest.mark.parametrize("regions", [(), (RegionId("area-shoulder"),), (RegionId("area-low-back"),)])
def test_the_glance_says_what_the_trend_says(bench: Bench, regions: tuple[RegionId, ...]) -> None:
    sample = open_sample(Profile(bench.folder), now=bench.now, random_bytes=bench.chance.randbytes)
    sample.remember_next_set(replace(NEXT, regions=regions))
    today = bench.now().local_date
    days = DayRange(today - timedelta(days=13), today)
    series = trend_series(sample.recall_trend_material(days), None, Area(frozenset(regions)), days)
    sample.close()
    glance = read_glance(Profile(bench.folder).sample.glance, today)
    assert glance is not None
    told = {each.day: each.value for each in glance.days if each.value is not None}
    assert told == {each.day: each.value for each in series.daily}
    sessions = {each.day: each.sessions for each in glance.days if each.sessions}
    assert sessions == {row.day: row.sessions for row in series.table() if row.sessions}
    assert told
