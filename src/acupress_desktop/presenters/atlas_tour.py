"""A tour: through the points of one line, or of one group of extra points, in their order."""

from __future__ import annotations

from dataclasses import dataclass

from acupress_desktop.domain.atlas import Meridian, Point
from acupress_desktop.presenters.atlas_content import AtlasContent
from acupress_desktop.presenters.atlas_lists import points_of_line
from acupress_desktop.presenters.atlas_view import TourView
from acupress_desktop.presenters.pieces import ActView
from acupress_desktop.words import atlas as words
from acupress_desktop.words import atlas_lists as list_words


@dataclass(frozen=True, slots=True)
class Tour:
    """The line and its points; where the tour is, the open point says."""

    line: Meridian
    points: tuple[Point, ...]

    @classmethod
    def through(cls, content: AtlasContent, line: Meridian) -> Tour:
        """Lead through a line."""
        return cls(line, points_of_line(content, line))

    def beside(self, point: Point, steps: int) -> Point:
        """Return the point some steps on, or the same one where the line ends before."""
        at = self.points.index(point) + steps
        return self.points[at] if 0 <= at < len(self.points) else point

    def view(self, point: Point) -> TourView:
        """Show where the tour is."""
        at, last = self.points.index(point), len(self.points) - 1
        place = words.tour_place(at + 1, len(self.points))
        return TourView(
            line=list_words.line(self.line),
            place=place,
            keys=words.tour_keys(),
            previous=ActView(words.tour_previous(), blocked_because="" if at else words.tour_at_first()),
            next=ActView(words.tour_next(), blocked_because="" if at < last else words.tour_at_last()),
            end=words.tour_end(),
            spoken=words.tour_spoken(point.english, point.label, place),
        )


def start_view(content: AtlasContent, point: Point) -> ActView | None:
    """Offer the tour of the line that a point lies on, where it has more points than this one."""
    if len(points_of_line(content, point.meridian)) < 2:
        return None
    return ActView(words.tour_of_group() if point.meridian.is_group else words.tour())
