"""The guided session: turns keys and clicks into events, and states into one frozen view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from acupress_desktop.domain.journal import AdverseKind, Comfort
from acupress_desktop.domain.safety.outcome import BreathingGuide
from acupress_desktop.domain.session_keys import SessionAct
from acupress_desktop.domain.settings import OnOff, Settings
from acupress_desktop.presenters.narrating import Manner, Narrator, Voicing, read_in_captions
from acupress_desktop.presenters.session_acts import Circumstances, acts_view
from acupress_desktop.presenters.session_ahead import done_about, following, rail
from acupress_desktop.presenters.session_cards import advice_card, stop_card
from acupress_desktop.presenters.session_comfort import Asked, asked_after, comfort_view, follows
from acupress_desktop.presenters.session_exercise import exercise_view
from acupress_desktop.presenters.session_keeping import SessionKeeping
from acupress_desktop.presenters.session_live import (
    live_view,
    phase_of,
    site_in_view,
)
from acupress_desktop.presenters.session_place import SessionBook, place_view
from acupress_desktop.presenters.session_switches import KeyKind, SessionSwitches
from acupress_desktop.presenters.session_view import (
    AdviceCardView,
    Announcement,
    Calm,
    ComfortView,
    SessionView,
)
from acupress_desktop.presenters.speaking import Spoken
from acupress_desktop.session.clock import Clock
from acupress_desktop.session.events import (
    Begin,
    BreathingOff,
    BreathingOn,
    ComfortGiven,
    Event,
    Longer,
    Next,
    Pause,
    Repeat,
    Resume,
    ScreenLocked,
    SkipSide,
    Stop,
    StopForSymptom,
    SystemSuspended,
    Tick,
)
from acupress_desktop.session.lines import Line, Said
from acupress_desktop.session.machine import advance
from acupress_desktop.session.states import (
    Exercising,
    Finished,
    GetReady,
    LeadIn,
    PauseCause,
    Paused,
    Ready,
    State,
    StopCard,
)
from acupress_desktop.session.watching import lines_since
from acupress_desktop.words import how_to
from acupress_desktop.words import session as spoken
from acupress_desktop.words import session_screen as words

BEGINS_AFTER_SECONDS = 10.0
"""Who has pressed before need not touch a key again: the first site begins by itself after this long."""


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
        keep_settings: Callable[[Settings], object] | None = None,
    ) -> None:
        """``begins_after_seconds`` is ``None`` where the person must say when to begin.

        ``keep_settings`` keeps what is switched here; without it a switch holds for this session.
        """
        self._state: State = replace(start, begins_in_seconds=begins_after_seconds, now=clock.instant())
        self._book = book
        self._keeping = keeping
        self._clock = clock
        self._switches = SessionSwitches(settings, keep_settings)
        done = sum(hold.completed for hold in start.log.holds)
        self._narrator = Narrator.about(book.how_to, words.resumed(done) if done else "")
        self._manner_of: Callable[[Settings], Manner] = read_in_captions
        self._advice_read = False
        self._calm = Calm.ALL
        self._said_again = False
        self._asked: Asked | None = None

    def speak(self, manner: Callable[[Settings], Manner]) -> None:
        """Speak from now on as ``manner`` says, from the settings and from what this machine can do now."""
        self._manner_of = manner

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
        return self._on(Tick(self._clock.instant()))

    def interrupt(self, cause: PauseCause) -> SessionView:
        """Pause what runs, and let nothing begin by itself: nobody may be there any more."""
        if not isinstance(self._state, Ready) and not phase_of(self._state).runs:
            return self._view(())
        now = self._clock.instant()
        match cause:
            case PauseCause.SUSPEND:
                return self._on(SystemSuspended(now))
            case PauseCause.LOCK:
                return self._on(ScreenLocked(now))
            case PauseCause.PERSON | PauseCause.GAP:
                return self._on(Pause(now))
            case _:
                assert_never(cause)

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
            if self._state.begins_in_seconds is None:
                return self._on(Begin(now))
            return self._on(Pause(now))
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

    def say_again(self) -> SessionView:
        """Say the last line again, and show it where captions are off."""
        self._said_again = bool(self._narrator.caption)
        self._narrator = self._narrator.say_again(self._state, self._at, self.manner)
        return self._view(self._narrator.begun)

    def tell(self, text: str) -> SessionView:
        """Say something about the computer, in its turn."""
        self._narrator = self._narrator.tell(text, self._state, self._at, self.manner)
        return self._view(self._narrator.begun)

    def ended(self, spoken: Spoken) -> SessionView:
        """Take note that a sentence or a tone is over; what waited for that begins."""
        self._narrator = self._narrator.ended(spoken).go_on(self._state, self._at, self.manner)
        return self._view(self._narrator.begun)

    def quiet(self) -> SessionView:
        """Show less, or everything again."""
        self._calm = Calm.ALL if self._calm is Calm.QUIET else Calm.QUIET
        return self._view(())

    def switch(self, act: SessionAct) -> SessionView:
        """Turn voice or captions on or off; kept for the next session too."""
        self._switches.switch(act)
        view = self._view(())
        said = next((Announcement(each.spoken) for each in view.acts.toggles if each.act is act), None)
        return view if said is None else replace(view, announcements=(said,))

    def feel(self, comfort: Comfort | None) -> SessionView:
        """Say how the last site felt; ``None`` gives no answer. What it does is said, nothing waits."""
        asked = self._asked
        if asked is None or asked.answered:
            return self._view(())
        self._asked = replace(asked, answered=True)
        if comfort is None:
            return self._view(())
        return self._on(ComfortGiven(self._clock.instant(), asked.point, asked.side, comfort))

    def go_on(self) -> SessionView:
        """Begin or go on where the session waits for that; a hold is never ended by this."""
        now = self._clock.instant()
        match self._state:
            case Paused():
                return self._on(Resume(now))
            case Ready() | GetReady() | LeadIn():
                return self._on(Next(now))
            case Exercising() as doing if doing.seconds_left is None:
                return self._on(Next(now))
            case _:
                return self._view(())

    def act(self, act: SessionAct) -> SessionView:
        """Do what a key or a button stands for."""
        acts: dict[SessionAct, Callable[[], SessionView]] = {
            SessionAct.STOP: self.stop,
            SessionAct.PAUSE: self.pause_or_go_on,
            SessionAct.NEXT: self.next,
            SessionAct.GO_ON: self.go_on,
            SessionAct.SAY_AGAIN: self.say_again,
            SessionAct.REPEAT: self.repeat,
            SessionAct.LONGER: self.longer,
            SessionAct.SKIP: self.skip,
            SessionAct.BREATHING: self.breathing,
            SessionAct.QUIET: self.quiet,
            SessionAct.VOICE: lambda: self.switch(SessionAct.VOICE),
            SessionAct.CAPTIONS: lambda: self.switch(SessionAct.CAPTIONS),
            SessionAct.FINE: lambda: self.feel(Comfort.FINE),
            SessionAct.TOO_MUCH: lambda: self.feel(Comfort.TOO_MUCH),
            SessionAct.NO_ANSWER: lambda: self.feel(None),
            SessionAct.WHOLE_SCREEN: self.view,
        }
        return acts[act]()

    def act_of(self, key: str, kind: KeyKind) -> SessionAct | None:
        """Return what a key does here."""
        return self._switches.act_of(key, kind)

    def _on(self, event: Event) -> SessionView:
        before = self._state
        after = advance(before, event)
        self._state = after
        self._keeping.keep(before, after)
        self._asked = asked_after(self._asked, before, after)
        self._narrator = self._narrator.follow(before, after, event, event.now.at, self.manner)
        begun = self._narrator.begun
        self._note_what_follows(lines_since(before, after))
        if any(each.text for each in begun):
            self._said_again = False
        return self._view(begun)

    def _note_what_follows(self, lines: tuple[Said, ...]) -> None:
        """Keep beside the panel what "too much" did, until the next place is asked about."""
        said = follows(lines)
        if said is not None and self._asked is not None:
            self._asked = replace(self._asked, note=self._say(said.line))

    def _say(self, line: Line) -> str:
        place = ""
        if line.point is not None and line.side is not None:
            place = self._book.how_to[line.point].place(line.side)
        return spoken.line(line, how_to.line(place))

    @property
    def _at(self) -> float:
        return self._clock.instant().at

    @property
    def manner(self) -> Manner:
        """How the session speaks just now."""
        return self._manner_of(self._switches.chosen)

    def _announced(self, begun: tuple[Spoken, ...]) -> tuple[Announcement, ...]:
        """Return what a screen reader is told: nothing that our own voice says."""
        if self.manner.voicing is Voicing.ALOUD:
            return ()
        return tuple(Announcement(each.text, each.is_urgent) for each in begun if each.text)

    def _view(self, begun: tuple[Spoken, ...]) -> SessionView:
        state = self._state
        index = site_in_view(state)
        steps = state.course.plan.steps
        step = replace(steps[index], felt_pressure=state.log.target_pressure(steps[index]))
        live = live_view(state)
        chosen = self._switches.chosen
        return SessionView(
            title=self._book.title,
            step=words.step_of(index + 1, len(steps)),
            done_about=done_about(state, self._keeping.now()),
            rail=rail(self._book.atlas, state, live),
            place=place_view(self._book, step, live.phase, chosen.hanzi),
            exercise=exercise_view(state),
            following=following(self._book, state),
            caption=self._narrator.caption,
            shows_captions=self._shows_captions(),
            live=live,
            acts=acts_view(state, self._circumstances()),
            comfort=self._comfort(),
            stop_card=stop_card(state) if isinstance(state, StopCard) else None,
            advice=self._advice(),
            trouble="" if self._keeping.all_kept else words.not_kept_yet(),
            announcements=self._announced(begun),
            begun=begun,
            pulse=self._narrator.pulse(self._at),
        )

    def _shows_captions(self) -> bool:
        """Whether sentences are to be read: always, where a voice is wanted and nothing says them."""
        chosen = self._switches.chosen
        unheard = chosen.voice is OnOff.ON and self.manner.voicing is Voicing.CAPTIONS
        return chosen.captions is OnOff.ON or self._said_again or unheard

    def _seconds_to_begin(self) -> float | None:
        """How long until it begins by itself; ``None`` where the person begins."""
        return self._state.begins_in_seconds if isinstance(self._state, Ready) else None

    def _circumstances(self) -> Circumstances:
        return Circumstances(
            self._switches.chosen,
            self._switches.keys,
            self._calm,
            self._seconds_to_begin() is not None,
            self._narrator.caption,
        )

    def _comfort(self) -> ComfortView | None:
        asked = self._asked
        place = "" if asked is None else how_to.line(self._book.how_to[asked.point].place(asked.side))
        return comfort_view(asked, place, self._state, self._switches.keys)

    def _advice_for(self) -> AdverseKind | None:
        return self._state.symptom if isinstance(self._state, Finished) else None

    def _advice(self) -> AdviceCardView | None:
        kind = self._advice_for()
        if kind is None or self._advice_read:
            return None
        return advice_card(kind, self._switches.chosen.emergency_number)
