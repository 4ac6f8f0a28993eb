"""Reads ``assets/atlas/how_to/*.toml``: how every point is found and pressed, in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import msgspec

from acupress_desktop.content.evidence_files import line_holding
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.content.toml_files import read_toml
from acupress_desktop.domain.atlas import Atlas, Point, Pressability
from acupress_desktop.domain.how_to import Feel, HowTo, MeasuringLine, PressingHand, PressingPart
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
    caption: _Text
    feel: Feel
    pressing: PressingPart | None = None
    pressing_hand: PressingHand | None = None
    press_with: str = ""
    posture: str = ""
    close_up: str = ""
    spoken: str = ""
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


SETS = "sets.toml"
"""The points that sets press, or may press instead: all that a session needs."""


def read_set_how_to(root: Path, atlas: Atlas) -> dict[PointCode, HowTo]:
    """Read the instructions of the points that sets press, and of no others.

    Raises ``ContentError`` as ``read_how_to`` does.
    """
    return _read((root / "atlas" / "how_to" / SETS,), atlas)


def read_how_to(root: Path, atlas: Atlas) -> dict[PointCode, HowTo]:
    """Read the instructions of every file in ``atlas/how_to`` below the asset folder ``root``.

    Raises ``ContentError``, naming file and line, for an unknown key or value, a point that does not exist
    or is described twice, a place that does not fit the sides on which the point lies, and words of pressing
    for a point of study.
    """
    folder = root / "atlas" / "how_to"
    found = _read(sorted(folder.glob("*.toml")), atlas)
    if not found:
        raise ContentError(folder, None, "holds no instructions")
    return found


def _read(files: Iterable[Path], atlas: Atlas) -> dict[PointCode, HowTo]:
    found: dict[PointCode, HowTo] = {}
    for path in files:
        raw = read_toml(path, _HowToFile)
        for code, row in raw.points.items():
            problem = f"{code} is described twice" if code in found else _problem(code, row, atlas)
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
    point = atlas[PointCode(code)]
    if row.place_left or row.place_right or row.place_middle:
        sided = bool(row.place_left) and bool(row.place_right) and not row.place_middle
        middle = bool(row.place_middle) and not (row.place_left or row.place_right)
        if not (sided if point.bilateral else middle):
            return f"{code}: the places do not fit the sides on which the point lies"
    if row.measure is not None and (row.measure.from_landmark is None) is (row.measure.from_point is None):
        return f"{code}: a measure starts at a landmark or at a point, one of the two"
    return _pressing_problem(code, row, point, atlas)


def _pressing_problem(code: str, row: _PointRow, point: Point, atlas: Atlas) -> str:
    pressing = (row.pressing, row.pressing_hand, row.press_with, row.posture)
    if point.pressability is Pressability.NEVER:
        spoken_of = any(pressing) or row.instead or row.reach
        return f"{code}: a point of study has no words of pressing" if spoken_of else ""
    if not all(pressing):
        return f"{code}: says not with what and how it is pressed"
    for other in row.instead:
        if atlas[PointCode(other)].pressability not in {Pressability.YES, Pressability.LIGHT_ONLY}:
            return f"{code}: {other} cannot stand in, nobody presses it by themselves"
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
        spoken=row.spoken or row.caption,
        feel=row.feel,
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
