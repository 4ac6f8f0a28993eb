"""Takes up a session that was cut off, or closes it: nothing lost, nothing invented."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from acupress_desktop.domain.breathing import BreathPattern
from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.journal import HoldRecord, SessionEnd
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import JournalPort
from acupress_desktop.domain.row_ids import RowIds
from acupress_desktop.presenters.session_papers import SessionPapers, UnreadablePapers, papers_of
from acupress_desktop.session.resume import Expired, NothingLeft, interrupted_hold, kept_holds, take_up
from acupress_desktop.session.states import Ready


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A session ready to go on, and under which keys its earlier holds are kept."""

    session: RowId
    papers: SessionPapers
    ready: Ready
    rows: tuple[tuple[int, RowId], ...]


@dataclass(frozen=True, slots=True)
class ClosedInstead:
    """The session was closed as it was: too late, nothing left to press, or its papers are unreadable."""

    session: RowId
    end: SessionEnd


Pattern = Callable[[SessionPapers], BreathPattern]


def take_up_session(
    journal: JournalPort, session: RowId, ids: RowIds, now: Callable[[], Moment], pattern: Pattern
) -> TakenUp | ClosedInstead | None:
    """Keep the hold that was running as far as it had come, then go on or close the session.

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
    plan, records = papers.plan, waiting.story.holds
    kept = kept_holds(plan, records, waiting.checkpoint)
    rows = [(record.order, record.id) for record in records]
    interrupted = interrupted_hold(plan, records, waiting.checkpoint)
    if interrupted is not None:
        record = HoldRecord(
            id=ids.next(),
            session=session,
            moment=now(),
            order=interrupted.order,
            point=interrupted.point,
            side=interrupted.side,
            prescribed_seconds=interrupted.prescribed_seconds,
            hold_seconds=interrupted.hold_seconds,
            held_seconds=interrupted.held_seconds,
            completed=False,
            changed_by=interrupted.changed_by,
            felt_pressure=interrupted.felt_pressure,
        )
        journal.remember_hold(record)
        rows.append((record.order, record.id))
    match take_up(papers.clearance, plan, pattern(papers), kept, now()):
        case Expired():
            return _close(journal, session, SessionEnd.EXPIRED, now())
        case NothingLeft():
            return _close(journal, session, SessionEnd.COMPLETED, now())
        case Ready() as ready:
            return TakenUp(session, papers, ready, tuple(rows))


def _close(journal: JournalPort, session: RowId, end: SessionEnd, when: Moment) -> ClosedInstead:
    journal.remember_session_closed(session, end=end, ended=when)
    return ClosedInstead(session, end)
