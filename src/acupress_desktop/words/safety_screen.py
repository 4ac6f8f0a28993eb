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


def eyebrow_every_session() -> str:
    """Over a question; the bars above say how far one is."""
    return _("Asked every session")


def eyebrow_every_30_days() -> str:
    """For what rarely changes."""
    return _("Asked every 30 days")


def eyebrow_once() -> str:
    """For what is asked a single time."""
    return _("Asked once")


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
    """A row that was answered "not sure"."""
    return _("{row} (not sure)").format(row=row)


def row_more(row: str) -> str:
    """Spoken name of the act that opens a row as a question of its own."""
    return _("More about: {row}").format(row=row)


def row_more_sign() -> str:
    """What that act shows; one sign."""
    return _("?")


def which_of_these() -> str:
    """Asks for the lines behind a line that was ticked."""
    return _("Which of these fit?")


def part_of_page(part: int, of: int) -> str:
    """Says that a list is shown in parts, where a window is too low for all of it."""
    return _("Part {part} of {of}").format(part=part, of=of)


def nowhere() -> str:
    """Answers the body question."""
    return _("Nowhere")


def leave_out(count: int) -> str:
    """Answers the body question with places."""
    return plural("Leave out this place", "Leave out these {count} places", count)


def more_places() -> str:
    """Shows the next places of the list."""
    return _("More places")


def side_left() -> str:
    """Beside a region that lies on both sides."""
    return _("Left")


def side_right() -> str:
    """Beside a region that lies on both sides."""
    return _("Right")


def side_none() -> str:
    """Beside a region that lies across the middle."""
    return _("Here")


def marked_places(places: tuple[str, ...]) -> str:
    """Under the list and the figures."""
    return _("Marked: {places}").format(places="; ".join(places))


def more_answers() -> str:
    """Shows the next of the answers that were given."""
    return _("More answers")


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


def review_title() -> str:
    """Over everything that was answered."""
    return _("What you told us")


def review_lead() -> str:
    """Under that title."""
    return _("Choose a line to change it.")


def review_eyebrow() -> str:
    """Over that title."""
    return _("Your answers")


def review_go_on() -> str:
    """Leaves everything as it is."""
    return _("All as I said")


def change_line(asked: str, answer: str) -> str:
    """Spoken name of one line."""
    return _("Change: {asked} {answer}").format(asked=asked, answer=answer)


def years(count: int) -> str:
    """An age."""
    return plural("{count} year", "{count} years", count)
