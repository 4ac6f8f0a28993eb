"""Write assets/body_maps/points_<figure>.json: every point on both figures and their pictures.

python tools/bake_points.py            write both files
python tools/bake_points.py --check    only tell whether they are up to date
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src")]

from acupress_desktop.content.atlas_files import read_atlas  # noqa: E402
from acupress_desktop.content.body_files import (  # noqa: E402
    FigureViews,
    read_body_model,
    read_body_views,
)
from acupress_desktop.content.landmark_files import read_landmarks  # noqa: E402
from acupress_desktop.domain.anatomy.landmarks import LandmarkSides  # noqa: E402
from acupress_desktop.domain.anatomy.locate import Locator  # noqa: E402
from acupress_desktop.domain.anatomy.rules import LandmarkId  # noqa: E402
from acupress_desktop.domain.anatomy.surface import SurfaceAnchor  # noqa: E402
from acupress_desktop.domain.anatomy.views import BodyView  # noqa: E402
from acupress_desktop.domain.ids import PointCode  # noqa: E402
from acupress_desktop.domain.sides import Side, SiteSide  # noqa: E402

ASSETS = ROOT / "assets"


def measured_from(assets: Path) -> tuple[set[str], set[PointCode]]:
    """Return the landmarks, and the points, that instructions name."""
    raw = tomllib.loads((assets / "atlas" / "how_to.toml").read_text(encoding="utf-8"))["points"]
    landmarks: set[str] = set()
    points = {PointCode(code) for code in raw}
    for row in raw.values():
        measure = row.get("measure", {})
        landmarks |= {measure[key] for key in ("from_landmark",) if key in measure}
        points |= {PointCode(measure[key]) for key in ("from_point",) if key in measure}
    return landmarks, points


def pixels(
    locator: Locator, anchor: SurfaceAnchor, site: SiteSide, views: Sequence[BodyView]
) -> tuple[dict[str, list[float]], dict[str, list[float]]]:
    """Return where the pictures show a place, and where it would be on those that hide it."""
    surface, body = locator.places.surface, locator.body
    limb = Side.RIGHT if site is SiteSide.RIGHT else Side.LEFT
    shown: dict[str, list[float]] = {}
    hidden: dict[str, list[float]] = {}
    position = anchor.position_mm(body)
    plain = anchor.mirrored(body.model) if limb is Side.RIGHT else anchor
    for view in views:
        part = anchor if len(view.parts) == len(body.model.part_names) else plain
        if locator.places.part(part) not in view.parts:
            continue
        place = [round(value, 1) for value in view.place_px(position, limb)]
        if view.shows(surface, anchor, limb):
            shown[view.id] = place
        elif 0.0 <= place[0] <= view.camera.width_px and 0.0 <= place[1] <= view.camera.height_px:
            hidden[view.id] = place
    return shown, hidden


def rounded(values: Iterable[float], digits: int) -> list[float]:
    """Round to what matters, and keep zero free of a sign."""
    return [round(float(value), digits) + 0.0 for value in values]


def figure_document(
    figure: FigureViews, locator: Locator, landmarks: set[str], followed: set[PointCode]
) -> dict[str, object]:
    """Return what is written for one figure."""
    points = []
    for row in locator.locate_all():
        if row.anchor is None or row.position_mm is None or row.normal is None:
            continue
        shown, hidden = pixels(locator, row.anchor, row.side, figure.views)
        entry: dict[str, object] = {
            "code": row.code,
            "side": row.side.value,
            "region": row.region,
            "position_mm": rounded(row.position_mm, 2),
            "normal": rounded(row.normal, 4),
            "uncertainty_mm": round(row.uncertainty_mm, 2),
            "uncertainty_measured": row.uncertainty_measured,
            "cun_mm": {scale.value: round(cun, 3) for scale, cun in row.cun_mm},
            "shown": shown,
        }
        if row.code in followed and hidden:
            entry["hidden"] = hidden
        points.append(entry)
    marks = [
        landmark_entry(locator, LandmarkId(name), site, figure.views)
        for name in sorted(landmarks)
        for site in sites_of(locator, LandmarkId(name))
    ]
    return {"schema": 1, "figure": figure.figure, "points": points, "landmarks": marks}


def sites_of(locator: Locator, name: LandmarkId) -> tuple[SiteSide, ...]:
    """Return both sides of a paired landmark, or the midline."""
    landmark = locator.places.landmarks[name]
    sides = getattr(landmark, "sides", LandmarkSides.MIDLINE)
    if sides is LandmarkSides.PAIRED:
        return (SiteSide.LEFT, SiteSide.RIGHT)
    return (SiteSide.MIDLINE,)


def landmark_entry(
    locator: Locator, name: LandmarkId, site: SiteSide, views: Sequence[BodyView]
) -> dict[str, object]:
    """Return what is written for one side of a landmark."""
    anchor = locator.places.landmark(name, site)
    shown, hidden = pixels(locator, anchor, site, views)
    return {
        "id": name,
        "side": site.value,
        "position_mm": rounded(anchor.position_mm(locator.body), 2),
        "shown": shown,
        "hidden": hidden,
    }


def documents() -> dict[str, dict[str, object]]:
    """Compute both figures."""
    atlas, landmarks = read_atlas(ASSETS), read_landmarks(ASSETS)
    model = read_body_model(ASSETS / "body_maps")
    names, followed = measured_from(ASSETS)
    return {
        figure.figure: figure_document(
            figure, Locator(model.shaped(figure.shape), landmarks, atlas), names, followed
        )
        for figure in read_body_views(ASSETS / "body_maps")
    }


def text_of(document: dict[str, object]) -> str:
    """Write one point or landmark a line, so that a change shows as a line."""
    parts = []
    for key, value in document.items():
        if isinstance(value, list):
            rows = ",\n".join(json.dumps(row, separators=(",", ":")) for row in value)
            parts.append(f"{json.dumps(key)}: [\n{rows}\n]")
        else:
            parts.append(f"{json.dumps(key)}: {json.dumps(value)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def differs(old: object, new: object) -> bool:
    """Tell whether two documents differ by more than rounding on another machine."""
    if isinstance(old, dict) and isinstance(new, dict):
        return old.keys() != new.keys() or any(differs(old[key], new[key]) for key in old)
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
            stale |= differs(json.loads(path.read_text(encoding="utf-8")), document)
        else:
            path.write_text(text_of(document), encoding="utf-8")
    return stale


if __name__ == "__main__":
    sys.exit(main())
