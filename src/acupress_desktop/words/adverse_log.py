"""Sentences of the log of unpleasant effects."""

from __future__ import annotations

from acupress_desktop.words.translate import _, plural


def page() -> str:
    """Name of the page, and what leads to it."""
    return _("Unpleasant effects")


def title() -> str:
    """Over the page."""
    return _("Was anything unpleasant?")


def lead() -> str:
    """Below the title."""
    return _(
        "Write it down at any time, with or without a session. We say what to do, "
        "and the next sessions take it into account."
    )


def what() -> str:
    """Above the kinds."""
    return _("What was it?")


def where_pressed() -> str:
    """Above the points that were pressed lately."""
    return _("At a point you pressed lately?")


def where_on_body() -> str:
    """Above the places of the body."""
    return _("Or tap the place on the body")


def every_place() -> str:
    """Opens the list of places."""
    return _("Choose the place from a list")


def fewer_places() -> str:
    """Closes the list of places."""
    return _("Hide the list")


def no_place() -> str:
    """Beside the places while none is chosen."""
    return _("You can save it without a place. Then we press more softly everywhere for a while.")


def when() -> str:
    """Above the field for the time."""
    return _("When was it?")


def in_the_future() -> str:
    """Why a time cannot be kept."""
    return _("That time has not come yet. Choose one up to now.")


def note() -> str:
    """Above the field for a note."""
    return _("A note, if you like")


def note_hint() -> str:
    """In the empty field."""
    return _("Anything you want to remember")


def save() -> str:
    """The main act."""
    return _("Save to journal")


def choose_what() -> str:
    """What is still missing."""
    return _("Choose what it was, then save.")


def what_to_do() -> str:
    """Over the advice after saving."""
    return _("What to do now")


def saved() -> str:
    """Said after it is on disk, never before."""
    return _("Saved.")


def noted_heading(count: int) -> str:
    """Over the list."""
    return plural("Noted: {count}", "Noted: {count}", count)


def nothing_noted() -> str:
    """In place of the list."""
    return _("Nothing has been noted.")


def after_set(title_of_set: str) -> str:
    """Beside something that was told with a session."""
    return _("with the session “{title}”").format(title=title_of_set)


def at_place(kind: str, place: str) -> str:
    """Such as "Bruise, hand, left"."""
    return _("{kind}, {place}").format(kind=kind, place=place)


def delete() -> str:
    """Takes a row out."""
    return _("Delete")


def delete_spoken(row: str) -> str:
    """Names the row that would go."""
    return _("Delete: {row}").format(row=row)


def deleted() -> str:
    """Said after it is out."""
    return _("Deleted.")


def undo() -> str:
    """Takes the last act back."""
    return _("Undo")


def back_again() -> str:
    """Said after a row is back."""
    return _("It is back.")


def spoken_picture(place: str) -> str:
    """What the figures show, in words."""
    if not place:
        return _("Front and back of the body, nothing chosen")
    return _("Front and back of the body, chosen: {place}").format(place=place)
