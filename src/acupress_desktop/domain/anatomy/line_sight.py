"""Where guide lines are seen on a picture of the body, in its pixels; hidden parts are left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from acupress_desktop.domain.anatomy.scan import facing, scanned
from acupress_desktop.domain.anatomy.views import MIN_FACING, MIN_OPACITY, ShownSide
from acupress_desktop.domain.guide_lines import SeenLine
from acupress_desktop.domain.sides import SiteSide

if TYPE_CHECKING:
    from acupress_desktop.domain.anatomy.body import Body, Floats
    from acupress_desktop.domain.anatomy.skin_lines import SkinLineOnBody
    from acupress_desktop.domain.anatomy.views import BodyView

_COARSE: Final = 4
"""Hidden parts are told on a grid this much coarser than the picture."""
_SUNK_MM: Final = 6.0
"""A line counts as hidden when the skin in front of it is nearer to the eye by more than this."""


def seen_lines(view: BodyView, body: Body, lines: Iterable[SkinLineOnBody]) -> tuple[SeenLine, ...]:
    """Return the pieces of ``lines`` that a picture of ``body`` shows.

    A picture of one limb is made from the left one; lines of the right side are left out of it.
    """
    near_mm = _skin_nearest_mm(view, body)
    wanted = (
        line for line in lines if view.side is ShownSide.BOTH or line.side is not SiteSide.RIGHT
    )  # fmt: skip
    return tuple(piece for line in wanted for piece in _pieces(view, line, near_mm))


def _skin_nearest_mm(view: BodyView, body: Body) -> Floats:
    """Return how near to the eye the skin is, on a coarse grid; minus infinity beside the body."""
    camera = view.camera
    model = body.model
    offset = body.vertices_mm - np.array(camera.origin_mm)
    scale = camera.px_per_mm / _COARSE
    width, height = (-(-side // _COARSE) for side in (camera.width_px, camera.height_px))
    screen = np.stack(
        (
            offset @ np.array(camera.right) * scale + width / 2.0,
            -(offset @ np.array(camera.up)) * scale + height / 2.0,
            offset @ camera.toward_eye,
        ),
        axis=1,
    ).astype(np.float32)
    shown = np.isin(model.face_part, model.parts(*view.parts))
    faces = body.faces[shown].astype(np.int32)
    return np.asarray(scanned(facing(screen, faces, width, height), width, 0, height).depth, dtype=float)


def _pieces(view: BodyView, line: SkinLineOnBody, near_mm: Floats) -> Iterator[SeenLine]:
    camera = view.camera
    places = camera.project_px(line.points_mm)
    depth = (line.points_mm - np.array(camera.origin_mm)) @ camera.toward_eye
    height, width = near_mm.shape
    columns = np.clip((places[:, 0] / _COARSE).astype(int), 0, width - 1)
    rows = np.clip((places[:, 1] / _COARSE).astype(int), 0, height - 1)
    inside = (
        (places[:, 0] >= 0.0)
        & (places[:, 1] >= 0.0)
        & (places[:, 0] <= camera.width_px)
        & (places[:, 1] <= camera.height_px)
    )
    skin = near_mm[rows, columns]
    seen = inside & (line.normals @ camera.toward_eye > MIN_FACING)
    seen &= (depth >= skin - _SUNK_MM) & (depth <= skin + _SUNK_MM)
    seen &= np.array([view.opacity_at(place) >= MIN_OPACITY for place in line.points_mm])
    for stretch in line.pieces():
        edges = np.flatnonzero(np.diff(np.concatenate(([0], seen[stretch].astype(int), [0]))))
        for first, last in pairwise(edges):
            if seen[stretch][first] and last - first > 1:
                found = places[stretch][first:last]
                yield SeenLine(
                    line.line,
                    line.layer,
                    line.side,
                    tuple((round(float(x), 1), round(float(y), 1)) for x, y in found),
                )
