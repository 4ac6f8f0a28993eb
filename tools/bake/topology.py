"""Which faces are kept, and the Catmull-Clark subdivision that smooths them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from scipy.sparse.csgraph import connected_components

from .base_mesh import Floats, Ints


@dataclass(frozen=True, slots=True)
class Subdivision:
    """One Catmull-Clark step as a sparse matrix: finer vertices = matrix @ coarser ones."""

    matrix: sp.csr_matrix
    quads: Ints
    parent: Ints  # coarse quad of each finer quad


def subdivision(quads: Ints, vertex_count: int) -> Subdivision:
    """Return one Catmull-Clark step (boundary edges are creases)."""
    face_count = len(quads)
    pairs = np.stack((quads, np.roll(quads, -1, axis=1)), axis=2).reshape(-1, 2)
    edges, inverse = np.unique(np.sort(pairs, axis=1), axis=0, return_inverse=True)
    inverse = inverse.reshape(-1)
    edge_of_corner = inverse.reshape(face_count, 4)
    edge_count = len(edges)
    face_of_pair = np.repeat(np.arange(face_count), 4)
    faces_per_edge = np.bincount(inverse, minlength=edge_count)
    open_edge = faces_per_edge == 1

    face_rows = sp.csr_matrix(
        (np.full(face_count * 4, 0.25), (face_of_pair, quads.reshape(-1))),
        shape=(face_count, vertex_count),
    )
    ends = sp.csr_matrix(
        (np.full(edge_count * 2, 0.5), (np.repeat(np.arange(edge_count), 2), edges.reshape(-1))),
        shape=(edge_count, vertex_count),
    )
    edge_faces = sp.csr_matrix(
        (1.0 / faces_per_edge[inverse], (inverse, face_of_pair)), shape=(edge_count, face_count)
    )
    inner = sp.diags((~open_edge).astype(float))
    edge_rows = (
        inner @ (0.5 * ends + 0.5 * (edge_faces @ face_rows)) + sp.diags(open_edge.astype(float)) @ ends
    )

    valence = np.bincount(edges.reshape(-1), minlength=vertex_count).astype(float)
    used = valence > 0
    valence[~used] = 1.0
    corner_count = np.maximum(np.bincount(quads.reshape(-1), minlength=vertex_count), 1)
    vertex_faces = sp.csr_matrix(
        (1.0 / corner_count[quads.reshape(-1)], (quads.reshape(-1), face_of_pair)),
        shape=(vertex_count, face_count),
    )
    vertex_edges = sp.csr_matrix(
        (1.0 / valence[edges.reshape(-1)], (edges.reshape(-1), np.repeat(np.arange(edge_count), 2))),
        shape=(vertex_count, edge_count),
    )
    smooth = (
        sp.diags(1.0 / valence) @ (vertex_faces @ face_rows)
        + sp.diags(2.0 / valence) @ (vertex_edges @ ends)
        + sp.diags((valence - 3.0) / valence)
    )
    border = np.zeros(vertex_count, dtype=bool)
    border[edges[open_edge].reshape(-1)] = True
    open_ids = edges[open_edge]
    neighbours = sp.csr_matrix(
        (
            np.full(open_ids.size, 0.125),
            (open_ids.reshape(-1), open_ids[:, ::-1].reshape(-1)),
        ),
        shape=(vertex_count, vertex_count),
    )
    share = np.asarray(neighbours.sum(axis=1)).ravel()
    crease = neighbours + sp.diags(1.0 - share)
    vertex_rows = (
        sp.diags((used & ~border).astype(float)) @ smooth
        + sp.diags(border.astype(float)) @ crease
        + sp.diags((~used).astype(float))
    )
    matrix = sp.vstack((vertex_rows, edge_rows, face_rows)).tocsr()

    centre = vertex_count + edge_count + np.arange(face_count)
    after = vertex_count + edge_of_corner
    before = np.roll(after, 1, axis=1)
    finer = np.stack((quads, after, np.repeat(centre[:, None], 4, axis=1), before), axis=2).reshape(-1, 4)
    return Subdivision(matrix, finer, face_of_pair)


def limit_matrix(quads: Ints, vertex_count: int) -> sp.csr_matrix:
    """Return the matrix that moves control vertices to where the smooth surface has them.

    Two steps and the vertex rows of a third are within 0.1 mm of the true limit here.
    """
    first = subdivision(quads, vertex_count)
    second = subdivision(first.quads, first.matrix.shape[0])
    return (second.matrix[:vertex_count] @ first.matrix).tocsr()


def visible_quads(points: Floats, quads: Ints, directions: Ints | Floats, size_px: int) -> Ints:
    """Count in how many of the directions each quad shows at least one pixel."""
    from .raster import face_buffer

    triangles = triangulated(quads)
    seen = np.zeros(len(quads), dtype=np.int64)
    for direction in directions:
        faces = face_buffer(points, triangles, np.asarray(direction, dtype=np.float64), size_px)
        shown = np.unique(faces[faces >= 0] // 2)
        seen[shown] += 1
    return seen


def triangulated(quads: Ints) -> Ints:
    """Split quad i into triangles 2 i and 2 i + 1 along its 0-2 diagonal."""
    return quads[:, (0, 1, 2, 0, 2, 3)].reshape(-1, 3)


def connected_parts(quads: Ints) -> Ints:
    """Return a part number per quad; quads that share an edge are one part."""
    pairs = np.sort(np.stack((quads, np.roll(quads, -1, axis=1)), axis=2).reshape(-1, 2), axis=1)
    _, inverse = np.unique(pairs, axis=0, return_inverse=True)
    faces = np.repeat(np.arange(len(quads)), 4)
    incidence = sp.csr_matrix((np.ones(len(faces)), (faces, inverse.reshape(-1))))
    _, labels = connected_components(incidence @ incidence.T, directed=False)
    return np.asarray(labels, dtype=np.int64)
