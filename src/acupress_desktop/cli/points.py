"""``acupress points``: the atlas as a list."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from acupress_desktop.cli.answer import Answer, InputRefused, columns
from acupress_desktop.cli.library import the_library

if TYPE_CHECKING:
    from acupress_desktop.content.atlas_files import AtlasNotes
    from acupress_desktop.domain.atlas import Point


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--meridian", metavar="ST", help="only the points of one line, such as ST or EX-HN")
    parser.add_argument("--search", metavar="TEXT", help="code, pinyin, hanzi, English name or region")


def run(arguments: argparse.Namespace) -> Answer:
    """List points; raises ``InputRefused`` for a line that does not exist."""
    from acupress_desktop.content.atlas_files import read_atlas_notes
    from acupress_desktop.domain.atlas import Meridian

    library = the_library()
    points = library.atlas.search(arguments.search) if arguments.search else tuple(library.atlas)
    if arguments.meridian:
        names = {meridian.value: meridian for meridian in Meridian}
        wanted = names.get(arguments.meridian.upper())
        if wanted is None:
            raise InputRefused(f"--meridian: no {arguments.meridian!r}; use one of {', '.join(names)}")
        points = tuple(point for point in points if point.meridian is wanted)
    notes = read_atlas_notes(library.root)
    return Answer(
        {"points": [_row(point, notes) for point in points]},
        columns(
            (
                point.label,
                point.pinyin,
                point.hanzi_traditional,
                point.english,
                library.regions.title(point.region),
                point.pressability.value,
            )
            for point in points
        )
        or ("No point matches.",),
    )


def _row(point: Point, notes: AtlasNotes) -> dict[str, object]:
    press_note = () if point.press_note is None else (notes.press_notes[point.press_note],)
    return {
        "code": point.code,
        "display_code": point.display_code,
        "pinyin": point.pinyin,
        "hanzi": {"traditional": point.hanzi_traditional, "simplified": point.hanzi_simplified},
        "english": point.english,
        "meridian": point.meridian.value,
        "region": point.region,
        "bilateral": point.bilateral,
        "self_press": point.pressability.value,
        "cautions": [*press_note, *(notes.cautions[caution] for caution in point.cautions)],
        "max_felt_pressure": point.max_felt_pressure,
        "max_hold_seconds": point.max_hold_seconds,
        "reach": point.reach.value,
        "location": point.location,
    }
