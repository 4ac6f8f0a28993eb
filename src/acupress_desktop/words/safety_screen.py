"""Sentences of the safety screen around the questions; the questions themselves come from their file."""

from __future__ import annotations

from datetime import date

from acupress_desktop.words.days import dated, short_day
from acupress_desktop.words.translate import _, plural


def page() -> str:
    """Name of the screen."""
    return _("Safety check")


def close() -> str:
    """Leaves without a session."""
    return _("Close")


def back() -> str:
    """To the question before."""
    return _("Back")


def eyebrow_every_session(number: int, of: int) -> str:
    """Such as "Question 2 of 6, asked every session"."""
    return _("Question {number} of {of}, asked every session").format(number=number, of=of)


def eyebrow_every_30_days(number: int, of: int) -> str:
    """For what rarely changes."""
    return _("Question {number} of {of}, asked every 30 days").format(number=number, of=of)


def eyebrow_once(number: int, of: int) -> str:
    """For what is asked a single time."""
    return _("Question {number} of {of}, asked once").format(number=number, of=of)


def progress_spoken(number: int, of: int) -> str:
    """Spoken name of the progress bars."""
    return _("Question {number} of {of}").format(number=number, of=of)


def no() -> str:
    """An answer."""
    return _("No")


def yes() -> str:
    """An answer."""
    return _("Yes")


def not_sure() -> str:
    """An answer."""
    return _("Not sure")


def no_key() -> str:
    """The letter that answers no; one letter."""
    return _("N")


def yes_key() -> str:
    """The letter that answers yes; one letter."""
    return _("Y")


def not_sure_key() -> str:
    """The sign that answers not sure; one sign."""
    return _("?")


def anything_changed_lately() -> str:
    """The question about changes, for somebody who was never asked before."""
    return _("Has anything else changed lately?")


def none_of_these() -> str:
    """Answers a whole list."""
    return _("None of these")


def go_on_with(count: int) -> str:
    """Answers a list with ticks."""
    return plural("Go on with {count} ticked", "Go on with {count} ticked", count)


def still_the_same() -> str:
    """Confirms what was told before."""
    return _("Still the same")


def as_told(day: date, today: date) -> str:
    """Says where the ticks come from."""
    told = short_day(day) if day.year == today.year else dated(day)
    return _("The ticks are what you told us on {day}. Change what is different.").format(day=told)


def row_not_sure(row: str) -> str:
    """Spoken name of the small "not sure" beside a row."""
    return _("Not sure: {row}").format(row=row)


def nowhere() -> str:
    """Answers the body question."""
    return _("Nowhere")


def leave_out(count: int) -> str:
    """Answers the body question with places."""
    return plural("Leave out this place", "Leave out these {count} places", count)


def all_places(count: int) -> str:
    """Opens the whole list."""
    return _("All {count} places").format(count=count)


def fewer_places() -> str:
    """Closes the whole list."""
    return _("Fewer places")


def place_picked(places: tuple[str, ...]) -> str:
    """Spoken words of the body picture."""
    if not places:
        return _("Body, front and back. Nothing is marked. The list beside it holds the same places.")
    return _("Body, front and back. Marked: {places}.").format(places="; ".join(places))


def front() -> str:
    """Over the left figure."""
    return _("Front")


def back_of_body() -> str:
    """Over the right figure."""
    return _("Back")


def seen_by_another() -> str:
    """How the pictures are turned."""
    return _("Seen as another person sees you.")


def seen_in_a_mirror() -> str:
    """How the pictures are turned."""
    return _("Seen as in a mirror.")


def show_mirror() -> str:
    """Turns the pictures."""
    return _("Show as in a mirror")


def show_another() -> str:
    """Turns the pictures back."""
    return _("Show as another person sees you")


def why_do_you_ask() -> str:
    """Heading of the side note, and the link that opens it."""
    return _("Why do you ask?")


def hide_note() -> str:
    """Folds the side note."""
    return _("Hide this note")


def emergency_line() -> str:
    """Foot of every question, first part."""
    return _("Something sudden or frightening right now?")


def call(number: str) -> str:
    """Foot of every question, the part that stands out."""
    return _("Call {number}").format(number=number)


def call_saved_by_you() -> str:
    """Foot of every question, after the number."""
    return _(", the emergency number you saved.")


def call_local() -> str:
    """Foot of every question, where no number was saved."""
    return _("Call your local emergency number.")


def change_number() -> str:
    """Beside the number."""
    return _("Change it")


def add_number() -> str:
    """Where no number was saved."""
    return _("Save it here")


def stays_here() -> str:
    """Foot of every question, at the end."""
    return _("Answers stay on this computer.")


def number_label() -> str:
    """Label of the field at the foot."""
    return _("Emergency number")


def save_number() -> str:
    """Keeps the number."""
    return _("Save")


def number_wrong() -> str:
    """For something that cannot be a number."""
    return _("Use digits, spaces and a plus sign only, up to 20 in all.")


def amount_wrong(low: int, high: int) -> str:
    """For an amount out of range."""
    return _("Write a whole number from {low} to {high}.").format(low=low, high=high)


def go_on() -> str:
    """The main act of a field."""
    return _("Go on")


def nothing_chosen() -> str:
    """What is missing where "none" is no answer."""
    return _("Tick at least one place, or say that you are not sure.")


def item_and_option(item: str, option: str) -> str:
    """Such as "Pain wakes me every night: yes, but it eases when I move", one row of a checklist."""
    return _("{item}: {option}").format(item=item, option=option[:1].lower() + option[1:])
