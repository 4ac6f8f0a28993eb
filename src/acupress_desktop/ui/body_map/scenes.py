"""Scenes from an album: a plan on the whole body, one point near by, regions to tap.

Words are handed in: this room looks places up and writes no sentence.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from acupress_desktop.domain.body_album import BodyAlbum, Picture, PictureSide, Turn
from acupress_desktop.domain.how_to import MeasuringLine as MeasuredWay
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.sides import Side, SiteSide
from acupress_desktop.ui.body_map.scene import (
    BodyScene,
    Callout,
    LabelWish,
    Marker,
    MarkerLook,
    MeasuringLine,
    RegionPlate,
    RegionTint,
    ScreenHalf,
    SideMark,
    Window,
)

FINGERS_PER_CUN = 4 / 3
"""Four finger-widths make three cun, in the same person's own measure."""
_WAY_OFF_MOST = 0.1
"""By how much of its length a drawn way may differ from what is said of it."""
_WINDOW_MARGIN_MM = 60.0
_WINDOW_HEAD_PX = 24.0

SiteKey = tuple[PointCode, SiteSide]
"""What a marker of these scenes is known by."""


@dataclass(frozen=True, slots=True)
class SideWords:
    """Words beside the two badges."""

    left: str
    right: str


@dataclass(frozen=True, slots=True)
class PlanPoint:
    """A site of a plan, with its words. ``spoken`` is the whole accessible name."""

    point: PointCode
    side: SiteSide
    name: str
    detail: str
    spoken: str
    number: int | None = None
    look: MarkerLook = MarkerLook.PLAN
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SorePlace:
    """Words that point at a sore area; ``x_px`` and ``y_px`` in the picture's file."""

    words: str
    x_px: float
    y_px: float


@dataclass(frozen=True, slots=True)
class PlanExtras:
    """What a plan's picture may carry besides its points: coloured areas with their plate, and words."""

    tints: tuple[RegionTint, ...] = ()
    plate: RegionPlate | None = None
    sore: tuple[SorePlace, ...] = ()


@dataclass(frozen=True, slots=True)
class CloseUpExtras:
    """What a close-up may carry: the way to the point with its lines of text, words for the ring, neighbours.

    ``way_lines`` stand beside the measuring line ("3 fingers", "2 cun, about 4.3 cm on you").
    """

    way: MeasuredWay | None = None
    way_lines: tuple[str, ...] = ()
    tolerance_words: str = ""
    others: tuple[PlanPoint, ...] = ()


_NO_PLAN_EXTRAS = PlanExtras()
_NO_CLOSE_UP_EXTRAS = CloseUpExtras()


def unseen(album: BodyAlbum, view: str, points: Iterable[PlanPoint]) -> tuple[PlanPoint, ...]:
    """Return the sites that ``view`` does not show, so that the screen can say where they are."""
    hidden = []
    for point in points:
        site = album.points.point(point.point, point.side)
        if site is None or not album.shows(view, site):
            hidden.append(point)
    return tuple(hidden)


def best_view(album: BodyAlbum, points: tuple[PlanPoint, ...], views: tuple[str, ...]) -> str:
    """Return the one of ``views`` that shows most of the sites; among equals the first."""
    return min(views, key=lambda view: len(unseen(album, view, points)))


def side_marks(picture: Picture, words: SideWords, turn: Turn, view: str) -> tuple[SideMark, ...]:
    """Return the badges of a picture: both halves of the body, or the one limb."""
    if picture.side is PictureSide.LEFT:
        side = Side.LEFT if turn is Turn.AS_BAKED else Side.RIGHT
        return (SideMark(side, words.left if side is Side.LEFT else words.right, None),)
    if view in {"left", "right"}:
        side = Side(view)
        return (SideMark(side, words.left if side is Side.LEFT else words.right, None),)
    # From behind, and from above with the nose up, the person's left is on the screen's left; from the front
    # it is on its right.
    turned = view.endswith("back") or view == "head_top"
    left_half = ScreenHalf.SCREEN_LEFT if turned else ScreenHalf.SCREEN_RIGHT
    return (
        SideMark(Side.LEFT, words.left, left_half),
        SideMark(Side.RIGHT, words.right, left_half.other),
    )


def plan_scene(
    album: BodyAlbum,
    view: str,
    points: Iterable[PlanPoint],
    words: SideWords,
    spoken: str,
    extras: PlanExtras = _NO_PLAN_EXTRAS,
) -> BodyScene:
    """Show the sites of a plan that ``view`` shows; a point on both sides is labelled once, on the right.

    The picture is cut to the part of the body that the points lie on, head included where it is near.
    """
    picture = album.pictures[view]
    found: list[tuple[PlanPoint, float, float]] = []
    for point in points:
        site = album.points.point(point.point, point.side)
        if site is not None and album.shows(view, site):
            found.append((point, site.pixels[view].x_px, site.pixels[view].y_px))
    markers = tuple(
        Marker(
            key=(point.point, point.side),
            look=point.look,
            x_px=x,
            y_px=y,
            name=point.name,
            detail=point.detail,
            spoken=point.spoken,
            number=point.number,
            label=LabelWish.SCREEN_RIGHT,
            label_group=point.point,
            reason=point.reason,
        )
        for point, x, y in found
    )
    return BodyScene(
        view=view,
        picture=picture.file,
        size_px=picture.size_px,
        px_per_mm=picture.px_per_mm,
        spoken=spoken,
        markers=markers,
        callouts=tuple(Callout(one.words, one.x_px, one.y_px, LabelWish.SCREEN_LEFT) for one in extras.sore),
        tints=extras.tints,
        plate=extras.plate,
        sides=side_marks(picture, words, Turn.AS_BAKED, view),
        window=_window(picture, tuple((x, y) for _point, x, y in found)),
        outline=picture.outline,
    )


def _window(picture: Picture, places: tuple[tuple[float, float], ...]) -> Window | None:
    """Cut a whole body to where its points are; ``None`` shows all of it."""
    if not places:
        return None
    width, height = picture.size_px
    margin = _WINDOW_MARGIN_MM * picture.px_per_mm
    top = max(0.0, min(y for _x, y in places) - 3.2 * margin)
    bottom = min(float(height), max(y for _x, y in places) + 2.6 * margin)
    if top < 0.16 * height:
        top = max(0.0, _WINDOW_HEAD_PX)
    # A cut that leaves a sliver helps nobody: keep at least half a body.
    least = 0.52 * height
    if bottom - top < least:
        bottom = min(float(height), top + least)
        top = max(0.0, bottom - least)
    if bottom - top > 0.9 * height:
        return None
    return Window(0.0, top, float(width), bottom - top)


def close_up_scene(
    album: BodyAlbum,
    wanted: str,
    point: PlanPoint,
    words: SideWords,
    spoken: str,
    extras: CloseUpExtras = _NO_CLOSE_UP_EXTRAS,
) -> BodyScene | None:
    """Show one site near by with its ring to feel around in; ``None`` where no picture shows it."""
    at = album.find(point.point, point.side, wanted)
    if at is None:
        return None
    picture, turn = at.picture, at.turn
    now = Marker(
        key=(point.point, point.side),
        look=MarkerLook.NOW if point.look is MarkerLook.PLAN else point.look,
        x_px=at.x_px,
        y_px=at.y_px,
        name=point.name,
        detail=point.detail,
        spoken=point.spoken,
        tolerance_mm=at.site.uncertainty_mm,
        reason=point.reason,
    )
    near: list[Marker] = []
    for other in extras.others:
        there = album.find(other.point, other.side, picture.id)
        if there is None or there.picture.id != picture.id or there.turn is not turn:
            continue
        key = (other.point, other.side)
        if key != now.key:
            near.append(
                Marker(key, other.look, there.x_px, there.y_px, other.name, other.detail, other.spoken)
            )
    callouts = (
        (Callout(extras.tolerance_words, at.x_px, at.y_px, LabelWish.SCREEN_RIGHT),)
        if extras.tolerance_words
        else ()
    )
    return BodyScene(
        view=picture.id,
        picture=picture.file,
        size_px=picture.size_px,
        px_per_mm=picture.px_per_mm,
        spoken=spoken,
        turn=turn,
        markers=(*near, now),
        callouts=callouts,
        sides=side_marks(picture, words, turn, picture.id),
        measuring=_way_on(album, picture, turn, point, (at.x_px, at.y_px), at.site.one_cun_mm, extras),
        outline=picture.outline,
    )


def _way_on(
    album: BodyAlbum,
    picture: Picture,
    turn: Turn,
    point: PlanPoint,
    to_px: tuple[float, float],
    cun_mm: float | None,
    extras: CloseUpExtras,
) -> MeasuringLine | None:
    """Place a measuring line on a picture, if the picture shows where it begins, and its true length.

    ``cun_mm`` is a cun of the body part, where one scale holds all along the way.
    """
    way = extras.way
    if way is None:
        return None
    begin = None
    if way.from_point is not None:
        site = album.points.point(way.from_point, point.side)
        begin = site.pixels.get(picture.id) if site is not None else None
    elif way.from_landmark is not None:
        landmark = album.points.landmark(way.from_landmark, point.side)
        begin = landmark.pixels.get(picture.id) if landmark is not None else None
    if begin is None:
        return None
    x = picture.size_px[0] - begin.x_px if turn is Turn.MIRRORED else begin.x_px
    drawn_mm = math.hypot(x - to_px[0], begin.y_px - to_px[1]) / picture.px_per_mm
    if cun_mm is not None and abs(drawn_mm / (way.cun * cun_mm) - 1) > _WAY_OFF_MOST:
        # Seen at a slant, fingers drawn along it would be narrower than those that measure.
        return None
    fingers = max(1, round(way.cun * FINGERS_PER_CUN))
    return MeasuringLine(x, begin.y_px, to_px[0], to_px[1], fingers, extras.way_lines)


def region_scene(
    album: BodyAlbum,
    view: str,
    words: SideWords,
    spoken: str,
    plate: RegionPlate | None,
    tints: tuple[RegionTint, ...] = (),
) -> BodyScene:
    """Show a whole body whose regions can be tapped."""
    picture = album.pictures[view]
    return BodyScene(
        view=view,
        picture=picture.file,
        size_px=picture.size_px,
        px_per_mm=picture.px_per_mm,
        spoken=spoken,
        tints=tints,
        plate=plate,
        sides=side_marks(picture, words, Turn.AS_BAKED, view),
        outline=picture.outline,
    )


def catalogue_scene(
    album: BodyAlbum,
    view: str,
    points: Iterable[PlanPoint],
    words: SideWords,
    spoken: str,
    looks: Mapping[SiteKey, MarkerLook] | None = None,
) -> BodyScene:
    """Show many points small, without labels: the list twin and the hover card name them."""
    picture = album.pictures[view]
    markers = []
    for point in points:
        site = album.points.point(point.point, point.side)
        if site is None or not album.shows(view, site):
            continue
        key = (point.point, point.side)
        pixel = site.pixels[view]
        look = (looks or {}).get(key, MarkerLook.CATALOGUE)
        markers.append(Marker(key, look, pixel.x_px, pixel.y_px, point.name, point.detail, point.spoken))
    return BodyScene(
        view=view,
        picture=picture.file,
        size_px=picture.size_px,
        px_per_mm=picture.px_per_mm,
        spoken=spoken,
        markers=tuple(markers),
        sides=side_marks(picture, words, Turn.AS_BAKED, view),
        outline=picture.outline,
    )
