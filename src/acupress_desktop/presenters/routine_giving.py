"""Giving a routine on: as a file that another copy opens, and as a page to print."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from acupress_desktop.domain.routines import Routine
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.words import routines as words
from acupress_desktop.words import storage


@dataclass(frozen=True, slots=True)
class RoutineFiles:
    """Who writes and reads the files in which routines are given on; both raise ``KnownTrouble``."""

    write: Callable[[Path, Routine], None]
    read: Callable[[Path], Routine]
    ending: str


class PageEnd(Enum):
    """How a page came out."""

    SHOWN = "shown"
    WRITTEN = "written"
    """It is there, but the system showed it in no viewer."""
    NOT_WRITTEN = "not_written"


@dataclass(frozen=True, slots=True)
class Told:
    """What is said after an act: that it was done, or what is wrong."""

    said: str = ""
    problem: str = ""


def told_of_sharing(files: RoutineFiles, path: Path, routine: Routine) -> Told:
    """Write a routine to a file and say how that went."""
    try:
        files.write(path, routine)
    except KnownTrouble as trouble:
        return Told(problem=storage.trouble_line(trouble.trouble))
    return Told(words.shared(path.name))


def told_of_printing(file: str, how: PageEnd) -> Told:
    """Say how a page came out."""
    match how:
        case PageEnd.SHOWN:
            return Told(words.printed(file))
        case PageEnd.WRITTEN:
            return Told(words.cannot_open_viewer(file))
        case PageEnd.NOT_WRITTEN:
            return Told(problem=words.not_written(file))
