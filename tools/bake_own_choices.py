"""Write into assets/atlas/points.jsonl which numbers of our own choosing each rule leans on.

python tools/bake_own_choices.py            write the field `leans_on_own` of every point
python tools/bake_own_choices.py --check    only tell whether it is up to date
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src")]

from acupress_desktop.content.atlas_files import read_atlas  # noqa: E402
from acupress_desktop.content.landmark_files import read_landmarks  # noqa: E402
from acupress_desktop.domain.anatomy.own_choices import own_choices  # noqa: E402
from acupress_desktop.domain.ids import PointCode  # noqa: E402

ASSETS = ROOT / "assets"
TARGET = ASSETS / "atlas" / "points.jsonl"


def text() -> str:
    """Return the file as it should be."""
    atlas, landmarks = read_atlas(ASSETS), read_landmarks(ASSETS)
    rules = {point.code: point.rule for point in atlas}
    lines = []
    for line in TARGET.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        other = row.pop("alternative", None)
        row["leans_on_own"] = list(own_choices(rules[PointCode(row["code"])], landmarks, rules))
        if other is not None:
            row["alternative"] = other
        lines.append(json.dumps(row, ensure_ascii=False))
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write the file, or compare it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--check", action="store_true")
    wanted = parser.parse_args()
    made = text()
    if wanted.check:
        return int(TARGET.read_text(encoding="utf-8") != made)
    TARGET.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
