"""Who names which point as one to leave out in a pregnancy. For reading: the safety screen has its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from acupress_desktop.domain.ids import PointCode


class ListKind(Enum):
    """Who wrote a list, the weightiest first."""

    GUIDELINE = "guideline"
    TEXTBOOK = "textbook"
    COURSE = "course"
    CLINIC = "clinic"
    APP = "app"
    PAGE = "page"


class ListAbout(Enum):
    """What a list speaks of."""

    NEEDLES = "needles"
    PRESSING = "pressing"
    BOTH = "both"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PregnancyList:
    """One list. ``points`` are named one by one, ``part`` lie in what it leaves out as a whole."""

    id: str
    kind: ListKind
    about: ListAbout
    what: str
    points: frozenset[PointCode]
    part_words: str = ""
    part: frozenset[PointCode] = frozenset()

    @property
    def is_official(self) -> bool:
        """Whether a public body stands behind it."""
        return self.kind is ListKind.GUIDELINE


class PregnancyLists:
    """All lists that were read."""

    def __init__(self, lists: Iterable[PregnancyList], checked: date) -> None:
        self.lists = tuple(lists)
        self.checked = checked

    def naming(self, point: PointCode) -> tuple[PregnancyList, ...]:
        """Return the lists that name a point."""
        return tuple(each for each in self.lists if point in each.points)

    def leaving_out_its_part(self, point: PointCode) -> tuple[PregnancyList, ...]:
        """Return the lists that leave out the part of the body in which a point lies, or its line."""
        return tuple(each for each in self.lists if point in each.part)
