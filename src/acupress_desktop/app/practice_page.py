"""The practice page at one desk: the plan and its weeks, goals, occasions, and the person's own routines."""

from __future__ import annotations

from acupress_desktop.app.desk import Desk
from acupress_desktop.app.routine_pages import routine_list_part
from acupress_desktop.app.routine_sets import routine_set
from acupress_desktop.domain.ids import ComplaintId, RegionId
from acupress_desktop.domain.protocols import Protocol
from acupress_desktop.domain.routines import Routine
from acupress_desktop.presenters.destinations import ToPractice
from acupress_desktop.presenters.occasions import OccasionBook, OccasionsView, occasions_view
from acupress_desktop.presenters.outlines import history_of
from acupress_desktop.presenters.practice import PracticePorts, PracticePresenter
from acupress_desktop.presenters.practice_book import PracticeContent
from acupress_desktop.presenters.sample import JournalKind
from acupress_desktop.presenters.used_set import UsedSet, used_set
from acupress_desktop.storage.glance import read_glance
from acupress_desktop.ui.practice.screen import PracticeScreen
from acupress_desktop.ui.shell.window import Mast, Page


def practice_page(desk: Desk) -> Page:
    """Return the page."""
    ground, shelf = desk.ground, desk.bundle.shelf
    sample = desk.kind is JournalKind.SAMPLE
    profile = ground.profile.sample if sample else ground.profile

    def regions_of(complaint: ComplaintId) -> tuple[RegionId, ...]:
        return shelf.safety.catalogue.complaint(complaint).regions

    def used() -> UsedSet | None:
        now = ground.now()
        glance = read_glance(profile.glance, now.local_date)
        return used_set(desk.journal, glance, shelf.protocols, now)

    def set_of(routine: Routine) -> Protocol | None:
        return routine_set(desk, routine.id)

    book = OccasionBook(shelf.occasions, shelf.protocols, shelf.atlas, shelf.regions, regions_of)

    def occasions(mine: UsedSet | None) -> OccasionsView:
        now = ground.now()
        past = history_of(desk.journal.recall_protocol_starts(), now)
        return occasions_view(book, mine, ground.chosen(), past, now)

    content = PracticeContent(shelf.protocols, shelf.atlas, shelf.evidence.findings, shelf.occasions, set_of)
    presenter = PracticePresenter(
        PracticePorts(desk.journal, content, ground.chosen, used, occasions, ground.now, ground.ids.next)
    )
    screen = PracticeScreen(presenter, ground.theme)
    routines = routine_list_part(desk)
    routines.leave.connect(screen.leave)
    routines.changed.connect(lambda: screen.show_view(presenter.present()))
    screen.show_routines(routines)
    return Page(screen, screen.leave, Mast.COMMON, ToPractice)
