"""Write assets/body_maps/figure_look.npz: light, arms and brows of the surface that is drawn live.

    python tools/bake_figure_look.py            write the file
    python tools/bake_figure_look.py --check    only tell whether it is up to date

How much sky each vertex sees and how far it stands out of its neighbourhood are computed on six bodies:
women and men, lean, average and heavy. The app mixes them for the body that it draws. Only the left half
is stored; the right one is its mirror image.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tools"), str(ROOT / "src")]

from bake.base_mesh import read_base_mesh  # noqa: E402
from bake.details import BROW_PEN, brow_strokes  # noqa: E402
from bake.figure import arm_share, open_sky, relief  # noqa: E402
from bake.shapes import kept_mesh  # noqa: E402
from bake.source import fetch_source  # noqa: E402

from acupress_desktop.content.body_files import read_body_model  # noqa: E402
from acupress_desktop.domain.anatomy.body import Body  # noqa: E402
from acupress_desktop.domain.anatomy.drawn_body import DrawnMesh, smooth_normals, surface_points  # noqa: E402
from acupress_desktop.domain.anatomy.shape import FIGURE_F, BodyShape  # noqa: E402

BODY_MAPS = ROOT / "assets" / "body_maps"
TARGET = BODY_MAPS / "figure_look.npz"
SCHEMA = 1
BODIES = (
    (
        BodyShape(sex=0.0, height_cm=165.0, weight_kg=38.0, age=35.0),
        BodyShape(sex=0.0, height_cm=165.0, weight_kg=54.0, age=35.0),
        BodyShape(sex=0.0, height_cm=165.0, weight_kg=104.0, age=35.0),
    ),
    (
        BodyShape(sex=1.0, height_cm=178.0, weight_kg=48.0, age=35.0),
        BodyShape(sex=1.0, height_cm=178.0, weight_kg=68.0, age=35.0),
        BodyShape(sex=1.0, height_cm=178.0, weight_kg=120.0, age=35.0),
    ),
)
DIRECTIONS = 320
Floats = npt.NDArray[np.float64]


def main(arguments: list[str] | None = None) -> int:
    """Bake, and write or compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "body_source")
    parser.add_argument("--check", action="store_true")
    chosen = parser.parse_args(arguments)
    arrays = baked(chosen.cache)
    if not chosen.check:
        np.savez_compressed(TARGET, **arrays)
        print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")
        return 0
    with np.load(TARGET, allow_pickle=False) as stored:
        same = all(np.abs(stored[name].astype(float) - arrays[name]).max() <= 1 for name in arrays)
    print(f"{TARGET.name}: {'up to date' if same else 'differs; run tools/bake_figure_look.py'}")
    return 0 if same else 1


def baked(cache: Path) -> dict[str, npt.NDArray[Any]]:
    """Return the arrays of the file."""
    model = read_body_model(BODY_MAPS)
    mesh = DrawnMesh(model)
    base = read_base_mesh(fetch_source(cache))
    kept = kept_mesh(base)
    opposite, left = mesh.opposite, mesh.left_half
    sky, standing, knots = [], [], []
    for row in BODIES:
        for shape in row:
            body = model.shaped(shape)
            points = surface_points(body, mesh).astype(np.float64)
            normals = smooth_normals(points, mesh.quads).astype(np.float64)
            quads = mesh.quads.astype(np.int64)
            knots.append(body.axes.weight)
            sky.append(_even(open_sky(points, quads, normals, DIRECTIONS), opposite)[left])
            standing.append(_even(relief(points, quads), opposite)[left])
            print(f"sex {shape.sex:g}, {shape.weight_kg:g} kg: weight axis {body.axes.weight:.3f}")
    share = mesh.smoothed((kept.limit @ arm_share(base)).astype(np.float32))
    half = (len(BODIES), len(BODIES[0]), len(left))
    return {
        "schema": np.array(SCHEMA),
        "weight_knots": np.array(knots, dtype=np.float32).reshape(half[:2]),
        "open_sky": _bytes(np.stack(sky), 255.0).reshape(half),
        "relief": np.clip(np.rint(np.stack(standing) * 90.0), -127, 127).astype(np.int8).reshape(half),
        "arm_share": _bytes(_even(share.astype(np.float64), opposite)[left], 255.0),
        "brow": _bytes(_brow(model.shaped(FIGURE_F), mesh)[left], 255.0),
    }


def _brow(body: Body, mesh: DrawnMesh) -> Floats:
    """Return how much of a brow lies on each vertex: 1 on its line, 0 from its width on."""
    points = surface_points(body, mesh).astype(np.float64)
    most = np.zeros(len(points))
    for stroke in brow_strokes(body):
        along = np.linspace(0.0, 1.0, len(stroke.points))
        taper = np.sqrt(np.clip(np.sin(np.pi * (0.06 + 0.9 * along)), 0.0, 1.0))
        for point, wide in zip(stroke.points, taper, strict=True):
            away = np.linalg.norm(points - point, axis=1)
            reach = BROW_PEN.width_mm * wide / 2.0
            most = np.maximum(most, 0.5 - 0.5 * np.tanh((away - reach) / BROW_PEN.softness_mm))
    return np.where(most > 0.01, most, 0.0)


def _even(values: Floats, opposite: npt.NDArray[np.int32]) -> Floats:
    return (values + values[opposite]) / 2.0


def _bytes(values: Floats, unit: float) -> npt.NDArray[np.uint8]:
    return np.clip(np.rint(values * unit), 0, 255).astype(np.uint8)


if __name__ == "__main__":
    raise SystemExit(main())
