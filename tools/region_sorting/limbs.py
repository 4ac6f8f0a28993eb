"""Arms and legs, cut along their axes and by the angle round them."""

from __future__ import annotations

import numpy as np

from .sorter import Sorter


def arm(s: Sorter) -> None:
    """Sort upper arm and forearm round their axes, wrist and elbow as rings."""
    arm = np.isin(s.part, ("upper_arm", "forearm"))
    run, angle, length = s.along("shoulder", "elbow")
    down = run - length  # beyond the elbow joint is positive
    upper = arm & (s.part == "upper_arm")
    fold = s.at("axillary_fold_ant")[1]
    high = upper & (s.y > fold + 8)
    rear = high & (s.nz < -0.45)
    s.put("arm-posterior", rear & (s.y < fold + 50) & (s.x > s.point("SI9")[0] + 22))
    s.put("shoulder-posterior", rear & (s.y < s.at("acromial_angle")[1] - 6))
    s.put("shoulder", high)
    ring = arm & (down > -34.0) & (down < 16.0)
    s.quarters(
        ring,
        angle,
        {
            "anterior": "elbow-anterior",
            "lateral": "elbow-lateral",
            "medial": "elbow-medial",
            "posterior": "elbow-posterior",
        },
        (-42.0, 32.0, 125.0, -138.0),
    )
    s.quarters(
        upper,
        angle,
        {
            "anterior": "arm-anterior",
            "lateral": "arm-lateral",
            "medial": "arm-medial",
            "posterior": "arm-posterior",
        },
        (-50.0, 35.0, 128.0, -128.0),
    )
    run, angle, length = s.along("elbow", "hand")
    left_mm = length - run  # to the wrist joint
    low = arm & (left_mm > 6.0)
    s.put("forearm-radial", low & (left_mm < 0.2 * length) & (angle > 62) & (angle < 108))
    s.put("forearm-anterior", low & (angle > -92) & (angle < 52))
    s.put("forearm-posterior", low)


def hand(s: Sorter) -> None:
    """Sort wrist, palm, back of the hand and fingers."""
    limb = np.isin(s.part, ("forearm", "hand")) & (s.region == "")
    palmar = s.nz > 0.15
    run, _, _ = s.along("hand", "finger-3-1")
    s.put("wrist-palmar", limb & (run < 12.0) & palmar)
    s.put("wrist-dorsal", limb & (run < 12.0))
    for web in ("1_2", "2_3", "3_4", "4_5"):
        s.put("hand-dorsum", limb & ~palmar & s.near(s.at(f"finger_web_{web}"), 6.0))
    named = ("thumb", "index", "middle", "ring", "little")
    away = np.stack([s.from_bones(f"finger-{number}", 4) for number in range(1, 6)])
    nearest = away.argmin(axis=0)
    starts = (6.0, -8.0, 2.0, 2.0, -11.0)
    for number, (name, start) in enumerate(zip(named, starts, strict=True), start=1):
        reach, _, _ = s.along(f"finger-{number}-1", f"finger-{number}-2")
        finger = limb & (nearest == number - 1) & (away.min(axis=0) < 17.0) & (reach > start)
        if number > 1:
            palm_side = (s.nz > 0.35) & (s.ny > -0.8) & (reach > 4.0)
            s.put("finger-palmar", finger & palm_side)
        s.put(f"finger-{name}", finger)
    edge = s.at("mcp5_uln")[0]
    s.put("hand-ulnar", limb & (s.nx < -0.55) & (s.x < edge + 8))
    s.put("palm", limb & palmar)
    s.put("hand-dorsum", limb)


def leg(s: Sorter) -> None:
    """Sort thigh, knee and lower leg."""
    limb = np.isin(s.part, ("thigh", "shin", "foot"))
    knee = s.joints["l-knee"][1]
    thigh = limb & (s.part == "thigh")
    pubis = s.at("pubic_symphysis_sup")[1]
    s.put(
        "buttock",
        thigh & (s.nz < -0.2) & (s.y > s.at("gluteal_fold_mid")[1] - 8) & (s.x < 150),
    )
    s.put("groin", thigh & (s.nz > 0) & (s.y > pubis - 26) & (s.x > 28) & (s.x < 112))
    s.put("hip", thigh & (s.y > s.at("greater_trochanter")[1] - 35) & (s.x > 118))
    _, angle, _ = s.along("upper-leg", "knee")
    ring = limb & (s.y < knee + 44) & (s.y > knee - 32)
    s.quarters(
        ring,
        angle,
        {
            "anterior": "knee-anterior",
            "lateral": "knee-lateral",
            "medial": "knee-medial",
            "posterior": "knee-posterior",
        },
        (-58.0, 48.0, 138.0, -128.0),
    )
    s.quarters(
        thigh,
        angle,
        {
            "anterior": "thigh-anterior",
            "lateral": "thigh-lateral",
            "medial": "thigh-medial",
            "posterior": "thigh-posterior",
        },
        (-34.0, 52.0, 132.0, -132.0),
    )
    run, angle, length = s.along("knee", "ankle")
    low = limb & (s.part != "foot") & (run < length - 30)
    s.quarters(
        low,
        angle,
        {
            "anterior": "leg-anterior",
            "lateral": "leg-lateral",
            "medial": "leg-medial",
            "posterior": "leg-posterior",
        },
        (-26.0, 30.0, 128.0, -150.0),
    )


def foot(s: Sorter) -> None:
    """Sort ankle, foot and toes."""
    limb = np.isin(s.part, ("shin", "foot")) & (s.region == "")
    x, y, z = s.x, s.y, s.z
    for web in ("1_2", "2_3", "3_4", "4_5"):
        s.put("foot-dorsum", limb & (s.ny > 0.2) & s.near(s.at(f"toe_web_{web}"), 6.0))
    # There is no leaf of its own for the third toe; it counts with the second.
    named = ("great", "second", "second", "fourth", "little")
    away = np.stack([s.from_bones(f"toe-{number}", 3 if number == 1 else 4) for number in range(1, 6)])
    nearest = away.argmin(axis=0)
    starts = (-12.0, 6.0, 5.0, 5.0, -17.0)
    for number, (name, start) in enumerate(zip(named, starts, strict=True), start=1):
        reach, _, _ = s.along(f"toe-{number}-1", f"toe-{number}-2")
        close = away.min(axis=0) < (19.0 if number == 1 else 15.0)
        toe = limb & (nearest == number - 1) & close & (reach > start)
        s.put("toe-plantar", toe & (s.ny < -0.5) & (reach > 12.0))
        s.put(f"toe-{name}", toe)
    s.put("foot-sole", limb & (s.ny < -0.45) & (y < 34))
    inner, outer = s.at("med_malleolus"), s.at("lat_malleolus")
    middle = (inner[0] + outer[0]) / 2.0
    low_inner = np.where(z > inner[2] + 10, inner[1] - 27, inner[1] - 15)
    front = (s.nz > 0.55) & (z > 18)
    s.put("ankle-anterior", limb & front & (y > s.at("ankle_front_mid")[1] - 9))
    s.put("ankle-medial", limb & (x < middle) & (y > low_inner) & (z < 45) & (s.ny < 0.55))
    s.put("ankle-lateral", limb & (x >= middle) & (y > outer[1] - 11) & (z < 36) & (s.ny < 0.55))
    s.put("foot-medial", limb & (s.nx < -0.45) & (s.ny < 0.62))
    s.put("foot-lateral", limb & (s.nx > 0.6) & (y < 50))
    s.put("foot-medial", limb & (z < 0) & (x < middle) & (y < 60))
    s.put("foot-lateral", limb & (z < 0) & (y < 60))
    s.put("foot-dorsum", limb)
