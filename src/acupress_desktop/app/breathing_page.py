"""The page about breathing patterns."""

from __future__ import annotations

from acupress_desktop.app.desk import Desk
from acupress_desktop.domain.allowance import PastSession
from acupress_desktop.presenters.breathing import BreathingPorts, BreathingPresenter
from acupress_desktop.presenters.destinations import ToBreathing
from acupress_desktop.presenters.outlines import history_of
from acupress_desktop.ui.breathing.screen import BreathingScreen
from acupress_desktop.ui.shell.window import Mast, Page


def breathing_page(desk: Desk) -> Page:
    """Return the page at one desk; what is chosen on it holds for the next session."""
    ground = desk.ground

    def history() -> tuple[PastSession, ...]:
        return history_of(desk.journal.recall_protocol_starts(), ground.now())

    ports = BreathingPorts(desk.journal, ground.settings, history, ground.now, ground.ids.next)
    screen = BreathingScreen(BreathingPresenter(ports), ground.theme, lambda: ground.clock.instant().at)
    return Page(screen, screen.leave, Mast.COMMON, ToBreathing)
