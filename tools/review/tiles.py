"""Small pictures of the skin round a place, seen along its normal, with neighbours and marks."""

from __future__ import annotations

import base64
import io
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

import numpy as np
import numpy.typing as npt
from bake.raster import barycentric, z_buffer
from PIL import Image, ImageDraw, ImageFont

from acupress_desktop.domain.anatomy.locate import Locator
from acupress_desktop.domain.anatomy.surface import SurfaceAnchor

Floats = npt.NDArray[np.float64]
Colour = tuple[int, int, int]

TILE_PX: Final = 240
_SKIN: Final = np.array((233.0, 208.0, 186.0))
_SPANS_MM: Final[Mapping[str, float]] = {
    "hand": 130.0,
    "foot": 150.0,
    "head": 170.0,
    "neck": 190.0,
    "forearm": 220.0,
    "upper_arm": 240.0,
    "shin": 260.0,
    "thigh": 300.0,
    "trunk": 330.0,
}
_FINGER_SPAN_MM: Final = 80.0
_INK: Final[Colour] = (30, 30, 30)
_POINT: Final[Colour] = (196, 22, 28)
_OTHER: Final[Colour] = (16, 110, 70)
_NEIGHBOUR: Final[Colour] = (44, 66, 172)
_LANDMARK: Final[Colour] = (120, 92, 60)
_ARM: Final = ("upper_arm", "forearm", "hand")
_LEG: Final = ("thigh", "shin", "foot")
_INNER_SIDE: Final = -0.3
_SIDEWAYS: Final = 0.6
_UP: Final = np.array((0.0, 1.0, 0.0))
_FORWARD: Final = np.array((0.0, 0.0, 1.0))


class Kind(Enum):
    """What a dot on a tile stands for."""

    NEIGHBOUR = "neighbour"
    LANDMARK = "landmark"
    ALTERNATIVE = "alternative"
    FURTHER = "further"


_COLOURS: Final[Mapping[Kind, Colour]] = {
    Kind.NEIGHBOUR: _NEIGHBOUR,
    Kind.LANDMARK: _LANDMARK,
    Kind.ALTERNATIVE: _OTHER,
    Kind.FURTHER: _POINT,
}


@dataclass(frozen=True, slots=True)
class Dot:
    """One more place on a tile; a short ``name`` is written beside it."""

    name: str
    anchor: SurfaceAnchor
    kind: Kind


@dataclass(frozen=True, slots=True)
class Look:
    """From where a tile looks and how much it shows."""

    centre: Floats
    eye: Floats
    up: Floats
    span_mm: float

    def screen(self, points: Floats, size_px: int) -> Floats:
        """Return x and y in pixels and the depth toward the eye."""
        offset = np.atleast_2d(points) - self.centre
        right = np.cross(self.up, self.eye)
        scale = size_px / self.span_mm
        return np.stack(
            (
                offset @ right * scale + size_px / 2,
                size_px / 2 - offset @ self.up * scale,
                offset @ self.eye,
            ),
            axis=1,
        )


def look_at(locator: Locator, anchor: SurfaceAnchor, region: str = "") -> Look:
    """Return a look straight along the normal of a place."""
    body = locator.body
    centre, eye = anchor.position_mm(body), anchor.normal(body)
    part = locator.places.part(anchor).removesuffix("_left").removesuffix("_right")
    span = _FINGER_SPAN_MM if region.startswith(("finger", "toe", "face")) else _SPANS_MM[part]
    up = _UP if abs(eye[1]) < 0.8 else _FORWARD
    up = up - eye * float(up @ eye)
    return Look(centre, eye, up / np.linalg.norm(up), span)


def tile(
    locator: Locator, anchor: SurfaceAnchor, dots: tuple[Dot, ...], look: Look, size_px: int = TILE_PX
) -> Image.Image:
    """Return the picture of a place with the dots that can be seen beside it."""
    body, surface = locator.body, locator.places.surface
    flat = look.screen(body.vertices_mm, size_px)
    faces = _faces(locator, anchor, flat, size_px)
    ids, _ = z_buffer(flat, faces, size_px, size_px)
    covered = ids >= 0
    weights = barycentric(flat, faces, ids)
    normals = (body.vertex_normals[faces[ids[covered]]] * weights[:, :, None]).sum(axis=1)
    right = np.cross(look.up, look.eye)
    key = np.clip(normals @ (look.eye * 0.55 + look.up * 0.55 - right * 0.6), 0.0, 1.0)
    rim = np.clip(normals @ look.eye, 0.0, 1.0)
    light = 0.25 + 0.5 * key + 0.3 * rim
    pixels = np.full((size_px, size_px, 3), 250, dtype=np.uint8)
    pixels[covered] = np.clip(_SKIN * light[:, None], 0, 255).astype(np.uint8)
    image = Image.fromarray(pixels)
    draw = ImageDraw.Draw(image)
    taken: list[tuple[float, float, float, float]] = []
    hidden = _hidden_parts(locator, anchor)
    for dot in dots:
        if locator.places.part(dot.anchor) in hidden:
            continue
        x, y, _ = look.screen(dot.anchor.position_mm(body), size_px)[0]
        if 2 < x < size_px - 2 and 2 < y < size_px - 2 and surface.sees(dot.anchor, look.eye):
            _draw_dot(draw, (x, y), dot, taken)
    middle = size_px / 2
    draw.ellipse((middle - 5, middle - 5, middle + 5, middle + 5), outline=(255, 255, 255), fill=_POINT)
    _scale_bar(draw, look, size_px)
    return image


def _hidden_parts(locator: Locator, anchor: SurfaceAnchor) -> tuple[str, ...]:
    """Return the parts left out: the other leg or the trunk before an inner side, an arm before the trunk."""
    names = locator.body.model.part_names
    part, eye = locator.places.part(anchor), anchor.normal(locator.body)
    limb = part.rpartition("_")[2]
    if limb in ("left", "right"):
        outside = float(eye[0]) * (1.0 if limb == "left" else -1.0)
        if not part.startswith(("upper_arm", "thigh")) or outside <= _INNER_SIDE:
            own = _ARM if part.startswith(_ARM) else _LEG
            return tuple(name for name in names if not (name.startswith(own) and name.endswith(limb)))
        return tuple(name for name in names if name.startswith(_LEG if part.startswith(_ARM) else _ARM))
    hidden = ["forearm", "hand"]
    if part == "trunk" and abs(float(eye[0])) > _SIDEWAYS:
        hidden.append("upper_arm")
    return tuple(name for name in names if name.startswith(tuple(hidden)))


def _faces(locator: Locator, anchor: SurfaceAnchor, flat: Floats, size_px: int) -> npt.NDArray[np.intp]:
    """Return the faces that a picture may show."""
    body = locator.body
    shown = ~np.isin(body.model.vertex_part, body.model.parts(*_hidden_parts(locator, anchor)))
    margin = size_px * 0.2
    inside = (flat[:, :2] > -margin).all(axis=1) & (flat[:, :2] < size_px + margin).all(axis=1)
    kept = shown & inside
    return body.faces[kept[body.faces].all(axis=1)]


def _draw_dot(
    draw: ImageDraw.ImageDraw,
    at: tuple[float, float],
    dot: Dot,
    taken: list[tuple[float, float, float, float]],
) -> None:
    x, y = at
    colour = _COLOURS[dot.kind]
    if dot.kind is Kind.ALTERNATIVE:
        draw.ellipse((x - 5, y - 5, x + 5, y + 5), outline=colour, width=2)
    elif dot.kind is Kind.LANDMARK:
        draw.line((x - 3, y, x + 3, y), fill=colour)
        draw.line((x, y - 3, x, y + 3), fill=colour)
    else:
        draw.ellipse((x - 3, y - 3, x + 3, y + 3), fill=colour)
    if not dot.name:
        return
    font = small_font(11)
    width = draw.textlength(dot.name, font=font)
    for dx, dy in ((6, -6), (-6 - width, -6), (6, 4), (6, -16), (-6 - width, 4)):
        box = (x + dx, y + dy, x + dx + width, y + dy + 11)
        if not any(_overlap(box, other) for other in taken):
            draw.text((x + dx, y + dy), dot.name, fill=colour, font=font)
            taken.append(box)
            return


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _scale_bar(draw: ImageDraw.ImageDraw, look: Look, size_px: int) -> None:
    length = 20.0 * size_px / look.span_mm
    draw.line((8, size_px - 10, 8 + length, size_px - 10), fill=_INK, width=2)
    draw.text((10 + length, size_px - 16), "2 cm", fill=_INK, font=small_font(10))


_FONTS: dict[int, ImageFont.FreeTypeFont | ImageFont.ImageFont] = {}


def small_font(size_px: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """Return the plain font of a size."""
    if size_px not in _FONTS:
        _FONTS[size_px] = ImageFont.load_default(size_px)
    return _FONTS[size_px]


def data_uri(image: Image.Image) -> str:
    """Return a picture as text that a page can hold."""
    buffer = io.BytesIO()
    image.save(buffer, format="JPEG", quality=72, optimize=True)
    return "data:image/jpeg;base64," + base64.b64encode(buffer.getvalue()).decode("ascii")
