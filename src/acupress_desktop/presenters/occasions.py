"""Shorter and softer ways through a set: what they come to, where they lead, how their session behaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from acupress_desktop.domain.allowance import PastSession, Turn, next_set
from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.breathing import BreathPattern
from acupress_desktop.domain.ids import ComplaintId, OccasionId, RegionId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.occasions import Occasion, Room, Voice, ease
from acupress_desktop.domain.plans import CALM, Choices
from acupress_desktop.domain.protocols import Plan, Protocol
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.settings import EveningTheme, OnOff, Settings, Theme, VoiceDetail
from acupress_desktop.domain.sides import PainSide, Side
from acupress_desktop.presenters.destinations import ToSafety
from acupress_desktop.presenters.outlines import outline
from acupress_desktop.presenters.used_set import UsedSet
from acupress_desktop.words import complaints
from acupress_desktop.words import occasions as words


@dataclass(frozen=True, slots=True)
class SessionManner:
    """How one session differs from the settings: how much is said, how bright it is, how slow the breaths.

    ``pattern`` is ``None`` where the breaths stay as they are set.
    """

    voice: Voice = Voice.AS_SET
    room: Room = Room.AS_SET
    pattern: BreathPattern | None = None


AS_SET = SessionManner()


def manner_of(plan: Plan, occasions: Iterable[Occasion]) -> SessionManner:
    """Return how the session of ``plan`` behaves; as it is set where the plan has no occasion."""
    for occasion in occasions:
        if occasion.id == plan.occasion:
            return SessionManner(occasion.voice, occasion.room, occasion.pattern)
    return AS_SET


def spoken_as(settings: Settings, manner: SessionManner) -> Settings:
    """Return the settings as they hold for the voice of a session: briefer, never fuller than they say."""
    if manner.voice is Voice.BRIEF and settings.voice_detail is VoiceDetail.FULL:
        return replace(settings, voice_detail=VoiceDetail.BRIEF)
    return settings


def occasion_of(occasions: Iterable[Occasion], name: OccasionId | None) -> Occasion | None:
    """Return the occasion of that name; ``None`` for no name, and for one that does not exist any more."""
    return next((occasion for occasion in occasions if occasion.id == name), None)


@dataclass(frozen=True, slots=True)
class OccasionBook:
    """The data files behind the occasions; ``regions_of`` gives a complaint's part of the body."""

    occasions: tuple[Occasion, ...]
    protocols: tuple[Protocol, ...]
    atlas: Atlas
    regions: RegionMap
    regions_of: Callable[[ComplaintId], tuple[RegionId, ...]]

    def protocol(self, name: str) -> Protocol:
        """Return one set; raise ``LookupError`` for an id that does not exist."""
        for protocol in self.protocols:
            if protocol.id == name:
                return protocol
        raise LookupError(name)


@dataclass(frozen=True, slots=True)
class OccasionRow:
    """One occasion of a list.

    ``line`` says points, minutes and what else is different, ``minutes`` those alone, ``of_set`` of which set
    it is made, ``notes`` what to look out for, that nobody has tested it, and what of it is our own choice.
    ``going`` asks the safety questions first, as always.
    """

    occasion: OccasionId
    title: str
    purpose: str
    line: str
    minutes: str
    of_set: str
    notes: tuple[str, ...]
    going: ToSafety
    spoken: str


@dataclass(frozen=True, slots=True)
class OccasionsView:
    """The list of occasions. ``rows`` is empty before the first session of all, and ``note`` says so."""

    heading: str
    lead: str
    note: str
    rows: tuple[OccasionRow, ...]


def occasions_view(
    book: OccasionBook,
    used: UsedSet | None,
    settings: Settings,
    history: Iterable[PastSession],
    now: Moment,
) -> OccasionsView:
    """Show every occasion for somebody who uses ``used``; the calm set where nothing is used yet."""
    past = tuple(history)
    heading, lead = words.heading(), words.lead()
    if next_set(CALM, past, now).turn is Turn.FIRST_EVER:
        return OccasionsView(heading, lead, words.after_the_first_session(), ())
    mine = used or UsedSet(book.protocol(CALM))
    rows = (row_of(book, occasion, mine, settings, past, now) for occasion in book.occasions)
    return OccasionsView(heading, lead, "", tuple(row for row in rows if row is not None))


def row_of(
    book: OccasionBook,
    occasion: Occasion,
    used: UsedSet,
    settings: Settings,
    history: Iterable[PastSession],
    now: Moment,
) -> OccasionRow | None:
    """Show one occasion; ``None`` where it keeps nothing of the person's set, or the set is not offered."""
    made_of = book.protocol(occasion.set_for(used.protocol.id))
    if not made_of.offered:
        return None
    drawn = outline_on(book, occasion, used, settings, history, now)
    if drawn is None:
        return None
    title, purpose = words.title(occasion.title), words.sentence(occasion.purpose)
    line = line_of(occasion, drawn, settings)
    of_set = words.made_of(complaints.set_title(made_of.title))
    return OccasionRow(
        occasion=occasion.id,
        title=title,
        purpose=purpose,
        line=line,
        minutes=complaints.minutes(drawn.minutes),
        of_set=of_set,
        notes=notes_of(occasion),
        going=going_to(occasion, made_of, used),
        spoken=words.spoken(title, line),
    )


def going_to(occasion: Occasion, made_of: Protocol, used: UsedSet) -> ToSafety:
    """Return the way in: the questions of the complaint whose set is pressed, and of what hurts.

    The calm set is open to every complaint, so there the person's own is asked about.
    """
    if made_of.id in (used.protocol.id, CALM):
        return ToSafety(used.protocol.complaint, used.pain_side, used.part, occasion=occasion.id)
    return ToSafety(made_of.complaint, occasion=occasion.id)


def outline_on(
    book: OccasionBook,
    occasion: Occasion,
    used: UsedSet,
    settings: Settings,
    history: Iterable[PastSession],
    now: Moment,
) -> Plan | None:
    """Return what the occasion comes to before anybody is screened; ``None`` where no point is left."""
    made_of = book.protocol(occasion.set_for(used.protocol.id))
    going = going_to(occasion, made_of, used)
    part = going.part if made_of.id == used.protocol.id else None
    places = book.regions_of(going.complaint)
    sore = {point for region in places for point in book.regions.points(region)}
    eased = ease(made_of, occasion, part, sore)
    if eased is None:
        return None
    coming = next_set(made_of.id, history, now)
    choices = Choices(
        stage=coming.stage,
        first_side=Side(settings.first_side.value),
        painful_side=going.pain_side or PainSide.BOTH,
        part=part,
    )
    return outline(eased, book.atlas, choices)


def line_of(occasion: Occasion, plan: Plan, settings: Settings) -> str:
    """Such as "3 points, 3 minutes, brief voice"; no dim screen where the colours stay as they are."""
    points = len({step.point for step in plan.steps})
    stays = settings.evening_theme is EveningTheme.SAME or settings.theme is Theme.CONTRAST
    room = Room.AS_SET if stays else occasion.room
    brief = occasion.voice is Voice.BRIEF and settings.voice is OnOff.ON
    return words.line(points, plan.minutes, Voice.BRIEF if brief else Voice.AS_SET, room)


def notes_of(occasion: Occasion) -> tuple[str, ...]:
    """Return what to look out for, that nobody has tested it, and what is our own choice."""
    return tuple(words.sentence(text) for text in (*occasion.advice, occasion.tested, occasion.ours))
