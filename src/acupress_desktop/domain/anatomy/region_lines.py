"""Borders between the regions of the body, as lines on the skin."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

import numpy as np

from acupress_desktop.domain.anatomy.skin_lines import SkinLineOnBody
from acupress_desktop.domain.guide_lines import LineLayer
from acupress_desktop.domain.sides import SiteSide

if TYPE_CHECKING:
    from acupress_desktop.domain.anatomy.body import Body, Floats
    from acupress_desktop.domain.anatomy.region_faces import RegionFaces

BORDER: Final = "region_border"
_EVENING_ROUNDS: Final = 3
"""Borders follow the edges of the mesh; a few rounds take their teeth out."""

_Edge = tuple[int, int]


def region_lines(body: Body, regions: RegionFaces) -> tuple[SkinLineOnBody, ...]:
    """Return every border between two regions or between the two sides of one."""
    return tuple(_line(body, chain) for chain in _chains(_border_edges(body, regions)))


def _border_edges(body: Body, regions: RegionFaces) -> list[_Edge]:
    faces, region = body.faces, regions.face_region
    corners = np.concatenate((faces[:, (0, 1)], faces[:, (1, 2)], faces[:, (2, 0)]))
    owner = np.tile(np.arange(len(faces)), 3)
    edges = np.sort(corners, axis=1)
    order = np.lexsort((edges[:, 1], edges[:, 0]))
    edges, owner = edges[order], owner[order]
    twins = np.flatnonzero((edges[:-1] == edges[1:]).all(axis=1))
    border = twins[region[owner[twins]] != region[owner[twins + 1]]]
    return [(int(first), int(second)) for first, second in edges[border]]


def _chains(edges: list[_Edge]) -> list[list[int]]:
    """Join edges to lines that end where three regions meet, or run round."""
    beside: dict[int, list[int]] = defaultdict(list)
    for first, second in edges:
        beside[first].append(second)
        beside[second].append(first)
    unused = {frozenset(edge) for edge in edges}
    chains = []
    ends = [vertex for vertex, others in beside.items() if len(others) != 2]
    for start in (*ends, *beside):
        for following in beside[start]:
            if frozenset((start, following)) not in unused:
                continue
            chain = [start]
            here, ahead = start, following
            while True:
                unused.discard(frozenset((here, ahead)))
                chain.append(ahead)
                onward = [other for other in beside[ahead] if frozenset((ahead, other)) in unused]
                if len(beside[ahead]) != 2 or not onward:
                    break
                here, ahead = ahead, onward[0]
            chains.append(chain)
    return chains


def _line(body: Body, chain: list[int]) -> SkinLineOnBody:
    places = _evened(body.vertices_mm[chain])
    normals = body.vertex_normals[chain]
    return SkinLineOnBody(BORDER, LineLayer.REGIONS, SiteSide.MIDLINE, places, normals)


def _evened(places: Floats) -> Floats:
    """Draw each place to the middle of its neighbours; ends stay where regions meet."""
    evened = places.copy()
    for _ in range(_EVENING_ROUNDS):
        evened[1:-1] = 0.5 * evened[1:-1] + 0.25 * (evened[:-2] + evened[2:])
    return evened
