"""How a landmark can be marked: a straight look, the nearest skin, the tip of a finger or toe."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Look(Enum):
    """From where one looks, and which two coordinates are given."""

    FRONT = "front"  # x, y
    BACK = "back"  # x, y
    LEFT = "left"  # z, y; sees outer sides of left limbs
    RIGHT = "right"  # z, y; sees inner sides of left limbs
    TOP = "top"  # x, z
    BOTTOM = "bottom"  # x, z


@dataclass(frozen=True, slots=True)
class Mark:
    """One look at the average body."""

    id: str
    look: Look
    first_mm: float
    second_mm: float
    parts: tuple[str, ...]
    how: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """The skin nearest to a place in space, for hollows that no straight look reaches."""

    id: str
    place_mm: tuple[float, float, float]
    parts: tuple[str, ...]
    how: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class Tip:
    """The skin farthest out along a finger or toe of the rig."""

    id: str
    joint: str
    before: str
    parts: tuple[str, ...]
