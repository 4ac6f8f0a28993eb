"""The middle of the atlas: the chosen point near by, the way to it, and what can be done with the picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from acupress_desktop.domain.body_album import BodyAlbum
from acupress_desktop.presenters.atlas_view import AtlasView
from acupress_desktop.presenters.pieces import ActView
from acupress_desktop.ui.atlas.scenes import near_scene, says_place, whole_scene
from acupress_desktop.ui.atlas.tour import TourBar
from acupress_desktop.ui.body_map.body_layer import PictureShelf
from acupress_desktop.ui.body_map.map_widget import BodyMap
from acupress_desktop.ui.body_map.scene import BodyScene, Callout, GuideLine
from acupress_desktop.ui.body_map.scenes import SideWords
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8, SPACE_24
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.choices import Option, Segmented
from acupress_desktop.ui.widgets.layouts import FlowLayout


class Shows(Enum):
    """What the pane shows of the point."""

    PICTURE = "picture"
    TURNING = "turning"


class Switch(Enum):
    """Where a person chooses between picture and body."""

    HERE = "here"
    IN_THE_TABS = "in the tabs"


Guides = Callable[[str], tuple[tuple[GuideLine, ...], tuple[Callout, ...]]]
"""The lines, and their names, that belong on a picture."""


class NearPane(QWidget):
    """``NearPane(theme, view, shelf)``; ``show_view(view, album)``.

    Some places wait for what others bring, and are not seen before: ``offer_turning`` for a body that turns,
    ``offer_guides`` for lines on the picture, ``offer_layers``, ``offer_saving`` and ``offer_own_points`` for
    what a press there does. ``switched`` carries what is shown from now on, a `Shows`.
    """

    switched = Signal(object)
    turning_offered = Signal()

    other_side_asked = Signal()
    turn_asked = Signal()
    present_asked = Signal()
    tour_asked = Signal()
    site_chosen = Signal(object)

    def __init__(self, theme: LiveTheme, view: AtlasView, shelf: PictureShelf) -> None:
        super().__init__()
        self._theme = theme
        self._plain: BodyScene | None = None
        self._guides: Guides | None = None
        self._view: AtlasView | None = None
        self._saves = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        hooks = view.hooks
        both = (Option(Shows.PICTURE, hooks.picture), Option(Shows.TURNING, hooks.turning))
        self._switch_stands = Switch.HERE
        self._switch = Segmented(theme, hooks.picture_or_turning, both, Shows.PICTURE)
        self._switch.chosen.connect(self._choose)
        self._switch.hide()
        column.addWidget(self._switch)
        self._place_name = Label(theme, "", TextRole.SMALL, Tone.INK2)
        column.addWidget(self._place_name)
        self._stack = QStackedWidget()
        self.body_map = BodyMap(theme, shelf)
        self.body_map.point_chosen.connect(self.site_chosen)
        self._stack.addWidget(self.body_map)
        column.addWidget(self._stack, 1)
        self._nothing = Label(theme, "", TextRole.SMALL, Tone.INK2)
        column.addWidget(self._nothing)
        self.tour = TourBar(theme)
        column.addWidget(self.tour)
        self._acts = QWidget()
        flow = FlowLayout(self._acts, SPACE_24, 0)
        self._other_side = self._act("", self.other_side_asked.emit)
        self._turn = self._act("", self.turn_asked.emit)
        self._tour_act = self._act("", self.tour_asked.emit)
        self._present = self._act("", self.present_asked.emit)
        self._layers = self._act(hooks.layers)
        self._saving = self._act(hooks.save_picture)
        self._own_points = self._act("")
        for button in (
            self._other_side,
            self._tour_act,
            self._turn,
            self._present,
            self._layers,
            self._saving,
            self._own_points,
        ):
            flow.addWidget(button)
        self._layers.hide()
        self._saving.hide()
        self._own_points.hide()
        column.addWidget(self._acts)
        self._said = Label(theme, "", TextRole.SMALL, Tone.INK2)
        self._said.hide()
        column.addWidget(self._said)

    def stop(self) -> QWidget:
        """What has the keyboard first: the point on the picture, or the first act below it."""
        acts = (act for act in (self._other_side, self._turn, self.tour.next) if act.isVisible())
        return self.body_map.button_of(self.body_map.current) or next(acts, self._turn)

    # --- Places for what others bring

    def offer_turning(self, widget: QWidget) -> None:
        """Show a switch between the picture and ``widget``, once."""
        self._stack.addWidget(widget)
        self.turning_offered.emit()
        self.let_switch(self._switch_stands)

    def let_switch(self, stands: Switch) -> None:
        """Let the switch stand here, where there is something to choose, or leave it to tabs above."""
        self._switch_stands = stands
        self._switch.setVisible(stands is Switch.HERE and self._stack.count() > 1)

    def offer_layers(self, slot: Callable[[], None]) -> None:
        """Show a button that opens the choice of layers."""
        self._layers.clicked.connect(slot)
        self._layers.show()

    def offer_saving(self, slot: Callable[[], None]) -> None:
        """Show a button that saves the picture."""
        self._saving.clicked.connect(slot)
        self._saves = True
        self._place_acts()

    def offer_own_points(self, label: str, slot: Callable[[], None]) -> None:
        """Show a button that opens the person's own points."""
        self._own_points.show_words(label)
        self._own_points.clicked.connect(slot)
        self._own_points.show()

    def offer_guides(self, guides: Guides) -> None:
        """Draw what ``guides`` has for a picture on it."""
        self._guides = guides

    def refresh_guides(self) -> None:
        """Other lines belong on the picture now."""
        self.body_map.show_scene(self._guided(self._plain))

    @property
    def scene(self) -> BodyScene | None:
        """The picture as it stands, with its lines."""
        return self.body_map.scene

    def turn_in_3d(self) -> None:
        """Show the body that turns."""
        self.show_what(Shows.TURNING)
        # It may stand behind another tab, although it is what this pane shows.
        self.switched.emit(self.shows)

    @property
    def shows(self) -> Shows:
        """What is shown."""
        return Shows.TURNING if self._stack.currentIndex() == 1 else Shows.PICTURE

    def show_what(self, what: Shows) -> None:
        """Show the picture, or the body that turns where there is one."""
        if what is self.shows or self._stack.count() == 1:
            return
        turning = what is Shows.TURNING
        self._switch.show_key(what)
        if turning:
            self._stack.setVisible(True)
        self._stack.setCurrentIndex(1 if turning else 0)
        self._place_acts()
        self.say("", Tone.INK2)
        self.switched.emit(what)

    def say(self, sentence: str, tone: Tone) -> None:
        """Say what came of something that was asked for below the picture."""
        self._said.show_tone(tone)
        self._said.show_text(sentence)
        self._said.setVisible(bool(sentence))

    @property
    def said(self) -> str:
        """What is said below the picture."""
        return self._said.text()

    def _guided(self, scene: BodyScene | None) -> BodyScene | None:
        if scene is None or self._guides is None:
            return scene
        lines, names = self._guides(scene.view)
        said = {callout.words for callout in scene.callouts}
        new = tuple(name for name in names if name.words not in said)
        return replace(scene, guides=lines, callouts=(*scene.callouts, *new))

    def _choose(self, key: object) -> None:
        if isinstance(key, Shows):
            self.show_what(key)

    def _place_acts(self) -> None:
        """Beside the body that turns stand only the acts that apply to it; it needs the room."""
        turning = self._stack.currentIndex() == 1
        view = self._view
        if view is None:
            return
        _show_act(self._other_side, view.other_side)
        _show_act(self._tour_act, None if turning else view.start_tour)
        _show_act(self._present, None if turning else view.present)
        self._saving.setVisible(self._saves and not turning)

    # --- Showing

    def show_view(self, view: AtlasView, album: BodyAlbum | None) -> None:
        """Show the chosen point near by."""
        near = view.close_up
        scene = None
        sides = SideWords(view.your_left, view.your_right)
        if album is not None:
            # Until a point is chosen there is room for the whole body, on which one can be.
            scene = whole_scene(album, view.whole, sides) if near is None else near_scene(album, near, sides)
        said = scene is not None and near is not None and says_place(scene, near)
        self._place_name.show_text("" if near is None or said else near.place)
        self._place_name.setVisible(near is not None and not said)
        self.body_map.show_seen(view.turned)
        self._plain = scene
        self.body_map.show_scene(self._guided(scene))
        self.say("", Tone.INK2)
        if near is not None:
            self.body_map.show_current((near.site.point, near.site.side))
        self._nothing.show_text(near.nothing if near is not None else "")
        self._nothing.setVisible(near is not None and album is not None and bool(near.nothing))
        turning = self._stack.currentIndex() == 1
        self._stack.setVisible(turning or scene is not None or album is None or near is None)
        self._turn.show_words(view.turn)
        self._view = view
        self._place_acts()
        self.tour.show_tour(view.tour)
        self._acts.setVisible(view.tour is None)

    def _act(self, label: str, slot: Callable[[], None] | None = None) -> Button:
        button = Button(self._theme, label, ButtonKind.QUIET)
        if slot is not None:
            button.clicked.connect(slot)
        return button


def _show_act(button: Button, view: ActView | None) -> None:
    button.setVisible(view is not None)
    if view is not None:
        button.show_words(view.label)
