"""Head, neck and trunk, cut by planes through landmarks."""

from __future__ import annotations

import numpy as np

from acupress_desktop.domain.anatomy.rules import Scale
from acupress_desktop.domain.sides import SiteSide

from .sorter import Mask, Sorter


def head(s: Sorter) -> None:
    """Sort head, face and neck."""
    x, y, z = s.x, s.y, s.z
    head = np.isin(s.part, ("head", "neck"))
    brow, eye = s.at("brow_mid")[1], s.at("pupil")[1]
    ear = s.at("tragus_mid_ant")
    hairline = s.at("ant_hairline_mid")
    corner = s.at("hairline_corner")
    mouth = s.at("mouth_corner")
    jaw = s.at("mandible_angle")
    hollow = s.at("suboccipital_hollow")
    scalp_top = hairline[1] - (hairline[1] - corner[1]) * (x / corner[0]) ** 2
    haired = (y > scalp_top) | (z < corner[2] - 12.0)
    lobe = s.at("earlobe_post_mastoid_ant")
    s.put(
        "ear",
        head
        & (x > ear[0] + 0.5)
        & (z < ear[2] + 2)
        & (z > ear[2] - 36)
        & (y < ear[1] + 31)
        & (y > ear[1] - 27),
    )
    above_neck = y > np.where(z < lobe[2] - 12, hollow[1] + 10, lobe[1] + 9)
    behind = z < s.point("GB12")[2] - 14.0
    back_of_top = s.point("GV19")[2] - 16.0
    front_of_top = (s.point("GV23")[2] + s.point("GV22")[2]) / 2.0
    wide = x > s.point("GB18")[0] + 9.0
    scalp = head & haired & above_neck & (y > ear[1] - 6)
    s.put("face-ear", head & (y < ear[1] + 16) & (y > ear[1] - 22) & (z > ear[2] - 6) & (z < ear[2] + 9))
    s.put("head-back", scalp & behind & ((y < s.point("GV18")[1] + 22) | (z < back_of_top)))
    s.put("head-side", scalp & wide & (z < corner[2] + 10) & (y > s.at("zygomatic_arch_sup_mid")[1] - 4))
    s.put("head-front", scalp & (z > front_of_top))
    s.put("head-top", scalp & (y > corner[1] - 25))
    s.put("head-back", scalp & (z < 0))
    s.put("head-side", scalp)
    low_neck = s.point("GV14")[1]
    chin = s.at("mentolabial_mid")[1]
    face = head & (z > jaw[2] - 12) & (y > chin - 26)
    face &= ~((y < jaw[1] - 8) & (z < 75))
    s.put("head-side", face & (x > 55) & (y > s.point("GB3")[1] - 6) & (z < s.point("GB3")[2] + 8))
    s.put("head-temple", face & (x > 50) & (y > eye - 12) & (z < s.point("EX-HN5")[2] + 4))
    s.put("forehead", face & ((y > brow + 4) | ((x < 9) & (y > brow - 9))))
    s.put("face-brow", face & (y > brow - 11) & (x < 58))
    s.put("face-eye", face & (y > s.at("infraorbital_margin")[1] - 2.0) & (x > 8) & (x < 62))
    s.put("face-jaw", face & (x > 42) & (y < mouth[1] + 8) & (z < s.point("ST5")[2] + 14))
    s.put("face", face)
    neck = head & (s.region == "")
    edge = s.at("mastoid_tip")[2] - 6.0
    slope = (y - hollow[1]) * 0.12
    s.put("neck-anterior", neck & (z > edge + slope) & (y > low_neck - 60))
    s.put("neck-posterior", neck)


def trunk(s: Sorter) -> None:
    """Sort trunk and shoulders by planes through landmarks."""
    x, y, z, nz, ny = s.x, s.y, s.z, s.nz, s.ny
    trunk = s.part == "trunk"
    cun = s.locator.places.cun_mm(Scale.CHEST_WIDTH, SiteSide.LEFT)
    armpit = s.at("axilla_center")
    clavicle = s.at("clavicle_middle")[1]
    back = z < armpit[2] - 8.0
    back |= (nz < -0.55) & (z < armpit[2] + 20)
    s.put("axilla", (trunk | (s.part == "upper_arm")) & s.near(armpit, 26.0))
    top = (y > s.point("GB21")[1] - 26) & (ny > 0.42) & (x > 58) & (x < 138) & (z > -54) & (z < 22)
    s.put("shoulder-top", trunk & top)
    throat = s.at("suprasternal_notch")[1]
    s.put(
        "neck-anterior",
        trunk & ~back & (y > np.where(x < 60, throat - 6 + x * 0.35, clavicle + 5)) & (x < 128),
    )
    s.put("neck-posterior", trunk & back & (y > s.point("GV14")[1] - 8) & (x < 32))
    s.put("shoulder", trunk & (x > 128) & (y > clavicle - 14) & ((z > -30) | (ny > 0.5)))
    _back(s, trunk & back)
    _front(s, trunk & ~back, cun)


def _back(s: Sorter, back: Mask) -> None:
    x, y = s.x, s.y
    border = s.at("scapular_med_border")[0]
    t12, s1 = s.point("BL21")[1], s.point("BL27")[1]
    lumbar_top = (t12 + s.point("BL22")[1]) / 2.0
    lumbar_end = (s1 + s.point("BL26")[1]) / 2.0
    spine_of_blade = s.at("scapular_spine_med")[1]
    lowest_blade = s.at("scapular_inf_angle")[1] - 14
    s.put("shoulder-posterior", back & (x > 132) & (y > s.at("axillary_fold_post")[1] - 25))
    blade = (x > border + 8) & (y < s.point("SI14")[1] - 8) & (y > lowest_blade)
    blade |= (x > border - 4) & (y > spine_of_blade + 3) & (y < s.point("SI14")[1] - 10)
    blade |= (x > s.point("SI14")[0] + 12) & (y > spine_of_blade)
    s.put("scapula", back & blade)
    s.put("chest-lateral", back & (y > lumbar_top + 20) & (x > border + 45))
    s.put("back-upper", back & (y > lumbar_top))
    s.put("flank", back & (x > s.point("EX-B7")[0] + 16) & (y > s.point("GB26")[1] + 14))
    s.put("abdomen-lateral", back & (x > s.point("EX-B7")[0] + 22) & (y > s.point("GB26")[1] - 34))
    s.put("lumbar", back & (y > lumbar_end))
    s.put("sacral", back & (x < s.point("BL28")[0] + 7) & (y > s.point("GV2")[1] - 14))
    s.put("hip", back & (x > s.at("greater_trochanter")[0] - 26))
    s.put("buttock", back)


def _front(s: Sorter, front: Mask, cun: float) -> None:
    x, y = s.x, s.y
    navel, pubis = s.at("umbilicus"), s.at("pubic_symphysis_sup")[1]
    xiphoid = s.at("xiphisternal_junction")[1]
    margin = xiphoid - 14 - x * 0.62
    chest = y > margin
    s.put("abdomen-umbilicus", front & s.near(navel, 10.5))
    s.put("chest-midline", front & chest & (x < 2.45 * cun) & (y < s.at("clavicle_inner")[1] - 12))
    s.put(
        "chest-lateral",
        front & (x > 5.5 * cun) & (y > s.point("LR13")[1] + 45) & (y < s.point("LU1")[1] - 14),
    )
    s.put("chest-upper", front & chest & (y > (s.point("ST16")[1] + s.point("PC1")[1]) / 2))
    s.put("chest-nipple", front & chest & (y > (s.at("nipple")[1] + s.point("ST18")[1]) / 2))
    s.put("chest-lower", front & chest)
    side = x > s.point("SP15")[0] + 20
    s.put("chest-lower", front & side & (y > s.point("LR13")[1] + 30))
    s.put("flank", front & side & (y > s.point("GB26")[1] + 14))
    s.put("abdomen-upper", front & (y > (navel[1] + s.point("CV7")[1]) / 2) & ~side)
    s.put("abdomen-lateral", front & side & (y > s.point("GB26")[1] - 34))
    asis = s.at("asis")
    s.put("hip", front & (x > asis[0] + 12) & (y > pubis - 40))
    groin = (x > 28) & (y < s.point("ST29")[1] - 18) & (y > pubis - 26) & (x < 112)
    s.put("groin", front & groin)
    s.put("abdomen-lower", front & (y > pubis - 22))
    s.put("thigh-medial", front & (x > 22))
    s.put("perineum", front)
