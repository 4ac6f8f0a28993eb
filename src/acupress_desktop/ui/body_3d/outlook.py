"""What of a scene is seen from one pose, in pixels of the view: points, lines, the chosen point's ring."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from acupress_desktop.domain.anatomy.sight import SeenPlace, Sight, Standing
from acupress_desktop.ui.body_3d.pose import Haze
from acupress_desktop.ui.body_3d.scene import SolidMarker, TurningScene
from acupress_desktop.ui.body_map.arrangement import RADIUS_MIN_PX, Spot
from acupress_desktop.ui.body_map.frame import Mirror
from acupress_desktop.ui.body_map.marking import TOLERANCE_MIN_PX, radius_of
from acupress_desktop.ui.body_map.scene import GuideLine

_CROWDED_SHARE = 0.58
_BESIDE_PX = 16.0


@dataclass(frozen=True, slots=True)
class Ring:
    """The circle on the skin within which to feel around, as the eye sees it: an ellipse.

    ``narrow`` is the share of its width that is left in the direction ``tilt_degrees``.
    """

    x: float
    y: float
    radius: float
    narrow: float
    tilt_degrees: float


@dataclass(frozen=True, slots=True)
class Outlook:
    """The scene from one pose.

    ``spots`` are the points that are seen, in the scene's order; ``ring`` belongs to the chosen point.
    ``behind`` is where the chosen point lies when the body hides it.
    """

    spots: tuple[Spot, ...]
    lines: tuple[GuideLine, ...]
    ring: Ring | None
    behind: tuple[float, float] | None


def look_out(
    scene: TurningScene, sight: Sight, mirror: Mirror, haze: Haze | None = None, growth: float = 1.0
) -> Outlook:
    """Return what is seen of ``scene`` by the camera of ``sight``, flipped where it is a mirror.

    ``growth`` is by how much markers are larger than usual.
    """
    width, height = sight.camera.width_px, sight.camera.height_px
    far = -math.inf if haze is None else -(haze.clear_mm + haze.length_mm / 2)
    seen = sight.of(scene.places)
    spots: list[Spot] = []
    ring: Ring | None = None
    behind: tuple[float, float] | None = None
    for marker, place in zip(scene.markers, seen, strict=True):
        x = width - place.x_px if mirror is Mirror.FLIPPED else place.x_px
        chosen = scene.chosen is not None and marker.key == scene.chosen
        if place.standing is not Standing.SEEN or place.depth_mm < far:
            behind = (x, place.y_px) if chosen else behind
            continue
        if not (-_BESIDE_PX <= x <= width + _BESIDE_PX and -_BESIDE_PX <= place.y_px <= height + _BESIDE_PX):
            continue
        spots.append(Spot(marker.flat(x, place.y_px), x, place.y_px, radius_of(marker.look) * growth, 0.0))
        if chosen:
            ring = _ring(marker, place, x, sight.camera.px_per_mm, mirror)
    return Outlook(_with_room(spots), _lines(scene, sight, mirror, far), ring, behind)


def _ring(marker: SolidMarker, place: SeenPlace, x: float, px_per_mm: float, mirror: Mirror) -> Ring | None:
    if marker.tolerance_mm is None:
        return None
    across, down = place.normal_px
    tilt = math.degrees(math.atan2(down, -across if mirror is Mirror.FLIPPED else across))
    radius = max(TOLERANCE_MIN_PX, marker.tolerance_mm * px_per_mm)
    return Ring(x, place.y_px, radius, min(1.0, max(0.0, place.facing)), tilt)


def _with_room(spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """Let large markers shrink where they would hide each other's middle."""
    fitted = []
    for spot in spots:
        radius = spot.radius
        if radius > RADIUS_MIN_PX:
            nearest = min(
                (math.hypot(spot.x - other.x, spot.y - other.y) for other in spots if other is not spot),
                default=math.inf,
            )
            radius = min(radius, max(RADIUS_MIN_PX, nearest * _CROWDED_SHARE))
        fitted.append(Spot(spot.marker, spot.x, spot.y, radius, spot.tolerance))
    return tuple(fitted)


def _lines(scene: TurningScene, sight: Sight, mirror: Mirror, far: float) -> tuple[GuideLine, ...]:
    """Return the stretches of the lines that are seen."""
    width = sight.camera.width_px
    return tuple(
        GuideLine(
            scene.lines[number].look,
            tuple((width - x, y) for x, y in run) if mirror is Mirror.FLIPPED else run,
        )
        for number, run in sight.runs(scene.line_places, scene.line_starts, far)
    )
