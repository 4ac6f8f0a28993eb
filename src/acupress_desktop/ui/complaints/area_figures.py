"""The body beside the list of sets: a tap shows what there is for a place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.presenters.complaints import ComplaintsView
from acupress_desktop.ui.body_map.scene import RegionTint, TintLook
from acupress_desktop.ui.flow.body_pair import BodyPair, PairWords, Pictures
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_16, SPACE_24


class AreaFigures(QWidget):
    """``AreaFigures(theme, pictures)``; ``tapped`` carries the ``RegionId`` of a place."""

    tapped = Signal(object)

    def __init__(self, theme: LiveTheme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pair = BodyPair(theme, pictures)
        self._pair.tapped.connect(self._tapped)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_16, SPACE_24, SPACE_16)
        column.addWidget(self._pair, 1)

    def show_view(self, view: ComplaintsView) -> None:
        """Show which place is chosen, and how the figures are turned."""
        words = PairWords(view.front, view.back_name, view.your_left, view.your_right, view.spoken)
        tints = tuple(RegionTint(place, TintLook.CHOSEN) for place in view.tinted)
        self._pair.show_pair(words, tints, view.turned)

    def _tapped(self, place: object) -> None:
        if isinstance(place, RegionSelection):
            self.tapped.emit(place.region)
