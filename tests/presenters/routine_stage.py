"""The presenters of routines on a real journal, with the real points and sets."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.how_to_files import read_how_to
from acupress_desktop.domain.how_to import HowTo
from acupress_desktop.domain.ids import PointCode, RowId
from acupress_desktop.domain.point_search import PointSearch
from acupress_desktop.domain.routine_sets import complaints_for_routines
from acupress_desktop.domain.routines import Routine
from acupress_desktop.exchange.plan_file import ENDING, PlanReading, read_plan, write_plan
from acupress_desktop.presenters.routine import RoutinePresenter
from acupress_desktop.presenters.routine_editing import EditorTools
from acupress_desktop.presenters.routine_giving import RoutineFiles
from acupress_desktop.presenters.routine_list import RoutineListPresenter
from acupress_desktop.presenters.routine_texts import RoutineBook
from acupress_desktop.storage.journal import Journal
from tests.domain.safety.world import atlas, protocols
from tests.storage.journals import Bench


@cache
def every_how_to() -> dict[PointCode, HowTo]:
    return read_how_to(asset_root(), atlas())


@cache
def search() -> PointSearch:
    return PointSearch(atlas())


class RoutineStage:
    """A journal, and presenters at it."""

    def __init__(self, folder: Path) -> None:
        self.bench = Bench(folder)
        self.journal: Journal = self.bench.open()
        self.book = RoutineBook(atlas(), protocols(), every_how_to)
        complaints = frozenset(complaints_for_routines(protocols()))

        def read(path: Path) -> Routine:
            return read_plan(path, PlanReading(atlas(), complaints, self.bench.key, self.bench.now()))

        def write(path: Path, routine: Routine) -> None:
            write_plan(path, routine, "notice")

        self.files = RoutineFiles(write, read, ENDING)
        self.tools = EditorTools(self.book, search(), self.files, self.bench.now, self.bench.key)

    def editor(self, routine: RowId | None = None) -> RoutinePresenter:
        return RoutinePresenter(self.journal, self.tools, routine)

    def list(self) -> RoutineListPresenter:
        return RoutineListPresenter(self.journal, self.book, self.files, self.bench.now, self.bench.key)

    def kept(self) -> tuple[Routine, ...]:
        return self.journal.recall_routines()


def staged(folder: Path) -> Iterator[RoutineStage]:
    stage = RoutineStage(folder)
    yield stage
    stage.journal.close()
