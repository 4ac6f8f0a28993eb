"""What the stage is told: one frozen value for the moment, one for the picture."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from acupress_desktop.domain.breathing import BreathPhase


class StagePhase(Enum):
    """What happens at the point just now."""

    READY = "ready"
    GET_READY = "get ready"
    HOLDING = "holding"
    RELEASED = "released"
    PAUSED = "paused"


class BreathStyle(Enum):
    """How a breath is drawn; the person's choice."""

    LIGHT_RING = "light ring"
    HORIZON = "horizon"
    CIRCLE = "plain circle"


@dataclass(frozen=True, slots=True)
class StageBreath:
    """The breath at this instant; ``cells_done`` counts in and out together, ``fullness`` is 0 to 1."""

    phase: BreathPhase
    fullness: float
    cue: str
    in_seconds: float
    out_seconds: float
    in_label: str
    out_label: str
    cells_done: int
    count: str
    count_of: str


@dataclass(frozen=True, slots=True)
class StageView:
    """The moment, computed from the session clock. Nothing on the stage moves unless this does.

    ``fraction`` is the share of the hold that was held, ``ready_fraction`` how far the track has drawn itself
    in while getting ready, ``release_fraction`` how far the ring has faded after a release; all 0 to 1.
    ``breath`` is ``None`` with breathing off. ``words`` are for a screen reader and change with the phase.
    """

    phase: StagePhase
    fraction: float = 0.0
    ready_fraction: float = 1.0
    release_fraction: float = 0.0
    breath: StageBreath | None = None
    cue: str = ""
    words: str = ""


class Flip(Enum):
    """Whether a picture is shown as it was drawn or mirrored."""

    AS_DRAWN = "as drawn"
    MIRRORED = "mirrored"


@dataclass(frozen=True, slots=True)
class StageScene:
    """The limb on the stage: a picture with its point and scale, all in pixels of the file.

    ``point_px`` comes to lie in the middle of the ring. ``tolerance_mm`` is the radius of the dashed ring in
    which to feel around. ``zoom`` multiplies the size that fits the stage.
    """

    picture: Path
    size_px: tuple[int, int]
    point_px: tuple[float, float]
    px_per_mm: float
    tolerance_mm: float
    flip: Flip = Flip.AS_DRAWN
    zoom: float = 1.0
