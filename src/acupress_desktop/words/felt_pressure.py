"""The scale of felt pressure, 0 to 10, in the same words wherever a pressure is named."""

from __future__ import annotations

from acupress_desktop.words.translate import _


def low() -> str:
    """Left end of the ruler."""
    return _("resting touch")


def high() -> str:
    """Right end of the ruler."""
    return _("hardest you could stand")


def of_ten(value: int) -> str:
    """Such as "3 of 10"."""
    return _("{value} of 10").format(value=value)


def about(value: int) -> str:
    """Such as "Felt pressure about 5 of 10"."""
    return _("Felt pressure about {value} of 10").format(value=value)


def in_a_line(value: int) -> str:
    """Such as "felt pressure 5 of 10"."""
    return _("felt pressure {value} of 10").format(value=value)


def feels_like(value: int) -> str:
    """A number of the scale in everyday words; only its two ends are fixed, the words between are ours."""
    if value <= 0:
        return low()
    if value >= 10:
        return high()
    words = {1: _("barely more than a touch"), 2: _("soft"), 3: _("light"), 4: _("between light and firm")}
    if value in words:
        return words[value]
    if value == 5:
        return _("firm and still pleasant")
    return _("strong") if value <= 7 else _("hard")


def scale_line() -> str:
    """What the numbers mean, in one sentence."""
    return _("Felt pressure: 0 is a resting touch, 10 the hardest you could stand.")
