"""The large picture: the point that is spoken of, and the other points of the set on the same picture."""

from __future__ import annotations

from dataclasses import dataclass, replace

from acupress_desktop.domain.body_album import BodyAlbum
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.presentation_view import ShowingView, ShownSite
from acupress_desktop.ui.body_map.scene import BodyScene, Callout, LabelWish, Marker, MarkerLook, SideMark
from acupress_desktop.ui.body_map.scenes import CloseUpExtras, PlanPoint, SideWords, close_up_scene


@dataclass(frozen=True, slots=True)
class LargePicture:
    """A scene without badges, and the badges to be shown large above it."""

    scene: BodyScene
    sides: tuple[SideMark, ...]


def large_picture(album: BodyAlbum, view: ShowingView) -> LargePicture | None:
    """Build the picture; ``None`` where the point is on none."""
    words = SideWords(view.left, view.right)
    scene = close_up_scene(
        album, view.wanted, _plan_point(view.site), words, view.spoken, CloseUpExtras(way=view.way)
    )
    if scene is None:
        return None
    markers = tuple(marker for site in view.sites if (marker := _marker(album, scene, site)) is not None)
    callouts: tuple[Callout, ...] = ()
    if scene.measuring is not None and view.way_begins:
        line = scene.measuring
        callouts = (Callout(view.way_begins, line.from_x_px, line.from_y_px, LabelWish.SCREEN_LEFT),)
    shown = replace(scene, markers=markers, callouts=callouts, sides=())
    return LargePicture(shown, scene.sides)


def _marker(album: BodyAlbum, scene: BodyScene, site: ShownSite) -> Marker | None:
    found = album.find(site.point, site.side, scene.view)
    if found is None or found.picture.id != scene.view or found.turn is not scene.turn:
        return None
    now = site.now is Choice.CHOSEN
    return Marker(
        key=(site.point, site.side),
        look=MarkerLook.PLAN,
        x_px=found.x_px,
        y_px=found.y_px,
        name=site.name,
        detail=site.detail,
        spoken=site.spoken,
        number=site.number,
        label=LabelWish.SCREEN_RIGHT,
        label_group=site.point,
        tolerance_mm=found.site.uncertainty_mm if now else None,
    )


def _plan_point(site: ShownSite) -> PlanPoint:
    return PlanPoint(site.point, site.side, site.name, site.detail, site.spoken, site.number)
