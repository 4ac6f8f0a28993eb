"""Read the baked body (`assets/body_maps`): the body model and the list of its pictures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile

import msgspec
import numpy as np
import numpy.typing as npt

from acupress_desktop.domain.anatomy.body import BodyModel, ShapeKnots
from acupress_desktop.domain.anatomy.segments import MEASURED_ENDS
from acupress_desktop.domain.anatomy.shape import BodyShape
from acupress_desktop.domain.anatomy.surface import SurfaceAnchor
from acupress_desktop.domain.anatomy.views import BodyView, Camera, EdgeFade, ShownSide, ViewKind

BODY_FILE: Final = "body_lod0.npz"
BASIS_FILE: Final = "shape_basis.npz"
VIEWS_FILE: Final = "views.json"
LANDMARKS_FILE: Final = "landmarks.jsonl"
SCHEMA: Final = 1
PICTURE_SCALE: Final = 2
"""Pictures are drawn for a screen of twice the usual fineness."""


class BodyFileError(ValueError):
    """A body file is missing, damaged or of another schema; `path` names it."""

    def __init__(self, path: Path, reason: str) -> None:
        """Name the file and what is wrong with it."""
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


def read_body_model(root: Path) -> BodyModel:
    """Read the body model from `root`, the folder that holds `body_lod0.npz`.

    Raises:
        BodyFileError: a file is missing, damaged or of another schema.
    """
    body = _arrays(root / BODY_FILE)
    basis = _arrays(root / BASIS_FILE)
    try:
        components = np.concatenate(
            [
                basis[name].astype(np.float32) * basis[f"{name}_scale"][:, None, None]
                for name in ("wide", "narrow")
            ]
        )
        return BodyModel(
            quads=body["quads"].astype(np.intp),
            cap_quad_count=int(body["cap_quads"]),
            quad_part=body["quad_part"].astype(np.intp),
            vertex_part=body["vertex_part"].astype(np.intp),
            part_names=tuple(str(name) for name in body["part_names"]),
            joint_names=tuple(str(name) for name in body["joint_names"]),
            row_mirror=body["row_mirror"].astype(np.intp),
            half_rows=body["half_rows"].astype(np.intp),
            mean_mm=basis["mean_sixteenth_mm"].astype(np.float32) / np.float32(16.0),
            basis=components.reshape(len(components), -1),
            coefficients=basis["coefficients"].astype(np.float64),
            knots=ShapeKnots(
                sex=basis["sex_knots"],
                weight=basis["weight_knots"],
                muscle=basis["muscle_knots"],
                age=basis["age_knots"],
                height=basis["height_knots"],
            ),
            measured_ends=_measured_ends(root),
        )
    except KeyError as missing:
        raise BodyFileError(root, f"lacks {missing}") from missing


def _measured_ends(root: Path) -> dict[str, SurfaceAnchor]:
    """Read the landmarks between which people measure themselves."""
    path = root / LANDMARKS_FILE
    found: dict[str, SurfaceAnchor] = {}
    try:
        for line in path.read_bytes().splitlines():
            row = msgspec.json.decode(line, type=_Landmark)
            if row.id in MEASURED_ENDS and row.face is not None and row.weights is not None:
                found[row.id] = SurfaceAnchor(row.face, row.weights)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise BodyFileError(path, str(error)) from error
    for name in MEASURED_ENDS:
        if name not in found:
            raise BodyFileError(path, f"marks no {name}")
    return found


@dataclass(frozen=True, slots=True)
class FigureViews:
    """One baked figure: the measures it was drawn with and its pictures."""

    figure: str
    shape: BodyShape
    views: tuple[BodyView, ...]

    def view(self, view_id: str) -> BodyView:
        """Return one picture by its id.

        Raises:
            KeyError: the figure has no such picture.
        """
        for view in self.views:
            if view.id == view_id:
                return view
        raise KeyError(view_id)


def read_body_views(root: Path) -> tuple[FigureViews, ...]:
    """Read the list of pictures from `root`, the folder that holds `views.json`.

    Raises:
        BodyFileError: the file is missing, damaged or of another schema.
    """
    path = root / VIEWS_FILE
    try:
        document = msgspec.json.decode(path.read_bytes(), type=_Document)
        if document.schema != SCHEMA:
            raise BodyFileError(path, f"schema is not {SCHEMA}")
        return tuple(
            FigureViews(
                figure=name,
                shape=BodyShape(**listed.shape),
                views=tuple(_view(name, entry) for entry in listed.views),
            )
            for name, listed in document.figures.items()
        )
    except (OSError, msgspec.MsgspecError, ValueError, TypeError) as error:
        if isinstance(error, BodyFileError):
            raise
        raise BodyFileError(path, str(error)) from error


def written_views(figure: str, shape: BodyShape, views: Iterable[BodyView]) -> bytes:
    """Return the list of pictures of one body, as `read_body_views` reads it."""
    measures = {
        "sex": shape.sex, "height_cm": shape.height_cm, "weight_kg": shape.weight_kg, "age": shape.age,
    }  # fmt: skip
    listed = _Figure(measures, tuple(_listed(view) for view in views))
    return msgspec.json.encode(_Document(SCHEMA, PICTURE_SCALE, {figure: listed}))


def _listed(view: BodyView) -> _Entry:
    camera = view.camera
    return _Entry(
        id=view.id,
        file=view.picture,
        svg=view.line_art,
        kind=view.kind.value,
        part=view.part,
        side=view.side.value,
        parts=view.parts,
        title=view.title,
        size_px=(camera.width_px, camera.height_px),
        camera=_Camera(camera.origin_mm, camera.right, camera.up, camera.px_per_mm),
        fades=tuple(_Fade(f.origin_mm, f.direction, f.length_mm) for f in view.fades),
        vignette_mm=view.vignette_mm,
        regions=view.region_picture,
        evening=view.evening_picture,
    )


class _Landmark(msgspec.Struct, frozen=True):
    id: str
    face: int | None = None
    weights: tuple[float, float, float] | None = None


class _Fade(msgspec.Struct, forbid_unknown_fields=True):
    origin_mm: tuple[float, float, float]
    direction: tuple[float, float, float]
    length_mm: float


class _Camera(msgspec.Struct, forbid_unknown_fields=True):
    origin_mm: tuple[float, float, float]
    right: tuple[float, float, float]
    up: tuple[float, float, float]
    px_per_mm: float


class _Entry(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    file: str
    svg: str
    kind: str
    part: str
    side: str
    parts: tuple[str, ...]
    title: str
    size_px: tuple[int, int]
    camera: _Camera
    fades: tuple[_Fade, ...]
    vignette_mm: tuple[float, float] | None
    regions: str
    evening: str | None


class _Figure(msgspec.Struct, forbid_unknown_fields=True):
    shape: dict[str, float]
    views: tuple[_Entry, ...]


class _Document(msgspec.Struct, forbid_unknown_fields=True):
    schema: int
    scale: int
    figures: dict[str, _Figure]


def _view(figure: str, entry: _Entry) -> BodyView:
    camera = entry.camera
    return BodyView(
        id=entry.id,
        figure=figure,
        kind=ViewKind(entry.kind),
        part=entry.part,
        side=ShownSide(entry.side),
        parts=entry.parts,
        title=entry.title,
        picture=entry.file,
        line_art=entry.svg,
        region_picture=entry.regions,
        evening_picture=entry.evening,
        camera=Camera(
            camera.origin_mm, camera.right, camera.up, camera.px_per_mm,
            entry.size_px[0], entry.size_px[1],
        ),
        fades=tuple(EdgeFade(f.origin_mm, f.direction, f.length_mm) for f in entry.fades),
        vignette_mm=entry.vignette_mm,
    )  # fmt: skip


def _arrays(path: Path) -> dict[str, npt.NDArray[Any]]:
    try:
        # Opened here: numpy leaves the file open when it is no archive.
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in stored.files}
    except (OSError, ValueError, EOFError, BadZipFile) as error:
        raise BodyFileError(path, str(error)) from error
    if int(arrays.get("schema", -1)) != SCHEMA:
        raise BodyFileError(path, f"schema is not {SCHEMA}")
    return arrays
