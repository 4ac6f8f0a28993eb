"""Landmarks that follow from others, in the rule language of the points.

`OWN` ones carry a number of our own (no source gives one); the rest restate a rule of the
WHO standard of 2008 for bony levels.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Derived:
    """A landmark computed on every body; `own` marks a number that we chose."""

    id: str
    rule: str
    own: bool = True


MIDLINE: tuple[Derived, ...] = (
    # GV20 in the middle of the line over the ear tips (WHO 2008), one finger back: see decision 0021.
    Derived("crown_mid", "off(over('auricular_apex'),'posterior',1,'fbreadth')"),
    # 3 cun from between the brows to the hairline, 5 more to the crown (WHO 2008).
    Derived("ant_hairline_mid", "along('glabella','crown_mid',3/8)", own=False),
    Derived("post_hairline_mid", "along('glabella','C7',5/6)", own=False),
    # GV16 is level with GB20 (WHO 2008).
    Derived("eop_inf", "headp(level=level('suboccipital_hollow'),lat=0)", own=False),
    Derived("upper_lip_tubercle", "off('philtrum_bottom','caudal',0.35,'fcun')"),
    Derived("pubic_symphysis_inf", "off('pubic_symphysis_sup','caudal',1.5,'abd_lower')"),
    Derived("T1", "along('C7','T3',1/3)"),
    Derived("T2", "along('C7','T3',2/3)"),
    Derived("T3", "post(level=level('scapular_spine_med'),lat=0)", own=False),
    Derived("T4", "along('T3','T7',1/4)"),
    Derived("T5", "along('T3','T7',1/2)"),
    Derived("T6", "along('T3','T7',3/4)"),
    Derived("T7", "post(level=level('scapular_inf_angle'),lat=0)", own=False),
    Derived("T8", "along('T7','T12',1/5)"),
    Derived("T9", "along('T7','T12',2/5)"),
    Derived("T10", "along('T7','T12',3/5)"),
    Derived("T11", "along('T7','T12',4/5)"),
    Derived("T12", "along('T7','L4',1/2)", own=False),
    Derived("L1", "along('T12','L4',1/4)"),
    Derived("L2", "along('T12','L4',1/2)"),
    Derived("L3", "along('T12','L4',3/4)"),
    Derived("L4", "post(level=level('iliac_crest_top'),lat=0)", own=False),
    Derived("L5", "along('L4','S2',1/3)"),
    Derived("S1", "along('L4','S2',2/3)"),
    Derived("S2", "post(level=level('psis'),lat=0)", own=False),
)

PAIRED: tuple[Derived, ...] = (
    Derived(
        "auricular_root_post_hairline", "off('temporal_hairline_over_ear','posterior',0.5,'head_sagittal')"
    ),
    Derived("supratragic_notch_ant", "off('tragus_mid_ant','cranial',0.5,'fcun')"),
    Derived("intertragic_notch_ant", "off('tragus_mid_ant','caudal',0.5,'fcun')"),
    Derived(
        "mastoid_postinf",
        "off(off('mastoid_tip','posterior',0.4,'head_sagittal'),'caudal',0.2,'head_sagittal')",
    ),
    # Level with the dip above C2, 1.3 cun out, like BL9.
    Derived("trapezius_lat_c2", "off(post(level=above('C2'),lat=0),'lateral',1.3,'mastoid_width')"),
    # 6 to 9 mm under the rim in adults.
    Derived("infraorbital_foramen", "off('infraorbital_margin','caudal',0.4,'fcun')"),
    Derived("ala_inf", "at('nostril_lat')", own=False),
    Derived("eye_corner_brow_mid", "mid('brow_lat','outer_canthus')", own=False),
    Derived("zygomatic_arch_inf_notch", "off('zygomatic_arch_sup_mid','caudal',0.9,'fcun')"),
    # The muscle ends broad: from the mastoid along the rim of the skull, almost to the hollow of GB20.
    Derived("scm_post_top", "along('mastoid_tip','suboccipital_hollow',0.7)"),
    Derived(
        "scm_ant_thyroid",
        "meet(line('earlobe_post_mastoid_ant','sternal_end_clavicle'),level('thyroid_sup_mid'))",
        own=False,
    ),
    Derived(
        "scm_post_thyroid",
        "meet(line('scm_post_top','scm_clav_post_edge'),level('thyroid_sup_mid'))",
        own=False,
    ),
    Derived(
        "scm_ant_cricoid",
        "meet(line('earlobe_post_mastoid_ant','sternal_end_clavicle'),level('cricoid_mid'))",
        own=False,
    ),
    Derived(
        "scm_post_cricoid", "meet(line('scm_post_top','scm_clav_post_edge'),level('cricoid_mid'))", own=False
    ),
    Derived(
        "scm_ant_mandible_angle",
        "meet(line('earlobe_post_mastoid_ant','sternal_end_clavicle'),level('mandible_angle'))",
        own=False,
    ),
    Derived(
        "scm_post_mandible_angle",
        "meet(line('scm_post_top','scm_clav_post_edge'),level('mandible_angle'))",
        own=False,
    ),
    Derived("scm_heads_gap_clavicle", "along('sternal_end_clavicle','scm_clav_post_edge',1/3)"),
    Derived("clavicle_curve", "at('clavicle_middle')", own=False),
    Derived("ics_1", "ant(level=ics(1),lat=4)"),
    Derived("ics_2", "ant(level=ics(2),lat=4)"),
    Derived("ics_3", "ant(level=ics(3),lat=4)"),
    Derived("ics_4", "ant(level=ics(4),lat=4)"),
    Derived("ics_5", "ant(level=ics(5),lat=4)"),
    Derived("ics_6", "ant(level=ics(6),lat=4)"),
    Derived("ics_7", "ant(level=ics(7),lat=4)"),
    Derived("midaxillary", "lat(level=ics(4),line='midaxillary')"),
    Derived("sacral_foramen_1", "post(level=level('S1'),lat=1.1)"),
    Derived("sacral_foramen_2", "mid('psis','S2')", own=False),
    Derived("sacral_foramen_3", "along('sacral_foramen_2','sacral_foramen_4',1/2)"),
    # Level with the hiatus (WHO 2008).
    Derived("sacral_foramen_4", "post(level=level('sacral_hiatus'),lat=0.75)"),
    Derived("scapular_spine_mid", "mid('scapular_spine_med','acromial_angle')", own=False),
    Derived("scapular_spine_inf", "off('acromial_angle','caudal',0.7,'fcun')"),
    Derived("acromion_post_depression", "off('acromial_angle','caudal',0.5,'fcun')"),
    Derived("lat_supracondylar_ridge_ant", "off('lat_epicondyle','anterior',0.5,'fcun')"),
    Derived("popliteal_crease_biceps_med", "along('popliteal_crease_mid','popliteal_crease_lat',0.7)"),
    Derived("popliteal_crease_semitend_lat", "along('popliteal_crease_mid','popliteal_crease_med_end',0.7)"),
    Derived("fibula_head_antinf", "off(off('fibula_head','anterior',0.7,'fcun'),'distal',0.7,'fcun')"),
    Derived("tibialis_ant_tendon_med", "off('ankle_front_mid','medial',0.7,'fcun')"),
)

ABSENT: tuple[str, ...] = (
    # Inside the mouth or nose: no skin mesh can hold them.
    "upper_frenulum_gum",
    "nostril_inner_top",
    "tongue_mid",
    "tongue_frenulum_mid",
    "sublingual_vein_left",
    "sublingual_vein_right",
    # Private: the figure is modest, and these are never shown or pressed.
    "anus",
    "perineum_mid",
)
