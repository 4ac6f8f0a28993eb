"""From a clearance and a plan to a session that waits for its first press."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from acupress_desktop.domain.allowance import PastSession, breath_pattern
from acupress_desktop.domain.breathing import FIRST_WEEK, USUAL, BreathPattern
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.safety.outcome import BreathingGuide
from acupress_desktop.domain.settings import BreathingPattern, OnOff, Settings
from acupress_desktop.session.states import Ready


def chosen_pattern(settings: Settings, history: Iterable[PastSession], now: Moment) -> BreathPattern:
    """Return the pace of the breathing guide: the person's choice, or slower after the first week."""
    match settings.breathing_pattern:
        case BreathingPattern.EIGHT_A_MINUTE:
            return FIRST_WEEK
        case BreathingPattern.SIX_A_MINUTE:
            return USUAL
        case BreathingPattern.BY_WEEK:
            return breath_pattern(history, now)


def with_guide_as_set(ready: Ready, settings: Settings) -> Ready:
    """Leave the breathing guide off where the person set it off; a rule that set it off stays in force."""
    if settings.breathing is OnOff.ON:
        return ready
    return replace(ready, course=replace(ready.course, breathing=BreathingGuide.OFF_BY_DEFAULT))
