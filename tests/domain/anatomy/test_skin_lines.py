"""Guide lines: through their points, on the skin, alike on both sides, without jumps."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.content.skin_line_files import read_skin_lines
from acupress_desktop.domain.anatomy.skin_lines import (
    LONGEST_STEP_MM,
    SkinLineOnBody,
    SkinTrace,
    line_on_body,
)
from acupress_desktop.domain.guide_lines import LineLayer
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.sides import SiteSide
from tests.domain.anatomy.anatomy_bodies import SHAPES, atlas, body, located, locator

ON_SKIN_MM = 1.5


MERIDIANS = {"LU", "LI", "ST", "SP", "HT", "SI", "BL", "KI", "PC", "TE", "GB", "LR", "GV", "CV"}
pytestmark = pytest.mark.slow
NAMES = ["figure_f", "very_heavy"]


@cache
def traces() -> tuple[SkinTrace, ...]:
    return read_skin_lines(asset_root())


def place(name: str, code: PointCode, side: SiteSide) -> tuple[float, float, float] | None:
    rows = located(SHAPES[name])
    site = side if (code, side) in rows else SiteSide.MIDLINE
    return rows[(code, site)].position_mm


@cache
def laid(name: str, trace: SkinTrace, side: SiteSide) -> SkinLineOnBody:
    surface = locator(SHAPES[name]).places.surface
    return line_on_body(trace, side, surface, lambda code, where: place(name, code, where))


def test_every_point_of_a_meridian_on_the_skin_lies_on_a_line() -> None:
    on_lines = {stop.point for trace in traces() for stop in trace.stops}
    wanted = {
        point.code
        for point in atlas()
        if not point.code.startswith(("EX-", "X-")) and point.code not in {"GV1", "CV1", "GV28"}
    }
    assert wanted == on_lines


@pytest.mark.parametrize("name", NAMES)
def test_a_meridian_runs_through_its_points_in_order(name: str) -> None:
    for trace in traces():
        if trace.layer is not LineLayer.MERIDIANS:
            continue
        assert [stop.index for stop in trace.stops] == sorted(stop.index for stop in trace.stops)
        for side in trace.sites:
            line = laid(name, trace, side)
            for stop in trace.stops:
                where = place(name, stop.point, side)
                assert where is not None
                assert np.linalg.norm(line.points_mm[stop.index] - where) < ON_SKIN_MM, stop.point


@pytest.mark.parametrize("name", NAMES)
def test_lines_lie_on_the_skin_and_do_not_jump(name: str) -> None:
    surface = locator(SHAPES[name]).places.surface
    for trace in traces():
        line = laid(name, trace, trace.sites[0])
        pieces = list(line.pieces())
        drawn = sum(piece.stop - piece.start for piece in pieces)
        assert drawn >= 0.96 * len(line.points_mm), trace.line
        for piece in pieces:
            steps = np.linalg.norm(np.diff(line.points_mm[piece], axis=0), axis=1)
            assert steps.max() <= LONGEST_STEP_MM, trace.line
        for where in line.points_mm[::7]:
            skin = surface.nearest(where).position_mm(body(SHAPES[name]))
            assert np.linalg.norm(skin - where) < ON_SKIN_MM, trace.line


@pytest.mark.parametrize("name", NAMES)
def test_both_sides_mirror_each_other(name: str) -> None:
    for trace in traces():
        if len(trace.sites) == 2:
            left, right = (laid(name, trace, side) for side in trace.sites)
            gap = left.points_mm * (-1.0, 1.0, 1.0) - right.points_mm
            assert np.linalg.norm(gap, axis=1).max() < 2.5, trace.line


def test_every_kind_of_guide_is_there() -> None:
    lines = {layer: {trace.line for trace in traces() if trace.layer is layer} for layer in LineLayer}
    assert lines[LineLayer.MERIDIANS] == MERIDIANS
    assert {"wrist_crease", "knee_fold", "elbow_crease"} <= lines[LineLayer.CREASES]
    assert {"kneecap", "outer_ankle_bone", "inner_ankle_bone"} <= lines[LineLayer.BONES]
    assert {"C7", "T7", "L4", "ics_4"} <= lines[LineLayer.LEVELS]


def test_the_file_holds_what_the_tool_makes() -> None:
    tool = asset_root().parent / "tools" / "bake_lines.py"
    done = subprocess.run([sys.executable, str(tool), "--check"], check=False)
    assert done.returncode == 0, "run tools/bake_lines.py"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 nothing", b"\x93NUMPY"])
def test_a_damaged_file_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "body_maps").mkdir()
    (tmp_path / "body_maps" / "skin_lines.npz").write_bytes(content)
    with pytest.raises(ContentError, match="skin_lines"):
        read_skin_lines(tmp_path)
