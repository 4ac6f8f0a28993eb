"""``acupress pressure``: the tries on a kitchen scale, and what may be said of them."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from acupress_desktop.cli.answer import Answer, columns
from acupress_desktop.cli.places import moments_of, opened_journal
from acupress_desktop.session.clock import SystemClock

if TYPE_CHECKING:
    from acupress_desktop.domain.pressure import PressureTrial, Spread


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes: nothing but what every command does."""


def run(arguments: argparse.Namespace) -> Answer:
    """List every try, oldest first; ranges stand apart, and only where one sitting has enough tries."""
    from acupress_desktop.domain.pressure import own_ceiling, spreads
    from acupress_desktop.domain.sides import Side

    with opened_journal(arguments, moments_of(SystemClock())) as journal:
        trials = journal.recall_pressure_trials()
    ceilings = {side.value: own_ceiling(trials, side) for side in Side}
    content = {
        "trials": [_trial(trial) for trial in trials],
        "ranges": [_range(spread) for spread in spreads(trials)],
        "ceilings": {
            side: None if found is None else {"felt_pressure": found.felt_pressure, "day": str(found.day)}
            for side, found in ceilings.items()
        },
    }
    rows = columns(
        (
            trial.moment.local_date.isoformat(),
            trial.hand.value,
            trial.press_with.value,
            trial.kind.value,
            f"{trial.felt_pressure} of 10",
            "not weighed" if trial.grams is None else f"{trial.grams} g",
        )
        for trial in trials
    )
    return Answer(
        content, (*rows, f"{len(trials)} tries. Felt pressure is what counts; grams are no target.")
    )


def _trial(trial: PressureTrial) -> dict[str, object]:
    return {
        "id": trial.id,
        "when": trial.moment.local.isoformat(),
        "hand": trial.hand.value,
        "press_with": trial.press_with.value,
        "kind": trial.kind.value,
        "felt_pressure": trial.felt_pressure,
        "grams": trial.grams,
    }


def _range(spread: Spread) -> dict[str, object]:
    return {
        "hand": spread.hand.value,
        "press_with": spread.press_with.value,
        "kind": spread.kind.value,
        "felt_pressure": spread.felt_pressure,
        "day": spread.day.isoformat(),
        "low_grams": spread.low,
        "high_grams": spread.high,
        "middle_grams": spread.middle,
        "tries": len(spread.grams),
    }
