"""Sentences of the home page."""

from __future__ import annotations

from datetime import date

from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.protocols import MINUTES_PER_DAY_MAX
from acupress_desktop.words.days import clock_time, long_day, part_of_day, short_day, when_relative
from acupress_desktop.words.numbers import count_word, sentence_start
from acupress_desktop.words.translate import _, plural


def page() -> str:
    """Name of the page."""
    return _("Today")


def eyebrow(day: date, week: int | None) -> str:
    """Such as "Sunday 22 November, week 3"."""
    if week is None:
        return long_day(day)
    return _("{day}, week {week}").format(day=long_day(day), week=week)


def title(set_title: str, moment: Moment) -> str:
    """Such as "Neck and shoulders, this evening"."""
    return _("{set}, {part_of_day}").format(set=set_title, part_of_day=part_of_day(moment))


def title_of_nothing() -> str:
    """For a person who has chosen nothing yet."""
    return _("Where does it hurt?")


def summary_of_nothing() -> str:
    """What choosing leads to."""
    return _(
        "Say where, answer a few questions about today, and the app leads you through a short set, "
        "hold by hold. The first one takes three minutes."
    )


def choose() -> str:
    """The main act of a person who has chosen nothing yet."""
    return _("Choose a place")


def start() -> str:
    """The main act."""
    return _("Start")


def start_spoken(set_title: str) -> str:
    """What a screen reader says of the main act."""
    return _("Start: {set}. A few safety questions come first.").format(set=set_title)


def still_opening() -> str:
    """Why the main act waits."""
    return _("Opening your journal …")


def journal_shut() -> str:
    """Why the main act cannot be pressed."""
    return _("Your journal is not open, so a session could not be kept. See the message above.")


def points_on_each_side(points: int, seconds: int) -> str:
    """Such as "Five points on each side, held for 60 seconds."."""
    if points == 1:
        return _("One point on each side, held for {seconds} seconds.").format(seconds=seconds)
    return _("{points} points on each side, held for {seconds} seconds.").format(
        points=sentence_start(count_word(points)), seconds=seconds
    )


def points_and_holds(points: int, holds: int, shortest: int, longest: int) -> str:
    """Such as "Six points, ten holds of 60 to 180 seconds."."""
    seconds = (
        _("{seconds} seconds").format(seconds=shortest)
        if shortest == longest
        else _("{shortest} to {longest} seconds").format(shortest=shortest, longest=longest)
    )
    return _("{points}, {holds} of {seconds}.").format(
        points=sentence_start(_points(points)), holds=_holds(holds), seconds=seconds
    )


def _points(points: int) -> str:
    return _("one point") if points == 1 else _("{points} points").format(points=count_word(points))


def _holds(holds: int) -> str:
    return _("one hold") if holds == 1 else _("{holds} holds").format(holds=count_word(holds))


def minutes_with_pauses(minutes: int) -> str:
    """Such as "About 11 minutes with the pauses between."."""
    return plural(
        "About {count} minute with the pauses between.",
        "About {count} minutes with the pauses between.",
        minutes,
    )


def first_session_is_calm(minutes: int) -> str:
    """Why the first session is another set."""
    return plural(
        "Your very first session is the short calm set: three points, about {count} minute. "
        "This set comes next time.",
        "Your very first session is the short calm set: three points, about {count} minutes. "
        "This set comes next time.",
        minutes,
    )


def first_week() -> str:
    """Why holds are short."""
    return _("In the first week every hold is half as long.")


def session_count(done: int) -> str:
    """How many sessions the day still has."""
    if done == 0:
        return _("First of up to two sessions today.")
    return _("Second and last session for today.")


def change_the_plan() -> str:
    """Leads to the choice of places."""
    return _("Choose another set")


def two_sessions_done() -> str:
    """Why nothing is offered any more today."""
    return _("Two sessions today: that is the limit for one day. The next one is possible tomorrow.")


def over_the_minutes(minutes: int, left: int) -> str:
    """Why this set is not offered any more today."""
    return _(
        "This set takes {minutes} minutes and today has {left} of {limit} left. "
        "Choose a shorter set, or come back tomorrow."
    ).format(minutes=minutes, left=max(0, left), limit=MINUTES_PER_DAY_MAX)


def short_form_today(minutes: int) -> str:
    """What is offered instead of a set that is too long for what is left of the day."""
    return plural(
        "Today has room for the short form: about {count} minute.",
        "Today has room for the short form: about {count} minutes.",
        minutes,
    )


def not_offered() -> str:
    """Why a set that exists cannot be started."""
    return _("This set is not offered. Choose another place.")


def sparkline_heading() -> str:
    """Over the small chart."""
    return _("Your pain, last 14 days")


def sparkline_legend() -> str:
    """What the triangles mean."""
    return _("a session")


def sparkline_first(day: date) -> str:
    """Left end of the axis."""
    return short_day(day)


def sparkline_last() -> str:
    """Right end of the axis."""
    return _("today")


def sparkline_empty() -> str:
    """Instead of an empty chart."""
    return _("Nothing logged in the last 14 days.")


def sparkline_spoken(logged: int, days: int, newest: str, newest_day: str, sessions: int) -> str:
    """The chart in words; it names what is there and draws no conclusion."""
    told = _("Pain, 0 to 10: {logged} of {days} days logged. Newest {newest}, {day}.").format(
        logged=logged, days=days, newest=newest, day=newest_day
    )
    held = plural("Sessions on {count} day.", "Sessions on {count} days.", sessions)
    return f"{told} {held}"


def check_in() -> str:
    """The second act."""
    return _("Check in, 20 seconds")


def last_entry(moment: Moment, today: date) -> str:
    """Such as "Last entry today, 08:10:"."""
    return _("Last entry {when}:").format(when=when_relative(moment, today))


def last_entry_on(day: date, today: date) -> str:
    """The same where only the day is known."""
    if day == today:
        return _("Last entry today:")
    return _("Last entry {day}:").format(day=short_day(day))


def pain_entry(intensity: int, place: str) -> str:
    """Such as "pain 5, neck"."""
    if not place:
        return _("pain {pain}").format(pain=intensity)
    return _("pain {pain}, {place}").format(pain=intensity, place=place)


def entry_without_pain() -> str:
    """For an entry that rates something else."""
    return _("no pain number in it")


def no_entry_yet() -> str:
    """Beside the check-in, before the first entry."""
    return _("One tap for how it is now. Any time, as often as you like.")


def sources() -> str:
    """Folds the evidence line on small windows."""
    return _("Sources")


def set_on_the_body(set_title: str) -> str:
    """Spoken name of the body picture."""
    return _("Body with the points of this set: {set}").format(set=set_title)


def body_of_nothing() -> str:
    """Spoken name of the body picture before anything is chosen."""
    return _("Body, nothing marked.")


def sore_today(place: str) -> str:
    """Label at the sore area."""
    return _("Sore today: {place}").format(place=place)


def point_place(code: str, both: str) -> str:
    """Such as "GB20, both sides"."""
    return _("{code}, {sides}").format(code=code, sides=both)


def mark_spoken(number: int, name: str, code: str, side: str) -> str:
    """Such as "5, Wind Pool, GB20, left side", for one site on the body."""
    return ", ".join(part for part in (str(number), name, code, side) if part)


def front_or_back() -> str:
    """Name of the choice between the two views."""
    return _("View of the body")


def as_in_a_mirror() -> str:
    """Turns the picture."""
    return _("Show as in a mirror")


def as_seen_by_another() -> str:
    """Turns the picture back."""
    return _("Show as another person sees you")


def elsewhere() -> str:
    """Names the points that the view in front does not show; ``{names}`` is filled in."""
    return _("On the other view: {names}")


def resume(started: Moment, done: int, planned: int, until: Moment) -> str:
    """Banner after a session broke off."""
    return _(
        "The session from {started} broke off after {done} of {planned} holds. You can go on until {until}."
    ).format(started=clock_time(started), done=done, planned=planned, until=clock_time(until))


def go_on() -> str:
    """Resumes."""
    return _("Go on")


def leave_it() -> str:
    """Closes the session that broke off."""
    return _("Leave it at that")


def unpleasant() -> str:
    """Leads to the log of unpleasant effects."""
    return _("Something unpleasant?")


def checked() -> str:
    """Ticks an advice."""
    return _("It has been checked")


def remind_later() -> str:
    """Puts an advice off."""
    return _("Remind me in 30 days")


def back_up_now() -> str:
    """Tries the backup again."""
    return _("Make a backup now")


def where_my_data_is() -> str:
    """Leads to the files of the app."""
    return _("Where my data is")
