"""Known troubles of keeping things: each is a value that ``words.storage`` turns into a calm sentence.

Anything else that goes wrong is a bug and keeps its traceback.
"""

from __future__ import annotations

import errno
from dataclasses import dataclass
from enum import Enum
from pathlib import Path


@dataclass(frozen=True, slots=True)
class DiskFull:
    """Nothing could be written: no space left, or a quota is used up."""

    folder: Path


@dataclass(frozen=True, slots=True)
class NotWritable:
    """The folder or a file in it may not be written or read by this person."""

    path: Path


@dataclass(frozen=True, slots=True)
class DiskFailed:
    """The disk answered with an error of its own."""

    path: Path


@dataclass(frozen=True, slots=True)
class InUse:
    """Another running copy of the app holds this journal."""

    folder: Path


@dataclass(frozen=True, slots=True)
class NewerJournal:
    """Written by a later version of the app; left untouched. Schema numbers, for the sentence."""

    path: Path
    found: int
    known: int


@dataclass(frozen=True, slots=True)
class NotAJournal:
    """A file stands in the journal's place that is something else; left untouched."""

    path: Path


@dataclass(frozen=True, slots=True)
class DamagedJournal:
    """The journal does not hold what was written; left untouched. The newest good backup, if any."""

    path: Path
    backup: Path | None


@dataclass(frozen=True, slots=True)
class BadBackup:
    """The chosen backup is not a whole, readable journal."""

    path: Path


@dataclass(frozen=True, slots=True)
class NoSuchRow:
    """A change was asked for something that the journal does not hold."""

    subject: str


@dataclass(frozen=True, slots=True)
class StaleEdit:
    """The entry was changed elsewhere since it was read, so the edit would undo that change."""

    subject: str


class Reason(Enum):
    """Why one value cannot be kept."""

    MISSING = "missing"
    UNKNOWN_FIELD = "unknown_field"
    DUPLICATE = "duplicate"
    WRONG_TYPE = "wrong_type"
    OUT_OF_RANGE = "out_of_range"
    NOT_A_CHOICE = "not_a_choice"
    TOO_LONG = "too_long"
    BAD_CHARACTERS = "bad_characters"
    NOT_A_NUMBER = "not_a_number"
    NOT_AN_ID = "not_an_id"
    NOT_A_DATE = "not_a_date"
    NO_SUCH_PARENT = "no_such_parent"
    CONFLICT = "conflict"
    NOT_READABLE = "not_readable"
    UNKNOWN_TABLE = "unknown_table"
    WRONG_FORMAT = "wrong_format"
    NEWER_FORMAT = "newer_format"
    TOO_LARGE = "too_large"
    BAD_ENTRY = "bad_entry"
    OTHER_KIND_OF_FILE = "other_kind_of_file"
    DOES_NOT_FIT = "does_not_fit"
    NOT_TO_PRESS = "not_to_press"


@dataclass(frozen=True, slots=True)
class BadValue:
    """One value is refused. ``field`` may be empty where the whole thing is meant."""

    field: str
    reason: Reason
    allowed: str = ""


@dataclass(frozen=True, slots=True)
class BadFile:
    """A file from outside is refused whole; nothing was changed. ``line`` is 1-based."""

    file: str
    line: int | None
    table: str
    value: BadValue


@dataclass(frozen=True, slots=True)
class BadSettings:
    """The settings file could not be used; ``kept_aside`` is where it went, ``values`` what was wrong."""

    path: Path
    values: tuple[BadValue, ...]
    kept_aside: Path | None


Trouble = (
    DiskFull
    | NotWritable
    | DiskFailed
    | InUse
    | NewerJournal
    | NotAJournal
    | DamagedJournal
    | BadBackup
    | NoSuchRow
    | StaleEdit
    | BadValue
    | BadFile
    | BadSettings
)


@dataclass(eq=False)
class KnownTrouble(Exception):
    """Raised when something was refused and nothing was changed. Shown through ``words.storage``."""

    trouble: Trouble

    def __str__(self) -> str:
        """For logs of developers; people read ``words.storage.trouble_line``."""
        return repr(self.trouble)


_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSED = {
    errno.EACCES,
    errno.EEXIST,
    errno.EISDIR,
    errno.ELOOP,
    errno.ENAMETOOLONG,
    errno.ENOENT,
    errno.ENOTDIR,
    errno.EPERM,
    errno.EROFS,
}


def disk_trouble(error: OSError, path: Path) -> Trouble:
    """Name what the operating system refused at ``path``."""
    if error.errno in _FULL:
        return DiskFull(path.parent)
    if error.errno in _REFUSED:
        return NotWritable(path)
    return DiskFailed(path)
