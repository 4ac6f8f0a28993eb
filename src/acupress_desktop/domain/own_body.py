"""The person's own body, put together from what the settings hold of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from acupress_desktop.domain.anatomy.shape import NO_MEASURES, BodyShape, OwnMeasures
from acupress_desktop.domain.body_bounds import AGE_YEARS
from acupress_desktop.domain.own_hand import UNKNOWN_HAND, OwnHand, OwnHandError
from acupress_desktop.domain.settings import DrawnBody, Settings

TENTHS: Final = 10.0


@dataclass(frozen=True, slots=True)
class OwnBody:
    """What is needed to draw one person: the shape, and the lengths that they measured."""

    shape: BodyShape
    measures: OwnMeasures = NO_MEASURES


def age_of(settings: Settings, year: int) -> int | None:
    """Return the age to draw: from the year of birth where it is known, else as written down."""
    if settings.birth_year is None:
        return settings.own_age
    low, high = AGE_YEARS
    return int(min(max(year - settings.birth_year, low), high))


def own_body_of(settings: Settings, year: int) -> OwnBody | None:
    """Return the person's body in the calendar year ``year``; ``None`` where too little is known."""
    age = age_of(settings, year)
    build, height, weight = settings.own_build_percent, settings.own_height_cm, settings.own_weight_kg
    if build is None or height is None or weight is None or age is None:
        return None
    return OwnBody(
        BodyShape(sex=build / 100.0, height_cm=float(height), weight_kg=float(weight), age=float(age)),
        OwnMeasures(
            forearm_mm=_millimetres(settings.own_forearm_mm),
            lower_leg_mm=_millimetres(settings.own_lower_leg_mm),
            shoulder_width_mm=_millimetres(settings.own_shoulder_width_mm),
            hand_mm=_millimetres(settings.own_hand_mm),
        ),
    )


def drawn_own_body(settings: Settings, year: int) -> OwnBody | None:
    """Return the own body where the person wants it drawn, ``None`` for the standard figure."""
    return own_body_of(settings, year) if settings.drawn_body is DrawnBody.OWN else None


def own_hand_of(settings: Settings) -> OwnHand:
    """Return what is known of the person's hand; widths that contradict each other count as unknown."""
    thumb, four = settings.own_thumb_tenth_mm, settings.own_four_fingers_tenth_mm
    try:
        return OwnHand(
            None if thumb is None else thumb / TENTHS,
            None if four is None else four / TENTHS,
        )
    except OwnHandError:
        return UNKNOWN_HAND


def _millimetres(kept: int | None) -> float | None:
    return None if kept is None else float(kept)
