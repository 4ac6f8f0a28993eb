"""The log of unpleasant effects: told at any time, with or without a session, with advice at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol as Port

from acupress_desktop.domain.ids import PointCode, RowId
from acupress_desktop.domain.journal import (
    NOTE_CHARACTERS_MAX,
    AdverseEventRecord,
    AdverseKind,
    SessionStory,
)
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import DayRange, JournalChange
from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.domain.safety.places import Site
from acupress_desktop.domain.settings import Settings
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.presenters.adverse_log_view import (
    AdverseLogView,
    BodyPlacesView,
    KindChipView,
    LoggedView,
    SiteChipView,
    WhereAskedView,
)
from acupress_desktop.presenters.history_detail import HistoryNames
from acupress_desktop.presenters.history_view import SaidView
from acupress_desktop.presenters.pieces import ActView, Choice
from acupress_desktop.presenters.safety_bodies import leaves_of, place_label, sided_places
from acupress_desktop.presenters.safety_view import PlaceView
from acupress_desktop.presenters.session_view import AdviceCardView, AdviceKind
from acupress_desktop.presenters.watching import Watching
from acupress_desktop.words import adverse_log as words
from acupress_desktop.words import after_session as chip_words
from acupress_desktop.words import body, stop_card, storage
from acupress_desktop.words.check_in import when

PRESSED_WITHIN = timedelta(days=14)
POINTS_OFFERED_MAX = 12
LISTED_WITHIN = timedelta(days=3650)
LISTED_MAX = 100


class AdverseJournal(Port):
    """What the page needs of the journal."""

    def remember_adverse_event(self, record: AdverseEventRecord) -> JournalChange:
        """Add something unpleasant."""
        ...

    def remember_adverse_event_deleted(self, event: RowId) -> JournalChange:
        """Take something out."""
        ...

    def remember_adverse_event_restored(self, event: RowId) -> JournalChange:
        """Undo a deletion."""
        ...

    def recall_adverse_events(self, days: DayRange) -> tuple[AdverseEventRecord, ...]:
        """Return what was unpleasant on some days."""
        ...

    def recall_stories(self, days: DayRange) -> tuple[SessionStory, ...]:
        """Return the sessions of some days."""
        ...

    def recall_story(self, session: RowId) -> SessionStory | None:
        """Return one session."""
        ...


@dataclass(frozen=True, slots=True)
class _Draft:
    moment: Moment
    kind: AdverseKind | None = None
    site: Site | None = None
    place: RegionSelection | None = None
    note: str = ""


class AdverseLogPresenter:
    """Holds one thing while it is told; every intent returns the whole view."""

    def __init__(
        self,
        journal: AdverseJournal,
        watching: Watching,
        names: HistoryNames,
        settings: Callable[[], Settings],
        now: Callable[[], Moment],
        local_moment: Callable[[datetime], Moment],
        new_id: Callable[[], RowId],
    ) -> None:
        """``local_moment`` turns a wall-clock time of this machine (naive) into a moment."""
        self._journal = journal
        self._watching = watching
        self._names = names
        self._settings = settings
        self._now = now
        self._local_moment = local_moment
        self._new_id = new_id
        self._draft = _Draft(now())
        self._every_place = Choice.OPEN
        self._problem = ""
        self._advice: AdviceCardView | None = None
        self._said: SaidView | None = None
        self._gone: RowId | None = None

    # --- Intents

    def present(self) -> AdverseLogView:
        """Show the page."""
        return self._view()

    def choose_kind(self, kind: AdverseKind) -> AdverseLogView:
        """Say what it was; the place stays where the new kind has one too."""
        draft = replace(self._draft, kind=kind)
        self._draft = draft if kind in chip_words.PLACED else replace(draft, site=None, place=None)
        self._advice = None
        return self._view()

    def choose_site(self, point: PointCode, side: SiteSide) -> AdverseLogView:
        """Say at which point, or take it back; a point takes the place of a place."""
        site = None if self._draft.site == (point, side) else (point, side)
        self._draft = replace(self._draft, site=site, place=None)
        return self._view()

    def choose_place(self, place: RegionSelection) -> AdverseLogView:
        """Say where on the body, or take it back; a place takes the place of a point."""
        chosen = None if self._draft.place == place else place
        self._draft = replace(self._draft, place=chosen, site=None)
        return self._view()

    def turn_places(self) -> AdverseLogView:
        """Show the list of places, or hide it."""
        self._every_place = Choice.when(self._every_place is Choice.OPEN)
        return self._view()

    def move_to(self, wall_clock: datetime) -> AdverseLogView:
        """Say that it was at another time (naive local time); the future is refused in words."""
        moment = self._local_moment(wall_clock)
        if moment.utc > self._now().utc:
            self._problem = words.in_the_future()
        else:
            self._problem = ""
            self._draft = replace(self._draft, moment=moment)
        return self._view()

    def write_note(self, note: str) -> None:
        """Take the note as typed; the field bounds its length."""
        self._draft = replace(self._draft, note=note[:NOTE_CHARACTERS_MAX])

    def save(self) -> AdverseLogView:
        """Write it down; the advice stands right after."""
        draft = self._draft
        if draft.kind is None:
            return self._view()
        point, side = draft.site if draft.site is not None else (None, None)
        region = None if point is None else self._names.atlas[point].region
        if draft.place is not None:
            region, side = draft.place.region, draft.place.side
        record = AdverseEventRecord(
            self._new_id(), None, draft.moment, draft.kind, point, draft.note.strip(), side, region
        )
        try:
            self._journal.remember_adverse_event(record)
        except KnownTrouble as trouble:
            self._problem = storage.trouble_line(trouble.trouble)
            return self._view()
        self._problem = ""
        self._advice = self._advice_on(record)
        self._said = SaidView(words.saved())
        self._draft = _Draft(self._now())
        self._every_place = Choice.OPEN
        return self._view()

    def leave_advice(self) -> AdverseLogView:
        """The person has read what to do."""
        self._advice = None
        return self._view()

    def delete(self, event: RowId) -> AdverseLogView:
        """Take a row out; it can be undone while the message stands."""
        try:
            self._journal.remember_adverse_event_deleted(event)
        except KnownTrouble as trouble:
            self._problem = storage.trouble_line(trouble.trouble)
            return self._view()
        self._gone = event
        self._advice = None
        self._said = SaidView(words.deleted(), words.undo())
        return self._view()

    def undo(self) -> AdverseLogView:
        """Bring back what was deleted last."""
        gone, self._gone = self._gone, None
        if gone is None:
            return self._view()
        try:
            self._journal.remember_adverse_event_restored(gone)
        except KnownTrouble as trouble:
            self._problem = storage.trouble_line(trouble.trouble)
            return self._view()
        self._said = SaidView(words.back_again())
        return self._view()

    # --- What is shown

    def _view(self) -> AdverseLogView:
        draft = self._draft
        said, self._said = self._said, None
        noted = self._noted()
        return AdverseLogView(
            page=words.page(),
            title=words.title(),
            lead=words.lead(),
            what=words.what(),
            kinds=tuple(
                KindChipView(kind, chip_words.unpleasant(kind), Choice.when(kind is draft.kind))
                for kind in chip_words.CHIPS
            ),
            where=self._where() if draft.kind in chip_words.PLACED else None,
            body=self._body(),
            when_heading=words.when(),
            when=draft.moment.local.replace(tzinfo=None, microsecond=0),
            note_heading=words.note(),
            note_hint=words.note_hint(),
            note=draft.note,
            note_characters_max=NOTE_CHARACTERS_MAX,
            save=ActView(words.save(), blocked_because="" if draft.kind is not None else words.choose_what()),
            problem=self._problem,
            advice=self._advice,
            noted_heading=words.noted_heading(len(noted)) if noted else "",
            noted=noted,
            nothing_noted="" if noted else words.nothing_noted(),
            said=said,
        )

    def _where(self) -> WhereAskedView:
        draft = self._draft
        sites = self._pressed_lately()
        return WhereAskedView(
            at_point=words.where_pressed() if sites else "",
            sites=tuple(
                SiteChipView(
                    point,
                    side,
                    chip_words.site(self._names.atlas[point].english, body.side_words(side)),
                    Choice.when(draft.site == (point, side)),
                )
                for point, side in sites
            ),
            on_body=words.where_on_body(),
            hint="" if draft.site or draft.place else words.no_place(),
        )

    def _pressed_lately(self) -> tuple[Site, ...]:
        today = self._now().local_date
        stories = self._journal.recall_stories(DayRange(today - PRESSED_WITHIN, today))
        sites: dict[Site, None] = {}
        for story in stories:
            for hold in story.holds:
                if hold.held_seconds > 0 and hold.point in self._names.atlas:
                    sites[hold.point, hold.side] = None
        return tuple(sites)[:POINTS_OFFERED_MAX]

    def _body(self) -> BodyPlacesView:
        regions, chosen = self._names.regions, self._draft.place
        every = tuple(place for area in regions.areas for place in sided_places(regions, area.id))
        shown = every if self._every_place is Choice.CHOSEN else ()
        if chosen is not None and chosen not in shown:
            shown = (chosen, *shown)
        label = "" if chosen is None else place_label(regions, chosen)
        return BodyPlacesView(
            rows=tuple(
                PlaceView(place, name, name, Choice.when(place == chosen))
                for place, name in ((place, place_label(regions, place)) for place in shown)
            ),
            more=words.every_place() if self._every_place is Choice.OPEN else words.fewer_places(),
            marked=leaves_of(regions, () if chosen is None else (chosen,)),
            front=body.front(),
            back=body.back_view(),
            your_left=body.your_left(),
            your_right=body.your_right(),
            turned=self._settings().body_view,
            spoken=words.spoken_picture(label),
        )

    def _noted(self) -> tuple[LoggedView, ...]:
        today = self._now().local_date
        days = DayRange(today - LISTED_WITHIN, today + timedelta(days=1))
        return tuple(
            self._logged(record) for record in self._journal.recall_adverse_events(days)[:LISTED_MAX]
        )

    def _logged(self, record: AdverseEventRecord) -> LoggedView:
        kind, place = chip_words.unpleasant(record.kind), self._names.where_told(record)
        title = words.at_place(kind, place) if place else kind
        story = None if record.session is None else self._journal.recall_story(record.session)
        parts = (
            "" if story is None else words.after_set(self._names.set_title(story.session.protocol)),
            record.note,
        )
        moment = when(record.moment)
        return LoggedView(
            record.id,
            title,
            ". ".join(part for part in parts if part),
            moment,
            words.delete(),
            words.delete_spoken(f"{title}, {moment}"),
        )

    def _advice_on(self, record: AdverseEventRecord) -> AdviceCardView:
        """Say what to do now, and what the next sessions make of it."""
        urgent = record.kind in (AdverseKind.CHEST, AdverseKind.BREATHLESS)
        sign = self._watching.of_kind(record.kind)
        follows = () if sign is None else (self._watching.message(sign),)
        return AdviceCardView(
            title=stop_card.advice_title(record.kind) if urgent else words.what_to_do(),
            sentences=(*stop_card.advice(record.kind), *follows),
            emergency=stop_card.advice_emergency(self._settings().emergency_number),
            leave=stop_card.advice_leave(),
            kind=AdviceKind.STOP if urgent else AdviceKind.CALM,
        )
