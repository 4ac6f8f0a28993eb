"""Bake the body: mesh and shape space, pictures, region masks, quick previews.

    python tools/bake_body.py mesh        body_lod0.npz and shape_basis.npz
    python tools/bake_body.py pictures    views/*.webp, views/*.svg and views.json
    python tools/bake_body.py regions     regions/*.png, after region_faces.npz has changed
    python tools/bake_body.py preview --view front --out x.png [--mark landmarks.json]

The source is downloaded once into the cache folder and checked (see bake/source.py).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tools"), str(ROOT / "src")]

from bake.base_mesh import read_base_mesh  # noqa: E402
from bake.pictures import bake_pictures  # noqa: E402
from bake.preview import preview  # noqa: E402
from bake.region_masks import bake_region_masks  # noqa: E402
from bake.shapes import write_body_files  # noqa: E402
from bake.source import fetch_source  # noqa: E402

BODY_MAPS = ROOT / "assets" / "body_maps"


def main(arguments: list[str] | None = None) -> int:
    """Run one bake command and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "body_source")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("mesh", help="bake the run-time mesh and the shape space")
    draw = commands.add_parser("pictures", help="bake the pictures of both figures")
    draw.add_argument("--supersampling", type=int, default=4)
    draw.add_argument("--only", nargs="*", default=[], help="view ids; the list of views is always complete")
    commands.add_parser("regions", help="bake the region index pictures from region_faces.npz")
    show = commands.add_parser("preview", help="draw the run-time body with millimetre axes")
    show.add_argument(
        "--view", default="front", help="front, back, left, right, top, bottom or x,y,z toward the eye"
    )
    show.add_argument("--box", help="xmin,ymin,zmin,xmax,ymax,zmax in mm: only this part of the body")
    show.add_argument("--parts", help="comma separated part names")
    show.add_argument("--shape", default="0.5,170,65,30", help="sex,height_cm,weight_kg,age")
    show.add_argument("--mark", type=Path, help='JSON: {"name": [x, y, z], ...} in mm')
    show.add_argument("--size", type=int, default=1000)
    show.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args(arguments)
    if chosen.command == "mesh":
        write_body_files(read_base_mesh(fetch_source(chosen.cache)), BODY_MAPS)
    elif chosen.command == "pictures":
        base = read_base_mesh(fetch_source(chosen.cache))
        bake_pictures(base, BODY_MAPS, chosen.supersampling, tuple(chosen.only))
    elif chosen.command == "regions":
        bake_region_masks(BODY_MAPS)
    elif chosen.command == "preview":
        preview(
            BODY_MAPS, chosen.out, chosen.view, chosen.size,
            shape=chosen.shape, box=chosen.box, parts=chosen.parts, marks=chosen.mark,
        )  # fmt: skip
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
