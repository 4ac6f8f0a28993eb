"""From a pose to the words for it."""

from __future__ import annotations

from acupress_desktop.ui.body_3d.pose import Pose
from acupress_desktop.words import turning as words
from acupress_desktop.words.turning import Height, SeenFrom

_ROUND = (
    SeenFrom.FRONT,
    SeenFrom.FRONT_LEFT,
    SeenFrom.LEFT,
    SeenFrom.BACK_LEFT,
    SeenFrom.BACK,
    SeenFrom.BACK_RIGHT,
    SeenFrom.RIGHT,
    SeenFrom.FRONT_RIGHT,
)
_LEVEL_DEGREES, _STEEP_DEGREES = 12.0, 60.0
_EIGHTH_DEGREES = 45.0


def side_of(pose: Pose) -> SeenFrom:
    """Return from which side of the person the body is seen."""
    return _ROUND[round(pose.yaw_degrees / _EIGHTH_DEGREES) % len(_ROUND)]


def height_of(pose: Pose) -> Height:
    """Return how high the eye is."""
    pitch = pose.pitch_degrees
    if abs(pitch) < _LEVEL_DEGREES:
        return Height.LEVEL
    if pitch > 0:
        return Height.ABOVE if pitch > _STEEP_DEGREES else Height.A_LITTLE_ABOVE
    return Height.BELOW if pitch < -_STEEP_DEGREES else Height.A_LITTLE_BELOW


def spoken_of(pose: Pose, points: int) -> str:
    """Return what a screen reader calls the view."""
    return words.seen(side_of(pose), height_of(pose), points)
