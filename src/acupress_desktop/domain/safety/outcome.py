"""What the safety screen answers. A session is built from a ``Clearance`` and from nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from acupress_desktop.domain.ids import ComplaintId, PointCode, QuestionId, RegionId, RuleId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.sides import Side, SiteSide


class OutcomeKind(Enum):
    """From least to most restrictive."""

    ALLOW = "allow"
    ALLOW_WITH_LIMITS = "allow_with_limits"
    POSTPONE = "postpone"
    REFER = "refer"
    EMERGENCY = "emergency"


class Urgency(Enum):
    """How soon somebody should look at this."""

    ROUTINE = "routine"
    URGENT_WITHIN_DAYS = "urgent_within_days"
    SAME_DAY = "same_day"
    NOW = "now"


class BreathingGuide(Enum):
    """Whether the paced-breathing guide starts by itself."""

    ON = "on"
    OFF_BY_DEFAULT = "off_by_default"


@dataclass(frozen=True, slots=True)
class BlockedSite:
    """A site that may not be pressed, and the rule that says so."""

    point: PointCode
    side: SiteSide
    rule: RuleId


@dataclass(frozen=True, slots=True)
class BlockedRegion:
    """A region (leaf or union) left out on one side, or on both (``None``)."""

    region: RegionId
    side: Side | None
    rule: RuleId


@dataclass(frozen=True, slots=True)
class PressureCap:
    """Felt pressure at most ``max_felt_pressure``; for ``regions`` only, or everywhere if empty."""

    max_felt_pressure: int
    regions: tuple[RegionId, ...]
    rule: RuleId


class MessageKind(Enum):
    """What a message asks of the person."""

    LIMIT = "limit"
    """Only says how the session was made safer."""
    ADVISE = "advise"
    """Tell your clinician first; shown, and kept in the journal."""
    SEE = "see"
    """Have this checked in the next weeks."""
    NO_SESSION = "no_session"
    """Come back later, see somebody, or call for help."""


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to tell the person: what to do, how soon, whom to ask; never a suspected disease."""

    rule: RuleId
    message_id: str
    urgency: Urgency | None
    kind: MessageKind = MessageKind.LIMIT


@dataclass(frozen=True, slots=True)
class Clearance:
    """Leave to start a session, with its limits. Built only by ``domain.safety.screen``.

    Where a rule stands in ``breath_holds_off_by``, no guided breath is held.
    """

    complaint: ComplaintId
    given: Moment
    blocked_sites: tuple[BlockedSite, ...]
    blocked_regions: tuple[BlockedRegion, ...]
    pressure_caps: tuple[PressureCap, ...]
    halve_holds_by: tuple[RuleId, ...]
    max_hold_seconds: int
    max_hold_by: tuple[RuleId, ...]
    only_points: tuple[PointCode, ...] | None
    only_points_by: RuleId | None
    hands_not_to_press_with: tuple[Side, ...]
    no_tools_by: tuple[RuleId, ...]
    breathing: BreathingGuide
    breath_holds_off_by: tuple[RuleId, ...]
    rules: tuple[RuleId, ...]
    messages: tuple[Message, ...]

    @property
    def advise_clinician(self) -> bool:
        """Whether any message asks the person to tell or to see a clinician."""
        asking = (MessageKind.ADVISE, MessageKind.SEE)
        return any(message.urgency is not None or message.kind in asking for message in self.messages)


@dataclass(frozen=True, slots=True)
class Cleared:
    """A session may start."""

    clearance: Clearance
    kind: OutcomeKind
    urgency: Urgency | None


@dataclass(frozen=True, slots=True)
class NotCleared:
    """No session now: postpone, refer or emergency, with what to do instead."""

    kind: OutcomeKind
    urgency: Urgency | None
    rules: tuple[RuleId, ...]
    messages: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Unanswered:
    """No clearance, because these questions have no usable answer."""

    questions: tuple[QuestionId, ...]


ScreenResult = Cleared | NotCleared | Unanswered
