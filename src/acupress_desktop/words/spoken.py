"""The spoken forms of the session's lines, longest first, and what the tones are called.

The longest form is the sentence of ``words.session``. A shorter one says less, never something else; a side
is always said where the place is.
"""

from __future__ import annotations

from acupress_desktop.domain.tones import Tone
from acupress_desktop.session.lines import Line, LineId
from acupress_desktop.words import session
from acupress_desktop.words.translate import _

Forms = tuple[str, ...]


def full(said: Line, place: str) -> Forms:
    """Return every form of a line for somebody who wants to hear all."""
    whole = session.line(said, place)
    match said.id:
        case LineId.PRESS:
            return (_press_in(said), *brief(said, place))
        case LineId.OTHER_SIDE:
            return (whole, _("Other side: {place}.").format(place=session.inside(place)))
        case LineId.HALF_WAY | LineId.EASE_OFF | LineId.BREATHE | LineId.EXERCISE_LAST:
            return (whole, *brief(said, place))
        case LineId.GAP_NOTICED | LineId.PAUSED | LineId.GO_ON | LineId.WELL_DONE | LineId.EXERCISE_DONE:
            return (whole, *brief(said, place))
        case _:
            return (whole,)


def brief(said: Line, place: str) -> Forms:
    """Return the forms of a line for somebody who wants to hear little."""
    match said.id:
        case LineId.PRESS:
            return (_("Press, about {pressure} of 10.").format(pressure=said.felt_pressure),)
        case LineId.OTHER_SIDE:
            return (_("Other side."),)
        case LineId.HALF_WAY:
            return (_("Half-way."),)
        case LineId.EASE_OFF | LineId.EXERCISE_LAST:
            return (_("Last five seconds."),)
        case LineId.BREATHE:
            return (_("Small, easy breaths."),)
        case LineId.GAP_NOTICED:
            return (_("Stood still. On again."),) if said.title else (_("Stood still. Finger back."),)
        case LineId.PAUSED:
            return (_("Paused."),)
        case LineId.GO_ON:
            return (_("On again."),) if said.title else (session.back_to(said, place), _("Finger back."))
        case LineId.AGAIN:
            return (_("Once more: {place}.").format(place=session.inside(place)),)
        case LineId.EXERCISE_DONE:
            return (_("Done."),)
        case LineId.WELL_DONE:
            return (_("Well done."),)
        case _:
            return (session.line(said, place),)


def with_place(said: Line, place: str) -> Forms:
    """Return the forms of a press whose place has not been said."""
    return (session.line(said, place), _("{place}. Press.").format(place=place))


def ahead(place: str, ways_to_find: Forms) -> Forms:
    """Return the forms that tell of the place after this one, while there is time to listen."""
    comes = _("Keep holding. After this: {place}.").format(place=session.inside(place))
    return (*(f"{comes} {way}" for way in ways_to_find), comes)


def held(place: str, pressure: int) -> str:
    """Where somebody is pressing, in the middle of it."""
    return _("{place}. Keep about {pressure} of 10.").format(place=place, pressure=pressure)


def _press_in(said: Line) -> str:
    """Return how hard, where the place has just been said."""
    return _("Press in slowly, to about {pressure} of 10.").format(pressure=said.felt_pressure)


def tone(sounding: Tone) -> str:
    """Name of a tone, for the list that lets a person hear them all."""
    return {
        Tone.IN_BREATH: _("Breathe in"),
        Tone.OUT_BREATH: _("Breathe out"),
        Tone.PRESS: _("Press"),
        Tone.RELEASE: _("Let go"),
        Tone.SIDE_CHANGE: _("Other side"),
        Tone.NEXT: _("Next place"),
        Tone.COUNT: _("Three, two, one"),
        Tone.END: _("The end"),
        Tone.STOP: _("Stop, or hands off"),
    }[sounding]


def sample() -> str:
    """The sentence with which a voice is tried."""
    return _("This is how I sound. Press in slowly, to about 4 of 10. Small, easy breaths.")
