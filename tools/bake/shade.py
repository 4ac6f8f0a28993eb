"""Light and colour: warm porcelain skin, slate cloth, one key light from the upper left.

Lightness is computed first and then coloured along a ramp, so that shadows stay warm
instead of greying out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from .cloth import cloth_depth_mm
from .details import painted_details

if TYPE_CHECKING:
    from .figure import Figure
    from .views import View

Singles = npt.NDArray[np.float32]


def _rgb(code: str) -> tuple[float, float, float]:
    value = int(code.removeprefix("#"), 16)
    return (value >> 16 & 255) / 255.0, (value >> 8 & 255) / 255.0, (value & 255) / 255.0


@dataclass(frozen=True, slots=True)
class Look:
    """Colours and lights of one bake; light directions are (right, up, toward the eye)."""

    skin: tuple[tuple[float, str], ...]
    cloth: tuple[tuple[float, str], ...]
    line_code: str
    line_strength: float
    key: tuple[float, float, float]
    key_share: float
    fill: tuple[float, float, float]
    fill_share: float
    sky_share: float

    @property
    def line(self) -> tuple[float, float, float]:
        """The contour colour, 0..1."""
        return _rgb(self.line_code)


DAY: Final = Look(
    skin=(
        (0.00, "#69483a"), (0.20, "#916a56"), (0.40, "#bf9780"), (0.60, "#d9beaa"),
        (0.80, "#ecd7c4"), (0.94, "#f5e5d5"), (1.10, "#fcf0e4"),
    ),
    cloth=(
        (0.00, "#33464d"), (0.30, "#5a7078"), (0.58, "#788f96"), (0.80, "#8aa0a6"),
        (0.98, "#a0b4b8"), (1.10, "#adbfc2"),
    ),
    line_code="#6b5148",
    line_strength=0.78,
    key=(-0.46, 0.50, 0.73),
    key_share=0.60,
    fill=(0.62, 0.10, 0.55),
    fill_share=0.20,
    sky_share=0.20,
)  # fmt: skip


RELIEF: Final = 0.07


@dataclass(frozen=True, slots=True)
class Sample:
    """What is known of the surface at each pixel; `seen` is the normal as the camera sees it."""

    point: Singles
    normal: Singles
    seen: Singles
    open_sky: Singles
    relief: Singles
    arm_share: Singles


def shaded(sample: Sample, view: View, look: Look, figure: Figure) -> tuple[Singles, Singles]:
    """Return colours (N, 3) and opacity (N) of surface samples."""
    light = _lightness(sample, look)
    skin = _ramp(light, look.skin)
    skin = painted_details(skin, light, sample, view, figure)
    depth = cloth_depth_mm(sample.point, sample.arm_share, figure)
    covered = depth > 0.0
    if covered.any():
        # Cloth spans small hollows: it keeps the light but not the relief of the skin.
        woven = _ramp(light - RELIEF * sample.relief - _seam(depth), look.cloth)
        skin = np.where(covered[:, None], woven, skin)
        shadow = np.clip(1.0 + depth / 4.0, 0.0, 1.0) * ~covered  # the hem's shadow on the skin
        skin = skin * (1.0 - 0.16 * shadow[:, None])
    return skin.astype(np.float32), view.opacity(sample.point).astype(np.float32)


def _lightness(sample: Sample, look: Look) -> Singles:
    seen = sample.seen
    key = np.array(look.key, dtype=np.float32)
    fill = np.array(look.fill, dtype=np.float32)
    wrap = 0.25
    diffuse = np.clip((seen @ (key / np.linalg.norm(key)) + wrap) / (1.0 + wrap), 0.0, 1.0)
    soft = np.clip((seen @ (fill / np.linalg.norm(fill)) + 0.6) / 1.6, 0.0, 1.0)
    sky = 0.5 + 0.5 * seen[:, 1]
    light = look.key_share * diffuse + look.fill_share * soft + look.sky_share * sky
    free = np.clip(sample.open_sky * 1.06, 0.0, 1.0) ** 1.4
    light = 0.10 + 0.98 * light * (0.30 + 0.70 * free)
    edge = np.clip(1.0 - seen[:, 2], 0.0, 1.0)
    light -= 0.24 * edge**2.0
    light += RELIEF * sample.relief
    half = key / np.linalg.norm(key) + np.array((0.0, 0.0, 1.0), dtype=np.float32)
    gloss = np.clip(seen @ (half / np.linalg.norm(half)), 0.0, 1.0) ** 18
    return np.asarray(light + 0.05 * gloss * free, dtype=np.float32)


def _ramp(light: Singles, stops: tuple[tuple[float, str], ...]) -> Singles:
    at = [stop for stop, _ in stops]
    colours = np.array([_rgb(code) for _, code in stops])
    return np.stack([np.interp(light, at, colours[:, i]) for i in range(3)], axis=1).astype(np.float32)


def _seam(depth: Singles) -> Singles:
    hem = np.exp(-((depth / 1.0) ** 2)) * 0.10
    stitch = np.exp(-(((depth - 11.0) / 0.7) ** 2)) * 0.045
    return np.asarray(hem + stitch, dtype=np.float32)
