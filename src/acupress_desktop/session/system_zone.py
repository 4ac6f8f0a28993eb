"""The rules of the clocks where this machine is: when summer time begins and ends."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo

from acupress_desktop.session.clock import Clock, SystemClock


class SystemZone(tzinfo):
    """Asks the operating system, which knows its zone even where it does not tell the name."""

    def utcoffset(self, when: datetime | None) -> timedelta | None:
        """Return the offset that clocks here have at the wall clock ``when``."""
        return None if when is None else when.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, when: datetime | None) -> timedelta | None:
        """Nothing: nobody asks what of the offset is summer time."""
        del when
        return None

    def tzname(self, when: datetime | None) -> str | None:
        """Return the system's name for the offset."""
        return None if when is None else when.replace(tzinfo=None).astimezone().tzname()

    def fromutc(self, when: datetime) -> datetime:
        """Return the wall clock here; the second time that it shows an hour is marked as such."""
        local = when.replace(tzinfo=UTC).astimezone()
        here = local.replace(tzinfo=self)
        return here if here.utcoffset() == local.utcoffset() else here.replace(fold=1)


def zone_of(clock: Clock) -> tzinfo:
    """Return the rules of the zone that ``clock`` shows."""
    if isinstance(clock, SystemClock):
        return SystemZone()
    return clock.now().tzinfo or UTC
