"""Where time comes from. Everything else in the app is told what time it is."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Instant:
    """Seconds on two clocks that only run forward.

    ``at`` stands still while the computer sleeps, ``boot_at`` does not; on systems with one
    clock the two are equal and a sleep is just a long gap. Only differences mean anything.
    """

    at: float
    boot_at: float

    def later(self, seconds: float) -> Instant:
        """Return the instant ``seconds`` later, awake all the while."""
        return Instant(self.at + seconds, self.boot_at + seconds)


def boot_clock(platform: str) -> int | None:
    """Return the clock that runs on while the computer sleeps, where it is another one than the usual.

    Linux names it. On macOS it is the monotonic clock of the system: Python's own stands still in a sleep. On
    Windows the usual clock runs on.
    """
    name = "CLOCK_MONOTONIC" if platform == "darwin" else "CLOCK_BOOTTIME"
    number = getattr(time, name, None)
    return number if isinstance(number, int) else None


_BOOT_CLOCK = boot_clock(sys.platform)


class Clock(Protocol):
    """The clocks of one computer."""

    def instant(self) -> Instant:
        """Return both monotonic clocks, in seconds."""
        ...

    def now(self) -> datetime:
        """Return the aware wall clock in the person's zone."""
        ...

    def zone(self) -> str:
        """Return the zone's name, such as ``CET``; empty if unknown."""
        ...


class SystemClock:
    """The real clocks."""

    def instant(self) -> Instant:
        """Return the monotonic clock, and the one that runs on in a suspend where there is one."""
        at = time.monotonic()
        return Instant(at, at if _BOOT_CLOCK is None else time.clock_gettime(_BOOT_CLOCK))

    def now(self) -> datetime:
        """Return the wall clock with the system's offset."""
        return datetime.now(tz=UTC).astimezone()

    def zone(self) -> str:
        """Return the system's name for the offset in force."""
        return self.now().tzname() or ""


class VirtualClock:
    """Clocks that move only when told to: for rehearsals and tests."""

    def __init__(self, start: datetime) -> None:
        """``start`` is the aware wall clock at instant zero."""
        if start.utcoffset() is None:
            raise ValueError("a clock needs an aware start")
        self._start = start.astimezone(UTC)
        self._zone: tzinfo = start.tzinfo or UTC
        self._instant = Instant(0.0, 0.0)
        self._wall_shift = timedelta(0)

    def instant(self) -> Instant:
        """Return the virtual instant."""
        return self._instant

    def now(self) -> datetime:
        """Return the virtual wall clock."""
        passed = timedelta(seconds=self._instant.boot_at)
        return (self._start + passed + self._wall_shift).astimezone(self._zone)

    def zone(self) -> str:
        """Return the zone's name at the virtual time."""
        return self.now().tzname() or ""

    def advance(self, seconds: float) -> None:
        """Let time pass, awake; ``seconds`` >= 0."""
        self._instant = self._instant.later(seconds)

    def sleep(self, seconds: float) -> None:
        """Let the computer sleep: only the boot clock and the wall clock move."""
        self._instant = Instant(self._instant.at, self._instant.boot_at + seconds)

    def set_wall(self, shift_seconds: float) -> None:
        """Move the wall clock alone, as a person or a time server does."""
        self._wall_shift += timedelta(seconds=shift_seconds)
