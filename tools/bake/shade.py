"""Light and colour: warm porcelain skin, slate cloth, one key light from the upper left.

Lightness is computed first and then coloured along a ramp, so that shadows stay warm
instead of greying out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

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
    floor: float = 0.10  # light that reaches everything
    wrap: float = 0.25  # how far the key light reaches round the form
    edge: float = 0.24  # darkening where the surface turns away
    lit: float = 0.86  # lightness that the lit surfaces of a close-up are brought to
    rim_code: str = "#000000"
    rim_share: float = 0.0  # bounce light on the edges away from the key

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


EVENING: Final = Look(
    skin=(
        (0.00, "#0b171b"), (0.14, "#16252a"), (0.30, "#3a3c3b"), (0.46, "#7b6558"),
        (0.64, "#bb9a83"), (0.82, "#e2c8b4"), (0.96, "#efdccc"), (1.12, "#fbeee1"),
    ),
    cloth=(
        (0.00, "#091519"), (0.20, "#142529"), (0.42, "#33494f"), (0.66, "#577279"),
        (0.90, "#6f8f96"), (1.12, "#8aa8ae"),
    ),
    line_code="#0b171b",
    line_strength=0.55,
    key=(0.74, 0.34, 0.58),
    key_share=0.86,
    fill=(-0.3, 0.2, 0.8),
    fill_share=0.12,
    sky_share=0.06,
    floor=0.03,
    wrap=0.18,
    edge=0.10,
    lit=0.76,
    rim_code="#5fa3ab",
    rim_share=0.55,
)  # fmt: skip

RELIEF: Final = 0.07
LIT_PERCENT: Final = 65.0
GAIN_BOUNDS: Final = (0.86, 1.14)


@dataclass(frozen=True, slots=True)
class Sample:
    """What is known of the surface at each pixel; `seen` is the normal as the camera sees it."""

    point: Singles
    normal: Singles
    seen: Singles
    open_sky: Singles
    relief: Singles
    arm_share: Singles


def shaded(sample: Sample, depth: Singles, look: Look, gain: float) -> Singles:
    """Return colours (N, 3) of surface samples; `depth` is how deep in cloth each lies."""
    light = _lightness(sample, look) * gain
    skin = _ramp(light, look.skin)
    covered = depth > 0.0
    if covered.any():
        # Cloth spans small hollows: it keeps the light but not the relief of the skin.
        woven = _ramp(light - RELIEF * sample.relief - _seam(depth), look.cloth)
        skin = np.where(covered[:, None], woven, skin)
        shadow = np.clip(1.0 + depth / 4.0, 0.0, 1.0) * ~covered  # the hem's shadow on the skin
        skin = skin * (1.0 - 0.16 * shadow[:, None])
    if look.rim_share > 0.0:
        seen = sample.seen
        away = np.clip(0.25 - seen[:, 0] * np.sign(look.key[0]), 0.0, 1.0)
        rim = look.rim_share * away * np.clip(1.0 - seen[:, 2], 0.0, 1.0) ** 2.2 * sample.open_sky
        skin = skin + (1.0 - skin) * rim[:, None] * np.array(_rgb(look.rim_code), dtype=np.float32)
    return skin.astype(np.float32)


def exposure_gain(sample: Sample, look: Look) -> float:
    """Return what brings a picture's lit surfaces to the usual lightness."""
    usual = float(np.percentile(_lightness(sample, look), LIT_PERCENT))
    return float(np.clip(look.lit / usual, *GAIN_BOUNDS))


def _lightness(sample: Sample, look: Look) -> Singles:
    seen = sample.seen
    key = np.array(look.key, dtype=np.float32)
    fill = np.array(look.fill, dtype=np.float32)
    wrap = look.wrap
    diffuse = np.clip((seen @ (key / np.linalg.norm(key)) + wrap) / (1.0 + wrap), 0.0, 1.0)
    soft = np.clip((seen @ (fill / np.linalg.norm(fill)) + 0.6) / 1.6, 0.0, 1.0)
    sky = 0.5 + 0.5 * seen[:, 1]
    light = look.key_share * diffuse + look.fill_share * soft + look.sky_share * sky
    free = np.clip(sample.open_sky * 1.06, 0.0, 1.0) ** 1.4
    light = look.floor + 0.98 * light * (0.30 + 0.70 * free)
    edge = np.clip(1.0 - seen[:, 2], 0.0, 1.0)
    light -= look.edge * edge**2.0
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
