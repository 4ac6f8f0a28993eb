"""The check-in: one diary entry, made in about twenty seconds or in as much detail as a person likes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import Protocol

from acupress_desktop.domain.ids import RegionId, RowId
from acupress_desktop.domain.journal import (
    NOTE_CHARACTERS_MAX,
    CheckInRecord,
    ContextTag,
    PainReport,
)
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import JournalChange, KeptCheckIn
from acupress_desktop.domain.regions import RegionMap, RegionSelection, RegionSides, UnknownRegion
from acupress_desktop.domain.safety.watch import WatchSign
from acupress_desktop.domain.sides import PainSide, SiteSide
from acupress_desktop.domain.trends.material import NO_PAIN_ANYWHERE
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.presenters.check_in_items import (
    Count,
    Item,
    count_of,
    count_words,
    fits,
    has_more,
    scale_of,
    with_count,
    with_item,
)
from acupress_desktop.presenters.check_in_view import (
    CheckInDone,
    CheckInView,
    CountView,
    Facing,
    MoreView,
    Place,
    PlaceScaleView,
    PlaceView,
    QuickView,
    SoreView,
    TagView,
)
from acupress_desktop.presenters.pieces import Choice, ScaleView
from acupress_desktop.presenters.safety_bodies import leaves_of
from acupress_desktop.presenters.session_view import AdviceCardView
from acupress_desktop.presenters.watching import Watching
from acupress_desktop.words import body, storage
from acupress_desktop.words import check_in as words


class CheckInJournal(Protocol):
    """What a check-in needs of the journal."""

    def remember_check_in(self, record: CheckInRecord) -> JournalChange:
        """Add an entry."""
        ...

    def remember_check_in_edit(self, record: CheckInRecord, *, seen_revision: int) -> JournalChange:
        """Replace an entry."""
        ...

    def remember_check_in_deleted(self, check_in: RowId) -> JournalChange:
        """Take an entry out."""
        ...

    def remember_check_in_restored(self, check_in: RowId) -> JournalChange:
        """Undo a deletion."""
        ...

    def recall_check_in(self, check_in: RowId) -> KeptCheckIn | None:
        """Return one entry."""
        ...

    def recall_newest_check_ins(self, count: int) -> tuple[KeptCheckIn, ...]:
        """Return the newest entries."""
        ...


class Detail(Enum):
    """How much of the dialog is shown."""

    SHORT = "short"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class _Draft:
    id: RowId
    moment: Moment
    pain: int | None
    places: tuple[Place, ...]
    own: tuple[tuple[Place, int], ...]
    record: CheckInRecord
    revision: int | None

    def intensity(self, place: Place) -> int | None:
        return dict(self.own).get(place, self.pain)


_QUICK = (
    Place(RegionId("area-neck"), PainSide.BOTH),
    Place(RegionId("area-shoulder"), PainSide.LEFT),
    Place(RegionId("area-shoulder"), PainSide.RIGHT),
    Place(RegionId("area-head"), PainSide.BOTH),
    Place(RegionId("area-low-back"), PainSide.BOTH),
)


_SITES = {
    PainSide.LEFT: SiteSide.LEFT,
    PainSide.RIGHT: SiteSide.RIGHT,
    PainSide.BOTH: SiteSide.MIDLINE,
    PainSide.MIDLINE: SiteSide.MIDLINE,
}


_LOWER_BODY = frozenset(
    RegionId(f"area-{name}") for name in ("hip", "hand", "thigh", "knee", "lower-leg", "foot")
)
_SEEN_IN_FRONT = frozenset(
    RegionId(f"area-{name}") for name in ("face", "chest", "belly", "knee", "thigh", "lower-leg", "foot")
)


class CheckInPresenter:
    """Holds one entry while it is written; every intent returns the whole view."""

    def __init__(
        self,
        journal: CheckInJournal,
        regions: RegionMap,
        now: Callable[[], Moment],
        local_moment: Callable[[datetime], Moment],
        new_id: Callable[[], RowId],
        watching: Watching | None = None,
    ) -> None:
        """``local_moment`` turns a wall-clock time of this machine (naive) into a moment.

        ``watching`` says what an entry gives reason to say at once; without it nothing is said.
        """
        self._journal = journal
        self._regions = regions
        self._now = now
        self._local_moment = local_moment
        self._new_id = new_id
        self._watching = watching
        self._detail = Detail.SHORT
        self._all_places = Detail.SHORT
        self._problem = ""
        self._last: CheckInRecord | None = None
        self._draft = self._blank()
        self._typed: dict[Count, str] = {}

    # --- Intents

    def start(self) -> CheckInView:
        """Begin a new entry for now."""
        newest = self._journal.recall_newest_check_ins(20)
        self._last = next((kept.record for kept in newest if kept.record.pains), None)
        self._detail = self._all_places = Detail.SHORT
        self._problem = ""
        self._draft = self._blank()
        self._typed = {}
        return self._view()

    def open(self, check_in: RowId) -> CheckInView:
        """Begin to change an entry; a new one where it is gone."""
        view = self.start()
        kept = self._journal.recall_check_in(check_in)
        if kept is None:
            self._problem = words.gone()
            return replace(view, problem=self._problem)
        record = kept.record
        reports = tuple(pain for pain in record.pains if pain.region != NO_PAIN_ANYWHERE)
        values = {pain.intensity for pain in record.pains}
        common = values.pop() if len(values) == 1 else None
        places = tuple(Place(pain.region, pain.side) for pain in reports)
        own = (
            ()
            if common is not None
            else tuple((Place(pain.region, pain.side), pain.intensity) for pain in reports)
        )
        self._draft = _Draft(record.id, record.moment, common, places, own, record, kept.revision)
        self._detail = Detail.FULL if has_more(record) or own else Detail.SHORT
        return self._view()

    def rate_pain(self, value: int | None) -> CheckInView:
        """Answer the one question; it holds for every chosen place."""
        self._draft = replace(self._draft, pain=value, own=())
        return self._view()

    def rate_place(self, place: Place, value: int | None) -> CheckInView:
        """Answer for one place alone."""
        own = tuple(pair for pair in self._draft.own if pair[0] != place)
        if value is not None:
            own = (*own, (place, value))
        self._draft = replace(self._draft, own=own)
        return self._view()

    def toggle_place(self, place: Place) -> CheckInView:
        """Choose a place, or take it back."""
        draft = self._draft
        if place in draft.places:
            places = tuple(other for other in draft.places if other != place)
        else:
            places = (*draft.places, place)
        own = tuple(pair for pair in draft.own if pair[0] in places)
        self._draft = replace(draft, places=places, own=own)
        return self._view()

    def as_last_time(self) -> CheckInView:
        """Fill in what the newest entry with pain says."""
        if self._last is not None:
            reports = tuple(pain for pain in self._last.pains if pain.region != NO_PAIN_ANYWHERE)
            values = {pain.intensity for pain in self._last.pains}
            common = values.pop() if len(values) == 1 else None
            self._draft = replace(
                self._draft,
                pain=common,
                places=tuple(Place(pain.region, pain.side) for pain in reports),
                own=()
                if common is not None
                else tuple((Place(pain.region, pain.side), pain.intensity) for pain in reports),
            )
        return self._view()

    def no_pain_today(self) -> CheckInView:
        """Fill in 0, everywhere."""
        self._draft = replace(self._draft, pain=0, places=(), own=())
        return self._view()

    def turn_more(self) -> CheckInView:
        """Show the rest, or fold it away; what was answered stays."""
        self._detail = Detail.FULL if self._detail is Detail.SHORT else Detail.SHORT
        return self._view()

    def turn_places(self) -> CheckInView:
        """Show every place, or the usual ones."""
        self._all_places = Detail.FULL if self._all_places is Detail.SHORT else Detail.SHORT
        return self._view()

    def rate(self, item: Item, value: int | None) -> CheckInView:
        """Answer one of the other scales."""
        self._draft = replace(self._draft, record=with_item(self._draft.record, item, value))
        return self._view()

    def type_count(self, count: Count, text: str) -> CheckInView:
        """Take a number as typed; one that cannot be kept is said and takes the answer back."""
        self._typed[count] = text
        plain = text.strip()
        value = int(plain) if plain and fits(count, plain) else None
        self._draft = replace(self._draft, record=with_count(self._draft.record, count, value))
        return self._view()

    def toggle_tag(self, tag: ContextTag) -> CheckInView:
        """Mark the day, or take the mark back."""
        tags = self._draft.record.tags
        changed = tuple(other for other in tags if other is not tag) if tag in tags else (*tags, tag)
        self._draft = replace(self._draft, record=replace(self._draft.record, tags=changed))
        return self._view()

    def write_note(self, note: str) -> CheckInView:
        """Keep the note as typed, in the draft."""
        self._draft = replace(self._draft, record=replace(self._draft.record, note=note))
        return self._view()

    def move_to(self, wall_clock: datetime) -> CheckInView:
        """Say that this was at another time (naive local time); the future is refused in words."""
        moment = self._local_moment(wall_clock)
        if moment.utc > self._now().utc:
            self._problem = words.in_the_future()
        else:
            self._problem = ""
            self._draft = replace(self._draft, moment=moment)
        return self._view()

    def save(self) -> CheckInView | CheckInDone:
        """Write the entry; the words "saved" exist only after it is on disk."""
        if self._missing():
            return self._view()
        record = self._record()
        before = () if self._watching is None else self._watching.signs()
        try:
            if self._draft.revision is None:
                change = self._journal.remember_check_in(record)
            else:
                change = self._journal.remember_check_in_edit(record, seen_revision=self._draft.revision)
        except KnownTrouble as trouble:
            self._problem = storage.trouble_line(trouble.trouble)
            return self._view()
        return CheckInDone(words.saved(), "", None, change, self._advice(before))

    def delete(self) -> CheckInView | CheckInDone:
        """Take the entry out; ``bring_back`` undoes it."""
        try:
            change = self._journal.remember_check_in_deleted(self._draft.id)
        except KnownTrouble as trouble:
            self._problem = storage.trouble_line(trouble.trouble)
            return self._view()
        return CheckInDone(words.deleted(), words.undo(), self._draft.id, change)

    def bring_back(self, check_in: RowId) -> CheckInDone:
        """Undo a deletion."""
        change = self._journal.remember_check_in_restored(check_in)
        return CheckInDone(words.restored(), "", None, change)

    # --- What is shown

    def _advice(self, before: tuple[WatchSign, ...]) -> AdviceCardView | None:
        """Say what the entry shows that was not there before; nothing twice."""
        watching = self._watching
        fresh = None if watching is None else watching.fresh(before)
        return None if watching is None or fresh is None else watching.card(fresh)

    def _blank(self) -> _Draft:
        moment = self._now()
        row = self._new_id()
        return _Draft(row, moment, None, (), (), CheckInRecord(row, moment, ()), None)

    def _record(self) -> CheckInRecord:
        draft = self._draft
        kept = {(Place(pain.region, pain.side)): pain for pain in draft.record.pains}
        places = draft.places
        if not places and draft.pain == 0:
            places = (Place(NO_PAIN_ANYWHERE, PainSide.BOTH),)
        pains = []
        for place in places:
            intensity = draft.intensity(place)
            if intensity is None:
                continue
            before = kept.get(place)
            pains.append(
                PainReport(
                    before.id if before else self._new_id(),
                    place.region,
                    place.side,
                    intensity,
                    before.quality if before else None,
                )
            )
        return replace(draft.record, moment=draft.moment, pains=tuple(pains), note=draft.record.note.strip())

    def _missing(self) -> str:
        draft = self._draft
        wrong = next((count for count, text in self._typed.items() if not fits(count, text)), None)
        if wrong is not None:
            return words.whole_number_up_to(wrong.highest)
        if len(draft.record.note) > NOTE_CHARACTERS_MAX:
            return words.note_too_long(NOTE_CHARACTERS_MAX)
        if draft.places and any(draft.intensity(place) is None for place in draft.places):
            return words.say_how_much()
        if not draft.places and draft.pain:
            return words.say_where()
        if draft.pain is None and not draft.places and not has_more(draft.record):
            return words.nothing_yet()
        return ""

    def _view(self) -> CheckInView:
        draft = self._draft
        missing = self._missing()
        labels = tuple(self._chip(place) for place in draft.places)
        return CheckInView(
            title=words.title() if draft.revision is None else words.title_of_change(),
            when=words.when(draft.moment),
            close=words.close(),
            as_last_time=self._last_time(),
            no_pain=QuickView(words.no_pain_today(), "0"),
            pain=ScaleView(words.pain_now(), words.pain_low(), words.pain_high(), draft.pain),
            where=words.where(),
            places=self._places(),
            more_places=words.somewhere_else() if self._all_places is Detail.SHORT else words.fewer_places(),
            sore=self._sore(labels),
            more_label=words.more() if self._detail is Detail.SHORT else words.less(),
            more=self._more() if self._detail is Detail.FULL else None,
            save=words.save(),
            can_save=Choice.when(not missing),
            hint=missing,
            problem=self._problem,
            delete=words.delete() if draft.revision is not None else "",
        )

    def _sore(self, labels: tuple[str, ...]) -> SoreView:
        places = tuple(
            RegionSelection(place.region, _SITES[place.side])
            for place in self._draft.places
            if place.region in self._regions
        )
        regions = {place.region for place in places}
        return SoreView(
            tinted=leaves_of(self._regions, places),
            facing=Facing.FRONT if regions and regions <= _SEEN_IN_FRONT else Facing.BACK,
            upper_half=not regions & _LOWER_BODY,
            spoken=words.sore_picture(labels),
            left=body.left(),
            right=body.right(),
        )

    def _last_time(self) -> QuickView | None:
        if self._last is None or self._draft.revision is not None:
            return None
        pains = self._last.pains
        worst = max(pains, key=lambda pain: pain.intensity)
        places = [
            self._chip(Place(pain.region, pain.side)) for pain in pains if pain.region != NO_PAIN_ANYWHERE
        ]
        place = None if not places else ", ".join([places[0], *(name.lower() for name in places[1:3])])
        return QuickView(words.as_last_time(), words.last_time_detail(worst.intensity, place))

    def _places(self) -> tuple[PlaceView, ...]:
        """Chosen and usual places first; all of them once "somewhere else" is open. None twice."""
        last = (
            ()
            if self._last is None
            else tuple(
                Place(pain.region, pain.side) for pain in self._last.pains if pain.region != NO_PAIN_ANYWHERE
            )
        )
        offered = [*last, *_QUICK]
        if self._all_places is Detail.FULL:
            offered += self._every_place()
        # A chosen place keeps its seat, so that nothing jumps away under the finger.
        offered += [place for place in self._draft.places if place not in offered]
        return tuple(
            PlaceView(place, self._chip(place), Choice.when(place in self._draft.places))
            for place in dict.fromkeys(offered)
        )

    def _every_place(self) -> list[Place]:
        places: list[Place] = []
        for area in self._regions.areas:
            leaves = [self._regions.leaf(leaf) for leaf in self._regions.members(area.id)]
            if all(leaf.sides is RegionSides.PAIRED for leaf in leaves):
                places += [Place(area.id, PainSide.LEFT), Place(area.id, PainSide.RIGHT)]
            else:
                places.append(Place(area.id, PainSide.BOTH))
        return places

    def _chip(self, place: Place) -> str:
        try:
            return body.chip(self._regions.title(place.region), place.side)
        except UnknownRegion:
            return place.region

    def _count(self, count: Count) -> CountView:
        kept = count_of(self._draft.record, count)
        typed = self._typed.get(count, "" if kept is None else str(kept))
        question, unit = count_words(count)
        problem = "" if fits(count, typed) else words.whole_number_up_to(count.highest)
        return CountView(count, question, unit, typed, problem)

    def _more(self) -> MoreView:
        draft = self._draft
        place_scales = tuple(
            PlaceScaleView(
                place,
                ScaleView(
                    words.pain_at(self._chip(place)),
                    words.pain_low(),
                    words.pain_high(),
                    draft.intensity(place),
                ),
            )
            for place in draft.places
        )
        return MoreView(
            scales=tuple((item, scale_of(item, draft.record)) for item in Item),
            place_scales=place_scales if len(place_scales) > 1 else (),
            counts=tuple(self._count(count) for count in Count),
            tags_heading=words.tags_heading(),
            tags=tuple(
                TagView(tag, words.tag(tag), Choice.when(tag in draft.record.tags)) for tag in ContextTag
            ),
            note_heading=words.note(),
            note_hint=words.note_hint(),
            note=draft.record.note,
            when_heading=words.moved_to(),
            when=draft.moment.local.replace(tzinfo=None, microsecond=0),
        )
