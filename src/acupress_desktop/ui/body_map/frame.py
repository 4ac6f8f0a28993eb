"""Between pixels of a picture's file and pixels of the map; numbers only, no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from acupress_desktop.ui.body_map.scene import Window

ZOOM_MIN = 1.0
ZOOM_MAX = 6.0


class Mirror(Enum):
    """Whether the file is drawn as it is or flipped left to right."""

    AS_BAKED = "as baked"
    FLIPPED = "flipped"


@dataclass(frozen=True, slots=True)
class MapFrame:
    """Where a file lies in the map: ``scale`` map pixels a file pixel, ``left`` and ``top`` of the file.

    ``zoom`` 1 fits the file (or its window) into the box it was made for.
    """

    file_width_px: float
    scale: float
    left: float
    top: float
    mirror: Mirror
    zoom: float = 1.0

    def to_map(self, x_px: float, y_px: float) -> tuple[float, float]:
        """Return where a pixel of the file lies in the map."""
        x = self.file_width_px - x_px if self.mirror is Mirror.FLIPPED else x_px
        return self.left + x * self.scale, self.top + y_px * self.scale

    def to_file(self, x: float, y: float) -> tuple[float, float]:
        """Return the pixel of the file under a place of the map."""
        along = (x - self.left) / self.scale
        x_px = self.file_width_px - along if self.mirror is Mirror.FLIPPED else along
        return x_px, (y - self.top) / self.scale

    def zoomed(self, factor: float, x: float, y: float) -> MapFrame:
        """Zoom by ``factor`` about a place of the map; the zoom stays within 1 to 6."""
        zoom = min(ZOOM_MAX, max(ZOOM_MIN, self.zoom * factor))
        real = zoom / self.zoom
        return replace(
            self,
            scale=self.scale * real,
            left=x - (x - self.left) * real,
            top=y - (y - self.top) * real,
            zoom=zoom,
        )

    def moved(self, dx: float, dy: float) -> MapFrame:
        """Move the picture by map pixels."""
        return replace(self, left=self.left + dx, top=self.top + dy)

    def kept_in(self, box: Box, file_height_px: float) -> MapFrame:
        """Move the picture back so that it cannot be dragged out of ``box``."""
        wide, tall = self.file_width_px * self.scale, file_height_px * self.scale
        return replace(
            self,
            left=_kept(self.left, wide, box.left, box.width),
            top=_kept(self.top, tall, box.top, box.height),
        )


@dataclass(frozen=True, slots=True)
class Box:
    """A box of the map."""

    left: float
    top: float
    width: float
    height: float


def _kept(at: float, long: float, box_at: float, box_long: float) -> float:
    if long <= box_long:
        return min(max(at, box_at), box_at + box_long - long)
    return max(min(at, box_at), box_at + box_long - long)


def fitted(size_px: tuple[int, int], window: Window | None, box: Box, mirror: Mirror) -> MapFrame:
    """Fit a file into ``box``, centred, or its ``window``, at the top."""
    part = window or Window(0, 0, size_px[0], size_px[1])
    scale = min(box.width / part.width_px, box.height / part.height_px)
    left_px = part.left_px
    if mirror is Mirror.FLIPPED:
        left_px = size_px[0] - part.left_px - part.width_px
    # A window that is wider than the box is tall starts at the top: the body goes on below it.
    spare = 0.0 if window is not None else (box.height - part.height_px * scale) / 2
    return MapFrame(
        file_width_px=size_px[0],
        scale=scale,
        left=box.left + (box.width - part.width_px * scale) / 2 - left_px * scale,
        top=box.top + spare - part.top_px * scale,
        mirror=mirror,
    )
