"""What a person keeps about points, and how they learn to find them.

``None`` nowhere: each of these is written only once the person has said it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from acupress_desktop.domain.ids import PointCode, RegionId, RowId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.sides import SiteSide

NAME_CHARACTERS_MAX = 80
FACE_MAX = 9_999_999
WEIGHTS_SUM_TOLERANCE = 0.001
"""How far the weights of a place may be from 1 in all: a thousandth of a face is far below a millimetre."""
CHECKS_MIN = 2
"""Fewer checks than this say nothing about a point."""
CHECKS_COUNTED = 6
"""Only the newest checks of a point count, so that what was hard once can be learned."""
HARD_SHARE_MIN = 0.5
"""From this share of unsure checks on, a point is called hard to find."""


class Sureness(Enum):
    """The answer to "Did I find it?"."""

    SURE = "sure"
    ROUGHLY = "roughly"
    NOT_FOUND = "not_found"


class Felt(Enum):
    """What a person feels under the finger at a point; ``NOTHING`` stands alone."""

    DULL_ACHE = "dull_ache"
    TENDER = "tender"
    PULSE = "pulse"
    WARMTH = "warmth"
    SPREADING = "spreading"
    NOTHING = "nothing"


class ReviewKind(Enum):
    """Which question of the quiz was answered."""

    LOCATE = "locate"
    NAME = "name"


class ReviewRating(Enum):
    """How well a point was remembered; a wrong answer is always ``AGAIN``."""

    AGAIN = "again"
    HARD = "hard"
    GOOD = "good"
    EASY = "easy"


@dataclass(frozen=True, slots=True)
class MeshPlace:
    """A place on the skin that holds on every body: a face of the mesh and the weights of its corners."""

    face: int
    weights: tuple[float, float, float]

    def __post_init__(self) -> None:
        """Refuse weights that name no place on the face."""
        if not 0 <= self.face <= FACE_MAX:
            raise ValueError(f"a face of the mesh is 0 to {FACE_MAX}, not {self.face}")
        if not all(0.0 <= weight <= 1.0 for weight in self.weights) or not sums_to_one(self.weights):
            raise ValueError(f"three weights between 0 and 1 add up to 1, unlike {self.weights}")


@dataclass(frozen=True, slots=True)
class FavouritePoint:
    """A point that the person marked; each point is a favourite once."""

    id: RowId
    point: PointCode
    moment: Moment


@dataclass(frozen=True, slots=True)
class OwnPoint:
    """A spot that the person marked on the body themselves; it is no point of the atlas."""

    id: RowId
    name: str
    note: str
    side: SiteSide
    region: RegionId
    place: MeshPlace


@dataclass(frozen=True, slots=True)
class PointCheck:
    """One try at finding a point on the own body, and what was felt there."""

    id: RowId
    point: PointCode
    side: SiteSide
    sureness: Sureness
    felt: tuple[Felt, ...]
    moment: Moment


@dataclass(frozen=True, slots=True)
class PointReview:
    """One answered question of the quiz."""

    id: RowId
    point: PointCode
    kind: ReviewKind
    rating: ReviewRating
    moment: Moment


@dataclass(frozen=True, slots=True)
class FindingShare:
    """How often one point was not surely found in its newest checks; never fewer than ``CHECKS_MIN``."""

    point: PointCode
    unsure: int
    checks: int

    @property
    def fraction(self) -> float:
        """The share of checks in which the point was only roughly found, or not."""
        return self.unsure / self.checks

    @property
    def is_hard(self) -> bool:
        """Whether the share is large enough to call the point hard for this person."""
        return self.fraction >= HARD_SHARE_MIN


def sums_to_one(weights: Iterable[float]) -> bool:
    """Whether the weights of a place add up to a whole."""
    return math.isclose(math.fsum(weights), 1.0, rel_tol=0.0, abs_tol=WEIGHTS_SUM_TOLERANCE)


def finding_shares(checks: Iterable[PointCheck]) -> tuple[FindingShare, ...]:
    """Return what the newest checks say about each point, both sides together, in order of the codes.

    A point that was checked fewer than ``CHECKS_MIN`` times is left out: one try says nothing.
    """
    by_point: dict[PointCode, list[PointCheck]] = defaultdict(list)
    for check in checks:
        by_point[check.point].append(check)
    shares = []
    for point in sorted(by_point):
        newest = sorted(by_point[point], key=lambda check: (check.moment.utc, check.id))[-CHECKS_COUNTED:]
        if len(newest) >= CHECKS_MIN:
            unsure = sum(check.sureness is not Sureness.SURE for check in newest)
            shares.append(FindingShare(point, unsure, len(newest)))
    return tuple(shares)


def hard_points(checks: Iterable[PointCheck]) -> tuple[FindingShare, ...]:
    """Return the points that this person finds hard, the hardest first."""
    hard = [share for share in finding_shares(checks) if share.is_hard]
    return tuple(sorted(hard, key=lambda share: (-share.fraction, -share.checks, share.point)))
