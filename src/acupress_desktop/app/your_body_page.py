"""The page about the person's own body, with the bodies that it asks about and draws."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from acupress_desktop.app.desk import Desk
from acupress_desktop.domain.screen_scale import screen_id
from acupress_desktop.domain.settings import Settings
from acupress_desktop.presenters.destinations import ToYourBody
from acupress_desktop.presenters.ruler import RulerPresenter
from acupress_desktop.presenters.your_body import YourBodyPorts, YourBodyPresenter
from acupress_desktop.ui.bridge.background import Outcome
from acupress_desktop.ui.shell.window import Mast, Page, Window
from acupress_desktop.ui.your_body.ruler_dialog import RulerPresenting
from acupress_desktop.ui.your_body.screen import YourBodyScreen

if TYPE_CHECKING:
    from acupress_desktop.app.own_drawing import OwnDrawing

DRAWING = "acupress_desktop.app.own_drawing"
"""Brings numpy; it is imported in the background."""


def your_body_page(desk: Desk) -> Page | None:
    """Return the page; ``None`` while the body model is being fetched, after which the window comes back."""
    bundle = desk.bundle
    drawing = bundle.studio.drawing
    if drawing is None:
        _fetch(desk)
        return None

    def changed(_settings: Settings) -> None:
        desk.ground.rewear()
        bundle.studio.settings_changed()

    presenter = YourBodyPresenter(
        YourBodyPorts(
            settings=desk.ground.settings,
            bodies=drawing,
            year=lambda: desk.ground.now().local_date.year,
            album=lambda: bundle.studio.standing,
            changed=changed,
        )
    )

    def open_ruler(widget: QWidget) -> RulerPresenting:
        return RulerPresenter(desk.ground.settings, _screen_of(widget), presenter.keep_width)

    screen = YourBodyScreen(
        presenter, desk.ground.theme, drawing.draw, desk.ground.runner, open_ruler, desk.ground.ask
    )
    return Page(screen, screen.leave, Mast.COMMON, ToYourBody)


def _fetch(desk: Desk) -> None:
    """Read the body model beside the window, and come back."""

    def work(_job: object) -> object:
        drawing: type[OwnDrawing] = import_module(DRAWING).OwnDrawing
        return drawing.read(desk.bundle.assets)

    def come_back(outcome: Outcome) -> None:
        if outcome.failure is not None:
            raise outcome.failure
        window = desk.doors.window
        if outcome.cancelled or not isinstance(window, Window):
            return
        desk.bundle.studio.drawing = cast("OwnDrawing", outcome.result)
        window.go(ToYourBody())

    desk.ground.runner.run(work, come_back)


def _screen_of(widget: QWidget) -> str:
    screen = widget.screen()
    size = screen.size()
    return screen_id(screen.name(), size.width(), size.height(), screen.devicePixelRatio())
