"""A distance on the body as a page tells it: in cun, in centimetres, in the reader's own fingers."""

from __future__ import annotations

from acupress_desktop.domain.own_body import drawn_own_body, own_hand_of
from acupress_desktop.domain.own_hand import DistanceOnYou, on_you
from acupress_desktop.domain.settings import Settings
from acupress_desktop.words import own_hand as words


def distance_of(cun: float, cun_mm: float, settings: Settings) -> DistanceOnYou:
    """Return a distance whose local cun is ``cun_mm`` long on the body that is drawn.

    Somebody who presses their own points measures with their own hand, whichever body is drawn.
    """
    return on_you(cun, cun_mm, own_hand_of(settings))


def distance_line(cun: float, cun_mm: float, settings: Settings, year: int) -> str:
    """Such as "2 cun, about 3.6 cm on you: about two of your fingers".

    Centimetres are told as the reader's only where the reader's own body is drawn in the calendar ``year``.
    """
    distance = distance_of(cun, cun_mm, settings)
    if drawn_own_body(settings, year) is None:
        return words.distance_on_figure(distance)
    return words.distance_on_you(distance)


def finger_line(cun: float, cun_mm: float, settings: Settings) -> str:
    """Such as "about two of your fingers", where there is little room."""
    return words.in_fingers(distance_of(cun, cun_mm, settings))
