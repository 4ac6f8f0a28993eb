"""Reads ``assets/body_maps/landmarks.jsonl``: one landmark a line, marked, computed or absent."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec

from acupress_desktop.content.refusals import ContentError
from acupress_desktop.domain.anatomy import landmarks
from acupress_desktop.domain.anatomy.rule_text import RuleError, read_rule
from acupress_desktop.domain.anatomy.rules import LandmarkId
from acupress_desktop.domain.anatomy.surface import SurfaceAnchor

_Weight = Annotated[float, msgspec.Meta(ge=-0.001, le=1.001)]


class _Row(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    id: Annotated[str, msgspec.Meta(pattern=r"^\w+$")]
    sides: landmarks.LandmarkSides
    face: Annotated[int, msgspec.Meta(ge=0)] | None = None
    weights: tuple[_Weight, _Weight, _Weight] | None = None
    made: str | None = None
    rule: str | None = None
    own_choice: bool = False
    absent: bool = False


def read_landmarks(root: Path) -> landmarks.LandmarkSet:
    """Read every landmark below the asset folder ``root``.

    Raises ``ContentError``, naming file and line, for a row that is neither marked, computed
    nor absent, a rule that cannot be read, or a name that occurs twice.
    """
    path = root / "body_maps" / "landmarks.jsonl"
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise ContentError(path, None, f"cannot be read: {error}") from error
    decoder = msgspec.json.Decoder(_Row)
    found: dict[str, landmarks.Landmark] = {}
    for number, line in enumerate(lines, start=1):
        try:
            row = decoder.decode(line)
            if row.id in found:
                raise ContentError(path, number, f"{row.id} occurs twice")
            found[row.id] = _landmark(row)
        except (msgspec.DecodeError, UnicodeDecodeError, RuleError, ValueError) as error:
            raise ContentError(path, number, str(error)) from error
    return landmarks.LandmarkSet(found.values())


def _landmark(row: _Row) -> landmarks.Landmark:
    name = LandmarkId(row.id)
    given = [row.face is not None, row.rule is not None, row.absent]
    if sum(given) != 1:
        message = f"{row.id} has to be marked, computed or absent, and only one of them"
        raise ValueError(message)
    if row.absent:
        return landmarks.AbsentLandmark(name)
    if row.rule is not None:
        return landmarks.ComputedLandmark(name, row.sides, read_rule(row.rule, row.id), row.own_choice)
    if row.face is None or row.weights is None or row.made is None:
        message = f"{row.id} needs face, weights and how it was made"
        raise ValueError(message)
    anchor = SurfaceAnchor(row.face, row.weights)
    return landmarks.MarkedLandmark(name, row.sides, anchor, row.made, row.own_choice)
