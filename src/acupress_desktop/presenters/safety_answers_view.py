"""What the page of the safety answers shows."""

from __future__ import annotations

from dataclasses import dataclass

from acupress_desktop.domain.ids import QuestionId, RuleId
from acupress_desktop.presenters.pieces import ActView, Choice
from acupress_desktop.presenters.safety_view import AmountBody, AskBody, ChoiceBody, RegionBody


@dataclass(frozen=True, slots=True)
class AnswerRowView:
    """One answer: what was asked, what was said, what it does, since when."""

    key: QuestionId
    asked: str
    given: str
    does: str
    dates: str
    change: str
    change_spoken: str
    ask_again: str
    ask_again_spoken: str

    @property
    def spoken(self) -> str:
        """All of it in one breath."""
        return " ".join(part for part in (self.asked, self.given, self.does, self.dates) if part)


@dataclass(frozen=True, slots=True)
class AnswerGroupView:
    """Answers that belong together; ``more`` folds those that change nothing, and is empty without any."""

    key: str
    heading: str
    rows: tuple[AnswerRowView, ...]
    more: str
    more_rows: tuple[AnswerRowView, ...]
    unfolded: Choice


@dataclass(frozen=True, slots=True)
class LeftOutPlacesView:
    """The places that are left out without a reason."""

    heading: str
    lead: str
    standing: str
    choose: str
    take_back: str


@dataclass(frozen=True, slots=True)
class CheckedRowView:
    """One thing that was asked to be looked at."""

    rule: RuleId
    text: str
    dates: str
    tick: str
    tick_spoken: str
    ticked: Choice


@dataclass(frozen=True, slots=True)
class CheckedView:
    """Everything that was asked to be looked at."""

    heading: str
    lead: str
    rows: tuple[CheckedRowView, ...]


OpenBody = AskBody | ChoiceBody | AmountBody | RegionBody


@dataclass(frozen=True, slots=True)
class OpenQuestionView:
    """One question, opened in its place: under the row ``beside``, or in the section of its own.

    ``go_on`` is empty while there is nothing to keep.
    """

    key: QuestionId
    beside: QuestionId
    title: str
    help: str
    why: str
    body: OpenBody
    go_on: str
    unsure: str
    leave: str


@dataclass(frozen=True, slots=True)
class SafetyAnswersView:
    """The whole page. ``trouble`` says why a change could not be kept; ``said`` what was done."""

    page: str
    back: str
    title: str
    lead: str
    left_out: LeftOutPlacesView
    groups: tuple[AnswerGroupView, ...]
    empty: str
    checked: CheckedView | None
    ask_all: ActView
    ask_all_note: str
    opened: OpenQuestionView | None
    said: str
    undo: str
    trouble: str
