"""Bodies on which the anatomy is tried: both figures and the ends of every shape axis."""

from __future__ import annotations

from functools import cache

import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.body_files import read_body_model
from acupress_desktop.content.landmark_files import read_landmarks
from acupress_desktop.domain.anatomy.body import Body, BodyModel
from acupress_desktop.domain.anatomy.landmarks import LandmarkSet
from acupress_desktop.domain.anatomy.locate import LocatedPoint, Locator
from acupress_desktop.domain.anatomy.shape import FIGURE_F, FIGURE_M, BodyShape
from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.sides import SiteSide

AVERAGE = BodyShape()
SHAPES = {
    "figure_f": FIGURE_F,
    "figure_m": FIGURE_M,
    "short": BodyShape(sex=0.0, height_cm=141.0, weight_kg=45.0, age=40.0),
    "tall": BodyShape(sex=1.0, height_cm=210.0, weight_kg=95.0, age=25.0),
    "thin": BodyShape(sex=0.0, height_cm=172.0, weight_kg=45.0, age=25.0),
    "very_heavy": BodyShape(sex=1.0, height_cm=175.0, weight_kg=160.0, age=55.0),
    "heavy_f": BodyShape(sex=0.0, height_cm=160.0, weight_kg=120.0, age=60.0),
    "old": BodyShape(sex=0.5, height_cm=165.0, weight_kg=70.0, age=90.0),
}
SHAPE_NAMES = [
    name if name.startswith("figure_") else pytest.param(name, marks=pytest.mark.slow)
    for name in sorted(SHAPES)
]
"""For parametrising: the inner loop tries the two figures, the whole run every body."""

_CODES = """
LI4 LI10 LI11 GB21 SI14 GB20 EX-HN3 X-ANMIAN HT7 PC6 TE5 SP6 LR3 GV20 CV6 CV12 ST36 KI3
BL23 BL24 GB34 EX-HN5 BL2 ST6 ST7 SP10 ST34 EX-LE2 ST35 SP9 BL57 KI1
"""
SET_POINTS = tuple(PointCode(code) for code in _CODES.split())
"""Every point that a set uses, and BL24."""


@cache
def atlas() -> Atlas:
    return read_atlas(asset_root())


@cache
def body_model() -> BodyModel:
    return read_body_model(asset_root() / "body_maps")


@cache
def landmark_set() -> LandmarkSet:
    return read_landmarks(asset_root())


@cache
def body(shape: BodyShape) -> Body:
    return body_model().shaped(shape)


@cache
def locator(shape: BodyShape) -> Locator:
    return Locator(body(shape), landmark_set(), atlas())


@cache
def located(shape: BodyShape) -> dict[tuple[PointCode, SiteSide], LocatedPoint]:
    return {(row.code, row.side): row for row in locator(shape).locate_all()}
