"""The small body of the atlas: where on the body the listed points lie."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.domain.body_album import BodyAlbum
from acupress_desktop.presenters.atlas_view import AtlasView
from acupress_desktop.ui.atlas.scenes import whole_scene
from acupress_desktop.ui.body_map.body_layer import PictureShelf
from acupress_desktop.ui.body_map.map_widget import BodyMap
from acupress_desktop.ui.body_map.scene import BodyScene, GuideLine
from acupress_desktop.ui.body_map.scenes import SideWords
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8, SPACE_12
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.choices import Option
from acupress_desktop.ui.widgets.fitting_choice import FittingChoice


class WholeBody(QWidget):
    """``WholeBody(theme, view, shelf)``; ``show_view(view, album)``.

    ``site_chosen`` carries a code with its side, ``faced`` a view.
    """

    site_chosen = Signal(object)
    faced = Signal(object)

    def __init__(self, theme: LiveTheme, view: AtlasView, shelf: PictureShelf) -> None:
        super().__init__()
        self._plain: BodyScene | None = None
        self._guides: Callable[[str], tuple[GuideLine, ...]] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        options = tuple(Option(key, words) for key, words in view.whole.facings)
        self._facing = FittingChoice(theme, view.whole.facings_name, options)
        self._facing.chosen.connect(self.faced)
        column.addWidget(self._facing)
        column.addSpacing(SPACE_12 - SPACE_8)
        self.body_map = BodyMap(theme, shelf)
        self.body_map.point_chosen.connect(self.site_chosen)
        column.addWidget(self.body_map, 1)
        self._note = Label(theme, "", TextRole.CAPTION, Tone.INK3)
        column.addWidget(self._note)

    def stop(self) -> QWidget:
        """What has the keyboard first: the point that is shown, or the choice of a view."""
        return self.body_map.button_of(self.body_map.current) or self._facing.stop()

    def show_view(self, view: AtlasView, album: BodyAlbum | None) -> None:
        """Show the points that are marked."""
        self._facing.show_key(view.whole.facing)
        self._note.show_text(view.whole.note)
        self._note.setVisible(bool(view.whole.note))
        self.body_map.show_seen(view.turned)
        if album is not None:
            words = SideWords(view.your_left, view.your_right)
            self._plain = whole_scene(album, view.whole, words)
            self.refresh_guides()
            if view.close_up is not None:
                self.body_map.show_current((view.close_up.site.point, view.close_up.site.side))

    def offer_guides(self, guides: Callable[[str], tuple[GuideLine, ...]]) -> None:
        """Draw what ``guides`` has for a picture on it."""
        self._guides = guides

    def refresh_guides(self) -> None:
        """Other lines belong on the picture now."""
        scene = self._plain
        if scene is not None and self._guides is not None:
            scene = replace(scene, guides=self._guides(scene.view))
        self.body_map.show_scene(scene)
