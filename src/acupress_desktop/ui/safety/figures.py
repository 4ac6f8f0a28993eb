"""What the safety screen needs of the two figures; ``ui.safety.body_figures`` draws them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from acupress_desktop.presenters.safety_view import RegionBody


class RegionFigures(QWidget):
    """Front and back of the body.

    ``tapped`` carries a ``RegionSelection``; ``turned`` asks for the mirror.
    """

    tapped = Signal(object)
    turned = Signal()

    def show_places(self, body: RegionBody) -> None:
        """Show which places are marked, and how the figures are turned."""
        raise NotImplementedError
