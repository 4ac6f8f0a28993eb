"""The pages of a person's own routines: the list, the editor, and what they ask for."""

from __future__ import annotations

from acupress_desktop.words import notices
from acupress_desktop.words.translate import _, plural


def untested() -> str:
    """What is known about anybody's own routine."""
    return _(
        "No trial has tested this routine. What was found about the app’s own sets says nothing about it."
    )


def file_notice() -> str:
    """Stands in a file that is given on: what it is, and what it is not."""
    made = _(
        "A routine made with Acupress Desktop, without a name or a date of anybody. It is not medical advice,"
        " and nobody has tested it. Acupress Desktop asks its safety questions before it is pressed."
    )
    return f"{made} {notices.not_a_medical_device()}"


# --- The list


def none_yet() -> str:
    """Where there is none."""
    return _(
        "None yet. A routine is your own order of points, with stretches or a walk between them if you like."
    )


def open_file() -> str:
    """Opens a file that somebody gave."""
    return _("Open a routine file…")


def change() -> str:
    """Opens the editor."""
    return _("Change")


def press() -> str:
    """Leads to the safety questions."""
    return _("Press it")


def press_spoken(name: str) -> str:
    """The same for a screen reader."""
    return _("Press {name}. A few safety questions come first.").format(name=name)


def duplicate() -> str:
    """Makes a copy."""
    return _("Duplicate")


def share() -> str:
    """Writes a file."""
    return _("Share as a file…")


def print_it() -> str:
    """Makes a page to print."""
    return _("Print…")


def delete() -> str:
    """Takes it out of the list."""
    return _("Delete")


def undo() -> str:
    """Takes back what was done last."""
    return _("Undo")


def deleted(name: str) -> str:
    """After a deletion."""
    return _("“{name}” is deleted. What you pressed of it stays in the journal.").format(name=name)


def restored(name: str) -> str:
    """After the undo."""
    return _("“{name}” is back.").format(name=name)


def copied(name: str) -> str:
    """After a copy was made."""
    return _("“{name}” is added.").format(name=name)


def shared(file: str) -> str:
    """After a file was written."""
    return _("Written to {file}. Nothing in it says who you are; your notes and pictures are in it.").format(
        file=file
    )


def printed(file: str) -> str:
    """After a page was written."""
    return _("Written to {file}.").format(file=file)


def not_written(file: str) -> str:
    """Where a page could not be written."""
    return _("{file} could not be written. Try another folder.").format(file=file)


def cannot_open_viewer(file: str) -> str:
    """Where the system shows no page."""
    return _("{file} is written, but this computer did not open it.").format(file=file)


def too_many(most: int) -> str:
    """Where no more fit."""
    return _("There are {most} routines, and no more fit. Delete one first.").format(most=most)


def what_for(complaint: str) -> str:
    """Such as "For: A calm moment"."""
    return _("For: {complaint}").format(complaint=complaint)


def file_kind() -> str:
    """Name of the kind of file, in the system's dialog."""
    return _("Routine")


def pdf_kind() -> str:
    """Name of the kind of file, in the system's dialog."""
    return _("Page to print")


def picture_kind() -> str:
    """Name of the kind of file, in the system's dialog."""
    return _("Picture")


def copy_name(name: str) -> str:
    """Of a copy."""
    return _("{name}, copy").format(name=name)


# --- A file from somebody


def opened_title() -> str:
    """Over what is in a file."""
    return _("A routine from a file")


def from_nobody() -> str:
    """Whose it is."""
    return _(
        "The file does not say who made it, and nobody has checked it. Add it only if it is from somebody you"
        " trust. Before it is pressed, you get the safety questions as for every set."
    )


def add_it() -> str:
    """Takes it into the list."""
    return _("Add it to my routines")


def leave_it() -> str:
    """Keeps nothing."""
    return _("Leave it")


def has_picture() -> str:
    """Beside a step that has a picture."""
    return _("with a picture")


# --- What a routine comes to


def points(count: int) -> str:
    """Such as "5 points"."""
    return plural("{count} point", "{count} points", count)


def exercises(count: int) -> str:
    """Such as "2 exercises"."""
    return plural("{count} exercise", "{count} exercises", count)


def pressing(minutes: int) -> str:
    """Such as "12 min of pressing"."""
    return _("{minutes} min of pressing").format(minutes=minutes)


def moving(minutes: int) -> str:
    """Such as "3 min of exercises"."""
    return _("{minutes} min of exercises").format(minutes=minutes)


def between(titles: tuple[str, ...]) -> str:
    """What stands between the points of a plan."""
    return _("With these exercises of your own: {titles}.").format(titles=", ".join(titles))


def fits_the_day(most: int) -> str:
    """Where it is short enough."""
    return _(
        "A day has room for {most} min of pressing, over all sets. In its first week every hold is half as"
        " long."
    ).format(most=most)


def beyond_the_day(most: int) -> str:
    """Where it is longer than a day allows."""
    return _(
        "This is more than the {most} min of pressing that a day has room for. Make it shorter to press all"
        " of it."
    ).format(most=most)


def nothing_to_press() -> str:
    """Where only exercises stand in it."""
    return _("Add a point first. A session begins with something to press.")


def waits_for_a_clinician() -> str:
    """Where the complaint's own set is not offered."""
    return _("No session is offered for this yet. Choose something else that it is for.")


# --- On paper


def paper_minutes(pressing_minutes: int, moving_minutes: int) -> str:
    """How long it takes."""
    if moving_minutes:
        return _("{pressing} min of pressing and {moving} min of exercises").format(
            pressing=pressing_minutes, moving=moving_minutes
        )
    return pressing(pressing_minutes)


def paper_before() -> str:
    """What comes first."""
    return _(
        "Before you press from this page: go through the app’s safety questions on the same day. They can"
        " leave points out, or make them softer or shorter."
    )


def paper_first_week() -> str:
    """How long in the first week; paper cannot halve it."""
    return _("In the first seven days hold each place for only half as long.")


def paper_pregnant() -> str:
    """For whom the page is not."""
    return _("If you are or could be pregnant, do not press from this page. Ask your midwife first.")


def paper_help() -> str:
    """What no page is for."""
    return _("Something sudden, severe or new: do not press. Call your local emergency number, or a doctor.")


def paper_stop() -> str:
    """When to stop."""
    return _("Stop at once when pain becomes stronger, or when you feel dizzy, numb or unwell.")
