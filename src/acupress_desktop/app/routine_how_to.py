"""How every point of a routine is found and pressed, also of those that no set of the app presses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from acupress_desktop.app.desk import Desk
from acupress_desktop.content.how_to_files import read_how_to
from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.how_to import HowTo
from acupress_desktop.domain.ids import PointCode, RowId
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.words import body


def how_to_of(desk: Desk, routine: RowId | None) -> Mapping[PointCode, HowTo]:
    """Return what a session speaks from: of every point where it is one of a routine.

    The instructions of points that sets press are read with the app, those of the others when first needed.
    """
    return desk.bundle.shelf.how_to if routine is None else every_how_to(desk)


def every_how_to(desk: Desk) -> Mapping[PointCode, HowTo]:
    """Return the instructions of every point, each with a name for its place."""
    shelf = desk.bundle.shelf
    known = _every(desk.bundle.assets, shelf.atlas)
    return {code: shelf.how_to.get(code) or _whole(desk, how) for code, how in known.items()}


@lru_cache(maxsize=1)
def _every(assets: Path, atlas: Atlas) -> dict[PointCode, HowTo]:
    return read_how_to(assets, atlas)


def _whole(desk: Desk, how: HowTo) -> HowTo:
    """Return instructions with a name for the place and a line to speak, where the file has none."""
    shelf = desk.bundle.shelf
    point = shelf.atlas[how.point]
    title = shelf.regions.title(point.region)
    names = {side: how.place(side) or body.sided_region(title, side) for side in point.sites}
    return replace(
        how,
        place_left=names.get(SiteSide.LEFT, ""),
        place_right=names.get(SiteSide.RIGHT, ""),
        place_middle=names.get(SiteSide.MIDLINE, ""),
        spoken=how.spoken or next(iter(how.steps), ""),
    )
