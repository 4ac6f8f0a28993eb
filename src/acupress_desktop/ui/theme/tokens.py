"""Named colours and the few numbers that change with a scheme; the only place that writes a colour down.

Values are those of the visual language (``docs/``): paper, hairlines, one deep petrol accent, warm light for
breath. Four schemes: light, dark, high contrast, and evening for the session screens alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import NewType

from PySide6.QtGui import QColor

Colour = NewType("Colour", str)
"""A colour as ``#RRGGBB``."""

PRINT_INK = Colour("#000000")
PRINT_PAPER = Colour("#FFFFFF")
"""What is printed on white paper, and that paper, whatever the theme."""
DIM_ROOM_FAR = Colour("#4A616B")
DIM_ROOM_NEAR = Colour("#E6D2BE")
"""What a picture that was lit by day is multiplied by in a dim room: far from the ring, and beside it."""


class Scheme(Enum):
    """Which set of colours is worn."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
    EVENING = "evening"


class Motion(Enum):
    """Whether things may move; reduced motion loses no information."""

    FULL = "full"
    REDUCED = "reduced"


@dataclass(frozen=True, slots=True)
class ColourRoles:
    """One colour for each role; a role means the same in every scheme.

    ``act`` fills the main button: the accent, except where that would be too bright for a dim room. ``water``
    is the horizon's.
    """

    paper: Colour
    raised: Colour
    sunk: Colour
    ink: Colour
    ink2: Colour
    ink3: Colour
    hair: Colour
    rule: Colour
    accent: Colour
    accent_hover: Colour
    on_accent: Colour
    accent_soft: Colour
    light: Colour
    light2: Colour
    caution: Colour
    caution_ground: Colour
    stop: Colour
    stop_ground: Colour
    slate_ink: Colour
    sore: Colour
    mark: Colour
    mark_ring: Colour
    now: Colour
    track: Colour
    water: Colour
    act: Colour
    act_hover: Colour
    on_act: Colour
    act_edge: Colour
    crease: Colour
    scrim: Colour
    shadow: Colour


def _roles(text: str) -> ColourRoles:
    """Read ``role #RRGGBB`` pairs; a missing or doubled role fails at import."""
    words = text.split()
    pairs = list(zip(words[::2], words[1::2], strict=True))
    return ColourRoles(**{role: Colour(value) for role, value in pairs})


_LIGHT = _roles("""
    paper #F8F3EB  raised #FDFAF5  sunk #F0E8DC  ink #2A2320  ink2 #5B4F47  ink3 #6F6258
    hair #E0D6C8  rule #8F8174  accent #1D4B52  accent_hover #163C42  on_accent #FCF8F1  accent_soft #DEE8E4
    light #F2BF86  light2 #FADDB9  caution #754708  caution_ground #F7E9CF  stop #8C2B20  stop_ground #F7E2DA
    slate_ink #46606A  sore #C2603F  mark #1D4B52  mark_ring #FDFAF5  now #1D4B52  track #FDFAF5
    water #F7D2A4  act #1D4B52  act_hover #163C42  on_act #FCF8F1  act_edge #1D4B52
    crease #6B5148  scrim #2A2320  shadow #2A2320
""")
_DARK = _roles("""
    paper #1A1715  raised #24201D  sunk #13110F  ink #F2E9DD  ink2 #C9BCAD  ink3 #AB9E92
    hair #3A332D  rule #8E8175  accent #9ED0CD  accent_hover #B6DEDB  on_accent #10292B  accent_soft #21383A
    light #E7AE72  light2 #7A5430  caution #EBC383  caution_ground #36290F  stop #F2A898  stop_ground #42211A
    slate_ink #A9BEC4  sore #E48A66  mark #17393E  mark_ring #F6EFE4  now #9ED0CD  track #F6EFE4
    water #7A5430  act #9ED0CD  act_hover #B6DEDB  on_act #10292B  act_edge #9ED0CD
    crease #6B5148  scrim #000000  shadow #000000
""")
_CONTRAST = _roles("""
    paper #000000  raised #000000  sunk #000000  ink #FFFFFF  ink2 #FFFFFF  ink3 #E8E8E8
    hair #8C8C8C  rule #FFFFFF  accent #FFD84D  accent_hover #FFE680  on_accent #000000  accent_soft #3A3000
    light #C98A3C  light2 #2A1D0C  caution #FFD84D  caution_ground #000000  stop #FFB3A6  stop_ground #000000
    slate_ink #D5E4E8  sore #FF8A5C  mark #000000  mark_ring #FFFFFF  now #FFD84D  track #FFFFFF
    water #000000  act #FFD84D  act_hover #FFE680  on_act #000000  act_edge #FFD84D
    crease #6B5148  scrim #000000  shadow #000000
""")
_EVENING = _roles("""
    paper #08191F  raised #0F2932  sunk #17383F  ink #ECF4F2  ink2 #BACFD0  ink3 #93AEB3
    hair #24454D  rule #6A929B  accent #FFDDAE  accent_hover #FFE8C8  on_accent #08191F  accent_soft #17383F
    light #86D6CE  light2 #17383F  caution #FFDDAE  caution_ground #33270F  stop #F4B3A2  stop_ground #33211F
    slate_ink #BACFD0  sore #E48A66  mark #08191F  mark_ring #FFDDAE  now #FFDDAE  track #2E606B
    water #1F5B67  act #1E4B55  act_hover #285C67  on_act #ECF4F2  act_edge #FFDDAE
    crease #6B5148  scrim #000000  shadow #000000
""")


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a painter is handed: a scheme's colours, its line weights, the text factor and the motion.

    ``text_factor`` multiplies every type size (1.0 to 2.0). ``hairline_px`` and ``border_px`` are 2 in high
    contrast. ``light_gain`` scales the alpha of the breathing light, ``track_alpha`` that of the ring's
    track, ``ring_casing_px`` is the width of the dark edge behind the ring (0: none) and
    ``body_brightness`` what a body picture's pixels are multiplied by.
    """

    scheme: Scheme
    colours: ColourRoles
    hairline_px: float
    border_px: float
    light_gain: float
    track_alpha: float
    ring_casing_px: float
    body_brightness: float
    text_factor: float = 1.0
    motion: Motion = Motion.FULL


LIGHT = Tokens(Scheme.LIGHT, _LIGHT, 1.0, 1.0, 1.32, 0.78, 0.0, 1.0)
DARK = Tokens(Scheme.DARK, _DARK, 1.0, 1.0, 0.78, 0.30, 14.4, 0.90)
CONTRAST = Tokens(Scheme.CONTRAST, _CONTRAST, 2.0, 2.0, 0.78, 0.30, 14.4, 1.0)
EVENING = Tokens(Scheme.EVENING, _EVENING, 1.0, 1.0, 0.78, 1.0, 14.4, 0.92)

SCHEMES = {tokens.scheme: tokens for tokens in (LIGHT, DARK, CONTRAST, EVENING)}


class Tone(Enum):
    """The colours that text may wear; the value is the role's name."""

    INK = "ink"
    INK2 = "ink2"
    INK3 = "ink3"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    CAUTION = "caution"
    STOP = "stop"
    SLATE = "slate_ink"


def tone_colour(tokens: Tokens, tone: Tone) -> Colour:
    """Return what ``tone`` looks like under ``tokens``."""
    colour: Colour = getattr(tokens.colours, tone.value)
    return colour


@lru_cache(maxsize=512)
def qcolor(colour: Colour, alpha: float = 1.0) -> QColor:
    """Return ``colour`` for Qt; ``alpha`` runs 0 to 1. The result is shared: do not change it."""
    shade = QColor(colour)
    shade.setAlphaF(alpha)
    return shade


@lru_cache(maxsize=512)
def mixed(under: Colour, over: Colour, alpha: float) -> Colour:
    """Return the opaque colour that ``over`` at ``alpha`` (0 to 1) makes on ``under``."""
    low, high = QColor(under), QColor(over)
    channels = (
        round(a + (b - a) * alpha)
        for a, b in ((low.red(), high.red()), (low.green(), high.green()), (low.blue(), high.blue()))
    )
    return Colour("#{:02X}{:02X}{:02X}".format(*channels))
