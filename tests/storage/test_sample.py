from __future__ import annotations

import statistics
from datetime import timedelta

import pytest

from acupress_desktop.domain.point_practice import ReviewRating, hard_points
from acupress_desktop.domain.ports import DayRange, JournalStanding
from acupress_desktop.domain.trends.daily import WHOLE_BODY
from acupress_desktop.domain.trends.permitted import Shown
from acupress_desktop.domain.trends.series import FindingKind, TrendRange, baseline_range, trend_series
from acupress_desktop.domain.trends.slope import Direction, direction, trend_line
from acupress_desktop.storage.profile import Profile
from acupress_desktop.storage.sample import made_up, open_sample, remove_sample
from tests.storage.journals import Bench


def test_the_sample_is_the_same_each_time_and_ends_before_today(bench: Bench) -> None:
    sample = made_up(bench.now())
    assert sample == made_up(bench.now())
    today = bench.now().local_date
    days = [record.moment.local_date for record in sample.check_ins]
    assert min(days) >= today - timedelta(days=84)
    assert max(days) < today
    assert sample != made_up(bench.later(days=1))


@pytest.mark.slow
def test_the_sample_lives_apart_and_leaves_without_a_trace(bench: Bench) -> None:
    real = bench.open()
    entry = bench.check_in(3)
    real.remember_check_in(entry)
    profile = Profile(bench.folder)
    sample = open_sample(profile, now=bench.now, random_bytes=bench.chance.randbytes)
    assert sample.recall_check_in(entry.id) is None
    assert sample.recall_counts().check_ins > 40
    assert real.recall_counts().check_ins == 1
    sample.close()
    again = open_sample(profile, now=bench.now, random_bytes=bench.chance.randbytes)
    again.close()
    remove_sample(profile)
    assert not profile.sample.folder.exists()
    assert real.recall_counts().check_ins == 1
    real.close()
    kept = bench.open()
    assert kept.recall_check_in(entry.id) is not None
    kept.close()


def test_the_sample_shows_everything_that_a_trend_page_has_and_promises_nothing(bench: Bench) -> None:
    sample = open_sample(Profile(bench.folder), now=bench.now, random_bytes=bench.chance.randbytes)
    days = TrendRange.TWELVE_WEEKS.until(bench.now().local_date)
    material = sample.recall_trend_material(days)
    early = baseline_range(material.first_session)
    assert early is not None
    series = trend_series(material, sample.recall_trend_material(early), WHOLE_BODY, days)
    sample.close()
    assert series.finding.kind is FindingKind.DAYS_LOGGED
    assert isinstance(series.band, Shown)
    assert series.gaps
    assert len(series.sessions) > 15
    assert any(isinstance(week.median, Shown) for week in series.weeks)
    line = trend_line(series.entries, series.daily, days)
    assert not isinstance(line, Shown) or direction(line.value) is Direction.NOT_CLEAR


def test_no_made_up_session_works_wonders(bench: Bench) -> None:
    changes = []
    for story in made_up(bench.now()).stories:
        before, after = (rating.value for rating in story.ratings)
        changes.append(after - before)
    assert -1 <= statistics.fmean(changes) <= 0.5
    assert max(map(abs, changes)) <= 1


def test_sessions_of_the_sample_keep_the_caps(bench: Bench) -> None:
    sample = open_sample(Profile(bench.folder), now=bench.now, random_bytes=bench.chance.randbytes)
    today = bench.now().local_date
    for back in range(85):
        use = sample.recall_day_use(today - timedelta(days=back))
        assert use.sessions <= 2
        assert use.held_seconds <= 35 * 60
    first, *_ = reversed(sample.recall_stories(DayRange(today - timedelta(days=85), today)))
    assert first.session.protocol == "P16"
    sample.close()


def test_the_sample_holds_something_about_points_and_nothing_of_it_improves(bench: Bench) -> None:
    sample = made_up(bench.now())
    today = bench.now().local_date
    assert {favourite.point for favourite in sample.favourites} == {"PC6", "LI4", "GB20"}
    assert hard_points(sample.checks)
    moments = [favourite.moment for favourite in sample.favourites]
    moments += [check.moment for check in sample.checks]
    moments += [review.moment for review in sample.reviews]
    assert max(moment.local_date for moment in moments) < today
    half = len(sample.reviews) // 2
    rights = [review.rating is not ReviewRating.AGAIN for review in sample.reviews]
    assert abs(sum(rights[:half]) - sum(rights[half:])) <= 4
    journal = open_sample(Profile(bench.folder), now=bench.now, random_bytes=bench.chance.randbytes)
    assert journal.recall_favourites() == sample.favourites
    assert journal.recall_point_checks() == sample.checks
    assert journal.recall_point_reviews() == sample.reviews
    assert journal.recall_routines() == sample.routines
    assert set(journal.recall_goals()) == set(sample.goals)
    assert journal.recall_practice_plan() == sample.plans[-1]
    assert {entry.water_glasses for entry in sample.check_ins} >= {None, 5}
    journal.verify()
    assert journal.standing is JournalStanding.GOOD
    journal.close()
