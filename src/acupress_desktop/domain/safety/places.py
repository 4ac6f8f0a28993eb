"""From tapped places to the sites that a rule leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from acupress_desktop.domain.atlas import Atlas, Point, Reach
from acupress_desktop.domain.ids import PointCode, RegionId
from acupress_desktop.domain.regions import RegionMap, RegionSelection
from acupress_desktop.domain.sides import SiteSide

Site = tuple[PointCode, SiteSide]

ARM = RegionId("arm")
LEG = RegionId("leg")
_QUADRANTS: dict[RegionId, tuple[RegionId, ...]] = {
    ARM: (ARM, RegionId("shoulder-chest-quadrant")),
    LEG: (LEG, RegionId("area-hip"), RegionId("groin"), RegionId("abdomen-lower")),
}


class NearPoints(Protocol):
    """Which sites lie close to a place, measured along the skin of the average body."""

    def points_near(self, region: RegionId, side: SiteSide, within_mm: int) -> frozenset[Site]:
        """Return all sites within 50 or 100 mm of any skin of a region on one side."""
        ...


class NoDistances:
    """Stands in where no distances were baked: everything in the part and the parts beside it.

    Deliberately too much: the whole limb of that side, or the whole of head and neck, or the
    whole trunk with shoulders and hips, on both sides of it.
    """

    def __init__(self, regions: RegionMap, atlas: Atlas) -> None:
        self._regions = regions
        self._atlas = atlas

    def points_near(self, region: RegionId, side: SiteSide, within_mm: int) -> frozenset[Site]:
        """Return every site of the large parts that the region lies in or borders on."""
        del within_mm
        leaves = set(self._regions.members(region))
        wide: set[RegionSelection] = set()
        for part in _LARGE_PARTS:
            if leaves.intersection(leaf for one in part for leaf in self._regions.members(one)):
                # Ten centimetres reach across the midline of head and trunk, but not to the other limb.
                wide |= {
                    RegionSelection(one, side if one in (ARM, LEG) else SiteSide.MIDLINE) for one in part
                }
        return frozenset(sites_in(self._atlas, self._regions, wide))


class BakedDistances:
    """Sites near each region, as measured once on the average body.

    ``left`` holds, by region and distance, the sites near its left part; the right part is the
    mirror image. Regions without a measured row are answered by ``otherwise``, with too much.
    """

    def __init__(
        self,
        left: Mapping[RegionId, Mapping[int, frozenset[Site]]],
        regions: RegionMap,
        otherwise: NearPoints,
    ) -> None:
        self._left = left
        self._regions = regions
        self._otherwise = otherwise

    def points_near(self, region: RegionId, side: SiteSide, within_mm: int) -> frozenset[Site]:
        """Return all sites within the next larger measured distance of a region on one side."""
        near: set[Site] = set()
        for leaf in self._regions.members(region):
            rows = self._left.get(leaf, {})
            wide_enough = [distance for distance in sorted(rows) if distance >= within_mm]
            if not wide_enough:
                near |= self._otherwise.points_near(leaf, side, within_mm)
                continue
            left = rows[wide_enough[0]]
            if side is not SiteSide.RIGHT:
                near |= left
            if side is not SiteSide.LEFT:
                near |= {(code, site.mirrored) for code, site in left}
        return frozenset(near)


_LARGE_PARTS: tuple[tuple[RegionId, ...], ...] = tuple(
    tuple(RegionId(region) for region in part)
    for part in (
        ("area-head", "area-face", "area-neck", "area-shoulder"),
        ("arm", "area-shoulder"),
        ("area-neck", "area-shoulder", "chest", "abdomen", "back", "flank", "area-hip"),
        ("leg", "area-hip"),
    )
)


def all_sites(atlas: Atlas) -> Iterator[Site]:
    """Name every site of every point."""
    for point in atlas:
        for side in point.sites:
            yield (point.code, side)


def sites_in(atlas: Atlas, regions: RegionMap, selections: Iterable[RegionSelection]) -> Iterator[Site]:
    """Name every site that lies in one of the selections; a midline site counts with either side."""
    for selection in selections:
        codes = regions.points(selection.region)
        for code in codes:
            if code not in atlas:
                continue
            for side in atlas[code].sites:
                if regions.covers(selection, code, side):
                    yield (code, side)


def limb_or_part(regions: RegionMap, selection: RegionSelection) -> tuple[RegionSelection, ...]:
    """Widen a place to its whole arm or leg of that side, or to its part of head or trunk."""
    leaves = set(regions.members(selection.region))
    wide = [limb for limb in (ARM, LEG) if leaves.intersection(regions.members(limb))]
    outside = leaves.difference(*(regions.members(limb) for limb in wide))
    wide.extend(area.id for area in regions.areas if outside.intersection(regions.members(area.id)))
    return (selection, *(RegionSelection(region, selection.side) for region in wide))


def limb_and_quadrant(regions: RegionMap, selection: RegionSelection) -> tuple[RegionSelection, ...]:
    """Widen a place to its limb and the shoulder, chest or groin beside it."""
    wide = list(limb_or_part(regions, selection))
    for limb, quadrant in _QUADRANTS.items():
        if set(regions.members(selection.region)).intersection(
            leaf for part in quadrant for leaf in regions.members(part)
        ):
            wide.extend(RegionSelection(region, selection.side) for region in (limb, *quadrant))
    return tuple(wide)


def needs_hand(point: Point, site: SiteSide) -> SiteSide | None:
    """Return the hand that a site needs; ``None`` where either can press it.

    A hand cannot press its own arm, nor its own shoulder from behind.
    """
    if point.reach is Reach.OPPOSITE_HAND and site is not SiteSide.MIDLINE:
        return site.mirrored
    if point.reach is Reach.THUMBS_OR_FISTS and site is not SiteSide.MIDLINE:
        return site
    return None
