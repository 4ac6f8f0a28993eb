"""Whether a session is shown in the dim colours of the evening."""

from __future__ import annotations

from datetime import datetime

from acupress_desktop.domain.occasions import Room
from acupress_desktop.domain.settings import EveningTheme

EVENING_FROM_HOUR = 18
MORNING_FROM_HOUR = 6


def dims_session(wanted: EveningTheme, local: datetime, room: Room = Room.AS_SET) -> bool:
    """Tell whether a session that begins at ``local`` time is dim; ``room`` is what its occasion asks for.

    Who chose never to have it dim does not get it from an occasion either.
    """
    match wanted:
        case EveningTheme.ALWAYS:
            return True
        case EveningTheme.SAME:
            return False
        case EveningTheme.DARK:
            late = local.hour >= EVENING_FROM_HOUR or local.hour < MORNING_FROM_HOUR
            return late or room is Room.DIM
