"""Sentences about keeping things: what was refused, what was not lost, what to do."""

from __future__ import annotations

from pathlib import Path

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
from acupress_desktop.words import notices
from acupress_desktop.words.translate import _

# One sentence per trouble is the point of this module.


def trouble_line(trouble: Trouble) -> str:  # noqa: C901, PLR0912 - one branch per trouble
    """Say what went wrong, that nothing was changed, and what to do next."""
    match trouble:
        case DiskFull(folder):
            return disk_full(folder)
        case NotWritable(path):
            return not_writable(path)
        case DiskFailed(path):
            return disk_failed(path)
        case InUse(folder):
            return in_use(folder)
        case NewerJournal(path, found, known):
            return newer_journal(path, found, known)
        case NotAJournal(path):
            return not_a_journal(path)
        case DamagedJournal(path, backup):
            return damaged_journal(path, backup)
        case BadBackup(path):
            return bad_backup(path)
        case NoSuchRow():
            return no_such_row()
        case StaleEdit():
            return stale_edit()
        case BadValue():
            return bad_value(trouble)
        case BadFile():
            return bad_file(trouble)
        case BadSettings():
            return bad_settings(trouble)


def disk_full(folder: Path) -> str:
    """No space left."""
    return _(
        "The disk that holds {folder} is full, so this was not saved. What you typed is still here: make"
        " room, then save again."
    ).format(folder=folder)


def not_writable(path: Path) -> str:
    """No permission."""
    return _(
        "{path} cannot be read or written by your account, so nothing was saved or changed. Check the"
        " folder's permissions, or start with another data folder."
    ).format(path=path)


def disk_failed(path: Path) -> str:
    """The disk answered with an error."""
    return _(
        "The disk reported an error at {path}, so this was not saved. Copy your backups to another disk"
        " before you go on."
    ).format(path=path)


def in_use(folder: Path) -> str:
    """A second app."""
    return _(
        "The journal in {folder} is open in another window of this app. Close that one, then try again."
    ).format(folder=folder)


def newer_journal(path: Path, found: int, known: int) -> str:
    """A journal of a later version."""
    return _(
        "{path} was written by a newer version of this app (format {found}; this version knows {known}). It"
        " was left untouched. Install the newer version to open it."
    ).format(path=path, found=found, known=known)


def not_a_journal(path: Path) -> str:
    """Something else stands there."""
    return _(
        "{path} is not a journal of this app, so it was left untouched. Move it elsewhere, or start with"
        " another data folder."
    ).format(path=path)


def damaged_journal(path: Path, backup: Path | None) -> str:
    """The journal is damaged; names the newest good backup."""
    if backup is None:
        return _(
            "The journal {path} is damaged and was left untouched. No backup that is whole was found. You can"
            " set the damaged file aside and start an empty journal."
        ).format(path=path)
    return _(
        "The journal {path} is damaged and was left untouched. The newest backup that is whole is {backup}:"
        " you can open it in the journal's place, and the damaged file is kept."
    ).format(path=path, backup=backup.name)


def bad_backup(path: Path) -> str:
    """A backup that fails its checks."""
    return _("{path} is not a whole backup of a journal, so it was not used. Nothing was changed.").format(
        path=path
    )


def no_such_row() -> str:
    """Something asked for is gone."""
    return _("This entry is no longer in the journal. Nothing was changed.")


def stale_edit() -> str:
    """An entry changed meanwhile."""
    return _("This entry was changed since you opened it, so your change was not saved. Open it again.")


def bad_file(trouble: BadFile) -> str:
    """A file from outside; names file, line, table and field."""
    place = trouble.file
    if trouble.line is not None:
        place = _("{place}, line {line}").format(place=place, line=trouble.line)
    if trouble.table:
        place = _("{place}, {table}").format(place=place, table=trouble.table)
    return _("{place}: {problem} Nothing was imported.").format(place=place, problem=bad_value(trouble.value))


def bad_settings(trouble: BadSettings) -> str:
    """The settings file; says that defaults are used and where the file went."""
    problems = " ".join(bad_value(value) for value in trouble.values)
    line = _("{path} could not be used, so the usual settings apply. {problems}").format(
        path=trouble.path, problems=problems
    )
    if trouble.kept_aside is not None:
        line += " " + _("The file was kept as {name}.").format(name=trouble.kept_aside.name)
    return line


def bad_value(value: BadValue) -> str:
    """Say which field and why, and what would be allowed."""
    reason = _reason(value.reason)
    line = _("{field} {reason}.").format(field=value.field, reason=reason) if value.field else f"{reason}."
    if value.allowed:
        line += " " + _("Allowed: {allowed}.").format(allowed=value.allowed)
    return line


def _reason(reason: Reason) -> str:
    return {
        Reason.MISSING: _("is missing"),
        Reason.UNKNOWN_FIELD: _("is not known here"),
        Reason.DUPLICATE: _("appears twice"),
        Reason.WRONG_TYPE: _("has the wrong kind of value"),
        Reason.OUT_OF_RANGE: _("is out of range"),
        Reason.NOT_A_CHOICE: _("is not one of the choices"),
        Reason.TOO_LONG: _("is too long"),
        Reason.BAD_CHARACTERS: _("has characters that cannot be kept"),
        Reason.NOT_A_NUMBER: _("is not a number"),
        Reason.NOT_AN_ID: _("is not a valid key"),
        Reason.NOT_A_DATE: _("is not a valid date or time"),
        Reason.NO_SUCH_PARENT: _("points to something that is not there"),
        Reason.CONFLICT: _("differs from the journal in the same revision"),
        Reason.NOT_READABLE: _("cannot be read"),
        Reason.UNKNOWN_TABLE: _("is not a table of a journal"),
        Reason.WRONG_FORMAT: _("is not in the journal format"),
        Reason.NEWER_FORMAT: _("is in a newer format than this version knows"),
        Reason.TOO_LARGE: _("is too large"),
        Reason.BAD_ENTRY: _("is not allowed in this file"),
        Reason.OTHER_KIND_OF_FILE: _("says that this is another kind of file"),
        Reason.DOES_NOT_FIT: _("does not fit what stands beside it"),
        Reason.NOT_TO_PRESS: _("is a point that is only studied, not pressed"),
    }[reason]


def not_medical_notice() -> str:
    """The line that every export carries."""
    return notices.not_a_medical_device()


def cannot_show_why_notice() -> str:
    """The line under every set of numbers."""
    return notices.pain_changes_by_itself()


def export_notice() -> str:
    """Both lines, as they stand in exports."""
    return f"{not_medical_notice()} {cannot_show_why_notice()}"


def backup_failed(trouble: Trouble) -> str:
    """The entry is safe, today's backup is not."""
    return _("Saved, but today's backup could not be made. {why}").format(why=trouble_line(trouble))
