from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from acupress_desktop.domain import journal as records
from acupress_desktop.domain.ids import PointCode, ProtocolId, QuestionId, RowId, RuleId
from acupress_desktop.domain.ports import (
    DayRange,
    HoldCheckpoint,
    JournalStanding,
    PointPressure,
    ProtocolStart,
    StableAnswer,
    Subject,
)
from acupress_desktop.domain.troubles import BadValue, KnownTrouble, NoSuchRow, Reason, StaleEdit, Trouble
from acupress_desktop.storage.journal import Journal
from tests.storage.journals import NECK, SHOULDER, Bench

TODAY = DayRange(date(2026, 11, 22), date(2026, 11, 22))


def refused(known: pytest.ExceptionInfo[KnownTrouble]) -> Trouble:
    return known.value.trouble


def test_an_entry_comes_back_as_it_was_after_reopening(bench: Bench) -> None:
    entry = replace(
        bench.check_in(6, note="=SUM(A1) <img src=x> ' \u202e naïve 頸\n"),
        sleep=7,
        mood=0,
        tags=(records.ContextTag.FLARE, records.ContextTag.EXERCISE),
    )
    journal = bench.open()
    change = journal.remember_check_in(entry)
    journal.close()
    again = bench.open()
    kept = again.recall_check_in(entry.id)
    again.close()
    assert kept is not None
    assert kept.record == entry
    assert change.subjects == (Subject.CHECK_INS,)
    assert change.days == (date(2026, 11, 22),)


def test_not_answered_and_none_stay_apart(bench: Bench, journal: Journal) -> None:
    journal.remember_check_in(replace(bench.check_in(0), stress=0))
    (kept,) = journal.recall_check_ins(TODAY)
    assert (kept.record.stress, kept.record.mood) == (0, None)
    assert kept.record.pains[0].intensity == 0


def test_entries_are_listed_newest_first_and_a_past_one_by_its_own_day(
    bench: Bench, journal: Journal
) -> None:
    first = bench.check_in(5)
    bench.later(hours=1)
    second = bench.check_in(4)
    yesterday = replace(bench.check_in(3), moment=replace(bench.now(), local_date=date(2026, 11, 21)))
    for entry in (first, second, yesterday):
        journal.remember_check_in(entry)
    assert [kept.record.id for kept in journal.recall_check_ins(TODAY)] == [second.id, first.id]
    wider = DayRange(date(2026, 11, 21), date(2026, 11, 21))
    assert [kept.record.id for kept in journal.recall_check_ins(wider)] == [yesterday.id]


def test_an_edit_replaces_the_reports_and_counts_revisions(bench: Bench, journal: Journal) -> None:
    entry = bench.check_in(5)
    journal.remember_check_in(entry)
    moved = records.PainReport(bench.key(), SHOULDER, entry.pains[0].side, 7)
    edited = replace(entry, pains=(moved,), note="after lunch")
    bench.later(minutes=3)
    journal.remember_check_in_edit(edited, seen_revision=1)
    kept = journal.recall_check_in(entry.id)
    assert kept is not None
    assert (kept.record, kept.revision) == (edited, 2)
    assert kept.changed.utc > kept.created.utc


def test_a_change_of_a_report_alone_makes_a_new_revision_too(bench: Bench, journal: Journal) -> None:
    entry = bench.check_in(5)
    journal.remember_check_in(entry)
    stronger = replace(entry, pains=(replace(entry.pains[0], intensity=8),))
    journal.remember_check_in_edit(stronger, seen_revision=1)
    kept = journal.recall_check_in(entry.id)
    assert kept is not None
    assert (kept.record.pains[0].intensity, kept.revision) == (8, 2)
    with pytest.raises(KnownTrouble) as known:
        journal.remember_check_in_edit(entry, seen_revision=1)
    assert refused(known) == StaleEdit("check_in")
    assert journal.recall_check_in(entry.id) == kept


def test_deleting_can_be_undone(bench: Bench, journal: Journal) -> None:
    entry = bench.check_in(5)
    journal.remember_check_in(entry)
    journal.remember_check_in_deleted(entry.id)
    assert journal.recall_check_ins(TODAY) == ()
    assert journal.recall_check_in(entry.id) is None
    with pytest.raises(KnownTrouble) as known:
        journal.remember_check_in_deleted(entry.id)
    assert refused(known) == NoSuchRow("check_in")
    journal.remember_check_in_restored(entry.id)
    assert [kept.record for kept in journal.recall_check_ins(TODAY)] == [entry]


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"mood": 11}, "mood", Reason.OUT_OF_RANGE),
        ({"mood": -1}, "mood", Reason.OUT_OF_RANGE),
        ({"mood": 3.5}, "mood", Reason.WRONG_TYPE),
        ({"mood": True}, "mood", Reason.WRONG_TYPE),
        ({"mood": float("nan")}, "mood", Reason.NOT_A_NUMBER),
        ({"mood": "7"}, "mood", Reason.WRONG_TYPE),
        ({"note": "x" * 4001}, "note", Reason.TOO_LONG),
        ({"note": "a\0b"}, "note", Reason.BAD_CHARACTERS),
        ({"note": "\ud800"}, "note", Reason.BAD_CHARACTERS),
        ({"id": RowId("1; DROP TABLE check_in")}, "id", Reason.NOT_AN_ID),
    ],
)
def test_impossible_values_are_refused_and_nothing_is_kept(
    bench: Bench, journal: Journal, changes: dict[str, Any], field: str, reason: Reason
) -> None:
    with pytest.raises(KnownTrouble) as known:
        journal.remember_check_in(replace(bench.check_in(5), **changes))
    trouble = refused(known)
    assert isinstance(trouble, BadValue)
    assert (trouble.field, trouble.reason) == (field, reason)
    assert journal.recall_counts().check_ins == 0


def test_a_bad_report_takes_its_entry_with_it(bench: Bench, journal: Journal) -> None:
    entry = bench.check_in(5)
    with pytest.raises(KnownTrouble):
        journal.remember_check_in(replace(entry, pains=(replace(entry.pains[0], intensity=99),)))
    assert journal.recall_newest_check_ins(5) == ()


def test_a_session_tells_its_story(bench: Bench, journal: Journal) -> None:
    session = bench.session()
    before = bench.rating(session.id, 6)
    journal.remember_session_opened(session, (before,))
    bench.later(minutes=1)
    first = bench.hold(session.id, 1)
    journal.remember_hold(first)
    pause = records.PauseRecord(bench.key(), session.id, bench.now(), 60.0, 5.0, "gap")
    journal.remember_pause(pause)
    bench.later(minutes=1)
    second = bench.hold(session.id, 2, held_seconds=59.98)
    journal.remember_hold(second)
    journal.remember_comfort(first.id, records.Comfort.TOO_MUCH)
    event = records.AdverseEventRecord(
        bench.key(), session.id, bench.now(), records.AdverseKind.DIZZY, PointCode("GB21")
    )
    journal.remember_adverse_event(event)
    ended = bench.now()
    journal.remember_session_closed(session.id, end=records.SessionEnd.COMPLETED, ended=ended)
    journal.remember_session_note(session.id, "warm hands")
    bench.later(minutes=5)
    after = bench.rating(session.id, 5, records.RatingTime.AFTER_5)
    journal.remember_rating(after)
    journal.remember_rating(replace(after, value=4))
    story = journal.recall_story(session.id)
    assert story == records.SessionStory(
        session=replace(session, ended=ended, end=records.SessionEnd.COMPLETED, note="warm hands"),
        holds=(replace(first, comfort=records.Comfort.TOO_MUCH), second),
        ratings=(before, replace(after, value=4)),
        pauses=(pause,),
        adverse_events=(event,),
    )
    assert journal.recall_stories(TODAY) == (story,)


def test_a_broken_off_session_is_found_with_the_hold_that_was_running(bench: Bench) -> None:
    journal = bench.open()
    session = bench.session()
    journal.remember_session_opened(session)
    journal.remember_hold(bench.hold(session.id, 1))
    journal.remember_checkpoint(HoldCheckpoint(session.id, 2, 5.0, bench.now()))
    checkpoint = HoldCheckpoint(session.id, 2, 10.0, bench.later(seconds=5))
    journal.remember_checkpoint(checkpoint)
    journal.close()
    again = bench.open()
    unfinished = again.recall_unfinished_session()
    assert unfinished is not None
    assert unfinished.checkpoint == checkpoint
    assert [hold.order for hold in unfinished.story.holds] == [1]
    again.remember_session_closed(session.id, end=records.SessionEnd.EXPIRED, ended=bench.now())
    assert again.recall_unfinished_session() is None
    again.close()


def test_a_finished_hold_drops_the_checkpoint(bench: Bench, journal: Journal) -> None:
    session = bench.session()
    journal.remember_session_opened(session)
    journal.remember_checkpoint(HoldCheckpoint(session.id, 1, 55.0, bench.now()))
    journal.remember_hold(bench.hold(session.id, 1))
    unfinished = journal.recall_unfinished_session()
    assert unfinished is not None
    assert unfinished.checkpoint is None


def test_what_belongs_to_no_session_is_refused(bench: Bench, journal: Journal) -> None:
    with pytest.raises(KnownTrouble) as known:
        journal.remember_hold(bench.hold(bench.key()))
    assert refused(known) == NoSuchRow("session")


def test_the_allowance_counts_what_was_pressed(bench: Bench, journal: Journal) -> None:
    pressed, left = bench.session(), bench.session()
    journal.remember_session_opened(pressed)
    journal.remember_session_opened(left)
    journal.remember_hold(bench.hold(pressed.id, 1, 60.0))
    journal.remember_hold(bench.hold(pressed.id, 2, 12.5))
    use = journal.recall_day_use(TODAY.first)
    assert (use.sessions, use.planned_seconds, use.held_seconds) == (1, 125, 72.5)
    journal.remember_session_deleted(pressed.id)
    assert journal.recall_day_use(TODAY.first).sessions == 0
    journal.remember_session_restored(pressed.id)
    assert journal.recall_day_use(TODAY.first).sessions == 1


def test_the_first_day_of_each_set_is_that_of_its_first_pressing(bench: Bench, journal: Journal) -> None:
    left_at_once = bench.session("P01")
    journal.remember_session_opened(left_at_once)
    bench.later(days=2)
    for _ in range(2):
        session = bench.session("P01")
        journal.remember_session_opened(session)
        journal.remember_hold(bench.hold(session.id))
        bench.later(days=1)
    assert journal.recall_protocol_starts() == (ProtocolStart(ProtocolId("P01"), date(2026, 11, 24)),)


def test_too_much_lowers_the_limit_and_it_stays_lowered(bench: Bench, journal: Journal) -> None:
    session = bench.session()
    journal.remember_session_opened(session)
    hard = bench.hold(session.id, 1)
    journal.remember_hold(hard)
    journal.remember_comfort(hard.id, records.Comfort.TOO_MUCH)
    assert journal.recall_pressure_limits() == (PointPressure(PointCode("GB21"), 4),)
    bench.later(days=1)
    gentle = replace(bench.hold(session.id, 2), felt_pressure=4, comfort=records.Comfort.FINE)
    journal.remember_hold(gentle)
    assert journal.recall_pressure_limits() == (PointPressure(PointCode("GB21"), 4),)
    journal.remember_comfort(hard.id, records.Comfort.FINE)
    assert journal.recall_pressure_limits() == ()


def test_the_limit_never_falls_below_the_lightest_touch(bench: Bench, journal: Journal) -> None:
    session = bench.session()
    journal.remember_session_opened(session)
    journal.remember_hold(replace(bench.hold(session.id), felt_pressure=1, comfort=records.Comfort.TOO_MUCH))
    assert journal.recall_pressure_limits() == (PointPressure(PointCode("GB21"), 1),)


def test_a_stable_answer_replaces_the_one_before(bench: Bench, journal: Journal) -> None:
    thinner = QuestionId("blood_thinner")
    journal.remember_answers((StableAnswer(thinner, '"unsure"', bench.now()),))
    later = StableAnswer(thinner, '"no"', bench.later(days=30))
    journal.remember_answers((later,))
    assert journal.recall_answers() == (later,)


def test_advice_stays_open_until_it_is_ticked_and_opens_again_when_told_again(
    bench: Bench, journal: Journal
) -> None:
    rule = RuleId("R02b")
    journal.remember_advice((rule,), bench.now())
    checked = bench.later(days=3)
    journal.remember_advice_checked(rule, checked)
    (advice,) = journal.recall_advice()
    assert advice.checked == checked
    told = bench.later(days=30)
    journal.remember_advice((rule,), told)
    (advice,) = journal.recall_advice()
    assert (advice.told, advice.checked) == (told, None)


def test_a_tick_is_taken_back(bench: Bench, journal: Journal) -> None:
    rule = RuleId("R02b")
    journal.remember_advice((rule,), bench.now())
    journal.remember_advice_checked(rule, bench.later(days=3))
    journal.remember_advice_unchecked(rule)
    (advice,) = journal.recall_advice()
    assert advice.checked is None


def test_answers_are_kept_and_forgotten_in_one_commit(bench: Bench, journal: Journal) -> None:
    kept = StableAnswer(QuestionId("cancer"), '"no"', bench.now())
    where = StableAnswer(QuestionId("cancer_where"), "[]", bench.now())
    journal.remember_answers((kept, where))
    later = StableAnswer(kept.question, '"yes"', bench.later(days=1))
    journal.remember_answers_changed((later,), (where.question, QuestionId("never_told")))
    assert journal.recall_answers() == (later,)
    journal.remember_answers_changed((kept, where), ())
    assert journal.recall_answers() == (kept, where)
    journal.verify()
    assert journal.standing is JournalStanding.GOOD


def test_a_journal_is_unverified_until_every_row_was_read(bench: Bench, journal: Journal) -> None:
    told = [journal.standing]
    journal.verify(told.append)
    journal.close()
    told.append(journal.standing)
    assert told == [JournalStanding.UNVERIFIED, JournalStanding.GOOD, JournalStanding.CLOSED]


def test_counts(bench: Bench, journal: Journal) -> None:
    assert journal.recall_counts().first_day is None
    journal.remember_check_in(bench.check_in(3))
    bench.later(days=5)
    session = bench.session()
    journal.remember_session_opened(session)
    journal.remember_hold(bench.hold(session.id))
    counts = journal.recall_counts()
    assert (counts.check_ins, counts.sessions, counts.holds) == (1, 1, 1)
    assert (counts.first_day, counts.last_day) == (date(2026, 11, 22), date(2026, 11, 27))


def test_no_pain_value_of_after_a_session_reaches_the_trend(bench: Bench, journal: Journal) -> None:
    session = bench.session()
    journal.remember_session_opened(session, (bench.rating(session.id, 6),))
    journal.remember_hold(bench.hold(session.id))
    journal.remember_rating(bench.rating(session.id, 1, records.RatingTime.AFTER_5))
    bench.later(minutes=9)
    journal.remember_check_in(replace(bench.check_in(4, SHOULDER), pain_day_average=5))
    material = journal.recall_trend_material(TODAY)
    values = [(value.region, value.intensity) for entry in material.entries for value in entry.values]
    assert values == [(NECK, 6), (SHOULDER, 4)]
    assert [average.intensity for average in material.averages] == [5]
    assert [mark.protocol for mark in material.sessions] == ["P01"]
    assert material.first_session == date(2026, 11, 22)
