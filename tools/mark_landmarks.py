"""Write assets/body_maps/landmarks.jsonl: every mark as a place of the mesh topology.

python tools/mark_landmarks.py            write the file
python tools/mark_landmarks.py --check    only tell whether the file is up to date
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

from landmarks import derived, kinds, marks  # noqa: E402

from acupress_desktop.content.body_files import read_body_model  # noqa: E402
from acupress_desktop.domain.anatomy.body import Body, Floats  # noqa: E402
from acupress_desktop.domain.anatomy.shape import BodyShape  # noqa: E402
from acupress_desktop.domain.anatomy.surface import Surface, SurfaceAnchor  # noqa: E402

_FAR_MM = 3000.0
_SAME_MM = 0.05


def anchored(body: Body, surface: Surface, mark: object) -> tuple[SurfaceAnchor, str]:
    """Return where a mark lies on the mesh, and in words how it was made."""
    match mark:
        case kinds.Mark(_, look, first, second, parts, how, _):
            origin, direction = _line_of_sight(look, first, second)
            where = f"picked on the {look.value} view of the average body at {first:g}, {second:g} mm"
            return surface.ray(origin, direction, parts), f"{where}: {how}"
        case kinds.Near(_, place, parts, how, _):
            where = f"skin nearest to {place[0]:g}, {place[1]:g}, {place[2]:g} mm on the average body"
            return surface.nearest(np.array(place, dtype=float), parts), f"{where}: {how}"
        case kinds.Tip(_, joint, before, parts):
            end, start = body.joints_mm[joint], body.joints_mm[before]
            axis = (end - start) / np.linalg.norm(end - start)
            found = surface.nearest(end + axis * 12.0, parts)
            return found, f"computed: the skin farthest out along the last bone ({joint})"
        case _:
            message = f"unknown mark {mark!r}"
            raise TypeError(message)


def _line_of_sight(look: kinds.Look, first: float, second: float) -> tuple[Floats, Floats]:
    match look:
        case kinds.Look.FRONT:
            return np.array((first, second, _FAR_MM)), np.array((0.0, 0.0, -1.0))
        case kinds.Look.BACK:
            return np.array((first, second, -_FAR_MM)), np.array((0.0, 0.0, 1.0))
        case kinds.Look.LEFT:
            return np.array((_FAR_MM, second, first)), np.array((-1.0, 0.0, 0.0))
        case kinds.Look.RIGHT:
            return np.array((-_FAR_MM, second, first)), np.array((1.0, 0.0, 0.0))
        case kinds.Look.TOP:
            return np.array((first, _FAR_MM, second)), np.array((0.0, -1.0, 0.0))
        case kinds.Look.BOTTOM:
            return np.array((first, -_FAR_MM, second)), np.array((0.0, 1.0, 0.0))


def average_body() -> Body:
    """Return the body that the marks are made on."""
    return read_body_model(ROOT / "assets" / "body_maps").shaped(BodyShape())


def rows(body: Body) -> list[dict[str, object]]:
    """Return every landmark as it is written."""
    surface = Surface(body)
    found: list[dict[str, object]] = []
    for sides, group in (("midline", marks.MIDLINE), ("paired", marks.PAIRED)):
        for mark in group:
            anchor, how = anchored(body, surface, mark)
            weights = [round(weight, 5) for weight in anchor.weights]
            row: dict[str, object] = {"id": mark.id, "sides": sides, "face": anchor.face, "weights": weights}
            row["made"] = how
            if getattr(mark, "own", False):
                row["own_choice"] = True
            found.append(row)
    for sides, rules in (("midline", derived.MIDLINE), ("paired", derived.PAIRED)):
        found += [
            {"id": rule.id, "sides": sides, "rule": rule.rule, "own_choice": rule.own} for rule in rules
        ]
    found += [{"id": name, "sides": "midline", "absent": True} for name in derived.ABSENT]
    return found


def differs(body: Body, old: str, new: str) -> bool:
    """Tell whether two files differ by more than the last digit of a weight, as a place on ``body``.

    A mark on the midline lies on the edge of two faces; which of them is named depends on the processor.
    """
    before, after = ([json.loads(line) for line in text.splitlines()] for text in (old, new))
    if len(before) != len(after):
        return True
    for first, second in zip(before, after, strict=True):
        if _but_place(first) != _but_place(second):
            return True
        if "face" in first and np.linalg.norm(_place(body, first) - _place(body, second)) > _SAME_MM:
            return True
    return False


def _but_place(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key not in ("face", "weights")}


def _place(body: Body, row: dict[str, Any]) -> Floats:
    first, second, third = row["weights"]
    return SurfaceAnchor(row["face"], (first, second, third)).position_mm(body)


def main() -> int:
    """Write the file, or compare it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--check", action="store_true")
    wanted = parser.parse_args()
    body = average_body()
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows(body))
    path = ROOT / "assets" / "body_maps" / "landmarks.jsonl"
    if wanted.check:
        return int(differs(body, path.read_text(encoding="utf-8"), text))
    path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
