"""The picture behind a site: for the stage, and small for lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPixmap, QTransform

from acupress_desktop.domain.body_album import BodyAlbum, Picture, Turn
from acupress_desktop.domain.how_to import HowTo
from acupress_desktop.domain.ids import PointCode, RowId
from acupress_desktop.domain.settings import BodyView
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.ui.body_map.scene import MeasuringLine
from acupress_desktop.ui.body_map.scenes import CloseUpExtras, PlanPoint, SideWords, close_up_scene
from acupress_desktop.ui.session_stage.limb import dim_day
from acupress_desktop.ui.session_stage.view import Flip, StageScene
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.tokens import Scheme
from acupress_desktop.ui.widgets.point_dot import paint_point_dot
from acupress_desktop.words import how_to
from acupress_desktop.words.session_screen import way_lines

_WHOLE = "front"
_THUMB_MM = 110.0
"""How much of the body a small picture shows, across."""


class SitePictures:
    """``scene`` and ``thumb`` of a site on one figure; thumbs are kept once made."""

    def __init__(
        self,
        album: BodyAlbum,
        how_to: Mapping[PointCode, HowTo],
        seen: BodyView,
        theme: LiveTheme,
        own: Callable[[RowId], QPixmap | None] | None = None,
    ) -> None:
        """``own`` finds the picture of a step of a routine."""
        self._own = own
        self._album = album
        self._how_to = how_to
        self._seen = seen
        self._theme = theme
        self._thumbs: dict[tuple[PointCode, SiteSide, int, Scheme], QPixmap] = {}

    def scene(self, close_up: str, point: PointCode, side: SiteSide) -> StageScene | None:
        """Return the close-up for the stage; ``None`` where no picture shows the site."""
        found = self._album.find(point, side, close_up)
        if found is None:
            return None
        return StageScene(
            picture=found.picture.file,
            size_px=found.picture.size_px,
            point_px=(found.x_px, found.y_px),
            px_per_mm=found.picture.px_per_mm,
            tolerance_mm=found.site.uncertainty_mm,
            flip=Flip.MIRRORED if self._turned(found.turn) else Flip.AS_DRAWN,
            evening=found.picture.evening,
        )

    def way(self, close_up: str, point: PointCode, side: SiteSide) -> MeasuringLine | None:
        """Return the measured way to the site on its close-up, where it has one that the picture shows."""
        how = self._how_to.get(point)
        if how is None or how.measure is None:
            return None
        measure = how.measure
        lines = way_lines(how_to.line(measure.fingers), measure.cun, how_to.line(measure.from_label))
        extras = CloseUpExtras(way=measure, way_lines=lines)
        site = PlanPoint(point, side, "", "", "")
        scene = close_up_scene(self._album, close_up, site, SideWords("", ""), "", extras)
        return None if scene is None else scene.measuring

    def own(self, step: RowId) -> QPixmap | None:
        """Return the person's own picture of a step of a routine, if it has one that can be read."""
        return None if self._own is None else self._own(step)

    def figure(self) -> Path | None:
        """Return the whole figure from the front, for exercises without a picture of their own."""
        front = self._album.pictures.get(_WHOLE)
        return None if front is None else front.file

    def thumb(self, point: PointCode, side: SiteSide | None = None, side_px: int = 88) -> QPixmap | None:
        """Return a square picture round the site with its point, at the screen's own density."""
        how = self._how_to.get(point)
        if how is None:
            return None
        if side is None:
            side = SiteSide.MIDLINE if how.place_middle else SiteSide.LEFT
        key = (point, side, side_px, self._theme.tokens.scheme)
        if key not in self._thumbs:
            found = self._album.find(point, side, how.close_up)
            if found is None:
                return None
            picture = self._opened(found.picture)
            half = max(40, round(_THUMB_MM / 2 * found.picture.px_per_mm))
            centre_x, centre_y = round(found.x_px), round(found.y_px)
            cut = picture.copy(QRect(centre_x - half, centre_y - half, 2 * half, 2 * half))
            if self._turned(found.turn):
                cut = cut.transformed(QTransform.fromScale(-1, 1))
            dense = cut.scaled(
                2 * side_px,
                2 * side_px,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            thumb = QPixmap.fromImage(dense)
            paint_point_dot(thumb, self._theme)
            self._thumbs[key] = thumb
        return self._thumbs[key]

    def _opened(self, picture: Picture) -> QImage:
        """Open a picture in the light of the room."""
        if self._theme.tokens.scheme is not Scheme.EVENING:
            return QImage(str(picture.file))
        if picture.evening is not None:
            return QImage(str(picture.evening))
        lit = QImage(str(picture.file)).convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        dim_day(lit)
        return lit

    def _turned(self, turn: Turn) -> bool:
        """As in a mirror, every picture is turned once more."""
        return (turn is Turn.MIRRORED) is not (self._seen is BodyView.MIRROR)
