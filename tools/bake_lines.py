"""Write assets/body_maps/skin_lines.npz: meridians, creases, bones and levels as places of the mesh.

python tools/bake_lines.py            write the file
python tools/bake_lines.py --check    only tell whether it is up to date

Every line is laid on the average body: from stop to stop along the skin, then evened out with its stops
held fast. Stops are points (placed by rule) and landmarks; nothing is drawn by eye.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src")]

from acupress_desktop.content.atlas_files import read_atlas  # noqa: E402
from acupress_desktop.content.body_files import read_body_model  # noqa: E402
from acupress_desktop.content.landmark_files import read_landmarks  # noqa: E402
from acupress_desktop.domain.anatomy.landmarks import LandmarkSides  # noqa: E402
from acupress_desktop.domain.anatomy.places import BodyPlaces  # noqa: E402
from acupress_desktop.domain.anatomy.rules import LandmarkId  # noqa: E402
from acupress_desktop.domain.anatomy.shape import BodyShape  # noqa: E402
from acupress_desktop.domain.anatomy.surface import NoSurfaceError, SurfaceAnchor  # noqa: E402
from acupress_desktop.domain.guide_lines import LineLayer  # noqa: E402
from acupress_desktop.domain.ids import PointCode  # noqa: E402
from acupress_desktop.domain.sides import SiteSide  # noqa: E402

Floats = npt.NDArray[np.float64]
ASSETS: Final = ROOT / "assets"
FILE: Final = ASSETS / "body_maps" / "skin_lines.npz"
SCHEMA: Final = 1
STEP_MM: Final = 5.0
SMOOTHING_ROUNDS: Final = 24
WEIGHT_STEPS: Final = 255
LONGEST_DETOUR: Final = 1.9

PAIRED, MIDLINE = LandmarkSides.PAIRED, LandmarkSides.MIDLINE


def _codes(meridian: str, *stretches: tuple[int, int] | int) -> tuple[str, ...]:
    found: list[str] = []
    for stretch in stretches:
        first, last = (stretch, stretch) if isinstance(stretch, int) else stretch
        found += [f"{meridian}{number}" for number in range(first, last + 1)]
    return tuple(found)


MERIDIANS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("LU", _codes("LU", (1, 11))),
    ("LI", _codes("LI", (1, 20))),
    ("ST", _codes("ST", (1, 8))),
    ("ST", _codes("ST", 5, (9, 45))),
    ("SP", _codes("SP", (1, 21))),
    ("HT", _codes("HT", (1, 9))),
    ("SI", _codes("SI", (1, 19))),
    ("BL", _codes("BL", (1, 30))),
    ("BL", _codes("BL", 30, (31, 40), (55, 67))),
    ("BL", _codes("BL", 10, (41, 54), 40)),
    ("KI", _codes("KI", (1, 10))),
    ("KI", _codes("KI", (11, 27))),
    ("PC", _codes("PC", (1, 9))),
    ("TE", _codes("TE", (1, 23))),
    ("GB", _codes("GB", (1, 44))),
    ("LR", _codes("LR", (1, 14))),
    ("GV", _codes("GV", (2, 27))),
    ("CV", _codes("CV", (2, 24))),
)
"""In the order of the numbers. Where a line forks, each branch starts at the point where it leaves; the
stretch from KI10 to KI11 through the groin is left out, and GV1, GV28 and CV1 have no place on the skin."""

LINES: Final[tuple[tuple[str, LineLayer, LandmarkSides, tuple[str, ...]], ...]] = (
    ("hairline", LineLayer.CREASES, PAIRED, ("ant_hairline_mid", "hairline_corner", "temple_hairline_post")),
    ("elbow_crease", LineLayer.CREASES, PAIRED, ("cubital_crease_med", "cubital_crease_mid", "LI11")),
    ("knee_fold", LineLayer.CREASES, PAIRED,
     ("popliteal_crease_lat", "popliteal_crease_mid", "popliteal_crease_med_end")),
    ("collarbone", LineLayer.BONES, PAIRED, ("clavicle_inner", "clavicle_middle", "clavicle_outer")),
    ("breastbone", LineLayer.BONES, MIDLINE,
     ("suprasternal_notch", "sternal_angle", "xiphisternal_junction")),
    ("shoulder_blade", LineLayer.BONES, PAIRED,
     ("acromial_angle", "scapular_spine_mid", "scapular_spine_med", "scapular_med_border",
      "scapular_inf_angle")),
    ("hip_bone", LineLayer.BONES, PAIRED, ("asis", "iliac_crest_top", "psis")),
    ("sacrum", LineLayer.BONES, PAIRED, ("psis", "sacral_foramen_4", "sacral_hiatus")),
)  # fmt: skip
"""Open lines through landmarks and points."""

KNEECAP: Final = ("patella_base_lat", "patella_base_mid", "patella_base_med", "patella_apex")
KNOBS: Final = (
    ("outer_ankle_bone", "lat_malleolus", 12.0),
    ("inner_ankle_bone", "med_malleolus", 13.0),
    ("knob_below_knee", "fibula_head", 12.0),
    ("elbow_tip", "olecranon_tip", 12.0),
    ("outer_elbow_knob", "lat_epicondyle", 10.0),
    ("inner_elbow_knob", "med_epicondyle", 10.0),
    ("hip_side_bone", "greater_trochanter", 20.0),
)
"""Bones that can be felt, as rings; their sizes are our own choice, for the eye only."""
WRISTS: Final = (("wrist_crease", "wrist_palmar_mid"), ("ankle_crease", "ankle_front_mid"))
VERTEBRAE: Final = ("C7", *(f"T{n}" for n in range(1, 13)), *(f"L{n}" for n in range(1, 6)))
VERTEBRA_HALF_MM: Final = 14.0
RIB_SPACES: Final = tuple(f"ics_{n}" for n in range(1, 8))
RIB_FROM_TO_MM: Final = (24.0, 96.0)


@dataclass(frozen=True, slots=True)
class Path3:
    """A line on the average body: places, and which of them are stops."""

    anchors: tuple[SurfaceAnchor, ...]
    stops: tuple[tuple[str, int], ...] = ()


class Layer:
    """Lays lines on one body."""

    def __init__(self) -> None:
        atlas = read_atlas(ASSETS)
        self.codes = {point.code for point in atlas}
        model = read_body_model(ASSETS / "body_maps")
        self.body = model.shaped(BodyShape())
        self.places = BodyPlaces(self.body, read_landmarks(ASSETS), {p.code: p.rule for p in atlas})
        self.surface = self.places.surface
        self.midline = {point.code for point in atlas if not point.bilateral}

    def stop(self, name: str) -> SurfaceAnchor:
        """Return the left (or middle) place of a point or landmark."""
        if name in self.codes:
            code = PointCode(name)
            site = SiteSide.MIDLINE if code in self.midline else SiteSide.LEFT
            return self.places.point(code, site)[0]
        return self.places.landmark(LandmarkId(name), SiteSide.LEFT)

    def through(self, names: Sequence[str]) -> Path3:
        """Lay a line from stop to stop along the skin and even it out."""
        stops = [self.stop(name) for name in names]
        points: list[Floats] = [stops[0].position_mm(self.body)]
        at = [0]
        for first, second in pairwise(stops):
            points += self.between(first, second)
            points.append(second.position_mm(self.body))
            at.append(len(points) - 1)
        return Path3(
            self._evened(np.array(points), set(at), stops, at),
            tuple((name, index) for name, index in zip(names, at, strict=True)),
        )

    def between(self, first: SurfaceAnchor, second: SurfaceAnchor) -> list[Floats]:
        """Return the places between two stops: along the skin line, or under the straight one."""
        a, b = first.position_mm(self.body), second.position_mm(self.body)
        straight = float(np.linalg.norm(b - a))
        try:
            line = self.places.skin_line(first, second)
        except NoSurfaceError:
            line = None
        if line is not None and line.length_mm <= LONGEST_DETOUR * straight + STEP_MM:
            count = max(1, round(line.length_mm / STEP_MM))
            return [line.at(step / count).position_mm(self.body) for step in range(1, count)]
        count = max(1, round(straight / STEP_MM))
        return [
            self.surface.nearest(a + (b - a) * step / count).position_mm(self.body)
            for step in range(1, count)
        ]

    def _evened(
        self, points: Floats, fixed: set[int], stops: Sequence[SurfaceAnchor], at: Sequence[int]
    ) -> tuple[SurfaceAnchor, ...]:
        """Take the bends out between the stops, staying on the skin."""
        free = np.array([index for index in range(len(points)) if index not in fixed], dtype=int)
        anchors: dict[int, SurfaceAnchor] = dict(zip(at, stops, strict=True))
        for turn in range(SMOOTHING_ROUNDS):
            padded = np.concatenate((2 * points[:1] - points[1:2], points, 2 * points[-1:] - points[-2:-1]))
            bend = padded[:-2] + padded[2:] - 2 * points
            outer = np.concatenate((bend[:1], bend, bend[-1:]))
            points[free] -= (0.12 * (outer[:-2] + outer[2:] - 2 * bend))[free]
            points[free] += 0.04 * bend[free]
            if turn % 8 == 7:
                for index in free:
                    anchors[int(index)] = self.surface.nearest(points[index])
                    points[index] = anchors[int(index)].position_mm(self.body)
        return tuple(anchors[index] for index in range(len(points)))

    def ring(self, name: str, radius_mm: float) -> Path3:
        """Lay a ring round a landmark, flat against the skin there."""
        centre = self.stop(name)
        middle, normal = centre.position_mm(self.body), centre.normal(self.body)
        first = np.cross(normal, (0.0, 0.0, 1.0) if abs(normal[2]) < 0.9 else (0.0, 1.0, 0.0))
        first /= np.linalg.norm(first)
        second = np.cross(normal, first)
        turns = np.linspace(0.0, 2.0 * np.pi, 33)
        return Path3(
            tuple(
                self.surface.nearest(middle + radius_mm * (np.cos(turn) * first + np.sin(turn) * second))
                for turn in turns
            )
        )

    def kneecap(self) -> Path3:
        """Lay an oval between the edges of the kneecap."""
        outer, top, inner, bottom = (self.stop(name).position_mm(self.body) for name in KNEECAP)
        middle = (top + bottom) / 2.0
        tall, wide = (top - bottom) / 2.0, (outer - inner) / 2.0
        out = self.stop(KNEECAP[1]).normal(self.body) * float(np.linalg.norm(tall))
        turns = np.linspace(0.0, 2.0 * np.pi, 49)
        return Path3(
            tuple(
                self.surface.nearest(middle + out * 0.3 + np.cos(turn) * tall + np.sin(turn) * wide)
                for turn in turns
            )
        )

    def round_joint(self, name: str) -> Path3:
        """Lay a line round the front half of a limb at a crease."""
        place = self.stop(name)
        part = self.places.part(place)
        joints = self.body.joints_mm
        axis = joints["l-hand"] - joints["l-elbow"] if part.startswith(("forearm", "hand")) else None
        axis = joints["l-ankle"] - joints["l-knee"] if axis is None else axis
        where = place.position_mm(self.body)
        sides = (
            ("forearm_left", "hand_left")
            if part.startswith(("forearm", "hand"))
            else ("shin_left", "foot_left")
        )
        curves = self.surface.section(where, axis, sides)
        curve = min(curves, key=lambda line: float(np.linalg.norm(line.points_mm - where, axis=1).min()))
        count = round(curve.length_mm / STEP_MM)
        around = [curve.at(step / count) for step in range(count + 1)]
        front = place.normal(self.body)
        kept = [anchor for anchor in around if float(anchor.normal(self.body) @ front) > 0.25]
        # The curve may start inside the kept half: begin it where the gap is.
        gaps = [
            float(np.linalg.norm(a.position_mm(self.body) - b.position_mm(self.body)))
            for a, b in pairwise(kept)
        ]
        widest = int(np.argmax(gaps))
        if gaps[widest] > 3 * STEP_MM:
            kept = kept[widest + 1 :] + kept[: widest + 1]
        return Path3(tuple(kept))

    def across_spine(self, name: str) -> Path3:
        """Lay a short level line across a spinous process."""
        middle = self.stop(name).position_mm(self.body)
        return Path3(
            tuple(
                self.surface.ray(
                    np.array((x, middle[1], middle[2] - 200.0)), np.array((0.0, 0.0, 1.0)), ("trunk", "neck")
                )
                for x in np.linspace(-VERTEBRA_HALF_MM, VERTEBRA_HALF_MM, 7) + 0.01
            )
        )

    def rib_space(self, name: str) -> Path3:
        """Lay a level line beside the breastbone at the height that the rules use."""
        height = self.stop(name).position_mm(self.body)[1]
        first, last = RIB_FROM_TO_MM
        return Path3(
            tuple(
                self.surface.ray(np.array((x, height, 400.0)), np.array((0.0, 0.0, -1.0)), ("trunk",))
                for x in np.linspace(first, last, 15)
            )
        )


Row = tuple[str, LineLayer, LandmarkSides, Path3]


def rows() -> list[Row]:
    """Lay every line."""
    layer = Layer()
    found: list[Row] = []
    for meridian, codes in MERIDIANS:
        sides = MIDLINE if meridian in {"GV", "CV"} else PAIRED
        found.append((meridian, LineLayer.MERIDIANS, sides, layer.through(codes)))
    for line, kind, sides, names in LINES:
        found.append((line, kind, sides, layer.through(names)))
    found.append(("kneecap", LineLayer.BONES, PAIRED, layer.kneecap()))
    for line, name, radius_mm in KNOBS:
        found.append((line, LineLayer.BONES, PAIRED, layer.ring(name, radius_mm)))
    for line, name in WRISTS:
        found.append((line, LineLayer.CREASES, PAIRED, layer.round_joint(name)))
    found += [(name, LineLayer.LEVELS, MIDLINE, layer.across_spine(name)) for name in VERTEBRAE]
    found += [(name, LineLayer.LEVELS, PAIRED, layer.rib_space(name)) for name in RIB_SPACES]
    return found


def arrays(found: list[Row]) -> dict[str, npt.NDArray[np.generic]]:
    """Return what is written: all places in one row, and where each line begins."""
    faces = read_body_model(ASSETS / "body_maps").faces
    corners, weights, starts, stop_points, stop_places, stop_lines = [], [], [0], [], [], []
    for number, (_line, layer, _sides, path) in enumerate(found):
        for anchor in path.anchors:
            corners.append(faces[anchor.face])
            weights.append(np.rint(np.array(anchor.weights) * WEIGHT_STEPS))
        starts.append(len(corners))
        for name, index in path.stops if layer is LineLayer.MERIDIANS else ():
            stop_points.append(name)
            stop_places.append(index)
            stop_lines.append(number)
    return {
        "schema": np.array(SCHEMA),
        "line": np.array([row[0] for row in found]),
        "layer": np.array([row[1].value for row in found]),
        "sides": np.array([row[2].value for row in found]),
        "start": np.array(starts, dtype=np.uint32),
        "corners": np.array(corners, dtype=np.uint16),
        "weights": np.array(weights, dtype=np.uint8),
        "stop_point": np.array(stop_points),
        "stop_index": np.array(stop_places, dtype=np.uint16),
        "stop_line": np.array(stop_lines, dtype=np.uint16),
    }


def places_mm(stored: dict[str, npt.NDArray[np.generic]]) -> Floats:
    """Return where the stored places lie on the average body."""
    body = read_body_model(ASSETS / "body_maps").shaped(BodyShape())
    weights = stored["weights"].astype(float)
    weights /= weights.sum(axis=1, keepdims=True)
    return np.einsum("nc,ncd->nd", weights, body.vertices_mm[stored["corners"].astype(int)])


def main() -> int:
    """Write or check."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_const", const="check", default="")
    asked = parser.parse_args()
    made = arrays(rows())
    if not asked.check:
        np.savez_compressed(FILE, **made)  # type: ignore[arg-type]
        print(f"{len(made['line'])} lines, {len(made['corners'])} places, {FILE.stat().st_size} bytes")
        return 0
    with np.load(FILE, allow_pickle=False) as file:
        stored = {name: file[name] for name in file.files}
    same = all(
        np.array_equal(made[key], stored[key])
        for key in ("line", "layer", "sides", "stop_point", "stop_line", "start")
    )
    # A face on an edge may change with rounding; the place must not.
    near = same and float(np.linalg.norm(places_mm(made) - places_mm(stored), axis=1).max()) < 1.0
    print("up to date" if near else "differs: run tools/bake_lines.py")
    return 0 if near else 1


if __name__ == "__main__":
    sys.exit(main())
