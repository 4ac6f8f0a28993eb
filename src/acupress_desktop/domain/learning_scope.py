"""Which points a person wants to learn."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class ScopeKind(Enum):
    """Kinds of scope: points that sets press, marked points, one line, one part of the body, every point."""

    IN_USE = "in_use"
    FAVOURITES = "favourites"
    LINE = "line"
    AREA = "area"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class LearningScope:
    """Some points of the atlas. ``name`` is the letters of a line or the id of an area, else empty.

    A name that the atlas does not know holds no point.
    """

    kind: ScopeKind = ScopeKind.IN_USE
    name: str = ""
