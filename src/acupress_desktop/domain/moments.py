"""When something happened, kept so that a later change of zone or clock cannot move it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """An instant with the wall clock that the person saw.

    ``utc`` is aware and in UTC; ``offset_minutes`` and ``zone`` are what the machine said then;
    ``local_date`` is the day that the person would name and stays that day when they travel.
    """

    utc: datetime
    offset_minutes: int
    zone: str
    local_date: date

    def __post_init__(self) -> None:
        """Refuse an instant without a zone: it could be any of 27 hours."""
        if self.utc.tzinfo is None or self.utc.utcoffset() != timedelta(0):
            message = "a moment needs an aware datetime in UTC"
            raise ValueError(message)

    @classmethod
    def of(cls, when: datetime, zone: str = "") -> Moment:
        """Build a moment from an aware local ``when``; ``zone`` is its IANA name where known."""
        offset = when.utcoffset()
        if offset is None:
            message = "a moment needs an aware datetime"
            raise ValueError(message)
        return cls(
            utc=when.astimezone(UTC),
            offset_minutes=round(offset.total_seconds() / 60),
            zone=zone or (when.tzname() or ""),
            local_date=when.date(),
        )

    @property
    def local(self) -> datetime:
        """The wall clock that the person saw."""
        return self.utc.astimezone(timezone(timedelta(minutes=self.offset_minutes)))
