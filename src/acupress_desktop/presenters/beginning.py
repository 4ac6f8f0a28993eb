"""From a clearance and a plan to a session that waits for its first press."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from acupress_desktop.domain.allowance import PastSession, breath_pattern
from acupress_desktop.domain.breathing import (
    FIRST_WEEK,
    FIVE_A_MINUTE,
    SIX_EQUAL,
    USUAL,
    BreathPattern,
    OwnBreath,
)
from acupress_desktop.domain.ids import RuleId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.safety.outcome import BreathingGuide
from acupress_desktop.domain.settings import BreathingPattern, OnOff, Settings
from acupress_desktop.session.states import Ready


@dataclass(frozen=True, slots=True)
class ChosenBreath:
    """The pattern of a session: whose own it is, and which rules took its holds out."""

    pattern: BreathPattern
    own: OwnBreath | None = None
    holds_left_out_by: tuple[RuleId, ...] = ()


def chosen_breath(
    settings: Settings,
    history: Iterable[PastSession],
    now: Moment,
    own: Iterable[OwnBreath],
    holds_off_by: tuple[RuleId, ...],
    of_occasion: BreathPattern | None = None,
) -> ChosenBreath:
    """Return the pattern that the person chose, without holds where those are off.

    Who chose none is guided at eight a minute in the first week and at six later. A pattern of one's own
    that is gone counts as none. ``of_occasion`` takes the place of the usual six alone: neither the first
    week nor what somebody chose gives way to an occasion.
    """
    mine = _own_breath(settings, own)
    pattern = chosen_pattern(settings, history, now) if mine is None else mine.pattern
    if (
        of_occasion is not None
        and settings.breathing_pattern is BreathingPattern.BY_WEEK
        and pattern == USUAL
    ):
        pattern = of_occasion
    if holds_off_by and pattern.has_holds:
        return ChosenBreath(pattern.without_holds, mine, holds_off_by)
    return ChosenBreath(pattern, mine)


def chosen_pattern(settings: Settings, history: Iterable[PastSession], now: Moment) -> BreathPattern:
    """Return the pace of the guide among those that the app has; slower only after the first week."""
    match settings.breathing_pattern:
        case BreathingPattern.EIGHT_A_MINUTE:
            return FIRST_WEEK
        case BreathingPattern.SIX_A_MINUTE:
            return USUAL
        case BreathingPattern.SIX_EQUAL:
            return SIX_EQUAL
        case BreathingPattern.FIVE_A_MINUTE:
            return FIVE_A_MINUTE
        case BreathingPattern.BY_WEEK | BreathingPattern.OWN:
            return breath_pattern(history, now)
        case _:
            assert_never(settings.breathing_pattern)


def with_guide_as_set(ready: Ready, settings: Settings) -> Ready:
    """Leave the breathing guide off where the person set it off; a rule that set it off stays in force."""
    if settings.breathing is OnOff.ON:
        return ready
    return replace(ready, course=replace(ready.course, breathing=BreathingGuide.OFF_BY_DEFAULT))


def _own_breath(settings: Settings, own: Iterable[OwnBreath]) -> OwnBreath | None:
    if settings.breathing_pattern is not BreathingPattern.OWN:
        return None
    return next((breath for breath in own if breath.id == settings.own_breath), None)
