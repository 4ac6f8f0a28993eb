"""The home page: what comes next, how the last days were, and what the body map shows of it.

Before the journal is open, ``today_first`` shows what the small glance file knows.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol as Port

from acupress_desktop.domain.allowance import (
    Allowance,
    DayLimit,
    OfferShort,
    PastSession,
    Postpone,
    Turn,
    daily_allowance,
    next_set,
)
from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.evidence import Source
from acupress_desktop.domain.ids import ComplaintId, PointCode, ProtocolId, RegionId, RowId, RuleId, SourceId
from acupress_desktop.domain.journal import HoldRecord, SessionEnd
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.occasions import LOW_ENERGY, Occasion
from acupress_desktop.domain.plans import Choices
from acupress_desktop.domain.ports import (
    Backup,
    BackupKind,
    DayRange,
    Glance,
    JournalChange,
    JournalStanding,
    KeptCheckIn,
    NextSet,
    ProtocolStart,
    SettingsPort,
    UnfinishedSession,
)
from acupress_desktop.domain.protocols import MINUTES_PER_DAY_MAX, DoseStage, Form, Plan, Protocol
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.row_ids import RowIds
from acupress_desktop.domain.settings import BodyView, Settings
from acupress_desktop.domain.sides import PainSide, Side, SiteSide
from acupress_desktop.domain.troubles import KnownTrouble, Trouble
from acupress_desktop.presenters.destinations import (
    Destination,
    ToAdverseLog,
    ToAtlas,
    ToCheckIn,
    ToComplaints,
    ToHelp,
    ToResume,
    ToSafety,
)
from acupress_desktop.presenters.occasions import OccasionBook, going_to, line_of, occasion_of, outline_on
from acupress_desktop.presenters.outlines import evidence_view, history_of, next_set_of, outline, places_meant
from acupress_desktop.presenters.pieces import ActView, NoticeView
from acupress_desktop.presenters.resuming import leave_session
from acupress_desktop.presenters.today_entries import last_entry, sore_places
from acupress_desktop.presenters.today_first import picture_view, spark_view, title_of
from acupress_desktop.presenters.today_notices import advice_notices, backup_notice, resume_notice
from acupress_desktop.presenters.today_view import MarkView, Phase, TodayView
from acupress_desktop.presenters.used_set import UsedSet, used_set
from acupress_desktop.presenters.watching import NOTICE, WatchContent, Watching, WatchJournal
from acupress_desktop.words import body, complaints
from acupress_desktop.words import occasions as occasion_words
from acupress_desktop.words import today as words


class TodayJournal(WatchJournal, Port):
    """What the home page needs of the journal."""

    @property
    def standing(self) -> JournalStanding:
        """Whether it may be written to."""
        ...

    @property
    def backup_trouble(self) -> Trouble | None:
        """Why the last daily backup failed; entries are kept all the same."""
        ...

    def remember_backup(self, kind: BackupKind) -> Backup:
        """Make and verify a backup of what is in the journal now."""
        ...

    def recall_newest_check_ins(self, count: int) -> tuple[KeptCheckIn, ...]:
        """Return the newest entries."""
        ...

    def recall_protocol_starts(self) -> tuple[ProtocolStart, ...]:
        """Return the first day of each set."""
        ...

    def recall_unfinished_session(self) -> UnfinishedSession | None:
        """Return the newest session without an end."""
        ...

    def remember_advice(self, rules: tuple[RuleId, ...], told: Moment) -> JournalChange:
        """Note that these rules asked for a check."""
        ...

    def remember_advice_checked(self, rule: RuleId, checked: Moment) -> JournalChange:
        """Note that the person had it checked."""
        ...

    def remember_hold(self, record: HoldRecord) -> JournalChange:
        """Add the hold in which a session broke off."""
        ...

    def remember_session_closed(self, session: RowId, *, end: SessionEnd, ended: Moment) -> JournalChange:
        """Close a session."""
        ...

    def remember_next_set(self, next_set: NextSet | None) -> None:
        """Note what the home page offers at the next first paint."""
        ...


@dataclass(frozen=True, slots=True)
class TodayContent:
    """The data files that the page speaks from.

    ``advice`` gives the sentence of a rule that is worth a banner, empty for any other
    (``presenters.reminders``).
    """

    protocols: tuple[Protocol, ...]
    sources: Mapping[SourceId, Source]
    atlas: Atlas
    regions: RegionMap
    regions_of: Callable[[ComplaintId], tuple[RegionId, ...]]
    advice: Callable[[RuleId], str]
    watch: WatchContent
    occasions: tuple[Occasion, ...] = ()
    planned: Callable[[], Protocol | None] = lambda: None
    """The set of the person's own routine, where they plan to press one."""


class TodayPresenter:
    """Presents the home page from the journal; intents return a view or where to go."""

    def __init__(
        self,
        journal: TodayJournal,
        settings: SettingsPort,
        content: TodayContent,
        glance: Callable[[], Glance | None],
        now: Callable[[], Moment],
        ids: RowIds,
    ) -> None:
        """``glance`` reads the small file again; it is fresh after every write to the journal."""
        self._journal = journal
        self._settings = settings
        self._content = content
        self._glance = glance
        self._now = now
        self._ids = ids
        self._watching = Watching(journal, content.watch, now)
        self._by_id = {protocol.id: protocol for protocol in content.protocols}
        self._noted: NextSet | None = None
        self._backup_trouble: Trouble | None = None
        self._backed_up = False

    # --- Intents

    def start(self) -> Destination:
        """Go to the safety screen of the set that is shown, or to the choice of one."""
        chosen = self._chosen()
        if chosen is None:
            return ToComplaints()
        protocol = chosen.protocol
        return ToSafety(protocol.complaint, chosen.pain_side, chosen.part, routine=protocol.routine)

    def low_energy(self) -> Destination:
        """Go to the same questions, for the short way through the set."""
        chosen = self._chosen()
        occasion = occasion_of(self._content.occasions, LOW_ENERGY)
        if chosen is None or occasion is None:
            return ToComplaints()
        made_of = self._by_id[occasion.set_for(chosen.protocol.id)]
        return going_to(occasion, made_of, chosen)

    def change(self) -> Destination:
        """Choose another set."""
        return ToComplaints()

    def check_in(self) -> Destination:
        """Write a diary entry."""
        return ToCheckIn()

    def log(self) -> Destination:
        """Tell something unpleasant."""
        return ToAdverseLog()

    def turn_body(self) -> TodayView:
        """Turn the figures as in a mirror, or back."""
        kept = self._settings.recall_settings()
        other = BodyView.AS_SEEN_BY_ANOTHER if kept.body_view is BodyView.MIRROR else BodyView.MIRROR
        # The picture turns back at the next start where this could not be kept; nothing else is lost.
        with contextlib.suppress(KnownTrouble):
            self._settings.remember_settings(replace(kept, body_view=other))
        return self.present()

    def open_point(self, point: PointCode, site: SiteSide | None = None) -> Destination:
        """Look a point up."""
        return ToAtlas(point, site)

    def act(self, key: str) -> TodayView | Destination:
        """Follow the first act of a notice."""
        kind, _, name = key.partition(":")
        if kind == "resume":
            return ToResume(RowId(name))
        if kind == "advice":
            self._journal.remember_advice_checked(RuleId(name), self._now())
        if kind == NOTICE:
            self._watching.tick(RuleId(name))
        if kind == "backup":
            try:
                self._journal.remember_backup(BackupKind.ASKED)
            except KnownTrouble as known:
                self._backup_trouble = known.trouble
            else:
                self._backup_trouble, self._backed_up = None, True
        return self.present()

    def other_act(self, key: str) -> TodayView | Destination:
        """Follow the second act of a notice."""
        kind, _, name = key.partition(":")
        now = self._now()
        if kind == "resume":
            leave_session(self._journal, RowId(name), self._ids, self._now, SessionEnd.STOPPED)
        if kind == "advice":
            self._journal.remember_advice((RuleId(name),), now)
        if kind == NOTICE:
            self._watching.put_off(RuleId(name))
        if kind == "backup":
            return ToHelp("data")
        return self.present()

    # --- What is shown

    def present(self) -> TodayView:
        """Show the page as it is now."""
        now = self._now()
        settings = self._settings.recall_settings()
        chosen = self._chosen()
        glance = self._glance()
        newest = self._journal.recall_newest_check_ins(1)
        newest_entry, newest_detail = last_entry(newest, now.local_date, self._content.regions)
        sore = sore_places(newest, now.local_date, self._content.regions)
        starts = self._journal.recall_protocol_starts()
        spark = spark_view(() if glance is None else glance.days, now.local_date)
        if chosen is None:
            title, summary, day_line = words.title_of_nothing(), words.summary_of_nothing(), ""
            start, change, evidence = ActView(words.choose()), "", None
            low_energy: ActView | None = None
            marks: tuple[MarkView, ...] = ()
            week, spoken = None, words.body_of_nothing()
        else:
            protocol = chosen.protocol
            offer = self._offer(chosen, starts, now, settings)
            name = complaints.set_title(protocol.title)
            title, summary, day_line = title_of(protocol.title, now), offer.summary, offer.day_line
            start, change = offer.start, words.change_the_plan()
            low_energy = offer.low_energy
            evidence = evidence_view(protocol.evidence, self._content.sources)
            marks = self._marks(offer.whole)
            week = _week(protocol.id, starts, now.local_date)
            spoken = words.set_on_the_body(name)
            meant = self._content.regions_of(protocol.complaint)
            regions = places_meant(self._content.regions, meant)
            self._note(next_set_of(protocol, offer.whole, regions))
        return TodayView(
            phase=Phase.LIVE,
            page=words.page(),
            eyebrow=words.eyebrow(now.local_date, week),
            title=title,
            summary=summary,
            start=start,
            low_energy=low_energy,
            day_line=day_line,
            change=change,
            notices=(
                *resume_notice(self._journal.recall_unfinished_session(), now),
                *backup_notice(self._standing_trouble()),
                # One thing to look after at a time, the most urgent first.
                *(*self._watch_notices(), *self._advice_notices(now))[:1],
            ),
            spark=spark,
            check_in=words.check_in(),
            last_entry=newest_entry,
            last_entry_detail=newest_detail,
            log=words.unpleasant(),
            evidence=evidence,
            evidence_fold=words.sources(),
            body=picture_view(marks, sore, settings, spoken),
        )

    def _note(self, wanted: NextSet) -> None:
        if wanted != self._noted:
            self._journal.remember_next_set(wanted)
            self._noted = wanted

    def _chosen(self) -> UsedSet | None:
        planned = self._content.planned()
        if planned is not None:
            return UsedSet(planned)
        return used_set(self._journal, self._glance(), self._content.protocols, self._now())

    def _offer(
        self,
        chosen: UsedSet,
        starts: tuple[ProtocolStart, ...],
        now: Moment,
        settings: Settings,
    ) -> _Offer:
        protocol = chosen.protocol
        history = history_of(starts, now)
        coming = next_set(protocol.id, history, now)
        choices = Choices(
            stage=coming.stage,
            first_side=Side(settings.first_side.value),
            painful_side=chosen.pain_side or PainSide.BOTH,
            part=chosen.part,
        )
        whole = outline(protocol, self._content.atlas, choices)
        pressed = protocol if coming.protocol == protocol.id else self._by_id[coming.protocol]
        full = outline(pressed, self._content.atlas, choices)
        short = None
        if pressed.has_short_form:
            short = outline(pressed, self._content.atlas, _short(choices))
        today = self._journal.recall_stories(DayRange(now.local_date, now.local_date))
        past = tuple(PastSession.of(story) for story in today)
        allowance = daily_allowance(past, full, short)
        done = sum(1 for session in past if session.took_place)
        summary = _summary(full, coming.turn, protocol.id)
        blocked = self._blocked(protocol, allowance, full, past)
        if isinstance(allowance, OfferShort) and short is not None:
            summary = f"{summary} {words.short_form_today(short.minutes)}"
        name = complaints.set_title(protocol.title)
        low_energy = None
        if coming.turn is not Turn.FIRST_EVER and protocol.routine is None:
            low_energy = self._low_energy(chosen, history, past, now, settings)
        return _Offer(
            whole,
            summary,
            ActView(words.start(), words.start_spoken(name), blocked),
            low_energy,
            blocked or words.session_count(done),
        )

    def _low_energy(
        self,
        chosen: UsedSet,
        history: Iterable[PastSession],
        past: tuple[PastSession, ...],
        now: Moment,
        settings: Settings,
    ) -> ActView | None:
        content = self._content
        occasion = occasion_of(content.occasions, LOW_ENERGY)
        if occasion is None:
            return None
        book = OccasionBook(
            content.occasions, content.protocols, content.atlas, content.regions, content.regions_of
        )
        drawn = outline_on(book, occasion, chosen, settings, history, now)
        if drawn is None:
            return None
        blocked = self._blocked(self._by_id[drawn.protocol], daily_allowance(past, drawn, None), drawn, past)
        return ActView(occasion_words.low_energy(), line_of(occasion, drawn, settings), blocked)

    def _blocked(
        self, protocol: Protocol, allowance: Allowance, full: Plan, past: Iterable[PastSession]
    ) -> str:
        if self._journal.standing in (JournalStanding.DAMAGED, JournalStanding.CLOSED):
            return words.journal_shut()
        if self._journal.standing is JournalStanding.UNVERIFIED:
            return words.still_opening()
        if not protocol.offered:
            return words.not_offered()
        if isinstance(allowance, Postpone):
            if allowance.limit is DayLimit.SESSIONS:
                return words.two_sessions_done()
            used = sum(session.total_seconds for session in past if session.took_place)
            return words.over_the_minutes(full.minutes, int(MINUTES_PER_DAY_MAX - used / 60))
        return ""

    def _marks(self, plan: Plan) -> tuple[MarkView, ...]:
        order = {point: number for number, point in enumerate(dict.fromkeys(s.point for s in plan.steps), 1)}
        sites: dict[PointCode, int] = {}
        for step in plan.steps:
            sites[step.point] = sites.get(step.point, 0) + 1
        marks = []
        for step in plan.steps:
            point = self._content.atlas[step.point]
            sides = body.both_sides() if sites[step.point] > 1 else body.side_words(step.side)
            detail = words.point_place(point.label, sides)
            number = order[step.point]
            spoken = words.mark_spoken(number, point.english, point.label, body.side_words(step.side))
            marks.append(MarkView(number, step.point, step.side, point.english, detail, spoken))
        return tuple(marks)

    def _standing_trouble(self) -> Trouble | None:
        """Why there is no backup of today, until one could be made."""
        return None if self._backed_up else self._backup_trouble or self._journal.backup_trouble

    def _advice_notices(self, now: Moment) -> tuple[NoticeView, ...]:
        return advice_notices(self._journal.recall_advice(), self._content.advice, now)

    def _watch_notices(self) -> Iterable[NoticeView]:
        return (self._watching.notice(sign) for sign in self._watching.to_tell())


@dataclass(frozen=True, slots=True)
class _Offer:
    whole: Plan
    summary: str
    start: ActView
    low_energy: ActView | None
    day_line: str


def _short(choices: Choices) -> Choices:
    return Choices(
        stage=choices.stage,
        form=Form.SHORT,
        first_side=choices.first_side,
        painful_side=choices.painful_side,
        part=choices.part,
    )


def _summary(plan: Plan, turn: Turn, wanted: ProtocolId) -> str:
    if turn is Turn.FIRST_EVER and plan.protocol != wanted:
        return words.first_session_is_calm(plan.minutes)
    seconds = [step.hold_seconds for step in plan.steps]
    points = len({step.point for step in plan.steps})
    on_both = all(step.side is not SiteSide.MIDLINE for step in plan.steps) and len(seconds) == 2 * points
    if on_both and min(seconds) == max(seconds):
        first = words.points_on_each_side(points, seconds[0])
    else:
        first = words.points_and_holds(points, len(seconds), min(seconds), max(seconds))
    told = f"{first} {words.minutes_with_pauses(plan.minutes)}"
    return f"{told} {words.first_week()}" if plan.stage is DoseStage.FIRST_WEEK else told


def _week(protocol: ProtocolId, starts: Iterable[ProtocolStart], today: date) -> int | None:
    first = next((start.day for start in starts if start.protocol == protocol), None)
    return None if first is None or first > today else (today - first).days // 7 + 1
