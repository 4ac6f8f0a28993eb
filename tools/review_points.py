"""Write one page that shows every set point and every landmark it needs on several bodies.

    python tools/review_points.py OUT.html [--all] [CODE ...]

For each: its rule, its sentence, how the landmark was made, and a picture per body, looked at
straight along the skin's normal. Read it after any change of landmarks, rules or mesh.
"""

from __future__ import annotations

import argparse
import base64
import html
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tools"), str(ROOT / "src")]

from bake.raster import barycentric, z_buffer  # noqa: E402

from acupress_desktop.content.atlas_files import read_atlas  # noqa: E402
from acupress_desktop.content.body_files import read_body_model  # noqa: E402
from acupress_desktop.content.how_to_files import read_how_to  # noqa: E402
from acupress_desktop.content.landmark_files import read_landmarks  # noqa: E402
from acupress_desktop.domain.anatomy import rules  # noqa: E402
from acupress_desktop.domain.anatomy.landmarks import (  # noqa: E402
    ComputedLandmark,
    LandmarkSet,
    MarkedLandmark,
)
from acupress_desktop.domain.anatomy.locate import Locator  # noqa: E402
from acupress_desktop.domain.anatomy.shape import FIGURE_F, FIGURE_M, BodyShape  # noqa: E402
from acupress_desktop.domain.anatomy.surface import SurfaceAnchor  # noqa: E402
from acupress_desktop.domain.atlas import Atlas, Point  # noqa: E402
from acupress_desktop.domain.ids import PointCode  # noqa: E402
from acupress_desktop.domain.sides import SiteSide  # noqa: E402

Floats = npt.NDArray[np.float64]
ASSETS: Final = ROOT / "assets"
SHAPES: Final = {
    "female figure": FIGURE_F,
    "male figure": FIGURE_M,
    "heavy": BodyShape(sex=0.4, height_cm=165.0, weight_kg=118.0, age=55.0),
}
SIZE_PX: Final = 300
SPAN_MM: Final = 190.0
SKIN: Final = np.array((238.0, 217.0, 198.0))


def picture(locator: Locator, anchor: SurfaceAnchor, beside: dict[str, SurfaceAnchor]) -> Image.Image:
    """Return the skin round a place, seen along its normal, with its neighbours named."""
    body, surface = locator.body, locator.places.surface
    centre, eye = anchor.position_mm(body), anchor.normal(body)
    up = np.array((0.0, 1.0, 0.0)) if abs(eye[1]) < 0.9 else np.array((0.0, 0.0, 1.0))
    up = up - eye * float(up @ eye)
    up /= np.linalg.norm(up)
    right = np.cross(up, eye)
    scale = SIZE_PX / SPAN_MM

    def screen(points: Floats) -> Floats:
        offset = np.atleast_2d(points) - centre
        return np.stack(
            (offset @ right * scale + SIZE_PX / 2, SIZE_PX / 2 - offset @ up * scale, offset @ eye), axis=1
        )

    flat = screen(body.vertices_mm)
    # The other leg, or the trunk beside an arm, would hide inner sides.
    limb = locator.places.part(anchor).rpartition("_")[2]
    hiding = [name for name in body.model.part_names if limb in ("left", "right") and not name.endswith(limb)]
    shown = ~np.isin(body.model.vertex_part, body.model.parts(*hiding))
    near = np.flatnonzero(shown & (np.linalg.norm(body.vertices_mm - centre, axis=1) < SPAN_MM * 1.1))
    kept = np.zeros(len(body.vertices_mm), dtype=bool)
    kept[near] = True
    faces = body.faces[kept[body.faces].all(axis=1)]
    ids, _ = z_buffer(flat, faces, SIZE_PX, SIZE_PX)
    covered = ids >= 0
    weights = barycentric(flat, faces, ids)
    normals = (body.vertex_normals[faces[ids[covered]]] * weights[:, :, None]).sum(axis=1)
    light = np.clip(normals @ (eye * 0.7 + up * 0.5 + right * 0.45), 0.0, 1.0)
    pixels = np.full((SIZE_PX, SIZE_PX, 3), 255, dtype=np.uint8)
    pixels[covered] = (SKIN * (0.35 + 0.65 * light[:, None])).astype(np.uint8)
    image = Image.fromarray(pixels)
    draw = ImageDraw.Draw(image)
    for name, other in beside.items():
        x, y, _ = screen(other.position_mm(body))[0]
        if 0 < x < SIZE_PX and 0 < y < SIZE_PX and surface.sees(other, eye):
            draw.ellipse((x - 2, y - 2, x + 2, y + 2), fill=(40, 70, 190))
            draw.text((x + 4, y - 6), name, fill=(40, 70, 190))
    middle = SIZE_PX / 2
    draw.ellipse((middle - 4, middle - 4, middle + 4, middle + 4), fill=(190, 20, 20))
    return image


def data_uri(image: Image.Image) -> str:
    """Return a picture as text that a page can hold."""
    buffer = io.BytesIO()
    image.save(buffer, format="JPEG", quality=82)
    return "data:image/jpeg;base64," + base64.b64encode(buffer.getvalue()).decode("ascii")


def needed(rule: object, atlas: Atlas, landmarks: LandmarkSet, seen: set[str]) -> Iterator[str]:
    """Yield every landmark that a rule leads back to, each once."""
    for part in rules.inputs(rule):  # type: ignore[arg-type]
        if isinstance(part, rules.PointPlace):
            yield from needed(atlas[part.code].rule, atlas, landmarks, seen)
        elif part not in seen:
            seen.add(part)
            yield part
            landmark = landmarks[part]
            if isinstance(landmark, ComputedLandmark):
                yield from needed(landmark.rule, atlas, landmarks, seen)


def chosen_points(atlas: Atlas, codes: list[str], everything: str) -> list[Point]:
    """Return the points that were asked for; without any, those that have an instruction."""
    if everything:
        return [point for point in atlas if point.pressability.value != "never"]
    wanted = [atlas.find_code(code) for code in codes] or list(read_how_to(ASSETS, atlas))
    return [atlas[PointCode(code)] for code in wanted]


def main() -> int:
    """Write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("codes", nargs="*")
    parser.add_argument("--all", action="store_const", const="all", default="")
    wanted = parser.parse_args()
    atlas, landmarks = read_atlas(ASSETS), read_landmarks(ASSETS)
    model = read_body_model(ASSETS / "body_maps")
    locators = {name: Locator(model.shaped(shape), landmarks, atlas) for name, shape in SHAPES.items()}
    points = chosen_points(atlas, wanted.codes, wanted.all)
    rows = [point_row(point, locators, points) for point in points]
    seen: set[str] = set()
    names = [name for point in points for name in needed(point.rule, atlas, landmarks, seen)]
    rows += [landmark_row(name, locators, points) for name in names]
    style = "body{font:15px sans-serif;margin:2em}td{vertical-align:top;padding:6px}code{color:#555}"
    page = f"<!doctype html><meta charset=utf-8><title>Points</title><style>{style}</style><table>"
    wanted.out.write_text(page + "\n".join(rows) + "</table>", encoding="utf-8")
    return 0


def point_row(point: Point, locators: dict[str, Locator], points: list[Point]) -> str:
    """Return one point with its pictures."""
    text = (
        f"<b>{html.escape(point.label)} {html.escape(point.pinyin)}</b><br><code>"
        f"{html.escape(point.rule_text)}</code><p>{html.escape(point.location)}"
        f"<p>{html.escape(point.pressability.value)}, cap {point.max_felt_pressure}"
    )
    return table_row(text, point.code, locators, points)


def landmark_row(name: str, locators: dict[str, Locator], points: list[Point]) -> str:
    """Return one landmark with its pictures."""
    landmark = next(iter(locators.values())).places.landmarks[rules.LandmarkId(name)]
    made = landmark.made if isinstance(landmark, MarkedLandmark) else "computed by rule"
    return table_row(f"<b>{name}</b><p>{html.escape(made)}", name, locators, points)


def table_row(text: str, name: str, locators: dict[str, Locator], points: list[Point]) -> str:
    """Return a row of the page."""
    cells = []
    for body, locator in locators.items():
        beside = {
            str(point.code): locator.places.point(point.code, site)[0]
            for point in points
            for site in point.sites[:1]
            if point.code != name
        }
        places = locator.places
        anchor = (
            places.landmark(rules.LandmarkId(name), SiteSide.LEFT)
            if name in places.landmarks
            else places.point(PointCode(name), SiteSide.LEFT)[0]
        )
        cells.append(f"<td><img src='{data_uri(picture(locator, anchor, beside))}'><br>{body}</td>")
    return f"<tr><td width=320>{text}</td>{''.join(cells)}</tr>"


if __name__ == "__main__":
    sys.exit(main())
