"""What the stage is told: one frozen value for the moment, one for the picture, one for the look."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtGui import QPixmap


class StagePhase(Enum):
    """What happens at the point just now."""

    READY = "ready"
    GET_READY = "get ready"
    HOLDING = "holding"
    RELEASED = "released"
    PAUSED = "paused"
    EXERCISE = "exercise"


class BreathStyle(Enum):
    """How a breath is drawn; the person's choice."""

    LIGHT_RING = "light ring"
    HORIZON = "horizon"
    CIRCLE = "plain circle"


class Glow(Enum):
    """Whether the ground brightens with the breath under very large words, for eyes that see little."""

    OFF = "off"
    ON = "on"


@dataclass(frozen=True, slots=True)
class StageLook:
    """How a person wants to see a breath."""

    style: BreathStyle = BreathStyle.LIGHT_RING
    glow: Glow = Glow.OFF


@dataclass(frozen=True, slots=True)
class BreathPart:
    """One part of a breath: it goes from fullness ``begins`` to ``ends`` (0 or 1) in ``seconds``.

    A held breath begins and ends at the same fullness. ``label`` stands under its cells.
    """

    seconds: float
    begins: float
    ends: float
    label: str = ""

    @property
    def moves(self) -> bool:
        """Whether the breath is not held here."""
        return self.begins != self.ends


@dataclass(frozen=True, slots=True)
class StageBreath:
    """The breath at this instant: ``at_seconds`` after it began with the first of its 2 to 4 ``parts``.

    ``fullness`` is 0 to 1; ``cells_done`` counts the cells of all parts together.
    """

    parts: tuple[BreathPart, ...]
    at_seconds: float
    fullness: float
    cue: str
    cells_done: int
    count: str
    count_of: str


class PulseKind(Enum):
    """What a tone was for, as far as it is seen."""

    SOFT = "soft"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class StagePulse:
    """A tone that can be seen: ``strength`` swells from 0 to 1 and back once."""

    strength: float
    kind: PulseKind = PulseKind.SOFT


@dataclass(frozen=True, slots=True)
class StageExercise:
    """An exercise instead of a point: what it is, in the person's words, and their own picture of it.

    ``detail`` says how often or how long. ``figure`` is the plain figure where there is no picture.
    """

    title: str
    detail: str
    picture: QPixmap | None
    figure: Path | None


@dataclass(frozen=True, slots=True)
class StageView:
    """The moment, computed from the session clock. Nothing on the stage moves unless this does.

    ``fraction`` is the share of the hold that was held, ``ready_fraction`` how far the track has drawn itself
    in while getting ready, ``release_fraction`` how far the ring has faded after a release; all 0 to 1.
    ``breath`` is ``None`` with breathing off. ``seconds`` is the large number with its small words, for
    compositions that show it. ``words`` are for a screen reader and change with the phase.
    """

    phase: StagePhase
    fraction: float = 0.0
    ready_fraction: float = 1.0
    release_fraction: float = 0.0
    breath: StageBreath | None = None
    cue: str = ""
    words: str = ""
    seconds: str = ""
    seconds_label: str = ""
    pulse: StagePulse | None = None


class Flip(Enum):
    """Whether a picture is shown as it was drawn or mirrored."""

    AS_DRAWN = "as drawn"
    MIRRORED = "mirrored"


@dataclass(frozen=True, slots=True)
class StageScene:
    """The limb on the stage: a picture with its point and scale, all in pixels of the file.

    ``point_px`` is where the finger presses. ``tolerance_mm`` is the radius of the dashed ring in
    which to feel around. ``zoom`` multiplies the size that fits the stage. ``evening`` is the same picture
    lit for a dim room, where there is one.
    """

    picture: Path
    size_px: tuple[int, int]
    point_px: tuple[float, float]
    px_per_mm: float
    tolerance_mm: float
    flip: Flip = Flip.AS_DRAWN
    zoom: float = 1.0
    evening: Path | None = None
