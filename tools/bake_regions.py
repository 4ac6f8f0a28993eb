"""Write assets/body_maps/region_faces.npz: which region every face of the mesh belongs to.

    python tools/bake_regions.py

Limbs are cut along their own axes and by the angle round them, the trunk by planes through
landmarks of the average body; skin weights are not used, their borders are ragged. Right is
the mirror of left. `face_region` indexes `regions` and `sides`.
"""

from __future__ import annotations

import sys
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
from acupress_desktop.content.region_files import read_regions  # noqa: E402
from acupress_desktop.domain.anatomy.locate import Locator  # noqa: E402
from acupress_desktop.domain.anatomy.rules import LandmarkId, Scale  # noqa: E402
from acupress_desktop.domain.anatomy.shape import BodyShape  # noqa: E402
from acupress_desktop.domain.ids import PointCode  # noqa: E402
from acupress_desktop.domain.regions import RegionSides  # noqa: E402
from acupress_desktop.domain.sides import SiteSide  # noqa: E402

Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
ASSETS: Final = ROOT / "assets"
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

    def head(self) -> None:
        """Sort head, face and neck."""
        x, y, z = self.x, self.y, self.z
        head = np.isin(self.part, ("head", "neck"))
        brow, eye = self.at("brow_mid")[1], self.at("pupil")[1]
        ear = self.at("tragus_mid_ant")
        hairline = self.at("ant_hairline_mid")
        corner = self.at("hairline_corner")
        mouth = self.at("mouth_corner")
        jaw = self.at("mandible_angle")
        hollow = self.at("suboccipital_hollow")
        cun = self.locator.places.cun_mm(Scale.HEAD_SAGITTAL, SiteSide.LEFT)
        scalp_top = hairline[1] - (hairline[1] - corner[1]) * (x / corner[0]) ** 2
        haired = (y > scalp_top) | (z < corner[2] - 12.0)
        lobe = self.at("earlobe_post_mastoid_ant")
        self.put(
            "ear",
            head
            & (x > ear[0] + 0.5)
            & (z < ear[2] + 2)
            & (z > ear[2] - 36)
            & (y < ear[1] + 31)
            & (y > ear[1] - 27),
        )
        above_neck = y > np.where(z < lobe[2] - 12, hollow[1] + 10, lobe[1] + 9)
        behind = z < self.point("GB12")[2] - 14.0
        back_of_top = self.point("GV19")[2] - 16.0
        front_of_top = hairline[2] - 1.5 * cun
        wide = x > self.point("GB18")[0] + 9.0
        scalp = head & haired & above_neck & (y > ear[1] - 6)
        self.put(
            "face-ear", head & (y < ear[1] + 16) & (y > ear[1] - 22) & (z > ear[2] - 6) & (z < ear[2] + 9)
        )
        self.put("head-back", scalp & behind & ((y < self.point("GV18")[1] + 22) | (z < back_of_top)))
        self.put(
            "head-side", scalp & wide & (z < corner[2] + 10) & (y > self.at("zygomatic_arch_sup_mid")[1] - 4)
        )
        self.put("head-front", scalp & (z > front_of_top))
        self.put("head-top", scalp & (y > corner[1] - 25))
        self.put("head-back", scalp & (z < 0))
        self.put("head-side", scalp)
        low_neck = self.point("GV14")[1]
        chin = self.at("mentolabial_mid")[1]
        face = head & (z > jaw[2] - 12) & (y > chin - 26)
        face &= ~((y < jaw[1] - 8) & (z < 75))
        self.put(
            "head-side", face & (x > 55) & (y > self.point("GB3")[1] - 6) & (z < self.point("GB3")[2] + 8)
        )
        self.put("head-temple", face & (x > 50) & (y > eye - 12) & (z < self.point("EX-HN5")[2] + 4))
        self.put("forehead", face & ((y > brow + 4) | ((x < 9) & (y > brow - 9))))
        self.put("face-brow", face & (y > brow - 11) & (x < 58))
        self.put("face-eye", face & (y > self.at("infraorbital_margin")[1] - 2.0) & (x > 8) & (x < 62))
        self.put("face-jaw", face & (x > 42) & (y < mouth[1] + 8) & (z < self.point("ST5")[2] + 14))
        self.put("face", face)
        neck = head & (self.region == "")
        edge = self.at("mastoid_tip")[2] - 6.0
        slope = (y - hollow[1]) * 0.12
        self.put("neck-anterior", neck & (z > edge + slope) & (y > low_neck - 60))
        self.put("neck-posterior", neck)

    def trunk(self) -> None:
        """Sort trunk and shoulders by planes through landmarks."""
        x, y, z, nz, ny = self.x, self.y, self.z, self.nz, self.ny
        trunk = self.part == "trunk"
        cun = self.locator.places.cun_mm(Scale.CHEST_WIDTH, SiteSide.LEFT)
        armpit = self.at("axilla_center")
        clavicle = self.at("clavicle_middle")[1]
        back = z < armpit[2] - 8.0
        back |= (nz < -0.55) & (z < armpit[2] + 20)
        self.put("axilla", (trunk | (self.part == "upper_arm")) & self.near(armpit, 26.0))
        top = (y > self.point("GB21")[1] - 26) & (ny > 0.42) & (x > 58) & (x < 138) & (z > -54) & (z < 22)
        self.put("shoulder-top", trunk & top)
        throat = self.at("suprasternal_notch")[1]
        self.put(
            "neck-anterior",
            trunk & ~back & (y > np.where(x < 60, throat - 6 + x * 0.35, clavicle + 5)) & (x < 128),
        )
        self.put("neck-posterior", trunk & back & (y > self.point("GV14")[1] - 8) & (x < 32))
        self.put("shoulder", trunk & (x > 128) & (y > clavicle - 14) & ((z > -30) | (ny > 0.5)))
        self._back(trunk & back)
        self._front(trunk & ~back, cun)

    def _back(self, back: Mask) -> None:
        x, y = self.x, self.y
        border = self.at("scapular_med_border")[0]
        t12, s1 = self.point("BL21")[1], self.point("BL27")[1]
        lumbar_top = (t12 + self.point("BL22")[1]) / 2.0
        lumbar_end = (s1 + self.point("BL26")[1]) / 2.0
        spine_of_blade = self.at("scapular_spine_med")[1]
        lowest_blade = self.at("scapular_inf_angle")[1] - 14
        self.put("shoulder-posterior", back & (x > 132) & (y > self.at("axillary_fold_post")[1] - 25))
        blade = (x > border + 8) & (y < self.point("SI14")[1] - 8) & (y > lowest_blade)
        blade |= (x > border - 4) & (y > spine_of_blade + 3) & (y < self.point("SI14")[1] - 10)
        blade |= (x > self.point("SI14")[0] + 12) & (y > spine_of_blade)
        self.put("scapula", back & blade)
        self.put("chest-lateral", back & (y > lumbar_top + 20) & (x > border + 45))
        self.put("back-upper", back & (y > lumbar_top))
        self.put("flank", back & (x > self.point("EX-B7")[0] + 16) & (y > self.point("GB26")[1] + 14))
        self.put(
            "abdomen-lateral", back & (x > self.point("EX-B7")[0] + 22) & (y > self.point("GB26")[1] - 34)
        )
        self.put("lumbar", back & (y > lumbar_end))
        self.put("sacral", back & (x < self.point("BL28")[0] + 7) & (y > self.point("GV2")[1] - 14))
        self.put("hip", back & (x > self.at("greater_trochanter")[0] - 26))
        self.put("buttock", back)

    def _front(self, front: Mask, cun: float) -> None:
        x, y = self.x, self.y
        navel, pubis = self.at("umbilicus"), self.at("pubic_symphysis_sup")[1]
        xiphoid = self.at("xiphisternal_junction")[1]
        margin = xiphoid - 14 - x * 0.62
        chest = y > margin
        self.put("abdomen-umbilicus", front & self.near(navel, 10.5))
        self.put("chest-midline", front & chest & (x < 2.45 * cun) & (y < self.at("clavicle_inner")[1] - 12))
        self.put(
            "chest-lateral",
            front & (x > 5.5 * cun) & (y > self.point("LR13")[1] + 45) & (y < self.point("LU1")[1] - 14),
        )
        self.put("chest-upper", front & chest & (y > (self.point("ST16")[1] + self.point("PC1")[1]) / 2))
        self.put("chest-nipple", front & chest & (y > (self.at("nipple")[1] + self.point("ST18")[1]) / 2))
        self.put("chest-lower", front & chest)
        side = x > self.point("SP15")[0] + 20
        self.put("chest-lower", front & side & (y > self.point("LR13")[1] + 30))
        self.put("flank", front & side & (y > self.point("GB26")[1] + 14))
        self.put("abdomen-upper", front & (y > (navel[1] + self.point("CV7")[1]) / 2) & ~side)
        self.put("abdomen-lateral", front & side & (y > self.point("GB26")[1] - 34))
        asis = self.at("asis")
        self.put("hip", front & (x > asis[0] + 12) & (y > pubis - 40))
        groin = (x > 28) & (y < self.point("ST29")[1] - 18) & (y > pubis - 26) & (x < 112)
        self.put("groin", front & groin)
        self.put("abdomen-lower", front & (y > pubis - 22))
        self.put("thigh-medial", front & (x > 22))
        self.put("perineum", front)

    def arm(self) -> None:
        """Sort upper arm and forearm round their axes, wrist and elbow as rings."""
        arm = np.isin(self.part, ("upper_arm", "forearm"))
        run, angle, length = self.along("shoulder", "elbow")
        down = run - length  # beyond the elbow joint is positive
        upper = arm & (self.part == "upper_arm")
        fold = self.at("axillary_fold_ant")[1]
        high = upper & (self.y > fold + 8)
        rear = high & (self.nz < -0.45)
        self.put("arm-posterior", rear & (self.y < fold + 50) & (self.x > self.point("SI9")[0] + 22))
        self.put("shoulder-posterior", rear & (self.y < self.at("acromial_angle")[1] - 6))
        self.put("shoulder", high)
        ring = arm & (down > -34.0) & (down < 16.0)
        self._quarters(
            ring,
            angle,
            {
                "anterior": "elbow-anterior",
                "lateral": "elbow-lateral",
                "medial": "elbow-medial",
                "posterior": "elbow-posterior",
            },
            (-42.0, 32.0, 125.0, -138.0),
        )
        self._quarters(
            upper,
            angle,
            {
                "anterior": "arm-anterior",
                "lateral": "arm-lateral",
                "medial": "arm-medial",
                "posterior": "arm-posterior",
            },
            (-50.0, 35.0, 128.0, -128.0),
        )
        run, angle, length = self.along("elbow", "hand")
        left_mm = length - run  # to the wrist joint
        low = arm & (left_mm > 6.0)
        self.put("forearm-radial", low & (left_mm < 0.2 * length) & (angle > 62) & (angle < 108))
        self.put("forearm-anterior", low & (angle > -92) & (angle < 52))
        self.put("forearm-posterior", low)

    def hand(self) -> None:
        """Sort wrist, palm, back of the hand and fingers."""
        limb = np.isin(self.part, ("forearm", "hand")) & (self.region == "")
        palmar = self.nz > 0.15
        run, _, _ = self.along("hand", "finger-3-1")
        self.put("wrist-palmar", limb & (run < 12.0) & palmar)
        self.put("wrist-dorsal", limb & (run < 12.0))
        for web in ("1_2", "2_3", "3_4", "4_5"):
            self.put("hand-dorsum", limb & ~palmar & self.near(self.at(f"finger_web_{web}"), 6.0))
        named = ("thumb", "index", "middle", "ring", "little")
        away = np.stack([self._from_bones(f"finger-{number}", 4) for number in range(1, 6)])
        nearest = away.argmin(axis=0)
        starts = (6.0, -8.0, 2.0, 2.0, -11.0)
        for number, (name, start) in enumerate(zip(named, starts, strict=True), start=1):
            reach, _, _ = self.along(f"finger-{number}-1", f"finger-{number}-2")
            finger = limb & (nearest == number - 1) & (away.min(axis=0) < 17.0) & (reach > start)
            if number > 1:
                palm_side = (self.nz > 0.35) & (self.ny > -0.8) & (reach > 4.0)
                self.put("finger-palmar", finger & palm_side)
            self.put(f"finger-{name}", finger)
        edge = self.at("mcp5_uln")[0]
        self.put("hand-ulnar", limb & (self.nx < -0.55) & (self.x < edge + 8))
        self.put("palm", limb & palmar)
        self.put("hand-dorsum", limb)

    def _from_bones(self, finger: str, joints: int) -> Floats:
        """Return the distance of every face from the bones of a finger or toe."""
        bones = [self.joints[f"l-{finger}-{bone}"] for bone in range(1, joints + 1)]
        away = np.full(len(self.where), np.inf)
        for a, b in pairwise(bones):
            share = np.clip((self.where - a) @ (b - a) / float((b - a) @ (b - a)), 0.0, 1.2)
            away = np.minimum(away, np.linalg.norm(self.where - a - np.outer(share, b - a), axis=1))
        return away

    def _quarters(
        self, where: Mask, angle: Floats, names: dict[str, str], edges: tuple[float, float, float, float]
    ) -> None:
        medial, lateral, rear_lateral, rear_medial = edges
        self.put(names["anterior"], where & (angle > medial) & (angle < lateral))
        self.put(names["lateral"], where & (angle >= lateral) & (angle < rear_lateral))
        self.put(names["medial"], where & (angle <= medial) & (angle > rear_medial))
        self.put(names["posterior"], where)

    def leg(self) -> None:
        """Sort thigh, knee and lower leg."""
        limb = np.isin(self.part, ("thigh", "shin", "foot"))
        knee = self.joints["l-knee"][1]
        thigh = limb & (self.part == "thigh")
        pubis = self.at("pubic_symphysis_sup")[1]
        self.put(
            "buttock",
            thigh & (self.nz < -0.2) & (self.y > self.at("gluteal_fold_mid")[1] - 8) & (self.x < 150),
        )
        self.put("groin", thigh & (self.nz > 0) & (self.y > pubis - 26) & (self.x > 28) & (self.x < 112))
        self.put("hip", thigh & (self.y > self.at("greater_trochanter")[1] - 35) & (self.x > 118))
        _, angle, _ = self.along("upper-leg", "knee")
        ring = limb & (self.y < knee + 44) & (self.y > knee - 32)
        self._quarters(
            ring,
            angle,
            {
                "anterior": "knee-anterior",
                "lateral": "knee-lateral",
                "medial": "knee-medial",
                "posterior": "knee-posterior",
            },
            (-58.0, 48.0, 138.0, -128.0),
        )
        self._quarters(
            thigh,
            angle,
            {
                "anterior": "thigh-anterior",
                "lateral": "thigh-lateral",
                "medial": "thigh-medial",
                "posterior": "thigh-posterior",
            },
            (-34.0, 52.0, 132.0, -132.0),
        )
        run, angle, length = self.along("knee", "ankle")
        low = limb & (self.part != "foot") & (run < length - 30)
        self._quarters(
            low,
            angle,
            {
                "anterior": "leg-anterior",
                "lateral": "leg-lateral",
                "medial": "leg-medial",
                "posterior": "leg-posterior",
            },
            (-26.0, 30.0, 128.0, -150.0),
        )

    def foot(self) -> None:
        """Sort ankle, foot and toes."""
        limb = np.isin(self.part, ("shin", "foot")) & (self.region == "")
        x, y, z = self.x, self.y, self.z
        for web in ("1_2", "2_3", "3_4", "4_5"):
            self.put("foot-dorsum", limb & (self.ny > 0.2) & self.near(self.at(f"toe_web_{web}"), 6.0))
        # There is no leaf of its own for the third toe; it counts with the second.
        named = ("great", "second", "second", "fourth", "little")
        away = np.stack(
            [self._from_bones(f"toe-{number}", 3 if number == 1 else 4) for number in range(1, 6)]
        )
        nearest = away.argmin(axis=0)
        starts = (-12.0, 6.0, 5.0, 5.0, -17.0)
        for number, (name, start) in enumerate(zip(named, starts, strict=True), start=1):
            reach, _, _ = self.along(f"toe-{number}-1", f"toe-{number}-2")
            close = away.min(axis=0) < (19.0 if number == 1 else 15.0)
            toe = limb & (nearest == number - 1) & close & (reach > start)
            self.put("toe-plantar", toe & (self.ny < -0.5) & (reach > 12.0))
            self.put(f"toe-{name}", toe)
        self.put("foot-sole", limb & (self.ny < -0.45) & (y < 34))
        inner, outer = self.at("med_malleolus"), self.at("lat_malleolus")
        middle = (inner[0] + outer[0]) / 2.0
        low_inner = np.where(z > inner[2] + 10, inner[1] - 27, inner[1] - 15)
        front = (self.nz > 0.55) & (z > 18)
        self.put("ankle-anterior", limb & front & (y > self.at("ankle_front_mid")[1] - 9))
        self.put("ankle-medial", limb & (x < middle) & (y > low_inner) & (z < 45) & (self.ny < 0.55))
        self.put("ankle-lateral", limb & (x >= middle) & (y > outer[1] - 11) & (z < 36) & (self.ny < 0.55))
        self.put("foot-medial", limb & (self.nx < -0.45) & (self.ny < 0.62))
        self.put("foot-lateral", limb & (self.nx > 0.6) & (y < 50))
        self.put("foot-medial", limb & (z < 0) & (x < middle) & (y < 60))
        self.put("foot-lateral", limb & (z < 0) & (y < 60))
        self.put("foot-dorsum", limb)

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


def main() -> int:
    """Sort all faces and write them."""
    sorter = Sorter()
    sorter.head()
    sorter.trunk()
    sorter.arm()
    sorter.hand()
    sorter.leg()
    sorter.foot()
    left_over = int((sorter.region == "").sum())
    if left_over:
        print(f"{left_over} faces have no region", file=sys.stderr)
        return 1
    sorter.smoothed()
    sorter.write()
    return 0


if __name__ == "__main__":
    sys.exit(main())
