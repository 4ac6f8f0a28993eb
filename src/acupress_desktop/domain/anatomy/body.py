"""The body mesh: one topology, any adult shape.

Axes: x to the person's left, y up, z to the front, in millimetres; the origin lies on
the floor under the pelvis.  Arms hang 14 degrees out with the palms to the front.
The left half is stored; the right half is its exact mirror image.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from acupress_desktop.domain.anatomy.segments import check_against, segments_of
from acupress_desktop.domain.anatomy.shape import NO_MEASURES, BodyShape, OwnMeasures, UsualMeasures
from acupress_desktop.domain.anatomy.shape_axes import (
    ShapeAxes,
    axes_of,
    girth_of,
    muscle_and_weight,
    widening_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from acupress_desktop.domain.anatomy.surface import SurfaceAnchor

Floats = npt.NDArray[np.float64]
Singles = npt.NDArray[np.float32]
Ints = npt.NDArray[np.intp]

LITRE_MM3: Final = 1.0e6
DENSITY_KG_PER_LITRE: Final = 1.01
STATURE_TOLERANCE_MM: Final = 0.2
MASS_TOLERANCE_KG: Final = 0.03
HEAD_STRETCH_SHARE: Final = 0.35  # how much the head follows when a body is widened
_MIRROR_SIGN: Final = np.array((-1.0, 1.0, 1.0))
_SOLVER_ROUNDS: Final = 12
_TRIAL_STEP: Final = 0.02  # on an axis, to see how fast stature and mass change there
_TRIFLE_MM: Final = 1.0
_TRIFLE_KG: Final = 0.2


@dataclass(frozen=True, slots=True)
class ShapeKnots:
    """Where the coefficient grid is known along each shape axis, ascending."""

    sex: Floats
    weight: Floats
    muscle: Floats
    age: Floats
    height: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """One person's body surface.

    `vertices_mm` (V, 3) and `faces` (F, 3) with outward normals; `joints_mm` by joint
    name (`l-elbow`, `neck`).  `axes` are the solved positions on the shape axes.
    """

    shape: BodyShape
    vertices_mm: Floats
    vertex_normals: Floats
    joints_mm: Mapping[str, Floats]
    axes: ShapeAxes
    model: BodyModel
    measures: OwnMeasures = NO_MEASURES

    @property
    def faces(self) -> Ints:
        """Corner vertices of every face, the same for every body."""
        return self.model.faces

    @property
    def stature_mm(self) -> float:
        """Height from sole to crown."""
        return float(np.ptp(self.vertices_mm[:, 1]))

    @property
    def mass_kg(self) -> float:
        """Mass of the enclosed volume at 1.01 kg per litre."""
        return enclosed_volume_mm3(self.vertices_mm, self.faces) / LITRE_MM3 * DENSITY_KG_PER_LITRE


@dataclass(frozen=True, slots=True, eq=False)
class _Family:
    """All bodies of one sex and age: coefficients (weight, muscle, height, K), and own measures."""

    table: Floats
    measures: OwnMeasures


@dataclass(frozen=True, slots=True, eq=False)
class BodyModel:
    """All bodies at once: topology, parts and the compressed space of shapes.

    Rows are vertices, then joints.  `half_rows` are the rows on the left and the midline,
    which `mean_mm` (H, 3) and `basis` (K, H x 3) describe; `row_mirror` maps every row to
    its opposite.  `coefficients` is (sex, weight, muscle, age, height, K) on `knots`.
    `measured_ends` are the landmarks between which own measures run.
    """

    quads: Ints
    cap_quad_count: int
    quad_part: Ints
    vertex_part: Ints
    part_names: tuple[str, ...]
    joint_names: tuple[str, ...]
    row_mirror: Ints
    half_rows: Ints
    mean_mm: Singles
    basis: Singles
    coefficients: Floats
    knots: ShapeKnots
    measured_ends: Mapping[str, SurfaceAnchor] = field(default_factory=dict)
    faces: Ints = field(init=False)
    face_part: Ints = field(init=False)
    mirror_vertex: Ints = field(init=False)
    mirror_face: Ints = field(init=False)
    _left_faces: Ints = field(init=False)
    _neck_rows: tuple[int, int] = field(init=False)

    def __post_init__(self) -> None:
        """Derive what every query needs."""
        count = len(self.vertex_part)
        set_once = object.__setattr__
        faces = self.quads[:, (0, 1, 2, 0, 2, 3)].reshape(-1, 3)
        set_once(self, "faces", faces)
        set_once(self, "face_part", np.repeat(self.quad_part, 2))
        set_once(self, "mirror_vertex", self.row_mirror[:count])
        set_once(self, "mirror_face", _opposite_faces(faces, self.mirror_vertex))
        half_of_row = np.full(len(self.row_mirror), -1, dtype=np.intp)
        half_of_row[self.half_rows] = np.arange(len(self.half_rows))
        on_left = half_of_row[faces]
        set_once(self, "_left_faces", on_left[(on_left >= 0).all(axis=1)])
        names = self.joint_names
        set_once(
            self,
            "_neck_rows",
            (half_of_row[count + names.index("neck")], half_of_row[count + names.index("head")]),
        )

    def shaped(self, shape: BodyShape, measures: OwnMeasures = NO_MEASURES) -> Body:
        """Return the body with the stature and mass of `shape` and the segments of `measures`.

        Stature is solved on the height axis and mass on a path from lean over average to
        soft and heavy; beyond the ends of the path the body is widened evenly.

        Raises:
            BodyShapeError: a measure does not belong to a body of this shape.
        """
        if measures == NO_MEASURES:
            return self._body(shape, measures, self.plain_axes(shape))
        plain, _ = _unmeasured(self, shape)
        self.check(shape, measures)
        axes = self._solved_near(shape, measures, plain) or self._solved(shape, measures)
        return self._body(shape, measures, axes)

    def check(self, shape: BodyShape, measures: OwnMeasures) -> None:
        """Refuse measures that do not belong to a body of this shape.

        Raises:
            BodyShapeError: a measure is too far from what this body would have without it.
        """
        if measures != NO_MEASURES:
            check_against(measures, _unmeasured(self, shape)[1])

    def usual_measures(self, shape: BodyShape) -> UsualMeasures:
        """Return the measures that a body of this shape has where nothing was measured."""
        return _unmeasured(self, shape)[1]

    def plain_axes(self, shape: BodyShape) -> ShapeAxes:
        """Return where a body of this shape lies on the axes where nothing was measured."""
        return self._solved(shape, NO_MEASURES)

    def measures_at(self, shape: BodyShape, axes: ShapeAxes) -> UsualMeasures:
        """Return the measures of a body without own ones."""
        half = self._half(self._family(shape, NO_MEASURES), girth_of(axes), axes.height)
        return segments_of(self).usual(half)

    def _solved_near(self, shape: BodyShape, measures: OwnMeasures, start: ShapeAxes) -> ShapeAxes | None:
        """Solve stature and mass from the axes of the same person without measures; None where it fails."""
        family = self._family(shape, measures)
        girth, height = girth_of(start), start.height
        now = self._stature_and_mass(family, girth, height)
        taller = self._stature_and_mass(family, girth, height + _TRIAL_STEP)[0] - now[0]
        heavier = self._stature_and_mass(family, girth + _TRIAL_STEP, height)[1] - now[1]
        mm_per_height, kg_per_girth = taller / _TRIAL_STEP, heavier / _TRIAL_STEP
        for _ in range(_SOLVER_ROUNDS):
            missing_mm, missing_kg = shape.height_cm * 10.0 - now[0], shape.weight_kg - now[1]
            if abs(missing_mm) < STATURE_TOLERANCE_MM and abs(missing_kg) < MASS_TOLERANCE_KG:
                return axes_of(shape, girth, height)
            # The slopes change at the knots, so they are taken anew from every step that is no trifle.
            height += missing_mm / mm_per_height
            grown = self._stature_and_mass(family, girth, height)
            if abs(missing_mm) > _TRIFLE_MM:
                mm_per_height *= (grown[0] - now[0]) / missing_mm
            missing_kg = shape.weight_kg - grown[1]
            girth += missing_kg / kg_per_girth
            now = self._stature_and_mass(family, girth, height)
            if abs(missing_kg) > _TRIFLE_KG:
                kg_per_girth *= (now[1] - grown[1]) / missing_kg
        return None

    def _stature_and_mass(self, family: _Family, girth: float, height: float) -> tuple[float, float]:
        half = self._half(family, girth, height)
        volume = 2.0 * enclosed_volume_mm3(half, self._left_faces)
        stature = float(np.ptp(half[: self._half_vertex_count, 1]))
        return stature, volume / LITRE_MM3 * DENSITY_KG_PER_LITRE

    def _solved(self, shape: BodyShape, measures: OwnMeasures) -> ShapeAxes:
        family = self._family(shape, measures)
        stature_mm = shape.height_cm * 10.0
        girth, height = 0.0, 0.5
        for _ in range(_SOLVER_ROUNDS):
            height = self._height_for(family, girth, stature_mm)
            girth, mass = self._girth_for(family, height, shape.weight_kg)
            half = self._half(family, girth, height)
            if (
                abs(np.ptp(half[:, 1][: self._half_vertex_count]) - stature_mm) < STATURE_TOLERANCE_MM
                and abs(mass - shape.weight_kg) < MASS_TOLERANCE_KG
            ):
                break
        return axes_of(shape, girth, height)

    @property
    def _half_vertex_count(self) -> int:
        return int(np.searchsorted(self.half_rows, len(self.vertex_part)))

    def _family(self, shape: BodyShape, measures: OwnMeasures) -> _Family:
        by_sex = _at_knot(self.coefficients, self.knots.sex, shape.sex)
        table = _at_knot(np.moveaxis(by_sex, 2, 0), self.knots.age, shape.age_axis)
        return _Family(table, measures)

    def _half(self, family: _Family, girth: float, height: float) -> Floats:
        muscle, weight = muscle_and_weight(girth)
        chosen = _at_knot(family.table, self.knots.weight, weight)
        chosen = _at_knot(chosen, self.knots.muscle, muscle)
        chosen = _at_knot(chosen, self.knots.height, height)
        flat = chosen.astype(np.float32) @ self.basis
        half = flat.reshape(-1, 3).astype(np.float64) + self.mean_mm
        widening = widening_of(girth)
        if widening != 1.0:
            half[:, ::2] *= self._widening_by_row(half, widening)[:, None]
        if family.measures != NO_MEASURES:
            segments_of(self).set(half, family.measures)
        return half

    def _widening_by_row(self, half: Floats, widening: float) -> Floats:
        low, high = (half[row, 1] for row in self._neck_rows)
        share = np.clip((half[:, 1] - low) / (high - low), 0.0, 1.0)
        share = share * share * (3.0 - 2.0 * share)
        return np.asarray(1.0 + (widening - 1.0) * (1.0 - (1.0 - HEAD_STRETCH_SHARE) * share))

    def _height_for(self, family: _Family, girth: float, stature_mm: float) -> float:
        count = self._half_vertex_count

        def stature(height: float) -> float:
            return float(np.ptp(self._half(family, girth, height)[:count, 1]))

        knots = self.knots.height
        known = [stature(float(knot)) for knot in knots]
        guess = float(np.interp(stature_mm, known, knots))
        step = int(np.clip(np.searchsorted(knots, guess) - 1, 0, len(knots) - 2))
        slope = (knots[step + 1] - knots[step]) / (known[step + 1] - known[step])
        for _ in range(3):  # almost linear between knots: crown and sole stay the same vertices
            missing = stature_mm - stature(guess)
            if abs(missing) < STATURE_TOLERANCE_MM / 4.0:
                break
            guess += slope * missing
        return guess

    def _girth_for(self, family: _Family, height: float, mass_kg: float) -> tuple[float, float]:
        def mass(girth: float) -> float:
            return self._stature_and_mass(family, girth, height)[1]

        low, high = -3.0, 3.0
        low_mass, high_mass = mass(low), mass(high)
        girth, found = low, low_mass
        for turn in range(40):
            # Regula falsi (Illinois would do too) with a bisection every third step.
            share = (mass_kg - low_mass) / (high_mass - low_mass)
            girth = low + (high - low) * (0.5 if turn % 3 == 2 else float(np.clip(share, 0.02, 0.98)))
            found = mass(girth)
            if abs(found - mass_kg) < MASS_TOLERANCE_KG / 2.0:
                break
            if found < mass_kg:
                low, low_mass = girth, found
            else:
                high, high_mass = girth, found
        return girth, found

    def _body(self, shape: BodyShape, measures: OwnMeasures, axes: ShapeAxes) -> Body:
        half = self._half(self._family(shape, measures), girth_of(axes), axes.height)
        rows = np.empty((len(self.row_mirror), 3))
        rows[self.row_mirror[self.half_rows]] = half * _MIRROR_SIGN
        rows[self.half_rows] = half
        middle = self.half_rows[self.row_mirror[self.half_rows] == self.half_rows]
        rows[middle, 0] = 0.0
        count = len(self.vertex_part)
        rows[:, 1] -= rows[:count, 1].min()
        vertices = rows[:count]
        return Body(
            shape=shape,
            vertices_mm=vertices,
            vertex_normals=vertex_normals(vertices, self.faces),
            joints_mm={name: rows[count + i] for i, name in enumerate(self.joint_names)},
            axes=axes,
            model=self,
            measures=measures,
        )

    def parts(self, *names: str) -> Ints:
        """Return the part numbers of `names`.

        Raises:
            KeyError: there is no such part.
        """
        unknown = [name for name in names if name not in self.part_names]
        if unknown:
            raise KeyError(unknown[0])
        return np.array([self.part_names.index(name) for name in names], dtype=np.intp)


@lru_cache(maxsize=4)  # while one measure is moved, the rest of the person stays
def _unmeasured(model: BodyModel, shape: BodyShape) -> tuple[ShapeAxes, UsualMeasures]:
    axes = model.plain_axes(shape)
    return axes, model.measures_at(shape, axes)


def _opposite_faces(faces: Ints, mirror_vertex: Ints) -> Ints:
    """Return the mirrored face of every face; a face without one (a lip's cap) maps to itself."""
    count = len(mirror_vertex)
    weight = np.array((count * count, count, 1))
    own = np.sort(faces, axis=1) @ weight
    wanted = np.sort(mirror_vertex[faces], axis=1) @ weight
    order = np.argsort(own)
    place = np.minimum(np.searchsorted(own[order], wanted), len(order) - 1)
    found = order[place]
    return np.where(own[found] == wanted, found, np.arange(len(faces)))


def enclosed_volume_mm3(vertices: Floats, faces: Ints) -> float:
    """Return the volume a closed surface encloses (divergence theorem)."""
    a, b, c = (vertices[faces[:, i]] for i in range(3))
    return float(np.einsum("ij,ij->", a, np.cross(b, c)) / 6.0)


def vertex_normals(vertices: Floats, faces: Ints) -> Floats:
    """Return unit vertex normals, faces weighted by their area."""
    a, b, c = (vertices[faces[:, i]] for i in range(3))
    face_normals = np.cross(b - a, c - a)
    total = np.stack(
        [
            np.bincount(faces.reshape(-1), np.repeat(face_normals[:, axis], 3), minlength=len(vertices))
            for axis in range(3)
        ],
        axis=1,
    )
    length = np.linalg.norm(total, axis=1, keepdims=True)
    return np.asarray(total / np.where(length > 0.0, length, 1.0))


def _at_knot(table: Floats, knots: Floats, value: float) -> Floats:
    """Interpolate the first axis of `table` linearly (and a little beyond its ends)."""
    step = int(np.clip(np.searchsorted(knots, value) - 1, 0, len(knots) - 2))
    share = (value - knots[step]) / (knots[step + 1] - knots[step])
    return np.asarray(table[step] * (1.0 - share) + table[step + 1] * share)
