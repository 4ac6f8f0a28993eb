"""Which pictures are made of a body: what each shows, from where, how large, and where it fades out.

Close-ups show the person's left limb as the person sees it: hands with the fingers up, the foot from above
with the toes away.  The right limb is the mirror image.  The same plan serves the baked figures and the
pictures of a person's own body.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from acupress_desktop.domain.anatomy.scan import facing, scanned
from acupress_desktop.domain.anatomy.views import BodyView, Camera, EdgeFade, ShownSide, ViewKind

if TYPE_CHECKING:
    from acupress_desktop.domain.anatomy.body import Body, Floats
    from acupress_desktop.domain.anatomy.drawn_body import DrawnBody

SeenFaces = Callable[[npt.NDArray[np.floating], int, int], npt.NDArray[np.integer]]
"""Returns the nearest triangle at each pixel (-1 for none) of corners in pixels: x, y down, z to the eye."""

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
class PlannedView:
    """One picture to make; `part` names what it shows, `side` whose (left, or both)."""

    id: str
    kind: ViewKind
    part: str
    side: ShownSide
    camera: Camera
    parts: tuple[str, ...]
    fades: tuple[EdgeFade, ...] = ()
    vignette_mm: tuple[float, float] | None = None  # full and no opacity, from the middle

    def opacity(self, points: npt.NDArray[np.floating]) -> npt.NDArray[np.floating]:
        """Return the opacity that fades give to points of the surface."""
        kind = points.dtype
        opacity = np.ones(len(points), dtype=kind)
        for fade in self.fades:
            offset = points - np.array(fade.origin_mm, dtype=kind)
            opacity *= _smooth(1.0 - offset @ np.array(fade.direction, dtype=kind) / fade.length_mm)
        if self.vignette_mm is not None:
            full, none = self.vignette_mm
            offset = points - np.array(self.camera.origin_mm, dtype=kind)
            away = np.hypot(offset @ np.array(self.camera.right), offset @ np.array(self.camera.up))
            opacity *= _smooth((none - away) / (none - full))
        return opacity

    def fitted(self, points: Floats, triangles: npt.NDArray[np.integer], seen: SeenFaces) -> PlannedView:
        """Return the view with its camera scaled and moved so that all that is seen fits.

        `points` and `triangles` are what is drawn of the parts of the view.  Whole bodies keep their camera;
        the four sides of a figure must share one scale.
        """
        if self.kind is ViewKind.WHOLE:
            return self
        camera = self.camera
        if self.vignette_mm is not None:
            low, high = np.full(2, -self.vignette_mm[1]), np.full(2, self.vignette_mm[1])
        else:
            low, high = self._seen_bounds_mm(points, triangles, seen)
        middle = (low + high) / 2.0
        scale = float((CLOSE_UP_PX - 2 * MARGIN_PX) / (high - low).max())
        width, height = (int(-(-(side * scale + 2 * MARGIN_PX) // 8) * 8) for side in high - low)
        origin = _moved(camera, middle)
        return replace(self, camera=Camera(_vector(origin), camera.right, camera.up, scale, width, height))

    def _seen_bounds_mm(
        self, points: Floats, triangles: npt.NDArray[np.integer], seen: SeenFaces
    ) -> tuple[Floats, Floats]:
        """Return lower left and upper right of what is seen, from the camera's origin."""
        camera = self.camera
        right, up = np.array(camera.right), np.array(camera.up)
        used = points[np.unique(triangles)]
        near = used[self.opacity(used) > 0.0] - camera.origin_mm
        flat = np.stack((near @ right, near @ up), axis=1)
        low, high = flat.min(axis=0), flat.max(axis=0)
        scale = FITTING_PX / float((high - low).max())
        side = FITTING_PX + 4
        rough = Camera(
            _vector(_moved(camera, (low + high) / 2.0)), camera.right, camera.up, scale, side, side
        )
        faces = seen(on_screen(rough, points), side, side)
        rows, columns = np.nonzero(faces >= 0)
        shown = self.opacity(points[triangles[faces[rows, columns], 0]]) > 0.03
        across = (columns[shown] + 0.5 - side / 2.0) / scale + (low + high)[0] / 2
        upward = (side / 2.0 - rows[shown] - 0.5) / scale + (low + high)[1] / 2
        return np.array((across.min(), upward.min())), np.array((across.max(), upward.max()))


def body_views(drawn: DrawnBody, figure: str) -> tuple[BodyView, ...]:
    """Return every picture of a body with its final camera; files are named after the views."""
    return tuple(_body_view(_fitted_to(drawn, planned), figure) for planned in views_of(drawn.body))


def _fitted_to(drawn: DrawnBody, view: PlannedView) -> PlannedView:
    triangles = drawn.skin(view.parts).triangles

    def seen(screen: npt.NDArray[np.floating], width: int, height: int) -> npt.NDArray[np.integer]:
        faces = facing(screen.astype(np.float32), triangles, width, height)
        nearest = scanned(faces, width, 0, height).triangle
        return np.where(nearest >= 0, faces.number[nearest], -1)

    return view.fitted(drawn.points.astype(np.float64), triangles, seen)


def _body_view(view: PlannedView, figure: str) -> BodyView:
    return BodyView(
        id=view.id,
        figure=figure,
        kind=view.kind,
        part=view.part,
        side=view.side,
        parts=view.parts,
        title=f"view_{view.id}",
        picture=f"views/{view.id}.webp",
        line_art="",
        region_picture=f"regions/{view.id}.png",
        camera=view.camera,
        fades=view.fades,
        vignette_mm=view.vignette_mm,
    )


def on_screen(camera: Camera, points: npt.NDArray[np.floating]) -> npt.NDArray[np.floating]:
    """Return (x right, y down, z toward the eye), all in pixels."""
    flat = camera.project_px(points.astype(np.float64))
    deep = (points - camera.origin_mm) @ camera.toward_eye * camera.px_per_mm
    return np.concatenate((flat, deep[:, None]), axis=1)


def views_of(body: Body) -> Iterator[PlannedView]:
    """Yield every view of a figure, whole bodies first."""
    yield from _whole(body)
    yield from _head(body)
    yield from _trunk(body)
    yield from _arm(body)
    yield from _leg(body)


def _whole(body: Body) -> Iterator[PlannedView]:
    height = body.stature_mm
    scale = (WHOLE_PX[1] - 80) / height
    depth = float(body.vertices_mm[:, 2].min() + body.vertices_mm[:, 2].max()) / 2.0
    for name, eye in (("front", FRONT), ("back", -FRONT), ("left", OUTER), ("right", -OUTER)):
        sideways = name in ("left", "right")
        camera = Camera(
            (0.0, height / 2.0, depth if sideways else 0.0),
            _vector(np.cross(UP, eye)), _vector(UP), scale,
            SIDE_PX if sideways else WHOLE_PX[0], WHOLE_PX[1],
        )  # fmt: skip
        yield PlannedView(name, ViewKind.WHOLE, "body", ShownSide.BOTH, camera, body.model.part_names)


def _head(body: Body) -> Iterator[PlannedView]:
    joints = body.joints_mm
    neck = joints["neck"][1]
    tall = body.stature_mm - neck
    middle = np.array((0.0, neck + tall / 2.0, 0.0))
    fade = _fade(np.array((0.0, neck + tall * 0.02, 0.0)), DOWN, tall * 0.20)
    for name, eye in (("head_front", FRONT), ("head_side", OUTER), ("head_back", -FRONT)):
        side = ShownSide.LEFT if name == "head_side" else ShownSide.BOTH
        yield _close_up(name, side, _camera(middle, eye, UP), UPPER, (fade,))
    yield _close_up("head_top", ShownSide.BOTH, _camera(middle, UP, FRONT), ("head",))
    skull = body.vertices_mm[body.model.vertex_part == body.model.part_names.index("head")]
    tip = skull[skull[:, 0].argmax()]
    behind = np.radians(20.0)
    camera = _camera(tip + np.array((0.0, -12.0, -8.0)), (np.cos(behind), 0.0, -np.sin(behind)), UP)
    yield _close_up("ear", ShownSide.LEFT, camera, ("head", "neck"), (), (46.0, 68.0))
    shoulder = joints["l-shoulder"]
    yield _close_up("neck_shoulder_back", ShownSide.BOTH,
        _camera(middle, (0.0, 0.10, -1.0), UP), UPPER,
        (_fade(np.array((0.0, shoulder[1] - 62.0, 0.0)), DOWN, 100.0),),
    )  # fmt: skip


def _trunk(body: Body) -> Iterator[PlannedView]:
    joints = body.joints_mm
    chest, hip = joints["spine-1"][1], joints["l-upper-leg"][1]
    tall = chest - hip
    middle = np.array((0.0, (chest + hip) / 2.0, 0.0))
    fades = (
        _fade(np.array((0.0, chest - 88.0, 0.0)), UP, 56.0),
        _fade(np.array((0.0, hip - tall * 0.16, 0.0)), DOWN, tall * 0.22),
    )
    for name, eye in (("abdomen_front", FRONT), ("low_back", -FRONT)):
        yield _close_up(name, ShownSide.BOTH, _camera(middle, eye, UP), TORSO, fades)
    yield _close_up("trunk_side", ShownSide.LEFT, _camera(middle, OUTER, UP), TORSO[:2],
        (
            _fade(np.array((0.0, chest - 52.0, 0.0)), UP, 36.0),
            _fade(np.array((0.0, hip - tall * 0.16, 0.0)), DOWN, tall * 0.22),
        ),
    )  # fmt: skip
    yield _close_up("chest_front", ShownSide.BOTH, _camera(middle, FRONT, UP), UPPER,
        (
            _fade(np.array((0.0, chest - 92.0, 0.0)), DOWN, 70.0),
            _fade(np.array((0.0, joints["neck"][1] - 16.0, 0.0)), UP, 40.0),
        ),
    )  # fmt: skip
    yield _close_up("upper_back", ShownSide.BOTH, _camera(middle, -FRONT, UP), UPPER,
        (
            _fade(np.array((0.0, chest - 110.0, 0.0)), DOWN, 70.0),
            _fade(np.array((0.0, joints["neck"][1] + 30.0, 0.0)), UP, 50.0),
        ),
    )  # fmt: skip


def _arm(body: Body) -> Iterator[PlannedView]:
    joints = body.joints_mm
    elbow, wrist = joints["l-elbow"], joints["l-hand"]
    palmar = hand_normal(body)
    along = _unit(joints["l-finger-3-1"] - wrist)
    fore = _unit(wrist - elbow)
    thumb = _unit(np.cross(palmar, along))
    thumb = thumb if thumb[0] > 0.0 else -thumb
    below = ("forearm_left", "hand_left")
    cut = (_fade(wrist - fore * 40.0, -fore, 48.0),)
    for name, eye in (("hand_back", -palmar), ("hand_palm", palmar), ("hand_thumb", thumb)):
        yield _close_up(name, ShownSide.LEFT, _camera(wrist, eye, along), below, cut)
    # The little-finger edge, a little from the back; the forearm is left out, which twists away from there.
    edge = _camera(wrist, -thumb * 0.88 - palmar * 0.47, along)
    yield _close_up("hand_little", ShownSide.LEFT, edge, below, (_fade(wrist + fore * 4.0, -fore, 34.0),))
    fades = (_fade(elbow - fore * 34.0, -fore, 46.0), _fade(wrist + fore * 44.0, fore, 46.0))
    for name, eye in (("forearm_inner", palmar), ("forearm_outer", -palmar)):
        yield _close_up(name, ShownSide.LEFT, _camera(wrist, eye, fore), ARM, fades)
    yield _close_up("wrist_inner", ShownSide.LEFT, _camera(wrist, palmar, fore), below,
        (_fade(wrist + fore * 42.0, fore, 40.0), _fade(wrist - fore * 112.0, -fore, 42.0)),
    )  # fmt: skip
    shoulder = joints["l-shoulder"]
    arm = _unit(elbow - shoulder)
    fades = (_fade(shoulder + arm * 112.0, -arm, 42.0), _fade(elbow + fore * 60.0, fore, 50.0))
    for name, toward in (("upper_arm_inner", (-1.0, -0.1, 0.42)), ("upper_arm_outer", (1.0, 0.1, 0.2))):
        yield _close_up(name, ShownSide.LEFT, _camera(elbow, toward, -arm), ARM, fades)
    yield _close_up("elbow_outer", ShownSide.LEFT,
        _camera(elbow, thumb * 0.92 - palmar * 0.38, fore), ARM,
        (_fade(elbow - fore * 50.0, -fore, 40.0), _fade(elbow + fore * 125.0, fore, 48.0)),
    )  # fmt: skip


def _leg(body: Body) -> Iterator[PlannedView]:
    joints = body.joints_mm
    knee, ankle = joints["l-knee"], joints["l-ankle"]
    down = _unit(ankle - knee)
    fades = (_fade(knee - down * 82.0, -down, 60.0), _fade(knee + down * 130.0, down, 62.0))
    for name, eye in (("knee_front", FRONT), ("knee_inner", -OUTER)):
        yield _close_up(name, ShownSide.LEFT, _camera(knee, eye, -down), LEG, fades)
    hip = joints["l-upper-leg"]
    thighward = _unit(knee - hip)
    fades = (_fade(hip + thighward * 184.0, -thighward, 66.0), _fade(knee + down * 45.0, down, 60.0))
    for name, eye in (("thigh_front", FRONT), ("thigh_outer", OUTER), ("thigh_back", -FRONT)):
        yield _close_up(name, ShownSide.LEFT, _camera(knee, eye, UP), LEG, fades)
    # Between the legs, from in front; up to where the thigh joins the trunk.
    fades = (_fade(hip + thighward * 150.0, -thighward, 52.0), _fade(knee + down * 45.0, down, 60.0))
    camera = _camera(knee, np.array((-0.6, 0.0, 0.8)), UP)
    yield _close_up("thigh_inner", ShownSide.LEFT, camera, LEG, fades)
    thigh = (_fade(knee - down * 36.0, -down, 46.0),)
    for name, eye in (
        ("lower_leg_front", np.array((0.42, 0.0, 1.0))),
        ("lower_leg_outer", OUTER),
        ("lower_leg_inner", -OUTER),
        ("calf_back", -FRONT),
    ):
        yield _close_up(name, ShownSide.LEFT, _camera(knee, eye, UP), LEG, thigh)
    foot = ("shin_left", "foot_left")
    yield _close_up("foot_top", ShownSide.LEFT,
        _camera(ankle, (0.04, 0.84, 0.54), (0.0, -0.54, 0.84)), foot,
        (_fade(ankle - down * 56.0, -down, 62.0),),
    )  # fmt: skip
    yield _close_up("foot_sole", ShownSide.LEFT, _camera(ankle, DOWN, FRONT), foot[1:])
    cut = (_fade(ankle - down * 62.0, -down, 55.0),)
    for name, eye in (("foot_inner", -OUTER), ("foot_outer", OUTER)):
        yield _close_up(name, ShownSide.LEFT, _camera(ankle, eye, UP), foot, cut)


def hand_normal(body: Body) -> Floats:
    """Return the unit vector out of the left palm."""
    joints = body.joints_mm
    wrist = joints["l-hand"]
    out = np.cross(joints["l-finger-5-1"] - wrist, joints["l-finger-2-1"] - wrist)
    return _unit(out if out[2] > 0.0 else -out)


def _moved(camera: Camera, by_mm: Floats) -> Floats:
    return np.asarray(
        np.array(camera.origin_mm) + np.array(camera.right) * by_mm[0] + np.array(camera.up) * by_mm[1]
    )


def _camera(middle: Floats, toward_eye: object, up: object) -> Camera:
    """Return a camera that only knows its direction; `PlannedView.fitted` sets the rest."""
    eye = _unit(toward_eye)
    right = _unit(np.cross(_unit(up), eye))
    return Camera(_vector(middle), _vector(right), _vector(np.cross(eye, right)), 1.0, 0, 0)


def _close_up(
    name: str,
    side: ShownSide,
    camera: Camera,
    parts: tuple[str, ...],
    fades: tuple[EdgeFade, ...] = (),
    vignette_mm: tuple[float, float] | None = None,
) -> PlannedView:
    return PlannedView(name, ViewKind.CLOSE_UP, name, side, camera, parts, fades, vignette_mm)


def _fade(origin: Floats, direction: Floats, length_mm: float) -> EdgeFade:
    return EdgeFade(_vector(origin), _vector(direction), float(length_mm))


def _vector(values: Floats) -> tuple[float, float, float]:
    x, y, z = (float(value) for value in values)
    return x, y, z


def _smooth(share: npt.NDArray[np.floating]) -> npt.NDArray[np.floating]:
    inside = np.clip(share, 0.0, 1.0)
    return np.asarray(inside * inside * (3.0 - 2.0 * inside))


def _unit(vector: object) -> Floats:
    array = np.asarray(vector, dtype=float)
    return np.asarray(array / np.linalg.norm(array))
