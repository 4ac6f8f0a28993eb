"""The middle of the atlas: the chosen point near by, the way to it, and what can be done with the picture."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.domain.body_album import BodyAlbum
from acupress_desktop.presenters.atlas_view import AtlasView
from acupress_desktop.ui.atlas.scenes import near_scene
from acupress_desktop.ui.body_map.body_layer import PictureShelf
from acupress_desktop.ui.body_map.map_widget import BodyMap
from acupress_desktop.ui.body_map.scenes import SideWords
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8, SPACE_24
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.layouts import FlowLayout

_NEAR_MIN_PX = 320


class NearPane(QWidget):
    """``NearPane(theme, view, shelf)``; ``show_view(view, album)``."""

    other_side_asked = Signal()
    turn_asked = Signal()
    present_asked = Signal()
    site_chosen = Signal(object)

    def __init__(self, theme: LiveTheme, view: AtlasView, shelf: PictureShelf) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        self._place_name = Label(theme, "", TextRole.SMALL, Tone.INK2)
        column.addWidget(self._place_name)
        self.body_map = BodyMap(theme, shelf)
        self.body_map.setMinimumHeight(_NEAR_MIN_PX)
        self.body_map.point_chosen.connect(self.site_chosen)
        column.addWidget(self.body_map, 1)
        self._nothing = Label(theme, "", TextRole.BODY, Tone.INK3)
        column.addWidget(self._nothing)
        acts = QWidget()
        flow = FlowLayout(acts, SPACE_24, 0)
        self._other_side = self._act(self.other_side_asked.emit)
        self._turn = self._act(self.turn_asked.emit)
        self._present = self._act(self.present_asked.emit)
        for button in (self._other_side, self._turn, self._present):
            flow.addWidget(button)
        column.addWidget(acts)

    def show_view(self, view: AtlasView, album: BodyAlbum | None) -> None:
        """Show the chosen point near by."""
        near = view.close_up
        scene = None
        if near is not None and album is not None:
            scene = near_scene(album, near, SideWords(view.your_left, view.your_right))
        self._place_name.show_text("" if near is None else near.place)
        self.body_map.show_seen(view.turned)
        self.body_map.show_scene(scene)
        if near is not None:
            self.body_map.show_current((near.site.point, near.site.side))
        missing = near is not None and album is not None and scene is None
        self._nothing.show_text(near.nothing if near is not None else "")
        self._nothing.setVisible(missing)
        self.body_map.setVisible(not missing)
        self._other_side.setVisible(view.other_side is not None)
        self._other_side.show_words("" if view.other_side is None else view.other_side.label)
        self._turn.show_words(view.turn)
        self._present.setVisible(view.present is not None)
        self._present.show_words("" if view.present is None else view.present.label)

    def _act(self, slot: Callable[[], None]) -> Button:
        button = Button(self._theme, "", ButtonKind.QUIET)
        button.clicked.connect(slot)
        return button
