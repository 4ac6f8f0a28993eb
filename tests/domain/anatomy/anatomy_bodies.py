"""Bodies on which the anatomy is tried: both figures and the ends of every shape axis."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import numpy as np
import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.body_files import read_body_model
from acupress_desktop.content.landmark_files import read_landmarks
from acupress_desktop.domain.anatomy import rules
from acupress_desktop.domain.anatomy.body import Body, BodyModel
from acupress_desktop.domain.anatomy.landmarks import LandmarkSet
from acupress_desktop.domain.anatomy.locate import OWN_UNCERTAINTY_CUN, LocatedPoint, Locator
from acupress_desktop.domain.anatomy.rules import Scale
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
    "short_m": BodyShape(sex=1.0, height_cm=150.0, weight_kg=55.0, age=35.0),
    "short_heavy": BodyShape(sex=0.0, height_cm=145.0, weight_kg=90.0, age=50.0),
    "tall_f": BodyShape(sex=0.0, height_cm=190.0, weight_kg=75.0, age=28.0),
    "tall_thin": BodyShape(sex=1.0, height_cm=205.0, weight_kg=70.0, age=25.0),
    "tall_heavy": BodyShape(sex=1.0, height_cm=200.0, weight_kg=160.0, age=45.0),
    "thin_m": BodyShape(sex=1.0, height_cm=180.0, weight_kg=55.0, age=30.0),
    "thin_short": BodyShape(sex=0.0, height_cm=150.0, weight_kg=36.0, age=30.0),
    "thin_old": BodyShape(sex=1.0, height_cm=170.0, weight_kg=48.0, age=88.0),
    "heaviest": BodyShape(sex=1.0, height_cm=185.0, weight_kg=200.0, age=50.0),
    "heavy_between": BodyShape(sex=0.5, height_cm=170.0, weight_kg=130.0, age=40.0),
    "heavy_old": BodyShape(sex=0.0, height_cm=155.0, weight_kg=95.0, age=85.0),
    "old_f": BodyShape(sex=0.0, height_cm=152.0, weight_kg=50.0, age=90.0),
    "old_m": BodyShape(sex=1.0, height_cm=168.0, weight_kg=65.0, age=90.0),
    "between_tall": BodyShape(sex=0.4, height_cm=190.0, weight_kg=80.0, age=35.0),
    "between_lean": BodyShape(sex=0.6, height_cm=165.0, weight_kg=52.0, age=70.0),
    "lean_m": BodyShape(sex=1.0, height_cm=178.0, weight_kg=66.0, age=25.0),
    "soft_m": BodyShape(sex=0.8, height_cm=178.0, weight_kg=110.0, age=40.0),
    "soft_f": BodyShape(sex=0.2, height_cm=168.0, weight_kg=85.0, age=52.0),
}
"""Both figures, then women, men and between, 141 to 210 cm, 36 to 200 kg, 25 to 90 years."""


def _marked(names: Iterable[str]) -> list[object]:
    return [
        name if name.startswith("figure_") else pytest.param(name, marks=pytest.mark.slow)
        for name in sorted(names)
    ]


SHAPE_NAMES = _marked(list(SHAPES)[:8])
"""For parametrising: the inner loop tries the two figures, the whole run the first eight bodies."""
BODY_NAMES = _marked(SHAPES)
"""The same with every body."""

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


def carried_gaps_cun(shape: BodyShape) -> dict[PointCode, float]:
    """Return how far each rule leads from where the mesh carries the average body's point, in cun.

    The cun is that of the rule's own scale. A place on the trunk counts height and breadth each by its own.
    """
    gaps = {}
    for (code, side), row in located(shape).items():
        average = located(AVERAGE)[(code, side)]
        if row.position_mm is None or average.anchor is None or side is SiteSide.RIGHT:
            continue
        apart = average.anchor.position_mm(body(shape)) - np.array(row.position_mm)
        cun = dict(row.cun_mm)
        height = row.cun_mm[0][1] if row.cun_mm else row.uncertainty_mm / OWN_UNCERTAINTY_CUN
        breadth = cun.get(Scale.CHEST_WIDTH, cun.get(Scale.BACK_WIDTH, height))
        if not isinstance(atlas()[code].rule, rules.Front | rules.Back):
            breadth = height
        gaps[code] = float(np.hypot(apart[1] / height, np.hypot(apart[0], apart[2]) / breadth))
    return gaps


@cache
def located(shape: BodyShape) -> dict[tuple[PointCode, SiteSide], LocatedPoint]:
    return {(row.code, row.side): row for row in locator(shape).locate_all()}
