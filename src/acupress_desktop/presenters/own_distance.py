"""A distance on the body in the reader's own hand, which measures whichever body is drawn."""

from __future__ import annotations

from acupress_desktop.domain.own_body import own_hand_of
from acupress_desktop.domain.own_hand import DistanceOnYou, on_you
from acupress_desktop.domain.settings import Settings


def distance_of(cun: float, cun_mm: float, settings: Settings) -> DistanceOnYou:
    """Return a distance whose local cun is ``cun_mm`` long on the body that is drawn.

    Somebody who presses their own points measures with their own hand, whichever body is drawn.
    """
    return on_you(cun, cun_mm, own_hand_of(settings))
