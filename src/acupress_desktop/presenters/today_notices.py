"""What the home page has to tell: a session that broke off, a backup that failed, advice that waits."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta

from acupress_desktop.domain.ids import RuleId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import AdviceRecord, UnfinishedSession
from acupress_desktop.domain.troubles import Trouble
from acupress_desktop.presenters.pieces import NoticeKind, NoticeView
from acupress_desktop.presenters.session_papers import UnreadablePapers, papers_of
from acupress_desktop.session.resume import RESUME_WITHIN, may_resume
from acupress_desktop.words import storage
from acupress_desktop.words import today as words

ADVICE_AGAIN = timedelta(days=30)


def resume_notice(unfinished: UnfinishedSession | None, now: Moment) -> tuple[NoticeView, ...]:
    """Offer to go on with a session that broke off, as long as its clearance counts."""
    if unfinished is None:
        return ()
    session = unfinished.story.session
    try:
        given = papers_of(session.clearance_json).clearance.given
    except UnreadablePapers:
        return ()
    if not may_resume(given, now):
        return ()
    until = Moment.of(given.local + RESUME_WITHIN, given.zone)
    done = sum(1 for hold in unfinished.story.holds if hold.completed)
    text = words.resume(session.started, done, session.planned_holds, until)
    return (NoticeView(f"resume:{session.id}", text, NoticeKind.PLAIN, words.go_on(), words.leave_it()),)


def backup_notice(trouble: Trouble | None) -> tuple[NoticeView, ...]:
    """Say that entries are kept and today's backup is not, until one could be made."""
    if trouble is None:
        return ()
    text = storage.backup_failed(trouble)
    return (NoticeView("backup:", text, NoticeKind.CAUTION, words.back_up_now(), words.where_my_data_is()),)


def advice_notices(
    told: Iterable[AdviceRecord], sentence_of: Callable[[RuleId], str], now: Moment
) -> tuple[NoticeView, ...]:
    """Ask after advice that was given a month ago and of which nothing was heard since."""
    notices = []
    for record in told:
        text = sentence_of(record.rule)
        if record.checked is None and now.utc - record.told.utc >= ADVICE_AGAIN and text:
            notices.append(
                NoticeView(
                    f"advice:{record.rule}",
                    text,
                    NoticeKind.CAUTION,
                    words.checked(),
                    words.remind_later(),
                )
            )
    return tuple(notices)
