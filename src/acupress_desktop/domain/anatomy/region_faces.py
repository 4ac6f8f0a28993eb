"""Which region every face of the mesh belongs to, and the skin of a selection."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from acupress_desktop.domain.anatomy.body import Ints
from acupress_desktop.domain.anatomy.surface import SurfaceAnchor
from acupress_desktop.domain.regions import RegionMap, RegionSelection
from acupress_desktop.domain.sides import SiteSide


@dataclass(frozen=True, slots=True, eq=False)
class RegionFaces:
    """``face_region`` (F,) indexes ``selections``; the same on every body."""

    face_region: Ints
    selections: tuple[RegionSelection, ...]

    def at(self, anchor: SurfaceAnchor) -> RegionSelection:
        """Return the leaf region, with its side, in which a place on the skin lies."""
        return self.selections[int(self.face_region[anchor.face])]

    def faces_of(self, selection: RegionSelection, regions: RegionMap) -> Ints:
        """Return the faces of a leaf, an area or a union on one side (``MIDLINE``: on both).

        Regions across the midline count with either side. Raises ``UnknownRegion``.
        """
        members = regions.members(selection.region)
        wanted = [
            index
            for index, found in enumerate(self.selections)
            if found.region in members
            and (SiteSide.MIDLINE in (selection.side, found.side) or found.side is selection.side)
        ]
        return np.flatnonzero(np.isin(self.face_region, wanted))
