"""The small body of the check-in, with the chosen places tinted."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from acupress_desktop.domain.settings import BodyView
from acupress_desktop.presenters.check_in_view import Facing, SoreView
from acupress_desktop.ui.body_map.map_widget import BodyMap
from acupress_desktop.ui.body_map.scene import BodyScene, RegionTint, TintLook, Window
from acupress_desktop.ui.body_map.scenes import SideWords, region_scene
from acupress_desktop.ui.flow.body_pair import Pictures
from acupress_desktop.ui.theme.live import LiveTheme

_WIDTH_PX = 232
_HEIGHT_PX = 208
_UPPER_SHARE = 0.42


class SorePicture(QWidget):
    """``SorePicture(theme, pictures, turned)``: decoration; the chips beside it say and do the same."""

    def __init__(
        self, theme: LiveTheme, pictures: Pictures, turned: BodyView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._map = BodyMap(theme, pictures.shelf)
        self._map.show_seen(turned)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._map)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(_WIDTH_PX, _HEIGHT_PX)

    def show_places(self, view: SoreView) -> None:
        """Tint the chosen places on the view that shows them."""
        facing = "back" if view.facing is Facing.BACK else "front"
        plate = self._pictures.plate(facing)
        tints = tuple(RegionTint(place, TintLook.SORE, 0.8) for place in view.tinted if plate)
        scene = region_scene(
            self._pictures.album, facing, SideWords(view.left, view.right), view.spoken, plate, tints
        )
        self._map.show_scene(_upper(scene) if view.upper_half else scene)


def _upper(scene: BodyScene) -> BodyScene:
    width, height = scene.size_px
    return replace(scene, window=Window(0.0, 0.0, float(width), height * _UPPER_SHARE))
