"""What a person means to do over weeks, and what of it was done.

Goals stand in their own words. A plan says how often a set or a routine is meant; what was pressed is counted
beside it, by local days, and nothing here is a debt: days off are part of every plan.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from acupress_desktop.domain.ids import ProtocolId, RowId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.protocols import SESSIONS_PER_DAY_MAX, DoseStage, Frequency
from acupress_desktop.domain.routine_sets import protocol_of
from acupress_desktop.domain.settings import WeekStart

GOAL_CHARACTERS_MAX = 200
GOALS_MAX = 3
DAYS_PER_WEEK_MAX = 7
LOOK_BACK_DAYS = 14
"""Over how many days the page says how often something was pressed."""
DAYS_PER_WEEK_PROPOSED = 3
"""Our own choice for sets that are pressed when one likes."""
SMALL_START_POINTS = 3
"""How many points the first week presses at first."""
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Goal:
    """Something the person wants to be able to do, in their own words; ``ended`` once it is put away."""

    id: RowId
    moment: Moment
    words: str
    ended: Moment | None = None


@dataclass(frozen=True, slots=True)
class PracticePlan:
    """How often a set or a routine is meant; exactly one of ``protocol`` and ``routine`` is given.

    The newest one that is not deleted counts. ``review_on`` is when to look at it with a professional.
    """

    id: RowId
    moment: Moment
    protocol: ProtocolId | None
    routine: RowId | None
    days_per_week: int
    sessions_per_day: int
    review_on: date | None = None

    @property
    def pressed_as(self) -> ProtocolId | None:
        """The id under which its sessions stand in the journal."""
        return self.protocol if self.routine is None else protocol_of(self.routine)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often: days a week, and times on each of them."""

    days_per_week: int
    sessions_per_day: int


def rhythm_of(frequency: Frequency) -> Rhythm:
    """Return the rhythm of a set's own frequency; a few days a week where it names none."""
    return Rhythm(
        frequency.days_per_week or DAYS_PER_WEEK_PROPOSED,
        1 if frequency.days_per_week is None else min(frequency.times_per_day, SESSIONS_PER_DAY_MAX),
    )


def smaller(rhythm: Rhythm) -> Rhythm | None:
    """Return about half of a rhythm, for keeping on; ``None`` where there is nothing less to offer."""
    fewer = Rhythm((rhythm.days_per_week + 1) // 2, 1)
    return None if fewer == rhythm else fewer


# --- What was pressed


@dataclass(frozen=True, slots=True)
class Pressed:
    """One session in which something was pressed: its local day, under which id, and the seconds held."""

    day: date
    protocol: ProtocolId
    held_seconds: float


# --- The plan in time


def plan_on(plans: Sequence[PracticePlan], day: date) -> PracticePlan | None:
    """Return the plan that counted on a local day; ``plans`` stand oldest first."""
    return next((plan for plan in reversed(plans) if plan.moment.local_date <= day), None)


def begun_on(plans: Sequence[PracticePlan], pressed: Iterable[Pressed]) -> date | None:
    """Return the day of the first session since what is planned now was planned; ``None`` before it."""
    if not plans:
        return None
    newest = plans[-1]
    first = newest.moment.local_date
    for plan in reversed(plans):
        if plan.pressed_as != newest.pressed_as:
            break
        first = min(first, plan.moment.local_date)
    days = (each.day for each in pressed if each.protocol == newest.pressed_as and each.day >= first)
    return min(days, default=None)


def week_number(begun: date, today: date) -> int:
    """Return in which week of a plan ``today`` is; the first is 1."""
    return max(0, (today - begun).days) // 7 + 1


def stage_on(day: date, first_day: date | None) -> DoseStage:
    """Return the dose of a local day: half until seven days after the first session of a set."""
    if first_day is None or day < first_day + _WEEK:
        return DoseStage.FIRST_WEEK
    return DoseStage.USUAL


PlannedSeconds = Callable[[PracticePlan, DoseStage], float]
"""How many seconds one session of a plan is held at a dose."""


@dataclass(frozen=True, slots=True)
class PracticeWeek:
    """One week from its first day on; ``planned_seconds`` is ``None`` where no day of it had a plan."""

    first_day: date
    planned_seconds: float | None
    pressed_seconds: float
    sessions: int
    days_pressed: int


_FIRST_WEEKDAY = {WeekStart.MONDAY: 0, WeekStart.SATURDAY: 5, WeekStart.SUNDAY: 6}


def week_begin(day: date, starts: WeekStart = WeekStart.MONDAY) -> date:
    """Return the first day of the week of ``day``; weeks that begin on Monday are ISO weeks."""
    return day - timedelta(days=(day.weekday() - _FIRST_WEEKDAY[starts]) % 7)


def practice_weeks(
    plans: Sequence[PracticePlan],
    pressed: Sequence[Pressed],
    first_days: Mapping[ProtocolId, date],
    seconds_of: PlannedSeconds,
    today: date,
    count: int,
    starts: WeekStart = WeekStart.MONDAY,
) -> tuple[PracticeWeek, ...]:
    """Set what was planned beside what was pressed, for the last ``count`` weeks, oldest first.

    Every session counts, whichever set it pressed. A week that is not over has the whole of its plan.
    """
    this_week = week_begin(today, starts)
    begins = (this_week - _WEEK * back for back in reversed(range(count)))
    return tuple(_week(plans, pressed, first_days, seconds_of, begin) for begin in begins)


def _week(
    plans: Sequence[PracticePlan],
    pressed: Sequence[Pressed],
    first_days: Mapping[ProtocolId, date],
    seconds_of: PlannedSeconds,
    begin: date,
) -> PracticeWeek:
    days = [begin + _DAY * number for number in range(7)]
    planned: float | None = None
    # In sevenths, and divided once: a whole week comes out as a whole number of sessions.
    for day in days:
        plan = plan_on(plans, day)
        if plan is None:
            continue
        first = None if plan.pressed_as is None else first_days.get(plan.pressed_as)
        sessions = plan.days_per_week * plan.sessions_per_day
        planned = (planned or 0.0) + sessions * seconds_of(plan, stage_on(day, first))
    within = [each for each in pressed if days[0] <= each.day <= days[-1]]
    return PracticeWeek(
        first_day=begin,
        planned_seconds=None if planned is None else planned / 7,
        pressed_seconds=sum(each.held_seconds for each in within),
        sessions=len(within),
        days_pressed=len({each.day for each in within}),
    )


@dataclass(frozen=True, slots=True)
class LastDays:
    """How many of the last days something was pressed on; ``planned_days`` is ``None`` without a plan."""

    days: int
    pressed_days: int
    planned_days: int | None


def last_days(plans: Sequence[PracticePlan], pressed: Sequence[Pressed], today: date) -> LastDays | None:
    """Look back over two weeks, or since it all began; ``None`` before anything was planned or pressed."""
    began = [plan.moment.local_date for plan in plans] + [each.day for each in pressed]
    first = min((day for day in began if day <= today), default=None)
    if first is None:
        return None
    days = min(LOOK_BACK_DAYS, (today - first).days + 1)
    window = [today - _DAY * back for back in range(days)]
    counted = [plan for plan in (plan_on(plans, day) for day in window) if plan is not None]
    planned = round(sum(plan.days_per_week for plan in counted) / 7) if counted else None
    return LastDays(days, len({each.day for each in pressed} & set(window)), planned)
