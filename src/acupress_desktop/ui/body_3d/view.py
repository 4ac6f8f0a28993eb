"""The picture of a body from one pose, with its points: quick while it moves, fine once it rests."""

from __future__ import annotations

import logging
from collections.abc import Hashable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Signal
from PySide6.QtGui import (
    QHideEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from acupress_desktop.domain.anatomy.figure_light import Hour, look_for
from acupress_desktop.domain.anatomy.sight import Sight, clear_direction
from acupress_desktop.domain.settings import BodyView
from acupress_desktop.domain.sides import Side
from acupress_desktop.ui.body_3d.artist import Artist, ArtistFailed, SoftwareArtist, View
from acupress_desktop.ui.body_3d.badges import TravellingBadges
from acupress_desktop.ui.body_3d.gliding import Glide
from acupress_desktop.ui.body_3d.outlook import Outlook, look_out
from acupress_desktop.ui.body_3d.painting import (
    Care,
    dimmed,
    paint_body,
    paint_cards,
    paint_ground,
    paint_over,
    spot_of,
)
from acupress_desktop.ui.body_3d.pose import (
    Pose,
    SnapView,
    camera_of,
    haze_of,
    pose_toward,
    px_per_mm,
    snapped,
)
from acupress_desktop.ui.body_3d.scene import TurningScene
from acupress_desktop.ui.body_3d.spoken import spoken_of
from acupress_desktop.ui.body_map.arrangement import Spot
from acupress_desktop.ui.body_map.frame import Mirror
from acupress_desktop.ui.bridge.background import Runner
from acupress_desktop.ui.bridge.deadlines import Deadline, TimerDeadline
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import FLIGHT_MS, REST_MS
from acupress_desktop.ui.theme.tokens import Scheme
from acupress_desktop.ui.widgets.painting import crisp
from acupress_desktop.words import turning as words

LOG = logging.getLogger(__name__)

FLIGHT_ZOOM = 3.4
_MARKER_GROWTH_MAX = 1.6
"""Markers grow with the text, to this at most: beyond it they would hide the body."""


class TurningView(QWidget):
    """``TurningView(theme, artist, runner)``: show_scene, show_seen, show_pose, fly_to, snap.

    ``turned`` emits the new pose, ``rested`` says that the view is still and finely drawn. ``rest`` is the
    deadline after which it is drawn so.
    """

    turned = Signal(object)
    rested = Signal()

    def __init__(
        self,
        theme: LiveTheme,
        artist: Artist,
        runner: Runner,
        rest: Deadline | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._artist = artist
        self._runner = runner
        self._scene: TurningScene | None = None
        self._pose = Pose(0.0, 0.0, 1.0, (0.0, 0.0, 0.0))
        self._mirror = Mirror.AS_BAKED
        self._picture: QImage | None = None
        self._care = Care.QUICK
        self._outlook: Outlook | None = None
        self._hovered: Hashable = None
        self._current: Hashable = None
        self._rest: Deadline = rest or TimerDeadline(self)
        self._rest.due.connect(self._settle)
        self._glide = Glide(self)
        self._glide.moved.connect(self._take)
        self._badges = TravellingBadges(self, theme)
        # Until it rests for the first time; then it says what is seen.
        self.setAccessibleName(words.views())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._changed)
        self.destroyed.connect(artist.close)

    # -- what is shown -----------------------------------------------------------------------------

    @property
    def pose(self) -> Pose:
        """From where the body is looked at."""
        return self._pose

    @property
    def scene(self) -> TurningScene | None:
        """The scene that is shown."""
        return self._scene

    @property
    def artist(self) -> Artist:
        """Who draws."""
        return self._artist

    @property
    def gliding(self) -> bool:
        """Whether the body moves by itself."""
        return self._glide.moving

    @property
    def outlook(self) -> Outlook | None:
        """Where everything lies now; looked up on demand."""
        scene = self._scene
        if self._outlook is None and scene is not None and self.width() > 0:
            camera = camera_of(self._pose, scene.extent, self.width(), self.height())
            haze = haze_of(self._pose, scene.extent)
            growth = min(_MARKER_GROWTH_MAX, self._theme.tokens.text_factor)
            self._outlook = look_out(scene, Sight(scene.solid.drawn, camera), self._mirror, haze, growth)
        return self._outlook

    def show_scene(self, scene: TurningScene) -> None:
        """Show another scene; the pose stays, unless it is the first."""
        before, self._scene = self._scene, scene
        if before is None or before.solid is not scene.solid:
            self._ask_artist_to_show(scene)
        if before is None:
            self._pose = snapped(SnapView.FRONT, scene.extent)
        self._current = scene.chosen if scene.chosen is not None else self._current
        self._hovered = None
        self._changed()

    def show_seen(self, seen: BodyView) -> None:
        """Show the body as another person sees it or as in a mirror; the badges travel with it."""
        mirror = Mirror.FLIPPED if seen is BodyView.MIRROR else Mirror.AS_BAKED
        if mirror is not self._mirror:
            self._mirror = mirror
            self._changed()

    def show_pose(self, pose: Pose) -> None:
        """Look from ``pose``, at once."""
        self._glide.stop()
        self._take(pose)

    def snap(self, view: SnapView) -> None:
        """Turn to one of the fixed views."""
        if self._scene is not None:
            self._fly(snapped(view, self._scene.extent))

    def reset(self) -> None:
        """Show the whole body from the front."""
        self.snap(SnapView.FRONT)

    def fly_to(self, key: Hashable) -> None:
        """Look straight at the point ``key``, from near, from where nothing hides it."""
        marker = self._scene.marker(key) if self._scene is not None else None
        if marker is None or self._scene is None:
            return
        direction = clear_direction(self._scene.solid.surface, marker.position_mm, marker.normal)
        self._fly(pose_toward(marker.position_mm, direction, max(self._pose.zoom, FLIGHT_ZOOM)))

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """Come nearer (above 1) or go away about a place of the view, the middle by default."""
        scene = self._scene
        if scene is None:
            return
        self._glide.stop()
        pose = self._pose.zoomed(factor)
        if about is not None:
            across, down = about.x() - self.width() / 2, about.y() - self.height() / 2
            across = -across if self._mirror is Mirror.FLIPPED else across
            less = 1.0 / self._scale(self._pose) - 1.0 / self._scale(pose)
            pose = pose.moved_mm(across * less, -down * less, scene.extent)
        self._take(pose)

    def pan_by(self, dx: float, dy: float) -> None:
        """Move the body by pixels of the view."""
        if self._scene is not None:
            self._glide.stop()
            across = dx if self._mirror is Mirror.FLIPPED else -dx
            scale = self._scale(self._pose)
            self._take(self._pose.moved_mm(across / scale, dy / scale, self._scene.extent))

    def turn_by(self, dx_degrees: float, dy_degrees: float) -> None:
        """Turn the body as if it were pushed to the right and down by so many degrees."""
        self._glide.stop()
        self._take(self._turned(dx_degrees, dy_degrees))

    def _turned(self, right: float, down: float) -> Pose:
        return self._pose.turned(right if self._mirror is Mirror.FLIPPED else -right, down)

    def _scale(self, pose: Pose) -> float:
        scene = self._scene
        return px_per_mm(pose, scene.extent, self.width(), self.height()) if scene is not None else 1.0

    def _fly(self, goal: Pose) -> None:
        self._glide.fly(self._pose, goal, self._theme.duration_ms(FLIGHT_MS) if self.isVisible() else 0)

    def _take(self, pose: object) -> None:
        if isinstance(pose, Pose) and pose != self._pose:
            self._pose = pose
            self._changed()
            self.turned.emit(pose)

    def _changed(self) -> None:
        """Forget what no longer holds: a quick picture comes with the next paint, the fine one at rest."""
        self._artist.give_up()
        self._picture = None
        self._care = Care.QUICK
        self._outlook = None
        if self._scene is not None:
            self._badges.place(self._scene, self._pose, self._mirror)
            if self.isVisible():
                self._rest.start(REST_MS)
        self.update()

    def _settle(self) -> None:
        """Draw finely and tell what is seen."""
        if self._scene is None or not self.isVisible():
            return
        if self._glide.moving:
            self._rest.start(REST_MS)
            return
        self._tell_rest(self.outlook.spots if self.outlook is not None else ())
        try:
            self._artist.resting(self._view(), self._take_fine)
        except ArtistFailed as failed:
            self._fall_back(failed)
            self._artist.resting(self._view(), self._take_fine)

    def _tell_rest(self, spots: tuple[Spot, ...]) -> None:
        """Say what is seen, now that nothing moves."""
        self.setAccessibleName(spoken_of(self._pose, len(spots)))

    def _take_fine(self, image: QImage) -> None:
        self._picture = dimmed(image, self._theme.tokens)
        self._care = Care.FINE
        self.update()
        self.rested.emit()

    # -- drawing -----------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(600, 720)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._changed()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._glide.stop()
        self._rest.cancel()
        self._artist.give_up()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._changed()
        return super().event(event)

    def showEvent(self, event: object) -> None:
        self._changed()

    def close_artist(self) -> None:
        """Let the artist go; nothing is drawn after it."""
        self._glide.stop()
        self._rest.cancel()
        self._artist.close()

    def _ask_artist_to_show(self, scene: TurningScene) -> None:
        try:
            self._artist.show_body(scene.solid.drawn)
        except ArtistFailed as failed:
            self._fall_back(failed)

    def _fall_back(self, failed: ArtistFailed) -> None:
        """Draw with the processor from now on."""
        LOG.warning("the graphics card stopped drawing the body, the processor does: %s", str(failed))
        self._artist.close()
        self._artist = SoftwareArtist(self._runner)
        if self._scene is not None:
            self._artist.show_body(self._scene.solid.drawn)

    def _view(self) -> View:
        scene, ratio = self._scene, self.devicePixelRatioF()
        if scene is None:
            raise ArtistFailed("nothing to draw")
        hour = Hour.EVENING if self._theme.tokens.scheme is Scheme.EVENING else Hour.DAY
        camera = camera_of(self._pose, scene.extent, self.width(), self.height(), ratio)
        return View(camera, look_for(scene.tone, hour), ratio, haze_of(self._pose, scene.extent))

    def _drawn(self) -> QImage:
        """Return the picture of the body: the fine one where it is there, else a quick one."""
        if self._picture is None:
            try:
                image = self._artist.moving(self._view())
            except ArtistFailed as failed:
                self._fall_back(failed)
                image = self._artist.moving(self._view())
            self._picture = dimmed(image, self._theme.tokens)
        return self._picture

    def paintEvent(self, event: QPaintEvent) -> None:
        size = QSizeF(self.size())
        outlook, scene = self.outlook, self._scene
        # Before the painter is there: whoever keeps a failure would keep its frames, and the painter in them.
        image = self._drawn() if scene is not None else None
        painter = QPainter(self)
        crisp(painter)
        paint_ground(painter, self._theme.tokens, size)
        if scene is None or outlook is None or image is None:
            return
        paint_body(painter, image, size, self._mirror)
        meant = spot_of(outlook.spots, self._hovered if self._hovered is not None else self._current)
        paint_over(painter, self._theme, outlook, meant, self._care)
        chosen = spot_of(outlook.spots, scene.chosen)
        hovered = meant if self._hovered is not None or self._point_has_focus() else None
        carded = [spot for spot in dict.fromkeys((hovered, chosen)) if spot is not None]
        paint_cards(painter, self._theme, carded, QRectF(self.rect()))

    def _point_has_focus(self) -> bool:
        """Tell whether the keyboard is on a point."""
        return False

    def badge_box(self, side: Side) -> tuple[int, int, int, int] | None:
        """Return where a side's badge stands, ``None`` while that side is turned away."""
        return self._badges.box_of(side)
