"""Reads ``figure_look.npz``, the baked light of the drawn surface; needs numpy."""

from __future__ import annotations

from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from acupress_desktop.content.refusals import ContentError
from acupress_desktop.domain.anatomy.drawn_body import DrawnMesh, FigureLook

SCHEMA = 1
_SHARE = np.float32(1.0 / 255.0)
_RELIEF_UNIT = np.float32(1.0 / 90.0)


def read_figure_look(root: Path, mesh: DrawnMesh) -> FigureLook:
    """Read the look of the surface that ``mesh`` joins, below the asset folder ``root``.

    Raises ``ContentError`` where the file is missing, damaged or made for another mesh.
    """
    path = root / "body_maps" / "figure_look.npz"
    try:
        # Opened here: numpy leaves the file open when it is no archive.
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
            schema = int(stored["schema"])
            knots = stored["weight_knots"].astype(np.float32)
            sky = stored["open_sky"].astype(np.float32) * _SHARE
            relief = stored["relief"].astype(np.float32) * _RELIEF_UNIT
            arm_share = stored["arm_share"].astype(np.float32) * _SHARE
            brow = stored["brow"].astype(np.float32) * _SHARE
    except (OSError, KeyError, ValueError, TypeError, EOFError, BadZipFile) as error:
        raise ContentError(path, None, str(error)) from error
    if schema != SCHEMA:
        raise ContentError(path, None, f"schema is not {SCHEMA}")
    half = len(mesh.left_half)
    grids = {sky.shape, relief.shape, (*knots.shape, half)}
    if len(grids) > 1 or knots.ndim != 2 or {arm_share.shape, brow.shape} != {(half,)}:
        raise ContentError(path, None, "was made for another mesh")
    if len(knots) != 2 or knots.shape[1] < 2 or not (np.diff(knots, axis=1) > 0.0).all():
        raise ContentError(path, None, "the weight knots do not ascend")
    return FigureLook(
        weight_knots=knots,
        open_sky=mesh.whole(sky),
        relief=mesh.whole(relief),
        arm_share=mesh.whole(arm_share),
        brow=mesh.whole(brow),
    )
