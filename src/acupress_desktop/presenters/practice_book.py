"""What the practice page knows: the plan, what was pressed, the trial beside it; no words of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol as Port

from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.evidence import Finding
from acupress_desktop.domain.ids import OccasionId, ProtocolId, RowId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.occasions import Occasion, ease
from acupress_desktop.domain.plans import Choices
from acupress_desktop.domain.ports import DayRange, JournalChange, ProtocolStart
from acupress_desktop.domain.practice import (
    SMALL_START_POINTS,
    Goal,
    LastDays,
    PracticePlan,
    PracticeWeek,
    Pressed,
    begun_on,
    last_days,
    practice_weeks,
    stage_on,
    week_number,
)
from acupress_desktop.domain.protocols import DoseStage, Protocol
from acupress_desktop.domain.routines import Routine
from acupress_desktop.domain.settings import Settings
from acupress_desktop.domain.sides import PainSide, Side
from acupress_desktop.presenters.outlines import outline
from acupress_desktop.presenters.used_set import UsedSet

WEEKS_SHOWN = 8
_LOOK_BACK = timedelta(days=400)
SMALL_START = OccasionId("small_start")


class PracticeJournalPort(Port):
    """What the page needs of the journal."""

    def recall_practice_plans(self) -> tuple[PracticePlan, ...]:
        """Return the plans, oldest first."""
        ...

    def remember_practice_plan(self, record: PracticePlan) -> JournalChange:
        """Add a plan, or change the one with the same id."""
        ...

    def remember_practice_plan_deleted(self, plan: RowId) -> JournalChange:
        """Take a plan back."""
        ...

    def remember_practice_plan_restored(self, plan: RowId) -> JournalChange:
        """Undo that."""
        ...

    def recall_goals(self) -> tuple[Goal, ...]:
        """Return the goals, oldest first."""
        ...

    def remember_goal(self, record: Goal) -> JournalChange:
        """Add a goal, or change the one with the same id."""
        ...

    def remember_goal_deleted(self, goal: RowId) -> JournalChange:
        """Take a goal out of every list."""
        ...

    def remember_goal_restored(self, goal: RowId) -> JournalChange:
        """Undo that."""
        ...

    def recall_routines(self) -> tuple[Routine, ...]:
        """Return the routines."""
        ...

    def recall_pressed(self, days: DayRange) -> tuple[Pressed, ...]:
        """Return the sessions of these days in which anything was held."""
        ...

    def recall_protocol_starts(self) -> tuple[ProtocolStart, ...]:
        """Return the first day of each set."""
        ...


@dataclass(frozen=True, slots=True)
class PracticeContent:
    """The data files behind the page. ``set_of`` makes a set of a routine, where it can be pressed."""

    protocols: tuple[Protocol, ...]
    atlas: Atlas
    findings: tuple[Finding, ...]
    occasions: tuple[Occasion, ...]
    set_of: Callable[[Routine], Protocol | None]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the practice stands on one day. ``subject`` is the set that the plan presses, if it is there."""

    plan: PracticePlan | None
    subject: Protocol | None
    stage: DoseStage
    begun: date | None
    week: int | None
    weeks: tuple[PracticeWeek, ...]
    last: LastDays | None
    minutes: int
    small_start: bool
    pressed: tuple[Pressed, ...]

    @property
    def weeks_over(self) -> int | None:
        """How many weeks the set was meant for, once they are over and nothing was planned since."""
        planned = None if self.subject is None else self.subject.frequency.weeks
        if planned is None or self.begun is None or self.week is None or self.plan is None:
            return None
        planned_since = self.plan.moment.local_date >= self.begun + timedelta(weeks=planned)
        return planned if self.week > planned and not planned_since else None


class PracticeBook:
    """Reads the journal and puts plan and sessions side by side."""

    def __init__(
        self, journal: PracticeJournalPort, content: PracticeContent, settings: Callable[[], Settings]
    ) -> None:
        self._journal = journal
        self._content = content
        self._settings = settings
        self._by_id = {protocol.id: protocol for protocol in content.protocols}

    def routines(self) -> tuple[tuple[Routine, Protocol], ...]:
        """Return the routines that can be pressed, with the set that each makes."""
        made = ((routine, self._content.set_of(routine)) for routine in self._journal.recall_routines())
        return tuple((routine, protocol) for routine, protocol in made if protocol is not None)

    def offered(self) -> tuple[Protocol, ...]:
        """Return the sets that can be planned."""
        return tuple(protocol for protocol in self._content.protocols if protocol.offered)

    def standing(self, now: Moment, used: UsedSet | None) -> Standing:
        """Return where the practice stands at ``now``."""
        plans = self._journal.recall_practice_plans()
        today = now.local_date
        pressed = self._journal.recall_pressed(DayRange(today - _LOOK_BACK, today))
        first_days = {start.protocol: start.day for start in self._journal.recall_protocol_starts()}
        plan = plans[-1] if plans else None
        subjects = self._subjects(plans)
        starts = self._settings().week_start
        subject = None if plan is None or plan.pressed_as is None else subjects.get(plan.pressed_as)
        first = None if subject is None else first_days.get(subject.id)
        stage = stage_on(today, first)

        def seconds_of(each: PracticePlan, dose: DoseStage) -> float:
            found = None if each.pressed_as is None else subjects.get(each.pressed_as)
            return 0.0 if found is None else self._held_seconds(found, dose, used)

        begun = begun_on(plans, pressed)
        return Standing(
            plan=plan,
            subject=subject,
            stage=stage,
            begun=begun,
            week=None if begun is None else week_number(begun, today),
            weeks=practice_weeks(plans, pressed, first_days, seconds_of, today, WEEKS_SHOWN, starts),
            last=last_days(plans, pressed, today),
            minutes=0 if plan is None else round(seconds_of(plan, stage) / 60),
            small_start=subject is not None
            and stage is DoseStage.FIRST_WEEK
            and self._may_start_small(subject),
            pressed=pressed,
        )

    def dose_of(self, protocol: Protocol) -> Finding | None:
        """Return the study cited for a set that says how much people pressed for themselves."""
        cited = [
            finding
            for name in protocol.evidence.sources
            for finding in self._content.findings
            if finding.source == name and protocol.complaint in finding.complaints
        ]
        return next((finding for finding in cited if finding.dose and finding.self_administered), None)

    def _subjects(self, plans: Iterable[PracticePlan]) -> dict[ProtocolId, Protocol]:
        if any(plan.routine is not None for plan in plans):
            return {**self._by_id, **{protocol.id: protocol for _, protocol in self.routines()}}
        return self._by_id

    def _small_start(self) -> Occasion | None:
        return next((each for each in self._content.occasions if each.id == SMALL_START), None)

    def _may_start_small(self, protocol: Protocol) -> bool:
        points = {step.point for step in protocol.steps}
        return (
            protocol.routine is None and len(points) > SMALL_START_POINTS and self._small_start() is not None
        )

    def _held_seconds(self, protocol: Protocol, stage: DoseStage, used: UsedSet | None) -> float:
        """Return what one session holds: three points at first, where the set has more."""
        small = self._small_start()
        mine = used if used is not None and used.protocol.id == protocol.id else UsedSet(protocol)
        shown = protocol
        if stage is DoseStage.FIRST_WEEK and small is not None and self._may_start_small(protocol):
            shown = ease(protocol, small, mine.part) or protocol
        choices = Choices(
            stage=stage,
            first_side=Side(self._settings().first_side.value),
            painful_side=mine.pain_side or PainSide.BOTH,
            part=mine.part,
        )
        return float(sum(step.hold_seconds for step in outline(shown, self._content.atlas, choices).steps))


def review_suggested(plan: PracticePlan, subject: Protocol | None, today: date) -> date:
    """Return the day that the field shows first: when the weeks of the set are over, or in four weeks."""
    weeks = subject.frequency.weeks if subject is not None else None
    return max(plan.moment.local_date + timedelta(weeks=weeks or 4), today + timedelta(days=1))
