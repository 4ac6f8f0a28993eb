"""``acupress learn``: which points come back today, which are new, and how far one is."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from acupress_desktop.cli.answer import Answer, InputRefused, columns
from acupress_desktop.cli.library import the_library
from acupress_desktop.cli.places import data_folder, moments_of, opened_journal
from acupress_desktop.domain.learning_scope import LearningScope, ScopeKind
from acupress_desktop.session.clock import SystemClock

if TYPE_CHECKING:
    from acupress_desktop.domain.ids import PointCode
    from acupress_desktop.presenters.learning_book import LearningBook, LearningContent


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--meridian", metavar="ST", help="the points of one line, such as ST or EX-HN")
    which.add_argument("--area", metavar="ID", help="the points of one area, such as area-hand")
    which.add_argument("--favourites", action="store_true", help="the points that were marked")
    which.add_argument("--all", action="store_true", help="every point (default: those in use)")


def run(arguments: argparse.Namespace) -> Answer:
    """Say what is due; raises ``InputRefused`` for a line or an area that does not exist."""
    from acupress_desktop.domain.point_practice import hard_points
    from acupress_desktop.presenters.learning_book import LearningBook
    from acupress_desktop.storage.fsrs_schedule import FsrsScheduler

    scope = _scope(arguments)
    now = moments_of(SystemClock())
    with opened_journal(arguments, now) as journal:
        book = LearningBook(journal, FsrsScheduler(), _content(arguments), now)
        hard = hard_points(journal.recall_point_checks())
    plan, tally = book.plan(scope), book.tally(book.points(scope))
    content = {
        "scope": {"kind": scope.kind.value, "name": scope.name},
        "back": [_row(book, code) for code in plan.back],
        "new": [_row(book, code) for code in plan.new],
        "progress": {"learned": tally.learned, "seen": tally.seen, "not_yet": tally.not_yet},
        "hard": [{"code": one.point, "unsure": one.unsure, "checks": one.checks} for one in hard],
    }
    lines = (
        *columns((_label(book, code), book.content.atlas[code].english, "comes back") for code in plan.back),
        *columns((_label(book, code), book.content.atlas[code].english, "new") for code in plan.new),
        f"{tally.learned} learned, {tally.seen} seen, {tally.not_yet} not yet.",
    )
    return Answer(content, lines)


def _scope(arguments: argparse.Namespace) -> LearningScope:
    if arguments.meridian is not None:
        letters = str(arguments.meridian).upper()
        if letters not in {point.meridian.value for point in the_library().atlas}:
            raise InputRefused(f"--meridian: no {arguments.meridian!r} in the atlas")
        return LearningScope(ScopeKind.LINE, letters)
    if arguments.area is not None:
        if arguments.area not in {area.id for area in the_library().regions.areas}:
            raise InputRefused(f"--area: no {arguments.area[:60]!r} on the body map")
        return LearningScope(ScopeKind.AREA, arguments.area)
    if arguments.favourites:
        return LearningScope(ScopeKind.FAVOURITES)
    return LearningScope(ScopeKind.ALL if arguments.all else ScopeKind.IN_USE)


def _content(arguments: argparse.Namespace) -> LearningContent:
    from acupress_desktop.content.album_files import read_album
    from acupress_desktop.domain.settings import Figure
    from acupress_desktop.presenters.learning_book import LearningContent
    from acupress_desktop.storage.profile import Profile
    from acupress_desktop.storage.settings_file import SettingsFile

    library = the_library()
    chosen = SettingsFile(Profile(data_folder(arguments)).settings).recall_settings().figure
    album = read_album(library.root, "figure_m" if chosen is Figure.MALE else "figure_f")
    protocols = tuple(library.protocols.values())
    return LearningContent(library.atlas, library.regions, library.how_to, protocols, album)


def _label(book: LearningBook, code: PointCode) -> str:
    return book.content.atlas[code].label


def _row(book: LearningBook, code: PointCode) -> dict[str, object]:
    memory = book.memories.get(code)
    return {
        "code": code,
        "english": book.content.atlas[code].english,
        "stage": None if memory is None else memory.stage.value,
        "due": None if memory is None else memory.due.isoformat(),
        "last": None if memory is None else memory.last.isoformat(),
        "answers": 0 if memory is None else memory.answers,
    }
