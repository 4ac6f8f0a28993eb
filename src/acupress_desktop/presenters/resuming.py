"""Takes up a session that was cut off, or closes it: nothing lost, nothing invented."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol as Port

from acupress_desktop.domain.breathing import BreathPattern
from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.journal import HoldRecord, SessionEnd
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import JournalChange, JournalPort, UnfinishedSession
from acupress_desktop.domain.row_ids import RowIds
from acupress_desktop.presenters.session_papers import SessionPapers, UnreadablePapers, papers_of
from acupress_desktop.session.clock import Instant
from acupress_desktop.session.resume import (
    Expired,
    NothingLeft,
    interrupted_hold,
    kept_exercises,
    kept_holds,
    may_resume,
    take_up,
)
from acupress_desktop.session.states import Ready


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A session ready to go on, and under which keys its earlier holds and exercises are kept."""

    session: RowId
    papers: SessionPapers
    ready: Ready
    rows: tuple[tuple[int, RowId], ...]
    exercise_rows: tuple[tuple[int, RowId], ...] = ()


@dataclass(frozen=True, slots=True)
class ClosedInstead:
    """The session was closed as it was: too late, nothing left to press, or its papers are unreadable."""

    session: RowId
    end: SessionEnd


class BrokenOffJournal(Port):
    """What closing a session that was cut off needs of the journal."""

    def recall_unfinished_session(self) -> UnfinishedSession | None:
        """Return the newest session without an end."""
        ...

    def remember_hold(self, record: HoldRecord) -> JournalChange:
        """Add one hold."""
        ...

    def remember_session_closed(self, session: RowId, *, end: SessionEnd, ended: Moment) -> JournalChange:
        """Close a session."""
        ...


Pattern = Callable[[SessionPapers], BreathPattern]


def take_up_session(
    journal: JournalPort,
    session: RowId,
    ids: RowIds,
    now: Callable[[], Moment],
    instant: Callable[[], Instant],
    pattern: Pattern,
) -> TakenUp | ClosedInstead | None:
    """Keep the hold that was running as far as it had come, then go on or close the session.

    The hour of the clearance runs on, and papers whose plan their clearance does not cover open nothing.
    ``None`` where the session does not wait any more. Raises ``KnownTrouble`` where nothing can be written;
    then the session still waits.
    """
    waiting = journal.recall_unfinished_session()
    if waiting is None or waiting.story.session.id != session:
        return None
    try:
        papers = papers_of(waiting.story.session.clearance_json)
    except UnreadablePapers:
        return _close(journal, session, SessionEnd.STOPPED, now())
    kept = kept_holds(papers.plan, waiting.story.holds, waiting.checkpoint)
    rows = [(record.order, record.id) for record in waiting.story.holds]
    rows += _keep_interrupted(journal, waiting, papers, ids, now())
    done = waiting.story.exercises
    try:
        taken = take_up(
            papers.clearance,
            papers.plan,
            pattern(papers),
            kept,
            now(),
            instant(),
            kept_exercises(papers.plan, done),
        )
    except ValueError:
        return _close(journal, session, SessionEnd.STOPPED, now())
    match taken:
        case Expired():
            return _close(journal, session, SessionEnd.EXPIRED, now())
        case NothingLeft():
            return _close(journal, session, SessionEnd.COMPLETED, now())
        case Ready() as ready:
            exercise_rows = tuple((record.order, record.id) for record in done)
            return TakenUp(session, papers, ready, tuple(rows), exercise_rows)


def leave_session(
    journal: BrokenOffJournal, session: RowId, ids: RowIds, now: Callable[[], Moment], end: SessionEnd
) -> None:
    """Close a session that was cut off, with the hold that was running as far as it had come."""
    waiting = journal.recall_unfinished_session()
    if waiting is not None and waiting.story.session.id == session:
        with contextlib.suppress(UnreadablePapers):
            papers = papers_of(waiting.story.session.clearance_json)
            _keep_interrupted(journal, waiting, papers, ids, now())
    journal.remember_session_closed(session, end=end, ended=now())


def close_expired(journal: BrokenOffJournal, ids: RowIds, now: Callable[[], Moment]) -> tuple[RowId, ...]:
    """Close every session that was cut off and can no longer be taken up; return which."""
    closed: list[RowId] = []
    while (waiting := journal.recall_unfinished_session()) is not None:
        session = waiting.story.session
        try:
            given = papers_of(session.clearance_json).clearance.given
        except UnreadablePapers:
            given = None
        if given is not None and may_resume(given, now()):
            break
        leave_session(journal, session.id, ids, now, SessionEnd.EXPIRED)
        closed.append(session.id)
    return tuple(closed)


def _keep_interrupted(
    journal: BrokenOffJournal, waiting: UnfinishedSession, papers: SessionPapers, ids: RowIds, when: Moment
) -> tuple[tuple[int, RowId], ...]:
    """Keep the hold that was running as far as it had come; return its order and key."""
    hold = interrupted_hold(papers.plan, waiting.story.holds, waiting.checkpoint)
    if hold is None:
        return ()
    record = HoldRecord(
        id=ids.next(),
        session=waiting.story.session.id,
        moment=when,
        order=hold.order,
        point=hold.point,
        side=hold.side,
        prescribed_seconds=hold.prescribed_seconds,
        hold_seconds=hold.hold_seconds,
        held_seconds=hold.held_seconds,
        completed=False,
        changed_by=hold.changed_by,
        felt_pressure=hold.felt_pressure,
    )
    journal.remember_hold(record)
    return ((record.order, record.id),)


def _close(journal: JournalPort, session: RowId, end: SessionEnd, when: Moment) -> ClosedInstead:
    journal.remember_session_closed(session, end=end, ended=when)
    return ClosedInstead(session, end)
