"""The help page: keys, where the data is and how it goes away, statements, sources, licences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Protocol

from acupress_desktop.domain.evidence import Source
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import Backup, BackupKind, JournalCounts, SettingsPort
from acupress_desktop.domain.session_keys import keys_of_text
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.presenters.destinations import (
    Destination,
    ToAdverseLog,
    ToEvidence,
    ToFirstRun,
    ToSafetyAnswers,
    ToSessionKeys,
    ToToday,
)
from acupress_desktop.presenters.exporting import ExportKind, ExportPort
from acupress_desktop.presenters.help_view import (
    BackupView,
    HelpSection,
    HelpView,
    KeyGroupView,
    KeyView,
    PartView,
    QuestionView,
    TableOfFilesView,
)
from acupress_desktop.presenters.history_view import FileQuestionView
from acupress_desktop.presenters.pieces import ActView
from acupress_desktop.words import adverse_log as log_words
from acupress_desktop.words import help as words
from acupress_desktop.words import history, safety_answers, storage
from acupress_desktop.words.evidence_page import see_by_set
from acupress_desktop.words.help_keys import key_groups
from acupress_desktop.words.session_keys import key_rows
from acupress_desktop.words.session_keys import page as session_keys_page


class DataPlaceKind(Enum):
    """What a file or folder of the app holds."""

    JOURNAL = "journal"
    SETTINGS = "settings"
    GLANCE = "glance"
    BACKUPS = "backups"
    DAMAGED = "damaged"
    LOGS = "logs"
    BODIES = "bodies"
    SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class DataPlace:
    """Where one kind of data lies; ``bytes`` is ``None`` where nothing stands there."""

    kind: DataPlaceKind
    path: Path
    bytes: int | None


@dataclass(frozen=True, slots=True)
class AppPart:
    """Something that the app stands on."""

    name: str
    what: str
    licence: str
    where: str


class DataKeeping(Protocol):
    """What ``app`` can do with the whole data folder. The last two raise ``KnownTrouble``."""

    def places(self) -> tuple[DataPlace, ...]:
        """Return every file and folder that the app keeps, with its size now."""
        ...

    def restore(self, backup: Path) -> None:
        """Close the journal, put ``backup`` in its place and open it again."""
        ...

    def erase_everything(self) -> tuple[Path, ...]:
        """Close the journal and remove everything; return what could not be removed."""
        ...


class HelpJournal(Protocol):
    """What the page needs of the journal and its backups."""

    def recall_counts(self) -> JournalCounts:
        """Count what the journal holds."""
        ...

    def recall_backups(self) -> tuple[Backup, ...]:
        """Return the backups, newest first."""
        ...

    def remember_backup(self, kind: BackupKind) -> Backup:
        """Make and verify a backup."""
        ...


@dataclass(frozen=True, slots=True)
class HelpContent:
    """What the page speaks from. ``crisis`` is the message of the safety rule for dark thoughts."""

    version: str
    sources: tuple[Source, ...]
    parts: tuple[AppPart, ...]
    crisis: Callable[[str], str]
    """Takes the person's emergency number, which may be empty."""


class HelpPresenter:
    """Presents the page; every intent returns the new view or where to go."""

    def __init__(
        self,
        journal: HelpJournal,
        settings: SettingsPort,
        keeping: DataKeeping,
        exporting: ExportPort,
        content: HelpContent,
        now: Callable[[], Moment],
    ) -> None:
        self._journal = journal
        self._settings = settings
        self._keeping = keeping
        self._exporting = exporting
        self._content = content
        self._now = now
        self._trouble = ""
        self._said = ""
        self._journal_is_gone = False

    # --- Intents

    def present(self) -> HelpView:
        """Show the page."""
        chosen = self._settings.recall_settings()
        number = chosen.emergency_number
        said, self._said = self._said, ""
        return HelpView(
            page=words.page(),
            title=words.title(),
            sections=_sections(),
            keys=tuple(
                KeyGroupView(heading, tuple(KeyView(keys, what) for keys, what in rows))
                for heading, rows in key_groups(key_rows(keys_of_text(chosen.session_keys)))
            ),
            session_keys=session_keys_page(),
            data_lead=words.data_lead(),
            counts="" if self._journal_is_gone else words.counts(self._journal.recall_counts()),
            files=self._files(),
            export=words.export(),
            backups_heading=words.backups_heading(),
            backups_lead=words.backups_lead(),
            backups=self._backups(),
            no_backups=words.no_backups(),
            back_up=ActView(words.back_up_now()),
            erase=words.erase(),
            erase_question=self.erase_question(),
            statements=words.statements(number),
            first_run=words.first_run(),
            safety_answers=safety_answers.link(),
            adverse_log=log_words.page(),
            crisis=self._content.crisis(number),
            sources_lead=words.sources_lead(len(self._content.sources)),
            sources_by_set=see_by_set(),
            sources=tuple(PartView(each.short, words.source_line(each)) for each in self._content.sources),
            version=words.version(self._content.version),
            licence=words.own_licence(),
            parts_heading=words.parts_heading(),
            parts=tuple(
                PartView(part.name, words.part_line(part.what, part.licence, part.where))
                for part in self._content.parts
            ),
            trouble=self._trouble,
            said=said,
            close=words.close(),
        )

    def export_question(self) -> FileQuestionView:
        """Say what to ask before an export."""
        name = history.export_name(self._now().local_date)
        return FileQuestionView(history.export_title(), name, history.export_kinds())

    def export(self, path: Path) -> HelpView:
        """Write everything to a file."""
        self._trouble = ""
        try:
            self._exporting.export_journal(path, ExportKind.of(path))
        except KnownTrouble as known:
            self._trouble = storage.trouble_line(known.trouble)
        else:
            self._said = words.exported(path)
        return self.present()

    def back_up(self) -> HelpView:
        """Make and check a backup."""
        self._trouble = ""
        try:
            made = self._journal.remember_backup(BackupKind.ASKED)
        except KnownTrouble as known:
            self._trouble = storage.trouble_line(known.trouble)
        else:
            self._said = words.backed_up(made.path)
        return self.present()

    def restore_question(self, backup: Path) -> QuestionView:
        """Say what would happen before a backup takes the journal's place."""
        line = next((each.line for each in self._backups() if each.path == backup), backup.name)
        return QuestionView(
            words.restore_title(), words.restore_text(line), "", "", "", words.restore(), words.cancel()
        )

    def restore(self, backup: Path) -> HelpView | Destination:
        """Put a backup in the journal's place; afterwards the app starts from its home page."""
        self._trouble = ""
        try:
            self._keeping.restore(backup)
        except KnownTrouble as known:
            self._trouble = storage.trouble_line(known.trouble)
            return self.present()
        return ToToday()

    def erase_question(self) -> QuestionView:
        """Say what would be erased; a word has to be typed."""
        word = words.erase_word()
        return QuestionView(
            title=words.erase_title(),
            lines=words.erase_text(),
            word=word,
            type_label=words.erase_type(word),
            waits=words.erase_waits(word),
            go_on=words.erase_now(),
            cancel=words.cancel(),
        )

    def erase(self, typed: str) -> HelpView | Destination:
        """Erase everything, where the word was typed; afterwards the app begins anew."""
        self._trouble = ""
        if not typed_right(typed, words.erase_word()):
            return self.present()
        try:
            left = self._keeping.erase_everything()
        except KnownTrouble as known:
            self._trouble = storage.trouble_line(known.trouble)
            return self.present()
        # Reading a journal that was erased would make an empty file in its place.
        self._journal_is_gone = True
        if left:
            self._trouble = words.not_erased(left)
            return self.present()
        return ToFirstRun()

    def first_run(self) -> Destination:
        """Show the introduction again."""
        return ToFirstRun()

    def safety_answers(self) -> Destination:
        """Look over what the safety check remembers."""
        return ToSafetyAnswers()

    def session_keys(self) -> Destination:
        """Choose the keys of a session."""
        return ToSessionKeys()

    def adverse_log(self) -> Destination:
        """Tell of something unpleasant."""
        return ToAdverseLog()

    def evidence(self) -> Destination:
        """Read what each source found, set by set."""
        return ToEvidence()

    # --- Parts

    def _files(self) -> TableOfFilesView:
        names = {
            DataPlaceKind.JOURNAL: words.place_journal(),
            DataPlaceKind.SETTINGS: words.place_settings(),
            DataPlaceKind.GLANCE: words.place_glance(),
            DataPlaceKind.BACKUPS: words.place_backups(),
            DataPlaceKind.DAMAGED: words.place_damaged(),
            DataPlaceKind.LOGS: words.place_logs(),
            DataPlaceKind.BODIES: words.place_bodies(),
            DataPlaceKind.SAMPLE: words.place_sample(),
        }
        rows = tuple(
            (
                names[place.kind],
                words.not_there() if place.bytes is None else words.size(place.bytes),
                str(place.path),
            )
            for place in self._keeping.places()
        )
        heads = (words.column_what(), words.column_size(), words.column_where())
        return TableOfFilesView(words.files_name(), heads, rows)

    def _backups(self) -> tuple[BackupView, ...]:
        if self._journal_is_gone:
            return ()
        return tuple(
            BackupView(
                each.path,
                words.backup_line(each.made, each.kind, self._now().offset_minutes),
                words.size(each.bytes),
                words.restore(),
            )
            for each in self._journal.recall_backups()
        )


def typed_right(typed: str, word: str) -> bool:
    """Whether what was typed is the word that was asked for, in capitals or not."""
    return typed.strip().casefold() == word.casefold()


def _sections() -> tuple[tuple[HelpSection, str], ...]:
    headings = {
        HelpSection.KEYS: words.keys_heading(),
        HelpSection.DATA: words.data_heading(),
        HelpSection.STATEMENTS: words.statements_heading(),
        HelpSection.CRISIS: words.crisis_heading(),
        HelpSection.SOURCES: words.sources_heading(),
        HelpSection.ABOUT: words.about_heading(),
    }
    return tuple(headings.items())
