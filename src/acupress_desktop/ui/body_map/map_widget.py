"""The body map: a picture of the body with points, labels and areas, by pointer, keyboard and by ear."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import (
    QEvent,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QSizePolicy, QWidget

from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.domain.settings import BodyView
from acupress_desktop.ui.body_map.arrangement import (
    Arrangement,
    Spot,
    arrange,
    nearest_spot,
    stepped_spot,
)
from acupress_desktop.ui.body_map.body_layer import PictureShelf, region_at
from acupress_desktop.ui.body_map.children import Badges, PointButtons
from acupress_desktop.ui.body_map.drawing import (
    card_box,
    ground_and_body,
    over_body,
    paint_card,
    region_overlay,
)
from acupress_desktop.ui.body_map.flight import Flight
from acupress_desktop.ui.body_map.frame import Box, MapFrame
from acupress_desktop.ui.body_map.marking import paint_hover
from acupress_desktop.ui.body_map.point_button import PointButton, Step
from acupress_desktop.ui.body_map.scene import BodyScene
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import FLIGHT_MS
from acupress_desktop.ui.theme.tokens import qcolor
from acupress_desktop.ui.widgets.painting import crisp

_PAN_PX = 40
_KEY_ZOOM = 1.25
_WHEEL_STEP = 1.0015
_DIRECTIONS = {Step.LEFT: (-1, 0), Step.RIGHT: (1, 0), Step.UP: (0, -1), Step.DOWN: (0, 1)}


class BodyMap(QWidget):
    """``BodyMap(theme, shelf)``; ``show_scene(scene)``, ``show_seen(BodyView)``, ``show_current(key)``.

    ``point_chosen`` and ``point_hovered`` emit a marker's key (hovering ends with ``None``);
    ``region_chosen`` emits the ``RegionSelection`` under a click beside all points. ``shelf`` is shared
    between maps so that a picture opens once.
    """

    point_chosen = Signal(object)
    point_hovered = Signal(object)
    region_chosen = Signal(object)
    scene_shown = Signal()

    def __init__(
        self, theme: LiveTheme, shelf: PictureShelf | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shelf = shelf or PictureShelf()
        self._scene: BodyScene | None = None
        self._seen = BodyView.AS_SEEN_BY_ANOTHER
        self._arrangement: Arrangement | None = None
        self._body = QPixmap()
        self._over = QPixmap()
        self._hovered: Hashable = None
        self._hovered_region: RegionSelection | None = None
        self._region_overlay = QPixmap()
        self._current: Hashable = None
        self._points = PointButtons(self, self._button_pressed, self._button_stepped, self._button_focused)
        self._badges = Badges(self, theme)
        self._pressed_at: QPointF | None = None
        self._dragged_from: QPointF | None = None
        self._flight = Flight(self)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.grabGesture(Qt.GestureType.PinchGesture)
        theme.changed.connect(self._restyle)

    # -- what is shown -----------------------------------------------------------------------------

    @property
    def scene(self) -> BodyScene | None:
        """The scene that is shown."""
        return self._scene

    @property
    def current(self) -> Hashable:
        """Key of the point that the keyboard or the list twin is on."""
        return self._current

    @property
    def arrangement(self) -> Arrangement | None:
        """Where everything lies now; laid out on demand."""
        if self._arrangement is None and self._scene is not None and self.width() > 0:
            self._arrangement = arrange(
                self._scene, self._theme, self.width(), self.height(), self._seen, None
            )
        return self._arrangement

    def show_scene(self, scene: BodyScene | None) -> None:
        """Show another scene. Another picture is flown to (unless motion is reduced); zoom starts over."""
        if scene == self._scene:
            return
        other_picture = scene is None or self._scene is None or scene.picture != self._scene.picture
        keeps_zoom = not other_picture and scene is not None and self._scene is not None
        frame = self._arrangement.frame if keeps_zoom and self._arrangement is not None else None
        if other_picture and self._scene is not None and self.isVisible():
            duration = self._theme.duration_ms(FLIGHT_MS)
            self._flight.take_off(self._layers() or () if duration else (), duration)
        self._scene = scene
        self._hovered = None
        self._hovered_region = None
        self._forget()
        if frame is not None and frame.zoom > 1 and scene is not None:
            self._arrangement = arrange(scene, self._theme, self.width(), self.height(), self._seen, frame)
        if scene is not None and all(marker.key != self._current for marker in scene.markers):
            self._current = None
        self.setAccessibleName(scene.spoken if scene is not None else "")
        self._place_children()
        self.scene_shown.emit()
        self.update()

    def show_seen(self, seen: BodyView) -> None:
        """Show the body as another person sees it or as in a mirror; the badges travel with it."""
        if seen is not self._seen:
            self._seen = seen
            self._forget()
            self._place_children()
            self.update()

    def show_current(self, key: Hashable) -> None:
        """Mark the point ``key`` as the one meant, without moving the keyboard."""
        if key != self._current:
            self._current = key
            self._points.choose_tab_stop(key)
            self.update()

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """Zoom in (above 1) or out about a place of the map, the middle by default."""
        arrangement, scene = self.arrangement, self._scene
        if arrangement is None or scene is None:
            return
        spot = about or QPointF(self.width() / 2, self.height() / 2)
        frame = arrangement.frame.zoomed(factor, spot.x(), spot.y())
        self._refit(frame.kept_in(self._room(), scene.size_px[1]) if frame.zoom > 1 else None)

    def pan_by(self, dx: float, dy: float) -> None:
        """Move a zoomed picture by map pixels."""
        arrangement, scene = self.arrangement, self._scene
        if arrangement is not None and scene is not None and arrangement.frame.zoom > 1:
            self._refit(arrangement.frame.moved(dx, dy).kept_in(self._room(), scene.size_px[1]))

    def zoom_whole(self) -> None:
        """Show the whole picture again."""
        self._refit(None)

    @property
    def zoom(self) -> float:
        """How far the picture is zoomed in; 1 shows all of it."""
        arrangement = self.arrangement
        return arrangement.frame.zoom if arrangement is not None else 1.0

    # -- layout ------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(632, 720)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget()
        self._place_children()

    def _room(self) -> Box:
        return Box(0, 0, self.width(), self.height())

    def _refit(self, frame: MapFrame | None) -> None:
        scene = self._scene
        if scene is None:
            return
        self._forget()
        self._arrangement = arrange(scene, self._theme, self.width(), self.height(), self._seen, frame)
        self._place_children()
        self.update()

    def _restyle(self) -> None:
        self._forget()
        self._place_children()
        self.update()

    def _forget(self) -> None:
        self._arrangement = None
        self._body = QPixmap()
        self._over = QPixmap()
        self._region_overlay = QPixmap()

    def _place_children(self) -> None:
        """Put a button over each marker and the badges where the sides are."""
        arrangement, scene = self.arrangement, self._scene
        self._points.place(arrangement.spots if arrangement is not None else ())
        self._points.choose_tab_stop(self._current)
        self._badges.place(scene.sides if scene is not None else (), arrangement)

    # -- painting ----------------------------------------------------------------------------------

    def _layers(self) -> tuple[QPixmap, QPixmap] | None:
        arrangement, scene = self.arrangement, self._scene
        if arrangement is None or scene is None:
            return None
        if self._body.isNull():
            self._body = ground_and_body(
                scene, arrangement, self._shelf, self._theme, self.size(), self.devicePixelRatioF()
            )
        if self._over.isNull():
            self._over = over_body(scene, arrangement, self._theme, self.size(), self.devicePixelRatioF())
        return self._body, self._over

    def paintEvent(self, event: QPaintEvent) -> None:
        layers = self._layers()
        painter = QPainter(self)
        crisp(painter)
        if self._flight.flying:
            self._flight.paint(painter, layers or ())
            return
        if layers is None:
            return
        painter.drawPixmap(0, 0, layers[0])
        if self._hovered_region is not None:
            painter.drawPixmap(0, 0, self._region_layer())
        painter.drawPixmap(0, 0, layers[1])
        spot = self._spot_of(self._hovered if self._hovered is not None else self._current)
        if spot is not None:
            paint_hover(painter, self._theme.tokens, QPointF(spot.x, spot.y), spot.radius)
            if self._wants_card(spot):
                paint_card(painter, self._theme, spot, self._card_box(spot))

    def _wants_card(self, spot: Spot) -> bool:
        """A card for what the margins do not say: points without a label, and why one is blocked."""
        if self._hovered is None and not self._button_has_focus():
            return False
        arrangement = self.arrangement
        return bool(spot.marker.reason) or arrangement is None or not arrangement.labelled(spot.marker)

    def _region_layer(self) -> QPixmap:
        arrangement, scene = self.arrangement, self._scene
        if self._region_overlay.isNull() and arrangement and scene and self._hovered_region:
            self._region_overlay = region_overlay(
                scene,
                arrangement,
                self._shelf,
                self._hovered_region,
                qcolor(self._theme.colours.accent, 0.28),
                self.size(),
                self.devicePixelRatioF(),
            )
        return self._region_overlay

    # -- pointer -----------------------------------------------------------------------------------

    def _spot_of(self, key: Hashable) -> Spot | None:
        arrangement = self.arrangement
        if arrangement is None or key is None:
            return None
        return next((spot for spot in arrangement.spots if spot.marker.key == key), None)

    def point_at(self, x: float, y: float) -> Hashable:
        """Return the key of the point that a click at a place of the map belongs to, or ``None``."""
        arrangement = self.arrangement
        spot = nearest_spot(arrangement.spots, x, y) if arrangement is not None else None
        return spot.marker.key if spot is not None else None

    def region_under(self, x: float, y: float) -> RegionSelection | None:
        """Return the region of the person under a place of the map, or ``None``."""
        arrangement, scene = self.arrangement, self._scene
        if arrangement is None or scene is None or scene.plate is None:
            return None
        x_px, y_px = arrangement.frame.to_file(x, y)
        return region_at(scene.plate, self._shelf.plate(scene.plate.file), scene.size_px, x_px, y_px)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = event.position()
        if self._pressed_at is not None and self.zoom > 1:
            far = (spot - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
            if self._dragged_from is not None or far:
                before = self._dragged_from or self._pressed_at
                self._dragged_from = spot
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self.pan_by(spot.x() - before.x(), spot.y() - before.y())
                return
        self._hover(self.point_at(spot.x(), spot.y()), spot)

    def _hover(self, key: Hashable, at: QPointF | None) -> None:
        region = self.region_under(at.x(), at.y()) if at is not None and key is None else None
        if region != self._hovered_region:
            self._hovered_region = region
            self._region_overlay = QPixmap()
            self.update()
        if key != self._hovered:
            boxes = [self._hover_box(self._hovered), self._hover_box(key)]
            self._hovered = key
            for box in boxes:
                self.update(box)
            self.point_hovered.emit(key)
        reachable = key is not None or region is not None
        shape = Qt.CursorShape.PointingHandCursor if reachable else Qt.CursorShape.ArrowCursor
        if not reachable and self.zoom > 1:
            shape = Qt.CursorShape.OpenHandCursor
        self.setCursor(shape)

    def _card_box(self, spot: Spot) -> QRectF:
        return card_box(self._theme, spot, QRectF(self.rect()))

    def _hover_box(self, key: Hashable) -> QRect:
        spot = self._spot_of(key)
        if spot is None:
            return QRect()
        reach = spot.radius + 8
        ring = QRectF(spot.x - reach, spot.y - reach, 2 * reach, 2 * reach)
        return ring.united(self._card_box(spot).adjusted(-2, -2, 2, 2)).toAlignedRect()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None, None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()
            self._dragged_from = None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed_at is None:
            return
        dragged, self._pressed_at, self._dragged_from = self._dragged_from, None, None
        if dragged is not None:
            return
        spot = event.position()
        key = self.point_at(spot.x(), spot.y())
        if key is not None:
            self.choose(key)
            return
        region = self.region_under(spot.x(), spot.y())
        if region is not None:
            self.region_chosen.emit(region)

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.pixelDelta().y() or event.angleDelta().y()
        if delta < 0 and self.zoom <= 1:
            # Nothing left to zoom out of: the page may scroll.
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
        return super().event(event)

    # -- keyboard and assistive technology ---------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        moves = {
            Qt.Key.Key_Left: (_PAN_PX, 0),
            Qt.Key.Key_Right: (-_PAN_PX, 0),
            Qt.Key.Key_Up: (0, _PAN_PX),
            Qt.Key.Key_Down: (0, -_PAN_PX),
        }
        key = Qt.Key(event.key())
        if control and key in moves:
            self.pan_by(*moves[key])
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom_by(_KEY_ZOOM, self._zoom_middle())
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(1 / _KEY_ZOOM, self._zoom_middle())
        elif key == Qt.Key.Key_0:
            self.zoom_whole()
        else:
            event.ignore()

    def _zoom_middle(self) -> QPointF | None:
        spot = self._spot_of(self._current)
        return QPointF(spot.x, spot.y) if spot is not None else None

    def button_of(self, key: Hashable) -> PointButton | None:
        """Return the button over the point ``key``, where it is in view."""
        return self._points.button_of(key)

    def _button_has_focus(self) -> bool:
        return isinstance(self.focusWidget(), PointButton) and self.focusWidget().hasFocus()

    def _button_pressed(self) -> None:
        button = self.sender()
        if isinstance(button, PointButton):
            self.choose(button.key)

    def _button_focused(self) -> None:
        button = self.sender()
        if isinstance(button, PointButton):
            self.show_current(button.key)
            self.update()

    def _button_stepped(self, step: object) -> None:
        button, arrangement = self.sender(), self.arrangement
        if not isinstance(button, PointButton) or arrangement is None or not isinstance(step, Step):
            return
        here = self._spot_of(button.key)
        if step in _DIRECTIONS:
            there = stepped_spot(arrangement.spots, here, *_DIRECTIONS[step]) if here is not None else None
        else:
            there = arrangement.spots[0 if step is Step.FIRST else -1]
        target = self.button_of(there.marker.key) if there is not None else None
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def choose(self, key: Hashable) -> None:
        """Choose the point ``key``, as a click on it does."""
        self.show_current(key)
        self.point_chosen.emit(key)
