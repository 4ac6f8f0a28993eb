"""The sentences of the safety screen: those of its data files by id, and the fixed ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from acupress_desktop.domain.evidence import Source, Verified
from acupress_desktop.domain.ids import RuleId
from acupress_desktop.domain.safety.answers import Reply
from acupress_desktop.domain.safety.outcome import Message, OutcomeKind, Urgency
from acupress_desktop.domain.safety.questions import Question
from acupress_desktop.domain.safety.rules import Rule, Unsure
from acupress_desktop.words.translate import _

CALL = "{call}"


@dataclass(frozen=True, slots=True)
class SafetyWords:
    """English sentences of ``assets/safety`` by message id, translated when they are asked for.

    ``emergency_number`` is the person's own, or empty: no number is ever guessed.
    """

    texts: Mapping[str, str]
    emergency_number: str = ""

    def with_number(self, emergency_number: str) -> SafetyWords:
        """Return the same sentences with another emergency number."""
        return SafetyWords(self.texts, emergency_number)

    def message(self, message: Message) -> str:
        """Say what to do, how soon, and whom to ask."""
        return self._say(message.message_id)

    def rule_message(self, rule: Rule) -> str:
        """Say what a row tells the person."""
        return self._say(rule.message_id)

    def by_id(self, message_id: str) -> str:
        """Say a sentence of the data files; empty where there is none of that id."""
        return self._say(message_id)

    def reason(self, rule: RuleId) -> str:
        """Say why a point was left out or pressed more softly, as "because ..."; may be empty."""
        return self._say(f"safety.rule.{rule}.reason")

    def title(self, question: Question) -> str:
        """Ask the question."""
        return self._say(f"safety.question.{question.id}.title")

    def item(self, question: Question) -> str:
        """Say the question as a line to tick; the whole question where it has none."""
        return self._say(f"safety.question.{question.id}.item") or self.title(question)

    def help(self, question: Question) -> str:
        """Say how to answer; may be empty."""
        return self._say(f"safety.question.{question.id}.help")

    def why(self, question: Question) -> str:
        """Say why it is asked."""
        return self._say(f"safety.question.{question.id}.why")

    def option(self, question: Question, option: str) -> str:
        """Say one option."""
        return self._say(f"safety.question.{question.id}.option.{option}")

    def heading(self, question: Question, option: str) -> str:
        """Say the heading over an option; may be empty."""
        return self._say(f"safety.question.{question.id}.heading.{option}")

    def more(self, question: Question, option: str) -> str:
        """Say one option in full; as short as it stands where there is no more to say."""
        longer = self._say(f"safety.question.{question.id}.more.{option}")
        return longer or self.option(question, option)

    def group_item(self, group: str) -> str:
        """Say a group of questions as one line to tick."""
        return self._say(f"safety.group.{group}.item")

    def group_title(self, group: str) -> str:
        """Ask a group of questions at once."""
        return self._say(f"safety.group.{group}.title")

    def group_why(self, group: str) -> str:
        """Say why a group is asked."""
        return self._say(f"safety.group.{group}.why")

    def page_title(self, page: str) -> str:
        """Say the title of a screen that holds several questions; may be empty."""
        return self._say(f"safety.page.{page}.title")

    def page_help(self, page: str) -> str:
        """Say how to fill in a screen that holds several questions; may be empty."""
        return self._say(f"safety.page.{page}.help")

    def complaint(self, complaint: str) -> str:
        """Say what a session is for."""
        return self._say(f"safety.complaint.{complaint}")

    def _say(self, message_id: str) -> str:
        english = self.texts.get(message_id, "")
        if not english:
            return ""
        return _(english).replace(CALL, call_now(self.emergency_number))


def call_now(emergency_number: str) -> str:
    """Say whom to call in an emergency, with the number that the person saved or without one."""
    if emergency_number:
        return _("Call {number} now").format(number=emergency_number)
    return _("Call your local emergency number now")


def source_note(rules: Iterable[Rule], sources: Mapping[str, Source]) -> str:
    """Name the rows behind a question, their first source, and when it was looked at."""
    named = list(rules)
    if not named:
        return ""
    first = next((sources[key] for key in named[0].sources if key in sources), None)
    ids = ", ".join(rule.id for rule in named[:_NAMED_MAX])
    if len(named) > _NAMED_MAX:
        ids += _(" and {count} more").format(count=len(named) - _NAMED_MAX)
    start = _("Rule {ids}.") if len(named) == 1 else _("Rules {ids}.")
    parts = [start.format(ids=ids)]
    if first is not None:
        parts.append(
            _("After {source}, looked at on {day}.").format(
                source=first.short, day=f"{first.checked.day} {first.checked:%b %Y}"
            )
        )
    if any(rule.from_memory for rule in named) or (first and first.verified is Verified.NOT_VERIFIED):
        parts.append(_("Not fully verified."))
    return " ".join(parts)


_NAMED_MAX = 3


def reply(answer: Reply) -> str:
    """Say one of the three answers to a yes-or-no question."""
    match answer:
        case Reply.YES:
            return _("Yes")
        case Reply.NO:
            return _("No")
        case Reply.UNSURE:
            return _("Not sure")


def not_sure_note(unsure: Unsure) -> str:
    """Say beside "Not sure" what it will mean."""
    match unsure:
        case Unsure.COUNTS_AS_YES:
            return _("counts as yes, to be careful")
        case Unsure.ADVISE_AND_CAP_3:
            return _("we press softly, to be careful")


def outcome_title(kind: OutcomeKind, urgency: Urgency | None) -> str:
    """Say in a few words how the check ended."""
    match kind, urgency:
        case OutcomeKind.EMERGENCY, _any:
            return _("You need help now")
        case OutcomeKind.REFER, Urgency.SAME_DAY:
            return _("See somebody today first")
        case OutcomeKind.REFER, _any:
            return _("See somebody in the next few days first")
        case OutcomeKind.POSTPONE, _any:
            return _("Not today")
        case OutcomeKind.ALLOW_WITH_LIMITS, _any:
            return _("Ready, with some care")
        case _:
            return _("Ready")
