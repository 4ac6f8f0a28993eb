"""Telling a screen reader what just happened (Qt 6.8 and later; before that, silence)."""

from __future__ import annotations

from enum import Enum

from PySide6 import QtGui
from PySide6.QtWidgets import QWidget


class Urgency(Enum):
    """Whether an announcement waits its turn or interrupts."""

    POLITE = "polite"
    ASSERTIVE = "assertive"


def announce(widget: QWidget, words: str, urgency: Urgency = Urgency.POLITE) -> None:
    """Have ``words`` spoken by whatever assistive technology listens to ``widget``'s window."""
    event_kind = getattr(QtGui, "QAccessibleAnnouncementEvent", None)
    if event_kind is None or not words:
        return
    event = event_kind(widget, words)
    levels = QtGui.QAccessible.AnnouncementPoliteness
    event.setPoliteness(levels.Assertive if urgency is Urgency.ASSERTIVE else levels.Polite)
    QtGui.QAccessible.updateAccessibility(event)
