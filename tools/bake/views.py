"""The views of a figure as the baking sees them: the plan of the pictures with cameras made of arrays.

What is shown, from where and how large stands in `acupress_desktop.domain.anatomy.picture_plan`, which the
app uses too for a person's own body.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from acupress_desktop.domain.anatomy import picture_plan
from acupress_desktop.domain.anatomy.picture_plan import PlannedView

from .base_mesh import Floats, Ints
from .raster import z_buffer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acupress_desktop.domain.anatomy.body import Body

hand_normal = picture_plan.hand_normal


@dataclass(frozen=True, slots=True)
class Camera:
    """An orthographic camera; `origin_mm` lies in the middle of the picture."""

    origin_mm: Floats
    right: Floats
    up: Floats
    px_per_mm: float
    size_px: tuple[int, int]

    @property
    def eye(self) -> Floats:
        """Unit vector from the body toward the eye."""
        return np.cross(self.right, self.up)

    def screen(self, points: Floats) -> Floats:
        """Return (x right, y down, z toward the eye), all in pixels."""
        offset = points - self.origin_mm
        return np.stack(
            (
                offset @ self.right * self.px_per_mm + self.size_px[0] / 2.0,
                -(offset @ self.up) * self.px_per_mm + self.size_px[1] / 2.0,
                offset @ self.eye * self.px_per_mm,
            ),
            axis=1,
        )


@dataclass(frozen=True, slots=True)
class Fade:
    """Alpha falls from 1 to 0 within `length_mm` beyond `origin_mm` along `direction`."""

    origin_mm: Floats
    direction: Floats
    length_mm: float


@dataclass(frozen=True, slots=True)
class View:
    """One picture to bake."""

    planned: PlannedView

    @property
    def id(self) -> str:
        """Name of the view."""
        return self.planned.id

    @property
    def kind(self) -> str:
        """Whole body or close-up."""
        return self.planned.kind.value

    @property
    def part(self) -> str:
        """What it shows."""
        return self.planned.part

    @property
    def side(self) -> str:
        """Whose side it shows."""
        return self.planned.side.value

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of the body that it shows."""
        return self.planned.parts

    @property
    def vignette_mm(self) -> tuple[float, float] | None:
        """Full and no opacity, from the middle."""
        return self.planned.vignette_mm

    @property
    def camera(self) -> Camera:
        """From where it is seen."""
        camera = self.planned.camera
        origin, right, up = (np.array(each) for each in (camera.origin_mm, camera.right, camera.up))
        return Camera(origin, right, up, camera.px_per_mm, (camera.width_px, camera.height_px))

    @property
    def fades(self) -> tuple[Fade, ...]:
        """Where it ends softly."""
        return tuple(
            Fade(np.array(fade.origin_mm), np.array(fade.direction), fade.length_mm)
            for fade in self.planned.fades
        )

    def opacity(self, points: npt.NDArray[np.floating]) -> npt.NDArray[np.floating]:
        """Return the opacity that fades give to points of the surface."""
        return self.planned.opacity(points)

    def fitted(self, points: Floats, triangles: Ints) -> View:
        """Return the view with its camera scaled and moved so that all that is seen fits."""

        def seen(screen: npt.NDArray[np.floating], width: int, height: int) -> npt.NDArray[np.integer]:
            return z_buffer(np.asarray(screen, dtype=np.float64), triangles, width, height)[0]

        return View(self.planned.fitted(points, triangles, seen))


def views_of(body: Body) -> Iterator[View]:
    """Yield every view of a figure, whole bodies first."""
    for planned in picture_plan.views_of(body):
        yield View(planned)
