"""Check-ins, the journal page, files out and in, the made-up journal, and erasing it all."""

from __future__ import annotations

import json
import re
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QDateTimeEdit

from acupress_desktop.app.rehearsal import Rehearsal, Stranger
from acupress_desktop.domain.ports import KeptCheckIn
from acupress_desktop.presenters.destinations import ToHelp, ToJournal, ToToday, ToTrend
from acupress_desktop.presenters.sample import JournalKind
from tests.journeys.conftest import EVENING, Arrive
from tests.journeys.steps import calm_session, digest, journal_of, stories_of

MARKER = "zebra-finch-4711"


def _entries(at: Rehearsal) -> list[KeptCheckIn]:
    return list(journal_of(at).recall_newest_check_ins(50))


def _home(arrive: Arrive) -> Rehearsal:
    at = arrive()
    calm_session(at)
    at.house.window.go(ToToday())
    return at


def _write_entry(at: Rehearsal, pain: str, note: str = "") -> None:
    at.hands.press("Check in")
    at.hands.press(pain)
    if not at.hands.can_press("Save"):
        at.hands.press("Neck")
    if note:
        at.hands.press("More")
        at.write_note(note)
    at.hands.press("Save")


def test_an_entry_takes_three_presses_and_shows_at_once(arrive: Arrive) -> None:
    at = _home(arrive)
    before = at.hands.presses
    at.hands.press("Check in")
    at.hands.press("4")
    at.hands.press("Neck")
    at.hands.press("Save")
    assert at.hands.presses - before <= 4
    (kept,) = _entries(at)
    assert [(pain.region, pain.intensity) for pain in kept.record.pains] == [("area-neck", 4)]
    at.house.window.go(ToJournal())
    assert at.hands.reads("4")
    # The second one of the day needs even less: as last time, save.
    at.house.window.go(ToToday())
    before = at.hands.presses
    at.hands.press("Check in")
    at.hands.press("As last time")
    at.hands.press("Save")
    assert at.hands.presses - before == 3
    assert len(_entries(at)) == 2


def test_an_entry_can_be_for_yesterday_but_not_for_tomorrow(arrive: Arrive) -> None:
    at = _home(arrive)
    at.hands.press("Check in")
    at.hands.press("7")
    at.hands.press("Neck")
    at.hands.press("More")
    (when,) = (field for field in at.hands.front.findChildren(QDateTimeEdit))
    when.setDateTime(when.dateTime().addDays(1))
    when.editingFinished.emit()
    at.hands.settle()
    assert at.hands.reads("That time has not come yet")
    when.setDateTime(when.dateTime().addDays(-2))
    when.editingFinished.emit()
    at.hands.settle()
    at.hands.press("Save")
    (kept,) = _entries(at)
    assert kept.record.moment.local_date == EVENING.date() - timedelta(days=1)
    at.house.window.go(ToTrend())
    at.hands.press("Table")
    assert at.hands.reads("Saturday 21 Nov 2026")


def test_an_entry_is_changed_deleted_and_brought_back_on_the_journal_page(arrive: Arrive) -> None:
    at = _home(arrive)
    _write_entry(at, "4", "as it was")
    at.house.window.go(ToJournal())
    at.hands.press("Neck 4")
    at.hands.press("Change")
    at.hands.press("2")
    at.hands.press("Save")
    (kept,) = _entries(at)
    assert kept.record.pains[0].intensity == 2
    assert kept.revision > 1
    at.house.window.go(ToJournal())
    at.hands.press("Neck ")
    at.hands.press("Delete")
    assert _entries(at) == []
    at.hands.press("Undo")
    (back,) = _entries(at)
    assert back.record == kept.record


HOSTILE = (
    "<b>bold</b> <img src='file://{picture}' width='400' height='300'>",
    "'; DROP TABLE check_in; --",
    "right \u202e to \u2066 left \u2069",
    '=HYPERLINK("http://x","y")',
    "%s %n {0} {name} \\n",
    "a" * 4_000,
)


@pytest.mark.parametrize("which", range(len(HOSTILE)))
def test_hostile_text_is_kept_and_shown_as_it_is(arrive: Arrive, tmp_path: Path, which: int) -> None:
    picture = tmp_path / "red.png"
    red = QImage(400, 300, QImage.Format.Format_RGB32)
    red.fill(QColor(255, 0, 0))
    red.save(str(picture))
    note = HOSTILE[which].replace("{picture}", str(picture))
    at = _home(arrive)
    _write_entry(at, "3", note)
    (kept,) = _entries(at)
    assert kept.record.note == note
    at.house.window.go(ToJournal())
    at.hands.press("Neck ")
    assert any(note in line for line in at.hands.lines())
    shot = at.house.window.grab().toImage()
    reds = sum(
        shot.pixelColor(x, y) == QColor(255, 0, 0)
        for x in range(0, shot.width(), 5)
        for y in range(0, shot.height(), 5)
    )
    assert reds == 0


def test_what_cannot_be_kept_is_refused_or_cut_in_sight(arrive: Arrive) -> None:
    at = _home(arrive)
    at.hands.press("Check in")
    at.hands.press("3")
    at.hands.press("Neck")
    at.hands.press("More")
    at.write_note("x" * 10_000_000)
    QApplication.processEvents()
    at.hands.press("Save")
    (kept,) = _entries(at)
    assert len(kept.record.note) == 4_000
    # A NUL and half a character cannot be kept: words, not a traceback, and the entry stays open.
    at.hands.press("Check in")
    at.hands.press("3")
    at.hands.press("Neck")
    at.hands.press("More")
    at.write_note("nul \0 in between")
    at.hands.press("Save")
    entries = _entries(at)
    if len(entries) == 1:
        assert at.hands.reads("characters that cannot be kept")
    else:
        assert "\0" not in entries[0].record.note


@pytest.mark.parametrize("ending", ["json", "zip"])
def test_everything_goes_out_and_comes_back_the_same(arrive: Arrive, tmp_path: Path, ending: str) -> None:
    at = _home(arrive)
    _write_entry(at, "4", f"{MARKER} ü 合谷 =1+1")
    at.house.window.go(ToJournal())
    at.files.chosen = tmp_path / f"out.{ending}"
    at.hands.press("Export everything")
    assert at.files.chosen.exists()
    if ending == "json":
        assert json.loads(at.files.chosen.read_text(encoding="utf-8"))
    else:
        assert zipfile.ZipFile(at.files.chosen).testzip() is None
    before_stories, before_entries = stories_of(at), [kept.record for kept in _entries(at)]
    at.close()

    fresh = arrive(when=EVENING + timedelta(days=1), folder=tmp_path / "fresh")
    fresh.first_run(Stranger())
    fresh.house.window.go(ToJournal())
    fresh.files.chosen = at.files.chosen
    fresh.hands.press("Import a file")
    assert stories_of(fresh) == before_stories
    assert [kept.record for kept in _entries(fresh)] == before_entries
    # Twice is the same as once.
    fresh.hands.press("Import a file")
    assert stories_of(fresh) == before_stories
    assert [kept.record for kept in _entries(fresh)] == before_entries


def test_a_broken_file_is_refused_whole_with_line_and_field(arrive: Arrive, tmp_path: Path) -> None:
    at = _home(arrive)
    _write_entry(at, "4")
    at.house.window.go(ToJournal())
    out = at.files.chosen = tmp_path / "out.json"
    at.hands.press("Export everything")
    text = out.read_text(encoding="utf-8")
    wrong, count = re.subn(r'"intensity":( ?)4\b', r'"intensity":\g<1>44', text)
    assert count
    out.write_text(wrong, encoding="utf-8")
    fresh = arrive(folder=tmp_path / "fresh")
    fresh.first_run(Stranger())
    fresh.house.window.go(ToJournal())
    fresh.files.chosen = out
    fresh.hands.press("Import a file")
    assert fresh.hands.reads("Nothing was imported")
    assert fresh.hands.reads("out.json, line")
    assert fresh.hands.reads("intensity is out of range")
    assert stories_of(fresh) == ()
    assert _entries(fresh) == []


def test_the_made_up_journal_is_marked_and_one_press_removes_it(arrive: Arrive) -> None:
    at = arrive()
    at.hands.press("Look around")
    for where in (ToToday(), ToJournal(), ToTrend()):
        at.house.window.go(where)
        assert at.hands.reads("made up") or at.hands.reads("Made-up") or at.hands.reads("made-up"), where
    assert at.ground.profile.sample.journal.exists()
    remove = next(
        b.accessibleName()
        for b in at.hands.buttons()
        if "emove" in b.accessibleName() or "own journal" in b.accessibleName()
    )
    at.hands.press(remove)
    assert not at.ground.profile.sample.folder.exists()
    assert stories_of(at) == ()


def test_the_real_journal_is_untouched_by_the_made_up_one(arrive: Arrive) -> None:
    at = _home(arrive)
    _write_entry(at, "4", MARKER)
    real = [kept.record for kept in _entries(at)]
    journal_of(at).remember_session_deleted(stories_of(at)[0].session.id)
    at.house.open_journal(JournalKind.SAMPLE)
    at.hands.settle()
    assert len(stories_of(at)) > 10
    _write_entry(at, "9", "in the made-up journal")
    at.house.remove_sample()
    at.hands.settle()
    assert [kept.record for kept in _entries(at)] == real


def test_erase_leaves_nothing_of_the_person_behind(arrive: Arrive, folder: Path) -> None:
    at = arrive()
    at.first_run(Stranger(number="0800 4711"))
    at.hands.press("Neck and shoulders")
    at.answer({})
    at.hands.press("6")
    at.hands.press("Begin")
    at.hands.press("Begin")
    at.wait_for_end()
    at.hands.press("Save to journal")
    _write_entry(at, "4", MARKER)
    at.house.window.go(ToHelp("data"))
    at.hands.press("Make one now")
    assert any(MARKER.encode() in content for content in digest(folder).values())
    at.hands.press("Erase everything")
    at.write("erase")
    at.hands.press("Erase everything now")
    left = digest(folder)
    assert not [name for name, content in left.items() if MARKER.encode() in content]
    assert not [name for name, content in left.items() if b"0800 4711" in content]
    # A new person is met, and what was known of the old one does not come back when the window closes.
    assert at.hands.reads("A calm guide")
    at.close()
    left = digest(folder)
    assert not [name for name, content in left.items() if MARKER.encode() in content or b"4711" in content]
    assert not list(folder.glob("backups/*"))
