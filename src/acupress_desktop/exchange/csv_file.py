"""The journal as a zip of CSV files, one tidy table per thing, for spreadsheets and statistics.

Text that a spreadsheet would take for a formula carries a leading quote, which an import takes off again:
the way out and back in changes nothing. The zip holds no times, so two exports are equal byte by byte.
"""

from __future__ import annotations

import csv
import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.journal_tables import TABLES
from acupress_desktop.domain.ports import Archive, ArchiveRow
from acupress_desktop.domain.row_ids import is_row_id
from acupress_desktop.domain.table_shapes import JSON_CHARACTERS_MAX, Column, PlainValue, TableShape
from acupress_desktop.domain.troubles import (
    BadFile,
    BadValue,
    DiskFailed,
    KnownTrouble,
    Reason,
    disk_trouble,
)
from acupress_desktop.exchange.plain_values import (
    FILE_BYTES_MAX,
    FORMAT,
    VERSION,
    checked_row,
    from_cell,
    to_cell,
)
from acupress_desktop.exchange.whole_file import settle, whole_file
from acupress_desktop.words.storage import export_notice

README = "README.txt"
JOURNAL = "journal.csv"
_JOURNAL_COLUMNS = ["format", "version", "person"]
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_PRIVATE = 0o100600 << 16
RATIO_MAX = 250
RATIO_FREE_BYTES = 1_000_000
_CHUNK_BYTES = 1 << 16

# --- Writing ---------------------------------------------------------------------------------------------


def write_csv(path: Path, person: RowId, rows: Iterable[ArchiveRow]) -> int:
    """Write the rows (in the order of ``recall_archive``) and return how many; raises ``KnownTrouble``."""
    with whole_file(path) as (stream, beside):
        count = _write(stream, person, rows)
        settle(stream)
        stream.close()
        with zipfile.ZipFile(beside) as again:
            if again.testzip() is not None:
                raise KnownTrouble(DiskFailed(path))
    return count


def _write(stream: BinaryIO, person: RowId, rows: Iterable[ArchiveRow]) -> int:
    waiting = iter(rows)
    row = next(waiting, None)
    count = 0
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        with archive.open(_entry(README), "w") as file:
            file.write((export_notice() + "\n").encode())
        _write_table(archive, JOURNAL, [_JOURNAL_COLUMNS, [FORMAT, str(VERSION), person]])
        for table in TABLES:
            with archive.open(_entry(f"{table.name}.csv"), "w", force_zip64=True) as file:
                text = io.TextIOWrapper(file, encoding="utf-8", newline="")
                writer = csv.writer(text)
                writer.writerow([column.name for column in table.columns])
                while row is not None and row.table is table:
                    cells = zip(table.columns, row.values, strict=True)
                    writer.writerow([to_cell(column, value) for column, value in cells])
                    count += 1
                    row = next(waiting, None)
                text.flush()
                text.detach()
    if row is not None:
        raise ValueError(f"rows of {row.table.name} came out of order")
    return count


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, date_time=_NO_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = _PRIVATE
    entry.create_system = 3
    return entry


def _write_table(archive: zipfile.ZipFile, name: str, lines: list[list[str]]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(lines)
    archive.writestr(_entry(name), text.getvalue().encode())


# --- Reading ---------------------------------------------------------------------------------------------

_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    UnicodeDecodeError,
    ValueError,
    struct.error,
)
"""What the standard library raises for zips that are cut, damaged or made to hurt."""


def read_csv(path: Path) -> Archive:
    """Read and check a whole zip; raises ``KnownTrouble`` with ``BadFile`` naming file, line and field."""
    name = path.name.removesuffix(".part")
    try:
        with zipfile.ZipFile(path) as archive:
            found = _check_entries(name, archive)
            left = [FILE_BYTES_MAX]
            version, person = _read_head(_Text(name, JOURNAL, _unpacked(name, archive, JOURNAL, left)))
            tables = [table for table in TABLES if table.since <= version]
            _check_tables(name, found, tables)
            rows: list[ArchiveRow] = []
            for table in tables:
                file = f"{table.name}.csv"
                rows.extend(
                    _read_table(_Text(name, file, _unpacked(name, archive, file, left)), table, version)
                )
            return Archive(name, person, tuple(rows))
    except _UNREADABLE as error:
        raise _refused(name, "", None, BadValue("", Reason.NOT_READABLE)) from error
    except OSError as error:
        raise KnownTrouble(disk_trouble(error, path)) from error


def _refused(name: str, table: str, line: int | None, value: BadValue) -> KnownTrouble:
    return KnownTrouble(BadFile(name, line, table, value))


def _check_entries(name: str, archive: zipfile.ZipFile) -> set[str]:
    """Refuse, rather than repair, whatever no version would have written; returns the names."""
    expected = {README, JOURNAL, *(f"{table.name}.csv" for table in TABLES)}
    seen: set[str] = set()
    for entry in archive.infolist():
        shown = entry.orig_filename[:64]
        kind = entry.external_attr >> 16 & 0o170000
        if entry.orig_filename not in expected or entry.flag_bits & 0x1 or kind not in {0, 0o100000}:
            raise _refused(name, "", None, BadValue(shown, Reason.BAD_ENTRY))
        if entry.orig_filename in seen:
            raise _refused(name, "", None, BadValue(shown, Reason.DUPLICATE))
        seen.add(entry.orig_filename)
    if JOURNAL not in seen:
        raise _refused(name, "", None, BadValue(JOURNAL, Reason.MISSING))
    return seen - {README, JOURNAL}


def _check_tables(name: str, found: set[str], tables: Sequence[TableShape]) -> None:
    """Refuse a zip that does not hold exactly the tables of its version."""
    expected = {f"{table.name}.csv" for table in tables}
    for unknown in sorted(found - expected):
        raise _refused(name, "", None, BadValue(unknown, Reason.BAD_ENTRY))
    for missing in sorted(expected - found):
        raise _refused(name, "", None, BadValue(missing, Reason.MISSING))


def _unpacked(name: str, archive: zipfile.ZipFile, file: str, left: list[int]) -> str:
    """Unpack with a brake: what the zip says about its sizes is not believed."""
    entry = archive.getinfo(file)
    limit = min(left[0], max(RATIO_FREE_BYTES, entry.compress_size * RATIO_MAX))
    parts: list[bytes] = []
    size = 0
    with archive.open(entry) as stream:
        while part := stream.read(_CHUNK_BYTES):
            size += len(part)
            if size > limit:
                raise _refused(name, file, None, BadValue("", Reason.TOO_LARGE))
            parts.append(part)
    left[0] -= size
    content = b"".join(parts)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _refused(name, file, line, BadValue("", Reason.NOT_READABLE)) from error


class _Text:
    """The records of one CSV text, each with the line it begins on."""

    def __init__(self, name: str, file: str, text: str) -> None:
        self.name = name
        self.file = file
        self._text = text

    def records(self) -> Iterator[tuple[int, list[str]]]:
        # A limit of the whole process; no other room reads CSV, and ours never differs.
        csv.field_size_limit(JSON_CHARACTERS_MAX + 2)
        reader = csv.reader(io.StringIO(self._text, newline=""), strict=True)
        begun = 1
        try:
            for record in reader:
                yield begun, record
                begun = reader.line_num + 1
        except csv.Error as error:
            reason = Reason.TOO_LONG if "limit" in str(error) else Reason.NOT_READABLE
            raise self.refused(begun, BadValue("", reason)) from error

    def refused(self, line: int | None, value: BadValue) -> KnownTrouble:
        return _refused(self.name, self.file, line, value)


def _read_head(text: _Text) -> tuple[int, RowId]:
    records = list(text.records())
    if len(records) != 2 or records[0][1] != _JOURNAL_COLUMNS or len(records[1][1]) != 3:
        raise text.refused(1, BadValue("", Reason.WRONG_FORMAT, ", ".join(_JOURNAL_COLUMNS)))
    line, (written, version, person) = records[1]
    if written != FORMAT or not version.isdecimal() or len(version) > 9:
        raise text.refused(line, BadValue("format", Reason.WRONG_FORMAT, FORMAT))
    if not 1 <= int(version) <= VERSION:
        reason = Reason.NEWER_FORMAT if int(version) > VERSION else Reason.WRONG_FORMAT
        raise text.refused(line, BadValue("version", reason, str(VERSION)))
    if not is_row_id(person):
        raise text.refused(line, BadValue("person", Reason.NOT_AN_ID))
    return int(version), RowId(person)


def _read_table(text: _Text, table: TableShape, version: int) -> Iterator[ArchiveRow]:
    columns = table.columns_in(version)
    names = [column.name for column in columns]
    keys: set[PlainValue] = set()
    headed = False
    for line, record in text.records():
        if not headed:
            _check_heading(text, line, record, names)
            headed = True
            continue
        if len(record) != len(names):
            raise text.refused(line, BadValue("", Reason.WRONG_FORMAT, str(len(names))))
        told = dict(zip(names, record, strict=True))
        values = [from_cell(column, told.get(column.name, "")) for column in table.columns]
        _fill_zones(table.columns, values)
        checked = checked_row(table, values)
        if isinstance(checked, BadValue):
            raise text.refused(line, checked)
        if checked[0] in keys:
            raise text.refused(line, BadValue("id", Reason.DUPLICATE))
        keys.add(checked[0])
        yield ArchiveRow(table, checked, line)
    if not headed:
        raise text.refused(1, BadValue("", Reason.MISSING))


def _check_heading(text: _Text, line: int, record: list[str], names: list[str]) -> None:
    for found in record:
        if found not in names:
            raise text.refused(line, BadValue(found[:64], Reason.UNKNOWN_FIELD))
    for name in names:
        if name not in record:
            raise text.refused(line, BadValue(name, Reason.MISSING))
    if record != names:
        raise text.refused(line, BadValue("", Reason.WRONG_FORMAT, ", ".join(names)))


def _fill_zones(columns: tuple[Column, ...], values: list[PlainValue | BadValue]) -> None:
    """An empty cell is no zone where there is no moment, and a nameless zone where there is one."""
    for number, column in enumerate(columns):
        if column.name.endswith("_zone") and values[number] is None and values[number - 1] is not None:
            values[number] = ""
