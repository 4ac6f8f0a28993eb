"""What is good to have before a session: a list to tick for a look, kept nowhere."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.words import practice as words


@dataclass(frozen=True, slots=True)
class ReadyRowView:
    """One thing that is good to have before a session; the tick is not kept."""

    number: int
    label: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class ReadyView:
    """The list before a session; ``more`` and ``less`` unfold and fold it where it is folded."""

    heading: str
    lead: str
    rows: tuple[ReadyRowView, ...]
    more: str
    less: str


def ready_part(ticked: Collection[int] = ()) -> ReadyView:
    """Show the list before a session."""
    return ReadyView(
        heading=words.ready_heading(),
        lead=words.ready_lead(),
        rows=tuple(
            ReadyRowView(number, label, Choice.when(number in ticked))
            for number, label in enumerate(words.ready_list())
        ),
        more=words.ready_more(),
        less=words.ready_less(),
    )
