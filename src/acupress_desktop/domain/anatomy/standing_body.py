"""One person's body with everything that is known of it: surface, places of all points, guide lines."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from acupress_desktop.domain.anatomy.region_lines import region_lines
from acupress_desktop.domain.anatomy.skin_lines import SkinLineOnBody, SkinTrace, line_on_body
from acupress_desktop.domain.sides import SiteSide

if TYPE_CHECKING:
    from collections.abc import Mapping

    from acupress_desktop.domain.anatomy.body import Body
    from acupress_desktop.domain.anatomy.locate import LocatedPoint, Locator
    from acupress_desktop.domain.anatomy.region_faces import RegionFaces
    from acupress_desktop.domain.anatomy.surface import Surface
    from acupress_desktop.domain.ids import PointCode


@dataclass(frozen=True)
class StandingBody:
    """Made once for a body, in the background: all points take about a third of a second.

    ``traces`` are the guide lines of every body and ``regions`` its regions; :attr:`lines` has them on
    this one.
    """

    locator: Locator
    traces: tuple[SkinTrace, ...]
    regions: RegionFaces

    @property
    def body(self) -> Body:
        """The skin."""
        return self.locator.body

    @property
    def surface(self) -> Surface:
        """The skin, ready for questions."""
        return self.locator.places.surface

    @cached_property
    def points(self) -> Mapping[tuple[PointCode, SiteSide], LocatedPoint]:
        """Every site of every point."""
        return {(row.code, row.side): row for row in self.locator.locate_all()}

    @cached_property
    def lines(self) -> tuple[SkinLineOnBody, ...]:
        """Every guide line, on both sides, and the borders of all regions."""
        laid = tuple(
            line_on_body(trace, side, self.surface, self._where)
            for trace in self.traces
            for side in trace.sites
        )
        return (*laid, *region_lines(self.body, self.regions))

    def _where(self, code: PointCode, side: SiteSide) -> tuple[float, float, float] | None:
        row = self.points.get((code, side)) or self.points.get((code, SiteSide.MIDLINE))
        return None if row is None else row.position_mm
