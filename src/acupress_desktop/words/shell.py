"""Words of the window itself, and of what can keep the app from opening."""

from __future__ import annotations

from acupress_desktop.words.translate import _


def app_name() -> str:
    """Name in the mast and the title bar."""
    return _("Acupress")


def menu() -> str:
    """Opens the places where they do not fit."""
    return _("Menu")


def settings() -> str:
    """Leads to the settings."""
    return _("Settings")


def emergency() -> str:
    """Before the person's own number."""
    return _("Emergency")


def today() -> str:
    """A place."""
    return _("Today")


def practice() -> str:
    """A place: what is meant over weeks."""
    return _("Practice")


def atlas() -> str:
    """A place."""
    return _("Atlas")


def learn() -> str:
    """A place: the pages to read, and the ways to practise."""
    return _("Learn")


def journal() -> str:
    """A place."""
    return _("Journal")


def trend() -> str:
    """A place."""
    return _("Trend")


def help_place() -> str:
    """A place."""
    return _("Help")


def cannot_open() -> str:
    """Title of the page that stands where the app cannot go on."""
    return _("Acupress cannot open just now")


def content_refused(problem: str) -> str:
    """A data file of the app itself is not as it should be."""
    return _(
        "A file that belongs to the app is not as it should be, so nothing is offered: {problem}"
    ).format(problem=problem)


def content_refused_next() -> str:
    """What helps against it."""
    return _("Install the app again. Your journal is not touched, and you can save all of it into a file.")


def atlas_cannot_open() -> str:
    """Title of the page that stands where a page around the atlas would."""
    return _("The atlas cannot open just now")


def atlas_refused(problem: str) -> str:
    """A data file that only the atlas needs is not as it should be."""
    return _(
        "A file that belongs to the atlas is not as it should be, so no point is shown: {problem}"
    ).format(problem=problem)


def atlas_refused_next() -> str:
    """What still works, and what helps."""
    return _(
        "Sessions, your journal and your trend work as before. To get the atlas back, install the app again."
    )


def save_journal() -> str:
    """Writes the journal into a file although the app cannot go on."""
    return _("Save my journal into a file")


def use_backup(when: str) -> str:
    """Restore the newest good backup."""
    return _("Go back to the backup of {when}").format(when=when)


def start_empty() -> str:
    """Put the damaged journal aside."""
    return _("Put it aside and start empty")


def settings_not_used() -> str:
    """Title of the page before the usual settings apply."""
    return _("Your settings could not be read")


def go_on_with_usual() -> str:
    """Accept the usual settings."""
    return _("Go on with the usual settings")


def try_again() -> str:
    """Once the reason may be gone."""
    return _("Try again")


def quit_app() -> str:
    """Leave."""
    return _("Close")


def something_failed() -> str:
    """A bug, told calmly."""
    return _("Something in the app failed. What was saved is safe; a running hold was paused.")


def already_open() -> str:
    """For the terminal, when a second start found a first."""
    return _("Acupress is open already; its window comes to the front.")
