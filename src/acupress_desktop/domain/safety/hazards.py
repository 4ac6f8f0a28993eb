"""The hazard log: what can go wrong, what stands against it, what proves that, and what is left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from acupress_desktop.domain.ids import RuleId, SourceId


class Signed(Enum):
    """Whether a clinician has signed the log."""

    BY_NOBODY = "by_nobody"


@dataclass(frozen=True, slots=True)
class Control:
    """Something that stands against a hazard and is no row of a table, and where in the project it lives."""

    id: str
    what: str
    where: str


@dataclass(frozen=True, slots=True)
class Hazard:
    """One harm. ``tests`` are test functions as pytest names them; ``left`` is what nothing here reaches."""

    id: str
    harm: str
    cause: str
    rules: tuple[RuleId, ...]
    controls: tuple[str, ...]
    tests: tuple[str, ...]
    left: str
    sources: tuple[SourceId, ...]


class HazardLog:
    """All hazards and all controls, checked against each other when they were read."""

    signed = Signed.BY_NOBODY

    def __init__(self, hazards: Iterable[Hazard], controls: Iterable[Control]) -> None:
        self.hazards = tuple(hazards)
        self.controls = tuple(controls)
        self._controls: Mapping[str, Control] = MappingProxyType({one.id: one for one in self.controls})

    def control(self, control: str) -> Control:
        """Return one control; raise ``KeyError`` for an id that does not exist."""
        return self._controls[control]

    def about(self, wanted: str) -> tuple[Hazard, ...]:
        """Return the hazards of that id, or that a rule or control of that id stands against."""
        return tuple(
            hazard
            for hazard in self.hazards
            if wanted == hazard.id or wanted in hazard.rules or wanted in hazard.controls
        )
