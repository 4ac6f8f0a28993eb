from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from acupress_desktop.domain.troubles import (
    BadBackup,
    BadFile,
    BadSettings,
    BadValue,
    DamagedJournal,
    DiskFailed,
    DiskFull,
    InUse,
    NewerJournal,
    NoSuchRow,
    NotAJournal,
    NotWritable,
    Reason,
    StaleEdit,
    Trouble,
)
from acupress_desktop.words.storage import backup_failed, trouble_line
from acupress_desktop.words.translate import speak

HERE = Path("/home/mia/journal.sqlite3")
VALUE = BadValue("intensity", Reason.OUT_OF_RANGE, "0 … 10")

TROUBLES: tuple[tuple[Trouble, tuple[str, ...]], ...] = (
    (DiskFull(HERE.parent), ("/home/mia", "not saved", "make room")),
    (NotWritable(HERE), (str(HERE), "nothing was saved")),
    (DiskFailed(HERE), (str(HERE), "not saved")),
    (InUse(HERE.parent), ("/home/mia", "another window")),
    (NewerJournal(HERE, 9, 1), (str(HERE), "format 9", "knows 1", "untouched")),
    (NotAJournal(HERE), (str(HERE), "untouched")),
    (DamagedJournal(HERE, None), (str(HERE), "damaged", "untouched", "No backup")),
    (DamagedJournal(HERE, Path("/b/monday.sqlite3")), ("monday.sqlite3", "damaged file is kept")),
    (BadBackup(HERE), (str(HERE), "Nothing was changed")),
    (NoSuchRow("check_in"), ("no longer", "Nothing was changed")),
    (StaleEdit("check_in"), ("changed since", "not saved")),
    (VALUE, ("intensity", "out of range", "0 … 10")),
    (BadFile("out.json", 12, "pain_report", VALUE), ("out.json", "line 12", "pain_report", "intensity")),
    (BadFile("out.zip", None, "", BadValue("", Reason.NOT_READABLE)), ("out.zip", "cannot be read")),
    (BadSettings(HERE, (VALUE,), Path("/x/aside.json")), ("usual settings", "intensity", "aside.json")),
)


@pytest.fixture
def pseudo() -> Iterator[None]:
    speak("pseudo", None)
    yield
    speak("en", None)


@pytest.mark.parametrize(("trouble", "parts"), TROUBLES, ids=lambda value: type(value).__name__)
def test_every_trouble_says_what_happened_and_where(trouble: Trouble, parts: tuple[str, ...]) -> None:
    line = trouble_line(trouble)
    for part in parts:
        assert part in line
    assert "{" not in line
    assert line.endswith(".")
    assert trouble_line(trouble) in backup_failed(trouble)


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_words(reason: Reason) -> None:
    line = trouble_line(BadValue("mood", reason))
    assert line.startswith("mood ")
    assert len(line) > len("mood .")
    assert "_" not in line


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize(("trouble", "parts"), TROUBLES, ids=lambda value: type(value).__name__)
def test_every_trouble_can_be_translated(trouble: Trouble, parts: tuple[str, ...]) -> None:
    line = trouble_line(trouble)
    assert "\u27e6" in line
    assert "{" not in line
    assert parts
