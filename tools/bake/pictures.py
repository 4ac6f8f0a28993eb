"""Bake every picture of both figures: WebP, line art and the list of views."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PIL import Image

from acupress_desktop.content.body_files import read_body_model
from acupress_desktop.domain.anatomy.figure_light import DAY, EVENING
from acupress_desktop.domain.anatomy.shape import FIGURE_F, FIGURE_M

from .details import strokes_of
from .figure import Figure, build_figure
from .lines import line_art
from .render import Rendering, render
from .shapes import kept_mesh
from .views import View, views_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acupress_desktop.domain.anatomy.body import Body

    from .base_mesh import BaseMesh

FIGURES: Final = {"figure_f": FIGURE_F, "figure_m": FIGURE_M}
QUALITY: Final = 95  # below, the hems of the cloth show the blocks of the codec
VIEWS_FILE: Final = "views.json"


def bake_pictures(base: BaseMesh, root: Path, supersampling: int, only: tuple[str, ...] = ()) -> None:
    """Write `views/*.webp`, `views/*.svg`, `evening/*.webp` and `views.json` below `root`."""
    (root / "views").mkdir(parents=True, exist_ok=True)
    model = read_body_model(root)
    mesh = kept_mesh(base)
    listed: dict[str, Any] = {}
    for name, shape in FIGURES.items():
        figure = build_figure(base, mesh, model.shaped(shape))
        strokes = strokes_of(figure.body)
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
            looks = (DAY, EVENING) if view.kind == "close_up" else (DAY,)
            pictures = render(part, view, looks, supersampling, strokes)
            stem = f"{name}_{view.id}"
            for folder, picture in zip(("views", "evening"), pictures, strict=False):
                _saved(picture, root / folder / f"{stem}.webp")
            art = line_art(part, view, pictures[0], f"#{DAY.line_code:06x}")
            (root / "views" / f"{stem}.svg").write_text(art, encoding="utf-8")
    _write_list(root, listed)


def _saved(picture: Rendering, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(picture.rgba).save(path, quality=QUALITY, alpha_quality=100, method=4)


def _write_list(root: Path, listed: dict[str, Any]) -> None:
    document = {"schema": 1, "scale": 2, "figures": listed}
    (root / VIEWS_FILE).write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")


def fitted_views(figure: Figure) -> Iterator[tuple[View, Figure]]:
    """Yield each view with its final camera and the part of the figure that it draws."""
    body: Body = figure.body
    limited: dict[tuple[str, ...], Figure] = {body.model.part_names: figure}
    for view in views_of(body):
        if view.parts not in limited:
            limited[view.parts] = figure.limited_to(view.parts, own_sky=True)
        part = limited[view.parts]
        yield view.fitted(part.points, part.triangles), part


def _entry(figure: str, view: View) -> dict[str, Any]:
    camera = view.camera
    return {
        "id": view.id,
        "file": f"views/{figure}_{view.id}.webp",
        "svg": f"views/{figure}_{view.id}.svg",
        "evening": f"evening/{figure}_{view.id}.webp" if view.kind == "close_up" else None,
        "regions": f"regions/regions_{figure}_{view.id}.png",
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
