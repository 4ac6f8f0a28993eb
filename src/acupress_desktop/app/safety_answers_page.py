"""The page of what the safety check remembers."""

from __future__ import annotations

from acupress_desktop.app.desk import Desk
from acupress_desktop.presenters.destinations import ToSettings
from acupress_desktop.presenters.safety_answers import SafetyAnswersPresenter
from acupress_desktop.presenters.safety_answers_open import SafetyAnswersContent
from acupress_desktop.ui.safety_answers.screen import SafetyAnswersScreen
from acupress_desktop.ui.shell.window import Mast, Page


def safety_answers_page(desk: Desk) -> Page:
    """Return the page at one desk."""
    ground, safety = desk.ground, desk.bundle.shelf.safety
    content = SafetyAnswersContent(
        safety.catalogue,
        safety.words.with_number(ground.chosen().emergency_number),
        desk.bundle.shelf.regions,
        safety.watch,
    )
    presenter = SafetyAnswersPresenter(desk.journal, ground.settings, content, ground.now)
    screen = SafetyAnswersScreen(presenter, ground.theme, desk.body)
    return Page(screen, screen.leave, Mast.COMMON, ToSettings)
