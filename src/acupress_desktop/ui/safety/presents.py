"""What the safety screen needs of its presenter."""

from __future__ import annotations

from typing import Protocol

from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.domain.safety.answers import Reply
from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.presenters.safety_view import SafetyView

Answered = SafetyView | Destination


class Presents(Protocol):
    """Every intent returns the next view, or where to go."""

    def present(self) -> SafetyView:
        """Show the page that is open."""
        ...

    def answer(self, reply: Reply) -> Answered:
        """Answer a yes-or-no question."""
        ...

    def toggle_row(self, key: str) -> SafetyView:
        """Tick a row."""
        ...

    def look_at_row(self, key: str) -> SafetyView:
        """Open a row as a question of its own."""
        ...

    def clear_rows(self, keys: tuple[str, ...]) -> SafetyView:
        """Take the ticks of some rows back."""
        ...

    def none(self) -> Answered:
        """Answer with none."""
        ...

    def go_on(self) -> Answered:
        """Answer with what was picked."""
        ...

    def unsure(self) -> Answered:
        """Say "not sure" to the page."""
        ...

    def choose(self, option: str) -> Answered:
        """Answer with one of several."""
        ...

    def write_amount(self, text: str) -> SafetyView:
        """Keep a number as typed."""
        ...

    def toggle_place(self, place: RegionSelection) -> SafetyView:
        """Mark a place."""
        ...

    def back(self) -> SafetyView:
        """Return to the page before."""
        ...

    def change(self, page: str) -> SafetyView:
        """Open a page that was answered."""
        ...

    def close(self) -> Destination:
        """Leave."""
        ...

    def turn_note(self) -> SafetyView:
        """Fold the side note."""
        ...

    def turn_mirror(self) -> SafetyView:
        """Turn the figures."""
        ...

    def turn_number(self) -> SafetyView:
        """Open the field for the number."""
        ...

    def write_number(self, text: str) -> SafetyView:
        """Keep the number as typed."""
        ...

    def save_number(self) -> SafetyView:
        """Keep the number."""
        ...
