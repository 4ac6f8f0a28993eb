"""All of one check-in or one session, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from acupress_desktop.domain.atlas import Atlas, UnknownPoint
from acupress_desktop.domain.exercises import ExerciseRecord
from acupress_desktop.domain.ids import PointCode, ProtocolId, RegionId, RowId, RuleId
from acupress_desktop.domain.journal import (
    AdverseEventRecord,
    CheckInRecord,
    HoldRecord,
    Measure,
    RatingRecord,
    RatingTime,
    SessionRecord,
    SessionStory,
)
from acupress_desktop.domain.occasions import Occasion
from acupress_desktop.domain.plans import STUDY_ONLY
from acupress_desktop.domain.protocols import Protocol
from acupress_desktop.domain.regions import RegionMap, UnknownRegion
from acupress_desktop.domain.routine_sets import routine_of
from acupress_desktop.domain.safety.watch import RISE_POINTS
from acupress_desktop.domain.safety.watch_facts import past_press
from acupress_desktop.domain.trends.material import NO_PAIN_ANYWHERE
from acupress_desktop.presenters.history_view import (
    CheckInDetailView,
    HoldsView,
    ParagraphView,
    RatingPairView,
    RatingView,
    SessionDetailView,
)
from acupress_desktop.presenters.occasions import occasion_of
from acupress_desktop.presenters.planning import lost_to_a_sore_hand
from acupress_desktop.presenters.session_papers import UnreadablePapers, papers_of
from acupress_desktop.words import body, complaints, felt_pressure, notices, session_screen
from acupress_desktop.words import check_in as check_in_words
from acupress_desktop.words import history as words
from acupress_desktop.words import occasions as occasion_words
from acupress_desktop.words import watch as watch_words
from acupress_desktop.words.check_in import when


@dataclass(frozen=True, slots=True)
class HistoryNames:
    """Names for what the journal keeps by code. An older journal may name what this version lacks."""

    atlas: Atlas
    regions: RegionMap
    protocols: Mapping[ProtocolId, Protocol]
    reason: Callable[[RuleId], str]
    routine_name: Callable[[RowId], str | None] = lambda _routine: None
    occasions: tuple[Occasion, ...] = ()

    def set_title(self, protocol: ProtocolId) -> str:
        """Name a set, or a routine as it was named last, even where it was deleted."""
        routine = routine_of(protocol)
        if routine is not None:
            name = self.routine_name(routine)
            return words.unknown_routine() if name is None else words.own_routine(name)
        found = self.protocols.get(protocol)
        return words.unknown_set(protocol) if found is None else complaints.set_title(found.title)

    def session_title(self, session: SessionRecord) -> str:
        """Name the set of a session, and the occasion where it was for one."""
        title = self.set_title(session.protocol)
        if session.occasion is None:
            return title
        occasion = occasion_of(self.occasions, session.occasion)
        name = session.occasion if occasion is None else occasion_words.title(occasion.title)
        return words.on_occasion(title, name)

    def place(self, region: RegionId) -> str:
        """Name a region."""
        try:
            return self.regions.title(region)
        except UnknownRegion:
            return region

    def point(self, code: PointCode) -> str:
        """Name a point."""
        try:
            found = self.atlas[code]
        except UnknownPoint:
            return code
        return f"{found.label} {found.english}"

    def where_told(self, event: AdverseEventRecord) -> str:
        """Say where something unpleasant was; empty where the person did not say."""
        if event.point is not None:
            point = self.point(event.point)
            return point if event.side is None else words.point_and_side(point, body.side_words(event.side))
        return "" if event.region is None else body.sided_region(self.place(event.region), event.side)

    def pains(self, record: CheckInRecord) -> list[str]:
        """Say where it hurt and how much; the strongest first."""
        told = sorted(record.pains, key=lambda pain: pain.intensity, reverse=True)
        return [
            words.no_pain()
            if pain.region == NO_PAIN_ANYWHERE
            else words.pain_at(body.chip(self.place(pain.region), pain.side), pain.intensity)
            for pain in told
        ]

    def items(self, record: CheckInRecord) -> list[str]:
        """Say what else was rated."""
        named = (
            (words.item_day_average(), record.pain_day_average),
            (words.item_sleep(), record.sleep),
            (words.item_mood(), record.mood),
            (words.item_stress(), record.stress),
            (words.item_energy(), record.energy),
            (words.item_activity(), record.activity),
        )
        counted = (
            (words.water_glasses, record.water_glasses),
            (words.movement_minutes, record.movement_minutes),
        )
        return [
            *(words.item(name, value) for name, value in named if value is not None),
            *(told(value) for told, value in counted if value is not None),
        ]

    def tags(self, record: CheckInRecord) -> list[str]:
        """Name the marks of the day."""
        return [check_in_words.tag(tag) for tag in record.tags]


def check_in_detail(record: CheckInRecord, names: HistoryNames) -> CheckInDetailView:
    """Show all of one check-in."""
    paragraphs = [
        ParagraphView(heading, tuple(lines))
        for heading, lines in (
            ("", names.pains(record)),
            ("", names.items(record)),
            (words.marks_heading(), names.tags(record)),
            (words.note_heading(), [record.note] if record.note else []),
        )
        if lines
    ]
    return CheckInDetailView(
        id=record.id,
        title=words.entry(),
        when=when(record.moment),
        paragraphs=tuple(paragraphs),
        edit=words.edit(),
        delete=words.delete_entry(),
    )


def session_detail(story: SessionStory, names: HistoryNames) -> SessionDetailView:
    """Show all of one session."""
    session = story.session
    done = sum(hold.completed for hold in story.holds)
    held = sum(hold.held_seconds for hold in story.holds)
    summary = (
        words.how_it_ended(session.end)
        + ". "
        + words.session_line(done, session.planned_holds, words.duration(held))
        + "."
    )
    if story.pauses:
        paused = sum(pause.seconds for pause in story.pauses)
        summary += " " + words.pauses(len(story.pauses), words.duration(paused))
    return SessionDetailView(
        id=session.id,
        title=names.session_title(session),
        when=when(session.started),
        summary=summary,
        ratings=tuple(_ratings(story.ratings)),
        caveat=notices.pain_changes_by_itself() if len(story.ratings) > 1 else "",
        holds=_holds(story.holds, names),
        paragraphs=tuple(_paragraphs(story, names)),
        delete=words.delete_session(),
    )


def _ratings(ratings: tuple[RatingRecord, ...]) -> list[RatingPairView]:
    order = list(RatingTime)
    views = []
    for measure in Measure:
        of_it = sorted(
            (rating for rating in ratings if rating.measure is measure),
            key=lambda rating: (order.index(rating.time), rating.moment.utc),
        )
        if of_it:
            views.append(
                RatingPairView(
                    words.measure(measure),
                    tuple(
                        RatingView(
                            words.rating_time(rating.time),
                            str(rating.value),
                            words.rating_spoken(measure, rating.time, rating.value),
                        )
                        for rating in of_it
                    ),
                )
            )
    return views


def _holds(holds: tuple[HoldRecord, ...], names: HistoryNames) -> HoldsView:
    heads: tuple[str, ...] = (
        words.column_point(),
        words.column_side(),
        words.column_set(),
        words.column_planned(),
        words.column_pressed(),
        words.column_pressure(),
        words.column_comfort(),
        words.column_why(),
    )
    rows: tuple[tuple[str, ...], ...] = tuple(
        (
            names.point(hold.point),
            words.side(hold.side),
            words.seconds(hold.prescribed_seconds),
            words.seconds(hold.hold_seconds),
            words.seconds(hold.held_seconds),
            felt_pressure.of_ten(hold.felt_pressure),
            words.comfort(hold.comfort),
            "; ".join(_why(hold, names)) or words.nothing(),
        )
        for hold in holds
    )
    if all(row[-1] == words.nothing() for row in rows):
        # Nothing was changed, so no column of dashes says so ten times.
        heads, rows = heads[:-1], tuple(row[:-1] for row in rows)
    return HoldsView(words.holds_heading(), heads, rows, words.no_holds())


def _why(hold: HoldRecord, names: HistoryNames) -> list[str]:
    told = []
    for reason in hold.changed_by:
        known = words.why_changed(reason)
        told.append(known if known is not None else words.by_rule(reason, names.reason(RuleId(reason))))
    return told


def _paragraphs(story: SessionStory, names: HistoryNames) -> list[ParagraphView]:
    # Rule A01 holds for everybody, so it tells nothing about that day.
    of_the_day = (rule for rule in story.session.rules if rule != STUDY_ONLY)
    limits = tuple(words.by_rule(rule, names.reason(rule)) for rule in of_the_day)
    lost = tuple(_left_out(story.session.clearance_json, names))
    told = tuple(
        ". ".join(
            part
            for part in (
                words.adverse(event.kind, names.where_told(event)),
                event.note,
            )
            if part
        )
        for event in story.adverse_events
    )
    pressed = past_press(story)
    if pressed is not None and pressed.rise is not None and pressed.rise >= RISE_POINTS:
        told = (*told, watch_words.rose_that_day())
    note = (story.session.note,) if story.session.note else ()
    return [
        ParagraphView(heading, lines)
        for heading, lines in (
            (words.exercises_heading(), tuple(_exercise(done) for done in story.exercises)),
            (words.adverse_heading(), told),
            (words.left_out_heading(), lost),
            (words.limits_heading(), limits),
            (words.note_heading(), note),
        )
        if lines
    ]


def _exercise(done: ExerciseRecord) -> str:
    """Say how often and how long; the app counts seconds, and times are as they were planned."""
    amount = session_screen.exercise_amount(done.repeats, round(done.done_seconds))
    told = words.exercise if done.completed else words.exercise_cut_short
    return told(done.title, amount)


def _left_out(papers: str, names: HistoryNames) -> Iterator[str]:
    """Say what the plan of that day left out; nothing where its papers are of another version."""
    try:
        of_the_day = papers_of(papers)
    except UnreadablePapers:
        return
    for left in of_the_day.plan.left_out:
        sore_hand = lost_to_a_sore_hand(left, of_the_day.clearance, names.regions)
        why = words.by_sore_hand() if sore_hand else words.why_left_out(left.rule)
        yield words.left_out(
            words.point_and_side(names.point(left.point), words.side(left.side)),
            words.by_rule(left.rule, names.reason(left.rule)) if why is None else why,
            "" if left.replaced_by is None else names.point(left.replaced_by),
        )
