"""What can happen to a session. Each event carries the instant at which it happened."""

from __future__ import annotations

from dataclasses import dataclass

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.journal import AdverseKind, Comfort, Measure, RatingTime
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.session.clock import Instant


@dataclass(frozen=True, slots=True)
class Tick:
    """Time has passed; nothing else."""

    now: Instant


@dataclass(frozen=True, slots=True)
class Begin:
    """The person is at the first site and presses."""

    now: Instant


@dataclass(frozen=True, slots=True)
class Pause:
    """The person pauses."""

    now: Instant


@dataclass(frozen=True, slots=True)
class Resume:
    """The person goes on."""

    now: Instant


@dataclass(frozen=True, slots=True)
class Next:
    """On to what comes next: ends a hold, or skips a wait."""

    now: Instant


@dataclass(frozen=True, slots=True)
class Repeat:
    """This site again (while moving: the one before), as a new hold."""

    now: Instant


@dataclass(frozen=True, slots=True)
class Longer:
    """Fifteen seconds more at this site."""

    now: Instant


@dataclass(frozen=True, slots=True)
class SkipSide:
    """Leave this site out."""

    now: Instant


@dataclass(frozen=True, slots=True)
class Stop:
    """Hands off. A second time, or on the card: the session is over."""

    now: Instant


@dataclass(frozen=True, slots=True)
class StopForSymptom:
    """Rule S01: something unpleasant; the session is over."""

    now: Instant
    kind: AdverseKind


@dataclass(frozen=True, slots=True)
class BreathingOff:
    """Breathe as you like."""

    now: Instant


@dataclass(frozen=True, slots=True)
class BreathingOn:
    """Show the breathing guide."""

    now: Instant


@dataclass(frozen=True, slots=True)
class ComfortGiven:
    """How a site felt; belongs to the last hold there."""

    now: Instant
    point: PointCode
    side: SiteSide
    comfort: Comfort


@dataclass(frozen=True, slots=True)
class Rated:
    """A rating from 0 to 10."""

    now: Instant
    measure: Measure
    time: RatingTime
    value: int

    def __post_init__(self) -> None:
        """Refuse what is not on the scale."""
        if not 0 <= self.value <= 10:
            raise ValueError(f"a rating is 0 to 10, not {self.value}")


@dataclass(frozen=True, slots=True)
class SystemSuspended:
    """The computer says that it goes to sleep, or has slept."""

    now: Instant


@dataclass(frozen=True, slots=True)
class ScreenLocked:
    """The screen was locked."""

    now: Instant


Event = (
    Tick
    | Begin
    | Pause
    | Resume
    | Next
    | Repeat
    | Longer
    | SkipSide
    | Stop
    | StopForSymptom
    | BreathingOff
    | BreathingOn
    | ComfortGiven
    | Rated
    | SystemSuspended
    | ScreenLocked
)
