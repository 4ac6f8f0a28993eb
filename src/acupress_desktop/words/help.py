"""Sentences of the help page: where the data is, statements, sources, licences."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

from acupress_desktop.domain.evidence import Source, Verified
from acupress_desktop.domain.ports import BackupKind, JournalCounts
from acupress_desktop.words import notices
from acupress_desktop.words.days import dated
from acupress_desktop.words.translate import _, plural


def page() -> str:
    """Name of the page."""
    return _("Help")


def title() -> str:
    """Its title."""
    return _("Help")


def close() -> str:
    """Closes a dialog without doing anything."""
    return _("Close")


def cancel() -> str:
    """Leaves everything as it is."""
    return _("Leave everything as it is")


# --- Sections


def keys_heading() -> str:
    """Section."""
    return _("Keys")


def data_heading() -> str:
    """Section."""
    return _("Where is my data?")


def statements_heading() -> str:
    """Section."""
    return _("What this app is, and is not")


def crisis_heading() -> str:
    """Section."""
    return _("If it is too much")


def sources_heading() -> str:
    """Section."""
    return _("Sources")


def about_heading() -> str:
    """Section."""
    return _("About")


# --- Data


def data_lead() -> str:
    """What happens with data."""
    return _("Everything is in these files on this computer. Nothing is sent anywhere.")


def place_journal() -> str:
    """A file."""
    return _("Journal")


def place_settings() -> str:
    """A file."""
    return _("Settings")


def place_glance() -> str:
    """A file."""
    return _("For a quick start: next set and last values")


def place_backups() -> str:
    """A folder."""
    return _("Backups")


def place_damaged() -> str:
    """A folder."""
    return _("Damaged journals that were set aside")


def place_bodies() -> str:
    """A folder."""
    return _("Pictures of your body or skin tone, drawn on this computer")


def place_logs() -> str:
    """A folder."""
    return _("Technical notes, without what you wrote")


def place_sample() -> str:
    """A folder."""
    return _("Made-up journal")


def not_there() -> str:
    """Instead of a size."""
    return _("not there yet")


def size(count: int) -> str:
    """Such as "120 kB"."""
    if count < 1000:
        return plural("{count} byte", "{count} bytes", count)
    if count < 1_000_000:
        return _("{size} kB").format(size=round(count / 1000))
    return _("{size} MB").format(size=f"{count / 1_000_000:.1f}")


def column_what() -> str:
    """Head of a column."""
    return _("What")


def column_where() -> str:
    """Head of a column."""
    return _("Where")


def column_size() -> str:
    """Head of a column."""
    return _("Size")


def files_name() -> str:
    """Name of the table of files."""
    return _("Files of this app")


def counts(held: JournalCounts) -> str:
    """What the journal holds."""
    told = _("{check_ins} and {sessions}").format(
        check_ins=plural("{count} check-in", "{count} check-ins", held.check_ins),
        sessions=plural("{count} session", "{count} sessions", held.sessions),
    )
    if held.first_day is None or held.last_day is None:
        return _("The journal holds {told}.").format(told=told)
    return _("The journal holds {told}, from {first} to {last}.").format(
        told=told, first=dated(held.first_day), last=dated(held.last_day)
    )


def export() -> str:
    """Writes everything into a file."""
    return _("Export everything")


def exported(path: Path) -> str:
    """After an export."""
    return _("Saved as {path}.").format(path=path)


def backups_heading() -> str:
    """Over the list of backups."""
    return _("Backups")


def backups_lead() -> str:
    """When backups are made."""
    return _("A checked copy is made each day at the first entry, and the newest seven are kept.")


def no_backups() -> str:
    """Where there is none."""
    return _("There is no backup yet.")


def backup_line(made: datetime, kind: BackupKind, offset_minutes: int) -> str:
    """Such as "22 Nov 2026, 08:10: daily", on the clock that is ``offset_minutes`` ahead of UTC."""
    local = made.astimezone(timezone(timedelta(minutes=offset_minutes)))
    return _("{day}, {time}: {kind}").format(
        day=dated(local.date()), time=f"{local:%H:%M}", kind=backup_kind(kind)
    )


def backup_kind(kind: BackupKind) -> str:
    """Why a backup was made."""
    return {
        BackupKind.DAILY: _("daily"),
        BackupKind.MIGRATION: _("before a new version"),
        BackupKind.IMPORT: _("before an import"),
        BackupKind.RESTORE: _("before another backup took its place"),
        BackupKind.ASKED: _("asked for"),
    }[kind]


def back_up_now() -> str:
    """Makes a backup."""
    return _("Make one now")


def backed_up(path: Path) -> str:
    """After a backup was made and checked."""
    return _("Made and checked: {name}.").format(name=path.name)


def restore() -> str:
    """Puts a backup in the journal's place."""
    return _("Go back to this one")


def restore_title() -> str:
    """Head of the question."""
    return _("Go back to this backup?")


def restore_text(line: str) -> tuple[str, ...]:
    """What would happen."""
    return (
        _("The journal becomes what it was then ({backup}).").format(backup=line),
        _("What is in it now is kept as a backup first, so you can come back."),
    )


def erase() -> str:
    """Opens the question."""
    return _("Erase everything")


def erase_title() -> str:
    """Head of the question."""
    return _("Erase everything about you?")


def erase_text() -> tuple[str, ...]:
    """What would happen."""
    return (
        _("Journal, backups, settings, the made-up journal and technical notes are removed."),
        _("So are your measures, and the pictures that were drawn of your body or skin tone."),
        _("This cannot be undone. Files that you exported stay where you put them."),
        _("On some disks, and in copies that your system makes, old content may survive."),
    )


def erase_word() -> str:
    """What has to be typed."""
    return _("ERASE")


def erase_type(word: str) -> str:
    """Label of the field."""
    return _("Type {word} to go on").format(word=word)


def erase_now() -> str:
    """Erases."""
    return _("Erase everything now")


def erase_waits(word: str) -> str:
    """Why it cannot be pressed yet."""
    return _("Type {word} first.").format(word=word)


def not_erased(paths: tuple[Path, ...]) -> str:
    """Some files could not be removed."""
    return _("These could not be removed; please delete them yourself: {paths}").format(
        paths=", ".join(str(path) for path in paths)
    )


# --- Statements


def statements(emergency_number: str) -> tuple[str, ...]:
    """Everything that must be said, in the order of weight."""
    number = emergency_number or _("your local emergency number")
    return (
        _("In an emergency call {number}.").format(number=number),
        notices.not_a_medical_device(),
        notices.stop_line(),
        _("In a pregnancy only a short, gentle set is offered. Ask your midwife first."),
        notices.pain_changes_by_itself(),
        _("No clinician has signed off on this app. It was written from published sources, listed below."),
    )


def first_run() -> str:
    """Opens the introduction."""
    return _("Show the introduction again")


# --- Sources and licences


def sources_lead(count: int) -> str:
    """Over the list."""
    return plural(
        "{count} source, with the day on which it was looked at.",
        "{count} sources, each with the day on which it was looked at.",
        count,
    )


def source_line(source: Source) -> str:
    """One source."""
    line = _("{title} {identifier}, looked at {day}.").format(
        title=_ended(source.title), identifier=source.identifier, day=dated(source.checked)
    )
    if source.verified is Verified.NOT_VERIFIED:
        line += " " + _("Not verified.")
    return line


def _ended(title: str) -> str:
    return title if title.endswith((".", "?", "!")) else f"{title}."


def version(number: str) -> str:
    """Such as "Version 0.1"."""
    return _("Acupress Desktop, version {number}").format(number=number)


def own_licence() -> str:
    """The licence of the app."""
    return _("Free software under the Apache License, version 2.0.")


def parts_heading() -> str:
    """Over the list of parts."""
    return _("It stands on the work of others")


def part_line(what: str, licence: str, where: str) -> str:
    """One part."""
    return _("{what}. Licence: {licence}. From: {where}.").format(
        what=what.rstrip("."), licence=licence, where=where.rstrip(".")
    )
