"""The page of what trials found."""

from __future__ import annotations

from acupress_desktop.app.desk import Desk
from acupress_desktop.presenters.destinations import ToEvidence, ToReader
from acupress_desktop.presenters.evidence import EvidencePresenter
from acupress_desktop.presenters.evidence_cards import EvidenceContent
from acupress_desktop.ui.evidence.screen import EvidenceScreen
from acupress_desktop.ui.shell.window import Mast, Page


def evidence_page(desk: Desk, where: ToEvidence) -> Page:
    """Return the evidence on all sets, on one, or on a point."""
    shelf = desk.bundle.shelf
    content = EvidenceContent(shelf.evidence, shelf.protocols, shelf.atlas)
    screen = EvidenceScreen(EvidencePresenter(content, where), desk.ground.theme)
    return Page(screen, screen.leave, Mast.COMMON, ToReader)
