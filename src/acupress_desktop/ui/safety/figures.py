"""The two figures beside the list of places."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.presenters.safety_view import RegionBody
from acupress_desktop.ui.body_map.scene import RegionTint, TintLook
from acupress_desktop.ui.flow.body_pair import BodyPair, PairWords, Pictures
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8, SPACE_16, SPACE_24
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind


class RegionFigures(QWidget):
    """``RegionFigures(theme, pictures)``: front and back of the body.

    ``tapped`` carries a ``RegionSelection``; ``turned`` asks for the mirror.
    """

    tapped = Signal(object)
    turned = Signal()

    def __init__(self, theme: LiveTheme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pair = BodyPair(theme, pictures)
        self._pair.tapped.connect(self.tapped)
        self._turn = Button(theme, "", ButtonKind.QUIET)
        self._turn.clicked.connect(self.turned)
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addStretch(1)
        row.addWidget(self._turn)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_16, SPACE_24, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self._pair, 1)
        column.addLayout(row)

    def show_places(self, body: RegionBody) -> None:
        """Show which places are marked, and how the figures are turned."""
        words = PairWords(body.front, body.back, body.your_left, body.your_right, body.spoken)
        tints = tuple(RegionTint(place, TintLook.BLOCKED) for place in body.marked)
        self._pair.show_pair(words, tints, body.turned)
        self._turn.show_words(body.turn)
