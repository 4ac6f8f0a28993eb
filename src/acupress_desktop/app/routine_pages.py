"""The pages of a person's own routines at one desk: the editor, and the list for another page."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QPixmap

from acupress_desktop.app.desk import Desk
from acupress_desktop.app.routine_how_to import every_how_to
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.routine_sets import complaints_for_routines
from acupress_desktop.domain.routines import Routine
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.exchange.plan_file import ENDING, PlanReading, read_plan, write_plan
from acupress_desktop.presenters.atlas_content import AtlasContent
from acupress_desktop.presenters.destinations import ToPractice, ToRoutine
from acupress_desktop.presenters.routine import RoutinePresenter
from acupress_desktop.presenters.routine_editing import EditorTools
from acupress_desktop.presenters.routine_giving import PageEnd, RoutineFiles
from acupress_desktop.presenters.routine_list import RoutineListPresenter
from acupress_desktop.presenters.routine_texts import RoutineBook
from acupress_desktop.presenters.routine_view import PrintedRoutineView
from acupress_desktop.ui.routines.list_part import RoutineListPart
from acupress_desktop.ui.routines.paper import save_routine, usual_paper
from acupress_desktop.ui.routines.screen import RoutineScreen
from acupress_desktop.ui.session.scenes import SitePictures
from acupress_desktop.ui.shell.window import Mast, Page
from acupress_desktop.ui.widgets.ask_file import AskFile, SystemAskFile
from acupress_desktop.words.routines import file_notice


def files_of(desk: Desk) -> RoutineFiles:
    """Return what reads and writes the files in which routines are given on."""
    shelf, ground = desk.bundle.shelf, desk.ground

    def read(path: Path) -> Routine:
        complaints = frozenset(complaints_for_routines(shelf.protocols))
        return read_plan(path, PlanReading(shelf.atlas, complaints, ground.ids.next, ground.now()))

    def write(path: Path, routine: Routine) -> None:
        write_plan(path, routine, file_notice())

    return RoutineFiles(write, read, ENDING)


class RoutinePapers:
    """Writes a routine to a page and shows it in the system's viewer."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def thumb(self, point: PointCode, side: SiteSide) -> QPixmap | None:
        """Return the small picture of a site."""
        return self._pictures.thumb(point, side)

    @cached_property
    def _pictures(self) -> SitePictures:
        ground = self._desk.ground
        seen = ground.chosen().body_view
        return SitePictures(self._desk.album, every_how_to(self._desk), seen, ground.theme)

    def save(self, view: PrintedRoutineView, path: Path) -> PageEnd:
        """Write the page, then open it."""
        try:
            save_routine(view, self.thumb, usual_paper(), path)
        except OSError:
            return PageEnd.NOT_WRITTEN
        shown = QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        return PageEnd.SHOWN if shown else PageEnd.WRITTEN


def _ask(desk: Desk) -> AskFile:
    return desk.ground.ask or SystemAskFile()


def _book(desk: Desk) -> RoutineBook:
    shelf = desk.bundle.shelf
    return RoutineBook(shelf.atlas, shelf.protocols, lambda: every_how_to(desk))


def routine_list_part(desk: Desk) -> RoutineListPart:
    """Return the list of routines for a page to take in."""
    presenter = RoutineListPresenter(
        desk.journal,
        _book(desk),
        files_of(desk),
        desk.ground.now,
        desk.ground.ids.next,
    )
    return RoutineListPart(presenter, desk.ground.theme, RoutinePapers(desk).save, _ask(desk))


def routine_page(desk: Desk, content: AtlasContent, where: ToRoutine) -> Page:
    """Return the editor of a routine, or of a new one."""
    ground = desk.ground
    tools = EditorTools(
        _book(desk),
        content.search,
        files_of(desk),
        ground.now,
        ground.ids.next,
    )
    presenter = RoutinePresenter(desk.journal, tools, where.routine)
    if where.point is not None:
        presenter.add_point(where.point)
    papers = RoutinePapers(desk)
    screen = RoutineScreen(presenter, ground.theme, papers.thumb, papers.save, _ask(desk))
    return Page(screen, screen.leave, Mast.COMMON, ToPractice)
