"""Sentences of the screens that say: no session now, and what to do instead."""

from __future__ import annotations

from acupress_desktop.domain.safety.outcome import OutcomeKind
from acupress_desktop.words.translate import _


def page() -> str:
    """Name of the screen."""
    return _("Safety check")


def lead(kind: OutcomeKind) -> str:
    """Why there is no session, without naming a finding."""
    if kind is OutcomeKind.POSTPONE:
        return _("There is no session now. It is not lost: come back when this is over.")
    return _("There is no session until somebody has looked at this. The app cannot tell what it is.")


def lead_before_18() -> str:
    """Why there is no session for somebody under 18: nothing will be over soon."""
    return _("You can look around, read about the points and keep a journal. Sessions start at 18.")


def instead_before_18() -> tuple[str, ...]:
    """What somebody under 18 can do."""
    return (_("Tell a parent, or a doctor, what hurts and since when."),)


def number_label() -> str:
    """Label of the field, where no number was saved."""
    return _("Your local emergency number")


def number_hint() -> str:
    """Under the field."""
    return _("Saved as you type, for the next time.")


def number_wrong() -> str:
    """For something that cannot be a number."""
    return _("Use digits, spaces and a plus sign only, up to 20 in all.")


def close() -> str:
    """Leaves the screen."""
    return _("Close")


def instead_heading() -> str:
    """Over what can be done instead."""
    return _("What you can do meanwhile")


def instead_for_a_visit() -> tuple[str, ...]:
    """While waiting to be seen."""
    return (
        _("Write down what you feel and since when. It helps whoever looks at it."),
        _("Rest in the way that is easiest, and leave the place alone."),
    )


def instead_for_later() -> tuple[str, ...]:
    """While waiting for a better day."""
    return (
        _("Rest in the way that is easiest."),
        _("A check-in takes twenty seconds and needs no pressing."),
    )


def check_in() -> str:
    """Writes a diary entry."""
    return _("Write it down")


def to_today() -> str:
    """To the home page."""
    return _("Back to today")


def change_answers() -> str:
    """To the questions, for a slip of the finger."""
    return _("I answered something by mistake")


def rules(names: tuple[str, ...]) -> str:
    """Such as "Rule R01"."""
    text = _("Rule {rules}") if len(names) == 1 else _("Rules {rules}")
    return text.format(rules=", ".join(names))
