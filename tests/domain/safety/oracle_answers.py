"""Every risky answer to every question, one by one."""

from __future__ import annotations

from tests.domain.safety.oracle import ONLY_TOLD, REFERS

YES_NO = (
    *REFERS,
    *ONLY_TOLD,
    *("today_numb_weak", "today_leg", "dark_thoughts", "neck_shoulder_knock", "neck_shoulder_neck_history"),
    *("low_back_small_fall", "low_back_steroids", "low_back_first_time", "low_back_constant_at_night"),
    *("low_back_new_shape", "low_back_upper", "low_back_past_cancer", "headache_new_or_changed"),
    *("muscle_soreness_one_side_swollen", "morning_stiffness", "walking_leg_pain", "sedating_medicine"),
    *("blood_thinner", "antiplatelet", "fragile_skin", "thin_bones", "artery_or_stroke", "diabetic_foot"),
    *("breathing_conditions", "belly_condition", "eye_condition", "leg_arteries", "head_condition"),
    *("hip_limits", "today_pregnant", "today_changed"),
)
EMERGENCIES = (
    *(f"E{number:02}" for number in range(1, 19)),
    *("E07b", "E11b", "R11b", "R13"),
)
_CHOICES = {
    "today_ill": ("yes", "drowsy"),
    "night_pain": ("yes", "yes_eased"),
    "recent_birth": ("yes", "yes_caesarean"),
    "past_clot": ("yes", "yes_cleared"),
    "bleeding_disorder": ("yes", "yes_cleared"),
    "heart_condition": ("yes", "yes_unstable"),
}
_SIGNS = {
    "today_injury_signs": ("swollen_or_bent", "blow_to_head_or_neck", "any_fall"),
    "today_pregnant_signs": ("high_risk", "bleeding", "tightenings", "moves_less", "waters", "itching"),
}
_PLACES: dict[str, tuple[tuple[str, str | None], ...]] = {
    "fracture": (("wrist-dorsal", "left"), ("ankle-lateral", "right"), ("chest-lower", "left")),
    "recent_surgery": (("abdomen-upper", "right"), ("knee-anterior", "left"), ("head-side", "left")),
    "cancer": (("spine", None), ("chest-upper", "left")),
    "lymph_nodes": (("axilla", "left"), ("groin", "right"), ("neck", "left")),
    "pacemaker_or_implant": (("chest-upper", "left"),),
    "numb_area": (("feet", None), ("hand", "right")),
    "varicose_veins": (("leg-medial", "left"),),
    "joint_flare": (("knee", "right"), ("hand", "left")),
    "no_touch": (("abdomen", None), ("area-face", None)),
}
_SORE_SKIN: tuple[tuple[str, str | None], ...] = (
    ("hand-dorsum", "right"),
    ("hand", None),
    ("leg-lateral", "left"),
)


def _tap(region: str, side: str | None) -> list[dict[str, object]]:
    return [{"region": region, "side": side}]


def risky_answers() -> list[dict[str, object]]:
    """Every risky answer there is, with the follow-ups it opens; one tap of each kind for places."""
    found: list[dict[str, object]] = [
        {question: answer} for question in YES_NO for answer in ("yes", "unsure")
    ]
    found += [{"today_emergency": [sign]} for sign in EMERGENCIES]
    found.append({"today_emergency": "unsure"})
    found += [{question: option} for question, options in _CHOICES.items() for option in (*options, "unsure")]
    found += [{"today_numb_weak": "yes", "today_numb_weak_sudden": one} for one in ("yes", "unsure")]
    found += [{"today_ill": "yes", "today_ill_fever": one} for one in ("yes", "unsure")]
    for sign in (*_SIGNS["today_injury_signs"], "unsure"):
        signs: object = sign if sign == "unsure" else [sign]
        found.append({"today_skin_injury": _tap("neck-posterior", None), "today_injury_signs": signs})
    for sign in (*_SIGNS["today_pregnant_signs"], "unsure"):
        signs = sign if sign == "unsure" else [sign]
        found.append({"today_pregnant": "yes", "today_pregnant_signs": signs})
    found += [{"today_skin_injury": _tap(*place)} for place in _SORE_SKIN]
    found.append({"today_skin_injury": "unsure"})
    for opener, places in _PLACES.items():
        found += [{opener: "yes", f"{opener}_where": _tap(*place)} for place in places]
        found += [{opener: "yes", f"{opener}_where": "unsure"}, {opener: "unsure"}]
    return found


def questions_known() -> set[str]:
    """Every question that an answer above answers."""
    return {question for answers in risky_answers() for question in answers}
