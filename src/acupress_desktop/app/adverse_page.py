"""What the watch speaks from at one desk, and the page of the log of unpleasant effects."""

from __future__ import annotations

from datetime import datetime

from acupress_desktop.app.desk import Desk
from acupress_desktop.domain.moments import Moment
from acupress_desktop.presenters.adverse_log import AdverseLogPresenter
from acupress_desktop.presenters.destinations import ToJournal
from acupress_desktop.presenters.history_detail import HistoryNames
from acupress_desktop.presenters.watching import WatchContent, Watching
from acupress_desktop.ui.adverse_log.screen import AdverseLogScreen
from acupress_desktop.ui.shell.window import Mast, Page
from acupress_desktop.words.safety import SafetyWords


def watch_content_of(desk: Desk) -> WatchContent:
    """Return the rows and names that the watch speaks from."""
    shelf = desk.bundle.shelf

    def texts() -> SafetyWords:
        return shelf.safety.words.with_number(desk.ground.chosen().emergency_number)

    return WatchContent(shelf.safety.watch, texts, shelf.regions, names_of(desk).set_title)


def watching_of(desk: Desk) -> Watching:
    """Return the watch over the open journal."""
    return Watching(desk.journal, watch_content_of(desk), desk.ground.now)


def names_of(desk: Desk) -> HistoryNames:
    """Return names for what the journal keeps by code."""
    shelf = desk.bundle.shelf
    sets = {protocol.id: protocol for protocol in shelf.protocols}
    reason = shelf.safety.words.reason
    names = desk.journal.recall_routine_name
    return HistoryNames(shelf.atlas, shelf.regions, sets, reason, names, shelf.occasions)


def adverse_page(desk: Desk) -> Page:
    """Return the log of unpleasant effects."""
    ground = desk.ground

    def local_moment(naive: datetime) -> Moment:
        return Moment.of(naive.astimezone(), ground.clock.zone())

    presenter = AdverseLogPresenter(
        desk.journal,
        watching_of(desk),
        names_of(desk),
        ground.chosen,
        ground.now,
        local_moment,
        ground.ids.next,
    )
    screen = AdverseLogScreen(presenter, ground.theme, desk.body)
    return Page(screen, screen.leave, Mast.COMMON, ToJournal)
