"""What happens in a session is in the journal as it happens, and counts the next time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.evidence_files import read_evidence
from acupress_desktop.content.protocol_files import read_protocols
from acupress_desktop.content.region_files import read_regions
from acupress_desktop.domain.allowance import PastSession
from acupress_desktop.domain.breathing import USUAL
from acupress_desktop.domain.ids import PointCode, RowId
from acupress_desktop.domain.journal import Comfort
from acupress_desktop.domain.plans import CALM
from acupress_desktop.domain.ports import PointPressure
from acupress_desktop.domain.row_ids import RowIds
from acupress_desktop.domain.settings import Settings
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.planning import Past, Proposal, SetBook, Wish, propose
from acupress_desktop.presenters.resuming import TakenUp, take_up_session
from acupress_desktop.presenters.session_keeping import SessionKeeping
from acupress_desktop.presenters.session_papers import SessionPapers, papers_text
from acupress_desktop.session.clock import Instant
from acupress_desktop.session.events import Begin, ComfortGiven, Event, Next, Tick
from acupress_desktop.session.machine import advance, prepare
from acupress_desktop.session.states import Finished, State
from acupress_desktop.storage.journal import Journal
from tests.session.sessions import WRISTS, a_plan, clearance, walk
from tests.storage.journals import Bench

PC6 = PointCode("PC6")
PLAN = a_plan(*WRISTS, exercises=(walk(0, 20), walk(1, 30)))


class Kept:
    """A session that writes into a real journal."""

    def __init__(self, journal: Journal, bench: Bench) -> None:
        self.journal = journal
        self.bench = bench
        leave = replace(clearance(), given=bench.now())
        record = replace(bench.session("P13"), clearance_json=papers_text(SessionPapers(leave, PLAN)))
        journal.remember_session_opened(record)
        self.session: RowId = record.id
        self.ids = RowIds(bench.now, bench.chance.randbytes)
        self.keeping = SessionKeeping(journal, record.id, self.ids, bench.now)
        self.state: State = prepare(leave, PLAN, USUAL)
        self.now = 0.0

    def open_again(self, found: TakenUp) -> None:
        """Go on where the app was killed."""
        self.keeping = SessionKeeping(self.journal, self.session, self.ids, self.bench.now)
        for order, row in found.rows:
            self.keeping.know_hold(order, row)
        for order, row in found.exercise_rows:
            self.keeping.know_exercise(order, row)
        self.state, self.now = found.ready, 0.0

    def do(self, event: type[Event] | Event) -> None:
        """Let an event happen; a kind of event happens now."""
        made = event(Instant(self.now, self.now)) if isinstance(event, type) else event  # type: ignore[call-arg]
        before, self.state = self.state, advance(self.state, made)
        self.keeping.keep(before, self.state)

    def wait(self, seconds: float) -> None:
        for _ in range(round(seconds)):
            self.now += 1
            self.bench.later(seconds=1)
            self.do(Tick)

    def exercises(self) -> list[tuple[int, float, bool]]:
        story = self.journal.recall_story(self.session)
        assert story is not None
        return [(each.order, each.done_seconds, each.completed) for each in story.exercises]


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    bench = Bench(tmp_path / "data")
    journal = bench.open()
    journal.verify()
    yield Kept(journal, bench)
    journal.close()


def test_exercises_are_kept_as_they_are_done_and_are_no_pressing(kept: Kept) -> None:
    kept.do(Begin)
    kept.wait(5 + 12)
    assert kept.exercises() == [(1, 10, False)], "kept every five seconds while it runs"
    kept.wait(8)
    assert kept.exercises() == [(1, 20, True)]
    kept.wait(5 + 60 + 5 + 7)
    kept.do(Next)
    assert kept.exercises() == [(1, 20, True), (2, 7, False)]
    kept.wait(200)
    assert isinstance(kept.state, Finished)
    story = kept.journal.recall_story(kept.session)
    assert story is not None
    assert [hold.held_seconds for hold in story.holds] == [60, 60]
    assert PastSession.of(story).total_seconds == PLAN.pressing_seconds
    titles = {(each.title, each.planned_seconds, each.kind.value) for each in story.exercises}
    assert titles == {("Round the block", 20, "walk"), ("Round the block", 30, "walk")}


def test_a_walk_that_was_cut_off_goes_on_under_its_own_key(kept: Kept) -> None:
    kept.do(Begin)
    kept.wait(25 + 65 + 5 + 13)
    assert kept.exercises() == [(1, 20, True), (2, 10, False)]
    # The app ends here, and is opened again.
    found = take_up_session(
        kept.journal, kept.session, kept.ids, kept.bench.now, lambda: Instant(0, 0), lambda _papers: USUAL
    )
    assert isinstance(found, TakenUp)
    assert [order for order, _row in found.exercise_rows] == [1, 2]
    kept.open_again(found)
    kept.do(Begin)
    kept.wait(35)
    assert kept.exercises() == [(1, 20, True), (2, 40, True)]
    kept.wait(200)
    assert isinstance(kept.state, Finished)


def test_too_much_is_less_for_the_rest_of_the_session_and_the_next_time(kept: Kept) -> None:
    kept.do(Begin)
    kept.wait(25 + 65)
    kept.do(ComfortGiven(Instant(kept.now, kept.now), PC6, SiteSide.LEFT, Comfort.TOO_MUCH))
    kept.wait(200)
    assert isinstance(kept.state, Finished)
    story = kept.journal.recall_story(kept.session)
    assert story is not None
    told = [(hold.side.value, hold.felt_pressure, hold.comfort, hold.changed_by) for hold in story.holds]
    assert told == [("left", 3, Comfort.TOO_MUCH, ()), ("right", 2, None, ("person",))]
    limits = kept.journal.recall_pressure_limits()
    assert limits == (PointPressure(PC6, 2),)

    root = asset_root()
    atlas = read_atlas(root)
    regions = read_regions(root, atlas)
    book = SetBook(read_protocols(root, atlas, read_evidence(root).sources), atlas, regions)
    started = story.session.started
    past = Past((PastSession(CALM, started, 2, 120.0),), (), limits)
    coming = propose(book, Wish(CALM, None, None), clearance(), past, Settings(), kept.bench.later(days=1))
    assert isinstance(coming, Proposal)
    pressures = {(step.point, step.felt_pressure, "person" in step.changed_by) for step in coming.plan.steps}
    assert (PC6, 2, True) in pressures
    assert all(step.felt_pressure <= 2 for step in coming.plan.steps if step.point == PC6)
