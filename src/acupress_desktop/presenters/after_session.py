"""After a session: pain some minutes later, how each point felt, anything unpleasant, a note.

Answers are gathered here and written together when the person saves, each as its own record.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from acupress_desktop.domain.ids import PointCode, RowId
from acupress_desktop.domain.journal import (
    NOTE_CHARACTERS_MAX,
    AdverseEventRecord,
    AdverseKind,
    Comfort,
    Measure,
    RatingRecord,
    RatingTime,
    SessionStory,
)
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import JournalPort
from acupress_desktop.domain.protocols import one_softer
from acupress_desktop.domain.row_ids import RowIds
from acupress_desktop.domain.safety.places import Site
from acupress_desktop.domain.safety.watch_facts import BadEffect
from acupress_desktop.domain.settings import Settings
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.presenters.after_session_view import (
    AfterSessionView,
    PointComfortView,
    SiteChoiceView,
    UnpleasantView,
    WhereView,
)
from acupress_desktop.presenters.destinations import Destination, ToAdverseLog, ToToday
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.session_place import SessionBook
from acupress_desktop.presenters.session_view import AdviceCardView
from acupress_desktop.presenters.watching import Watching
from acupress_desktop.words import after_session as words
from acupress_desktop.words import body, notices, stop_card, storage
from acupress_desktop.words import watch as watch_words
from acupress_desktop.words.days import clock_time

FIRST_ASK = timedelta(minutes=5)
SECOND_ASK = timedelta(minutes=20)
_FIRST_WINDOW = (timedelta(minutes=3), timedelta(minutes=10))
_SECOND_WINDOW = (timedelta(minutes=15), timedelta(minutes=40))
MORE_PAIN_POINTS = 2
_ADVISED = frozenset(
    {
        AdverseKind.CHEST,
        AdverseKind.BREATHLESS,
        AdverseKind.SHARP_PAIN,
        AdverseKind.OTHER,
        AdverseKind.TINGLING,
        AdverseKind.NUMB,
        AdverseKind.DIZZY,
        AdverseKind.MORE_PAIN,
        AdverseKind.BRUISE,
    }
)


@dataclass(slots=True)
class _Answers:
    pain: int | None = None
    rated: Moment | None = None
    second: bool = False
    comforts: dict[PointCode, Comfort] = field(default_factory=dict)
    felt_anew: frozenset[PointCode] = frozenset()
    nothing: bool = False
    kinds: tuple[AdverseKind, ...] = ()
    places: dict[AdverseKind, tuple[Site, ...]] = field(default_factory=dict)
    note: str = ""


class AfterSessionPresenter:
    """Asks after one session and writes the answers when told to."""

    def __init__(
        self,
        journal: JournalPort,
        story: SessionStory,
        book: SessionBook,
        ids: RowIds,
        now: Callable[[], Moment],
        settings: Callable[[], Settings],
        watching: Watching | None = None,
    ) -> None:
        """``watching`` says what follows from what is told; without it only the first advice is given."""
        self._journal = journal
        self._story = story
        self._book = book
        self._ids = ids
        self._now = now
        self._settings = settings
        self._watching = watching
        self._answers = _Answers(
            comforts=_told_comforts(story),
            kinds=tuple(dict.fromkeys(event.kind for event in story.adverse_events)),
            note=story.session.note,
        )
        self._told_kinds = frozenset(event.kind for event in story.adverse_events)
        self._asks_now = False
        self._advice: AdverseKind | None = None
        self._trouble = ""
        self._rating_row: dict[RatingTime, RowId] = {}

    @property
    def next_ask(self) -> Moment | None:
        """When the question comes by itself; ``None`` after the second answer."""
        ended = self._ended
        if self._answers.rated is None:
            return _later(ended, FIRST_ASK)
        return None if self._answers.second else _later(ended, SECOND_ASK)

    def view(self) -> AfterSessionView:
        """Return what the page shows now."""
        answers = self._answers
        before = self._before
        ask = self.next_ask
        asks = self._asks_now
        done = [hold for hold in self._story.holds if hold.completed]
        rated = answers.rated
        minutes = 0 if rated is None else int((rated.utc - self._ended.utc).total_seconds() // 60)
        return AfterSessionView(
            page=words.page(self._book.title),
            title=self._book.title,
            holds_line=words.holds_line(
                len(done),
                self._story.session.planned_holds,
                sum(hold.held_seconds for hold in self._story.holds),
            ),
            pain_heading=words.pain_heading(),
            before_label=words.before(),
            before_time="" if before is None else clock_time(before.moment),
            before_value=words.not_rated() if before is None else str(before.value),
            after_label=words.five_minutes_after() if rated is None else words.minutes_after(minutes),
            after_time="" if rated is None else clock_time(rated),
            after_value="" if answers.pain is None else str(answers.pain),
            asks_now=asks,
            scale_question=words.question_now(),
            scale_low=words.scale_low(),
            scale_high=words.scale_high(),
            scale_value=answers.pain,
            ask_line=self._ask_line(ask),
            ask_now="" if asks or ask is None else words.ask_me_now(),
            numbers_line=notices.pain_changes_by_itself(),
            unpleasant_question=words.unpleasant_question(),
            nothing=words.nothing(),
            nothing_chosen=answers.nothing,
            unpleasant=tuple(
                UnpleasantView(kind, words.unpleasant(kind), kind in answers.kinds)
                for kind in dict.fromkeys((*words.CHIPS, *answers.kinds))
            ),
            unpleasant_hint=words.unpleasant_hint(),
            log=words.another_place(),
            where=tuple(
                self._where(kind)
                for kind in answers.kinds
                if kind in words.PLACED and kind not in self._told_kinds
            ),
            advice=self._advice_view(),
            comfort_heading=words.comfort_heading(),
            comfort_options=(
                (Comfort.FINE, words.fine()),
                (Comfort.TOO_MUCH, words.too_much()),
                (Comfort.SKIPPED, words.skipped()),
            ),
            points=self._points(),
            comfort_hint=self._comfort_hint(),
            note_label=words.note_label(),
            note_placeholder=words.note_placeholder(),
            note=answers.note,
            note_characters_max=NOTE_CHARACTERS_MAX,
            notice=notices.not_a_medical_device(),
            save=words.save(),
            not_now=words.not_now(),
            trouble=self._trouble,
        )

    def ask(self) -> AfterSessionView:
        """Show the scale: the person asked, or the time has come."""
        self._asks_now = True
        return self.view()

    def rate(self, value: int) -> AfterSessionView:
        """Take the pain of this minute; written at once, so that closing the window loses nothing."""
        when = self._now()
        time = self._time_of(when)
        row = self._rating_row.setdefault(time, self._ids.next())
        record = RatingRecord(row, self._story.session.id, when, Measure.PAIN, time, value)
        if not self._written(lambda: self._journal.remember_rating(record)):
            return self.view()
        self._answers.second = self._answers.rated is not None or time is RatingTime.AFTER_20
        self._answers.pain = value
        self._answers.rated = when
        self._asks_now = False
        before = self._before
        if before is not None and value - before.value >= MORE_PAIN_POINTS:
            self._choose(AdverseKind.MORE_PAIN)
        return self.view()

    def feel(self, point: PointCode, comfort: Comfort) -> AfterSessionView:
        """Say how a point felt."""
        self._answers.comforts[point] = comfort
        self._answers.felt_anew |= {point}
        return self.view()

    def nothing_unpleasant(self) -> AfterSessionView:
        """Say that nothing was unpleasant; what was told during the session stays."""
        self._answers.nothing = not self._answers.nothing
        self._answers.kinds = tuple(kind for kind in self._answers.kinds if kind in self._told_kinds)
        return self.view()

    def tell(self, kind: AdverseKind) -> AfterSessionView:
        """Tell something unpleasant, or take it back."""
        if kind in self._answers.kinds and kind not in self._told_kinds:
            self._answers.kinds = tuple(each for each in self._answers.kinds if each is not kind)
        elif kind not in self._answers.kinds:
            self._choose(kind)
        return self.view()

    def tell_site(self, kind: AdverseKind, point: PointCode, side: SiteSide) -> AfterSessionView:
        """Say at which of the pressed sites it was, or take that back."""
        chosen = self._answers.places.get(kind, ())
        site = (point, side)
        self._answers.places[kind] = (
            tuple(other for other in chosen if other != site) if site in chosen else (*chosen, site)
        )
        return self.view()

    def leave_advice(self) -> AfterSessionView:
        """The person has read what to do."""
        self._advice = None
        return self.view()

    def write_note(self, note: str) -> None:
        """Take the note as typed; the field bounds its length."""
        self._answers.note = note[:NOTE_CHARACTERS_MAX]

    def save(self) -> AfterSessionView | Destination:
        """Write all answers; leads home once everything is on disk."""
        return ToToday() if self._written(self._write_all) else self.view()

    def not_now(self) -> Destination:
        """Leave; what was told so far is kept as far as the disk takes it."""
        self._written(self._write_all)
        return ToToday()

    def log(self) -> AfterSessionView | Destination:
        """Keep what was told and go to the log, where anything more can be told."""
        return ToAdverseLog() if self._written(self._write_all) else self.view()

    def _choose(self, kind: AdverseKind) -> None:
        self._answers.nothing = False
        if kind not in self._answers.kinds:
            self._answers.kinds = (*self._answers.kinds, kind)
        if kind in _ADVISED:
            self._advice = kind

    def _write_all(self) -> None:
        for hold in self._story.holds:
            comfort = self._answers.comforts.get(hold.point)
            if hold.point in self._answers.felt_anew and comfort is not hold.comfort:
                self._journal.remember_comfort(hold.id, comfort)
        for kind in self._answers.kinds:
            if kind not in self._told_kinds:
                for record in self._records(kind):
                    self._journal.remember_adverse_event(record)
                self._told_kinds |= {kind}
        if self._answers.note != self._story.session.note:
            self._journal.remember_session_note(self._story.session.id, self._answers.note)

    def _records(self, kind: AdverseKind) -> tuple[AdverseEventRecord, ...]:
        """One event for each place; one without a place where none was said."""
        sites: tuple[Site | tuple[None, None], ...] = self._answers.places.get(kind, ()) or ((None, None),)
        return tuple(
            AdverseEventRecord(
                self._ids.next(),
                self._story.session.id,
                self._now(),
                kind,
                point,
                side=side,
                region=None if point is None else self._book.atlas[point].region,
            )
            for point, side in sites
        )

    def _written(self, write: Callable[[], object]) -> bool:
        try:
            write()
        except KnownTrouble as trouble:
            self._trouble = storage.trouble_line(trouble.trouble)
            return False
        self._trouble = ""
        return True

    @property
    def _ended(self) -> Moment:
        return self._story.session.ended or self._story.session.started

    @property
    def _before(self) -> RatingRecord | None:
        return next(
            (
                rating
                for rating in self._story.ratings
                if rating.measure is Measure.PAIN and rating.time is RatingTime.BEFORE
            ),
            None,
        )

    def _time_of(self, when: Moment) -> RatingTime:
        passed = when.utc - self._ended.utc
        if _FIRST_WINDOW[0] <= passed <= _FIRST_WINDOW[1]:
            return RatingTime.AFTER_5
        if _SECOND_WINDOW[0] <= passed <= _SECOND_WINDOW[1]:
            return RatingTime.AFTER_20
        return RatingTime.AFTER_LATER

    def _ask_line(self, ask: Moment | None) -> str:
        if self._asks_now or ask is None:
            return ""
        time = clock_time(ask)
        return words.will_ask_at(time) if self._answers.rated is None else words.will_ask_again_at(time)

    def _advice_view(self) -> AdviceCardView | None:
        kind = self._advice
        if kind is None:
            return None
        return AdviceCardView(
            title=stop_card.advice_title(kind),
            sentences=(*self._numbers(kind), *stop_card.advice(kind), *self._what_follows(kind)),
            emergency=stop_card.advice_emergency(self._settings().emergency_number),
            leave=stop_card.advice_leave(),
        )

    def _numbers(self, kind: AdverseKind) -> tuple[str, ...]:
        """Say both numbers where they are why the card came."""
        before, after = self._before, self._answers.pain
        if kind is not AdverseKind.MORE_PAIN or before is None or after is None:
            return ()
        rose = after - before.value >= MORE_PAIN_POINTS
        return (watch_words.rose_now(before.value, after),) if rose else ()

    def _what_follows(self, kind: AdverseKind) -> tuple[str, ...]:
        """Say what the next sessions make of it."""
        if self._watching is None:
            return ()
        effect = BadEffect(self._now(), kind, self._story.session.id)
        sign = self._watching.with_told(effect, self._story.session.protocol)
        return () if sign is None else (self._watching.message(sign),)

    def _where(self, kind: AdverseKind) -> WhereView:
        chosen = self._answers.places.get(kind, ())
        sites = dict.fromkeys((hold.point, hold.side) for hold in self._story.holds)
        return WhereView(
            kind,
            words.where_was_it(kind),
            tuple(
                SiteChoiceView(
                    point,
                    side,
                    words.site(self._book.atlas[point].english, body.side_words(side)),
                    Choice.when((point, side) in chosen),
                )
                for point, side in sites
            ),
        )

    def _points(self) -> tuple[PointComfortView, ...]:
        views: list[PointComfortView] = []
        for code in dict.fromkeys(hold.point for hold in self._story.holds):
            point = self._book.atlas[code]
            sides = {hold.side for hold in self._story.holds if hold.point == code}
            how = self._book.how_to[code]
            where = body.both_sides() if len(sides) > 1 else body.side_words(next(iter(sides)))
            label = ", ".join(part for part in (point.display_code or "", where) if part)
            views.append(
                PointComfortView(
                    point=code,
                    close_up=how.close_up,
                    name=point.english,
                    detail=label,
                    comfort=self._answers.comforts.get(code),
                    spoken=f"{point.english}, {label}",
                )
            )
        return tuple(views)

    def _comfort_hint(self) -> str:
        for hold in self._story.holds:
            if self._answers.comforts.get(hold.point) is Comfort.TOO_MUCH:
                lower = one_softer(hold.felt_pressure)
                return words.lowers_target(self._book.atlas[hold.point].english, hold.felt_pressure, lower)
        return words.too_much_hint()


def _told_comforts(story: SessionStory) -> dict[PointCode, Comfort]:
    """What was told of each point while it was pressed: of two sides, the one that was less well borne."""
    told: dict[PointCode, Comfort] = {}
    for comfort in (Comfort.SKIPPED, Comfort.FINE, Comfort.TOO_MUCH):
        told.update({hold.point: comfort for hold in story.holds if hold.comfort is comfort})
    return told


def _later(moment: Moment, by: timedelta) -> Moment:
    return Moment.of(moment.local + by, moment.zone)
