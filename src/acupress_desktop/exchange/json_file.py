"""The journal as one JSON file (docs/data/journal-json.md): complete, readable, the same bytes every time.

One row a line, each table in order of its keys, no word of when it was exported: two exports of one
journal are equal byte by byte.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.journal_tables import TABLES, table_named
from acupress_desktop.domain.ports import Archive, ArchiveRow
from acupress_desktop.domain.row_ids import is_row_id
from acupress_desktop.domain.table_shapes import TableShape
from acupress_desktop.domain.troubles import (
    BadFile,
    BadValue,
    DiskFailed,
    KnownTrouble,
    Reason,
    disk_trouble,
)
from acupress_desktop.exchange.plain_values import (
    DIGITS_MAX,
    FILE_BYTES_MAX,
    FORMAT,
    VERSION,
    checked_row,
    from_json_value,
    to_json_value,
)
from acupress_desktop.exchange.whole_file import Counted, settle, whole_file
from acupress_desktop.words.storage import export_notice

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode

# --- Writing ---------------------------------------------------------------------------------------------


def write_json(path: Path, person: RowId, rows: Iterable[ArchiveRow]) -> int:
    """Write the rows (in the order of ``recall_archive``) and return how many; raises ``KnownTrouble``."""
    with whole_file(path) as (stream, beside):
        counted = Counted(stream)
        count = _write(counted, person, rows)
        settle(stream)
        stream.close()
        if not counted.stands_in(beside):
            raise KnownTrouble(DiskFailed(path))
    return count


def _write(stream: Counted, person: RowId, rows: Iterable[ArchiveRow]) -> int:
    head = [
        f'{{"format":{_encode(FORMAT)}',
        f'"version":{VERSION}',
        f'"notice":{_encode(export_notice())}',
        f'"person":{_encode(person)}',
        '"tables":{',
    ]
    stream.write(",\n".join(head).encode())
    waiting = iter(rows)
    row = next(waiting, None)
    count = 0
    for number, table in enumerate(TABLES):
        stream.write(f"{',' if number else ''}\n{_encode(table.name)}:[".encode())
        first = True
        while row is not None and row.table is table:
            plain = zip(table.columns, row.values, strict=True)
            text = _encode({column.name: to_json_value(column, value) for column, value in plain})
            stream.write(("\n" if first else ",\n").encode() + text.encode())
            first = False
            count += 1
            row = next(waiting, None)
        stream.write(b"]" if first else b"\n]")
    if row is not None:
        raise ValueError(f"rows of {row.table.name} came out of order")
    stream.write(b"\n}}\n")
    return count


# --- Reading ---------------------------------------------------------------------------------------------


def read_json(path: Path) -> Archive:
    """Read and check a whole file; raises ``KnownTrouble`` with ``BadFile`` naming line and field."""
    try:
        with path.open("rb") as stream:
            content = stream.read(FILE_BYTES_MAX + 1)
    except OSError as error:
        raise KnownTrouble(disk_trouble(error, path)) from error
    name = path.name.removesuffix(".part")
    if len(content) > FILE_BYTES_MAX:
        raise KnownTrouble(BadFile(name, None, "", BadValue("", Reason.TOO_LARGE)))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise KnownTrouble(BadFile(name, line, "", BadValue("", Reason.NOT_READABLE))) from error
    return _Reader(name, text).archive()


class _RefusedError(Exception):
    """A value inside the JSON text is refused; the place is known one level up."""

    def __init__(self, value: BadValue) -> None:
        super().__init__(value)
        self.value = value


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise _RefusedError(BadValue(key[:64], Reason.DUPLICATE))
        found[key] = value
    return found


def _constant(text: str) -> float:
    raise _RefusedError(BadValue(text, Reason.NOT_A_NUMBER))


def _whole(text: str) -> int:
    if len(text) > DIGITS_MAX + 1:
        raise _RefusedError(BadValue(text[:DIGITS_MAX] + "…", Reason.OUT_OF_RANGE))
    return int(text)


_DECODER = json.JSONDecoder(object_pairs_hook=_pairs, parse_constant=_constant, parse_int=_whole)
_BLANK = re.compile(r"[ \t\n\r]*")


@dataclass(slots=True)
class _Reader:
    """Walks through the outer objects by hand, so that every row knows its line."""

    name: str
    text: str
    at: int = 0
    counted_to: int = 0
    line: int = 1
    rows: dict[str, list[ArchiveRow]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    told: dict[tuple[str, str], int] = field(default_factory=dict)
    """Fields of later versions that were found, and those that were not: where first."""
    untold: dict[tuple[str, str], int] = field(default_factory=dict)
    table: str = ""

    def archive(self) -> Archive:
        head: dict[str, object] = {}

        def member(key: str) -> None:
            if key == "tables":
                head[key] = None
                self._object(self._read_table)
            elif key in {"format", "version", "notice", "person"}:
                head[key] = self._value()
            else:
                raise self._refused(BadValue(key[:64], Reason.UNKNOWN_FIELD))

        self._object(member)
        self._skip_blank()
        if self.at != len(self.text):
            raise self._refused(BadValue("", Reason.WRONG_FORMAT))
        self._check_head(head)
        ordered = tuple(row for table in TABLES for row in self.rows.get(table.name, ()))
        return Archive(self.name, RowId(str(head["person"])), ordered)

    def _check_head(self, head: dict[str, object]) -> None:
        self.table = ""
        if head.get("format") != FORMAT:
            raise self._refused(BadValue("format", Reason.WRONG_FORMAT, FORMAT), line=1)
        version = head.get("version")
        if not isinstance(version, int) or isinstance(version, bool) or version < 1:
            raise self._refused(BadValue("version", Reason.WRONG_FORMAT, str(VERSION)), line=1)
        if version > VERSION:
            raise self._refused(BadValue("version", Reason.NEWER_FORMAT, str(VERSION)), line=1)
        for table in map(table_named, self.lines):
            if table is not None and table.since > version:
                raise self._refused(BadValue(table.name, Reason.UNKNOWN_TABLE), line=self.lines[table.name])
        self._check_later_fields(version)
        self.table = ""
        person = head.get("person")
        if not isinstance(person, str) or not is_row_id(person):
            raise self._refused(BadValue("person", Reason.NOT_AN_ID), line=1)
        if "tables" not in head:
            raise self._refused(BadValue("tables", Reason.MISSING), line=1)

    def _check_later_fields(self, version: int) -> None:
        """The version may stand behind the rows: only now is it known which fields they had to have."""
        for table in TABLES:
            self.table = table.name
            for column in table.columns:
                place = (table.name, column.name)
                if column.since > version and place in self.told:
                    raise self._refused(BadValue(column.name, Reason.UNKNOWN_FIELD), line=self.told[place])
                if column.since <= version and place in self.untold:
                    raise self._refused(BadValue(column.name, Reason.MISSING), line=self.untold[place])

    # Outer structure

    def _object(self, member: Callable[[str], None]) -> None:
        self._expect("{")
        seen: set[str] = set()
        if self._peek() == "}":
            self.at += 1
            return
        while True:
            self._skip_blank()
            key = self._value()
            if not isinstance(key, str):
                raise self._refused(BadValue("", Reason.WRONG_FORMAT))
            if key in seen:
                raise self._refused(BadValue(key[:64], Reason.DUPLICATE))
            seen.add(key)
            self._expect(":")
            self._skip_blank()
            member(key)
            if self._peek() != ",":
                break
            self.at += 1
        self._expect("}")

    def _read_table(self, name: str) -> None:
        table = table_named(name)
        if table is None:
            raise self._refused(BadValue(name[:64], Reason.UNKNOWN_TABLE))
        self.table = name
        self.lines[name] = self._line_of(self.at)
        found = self.rows.setdefault(name, [])
        keys: set[object] = set()
        self._expect("[")
        while self._peek() != "]":
            if found:
                self._expect(",")
                self._skip_blank()
            row = self._row(table)
            if row.values[0] in keys:
                raise self._refused(BadValue("id", Reason.DUPLICATE), line=row.line)
            keys.add(row.values[0])
            found.append(row)
        self.at += 1
        self.table = ""

    def _row(self, table: TableShape) -> ArchiveRow:
        start = self.at
        content = self._value()
        line = self._line_of(start)
        if not isinstance(content, dict):
            raise self._refused(BadValue("", Reason.WRONG_FORMAT), line=line)
        known = {column.name for column in table.columns}
        for key in content:
            if key not in known:
                raise self._refused(
                    BadValue(key[:64], Reason.UNKNOWN_FIELD), line=self._field_line(start, key)
                )
        values = []
        for column in table.columns:
            if column.since > 1:
                noted = self.told if column.name in content else self.untold
                noted.setdefault((table.name, column.name), line)
            elif column.name not in content:
                raise self._refused(BadValue(column.name, Reason.MISSING), line=line)
            values.append(from_json_value(column, content.get(column.name)))
        checked = checked_row(table, values)
        if isinstance(checked, BadValue):
            raise self._refused(checked, line=self._field_line(start, checked.field))
        return ArchiveRow(table, checked, line)

    # Text

    def _value(self) -> object:
        try:
            value, self.at = _DECODER.raw_decode(self.text, self.at)
        except _RefusedError as refused:
            raise self._refused(refused.value) from refused
        except json.JSONDecodeError as error:
            raise self._refused(BadValue("", Reason.NOT_READABLE), line=error.lineno) from error
        except (RecursionError, ValueError) as error:
            raise self._refused(BadValue("", Reason.NOT_READABLE)) from error
        return value

    def _skip_blank(self) -> None:
        found = _BLANK.match(self.text, self.at)
        if found is not None:
            self.at = found.end()

    def _peek(self) -> str:
        self._skip_blank()
        return self.text[self.at : self.at + 1]

    def _expect(self, character: str) -> None:
        if self._peek() != character:
            raise self._refused(BadValue("", Reason.NOT_READABLE, character))
        self.at += 1

    def _line_of(self, at: int) -> int:
        """Count on from the place counted to last; rows are read in order."""
        if at < self.counted_to:
            return self.text.count("\n", 0, at) + 1
        self.line += self.text.count("\n", self.counted_to, at)
        self.counted_to = at
        return self.line

    def _field_line(self, start: int, key: str) -> int:
        found = self.text.find(json.dumps(key, ensure_ascii=False), start, self.at)
        return self._line_of(start if found < 0 else found)

    def _refused(self, value: BadValue, *, line: int | None = None) -> KnownTrouble:
        place = self._line_of(min(self.at, len(self.text))) if line is None else line
        return KnownTrouble(BadFile(self.name, place, self.table, value))
