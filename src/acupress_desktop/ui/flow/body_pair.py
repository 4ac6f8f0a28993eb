"""Front and back of the body side by side, for tapping places."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.body_album import BodyAlbum
from acupress_desktop.domain.region_plates import RegionPlates
from acupress_desktop.domain.settings import BodyView
from acupress_desktop.ui.body_map.body_layer import PictureShelf
from acupress_desktop.ui.body_map.map_widget import BodyMap
from acupress_desktop.ui.body_map.scene import RegionPlate, RegionTint
from acupress_desktop.ui.body_map.scenes import SideWords, region_scene
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_24
from acupress_desktop.ui.theme.plain_label import eyebrow

FRONT, BACK = "front", "back"


@dataclass(frozen=True, slots=True)
class PairWords:
    """Words over and around the two figures; ``spoken`` says what is marked."""

    front: str
    back: str
    your_left: str
    your_right: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of a figure, and which region each of their pixels shows.

    ``shelf`` keeps opened pictures; share it between pages so that each is opened once.
    """

    album: BodyAlbum
    plates: RegionPlates | None
    shelf: PictureShelf = field(default_factory=PictureShelf, compare=False)

    def plate(self, view: str) -> RegionPlate | None:
        """Return what names the regions of one view, where it was baked."""
        if self.plates is None or view not in self.plates.files:
            return None
        return RegionPlate(self.plates.files[view], self.plates.legend)


class BodyPair(QWidget):
    """``show_pair`` draws both views with their tints; ``tapped`` carries the ``RegionSelection``."""

    tapped = Signal(object)

    def __init__(self, theme: LiveTheme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._maps = {view: BodyMap(theme, pictures.shelf) for view in (FRONT, BACK)}
        self._names = {view: eyebrow(theme, "") for view in (FRONT, BACK)}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_24)
        for view, body_map in self._maps.items():
            column = QVBoxLayout()
            column.setSpacing(SPACE_4)
            column.addWidget(self._names[view], 0, Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(body_map, 1)
            body_map.region_chosen.connect(self.tapped)
            row.addLayout(column, 1)

    def show_pair(self, words: PairWords, tints: tuple[RegionTint, ...], seen: BodyView) -> None:
        """Show which places are tinted, and how the figures are turned."""
        sides = SideWords(words.your_left, words.your_right)
        self.setAccessibleName(words.spoken)
        for view, body_map in self._maps.items():
            self._names[view].show_text(words.front if view == FRONT else words.back)
            plate = self._pictures.plate(view)
            shown = tints if plate is not None else ()
            body_map.show_seen(seen)
            body_map.show_scene(region_scene(self._pictures.album, view, sides, words.spoken, plate, shown))
