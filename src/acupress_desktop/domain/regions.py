"""Body regions: leaves that hold points, areas that group them, unions that rules speak of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from acupress_desktop.domain.ids import PointCode, RegionId
from acupress_desktop.domain.sides import SiteSide


class RegionSides(Enum):
    """Whether a region lies once on each side of the person, or once across the midline."""

    PAIRED = "paired"
    MIDLINE = "midline"


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the body as people name it; groups leaf regions."""

    id: RegionId
    title: str
    export_code: str


@dataclass(frozen=True, slots=True)
class Region:
    """A leaf region. ``also_points`` lie in other leaves but belong to a block of this one."""

    id: RegionId
    title: str
    parent: RegionId
    sides: RegionSides
    export_code: str
    also_points: tuple[PointCode, ...] = ()


@dataclass(frozen=True, slots=True)
class RegionUnion:
    """A word of the safety rules: leaf regions and single points outside them."""

    id: RegionId
    title: str
    members: tuple[RegionId, ...]
    also_points: tuple[PointCode, ...] = ()


@dataclass(frozen=True, slots=True)
class RegionSelection:
    """What a person tapped or a rule blocks; ``MIDLINE`` means the whole region, both sides."""

    region: RegionId
    side: SiteSide


class UnknownRegion(LookupError):
    """An id that ``regions.toml`` does not hold."""

    def __init__(self, region: str) -> None:
        super().__init__(f"no region {region!r}")
        self.region = region


class RegionMap:
    """All regions, and which points each of them takes in."""

    def __init__(
        self,
        areas: Iterable[Area],
        regions: Iterable[Region],
        unions: Iterable[RegionUnion],
        home: Mapping[PointCode, RegionId],
    ) -> None:
        """``home`` gives the leaf region of every point of the atlas.

        Raises ``UnknownRegion`` where a parent, a member or a home does not exist.
        """
        self.areas = tuple(areas)
        self.regions = tuple(regions)
        self.unions = tuple(unions)
        self._home = dict(home)
        self._areas = {area.id: area for area in self.areas}
        self._leaves = {region.id: region for region in self.regions}
        self._unions = {union.id: union for union in self.unions}
        for region in self.regions:
            if region.parent not in self._areas:
                raise UnknownRegion(region.parent)
        for union in self.unions:
            for member in union.members:
                self.leaf(member)
        for leaf in self._home.values():
            self.leaf(leaf)
        self._points: dict[RegionId, frozenset[PointCode]] = {}
        """What was once asked for: the map never changes, and the safety screen asks for every site."""

    def __contains__(self, region: object) -> bool:
        return region in self._leaves or region in self._areas or region in self._unions

    def leaf(self, region: RegionId) -> Region:
        """Return a leaf region; raise ``UnknownRegion`` for anything else."""
        try:
            return self._leaves[region]
        except KeyError:
            raise UnknownRegion(region) from None

    def title(self, region: RegionId) -> str:
        """Return the English title of a leaf, an area or a union."""
        for found in (self._leaves.get(region), self._areas.get(region), self._unions.get(region)):
            if found is not None:
                return found.title
        raise UnknownRegion(region)

    def members(self, region: RegionId) -> tuple[RegionId, ...]:
        """Return the leaves of a union or an area; a leaf has itself."""
        if region in self._leaves:
            return (region,)
        if region in self._unions:
            return self._unions[region].members
        if region in self._areas:
            return tuple(leaf.id for leaf in self.regions if leaf.parent == region)
        raise UnknownRegion(region)

    def points(self, region: RegionId) -> frozenset[PointCode]:
        """Return every point that a block of the region takes in."""
        if region not in self._points:
            self._points[region] = self._points_in(region)
        return self._points[region]

    def _points_in(self, region: RegionId) -> frozenset[PointCode]:
        members = self.members(region)
        found = {code for code, leaf in self._home.items() if leaf in members}
        for leaf in members:
            found.update(self._leaves[leaf].also_points)
        if region in self._unions:
            found.update(self._unions[region].also_points)
        return frozenset(found)

    def home(self, code: PointCode) -> RegionId:
        """Return the leaf region in which a point lies."""
        return self._home[code]

    def covers(self, selection: RegionSelection, code: PointCode, site: SiteSide) -> bool:
        """Tell whether one site of a point lies in what was selected.

        A selection of one side does not touch the other side. Points on the midline, and both
        sites in a region that itself lies across the midline, count with either side.
        """
        if code not in self.points(selection.region):
            return False
        if SiteSide.MIDLINE in (selection.side, site) or selection.side is site:
            return True
        home = self._home.get(code)
        return home is not None and self._leaves[home].sides is RegionSides.MIDLINE
