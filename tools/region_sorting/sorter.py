"""The faces of the average body, and the means to cut them into regions."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.body_files import read_body_model
from acupress_desktop.content.landmark_files import read_landmarks
from acupress_desktop.content.region_files import read_regions
from acupress_desktop.domain.anatomy.locate import Locator
from acupress_desktop.domain.anatomy.rules import LandmarkId
from acupress_desktop.domain.anatomy.shape import BodyShape
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.regions import RegionSides
from acupress_desktop.domain.sides import SiteSide

Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
ASSETS: Final = Path(__file__).resolve().parents[2] / "assets"
SMOOTHING_ROUNDS: Final = 3


class Sorter:
    """Sorts the faces of the average body; x counts outward, so that both halves look alike."""

    def __init__(self) -> None:
        """Take the average body with its landmarks and points."""
        self.atlas = read_atlas(ASSETS)
        self.regions = read_regions(ASSETS, self.atlas)
        self.model = read_body_model(ASSETS / "body_maps")
        body = self.model.shaped(BodyShape())
        self.locator = Locator(body, read_landmarks(ASSETS), self.atlas)
        corners = body.vertices_mm[body.faces]
        normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        # Both triangles of a quad go together, or borders would be saw-toothed.
        centre = np.repeat(corners.mean(axis=1).reshape(-1, 2, 3).mean(axis=1), 2, axis=0)
        normal = np.repeat(normal.reshape(-1, 2, 3).sum(axis=1), 2, axis=0)
        self.left = centre[:, 0] >= 0.0
        sign = np.where(self.left, 1.0, -1.0)
        self.x, self.y, self.z = np.abs(centre[:, 0]), centre[:, 1], centre[:, 2]
        normal = normal / np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-12)
        self.nx, self.ny, self.nz = normal[:, 0] * sign, normal[:, 1], normal[:, 2]
        self.where = np.stack((self.x, self.y, self.z), axis=1)
        self.joints = body.joints_mm
        self.region = np.full(len(centre), "", dtype="<U24")
        names = np.array(
            [name.removesuffix("_left").removesuffix("_right") for name in self.model.part_names]
        )
        self.part = names[self.model.face_part]

    def at(self, name: str) -> Floats:
        """Return a landmark of the left half or the midline."""
        places = self.locator.places
        return places.landmark(LandmarkId(name), SiteSide.LEFT).position_mm(places.body)

    def point(self, code: str) -> Floats:
        """Return a point of the left half or the midline."""
        row = self.locator.locate(PointCode(code), SiteSide.LEFT)
        return np.array(row.position_mm)

    def put(self, region: str, where: Mask) -> None:
        """Give faces that have no region yet to a region."""
        self.regions.leaf(next(leaf.id for leaf in self.regions.regions if leaf.id == region))
        self.region[where & (self.region == "")] = region

    def near(self, place: Floats, radius_mm: float) -> Mask:
        """Return the faces within a radius of a place."""
        away = self.where - np.abs(place) * (1.0, 1.0, 0.0) - place * (0.0, 0.0, 1.0)
        return np.asarray(np.linalg.norm(away, axis=1) < radius_mm)

    def along(self, start: str, end: str) -> tuple[Floats, Floats, float]:
        """Return mm from the start joint, degrees from anterior toward lateral, and the length."""
        a, b = self.joints[f"l-{start}"], self.joints[f"l-{end}"]
        axis = (b - a) / np.linalg.norm(b - a)
        offset = self.where - a
        run = offset @ axis
        across = offset - np.outer(run, axis)
        forward = np.array((0.0, 0.0, 1.0)) - axis * axis[2]
        forward /= np.linalg.norm(forward)
        outward = np.cross(forward, axis)
        outward *= np.sign(outward[0])
        angle = np.degrees(np.arctan2(across @ outward, across @ forward))
        return run, angle, float(np.linalg.norm(b - a))

    def from_bones(self, finger: str, joints: int) -> Floats:
        """Return the distance of every face from the bones of a finger or toe."""
        bones = [self.joints[f"l-{finger}-{bone}"] for bone in range(1, joints + 1)]
        away = np.full(len(self.where), np.inf)
        for a, b in pairwise(bones):
            share = np.clip((self.where - a) @ (b - a) / float((b - a) @ (b - a)), 0.0, 1.2)
            away = np.minimum(away, np.linalg.norm(self.where - a - np.outer(share, b - a), axis=1))
        return away

    def quarters(
        self, where: Mask, angle: Floats, names: dict[str, str], edges: tuple[float, float, float, float]
    ) -> None:
        """Cut a limb into four by the angle from anterior toward lateral, in degrees."""
        medial, lateral, rear_lateral, rear_medial = edges
        self.put(names["anterior"], where & (angle > medial) & (angle < lateral))
        self.put(names["lateral"], where & (angle >= lateral) & (angle < rear_lateral))
        self.put(names["medial"], where & (angle <= medial) & (angle > rear_medial))
        self.put(names["posterior"], where)

    def smoothed(self) -> None:
        """Let each face follow its three neighbours where they agree, to straighten borders."""
        faces = self.model.faces
        edges = np.sort(faces[:, ((0, 1), (1, 2), (2, 0))], axis=2).reshape(-1, 2)
        keys = edges @ np.array((1 << 20, 1))
        order = np.argsort(keys, kind="stable")
        same = keys[order[:-1]] == keys[order[1:]]
        first, second = order[:-1][same] // 3, order[1:][same] // 3
        names, index = np.unique(self.region, return_inverse=True)
        for _ in range(SMOOTHING_ROUNDS):
            votes = np.zeros((len(faces), len(names)), dtype=np.int8)
            np.add.at(votes, (first, index[second]), 1)
            np.add.at(votes, (second, index[first]), 1)
            best = votes.argmax(axis=1)
            winning = votes[np.arange(len(faces)), best] >= 2
            index = np.where(winning & (votes[np.arange(len(faces)), index] == 0), best, index)
        self.region = names[index]

    def write(self) -> None:
        """Write the file, right as the mirror of left."""
        faces = np.arange(len(self.region))
        mirrored = self.model.mirror_face
        region = np.where(self.left, self.region, self.region[mirrored[faces]])
        paired = {leaf.id for leaf in self.regions.regions if leaf.sides is RegionSides.PAIRED}
        side = np.where(self.left, "left", "right")
        side = np.where(np.isin(region, list(paired)), side, "midline")
        pairs = np.char.add(np.char.add(region, ":"), side)
        found, index = np.unique(pairs, return_inverse=True)
        np.savez_compressed(
            ASSETS / "body_maps" / "region_faces.npz",
            schema=np.array(1),
            face_region=index.astype(np.uint8),
            regions=np.array([pair.split(":")[0] for pair in found]),
            sides=np.array([pair.split(":")[1] for pair in found]),
        )
