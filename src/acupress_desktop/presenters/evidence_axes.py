"""Axes for gaps between groups: one for each kind of number, wide enough for every gap on the page."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from acupress_desktop.domain.evidence import Effect, EffectKind

_STEPS = (0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0)
_STEPS_MAX = 5
_WORSE_SHARE = 0.3
"""So much of the side of pressing is at least kept on the other side, or its words find no room."""
_RATIOS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0)


@dataclass(frozen=True, slots=True)
class AxisKey:
    """What may share an axis: one kind of number, and for its own scales one scale."""

    kind: EffectKind
    scale: str

    @classmethod
    def of(cls, effect: Effect) -> AxisKey:
        """Return the axis on which ``effect`` lies."""
        own = effect.kind is EffectKind.OTHER_SCALE
        return cls(effect.kind, effect.scale if own else "")


@dataclass(frozen=True, slots=True)
class AxisSpan:
    """From where to where an axis runs, and its ticks."""

    low: float
    high: float
    ticks: tuple[float, ...]


def spans(effects: Iterable[Effect]) -> dict[AxisKey, AxisSpan]:
    """Return an axis for each kind of number, in the order in which the kinds first occur."""
    grouped: dict[AxisKey, list[Effect]] = {}
    for effect in effects:
        grouped.setdefault(AxisKey.of(effect), []).append(effect)
    return {key: _span(key.kind, group) for key, group in grouped.items()}


def _span(kind: EffectKind, effects: list[Effect]) -> AxisSpan:
    numbers = [
        number
        for effect in effects
        for number in (effect.value, effect.low, effect.high)
        if number is not None
    ]
    if kind is EffectKind.RATIO:
        return _ratios(numbers)
    numbers += [-effect.matters for effect in effects if effect.matters is not None]
    return _linear(numbers)


def _linear(numbers: list[float]) -> AxisSpan:
    lowest, highest = min(0.0, *numbers), max(0.0, *numbers)
    step = next((each for each in _STEPS if (highest - lowest) / each <= _STEPS_MAX), _STEPS[-1])
    # A little air, so that no dot sits on the frame.
    first = min(-1, math.floor(lowest / step - 0.1))
    last = max(1, math.ceil(highest / step + 0.1), math.ceil(-first * _WORSE_SHARE))
    ticks = tuple(round(number * step, 4) for number in range(first, last + 1))
    return AxisSpan(ticks[0], ticks[-1], ticks)


def _ratios(numbers: list[float]) -> AxisSpan:
    low = max((each for each in _RATIOS if each < min(1.0, *numbers)), default=_RATIOS[0])
    high = min((each for each in _RATIOS if each > max(1.0, *numbers)), default=_RATIOS[-1])
    return AxisSpan(low, high, tuple(each for each in _RATIOS if low <= each <= high))
