"""A session that was cut off is taken up from its papers, or closed: stale or odd papers open nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from acupress_desktop.domain.breathing import USUAL, BreathPattern, StepBreathing
from acupress_desktop.domain.ids import RowId, RuleId
from acupress_desktop.domain.journal import SessionEnd
from acupress_desktop.domain.ports import HoldCheckpoint
from acupress_desktop.domain.protocols import Plan
from acupress_desktop.domain.row_ids import RowIds
from acupress_desktop.domain.safety.outcome import BlockedSite, Clearance
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.resuming import ClosedInstead, TakenUp, take_up_session
from acupress_desktop.presenters.session_papers import SessionPapers, papers_text
from acupress_desktop.session.clock import Instant
from acupress_desktop.session.events import Begin
from acupress_desktop.session.machine import advance
from acupress_desktop.session.states import Finished, Holding
from acupress_desktop.storage.journal import Journal
from tests.session.sessions import WRISTS_AND_BROW, a_plan, clearance, walk
from tests.storage.journals import START, Bench, moment

PLAN = a_plan(*WRISTS_AND_BROW)
NOW = Instant(10.0, 900.0)


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path / "data")


@pytest.fixture
def journal(bench: Bench) -> Iterator[Journal]:
    opened = bench.open()
    opened.verify()
    yield opened
    opened.close()


def cut_off(
    journal: Journal, bench: Bench, *, plan: Plan = PLAN, cleared: Clearance | None = None, text: str = ""
) -> RowId:
    """A session whose second hold was running for 20 seconds when the app ended; cleared at the start."""
    leave = cleared or replace(clearance(), given=moment(START))
    session = replace(bench.session("P13"), clearance_json=text or papers_text(SessionPapers(leave, plan)))
    journal.remember_session_opened(session)
    journal.remember_hold(replace(bench.hold(session.id), point=plan.steps[0].point))
    journal.remember_checkpoint(HoldCheckpoint(session.id, 2, 20.0, bench.now()))
    return session.id


def taken_up(journal: Journal, bench: Bench, session: RowId) -> TakenUp | ClosedInstead | None:
    ids = RowIds(bench.now, bench.chance.randbytes)
    return take_up_session(journal, session, ids, bench.now, lambda: NOW, lambda _papers: USUAL)


def end_of(journal: Journal, session: RowId) -> SessionEnd | None:
    story = journal.recall_story(session)
    assert story is not None
    assert (1, 60.0) in [(hold.order, hold.held_seconds) for hold in story.holds], "nothing is lost"
    return story.session.end


def test_a_session_goes_on_within_the_hour_with_what_was_pressed(journal: Journal, bench: Bench) -> None:
    session = cut_off(journal, bench)
    bench.later(minutes=40)
    found = taken_up(journal, bench, session)
    assert isinstance(found, TakenUp)
    assert [(hold.order, hold.side, hold.held_seconds) for hold in found.ready.log.holds] == [
        (1, SiteSide.LEFT, 60.0),
        (2, SiteSide.RIGHT, 20.0),
    ]
    assert [order for order, _row in found.rows] == [1, 2]
    assert end_of(journal, session) is None
    in_time = advance(found.ready, Begin(NOW.later(20 * 60)))
    assert isinstance(in_time, Holding)
    assert in_time.step.side is SiteSide.RIGHT
    late = advance(found.ready, Begin(NOW.later(20 * 60 + 1)))
    assert isinstance(late, Finished)
    assert late.end is SessionEnd.EXPIRED


@pytest.mark.parametrize("minutes", [60.1, 24 * 60, -5])
def test_stale_papers_open_nothing(journal: Journal, bench: Bench, minutes: float) -> None:
    session = cut_off(journal, bench)
    bench.when = START + timedelta(minutes=minutes)
    assert taken_up(journal, bench, session) == ClosedInstead(session, SessionEnd.EXPIRED)
    assert end_of(journal, session) is SessionEnd.EXPIRED
    assert taken_up(journal, bench, session) is None, "it does not wait any more"


@pytest.mark.parametrize("text", ["{}", '{"schema":99}', "not json", '{"schema":1,"clearance":{},"plan":{}}'])
def test_unreadable_papers_open_nothing(journal: Journal, bench: Bench, text: str) -> None:
    session = cut_off(journal, bench, text=text)
    assert taken_up(journal, bench, session) == ClosedInstead(session, SessionEnd.STOPPED)
    assert end_of(journal, session) is SessionEnd.STOPPED


def test_papers_whose_plan_their_clearance_does_not_cover_open_nothing(
    journal: Journal, bench: Bench
) -> None:
    blocked = (BlockedSite(PLAN.steps[2].point, SiteSide.MIDLINE, RuleId("L25")),)
    session = cut_off(journal, bench, cleared=replace(clearance(blocked=blocked), given=moment(START)))
    assert taken_up(journal, bench, session) == ClosedInstead(session, SessionEnd.STOPPED)
    assert end_of(journal, session) is SessionEnd.STOPPED


def test_a_session_that_does_not_wait_is_not_taken_up(journal: Journal, bench: Bench) -> None:
    session = cut_off(journal, bench)
    assert taken_up(journal, bench, RowId("another")) is None
    assert end_of(journal, session) is None


def first_papers(session_text: str) -> str:
    """The same papers as the first version of them was written."""
    content = json.loads(session_text)
    content["schema"] = 1
    del content["clearance"]["breath_holds_off_by"]
    for name in ("exercises", "occasion", "routine"):
        del content["plan"][name]
    for step in content["plan"]["steps"]:
        for name in ("breathing", "pattern", "note", "picture"):
            del step[name]
    return json.dumps(content)


def test_papers_of_the_first_version_are_still_read_and_hold_no_breath(
    journal: Journal, bench: Bench
) -> None:
    leave = replace(clearance(), given=moment(START), rules=(RuleId("A01"),))
    session = cut_off(journal, bench, text=first_papers(papers_text(SessionPapers(leave, PLAN))))
    found = taken_up(journal, bench, session)
    assert isinstance(found, TakenUp)
    assert found.papers.plan == PLAN
    assert found.papers.clearance == replace(leave, breath_holds_off_by=(RuleId("A01"),))


def test_papers_keep_exercises_and_breathing_of_single_steps(journal: Journal, bench: Bench) -> None:
    own = replace(
        PLAN.steps[0],
        breathing=StepBreathing.OWN,
        pattern=BreathPattern(4.1, 6.2, 0.5, 0.5),
        note="lightly",
        picture=RowId("a"),
    )
    plan = replace(PLAN, steps=(own, *PLAN.steps[1:]), exercises=(walk(0, 20), walk(2, None, 8)))
    session = cut_off(journal, bench, plan=plan)
    found = taken_up(journal, bench, session)
    assert isinstance(found, TakenUp)
    assert found.papers.plan == plan
