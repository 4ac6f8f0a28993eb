"""Turns the pictures of a page into scenes of the body map."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from acupress_desktop.domain.body_album import BodyAlbum, Turn
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.reader_view import ArticlePictureView, PictureSiteView
from acupress_desktop.ui.body_map.body_layer import PictureShelf
from acupress_desktop.ui.body_map.scene import BodyScene, LabelWish, Marker, MarkerLook
from acupress_desktop.ui.body_map.scenes import SideWords, side_marks


@dataclass(frozen=True, slots=True)
class ArticlePictures:
    """``album`` gives the pictures of the body that is shown now; opened ones are shared by ``shelf``."""

    album: Callable[[], BodyAlbum]
    shelf: PictureShelf

    def scene(self, view: ArticlePictureView) -> BodyScene | None:
        """Show every point of a picture; ``None`` where one of them would be missing."""
        album = self.album()
        picture = album.pictures.get(view.view)
        if picture is None:
            return None
        found = {
            site: marker for site in view.sites if (marker := _marker(album, site, view.view)) is not None
        }
        if {site.point for site in view.sites} != {site.point for site in found}:
            return None
        return BodyScene(
            view=picture.id,
            picture=picture.file,
            size_px=picture.size_px,
            px_per_mm=picture.px_per_mm,
            spoken=view.spoken,
            markers=tuple(found.values()),
            sides=side_marks(picture, SideWords(view.your_left, view.your_right), Turn.AS_BAKED, picture.id),
            outline=picture.outline,
        )


def _marker(album: BodyAlbum, site: PictureSiteView, view: str) -> Marker | None:
    at = album.find(site.point, site.side, view)
    if at is None or at.picture.id != view or at.turn is not Turn.AS_BAKED:
        return None
    return Marker(
        key=(site.point, site.side),
        look=MarkerLook.PLAN,
        x_px=at.x_px,
        y_px=at.y_px,
        name=site.name,
        detail=site.detail,
        spoken=site.spoken,
        label=LabelWish.NEARER_MARGIN if site.side is SiteSide.MIDLINE else LabelWish.SCREEN_RIGHT,
        label_group=site.point,
    )
