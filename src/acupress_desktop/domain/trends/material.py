"""What a trend is computed from, as the journal hands it over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from acupress_desktop.domain.ids import ProtocolId, RegionId
from acupress_desktop.domain.journal import ContextTag
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.sides import PainSide

NO_PAIN_ANYWHERE = RegionId("anywhere")
"""The region of a "no pain today" entry: its 0 counts for every area."""


class ValueSource(Enum):
    """Where a pain value comes from; ratings after a session are never among them."""

    CHECK_IN = "check_in"
    BEFORE_SESSION = "before_session"


@dataclass(frozen=True, slots=True)
class PainValue:
    """One pain value, 0 to 10; ``region`` is ``None`` where a session named none."""

    moment: Moment
    region: RegionId | None
    side: PainSide | None
    intensity: int
    source: ValueSource


@dataclass(frozen=True, slots=True)
class EntryPains:
    """The pain values that were given together, at one check-in or before one session."""

    values: tuple[PainValue, ...]
    tags: tuple[ContextTag, ...]


@dataclass(frozen=True, slots=True)
class SessionMark:
    """One session in which something was pressed, on the local day it started."""

    moment: Moment
    protocol: ProtocolId


@dataclass(frozen=True, slots=True)
class DayAverage:
    """The 24-hour average told at a check-in; a series of its own, never mixed with "now" values."""

    moment: Moment
    intensity: int


@dataclass(frozen=True, slots=True)
class TrendMaterial:
    """Entries and sessions oldest first; ``first_session`` is that of the whole journal."""

    entries: tuple[EntryPains, ...]
    averages: tuple[DayAverage, ...]
    sessions: tuple[SessionMark, ...]
    first_session: date | None
