"""The watch as pages use it: what the journal shows just now, in words, and what a person does about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from types import MappingProxyType
from typing import Protocol as Port

from acupress_desktop.domain.ids import ProtocolId, RuleId
from acupress_desktop.domain.journal import AdverseEventRecord, AdverseKind, SessionStory
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import AdviceRecord, DayRange, JournalChange, KeptCheckIn
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.safety.outcome import Urgency
from acupress_desktop.domain.safety.watch import (
    EARLIER_DAYS,
    NIGHTS_WITHIN_DAYS,
    RECENT_DAYS,
    WatchKind,
    WatchSign,
    kinds_of,
    watch,
)
from acupress_desktop.domain.safety.watch_facts import (
    LOOK_BACK_DAYS,
    BadEffect,
    WatchFacts,
    bad_effect,
    nights_of,
    past_press,
)
from acupress_desktop.domain.safety.watch_rows import WatchBook
from acupress_desktop.domain.safety.watched import Watched, watched
from acupress_desktop.domain.trends.material import TrendMaterial
from acupress_desktop.presenters.pieces import NoticeKind, NoticeView
from acupress_desktop.presenters.session_view import AdviceCardView, AdviceKind
from acupress_desktop.words import body, stop_card
from acupress_desktop.words import watch as words
from acupress_desktop.words.safety import SafetyWords

NOTICE = "watch"
"""Before the colon in the key of a notice of the watch."""
AGAIN_DAYS = MappingProxyType({Urgency.ROUTINE: 30, Urgency.URGENT_WITHIN_DAYS: 3, Urgency.SAME_DAY: 1})
"""So long after "remind me" a sign stays quiet, unless it is seen anew."""


class WatchJournal(Port):
    """What the watch needs of the journal."""

    def recall_trend_material(self, days: DayRange) -> TrendMaterial:
        """Return the pain values of some days."""
        ...

    def recall_check_ins(self, days: DayRange) -> tuple[KeptCheckIn, ...]:
        """Return the entries of some days."""
        ...

    def recall_stories(self, days: DayRange) -> tuple[SessionStory, ...]:
        """Return the sessions of some days."""
        ...

    def recall_adverse_events(self, days: DayRange) -> tuple[AdverseEventRecord, ...]:
        """Return what was unpleasant on some days."""
        ...

    def recall_advice(self) -> tuple[AdviceRecord, ...]:
        """Return every rule that asked for a check."""
        ...


class TickJournal(WatchJournal, Port):
    """A journal in which a sign can be ticked as checked."""

    def remember_advice(self, rules: tuple[RuleId, ...], told: Moment) -> JournalChange:
        """Note that these rules asked for a check."""
        ...

    def remember_advice_checked(self, rule: RuleId, checked: Moment) -> JournalChange:
        """Note that the person had it checked."""
        ...


@dataclass(frozen=True, slots=True)
class WatchContent:
    """The data files that the watch speaks from; ``texts`` with the person's emergency number of now."""

    book: WatchBook
    texts: Callable[[], SafetyWords]
    regions: RegionMap
    set_title: Callable[[ProtocolId], str]


def facts_of(journal: WatchJournal, now: Moment) -> WatchFacts:
    """Recall what the watch looks at."""
    today = now.local_date
    # Nobody's entry lies in the future, but a clock that was wrong may have put one there.
    tomorrow = today + timedelta(days=1)

    def last(days: int) -> DayRange:
        return DayRange(today - timedelta(days=days - 1), tomorrow)

    stories = journal.recall_stories(last(LOOK_BACK_DAYS))
    return WatchFacts(
        today=today,
        entries=journal.recall_trend_material(last(RECENT_DAYS + EARLIER_DAYS)).entries,
        nights=nights_of(kept.record for kept in journal.recall_check_ins(last(NIGHTS_WITHIN_DAYS))),
        sessions=tuple(one for one in map(past_press, stories) if one is not None),
        effects=tuple(map(bad_effect, journal.recall_adverse_events(last(LOOK_BACK_DAYS)))),
        checked={row.rule: row.checked for row in journal.recall_advice() if row.checked is not None},
    )


def watched_of(journal: WatchJournal, regions: RegionMap, now: Moment) -> Watched:
    """Return what the journal means for the next safety screen."""
    return watched(watch(facts_of(journal, now), regions), regions, now.local_date)


class Watching:
    """Looks at one journal whenever it is asked."""

    def __init__(self, journal: TickJournal, content: WatchContent, now: Callable[[], Moment]) -> None:
        self._journal = journal
        self._content = content
        self._now = now

    def signs(self) -> tuple[WatchSign, ...]:
        """Return every sign that the journal shows now."""
        return watch(facts_of(self._journal, self._now()), self._content.regions)

    def to_tell(self) -> tuple[WatchSign, ...]:
        """Return what somebody should look at and was not put off, the most urgent first."""
        put_off = {row.rule: row.told for row in self._journal.recall_advice() if row.checked is None}
        return tuple(
            sign for sign in self._content.book.to_look_at(self.signs()) if not self._is_quiet(sign, put_off)
        )

    def fresh(self, before: Iterable[WatchSign]) -> WatchSign | None:
        """Return the most urgent sign that ``before`` did not have, or had only milder or with less."""
        known = {(sign.kind, sign.area, sign.protocol): sign for sign in before}
        for sign in self._content.book.to_look_at(self.signs()):
            earlier = known.get((sign.kind, sign.area, sign.protocol))
            if earlier is None or earlier.strength < sign.strength:
                return sign
        return None

    def with_told(self, effect: BadEffect, protocol: ProtocolId | None = None) -> WatchSign | None:
        """Return the sign that telling ``effect`` makes, before it is written; of pain, that of one set."""
        facts = facts_of(self._journal, self._now())
        after = watch(replace(facts, effects=(*facts.effects, effect)), self._content.regions)
        kinds = kinds_of(effect.kind)
        return next(
            (
                sign
                for sign in reversed(after)
                if sign.kind in kinds and protocol in (None, sign.protocol or protocol)
            ),
            None,
        )

    def of_kind(self, told: AdverseKind) -> WatchSign | None:
        """Return the strongest sign that the journal shows for one kind of unpleasant effect."""
        kinds = kinds_of(told)
        return next((sign for sign in reversed(self.signs()) if sign.kind in kinds), None)

    # --- In words

    def title(self, sign: WatchSign) -> str:
        """Name what was noted."""
        return self._content.texts().by_id(self._content.book.row(sign.rule).title_id)

    def message(self, sign: WatchSign) -> str:
        """Say what to do, how soon, and whom to ask."""
        return self._content.texts().by_id(self._content.book.row(sign.rule).message_id)

    def evidence(self, sign: WatchSign) -> str:
        """Say on what it rests."""
        match sign.kind:
            case WatchKind.WORSE if sign.middles is not None and sign.area is not None:
                place = body.region(self._content.regions.title(sign.area))
                return words.numbers(place, *sign.middles)
            case WatchKind.NIGHTS:
                return words.nights(len(sign.days))
            case WatchKind.AFTER_SESSION if sign.protocol is not None:
                return words.rose(self._content.set_title(sign.protocol), sign.days)
            case _:
                return words.noted(sign.days)

    def notice(self, sign: WatchSign) -> NoticeView:
        """Show a sign as one calm card, with the tick that ends it."""
        urgency = self._content.book.urgency(sign) or Urgency.ROUTINE
        return NoticeView(
            f"{NOTICE}:{sign.rule}",
            words.notice(self.evidence(sign), self.message(sign)),
            NoticeKind.CAUTION,
            words.have_had_this_checked(),
            words.later_days(AGAIN_DAYS[urgency]),
            self.title(sign),
        )

    def card(self, sign: WatchSign) -> AdviceCardView:
        """Show a sign as what to do now."""
        return AdviceCardView(
            title=self.title(sign),
            sentences=(self.evidence(sign), self.message(sign)),
            emergency=stop_card.advice_emergency(self._content.texts().emergency_number),
            leave=stop_card.advice_leave(),
            kind=AdviceKind.CALM,
        )

    # --- What the person does about it

    def tick(self, rule: RuleId) -> None:
        """The person had it checked."""
        now = self._now()
        self._journal.remember_advice((rule,), now)
        self._journal.remember_advice_checked(rule, now)

    def put_off(self, rule: RuleId) -> None:
        """Tell it again later."""
        self._journal.remember_advice((rule,), self._now())

    def _is_quiet(self, sign: WatchSign, put_off: dict[RuleId, Moment]) -> bool:
        told = put_off.get(sign.rule)
        if told is None or (sign.days[-1] > told.local_date and sign.kind is not WatchKind.WORSE):
            return False
        urgency = self._content.book.urgency(sign) or Urgency.ROUTINE
        return self._now().utc - told.utc < timedelta(days=AGAIN_DAYS[urgency])
