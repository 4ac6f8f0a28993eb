"""Reads ``assets/body_maps/skin_lines.npz``: the guide lines as places of the mesh."""

from __future__ import annotations

from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from acupress_desktop.content.refusals import ContentError
from acupress_desktop.domain.anatomy.landmarks import LandmarkSides
from acupress_desktop.domain.anatomy.skin_lines import LineStop, SkinTrace
from acupress_desktop.domain.guide_lines import LineLayer
from acupress_desktop.domain.ids import PointCode

FILE = "skin_lines.npz"
SCHEMA = 1


def read_skin_lines(root: Path) -> tuple[SkinTrace, ...]:
    """Read every line below the asset folder ``root``.

    Raises ``ContentError`` where the file is missing, damaged or of another schema.
    """
    path = root / "body_maps" / FILE
    try:
        # Opened here: numpy leaves the file open when it is no archive.
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in stored.files}
        if int(arrays["schema"]) != SCHEMA:
            raise ContentError(path, None, f"schema is not {SCHEMA}")
        corners = arrays["corners"].astype(np.intp)
        weights = arrays["weights"].astype(np.float64)
        weights /= weights.sum(axis=1, keepdims=True)
        starts = [int(start) for start in arrays["start"]]
        stops: list[list[LineStop]] = [[] for _ in arrays["line"]]
        for point, index, number in zip(
            arrays["stop_point"], arrays["stop_index"], arrays["stop_line"], strict=True
        ):
            stops[int(number)].append(LineStop(PointCode(str(point)), int(index)))
        return tuple(
            SkinTrace(
                line=str(line),
                layer=LineLayer(str(layer)),
                sides=LandmarkSides(str(sides)),
                corners=corners[start:end],
                weights=weights[start:end],
                stops=tuple(stops[number]),
            )
            for number, (line, layer, sides, start, end) in enumerate(
                zip(arrays["line"], arrays["layer"], arrays["sides"], starts, starts[1:], strict=False)
            )
        )
    except (OSError, ValueError, KeyError, IndexError, EOFError, BadZipFile) as error:
        raise ContentError(path, None, str(error)) from error
