"""The questions after a session show how each point was told to feel, and never mix up its sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.how_to_files import read_how_to
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.journal import Comfort, SessionEnd
from acupress_desktop.domain.row_ids import RowIds
from acupress_desktop.domain.settings import Settings
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.after_session import AfterSessionPresenter
from acupress_desktop.presenters.session_place import SessionBook
from acupress_desktop.storage.journal import Journal
from tests.storage.journals import Bench

ROOT = asset_root()
ATLAS = read_atlas(ROOT)
BOOK = SessionBook("Calm set", ATLAS, read_how_to(ROOT, ATLAS))
GB21 = PointCode("GB21")


class Visit:
    """A session of two sides, told as ``left`` and ``right``, and the page after it."""

    def __init__(self, journal: Journal, bench: Bench, left: Comfort | None, right: Comfort | None) -> None:
        self.journal = journal
        session = bench.session()
        self.session = session.id
        journal.remember_session_opened(session)
        for order, (side, comfort) in enumerate(((SiteSide.LEFT, left), (SiteSide.RIGHT, right)), start=1):
            journal.remember_hold(replace(bench.hold(session.id, order), side=side, comfort=comfort))
        journal.remember_session_closed(session.id, end=SessionEnd.COMPLETED, ended=bench.now())
        story = journal.recall_story(session.id)
        assert story is not None
        ids = RowIds(bench.now, bench.chance.randbytes)
        self.page = AfterSessionPresenter(journal, story, BOOK, ids, bench.now, Settings)

    @property
    def shown(self) -> Comfort | None:
        (point,) = self.page.view().points
        return point.comfort

    @property
    def kept(self) -> list[Comfort | None]:
        story = self.journal.recall_story(self.session)
        assert story is not None
        told = {hold.side: hold.comfort for hold in story.holds}
        return [told[SiteSide.LEFT], told[SiteSide.RIGHT]]


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path / "data")


@pytest.fixture
def journal(bench: Bench) -> Iterator[Journal]:
    opened = bench.open()
    opened.verify()
    yield opened
    opened.close()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        (Comfort.TOO_MUCH, Comfort.FINE, Comfort.TOO_MUCH),
        (Comfort.FINE, Comfort.TOO_MUCH, Comfort.TOO_MUCH),
        (Comfort.SKIPPED, Comfort.FINE, Comfort.FINE),
        (None, Comfort.FINE, Comfort.FINE),
        (None, None, None),
    ],
)
def test_of_two_sides_the_less_well_borne_one_is_shown_and_both_stay_as_told(
    journal: Journal, bench: Bench, left: Comfort | None, right: Comfort | None, shown: Comfort | None
) -> None:
    visit = Visit(journal, bench, left, right)
    assert visit.shown is shown
    visit.page.save()
    assert visit.kept == [left, right]


def test_what_is_changed_on_the_page_counts_for_both_sides(journal: Journal, bench: Bench) -> None:
    visit = Visit(journal, bench, Comfort.TOO_MUCH, None)
    visit.page.feel(GB21, Comfort.FINE)
    visit.page.save()
    assert visit.kept == [Comfort.FINE, Comfort.FINE]
