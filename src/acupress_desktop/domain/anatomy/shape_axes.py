"""Where a body lies on the axes of the shape space: between lean and heavy, short and tall."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from acupress_desktop.domain.anatomy.shape import BodyShape


@dataclass(frozen=True, slots=True)
class ShapeAxes:
    """Position on the shape axes, 0..1 each; `widening` stretches beyond their range."""

    sex: float
    age: float
    muscle: float
    weight: float
    height: float
    widening: float = 1.0


def axes_of(shape: BodyShape, girth: float, height: float) -> ShapeAxes:
    """Return the axes of a person of some girth: -1 lean, 0 average, 1 soft, beyond that stretched."""
    muscle, weight = muscle_and_weight(girth)
    return ShapeAxes(
        sex=shape.sex, age=shape.age_axis, muscle=muscle, weight=weight, height=height,
        widening=widening_of(girth),
    )  # fmt: skip


def muscle_and_weight(girth: float) -> tuple[float, float]:
    """Lean (-1): no muscle, least weight; 0: average; soft (1): no muscle, most weight."""
    inside = float(np.clip(girth, -1.0, 1.0))
    return 0.5 * (1.0 - abs(inside)), 0.5 * (1.0 + inside)


def widening_of(girth: float) -> float:
    """Return how much a body is stretched beyond the range of the axes."""
    if girth > 1.0:
        return girth
    if girth < -1.0:
        return 1.0 + 0.35 * (girth + 1.0)
    return 1.0


def girth_of(axes: ShapeAxes) -> float:
    """Return the girth that leads to these axes."""
    if axes.widening > 1.0:
        return axes.widening
    if axes.widening < 1.0:
        return -1.0 + (axes.widening - 1.0) / 0.35
    return 2.0 * axes.weight - 1.0
