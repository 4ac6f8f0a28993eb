"""Made-up journals for the watch, in short words and by chance."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from acupress_desktop.domain.ids import PointCode, ProtocolId, RegionId, RowId
from acupress_desktop.domain.journal import AdverseKind
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.safety.watch import WATCH_RULES
from acupress_desktop.domain.safety.watch_facts import BadEffect, PastPress, WatchFacts
from acupress_desktop.domain.sides import PainSide, SiteSide
from acupress_desktop.domain.trends.material import EntryPains, PainValue, ValueSource

TODAY = date(2026, 11, 25)
NECK = RegionId("area-neck")
PLACES = (NECK, RegionId("area-knee"), RegionId("hand-dorsum"), RegionId("anywhere"), None)


def at(days_ago: int, hour: int = 9) -> Moment:
    return Moment.of(datetime(2026, 11, 25, hour, tzinfo=UTC) - timedelta(days=days_ago))


def pain(
    days_ago: int,
    intensity: int,
    region: RegionId | None = NECK,
    side: PainSide | None = PainSide.BOTH,
) -> EntryPains:
    return EntryPains((PainValue(at(days_ago), region, side, intensity, ValueSource.CHECK_IN),), ())


def pressed(
    days_ago: int, rise: int | None = None, protocol: str = "P01", name: str = "", hour: int = 9
) -> PastPress:
    key = RowId(name or f"session {protocol} {days_ago} {hour}")
    return PastPress(key, ProtocolId(protocol), at(days_ago, hour), rise)


def told(
    days_ago: int,
    kind: AdverseKind,
    point: str | None = None,
    side: SiteSide | None = None,
    region: str | None = None,
) -> BadEffect:
    return BadEffect(
        at(days_ago, 10),
        kind,
        None,
        None if point is None else PointCode(point),
        None if region is None else RegionId(region),
        side,
    )


entries = st.builds(
    pain,
    st.integers(0, 45),
    st.integers(0, 10),
    st.sampled_from(PLACES),
    st.sampled_from([None, *PainSide]),
)
sessions = st.builds(
    pressed,
    st.integers(0, 60),
    st.none() | st.integers(-5, 6),
    st.sampled_from(["P01", "P16"]),
    hour=st.integers(6, 20),
)
effects = st.builds(
    told,
    st.integers(0, 60),
    st.sampled_from(AdverseKind),
    st.sampled_from([None, "LI4", "GB21", "CV6", "gone"]),
    st.sampled_from([None, *SiteSide]),
    st.sampled_from([None, "hand-dorsum", "area-neck", "knee-anterior", "gone"]),
)
nights = st.frozensets(st.integers(0, 10).map(lambda days: TODAY - timedelta(days=days)), max_size=8)
checks = st.dictionaries(
    st.sampled_from(WATCH_RULES), st.builds(at, st.integers(0, 60), st.integers(6, 20)), max_size=3
)


def journals() -> st.SearchStrategy[WatchFacts]:
    return st.builds(
        WatchFacts,
        st.just(TODAY),
        st.lists(entries, max_size=50).map(tuple),
        nights,
        st.lists(sessions, max_size=10, unique_by=lambda one: one.id).map(tuple),
        st.lists(effects, max_size=8).map(tuple),
        checks,
    )


def worse_diary(recent: int = 7, earlier: int = 4) -> WatchFacts:
    """Six weeks of a diary that logged two days of three: four weeks at one number, then two at another."""
    days = [day for day in range(42) if day % 3]
    return WatchFacts(TODAY, tuple(pain(day, recent if day < 14 else earlier) for day in days))


def with_effects(*more: BadEffect, facts: WatchFacts | None = None) -> WatchFacts:
    start = facts or WatchFacts(TODAY)
    return replace(start, effects=(*start.effects, *more))
