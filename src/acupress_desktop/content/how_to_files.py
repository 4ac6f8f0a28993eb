"""Reads ``assets/atlas/how_to.toml``: how the points that sets use are found and pressed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec

from acupress_desktop.content.evidence_files import line_holding
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.content.toml_files import read_toml
from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.how_to import HowTo, MeasuringLine, PressingHand, PressingPart
from acupress_desktop.domain.ids import PointCode

_Text = Annotated[str, msgspec.Meta(min_length=1)]


class _MeasureRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    from_label: _Text
    cun: Annotated[float, msgspec.Meta(gt=0, le=19)]
    fingers: _Text
    from_landmark: str | None = None
    from_point: str | None = None


class _PointRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    steps: Annotated[tuple[_Text, ...], msgspec.Meta(min_length=1)]
    pressing: PressingPart
    pressing_hand: PressingHand
    press_with: _Text
    posture: _Text
    close_up: _Text
    caption: _Text
    spoken: _Text
    place_left: str = ""
    place_right: str = ""
    place_middle: str = ""
    edges: tuple[_Text, ...] = ()
    neighbours: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    reach: str = ""
    measure: _MeasureRow | None = None


class _HowToFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    points: dict[str, _PointRow]


def read_how_to(root: Path, atlas: Atlas) -> dict[PointCode, HowTo]:
    """Read the instructions below the asset folder ``root``.

    Raises ``ContentError``, naming file and line, for an unknown key or value, a point that does not
    exist, and a place that does not fit the sides on which the point lies.
    """
    path = root / "atlas" / "how_to.toml"
    raw = read_toml(path, _HowToFile)
    found: dict[PointCode, HowTo] = {}
    for code, row in raw.points.items():
        problem = _problem(code, row, atlas)
        if problem:
            raise ContentError(path, line_holding(path, f"[points.{code}]"), problem)
        found[PointCode(code)] = _how_to(PointCode(code), row)
    return found


def _problem(code: str, row: _PointRow, atlas: Atlas) -> str:
    named = (code, *row.neighbours, *row.instead)
    if row.measure is not None and row.measure.from_point is not None:
        named = (*named, row.measure.from_point)
    for other in named:
        if other not in atlas:
            return f"no point {other!r} in the atlas"
    sided = bool(row.place_left) and bool(row.place_right) and not row.place_middle
    middle = bool(row.place_middle) and not (row.place_left or row.place_right)
    if not (sided if atlas[PointCode(code)].bilateral else middle):
        return f"{code}: the places do not fit the sides on which the point lies"
    if row.measure is not None and (row.measure.from_landmark is None) is (row.measure.from_point is None):
        return f"{code}: a measure starts at a landmark or at a point, one of the two"
    return ""


def _how_to(code: PointCode, row: _PointRow) -> HowTo:
    measure = row.measure
    return HowTo(
        point=code,
        place_left=row.place_left,
        place_right=row.place_right,
        place_middle=row.place_middle,
        steps=row.steps,
        pressing=row.pressing,
        pressing_hand=row.pressing_hand,
        press_with=row.press_with,
        posture=row.posture,
        close_up=row.close_up,
        edges=row.edges,
        caption=row.caption,
        spoken=row.spoken,
        neighbours=tuple(PointCode(each) for each in row.neighbours),
        instead=tuple(PointCode(each) for each in row.instead),
        reach=row.reach,
        measure=None
        if measure is None
        else MeasuringLine(
            from_landmark=measure.from_landmark,
            from_point=None if measure.from_point is None else PointCode(measure.from_point),
            from_label=measure.from_label,
            cun=measure.cun,
            fingers=measure.fingers,
        ),
    )
