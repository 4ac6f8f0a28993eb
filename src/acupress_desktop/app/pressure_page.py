"""The exercise with a kitchen scale."""

from __future__ import annotations

from acupress_desktop.app.desk import Desk
from acupress_desktop.presenters.pressure import PressurePorts, PressurePresenter
from acupress_desktop.presenters.pressure_gate import known_limits
from acupress_desktop.ui.pressure.screen import PressureScreen
from acupress_desktop.ui.shell.window import Mast, Page


def pressure_page(desk: Desk) -> Page:
    """Return the page; what earlier answers forbid is read anew each time."""
    ground, shelf = desk.ground, desk.bundle.shelf
    known = known_limits(
        shelf.safety.catalogue, shelf.regions, ground.chosen(), desk.journal.recall_answers(), ground.now
    )
    source = shelf.pressure_source
    presenter = PressurePresenter(PressurePorts(desk.journal, known, source, ground.now, ground.ids.next))
    screen = PressureScreen(presenter, ground.theme)
    return Page(screen, screen.leave, Mast.OWN)
