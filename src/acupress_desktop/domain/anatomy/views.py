"""The baked pictures as measuring instruments: from a place on the skin to a pixel and back.

Close-ups exist for the person's left limb; the right limb is the same picture flipped.
All pixels are those of the picture file, which is drawn for a 2x screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
import numpy.typing as npt

from acupress_desktop.domain.anatomy.surface import Surface, SurfaceAnchor
from acupress_desktop.domain.sides import Side

Floats = npt.NDArray[np.float64]

MIN_FACING = 0.12  # cosine to the eye below which a place lies too near the edge to be marked
MIN_OPACITY = 0.5
_MIRROR_SIGN = np.array((-1.0, 1.0, 1.0))


class ViewKind(Enum):
    """How much of the body a picture shows."""

    WHOLE = "whole"
    CLOSE_UP = "close_up"


class ShownSide(Enum):
    """Whose picture it is: of the left limb (flipped for the right), or of the whole middle."""

    LEFT = "left"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Camera:
    """An orthographic camera; `origin_mm` lies in the middle of the picture."""

    origin_mm: tuple[float, float, float]
    right: tuple[float, float, float]
    up: tuple[float, float, float]
    px_per_mm: float
    width_px: int
    height_px: int

    @property
    def toward_eye(self) -> Floats:
        """Unit vector from the body to the eye."""
        return np.asarray(np.cross(self.right, self.up))

    def project_px(self, points_mm: Floats) -> Floats:
        """Return (..., 2) pixel positions, x to the right and y down, of (..., 3) points."""
        offset = np.asarray(points_mm, dtype=float) - self.origin_mm
        x = offset @ np.array(self.right) * self.px_per_mm + self.width_px / 2.0
        y = -(offset @ np.array(self.up)) * self.px_per_mm + self.height_px / 2.0
        return np.stack((x, y), axis=-1)

    def ray_mm(self, x_px: float, y_px: float) -> tuple[Floats, Floats]:
        """Return origin (1 m before the picture plane) and direction of the ray at a pixel."""
        across = (x_px - self.width_px / 2.0) / self.px_per_mm
        upward = (self.height_px / 2.0 - y_px) / self.px_per_mm
        eye = self.toward_eye
        origin = (
            np.array(self.origin_mm)
            + np.array(self.right) * across
            + np.array(self.up) * upward
            + eye * 1000.0
        )
        return origin, -eye


@dataclass(frozen=True, slots=True)
class EdgeFade:
    """The picture fades to nothing within `length_mm` beyond `origin_mm` along `direction`."""

    origin_mm: tuple[float, float, float]
    direction: tuple[float, float, float]
    length_mm: float


@dataclass(frozen=True, slots=True)
class BodyView:
    """One baked picture of one figure.

    `picture`, `line_art` and `region_picture` are paths below the folder of body maps (the
    last one quarter size: 0 for none, else 1 + the row in `region_faces.npz`); `title` is a
    message id; `parts` are the body parts that the picture shows.  Close-ups have an
    `evening_picture` too, lit warm from screen right, for dark rooms.
    """

    id: str
    figure: str
    kind: ViewKind
    part: str
    side: ShownSide
    parts: tuple[str, ...]
    title: str
    picture: str
    line_art: str
    region_picture: str
    camera: Camera
    fades: tuple[EdgeFade, ...] = ()
    vignette_mm: tuple[float, float] | None = None
    evening_picture: str | None = None

    def place_px(self, position_mm: Floats, limb: Side = Side.LEFT) -> tuple[float, float]:
        """Return the pixel of a place in the picture of the `limb`, flipped for the right one."""
        if self._flipped(limb):
            x, y = self.camera.project_px(np.asarray(position_mm) * _MIRROR_SIGN)
            return self.camera.width_px - float(x), float(y)
        x, y = self.camera.project_px(position_mm)
        return float(x), float(y)

    def opacity_at(self, position_mm: Floats, limb: Side = Side.LEFT) -> float:
        """Return how opaque the picture is at a place, 0 to 1."""
        place = np.asarray(position_mm, dtype=float)
        if self._flipped(limb):
            place = place * _MIRROR_SIGN
        opacity = 1.0
        for fade in self.fades:
            beyond = float((place - fade.origin_mm) @ np.array(fade.direction))
            opacity *= _smooth(1.0 - beyond / fade.length_mm)
        if self.vignette_mm is not None:
            full, none = self.vignette_mm
            offset = place - self.camera.origin_mm
            away = float(np.hypot(offset @ np.array(self.camera.right), offset @ np.array(self.camera.up)))
            opacity *= _smooth((none - away) / (none - full))
        return opacity

    def shows(self, surface: Surface, anchor: SurfaceAnchor, limb: Side = Side.LEFT) -> bool:
        """Tell whether the picture shows a place: on its parts, facing the eye, not hidden."""
        model = surface.body.model
        if self._flipped(limb):
            anchor = anchor.mirrored(model)
        if model.part_names[int(model.face_part[anchor.face])] not in self.parts:
            return False
        position, normal = anchor.position_mm(surface.body), anchor.normal(surface.body)
        eye = self.camera.toward_eye
        x, y = self.camera.project_px(position)
        inside = 0.0 <= x <= self.camera.width_px and 0.0 <= y <= self.camera.height_px
        if not inside or float(normal @ eye) < MIN_FACING or self.opacity_at(position) < MIN_OPACITY:
            return False
        return not surface.hits(position + normal, eye, self.parts)

    def touched(
        self, surface: Surface, x_px: float, y_px: float, limb: Side = Side.LEFT
    ) -> SurfaceAnchor | None:
        """Return the place on the skin under a pixel of the picture, or None beside the body."""
        flipped = self._flipped(limb)
        origin, direction = self.camera.ray_mm(self.camera.width_px - x_px if flipped else x_px, y_px)
        found = surface.hits(origin, direction, self.parts)
        if not found:
            return None
        anchor = found[0][1]
        return anchor.mirrored(surface.body.model) if flipped else anchor

    def _flipped(self, limb: Side) -> bool:
        return self.side is ShownSide.LEFT and limb is Side.RIGHT


def _smooth(share: float) -> float:
    inside = min(1.0, max(0.0, share))
    return inside * inside * (3.0 - 2.0 * inside)
