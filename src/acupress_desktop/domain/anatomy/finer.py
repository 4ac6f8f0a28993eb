"""A still finer surface for close looks: only what is seen, every quad in four."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Singles = npt.NDArray[np.float32]
Ids = npt.NDArray[np.int32]

NORMAL = slice(0, 3)


@dataclass(frozen=True, slots=True, eq=False)
class Skin:
    """A piece of the drawn surface: `points` (V, 3) in mm, values `by_vertex` (V, n), and `quads` of them.

    The first three values are the unit normal.
    """

    points: Singles
    by_vertex: Singles
    quads: Ids

    @property
    def triangles(self) -> Ids:
        """The quads, each as two triangles."""
        return self.quads[:, (0, 1, 2, 0, 2, 3)].reshape(-1, 3)

    def picked(self, keep: npt.NDArray[np.bool_]) -> Skin:
        """Return some of the quads, with only the vertices that they need."""
        quads = self.quads[keep]
        wanted = np.zeros(len(self.points), dtype=bool)
        wanted[quads.reshape(-1)] = True
        number = np.cumsum(wanted, dtype=np.int32) - np.int32(1)
        return Skin(self.points[wanted], self.by_vertex[wanted], number[quads])

    def finer(self) -> Skin:
        """Return the same piece with every quad in four; its corners stay where they are."""
        quads, points, values = self.quads, self.points, self.by_vertex
        count = len(points)
        ends = np.stack((quads, np.roll(quads, -1, axis=1)), axis=2).reshape(-1, 2).astype(np.int64)
        keys = ends.min(axis=1) * count + ends.max(axis=1)
        order = np.argsort(keys, kind="stable")
        fresh = np.empty(len(keys), dtype=bool)
        fresh[0:1] = True
        fresh[1:] = keys[order[1:]] != keys[order[:-1]]
        number = np.empty(len(keys), dtype=np.int32)
        number[order] = np.cumsum(fresh, dtype=np.int32) - np.int32(1)
        edge_of_corner = number.reshape(quads.shape)
        edge = keys[order[fresh]]
        first, second = edge // count, edge % count
        middle = bent_middle(points[first], points[second], values[first, NORMAL], values[second, NORMAL])
        inside = middle[edge_of_corner].sum(axis=1) * np.float32(0.5)
        inside -= points[quads].sum(axis=1) * np.float32(0.25)
        mean = (values[first] + values[second]) * np.float32(0.5)
        heart = values[quads].sum(axis=1) * np.float32(0.25)
        finer_values = np.concatenate((values, mean, heart))
        normals = finer_values[count:, NORMAL]
        normals /= np.maximum(np.sqrt(np.einsum("ij,ij->i", normals, normals)), np.float32(1e-6))[:, None]
        return Skin(
            np.concatenate((points, middle, inside)),
            finer_values,
            split(quads, edge_of_corner, count, len(edge)),
        )


def split(quads: Ids, edge_of_corner: Ids, vertices: int, edges: int) -> Ids:
    """Return four quads for each: vertices come first, then the middles of the edges, then the hearts."""
    after = (vertices + edge_of_corner).astype(np.int32)
    before = np.roll(after, 1, axis=1)
    heart = vertices + edges + np.arange(len(quads), dtype=np.int32)
    centre = np.broadcast_to(heart[:, None], quads.shape)
    return np.stack((quads, after, centre, before), axis=2).reshape(-1, 4).astype(np.int32)


def bent_middle(a: Singles, b: Singles, normal_a: Singles, normal_b: Singles) -> Singles:
    """Return the middle of an edge that leaves both its ends at right angles to their normals (a cubic)."""
    along = b - a
    rise_a = np.einsum("ij,ij->i", along, normal_a)[:, None]
    rise_b = np.einsum("ij,ij->i", along, normal_b)[:, None]
    bend = (rise_a * normal_a - rise_b * normal_b) * np.float32(0.125)
    return np.asarray((a + b) * np.float32(0.5) - bend, dtype=np.float32)
