"""Turns what the atlas says into scenes of the body map."""

from __future__ import annotations

from dataclasses import replace

from acupress_desktop.domain.body_album import BodyAlbum
from acupress_desktop.presenters.atlas_view import CloseUpView, SiteLook, SiteView, WholeBodyView
from acupress_desktop.ui.body_map.scene import BodyScene, Callout, LabelWish, MarkerLook, Window
from acupress_desktop.ui.body_map.scenes import (
    CloseUpExtras,
    PlanPoint,
    SideWords,
    catalogue_scene,
    close_up_scene,
)

_LONG_LIMB = 1.5
_STRETCH = 0.6
_LIMB = 0.9
_LOOKS = {
    SiteLook.CHOSEN: MarkerLook.NOW,
    SiteLook.OTHER_SIDE: MarkerLook.OTHER_SIDE,
    SiteLook.OTHER: MarkerLook.CATALOGUE,
}


def plan_point(site: SiteView, number: int | None = None) -> PlanPoint:
    """Return a site as the map takes it."""
    return PlanPoint(
        site.point,
        site.side,
        site.name,
        site.detail,
        site.spoken,
        number,
        MarkerLook.CATALOGUE if site.look is SiteLook.OTHER else MarkerLook.PLAN,
    )


def whole_scene(album: BodyAlbum, view: WholeBodyView, words: SideWords) -> BodyScene:
    """Show the points in use on the whole body, the chosen one among them."""
    looks = {(site.point, site.side): _LOOKS[site.look] for site in view.sites}
    points = tuple(plan_point(site) for site in view.sites)
    return catalogue_scene(album, view.facing, points, words, view.spoken, looks)


def near_scene(album: BodyAlbum, view: CloseUpView, words: SideWords) -> BodyScene | None:
    """Show the chosen site near by, with the way to it; ``None`` where no picture shows it."""
    extras = CloseUpExtras(
        way=view.way,
        way_lines=view.way_lines,
        tolerance_words=view.ring,
        others=tuple(plan_point(site) for site in view.others),
    )
    scene = close_up_scene(album, view.wanted, plan_point(view.site), words, view.spoken, extras)
    if scene is None:
        return None
    callouts = scene.callouts
    if scene.measuring is not None and view.way_begins:
        line, right = scene.measuring, LabelWish.SCREEN_RIGHT
        callouts = (*callouts, Callout(view.way_begins, line.from_x_px, line.from_y_px, right))
    return replace(scene, callouts=callouts, window=_closer(scene))


def _closer(scene: BodyScene) -> Window | None:
    """Cut a long limb to the stretch around the point, its measuring line included."""
    width, height = scene.size_px
    now = next(marker for marker in scene.markers if marker.look is MarkerLook.NOW)
    if height < _LONG_LIMB * width:
        return None
    ys = [now.y_px]
    if scene.measuring is not None:
        ys.append(scene.measuring.from_y_px)
    middle = (min(ys) + max(ys)) / 2
    tall = max(_STRETCH * height, 1.6 * (max(ys) - min(ys)))
    top = min(max(0.0, middle - tall / 2), height - tall)
    wide = _LIMB * width
    left = min(max(0.0, now.x_px - wide / 2), width - wide)
    return Window(left, top, wide, tall)
