"""The set that a person uses: chosen last, or pressed last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol as Port

from acupress_desktop.domain.journal import SessionStory
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.plans import CALM
from acupress_desktop.domain.ports import DayRange, Glance
from acupress_desktop.domain.protocols import Part, Protocol
from acupress_desktop.domain.sides import PainSide
from acupress_desktop.presenters.outlines import choices_of

_LOOK_BACK = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class UsedSet:
    """A set with the side and the half that were chosen."""

    protocol: Protocol
    pain_side: PainSide | None = None
    part: Part | None = None


class StoriesJournal(Port):
    """What is needed of the journal."""

    def recall_stories(self, days: DayRange) -> tuple[SessionStory, ...]:
        """Return the sessions of these days, newest first."""
        ...


def used_set(
    journal: StoriesJournal, glance: Glance | None, protocols: Iterable[Protocol], now: Moment
) -> UsedSet | None:
    """Return the set that was chosen last: from the glance, or from the newest session of two months."""
    by_id = {protocol.id: protocol for protocol in protocols}
    kept = None if glance is None else glance.next_set
    if kept is not None and kept.protocol in by_id:
        protocol = by_id[kept.protocol]
        return UsedSet(protocol, *choices_of(kept, protocol))
    today = now.local_date
    stories = journal.recall_stories(DayRange(today - _LOOK_BACK, today))
    for story in stories:
        found = by_id.get(story.session.protocol)
        if found is not None and found.id != CALM and story.session.occasion is None:
            return UsedSet(found, story.session.side)
    if stories and CALM in by_id:
        return UsedSet(by_id[CALM])
    return None
