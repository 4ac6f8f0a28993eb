"""``acupress points``: the atlas as a list."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from acupress_desktop.cli.answer import Answer, InputRefused, columns
from acupress_desktop.cli.library import the_library

if TYPE_CHECKING:
    from acupress_desktop.content.atlas_files import AtlasNotes
    from acupress_desktop.domain.atlas import Alternative, Point


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument("--meridian", metavar="ST", help="only the points of one line, such as ST or EX-HN")
    what = "code, pinyin, hanzi, English name, part of the body or complaint; the best match comes first"
    parser.add_argument("--search", metavar="TEXT", help=what)


def run(arguments: argparse.Namespace) -> Answer:
    """List points; raises ``InputRefused`` for a line that does not exist."""
    from acupress_desktop.content.atlas_files import read_atlas_notes
    from acupress_desktop.domain.atlas import Meridian

    library = the_library()
    points = tuple(library.atlas)
    if arguments.search is not None:
        points = tuple(match.point for match in library.point_search.find(arguments.search))
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
        "reach_note": None if point.reach_note is None else notes.reach_notes[point.reach_note],
        "location": point.location,
        "measure": point.measure,
        "remark": point.remark,
        "rule": point.rule_text,
        "rule_is_own_choice": point.rule_is_own_choice,
        "leans_on_own": list(point.leans_on_own),
        "alternative": None if point.alternative is None else _alternative(point.alternative),
    }


def _alternative(other: Alternative) -> dict[str, object]:
    return {"location": other.location, "rule": other.rule_text, "said_by": list(other.said_by)}
