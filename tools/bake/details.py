"""Fine lines that the mesh lacks, drawn on the skin: palm lines, knuckle wrinkles, brows.

Lines are laid out in the frame of the hand or face and dropped onto the run-time surface.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFilter

from acupress_desktop.domain.anatomy.surface import NoSurfaceError, Surface

from .views import hand_normal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acupress_desktop.domain.anatomy.body import Body

    from .base_mesh import Floats
    from .views import Camera

HAND: Final = ("hand_left",)
PALM_LINES: Final = (  # (toward the thumb, toward the fingers), unit: wrist to middle knuckle
    ((-0.53, 0.70), (-0.36, 0.74), (-0.16, 0.81), (0.00, 0.91), (0.08, 1.01)),
    ((0.37, 0.78), (0.20, 0.735), (0.00, 0.665), (-0.20, 0.575), (-0.35, 0.48)),
    ((0.37, 0.78), (0.245, 0.71), (0.135, 0.58), (0.075, 0.44), (0.075, 0.32), (0.11, 0.22)),
)
BROW: Final = ((0.44, 0.34), (0.74, 0.45), (1.10, 0.505), (1.46, 0.44), (1.74, 0.29))
STEP_MM: Final = 0.35
SUNK_MM: Final = 2.0


@dataclass(frozen=True, slots=True)
class Pen:
    """How a line is drawn: greatest width, how dark, how soft, and whether its ends are blunt."""

    width_mm: float
    strength: float
    softness_mm: float
    blunt: bool = False


PALM_PEN: Final = Pen(width_mm=0.75, strength=0.28, softness_mm=0.30)
KNUCKLE_PEN: Final = Pen(width_mm=0.5, strength=0.19, softness_mm=0.28)
BROW_PEN: Final = Pen(width_mm=4.6, strength=0.24, softness_mm=1.1, blunt=True)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line on the skin with its outward normals."""

    points: Floats
    normals: Floats
    pen: Pen


def strokes_of(body: Body) -> tuple[Stroke, ...]:
    """Return every line of a body, both sides."""
    surface = Surface(body)
    return _both_sides([*_hand(body, surface), *_brow(body, surface)])


def brow_strokes(body: Body) -> tuple[Stroke, ...]:
    """Return the brows of a body, both sides."""
    return _both_sides(list(_brow(body, Surface(body))))


def _both_sides(left: list[Stroke]) -> tuple[Stroke, ...]:
    sign = np.array((-1.0, 1.0, 1.0))
    right = [Stroke(s.points * sign, s.normals * sign, s.pen) for s in left]
    return (*left, *right)


def drawn_strokes(
    strokes: tuple[Stroke, ...], camera: Camera, depth_mm: Floats, supersampling: int
) -> npt.NDArray[np.float32]:
    """Return how much each pixel is darkened, 0 to 1."""
    height, width = depth_mm.shape
    scale = camera.px_per_mm * supersampling
    total = np.zeros((height, width), dtype=np.float32)
    for stroke in strokes:
        screen = camera.screen(stroke.points) * supersampling
        x, y = screen[:, 0].astype(int), screen[:, 1].astype(int)
        inside = (x >= 0) & (y >= 0) & (x < width) & (y < height)
        facing = stroke.normals @ camera.eye
        seen = inside & (facing > 0.12)
        seen[seen] &= depth_mm[y[seen], x[seen]] < screen[seen, 2] / scale + SUNK_MM
        if not seen.any():
            continue
        box = (screen[seen, :2].min(axis=0), screen[seen, :2].max(axis=0))
        margin = int((stroke.pen.width_mm + 3 * stroke.pen.softness_mm) * scale) + 3
        low = np.maximum(box[0].astype(int) - margin, 0)
        high = np.minimum(box[1].astype(int) + margin, (width, height))
        mask = Image.new("L", tuple(int(v) for v in high - low))
        draw = ImageDraw.Draw(mask)
        along = np.linspace(0.0, 1.0, len(stroke.points))
        taper = np.sqrt(
            np.clip(np.sin(np.pi * (0.06 + 0.9 * along) if stroke.pen.blunt else np.pi * along), 0, 1)
        )
        for index in np.flatnonzero(seen):
            radius = stroke.pen.width_mm * taper[index] * scale / 2.0
            cx, cy = screen[index, :2] - low
            level = int(255 * min(1.0, facing[index] * 2.5))
            draw.ellipse((cx - radius, cy - radius, cx + radius, cy + radius), fill=level)
        soft = mask.filter(ImageFilter.GaussianBlur(stroke.pen.softness_mm * scale))
        patch = np.asarray(soft, dtype=np.float32) / 255.0 * stroke.pen.strength
        window = total[low[1] : high[1], low[0] : high[0]]
        np.maximum(window, patch, out=window)
    return total


def _hand(body: Body, surface: Surface) -> Iterator[Stroke]:
    joints = body.joints_mm
    wrist = joints["l-hand"]
    palmar = hand_normal(body)
    along = joints["l-finger-3-1"] - wrist
    unit = float(np.linalg.norm(along))
    thumbward = np.cross(palmar, along)
    thumbward *= unit / float(np.linalg.norm(thumbward))
    thumbward = thumbward if thumbward[0] > 0.0 else -thumbward
    for line in PALM_LINES:
        points = np.array([wrist + u * thumbward + v * along for u, v in line])
        yield from _dropped(surface, points, palmar, HAND, PALM_PEN)
    for finger in (2, 3, 4, 5):
        for part, offsets, half in ((2, (-0.030, 0.0, 0.030), 0.054), (3, (-0.012, 0.012), 0.045)):
            joint, after = joints[f"l-finger-{finger}-{part}"], joints[f"l-finger-{finger}-{part + 1}"]
            axis = (after - joint) / np.linalg.norm(after - joint)
            out = -palmar - axis * float(-palmar @ axis)
            out /= np.linalg.norm(out)
            across = np.cross(axis, out)
            size = half * unit * (0.82 if finger == 5 else 1.0)
            for order, offset in enumerate(offsets):
                reach = size * (0.8, 1.0, 0.72)[order]
                bow = axis * unit * 0.012 * (-np.sign(offset))
                points = np.array(
                    [
                        joint + axis * offset * unit + across * reach * t + bow * t * t
                        for t in (-1.0, -0.5, 0.0, 0.5, 1.0)
                    ]
                )
                yield from _dropped(surface, points, out, HAND, KNUCKLE_PEN)


def _brow(body: Body, surface: Surface) -> Iterator[Stroke]:
    eye = body.joints_mm["l-eye"]
    points = np.array([(eye[0] * u, eye[1] + eye[0] * v, eye[2] + 40.0) for u, v in BROW])
    yield from _dropped(surface, points, np.array((0.0, 0.0, 1.0)), ("head",), BROW_PEN)


def _dropped(
    surface: Surface, line: Floats, out: Floats, parts: tuple[str, ...], pen: Pen
) -> Iterator[Stroke]:
    """Yield the line with every point moved along `out` onto the skin (if enough of it lands)."""
    points, normals = [], []
    for point in _curve(line):
        try:
            anchor = surface.ray(point + out * 60.0, -out, parts)
        except NoSurfaceError:
            continue
        points.append(anchor.position_mm(surface.body))
        normals.append(anchor.normal(surface.body))
    if len(points) > 3:
        yield Stroke(np.stack(points), np.stack(normals), pen)


def _curve(line: Floats) -> Floats:
    """Return a dense Catmull-Rom curve through the points."""
    padded = np.concatenate((2 * line[:1] - line[1:2], line, 2 * line[-1:] - line[-2:-1]))
    pieces = []
    for i in range(len(line) - 1):
        a, b, c, d = padded[i : i + 4]
        steps = max(2, int(np.linalg.norm(c - b) / STEP_MM))
        t = np.linspace(0.0, 1.0, steps, endpoint=False)[:, None]
        pieces.append(
            0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
        )
    return np.concatenate((*pieces, line[-1:]))
