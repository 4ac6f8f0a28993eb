"""The statements that must stand where the rules say: first run, reports, exports, practitioner view."""

from __future__ import annotations

from acupress_desktop.words.translate import _


def not_a_medical_device() -> str:
    """On the first run, every report and every export."""
    return _(
        "Not a medical device; not for diagnosis or treatment. Do not stop or change medicines because of it."
    )


def pain_changes_by_itself() -> str:
    """Beside every number of the journal."""
    return _("Pain changes by itself; these numbers can’t show why.")


def demonstration() -> str:
    """In the practitioner's view."""
    return _("Demonstration, not an assessment.")


def stop_line() -> str:
    """Beside every press."""
    return _("Stop at sharp pain, or above 3 of 10; if it tingles, or if you feel dizzy.")
