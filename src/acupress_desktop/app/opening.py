"""Opening a journal, or the page that says in words why it cannot be opened and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from acupress_desktop.app.desk import Bundle, Desk, Doors
from acupress_desktop.app.ground import Ground
from acupress_desktop.app.pages import Pages
from acupress_desktop.app.whole_journal import write_journal
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import JournalStanding
from acupress_desktop.domain.troubles import BadSettings, DamagedJournal, KnownTrouble, Trouble
from acupress_desktop.presenters.exporting import ExportKind
from acupress_desktop.presenters.sample import JournalKind
from acupress_desktop.storage.backup import list_backups
from acupress_desktop.storage.journal import Journal
from acupress_desktop.storage.open_database import Background
from acupress_desktop.storage.opening import LostJournal, open_journal, restore_backup, set_damaged_aside
from acupress_desktop.storage.sample import open_sample
from acupress_desktop.ui.shell.trouble import TroublePage, WayOut
from acupress_desktop.ui.shell.window import Mast, Page
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.widgets.ask_file import SystemAskFile
from acupress_desktop.words import history as export_words
from acupress_desktop.words import shell as words
from acupress_desktop.words.days import clock_time, dated
from acupress_desktop.words.storage import trouble_line

AGAIN, BACKUP, EMPTY, GO_ON, QUIT, SAVE = "again", "backup", "empty", "go_on", "quit", "save"


@dataclass(frozen=True, slots=True)
class Ways:
    """What the ways out lead to."""

    again: Callable[[], None]
    quit: Callable[[], None]


def content_page(ground: Ground, failure: BaseException, ways: Ways) -> Page:
    """Say that a file of the app itself cannot be trusted; anything else is a bug and is raised."""
    if not isinstance(failure, ContentError | FileNotFoundError):
        raise failure
    sentences = (words.content_refused(str(failure)), words.content_refused_next())
    offered = (WayOut(QUIT, words.quit_app()), WayOut(SAVE, words.save_journal()))
    page = _page(ground, sentences, offered, {QUIT: ways.quit, SAVE: lambda: _save_journal(ground, page)})
    return page


def _save_journal(ground: Ground, page: Page) -> None:
    """Write the whole journal into a file: it needs nothing of what the app brings along."""
    ask = ground.ask or SystemAskFile()
    name, kinds = export_words.export_name(ground.now().local_date), export_words.export_kinds()
    path = ask.where_to_save(page.widget, export_words.export_title(), name, kinds)
    if path is None:
        return
    journal = open_journal(ground.profile.folder, now=ground.now, random_bytes=ground.random_bytes)
    try:
        rows = write_journal(journal, path, ExportKind.of(path))
    finally:
        journal.close()
    if isinstance(page.widget, TroublePage):
        page.widget.say(export_words.exported(str(path), rows), Tone.INK)


def open_kind(
    ground: Ground, bundle: Bundle, kind: JournalKind, doors: Doors, background: Background
) -> Pages:
    """Open the person's own journal, or the sample; raises ``KnownTrouble``."""
    if kind is JournalKind.SAMPLE:
        journal: Journal = open_sample(
            ground.profile, now=ground.now, random_bytes=ground.random_bytes, background=background
        )
    else:
        journal = open_journal(
            ground.profile.folder,
            now=ground.now,
            random_bytes=ground.random_bytes,
            background=background,
        )
    return Pages(Desk(ground, bundle, journal, kind, doors))


def damage_of(journal: Journal, ground: Ground) -> DamagedJournal | None:
    """Return the damage that checking has found in the background."""
    if journal.standing is not JournalStanding.DAMAGED:
        return None
    newest = journal.newest_good_backup()
    return DamagedJournal(ground.profile.journal, None if newest is None else newest.path)


def trouble_page(ground: Ground, trouble: Trouble, ways: Ways) -> Page:
    """Say what keeps the journal from opening; a damaged one offers its newest good backup."""
    offered = [WayOut(AGAIN, words.try_again()), WayOut(QUIT, words.quit_app())]
    acts: dict[str, Callable[[], None]] = {AGAIN: ways.again, QUIT: ways.quit}
    if isinstance(trouble, DamagedJournal):
        offered.insert(0, WayOut(EMPTY, words.start_empty()))
        acts[EMPTY] = _start_empty(ground, ways)
        if trouble.backup is not None:
            when = _when(ground, trouble.backup)
            offered.insert(0, WayOut(BACKUP, words.use_backup(when)))
            acts[BACKUP] = _go_back(ground, trouble, ways)
    return _page(ground, (trouble_line(trouble),), tuple(offered), acts)


def settings_page(ground: Ground, trouble: BadSettings, go_on: Callable[[], None]) -> Page:
    """Say that the settings could not be used, before the usual ones apply."""
    ways = (WayOut(GO_ON, words.go_on_with_usual()),)
    return _page(ground, (trouble_line(trouble),), ways, {GO_ON: go_on}, words.settings_not_used())


def _when(ground: Ground, chosen: Path) -> str:
    """Say when a backup was made, on this machine's clock; its file name where the list lacks it."""
    for backup in list_backups(ground.profile):
        if backup.path == chosen:
            made = Moment.of(backup.made.astimezone())
            return f"{dated(made.local_date)}, {clock_time(made)}"
    return chosen.name


def _go_back(ground: Ground, trouble: DamagedJournal, ways: Ways) -> Callable[[], None]:
    def act() -> None:
        if trouble.backup is not None:
            restore_backup(ground.profile.folder, trouble.backup, now=ground.now)
        ways.again()

    return act


def _start_empty(ground: Ground, ways: Ways) -> Callable[[], None]:
    def act() -> None:
        set_damaged_aside(ground.profile.folder, now=ground.now)
        open_journal(ground.profile.folder, now=ground.now, lost=LostJournal.START_EMPTY).close()
        ways.again()

    return act


def _page(
    ground: Ground,
    sentences: tuple[str, ...],
    offered: tuple[WayOut, ...],
    acts: dict[str, Callable[[], None]],
    title: str = "",
) -> Page:
    widget = TroublePage(ground.theme, title or words.cannot_open(), sentences, offered)

    def choose(key: str) -> None:
        try:
            acts[key]()
        except KnownTrouble as known:
            widget.say(trouble_line(known.trouble))

    widget.chosen.connect(choose)
    return Page(widget, widget.leave, Mast.OWN)
