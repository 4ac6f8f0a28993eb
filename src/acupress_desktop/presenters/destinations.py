"""Where a screen may lead. A screen emits one of these; the window alone knows how to go there."""

from __future__ import annotations

from dataclasses import dataclass

from acupress_desktop.domain.ids import ComplaintId, OccasionId, PointCode, ProtocolId, RowId
from acupress_desktop.domain.learning_scope import LearningScope
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.protocols import Part, Plan
from acupress_desktop.domain.safety.answers import Answers
from acupress_desktop.domain.safety.outcome import Cleared, NotCleared
from acupress_desktop.domain.sides import PainSide, SiteSide


@dataclass(frozen=True, slots=True)
class ToToday:
    """The home page."""


@dataclass(frozen=True, slots=True)
class ToFirstRun:
    """What the app is and is not, the figure, the emergency number."""


@dataclass(frozen=True, slots=True)
class ToComplaints:
    """Where it hurts: choose what today's set is for; one chosen already where it is named."""

    chosen: ComplaintId | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What was answered in the safety screen just now, and when; it can be changed for an hour."""

    answers: Answers
    when: Moment


@dataclass(frozen=True, slots=True)
class ToSafety:
    """The safety screen for one complaint; on the answers ``given``, where it is to change one of them.

    ``occasion`` and ``routine`` say what is to be pressed, where it is not the complaint's own set.
    """

    complaint: ComplaintId
    pain_side: PainSide | None = None
    part: Part | None = None
    given: Given | None = None
    occasion: OccasionId | None = None
    routine: RowId | None = None


@dataclass(frozen=True, slots=True)
class ToOutcome:
    """No session now: one message, what to do instead; ``again`` as on the way to a plan."""

    complaint: ComplaintId
    result: NotCleared
    again: ToSafety | None = None


@dataclass(frozen=True, slots=True)
class ToPlan:
    """What will be pressed, what was left out and why, the evidence line, ratings before.

    ``again`` opens the safety screen on the answers that led here.
    """

    complaint: ComplaintId
    protocol: ProtocolId
    result: Cleared
    pain_side: PainSide | None = None
    part: Part | None = None
    again: ToSafety | None = None
    occasion: OccasionId | None = None
    routine: RowId | None = None


@dataclass(frozen=True, slots=True)
class ToSession:
    """The guided session; ratings before are already in the journal under ``session``."""

    session: RowId
    plan: Plan
    result: Cleared


@dataclass(frozen=True, slots=True)
class ToResume:
    """A session that a crash or a closed lid cut off, within 60 minutes of its clearance."""

    session: RowId


@dataclass(frozen=True, slots=True)
class ToAfterSession:
    """Ratings after, comfort per point, anything unpleasant."""

    session: RowId


@dataclass(frozen=True, slots=True)
class ToCheckIn:
    """A diary entry: a new one, or an existing one to change."""

    check_in: RowId | None = None


@dataclass(frozen=True, slots=True)
class ToAtlas:
    """The points in use; one opened where a code is given."""

    point: PointCode | None = None
    side: SiteSide | None = None


@dataclass(frozen=True, slots=True)
class ToLearning:
    """What to learn today and how far one is; with the points in use where no scope is given."""

    scope: LearningScope | None = None


@dataclass(frozen=True, slots=True)
class ToQuiz:
    """The quiz; ``extra_new`` more points may begin than a day usually brings."""

    scope: LearningScope
    extra_new: int = 0


@dataclass(frozen=True, slots=True)
class ToEvidence:
    """What trials found: about one set or one point, and about all sets where neither is given."""

    complaint: ComplaintId | None = None
    point: PointCode | None = None


@dataclass(frozen=True, slots=True)
class ToPressure:
    """The exercise with a kitchen scale: how hard is how hard."""


@dataclass(frozen=True, slots=True)
class ToReader:
    """The pages to read; one opened where it is named, with what was searched for marked in it."""

    article: str = ""
    query: str = ""


@dataclass(frozen=True, slots=True)
class ToJournal:
    """The list of what happened."""


@dataclass(frozen=True, slots=True)
class ToAdverseLog:
    """The log of unpleasant effects."""


@dataclass(frozen=True, slots=True)
class ToPractice:
    """What the person means to do over weeks: plan, goals, occasions, routines, reminders."""


@dataclass(frozen=True, slots=True)
class ToRoutine:
    """One of the person's own routines to build or change; a new one where none is named or known.

    ``point`` is added to it, where it is not in it already.
    """

    routine: RowId | None = None
    point: PointCode | None = None


@dataclass(frozen=True, slots=True)
class ToReminders:
    """When to be reminded."""


@dataclass(frozen=True, slots=True)
class ToBreathing:
    """The breathing patterns: look at them, make and name one of one's own."""


@dataclass(frozen=True, slots=True)
class ToTrend:
    """The chart and its table."""


@dataclass(frozen=True, slots=True)
class ToSettings:
    """Everything that can be set."""


@dataclass(frozen=True, slots=True)
class ToSessionKeys:
    """Which keys do what in a session."""


@dataclass(frozen=True, slots=True)
class ToSafetyAnswers:
    """What the safety check remembers, to look over and to change."""


@dataclass(frozen=True, slots=True)
class ToYourBody:
    """The person's own measures, hand and skin tone."""


@dataclass(frozen=True, slots=True)
class ToHelp:
    """Keys, where my data is, erase all, about, licences, a crisis line."""

    section: str = ""


@dataclass(frozen=True, slots=True)
class ToPresentation:
    """The large view without journal or names, for showing points to somebody."""

    protocol: ProtocolId | None = None
    point: PointCode | None = None


@dataclass(frozen=True, slots=True)
class ToSampleJournal:
    """Look around in a made-up journal; the person's own stays untouched beside it."""


@dataclass(frozen=True, slots=True)
class LeaveSampleJournal:
    """Remove the made-up journal and open the person's own again."""


@dataclass(frozen=True, slots=True)
class Back:
    """To the screen before this one."""


Destination = (
    ToToday
    | ToFirstRun
    | ToComplaints
    | ToSafety
    | ToOutcome
    | ToPlan
    | ToSession
    | ToResume
    | ToAfterSession
    | ToCheckIn
    | ToAtlas
    | ToLearning
    | ToQuiz
    | ToPressure
    | ToReader
    | ToEvidence
    | ToJournal
    | ToAdverseLog
    | ToPractice
    | ToRoutine
    | ToReminders
    | ToBreathing
    | ToTrend
    | ToSettings
    | ToSessionKeys
    | ToSafetyAnswers
    | ToYourBody
    | ToHelp
    | ToPresentation
    | ToSampleJournal
    | LeaveSampleJournal
    | Back
)
