"""The baked pictures of one figure, and where its points and landmarks lie in each.

Pictures of limbs show the person's left one; the right one is the same picture mirrored, and a point of
the right side is where its mirror image on the left would be. Pure numbers: no picture is opened here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.sides import Side, SiteSide

Millimetres = tuple[float, float, float]
"""x to the person's left, y up, z forward."""


class PictureKind(Enum):
    """The whole body, or one part near by."""

    WHOLE = "whole"
    CLOSE_UP = "close_up"


class PictureSide(Enum):
    """Whose side a picture shows: both, or the left limb (mirrored for the right one)."""

    BOTH = "both"
    LEFT = "left"


class Flip(Enum):
    """Whether a picture is mirrored before it is shown."""

    AS_BAKED = "as_baked"
    MIRRORED = "mirrored"


@dataclass(frozen=True, slots=True)
class Camera:
    """A parallel view: ``right`` and ``up`` are unit vectors; ``origin_mm`` is the picture's centre."""

    origin_mm: Millimetres
    right: Millimetres
    up: Millimetres
    px_per_mm: float


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a picture, in pixels from its top left corner."""

    x_px: float
    y_px: float


@dataclass(frozen=True, slots=True)
class Picture:
    """One baked view. ``size_px`` is that of the file, ``scale`` times the size it is drawn for."""

    id: str
    file: Path
    outline: Path
    kind: PictureKind
    side: PictureSide
    size_px: tuple[int, int]
    scale: int
    camera: Camera

    def spot(self, position_mm: Millimetres, flip: Flip = Flip.AS_BAKED) -> Spot:
        """Project a place on the body into the file.

        With ``MIRRORED`` a limb's picture stands for the right limb, so the place is mirrored first; the
        file itself is turned only when it is drawn (``turned``).
        """
        x, y, z = position_mm
        if flip is Flip.MIRRORED and self.side is PictureSide.LEFT:
            x = -x
        camera = self.camera
        from_centre = tuple(value - origin for value, origin in zip((x, y, z), camera.origin_mm, strict=True))
        across = sum(a * b for a, b in zip(from_centre, camera.right, strict=True))
        upward = sum(a * b for a, b in zip(from_centre, camera.up, strict=True))
        width, height = self.size_px
        return Spot(
            width / 2 + across * camera.px_per_mm,
            height / 2 - upward * camera.px_per_mm,
        )

    def turned(self, spot: Spot, flip: Flip) -> Spot:
        """Return where a spot of the file lies once the picture is drawn with ``flip``."""
        return Spot(self.size_px[0] - spot.x_px, spot.y_px) if flip is Flip.MIRRORED else spot

    def px(self, length_mm: float) -> float:
        """Return a length on the body in pixels of the file."""
        return length_mm * self.camera.px_per_mm


@dataclass(frozen=True, slots=True)
class PlacedSite:
    """Where one site of a point lies on this figure. ``seen_in`` are the views that show it."""

    point: PointCode
    side: SiteSide
    position_mm: Millimetres
    uncertainty_mm: float
    cun_mm: float
    seen_in: frozenset[str]


@dataclass(frozen=True, slots=True)
class PlacedLandmark:
    """Where a landmark lies on this figure; ``side`` is ``MIDLINE`` for one on the midline."""

    landmark: str
    side: SiteSide
    position_mm: Millimetres


@dataclass(frozen=True, slots=True)
class BodyAlbum:
    """All pictures of one figure with what lies where."""

    figure: str
    pictures: Mapping[str, Picture]
    sites: Mapping[tuple[PointCode, SiteSide], PlacedSite]
    landmarks: Mapping[tuple[str, SiteSide], PlacedLandmark]

    def flip_for(self, picture: Picture, side: SiteSide) -> Flip:
        """Say how a close-up must be turned to show the site's own side."""
        right_limb = picture.side is PictureSide.LEFT and side.side is Side.RIGHT
        return Flip.MIRRORED if right_limb else Flip.AS_BAKED
