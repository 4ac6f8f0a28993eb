"""The small body of the check-in, with the chosen places tinted."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from acupress_desktop.domain.settings import BodyView
from acupress_desktop.presenters.check_in import SoreView
from acupress_desktop.ui.body_map.scene import RegionTint, TintLook
from acupress_desktop.ui.flow.body_pair import BodyPair, PairWords, Pictures
from acupress_desktop.ui.theme.live import LiveTheme

_WIDTH_PX = 264
_HEIGHT_PX = 256


class SorePicture(QWidget):
    """``SorePicture(theme, pictures, turned)``: decoration; the chips beside it say and do the same."""

    def __init__(
        self, theme: LiveTheme, pictures: Pictures, turned: BodyView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._turned = turned
        self._pair = BodyPair(theme, pictures)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pair)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(_WIDTH_PX, _HEIGHT_PX)

    def show_places(self, view: SoreView) -> None:
        """Tint the chosen places."""
        words = PairWords(view.front, view.back, view.left, view.right, view.spoken)
        tints = tuple(RegionTint(place, TintLook.SORE, 0.8) for place in view.tinted)
        self._pair.show_pair(words, tints, self._turned)
