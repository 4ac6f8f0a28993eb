"""What the limits of the rows that hold add up to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from acupress_desktop.domain.atlas import Atlas, Pressability
from acupress_desktop.domain.ids import PointCode, RuleId
from acupress_desktop.domain.protocols import HOLD_SECONDS_MAX
from acupress_desktop.domain.regions import RegionMap, RegionSelection
from acupress_desktop.domain.safety import rules
from acupress_desktop.domain.safety.answers import Reply, TappedPlaces
from acupress_desktop.domain.safety.evaluate import HAND, Reading, tapped_hands
from acupress_desktop.domain.safety.outcome import BlockedRegion, BlockedSite, BreathingGuide, PressureCap
from acupress_desktop.domain.safety.places import (
    ARM,
    NearPoints,
    Site,
    all_sites,
    limb_and_quadrant,
    limb_or_part,
    needs_hand,
    sites_in,
)
from acupress_desktop.domain.sides import Side, SiteSide

UNSURE_CAP = 3
"""An unsure answer to a question about limits: felt pressure at most this, anywhere."""


@dataclass(slots=True)
class Effects:
    """Adds up limits, one row after the other; the order never matters."""

    reading: Reading
    atlas: Atlas
    near: NearPoints
    sites: set[tuple[Site, RuleId]] = field(default_factory=set)
    places: set[tuple[RegionSelection, RuleId]] = field(default_factory=set)
    caps: set[PressureCap] = field(default_factory=set)
    halved_by: set[RuleId] = field(default_factory=set)
    hold_limits: set[tuple[int, RuleId]] = field(default_factory=set)
    only: list[tuple[frozenset[PointCode], RuleId]] = field(default_factory=list)
    resting_hands: set[SiteSide] = field(default_factory=set)
    no_tools_by: set[RuleId] = field(default_factory=set)
    breathing: BreathingGuide = BreathingGuide.ON
    breath_holds_off_by: set[RuleId] = field(default_factory=set)

    @property
    def _regions(self) -> RegionMap:
        return self.reading.regions

    def add(self, limit: rules.Limit, rule: RuleId) -> None:
        """Add one limit of the row ``rule``."""
        match limit:
            case rules.Cap(max_felt_pressure=most, regions=regions):
                self.caps.add(PressureCap(most, regions, rule))
            case rules.HalveHolds():
                self.halved_by.add(rule)
            case rules.MaxHold(seconds=seconds):
                self.hold_limits.add((seconds, rule))
            case rules.NoTools():
                self.no_tools_by.add(rule)
            case rules.BreathingOff():
                self.breathing = BreathingGuide.OFF_BY_DEFAULT
                self.breath_holds_off_by.add(rule)
            case rules.BreathHoldsOff():
                self.breath_holds_off_by.add(rule)
            case _:
                self._leave_out(limit, rule)

    def _leave_out(self, limit: rules.PlaceLimit, rule: RuleId) -> None:
        match limit:
            case rules.BlockRegions(regions=regions):
                self._block({RegionSelection(region, SiteSide.MIDLINE) for region in regions}, rule)
            case rules.BlockTapped():
                self._block_tapped(limit, rule)
            case rules.BlockPoints(points=points):
                self._block_sites((site for site in all_sites(self.atlas) if site[0] in points), rule)
            case rules.BlockByPressability():
                self._block_by_pressability(rule)
            case rules.OnlyPoints(points=points):
                self._allow_only(frozenset(points), rule)
                self.only.append((frozenset(points), rule))
            case rules.OnlyRegions(regions=regions):
                inside = (self._regions.points(region) for region in regions)
                self._allow_only(frozenset[PointCode]().union(*inside), rule)
            case rules.RestTappedHands(question=question, reach=reach):
                answer = self.reading.answers.get(question)
                within = HAND if reach is rules.Reach.PLACE else ARM
                if isinstance(answer, TappedPlaces):
                    self._rest_hands(tapped_hands(answer, self._regions, within), rule)

    def add_unsure(self, rule: rules.Rule) -> None:
        """Add what "not sure" means for a row about limits: soft, no breath held where yes forbids it."""
        self.caps.add(PressureCap(UNSURE_CAP, (), rule.id))
        if rule.lets_no_breath_be_held:
            self.breath_holds_off_by.add(rule.id)

    def blocked_sites(self) -> tuple[BlockedSite, ...]:
        """Return every blocked site with its rule, in the order of the atlas."""
        order = {site: place for place, site in enumerate(all_sites(self.atlas))}
        found = sorted(self.sites, key=lambda row: (order[row[0]], row[1]))
        return tuple(BlockedSite(point, side, rule) for (point, side), rule in found)

    def blocked_regions(self) -> tuple[BlockedRegion, ...]:
        """Return every blocked region with its rule."""
        found = sorted(self.places, key=lambda row: (row[1], row[0].region, row[0].side.value))
        return tuple(BlockedRegion(place.region, place.side.side, rule) for place, rule in found)

    def pressure_caps(self) -> tuple[PressureCap, ...]:
        """Return the caps, strictest first."""
        return tuple(sorted(self.caps, key=lambda cap: (cap.max_felt_pressure, cap.regions, cap.rule)))

    def max_hold(self) -> tuple[int, tuple[RuleId, ...]]:
        """Return the longest hold in seconds that is allowed anywhere, and who says so."""
        seconds = min((limit for limit, _ in self.hold_limits), default=HOLD_SECONDS_MAX)
        return seconds, tuple(sorted(rule for limit, rule in self.hold_limits if limit == seconds))

    def only_points(self) -> tuple[tuple[PointCode, ...] | None, RuleId | None]:
        """Return the short list of points, where a row names one, and the first row that does."""
        if not self.only:
            return None, None
        codes = frozenset.intersection(*(points for points, _ in self.only))
        return tuple(sorted(codes)), min(rule for _, rule in self.only)

    def hands_not_to_press_with(self) -> tuple[Side, ...]:
        """Return the hands that must rest."""
        return tuple(side for side in Side if SiteSide(side.value) in self.resting_hands)

    def _block_sites(self, sites: Iterable[Site], rule: RuleId) -> None:
        self.sites.update((site, rule) for site in sites)

    def _block(self, places: set[RegionSelection], rule: RuleId) -> None:
        self.places.update((place, rule) for place in places)
        self._block_sites(sites_in(self.atlas, self._regions, places), rule)

    def _block_tapped(self, limit: rules.BlockTapped, rule: RuleId) -> None:
        answer = self.reading.answers.get(limit.question)
        if answer is Reply.UNSURE:
            self._block({RegionSelection(area.id, SiteSide.MIDLINE) for area in self._regions.areas}, rule)
        if not isinstance(answer, TappedPlaces):
            return
        for place in answer.places:
            match limit.reach:
                case rules.Reach.PLACE:
                    self._block({place}, rule)
                case rules.Reach.LIMB_OR_PART:
                    self._block(set(limb_or_part(self._regions, place)), rule)
                case rules.Reach.LIMB_AND_QUADRANT:
                    self._block(set(limb_and_quadrant(self._regions, place)), rule)
                case rules.Reach.WITHIN_50_MM | rules.Reach.WITHIN_100_MM:
                    within_mm = 50 if limit.reach is rules.Reach.WITHIN_50_MM else 100
                    self._block({place}, rule)
                    self._block_sites(self.near.points_near(place.region, place.side, within_mm), rule)

    def _block_by_pressability(self, rule: RuleId) -> None:
        unpressed = (Pressability.NEVER, Pressability.PARTNER_OR_TOOL)
        self._block_sites(
            (site for site in all_sites(self.atlas) if self.atlas[site[0]].pressability in unpressed), rule
        )

    def _allow_only(self, codes: frozenset[PointCode], rule: RuleId) -> None:
        self._block_sites((site for site in all_sites(self.atlas) if site[0] not in codes), rule)

    def _rest_hands(self, hands: frozenset[SiteSide], rule: RuleId) -> None:
        self.resting_hands.update(hands)
        for point in self.atlas:
            for site in point.sites:
                needed = needs_hand(point, site)
                if needed in hands or len(hands) == len(Side):
                    self.sites.add(((point.code, site), rule))
