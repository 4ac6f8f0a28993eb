"""What the session says: one sentence for each line, the same as caption and as speech."""

from __future__ import annotations

from acupress_desktop.session.lines import Line, LineId
from acupress_desktop.words.translate import _, plural


def line(said: Line, place: str) -> str:
    """Return the sentence; ``place`` is the site's title such as "Left hand, back", or empty."""
    seconds = round(said.seconds or 0)
    match said.id:
        case LineId.PRESS:
            return _("{place}. Press in slowly, to about {pressure} of 10.").format(
                place=place, pressure=said.felt_pressure
            )
        case LineId.HALF_WAY:
            return _("Half-way. Keep the pressure as it is.")
        case LineId.EASE_OFF:
            return _("Last five seconds. Ease off slowly.")
        case LineId.RELEASE:
            return _("Let go.")
        case LineId.OTHER_SIDE:
            return _("Now the other side: {place}.").format(place=inside(place))
        case LineId.NEXT_POINT:
            return _("Next: {place}.").format(place=inside(place))
        case LineId.AGAIN:
            return _("Once more, same place: {place}.").format(place=inside(place))
        case LineId.GET_READY:
            return _("Get ready. First: {place}.").format(place=said.title or inside(place))
        case LineId.FIND:
            return _("Find the place: {place}.").format(place=inside(place))
        case LineId.COMFORT_SOFTER:
            return _("Noted: {place}. More lightly there from now on: about {pressure} of 10.").format(
                place=inside(place), pressure=said.felt_pressure
            )
        case LineId.EXERCISE | LineId.EXERCISE_LAST | LineId.EXERCISE_DONE | LineId.EXERCISE_SKIPPED:
            return _about_an_exercise(said, seconds)
        case _:
            return _about_time(said, place, seconds)


def _about_an_exercise(said: Line, seconds: int) -> str:
    """Return the lines about an exercise; its title is the person's own."""
    match said.id:
        case LineId.EXERCISE:
            times = "" if said.repeats is None else plural("{count} time", "{count} times", said.repeats)
            lasts = "" if said.seconds is None else plural("{count} second", "{count} seconds", seconds)
            if times and lasts:
                lasts = _("{times}, {seconds} in all").format(times=times, seconds=lasts)
            return _("Now: {title}, {amount}.").format(title=said.title, amount=lasts or times)
        case LineId.EXERCISE_LAST:
            return _("Last five seconds. Come to rest slowly.")
        case LineId.EXERCISE_DONE:
            return _("Done. Rest for a moment.")
        case _:
            return _("Exercise left out.")


def _about_time(said: Line, place: str, seconds: int) -> str:
    """Return the lines about what stood still and what goes on."""
    match said.id:
        case LineId.PAUSED:
            return _("Paused. Rest your hands; nothing counts now.")
        case LineId.GAP_NOTICED:
            return _stood_still(said, seconds)
        case LineId.WAITING_AFTER_GAP:
            return _("The computer stood still for a while. Nothing was counted. Go on when you are ready.")
        case LineId.WAITING_AFTER_SLEEP:
            return _("The computer slept. Nothing was counted. Go on when you are ready.")
        case LineId.WAITING_AFTER_LOCK:
            return _("The screen was locked. Nothing was counted. Go on when you are ready.")
        case LineId.GO_ON:
            return f"{back_to(said, place)} {_on_in(seconds)}"
        case LineId.COUNT_IN:
            return _("{count}.").format(count=seconds)
        case LineId.COUNT_OUT:
            return plural("{count} second left.", "{count} seconds left.", seconds)
        case LineId.LONGER:
            return plural("{count} second longer here.", "{count} seconds longer here.", seconds)
        case _:
            return _about_the_session(said.id)


def _stood_still(said: Line, seconds: int) -> str:
    stood = plural(
        "The computer stood still for {count} second.",
        "The computer stood still for {count} seconds.",
        seconds,
    )
    then = _("It is not counted. On again.") if said.title else _("It is not counted. Finger back, then on.")
    return f"{stood} {then}"


def back_to(said: Line, place: str) -> str:
    """Return where to go back to after a pause: the place, or the exercise by the person's own title."""
    if said.title:
        return _("Back to: {title}.").format(title=said.title)
    return _("Finger back: {place}.").format(place=inside(place)) if place else _("Finger back.")


def _on_in(seconds: int) -> str:
    return plural("On in {count} second.", "On in {count} seconds.", seconds)


def _about_the_session(line_id: LineId) -> str:
    """Return the lines that need neither a place nor a number."""
    match line_id:
        case LineId.LONG_ENOUGH:
            return _("Long enough for this place today.")
        case LineId.SKIPPED:
            return _("Left out.")
        case LineId.BREATHING_OFF:
            return _("Breathing guide off. Breathe as you like.")
        case LineId.BREATHING_ON:
            return _("Breathing guide on. Small, easy breaths through the nose.")
        case LineId.BREATHING_ENOUGH:
            return _("Twenty minutes of guided breathing are enough. Breathe as you like.")
        case LineId.HANDS_OFF:
            return _("Hands off. Nothing counts now.")
        case LineId.STOPPED:
            return _("Stopped. What you have held is kept.")
        case LineId.EXPIRED:
            return _("An hour has passed since the questions. What you have held is kept.")
        case LineId.WELL_DONE:
            return _("Well done. Let your hands rest.")
        case _:
            return _about_how_it_feels(line_id)


def _about_how_it_feels(line_id: LineId) -> str:
    """Return the lines about breath and comfort."""
    match line_id:
        case LineId.BREATHE:
            return _("Small, easy breaths through the nose, as quiet as you can.")
        case LineId.BREATHE_NORMALLY:
            return _("Stop following the guide. Breathe normally.")
        case LineId.COMFORT_ASK:
            return _("Was that fine, or too much? One key tells it.")
        case LineId.COMFORT_FINE:
            return _("Noted: fine.")
        case LineId.COMFORT_LIGHTEST:
            return _("Noted. It cannot be lighter; leave it out if it is still too much.")
        case LineId.COMFORT_SKIPPED:
            return _("Noted: left out.")
        case _:
            raise ValueError(f"{line_id} needs a place or a number")


def inside(place: str) -> str:
    """Return a title such as "Left hand, back" as it stands inside a sentence."""
    return place[:1].lower() + place[1:]
