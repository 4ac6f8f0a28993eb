"""The baked pictures of one figure, together with what lies where on them.

Pictures of limbs show the person's left one; for the right one the same picture is mirrored. Pure values:
no picture is opened here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.placed_points import FigurePoints, PlacedPoint, Sight
from acupress_desktop.domain.sides import SiteSide


class PictureKind(Enum):
    """The whole body, or one part near by."""

    WHOLE = "whole"
    CLOSE_UP = "close_up"


class PictureSide(Enum):
    """Whose side a picture shows: both, or the left limb (mirrored for the right one)."""

    BOTH = "both"
    LEFT = "left"


class Turn(Enum):
    """Whether a picture is mirrored before it is shown."""

    AS_BAKED = "as_baked"
    MIRRORED = "mirrored"


@dataclass(frozen=True, slots=True)
class Picture:
    """One view. ``size_px`` is that of the file, ``scale`` times the size it is drawn for.

    Pictures that were drawn on this computer have no ``outline``, and none lit for the ``evening``.
    """

    id: str
    file: Path
    outline: Path | None
    kind: PictureKind
    side: PictureSide
    size_px: tuple[int, int]
    scale: int
    px_per_mm: float
    evening: Path | None = None

    def turn_for(self, side: SiteSide) -> Turn:
        """Say how the picture must be turned to show that side of the person."""
        other_limb = self.side is PictureSide.LEFT and side is SiteSide.RIGHT
        return Turn.MIRRORED if other_limb else Turn.AS_BAKED


@dataclass(frozen=True, slots=True)
class SiteOnPicture:
    """One site on the picture that shows it; ``x_px`` and ``y_px`` in the file as it was baked."""

    picture: Picture
    site: PlacedPoint
    turn: Turn
    x_px: float
    y_px: float


@dataclass(frozen=True, slots=True)
class BodyAlbum:
    """All pictures of one figure, and its points."""

    figure: str
    pictures: Mapping[str, Picture]
    points: FigurePoints

    def find(self, point: PointCode, side: SiteSide, wanted: str) -> SiteOnPicture | None:
        """Return the site on the picture ``wanted``, or on another close-up that shows it.

        ``None`` where no picture shows the site.
        """
        site = self.points.point(point, side)
        if site is None:
            return None
        closest_first = sorted(
            (view for view in site.views if view in self.pictures),
            key=lambda view: (view != wanted, self.pictures[view].kind is PictureKind.WHOLE),
        )
        if not closest_first:
            return None
        picture = self.pictures[closest_first[0]]
        pixel = site.pixels[picture.id]
        turn = picture.turn_for(site.side)
        # The baked pixel of a right site counts in the mirrored picture.
        x_px = picture.size_px[0] - pixel.x_px if turn is Turn.MIRRORED else pixel.x_px
        return SiteOnPicture(picture, site, turn, x_px, pixel.y_px)

    def shows(self, view: str, site: PlacedPoint) -> bool:
        """Tell whether a picture shows a site on its visible side."""
        pixel = site.pixels.get(view)
        return pixel is not None and pixel.sight is Sight.SHOWN
