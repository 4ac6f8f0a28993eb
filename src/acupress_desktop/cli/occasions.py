"""``acupress occasions``: the shorter and softer ways through the sets, and what each comes to."""

from __future__ import annotations

import argparse
from dataclasses import replace

from acupress_desktop.cli.answer import Answer, InputRefused, columns
from acupress_desktop.cli.library import Library, the_library
from acupress_desktop.domain.occasions import Occasion, ease
from acupress_desktop.domain.plans import Choices
from acupress_desktop.domain.protocols import DoseStage, Part, Plan, Protocol
from acupress_desktop.domain.sides import PainSide


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``occasions`` takes nothing of its own."""
    del parser


def run(arguments: argparse.Namespace) -> Answer:
    """List every occasion with the sets that it is made of."""
    del arguments
    library = the_library()
    return Answer(
        {"occasions": [_row(library, one) for one in library.occasions]},
        (
            *columns((one.id, _minutes(library, one), one.title, one.purpose) for one in library.occasions),
            "Each only takes points, seconds and pressure away from a set. Nobody has tested them.",
        ),
    )


def named_occasion(library: Library, name: str | None) -> Occasion | None:
    """Return the occasion of that name; raises ``InputRefused`` for one that does not exist."""
    if name is None:
        return None
    for occasion in library.occasions:
        if occasion.id == name:
            return occasion
    known = ", ".join(one.id for one in library.occasions)
    raise InputRefused(f"--occasion: no occasion {name!r}: use one of {known}")


def eased_set(
    library: Library, protocol: Protocol, occasion: Occasion, wanted: Protocol, part: Part | None
) -> Protocol:
    """Return the set as the occasion presses it for somebody whose set is ``wanted``.

    Raises ``InputRefused`` where it keeps nothing.
    """
    places = library.safety.catalogue.complaint(wanted.complaint).regions
    sore = {point for place in places for point in library.regions.points(place)}
    eased = ease(protocol, occasion, part, sore)
    if eased is None:
        raise InputRefused(f"--occasion: {occasion.id} keeps no point of {protocol.id}")
    return eased


def occasion_content(occasion: Occasion | None) -> dict[str, object] | None:
    """Return what a plan says of its occasion."""
    if occasion is None:
        return None
    return {
        "id": occasion.id,
        "title": occasion.title,
        "voice": occasion.voice.value,
        "room": occasion.room.value,
        "advice": list(occasion.advice),
        "tested": occasion.tested,
        "ours": occasion.ours,
    }


def _row(library: Library, one: Occasion) -> dict[str, object]:
    return {
        **(occasion_content(one) or {}),
        "purpose": one.purpose,
        "place": one.place.value,
        "breathing": None
        if one.pattern is None
        else {"in_seconds": one.pattern.in_seconds, "out_seconds": one.pattern.out_seconds},
        "of_any_set": not one.protocols,
        "sets": [
            {
                "id": protocol.id,
                "part": None if part is None else part.value,
                "points": list(dict.fromkeys(step.point for step in plan.steps)),
                "total_seconds": plan.total_seconds,
                "minutes": plan.minutes,
            }
            for protocol, part, plan in _plans(library, one)
        ],
    }


def _plans(library: Library, one: Occasion) -> list[tuple[Protocol, Part | None, Plan]]:
    """Return what the occasion comes to in each set that it is made of, at the usual dose, on both sides."""
    from acupress_desktop.presenters.outlines import outline, parts_of

    found = []
    for protocol in library.protocols.values():
        if not protocol.offered or (one.protocols and protocol.id not in one.protocols):
            continue
        for part in parts_of(protocol) or (None,):
            eased = ease(protocol, one, part)
            if eased is not None:
                choices = Choices(stage=DoseStage.USUAL, painful_side=PainSide.BOTH, part=part)
                found.append(
                    (protocol, part, replace(outline(eased, library.atlas, choices), occasion=one.id))
                )
    return found


def _minutes(library: Library, one: Occasion) -> str:
    minutes = [plan.minutes for _protocol, _part, plan in _plans(library, one)]
    low, high = min(minutes), max(minutes)
    return f"{low} min" if low == high else f"{low} to {high} min"
