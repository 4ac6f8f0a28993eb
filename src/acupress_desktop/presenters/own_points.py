"""Spots that a person marks on the body themselves: keep, list, take away, undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from acupress_desktop.domain.ids import RegionId, RowId
from acupress_desktop.domain.point_practice import NAME_CHARACTERS_MAX, MeshPlace, OwnPoint
from acupress_desktop.domain.ports import PointPracticePort
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.presenters.pieces import ActView
from acupress_desktop.words import body, storage
from acupress_desktop.words import own_points as words


@dataclass(frozen=True, slots=True)
class TouchedPlace:
    """A place on the skin that was touched, before it has a name."""

    place: MeshPlace
    region: RegionId
    side: SiteSide


@dataclass(frozen=True, slots=True)
class OwnPointRow:
    """One spot in the list."""

    id: RowId
    name: str
    where: str
    note: str
    spoken: str
    show: ActView
    take_away: ActView


@dataclass(frozen=True, slots=True)
class OwnPointsView:
    """The list; ``said`` tells what was done, ``undo`` is there after a spot was taken away."""

    title: str
    lead: str
    rows: tuple[OwnPointRow, ...]
    empty: str
    said: str
    undo: ActView | None
    trouble: str
    close: str


@dataclass(frozen=True, slots=True)
class NewOwnPointView:
    """The question for a name."""

    title: str
    where: str
    name: str
    name_hint: str
    name_characters: int
    note: str
    keep: str
    cancel: str


class OwnPointsPresenter:
    """Keeps each spot when it is named; what was taken away comes back with one press."""

    def __init__(self, practice: PointPracticePort, regions: RegionMap, next_id: Callable[[], RowId]) -> None:
        self._practice = practice
        self._regions = regions
        self._next_id = next_id
        self._said = ""
        self._trouble = ""
        self._gone: RowId | None = None

    def points(self) -> tuple[OwnPoint, ...]:
        """Return every spot, oldest first."""
        return self._practice.recall_own_points()

    def present(self) -> OwnPointsView:
        """Show the list."""
        rows = tuple(self._row(each) for each in self.points())
        return OwnPointsView(
            words.title(),
            words.what_they_are(),
            rows,
            "" if rows else words.none_yet(),
            self._said,
            None if self._gone is None else ActView(words.undo()),
            self._trouble,
            words.close(),
        )

    def where(self, region: RegionId, side: SiteSide) -> str:
        """Name a place of the body, such as "Upper back, left"."""
        return words.site(body.region(self._regions.title(region)), side)

    def ask(self, touched: TouchedPlace) -> NewOwnPointView:
        """Ask for the name of a place."""
        return NewOwnPointView(
            words.new_title(),
            self.where(touched.region, touched.side),
            words.name(),
            words.name_hint(),
            NAME_CHARACTERS_MAX,
            words.note(),
            words.keep(),
            words.cancel(),
        )

    def keep(self, touched: TouchedPlace, name: str, note: str) -> str:
        """Write a spot to the journal; return why not, or nothing."""
        tidy = " ".join(name.split())
        if not tidy:
            return words.name_missing()
        record = OwnPoint(self._next_id(), tidy, note.strip(), touched.side, touched.region, touched.place)
        return self._written(lambda: self._practice.remember_own_point(record), words.kept(tidy))

    def take_away(self, spot: RowId) -> OwnPointsView:
        """Take a spot out of the list."""
        name = next((each.name for each in self.points() if each.id == spot), "")
        failed = self._written(
            lambda: self._practice.remember_own_point_deleted(spot), words.taken_away(name)
        )
        self._gone = None if failed else spot
        return self.present()

    def undo(self) -> OwnPointsView:
        """Bring back what was taken away last."""
        gone = self._gone
        if gone is not None and not self._written(
            lambda: self._practice.remember_own_point_restored(gone), ""
        ):
            self._gone = None
        return self.present()

    def _written(self, write: Callable[[], object], said: str) -> str:
        self._said = self._trouble = ""
        try:
            write()
        except KnownTrouble as known:
            self._trouble = storage.trouble_line(known.trouble)
            return self._trouble
        self._said = said
        return ""

    def _row(self, each: OwnPoint) -> OwnPointRow:
        return OwnPointRow(
            each.id,
            each.name,
            self.where(each.region, each.side),
            each.note,
            words.own(each.name),
            ActView(words.show()),
            ActView(words.take_away()),
        )
