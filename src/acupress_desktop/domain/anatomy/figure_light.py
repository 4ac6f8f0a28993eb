"""Light and colour of the drawn body: porcelain skin, slate cloth, one key light from the upper left.

Lightness is computed first and then coloured along a ramp, so that shadows stay warm instead of greying out.
The baked pictures, the pictures drawn in software and the shader of the graphics card use this one formula;
`shader_numbers` hands its constants to the shader.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from acupress_desktop.domain.settings import SkinTone

if TYPE_CHECKING:
    from collections.abc import Mapping

Singles = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.uint8]
Ramp = tuple[tuple[float, int], ...]
Direction = tuple[float, float, float]

RELIEF: Final = 0.07
BROW: Final = 0.10  # how much darker a full brow is
HEM_SHADOW: Final = 0.16
LIT_PERCENT: Final = 65.0
GAIN_BOUNDS: Final = (0.86, 1.14)
TABLE_ENTRIES: Final = 1024
TABLE_LIGHT: Final = 1.125  # the lightness that the last entry of a table stands for


class Hour(Enum):
    """The light a body is drawn in: by day from the upper left, in the evening warm and from the right."""

    DAY = "day"
    EVENING = "evening"


@dataclass(frozen=True, slots=True)
class Look:
    """Colours (0xRRGGBB) and lights; light directions are (right, up, toward the eye)."""

    skin: Ramp
    cloth: Ramp
    line_code: int
    line_strength: float
    key: Direction
    key_share: float
    fill: Direction
    fill_share: float
    sky_share: float
    floor: float = 0.10  # light that reaches everything
    wrap: float = 0.25  # how far the key light reaches round the form
    edge: float = 0.24  # darkening where the surface turns away
    lit: float = 0.86  # lightness that the lit surfaces of a close-up are brought to
    rim_code: int = 0x000000
    rim_share: float = 0.0  # bounce light on the edges away from the key

    @property
    def line(self) -> Direction:
        """The contour colour, 0..1."""
        return _rgb(self.line_code)

    @property
    def rim(self) -> Direction:
        """The colour of the bounce light, 0..1."""
        return _rgb(self.rim_code)


DAY: Final = Look(
    skin=(
        (0.00, 0x69483A), (0.20, 0x916A56), (0.40, 0xBF9780), (0.60, 0xD9BEAA),
        (0.80, 0xECD7C4), (0.94, 0xF5E5D5), (1.10, 0xFCF0E4),
    ),
    cloth=(
        (0.00, 0x33464D), (0.30, 0x5A7078), (0.58, 0x788F96), (0.80, 0x8AA0A6),
        (0.98, 0xA0B4B8), (1.10, 0xADBFC2),
    ),
    line_code=0x6B5148,
    line_strength=0.78,
    key=(-0.46, 0.50, 0.73),
    key_share=0.60,
    fill=(0.62, 0.10, 0.55),
    fill_share=0.20,
    sky_share=0.20,
)  # fmt: skip

EVENING: Final = Look(
    skin=(
        (0.00, 0x0B171B), (0.14, 0x16252A), (0.30, 0x3A3C3B), (0.46, 0x7B6558),
        (0.64, 0xBB9A83), (0.82, 0xE2C8B4), (0.96, 0xEFDCCC), (1.12, 0xFBEEE1),
    ),
    cloth=(
        (0.00, 0x091519), (0.20, 0x142529), (0.42, 0x33494F), (0.66, 0x577279),
        (0.90, 0x6F8F96), (1.12, 0x8AA8AE),
    ),
    line_code=0x0B171B,
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
    rim_code=0x5FA3AB,
    rim_share=0.55,
)  # fmt: skip

_OTHER_TONES: Final[Mapping[tuple[Hour, SkinTone], Ramp]] = {
    (Hour.DAY, SkinTone.VERY_LIGHT): (
        (0.00, 0x7A5346), (0.20, 0xA67A68), (0.40, 0xD2AB98), (0.60, 0xE8CFBF),
        (0.80, 0xF4E3D6), (0.94, 0xFAEFE5), (1.10, 0xFEF7F0),
    ),
    (Hour.DAY, SkinTone.MEDIUM): (
        (0.00, 0x4C3122), (0.20, 0x704B35), (0.40, 0x9B6D4F), (0.60, 0xBC8E6B),
        (0.80, 0xD2A885), (0.94, 0xDFBA99), (1.10, 0xEBCDB1),
    ),
    (Hour.DAY, SkinTone.DARK): (
        (0.00, 0x2E1C15), (0.20, 0x4A2F23), (0.40, 0x6E4836), (0.60, 0x8D6049),
        (0.80, 0xA67760), (0.94, 0xB98B73), (1.10, 0xCBA18A),
    ),
    (Hour.DAY, SkinTone.VERY_DARK): (
        (0.00, 0x1A110E), (0.20, 0x2C1D17), (0.40, 0x432D24), (0.60, 0x5A3F33),
        (0.80, 0x6E5042), (0.94, 0x806153), (1.10, 0x967668),
    ),
    (Hour.EVENING, SkinTone.VERY_LIGHT): (
        (0.00, 0x0B171B), (0.14, 0x17272C), (0.30, 0x403F3D), (0.46, 0x88705F),
        (0.64, 0xCAA993), (0.82, 0xEED7C5), (0.96, 0xF7E8DA), (1.12, 0xFEF5EB),
    ),
    (Hour.EVENING, SkinTone.MEDIUM): (
        (0.00, 0x0A151A), (0.14, 0x142125), (0.30, 0x322F2B), (0.46, 0x634B3B),
        (0.64, 0x9A7355), (0.82, 0xC49A77), (0.96, 0xD8B28F), (1.12, 0xE9C9AB),
    ),
    (Hour.EVENING, SkinTone.DARK): (
        (0.00, 0x091317), (0.14, 0x121D20), (0.30, 0x2A2826), (0.46, 0x4C3A30),
        (0.64, 0x76543F), (0.82, 0x9C725B), (0.96, 0xB38870), (1.12, 0xC9A18A),
    ),
    (Hour.EVENING, SkinTone.VERY_DARK): (
        (0.00, 0x081114), (0.14, 0x0F181B), (0.30, 0x1F1E1D), (0.46, 0x362A24),
        (0.64, 0x533D33), (0.82, 0x705548), (0.96, 0x856759), (1.12, 0x9C7D6F),
    ),
}  # fmt: skip
"""Ramps of the other tones; a `Look` as it stands is `SkinTone.LIGHT`, the tone of the baked pictures."""


def look_for(tone: SkinTone = SkinTone.LIGHT, hour: Hour = Hour.DAY) -> Look:
    """Return how a body of this skin tone looks at this hour."""
    look = DAY if hour is Hour.DAY else EVENING
    ramp = _OTHER_TONES.get((hour, tone))
    return look if ramp is None else replace(look, skin=ramp)


@dataclass(frozen=True, slots=True, eq=False)
class Lit:
    """What is known of each piece of surface.

    `seen` (N, 3) is its unit normal as the camera has it (right, up, toward the eye), `open_sky` how free
    the half-space over it is, `relief` how far it stands out of its neighbourhood, `brow` how much brow lies
    on it.
    """

    seen: Singles
    open_sky: Singles
    relief: Singles
    brow: Singles | None = None


def lightness(lit: Lit, look: Look) -> Singles:
    """Return how light each piece of surface is, about 0 to 1, before it is coloured."""
    right, up, eye = lit.seen[:, 0], lit.seen[:, 1], lit.seen[:, 2]
    key, half = _unit(look.key), _half_way(look.key)
    fill = _unit(look.fill)
    wrap = look.wrap
    diffuse = np.clip((right * key[0] + up * key[1] + eye * key[2] + wrap) / (1.0 + wrap), 0.0, 1.0)
    soft = np.clip((right * fill[0] + up * fill[1] + eye * fill[2] + 0.6) / 1.6, 0.0, 1.0)
    sky = 0.5 + 0.5 * up
    light = look.key_share * diffuse + look.fill_share * soft + look.sky_share * sky
    free = np.clip(lit.open_sky * 1.06, 0.0, 1.0) ** np.float32(1.4)
    light = look.floor + 0.98 * light * (0.30 + 0.70 * free)
    edge = np.clip(1.0 - eye, 0.0, 1.0)
    light -= look.edge * edge * edge
    light += RELIEF * lit.relief
    if lit.brow is not None:
        light -= BROW * lit.brow
    gloss = np.clip(right * half[0] + up * half[1] + eye * half[2], 0.0, 1.0)
    gloss = gloss * gloss
    gloss = gloss * (gloss * gloss) ** np.float32(4.0)  # the 18th power in all
    return np.asarray(light + 0.05 * gloss * free, dtype=np.float32)


def exposure_gain(lit: Lit, look: Look) -> float:
    """Return what brings a close-up's lit surfaces to the usual lightness."""
    usual = float(np.percentile(lightness(lit, look), LIT_PERCENT))
    return float(np.clip(look.lit / usual, *GAIN_BOUNDS))


def rim_light(lit: Lit, look: Look) -> Singles:
    """Return how much bounce light each piece of surface gets, 0 to 1."""
    seen = lit.seen
    away = np.clip(0.25 - seen[:, 0] * np.float32(np.sign(look.key[0])), 0.0, 1.0)
    turned = np.clip(1.0 - seen[:, 2], 0.0, 1.0) ** np.float32(2.2)
    return np.asarray(look.rim_share * away * turned * lit.open_sky, dtype=np.float32)


def seam(depth_mm: Singles) -> Singles:
    """Return how much darker the cloth is at its hem and at the stitching beside it."""
    hem = np.exp(-(depth_mm**2)) * np.float32(0.10)
    stitch = np.exp(-(((depth_mm - 11.0) / 0.7) ** 2)) * np.float32(0.045)
    return np.asarray(hem + stitch, dtype=np.float32)


def woven(light: Singles, relief: Singles, depth_mm: Singles) -> Singles:
    """Return the lightness where cloth lies: it spans small hollows and keeps only the large form."""
    return np.asarray(light - RELIEF * relief - seam(depth_mm), dtype=np.float32)


def hem_shadow(depth_mm: Singles) -> Singles:
    """Return what the shadow of a hem leaves of the bare skin's colour, 0 to 1."""
    near = np.clip(1.0 + depth_mm * np.float32(0.25), 0.0, 1.0)
    return np.asarray(1.0 - HEM_SHADOW * near, dtype=np.float32)


def shaded(lit: Lit, depth_mm: Singles, look: Look, gain: float) -> Singles:
    """Return colours (N, 3), 0..1; `depth_mm` is how deep in cloth each piece of surface lies."""
    light = lightness(lit, look) * np.float32(gain)
    colour = ramp_colours(light, look.skin) * hem_shadow(depth_mm)[:, None]
    covered = depth_mm > 0.0
    if covered.any():
        cloth = woven(light[covered], lit.relief[covered], depth_mm[covered])
        colour[covered] = ramp_colours(cloth, look.cloth)
    if look.rim_share > 0.0:
        colour += (1.0 - colour) * rim_light(lit, look)[:, None] * np.array(look.rim, dtype=np.float32)
    return colour


def ramp_colours(light: Singles, ramp: Ramp) -> Singles:
    """Return the colours (N, 3) of a ramp at each lightness."""
    at = [stop for stop, _ in ramp]
    colours = np.array([_rgb(code) for _, code in ramp])
    return np.stack([np.interp(light, at, colours[:, i]) for i in range(3)], axis=1).astype(np.float32)


def ramp_table(ramp: Ramp) -> Singles:
    """Return a ramp as `TABLE_ENTRIES` colours (0..255), evenly from lightness 0 to `TABLE_LIGHT`."""
    light = np.linspace(0.0, TABLE_LIGHT, TABLE_ENTRIES, dtype=np.float32)
    return np.asarray(ramp_colours(light, ramp) * np.float32(255.0), dtype=np.float32)


def table_bytes(look: Look) -> bytes:
    """Return the tables of skin and cloth one under the other, as RGBA bytes, for a texture."""
    rows = np.full((2, TABLE_ENTRIES, 4), 255, dtype=np.uint8)
    for row, ramp in zip(rows, (look.skin, look.cloth), strict=True):
        row[:, :3] = np.rint(ramp_table(ramp))
    return rows.tobytes()


def shader_numbers(look: Look) -> Mapping[str, tuple[float, ...]]:
    """Return the constants of `lightness` and `rim_light` under the names of the shader's uniforms."""
    return {
        "key": _unit(look.key),
        "half_way": _half_way(look.key),
        "fill": _unit(look.fill),
        "shares": (look.key_share, look.fill_share, look.sky_share),
        "floor_wrap_edge": (look.floor, look.wrap, look.edge),
        "rim": (*look.rim, look.rim_share),
        "rim_side": (float(np.sign(look.key[0])),),
        "line": (*look.line, look.line_strength),
    }


def _rgb(code: int) -> Direction:
    return (code >> 16 & 255) / 255.0, (code >> 8 & 255) / 255.0, (code & 255) / 255.0


def _unit(direction: Direction) -> Direction:
    x, y, z = direction
    size = (x * x + y * y + z * z) ** 0.5
    return x / size, y / size, z / size


def _half_way(direction: Direction) -> Direction:
    x, y, z = _unit(direction)
    return _unit((x, y, z + 1.0))
