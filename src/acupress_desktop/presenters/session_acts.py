"""What can be done in a session just now: the bar of large buttons, and the switches above."""

from __future__ import annotations

from dataclasses import dataclass

from acupress_desktop.domain.safety.outcome import BreathingGuide
from acupress_desktop.domain.session_keys import SessionAct, SessionKeys
from acupress_desktop.domain.settings import OnOff, Settings
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.session_live import moving_in
from acupress_desktop.presenters.session_view import ActsView, Calm, SessionActView, ToggleView
from acupress_desktop.session.states import (
    LONGER_SECONDS,
    Exercising,
    Holding,
    Paused,
    Ready,
    State,
    StopCard,
)
from acupress_desktop.words import session_acts as words
from acupress_desktop.words import session_keys as key_words


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the bar depends on beside the state."""

    settings: Settings
    keys: SessionKeys
    calm: Calm
    begins_by_itself: bool
    last_line: str


def acts_view(state: State, about: Circumstances) -> ActsView:
    """Return the bar, and the switches."""
    waits = isinstance(state, Paused | StopCard)
    ready = isinstance(state, Ready)
    if ready:
        pause = words.wait_for_me() if about.begins_by_itself else words.begin()
    else:
        pause = words.go_on() if waits else words.pause()
    return ActsView(
        stop=_act(about, SessionAct.STOP, words.stop()),
        pause=_act(about, SessionAct.PAUSE, pause),
        pause_runs=not waits and (not ready or about.begins_by_itself),
        pause_words=(words.pause(), words.go_on(), words.begin(), words.wait_for_me()),
        seconds=_seconds(state, about),
        toggles=_toggles(state, about),
        calm=about.calm,
        more=words.more(),
        less=words.less(),
        toggles_name=words.toggles_name(),
    )


def _seconds(state: State, about: Circumstances) -> tuple[SessionActView, ...]:
    not_begun = words.not_begun() if isinstance(state, Ready) else ""
    waits = words.go_on_first() if isinstance(state, Paused | StopCard) else ""
    guided = state.course.breathing is BreathingGuide.ON
    quiet = about.calm is Calm.QUIET
    voice = about.settings.voice is OnOff.ON
    captions = about.settings.captions is OnOff.ON
    moving = moving_in(state)
    holding = isinstance(moving, Holding)
    exercises = isinstance(moving, Exercising)
    return (
        _act(about, SessionAct.NEXT, words.next_act(), blocked=not_begun or waits),
        _act(
            about,
            SessionAct.SAY_AGAIN,
            words.say_again(),
            blocked="" if about.last_line else words.nothing_said(),
        ),
        _act(
            about,
            SessionAct.LONGER,
            words.longer(LONGER_SECONDS),
            words.longer_short(),
            blocked="" if holding else words.longer_only_while_pressing(),
        ),
        _act(
            about,
            SessionAct.SKIP,
            words.skip_exercise() if exercises else words.skip(),
            words.skip_exercise_short() if exercises else words.skip_short(),
            blocked=not_begun,
        ),
        _act(
            about,
            SessionAct.REPEAT,
            words.repeat_exercise() if exercises else words.repeat_point(),
            words.repeat(),
            blocked=not_begun,
        ),
        _act(
            about,
            SessionAct.BREATHING,
            words.breathing_off() if guided else words.breathing_on(),
            words.breathing_off() if guided else words.breathing_on(),
        ),
        _act(
            about,
            SessionAct.QUIET,
            words.show_all() if quiet else words.quiet_view(),
            words.show_all_short() if quiet else words.quiet_short(),
        ),
        _act(about, SessionAct.WHOLE_SCREEN, words.whole_screen(), words.whole_screen_short()),
        _act(about, SessionAct.VOICE, words.voice_off() if voice else words.voice_on()),
        _act(about, SessionAct.CAPTIONS, words.captions_off() if captions else words.captions_on()),
    )


def _act(
    about: Circumstances, act: SessionAct, label: str, short: str = "", blocked: str = ""
) -> SessionActView:
    return SessionActView(act, label, short or label, key_on_button(about.keys, act), blocked)


def _toggles(state: State, about: Circumstances) -> tuple[ToggleView, ...]:
    guided = state.course.breathing is BreathingGuide.ON
    shown = (
        (SessionAct.VOICE, words.voice(), about.settings.voice is OnOff.ON),
        (SessionAct.CAPTIONS, words.captions(), about.settings.captions is OnOff.ON),
        (SessionAct.BREATHING, words.breath(), guided),
    )
    return tuple(
        ToggleView(
            act, label, key_on_button(about.keys, act), Choice.when(is_on), words.switched(label, on=is_on)
        )
        for act, label, is_on in shown
    )


def key_on_button(keys: SessionKeys, act: SessionAct) -> str:
    """Return the key that a button shows, as it stands on a keyboard."""
    key = keys.shown(act)
    return key_words.key(key) if key else ""
