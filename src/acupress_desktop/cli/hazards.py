"""``acupress hazards``: what can go wrong, what stands against it, and what is left."""

from __future__ import annotations

import argparse
import textwrap
from typing import TYPE_CHECKING

from acupress_desktop.cli.answer import Answer, InputRefused
from acupress_desktop.cli.library import the_library

if TYPE_CHECKING:
    from acupress_desktop.domain.safety.hazards import Control, Hazard

WIDTH = 96


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what ``hazards`` takes."""
    parser.add_argument(
        "id",
        nargs="?",
        metavar="ID",
        help="a hazard (H06), a rule (L05) or a control; all where none is named",
    )


def run(arguments: argparse.Namespace) -> Answer:
    """List the hazard log, or what bears on one id; raises ``InputRefused``."""
    log = the_library().hazards
    hazards = log.about(arguments.id) if arguments.id else log.hazards
    if not hazards:
        raise InputRefused(f"ID: no hazard, rule or control {arguments.id!r} in the hazard log")
    named = {control for hazard in hazards for control in hazard.controls}
    controls = tuple(control for control in log.controls if control.id in named)
    lines = [f"Signed {log.signed.value.replace('_', ' ')}.", ""]
    for hazard in hazards:
        lines += [
            f"{hazard.id} {hazard.harm}",
            *_wrap(f"Because: {hazard.cause}"),
            *_wrap(f"Against it: {', '.join((*hazard.rules, *hazard.controls))}"),
            *_wrap(f"Left: {hazard.left}"),
            *(f"  {test}" for test in hazard.tests),
            "",
        ]
    lines += [f"{control.id}: {control.what} ({control.where})" for control in controls]
    return Answer(
        {
            "signed": log.signed.value,
            "hazards": [_hazard_row(hazard) for hazard in hazards],
            "controls": [_control_row(control) for control in controls],
        },
        tuple(lines),
    )


def _hazard_row(hazard: Hazard) -> dict[str, object]:
    return {
        "id": hazard.id,
        "harm": hazard.harm,
        "cause": hazard.cause,
        "rules": list(hazard.rules),
        "controls": list(hazard.controls),
        "tests": list(hazard.tests),
        "left": hazard.left,
        "sources": list(hazard.sources),
    }


def _control_row(control: Control) -> dict[str, object]:
    return {"id": control.id, "what": control.what, "where": control.where}


def _wrap(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="  ", subsequent_indent="  ")
