"""Sentences of the check-in."""

from __future__ import annotations

from acupress_desktop.domain.journal import ContextTag
from acupress_desktop.domain.moments import Moment
from acupress_desktop.words.days import clock_time, long_day
from acupress_desktop.words.translate import _


def title() -> str:
    """Head of the dialog for a new entry."""
    return _("Check in")


def title_of_change() -> str:
    """Head of the dialog for an entry that exists."""
    return _("Change this entry")


def when(moment: Moment) -> str:
    """Such as "Sunday 22 November, 14:20"."""
    return _("{day}, {time}").format(day=long_day(moment.local_date), time=clock_time(moment))


def close() -> str:
    """Name of the cross."""
    return _("Close without saving")


def as_last_time() -> str:
    """Quick answer: the same as before."""
    return _("As last time")


def last_time_detail(intensity: int, place: str | None) -> str:
    """Such as "5, neck"."""
    if place is None:
        return str(intensity)
    return _("{pain}, {place}").format(pain=intensity, place=place[:1].lower() + place[1:])


def no_pain_today() -> str:
    """Quick answer: nothing hurts."""
    return _("No pain today")


def pain_now() -> str:
    """The one question that matters."""
    return _("How much pain right now?")


def pain_low() -> str:
    """Left end of a pain scale."""
    return _("none")


def pain_high() -> str:
    """Right end of a pain scale."""
    return _("the worst you can imagine")


def pain_at(place: str) -> str:
    """Heading of the scale of one place."""
    return _("Only here: {place}").format(place=place)


def where() -> str:
    """Heading of the places."""
    return _("Where?")


def somewhere_else() -> str:
    """Opens the whole list of places."""
    return _("Somewhere else")


def fewer_places() -> str:
    """Closes the whole list of places."""
    return _("Fewer places")


def sore_picture(places: tuple[str, ...]) -> str:
    """Spoken words of the little body."""
    if not places:
        return _("Body, nothing marked as sore.")
    return _("Body, marked as sore: {places}.").format(places="; ".join(places))


def more() -> str:
    """Opens the rest."""
    return _("More: sleep, mood, note")


def less() -> str:
    """Closes the rest."""
    return _("Less")


def day_average() -> str:
    """The average of a day, a series of its own."""
    return _("On average over the last 24 hours?")


def sleep() -> str:
    """Own item."""
    return _("How well did you sleep?")


def sleep_ends() -> tuple[str, str]:
    """Ends of the sleep scale."""
    return _("terribly"), _("very well")


def mood() -> str:
    """Own item."""
    return _("How is your mood?")


def mood_ends() -> tuple[str, str]:
    """Ends of the mood scale."""
    return _("very low"), _("very good")


def stress() -> str:
    """Own item."""
    return _("How tense or stressed do you feel?")


def stress_ends() -> tuple[str, str]:
    """Ends of the stress scale."""
    return _("not at all"), _("as much as can be")


def energy() -> str:
    """Own item."""
    return _("How much energy do you have?")


def energy_ends() -> tuple[str, str]:
    """Ends of the energy scale."""
    return _("none"), _("plenty")


def activity() -> str:
    """Own item."""
    return _("How much did you move today?")


def activity_ends() -> tuple[str, str]:
    """Ends of the activity scale."""
    return _("hardly"), _("a great deal")


def water() -> str:
    """A number to type, for who wants it."""
    return _("How many glasses of water today, if you count them?")


def water_unit() -> str:
    """What is counted."""
    return _("glasses")


def movement() -> str:
    """A number to type, for who wants it."""
    return _("How many minutes did you walk or exercise today?")


def movement_unit() -> str:
    """What is counted."""
    return _("minutes")


def whole_number_up_to(highest: int) -> str:
    """Why a number cannot be kept."""
    return _("A whole number from 0 to {highest}, or nothing.").format(highest=highest)


def tags_heading() -> str:
    """Marks of the day."""
    return _("Anything special today?")


def tag(mark: ContextTag) -> str:
    """One mark."""
    match mark:
        case ContextTag.FLARE:
            return _("A bad spell")
        case ContextTag.MEDICINES_CHANGED:
            return _("Medicines changed")
        case ContextTag.PERIOD:
            return _("Period")
        case ContextTag.EXERCISE:
            return _("Exercise")
        case ContextTag.ILL:
            return _("Ill")
        case ContextTag.WOKEN_BY_PAIN:
            return _("Pain woke me last night")


def note() -> str:
    """Heading of the note."""
    return _("A note, if you like")


def note_hint() -> str:
    """Inside the empty note."""
    return _("Anything you want to remember")


def note_too_long(longest: int) -> str:
    """Why the note cannot be kept."""
    return _("A note holds up to {longest} characters. Please shorten it.").format(longest=longest)


def moved_to() -> str:
    """Heading of the field for the time."""
    return _("When was this?")


def in_the_future() -> str:
    """Why a time cannot be kept."""
    return _("That time has not come yet. Choose one up to now.")


def say_where() -> str:
    """What is still missing."""
    return _("Tap where it hurts, then save.")


def say_how_much() -> str:
    """What is still missing."""
    return _("Choose a number from 0 to 10, then save.")


def nothing_yet() -> str:
    """What is still missing."""
    return _("Choose a number, or one of the two answers at the top.")


def save() -> str:
    """The main act."""
    return _("Save")


def delete() -> str:
    """Takes the entry out."""
    return _("Delete this entry")


def saved() -> str:
    """Said after the entry is on disk, never before."""
    return _("Saved.")


def deleted() -> str:
    """Said after the entry is out."""
    return _("Entry deleted.")


def restored() -> str:
    """Said after the entry is back."""
    return _("The entry is back.")


def undo() -> str:
    """Takes the last act back."""
    return _("Undo")


def gone() -> str:
    """The entry was deleted elsewhere."""
    return _("This entry is no longer in the journal.")
