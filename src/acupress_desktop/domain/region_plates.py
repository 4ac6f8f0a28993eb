"""Which region each pixel of a body picture shows, as files and their legend."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from acupress_desktop.domain.regions import RegionSelection


@dataclass(frozen=True, slots=True)
class RegionPlates:
    """One index picture for each view of a figure; ``legend`` gives the place of each value, 0 is none.

    Sides are those of the person as the picture was baked; pictures of a limb show the left one.
    """

    figure: str
    files: Mapping[str, Path]
    legend: Mapping[int, RegionSelection]
