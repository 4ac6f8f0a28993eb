"""Every point on 26 bodies: on the skin, symmetric, in its region, in its order, at the distance of its rule.

What cannot hold for a reason of anatomy is named here with that reason, and nowhere else; decision 0060 has
the figures.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import numpy as np
import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.region_face_files import read_region_faces
from acupress_desktop.content.region_files import read_regions
from acupress_desktop.domain.anatomy import rules
from acupress_desktop.domain.anatomy.region_faces import RegionFaces
from acupress_desktop.domain.anatomy.rules import Scale
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.regions import RegionMap, RegionSelection
from acupress_desktop.domain.sides import SiteSide
from tests.domain.anatomy.anatomy_bodies import (
    BODY_NAMES,
    SHAPES,
    atlas,
    body,
    body_model,
    carried_gaps_cun,
    located,
    locator,
)
from tests.domain.anatomy.measuring import FINGERS, Tape, misses

NO_SKIN = {"GV28", "EX-HN9", "EX-HN10", "EX-HN11", "EX-HN12", "EX-HN13", "CV1", "GV1"}
REGIONS_WITHOUT_SKIN = {"back-spine", "fingertips", "toe-tips", "mouth-inner", "nose-inner"}
ON_SKIN_MM = 1.0
MIRROR_MM = 2.0
RULE_CUN = 0.1
CARRIED_CUN = 1.0
REGION_BORDER_MM = 30.0
ARM = ("upper_arm_left", "forearm_left", "hand_left")


@pytest.fixture(params=BODY_NAMES, scope="module")
def name(request: pytest.FixtureRequest) -> str:
    """Each body in turn, so that all questions to one body are asked while it is at hand."""
    return str(request.param)


@cache
def tape(name: str) -> Tape:
    return Tape(locator(SHAPES[name]))


@cache
def region_map() -> RegionMap:
    return read_regions(asset_root(), atlas())


@cache
def region_faces() -> RegionFaces:
    return read_region_faces(asset_root(), body_model(), region_map())


def place(name: str, code: str) -> np.ndarray:
    rows = located(SHAPES[name])
    row = rows.get((PointCode(code), SiteSide.LEFT)) or rows[(PointCode(code), SiteSide.MIDLINE)]
    assert row.position_mm is not None
    return np.array(row.position_mm)


@pytest.mark.slow
def test_every_point_has_a_row_and_only_hidden_places_have_no_position(name: str) -> None:
    rows = located(SHAPES[name])
    assert {code for code, _ in rows} == {point.code for point in atlas()}
    assert {code for (code, _), row in rows.items() if not row.on_skin} == NO_SKIN


@pytest.mark.slow
def test_points_lie_on_the_skin_and_their_normals_lead_out(name: str) -> None:
    surface = locator(SHAPES[name]).places.surface
    everything_but_arms = tuple(
        part for part in body_model().part_names if not part.startswith(("upper_arm", "forearm", "hand"))
    )
    for (code, side), row in located(SHAPES[name]).items():
        if row.position_mm is None or row.normal is None or row.anchor is None or side is SiteSide.RIGHT:
            continue  # the right side is held to the left one below
        where, normal = np.array(row.position_mm), np.array(row.normal)
        assert np.linalg.norm(normal) == pytest.approx(1.0)
        for each in (row.position_mm, *row.more_mm):
            nearest = surface.nearest(np.array(each)).position_mm(body(SHAPES[name]))
            assert np.linalg.norm(nearest - np.array(each)) < ON_SKIN_MM, code
        # From outside a ray leaves through an even number of walls. A hanging arm lies in the side of a
        # heavy trunk, so each of them is asked about itself.
        on_arm = locator(SHAPES[name]).places.part(row.anchor) in ARM
        walls = surface.hits(where + normal * 0.5, normal, ARM if on_arm else everything_but_arms)
        assert len(walls) % 2 == 0, code


def test_both_sides_agree(name: str) -> None:
    rows = located(SHAPES[name])
    for (code, side), row in rows.items():
        if side is not SiteSide.LEFT or row.position_mm is None:
            continue
        other = rows[(code, SiteSide.RIGHT)]
        assert other.position_mm is not None
        pairs = list(zip((row.position_mm, *row.more_mm), (other.position_mm, *other.more_mm), strict=True))
        if row.alternative_mm is not None and other.alternative_mm is not None:
            pairs.append((row.alternative_mm, other.alternative_mm))
        for left, right in pairs:
            assert np.linalg.norm(np.array(left) * (-1.0, 1.0, 1.0) - np.array(right)) < MIRROR_MM, code


OUTSIDE_THEIR_REGION = {
    "SP11": "over the artery on the front of the thigh, although the standard says inner side",
}


def test_points_lie_in_the_region_that_the_atlas_declares_or_at_its_border(name: str) -> None:
    far = {}
    for (code, side), row in located(SHAPES[name]).items():
        if row.anchor is None or side is SiteSide.RIGHT or row.region in REGIONS_WITHOUT_SKIN:
            continue
        found = region_faces().at(row.anchor)
        if found.region == row.region:
            assert SiteSide.MIDLINE in (side, found.side) or found.side is side, code
            continue
        faces = region_faces().faces_of(RegionSelection(row.region, side), region_map())
        corners = body(SHAPES[name]).vertices_mm[body_model().faces[faces]].reshape(-1, 3)
        gap = float(np.linalg.norm(corners - np.array(row.position_mm), axis=1).min())
        if gap > REGION_BORDER_MM and code not in OUTSIDE_THEIR_REGION:
            far[code] = gap
    assert far == {}


# --- Order along the lines ------------------------------------------------------------------------------

DOWN, FORWARD, OUTWARD = (0.0, -1.0, 0.0), (0.0, 0.0, 1.0), (1.0, 0.0, 0.0)
BACKWARD = (0.0, 0.0, -1.0)
ORDER = [
    (DOWN, "LU2 LU1 LU3 LU4 LU5 LU6 LU7 LU8 LU9 LU10 LU11"),
    (DOWN, "LI20 LI19 LI18 LI17"),
    (DOWN, "LI16 LI15 LI14 LI13 LI12 LI11 LI10 LI9 LI8 LI7 LI6 LI5 LI4 LI3 LI2 LI1"),
    (DOWN, "ST8 ST7 ST6 ST5"),
    (DOWN, "ST1 ST2 ST3 ST4 ST5"),
    (DOWN, "ST9 ST10 ST11"),
    (DOWN, "ST12 ST13 ST14 ST15 ST16 ST18 ST19 ST20 ST21 ST22 ST23 ST24 ST25 ST26 ST27 ST28 ST29 ST30"),
    (DOWN, "ST30 ST31 ST32 ST33 ST34 ST35 ST36 ST37 ST38 ST39 ST41 ST42 ST43 ST45"),
    (FORWARD, "ST41 ST42 ST43 ST44 ST45"),
    (FORWARD, "SP5 SP4 SP3 SP2 SP1"),
    (DOWN, "SP12 SP11 SP10 SP9 SP8 SP7 SP6 SP5 SP4 SP3"),
    (DOWN, "SP20 SP19 SP18 SP17 SP16 SP15 SP14 SP13 SP12"),
    (DOWN, "SP18 SP21 SP16"),
    (DOWN, "HT1 HT2 HT3 HT4 HT5 HT6 HT7 HT8 HT9"),
    (DOWN, "SI10 SI9 SI8 SI7 SI6 SI5 SI4 SI3 SI2 SI1"),
    (DOWN, "SI19 SI18 SI17 SI16"),
    (DOWN, "SI15 SI14 SI11"),
    (OUTWARD, "SI13 SI12 SI10"),
    (BACKWARD, "BL2 BL3 BL5 BL6 BL7 BL8"),
    (BACKWARD, "BL4 BL5 BL6 BL7 BL8"),
    (DOWN, "BL8 BL9 BL10 BL11 BL12 BL13 BL14 BL15 BL16 BL17 BL18 BL19 BL20 BL21 BL22"),
    (DOWN, "BL22 BL23 BL24 BL25 BL26 BL27 BL28"),
    (DOWN, "BL28 BL29 BL30 BL35 BL36 BL37 BL38 BL39 BL55 BL56 BL57 BL58 BL59 BL60 BL61"),
    (DOWN, "BL31 BL32 BL33 BL34"),
    (DOWN, "BL41 BL42 BL43 BL44 BL45 BL46 BL47 BL48 BL49 BL50 BL51 BL52 BL53 BL54"),
    (FORWARD, "BL61 BL62 BL63 BL64 BL65 BL66 BL67"),
    (DOWN, "KI27 KI26 KI25 KI24 KI23 KI22 KI21 KI20 KI19 KI18 KI17 KI16 KI15 KI14 KI13 KI12 KI11"),
    (DOWN, "KI11 KI10 KI9 KI7 KI3 KI4 KI2 KI1"),
    (DOWN, "KI3 KI5 KI2 KI1"),
    (FORWARD, "KI4 KI3 KI6 KI2 KI1"),
    (DOWN, "PC1 PC3 PC4 PC5 PC6 PC7 PC8 PC9"),
    (DOWN, "PC2 PC3"),
    (DOWN, "TE14 TE13 TE12 TE11 TE10 TE9 TE8 TE6 TE5 TE4 TE3 TE2 TE1"),
    (DOWN, "TE20 TE19 TE18 TE17 TE16 TE15 TE14"),
    (DOWN, "TE23 TE22 TE21"),
    (DOWN, "GB4 GB5 GB6 GB7"),
    (DOWN, "GB9 GB10 GB11 GB12"),
    (DOWN, "GB8 GB7 GB3 GB2"),
    (BACKWARD, "GB14 GB15 EX-HN2 GB16 GB17 GB18 GB19"),
    (DOWN, "TE22 TE21 SI19 GB2"),
    (DOWN, "X-ANMIAN GB12 TE16"),
    (DOWN, "ST7 ST6 ST5"),
    (BACKWARD, "ST5 ST6 SI17 TE16"),
    (OUTWARD, "ST9 LI18 SI16"),
    (OUTWARD, "ST10 LI17"),
    (DOWN, "GB18 GB19 GB20 GB21 GB22 GB24 GB26 GB27 GB28 GB29 GB31 GB32 GB33 GB34 GB36 GB37 GB38 GB39 GB40"),
    (DOWN, "GB21 GB23"),
    (DOWN, "GB29 GB30 GB31"),
    (DOWN, "GB34 GB35 GB37"),
    (FORWARD, "GB40 GB41 GB42 GB43 GB44"),
    (DOWN, "LR14 LR13 LR12 LR11 LR10 LR9 LR8 LR7 LR6 LR5 LR4 LR3 LR2 LR1"),
    (FORWARD, "LR4 LR3 LR2 LR1"),
    (DOWN, "GV20 GV19 GV18 GV17 GV16 GV15 GV14 GV13 GV12 GV11 GV10 GV9 GV8 GV7 GV6 GV5 GV4 GV3 GV2"),
    (DOWN, "GV24 GV25 GV26 GV27"),
    (FORWARD, "GV18 GV19 GV20 GV21 GV22 GV23 GV24"),
    (DOWN, "CV24 CV23 CV22 CV21 CV20 CV19 CV18 CV17 CV16 CV15 CV14 CV13 CV12 CV11 CV10 CV9"),
    (DOWN, "CV9 CV8 CV7 CV6 CV5 CV4 CV3 CV2"),
    (OUTWARD, "KI27 ST13 LU2"),
    (OUTWARD, "KI25 ST15 SP20"),
    (OUTWARD, "KI23 PC1 SP18 GB22"),
    (OUTWARD, "KI22 ST18 SP17"),
    (OUTWARD, "KI16 ST25 SP15 GB26"),
    (OUTWARD, "KI11 ST30 LR12 SP12"),
    (OUTWARD, "GV13 BL11 SI14"),
    (OUTWARD, "GV4 BL23 BL52"),
    (OUTWARD, "GV24 BL3 BL4 GB15 GB13 ST8"),
    (OUTWARD, "GV17 BL9 GB19"),
    (OUTWARD, "EX-HN3 BL2 EX-HN4 TE23 EX-HN5"),
    (OUTWARD, "LI19 ST3"),
    (BACKWARD, "GB23 GB22"),
    (BACKWARD, "GB36 GB35"),
    (BACKWARD, "SP9 LR7"),
    (BACKWARD, "KI8 KI7"),
]  # fmt: skip


def test_points_follow_each_other_along_their_line(name: str) -> None:
    wrong = []
    for way, codes in ORDER:
        gone = [(code, float(place(name, code) @ np.array(way))) for code in codes.split()]
        wrong += [
            f"{before} {after}" for (before, first), (after, second) in pairwise(gone) if first >= second
        ]
    assert wrong == []


SAME_HEIGHT = [
    "BL27 BL31", "BL28 BL32 BL53", "BL29 BL33", "BL30 BL34 BL54", "GV17 BL9 GB19", "ST9 LI18 SI16",
    "ST10 LI17", "KI9 LR5", "KI7 KI8", "GB35 GB36", "TE6 TE7", "ST38 ST40", "GB27 CV4", "GB26 CV8 ST25 SP15",
    "LR14 ST19", "GV16 GB20", "BL34 GV2", "ST30 CV2 LR12", "SP12 CV2", "SP16 CV11", "BL52 BL23 GV4",
    "ST18 SP17 KI22", "HT8 PC8",
]  # fmt: skip
"""Points that the standard puts on one height."""
SAME_HEIGHT_MM = 8.0


def test_points_of_one_height_lie_on_it(name: str) -> None:
    arm = tape(name).axis("forearm")
    apart = {}
    for codes in SAME_HEIGHT:
        way = arm if codes.startswith(("TE", "HT")) else np.array((0.0, 1.0, 0.0))
        heights = [float(place(name, code) @ way) for code in codes.split()]
        if max(heights) - min(heights) > SAME_HEIGHT_MM:
            apart[codes] = round(max(heights) - min(heights), 1)
    assert apart == {}


# --- Distances -----------------------------------------------------------------------------------------

MEASURED_OTHERWISE = {
    ("SP17", "heavy_old"): "the breast hangs over the fifth rib space: level on the skin runs round it",
    ("SP17", "heavy_f"): "the same",
}


@pytest.mark.slow
def test_every_number_of_every_rule_is_found_again_on_the_skin(name: str) -> None:
    wrong = {}
    for point in atlas():
        row = located(SHAPES[name])[(point.code, point.sites[0])]
        if row.position_mm is None or (point.code, name) in MEASURED_OTHERWISE:
            continue
        parts = point.rule.places if isinstance(point.rule, rules.Several) else (point.rule,)
        for rule, here in zip(parts, (row.position_mm, *row.more_mm), strict=True):
            for number, missed in misses(tape(name), rule, np.array(here)):
                if missed > RULE_CUN:
                    wrong[point.code, number] = round(missed, 2)
    assert wrong == {}


def test_every_scale_is_found_again_with_a_tape(name: str) -> None:
    for scale in Scale:
        if scale not in FINGERS:
            found = locator(SHAPES[name]).places.cun_mm(scale, SiteSide.LEFT)
            assert tape(name).cun_mm(scale) == pytest.approx(found, rel=0.02), scale


# --- Rule against mesh ---------------------------------------------------------------------------------

FAT = "a very heavy body grows round a place that the rule counts from a bone"
BREAST = "the skin of a breast moves down and out, the ribs under it do not"
ARMPIT = "the skin of the armpit slides along the ribs as the arm hangs closer or wider"
THIGH = "the skin of the thigh is stretched unevenly between hip and knee from body to body"
NAVEL = "the navel of a big belly hangs lower than the flank beside it"
SHORT = "the legs of the shortest body are shortened more above the middle than below"
WAIST = "4 cun of broad shoulders reach far round a narrow waist"
BENT = "a bent back moves hip and ribs against each other"
APART: dict[str, dict[str, str]] = {
    FAT: {
        "LU6": "short_heavy",
        "LI7": "very_heavy",
        "LI14": "heavy_old",
        "LI18": "very_heavy heaviest",
        "ST9": "very_heavy heaviest",
        "ST23": "short_heavy",
        "ST31": "very_heavy heavy_f short_heavy heavy_between heavy_old",
        "SP11": "very_heavy",
        "SP16": "very_heavy heaviest",
        "SI7": "very_heavy heaviest",
        "SI16": "very_heavy heaviest",
        "BL49": "very_heavy tall_heavy heaviest",
        "BL50": "very_heavy heavy_f short_heavy tall_heavy heaviest heavy_between heavy_old",
        "BL51": "heavy_f short_heavy tall_heavy heavy_between heavy_old",
        "PC4": "heavy_f short_heavy heavy_old",
        "PC5": "short_heavy",
        "GB19": "very_heavy tall_heavy heaviest",
        "BL54": "heavy_old",
        "EX-B4": "very_heavy heavy_f short_heavy tall_heavy heaviest heavy_between heavy_old",
        "EX-B7": "heavy_f short_heavy heavy_old",
        "EX-UE2": "short_heavy",
        "EX-LE1": "heavy_f short_heavy heavy_old",
    },
    BREAST: {
        "ST16": "heavy_old",
        "SP17": "heavy_old",
        "SP18": "heavy_old",
        "SP19": "heavy_f short_heavy heavy_old",
        "SP20": "heavy_old",
        "SP21": "heavy_old",
        "PC1": "heavy_f short_heavy heavy_old old_f",
    },
    ARMPIT: {
        "GB22": "thin tall_thin thin_m thin_short thin_old old_f",
        "GB23": "thin tall_thin thin_m thin_old",
    },
    THIGH: {
        "ST32": "short short_heavy",
        "BL37": "short tall very_heavy short_heavy heavy_between",
        "GB31": "short very_heavy short_heavy tall_heavy heaviest heavy_between lean_m",
        "GB32": "very_heavy",
        "LR9": "figure_m short tall heavy_f short_m short_heavy heavy_old old_f old_m lean_m",
        "EX-LE3": "short very_heavy heavy_f short_heavy heaviest heavy_old",
    },
    NAVEL: {
        "GB26": "very_heavy tall_heavy thin_old heaviest heavy_between soft_m",
    },
    SHORT: {
        "BL58": "short",
        "GB35": "short",
        "GB36": "short",
        "GB37": "short",
    },
    WAIST: {
        "SP15": "tall_thin thin_old",
        "SP19": "tall_thin",
    },
    BENT: {
        "SP21": "old_f",
        "GB30": "old_f",
    },
}
"""Reason, point and bodies on which the two lie more than a cun apart."""


@pytest.mark.slow
def test_the_rule_agrees_with_the_mesh(name: str) -> None:
    """A point carried by the mesh from the average body stays within a cun of the rule's."""
    gaps = carried_gaps_cun(SHAPES[name])
    named = {code for points in APART.values() for code, bodies in points.items() if name in bodies.split()}
    far = {code: round(gap, 2) for code, gap in gaps.items() if gap > CARRIED_CUN}
    assert {code: gap for code, gap in far.items() if code not in named} == {}
    no_longer_far = {code for code in named if gaps[PointCode(code)] < 0.95 * CARRIED_CUN}
    assert no_longer_far == set()
    assert max(gaps.values()) < 2.0
