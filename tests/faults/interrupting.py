"""One session in front of the real machine, presenter and journal, on clocks that move by hand.

Beside it stands a tally that knows nothing of the machine's own sums: it adds up the time that passed, awake
and looked at, while a hold ran. Nothing that the journal keeps may be more than that.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.how_to_files import read_how_to
from acupress_desktop.domain.breathing import USUAL
from acupress_desktop.domain.exercises import ExerciseKind, PlannedExercise
from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.journal import SessionStory
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.row_ids import RowIds
from acupress_desktop.domain.settings import Settings
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.resuming import ClosedInstead, TakenUp, take_up_session
from acupress_desktop.presenters.session import SessionPresenter
from acupress_desktop.presenters.session_keeping import SessionKeeping
from acupress_desktop.presenters.session_papers import SessionPapers, papers_text
from acupress_desktop.presenters.session_place import SessionBook
from acupress_desktop.session.clock import Instant, VirtualClock
from acupress_desktop.session.lines import LineId
from acupress_desktop.session.machine import prepare
from acupress_desktop.session.states import GAP_SECONDS, SLEEP_SECONDS, Exercising, Holding, Ready, State
from acupress_desktop.storage.journal import Journal
from tests.session.sessions import a_plan, clearance, site
from tests.storage.journals import START, ZONE, Bench

TICK_SECONDS = 1.0
HOLD_SECONDS = 30
SITE_SECONDS_MAX = 50
EXERCISE_SECONDS = 20
BEGINS_AFTER_SECONDS = 10.0
_NOISE = 1e-6

ROOT = asset_root()
ATLAS = read_atlas(ROOT)
BOOK = SessionBook("Calm set", ATLAS, read_how_to(ROOT, ATLAS))
ALLOWED = replace(clearance(), given=Moment.of(START, ZONE))
PLAN = replace(
    a_plan(
        site("PC6", SiteSide.LEFT, HOLD_SECONDS, site_seconds_max=SITE_SECONDS_MAX),
        site("PC6", SiteSide.RIGHT, HOLD_SECONDS, site_seconds_max=SITE_SECONDS_MAX),
    ),
    exercises=(PlannedExercise(1, ExerciseKind.STRETCH, "Chin to chest", "Slowly.", EXERCISE_SECONDS, None),),
)


@dataclass(slots=True)
class Tally:
    """What was really held, by the place of the hold in the session, and really done of exercises."""

    held_seconds: dict[int, float] = field(default_factory=dict)
    done_seconds: dict[int, float] = field(default_factory=dict)

    def add(self, before: State, after: State, passed: tuple[Instant, Instant]) -> None:
        """Count one step of time for every hold that ran in it."""
        awake = passed[1].at - passed[0].at
        slept = passed[1].boot_at - passed[0].boot_at - awake
        if awake > GAP_SECONDS + _NOISE or slept > SLEEP_SECONDS:
            return
        for order in {state.order for state in (before, after) if isinstance(state, Holding)}:
            self.held_seconds[order] = self.held_seconds.get(order, 0.0) + awake
        for order in {state.order for state in (before, after) if isinstance(state, Exercising)}:
            self.done_seconds[order] = self.done_seconds.get(order, 0.0) + awake


class Sitting:
    """A session from its first screen on; ``tally`` is carried on when it is taken up again."""

    def __init__(
        self, bench: Bench, journal: Journal, session: RowId, start: Ready, tally: Tally | None = None
    ) -> None:
        self.bench = bench
        self.journal = journal
        self.session = session
        self.clock = VirtualClock(bench.when)
        self.tally = tally or Tally()
        self._looked_at = self.clock.instant()
        keeping = SessionKeeping(journal, session, RowIds(self.now, bench.chance.randbytes), self.now)
        self.keeping = keeping
        self.keys = SessionPresenter(
            start, BOOK, keeping, self.clock, Settings, begins_after_seconds=BEGINS_AFTER_SECONDS
        )

    def now(self) -> Moment:
        return Moment.of(self.clock.now(), "UTC")

    @property
    def state(self) -> State:
        return self.keys.state

    @property
    def story(self) -> SessionStory:
        found = self.journal.recall_story(self.session)
        assert found is not None
        return found

    def do(self, act: Callable[[], object]) -> None:
        """Do something to the session, and count the time since the last look."""
        before, at = self.state, self.clock.instant()
        act()
        self.tally.add(before, self.state, (self._looked_at, at))
        self._looked_at = at

    def tick(self) -> None:
        self.do(self.keys.tick)

    def wait(self, seconds: float, tick_seconds: float = TICK_SECONDS) -> None:
        """Let the screen beat for a while."""
        for _ in range(round(seconds / tick_seconds)):
            self.clock.advance(tick_seconds)
            self.tick()

    def said(self) -> list[LineId]:
        return [said.line.id for said in self.state.log.spoken]


def begin(bench: Bench, journal: Journal) -> Sitting:
    """A new session, cleared and planned now."""
    given = Moment.of(bench.when, ZONE)
    allowed = replace(ALLOWED, given=given)
    record = replace(bench.session(), clearance_json=papers_text(SessionPapers(allowed, PLAN)))
    journal.remember_session_opened(record)
    return Sitting(bench, journal, record.id, prepare(allowed, PLAN, USUAL, Instant(0.0, 0.0)))


def power_cut(sitting: Sitting, folder: Path) -> Path:
    """The data folder as it lies on the disk at this moment, in another place."""
    shutil.copytree(sitting.bench.folder, folder)
    return folder


def start_again(sitting: Sitting, folder: Path, after_seconds: float) -> Sitting | ClosedInstead | None:
    """The next start of the app, so much later, on the folder that was left."""
    when = sitting.clock.now() + timedelta(seconds=after_seconds)
    bench = Bench(folder, when=when, chance=sitting.bench.chance)
    journal = bench.open()
    clock = VirtualClock(when)
    found = take_up_session(
        journal,
        sitting.session,
        RowIds(bench.now, bench.chance.randbytes),
        bench.now,
        clock.instant,
        lambda _papers: USUAL,
    )
    if isinstance(found, TakenUp):
        again = Sitting(bench, journal, sitting.session, found.ready, sitting.tally)
        for order, row in found.rows:
            again.keeping.know_hold(order, row)
        return again
    journal.close()
    return found
