"""Bake every picture of both figures: WebP, line art and the list of views."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PIL import Image

from acupress_desktop.content.body_files import read_body_model
from acupress_desktop.domain.anatomy.shape import FIGURE_F, FIGURE_M

from .figure import Figure, build_figure
from .lines import line_art
from .render import render
from .shade import DAY
from .shapes import kept_mesh
from .views import View, views_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acupress_desktop.domain.anatomy.body import Body

    from .base_mesh import BaseMesh

FIGURES: Final = {"figure_f": FIGURE_F, "figure_m": FIGURE_M}
QUALITY: Final = 84
VIEWS_FILE: Final = "views.json"


def bake_pictures(base: BaseMesh, root: Path, supersampling: int, only: tuple[str, ...] = ()) -> None:
    """Write `views/*.webp`, `views/*.svg` and `views.json` below `root`."""
    (root / "views").mkdir(parents=True, exist_ok=True)
    model = read_body_model(root)
    mesh = kept_mesh(base)
    listed: dict[str, Any] = {}
    for name, shape in FIGURES.items():
        figure = build_figure(base, mesh, model.shaped(shape))
        listed[name] = {
            "shape": {
                "sex": shape.sex, "height_cm": shape.height_cm,
                "weight_kg": shape.weight_kg, "age": shape.age,
            },
            "views": [],
        }  # fmt: skip
        for view, part in fitted_views(figure):
            listed[name]["views"].append(_entry(name, view))
            if only and view.id not in only:
                continue
            picture = render(part, view, DAY, supersampling)
            stem = root / "views" / f"{name}_{view.id}"
            Image.fromarray(picture.rgba).save(
                stem.with_suffix(".webp"), quality=QUALITY, alpha_quality=95, method=6
            )
            art = line_art(part, view, picture, DAY.line_code)
            stem.with_suffix(".svg").write_text(art, encoding="utf-8")
    document = {"schema": 1, "scale": 2, "figures": listed}
    (root / VIEWS_FILE).write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")


def fitted_views(figure: Figure) -> Iterator[tuple[View, Figure]]:
    """Yield each view with its final camera and the part of the figure that it draws."""
    body: Body = figure.body
    for view in views_of(body):
        whole = len(view.parts) == len(body.model.part_names)
        part = figure if whole else figure.limited_to(view.parts, own_sky=False)
        yield view.fitted(part.points, part.triangles), part


def _entry(figure: str, view: View) -> dict[str, Any]:
    camera = view.camera
    return {
        "id": view.id,
        "file": f"views/{figure}_{view.id}.webp",
        "svg": f"views/{figure}_{view.id}.svg",
        "kind": view.kind,
        "part": view.part,
        "side": view.side,
        "parts": list(view.parts),
        "title": f"view_{view.id}",
        "size_px": list(camera.size_px),
        "camera": {
            "origin_mm": [round(float(v), 3) for v in camera.origin_mm],
            "right": [round(float(v), 7) for v in camera.right],
            "up": [round(float(v), 7) for v in camera.up],
            "px_per_mm": round(camera.px_per_mm, 6),
        },
        "fades": [
            {
                "origin_mm": [round(float(v), 2) for v in fade.origin_mm],
                "direction": [round(float(v), 5) for v in fade.direction],
                "length_mm": round(fade.length_mm, 2),
            }
            for fade in view.fades
        ],
        "vignette_mm": list(view.vignette_mm) if view.vignette_mm else None,
    }
