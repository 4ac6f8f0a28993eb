"""How close a question stands: the first way that fits the window is taken, so that nobody has to scroll."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from acupress_desktop.ui.flow.frame import Air
from acupress_desktop.ui.safety.answers import ANSWER_PX
from acupress_desktop.ui.theme.measures import (
    BUTTON_PX,
    BUTTON_SESSION_PX,
    CHIP_PX,
    SEGMENT_PX,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_32,
)
from acupress_desktop.ui.theme.type_roles import TextRole


class LinePlace(Enum):
    """Where the emergency line stands; it is always in sight."""

    FOOT = "foot"
    """In a bar of its own at the foot."""
    ACTS = "acts"
    """Beside the acts, shortened to whom to call."""


@dataclass(frozen=True, slots=True)
class Closeness:
    """Sizes of one way; pixels are at text factor 1."""

    question: TextRole
    listed: TextRole
    placed: TextRole
    lead: TextRole
    air: Air
    gap_px: int
    answer_px: int
    answer_gap_px: int
    act_px: int
    place_px: int
    densities: int
    figures_share: int
    line: LinePlace


ROOMY = Closeness(
    TextRole.QUESTION,
    TextRole.TITLE,
    TextRole.HEAD,
    TextRole.LEAD,
    Air.USUAL,
    SPACE_32,
    ANSWER_PX,
    SPACE_16,
    BUTTON_SESSION_PX,
    CHIP_PX,
    3,
    60,
    LinePlace.FOOT,
)
CLOSE = Closeness(
    TextRole.TITLE,
    TextRole.HEAD,
    TextRole.HEAD,
    TextRole.BODY,
    Air.CLOSE,
    SPACE_12,
    BUTTON_SESSION_PX,
    SPACE_12,
    BUTTON_PX,
    CHIP_PX,
    4,
    56,
    LinePlace.FOOT,
)
TIGHT = Closeness(
    TextRole.HEAD,
    TextRole.SUBHEAD,
    TextRole.HEAD,
    TextRole.SMALL,
    Air.LEAST,
    SPACE_4,
    BUTTON_SESSION_PX - SPACE_8,
    SPACE_8,
    SEGMENT_PX,
    CHIP_PX - SPACE_8,
    5,
    50,
    LinePlace.ACTS,
)
FROM_ROOMY_TO_TIGHT = (ROOMY, CLOSE, TIGHT)
