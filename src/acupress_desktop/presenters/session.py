"""The guided session: turns keys and clicks into events, and states into one frozen view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol as Shape

from acupress_desktop.domain.atlas import Atlas, Point
from acupress_desktop.domain.how_to import PressingHand
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.journal import AdverseKind
from acupress_desktop.domain.pressure import PressureTrial
from acupress_desktop.domain.protocols import READY_SECONDS, PlannedStep
from acupress_desktop.domain.safety.outcome import BreathingGuide
from acupress_desktop.domain.settings import Hanzi, Settings
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.pressure_results import lines_beside, pressing_hand
from acupress_desktop.presenters.session_keeping import SessionKeeping
from acupress_desktop.presenters.session_live import live_view, site_in_view
from acupress_desktop.presenters.session_view import (
    ActsView,
    AdviceCardView,
    Announcement,
    FollowingView,
    PlaceView,
    SessionPhase,
    SessionView,
    StopCardView,
    StopChoiceView,
)
from acupress_desktop.session.clock import Clock
from acupress_desktop.session.events import (
    Begin,
    BreathingOff,
    BreathingOn,
    Event,
    Longer,
    Next,
    Pause,
    Repeat,
    Resume,
    SkipSide,
    Stop,
    StopForSymptom,
    Tick,
)
from acupress_desktop.session.lines import Line, LineId
from acupress_desktop.session.machine import advance
from acupress_desktop.session.states import (
    LONGER_SECONDS,
    Finished,
    GetReady,
    Holding,
    LeadIn,
    Paused,
    Ready,
    State,
    StopCard,
)
from acupress_desktop.session.watching import lines_since
from acupress_desktop.words import felt_pressure, how_to, notices
from acupress_desktop.words import session as spoken
from acupress_desktop.words import session_screen as words

BEGINS_AFTER_SECONDS = 10.0
"""Who has pressed before need not touch a key again: the first site begins by itself after this long."""
URGENT_LINES = frozenset({LineId.HANDS_OFF, LineId.STOPPED, LineId.GAP_NOTICED})


class HowTo(Shape):
    """How one point is found and pressed (``assets/atlas/how_to/*.toml``)."""

    @property
    def close_up(self) -> str:
        """The close-up view that shows the point."""
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


class SessionPresenter:
    """Drives one session from ``Ready`` to ``Finished`` and keeps it in the journal as it goes."""

    def __init__(
        self,
        start: Ready,
        book: SessionBook,
        keeping: SessionKeeping,
        clock: Clock,
        settings: Callable[[], Settings],
        *,
        begins_after_seconds: float | None = None,
    ) -> None:
        """``begins_after_seconds`` is ``None`` where the person must say when to begin."""
        self._state: State = start
        self._book = book
        self._keeping = keeping
        self._clock = clock
        self._settings = settings
        done = sum(hold.completed for hold in start.log.holds)
        self._caption = words.resumed(done) if done else ""
        self._advice_read = False
        self._begins_at: float | None = None
        if begins_after_seconds is not None:
            self._begins_at = clock.instant().at + begins_after_seconds

    @property
    def state(self) -> State:
        """The state as of the last event."""
        return self._state

    @property
    def over(self) -> bool:
        """Whether the screen may be left for the questions after the session."""
        finished = isinstance(self._state, Finished)
        return finished and (self._advice_for() is None or self._advice_read)

    def view(self) -> SessionView:
        """Return what the screen shows now."""
        return self._view(())

    def tick(self) -> SessionView:
        """Let time pass; a session that waits for its first press may begin by itself."""
        now = self._clock.instant()
        if isinstance(self._state, Ready) and self._begins_at is not None and now.at >= self._begins_at:
            return self._on(Begin(now))
        return self._on(Tick(now))

    def next(self) -> SessionView:
        """Begin, go on, or end this hold and move on: Space, Enter, Page Down, Right."""
        now = self._clock.instant()
        return self._on(Resume(now) if isinstance(self._state, Paused) else Next(now))

    def begin(self) -> SessionView:
        """Start pressing the first site."""
        return self._on(Begin(self._clock.instant()))

    def repeat(self) -> SessionView:
        """Press this site again as a new hold, within its limit."""
        return self._on(Repeat(self._clock.instant()))

    def pause_or_go_on(self) -> SessionView:
        """Begin, pause, or end the pause."""
        now = self._clock.instant()
        if isinstance(self._state, Ready):
            if self._begins_at is None:
                return self._on(Begin(now))
            self._begins_at = None
            return self._view(())
        waits = isinstance(self._state, Paused | StopCard)
        return self._on(Resume(now) if waits else Pause(now))

    def longer(self) -> SessionView:
        """Add fifteen seconds to this site."""
        return self._on(Longer(self._clock.instant()))

    def skip(self) -> SessionView:
        """Leave this site out."""
        return self._on(SkipSide(self._clock.instant()))

    def stop(self) -> SessionView:
        """Take the hands off; a second time ends the session."""
        return self._on(Stop(self._clock.instant()))

    def stop_for(self, kind: AdverseKind) -> SessionView:
        """End the session because of something unpleasant (rule S01)."""
        return self._on(StopForSymptom(self._clock.instant(), kind))

    def leave_advice(self) -> SessionView:
        """The person has read what to do."""
        self._advice_read = True
        return self._view(())

    def breathing(self) -> SessionView:
        """Switch the breathing guide off, or on again."""
        now = self._clock.instant()
        guided = self._state.course.breathing is BreathingGuide.ON
        return self._on(BreathingOff(now) if guided else BreathingOn(now))

    def _on(self, event: Event) -> SessionView:
        before = self._state
        after = advance(before, event)
        self._state = after
        self._keeping.keep(before, after)
        announced = tuple(
            Announcement(self._say(said.line), said.line.id in URGENT_LINES)
            for said in lines_since(before, after)
        )
        if announced:
            self._caption = announced[-1].text
        return self._view(announced)

    def _say(self, line: Line) -> str:
        place = ""
        if line.point is not None and line.side is not None:
            place = self._how_to(line.point).place(line.side)
        return spoken.line(line, how_to.line(place))

    def _view(self, announcements: tuple[Announcement, ...]) -> SessionView:
        state = self._state
        index = site_in_view(state)
        steps = state.course.plan.steps
        step = steps[index]
        live = live_view(state, self._seconds_to_begin())
        return SessionView(
            title=self._book.title,
            step=words.step_of(index + 1, len(steps)),
            steps_spoken=words.steps_spoken(index + 1, len(steps)),
            place=self._place(step, live.phase),
            following=self._following(steps[index + 1] if index + 1 < len(steps) else None, step),
            caption=self._caption,
            live=live,
            acts=self._acts(),
            stop_card=_stop_card() if isinstance(state, StopCard) else None,
            advice=self._advice(),
            trouble="" if self._keeping.all_kept else words.not_kept_yet(),
            announcements=announcements,
        )

    def _seconds_to_begin(self) -> float | None:
        """How long until the first site begins by itself; ``None`` where the person begins."""
        if self._begins_at is None or not isinstance(self._state, Ready):
            return None
        return max(0.0, self._begins_at - self._clock.instant().at)

    def _place(self, step: PlannedStep, phase: SessionPhase) -> PlaceView:
        point = self._book.atlas[step.point]
        how = self._how_to(step.point)
        place = how_to.line(how.place(step.side))
        return PlaceView(
            point=step.point,
            side=step.side,
            close_up=how.close_up,
            eyebrow=_eyebrow(phase),
            title=words.short_place(place),
            english=point.english,
            code=" ".join(part for part in (point.display_code or "", point.pinyin) if part),
            hanzi=_hanzi(point, self._settings().hanzi),
            how=words.how(how_to.line(how.spoken), how_to.line(how.press_with)),
            posture=how_to.line(how.posture),
            badge=place,
            pressure=felt_pressure.about(step.felt_pressure),
            felt_pressure=step.felt_pressure,
            pressure_low=felt_pressure.low(),
            pressure_high=felt_pressure.high(),
            pressure_lines=self._own_tries(step, how),
            stop_line=notices.stop_line(),
        )

    def _own_tries(self, step: PlannedStep, how: HowTo) -> tuple[str, ...]:
        """What the person's own tries on a scale say, where it is known which hand presses."""
        hand = None if how.pressing_hand is None else pressing_hand(step.side, how.pressing_hand)
        return lines_beside(self._book.trials, hand, step.felt_pressure)

    def _following(self, step: PlannedStep | None, current: PlannedStep) -> FollowingView:
        if step is None:
            return FollowingView(
                words.next_eyebrow(), words.last_one(), words.last_one_detail(), None, None, ""
            )
        how = self._how_to(step.point)
        place = how_to.line(how.place(step.side))
        same = step.point == current.point
        return FollowingView(
            eyebrow=words.next_eyebrow(),
            title=words.next_same_place(place) if same else place,
            detail=(
                words.next_detail_other_side(READY_SECONDS) if same else words.next_detail_move(READY_SECONDS)
            ),
            point=step.point,
            side=step.side,
            close_up=how.close_up,
        )

    def _acts(self) -> ActsView:
        state = self._state
        guided = state.course.breathing is BreathingGuide.ON
        waits = isinstance(state, Paused | StopCard)
        pause = words.go_on() if waits else words.pause()
        holding = isinstance(state, Holding) or (
            isinstance(state, Paused | LeadIn) and isinstance(_where(state), Holding)
        )
        return ActsView(
            stop=words.stop(),
            pause=self._ready_act() if isinstance(state, Ready) else pause,
            pause_runs=not waits and (not isinstance(state, Ready) or self._begins_at is not None),
            longer=words.longer(LONGER_SECONDS),
            longer_blocked="" if holding else words.longer_blocked(),
            repeat=words.repeat(),
            breathing=words.breathing_off() if guided else words.breathing_on(),
            skip=words.skip(),
            not_begun=words.not_begun() if isinstance(state, Ready) else "",
            next=words.next_act(),
            more=words.more(),
        )

    def _ready_act(self) -> str:
        return words.begin() if self._begins_at is None else words.wait_for_me()

    def _advice_for(self) -> AdverseKind | None:
        return self._state.symptom if isinstance(self._state, Finished) else None

    def _advice(self) -> AdviceCardView | None:
        kind = self._advice_for()
        if kind is None or self._advice_read:
            return None
        return AdviceCardView(
            title=words.advice_title(kind),
            sentences=words.advice(kind),
            emergency=words.advice_emergency(self._settings().emergency_number),
            leave=words.advice_leave(),
        )

    def _how_to(self, code: PointCode) -> HowTo:
        return self._book.how_to[code]


def _where(state: Paused | LeadIn) -> GetReady | Holding:
    return state.where if isinstance(state, Paused) else state.to


def _stop_card() -> StopCardView:
    return StopCardView(
        title=words.stop_card_title(),
        lead=words.stop_card_lead(),
        question=words.stop_card_question(),
        choices=tuple(StopChoiceView(kind, words.symptom(kind)) for kind in words.STOP_SYMPTOMS),
        go_on=words.stop_card_go_on(),
        end=words.stop_card_end(),
    )


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
        case SessionPhase.FINISHED:
            return words.finished()


def _hanzi(point: Point, choice: Hanzi) -> str:
    return point.hanzi_simplified if choice is Hanzi.SIMPLIFIED else point.hanzi_traditional
