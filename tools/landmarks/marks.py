"""Where each landmark was marked, once, on the average body (and its left side).

The average body is `BodyShape()`: sex 0.5, 170 cm, 68 kg, 30 years. A mark is a straight look at
the skin: from which side, at which two coordinates (mm), restricted to which parts. Marks
become face + weights, so they hold on every body; the right side is the mirror image.

Heights of bony levels that this smooth mesh does not show were set from the shares of
stature in the ANSUR II survey of 2012 (cervicale 0.857, suprasternale 0.82, iliac crest
0.603, trochanterion 0.53, lateral malleolus 0.041), then checked on pictures. `own` marks a place
that neither the mesh shows nor a source gives a number for: the number is ours.
"""

from __future__ import annotations

from landmarks.kinds import Look, Mark, Near, Tip

_HEAD = ("head", "neck")
_TRUNK = ("trunk", "neck")
_SHOULDER = ("trunk", "upper_arm_left")
_UPPER = ("upper_arm_left", "forearm_left")
_FORE = ("forearm_left", "hand_left")
_HAND = ("hand_left", "forearm_left")
_HIP = ("trunk", "thigh_left")
_KNEE = ("thigh_left", "shin_left")
_SHIN = ("shin_left", "foot_left")
_FOOT = ("foot_left", "shin_left")

F, B, L, R, T, D = Look.FRONT, Look.BACK, Look.LEFT, Look.RIGHT, Look.TOP, Look.BOTTOM

MIDLINE: tuple[Mark | Near, ...] = (
    Mark("glabella", F, 0, 1611, _HEAD, "most forward place of the brow, between the brow ridges"),
    Mark("eop_sup", B, 0, 1588, _HEAD, "where the back of the head starts to turn in"),
    Mark("nose_tip", F, 0, 1557, _HEAD, "tip in profile"),
    Mark("philtrum_top", F, 0, 1547, _HEAD, "angle between nose and lip in profile"),
    Mark("philtrum_bottom", F, 0, 1540, _HEAD, "edge of the upper lip"),
    Mark("mentolabial_mid", F, 0, 1508, _HEAD, "deepest place under the lower lip in profile"),
    Near("hyoid_sup", (0, 1471, 78), _HEAD, "angle of chin and throat in profile"),
    Near("thyroid_sup_mid", (0, 1455, 70), _TRUNK, "below the angle of chin and throat", own=True),
    Near("cricoid_mid", (0, 1432, 63), _TRUNK, "half-way from chin angle to throat notch", own=True),
    Mark("suprasternal_notch", F, 0, 1393, _TRUNK, "0.82 of stature; angle of throat and chest"),
    Mark("sternal_angle", F, 0, 1345, _TRUNK, "48 mm under the notch", own=True),
    Mark(
        "xiphisternal_junction",
        F,
        0,
        1204,
        _TRUNK,
        "the nipple of a man lies level with the fourth rib space, 1.6 of 9 cun above it; on women at the"
        " height of the crease under the breasts",
        own=True,
    ),
    Mark("umbilicus", F, 0, 1027, _TRUNK, "centre of the modelled navel"),
    Mark("pubic_symphysis_sup", F, 0, 880, _HIP, "0.52 of stature, above the mons", own=True),
    Mark("C2", B, 0, 1533, _HEAD, "55 mm under the upper edge of the occipital bump", own=True),
    Mark("C7", B, 0, 1456, _TRUNK, "0.857 of stature; foot of the neck in profile"),
    Mark("sacral_hiatus", B, 0, 905, _HIP, "top of the cleft"),
    Mark("coccyx_tip", B, 0, 868, _HIP, "within the cleft"),
)

PAIRED: tuple[Mark | Near | Tip, ...] = (
    # Head and face.
    Mark(
        "hairline_corner",
        F,
        54,
        1657,
        _HEAD,
        "a little outside the outer eye corner, where the forehead turns into the temple; twice as far on the"
        " skin from the middle as the pupil, which stands at half of it (WHO 2008, GB15)",
    ),
    Mark("temple_hairline_post", L, 52, 1600, _HEAD, "in front of the ear at the height of its tip"),
    Mark("temporal_hairline_over_ear", L, 28, 1611, _HEAD, "scalp above the ear tip"),
    Mark("auricular_apex", L, 28, 1604, _HEAD, "scalp just over the highest place of the ear"),
    Mark("auricular_root_ant_sup", L, 47, 1592, _HEAD, "front upper root of the ear"),
    Mark("tragus_mid_ant", L, 48, 1569, _HEAD, "skin in front of the tragus"),
    Near("earlobe_post_mastoid_ant", (64, 1551, 24), _HEAD, "hollow behind the lobe"),
    Near("mastoid_tip", (62, 1544, 14), _HEAD, "behind and below the lobe"),
    Mark(
        "suboccipital_hollow",
        B,
        39,
        1552,
        _HEAD,
        "hollow band under the skull, two thirds of the way to the ear",
        own=True,
    ),
    Mark("brow_med", F, 15.5, 1608, _HEAD, "inner end of the brow ridge, above the inner eye corner"),
    Mark("brow_mid", F, 31, 1613, _HEAD, "brow ridge above the pupil"),
    Mark("brow_lat", F, 53, 1606, _HEAD, "outer end of the brow ridge"),
    Mark("pupil", F, 31, 1591, _HEAD, "centre of the closed eye"),
    Mark("inner_canthus", F, 15, 1590, _HEAD, "inner eye corner"),
    Mark("outer_canthus", F, 45.5, 1590, _HEAD, "outer end of the modelled eye slit"),
    Mark("infraorbital_margin", F, 31, 1573, _HEAD, "rim under the eye"),
    Near("ala_lat_mid", (18, 1555, 128), _HEAD, "outer border of the nose wing"),
    Mark("nostril_lat", F, 13, 1549, _HEAD, "outer rim of the nostril"),
    Mark("mouth_corner", F, 26, 1527, _HEAD, "corner of the mouth"),
    Mark("mandible_angle", L, 54, 1515, _HEAD, "jaw line turns up, before the dip behind the jaw"),
    Mark(
        "masseter_ant_mandible",
        L,
        79,
        1506,
        _HEAD,
        "28 mm before the jaw angle, on the lower edge of the jaw",
        own=True,
    ),
    Mark("nasolabial_sulcus", F, 22.5, 1555, _HEAD, "groove beside the nose wing, level with its middle"),
    Mark("zygomatic_arch_sup_mid", L, 66, 1580, _HEAD, "half-way from ear to cheek bone, upper edge"),
    Mark(
        "zygoma_inf_border", F, 45.5, 1552, _HEAD, "lower edge of the cheek bone below the outer eye corner"
    ),
    # Neck and chest.
    Mark("sternal_end_clavicle", F, 16, 1402, _TRUNK, "beside the throat notch"),
    Mark("scm_clav_post_edge", F, 62, 1412, _TRUNK, "over the end of the inner third of the collarbone"),
    Mark("clavicle_inner", F, 25, 1395, _TRUNK, "inner end of the collarbone"),
    Mark("clavicle_middle", F, 97, 1408, _SHOULDER, "half-way to the end of the shoulder"),
    Mark("clavicle_outer", F, 165, 1404, _SHOULDER, "outer end of the collarbone"),
    Mark("nipple", F, 99, 1233, _TRUNK, "centre of the modelled nipple"),
    Mark(
        "breast_crease_mid", F, 97, 1197, _TRUNK, "crease under the breast, or edge of the flat chest muscle"
    ),
    Mark("infraclav_fossa_coracoid", F, 137, 1388, _SHOULDER, "hollow just under the outer collarbone"),
    Near(
        "axilla_center",
        (146, 1263, 5),
        ("upper_arm_left",),
        "wall of the arm just under the top of the armpit",
    ),
    Mark("axillary_fold_ant", F, 158, 1284, _UPPER, "front end of the armpit fold"),
    Mark("axillary_fold_post", B, 158, 1284, _UPPER, "rear end of the armpit fold"),
    Mark("waist_side_mid", L, 6, 1085, ("trunk",), "straight below the armpit, above the hip bone"),
    Mark("rib11_free_end", L, 15, 1085, ("trunk",), "side of the waist above the hip bone", own=True),
    Mark("rib12_free_end", L, -38, 1078, ("trunk",), "back of the waist", own=True),
    # Pelvis.
    Mark(
        "asis",
        F,
        122,
        941,
        _HIP,
        "hip point, 0.553 of stature: level with 3 cun below the navel, as GB27 just inside it is (WHO 2008),"
        " and lower than the dimple of the back, since the pelvis tilts forward",
        own=True,
    ),
    Mark("inguinal_femoral_lat", F, 88, 880, _HIP, "groin crease, level with the pubic bone"),
    Mark("iliac_crest_top", L, -35, 1025, ("trunk",), "0.603 of stature"),
    Mark("psis", B, 45, 958, _HIP, "dimple beside the top of the cleft"),
    # Shoulder blade and shoulder.
    Mark("scapular_spine_med", B, 74, 1393, _TRUNK, "T3; root of the shoulder-blade spine"),
    Mark("scapular_inf_angle", B, 88, 1300, _TRUNK, "T7"),
    Mark("scapular_med_border", B, 72, 1346, _TRUNK, "T5; inner edge of the blade"),
    Mark("acromial_angle", B, 185, 1388, _SHOULDER, "rear outer corner of the shoulder roof"),
    Mark(
        "acromion_lat",
        T,
        188,
        0,
        _SHOULDER,
        "0.11 of stature from the midline: outer end of the shoulder roof",
        own=True,
    ),
    Mark("acromion_ant_depression", F, 193, 1383, _SHOULDER, "front dip just below the roof"),
    Mark("ac_notch", T, 152, -18, _SHOULDER, "behind the outer collarbone"),
    Near("biceps_mid", (193, 1240, 48), _UPPER, "middle of the muscle on the front of the upper arm"),
    Near(
        "biceps_lat_edge",
        (224, 1215, 37),
        _UPPER,
        "outer edge of that muscle, a tenth of the way round the arm from its middle",
        own=True,
    ),
    # Elbow.
    Mark("lat_epicondyle", L, 0, 1109, _UPPER, "outer side, on the axis of the elbow joint"),
    Mark("med_epicondyle", R, -6, 1091, _UPPER, "inner side, on the axis of the elbow joint"),
    Mark("olecranon_tip", B, 224, 1106, _UPPER, "below the dip at the back of the elbow"),
    Mark("cubital_crease_mid", F, 231, 1091, _UPPER, "elbow joint, at the end of the biceps bulge"),
    Mark(
        "biceps_tendon_lat",
        F,
        241,
        1094,
        _UPPER,
        "half a finger cun to the thumb side of the middle",
        own=True,
    ),
    Mark(
        "biceps_tendon_med", F, 221.5, 1088.5, _UPPER, "half a finger cun to the little-finger side", own=True
    ),
    Mark("cubital_crease_med", F, 200, 1083, _UPPER, "inner end of that line"),
    # Wrist.
    Mark("wrist_palmar_mid", F, 294, 868, _HAND, "narrowest line of the wrist"),
    Mark("wrist_palmar_rad", F, 309, 872, _HAND, "thumb side of that line"),
    Mark(
        "pisiform_rad",
        F,
        281.5,
        864.5,
        _HAND,
        "a quarter of the wrist in from the little-finger edge",
        own=True,
    ),
    Mark("snuffbox", L, 24, 867, _HAND, "thumb edge, back half"),
    Mark("wrist_dorsal_mid", B, 289.5, 867, _HAND, "narrowest line, little-finger side of the middle"),
    Near("ulnar_styloid_dist", (270, 861, 25), _HAND, "little-finger edge of the wrist"),
    Mark("radial_styloid_apl_groove", L, 30, 890, _FORE, "thumb edge above the wrist"),
    Mark("ulnar_head_rad", B, 281, 882, _FORE, "back of the forearm above the wrist"),
    # Hand.
    Near("mc1_base_palmar", (331, 863, 43), _HAND, "root of the thumb bone, at the edge of palm and back"),
    Near("mcp1_palmar", (354, 847, 60), _HAND, "thumb base joint, at the edge of palm and back"),
    Mark("mc2_base_rad", B, 322, 847, _HAND, "root of the index bone, 66 mm before its knuckle", own=True),
    Mark("mcp2_rad", L, 44, 790, _HAND, "index knuckle, thumb side"),
    Mark("mcp3_dorsal", B, 319, 786, _HAND, "middle knuckle"),
    Mark("mcp4_dorsal", B, 300, 787, _HAND, "ring knuckle"),
    Mark("mcp5_uln", R, 51, 793, _HAND, "little knuckle, outer edge between palm and back"),
    Mark("mcp5_palmar", F, 282, 792, _HAND, "little knuckle, palm"),
    Mark("mc5_base_uln", R, 35, 842, _HAND, "outer edge before the wrist"),
    Mark("mc4_5_gap_palmar", F, 291, 800, _HAND, "between the last two knuckles, palm"),
    Mark("mcp2_3_gap_palmar", F, 330, 789, _HAND, "between the first two knuckles, palm"),
    Mark("mcp3_4_gap_palmar", F, 310, 788, _HAND, "between the middle and ring knuckles, palm"),
    Mark("mcp2_3_gap_dorsal", B, 331, 789, _HAND, "between the first two knuckles, back"),
    Mark("mcp4_5_gap_dorsal", B, 291, 790, _HAND, "between the last two knuckles, back"),
    Mark("finger_web_1_2", B, 353, 822, _HAND, "skin between thumb and index"),
    Mark("finger_web_2_3", B, 338, 776, _HAND, "skin between index and middle"),
    Mark("finger_web_3_4", B, 313, 774, _HAND, "skin between middle and ring"),
    Mark("finger_web_4_5", B, 291, 776, _HAND, "skin between ring and little"),
    Near("pip2_palmar", (354, 753, 64), _HAND, "second index joint, palm"),
    Near("pip3_palmar", (327, 739, 66), _HAND, "second middle joint, palm"),
    Near("pip4_palmar", (304, 743, 63), _HAND, "second ring joint, palm"),
    Near("pip5_palmar", (281, 756, 63), _HAND, "second little joint, palm"),
    Near("pip3_dorsal", (328, 741, 44), _HAND, "second middle joint, back"),
    Near("pip5_dorsal", (283, 757, 45), _HAND, "second little joint, back"),
    Near("ip1_dorsal", (384, 827, 72), _HAND, "thumb joint, back"),
    Tip("fingertip_thumb", "l-finger-1-4", "l-finger-1-3", _HAND),
    Tip("fingertip_index", "l-finger-2-4", "l-finger-2-3", _HAND),
    Tip("fingertip_middle", "l-finger-3-4", "l-finger-3-3", _HAND),
    Tip("fingertip_ring", "l-finger-4-4", "l-finger-4-3", _HAND),
    Tip("fingertip_little", "l-finger-5-4", "l-finger-5-3", _HAND),
    Near(
        "nail_thumb_rad",
        (385.5, 812.7, 91.4),
        _HAND,
        "beside the root corner of the modelled nail of the thumb, thumb side",
    ),
    Near(
        "nail_index_rad",
        (367.4, 724.4, 73.5),
        _HAND,
        "beside the root corner of the modelled nail of the index finger, thumb side",
    ),
    Near(
        "nail_middle_rad",
        (338.8, 705.4, 75.1),
        _HAND,
        "beside the root corner of the modelled nail of the middle finger, thumb side",
    ),
    Near(
        "nail_ring_uln",
        (303.9, 708.6, 72.3),
        _HAND,
        "beside the root corner of the modelled nail of the ring finger, little-finger side",
    ),
    Near(
        "nail_little_rad",
        (287.1, 732.2, 68.7),
        _HAND,
        "beside the root corner of the modelled nail of the little finger, thumb side",
    ),
    Near(
        "nail_little_uln",
        (280.2, 732.2, 70.1),
        _HAND,
        "beside the root corner of the modelled nail of the little finger, little-finger side",
    ),
    # Hip and thigh.
    Mark("greater_trochanter", L, -8, 893, _HIP, "0.53 of stature, most outward"),
    Mark("gluteal_fold_mid", B, 85, 806, _HIP, "crease under the buttock"),
    # Knee.
    Mark("patella_base_mid", F, 125, 509, _KNEE, "bend of the front profile above the kneecap"),
    Mark("patella_base_lat", F, 148, 505, _KNEE, "outer end of that edge"),
    Mark("patella_base_med", F, 102, 505, _KNEE, "inner end of that edge"),
    Mark("patella_apex", F, 128, 465, _KNEE, "lower bend of the front profile"),
    Mark("patellar_lig_lat", F, 149, 466, _KNEE, "one finger cun outward of the lower tip", own=True),
    Mark("patellar_lig_med", F, 108, 466, _KNEE, "one finger cun inward of the lower tip", own=True),
    Mark("popliteal_crease_mid", B, 128, 488, _KNEE, "height of the knee joint"),
    Mark("popliteal_crease_lat", B, 165, 488, _KNEE, "outer end of that line"),
    Mark("popliteal_crease_med_end", R, -8, 488, _KNEE, "inner end of that line"),
    Mark("lat_femoral_epicondyle_post", L, -6, 522, _KNEE, "above and behind the outer knob"),
    # Leg.
    Mark("fibula_head", L, -14, 444, _KNEE, "28 mm under the joint, outer and behind the middle", own=True),
    Mark(
        "tibial_condyle_med_inf",
        R,
        8,
        415,
        _KNEE,
        "13 of 15 cun above the inner ankle, behind the shin edge: the shin bone with the skin over it"
        " takes the front 50 mm of the 118 there",
        own=True,
    ),
    Mark("tibia_med_face_top", R, 34, 415, _KNEE, "flat inner face of the shin at that height"),
    Mark(
        "gastrocnemius_junction",
        B,
        140,
        280,
        _SHIN,
        "8 of 16 cun below the knee crease; end of the calf bulge",
        own=True,
    ),
    Mark("lat_malleolus", L, -4, 68, _SHIN, "0.041 of stature, ankle joint axis"),
    Mark(
        "med_malleolus",
        R,
        8,
        78,
        _SHIN,
        "0.046 of stature, higher and further forward than the outer one",
        own=True,
    ),
    Mark("achilles_back", B, 145, 76, _SHIN, "rear of the ankle"),
    Mark("achilles_lat", L, -27, 70, _SHIN, "outer edge of the heel cord"),
    Mark("achilles_med", R, -27, 77, _SHIN, "inner edge of the heel cord"),
    Mark("ankle_front_mid", F, 151, 86, _SHIN, "front bend of the ankle"),
    # Foot.
    Mark("lat_malleolus_inf", L, -2, 52, _SHIN, "under the outer ankle bone"),
    Mark("lat_malleolus_antinf", L, 18, 58, _SHIN, "before and under the outer ankle bone"),
    Mark("heel_back", B, 150, 30, _FOOT, "rearmost place of the heel"),
    Mark("calcaneus_sup_med", R, -24, 58, _FOOT, "inner heel before the cord"),
    Mark("navicular_tuberosity", R, 48, 42, _FOOT, "0.4 of foot length, inner side", own=True),
    Mark("navicular_tuberosity_inf", R, 48, 30, _FOOT, "just under it"),
    Mark("mt1_base_med", R, 72, 24, _FOOT, "before the root of the big-toe bone"),
    Mark("mtp1_med", R, 124, 18, _FOOT, "most inward place of the ball"),
    Mark("mtp2_dorsal", T, 147, 134, _FOOT, "second toe base joint"),
    Mark("mtp4_dorsal", T, 178, 120, _FOOT, "fourth toe base joint"),
    Mark("mtp5_lat", L, 102, 16, _FOOT, "most outward place of the ball"),
    Mark(
        "mt5_tuberosity",
        L,
        26,
        18,
        _FOOT,
        "outer edge, midway between heel and little-toe base joint (WHO 2008)",
    ),
    Mark("mt2_base_dorsal", T, 145, 68, _FOOT, "top of the instep"),
    Mark("mt1_2_base_gap", T, 138, 81, _FOOT, "between the first two bones, in front of where they meet"),
    Mark("mt4_5_base_gap", T, 181, 54, _FOOT, "between the last two bones, in front of where they meet"),
    Mark("mtp2_3_gap_dorsal", T, 155, 133, _FOOT, "outer side of the second base joint"),
    Mark("mtp4_5_gap_dorsal", T, 185, 117, _FOOT, "outer side of the fourth base joint"),
    Mark("cuboid_inf_dep", L, 11, 21, _FOOT, "outer edge behind the bump"),
    Mark("toe_web_1_2", T, 135, 146, _FOOT, "skin between big and second toe"),
    Mark("toe_web_2_3", T, 155, 146, _FOOT, "skin between second and third toe"),
    Mark("toe_web_3_4", T, 170, 140, _FOOT, "skin between third and fourth toe"),
    Mark("toe_web_4_5", T, 185, 129, _FOOT, "skin between fourth and little toe"),
    Mark("sole_web_2_3", D, 155, 148, _FOOT, "web of second and third toe, from below"),
    Mark("sole_level", D, 150, -8, _FOOT, "lowest place of the heel; the floor"),
    Near("toe2_dip_plantar", (148, 8, 178), _FOOT, "last second-toe joint, sole"),
    Tip("toetip_1", "l-toe-1-3", "l-toe-1-2", _FOOT),
    Tip("toetip_2", "l-toe-2-4", "l-toe-2-3", _FOOT),
    Tip("toetip_3", "l-toe-3-4", "l-toe-3-3", _FOOT),
    Tip("toetip_4", "l-toe-4-4", "l-toe-4-3", _FOOT),
    Tip("toetip_5", "l-toe-5-4", "l-toe-5-3", _FOOT),
    Near(
        "nail_toe1_med",
        (120.3, 18.2, 179.4),
        _FOOT,
        "beside the root corner of the modelled nail of the big toe, inner side",
    ),
    Near(
        "nail_toe1_lat",
        (133.1, 19.6, 178.1),
        _FOOT,
        "beside the root corner of the modelled nail of the big toe, outer side",
    ),
    Near(
        "nail_toe2_lat",
        (152.2, 16.5, 185.0),
        _FOOT,
        "beside the root corner of the modelled nail of the second toe, outer side",
    ),
    Near(
        "nail_toe4_lat",
        (180.3, 18.1, 166.0),
        _FOOT,
        "beside the root corner of the modelled nail of the fourth toe, outer side",
    ),
    Near(
        "nail_toe5_lat",
        (193.5, 16.5, 150.0),
        _FOOT,
        "beside the root corner of the modelled nail of the little toe, outer side",
    ),
    # Extras.
    Near("ear_tip_folded", (81, 1597, 28), _HEAD, "highest place of the ear"),
    Mark("orbit_inf_lat", F, 45, 1578, _HEAD, "outer end of the lower rim"),
    Mark("orbit_inf_med", F, 18, 1576, _HEAD, "inner end of the lower rim"),
    Mark("nasolabial_top", F, 15, 1566, _HEAD, "upper end of the smile line"),
)
