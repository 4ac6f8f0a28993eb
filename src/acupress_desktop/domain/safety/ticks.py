"""How long "I have had this checked" holds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from acupress_desktop.domain.ids import RuleId
from acupress_desktop.domain.safety.answers import Answers, Reply
from acupress_desktop.domain.safety.asking import CHANGED

TICK_DAYS = 365
"""After a year the same answer asks for a check again."""


def ticks_that_count(ticked: Mapping[RuleId, date], answers: Answers, today: date) -> tuple[RuleId, ...]:
    """Name the rows whose "checked" still counts, given the day of each tick and today's answers.

    None of them counts once the person says, or is not sure, that something has changed: what was
    checked then was another state. A tick older than a year, or from a day to come, does not count.
    """
    if answers.get(CHANGED) in (Reply.YES, Reply.UNSURE):
        return ()
    return tuple(rule for rule, day in ticked.items() if 0 <= (today - day).days < TICK_DAYS)
