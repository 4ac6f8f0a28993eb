"""The body to turn, with buttons for its fixed views. Import it when the view is first opened."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.domain.settings import BodyView, Drawing3d
from acupress_desktop.ui.body_3d.artist import Artist
from acupress_desktop.ui.body_3d.choosing import best_artist
from acupress_desktop.ui.body_3d.pose import Pose, SnapView, snapped
from acupress_desktop.ui.body_3d.scene import TurningScene
from acupress_desktop.ui.body_3d.stage import TurningStage
from acupress_desktop.ui.bridge.background import Runner
from acupress_desktop.ui.bridge.deadlines import Deadline
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8
from acupress_desktop.ui.widgets.buttons import IconButton
from acupress_desktop.ui.widgets.choices import Option
from acupress_desktop.ui.widgets.fitting_choice import FittingChoice
from acupress_desktop.ui.widgets.layouts import FlowLayout
from acupress_desktop.words import turning as words

_BUTTON_ZOOM = 1.4


class TurningBody(QWidget):
    """``TurningBody(theme, runner, drawing)``: show_scene(scene), fly_to(key), show_seen(BodyView).

    ``point_chosen`` and ``point_hovered`` emit a marker's key (hovering ends with ``None``), ``touched`` the
    ``SurfaceAnchor`` under a click on the skin beside all points, ``rested`` that the view is still and
    finely drawn. ``artist`` and ``rest`` replace who draws and the deadline before the fine picture. Call
    ``close_artist`` before the widget goes.
    """

    point_chosen = Signal(object)
    point_hovered = Signal(object)
    touched = Signal(object)
    rested = Signal()

    def __init__(
        self,
        theme: LiveTheme,
        runner: Runner,
        drawing: Drawing3d = Drawing3d.AUTO,
        artist: Artist | None = None,
        rest: Deadline | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.stage = TurningStage(theme, artist or best_artist(drawing, runner), runner, rest)
        self.stage.point_chosen.connect(self.point_chosen)
        self.stage.point_hovered.connect(self.point_hovered)
        self.stage.touched.connect(self.touched)
        self.stage.rested.connect(self.rested)
        self.stage.turned.connect(self._show_pose)
        options = tuple(
            Option(view, said)
            for view, said in (
                (SnapView.FRONT, words.front()),
                (SnapView.BACK, words.back()),
                (SnapView.LEFT, words.your_left()),
                (SnapView.RIGHT, words.your_right()),
                (SnapView.TOP, words.from_above()),
                (SnapView.SOLES, words.soles()),
            )
        )
        self._views = FittingChoice(theme, words.views(), options)
        self._views.chosen.connect(self._snap)
        nearer = IconButton(theme, words.nearer(), Icon.ZOOM_IN)
        farther = IconButton(theme, words.farther(), Icon.ZOOM_OUT)
        whole = IconButton(theme, words.whole(), Icon.WHOLE)
        nearer.clicked.connect(lambda: self.stage.zoom_by(_BUTTON_ZOOM))
        farther.clicked.connect(lambda: self.stage.zoom_by(1 / _BUTTON_ZOOM))
        whole.clicked.connect(self.stage.reset)
        bar = QWidget()
        self._row = FlowLayout(bar, SPACE_8, SPACE_8)
        for part in (self._views, nearer, farther, whole):
            self._row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self.stage, 1)
        column.addWidget(bar)

    def add_act(self, button: QWidget) -> None:
        """Put something that can be done beside the buttons of the view."""
        self._row.addWidget(button)

    def show_scene(self, scene: TurningScene) -> None:
        """Show another scene; the way it is looked at stays."""
        self.stage.show_scene(scene)
        self._show_pose(self.stage.pose)

    def show_seen(self, seen: BodyView) -> None:
        """Show the body as another person sees it or as in a mirror."""
        self.stage.show_seen(seen)

    def fly_to(self, key: Hashable) -> None:
        """Look straight at the point ``key`` from near."""
        self.stage.fly_to(key)

    def close_artist(self) -> None:
        """Let go of what draws; call before the widget goes."""
        self.stage.close_artist()

    def _snap(self, view: object) -> None:
        if isinstance(view, SnapView):
            self.stage.snap(view)

    def _show_pose(self, pose: object) -> None:
        """Mark the fixed view that is shown, if it is one."""
        scene = self.stage.scene
        if scene is None or not isinstance(pose, Pose):
            return
        same = (
            view
            for view in SnapView
            if (goal := snapped(view, scene.extent)).yaw_degrees == pose.yaw_degrees
            and goal.pitch_degrees == pose.pitch_degrees
        )
        self._views.show_key(next(same, None))
