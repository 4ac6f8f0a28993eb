"""Questions of the quiz: real places and real names, near enough to the right one to be mistaken for it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from acupress_desktop.domain.anatomy.rules import Several
from acupress_desktop.domain.atlas import Atlas, Point
from acupress_desktop.domain.body_album import BodyAlbum, SiteOnPicture
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.placed_points import PlacedPoint
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.domain.spelling import plain_words

PLACES_MIN = 4
PLACES_MAX = 6
NAMES = 4
_APART_FRACTION = 0.034
"""Of the longer edge of a picture: places that are offered together lie at least so far apart."""
_POOL = 9
"""The wrong answers are drawn from so many neighbours."""
_NEAREST = 2
"""So many of the nearest are always among them."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class QuizSite:
    """One point on one side of the person."""

    point: PointCode
    side: SiteSide


@dataclass(frozen=True, slots=True)
class LocateQuestion:
    """Which of these places is the point? ``places`` in reading order of the picture, the right one too."""

    site: QuizSite
    picture: str
    places: tuple[QuizSite, ...]


@dataclass(frozen=True, slots=True)
class NameQuestion:
    """What is the marked point called? ``names`` in the order in which they are offered."""

    site: QuizSite
    picture: str
    names: tuple[PointCode, ...]


QuizQuestion = LocateQuestion | NameQuestion


def can_ask(album: BodyAlbum, point: Point) -> bool:
    """Whether a question about a point has one answer: a picture shows it, and it is a single place."""
    return album.find(point.code, point.sites[0], "") is not None and not isinstance(point.rule, Several)


@dataclass(frozen=True, slots=True)
class QuizMaster:
    """Makes questions on the pictures of one figure; all chance comes from ``chance``."""

    atlas: Atlas
    regions: RegionMap
    album: BodyAlbum
    chance: Random

    def locate(self, site: QuizSite, wanted: str) -> LocateQuestion | NameQuestion | None:
        """Ask for the place of a point, on the picture ``wanted`` where that shows it.

        Where the picture shows too few neighbours, its name is asked for instead.
        """
        at = self.album.find(site.point, site.side, wanted)
        if at is None:
            return None
        near = _apart(at, self._neighbours(at))[:_POOL]
        if len(near) < PLACES_MIN - 1:
            return self.name(site, wanted)
        wrong = self._drawn(near, PLACES_MAX - 1)
        places = sorted((at, *wrong), key=lambda found: (found.y_px, found.x_px))
        sites = tuple(QuizSite(found.site.code, found.site.side) for found in places)
        return LocateQuestion(site, at.picture.id, sites)

    def name(self, site: QuizSite, wanted: str) -> NameQuestion | None:
        """Ask for the name of a point that is marked on its picture."""
        at = self.album.find(site.point, site.side, wanted)
        if at is None:
            return None
        point = self.atlas[site.point]
        others = sorted(
            (
                other
                for other in self.atlas
                if self.related(point, other) and self._lies_elsewhere(at.site, other)
            ),
            key=lambda other: self._strangeness(point, other),
        )
        wrong = self._drawn(_tellable(point, others)[:_POOL], NAMES - 1)
        names = [point.code, *(other.code for other in wrong)]
        self.chance.shuffle(names)
        return NameQuestion(site, at.picture.id, tuple(names))

    def related(self, point: Point, other: Point) -> bool:
        """Whether one may stand as a wrong answer for the other: same line, or same part of the body.

        A point of several places never may: one of them may be the very place of another point.
        """
        if point.code == other.code or isinstance(other.rule, Several):
            return False
        return point.meridian is other.meridian or self._area(point) == self._area(other)

    def _area(self, point: Point) -> str:
        return self.regions.leaf(point.region).parent

    def _lies_elsewhere(self, site: PlacedPoint, other: Point) -> bool:
        """Whether another point lies outside the ring in which one is to be felt for."""
        there = self.album.points.point(other.code, site.side if other.bilateral else SiteSide.MIDLINE)
        return there is None or math.dist(site.position_mm, there.position_mm) > site.uncertainty_mm

    def _neighbours(self, at: SiteOnPicture) -> list[SiteOnPicture]:
        """Return the related sites of the same side on the same picture, the nearest first."""
        point = self.atlas[at.site.code]
        side = SiteSide.LEFT if at.site.side is SiteSide.MIDLINE else at.site.side
        found = []
        for other in self.atlas:
            if not (self.related(point, other) and self._lies_elsewhere(at.site, other)):
                continue
            there = self.album.find(other.code, side if other.bilateral else SiteSide.MIDLINE, at.picture.id)
            if there is not None and there.picture.id == at.picture.id and there.turn is at.turn:
                found.append(there)
        return sorted(found, key=lambda there: (_distance_px(at, there), there.site.code))

    def _strangeness(self, point: Point, other: Point) -> tuple[int, int, str]:
        """Order wrong names: neighbours on the line, then the same region, then the same part."""
        same_line = point.meridian is other.meridian
        apart = abs((point.number or 0) - (other.number or 0)) if same_line else 0
        if point.region == other.region:
            return (0, apart, other.code)
        return (1 if same_line else 2, apart, other.code)

    def _drawn(self, near: Sequence[T], count: int) -> list[T]:
        """Draw ``count`` of a pool that begins with the nearest; those are always drawn."""
        first, rest = list(near[:_NEAREST]), list(near[_NEAREST:])
        return first + self.chance.sample(rest, min(len(rest), count - len(first)))


def _distance_px(one: SiteOnPicture, other: SiteOnPicture) -> float:
    return math.hypot(one.x_px - other.x_px, one.y_px - other.y_px)


def _apart(at: SiteOnPicture, others: Iterable[SiteOnPicture]) -> list[SiteOnPicture]:
    """Keep those that can be told from the right place, and from each other, on the picture."""
    least = _APART_FRACTION * max(at.picture.size_px)
    kept: list[SiteOnPicture] = []
    for other in others:
        if all(_distance_px(other, each) >= least for each in (at, *kept)):
            kept.append(other)
    return kept


def _tellable(point: Point, others: Iterable[Point]) -> list[Point]:
    """Keep those whose names, spoken without tones, differ from the right one and from each other."""
    kept = [point]
    for other in others:
        if not any(_sounds_alike(other, each) for each in kept):
            kept.append(other)
    return kept[1:]


def _sounds_alike(one: Point, other: Point) -> bool:
    names = ((one.pinyin, other.pinyin), (one.english, other.english))
    return any("".join(plain_words(first)) == "".join(plain_words(second)) for first, second in names)
