"""The distribution function of Student's t, with the standard library alone.

Continued fraction of the incomplete beta function (Lentz's method); a test compares it with scipy.
"""

from __future__ import annotations

import math

_TINY = 1e-300
_STEPS_MAX = 500
_CLOSE_ENOUGH = 1e-15


def student_t_cdf(value: float, degrees: float) -> float:
    """Probability of at most ``value`` under Student's t with ``degrees`` > 0 of freedom."""
    square = value * value
    if square < degrees:
        # Near the middle the tail is nearly one half, and its small difference would drown in rounding.
        return 0.5 + math.copysign(0.5 * _beta_share(square / (degrees + square), 0.5, degrees / 2), value)
    tail = 0.5 * _beta_share(degrees / (degrees + square), degrees / 2, 0.5)
    return 1.0 - tail if value > 0 else tail


def _beta_share(x: float, a: float, b: float) -> float:
    """Regularised incomplete beta function I_x(a, b)."""
    if x <= 0.0:
        return 0.0
    if x >= 1.0:
        return 1.0
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    )
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1.0 - front * _fraction(1.0 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    c = 1.0
    d = 1.0 / _away_from_zero(1.0 - (a + b) * x / (a + 1))
    result = d
    change = 0.0
    for step in range(1, _STEPS_MAX):
        for numerator in (
            step * (b - step) * x / ((a + 2 * step - 1) * (a + 2 * step)),
            -(a + step) * (a + b + step) * x / ((a + 2 * step) * (a + 2 * step + 1)),
        ):
            d = 1.0 / _away_from_zero(1.0 + numerator * d)
            c = _away_from_zero(1.0 + numerator / c)
            change = c * d
            result *= change
        if abs(change - 1.0) < _CLOSE_ENOUGH:
            break
    return result


def _away_from_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
