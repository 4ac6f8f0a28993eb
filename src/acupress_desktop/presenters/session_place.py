"""What a session is about, and the part of its view that names a place: this one and the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from acupress_desktop.domain.atlas import Atlas, Point
from acupress_desktop.domain.how_to import PressingHand
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.pressure import PressureTrial
from acupress_desktop.domain.protocols import READY_SECONDS, PlannedStep
from acupress_desktop.domain.settings import Hanzi
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.pressure_results import lines_beside, pressing_hand
from acupress_desktop.presenters.session_view import FollowingView, PlaceView, SessionPhase
from acupress_desktop.words import felt_pressure, how_to, notices
from acupress_desktop.words import session_screen as words


class HowTo(Protocol):
    """How one point is found and pressed (``assets/atlas/how_to/*.toml``)."""

    @property
    def close_up(self) -> str:
        """The close-up view that shows the point."""
        ...

    @property
    def caption(self) -> str:
        """Where it is, short."""
        ...

    @property
    def spoken(self) -> str:
        """Where it is, in one sentence."""
        ...

    @property
    def press_with(self) -> str:
        """Which finger, and where the rest of the hand goes."""
        ...

    @property
    def posture(self) -> str:
        """How to sit or lie for it."""
        ...

    @property
    def pressing_hand(self) -> PressingHand | None:
        """Which hand presses, seen from the side that is pressed."""
        ...

    def place(self, side: SiteSide) -> str:
        """Return the place's title on that side: "Left hand, back"."""
        ...


@dataclass(frozen=True, slots=True)
class SessionBook:
    """What the session is about: its title, what is known of its points, and of the person's own pressing."""

    title: str
    atlas: Atlas
    how_to: Mapping[PointCode, HowTo]
    trials: tuple[PressureTrial, ...] = ()


def place_view(book: SessionBook, step: PlannedStep, phase: SessionPhase, hanzi: Hanzi) -> PlaceView:
    """Return everything that is shown of the site in view; ``step`` with the pressure that counts now."""
    point = book.atlas[step.point]
    how = book.how_to[step.point]
    place = how_to.line(how.place(step.side))
    return PlaceView(
        point=step.point,
        side=step.side,
        close_up=how.close_up,
        eyebrow=_eyebrow(phase),
        title=_with_its_side(how, step.side),
        english=point.english,
        code=" ".join(part for part in (point.display_code or "", point.pinyin) if part),
        hanzi=_hanzi(point, hanzi),
        how=words.how(how_to.line(how.spoken), how_to.line(how.press_with)),
        posture=how_to.line(how.posture),
        note=words.own_note(step.note) if step.note else "",
        picture=step.picture,
        badge=place,
        pressure=felt_pressure.about(step.felt_pressure),
        felt_pressure=step.felt_pressure,
        pressure_low=felt_pressure.low(),
        pressure_high=felt_pressure.high(),
        pressure_lines=_own_tries(book, step, how),
        stop_line=notices.stop_line(),
    )


def _with_its_side(how: HowTo, side: SiteSide) -> str:
    """Return the short place; a name that tells the side late ("Low back, left of the spine") keeps it."""
    early = side.side is None or side.value in how.place(side).split(",")[0].lower()
    return words.short_place(how_to.line(how.place(side)), parts=1 if early else 2)


def following_view(book: SessionBook, step: PlannedStep | None, before: PlannedStep | None) -> FollowingView:
    """Return the preview of ``step``, which comes after ``before``; ``None`` after the last one."""
    if step is None:
        return FollowingView(words.next_eyebrow(), words.last_one(), words.last_one_detail(), None, None, "")
    how = book.how_to[step.point]
    place = how_to.line(how.place(step.side))
    same = before is not None and step.point == before.point
    return FollowingView(
        eyebrow=words.next_eyebrow(),
        title=words.next_same_place(_with_its_side(how, step.side)) if same else place,
        detail=words.next_detail_other_side(READY_SECONDS) if same else words.next_detail_move(READY_SECONDS),
        point=step.point,
        side=step.side,
        close_up=how.close_up,
    )


def _own_tries(book: SessionBook, step: PlannedStep, how: HowTo) -> tuple[str, ...]:
    """What the person's own tries on a scale say, where it is known which hand presses."""
    hand = None if how.pressing_hand is None else pressing_hand(step.side, how.pressing_hand)
    return lines_beside(book.trials, hand, step.felt_pressure)


def _eyebrow(phase: SessionPhase) -> str:
    match phase:
        case SessionPhase.READY:
            return words.first_place()
        case SessionPhase.GET_READY:
            return words.get_ready()
        case SessionPhase.HOLDING:
            return words.press_now()
        case SessionPhase.LEAD_IN:
            return words.put_back()
        case SessionPhase.PAUSED | SessionPhase.STOP_CARD:
            return words.paused()
        case SessionPhase.EXERCISE:
            return words.exercise_now()
        case SessionPhase.FINISHED:
            return words.finished()


def _hanzi(point: Point, choice: Hanzi) -> str:
    return point.hanzi_simplified if choice is Hanzi.SIMPLIFIED else point.hanzi_traditional
