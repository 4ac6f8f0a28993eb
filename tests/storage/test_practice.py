"""What a person keeps about points: marked, marked twice, taken back, corrected."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.point_practice import Felt, MeshPlace, ReviewRating, Sureness
from acupress_desktop.domain.ports import (
    BackupPort,
    BreathPort,
    JournalPort,
    JournalStanding,
    PointPracticePort,
    PracticePort,
    PressurePort,
    ReminderPort,
    RoutinePort,
    Subject,
)
from acupress_desktop.domain.troubles import BadValue, KnownTrouble, NoSuchRow, Reason
from acupress_desktop.storage.journal import Journal
from acupress_desktop.storage.rows import row_digest
from tests.storage.journals import Bench


def test_the_journal_fills_every_port(journal: Journal) -> None:
    filled: tuple[JournalPort, PointPracticePort, PressurePort, BackupPort]
    filled = (journal, journal, journal, journal)
    lasting: tuple[RoutinePort, BreathPort, PracticePort, ReminderPort]
    lasting = (journal, journal, journal, journal)
    assert len((*filled, *lasting)) == 8


def test_favourites_come_back_in_the_order_in_which_they_were_marked(bench: Bench, journal: Journal) -> None:
    marked = []
    for point in ("LI4", "PC6", "GB21"):
        marked.append(bench.favourite(point))
        change = journal.remember_favourite(marked[-1])
        assert change.subjects == (Subject.FAVOURITES,)
        assert change.rows == (marked[-1].id,)
        bench.later(minutes=1)
    assert journal.recall_favourites() == tuple(marked)


def test_a_point_is_a_favourite_once(bench: Bench, journal: Journal) -> None:
    first = bench.favourite("PC6")
    journal.remember_favourite(first)
    bench.later(days=1)
    assert journal.remember_favourite(bench.favourite("PC6")).rows == (first.id,)
    assert journal.recall_favourites() == (first,)


def test_a_mark_that_was_taken_off_can_be_put_on_again_and_says_when(bench: Bench, journal: Journal) -> None:
    journal.remember_favourite(bench.favourite("PC6"))
    assert len(journal.remember_favourite_dropped(PointCode("PC6")).rows) == 1
    assert journal.recall_favourites() == ()
    assert journal.remember_favourite_dropped(PointCode("PC6")).rows == ()
    bench.later(days=1)
    again = bench.favourite("PC6")
    journal.remember_favourite(again)
    (found,) = journal.recall_favourites()
    assert (found.point, found.moment) == (again.point, again.moment)
    rows = [row for row in journal.recall_archive() if row.table.name == "favourite_point"]
    assert len(rows) == 1


def test_the_database_itself_refuses_two_living_marks_of_one_point(bench: Bench, journal: Journal) -> None:
    journal.remember_favourite(bench.favourite("PC6"))
    journal.close()
    with sqlite3.connect(bench.folder / "journal.sqlite3") as raw:
        raw.row_factory = sqlite3.Row
        row = dict(raw.execute("SELECT * FROM favourite_point").fetchone())
        row["id"] = bench.key()
        row["digest"] = row_digest("favourite_point", [row[name] for name in sorted(row) if name != "digest"])
        with pytest.raises(sqlite3.IntegrityError):
            raw.execute(
                f"INSERT INTO favourite_point ({', '.join(row)}) "  # noqa: S608 - names of the table itself
                f"VALUES ({', '.join('?' * len(row))})",
                tuple(row.values()),
            )
    raw.close()


def test_an_own_spot_is_kept_changed_deleted_and_brought_back(bench: Bench, journal: Journal) -> None:
    spot = bench.own_point("under the strap", "hurts after the commute")
    journal.remember_own_point(spot)
    other = bench.own_point("left of the spine")
    journal.remember_own_point(other)
    assert {each.id: each for each in journal.recall_own_points()} == {spot.id: spot, other.id: other}
    moved = replace(spot, place=MeshPlace(77, (1.0, 0.0, 0.0)), note="")
    journal.remember_own_point(moved)
    assert moved in journal.recall_own_points()
    journal.remember_own_point_deleted(spot.id)
    assert journal.recall_own_points() == (other,)
    with pytest.raises(KnownTrouble) as known:
        journal.remember_own_point_deleted(spot.id)
    assert known.value.trouble == NoSuchRow("own_point")
    journal.remember_own_point_restored(spot.id)
    assert moved in journal.recall_own_points()


@pytest.mark.parametrize(
    "weights", [(0.5, 0.5, 0.5), (1.5, -0.5, 0.0), (float("nan"), 0.5, 0.5), (0.0, 0.0, 0.0)]
)
def test_weights_that_name_no_place_are_no_place(weights: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="weights"):
        MeshPlace(1, weights)


def test_a_face_below_zero_is_no_place() -> None:
    with pytest.raises(ValueError, match="face"):
        MeshPlace(-1, (1.0, 0.0, 0.0))


@pytest.mark.parametrize(("name", "reason"), [("x" * 81, Reason.TOO_LONG), ("a\0b", Reason.BAD_CHARACTERS)])
def test_a_name_that_cannot_be_kept_is_refused_and_nothing_is_written(
    bench: Bench, journal: Journal, name: str, reason: Reason
) -> None:
    with pytest.raises(KnownTrouble) as known:
        journal.remember_own_point(bench.own_point(name))
    assert isinstance(known.value.trouble, BadValue)
    assert (known.value.trouble.field, known.value.trouble.reason) == ("name", reason)
    assert journal.recall_own_points() == ()


def test_what_was_felt_comes_back_as_it_was_told_and_can_be_corrected(bench: Bench, journal: Journal) -> None:
    check = bench.point_check("LI4", Sureness.ROUGHLY)
    journal.remember_point_check(check)
    told = replace(check, sureness=Sureness.SURE, felt=(Felt.DULL_ACHE, Felt.SPREADING))
    journal.remember_point_check(told)
    bench.later(minutes=2)
    second = bench.point_check("PC6", Sureness.NOT_FOUND, Felt.NOTHING)
    journal.remember_point_check(second)
    assert journal.recall_point_checks() == (told, second)
    journal.remember_point_check_deleted(second.id)
    assert journal.recall_point_checks() == (told,)


def test_each_answer_of_the_quiz_is_on_disk_before_the_next(bench: Bench, journal: Journal) -> None:
    answers = []
    for rating in ReviewRating:
        answers.append(bench.point_review("GB21", rating))
        journal.remember_point_review(answers[-1])
        with sqlite3.connect(f"file:{bench.folder / 'journal.sqlite3'}?mode=ro", uri=True) as other:
            seen = other.execute("SELECT count(*) FROM point_review").fetchone()
        other.close()
        assert seen == (len(answers),)
        bench.later(seconds=20)
    assert journal.recall_point_reviews() == tuple(answers)
    journal.close()
    again = bench.open()
    assert again.recall_point_reviews() == tuple(answers)
    again.verify()
    assert again.standing is JournalStanding.GOOD
    again.close()
