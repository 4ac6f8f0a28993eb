"""``acupress journal``: entries, export, import, check and backup, without a window."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from acupress_desktop.cli.answer import TROUBLE, Answer, InputRefused, columns
from acupress_desktop.cli.library import the_library
from acupress_desktop.cli.places import data_folder, moments_of, opened_journal
from acupress_desktop.domain.ids import RegionId
from acupress_desktop.domain.journal import NOTE_CHARACTERS_MAX, CheckInRecord, ContextTag, PainReport
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import BackupKind, DayRange, JournalStanding, KeptCheckIn
from acupress_desktop.domain.sides import PainSide
from acupress_desktop.session.clock import SystemClock

if TYPE_CHECKING:
    from acupress_desktop.domain.journal import SessionStory
    from acupress_desktop.domain.ports import Backup, JournalCounts

SCALES = ("pain", "average", "mood", "sleep", "stress", "energy", "activity")
DAY_FIRST = date(1900, 1, 1)
DAY_LAST = date(9998, 12, 31)
FUTURE_SLACK = timedelta(minutes=5)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the commands below ``journal``."""
    below = parser.add_subparsers(metavar="COMMAND", required=True, dest="journal_command")

    def add(
        name: str, words: str, run_below: Callable[[argparse.Namespace], Answer]
    ) -> argparse.ArgumentParser:
        sub = below.add_parser(name, help=words, description=words)
        sub.add_argument("--data", type=Path, default=argparse.SUPPRESS, metavar="DIR")
        sub.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
        sub.set_defaults(run_below=run_below)
        return sub

    listed = add("list", "entries and sessions, newest first", _list)
    listed.add_argument("--from", dest="first", metavar="DAY", help="first day, such as 2026-11-22")
    listed.add_argument("--to", dest="last", metavar="DAY", help="last day")
    added = add("add", "add one entry", _add)
    added.add_argument("--when", metavar="TIME", help="such as 2026-11-22T19:30; now where it is left out")
    for scale in SCALES:
        added.add_argument(f"--{scale}", metavar="0..10")
    added.add_argument("--region", metavar="ID", help="where it hurts; needed with --pain")
    added.add_argument("--side", choices=[side.value for side in PainSide], default=PainSide.BOTH.value)
    added.add_argument("--tag", action="append", default=[], choices=[tag.value for tag in ContextTag])
    added.add_argument("--note", default="", metavar="TEXT")
    exported = add("export", "write the whole journal to a file", _export)
    exported.add_argument("--format", choices=("json", "csv"), default="json", help="csv is a zip of tables")
    exported.add_argument("out", type=Path, metavar="OUT")
    imported = add("import", "merge an exported file, all of it or nothing", _import)
    imported.add_argument("file", type=Path, metavar="FILE")
    add("check", "check every page and row", _check)
    add("backup", "make a verified backup now", _backup)
    restored = add("restore", "put a backup in the journal's place", _restore)
    restored.add_argument(
        "file", type=Path, nargs="?", metavar="BACKUP", help="the newest good one if left out"
    )


def run(arguments: argparse.Namespace) -> Answer:
    """Run the command below ``journal``; raises ``InputRefused`` and ``KnownTrouble``."""
    answer: Answer = arguments.run_below(arguments)
    return answer


def read_day(text: str | None, field: str, default: date) -> date:
    """Return an ISO day; raise ``InputRefused`` naming the field."""
    if text is None:
        return default
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputRefused(f"{field}: {text!r} is no day such as 2026-11-22") from error


def read_days(first: str | None, last: str | None, defaults: tuple[date, date]) -> DayRange:
    """Return the days from ``--from`` to ``--to``; raise ``InputRefused`` for a range that runs backwards."""
    begin, end = read_day(first, "--from", defaults[0]), read_day(last, "--to", defaults[1])
    if end < begin:
        raise InputRefused(f"--to: {end} lies before --from {begin}")
    return DayRange(begin, end)


def _now() -> Callable[[], Moment]:
    return moments_of(SystemClock())


def _list(arguments: argparse.Namespace) -> Answer:
    days = read_days(arguments.first, arguments.last, (DAY_FIRST, DAY_LAST))
    with opened_journal(arguments, _now()) as journal:
        check_ins = journal.recall_check_ins(days)
        stories = journal.recall_stories(days)
        counts = journal.recall_counts()
    lines = [(kept.record.moment.local.isoformat(" ", "minutes"), _entry_line(kept)) for kept in check_ins]
    lines += [
        (story.session.started.local.isoformat(" ", "minutes"), _session_line(story)) for story in stories
    ]
    return Answer(
        {
            "check_ins": [_check_in_row(kept) for kept in check_ins],
            "sessions": [_session_row(story) for story in stories],
            "counts": _counts(counts),
        },
        columns(sorted(lines, reverse=True)) or ("Nothing logged yet.",),
    )


def _add(arguments: argparse.Namespace) -> Answer:
    from acupress_desktop.domain.row_ids import RowIds

    now = _now()
    ids = RowIds(now, os.urandom)
    given = {scale: _rating(scale, getattr(arguments, scale)) for scale in SCALES}
    if given["pain"] is None and arguments.region is not None:
        raise InputRefused("--region: says where it hurts, so it needs --pain")
    if all(value is None for value in given.values()) and not arguments.note and not arguments.tag:
        raise InputRefused("nothing to add: give at least one number, a tag or a note")
    if len(arguments.note) > NOTE_CHARACTERS_MAX:
        raise InputRefused(f"--note: is longer than {NOTE_CHARACTERS_MAX} characters")
    pain = given["pain"]
    pains: tuple[PainReport, ...] = ()
    if pain is not None:
        pains = (PainReport(ids.next(), _region(arguments.region), PainSide(arguments.side), pain),)
    record = CheckInRecord(
        id=ids.next(),
        moment=_moment(arguments.when, now()),
        pains=pains,
        pain_day_average=given["average"],
        sleep=given["sleep"],
        mood=given["mood"],
        stress=given["stress"],
        energy=given["energy"],
        activity=given["activity"],
        tags=tuple(ContextTag(tag) for tag in dict.fromkeys(arguments.tag)),
        note=arguments.note,
    )
    with opened_journal(arguments, now) as journal:
        journal.remember_check_in(record)
        kept = journal.recall_check_in(record.id)
    row = {} if kept is None else _check_in_row(kept)
    return Answer({"added": row}, (f"Saved {record.moment.local.isoformat(' ', 'minutes')}.",))


def _export(arguments: argparse.Namespace) -> Answer:
    from acupress_desktop.exchange.csv_file import write_csv
    from acupress_desktop.exchange.json_file import write_json

    write = write_json if arguments.format == "json" else write_csv
    with opened_journal(arguments, _now()) as journal:
        rows = write(arguments.out, journal.recall_person(), journal.recall_archive())
    return Answer(
        {"file": str(arguments.out), "format": arguments.format, "rows": rows},
        (f"{rows} rows written to {arguments.out}.",),
    )


def _import(arguments: argparse.Namespace) -> Answer:
    from acupress_desktop.exchange.csv_file import read_csv
    from acupress_desktop.exchange.json_file import read_json

    file: Path = arguments.file
    if not file.is_file():
        raise InputRefused(f"{file}: is no file")
    with file.open("rb") as stream:
        is_zip = stream.read(4) == b"PK\x03\x04"
    archive = read_csv(file) if is_zip or file.suffix == ".zip" else read_json(file)
    with opened_journal(arguments, _now()) as journal:
        counts = journal.remember_archive(archive)
    return Answer(
        {
            "file": str(file),
            "added": counts.added,
            "updated": counts.updated,
            "unchanged": counts.unchanged,
        },
        (f"{counts.added} added, {counts.updated} updated, {counts.unchanged} unchanged.",),
    )


def _check(arguments: argparse.Namespace) -> Answer:
    from acupress_desktop.domain.troubles import DamagedJournal, KnownTrouble
    from acupress_desktop.words.storage import trouble_line

    damaged: DamagedJournal | None = None
    counts: JournalCounts | None = None
    try:
        with opened_journal(arguments, _now()) as journal:
            good = journal.standing is JournalStanding.GOOD
            if good:
                counts = journal.recall_counts()
            else:
                newest = journal.newest_good_backup()
                damaged = DamagedJournal(
                    data_folder(arguments) / "journal.sqlite3", None if newest is None else newest.path
                )
    except KnownTrouble as known:
        if not isinstance(known.trouble, DamagedJournal):
            raise
        damaged = known.trouble
    if damaged is not None:
        backup = None if damaged.backup is None else str(damaged.backup)
        return Answer(
            {"standing": "damaged", "newest_good_backup": backup},
            ("The journal is damaged.",),
            code=TROUBLE,
            trouble=trouble_line(damaged),
        )
    return Answer(
        {"standing": "good", "counts": None if counts is None else _counts(counts)}, ("The journal is good.",)
    )


def _backup(arguments: argparse.Namespace) -> Answer:
    with opened_journal(arguments, _now()) as journal:
        made = journal.remember_backup(BackupKind.ASKED)
    return Answer({"backup": _backup_row(made)}, (f"Backup made and checked: {made.path}",))


def _restore(arguments: argparse.Namespace) -> Answer:
    from acupress_desktop.storage.backup import newest_good_backup
    from acupress_desktop.storage.opening import restore_backup
    from acupress_desktop.storage.profile import Profile

    folder = data_folder(arguments)
    chosen: Path | None = arguments.file
    if chosen is None:
        newest = newest_good_backup(Profile(folder))
        if newest is None:
            raise InputRefused(f"{folder}: holds no good backup")
        chosen = newest.path
    elif not chosen.is_file():
        raise InputRefused(f"{chosen}: is no file")
    restore_backup(folder, chosen, now=_now())
    return Answer({"restored": str(chosen)}, (f"Restored from {chosen}.",))


def _rating(scale: str, text: str | None) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and int(text[:3]) <= 10 and len(text) <= 2):
        raise InputRefused(f"--{scale}: must be a whole number from 0 to 10, not {text[:40]!r}")
    return int(text)


def _region(text: str | None) -> RegionId:
    if text is None:
        raise InputRefused("--region: is needed with --pain, such as neck-posterior")
    library = the_library()
    region = RegionId(text)
    if region not in library.regions:
        raise InputRefused(f"--region: no {text[:60]!r} on the body map")
    return region


def _moment(text: str | None, now: Moment) -> Moment:
    if text is None:
        return now
    try:
        when = datetime.fromisoformat(text)
    except ValueError as error:
        raise InputRefused(f"--when: {text[:60]!r} is no time such as 2026-11-22T19:30") from error
    try:
        aware = when if when.tzinfo is not None else when.astimezone()
        moment = Moment.of(aware)
    except (OverflowError, ValueError, OSError) as error:
        raise InputRefused(f"--when: {text[:60]!r} lies outside what a clock can tell") from error
    if moment.utc.astimezone(UTC) > now.utc + FUTURE_SLACK:
        raise InputRefused(f"--when: {text} lies in the future")
    return moment


def _check_in_row(kept: KeptCheckIn) -> dict[str, object]:
    record = kept.record
    return {
        "id": record.id,
        "when": record.moment.local.isoformat(),
        "zone": record.moment.zone,
        "date": record.moment.local_date.isoformat(),
        "pains": [
            {
                "region": pain.region,
                "side": pain.side.value,
                "intensity": pain.intensity,
                "quality": pain.quality,
            }
            for pain in record.pains
        ],
        "average": record.pain_day_average,
        "mood": record.mood,
        "sleep": record.sleep,
        "stress": record.stress,
        "energy": record.energy,
        "activity": record.activity,
        "tags": [tag.value for tag in record.tags],
        "note": record.note,
        "revision": kept.revision,
    }


def _session_row(story: SessionStory) -> dict[str, object]:
    session = story.session
    return {
        "id": session.id,
        "started": session.started.local.isoformat(),
        "date": session.started.local_date.isoformat(),
        "protocol": session.protocol,
        "routine": session.routine,
        "occasion": session.occasion,
        "form": session.form.value,
        "stage": session.stage.value,
        "end": None if session.end is None else session.end.value,
        "planned_holds": session.planned_holds,
        "planned_seconds": session.planned_seconds,
        "holds": len(story.holds),
        "held_seconds": round(sum(hold.held_seconds for hold in story.holds), 3),
        "rules": list(session.rules),
        "ratings": [
            {"measure": rating.measure.value, "time": rating.time.value, "value": rating.value}
            for rating in story.ratings
        ],
        "note": session.note,
    }


def _entry_line(kept: KeptCheckIn) -> str:
    record = kept.record
    parts = [f"pain {pain.intensity} {pain.region} {pain.side.value}" for pain in record.pains]
    for name, value in (
        ("24 h", record.pain_day_average),
        ("mood", record.mood),
        ("sleep", record.sleep),
        ("stress", record.stress),
        ("energy", record.energy),
        ("activity", record.activity),
    ):
        if value is not None:
            parts.append(f"{name} {value}")
    note = " ".join(record.note.split())
    return ", ".join((*parts, *(tag.value for tag in record.tags), *((note,) if note else ())))


def _session_line(story: SessionStory) -> str:
    held = sum(hold.held_seconds for hold in story.holds)
    end = "open" if story.session.end is None else story.session.end.value
    return f"session {story.session.protocol}, {len(story.holds)} holds, {held:.0f} s held, {end}"


def _counts(counts: JournalCounts) -> dict[str, object]:
    return {
        "check_ins": counts.check_ins,
        "sessions": counts.sessions,
        "holds": counts.holds,
        "first_day": None if counts.first_day is None else counts.first_day.isoformat(),
        "last_day": None if counts.last_day is None else counts.last_day.isoformat(),
    }


def _backup_row(made: Backup) -> dict[str, object]:
    return {
        "path": str(made.path),
        "made": made.made.isoformat(),
        "kind": made.kind.value,
        "bytes": made.bytes,
    }
