"""What an adult may measure: the lowest and the highest number of each, both included. Numbers only."""

from __future__ import annotations

from typing import Final

Range = tuple[float, float]

HEIGHT_CM: Final[Range] = (141.0, 210.0)
WEIGHT_KG: Final[Range] = (35.0, 200.0)
AGE_YEARS: Final[Range] = (18.0, 90.0)
SEX: Final[Range] = (0.0, 1.0)
FOREARM_MM: Final[Range] = (150.0, 350.0)
LOWER_LEG_MM: Final[Range] = (250.0, 600.0)
SHOULDER_WIDTH_MM: Final[Range] = (250.0, 550.0)
HAND_MM: Final[Range] = (120.0, 250.0)
THUMB_MM: Final[Range] = (12.0, 40.0)
FOUR_FINGERS_MM: Final[Range] = (45.0, 120.0)
SCALES_CHARACTERS: Final = "0123456789abcdef: "
SCALES_LONGEST: Final = 96
