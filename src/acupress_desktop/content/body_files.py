"""Read the baked body (`assets/body_maps`) into a `BodyModel`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from acupress_desktop.domain.anatomy.body import BodyModel, ShapeKnots

if TYPE_CHECKING:
    from pathlib import Path

BODY_FILE: Final = "body_lod0.npz"
BASIS_FILE: Final = "shape_basis.npz"
SCHEMA: Final = 1


class BodyFileError(ValueError):
    """A body file is missing, damaged or of another schema; `path` names it."""

    def __init__(self, path: Path, reason: str) -> None:
        """Name the file and what is wrong with it."""
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


def read_body_model(root: Path) -> BodyModel:
    """Read the body model from `root`, the folder that holds `body_lod0.npz`.

    Raises:
        BodyFileError: a file is missing, damaged or of another schema.
    """
    body = _arrays(root / BODY_FILE)
    basis = _arrays(root / BASIS_FILE)
    try:
        components = np.concatenate(
            [
                basis[name].astype(np.float32) * basis[f"{name}_scale"][:, None, None]
                for name in ("wide", "narrow")
            ]
        )
        return BodyModel(
            quads=body["quads"].astype(np.intp),
            cap_quad_count=int(body["cap_quads"]),
            quad_part=body["quad_part"].astype(np.intp),
            vertex_part=body["vertex_part"].astype(np.intp),
            part_names=tuple(str(name) for name in body["part_names"]),
            joint_names=tuple(str(name) for name in body["joint_names"]),
            row_mirror=body["row_mirror"].astype(np.intp),
            half_rows=body["half_rows"].astype(np.intp),
            mean_mm=basis["mean_sixteenth_mm"].astype(np.float32) / np.float32(16.0),
            basis=components.reshape(len(components), -1),
            coefficients=basis["coefficients"].astype(np.float64),
            knots=ShapeKnots(
                sex=basis["sex_knots"],
                weight=basis["weight_knots"],
                muscle=basis["muscle_knots"],
                age=basis["age_knots"],
                height=basis["height_knots"],
            ),
        )
    except KeyError as missing:
        raise BodyFileError(root, f"lacks {missing}") from missing


def _arrays(path: Path) -> dict[str, np.ndarray]:
    try:
        with np.load(path, allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in stored.files}
    except (OSError, ValueError, EOFError) as error:
        raise BodyFileError(path, str(error)) from error
    if int(arrays.get("schema", -1)) != SCHEMA:
        raise BodyFileError(path, f"schema is not {SCHEMA}")
    return arrays
