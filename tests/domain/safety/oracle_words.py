"""The words of the safety tables, spelled out over the region in which the atlas puts each point."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatch
from functools import cache

from acupress_desktop.domain.atlas import Pressability
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.sides import SiteSide
from tests.domain.safety.world import atlas

Site = tuple[PointCode, SiteSide]

GROIN_POINTS = ("=SP11", "=SP13", "=LR10", "=LR11", "=ST31", "=GB28", "=KI11", "=CV2")
# Corrections A3: use exactly these; the limbs, which A3 does not name, follow its manner.
WORDS: dict[str, tuple[str, ...]] = {
    "neck": (
        *("neck-anterior", "neck-posterior", "=TE17", "=SI15", "=EX-B1", "=X-ANMIAN"),
        *("=BL10", "=GB12", "=GB20", "=GV14", "=GV15", "=GV16", "=EX-HN14", "=EX-HN15"),
    ),
    "eye": ("face-eye", "face-brow", "=ST2"),
    "groin": ("groin", *GROIN_POINTS),
    "legs": ("thigh-*", "knee-*", "leg-*", "ankle-*", "foot-*", "toe-*"),
    "feet": ("foot-*", "toe-*", "ankle-*"),
    "spine": ("back-upper", "back-spine", "lumbar", "sacral"),
    "ribs": ("chest-*", "flank"),
    "abdomen": ("abdomen-*",),
    "head": ("head-*",),
    "arm": ("arm-*", "elbow-*", "forearm-*", "wrist-*", "palm", "hand-*", "finger-*", "fingertips"),
    "hand": ("wrist-*", "palm", "hand-*", "finger-*", "fingertips"),
    "leg": ("thigh-*", "knee-*", "leg-*", "ankle-*", "foot-*", "toe-*", "hip", "buttock"),
    "shoulder-chest-quadrant": ("shoulder*", "scapula", "chest-*", "axilla"),
    "lower-legs": ("leg-*", "ankle-*", "foot-*", "toe-*"),
    "calf": ("leg-posterior", "leg-medial"),
    "knee": ("knee-*",),
    "ankle": ("ankle-*",),
    "jaw": ("face-jaw", "face-ear", "face"),
    "back": ("back-*", "lumbar", "sacral", "scapula"),
    "chest": ("chest-*",),
    "area-head": ("head-*", "ear"),
    "area-face": ("forehead", "face*", "nose-inner", "mouth-inner"),
    "area-neck": ("neck-anterior", "neck-posterior"),
    "area-shoulder": ("shoulder*", "scapula", "axilla"),
    "area-chest": ("chest-*",),
    "area-belly": ("abdomen-*", "flank"),
    "area-upper-back": ("back-*",),
    "area-low-back": ("lumbar", "sacral"),
    "area-hip": ("hip", "buttock", "groin", "perineum", *GROIN_POINTS),
    "area-upper-arm": ("arm-*",),
    "area-elbow": ("elbow-*",),
    "area-forearm": ("forearm-*",),
    "area-hand": ("wrist-*", "palm", "hand-*", "finger-*", "fingertips"),
    "area-thigh": ("thigh-*",),
    "area-knee": ("knee-*",),
    "area-lower-leg": ("leg-*",),
    "area-foot": ("ankle-*", "foot-*", "toe-*"),
}
AREAS = tuple(word for word in WORDS if word.startswith("area-"))


@cache
def everything() -> frozenset[Site]:
    return frozenset((point.code, side) for point in atlas() for side in point.sites)


@cache
def sites_of(word: str, side: str = "midline") -> frozenset[Site]:
    """Sites of a word, or of one leaf region, on one side; "midline" means both sides."""
    patterns = WORDS.get(word, (word,))
    codes = {
        point.code
        for point in atlas()
        if any(fnmatch(str(point.region), one) or f"={point.code}" == one for one in patterns)
    }
    wanted = {SiteSide.MIDLINE, SiteSide(side)} if side != "midline" else set(SiteSide)
    return frozenset((code, at) for code, at in everything() if code in codes and at in wanted)


def region_is_in(region: str, words: Iterable[str]) -> bool:
    """Whether a tapped leaf, area or word has a part in common with one of the words."""
    mine = WORDS.get(region, (region,))
    return any(
        fnmatch(one, other) or fnmatch(other, one)
        for word in words
        for other in WORDS.get(word, (word,))
        for one in mine
        if not one.startswith("=") and not other.startswith("=")
    )


@cache
def leg_points() -> frozenset[PointCode]:
    return frozenset(code for code, _ in sites_of("legs"))


@cache
def never_alone() -> frozenset[Site]:
    """A01: codes that nobody presses, and those for a partner or a tool, are in no session."""
    return frozenset(
        (point.code, side)
        for point in atlas()
        if point.pressability in (Pressability.NEVER, Pressability.PARTNER_OR_TOOL)
        for side in point.sites
    )
