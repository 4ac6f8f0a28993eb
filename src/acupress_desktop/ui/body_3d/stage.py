"""The body that can be turned, with its points: by pointer, by keyboard and by ear."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QWidget

from acupress_desktop.domain.anatomy.sight import picked
from acupress_desktop.domain.anatomy.surface import SurfaceAnchor
from acupress_desktop.ui.body_3d.artist import Artist
from acupress_desktop.ui.body_3d.grip import DEGREES_PER_PX, Grip, Hold, Throw
from acupress_desktop.ui.body_3d.painting import spot_of
from acupress_desktop.ui.body_3d.pose import ZOOM_MIN, SnapView, camera_of
from acupress_desktop.ui.body_3d.view import TurningView
from acupress_desktop.ui.body_map.arrangement import Spot, nearest_spot, stepped_spot
from acupress_desktop.ui.body_map.children import PointButtons
from acupress_desktop.ui.body_map.frame import Mirror
from acupress_desktop.ui.body_map.point_button import PointButton, Step
from acupress_desktop.ui.bridge.background import Runner
from acupress_desktop.ui.bridge.deadlines import Deadline
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import GLIDE_MS
from acupress_desktop.words import turning as words

_PAN_PX = 40.0
_KEY_ZOOM = 1.25
_KEY_DEGREES = 15.0
_WHEEL_STEP = 1.0015
_DIRECTIONS = {Step.LEFT: (-1, 0), Step.RIGHT: (1, 0), Step.UP: (0, -1), Step.DOWN: (0, 1)}
_ARROWS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}
_SNAPS = {
    Qt.Key.Key_1: SnapView.FRONT,
    Qt.Key.Key_2: SnapView.BACK,
    Qt.Key.Key_3: SnapView.LEFT,
    Qt.Key.Key_4: SnapView.RIGHT,
    Qt.Key.Key_5: SnapView.TOP,
    Qt.Key.Key_6: SnapView.SOLES,
}


class TurningStage(TurningView):
    """A ``TurningView`` to take hold of.

    ``point_chosen`` and ``point_hovered`` emit a marker's key (hovering ends with ``None``), ``touched`` the
    ``SurfaceAnchor`` under a click on the skin beside all points.
    """

    point_chosen = Signal(object)
    point_hovered = Signal(object)
    touched = Signal(object)

    def __init__(
        self,
        theme: LiveTheme,
        artist: Artist,
        runner: Runner,
        rest: Deadline | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, artist, runner, rest, parent)
        self._grip: Grip | None = None
        self._points = PointButtons(self, self._button_pressed, self._button_stepped, self._button_focused)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(words.how())
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.grabGesture(Qt.GestureType.PinchGesture)

    # -- what lies where ---------------------------------------------------------------------------

    def spot_at(self, x: float, y: float) -> Spot | None:
        """Return the visible point that a click at a place belongs to: the nearest within reach."""
        outlook = self.outlook
        return nearest_spot(outlook.spots, x, y) if outlook is not None else None

    def place_at(self, x: float, y: float) -> SurfaceAnchor | None:
        """Return the place on the skin under a place of the view, ``None`` beside the body."""
        scene = self.scene
        if scene is None:
            return None
        camera = camera_of(self.pose, scene.extent, self.width(), self.height())
        x_px = camera.width_px - x if self._mirror is Mirror.FLIPPED else x
        return picked(scene.solid.surface, camera, x_px, y)

    def choose(self, key: Hashable) -> None:
        """Choose the point ``key``, as a click on it does."""
        self._current = key
        self._points.choose_tab_stop(key)
        self.update()
        self.point_chosen.emit(key)

    # -- pointer -----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._glide.stop()
        if event.button() not in {Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton}:
            event.ignore()
            return
        moves = event.button() == Qt.MouseButton.RightButton
        self._grip = Grip(Hold.MOVE if moves else Hold.TURN, event.position(), event.timestamp())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            self._hover(event.position())
            return
        gone = self._grip.moved(event.position(), event.timestamp(), QApplication.startDragDistance())
        if gone is None:
            return
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._grip.hold is Hold.MOVE:
            self.pan_by(gone.x(), gone.y())
        else:
            self.turn_by(gone.x() * DEGREES_PER_PX, gone.y() * DEGREES_PER_PX)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        grip, self._grip = self._grip, None
        if grip is None:
            return
        if grip.dragged:
            throw = grip.thrown(event.timestamp())
            if throw is not None:
                self._throw(throw)
            self._hover(event.position())
            return
        if grip.hold is Hold.TURN:
            self._click(event.position())

    def _throw(self, throw: Throw) -> None:
        yaw = throw.yaw if self._mirror is Mirror.FLIPPED else -throw.yaw
        self._glide.fling(self.pose, yaw, throw.pitch, self._theme.duration_ms(GLIDE_MS))

    def _click(self, at: QPointF) -> None:
        spot = self.spot_at(at.x(), at.y())
        if spot is not None:
            self.choose(spot.marker.key)
            return
        place = self.place_at(at.x(), at.y())
        if place is not None:
            self.touched.emit(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The first click of the two has chosen the point already.
        spot = self.spot_at(event.position().x(), event.position().y())
        if spot is not None and event.button() == Qt.MouseButton.LeftButton:
            self.fly_to(spot.marker.key)

    def _hover(self, at: QPointF | None) -> None:
        spot = self.spot_at(at.x(), at.y()) if at is not None else None
        key = spot.marker.key if spot is not None else None
        shape = Qt.CursorShape.OpenHandCursor if key is None else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)
        if key != self._hovered:
            self._hovered = key
            self.update()
            self.point_hovered.emit(key)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def hideEvent(self, event: QHideEvent) -> None:
        self._grip = None
        super().hideEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.pixelDelta().y() or event.angleDelta().y()
        if not delta or (delta < 0 and self.pose.zoom <= ZOOM_MIN):
            # Nothing left to go away from: the page may scroll.
            event.ignore()
            return
        self.zoom_by(_WHEEL_STEP**delta, event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                centre = self.mapFromGlobal(pinch.centerPoint().toPoint())
                self.zoom_by(pinch.scaleFactor(), QPointF(QPoint(centre)))
                event.accept()
                return True
        pinched = isinstance(event, QNativeGestureEvent) and (
            event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        )
        if pinched and isinstance(event, QNativeGestureEvent):
            self.zoom_by(1.0 + event.value(), event.position())
            return True
        return super().event(event)

    # -- keyboard and assistive technology ---------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ARROWS and pressed == Qt.KeyboardModifier.ShiftModifier:
            across, down = _ARROWS[key]
            self.pan_by(-across * _PAN_PX, -down * _PAN_PX)
        elif key in _ARROWS and pressed == Qt.KeyboardModifier.NoModifier:
            across, down = _ARROWS[key]
            self.turn_by(across * _KEY_DEGREES, down * _KEY_DEGREES)
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom_by(_KEY_ZOOM)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(1 / _KEY_ZOOM)
        elif key == Qt.Key.Key_Home:
            self.reset()
        elif key in _SNAPS and pressed == Qt.KeyboardModifier.NoModifier:
            self.snap(_SNAPS[key])
        else:
            event.ignore()

    def _tell_rest(self, spots: tuple[Spot, ...]) -> None:
        """Put the buttons over the points; the keyboard does not stay on a point that is hidden now."""
        focused = self.focusWidget()
        if isinstance(focused, PointButton) and focused.hasFocus() and spot_of(spots, focused.key) is None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._points.place(spots)
        self._points.choose_tab_stop(self._current)
        super()._tell_rest(spots)

    def button_of(self, key: Hashable) -> PointButton | None:
        """Return the button over the point ``key``, where it is in view and the body rests."""
        return self._points.button_of(key)

    def _point_has_focus(self) -> bool:
        focused = self.focusWidget()
        return isinstance(focused, PointButton) and focused.hasFocus()

    def _button_pressed(self) -> None:
        button = self.sender()
        if isinstance(button, PointButton):
            self.choose(button.key)
            self.fly_to(button.key)

    def _button_focused(self) -> None:
        button = self.sender()
        if isinstance(button, PointButton):
            self._current = button.key
            self._points.choose_tab_stop(button.key)
            self.update()

    def _button_stepped(self, step: object) -> None:
        button, outlook = self.sender(), self.outlook
        if not isinstance(button, PointButton) or outlook is None or not isinstance(step, Step):
            return
        here = spot_of(outlook.spots, button.key)
        if step in _DIRECTIONS:
            there = stepped_spot(outlook.spots, here, *_DIRECTIONS[step]) if here is not None else None
        else:
            there = outlook.spots[0 if step is Step.FIRST else -1]
        target = self.button_of(there.marker.key) if there is not None else None
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
