"""What the page of the safety answers asks of its presenter."""

from __future__ import annotations

from typing import Protocol

from acupress_desktop.domain.ids import QuestionId, RuleId
from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.domain.safety.answers import Reply
from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.presenters.safety_answers_view import SafetyAnswersView


class SafetyAnswersPresenting(Protocol):
    """What the page asks of its presenter."""

    def present(self) -> SafetyAnswersView:
        """Show what is kept."""
        ...

    def change(self, question: QuestionId) -> SafetyAnswersView | Destination:
        """Open a question."""
        ...

    def choose_left_out(self) -> SafetyAnswersView:
        """Open the body for places to leave out."""
        ...

    def leave_nothing_out(self) -> SafetyAnswersView:
        """Take the places back."""
        ...

    def leave_as_it_is(self) -> SafetyAnswersView:
        """Close the open question."""
        ...

    def answer(self, reply: Reply) -> SafetyAnswersView:
        """Answer it."""
        ...

    def choose(self, option: str) -> SafetyAnswersView:
        """Answer with one of several."""
        ...

    def unsure(self) -> SafetyAnswersView:
        """Answer "not sure"."""
        ...

    def toggle_place(self, place: RegionSelection) -> SafetyAnswersView:
        """Mark a place."""
        ...

    def write_amount(self, text: str) -> SafetyAnswersView:
        """Take a number as typed."""
        ...

    def go_on(self) -> SafetyAnswersView:
        """Keep what was picked."""
        ...

    def ask_again(self, question: QuestionId) -> SafetyAnswersView:
        """Forget an answer."""
        ...

    def ask_everything_again(self) -> SafetyAnswersView:
        """Forget every answer."""
        ...

    def turn_tick(self, rule: RuleId) -> SafetyAnswersView:
        """Tick what was looked at."""
        ...

    def turn_fold(self, group: str) -> SafetyAnswersView:
        """Fold a group."""
        ...

    def turn_mirror(self) -> SafetyAnswersView:
        """Turn the figures."""
        ...

    def undo(self) -> SafetyAnswersView:
        """Take the last change back."""
        ...

    def back(self) -> Destination:
        """Leave."""
        ...
