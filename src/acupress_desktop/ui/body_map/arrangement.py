"""Where a scene's parts lie in a map of one size: the frame, each marker's spot and radius, each label.

Measured with the fonts in force, but nothing is painted here.
"""

from __future__ import annotations

import math
from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtGui import QFontMetricsF

from acupress_desktop.domain.body_album import Turn
from acupress_desktop.domain.settings import BodyView
from acupress_desktop.ui.body_map.frame import Box, MapFrame, Mirror, fitted
from acupress_desktop.ui.body_map.label_layout import (
    LABEL_GAP_PX,
    LEVEL_END_PX,
    Block,
    Column,
    LabelPlan,
    Margins,
    Obstacle,
    Placed,
    Point,
    Wish,
    place_labels,
)
from acupress_desktop.ui.body_map.marking import radius_of, tolerance_px
from acupress_desktop.ui.body_map.measuring import MeasureLayout, measure_layout
from acupress_desktop.ui.body_map.scene import BodyScene, LabelWish, Marker
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.type_roles import TextRole, Weight

HIT_PX = 12.0
BADGE_BAND_PX = 40.0
RADIUS_MIN_PX = 4.5
_LABELS_FROM_PX = 380
_COLUMN_MAX_SHARE = 0.32
_EDGE_PX = 4.0
_CROWDED_SHARE = 0.58
"""Radius of crowded markers, as a share of their distance: rims may touch, middles stay clear."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A marker in the map: its middle, the radius it is drawn with, and that of its dashed ring."""

    marker: Marker
    x: float
    y: float
    radius: float
    tolerance: float

    @property
    def reach(self) -> float:
        """Radius within which a click belongs to this point."""
        return max(HIT_PX, self.radius + 2)


@dataclass(frozen=True, slots=True)
class Words:
    """What a label says."""

    name: str
    detail: str
    strong: bool


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A scene laid out in a map."""

    frame: MapFrame
    spots: tuple[Spot, ...]
    labels: tuple[Placed, ...]
    words: dict[Hashable, Words]
    left_out: tuple[Hashable, ...]
    body: Box
    measure: MeasureLayout | None = None

    def labelled(self, marker: Marker) -> bool:
        """Tell whether a marker's label, or that of its group, stands in a margin."""
        group = marker.label_group if marker.label_group is not None else marker.key
        return any(
            other.marker.key in self.words
            and other.marker.key not in self.left_out
            and group in {other.marker.key, other.marker.label_group}
            for other in self.spots
        )


@dataclass(frozen=True, slots=True)
class _CalloutKey:
    place: int


def mirror_of(scene: BodyScene, seen: BodyView) -> Mirror:
    """Say whether the file is drawn flipped: for the right limb, or for a mirror, but not for both."""
    flipped = (scene.turn is Turn.MIRRORED) is not (seen is BodyView.MIRROR)
    return Mirror.FLIPPED if flipped else Mirror.AS_BAKED


def arrange(
    scene: BodyScene, theme: LiveTheme, width: float, height: float, seen: BodyView, frame: MapFrame | None
) -> Arrangement:
    """Lay ``scene`` out in ``width`` x ``height`` map pixels; ``frame`` keeps a zoom that is in force."""
    mirror = mirror_of(scene, seen)
    wanted = _columns_wanted(scene, theme, width, mirror)
    band = theme.scaled(BADGE_BAND_PX) if scene.sides else 0.0
    left = wanted[Column.SCREEN_LEFT]
    right = wanted[Column.SCREEN_RIGHT]
    body = Box(left, band, max(40.0, width - left - right), max(40.0, height - band))
    if frame is None or frame.mirror is not mirror:
        frame = fitted(scene.size_px, scene.window, body, mirror)
    spots = _spots(scene, frame)
    shown = tuple(spot for spot in spots if -8 <= spot.x <= width + 8 and -8 <= spot.y <= height + 8)
    measure = _measure(scene, frame, theme, width, height)
    words: dict[Hashable, Words] = {}
    plan = LabelPlan((), ())
    if width >= _LABELS_FROM_PX:
        wishes = [*_wishes(_leading(shown), theme, words), *_callouts(scene, frame, shown, theme, words)]
        lead = LEVEL_END_PX + LABEL_GAP_PX
        margins = Margins(
            outer_left=_EDGE_PX,
            left_edge=max(_EDGE_PX, left - lead / 2) if left else _EDGE_PX,
            right_edge=min(width - _EDGE_PX, width - right + lead / 2) if right else width - _EDGE_PX,
            outer_right=width - _EDGE_PX,
            top=band + 4,
            bottom=height - 4,
        )
        points: list[Obstacle] = [Point(spot.x, spot.y, spot.radius + 2) for spot in shown]
        if measure is not None:
            points.append(
                Block(measure.words.left, measure.words.top, measure.words.width, measure.words.height)
            )
        plan = place_labels(wishes, points, margins)
    return Arrangement(frame, spots, plan.placed, words, plan.left_out, body, measure)


def _measure(
    scene: BodyScene, frame: MapFrame, theme: LiveTheme, width: float, height: float
) -> MeasureLayout | None:
    line = scene.measuring
    if line is None:
        return None
    wishes = [marker.label for marker in scene.markers] + [callout.label for callout in scene.callouts]
    forced = [_column_of(wish) for wish in wishes]
    taken = next((column for column in forced if column is not None), None)
    strong = theme.font(TextRole.SMALL, Weight.STRONG)
    words_width = max((QFontMetricsF(strong).horizontalAdvance(text) for text in line.lines), default=0.0)
    words_height = float(theme.line_px(TextRole.SMALL) * len(line.lines))
    return measure_layout(line, frame, Box(0, 0, width, height), taken, (words_width + 2, words_height))


def _leading(spots: tuple[Spot, ...]) -> tuple[Spot, ...]:
    """Keep one marker of each label group: the one nearest to the margin that its label wants."""
    leading: dict[Hashable, Spot] = {}
    for spot in spots:
        marker = spot.marker
        if marker.label is LabelWish.NONE:
            continue
        group = marker.label_group if marker.label_group is not None else marker.key
        best = leading.get(group)
        rightmost = marker.label is not LabelWish.SCREEN_LEFT
        if best is None or (spot.x > best.x) is rightmost:
            leading[group] = spot
    return tuple(leading.values())


def _spots(scene: BodyScene, frame: MapFrame) -> tuple[Spot, ...]:
    """Place the markers; where two would overlap both shrink, so that neither hides the other's middle."""
    places = [frame.to_map(marker.x_px, marker.y_px) for marker in scene.markers]
    spots = []
    for number, (marker, (x, y)) in enumerate(zip(scene.markers, places, strict=True)):
        nearest = min(
            (math.hypot(x - ox, y - oy) for other, (ox, oy) in enumerate(places) if other != number),
            default=math.inf,
        )
        radius = radius_of(marker.look)
        if radius > RADIUS_MIN_PX:
            radius = min(radius, max(RADIUS_MIN_PX, nearest * _CROWDED_SHARE))
        spots.append(Spot(marker, x, y, radius, tolerance_px(marker, frame, scene.px_per_mm)))
    return tuple(spots)


def _label_size(theme: LiveTheme, words: Words) -> tuple[float, float]:
    role = TextRole.BODY if words.strong else TextRole.SMALL
    metrics = QFontMetricsF(theme.font(role, Weight.STRONG if words.strong else None))
    lines = words.name.split("\n")
    width = max(metrics.horizontalAdvance(line) for line in lines)
    height = float(theme.line_px(role) * len(lines))
    if words.detail:
        small = QFontMetricsF(theme.font(TextRole.CAPTION))
        width = max(width, small.horizontalAdvance(words.detail))
        height += theme.line_px(TextRole.CAPTION)
    return math.ceil(width) + 2.0, height


def _column_of(wish: LabelWish) -> Column | None:
    match wish:
        case LabelWish.SCREEN_LEFT:
            return Column.SCREEN_LEFT
        case LabelWish.SCREEN_RIGHT:
            return Column.SCREEN_RIGHT
        case LabelWish.NEARER_MARGIN | LabelWish.NONE:
            return None


def _columns_wanted(scene: BodyScene, theme: LiveTheme, width: float, mirror: Mirror) -> dict[Column, float]:
    """Return how wide each margin must be for the labels that will probably stand in it."""
    columns = dict.fromkeys(Column, 0.0)
    if width < _LABELS_FROM_PX:
        return columns
    lead = LEVEL_END_PX + LABEL_GAP_PX
    wanted: list[tuple[LabelWish, float, Words]] = [
        (marker.label, marker.x_px, Words(marker.name, marker.detail, strong=True))
        for marker in scene.markers
        if marker.label is not LabelWish.NONE
    ]
    wanted += [
        (callout.label, callout.x_px, Words(callout.words, "", strong=False)) for callout in scene.callouts
    ]
    for wish, x_px, words in wanted:
        column = _column_of(wish)
        if column is None:
            middle = scene.size_px[0] / 2
            left = (x_px < middle) is (mirror is Mirror.AS_BAKED)
            column = Column.SCREEN_LEFT if left else Column.SCREEN_RIGHT
        needed = min(_label_size(theme, words)[0] + lead, width * _COLUMN_MAX_SHARE)
        columns[column] = max(columns[column], needed)
    if scene.measuring is not None:
        columns = {column: max(wide, min(120.0, width * 0.2)) for column, wide in columns.items()}
    return columns


def _wishes(spots: tuple[Spot, ...], theme: LiveTheme, words: dict[Hashable, Words]) -> list[Wish]:
    wishes = []
    for spot in spots:
        marker = spot.marker
        if marker.label is LabelWish.NONE:
            continue
        said = Words(marker.name, marker.detail, strong=True)
        words[marker.key] = said
        width, height = _label_size(theme, said)
        wishes.append(
            Wish(
                key=marker.key,
                x=spot.x,
                y=spot.y,
                radius=max(spot.radius, spot.tolerance),
                width=width,
                height=height,
                column=_column_of(marker.label),
                weight=2.0,
            )
        )
    return wishes


def _callouts(
    scene: BodyScene,
    frame: MapFrame,
    spots: tuple[Spot, ...],
    theme: LiveTheme,
    words: dict[Hashable, Words],
) -> list[Wish]:
    wishes = []
    for number, callout in enumerate(scene.callouts):
        said = Words(callout.words, "", strong=False)
        key = _CalloutKey(number)
        words[key] = said
        x, y = frame.to_map(callout.x_px, callout.y_px)
        width, height = _label_size(theme, said)
        # A leader to a point's own place ends at the rim of its ring.
        rim = max((spot.tolerance for spot in spots if math.hypot(spot.x - x, spot.y - y) < 1), default=0.0)
        wishes.append(Wish(key, x, y, rim, width, height, _column_of(callout.label)))
    return wishes


def nearest_spot(spots: tuple[Spot, ...], x: float, y: float) -> Spot | None:
    """Return the point that a click at a place of the map belongs to: the nearest within its reach."""
    best, best_away = None, math.inf
    for spot in spots:
        away = math.hypot(spot.x - x, spot.y - y)
        if away <= spot.reach and away < best_away:
            best, best_away = spot, away
    return best


def stepped_spot(spots: tuple[Spot, ...], here: Spot, dx: int, dy: int) -> Spot | None:
    """Return the next point in a direction of the screen: near, and not far off the way."""
    best, best_cost = None, math.inf
    for spot in spots:
        ahead = (spot.x - here.x) * dx + (spot.y - here.y) * dy
        aside = abs((spot.x - here.x) * dy) + abs((spot.y - here.y) * dx)
        if spot is here or ahead <= 0.5:
            continue
        cost = ahead + 2.2 * aside
        if cost < best_cost:
            best, best_cost = spot, cost
    return best
