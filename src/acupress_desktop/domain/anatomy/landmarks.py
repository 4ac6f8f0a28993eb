"""Landmarks: places that can be felt or seen, marked once on the topology or computed by rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from acupress_desktop.domain.anatomy.rules import LandmarkId, Place
from acupress_desktop.domain.anatomy.surface import SurfaceAnchor


class LandmarkSides(Enum):
    """Whether a landmark lies once on the midline or once on each side."""

    MIDLINE = "midline"
    PAIRED = "paired"


@dataclass(frozen=True, slots=True)
class MarkedLandmark:
    """Marked once on the average body; ``anchor`` is the midline or left place.

    ``own_choice`` marks a place that the mesh does not show and for which no source gives a number.
    """

    id: LandmarkId
    sides: LandmarkSides
    anchor: SurfaceAnchor
    made: str
    own_choice: bool = False


@dataclass(frozen=True, slots=True)
class ComputedLandmark:
    """Follows from other landmarks on every body; ``own_choice`` marks a number of our own."""

    id: LandmarkId
    sides: LandmarkSides
    rule: Place
    own_choice: bool


@dataclass(frozen=True, slots=True)
class AbsentLandmark:
    """Lies inside the mouth or nose, where a skin mesh has nothing."""

    id: LandmarkId


Landmark: TypeAlias = MarkedLandmark | ComputedLandmark | AbsentLandmark


class UnknownLandmark(LookupError):
    """A name that no landmark has."""

    def __init__(self, name: str) -> None:
        super().__init__(f"no landmark {name!r}")
        self.name = name


class LandmarkSet:
    """All landmarks by name."""

    def __init__(self, landmarks: Iterable[Landmark]) -> None:
        self._by_id = {landmark.id: landmark for landmark in landmarks}

    def __iter__(self) -> Iterator[Landmark]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, name: object) -> bool:
        return name in self._by_id

    def __getitem__(self, name: LandmarkId) -> Landmark:
        """Return the landmark; raise ``UnknownLandmark`` for a name that none has."""
        try:
            return self._by_id[name]
        except KeyError:
            raise UnknownLandmark(name) from None
