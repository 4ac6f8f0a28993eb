"""From where the body is looked at: turned, tilted, near or far; numbers only, no Qt.

``yaw_degrees`` 0 looks at the front, 90 at the person's left side; ``pitch_degrees`` 90 looks down on the
head, -90 up at the soles. ``target_mm`` lies in the middle of the view.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import Enum

from acupress_desktop.domain.anatomy.views import Camera

Vector = tuple[float, float, float]

ZOOM_MIN, ZOOM_MAX = 0.7, 14.0
PITCH_MAX_DEGREES = 90.0
FILLED = 0.93
"""Share of the view that a whole body fills."""


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a body reaches: its height, half its span across, and where its middle is."""

    height_mm: float
    reach_mm: float
    middle_mm: Vector


@dataclass(frozen=True, slots=True)
class Pose:
    """One way to look at the body; ``zoom`` 1 shows all of it standing."""

    yaw_degrees: float
    pitch_degrees: float
    zoom: float
    target_mm: Vector

    @property
    def right(self) -> Vector:
        """Unit vector to the right of the picture."""
        yaw = math.radians(self.yaw_degrees)
        return math.cos(yaw), 0.0, -math.sin(yaw)

    @property
    def up(self) -> Vector:
        """Unit vector up the picture."""
        yaw, pitch = math.radians(self.yaw_degrees), math.radians(self.pitch_degrees)
        return -math.sin(yaw) * math.sin(pitch), math.cos(pitch), -math.cos(yaw) * math.sin(pitch)

    @property
    def toward_eye(self) -> Vector:
        """Unit vector from the body to the eye."""
        yaw, pitch = math.radians(self.yaw_degrees), math.radians(self.pitch_degrees)
        return math.sin(yaw) * math.cos(pitch), math.sin(pitch), math.cos(yaw) * math.cos(pitch)

    def turned(self, yaw_degrees: float, pitch_degrees: float) -> Pose:
        """Turn and tilt; the tilt stops above the head and below the soles."""
        pitch = self.pitch_degrees + pitch_degrees
        return replace(
            self,
            yaw_degrees=_wrapped(self.yaw_degrees + yaw_degrees),
            pitch_degrees=min(PITCH_MAX_DEGREES, max(-PITCH_MAX_DEGREES, pitch)),
        )

    def zoomed(self, factor: float) -> Pose:
        """Come nearer (above 1) or go away, within bounds."""
        return replace(self, zoom=min(ZOOM_MAX, max(ZOOM_MIN, self.zoom * factor)))

    def moved_mm(self, across: float, upward: float, extent: Extent) -> Pose:
        """Move the view over the body; its middle stays on the body's box."""
        right, up = self.right, self.up
        half = (extent.reach_mm, extent.height_mm / 2, extent.reach_mm)
        wanted = (t + r * across + u * upward for t, r, u in zip(self.target_mm, right, up, strict=True))
        x, y, z = (
            min(m + h, max(m - h, value)) for value, m, h in zip(wanted, extent.middle_mm, half, strict=True)
        )
        return replace(self, target_mm=(x, y, z))


class SnapView(Enum):
    """The views that one key leads to; the value is yaw and pitch in degrees, and the zoom."""

    FRONT = (0.0, 0.0, 1.0)
    BACK = (180.0, 0.0, 1.0)
    LEFT = (90.0, 0.0, 1.0)
    RIGHT = (-90.0, 0.0, 1.0)
    TOP = (0.0, 90.0, 1.4)
    SOLES = (0.0, -90.0, 2.7)


@dataclass(frozen=True, slots=True)
class Haze:
    """What lies farther than ``clear_mm`` behind the middle of the view fades within ``length_mm``."""

    clear_mm: float
    length_mm: float


_HAZE_FROM_DEGREES, _HAZE_FULL_DEGREES = -58.0, -80.0
_HAZE_CLEAR_SHARE, _HAZE_LENGTH_SHARE = 0.12, 0.13


def haze_of(pose: Pose, extent: Extent) -> Haze | None:
    """Return the haze of a view from below, where the feet are what is looked at, else ``None``."""
    share = (pose.pitch_degrees - _HAZE_FROM_DEGREES) / (_HAZE_FULL_DEGREES - _HAZE_FROM_DEGREES)
    if share <= 0.0:
        return None
    share = min(1.0, share)
    clear = extent.height_mm * (1.15 + (_HAZE_CLEAR_SHARE - 1.15) * share)
    return Haze(clear, extent.height_mm * _HAZE_LENGTH_SHARE)


def snapped(view: SnapView, extent: Extent) -> Pose:
    """Return the pose of one of the fixed views; from below, the feet are in the middle."""
    yaw, pitch, zoom = view.value
    x, y, z = extent.middle_mm
    if view is SnapView.SOLES:
        y, z = 0.0, z + extent.height_mm * 0.03
    if view is SnapView.TOP:
        y = extent.height_mm
    return Pose(yaw, pitch, zoom, (x, y, z))


def pose_toward(place_mm: Vector, direction: Vector, zoom: float) -> Pose:
    """Return the pose that looks at a place against ``direction``, the way from the place to the eye."""
    x, y, z = direction
    size = math.sqrt(x * x + y * y + z * z)
    pitch = math.degrees(math.asin(max(-1.0, min(1.0, y / size))))
    yaw = math.degrees(math.atan2(x, z)) if math.hypot(x, z) > 1e-6 else 0.0
    return Pose(yaw, pitch, min(ZOOM_MAX, max(ZOOM_MIN, zoom)), place_mm)


def between(start: Pose, goal: Pose, share: float) -> Pose:
    """Return the pose on the way; at 1 it is the goal itself. The body turns the shorter way round."""
    if share >= 1.0:
        return goal
    turn = _wrapped(goal.yaw_degrees - start.yaw_degrees)
    mix = tuple(a + (b - a) * share for a, b in zip(start.target_mm, goal.target_mm, strict=True))
    return Pose(
        _wrapped(start.yaw_degrees + turn * share),
        start.pitch_degrees + (goal.pitch_degrees - start.pitch_degrees) * share,
        start.zoom * (goal.zoom / start.zoom) ** share,
        (mix[0], mix[1], mix[2]),
    )


def px_per_mm(pose: Pose, extent: Extent, width: float, height: float) -> float:
    """Return the scale at which a body stands in a view of that size."""
    fits = min(height / extent.height_mm, width / (2.0 * extent.reach_mm))
    return fits * FILLED * pose.zoom


def camera_of(pose: Pose, extent: Extent, width: float, height: float, by: float = 1.0) -> Camera:
    """Return the camera for a view of ``width`` x ``height`` map pixels, ``by`` picture pixels to each."""
    scale = px_per_mm(pose, extent, width, height) * by
    return Camera(
        pose.target_mm, pose.right, pose.up, scale, max(1, round(width * by)), max(1, round(height * by))
    )


def _wrapped(degrees: float) -> float:
    """Return the same direction within -180 and 180."""
    return (degrees + 180.0) % 360.0 - 180.0 if not -180.0 <= degrees <= 180.0 else degrees
