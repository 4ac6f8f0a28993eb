"""The watch: signs in a journal that ask for a question, for care, or for somebody who looks at it.

Pure, and closed under caution: what is told in addition (a worse day within the last two weeks, a night, a
rise, something unpleasant) never takes a sign away nor makes it milder. No sign names an illness or claims a
trend. How often chance alone raises a sign was simulated: docs/decisions/0072.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from acupress_desktop.domain.ids import ProtocolId, RegionId, RuleId
from acupress_desktop.domain.journal import AdverseKind
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.safety.watch_facts import BadEffect, PastPress, WatchFacts
from acupress_desktop.domain.trends.daily import Area, DailyValue, daily_values, entries_of
from acupress_desktop.domain.trends.material import NO_PAIN_ANYWHERE

RECENT_DAYS = 14
EARLIER_DAYS = 28
"""The last two weeks are compared with the four weeks before them."""
RECENT_LOGGED_MIN = 6
EARLIER_LOGGED_MIN = 10
"""So many days of each need an entry."""
HIGHER_BY_POINTS = 2
"""A single person usually calls a change of about two points clear (Farrar 2001)."""
WORSE_CHECKED_DAYS = 28
"""So long after "I have had this checked" the numbers are not told again."""

NIGHTS_WITHIN_DAYS = 7
NIGHTS_FOR_ADVICE = 2
NIGHTS_FOR_SOON = 5

RISE_POINTS = 2
"""Rule S01: pain that rises by this much."""
SESSIONS_LOOKED_AT = 4
RISES_FOR_PAUSE = 2
TOLD_AFTER = timedelta(hours=24)
""""More pain", told without a session, speaks of one that began within this time before."""

AGAIN_WITHIN_DAYS = 28
BRUISE_DAYS = 14
DIZZY_DAYS = 14
NUMB_DAYS = 7
SHARP_DAYS = 14
SORE_DAYS = 7


class WatchKind(Enum):
    """What a sign is about."""

    WORSE = "worse"
    NIGHTS = "nights"
    AFTER_SESSION = "after_session"
    BRUISE = "bruise"
    DIZZY = "dizzy"
    NUMB = "numb"
    CHEST = "chest"
    SHARP = "sharp"
    SORE = "sore"


W_WORSE = RuleId("W01")
W_NIGHT, W_NIGHTS, W_MOST_NIGHTS = RuleId("W02"), RuleId("W02b"), RuleId("W02c")
W_RISE, W_RISES = RuleId("W03"), RuleId("W03b")
W_BRUISE, W_BRUISES = RuleId("W04"), RuleId("W04b")
W_DIZZY, W_DIZZY_AGAIN = RuleId("W05"), RuleId("W05b")
W_NUMB, W_NUMB_AGAIN = RuleId("W06"), RuleId("W06b")
W_CHEST = RuleId("W07")
W_SHARP = RuleId("W08")
W_SORE = RuleId("W09")

WATCH_RULES = (
    W_WORSE,
    *(W_NIGHT, W_NIGHTS, W_MOST_NIGHTS),
    *(W_RISE, W_RISES),
    *(W_BRUISE, W_BRUISES),
    *(W_DIZZY, W_DIZZY_AGAIN),
    *(W_NUMB, W_NUMB_AGAIN),
    *(W_CHEST, W_SHARP, W_SORE),
)
"""Every row of the watch; of one kind, the milder first."""


@dataclass(frozen=True, slots=True)
class Stretches:
    """The daily values of the last two weeks and of the four weeks before, as far as they were logged."""

    recent: tuple[float, ...]
    earlier: tuple[float, ...]

    @property
    def enough(self) -> bool:
        """Whether both have enough days to be compared at all."""
        return len(self.recent) >= RECENT_LOGGED_MIN and len(self.earlier) >= EARLIER_LOGGED_MIN

    @property
    def middles(self) -> tuple[float, float]:
        """The medians of both; of ``enough`` days only."""
        return statistics.median(self.recent), statistics.median(self.earlier)

    @property
    def are_worse(self) -> bool:
        """Whether the mean and the median are both two points higher: one alone is raised too often."""
        if not self.enough:
            return False
        recent, earlier = self.middles
        means = statistics.fmean(self.recent) - statistics.fmean(self.earlier)
        return recent - earlier >= HIGHER_BY_POINTS and means >= HIGHER_BY_POINTS


@dataclass(frozen=True, slots=True)
class WatchSign:
    """What was seen, and on what it rests: how often, on which days, about which area, set or places.

    ``days`` are the days of the evidence, oldest first; ``count`` may be more than days. ``middles`` are
    those of the last two weeks and of the four weeks before.
    """

    rule: RuleId
    kind: WatchKind
    count: int
    days: tuple[date, ...]
    area: RegionId | None = None
    protocol: ProtocolId | None = None
    effects: tuple[BadEffect, ...] = ()
    middles: tuple[float, float] | None = None

    @property
    def strength(self) -> int:
        """Grows with the rows of one kind."""
        return WATCH_RULES.index(self.rule)


def watch(facts: WatchFacts, regions: RegionMap) -> tuple[WatchSign, ...]:
    """Return every sign, in the order of the rows; of one kind (and area, or set) the strongest alone."""
    found = (
        *_worse(facts, regions),
        *_nights(facts),
        *_after_sessions(facts),
        *(sign for row in _EFFECT_ROWS for sign in _told(facts, row)),
    )
    return tuple(sorted(found, key=lambda sign: (sign.strength, sign.area or "", sign.protocol or "")))


# --- The diary -------------------------------------------------------------------------------------------


def _worse(facts: WatchFacts, regions: RegionMap) -> Iterator[WatchSign]:
    """Two weeks that are clearly higher than the four before: a reason to ask, no claim of a trend."""
    checked = facts.checked.get(W_WORSE)
    if checked is not None and facts.days_ago(checked.local_date) < WORSE_CHECKED_DAYS:
        return
    for area in _areas_told(facts, regions):
        leaves = Area(frozenset({area, *regions.members(area)}))
        daily = daily_values(entries_of(facts.entries, leaves))
        stretches = stretches_of(daily, facts.today)
        if stretches.are_worse:
            recent = tuple(each.day for each in daily if facts.days_ago(each.day) < RECENT_DAYS)
            yield WatchSign(
                W_WORSE, WatchKind.WORSE, len(recent), recent, area=area, middles=stretches.middles
            )


def stretches_of(daily: Iterable[DailyValue], today: date) -> Stretches:
    """Sort the logged days into the two stretches that end today."""
    recent: list[float] = []
    earlier: list[float] = []
    for each in daily:
        ago = (today - each.day).days
        if ago < RECENT_DAYS:
            recent.append(each.value)
        elif ago < RECENT_DAYS + EARLIER_DAYS:
            earlier.append(each.value)
    return Stretches(tuple(recent), tuple(earlier))


def _areas_told(facts: WatchFacts, regions: RegionMap) -> tuple[RegionId, ...]:
    told = {value.region for entry in facts.entries for value in entry.values}
    areas: set[RegionId] = set()
    for region in told:
        if region is None or region == NO_PAIN_ANYWHERE or region not in regions:
            continue
        areas.update(regions.leaf(leaf).parent for leaf in regions.members(region))
    return tuple(sorted(areas))


def _nights(facts: WatchFacts) -> Iterator[WatchSign]:
    checks = [facts.checked[rule] for rule in (W_NIGHTS, W_MOST_NIGHTS) if rule in facts.checked]
    last_check = max((check.local_date for check in checks), default=date.min)
    days = tuple(
        day for day in sorted(facts.nights) if facts.days_ago(day) < NIGHTS_WITHIN_DAYS and day > last_check
    )
    if not days:
        return
    rule = W_NIGHT
    if len(days) >= NIGHTS_FOR_ADVICE:
        rule = W_NIGHTS
    if len(days) >= NIGHTS_FOR_SOON:
        rule = W_MOST_NIGHTS
    yield WatchSign(rule, WatchKind.NIGHTS, len(days), days)


# --- Sessions --------------------------------------------------------------------------------------------


def _after_sessions(facts: WatchFacts) -> Iterator[WatchSign]:
    """Pain that rose with a set: once, the next is softer; twice in four, the set waits for a clinician."""
    blamed = _blamed(facts)
    for protocol in sorted({session.protocol for session in facts.sessions}):
        same = sorted(
            (each for each in facts.sessions if each.protocol == protocol),
            key=lambda each: (each.started.utc, each.id),
            reverse=True,
        )
        checked = facts.checked.get(W_RISES)
        last = same[:SESSIONS_LOOKED_AT]
        rose = [each for each in last if _rose(each, blamed)]
        counted = [each for each in rose if checked is None or each.started.utc > checked.utc]
        if len(counted) >= RISES_FOR_PAUSE:
            yield _rise_sign(W_RISES, protocol, counted)
        elif last[0] in rose:
            yield _rise_sign(W_RISE, protocol, last[:1])


def _rise_sign(rule: RuleId, protocol: ProtocolId, rose: list[PastPress]) -> WatchSign:
    days = tuple(sorted({each.started.local_date for each in rose}))
    return WatchSign(rule, WatchKind.AFTER_SESSION, len(rose), days, protocol=protocol)


def _rose(session: PastPress, blamed: frozenset[PastPress]) -> bool:
    return session in blamed or (session.rise is not None and session.rise >= RISE_POINTS)


def _blamed(facts: WatchFacts) -> frozenset[PastPress]:
    """Return the sessions after which the person told of more pain, there or later in the log."""
    found: set[PastPress] = set()
    for effect in facts.effects:
        if effect.kind is not AdverseKind.MORE_PAIN:
            continue
        if effect.session is not None:
            found.update(each for each in facts.sessions if each.id == effect.session)
            continue
        since = effect.moment.utc - TOLD_AFTER
        before = [each for each in facts.sessions if since <= each.started.utc <= effect.moment.utc]
        found.update(sorted(before, key=lambda each: (each.started.utc, each.id))[-1:])
    return frozenset(found)


# --- What was told as unpleasant -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _EffectRow:
    """``rule`` holds for ``days``; ``again`` where it came back on another day, until it was checked."""

    kind: WatchKind
    told: tuple[AdverseKind, ...]
    rule: RuleId
    days: int
    again: RuleId | None = None


_UNTIL_CHECKED = 10_000
_EFFECT_ROWS = (
    _EffectRow(WatchKind.BRUISE, (AdverseKind.BRUISE,), W_BRUISE, BRUISE_DAYS, W_BRUISES),
    _EffectRow(WatchKind.DIZZY, (AdverseKind.DIZZY,), W_DIZZY, DIZZY_DAYS, W_DIZZY_AGAIN),
    _EffectRow(WatchKind.NUMB, (AdverseKind.NUMB, AdverseKind.TINGLING), W_NUMB, NUMB_DAYS, W_NUMB_AGAIN),
    _EffectRow(WatchKind.CHEST, (AdverseKind.CHEST, AdverseKind.BREATHLESS), W_CHEST, _UNTIL_CHECKED),
    _EffectRow(WatchKind.SHARP, (AdverseKind.SHARP_PAIN,), W_SHARP, SHARP_DAYS),
    _EffectRow(WatchKind.SORE, (AdverseKind.SORE_SPOT,), W_SORE, SORE_DAYS),
)


def kinds_of(told: AdverseKind) -> frozenset[WatchKind]:
    """Return the kinds of sign that something unpleasant may raise; none where it is only kept."""
    if told is AdverseKind.MORE_PAIN:
        return frozenset({WatchKind.AFTER_SESSION})
    return frozenset(row.kind for row in _EFFECT_ROWS if told in row.told)


def _told(facts: WatchFacts, row: _EffectRow) -> Iterator[WatchSign]:
    told = [effect for effect in facts.effects if effect.kind in row.told]
    if row.days == _UNTIL_CHECKED:
        checked = facts.checked.get(row.rule)
        lasting = [each for each in told if checked is None or each.moment.utc > checked.utc]
    else:
        lasting = [each for each in told if facts.days_ago(each.day) < row.days]
    again = [] if row.again is None else _came_back(facts, told, row.again)
    if row.again is not None and again:
        # The places of the milder row stay out as well.
        yield _effect_sign(row.again, row.kind, again, lasting)
    elif lasting:
        yield _effect_sign(row.rule, row.kind, lasting, lasting)


def _came_back(facts: WatchFacts, told: list[BadEffect], rule: RuleId) -> list[BadEffect]:
    """Return what was told on two days or more of four weeks and was not checked since."""
    checked = facts.checked.get(rule)
    open_ones = [
        each
        for each in told
        if facts.days_ago(each.day) < AGAIN_WITHIN_DAYS and (checked is None or each.moment.utc > checked.utc)
    ]
    return open_ones if len({each.day for each in open_ones}) >= 2 else []


def _effect_sign(
    rule: RuleId, kind: WatchKind, counted: list[BadEffect], lasting: list[BadEffect]
) -> WatchSign:
    days = tuple(sorted({each.day for each in counted}))
    return WatchSign(rule, kind, len(counted), days, effects=tuple(sorted(set(lasting), key=_order)))


def _order(effect: BadEffect) -> tuple[str, ...]:
    side = "" if effect.side is None else effect.side.value
    return (
        effect.moment.utc.isoformat(),
        effect.kind.value,
        effect.point or "",
        effect.region or "",
        side,
        effect.session or "",
    )
