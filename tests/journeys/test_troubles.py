"""What can go wrong around the app: each time a calm sentence, a way out, and nothing lost."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from acupress_desktop.app.endings import SIGNALLED
from acupress_desktop.app.instance import OneWindow
from acupress_desktop.app.rehearsal import Stranger
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.domain.learning_scope import LearningScope
from acupress_desktop.domain.ports import BackupKind
from acupress_desktop.exchange.json_file import read_json
from acupress_desktop.presenters.destinations import ToAtlas, ToLearning, ToPresentation, ToQuiz, ToToday
from acupress_desktop.storage.backup import list_backups
from acupress_desktop.storage.profile import Profile
from acupress_desktop.ui.atlas.screen import AtlasScreen
from acupress_desktop.ui.journal.screen import HistoryScreen
from acupress_desktop.ui.reader.article_screen import ArticleScreen
from acupress_desktop.ui.reader.index_screen import IndexScreen
from acupress_desktop.ui.session.screen import SessionScreen
from acupress_desktop.ui.trends.screen import TrendScreen
from tests.journeys.conftest import EVENING, Arrive
from tests.journeys.steps import (
    calm_session,
    digest,
    journal_of,
    stands_on,
    start_again,
    stories_of,
    to_the_plan,
)

ROOT = Path(__file__).parents[2]
LATER = EVENING + timedelta(hours=2)

needs_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0 or sys.platform != "linux",
    reason="only root may mount a small disk",
)


def _kept_journal(arrive: Arrive) -> Path:
    """A journal with one session and a backup, closed."""
    at = arrive()
    calm_session(at)
    journal_of(at).remember_backup(BackupKind.ASKED)
    profile = at.ground.profile
    at.close()
    return profile.journal


def _with_assets(tmp_path: Path) -> Path:
    """The app's own data files, of which a test may change one."""
    root = tmp_path / "assets"
    shutil.copytree(asset_root(), root, symlinks=True)
    return root


def test_a_newer_journal_is_refused_untouched(arrive: Arrive) -> None:
    file = _kept_journal(arrive)
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = file.read_bytes()
    at = arrive(when=LATER)
    assert at.hands.reads("written by a newer version of this app (format 99")
    assert not at.hands.can_press("Start")
    at.house.window.close()
    assert file.read_bytes() == before
    assert not file.with_name(file.name + "-wal").exists()


def test_a_damaged_journal_offers_the_newest_good_backup_and_goes_back_to_it(arrive: Arrive) -> None:
    file = _kept_journal(arrive)
    content = bytearray(file.read_bytes())
    for place in range(len(content) // 3, len(content), 997):
        content[place] ^= 0xFF
    file.write_bytes(bytes(content))
    at = arrive(when=LATER)
    assert at.hands.reads("is damaged and was left untouched")
    assert not at.hands.can_press("Start")
    assert file.read_bytes() == bytes(content)
    at.hands.press("Go back to the backup of 22 Nov 2026")
    assert at.hands.can_press("Start")
    (story,) = stories_of(at)
    assert len(story.holds) == 5
    kept = [path for path in at.ground.profile.damaged.rglob("*") if path.is_file()]
    assert any(path.read_bytes() == bytes(content) for path in kept)


def test_one_flipped_bit_in_a_note_is_noticed(arrive: Arrive) -> None:
    at = arrive()
    calm_session(at)
    (story,) = stories_of(at)
    journal_of(at).remember_session_note(story.session.id, "the left side was tender today")
    journal_of(at).remember_backup(BackupKind.ASKED)
    file = at.ground.profile.journal
    at.close()
    content = bytearray(file.read_bytes())
    place = content.rindex(b"the left side was tender")
    content[place + 4] ^= 0x04
    file.write_bytes(bytes(content))
    again = arrive(when=LATER)
    assert again.hands.reads("is damaged and was left untouched")
    assert again.hands.can_press("Go back to the backup")


def test_without_a_backup_a_damaged_journal_is_set_aside_and_kept(arrive: Arrive) -> None:
    file = _kept_journal(arrive)
    shutil.rmtree(Profile(file.parent).backups)
    file.write_bytes(file.read_bytes()[:5_000])
    before = file.read_bytes()
    at = arrive(when=LATER)
    assert at.hands.reads("No backup that is whole was found")
    at.hands.press("Put it aside and start empty")
    assert stories_of(at) == ()
    kept = [path for path in at.ground.profile.damaged.rglob("*") if path.is_file()]
    assert before in [path.read_bytes() for path in kept]


def test_a_foreign_file_in_the_journals_place_is_left_alone(arrive: Arrive, folder: Path) -> None:
    folder.mkdir(mode=0o700)
    file = Profile(folder).journal
    file.write_text("Shopping: oats, apples\n" * 40, encoding="utf-8")
    at = arrive()
    assert at.hands.reads("is not a journal of this app")
    assert not at.hands.can_press("Put it aside")
    at.house.window.close()
    assert file.read_text(encoding="utf-8").startswith("Shopping: oats")


def test_a_journal_that_is_gone_offers_its_backup(arrive: Arrive) -> None:
    file = _kept_journal(arrive)
    for part in Profile(file.parent).journal_parts:
        part.unlink(missing_ok=True)
    at = arrive(when=LATER)
    at.hands.press("Go back to the backup")
    assert len(stories_of(at)) == 1


def test_broken_settings_are_told_kept_aside_and_the_usual_ones_apply(arrive: Arrive) -> None:
    file = _kept_journal(arrive)
    settings = Profile(file.parent).settings
    settings.write_text('{"schema": 1, "theme": "purple", "figure": 7}', encoding="utf-8")
    at = arrive(when=LATER)
    assert at.hands.reads("Your settings could not be read")
    assert at.hands.reads("theme is not one of the choices")
    assert at.hands.reads("settings-not-used.json")
    at.hands.press("Go on with the usual settings")
    at.first_run(Stranger())
    assert len(stories_of(at)) == 1
    again_told = arrive(when=LATER + timedelta(minutes=5), folder=file.parent.parent / "other")
    assert not again_told.hands.reads("Your settings could not be read")


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("protocols/queasy.toml", "hold_seconds = 150", "hold_seconds = 150\nhold_secs = 3"),
        ("protocols/queasy.toml", "hold_seconds = 150", "hold_seconds = 9000"),
        ("safety/rules.toml", "[[rules]]", "[[rules]]\ncolour = 'red'"),
        ("atlas/how_to/sets.toml", "[points.LI4]", "[points.LI4]\nrub = 3"),
    ],
)
def test_a_data_file_that_cannot_be_trusted_stops_the_start_with_file_and_line(
    arrive: Arrive, tmp_path: Path, name: str, old: str, new: str
) -> None:
    root = _with_assets(tmp_path)
    file = root / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    at = arrive(assets=root)
    assert at.hands.reads("nothing is offered")
    assert at.hands.reads(file.name)
    assert any(character.isdigit() for line in at.hands.lines() if file.name in line for character in line)
    names = [button.accessibleName() for button in at.hands.buttons()]
    assert names == ["Close", "Save my journal into a file"]
    assert at.house.desk is None


def test_the_journal_can_be_saved_although_the_apps_own_files_are_damaged(
    arrive: Arrive, tmp_path: Path
) -> None:
    _kept_journal(arrive)
    root = _with_assets(tmp_path)
    (root / "atlas" / "points.jsonl").write_bytes(b"nothing of this is a point")
    at = arrive(when=LATER, assets=root)
    at.files.chosen = tmp_path / "mine.json"
    at.hands.press("Save my journal into a file")
    assert at.hands.reads(str(at.files.chosen))
    tables = {row.table.name for row in read_json(at.files.chosen).rows}
    assert {"session", "hold"} <= tables


def _spoil_one_word_of_the_atlas(root: Path) -> Path:
    """A key that nobody knows, in the words of points that no set presses."""
    file = root / "atlas" / "how_to" / "ex_le.toml"
    text = file.read_text(encoding="utf-8")
    assert "[points.EX-LE1]" in text
    file.write_text(text.replace("[points.EX-LE1]", "[points.EX-LE1]\nrub = 3", 1), encoding="utf-8")
    return file


def test_a_damaged_file_of_the_atlas_stops_the_atlas_and_nothing_else(arrive: Arrive, tmp_path: Path) -> None:
    root = _with_assets(tmp_path)
    file = _spoil_one_word_of_the_atlas(root)
    at = arrive(assets=root)
    calm_session(at)
    for where in (ToAtlas(), ToLearning(), ToQuiz(LearningScope()), ToPresentation()):
        at.house.window.go(where)
        assert at.hands.reads("The atlas cannot open just now"), where
        (told,) = [line for line in at.hands.lines() if file.name in line]
        assert re.search(r"ex_le\.toml, line \d+: .*rub", told), told
    at.hands.press("Today")
    assert at.hands.can_press("Start")
    at.hands.press("Journal")
    assert stands_on(at, HistoryScreen)
    at.hands.press("Trend")
    assert stands_on(at, TrendScreen)
    at.hands.press("Today")
    start_again(at)
    assert stands_on(at, SessionScreen)
    assert len(stories_of(at)) == 2


def test_a_damaged_page_to_read_stops_those_pages_and_nothing_else(arrive: Arrive, tmp_path: Path) -> None:
    root = _with_assets(tmp_path)
    file = root / "learn" / "pages" / "01_what_it_is.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('kind = "heading"', 'kind = "banner"', 1), encoding="utf-8")
    at = arrive(assets=root)
    at.first_run(Stranger())
    at.house.window.go(ToToday())
    at.hands.press("Learn")
    assert at.hands.reads("The pages to read cannot open just now")
    (told,) = [line for line in at.hands.lines() if file.name in line]
    assert re.search(r"01_what_it_is\.toml, line \d+: .*banner", told), told
    at.hands.press("Atlas")
    assert stands_on(at, AtlasScreen)
    at.hands.press("Learn")
    file.write_text(text, encoding="utf-8")
    at.hands.press("Try again")
    assert stands_on(at, IndexScreen)
    at.hands.press("What acupressure is")
    assert stands_on(at, ArticleScreen)
    at.hands.press("Journal")
    assert stands_on(at, HistoryScreen)


def test_the_atlas_is_there_again_once_its_file_is_whole(arrive: Arrive, tmp_path: Path) -> None:
    root = _with_assets(tmp_path)
    file = _spoil_one_word_of_the_atlas(root)
    at = arrive(assets=root)
    calm_session(at)
    at.hands.press("Atlas")
    at.hands.press("Try again")
    assert at.hands.reads(file.name)
    shutil.copy(asset_root() / "atlas" / "how_to" / file.name, file)
    at.hands.press("Try again")
    assert stands_on(at, AtlasScreen)
    file.write_text("nothing", encoding="utf-8")
    at.hands.press("Today")
    at.hands.press("Atlas")
    assert stands_on(at, AtlasScreen)


def test_a_missing_data_file_stops_the_start_in_words(arrive: Arrive, tmp_path: Path) -> None:
    root = _with_assets(tmp_path)
    (root / "safety" / "rules.toml").unlink()
    at = arrive(assets=root)
    assert at.hands.reads("nothing is offered")
    assert at.hands.reads("rules.toml")


def test_a_second_window_on_the_same_folder_knocks_and_leaves(arrive: Arrive, folder: Path) -> None:
    at = arrive()
    first = OneWindow(folder)
    heard: list[str] = []
    first.knocked.connect(lambda: heard.append("knock"))
    assert not first.taken
    second = OneWindow(folder)
    assert second.taken
    second.knock()
    at.until(lambda: bool(heard))
    first.release()
    third = OneWindow(folder)
    assert not third.taken
    third.release()
    for one in (first, second, third):
        one.deleteLater()
    assert heard


# --- Small and strange disks


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    place = tmp_path / "small"
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)], capture_output=True, check=False
    )
    if made.returncode != 0:
        pytest.skip(f"no small disk here: {made.stderr.decode().strip()}")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def _fill(place: Path) -> Path:
    """Write until nothing more fits."""
    ballast = place / "ballast"
    with ballast.open("wb", buffering=0) as stream:
        for block in (65_536, 1_024, 1):
            try:
                while stream.write(bytes(block)):
                    pass
            except OSError:
                continue
    return ballast


@needs_root
def test_a_full_disk_in_a_session_is_said_and_everything_is_kept_once_there_is_room(
    arrive: Arrive, small_disk: Path
) -> None:
    at = arrive(folder=small_disk / "data")
    to_the_plan(at)
    at.hands.press("6")
    at.hands.press("Begin")
    at.hands.press("Begin")
    at.wait(40)
    ballast = _fill(small_disk)
    at.wait(75)
    assert at.hands.reads("not on disk yet")
    ballast.unlink()
    at.wait_for_end()
    assert not at.hands.reads("not on disk yet")
    (story,) = stories_of(at)
    assert len(story.holds) == 5
    assert all(abs(hold.held_seconds - 30) <= 0.2 for hold in story.holds)


@needs_root
def test_a_full_disk_keeps_what_was_typed_into_a_check_in(arrive: Arrive, small_disk: Path) -> None:
    at = arrive(folder=small_disk / "data")
    calm_session(at)
    at.house.window.go(ToToday())
    at.hands.press("Check in")
    at.hands.press("4")
    at.hands.press("Neck")
    at.hands.press("More")
    at.write_note("a note that must not be lost")
    ballast = _fill(small_disk)
    at.hands.press("Save")
    assert at.hands.reads("is full")
    ballast.unlink()
    at.hands.press("Save")
    days = journal_of(at).recall_newest_check_ins(5)
    assert [kept.record.note for kept in days] == ["a note that must not be lost"]


@needs_root
def test_a_folder_that_cannot_be_written_is_told_and_left_as_it_is(arrive: Arrive, small_disk: Path) -> None:
    folder = small_disk / "data"
    at = arrive(folder=folder)
    calm_session(at)
    at.close()
    before = digest(folder)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    again = arrive(when=LATER, folder=folder)
    assert again.hands.reads("cannot be read or written")
    assert not again.hands.can_press("Start")
    again.house.window.close()
    assert digest(folder) == before


# --- The real start, in a process of its own


def _start_for_real(folder: Path, seconds: float, **environment: str) -> tuple[int, str]:
    """Start the app, end it after so many seconds as a logout does; return its code and what it said."""
    kept = {"PATH": os.environ["PATH"], "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT / "src")}
    with subprocess.Popen(
        [sys.executable, "-m", "acupress_desktop", "--data", str(folder)],
        env={**kept, **environment},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        try:
            said, _none = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGTERM)
            said, _none = process.communicate(timeout=10)
    return process.returncode, said.decode("utf-8", "replace")


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="signals of this kind are known to POSIX only")
@pytest.mark.parametrize(
    ("name", "environment"),
    [
        ("plain", {"LANG": "C"}),
        ("sp ace é 😀 " + "x" * 60, {"LANG": "C", "HOME": "/nonexistent"}),
        ("arabic", {"LANG": "ar_EG.UTF-8", "LC_ALL": "ar_EG.UTF-8"}),
        ("turkish", {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"}),
        ("no-fonts", {"LANG": "C.UTF-8", "FONTCONFIG_FILE": "/dev/null"}),
    ],
)
def test_it_starts_wherever_and_however_the_computer_is_set_up(
    tmp_path: Path, name: str, environment: dict[str, str]
) -> None:
    folder = tmp_path / name
    code, said = _start_for_real(folder, 6.0, **environment)
    assert code in {0, SIGNALLED + signal.SIGTERM}, said
    assert "Traceback" not in said
    assert Profile(folder).journal.exists(), said
    readable = [path for path in folder.rglob("*") if path.stat().st_mode & 0o077]
    assert readable == []


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="signals of this kind are known to POSIX only")
def test_a_folder_that_cannot_be_made_is_no_traceback(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder", encoding="utf-8")
    code, said = _start_for_real(blocked / "data", 4.0)
    assert code in {0, SIGNALLED + signal.SIGTERM}, said
    assert "Traceback" not in said
    assert "open already" not in said


@pytest.mark.parametrize("locale", ["ar_EG", "tr_TR", "de_DE", "C"])
def test_a_session_is_the_same_in_every_locale(arrive: Arrive, locale: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        at = arrive()
        calm_session(at)
        (story,) = stories_of(at)
        assert [hold.hold_seconds for hold in story.holds] == [30] * 5
        assert [rating.value for rating in story.ratings] == [6]
        assert list_backups(at.ground.profile)
    finally:
        QLocale.setDefault(before)
