"""Reads ``region_faces.npz``, the region of every mesh face; needs numpy."""

from __future__ import annotations

from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from acupress_desktop.content.refusals import ContentError
from acupress_desktop.domain.anatomy.body import BodyModel
from acupress_desktop.domain.anatomy.region_faces import RegionFaces
from acupress_desktop.domain.ids import RegionId
from acupress_desktop.domain.regions import RegionMap, RegionSelection
from acupress_desktop.domain.sides import SiteSide

SCHEMA = 1


def read_region_faces(root: Path, model: BodyModel, regions: RegionMap) -> RegionFaces:
    """Read the regions of the faces of ``model`` below the asset folder ``root``.

    Raises ``ContentError`` where the file is missing, damaged, made for another mesh or names
    a region that does not exist.
    """
    path = root / "body_maps" / "region_faces.npz"
    try:
        with np.load(path, allow_pickle=False) as stored:
            schema = int(stored["schema"])
            index = stored["face_region"].astype(np.intp)
            names = [str(name) for name in stored["regions"]]
            sides = [SiteSide(str(side)) for side in stored["sides"]]
    except (OSError, KeyError, ValueError, EOFError, BadZipFile) as error:
        raise ContentError(path, None, str(error)) from error
    if schema != SCHEMA:
        raise ContentError(path, None, f"schema is not {SCHEMA}")
    if len(index) != len(model.faces) or len(names) != len(sides) or index.max() >= len(names):
        raise ContentError(path, None, "was made for another mesh")
    unknown = [name for name in names if RegionId(name) not in regions]
    if unknown:
        raise ContentError(path, None, f"no region {unknown[0]!r}")
    selections = tuple(RegionSelection(RegionId(name), side) for name, side in zip(names, sides, strict=True))
    return RegionFaces(index, selections)
