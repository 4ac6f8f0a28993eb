"""Write assets/safety/near_points.json: which sites lie within 5 and 10 cm of each region, along the skin.

python tools/bake_near_points.py            write the file
python tools/bake_near_points.py --check    only tell whether it is up to date

Rules L09 (varicose veins) and L13 (implanted devices) keep a distance from a tapped region. A region is
taken to be all skin that is nearer to one of its points than to a point of another region. Distances are
shortest paths over the edges and diagonals of the mesh, on both figures; a site counts as near if it is
near on either. Paths over edges are longer than the skin, and a region may reach a little beyond what its
points suggest: both are made up for on the careful side.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src")]

from acupress_desktop.content.body_files import read_body_model, read_body_views  # noqa: E402
from acupress_desktop.domain.anatomy.body import Body  # noqa: E402

ASSETS = ROOT / "assets"
TARGET = ASSETS / "safety" / "near_points.json"
WITHIN_MM = (50, 100)
EDGE_PATHS_ARE_LONGER_BY = 1.08
"""The shortest path over edges and diagonals of square cells is at most this much too long."""
REGION_MARGIN_MM = 10.0
TIES_PER_SITE = 4
"""How many of the nearest vertices a site is tied to."""

Floats = npt.NDArray[np.float64]
Site = tuple[str, str]
Near = dict[str, dict[int, set[Site]]]


def skin_graph(body: Body, sites_mm: Floats) -> csr_matrix:
    """Return lengths between neighbouring vertices, with one more node for every site."""
    vertices = np.asarray(body.vertices_mm, dtype=np.float64)
    quads = body.model.quads
    pairs = np.concatenate(
        [quads[:, [one, other]] for one, other in ((0, 1), (1, 2), (2, 3), (3, 0), (0, 2), (1, 3))]
    )
    lengths = np.linalg.norm(vertices[pairs[:, 0]] - vertices[pairs[:, 1]], axis=1)
    count = len(vertices)
    ties = [(pairs[:, 0], pairs[:, 1], lengths)]
    for place, site in enumerate(sites_mm):
        away = np.linalg.norm(vertices - site, axis=1)
        nearest = np.argsort(away)[:TIES_PER_SITE]
        ties.append((np.full(TIES_PER_SITE, count + place), nearest, away[nearest]))
    rows, columns, weights = (np.concatenate([tie[part] for tie in ties]) for part in range(3))
    # Parallel edges must not add up: keep the shorter of each.
    low, high = np.minimum(rows, columns), np.maximum(rows, columns)
    order = np.lexsort((weights, high, low))
    low, high, weights = low[order], high[order], np.maximum(weights[order], 1e-3)
    first = np.ones(len(low), dtype=bool)
    first[1:] = (low[1:] != low[:-1]) | (high[1:] != high[:-1])
    size = count + len(sites_mm)
    return csr_matrix((weights[first], (low[first], high[first])), shape=(size, size))


def near_on(body: Body, points: list[dict[str, object]]) -> Near:
    """Return the sites near the left part of every region that has points on the skin."""
    graph = skin_graph(body, np.array([point["position_mm"] for point in points], dtype=np.float64))
    first_site = graph.shape[0] - len(points)
    site_nodes = np.arange(first_site, graph.shape[0])
    _, _, source = dijkstra(
        graph, directed=False, indices=site_nodes, min_only=True, return_predecessors=True
    )
    owner = source - first_site
    near: Near = {}
    for region in sorted({str(point["region"]) for point in points}):
        of_region = [
            place
            for place, point in enumerate(points)
            if point["region"] == region and point["side"] in ("left", "midline")
        ]
        skin = np.flatnonzero(np.isin(owner, of_region))
        away = dijkstra(graph, directed=False, indices=skin, min_only=True)[first_site:]
        away = np.maximum(away / EDGE_PATHS_ARE_LONGER_BY - REGION_MARGIN_MM, 0.0)
        near[region] = {
            within: {
                (str(point["code"]), str(point["side"]))
                for point, mm in zip(points, away, strict=True)
                if mm <= within
            }
            for within in WITHIN_MM
        }
    return near


def document() -> dict[str, object]:
    """Compute both figures and take what is near on either."""
    model = read_body_model(ASSETS / "body_maps")
    together: Near = {}
    for figure in read_body_views(ASSETS / "body_maps"):
        file = ASSETS / "body_maps" / f"points_{figure.figure}.json"
        points = json.loads(file.read_text(encoding="utf-8"))["points"]
        for region, rows in near_on(model.shaped(figure.shape), points).items():
            for within, sites in rows.items():
                together.setdefault(region, {}).setdefault(within, set()).update(sites)
    return {
        "schema": 1,
        "about": "Sites near the left part of each region; the right part is the mirror image.",
        "regions": {
            region: {
                f"within_{within}_mm": sorted(f"{code} {side}" for code, side in rows[within])
                for within in WITHIN_MM
            }
            for region, rows in sorted(together.items())
        },
    }


def text_of(written: dict[str, object]) -> str:
    """Write one list a line, so that a change shows as a line."""
    return json.dumps(written, indent=1, ensure_ascii=False).replace('",\n    "', '", "') + "\n"


def main() -> int:
    """Write the file, or compare it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--check", action="store_true", help="only tell whether the file is up to date")
    arguments = parser.parse_args()
    text = text_of(document())
    if arguments.check:
        same = TARGET.is_file() and json.loads(TARGET.read_text(encoding="utf-8")) == json.loads(text)
        print(f"{TARGET.name}: {'up to date' if same else 'differs; run tools/bake_near_points.py'}")
        return 0 if same else 1
    TARGET.write_text(text, encoding="utf-8")
    print(f"{TARGET.name}: {len(text) // 1024} KiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
