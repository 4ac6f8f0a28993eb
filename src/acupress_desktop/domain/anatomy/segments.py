"""Own measures on a body: one segment made longer or shorter, smoothly, with all that hangs on it.

A segment is measured between two landmarks.  What lies between its joints is stretched along the
segment, softly at both ends, and what lies further out is carried along: a longer forearm moves
the hand, a longer lower leg the foot, wider shoulders the arms.  A longer hand is a larger hand.
All of it happens on the left half of the body, so the right one stays its exact mirror image.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from acupress_desktop.domain.anatomy.shape import BodyShapeError, OwnMeasures, UsualMeasures

if TYPE_CHECKING:
    from acupress_desktop.domain.anatomy.body import BodyModel
    from acupress_desktop.domain.anatomy.surface import SurfaceAnchor

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.intp]

ELBOW: Final = "cubital_crease_mid"
WRIST: Final = "wrist_palmar_mid"
FINGERTIP: Final = "fingertip_middle"
KNEE_FOLD: Final = "popliteal_crease_mid"
ANKLE_BONE: Final = "lat_malleolus"
SHOULDER_ROOF: Final = "acromion_lat"
MEASURED_ENDS: Final = (ELBOW, WRIST, FINGERTIP, KNEE_FOLD, ANKLE_BONE, SHOULDER_ROOF)
"""The landmarks between which people measure themselves."""

LIMITS: Final[Mapping[str, tuple[float, float]]] = {
    "forearm_mm": (0.80, 1.25),
    "lower_leg_mm": (0.80, 1.25),
    "shoulder_width_mm": (0.80, 1.25),
    "hand_mm": (0.80, 1.25),
}
"""How far a measure may be from what the rest of the body would have, as a share of it."""

_SOFT_SHARE: Final = 0.22  # of the segment: where the stretch swells and dies down at each end
_BEFORE_SHARE: Final = 0.08  # the stretch begins this far before the joint
_PALM_SHARE: Final = 0.45  # of the hand: where it has grown to its full size
_GIRDLE_SHARE: Final = 0.88  # of the way to the shoulder roof: what lies further out is only carried
_GIRDLE_SOFT_SHARE: Final = 0.16
_BLUR_ROUNDS: Final = 14
_TABLE: Final = 129
_ARM_JOINTS: Final = ("l-elbow", "l-hand", "l-finger", "l-shoulder")
_LEG_JOINTS: Final = ("l-knee", "l-ankle", "l-foot", "l-toe")


@dataclass(frozen=True, slots=True, eq=False)
class _End:
    """A landmark as a mix of rows of the left half."""

    rows: Ints
    weights: Floats

    def of(self, values: Floats) -> Floats:
        """Return the mix of `values`, one per row."""
        return np.asarray(self.weights @ values[self.rows])


class Segments:
    """Sets the measured segments of bodies of one model."""

    def __init__(self, model: BodyModel) -> None:
        half_of_row = np.full(len(model.row_mirror), -1, dtype=np.intp)
        half_of_row[model.half_rows] = np.arange(len(model.half_rows))
        self._ends = {name: _end(model, half_of_row, anchor) for name, anchor in model.measured_ends.items()}
        count = len(model.vertex_part)
        self._joint = {
            name: int(half_of_row[count + index])
            for index, name in enumerate(model.joint_names)
            if half_of_row[count + index] >= 0
        }
        self._arm = _rows_of(model, half_of_row, ("upper_arm", "forearm", "hand"), _ARM_JOINTS)
        self._leg = _rows_of(model, half_of_row, ("thigh", "shin", "foot"), _LEG_JOINTS)
        self._arm_share = _arm_share(model)

    def usual(self, half: Floats) -> UsualMeasures:
        """Return every measure of a half body as it is."""
        fore = self._place(half, WRIST) - self._place(half, ELBOW)
        hand = self._place(half, FINGERTIP) - self._place(half, WRIST)
        leg = (self._place(half, ANKLE_BONE) - self._place(half, KNEE_FOLD)) @ self._axis(
            half, "l-knee", "l-ankle"
        )
        return UsualMeasures(
            forearm_mm=float(np.linalg.norm(fore)),
            lower_leg_mm=float(leg),
            shoulder_width_mm=2.0 * float(self._place(half, SHOULDER_ROOF)[0]),
            hand_mm=float(np.linalg.norm(hand)),
        )

    def set(self, half: Floats, measures: OwnMeasures) -> None:
        """Change a half body in place so that its segments have the given lengths."""
        if measures.shoulder_width_mm is not None:
            self._set_shoulders(half, measures.shoulder_width_mm)
        if measures.forearm_mm is not None:
            self._set_forearm(half, measures.forearm_mm)
        if measures.hand_mm is not None:
            self._set_hand(half, measures.hand_mm)
        if measures.lower_leg_mm is not None:
            self._set_lower_leg(half, measures.lower_leg_mm)

    def _set_forearm(self, half: Floats, wanted_mm: float) -> None:
        share, axis = self._ramp(half, self._arm, "l-elbow", "l-hand")
        carried = np.zeros(len(half))
        carried[self._arm] = share
        apart = self._place(half, WRIST) - self._place(half, ELBOW)
        step = axis * float(self._ends[WRIST].of(carried) - self._ends[ELBOW].of(carried))
        half[self._arm] += share[:, None] * axis * _stretch(apart, step, wanted_mm)

    def _set_lower_leg(self, half: Floats, wanted_mm: float) -> None:
        share, axis = self._ramp(half, self._leg, "l-knee", "l-ankle")
        carried = np.zeros(len(half))
        carried[self._leg] = share
        apart = float((self._place(half, ANKLE_BONE) - self._place(half, KNEE_FOLD)) @ axis)
        step = float(self._ends[ANKLE_BONE].of(carried) - self._ends[KNEE_FOLD].of(carried))
        half[self._leg] += share[:, None] * axis * ((wanted_mm - apart) / step)

    def _set_hand(self, half: Floats, wanted_mm: float) -> None:
        wrist, tip = self._place(half, WRIST), self._place(half, FINGERTIP)
        long = float(np.linalg.norm(tip - wrist))
        along = (half[self._arm] - wrist) @ ((tip - wrist) / long)
        grown = _smooth(along / (long * _PALM_SHARE))
        centre = half[self._joint["l-hand"]].copy()
        moved = np.zeros_like(half)
        moved[self._arm] = (half[self._arm] - centre) * grown[:, None]
        step = self._ends[FINGERTIP].of(moved) - self._ends[WRIST].of(moved)
        half[self._arm] += moved[self._arm] * _stretch(tip - wrist, step, wanted_mm)

    def _set_shoulders(self, half: Floats, wanted_mm: float) -> None:
        heights = {name: half[row, 1] for name, row in self._joint.items()}
        roof = float(self._place(half, SHOULDER_ROOF)[0])
        low, armpit = (
            heights["spine-3"],
            heights["l-shoulder"] - 0.25 * (heights["l-shoulder"] - heights["spine-2"]),
        )
        up = _smooth((half[:, 1] - low) / (armpit - low))
        up *= 1.0 - _smooth((half[:, 1] - heights["neck"]) / (heights["head"] - heights["neck"]))
        share = up * np.interp(half[:, 0] / (_GIRDLE_SHARE * roof), *_GIRDLE)
        share += (1.0 - share) * self._arm_share
        half[:, 0] += share * (0.5 * wanted_mm - roof) / float(self._ends[SHOULDER_ROOF].of(share))

    def _ramp(self, half: Floats, rows: Ints, first: str, last: str) -> tuple[Floats, Floats]:
        """Return how much of a stretch each row takes along, 0 before the joints to 1 after, and the axis."""
        start, end = half[self._joint[first]], half[self._joint[last]]
        long = float(np.linalg.norm(end - start))
        axis = (end - start) / long
        at = (half[rows] - start) @ axis / long
        return np.interp(at, *_LIMB), axis

    def _axis(self, half: Floats, first: str, last: str) -> Floats:
        along = half[self._joint[last]] - half[self._joint[first]]
        return np.asarray(along / np.linalg.norm(along))

    def _place(self, half: Floats, name: str) -> Floats:
        return self._ends[name].of(half)


def check_against(measures: OwnMeasures, usual: UsualMeasures) -> None:
    """Refuse a measure that does not belong to the rest of a body.

    Raises:
        BodyShapeError: it is too far from what this body would have without it.
    """
    for field in fields(usual):
        wanted, drawn = getattr(measures, field.name), getattr(usual, field.name)
        low, high = (limit * drawn for limit in LIMITS[field.name])
        if wanted is not None and not low <= wanted <= high:
            raise BodyShapeError(field.name, wanted, low, high)


@lru_cache(maxsize=2)
def segments_of(model: BodyModel) -> Segments:
    """Return the segments of a model, prepared once."""
    return Segments(model)


def _smooth(share: Floats) -> Floats:
    inside = np.clip(share, 0.0, 1.0)
    return np.asarray(inside * inside * (3.0 - 2.0 * inside))


def _soft_ramp(begin: float, soft: float) -> tuple[Floats, Floats]:
    """Return stations along a segment and how much of its stretch has been taken up there."""
    at = np.linspace(begin, 1.0, _TABLE)
    swell = _smooth((at - at[0]) / soft) * _smooth((at[-1] - at) / soft)
    steps = (swell[1:] + swell[:-1]) / 2.0
    taken = np.concatenate(([0.0], np.cumsum(steps)))
    return at, taken / taken[-1]


_LIMB: Final = _soft_ramp(-_BEFORE_SHARE, _SOFT_SHARE)
_GIRDLE: Final = _soft_ramp(0.0, _GIRDLE_SOFT_SHARE)


def _stretch(apart: Floats, step: Floats, wanted_mm: float) -> float:
    """Return by how much of `step` two places must move apart to be `wanted_mm` from each other."""
    square, half_slope = float(step @ step), float(apart @ step)
    missing = wanted_mm * wanted_mm - float(apart @ apart)
    root = float(np.sqrt(max(half_slope * half_slope + square * missing, 0.0)))
    return (root - half_slope) / square


def _end(model: BodyModel, half_of_row: Ints, anchor: SurfaceAnchor) -> _End:
    rows = half_of_row[model.faces[anchor.face]]
    return _End(rows, np.array(anchor.weights))


def _rows_of(model: BodyModel, half_of_row: Ints, parts: tuple[str, ...], joints: tuple[str, ...]) -> Ints:
    skin = np.flatnonzero(np.isin(model.vertex_part, model.parts(*(f"{part}_left" for part in parts))))
    count = len(model.vertex_part)
    bones = [count + i for i, name in enumerate(model.joint_names) if name.startswith(joints)]
    rows = half_of_row[np.concatenate((skin, np.array(bones, dtype=np.intp)))]
    return np.sort(rows[rows >= 0])


def _arm_share(model: BodyModel) -> Floats:
    """Return 1 for rows of the left arm, 0 for the rest, blurred over the skin of the shoulder."""
    arm = model.parts(*(f"{part}_left" for part in ("upper_arm", "forearm", "hand")))
    share = np.isin(model.vertex_part, arm).astype(float)
    corners = model.quads.reshape(-1)
    count = np.maximum(np.bincount(corners, minlength=len(share)), 1)
    for _ in range(_BLUR_ROUNDS):
        mean = share[model.quads].mean(axis=1)
        share = np.bincount(corners, np.repeat(mean, 4), minlength=len(share)) / count
    bones = np.array([float(name.startswith(_ARM_JOINTS)) for name in model.joint_names])
    return np.concatenate((share, bones))[model.half_rows]
