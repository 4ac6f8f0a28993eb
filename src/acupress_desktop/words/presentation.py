"""Sentences of the large view for showing points to somebody: no journal, no name, no dose."""

from __future__ import annotations

from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.words.days import clock_time
from acupress_desktop.words.translate import _, plural


def page() -> str:
    """Name of the view."""
    return _("Showing points")


def ask_title() -> str:
    """Title of the first page."""
    return _("Before you show anything")


def ask_lead() -> str:
    """What the view is."""
    return _(
        "A large drawing with points and words, for two people to look at. Nothing about the other person is"
        " asked or kept, and nothing from your journal is shown."
    )


def what_to_show() -> str:
    """Heading of the choice of sets."""
    return _("What to show")


def consent_words() -> str:
    """The words that the person agrees to; kept with the time, without a name."""
    return _(
        "I have been told that this is a demonstration, not an assessment, and I agree to be shown points."
    )


def consent_heading() -> str:
    """Over the words."""
    return _("Ask the person, and tick when they agree")


def agrees() -> str:
    """Beside the box to tick."""
    return _("The person agrees")


def consent_kept() -> str:
    """What is kept of it."""
    return _("The time and these words are noted in your journal, without a name.")


def begin() -> str:
    """Opens the large view."""
    return _("Show the points")


def tick_first() -> str:
    """Why it cannot be opened yet."""
    return _("Tick the line above once the person agrees.")


def leave() -> str:
    """Leaves the view."""
    return _("Leave")


def agreed(moment: Moment) -> str:
    """In the mast."""
    return _("Client agreed, noted {time}.").format(time=clock_time(moment))


def leave_keys() -> str:
    """In the mast."""
    return _("F11 leaves this view")


def place_and_set(set_title: str, place: str) -> str:
    """Title of the mast, such as "Neck and shoulders: left shoulder, top"."""
    return _("{set}: {place}").format(set=set_title, place=place[:1].lower() + place[1:])


def point_of(number: int, total: int) -> str:
    """Such as "Point 3 of 5"."""
    return _("Point {number} of {total}").format(number=number, total=total)


def clients_left() -> str:
    """Beside the round badge."""
    return _("Client’s left")


def clients_right() -> str:
    """Beside the square badge."""
    return _("Client’s right")


def where() -> str:
    """Heading of a row."""
    return _("Where")


def how() -> str:
    """Heading of a row."""
    return _("How")


def leave_out() -> str:
    """Heading of a row."""
    return _("Leave out")


def stop() -> str:
    """Heading of a row."""
    return _("Stop")


def stop_rule() -> str:
    """When to stop."""
    return _("At sharp pain, or if it tingles or makes the person dizzy.")


def in_pregnancy() -> str:
    """For every point but three."""
    return _("In pregnancy, as a precaution.")


def in_pregnancy_gently() -> str:
    """For the three points that are offered in a pregnancy."""
    return _("In pregnancy only after asking the midwife, and only gently.")


def over_sore_skin() -> str:
    """For every point."""
    return _("Over bruised, broken or sore skin.")


def next_point() -> str:
    """The main act."""
    return _("Next point")


def previous_point() -> str:
    """The act before."""
    return _("Point before")


def first_already() -> str:
    """Why there is no point before."""
    return _("This is the first point.")


def last_already() -> str:
    """Why there is no next point."""
    return _("This is the last point.")


def other_side(side: SiteSide) -> str:
    """Shows the other side."""
    return _("Client’s left side") if side is SiteSide.LEFT else _("Client’s right side")


def both_sides(code: str) -> str:
    """Under a name on the picture."""
    return _("{code}, both sides").format(code=code)


def spoken(place: str, point: str, points: int) -> str:
    """The picture in words."""
    return (
        plural(
            "[place]: [point], and {count} point of the set on this picture.",
            "[place]: [point], and {count} points of the set on this picture.",
            points,
        )
        .replace("[place]", place)
        .replace("[point]", point)
    )
