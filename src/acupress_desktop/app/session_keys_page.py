"""The page of the keys in a session."""

from __future__ import annotations

from acupress_desktop.app.desk import Desk
from acupress_desktop.presenters.destinations import ToSettings
from acupress_desktop.presenters.session_keys import SessionKeysPresenter
from acupress_desktop.ui.session_keys.screen import SessionKeysScreen
from acupress_desktop.ui.shell.window import Mast, Page


def session_keys_page(desk: Desk) -> Page:
    """Return the page at one desk."""
    screen = SessionKeysScreen(SessionKeysPresenter(desk.ground.settings), desk.ground.theme)
    return Page(screen, screen.leave, Mast.COMMON, ToSettings)
