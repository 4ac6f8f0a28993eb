"""Before a session: what will be pressed, what was left out and why, what is known, and the numbers now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol as Port

from acupress_desktop.domain.allowance import PastSession
from acupress_desktop.domain.breathing import OwnBreath
from acupress_desktop.domain.evidence import Source
from acupress_desktop.domain.ids import OccasionId, PointCode, RowId, SourceId
from acupress_desktop.domain.journal import Measure, RatingRecord, RatingTime, SessionRecord
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.occasions import Occasion
from acupress_desktop.domain.ports import DayRange, JournalChange, PointPressure, ProtocolStart, SettingsPort
from acupress_desktop.domain.pressure import PressureTrial
from acupress_desktop.domain.protocols import DoseStage, Form, Plan
from acupress_desktop.domain.routine_sets import protocol_of
from acupress_desktop.domain.safety.outcome import BreathingGuide
from acupress_desktop.domain.safety.rules import Catalogue
from acupress_desktop.domain.settings import OnOff
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.presenters.beginning import chosen_breath
from acupress_desktop.presenters.destinations import (
    Destination,
    ToComplaints,
    ToEvidence,
    ToPlan,
    ToPressure,
    ToSafety,
    ToSafetyAnswers,
    ToSession,
    ToToday,
)
from acupress_desktop.presenters.occasions import manner_of, occasion_of
from acupress_desktop.presenters.outlines import evidence_view, history_of, main_area, set_name
from acupress_desktop.presenters.pieces import ActView, Choice, ScaleView
from acupress_desktop.presenters.plan_points import HowToPress, PlannedPoints
from acupress_desktop.presenters.plan_view import (
    BeforeView,
    FormView,
    LimitView,
    NoPlanView,
    PlanView,
    WayView,
)
from acupress_desktop.presenters.plan_ways import occasion_part, ways_of
from acupress_desktop.presenters.planning import Because, NoProposal, Past, Proposal, SetBook, Wish, propose
from acupress_desktop.presenters.pressure_results import lines_for_a_plan
from acupress_desktop.presenters.ready import ready_part
from acupress_desktop.presenters.session_papers import SessionPapers, papers_text
from acupress_desktop.presenters.watching import WatchJournal, watched_of
from acupress_desktop.session.resume import may_resume
from acupress_desktop.words import (
    check_in,
    complaints,
    evidence_page,
    felt_pressure,
    how_to,
    notices,
    pressure,
    routines,
    safety_answers,
    storage,
)
from acupress_desktop.words import occasions as occasion_words
from acupress_desktop.words import plan as words
from acupress_desktop.words.safety import SafetyWords


class PlanJournal(WatchJournal, Port):
    """What the page needs of the journal."""

    def recall_protocol_starts(self) -> tuple[ProtocolStart, ...]:
        """Return the first day of each set."""
        ...

    def recall_pressure_limits(self) -> tuple[PointPressure, ...]:
        """Return the points at which pressing was ever too much."""
        ...

    def recall_own_breaths(self) -> tuple[OwnBreath, ...]:
        """Return the breathing patterns of the person's own."""
        ...

    def recall_pressure_trials(self) -> tuple[PressureTrial, ...]:
        """Return the person's own tries on a scale."""
        ...

    def remember_session_opened(
        self, record: SessionRecord, ratings: tuple[RatingRecord, ...] = ()
    ) -> JournalChange:
        """Add a session that is about to start."""
        ...


@dataclass(frozen=True, slots=True)
class PlanContent:
    """The data files that the page speaks from."""

    book: SetBook
    sources: Mapping[SourceId, Source]
    catalogue: Catalogue
    texts: SafetyWords
    how_to: Mapping[PointCode, HowToPress]
    occasions: tuple[Occasion, ...] = ()


class PlanPresenter:
    """Holds the wish and the numbers until "Begin" writes the session into the journal."""

    def __init__(
        self,
        journal: PlanJournal,
        settings: SettingsPort,
        content: PlanContent,
        now: Callable[[], Moment],
        new_id: Callable[[], RowId],
        going: ToPlan,
    ) -> None:
        self._journal = journal
        self._settings = settings
        self._content = content
        self._now = now
        self._new_id = new_id
        self._going = going
        self._wish = Wish(
            going.protocol if going.routine is None else protocol_of(going.routine),
            going.pain_side,
            going.part,
            occasion=occasion_of(content.occasions, going.occasion),
            sore=content.catalogue.complaint(going.complaint).regions,
        )
        self._numbers: dict[Measure, int] = {}
        self._more = Choice.OPEN
        self._problem = ""
        self._past = self._recall_past()
        self._proposal = self._propose()

    # --- Intents

    def present(self) -> PlanView | NoPlanView:
        """Show the page."""
        proposal = self._proposal
        return self._no_plan(proposal) if isinstance(proposal, NoProposal) else self._plan(proposal)

    def choose_form(self, form: Form) -> PlanView | NoPlanView:
        """Choose the full or the short form."""
        self._wish = replace(self._wish, form=form)
        self._proposal = self._propose()
        return self.present()

    def choose_way(self, occasion: OccasionId | None) -> PlanView | NoPlanView:
        """Choose an occasion, or the whole set."""
        self._wish = replace(self._wish, occasion=occasion_of(self._content.occasions, occasion), form=None)
        self._proposal = self._propose()
        return self.present()

    def turn_reach(self, point: PointCode) -> PlanView | NoPlanView:
        """Say that a point is out of reach, or that it is not."""
        out = self._wish.out_of_reach
        changed = tuple(other for other in out if other != point) if point in out else (*out, point)
        self._wish = replace(self._wish, out_of_reach=changed)
        self._proposal = self._propose()
        return self.present()

    def rate(self, measure: Measure, value: int | None) -> PlanView | NoPlanView:
        """Answer one of the scales, or take the answer back."""
        if value is None:
            self._numbers.pop(measure, None)
        else:
            self._numbers[measure] = value
        return self.present()

    def turn_more(self) -> PlanView | NoPlanView:
        """Open the scales for mood and stress, or fold them."""
        self._more = Choice.when(self._more is Choice.OPEN)
        return self.present()

    def other_set(self) -> Destination:
        """Choose another set."""
        return ToComplaints()

    def change_answers(self) -> Destination:
        """Look over what was answered just now, to change any of it."""
        return self._asking

    def practise(self) -> Destination:
        """Learn how hard to press."""
        return ToPressure()

    def kept_answers(self) -> Destination:
        """Look over what the safety check remembers."""
        return ToSafetyAnswers()

    def evidence(self) -> Destination:
        """Read everything that is known about the offered set, which may not be the one that was chosen."""
        proposal = self._proposal
        if isinstance(proposal, NoProposal):
            return ToEvidence(complaint=self._going.complaint)
        return ToEvidence(complaint=proposal.protocol.complaint)

    def close(self) -> Destination:
        """Leave without a session; nothing is kept."""
        return ToToday()

    def begin(self) -> PlanView | NoPlanView | Destination:
        """Write the session and its numbers into the journal, then start it."""
        proposal = self._proposal
        if isinstance(proposal, NoProposal):
            return self.present()
        now = self._now()
        if not may_resume(self._going.result.clearance.given, now):
            # The page stood open for longer than its answers hold: today's questions come first.
            return replace(self._asking, given=None)
        record = self._record(proposal.plan, now)
        ratings = tuple(
            RatingRecord(self._new_id(), record.id, now, measure, RatingTime.BEFORE, value)
            for measure, value in self._numbers.items()
        )
        try:
            self._journal.remember_session_opened(record, ratings)
        except KnownTrouble as trouble:
            self._problem = storage.trouble_line(trouble.trouble)
            return self.present()
        return ToSession(record.id, proposal.plan, self._going.result)

    # --- Planning

    @property
    def _asking(self) -> ToSafety:
        """The safety screen that led here, for what is wanted by now."""
        going, occasion = self._going, self._wish.occasion
        again = going.again or ToSafety(going.complaint, going.pain_side, going.part, routine=going.routine)
        return replace(again, occasion=None if occasion is None else occasion.id)

    def _recall_past(self) -> Past:
        now = self._now()
        today = self._journal.recall_stories(DayRange(now.local_date, now.local_date))
        seen = watched_of(self._journal, self._content.book.regions, now)
        return Past(
            history=history_of(self._journal.recall_protocol_starts(), now),
            today=tuple(PastSession.of(story) for story in today),
            pressures=self._journal.recall_pressure_limits(),
            paused=tuple(name for name, _rule in seen.paused_sets),
        )

    def _propose(self, wish: Wish | None = None) -> Proposal | NoProposal:
        return propose(
            self._content.book,
            wish or self._wish,
            self._going.result.clearance,
            self._past,
            self._settings.recall_settings(),
            self._now(),
        )

    def _record(self, plan: Plan, now: Moment) -> SessionRecord:
        clearance = self._going.result.clearance
        regions = self._content.catalogue.complaint(clearance.complaint).regions
        return SessionRecord(
            id=self._new_id(),
            started=now,
            protocol=plan.protocol,
            content_version=plan.content_version,
            form=plan.form,
            stage=plan.stage,
            planned_holds=len(plan.steps),
            planned_seconds=plan.pressing_seconds,
            region=main_area(self._content.book.regions, regions, self._going.part),
            side=self._going.pain_side,
            rules=clearance.rules,
            clearance_json=papers_text(SessionPapers(clearance, plan)),
            occasion=plan.occasion,
            routine=plan.routine,
        )

    # --- What is shown

    def _plan(self, proposal: Proposal) -> PlanView:
        settings = self._settings.recall_settings()
        clearance = self._going.result.clearance
        plan = proposal.plan
        rated = Measure.PAIN in self._numbers
        name = set_name(proposal.protocol)
        said = self._points()
        return PlanView(
            page=words.page(),
            close=words.close(),
            eyebrow=words.eyebrow(not plan.left_out and not clearance.messages),
            title=name,
            summary=self._summary(proposal),
            forms_name=words.form_question(),
            forms=_forms(proposal),
            points_heading=words.points_heading(),
            points=said.cards(plan),
            left_out_heading=words.left_out_heading() if plan.left_out else "",
            left_out=said.left_out(plan.left_out),
            limits_heading=words.limits_heading() if clearance.messages else "",
            limits=self._limits(),
            kept_answers=safety_answers.link(),
            change_answers=words.change_answers(),
            evidence_heading=words.evidence_heading(),
            evidence=evidence_view(proposal.protocol.evidence, self._content.sources),
            evidence_all=evidence_page.see_all(),
            posture_heading=words.posture_heading(),
            posture=(*self._postures(plan), words.where_not_to()),
            pressure_heading=pressure.heading(),
            pressure=(
                felt_pressure.scale_line(),
                *lines_for_a_plan(
                    self._journal.recall_pressure_trials(), (step.felt_pressure for step in plan.steps)
                ),
            ),
            practise=pressure.practise_link(),
            breathing_heading=words.breathing_heading(),
            breathing=self._breathing(plan),
            stop_rule=notices.stop_line(),
            before_heading=words.before_heading(),
            before=self._before(),
            more_before=words.add_mood_and_stress() if self._more is Choice.OPEN else "",
            begin=ActView(words.begin()),
            hint="" if rated else words.without_number(),
            problem=self._problem,
            other_set=words.other_set(),
            figure=settings.figure,
            turned=settings.body_view,
            ways_name=occasion_words.choice_name(),
            ways=self._ways(proposal),
            occasion=occasion_part(occasion_of(self._content.occasions, plan.occasion)),
            evidence_note="" if plan.occasion is None else occasion_words.evidence_is_of_the_set(),
            ready=ready_part(),
        )

    def _ways(self, proposal: Proposal) -> tuple[WayView, ...]:
        """The ways that these answers are good for; none where there is only one."""
        if proposal.because is not Because.AS_WANTED or proposal.plan.routine is not None:
            return ()
        wishes = (replace(self._wish, occasion=each, form=None) for each in (None, *self._content.occasions))
        return ways_of(proposal, tuple((wish.occasion, self._propose(wish)) for wish in wishes))

    def _no_plan(self, none: NoProposal) -> NoPlanView:
        if none.limit is not None:
            title, lead = words.day_is_full_title(), words.day_is_full(none.limit)
        elif not none.protocol.offered:
            title = words.not_offered_title()
            lead = complaints.set_purpose(none.protocol.not_offered_because)
        else:
            title, lead = words.nothing_left(), words.nothing_left_lead()
        return NoPlanView(
            page=words.page(),
            close=words.close(),
            title=title,
            lead=lead,
            left_out_heading=words.left_out_heading() if none.left_out else "",
            left_out=self._points().left_out(none.left_out),
            limits_heading=words.limits_heading() if self._going.result.clearance.messages else "",
            limits=self._limits(),
            other_set=words.other_set(),
            to_today=words.to_today(),
            whole_set="" if self._wish.occasion is None else occasion_words.back_to_the_whole_set(),
        )

    def _summary(self, proposal: Proposal) -> str:
        plan = proposal.plan
        parts = []
        if proposal.because is Because.FIRST_EVER:
            parts.append(words.first_ever())
            if self._wish.occasion is not None:
                parts.append(occasion_words.first_session_first())
        elif proposal.because is Because.NOTHING_LEFT:
            wanted = self._content.book.protocol(self._wish.protocol)
            parts.append(words.instead_of_the_set(set_name(wanted)))
        parts.append(words.holds_and_minutes(len(plan.steps), plan.minutes))
        if plan.stage is DoseStage.FIRST_WEEK and proposal.because is not Because.FIRST_EVER:
            parts.append(words.first_week())
        if proposal.minutes_left is not None:
            parts.append(words.short_today(proposal.minutes_left))
        if plan.exercises:
            parts.append(routines.between(tuple(one.title for one in plan.exercises)))
        return " ".join(parts)

    def _points(self) -> PlannedPoints:
        content = self._content
        return PlannedPoints(
            content.book,
            content.how_to,
            content.catalogue,
            self._texts(),
            self._going.result.clearance,
            self._wish.out_of_reach,
        )

    def _texts(self) -> SafetyWords:
        return self._content.texts.with_number(self._settings.recall_settings().emergency_number)

    def _limits(self) -> tuple[LimitView, ...]:
        texts = self._texts()
        return tuple(
            LimitView(
                texts.message(message),
                words.rule(message.rule),
            )
            for message in self._going.result.clearance.messages
        )

    def _postures(self, plan: Plan) -> tuple[str, ...]:
        found = (self._content.how_to.get(step.point) for step in plan.steps)
        return tuple(dict.fromkeys(how_to.line(how.posture) for how in found if how is not None))

    def _breathing(self, plan: Plan) -> str:
        settings = self._settings.recall_settings()
        if self._going.result.clearance.breathing is BreathingGuide.OFF_BY_DEFAULT:
            return words.breathing_off_by_rule()
        if settings.breathing is OnOff.OFF:
            return words.breathing_off_by_choice()
        chosen = chosen_breath(
            settings,
            self._past.history,
            self._now(),
            self._journal.recall_own_breaths(),
            self._going.result.clearance.breath_holds_off_by,
            manner_of(plan, self._content.occasions).pattern,
        )
        told = words.breathing_on(chosen.pattern)
        return f"{told} {words.breath_holds_left_out()}" if chosen.holds_left_out_by else told

    def _before(self) -> tuple[BeforeView, ...]:
        low, high = check_in.pain_low(), check_in.pain_high()
        scales = [
            BeforeView(Measure.PAIN, ScaleView(words.pain(), low, high, self._numbers.get(Measure.PAIN)))
        ]
        if self._more is Choice.CHOSEN:
            extra = (
                (Measure.MOOD, check_in.mood(), check_in.mood_ends()),
                (Measure.STRESS, check_in.stress(), check_in.stress_ends()),
            )
            scales += [
                BeforeView(
                    measure,
                    ScaleView(question, ends[0], ends[1], self._numbers.get(measure), words.optional()),
                )
                for measure, question, ends in extra
            ]
        return tuple(scales)


def _forms(proposal: Proposal) -> tuple[FormView, ...]:
    if proposal.short is None:
        return ()
    return tuple(
        FormView(
            form,
            words.form(form, which.minutes),
            Choice.when(proposal.plan.form is form),
        )
        for form, which in ((Form.FULL, proposal.full), (Form.SHORT, proposal.short))
    )
