"""What the page of sets needs of the body beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from acupress_desktop.presenters.complaints import ComplaintsView


class AreaFigures(QWidget):
    """Front and back of the body; ``tapped`` carries the ``RegionId`` of a place."""

    tapped = Signal(object)

    def show_view(self, view: ComplaintsView) -> None:
        """Show which place is chosen, and how the figures are turned."""
        raise NotImplementedError
