from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.evidence_files import read_evidence
from acupress_desktop.content.protocol_files import read_protocols
from acupress_desktop.content.region_files import read_regions
from acupress_desktop.domain import journal as records
from acupress_desktop.domain.exercises import ExerciseKind, ExerciseRecord
from acupress_desktop.domain.ids import PointCode, RegionId, RowId
from acupress_desktop.domain.ports import ImportCounts
from acupress_desktop.domain.sides import PainSide
from acupress_desktop.domain.trends.material import NO_PAIN_ANYWHERE
from acupress_desktop.domain.troubles import BadFile, BadValue, DiskFull, KnownTrouble, Reason
from acupress_desktop.presenters.destinations import LeaveSampleJournal, ToCheckIn, ToSampleJournal
from acupress_desktop.presenters.exporting import ExportKind
from acupress_desktop.presenters.history import HistoryPresenter
from acupress_desktop.presenters.history_detail import HistoryNames
from acupress_desktop.presenters.history_view import (
    CheckInDetailView,
    HappeningKind,
    HappeningView,
    HistoryView,
    SessionDetailView,
)
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.sample import JournalKind
from acupress_desktop.storage.journal import Journal
from tests.storage.journals import Bench

NECK = RegionId("area-neck")


class Files:
    """Where exports go, and a disk that may be full or a file that may be bad."""

    def __init__(self) -> None:
        self.written: list[tuple[Path, ExportKind]] = []
        self.trouble: KnownTrouble | None = None

    def export_journal(self, path: Path, kind: ExportKind) -> int:
        if self.trouble is not None:
            raise self.trouble
        self.written.append((path, kind))
        return 7

    def import_journal(self, path: Path) -> ImportCounts:
        if self.trouble is not None:
            raise self.trouble
        return ImportCounts(3, 1, 2)


@pytest.fixture(scope="module")
def names() -> HistoryNames:
    root = asset_root()
    atlas = read_atlas(root)
    protocols = read_protocols(root, atlas, read_evidence(root).sources)
    reasons = {"L08": "the skin is sore there"}
    return HistoryNames(
        atlas,
        read_regions(root, atlas),
        {each.id: each for each in protocols},
        lambda rule: reasons.get(rule, ""),
    )


class Life:
    """A journal and what happened to its person."""

    def __init__(self, folder: Path, names: HistoryNames) -> None:
        self.bench = Bench(folder)
        self.journal: Journal = self.bench.open()
        self.today = self.bench.when
        self.names = names
        self.files = Files()

    def log(self, days_ago: int, pain: int | None = 5, note: str = "") -> RowId:
        self.bench.when = self.today - timedelta(days=days_ago)
        record = self.bench.check_in(pain, NECK, note)
        self.journal.remember_check_in(record)
        self.bench.when = self.today
        return record.id

    def press(self, days_ago: int = 0) -> RowId:
        self.bench.when = self.today - timedelta(days=days_ago, hours=1)
        session = self.bench.session()
        self.journal.remember_session_opened(session, (self.bench.rating(session.id, 6),))
        first = replace(self.bench.hold(session.id), hold_seconds=30, held_seconds=30.0)
        self.journal.remember_hold(first)
        second = replace(
            self.bench.hold(session.id, 2, 21.4), changed_by=("first_week", "L08"), point=PointCode("LI4")
        )
        self.journal.remember_hold(second)
        self.journal.remember_comfort(first.id, records.Comfort.TOO_MUCH)
        self.journal.remember_rating(self.bench.rating(session.id, 2, records.RatingTime.AFTER_5))
        self.journal.remember_pause(
            records.PauseRecord(self.bench.key(), session.id, self.bench.now(), 40.0, 12.0, "person")
        )
        self.journal.remember_adverse_event(
            records.AdverseEventRecord(
                self.bench.key(),
                session.id,
                self.bench.now(),
                records.AdverseKind.TINGLING,
                PointCode("GB21"),
                "went away",
            )
        )
        self.journal.remember_session_closed(
            session.id, end=records.SessionEnd.STOPPED, ended=self.bench.now()
        )
        self.bench.when = self.today
        return session.id

    def presenter(self, kind: JournalKind = JournalKind.OWN) -> HistoryPresenter:
        return HistoryPresenter(self.journal, self.names, self.files, self.bench.now, kind)


@pytest.fixture
def life(tmp_path: Path, names: HistoryNames) -> Life:
    return Life(tmp_path, names)


def rows(view: HistoryView) -> list[HappeningView]:
    return [row for day in view.days for row in day.rows]


def test_an_empty_journal_says_so_and_offers_a_look_around(life: Life) -> None:
    presenter = life.presenter()
    view = presenter.present()
    assert view.empty is not None
    assert view.days == ()
    assert view.all_shown == ""
    assert presenter.explore_sample() == ToSampleJournal()


def test_days_run_backwards_and_the_newest_row_of_a_day_is_first(life: Life) -> None:
    life.log(1, 3)
    life.log(0, 4)
    life.press(0)
    life.log(9, 5)
    view = life.presenter().present()
    assert [day.heading for day in view.days] == ["Today", "Yesterday", "Friday 13 November"]
    assert [row.kind for row in view.days[0].rows] == [HappeningKind.CHECK_IN, HappeningKind.SESSION]
    assert view.days[0].rows[0].time == "15:20"


def test_a_row_says_what_was_felt_and_what_was_pressed(life: Life) -> None:
    life.log(0, 4, note="slept badly\nand more")
    life.press(0)
    entry, session = rows(life.presenter().present())
    assert entry.title.endswith("neck 4")
    assert entry.detail == "slept badly"
    assert session.title == "Neck and shoulders"
    assert session.detail == "1 of 2 holds, 51 s pressed"


def test_no_pain_is_a_sentence(life: Life) -> None:
    record = life.bench.check_in(None)
    pain = records.PainReport(life.bench.key(), NO_PAIN_ANYWHERE, PainSide.MIDLINE, 0)
    life.journal.remember_check_in(replace(record, pains=(pain,)))
    (row,) = rows(life.presenter().present())
    assert row.title == "No pain anywhere"


def test_all_of_a_session_stands_side_by_side_without_a_verdict(life: Life) -> None:
    session = life.press()
    presenter = life.presenter()
    view = presenter.open(session, HappeningKind.SESSION)
    detail = view.detail
    assert isinstance(detail, SessionDetailView)
    assert rows(view)[0].choice is Choice.CHOSEN
    (pair,) = detail.ratings
    assert [(rating.label, rating.figure) for rating in pair.ratings] == [
        ("before", "6"),
        ("5 minutes after", "2"),
    ]
    assert "can’t show why" in detail.caveat
    first, second = detail.holds.rows
    assert first[:4] == ("GB21 Shoulder Well", "left", "60 s", "30 s")
    assert first[4:] == ("30 s", "5 of 10", "too much", "first week: half as long")
    assert second[4] == "21.4 s"
    assert second[7] == "first week: half as long; the skin is sore there (L08)"
    assert "Stopped before the end" in detail.summary
    assert "1 pause, 12 s in all." in detail.summary
    told = {paragraph.heading: paragraph.lines for paragraph in detail.paragraphs}
    assert told["Anything unpleasant"] == ("Tingling, at GB21 Shoulder Well. went away",)
    everything = " ".join(
        (detail.summary, detail.caveat, *(word for row in detail.holds.rows for word in row))
    )
    for forbidden in ("%", "less", "better", "worse", "↓", "→", "improved"):
        assert forbidden not in everything


def test_an_entry_is_opened_changed_deleted_and_brought_back(life: Life) -> None:
    entry = life.log(0, 4, note="<img src=file:///x>")
    presenter = life.presenter()
    view = presenter.open(entry, HappeningKind.CHECK_IN)
    assert isinstance(view.detail, CheckInDetailView)
    assert view.detail.paragraphs[-1].lines == ("<img src=file:///x>",)
    assert presenter.edit(entry) == ToCheckIn(entry)
    view = presenter.delete(entry, HappeningKind.CHECK_IN)
    assert rows(view) == []
    assert view.detail is None
    assert view.said is not None
    assert view.said.undo
    assert presenter.present().said is None
    view = presenter.undo()
    assert [row.id for row in rows(view)] == [entry]
    assert view.said is not None
    assert not view.said.undo
    assert rows(presenter.undo()) == rows(view)


def test_water_and_movement_are_told_where_they_were_noted(life: Life) -> None:
    entry = life.log(0, 4)
    kept = life.journal.recall_check_in(entry)
    assert kept is not None
    record = replace(kept.record, water_glasses=1, movement_minutes=0)
    life.journal.remember_check_in_edit(record, seen_revision=kept.revision)
    detail = life.presenter().open(entry, HappeningKind.CHECK_IN).detail
    assert isinstance(detail, CheckInDetailView)
    told = [line for paragraph in detail.paragraphs for line in paragraph.lines]
    assert told[-2:] == ["1 glass of water", "0 minutes moved"]


def test_exercises_are_told_with_what_was_done_of_them(life: Life) -> None:
    session = life.press()
    for order, (title, repeats, seconds, completed) in enumerate(
        (("Shoulder circles", 10, 60.0, True), ("Walk", None, 41.6, False)), 1
    ):
        life.journal.remember_exercise(
            ExerciseRecord(
                id=life.bench.key(),
                session=session,
                moment=life.bench.now(),
                order=order,
                kind=ExerciseKind.STRETCH,
                title=title,
                planned_seconds=60,
                repeats=repeats,
                done_seconds=seconds,
                completed=completed,
            )
        )
    detail = life.presenter().open(session, HappeningKind.SESSION).detail
    assert isinstance(detail, SessionDetailView)
    told = [paragraph for paragraph in detail.paragraphs if paragraph.heading.startswith("Exercises")]
    assert [paragraph.lines for paragraph in told] == [
        ("Shoulder circles, 10 times, 60 seconds in all", "Walk, 42 seconds, not to the end")
    ]


def test_a_session_is_deleted_with_all_of_it_and_brought_back_whole(life: Life) -> None:
    session = life.press()
    presenter = life.presenter()
    before = presenter.open(session, HappeningKind.SESSION).detail
    assert rows(presenter.delete(session, HappeningKind.SESSION)) == []
    assert presenter.undo().detail == before


def test_what_is_gone_already_is_said_calmly(life: Life) -> None:
    entry = life.log(0)
    presenter = life.presenter()
    life.journal.remember_check_in_deleted(entry)
    view = presenter.delete(entry, HappeningKind.CHECK_IN)
    assert "no longer in the journal" in view.trouble
    assert view.said is None


def test_earlier_days_come_on_demand_and_empty_months_are_passed_over(life: Life) -> None:
    life.log(0)
    life.log(200)
    presenter = life.presenter()
    view = presenter.present()
    assert len(rows(view)) == 1
    assert view.earlier is not None
    view = presenter.earlier()
    assert len(rows(view)) == 2
    assert view.earlier is None
    assert view.all_shown


def test_a_person_who_comes_back_after_a_year_finds_the_last_entries(life: Life) -> None:
    life.log(400)
    life.log(410)
    view = life.presenter().present()
    assert len(rows(view)) == 2
    assert view.days[0].heading == "18 Oct 2025"


@pytest.mark.parametrize(("name", "kind"), [("a.json", ExportKind.JSON), ("a.zip", ExportKind.CSV)])
def test_everything_is_exported_in_the_format_of_its_ending(life: Life, name: str, kind: ExportKind) -> None:
    life.log(0)
    presenter = life.presenter()
    assert "2026-11-22" in presenter.export_question().name
    view = presenter.export(Path("/somewhere") / name)
    assert life.files.written == [(Path("/somewhere") / name, kind)]
    assert view.said is not None
    assert "7 rows" in view.said.words


def test_a_full_disk_stops_an_export_in_words(life: Life) -> None:
    life.files.trouble = KnownTrouble(DiskFull(Path("/full")))
    view = life.presenter().export(Path("/full/a.json"))
    assert "/full" in view.trouble
    assert view.said is None


def test_an_import_counts_and_a_bad_file_names_line_and_field(life: Life) -> None:
    presenter = life.presenter()
    said = presenter.import_file(Path("a.json")).said
    assert said is not None
    assert said.words == "Imported: 3 added, 1 updated, 2 were here already."
    bad = BadFile("a.json", 14, "pain_report", BadValue("intensity", Reason.OUT_OF_RANGE, "0 … 10"))
    life.files.trouble = KnownTrouble(bad)
    trouble = presenter.import_file(Path("a.json")).trouble
    assert "line 14" in trouble
    assert "intensity" in trouble
    assert "Nothing was imported" in trouble


def test_made_up_data_is_said(life: Life) -> None:
    presenter = life.presenter(JournalKind.SAMPLE)
    assert presenter.present().banner is not None
    assert presenter.remove_sample() == LeaveSampleJournal()
    assert presenter.check_in() == ToCheckIn()
