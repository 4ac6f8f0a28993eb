"""The few numbers that describe a person's body, and where they lie on the shape axes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from acupress_desktop.domain.body_bounds import (
    AGE_YEARS,
    FOREARM_MM,
    HAND_MM,
    HEIGHT_CM,
    LOWER_LEG_MM,
    SEX,
    SHOULDER_WIDTH_MM,
    WEIGHT_KG,
)

YOUNGEST_DRAWN_YEARS: Final = 25.0  # the source has no adult body younger than this
YOUNGEST_AXIS: Final = 0.5
OLDEST_AXIS: Final = 1.0


class BodyShapeError(ValueError):
    """A measure lies outside what can be drawn.

    `field` is the field of `BodyShape` or `OwnMeasures`; `low` and `high` are its bounds, both
    included.  For a measure that only the rest of this body forbids they are this body's own.
    """

    def __init__(self, field: str, value: float, low: float, high: float) -> None:
        """Keep the facts apart from the sentence, which other rooms write themselves."""
        super().__init__(f"{field} = {value:g} is outside {low:g} to {high:g}")
        self.field = field
        self.value = value
        self.low = low
        self.high = high


@dataclass(frozen=True, slots=True)
class BodyShape:
    """A person's measures.

    `sex` runs from 0 (female) to 1 (male); anything between is a body between.

    Raises:
        BodyShapeError: a measure is out of bounds or not a number.
    """

    sex: float = 0.5
    height_cm: float = 170.0
    weight_kg: float = 68.0
    age: float = 30.0

    def __post_init__(self) -> None:
        """Refuse what cannot be drawn."""
        for field, value, (low, high) in (
            ("sex", self.sex, SEX),
            ("height_cm", self.height_cm, HEIGHT_CM),
            ("weight_kg", self.weight_kg, WEIGHT_KG),
            ("age", self.age, AGE_YEARS),
        ):
            if not low <= value <= high:  # also true for NaN
                raise BodyShapeError(field, value, low, high)

    @property
    def age_axis(self) -> float:
        """Position on the age axis: 0.5 up to 25 years, 1 at 90 years."""
        years = max(self.age, YOUNGEST_DRAWN_YEARS)
        share = (years - YOUNGEST_DRAWN_YEARS) / (AGE_YEARS[1] - YOUNGEST_DRAWN_YEARS)
        return YOUNGEST_AXIS + (OLDEST_AXIS - YOUNGEST_AXIS) * share


@dataclass(frozen=True, slots=True)
class OwnMeasures:
    """Lengths that a person measured on themselves, in millimetres; ``None`` = not measured.

    `forearm_mm` runs from the crease of the elbow to the crease of the wrist, `lower_leg_mm` from
    the fold behind the knee to the outer ankle bone, `shoulder_width_mm` from the outer end of one
    shoulder roof straight to the other, `hand_mm` from the crease of the wrist to the tip of the
    middle finger.

    Raises:
        BodyShapeError: a measure is out of bounds or not a number.
    """

    forearm_mm: float | None = None
    lower_leg_mm: float | None = None
    shoulder_width_mm: float | None = None
    hand_mm: float | None = None

    def __post_init__(self) -> None:
        """Refuse what no adult measures."""
        for field, value, (low, high) in (
            ("forearm_mm", self.forearm_mm, FOREARM_MM),
            ("lower_leg_mm", self.lower_leg_mm, LOWER_LEG_MM),
            ("shoulder_width_mm", self.shoulder_width_mm, SHOULDER_WIDTH_MM),
            ("hand_mm", self.hand_mm, HAND_MM),
        ):
            if value is not None and not low <= value <= high:  # also true for NaN
                raise BodyShapeError(field, value, low, high)


@dataclass(frozen=True, slots=True)
class UsualMeasures:
    """The measures that a body has where nothing was measured; meanings as in `OwnMeasures`."""

    forearm_mm: float
    lower_leg_mm: float
    shoulder_width_mm: float
    hand_mm: float


NO_MEASURES: Final = OwnMeasures()
FIGURE_F: Final = BodyShape(sex=0.0, height_cm=166.0, weight_kg=60.0, age=30.0)
FIGURE_M: Final = BodyShape(sex=1.0, height_cm=176.0, weight_kg=74.0, age=30.0)
