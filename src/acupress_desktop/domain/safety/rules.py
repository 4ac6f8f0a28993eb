"""The rows of the safety table: one condition, one action, and the limits that come with it.

A source row such as L01 has several effects (softer, shorter, no tools, tell your clinician).
It stays one row with one *action*, which decides the outcome, and a tuple of *limits*, which
shape the session that is still allowed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from acupress_desktop.domain.evidence import Source
from acupress_desktop.domain.ids import (
    ComplaintId,
    PointCode,
    ProtocolId,
    QuestionId,
    RegionId,
    RuleId,
    SourceId,
)
from acupress_desktop.domain.safety.conditions import Condition, questions_in
from acupress_desktop.domain.safety.outcome import Urgency
from acupress_desktop.domain.safety.questions import Group, Option, Page, Question


class ActionKind(Enum):
    """What a row does to the outcome, from the least to the most restrictive."""

    LIMIT = "limit"
    """The limits apply; the person is told why."""
    ADVISE = "advise"
    """As ``LIMIT``, and "tell your clinician first" is shown and kept in the journal."""
    SEE = "see"
    """A session is allowed; "have this checked in the next weeks" until ticked."""
    BLOCK_SESSION = "block_session"
    """No session today; the message says when to come back."""
    REFER = "refer"
    """No session; the message says whom to see and how soon."""
    EMERGENCY = "emergency"
    """No session; call for help now."""
    STOP = "stop"
    """Not of the screen: what ends a running session."""


@dataclass(frozen=True, slots=True)
class Action:
    """One action; ``urgency`` is set for SEE, REFER and EMERGENCY, and only there."""

    kind: ActionKind
    urgency: Urgency | None = None


class Unsure(Enum):
    """What "not sure" means for a row."""

    COUNTS_AS_YES = "counts_as_yes"
    ADVISE_AND_CAP_3 = "advise_and_cap_3"


@dataclass(frozen=True, slots=True)
class BlockRegions:
    """Nothing is pressed in these regions, on either side."""

    regions: tuple[RegionId, ...]


class Reach(Enum):
    """How far a block goes beyond the place that was tapped."""

    PLACE = "place"
    LIMB_OR_PART = "limb_or_part"
    """The whole arm or leg of that side, or the whole part of head and trunk."""
    LIMB_AND_QUADRANT = "limb_and_quadrant"
    """The limb, and the shoulder, chest or groin of that side."""
    WITHIN_50_MM = "within_50_mm"
    WITHIN_100_MM = "within_100_mm"


@dataclass(frozen=True, slots=True)
class BlockTapped:
    """Nothing is pressed where the person tapped; everywhere, if they are not sure where."""

    question: QuestionId
    reach: Reach = Reach.PLACE


@dataclass(frozen=True, slots=True)
class BlockPoints:
    """These points are left out."""

    points: tuple[PointCode, ...]


@dataclass(frozen=True, slots=True)
class BlockByPressability:
    """Points for study only, and points that one's own hand cannot press, are left out."""


@dataclass(frozen=True, slots=True)
class OnlyPoints:
    """Only these points may be pressed."""

    points: tuple[PointCode, ...]


@dataclass(frozen=True, slots=True)
class OnlyRegions:
    """Only points in these regions may be pressed."""

    regions: tuple[RegionId, ...]


@dataclass(frozen=True, slots=True)
class Cap:
    """Felt pressure at most ``max_felt_pressure``, in ``regions`` or (if empty) everywhere."""

    max_felt_pressure: int
    regions: tuple[RegionId, ...] = ()


@dataclass(frozen=True, slots=True)
class HalveHolds:
    """SHORT: half of every hold."""


@dataclass(frozen=True, slots=True)
class MaxHold:
    """No hold longer than ``seconds``."""

    seconds: int


@dataclass(frozen=True, slots=True)
class NoTools:
    """Finger pads only: no knuckles, no tools."""


@dataclass(frozen=True, slots=True)
class BreathingOff:
    """The breathing guide does not start by itself, and holds of breath are off."""


@dataclass(frozen=True, slots=True)
class BreathHoldsOff:
    """No pattern of breathing holds the breath; the guide itself may run."""


@dataclass(frozen=True, slots=True)
class RestTappedHands:
    """A hand that was tapped does not press; sites that only it reaches are left out.

    With ``Reach.LIMB_OR_PART`` a hand rests for any place of its arm.
    """

    question: QuestionId
    reach: Reach = Reach.PLACE


PlaceLimit = (
    BlockRegions
    | BlockTapped
    | BlockPoints
    | BlockByPressability
    | OnlyPoints
    | OnlyRegions
    | RestTappedHands
)
"""Limits that leave sites out."""

Limit = PlaceLimit | Cap | HalveHolds | MaxHold | NoTools | BreathingOff | BreathHoldsOff


@dataclass(frozen=True, slots=True)
class Rule:
    """One row. ``from_memory`` names the part that nobody has read in a source yet."""

    id: RuleId
    when: Condition
    action: Action
    limits: tuple[Limit, ...]
    unsure: Unsure
    sources: tuple[SourceId, ...]
    from_memory: str | None

    @property
    def limits_pressing(self) -> bool:
        """Whether any of its limits is about more than holding the breath."""
        return any(not isinstance(limit, BreathHoldsOff) for limit in self.limits)

    @property
    def lets_no_breath_be_held(self) -> bool:
        """Whether holds of breath are off, alone or with the whole guide."""
        return any(isinstance(limit, BreathingOff | BreathHoldsOff) for limit in self.limits)

    @property
    def message_id(self) -> str:
        """The message that tells the person what to do."""
        return f"safety.rule.{self.id}"


@dataclass(frozen=True, slots=True)
class Complaint:
    """What a person wants a session for. ``protocol`` is ``None`` where none is ever offered."""

    id: ComplaintId
    protocol: ProtocolId | None
    regions: tuple[RegionId, ...]


class UnknownQuestion(LookupError):
    """An id that the safety screen does not ask."""

    def __init__(self, question: str) -> None:
        super().__init__(f"no question {question!r}")
        self.question = question


class UnknownComplaint(LookupError):
    """An id that is no complaint."""

    def __init__(self, complaint: str) -> None:
        super().__init__(f"no complaint {complaint!r}")
        self.complaint = complaint


class Catalogue:
    """All rows, questions and complaints, checked against each other when they were read."""

    def __init__(
        self,
        rules: Iterable[Rule],
        questions: Iterable[Question],
        pages: Iterable[Page],
        complaints: Iterable[Complaint],
        sources: Iterable[Source],
        groups: Iterable[Group] = (),
    ) -> None:
        self.rules = tuple(rules)
        self.questions = tuple(questions)
        self.pages = tuple(pages)
        self.complaints = tuple(complaints)
        self.groups = tuple(groups)
        self._rules: Mapping[RuleId, Rule] = MappingProxyType({rule.id: rule for rule in self.rules})
        self._questions = {question.id: question for question in self.questions}
        self._complaints = {complaint.id: complaint for complaint in self.complaints}
        self._sources = {source.id: source for source in sources}
        self._asking: dict[QuestionId, list[Rule]] = {}
        for rule in self.rules:
            for question in dict.fromkeys((*questions_in(rule.when), *_questions_of_limits(rule))):
                self._asking.setdefault(question, []).append(rule)
        self._follow_ups: dict[QuestionId, list[Question]] = {}
        for follow_up in self.questions:
            for opener in () if follow_up.only_if is None else questions_in(follow_up.only_if):
                self._follow_ups.setdefault(opener, []).append(follow_up)
        self.without_a_place: Mapping[ComplaintId, frozenset[RuleId]] = {}
        self.put_too: frozenset[QuestionId] = frozenset()
        self.shown_too: frozenset[tuple[QuestionId, str]] = frozenset()

    def rule(self, rule: RuleId) -> Rule:
        """Return one row; raise ``KeyError`` for an id that does not exist."""
        return self._rules[rule]

    def question(self, question: QuestionId) -> Question:
        """Return one question; raise ``UnknownQuestion``."""
        try:
            return self._questions[question]
        except KeyError:
            raise UnknownQuestion(question) from None

    def complaint(self, complaint: ComplaintId) -> Complaint:
        """Return one complaint; raise ``UnknownComplaint``."""
        try:
            return self._complaints[complaint]
        except KeyError:
            raise UnknownComplaint(complaint) from None

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source that a row names."""
        return tuple(self._sources.values())

    def source(self, source: SourceId) -> Source:
        """Return one source; raise ``KeyError`` for an id that does not exist."""
        return self._sources[source]

    def rules_asking(self, question: QuestionId) -> tuple[Rule, ...]:
        """Return the rows that look at a question, in the order of the table."""
        return tuple(self._asking.get(question, ()))

    def follow_ups(self, question: QuestionId) -> tuple[Question, ...]:
        """Return the questions that an answer to this one may open."""
        return tuple(self._follow_ups.get(question, ()))

    def with_places(self, without: Mapping[ComplaintId, frozenset[RuleId]]) -> Catalogue:
        """Return the same catalogue, told which rows no session for a complaint can touch."""
        told = copy(self)
        told.without_a_place = MappingProxyType(dict(without))
        return told

    def also_asking(
        self, questions: Iterable[QuestionId], options: Iterable[tuple[QuestionId, str]]
    ) -> Catalogue:
        """Return the same catalogue, told what is asked beyond what the complaint itself asks."""
        told = copy(self)
        told.put_too = frozenset(questions)
        told.shown_too = frozenset(options)
        return told

    def is_for(self, question: Question, complaint: ComplaintId) -> bool:
        """Tell whether a question is meant for a complaint, or put for what is pressed."""
        return not question.complaints or complaint in question.complaints or question.id in self.put_too

    def shows(self, question: QuestionId, option: Option, complaint: ComplaintId) -> bool:
        """Tell whether an option is meant for a complaint, or shown for what is pressed."""
        named = not option.complaints or complaint in option.complaints
        return named or (question, option.id) in self.shown_too

    def has_a_place(self, complaint: ComplaintId, rule: RuleId) -> bool:
        """Tell whether a row can change anything in a session for a complaint."""
        return rule not in self.without_a_place.get(complaint, frozenset())

    def unsure_means(self, question: QuestionId) -> Unsure:
        """Say what "not sure" does here: yes, where every row that asks takes it as a yes."""
        asking = self.rules_asking(question)
        if asking and all(rule.unsure is Unsure.COUNTS_AS_YES for rule in asking):
            return Unsure.COUNTS_AS_YES
        return Unsure.ADVISE_AND_CAP_3


def _questions_of_limits(rule: Rule) -> Iterator[QuestionId]:
    for limit in rule.limits:
        if isinstance(limit, BlockTapped | RestTappedHands):
            yield limit.question
