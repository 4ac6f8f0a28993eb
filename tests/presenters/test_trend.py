from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.region_files import read_regions
from acupress_desktop.domain import journal as records
from acupress_desktop.domain.ids import RegionId
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.sides import PainSide
from acupress_desktop.domain.trends.material import NO_PAIN_ANYWHERE
from acupress_desktop.domain.trends.series import TrendRange
from acupress_desktop.presenters.destinations import LeaveSampleJournal, ToCheckIn, ToSampleJournal
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.sample import JournalKind
from acupress_desktop.presenters.trend import TrendPresenter
from acupress_desktop.presenters.trend_view import BracketKind, LegendMark, Shape, TrendView
from acupress_desktop.storage.journal import Journal
from tests.storage.journals import SHOULDER, Bench

NECK = RegionId("neck-posterior")
KNEE = RegionId("area-knee")


@pytest.fixture(scope="module")
def regions() -> RegionMap:
    return read_regions(asset_root(), read_atlas(asset_root()))


class Diary:
    """A journal whose days are written back from a Sunday."""

    def __init__(self, folder: Path, regions: RegionMap) -> None:
        self.bench = Bench(folder)
        self.today = self.bench.when
        self.journal: Journal = self.bench.open()
        self.regions = regions

    def log(
        self,
        days_ago: int,
        *values: int,
        region: RegionId = NECK,
        tags: tuple[records.ContextTag, ...] = (),
    ) -> None:
        for number, value in enumerate(values):
            self.bench.when = self.today - timedelta(days=days_ago, hours=2 - number)
            record = self.bench.check_in(value, region)
            self.journal.remember_check_in(replace(record, tags=tags))
        self.bench.when = self.today

    def press(self, days_ago: int, before: int, after: int) -> None:
        self.bench.when = self.today - timedelta(days=days_ago, hours=1)
        session = self.bench.session()
        self.journal.remember_session_opened(session, (self.bench.rating(session.id, before),))
        self.journal.remember_hold(self.bench.hold(session.id))
        self.journal.remember_rating(self.bench.rating(session.id, after, records.RatingTime.AFTER_5))
        self.journal.remember_session_closed(
            session.id, end=records.SessionEnd.COMPLETED, ended=self.bench.now()
        )
        self.bench.when = self.today

    def presenter(self, kind: JournalKind = JournalKind.OWN) -> TrendPresenter:
        return TrendPresenter(self.journal, self.regions, self.bench.now, kind)


@pytest.fixture
def diary(tmp_path: Path, regions: RegionMap) -> Diary:
    return Diary(tmp_path, regions)


def chosen_range(view: TrendView) -> TrendRange:
    return next(each.key for each in view.ranges if each.choice is Choice.CHOSEN)


def test_an_empty_journal_asks_for_a_first_entry(diary: Diary) -> None:
    presenter = diary.presenter()
    view = presenter.present()
    assert view.empty is not None
    assert view.chart.entries == ()
    assert presenter.check_in() == ToCheckIn()
    assert presenter.explore_sample() == ToSampleJournal()


def test_a_few_days_are_too_early_to_say_anything(diary: Diary) -> None:
    for days_ago in range(6):
        diary.log(days_ago, 5)
    view = diary.presenter().present()
    assert chosen_range(view) is TrendRange.MONTH
    assert view.finding == "Too early to say."
    assert view.finding_rest == "6 of 30 days logged."
    assert view.chart.band is None
    assert LegendMark.BAND not in {key.mark for key in view.legend}


@pytest.mark.slow
def test_enough_days_are_counted_and_no_line_is_drawn(diary: Diary) -> None:
    for days_ago in range(0, 80, 2):
        diary.log(days_ago, 3 + days_ago % 4)
    for days_ago in range(1, 60, 2):
        diary.log(days_ago, 4)
    view = diary.presenter().present()
    assert chosen_range(view) is TrendRange.TWELVE_WEEKS
    assert view.finding == "70 of 84 days logged."
    assert "trend" not in view.finding_rest.lower()


def test_entries_stand_at_their_own_time_and_value(diary: Diary) -> None:
    diary.log(3, 7, 2)
    view = diary.presenter().choose_range(TrendRange.WEEK)
    (first, high), (second, low) = view.chart.entries
    # 14:20 in UTC is 15:20 in Zurich; the entries are two hours and one hour before.
    assert first == pytest.approx(3 + (13 + 20 / 60) / 24)
    assert second - first == pytest.approx(1 / 24)
    assert (high, low) == (7.0, 2.0)


def test_a_week_shows_its_middle_from_four_days_on_and_is_never_joined(diary: Diary) -> None:
    # 22 November 2026 is a Sunday: days 0 to 6 are one calendar week, 7 to 13 the one before.
    for days_ago, value in ((0, 2), (2, 4), (4, 4), (6, 8), (7, 5), (9, 6), (11, 7)):
        diary.log(days_ago, value)
    view = diary.presenter().choose_range(TrendRange.MONTH)
    (stroke,) = view.chart.strokes
    assert stroke.value == 4.0
    assert 23 < stroke.left_days < stroke.right_days < 30
    (bracket,) = view.chart.brackets
    assert bracket.words == "3 days logged"
    assert bracket.kind is BracketKind.LOGGED
    assert bracket.right_days < stroke.left_days


def test_a_week_cut_by_the_edge_keeps_its_whole_middle(diary: Diary) -> None:
    # The week of 12 October begins before the thirty days do: two of its four days are in range.
    for days_ago, value in ((28, 9), (30, 1), (31, 1), (32, 1)):
        diary.log(days_ago, value)
    diary.log(0, 5)
    view = diary.presenter().choose_range(TrendRange.MONTH)
    (stroke,) = view.chart.strokes
    assert stroke.value == 1.0
    assert stroke.left_days >= 0


def test_sparse_weeks_in_a_row_share_a_bracket(diary: Diary) -> None:
    for days_ago in (1, 8, 15, 16):
        diary.log(days_ago, 5)
    view = diary.presenter().choose_range(TrendRange.MONTH)
    (bracket,) = view.chart.brackets
    assert bracket.words.startswith("3 weeks")


def test_marks_of_days_stand_above_each_other_not_through_each_other(diary: Diary) -> None:
    flare, ill = records.ContextTag.FLARE, records.ContextTag.ILL
    for days_ago in (5, 4, 3):
        diary.log(days_ago, 8, tags=(flare, ill))
    view = diary.presenter().choose_range(TrendRange.WEEK)
    marks = [bracket for bracket in view.chart.brackets if bracket.kind is BracketKind.CONTEXT]
    assert {mark.words for mark in marks} == {"flare", "ill"}
    assert len({mark.row for mark in marks}) == 2
    assert view.chart.bracket_rows == max(mark.row for mark in marks) + 1


def test_ratings_after_a_session_are_not_entries(diary: Diary) -> None:
    diary.press(1, before=6, after=1)
    view = diary.presenter().choose_area(None)
    assert [value for _day, value in view.chart.entries] == [6.0]
    assert len(view.chart.sessions) == 1


def test_the_band_needs_a_week_before_the_first_session(diary: Diary) -> None:
    for days_ago in range(10, 16):
        diary.log(days_ago, 6)
    diary.press(5, before=6, after=6)
    assert diary.presenter().present().chart.band is None
    diary.log(9, 6)
    view = diary.presenter().present()
    assert view.chart.band is not None
    assert (view.chart.band.low, view.chart.band.high) == (4.0, 8.0)
    assert view.chart.first_session is not None
    assert "Farrar 2001" in next(key.words for key in view.legend if key.mark is LegendMark.BAND)


def test_one_place_is_shown_at_a_time_and_the_most_logged_first(diary: Diary) -> None:
    for days_ago in range(5):
        diary.log(days_ago, 6)
    diary.log(1, 2, region=SHOULDER)
    presenter = diary.presenter()
    view = presenter.present()
    assert view.title == "Neck pain, 30 days"
    assert [area.label for area in view.areas] == ["Neck", "Shoulder", "All places"]
    view = presenter.choose_area(view.areas[1].key)
    assert [value for _day, value in view.chart.entries] == [2.0]
    view = presenter.choose_area(None)
    assert view.title == "Pain, 30 days"
    assert len(view.chart.entries) == 6


def test_no_pain_counts_for_every_place(diary: Diary) -> None:
    diary.log(1, 4)
    record = diary.bench.check_in(None)
    pain = records.PainReport(diary.bench.key(), NO_PAIN_ANYWHERE, PainSide.MIDLINE, 0)
    diary.journal.remember_check_in(replace(record, pains=(pain,)))
    assert [value for _day, value in diary.presenter().present().chart.entries] == [4.0, 0.0]


def test_the_range_moves_back_and_never_beyond_today_or_the_first_day(diary: Diary) -> None:
    diary.log(40, 5)
    presenter = diary.presenter()
    view = presenter.choose_range(TrendRange.WEEK)
    assert not view.later.ready
    assert view.finding == "Nothing logged in these days."
    assert presenter.earlier().later.ready
    view = presenter.page_later()
    assert not view.later.ready
    for _step in range(20):
        view = presenter.page_earlier()
    assert view.finding == "Too early to say."
    assert not presenter.to_today().later.ready


def test_the_table_says_all_that_the_chart_shows(diary: Diary) -> None:
    for days_ago, value in ((0, 2), (2, 4), (4, 4), (6, 8), (8, 5)):
        diary.log(days_ago, value, value, tags=(records.ContextTag.PERIOD,) if days_ago == 4 else ())
    diary.press(2, before=4, after=4)
    view = diary.presenter().choose_shape(Shape.TABLE)
    assert view.shape is Shape.TABLE
    days = [row[0] for row in view.table.rows]
    assert days[0] == "Sunday 22 Nov 2026"
    assert len(days) == 5
    values = sorted(int(number) for row in view.table.rows for number in row[2].split(", ") if number != "–")
    assert values == sorted(round(value) for _day, value in view.chart.entries)
    assert view.table.rows[0][3] == "4"
    assert "1 day logged" in view.table.rows[-1][3]
    assert any("period" in row[5] for row in view.table.rows)
    assert sum(int(row[4]) for row in view.table.rows if row[4] != "–") == 1


def test_what_a_picture_carries_can_be_traced(diary: Diary) -> None:
    diary.log(1, 5)
    picture = diary.presenter().present().picture
    text = " ".join(picture.lines)
    assert "1 entry" in text
    assert "these numbers can’t show why" in text
    assert "Not a medical device" in text
    assert "daily-median-1" in text
    assert "Made-up" not in text


def test_made_up_data_is_said_on_the_page_and_on_its_picture(diary: Diary) -> None:
    diary.log(1, 5)
    presenter = diary.presenter(JournalKind.SAMPLE)
    view = presenter.present()
    assert view.banner is not None
    assert any("Made-up" in line for line in view.picture.lines)
    assert presenter.remove_sample() == LeaveSampleJournal()


def test_a_knee_that_only_an_older_range_knows_stays_choosable(diary: Diary) -> None:
    diary.log(60, 5, region=KNEE)
    diary.log(1, 5)
    presenter = diary.presenter()
    presenter.choose_area(KNEE)
    view = presenter.choose_range(TrendRange.WEEK)
    assert any(area.key == KNEE and area.choice is Choice.CHOSEN for area in view.areas)
