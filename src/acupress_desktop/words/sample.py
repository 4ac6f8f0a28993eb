"""Sentences about the made-up journal."""

from __future__ import annotations

from acupress_desktop.words.translate import _


def banner() -> str:
    """Above every page that shows made-up data."""
    return _("Made-up data: nobody felt any of this. Your own journal is untouched.")


def remove() -> str:
    """Ends the look around."""
    return _("Remove the made-up data")


def explore() -> str:
    """Begins the look around."""
    return _("Look around with made-up data")


def on_pictures() -> str:
    """Stands on every picture and export made from it."""
    return _("Made-up data.")
