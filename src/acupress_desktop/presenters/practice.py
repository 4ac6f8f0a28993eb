"""Drives the practice page: a plan and its weeks, goals, a review, and the ways from here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from acupress_desktop.domain.ids import ProtocolId, RowId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.practice import (
    DAYS_PER_WEEK_MAX,
    GOAL_CHARACTERS_MAX,
    GOALS_MAX,
    Goal,
    PracticePlan,
    Rhythm,
    rhythm_of,
    smaller,
)
from acupress_desktop.domain.protocols import SESSIONS_PER_DAY_MAX, Protocol
from acupress_desktop.domain.settings import Settings
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.presenters.destinations import (
    Destination,
    ToBreathing,
    ToComplaints,
    ToReminders,
    ToRoutine,
    ToSafety,
)
from acupress_desktop.presenters.history_view import SaidView
from acupress_desktop.presenters.occasions import OccasionsView
from acupress_desktop.presenters.outlines import needs_side, parts_of
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.practice_book import (
    SMALL_START,
    PracticeBook,
    PracticeContent,
    PracticeJournalPort,
    Standing,
)
from acupress_desktop.presenters.practice_parts import (
    edit_part,
    goals_part,
    plan_part,
    review_part,
    weeks_part,
)
from acupress_desktop.presenters.practice_view import (
    PlanAct,
    PracticeView,
    WayView,
)
from acupress_desktop.presenters.ready import ready_part
from acupress_desktop.presenters.used_set import UsedSet
from acupress_desktop.words import goals as goal_words
from acupress_desktop.words import practice as words
from acupress_desktop.words import storage


@dataclass(frozen=True, slots=True)
class PracticePorts:
    """What the page stands on. ``occasions`` shows the shorter ways through the set that is used."""

    journal: PracticeJournalPort
    content: PracticeContent
    settings: Callable[[], Settings]
    used: Callable[[], UsedSet | None]
    occasions: Callable[[UsedSet | None], OccasionsView]
    now: Callable[[], Moment]
    new_id: Callable[[], RowId]


@dataclass(frozen=True, slots=True)
class _PlanDraft:
    subject: ProtocolId
    rhythm: Rhythm


class PracticePresenter:
    """Holds what is being changed; every intent returns the whole view."""

    def __init__(self, ports: PracticePorts) -> None:
        self._ports = ports
        self._journal = ports.journal
        self._book = PracticeBook(ports.journal, ports.content, ports.settings)
        self._draft: _PlanDraft | None = None
        self._goal: Goal | None = None
        self._typed = ""
        self._table = Choice.OPEN
        self._away = Choice.OPEN
        self._ticked: frozenset[int] = frozenset()
        self._problem = ""
        self._said: SaidView | None = None
        self._undo: tuple[Callable[[], object], ...] = ()

    def present(self) -> PracticeView:
        """Show the page."""
        return self._view()

    # --- The plan

    def act(self, act: PlanAct) -> PracticeView | Destination:
        """Do something with the plan; pressing leads away from here."""
        match act:
            case PlanAct.PRESS_SMALL | PlanAct.PRESS_ALL:
                return self._press(act)
            case PlanAct.TAKE_PROPOSAL:
                used = self._proposed()
                if used is not None:
                    self._keep_plan(used, rhythm_of(used.frequency))
            case PlanAct.CHANGE:
                self._draft = self._draft_now()
            case PlanAct.GO_ON | PlanAct.TAKE_SMALLER:
                self._keep_on(act)
            case PlanAct.STOP:
                self._stop_plan()
        return self._view()

    def choose_subject(self, key: str) -> PracticeView:
        """Plan something else; its own frequency comes along."""
        chosen = self._subjects().get(ProtocolId(key))
        if self._draft is not None and chosen is not None:
            self._draft = _PlanDraft(chosen.id, rhythm_of(chosen.frequency))
        return self._view()

    def choose_days(self, days: int) -> PracticeView:
        """Plan so many days a week."""
        if self._draft is not None and 1 <= days <= DAYS_PER_WEEK_MAX:
            rhythm = replace(self._draft.rhythm, days_per_week=days)
            self._draft = replace(self._draft, rhythm=rhythm)
        return self._view()

    def choose_times(self, times: int) -> PracticeView:
        """Plan so many sessions a day."""
        if self._draft is not None and 1 <= times <= SESSIONS_PER_DAY_MAX:
            rhythm = replace(self._draft.rhythm, sessions_per_day=times)
            self._draft = replace(self._draft, rhythm=rhythm)
        return self._view()

    def save_plan(self) -> PracticeView:
        """Keep what was chosen."""
        draft = self._draft
        chosen = None if draft is None else self._subjects().get(draft.subject)
        if draft is not None and chosen is not None:
            self._keep_plan(chosen, draft.rhythm)
        return self._view()

    def cancel_plan(self) -> PracticeView:
        """Leave the plan as it was."""
        self._draft = None
        return self._view()

    def keep_review(self, on: date | None) -> PracticeView:
        """Set the day of the review, or take it away."""
        plan = self._plan()
        if plan is not None and on != plan.review_on:
            self._write(
                lambda: self._journal.remember_practice_plan(replace(plan, review_on=on)),
                words.review_kept(),
                (lambda: self._journal.remember_practice_plan(plan),),
            )
        return self._view()

    # --- Weeks

    def turn_table(self) -> PracticeView:
        """Show the numbers as a table, or hide them."""
        self._table = Choice.when(self._table is Choice.OPEN)
        return self._view()

    # --- Goals

    def type_goal(self, text: str) -> None:
        """Take what stands in the field."""
        self._typed = text[:GOAL_CHARACTERS_MAX]

    def keep_goal(self) -> PracticeView:
        """Add what was typed, or keep the changed words."""
        typed = " ".join(self._typed.split())
        if not typed:
            return self._view()
        if self._goal is not None:
            record = replace(self._goal, words=typed)
        elif len(self._living_goals()) >= GOALS_MAX:
            return self._view()
        else:
            record = Goal(self._ports.new_id(), self._ports.now(), typed)
        if self._write(lambda: self._journal.remember_goal(record), "", ()):
            self._goal, self._typed = None, ""
        return self._view()

    def change_goal(self, goal: RowId) -> PracticeView:
        """Put the words of a goal into the field."""
        found = self._goal_of(goal)
        if found is not None:
            self._goal, self._typed = found, found.words
        return self._view()

    def cancel_goal(self) -> PracticeView:
        """Leave the goal as it was."""
        self._goal, self._typed = None, ""
        return self._view()

    def put_away(self, goal: RowId) -> PracticeView:
        """Put a goal away."""
        found = self._goal_of(goal)
        if found is not None:
            self._write(
                lambda: self._journal.remember_goal(replace(found, ended=self._ports.now())),
                goal_words.goal_put_away(),
                (lambda: self._journal.remember_goal(found),),
            )
            if self._goal is not None and self._goal.id == goal:
                self._goal, self._typed = None, ""
        return self._view()

    def bring_back(self, goal: RowId) -> PracticeView:
        """Bring a goal back; three are enough at a time."""
        found = self._goal_of(goal)
        if found is not None and len(self._living_goals()) < GOALS_MAX:
            self._write(lambda: self._journal.remember_goal(replace(found, ended=None)), "", ())
        elif found is not None:
            self._said = SaidView(goal_words.enough_goals())
        return self._view()

    def delete_goal(self, goal: RowId) -> PracticeView:
        """Take a goal out of every list; it can be undone while the message stands."""
        self._write(
            lambda: self._journal.remember_goal_deleted(goal),
            goal_words.goal_deleted(),
            (lambda: self._journal.remember_goal_restored(goal),),
        )
        return self._view()

    def turn_away(self) -> PracticeView:
        """Show the goals that were put away, or hide them."""
        self._away = Choice.when(self._away is Choice.OPEN)
        return self._view()

    # --- Getting ready

    def tick(self, number: int) -> PracticeView:
        """Tick something before a session, or take the tick back; it is not kept."""
        self._ticked = self._ticked ^ {number}
        return self._view()

    def undo(self) -> PracticeView:
        """Take back what was done last."""
        back, self._undo = self._undo, ()
        for each in back:
            if not self._write(each, "", ()):
                break
        return self._view()

    # --- Inside

    def _write(self, write: Callable[[], object], said: str, undo: tuple[Callable[[], object], ...]) -> bool:
        """Write; returns whether it is kept, and says why not otherwise."""
        try:
            write()
        except KnownTrouble as trouble:
            self._problem = storage.trouble_line(trouble.trouble)
            return False
        self._problem = ""
        if said:
            self._undo = undo
            self._said = SaidView(said, words.undo() if undo else "")
        return True

    def _standing(self) -> Standing:
        return self._book.standing(self._ports.now(), self._ports.used())

    def _plan(self) -> PracticePlan | None:
        plans = self._journal.recall_practice_plans()
        return plans[-1] if plans else None

    def _proposed(self) -> Protocol | None:
        used = self._ports.used()
        return None if used is None or not used.protocol.offered else used.protocol

    def _subjects(self) -> dict[ProtocolId, Protocol]:
        own = (protocol for _, protocol in self._book.routines())
        return {protocol.id: protocol for protocol in (*self._book.offered(), *own)}

    def _draft_now(self) -> _PlanDraft | None:
        standing = self._standing()
        if standing.plan is not None and standing.subject is not None:
            return _PlanDraft(standing.subject.id, _rhythm(standing.plan))
        chosen = self._proposed() or next(iter(self._subjects().values()), None)
        return None if chosen is None else _PlanDraft(chosen.id, rhythm_of(chosen.frequency))

    def _keep_plan(self, subject: Protocol, rhythm: Rhythm) -> None:
        before = self._plan()
        record = PracticePlan(
            id=self._ports.new_id(),
            moment=self._ports.now(),
            protocol=subject.id if subject.routine is None else None,
            routine=subject.routine,
            days_per_week=rhythm.days_per_week,
            sessions_per_day=rhythm.sessions_per_day,
            review_on=None if before is None else before.review_on,
        )
        kept = self._write(
            lambda: self._journal.remember_practice_plan(record),
            words.plan_kept(),
            (lambda: self._journal.remember_practice_plan_deleted(record.id),),
        )
        if kept:
            self._draft = None

    def _keep_on(self, act: PlanAct) -> None:
        """Plan anew once the weeks of a set are over, as before or on fewer days."""
        standing = self._standing()
        if standing.plan is None or standing.subject is None:
            return
        rhythm = _rhythm(standing.plan)
        fewer = smaller(rhythm) if act is PlanAct.TAKE_SMALLER else None
        self._keep_plan(standing.subject, fewer or rhythm)

    def _stop_plan(self) -> None:
        """Take every plan back, so that none of before counts again."""
        gone: list[RowId] = []
        for plan in reversed(self._journal.recall_practice_plans()):
            if not self._write(partial(self._journal.remember_practice_plan_deleted, plan.id), "", ()):
                return
            gone.append(plan.id)
        self._draft = None
        restore = self._journal.remember_practice_plan_restored
        self._undo = tuple(partial(restore, key) for key in reversed(gone))
        self._said = SaidView(words.plan_stopped(), words.undo())

    def _press(self, act: PlanAct) -> Destination:
        standing = self._standing()
        plan, subject = standing.plan, standing.subject
        if plan is None or subject is None:
            return ToComplaints()
        if plan.routine is not None:
            return ToSafety(subject.complaint, routine=plan.routine)
        used = self._ports.used()
        mine = used if used is not None and used.protocol.id == subject.id else UsedSet(subject)
        unknown_side = needs_side(subject) and mine.pain_side is None
        if unknown_side or (parts_of(subject) and mine.part is None):
            return ToComplaints(subject.complaint)
        small = SMALL_START if act is PlanAct.PRESS_SMALL else None
        return ToSafety(subject.complaint, mine.pain_side, mine.part, occasion=small)

    def _living_goals(self) -> tuple[Goal, ...]:
        return tuple(goal for goal in self._journal.recall_goals() if goal.ended is None)

    def _goal_of(self, key: RowId) -> Goal | None:
        return next((goal for goal in self._journal.recall_goals() if goal.id == key), None)

    # --- What is shown

    def _view(self) -> PracticeView:
        standing = self._standing()
        used = self._ports.used()
        said, self._said = self._said, None
        today = self._ports.now().local_date
        subject, plan = standing.subject, standing.plan
        dose = None if subject is None or subject.routine is not None else self._book.dose_of(subject)
        return PracticeView(
            page=words.title(),
            title=words.title(),
            lead=words.lead(),
            plan=plan_part(standing, self._proposed()),
            edit=None
            if self._draft is None
            else edit_part(self._draft.subject, self._draft.rhythm, self._subjects(), plan),
            review=None if plan is None else review_part(plan, subject, today),
            weeks=weeks_part(standing, dose, self._table),
            goals=goals_part(self._journal.recall_goals(), self._goal, self._typed, self._away),
            ready=ready_part(self._ticked),
            occasions=self._ports.occasions(used),
            routines_heading=words.routines_heading(),
            new_routine=WayView(words.build_a_routine(), words.build_a_routine_detail(), ToRoutine()),
            more_heading=words.more_heading(),
            ways=(
                WayView(words.reminders(), words.reminders_detail(), ToReminders()),
                WayView(words.breathing(), words.breathing_detail(), ToBreathing()),
            ),
            problem=self._problem,
            said=said,
        )


def _rhythm(plan: PracticePlan) -> Rhythm:
    return Rhythm(plan.days_per_week, plan.sessions_per_day)
