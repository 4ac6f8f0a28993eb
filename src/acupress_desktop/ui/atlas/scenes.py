"""Turns what the atlas says into scenes of the body map."""

from __future__ import annotations

from dataclasses import dataclass, replace

from acupress_desktop.domain.body_album import BodyAlbum, Turn
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.placed_points import Sight
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.atlas_view import CloseUpView, SiteLook, SiteView, WholeBodyView
from acupress_desktop.ui.body_map.scene import BodyScene, Callout, LabelWish, Marker, MarkerLook, Window
from acupress_desktop.ui.body_map.scenes import (
    CloseUpExtras,
    PlanPoint,
    SideWords,
    catalogue_scene,
    close_up_scene,
    side_marks,
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
    """Show the listed points on the whole body, the chosen one among them."""
    looks = {(site.point, site.side): _LOOKS[site.look] for site in view.sites}
    points = tuple(plan_point(site) for site in view.sites)
    return catalogue_scene(album, view.facing, points, words, view.spoken, looks)


def near_scene(album: BodyAlbum, view: CloseUpView, words: SideWords) -> BodyScene | None:
    """Show the chosen site near by, with the way to it; only its part of the body where it has no dot.

    ``None`` where no picture shows either.
    """
    if view.part:
        return _part_scene(album, view, words)
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
    scene = replace(scene, callouts=callouts, window=_closer(scene))
    scene = _with_other_reading(album, view, scene)
    if len(scene.sides) == 1 and view.site.side is not SiteSide.MIDLINE:
        # One limb, one badge: it says the place, which needs no line of its own then.
        scene = replace(scene, sides=(replace(scene.sides[0], words=view.place),))
    return scene


@dataclass(frozen=True, slots=True)
class OtherReading:
    """What the second place of an undecided point is known by on the map."""

    point: PointCode
    side: SiteSide


def _with_other_reading(album: BodyAlbum, view: CloseUpView, scene: BodyScene) -> BodyScene:
    """Mark the second place of a point on which the standard is undecided, where the picture shows it."""
    other = view.other_reading
    site = None if other is None else album.points.point(other.point, other.side)
    pixel = None if site is None else site.alternative_pixels.get(scene.view)
    if other is None or pixel is None or pixel.sight is not Sight.SHOWN:
        return scene
    x_px = scene.size_px[0] - pixel.x_px if scene.turn is Turn.MIRRORED else pixel.x_px
    marker = Marker(
        OtherReading(other.point, other.side),
        MarkerLook.OTHER_SIDE,
        x_px,
        pixel.y_px,
        other.name,
        other.detail,
        other.spoken,
    )
    callout = Callout(other.name, x_px, pixel.y_px)
    return replace(scene, markers=(marker, *scene.markers), callouts=(*scene.callouts, callout))


def _part_scene(album: BodyAlbum, view: CloseUpView, words: SideWords) -> BodyScene:
    """Show a part of the body, the person's own side of it, without any dot."""
    picture = album.pictures[view.part]
    turn = picture.turn_for(view.site.side)
    return BodyScene(
        view=picture.id,
        picture=picture.file,
        size_px=picture.size_px,
        px_per_mm=picture.px_per_mm,
        spoken=view.spoken,
        turn=turn,
        sides=side_marks(picture, words, turn, picture.id),
        outline=picture.outline,
    )


def says_place(scene: BodyScene, view: CloseUpView) -> bool:
    """Tell whether a badge of the picture already says where on the body it is."""
    return any(side.words == view.place for side in scene.sides)


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
