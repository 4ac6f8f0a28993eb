"""The few numbers that describe a person's body, and where they lie on the shape axes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

HEIGHT_CM: Final = (141.0, 210.0)
WEIGHT_KG: Final = (35.0, 200.0)
AGE_YEARS: Final = (18.0, 90.0)
SEX: Final = (0.0, 1.0)
YOUNGEST_DRAWN_YEARS: Final = 25.0  # the source has no adult body younger than this
YOUNGEST_AXIS: Final = 0.5
OLDEST_AXIS: Final = 1.0


class BodyShapeError(ValueError):
    """A measure lies outside what can be drawn.

    `field` is the field of `BodyShape`; `low` and `high` are its bounds, both included.
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


FIGURE_F: Final = BodyShape(sex=0.0, height_cm=166.0, weight_kg=60.0, age=30.0)
FIGURE_M: Final = BodyShape(sex=1.0, height_cm=176.0, weight_kg=74.0, age=30.0)
