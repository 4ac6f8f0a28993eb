"""Keys of journal rows: UUIDv7 (RFC 9562, section 5.7), so that they sort by the time they were made.

Time and chance are arguments: a test that fixes both knows every key in advance.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.moments import Moment

RandomBytes = Callable[[int], bytes]
"""Takes a count and returns that many random bytes; ``os.urandom`` in the app."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_CANONICAL = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def row_id(when: datetime, chance: bytes) -> RowId:
    """Build a key from an aware ``when`` and eight random bytes.

    The twelve bits after the milliseconds hold the fraction of a millisecond (method 3 of section 6.2),
    so keys made in the same millisecond still sort. An instant before 1970 cannot be written in a UUIDv7
    and counts as 1970: the key stays unique, only its order is lost.
    """
    if len(chance) != 8:
        raise ValueError(f"a row id needs 8 random bytes, not {len(chance)}")
    microseconds = max(0, (when - _EPOCH) // timedelta(microseconds=1))
    milliseconds, rest = divmod(microseconds, 1000)
    number = (milliseconds & (1 << 48) - 1) << 80
    number |= 0x7 << 76
    number |= (rest * 4096 // 1000) << 64
    number |= 0b10 << 62
    number |= int.from_bytes(chance) & (1 << 62) - 1
    return RowId(str(uuid.UUID(int=number)))


def is_row_id(text: str) -> bool:
    """Whether ``text`` is a UUID of a current variant in its canonical lower-case form."""
    return _CANONICAL.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class RowIds:
    """Makes keys for new rows from an injected clock and source of chance."""

    now: Callable[[], Moment]
    random_bytes: RandomBytes

    def next(self) -> RowId:
        """Return a key that nobody has used."""
        return row_id(self.now().utc, self.random_bytes(8))
