"""Write assets/body_maps/points_<figure>.json: every point on both figures and their pictures.

python tools/bake_points.py            write both files
python tools/bake_points.py --check    only tell whether they are up to date
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src")]

from acupress_desktop.content.atlas_files import read_atlas  # noqa: E402
from acupress_desktop.content.body_files import read_body_model, read_body_views  # noqa: E402
from acupress_desktop.content.how_to_files import read_how_to  # noqa: E402
from acupress_desktop.content.landmark_files import read_landmarks  # noqa: E402
from acupress_desktop.content.placed_point_files import written_points  # noqa: E402
from acupress_desktop.domain.anatomy.locate import Locator  # noqa: E402
from acupress_desktop.domain.anatomy.placing import followed_by, placed_figure  # noqa: E402

ASSETS = ROOT / "assets"


def documents() -> dict[str, bytes]:
    """Compute both figures."""
    atlas, landmarks = read_atlas(ASSETS), read_landmarks(ASSETS)
    model = read_body_model(ASSETS / "body_maps")
    followed = followed_by(read_how_to(ASSETS, atlas).values())
    return {
        figure.figure: written_points(
            placed_figure(
                figure.figure, Locator(model.shaped(figure.shape), landmarks, atlas), figure.views, followed
            )
        )
        for figure in read_body_views(ASSETS / "body_maps")
    }


def differs(old: object, new: object) -> bool:
    """Tell whether two documents differ by more than rounding on another machine."""
    if isinstance(old, dict) and isinstance(new, dict):
        keys = {key for each in (old, new) for key in each if each[key] not in ({}, None)}
        return any(differs(old.get(key), new.get(key)) for key in keys)
    if isinstance(old, list) and isinstance(new, list):
        return len(old) != len(new) or any(map(differs, old, new))
    if isinstance(old, int | float) and isinstance(new, int | float):
        return not np.isclose(old, new, atol=0.2)
    return old != new


def main() -> int:
    """Write both files, or compare them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--check", action="store_true")
    wanted = parser.parse_args()
    stale = 0
    for figure, document in documents().items():
        path = ASSETS / "body_maps" / f"points_{figure}.json"
        if wanted.check:
            stale |= differs(json.loads(path.read_text(encoding="utf-8")), json.loads(document))
        else:
            path.write_bytes(document)
    return stale


if __name__ == "__main__":
    sys.exit(main())
