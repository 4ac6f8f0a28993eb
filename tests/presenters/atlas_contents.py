"""The atlas content of the data files, read once, and what a person keeps about points, kept in memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path

from acupress_desktop.app.atlas_words import atlas_content_of
from acupress_desktop.content.album_files import read_album
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.shelf import Shelf, read_atlas_shelf, read_shelf
from acupress_desktop.domain.body_album import BodyAlbum
from acupress_desktop.domain.ids import PointCode, RowId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.point_practice import FavouritePoint, OwnPoint, PointCheck, PointReview
from acupress_desktop.domain.ports import JournalChange, Subject
from acupress_desktop.domain.settings import Settings
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.domain.troubles import DiskFull, KnownTrouble
from acupress_desktop.presenters.atlas import AtlasPresenter
from acupress_desktop.presenters.atlas_check import AtlasKeeping
from acupress_desktop.presenters.atlas_content import AtlasContent

NOW = Moment.of(datetime(2026, 11, 22, 19, 2, tzinfo=UTC))


@cache
def shelf() -> Shelf:
    """What sessions need."""
    return read_shelf(asset_root())


@cache
def atlas_content() -> AtlasContent:
    """Everything that the atlas speaks from."""
    return atlas_content_of(shelf(), read_atlas_shelf(asset_root(), shelf()))


@cache
def album() -> BodyAlbum:
    """The pictures of one figure."""
    return read_album(asset_root(), "figure_f")


class Drawer:
    """Settings kept in memory."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.kept = settings or Settings()

    def recall_settings(self) -> Settings:
        """Return what is kept."""
        return self.kept

    def remember_settings(self, settings: Settings) -> tuple[str, ...]:
        """Keep it."""
        self.kept = settings
        return ()


class Notebook:
    """What a person keeps about points, in memory; ``full`` refuses every write, as a full disk does."""

    def __init__(self) -> None:
        self.favourites: list[FavouritePoint] = []
        self.checks: list[PointCheck] = []
        self.commits = 0
        self.full = False

    def _commit(self, subject: Subject, rows: tuple[RowId, ...]) -> JournalChange:
        self.commits += 1
        return JournalChange((subject,), rows, ())

    def _refuse_when_full(self) -> None:
        if self.full:
            raise KnownTrouble(DiskFull(Path("journal")))

    def remember_favourite(self, record: FavouritePoint) -> JournalChange:
        """Mark a point."""
        self._refuse_when_full()
        if record.point not in [each.point for each in self.favourites]:
            self.favourites.append(record)
        return self._commit(Subject.FAVOURITES, (record.id,))

    def remember_favourite_dropped(self, point: PointCode) -> JournalChange:
        """Take the mark off."""
        self._refuse_when_full()
        self.favourites = [each for each in self.favourites if each.point != point]
        return self._commit(Subject.FAVOURITES, ())

    def recall_favourites(self) -> tuple[FavouritePoint, ...]:
        """Return the marked points."""
        return tuple(self.favourites)

    def remember_point_check(self, record: PointCheck) -> JournalChange:
        """Add an answer."""
        self._refuse_when_full()
        self.checks.append(record)
        return self._commit(Subject.POINT_CHECKS, (record.id,))

    def remember_point_check_deleted(self, check: RowId) -> JournalChange:
        """Take an answer back."""
        self._refuse_when_full()
        self.checks = [each for each in self.checks if each.id != check]
        return self._commit(Subject.POINT_CHECKS, (check,))

    def recall_point_checks(self) -> tuple[PointCheck, ...]:
        """Return every answer."""
        return tuple(self.checks)

    def remember_own_point(self, record: OwnPoint) -> JournalChange:
        """No page that is tested here adds one."""
        raise NotImplementedError

    def remember_own_point_deleted(self, own_point: RowId) -> JournalChange:
        """No page that is tested here deletes one."""
        raise NotImplementedError

    def remember_own_point_restored(self, own_point: RowId) -> JournalChange:
        """No page that is tested here restores one."""
        raise NotImplementedError

    def recall_own_points(self) -> tuple[OwnPoint, ...]:
        """Return nothing."""
        return ()

    def remember_point_review(self, record: PointReview) -> JournalChange:
        """No page that is tested here asks questions."""
        raise NotImplementedError

    def recall_point_reviews(self) -> tuple[PointReview, ...]:
        """Return nothing."""
        return ()


def keeping_in(notebook: Notebook) -> AtlasKeeping:
    """Keep in ``notebook``, a minute later each time."""
    minutes = count()

    def now() -> Moment:
        return Moment.of(NOW.utc + timedelta(minutes=next(minutes)))

    ids = (RowId(f"01890a5d-ac96-774b-bcce-{number:012x}") for number in count())
    return AtlasKeeping(notebook, now, lambda: next(ids))


def atlas_presenter(
    code: str | None = None,
    side: SiteSide | None = None,
    drawer: Drawer | None = None,
    notebook: Notebook | None = None,
    pictures: Callable[[], BodyAlbum | None] = album,
) -> AtlasPresenter:
    """The atlas at a point, or at none."""
    opened = None if code is None else (PointCode(code), side)
    keeping = keeping_in(notebook or Notebook())
    return AtlasPresenter(atlas_content(), drawer or Drawer(), pictures, keeping, opened)


def content_without_words(code: str) -> AtlasContent:
    """As if the instructions of one point were not written."""
    content = atlas_content()
    how_to = {point: how for point, how in content.how_to.items() if point != code}
    return replace(content, how_to=how_to)
