"""Column types that let through exactly what the journal keeps.

SQLite's STRICT tables still turn ``True`` into 1, ``"7"`` into 7 and NaN into NULL; these refuse instead.
Only Text, Integer, REAL and LargeBinary underneath: other SQLAlchemy types fail on STRICT tables.
"""

from __future__ import annotations

import math

from sqlalchemy import REAL, Dialect, Integer, LargeBinary, Text
from sqlalchemy.types import TypeDecorator


class WholeNumber(TypeDecorator[int]):
    """An ``int`` that fits 64 bits, never a ``bool``."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> int | None:
        """Refuse what SQLite would bend into a whole number."""
        del dialect
        if value is None:
            return None
        if type(value) is not int:
            raise TypeError(f"a whole number is kept here, not {type(value).__name__}")
        return value


class RealNumber(TypeDecorator[float]):
    """A finite ``float``."""

    impl = REAL
    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> float | None:
        """Refuse NaN, which SQLite would keep as NULL, and infinities."""
        del dialect
        if value is None:
            return None
        if type(value) is not float or not math.isfinite(value):
            raise TypeError(f"a finite float is kept here, not {value!r}")
        return value


class PlainText(TypeDecorator[str]):
    """Text without NUL, at which SQLite's ``length`` would stop counting."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: object, dialect: Dialect) -> str | None:
        """Refuse other types and NUL."""
        del dialect
        if value is None:
            return None
        # Ids are str at run time; an enum that is a str too would hide a forgotten .value.
        if type(value) is not str or "\0" in value:
            raise TypeError("text without NUL is kept here")
        return value


class DigestBytes(TypeDecorator[bytes]):
    """The digest of a row."""

    impl = LargeBinary
    cache_ok = True
