from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
import stat
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings

from acupress_desktop.domain.ids import OccasionId, PointCode, QuestionId, RowId
from acupress_desktop.domain.journal_tables import TABLES
from acupress_desktop.domain.point_practice import Felt, ReviewRating, Sureness
from acupress_desktop.domain.ports import Archive, ArchiveRow, BackupKind, ImportCounts, StableAnswer
from acupress_desktop.domain.pressure import TrialKind
from acupress_desktop.domain.reminders import ReminderKind
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.domain.troubles import DiskFull, KnownTrouble, NotWritable
from acupress_desktop.exchange.csv_file import read_csv, write_csv
from acupress_desktop.exchange.json_file import read_json, write_json
from acupress_desktop.storage.journal import Journal
from acupress_desktop.words.storage import cannot_show_why_notice, not_medical_notice
from tests.exchange.archives import archives
from tests.storage.journals import SHOULDER, Bench

pytestmark = pytest.mark.slow

Write = Callable[[Path, RowId, Iterable[ArchiveRow]], int]
Read = Callable[[Path], Archive]
RELEASED = Path(__file__).parent / "released"
"""The frozen journals, each exported by the release that wrote it; never written again."""
FORMATS = pytest.mark.parametrize(
    ("write", "read", "ending"), [(write_json, read_json, "json"), (write_csv, read_csv, "zip")]
)


def plain(rows: Iterable[ArchiveRow]) -> list[tuple[object, ...]]:
    return [(row.table.name, *row.values) for row in rows]


def lively(bench: Bench) -> Journal:
    """A journal with something in most tables, deleted and edited entries among them."""
    journal = bench.open()
    for text in ("=1+1", "'quoted", "'=both", "-3", "@x", "\ttab", "a\r\nb\rc\n", '"', "", "頸 \u202e", ",;"):
        journal.remember_check_in(bench.check_in(4, note=text))
        bench.later(minutes=7)
    gone = bench.check_in(9)
    journal.remember_check_in(gone)
    journal.remember_check_in_deleted(gone.id)
    session = bench.session()
    journal.remember_session_opened(session, (bench.rating(session.id, 6),))
    journal.remember_hold(bench.hold(session.id, held_seconds=0.1 + 0.2))
    for point in ("LI4", "GB21"):
        journal.remember_favourite(bench.favourite(point))
    journal.remember_favourite_dropped(PointCode("LI4"))
    for name in ("=my spot", "\u202eturned", ""):
        journal.remember_own_point(bench.own_point(name, "a note\nin two lines"))
        journal.remember_point_check(bench.point_check("GB21", Sureness.ROUGHLY, *Felt))
        journal.remember_point_review(bench.point_review("GB21", ReviewRating.AGAIN))
    journal.remember_adverse_event(bench.adverse_event(session.id, SiteSide.RIGHT, SHOULDER))
    journal.remember_adverse_event(bench.adverse_event())
    for trial in (bench.pressure_trial(0, 0), bench.pressure_trial(5, None, TrialKind.CEILING)):
        journal.remember_pressure_trial(trial)
    for name in ("=a routine", "\u202eturned"):
        routine = bench.routine(name.strip("\u202e"), "iVBORw0KGgo=")
        journal.remember_routine(routine)
        journal.remember_routine(replace(routine, steps=routine.steps[1:]))
        journal.remember_goal(bench.goal(name))
    routine = bench.routine("pressed today")
    journal.remember_routine(routine)
    pressed = replace(bench.session(), occasion=OccasionId("desk"), routine=routine.id)
    journal.remember_session_opened(pressed)
    journal.remember_exercise(bench.exercise(pressed.id, done_seconds=0.1 + 0.2))
    journal.remember_own_breath(bench.own_breath("-slow"))
    journal.remember_practice_plan(bench.practice_plan(routine.id))
    for kind in ReminderKind:
        journal.remember_reminder(bench.reminder(kind))
    journal.remember_check_in(replace(bench.check_in(None), water_glasses=0, movement_minutes=1440))
    return journal


@FORMATS
def test_out_and_in_again_gives_the_same_rows_and_the_same_bytes(
    bench: Bench, tmp_path: Path, write: Write, read: Read, ending: str
) -> None:
    journal = lively(bench)
    path = tmp_path / f"out.{ending}"
    count = write(path, journal.recall_person(), journal.recall_archive())
    rows = plain(journal.recall_archive())
    journal.close()
    assert count == len(rows)
    archive = read(path)
    assert plain(archive.rows) == rows
    other = Bench(tmp_path / "other").open()
    assert other.remember_archive(archive) == ImportCounts(count, 0, 0)
    assert other.recall_person() == archive.person
    assert plain(other.recall_archive()) == rows
    again = tmp_path / f"again.{ending}"
    write(again, other.recall_person(), other.recall_archive())
    assert again.read_bytes() == path.read_bytes()
    assert other.remember_archive(archive) == ImportCounts(0, 0, count)
    other.close()


@FORMATS
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(archive=archives())
def test_any_journal_goes_out_and_in_unchanged(
    write: Write, read: Read, ending: str, archive: Archive
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"any.{ending}"
        write(path, archive.person, archive.rows)
        back = read(path)
        assert plain(back.rows) == plain(archive.rows)
        assert back.person == archive.person
        again = Path(folder) / f"again.{ending}"
        write(again, back.person, back.rows)
        assert again.read_bytes() == path.read_bytes()


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(archive=archives())
def test_any_journal_fits_into_the_database(archive: Archive) -> None:
    with tempfile.TemporaryDirectory() as folder:
        journal = Bench(Path(folder)).open()
        journal.remember_archive(archive)
        assert plain(journal.recall_archive()) == plain(archive.rows)
        journal.verify()
        assert journal.standing.value == "good"
        journal.close()


@FORMATS
def test_an_export_is_private_and_leaves_nothing_beside_it(
    bench: Bench, tmp_path: Path, write: Write, read: Read, ending: str
) -> None:
    journal = lively(bench)
    folder = tmp_path / "exports"
    folder.mkdir()
    path = folder / f"out.{ending}"
    write(path, journal.recall_person(), journal.recall_archive())
    journal.close()
    assert list(folder.iterdir()) == [path]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("version", [1, 2, 3])
@pytest.mark.parametrize(("read", "ending"), [(read_json, "json"), (read_csv, "zip")])
def test_a_file_of_an_earlier_version_still_comes_in(
    bench: Bench, version: int, read: Read, ending: str
) -> None:
    archive = read(RELEASED / f"version_{version}.{ending}")
    frozen = RELEASED.parents[1] / "databases" / f"schema_{version:04d}.sqlite3"
    with closing(sqlite3.connect(frozen)) as before:
        held = {
            table.name: before.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0]  # noqa: S608
            for table in TABLES
            if table.since <= version
        }
    journal = bench.open()
    count = sum(held.values())
    assert journal.remember_archive(archive) == ImportCounts(count, 0, 0)
    rows = plain(journal.recall_archive())
    assert rows == plain(archive.rows)
    assert Counter(row[0] for row in rows) == {name: rows for name, rows in held.items() if rows}
    assert len(journal.recall_favourites()) == (0 if version < 2 else 1)
    for table in ("check_in", "session", *(("adverse_event",) if version < 3 else ())):
        found = [row for row in rows if row[0] == table]
        assert found
        assert all(row[-2:] == (None, None) for row in found)
    assert len(journal.recall_pressure_trials()) == (0 if version < 3 else 3)
    assert journal.recall_routines() == ()
    journal.close()


@pytest.mark.parametrize("version", [1, 2, 3])
def test_an_export_of_before_and_the_journal_it_came_from_have_nothing_to_settle(
    bench: Bench, version: int
) -> None:
    bench.folder.mkdir()
    shutil.copyfile(
        RELEASED.parents[1] / "databases" / f"schema_{version:04d}.sqlite3", bench.folder / "journal.sqlite3"
    )
    journal = bench.open()
    archive = read_json(RELEASED / f"version_{version}.json")
    assert journal.remember_archive(archive) == ImportCounts(0, 0, len(archive.rows))
    journal.close()


def test_every_export_carries_the_required_lines(bench: Bench, tmp_path: Path) -> None:
    journal = lively(bench)
    write_json(tmp_path / "out.json", journal.recall_person(), journal.recall_archive())
    write_csv(tmp_path / "out.zip", journal.recall_person(), journal.recall_archive())
    journal.close()
    notice = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["notice"]
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        readme = archive.read("README.txt").decode()
    for line in (not_medical_notice(), cannot_show_why_notice()):
        assert line in notice
        assert line in readme


def test_no_text_cell_of_the_csv_starts_a_formula(bench: Bench, tmp_path: Path) -> None:
    journal = lively(bench)
    write_csv(tmp_path / "out.zip", journal.recall_person(), journal.recall_archive())
    journal.close()
    notes: list[str] = []
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        for table in TABLES:
            text = archive.read(f"{table.name}.csv").decode()
            for row in csv.DictReader(io.StringIO(text, newline="")):
                notes.extend(row[name] for name in ("note", "name") if name in row)
    dangerous = [note for note in notes if note and note[0] in "=+-@\t\r"]
    assert notes
    assert dangerous == []


@FORMATS
def test_a_failing_export_leaves_what_stood_there(
    bench: Bench, tmp_path: Path, write: Write, read: Read, ending: str
) -> None:
    journal = lively(bench)
    folder = tmp_path / "exports"
    folder.mkdir()
    path = folder / f"out.{ending}"
    path.write_bytes(b"before")

    def breaking() -> Iterable[ArchiveRow]:
        yield next(iter(journal.recall_archive()))
        raise OSError(28, "No space left on device")

    with pytest.raises(KnownTrouble) as known:
        write(path, journal.recall_person(), breaking())
    journal.close()
    assert known.value.trouble == DiskFull(folder)
    assert [each.name for each in folder.iterdir()] == [path.name]
    assert path.read_bytes() == b"before"
    with pytest.raises(KnownTrouble) as refused:
        write(folder / "missing" / "out", journal.recall_person(), ())
    assert isinstance(refused.value.trouble, NotWritable)


def test_a_newer_revision_replaces_and_an_older_one_does_not(bench: Bench, tmp_path: Path) -> None:
    journal = bench.open()
    entry = bench.check_in(5)
    journal.remember_check_in(entry)
    old = tmp_path / "old.json"
    write_json(old, journal.recall_person(), journal.recall_archive())
    bench.later(hours=1)
    journal.remember_check_in_edit(replace(entry, note="later"), seen_revision=1)
    new = tmp_path / "new.json"
    write_json(new, journal.recall_person(), journal.recall_archive())
    assert journal.remember_archive(read_json(old)) == ImportCounts(0, 0, 2)
    kept = journal.recall_check_in(entry.id)
    assert kept is not None
    assert kept.record.note == "later"
    journal.close()
    other_bench = Bench(tmp_path / "other")
    other = other_bench.open()
    other.remember_archive(read_json(old))
    assert other.remember_archive(read_json(new)) == ImportCounts(0, 1, 1)
    back = other.recall_check_in(entry.id)
    assert back is not None
    assert (back.record.note, back.revision) == ("later", 2)
    assert [backup.kind for backup in other.recall_backups() if backup.kind is BackupKind.IMPORT]
    other.close()


def test_two_journals_that_answered_one_question_merge_to_the_later_answer(
    bench: Bench, tmp_path: Path
) -> None:
    thinner = QuestionId("blood_thinner")
    journal = bench.open()
    journal.remember_answers((StableAnswer(thinner, '"no"', bench.now()),))
    path = tmp_path / "first.json"
    write_json(path, journal.recall_person(), journal.recall_archive())
    journal.close()
    later = Bench(tmp_path / "later")
    later.later(days=3)
    other = later.open()
    answer = StableAnswer(thinner, '"yes"', later.now())
    other.remember_answers((answer,))
    other.remember_archive(read_json(path))
    assert other.recall_answers() == (answer,)
    assert other.remember_archive(read_json(path)).unchanged == 1
    back = tmp_path / "back.json"
    write_json(back, other.recall_person(), other.recall_archive())
    other.close()
    journal = bench.open()
    journal.remember_archive(read_json(back))
    assert journal.recall_answers() == (answer,)
    journal.close()


def test_two_journals_that_marked_one_point_merge_to_one_favourite(bench: Bench, tmp_path: Path) -> None:
    journal = bench.open()
    journal.remember_favourite(bench.favourite("PC6"))
    first = tmp_path / "first.json"
    write_json(first, journal.recall_person(), journal.recall_archive())
    journal.close()
    later = Bench(tmp_path / "later")
    later.later(days=3)
    other = later.open()
    favourite = later.favourite("PC6")
    other.remember_favourite(favourite)
    other.remember_archive(read_json(first))
    assert other.recall_favourites() == (favourite,)
    back = tmp_path / "back.json"
    write_json(back, other.recall_person(), other.recall_archive())
    rows = plain(other.recall_archive())
    other.close()
    journal = bench.open()
    journal.remember_archive(read_json(back))
    assert journal.recall_favourites() == (favourite,)
    assert plain(journal.recall_archive()) == rows
    journal.remember_favourite_dropped(PointCode("PC6"))
    assert journal.recall_favourites() == ()
    journal.close()


def test_an_export_that_is_given_up_half_way_keeps_nobody_from_writing(bench: Bench) -> None:
    journal = lively(bench)
    rows = journal.recall_archive()
    first = next(rows)
    entry = bench.check_in(1)
    journal.remember_check_in(entry)
    rest = list(rows)
    assert entry.id not in {row.values[0] for row in (first, *rest)}
    given_up = journal.recall_archive()
    next(given_up)
    journal.close()
    del given_up


@pytest.mark.parametrize("first_is_later", [True, False])
def test_two_journals_that_keep_swapping_files_agree_in_the_end(tmp_path: Path, first_is_later: bool) -> None:
    thinner = QuestionId("blood_thinner")
    homes = {name: Bench(tmp_path / name, chance=Random(name)) for name in ("first", "second")}  # noqa: S311
    late = "first" if first_is_later else "second"
    homes[late].later(days=2)
    journals = {name: home.open() for name, home in homes.items()}
    for name, home in homes.items():
        journals[name].remember_answers((StableAnswer(thinner, f'"{name}"', home.now()),))
        home.later(minutes=1)
        # Answered again: the newer revision travels, whichever key is older.
        journals[name].remember_answers((StableAnswer(thinner, f'"{name} again"', home.now()),))
    for source, target in (("first", "second"), ("second", "first"), ("first", "second")):
        homes[target].later(hours=80)
        path = tmp_path / f"{source}.json"
        write_json(path, journals[source].recall_person(), journals[source].recall_archive())
        journals[target].remember_archive(read_json(path))
    answers = {name: journal.recall_answers() for name, journal in journals.items()}
    rows = [plain(journal.recall_archive()) for journal in journals.values()]
    for journal in journals.values():
        journal.close()
    assert answers["first"] == answers["second"]
    assert [answer.answer_json for answer in answers["first"]] == [f'"{late} again"']
    assert rows[0] == rows[1]
