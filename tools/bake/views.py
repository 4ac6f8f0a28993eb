"""The views of a figure: what is shown, from where, how large, and where it fades out.

Close-ups show the person's left limb as the person sees it: hands with the fingers up,
the foot from above with the toes away.  The right limb is the mirror image.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from .base_mesh import Floats, Ints
from .raster import z_buffer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acupress_desktop.domain.anatomy.body import Body

WHOLE_PX: Final = (1240, 2560)
SIDE_PX: Final = 760
FRONT: Final = np.array((0.0, 0.0, 1.0))
OUTER: Final = np.array((1.0, 0.0, 0.0))  # of the left limbs
UP: Final = np.array((0.0, 1.0, 0.0))
DOWN: Final = -UP
CLOSE_UP_PX: Final = 1280  # the longer side
MARGIN_PX: Final = 32
FITTING_PX: Final = 800
ARM: Final = ("upper_arm_left", "forearm_left", "hand_left")
LEG: Final = ("thigh_left", "shin_left", "foot_left")
UPPER: Final = (
    "head", "neck", "trunk",
    "upper_arm_left", "upper_arm_right", "forearm_left", "forearm_right",
)  # fmt: skip
TORSO: Final = ("trunk", "thigh_left", "thigh_right")


@dataclass(frozen=True, slots=True)
class Camera:
    """An orthographic camera; `origin_mm` lies in the middle of the picture."""

    origin_mm: Floats
    right: Floats
    up: Floats
    px_per_mm: float
    size_px: tuple[int, int]

    @property
    def eye(self) -> Floats:
        """Unit vector from the body toward the eye."""
        return np.cross(self.right, self.up)

    def screen(self, points: Floats) -> Floats:
        """Return (x right, y down, z toward the eye), all in pixels."""
        offset = points - self.origin_mm
        return np.stack(
            (
                offset @ self.right * self.px_per_mm + self.size_px[0] / 2.0,
                -(offset @ self.up) * self.px_per_mm + self.size_px[1] / 2.0,
                offset @ self.eye * self.px_per_mm,
            ),
            axis=1,
        )


@dataclass(frozen=True, slots=True)
class Fade:
    """Alpha falls from 1 to 0 within `length_mm` beyond `origin_mm` along `direction`."""

    origin_mm: Floats
    direction: Floats
    length_mm: float


@dataclass(frozen=True, slots=True)
class View:
    """One picture to bake; `part` names what it shows, `side` whose (left, or both)."""

    id: str
    kind: str
    part: str
    side: str
    camera: Camera
    parts: tuple[str, ...]
    fades: tuple[Fade, ...] = ()
    vignette_mm: tuple[float, float] | None = None  # full and no opacity, from the middle

    def opacity(self, points: npt.NDArray[np.floating]) -> npt.NDArray[np.floating]:
        """Return the opacity that fades give to points of the surface."""
        opacity = np.ones(len(points), dtype=points.dtype)
        for fade in self.fades:
            beyond = (points - fade.origin_mm.astype(points.dtype)) @ fade.direction.astype(points.dtype)
            opacity *= _smooth(1.0 - beyond / fade.length_mm)
        if self.vignette_mm is not None:
            full, none = self.vignette_mm
            offset = points - self.camera.origin_mm.astype(points.dtype)
            away = np.hypot(offset @ self.camera.right, offset @ self.camera.up)
            opacity *= _smooth((none - away) / (none - full))
        return opacity

    def fitted(self, points: Floats, triangles: Ints) -> View:
        """Return the view with its camera scaled and moved so that all that is seen fits.

        Whole bodies keep their camera; the four sides of a figure must share one scale.
        """
        if self.kind == "whole":
            return self
        camera = self.camera
        if self.vignette_mm is not None:
            low, high = np.full(2, -self.vignette_mm[1]), np.full(2, self.vignette_mm[1])
        else:
            low, high = self._seen_bounds_mm(points, triangles)
        middle = (low + high) / 2.0
        scale = float((CLOSE_UP_PX - 2 * MARGIN_PX) / (high - low).max())
        width, height = (int(-(-(side * scale + 2 * MARGIN_PX) // 8) * 8) for side in high - low)
        origin = camera.origin_mm + camera.right * middle[0] + camera.up * middle[1]
        return replace(self, camera=Camera(origin, camera.right, camera.up, scale, (width, height)))

    def _seen_bounds_mm(self, points: Floats, triangles: Ints) -> tuple[Floats, Floats]:
        """Return lower left and upper right of what is seen, from the camera's origin."""
        camera = self.camera
        near = points[self.opacity(points) > 0.0] - camera.origin_mm
        flat = np.stack((near @ camera.right, near @ camera.up), axis=1)
        low, high = flat.min(axis=0), flat.max(axis=0)
        scale = FITTING_PX / float((high - low).max())
        middle = camera.origin_mm + camera.right * (low + high)[0] / 2 + camera.up * (low + high)[1] / 2
        rough = Camera(middle, camera.right, camera.up, scale, (FITTING_PX + 4, FITTING_PX + 4))
        faces, _ = z_buffer(rough.screen(points), triangles, *rough.size_px)
        rows, columns = np.nonzero(faces >= 0)
        seen = self.opacity(points[triangles[faces[rows, columns], 0]]) > 0.03
        offset = (rough.size_px[0] / 2.0, rough.size_px[1] / 2.0)
        across = (columns[seen] + 0.5 - offset[0]) / scale + (low + high)[0] / 2
        upward = (offset[1] - rows[seen] - 0.5) / scale + (low + high)[1] / 2
        return np.array((across.min(), upward.min())), np.array((across.max(), upward.max()))


def _smooth(share: npt.NDArray[np.floating]) -> npt.NDArray[np.floating]:
    inside = np.clip(share, 0.0, 1.0)
    return np.asarray(inside * inside * (3.0 - 2.0 * inside))


def views_of(body: Body) -> Iterator[View]:
    """Yield every view of a figure, whole bodies first."""
    yield from _whole(body)
    yield from _head(body)
    yield from _trunk(body)
    yield from _arm(body)
    yield from _leg(body)


def _whole(body: Body) -> Iterator[View]:
    height = body.stature_mm
    scale = (WHOLE_PX[1] - 80) / height
    depth = float(body.vertices_mm[:, 2].min() + body.vertices_mm[:, 2].max()) / 2.0
    for name, eye in (("front", FRONT), ("back", -FRONT), ("left", OUTER), ("right", -OUTER)):
        sideways = name in ("left", "right")
        camera = Camera(
            np.array((0.0, height / 2.0, depth if sideways else 0.0)),
            np.cross(UP, eye), UP, scale, (SIDE_PX if sideways else WHOLE_PX[0], WHOLE_PX[1]),
        )  # fmt: skip
        yield View(name, "whole", "body", "both", camera, body.model.part_names)


def _head(body: Body) -> Iterator[View]:
    joints = body.joints_mm
    neck = joints["neck"][1]
    tall = body.stature_mm - neck
    middle = np.array((0.0, neck + tall / 2.0, 0.0))
    fade = Fade(np.array((0.0, neck + tall * 0.02, 0.0)), DOWN, tall * 0.20)
    for name, eye in (("head_front", FRONT), ("head_side", OUTER), ("head_back", -FRONT)):
        side = "left" if name == "head_side" else "both"
        yield View(name, "close_up", name, side, _camera(middle, eye, UP), UPPER, (fade,))
    yield View("head_top", "close_up", "head_top", "both", _camera(middle, UP, FRONT), ("head",))
    skull = body.vertices_mm[body.model.vertex_part == body.model.part_names.index("head")]
    tip = skull[skull[:, 0].argmax()]
    behind = np.radians(20.0)
    camera = _camera(tip + np.array((0.0, -12.0, -8.0)), (np.cos(behind), 0.0, -np.sin(behind)), UP)
    yield View("ear", "close_up", "ear", "left", camera, ("head", "neck"), (), (46.0, 68.0))
    shoulder = joints["l-shoulder"]
    yield View(
        "neck_shoulder_back", "close_up", "neck_shoulder_back", "both",
        _camera(middle, (0.0, 0.10, -1.0), UP), UPPER,
        (Fade(np.array((0.0, shoulder[1] - 62.0, 0.0)), DOWN, 100.0),),
    )  # fmt: skip


def _trunk(body: Body) -> Iterator[View]:
    joints = body.joints_mm
    chest, hip = joints["spine-1"][1], joints["l-upper-leg"][1]
    tall = chest - hip
    middle = np.array((0.0, (chest + hip) / 2.0, 0.0))
    fades = (
        Fade(np.array((0.0, chest - 88.0, 0.0)), UP, 56.0),
        Fade(np.array((0.0, hip - tall * 0.16, 0.0)), DOWN, tall * 0.22),
    )
    for name, eye in (("abdomen_front", FRONT), ("low_back", -FRONT)):
        yield View(name, "close_up", name, "both", _camera(middle, eye, UP), TORSO, fades)
    yield View(
        "trunk_side", "close_up", "trunk_side", "left", _camera(middle, OUTER, UP), TORSO[:2],
        (
            Fade(np.array((0.0, chest - 52.0, 0.0)), UP, 36.0),
            Fade(np.array((0.0, hip - tall * 0.16, 0.0)), DOWN, tall * 0.22),
        ),
    )  # fmt: skip
    yield View(
        "chest_front", "close_up", "chest_front", "both", _camera(middle, FRONT, UP), UPPER,
        (
            Fade(np.array((0.0, chest - 92.0, 0.0)), DOWN, 70.0),
            Fade(np.array((0.0, joints["neck"][1] - 16.0, 0.0)), UP, 40.0),
        ),
    )  # fmt: skip
    yield View(
        "upper_back", "close_up", "upper_back", "both", _camera(middle, -FRONT, UP), UPPER,
        (
            Fade(np.array((0.0, chest - 110.0, 0.0)), DOWN, 70.0),
            Fade(np.array((0.0, joints["neck"][1] + 30.0, 0.0)), UP, 50.0),
        ),
    )  # fmt: skip


def _arm(body: Body) -> Iterator[View]:
    joints = body.joints_mm
    elbow, wrist = joints["l-elbow"], joints["l-hand"]
    palmar = hand_normal(body)
    along = _unit(joints["l-finger-3-1"] - wrist)
    fore = _unit(wrist - elbow)
    thumb = _unit(np.cross(palmar, along))
    thumb = thumb if thumb[0] > 0.0 else -thumb
    below = ("forearm_left", "hand_left")
    cut = (Fade(wrist - fore * 40.0, -fore, 48.0),)
    for name, eye in (("hand_back", -palmar), ("hand_palm", palmar), ("hand_thumb", thumb)):
        yield View(name, "close_up", name, "left", _camera(wrist, eye, along), below, cut)
    fades = (Fade(elbow - fore * 34.0, -fore, 46.0), Fade(wrist + fore * 44.0, fore, 46.0))
    for name, eye in (("forearm_inner", palmar), ("forearm_outer", -palmar)):
        yield View(name, "close_up", name, "left", _camera(wrist, eye, fore), ARM, fades)
    yield View(
        "wrist_inner", "close_up", "wrist_inner", "left", _camera(wrist, palmar, fore), below,
        (Fade(wrist + fore * 42.0, fore, 40.0), Fade(wrist - fore * 112.0, -fore, 42.0)),
    )  # fmt: skip
    shoulder = joints["l-shoulder"]
    arm = _unit(elbow - shoulder)
    fades = (Fade(shoulder + arm * 112.0, -arm, 42.0), Fade(elbow + fore * 60.0, fore, 50.0))
    for name, eye in (("upper_arm_inner", (-1.0, -0.1, 0.42)), ("upper_arm_outer", (1.0, 0.1, 0.2))):
        yield View(name, "close_up", name, "left", _camera(elbow, eye, -arm), ARM, fades)
    yield View(
        "elbow_outer", "close_up", "elbow_outer", "left",
        _camera(elbow, thumb * 0.92 - palmar * 0.38, fore), ARM,
        (Fade(elbow - fore * 50.0, -fore, 40.0), Fade(elbow + fore * 125.0, fore, 48.0)),
    )  # fmt: skip


def _leg(body: Body) -> Iterator[View]:
    joints = body.joints_mm
    knee, ankle = joints["l-knee"], joints["l-ankle"]
    down = _unit(ankle - knee)
    fades = (Fade(knee - down * 82.0, -down, 60.0), Fade(knee + down * 130.0, down, 62.0))
    for name, eye in (("knee_front", FRONT), ("knee_inner", -OUTER)):
        yield View(name, "close_up", name, "left", _camera(knee, eye, -down), LEG, fades)
    hip = joints["l-upper-leg"]
    thighward = _unit(knee - hip)
    fades = (Fade(hip + thighward * 184.0, -thighward, 66.0), Fade(knee + down * 45.0, down, 60.0))
    inner = (-0.8, 0.0, 0.6)  # between the legs, from in front
    for name, eye in (
        ("thigh_front", FRONT), ("thigh_outer", OUTER), ("thigh_back", -FRONT), ("thigh_inner", inner)
    ):  # fmt: skip
        yield View(name, "close_up", name, "left", _camera(knee, eye, UP), LEG, fades)
    thigh = (Fade(knee - down * 36.0, -down, 46.0),)
    for name, eye in (
        ("lower_leg_front", (0.42, 0.0, 1.0)),
        ("lower_leg_outer", OUTER),
        ("lower_leg_inner", -OUTER),
        ("calf_back", -FRONT),
    ):
        yield View(name, "close_up", name, "left", _camera(knee, eye, UP), LEG, thigh)
    foot = ("shin_left", "foot_left")
    yield View(
        "foot_top", "close_up", "foot_top", "left",
        _camera(ankle, (0.04, 0.84, 0.54), (0.0, -0.54, 0.84)), foot,
        (Fade(ankle - down * 56.0, -down, 62.0),),
    )  # fmt: skip
    yield View("foot_sole", "close_up", "foot_sole", "left", _camera(ankle, DOWN, FRONT), foot[1:])
    cut = (Fade(ankle - down * 62.0, -down, 55.0),)
    for name, eye in (("foot_inner", -OUTER), ("foot_outer", OUTER)):
        yield View(name, "close_up", name, "left", _camera(ankle, eye, UP), foot, cut)


def hand_normal(body: Body) -> Floats:
    """Return the unit vector out of the left palm."""
    joints = body.joints_mm
    wrist = joints["l-hand"]
    out = np.cross(joints["l-finger-5-1"] - wrist, joints["l-finger-2-1"] - wrist)
    return _unit(out if out[2] > 0.0 else -out)


def _camera(middle: Floats, toward_eye: object, up: object) -> Camera:
    """Return a camera that only knows its direction; `View.fitted` sets the rest."""
    eye = _unit(toward_eye)
    right = _unit(np.cross(_unit(up), eye))
    return Camera(np.asarray(middle, dtype=float), right, np.cross(eye, right), 1.0, (0, 0))


def _unit(vector: object) -> Floats:
    array = np.asarray(vector, dtype=float)
    return np.asarray(array / np.linalg.norm(array))
