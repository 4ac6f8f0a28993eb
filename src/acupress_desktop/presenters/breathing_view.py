"""What the page about breathing patterns shows: frozen values, every sentence ready."""

from __future__ import annotations

from dataclasses import dataclass

from acupress_desktop.domain.breathing import BreathPattern, BreathPhase
from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.settings import BreathingPattern
from acupress_desktop.presenters.pieces import ActView, Choice


@dataclass(frozen=True, slots=True)
class BreathKey:
    """Which pattern a card is about; ``own`` names the person's."""

    kind: BreathingPattern
    own: RowId | None = None


@dataclass(frozen=True, slots=True)
class BreathCardView:
    """One pattern. ``change`` and ``delete`` are empty where it came with the app."""

    key: BreathKey
    name: str
    detail: str
    rate: str
    pattern: BreathPattern
    curve_spoken: str
    chosen: Choice
    choose: str
    choose_spoken: str
    show: str
    show_spoken: str
    still: str
    change: str
    change_spoken: str
    delete: str
    delete_spoken: str


@dataclass(frozen=True, slots=True)
class PhaseView:
    """One phase in the form, in tenths of a second, with its bounds."""

    phase: BreathPhase
    label: str
    tenths: int
    most_tenths: int
    more_spoken: str
    less_spoken: str


@dataclass(frozen=True, slots=True)
class BreathEditorView:
    """The form of one pattern; ``beside`` is ``None`` for a new one. ``pattern`` is drawn where it is one."""

    beside: RowId | None
    title: str
    name_label: str
    name: str
    name_characters_max: int
    unit: str
    phases: tuple[PhaseView, ...]
    holds_label: str
    holds: Choice
    holds_warning: str
    pattern: BreathPattern | None
    curve_spoken: str
    rate: str
    faults: tuple[str, ...]
    keep: ActView
    leave: str


@dataclass(frozen=True, slots=True)
class BreathingView:
    """The whole page."""

    page: str
    title: str
    lead: str
    back: str
    note: str
    patterns_heading: str
    patterns: tuple[BreathCardView, ...]
    own_heading: str
    own: tuple[BreathCardView, ...]
    none_of_own: str
    add: str
    full: str
    editor: BreathEditorView | None
    stop_heading: str
    stop: tuple[str, ...]
    about_heading: str
    about: tuple[str, ...]
    phase_words: tuple[tuple[BreathPhase, str], ...]
    said: str
    undo: str
    trouble: str
