"""What tries on a kitchen scale say, as lines and as a drawing, for every page that shows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from acupress_desktop.domain.how_to import PressingHand
from acupress_desktop.domain.pressure import (
    PressureTrial,
    PressWith,
    Spread,
    TrialKind,
    newest_spread,
    own_ceiling,
    spreads,
)
from acupress_desktop.domain.sides import Side, SiteSide
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.pressure_view import HandResultView, PlotMark, PlotView
from acupress_desktop.words import felt_pressure
from acupress_desktop.words import pressure as words

_STEPS = (100, 200, 500, 1000, 2000, 5000, 10_000)
_LINES_MAX = 4


def pressing_hand(site: SiteSide, hand: PressingHand) -> Side | None:
    """Return which hand presses a site; ``None`` where it may be either, or both."""
    side = site.side
    if side is None:
        return None
    match hand:
        case PressingHand.OTHER:
            return side.other
        case PressingHand.SAME:
            return side
        case PressingHand.BOTH | PressingHand.EITHER:
            return None


def lines_beside(trials: Sequence[PressureTrial], hand: Side | None, felt: int) -> tuple[str, ...]:
    """Return what a person's own tries say beside a pressure that is asked for; often nothing.

    Grams are only named with enough tries of one sitting, of the hand that presses, at that very pressure,
    and never above the person's own ceiling.
    """
    ceiling = lowest_ceiling(trials, hand)
    if ceiling is not None and felt > ceiling:
        return (words.own_ceiling(ceiling),)
    spread = None if hand is None else newest_spread(trials, hand, felt)
    return () if spread is None else (words.on_your_scale(spread),)


def lines_for_a_plan(trials: Sequence[PressureTrial], pressures: Iterable[int]) -> tuple[str, ...]:
    """Return what a person's own tries say about all pressures of a plan, each hand by itself."""
    asked = sorted(set(pressures))
    lines = []
    for hand in Side:
        ceiling = lowest_ceiling(trials, hand)
        for felt in asked:
            spread = newest_spread(trials, hand, felt)
            if spread is not None and (ceiling is None or felt <= ceiling):
                lines.append(words.of_part(hand, spread.press_with, words.level_line(felt, spread)))
    lowest = lowest_ceiling(trials)
    if lowest is not None and asked and asked[-1] > lowest:
        lines.append(words.own_ceiling(lowest))
    return tuple(lines)


def lowest_ceiling(trials: Sequence[PressureTrial], hand: Side | None = None) -> int | None:
    """Return the ceiling of a hand; the lower one of both where it is not said which hand presses."""
    found = [own_ceiling(trials, side) for side in (Side if hand is None else (hand,))]
    return min((each.felt_pressure for each in found if each is not None), default=None)


def hand_result(trials: Sequence[PressureTrial], hand: Side) -> HandResultView | None:
    """Show all that is known of one hand; ``None`` where that is nothing."""
    own = [trial for trial in trials if trial.hand is hand]
    if not own:
        return None
    return HandResultView(
        hand=hand,
        name=words.hand(hand),
        lines=result_lines(own, hand),
        plot=plot_of(own, hand),
        delete=words.delete_hand(hand),
    )


def result_lines(trials: Sequence[PressureTrial], hand: Side) -> tuple[str, ...]:
    """Say what each felt pressure was, each part of the hand by itself, and where the ceiling lies."""
    own = [trial for trial in trials if trial.hand is hand]
    known = spreads(own)
    lines = []
    for part in PressWith:
        told = [trial for trial in own if trial.press_with is part and trial.kind is TrialKind.LEVEL]
        for felt in sorted({trial.felt_pressure for trial in told}):
            spread = _of(known, part, felt)
            count = sum(trial.felt_pressure == felt for trial in told)
            line = words.few_line(felt, count) if spread is None else words.level_line(felt, spread)
            lines.append(words.of_part(hand, part, line))
    ceiling = own_ceiling(own, hand)
    if ceiling is not None and ceiling.spread is not None:
        lines.append(words.ceiling_line_with_grams(ceiling, ceiling.spread))
    elif ceiling is not None:
        lines.append(words.ceiling_line(ceiling))
    return tuple(lines)


def _of(known: Sequence[Spread], part: PressWith, felt: int) -> Spread | None:
    return next(
        (
            spread
            for spread in known
            if (spread.press_with, spread.felt_pressure, spread.kind) == (part, felt, TrialKind.LEVEL)
        ),
        None,
    )


def plot_of(trials: Sequence[PressureTrial], hand: Side) -> PlotView | None:
    """Draw the newest sitting of the part that pressed last; ``None`` where nothing was weighed."""
    weighed = [trial for trial in trials if trial.hand is hand and trial.grams is not None]
    if not weighed:
        return None
    newest = max(weighed, key=lambda trial: trial.moment.utc)
    part, day = newest.press_with, newest.moment.local_date
    shown = [trial for trial in weighed if trial.press_with is part and trial.moment.local_date == day]
    known = {(spread.felt_pressure, spread.kind) for spread in spreads(shown)}
    places: dict[tuple[int, TrialKind], list[int]] = {}
    for trial in shown:
        places.setdefault((trial.felt_pressure, trial.kind), []).append(trial.grams or 0)
    marks = tuple(
        PlotMark(felt, tuple(sorted(grams)), Choice.when((felt, kind) in known))
        for (felt, kind), grams in sorted(places.items(), key=lambda row: (row[0][0], row[0][1].value))
    )
    ceiling = own_ceiling(trials, hand)
    said = [words.mark_words(mark.felt_pressure, mark.grams) for mark in marks]
    if ceiling is not None:
        said.append(words.ceiling_line(ceiling))
    return PlotView(
        marks=marks,
        grid=_grid(max(max(mark.grams) for mark in marks)),
        ceiling=None if ceiling is None else ceiling.felt_pressure,
        ceiling_words=words.plot_ceiling(),
        low=felt_pressure.low(),
        high=felt_pressure.high(),
        words=words.plot_words(said),
    )


def _grid(top: int) -> tuple[tuple[int, str], ...]:
    """Return a few heights in round numbers; the last one lies at or above ``top``."""
    step = next((each for each in _STEPS if top <= each * _LINES_MAX), _STEPS[-1])
    count = max(1, -(-top // step))
    return tuple((step * number, words.kilograms(step * number)) for number in range(1, count + 1))
