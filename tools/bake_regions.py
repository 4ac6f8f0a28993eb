"""Write assets/body_maps/region_faces.npz: which region every face of the mesh belongs to.

    python tools/bake_regions.py

Limbs are cut along their own axes and by the angle round them, the trunk by planes through
landmarks of the average body; skin weights are not used, their borders are ragged. Right is
the mirror of left. `face_region` indexes `regions` and `sides`.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tools"), str(ROOT / "src")]

from region_sorting import limbs, torso  # noqa: E402
from region_sorting.sorter import Sorter  # noqa: E402


def main() -> int:
    """Sort all faces and write them."""
    sorter = Sorter()
    for sort in (torso.head, torso.trunk, limbs.arm, limbs.hand, limbs.leg, limbs.foot):
        sort(sorter)
    left_over = int((sorter.region == "").sum())
    if left_over:
        print(f"{left_over} faces have no region", file=sys.stderr)
        return 1
    sorter.smoothed()
    sorter.write()
    return 0


if __name__ == "__main__":
    sys.exit(main())
