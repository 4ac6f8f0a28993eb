"""Print the points whose rule lies farthest from where the mesh carries the average body's point.

    python tools/worst_points.py [COUNT]    ten without COUNT, each point once, on its worst body

For each: the body, the distance in cun and in mm by direction, the rule, and the reason under which the
tests name it, if they do. A new entry at the top is the first sign of a landmark that slid or a rule that
went astray.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from acupress_desktop.domain.anatomy.shape import BodyShape  # noqa: E402
from acupress_desktop.domain.ids import PointCode  # noqa: E402
from acupress_desktop.domain.sides import SiteSide  # noqa: E402
from tests.domain.anatomy.anatomy_bodies import (  # noqa: E402
    AVERAGE,
    SHAPES,
    atlas,
    body,
    carried_gaps_cun,
    located,
)
from tests.domain.anatomy.test_points_on_bodies import APART  # noqa: E402

WAYS = (("outward", "inward"), ("higher", "lower"), ("forward", "back"))
SMALL_MM = 3.0


def worst() -> list[tuple[float, PointCode, str]]:
    """Return every point once, with its largest distance in cun and the body of it, worst first."""
    found: dict[PointCode, tuple[float, str]] = {}
    for name, shape in SHAPES.items():
        for code, gap in carried_gaps_cun(shape).items():
            if gap > found.get(code, (0.0, ""))[0]:
                found[code] = (gap, name)
    return sorted(((gap, code, name) for code, (gap, name) in found.items()), reverse=True)


def facts(code: PointCode, name: str) -> list[str]:
    """Return what helps to find the cause, a line each."""
    shape: BodyShape = SHAPES[name]
    site = atlas()[code].sites[0]
    row, average = located(shape)[code, site], located(AVERAGE)[code, site]
    if row.position_mm is None or average.anchor is None:
        return []
    apart = np.array(row.position_mm) - average.anchor.position_mm(body(shape))
    sign = -1.0 if site is SiteSide.RIGHT else 1.0
    ways = [
        f"{abs(step):.0f} mm {words[0] if step > 0.0 else words[1]}"
        for step, words in zip(apart * (sign, 1.0, 1.0), WAYS, strict=True)
        if abs(step) > SMALL_MM
    ]
    scales = ", ".join(f"{scale.value} {cun:.1f} mm" for scale, cun in row.cun_mm) or "none"
    reasons = [reason for reason, points in APART.items() if name in points.get(code, "").split()]
    return [
        f"body: sex {shape.sex:g}, {shape.height_cm:g} cm, {shape.weight_kg:g} kg, {shape.age:g} years",
        f"the rule lies {', '.join(ways)} of the carried place",
        f"rule: {atlas()[code].rule_text}   cun: {scales}",
        f"reason named in the tests: {'; '.join(reasons) or 'none'}",
    ]


def main() -> int:
    """Print them."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    for gap, code, name in worst()[:count]:
        print(f"{code:6} {gap:.2f} cun on {name}")
        for line in facts(code, name):
            print(f"       {line}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
