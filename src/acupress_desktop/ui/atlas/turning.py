"""The body that turns, beside the card: same points, same lines, and a place to mark spots of one's own.

Brings numpy; import it when the view is first opened.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.domain.anatomy.sight import Places, SolidBody
from acupress_desktop.domain.anatomy.standing_body import StandingBody
from acupress_desktop.domain.anatomy.surface import SurfaceAnchor
from acupress_desktop.domain.guide_lines import LineLayer
from acupress_desktop.domain.ids import RegionId, RowId
from acupress_desktop.domain.point_practice import MeshPlace, OwnPoint
from acupress_desktop.domain.settings import Drawing3d, SkinTone
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.atlas_view import AtlasView, SiteLook
from acupress_desktop.presenters.own_points import TouchedPlace
from acupress_desktop.ui.atlas.guides import LOOKS
from acupress_desktop.ui.body_3d.scene import (
    MarkerWords,
    SkinPath,
    SolidMarker,
    TurningScene,
    turning_scene,
)
from acupress_desktop.ui.body_3d.turning_body import TurningBody
from acupress_desktop.ui.body_map.scene import GuideLook, MarkerLook
from acupress_desktop.ui.bridge.background import Runner
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.words import own_points as words

_MIDDLE_MM = 3.0
_SIDEWAYS = 0.7

_LOOKS = {
    SiteLook.CHOSEN: MarkerLook.NOW,
    SiteLook.OTHER_SIDE: MarkerLook.OTHER_SIDE,
    SiteLook.OTHER: MarkerLook.CATALOGUE,
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn beside the points of the page."""

    layers: frozenset[LineLayer]
    followed: str
    own: tuple[OwnPoint, ...]
    tone: SkinTone


class TurningPane(QWidget):
    """``TurningPane(theme, runner, drawing)``; ``show_body(body, solid)``, ``show_page(view, drawn)``.

    ``site_chosen`` carries a code with its side; ``told`` a ``TouchedPlace`` that was touched, to be answered
    by ``say``; ``mark_asked`` one that shall be kept.
    """

    site_chosen = Signal(object)
    told = Signal(object)
    mark_asked = Signal(object)

    def __init__(self, theme: LiveTheme, runner: Runner, drawing: Drawing3d) -> None:
        super().__init__()
        self._standing: StandingBody | None = None
        self._solid: SolidBody | None = None
        self._view: AtlasView | None = None
        self._drawn: Drawn | None = None
        self._touched: TouchedPlace | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        self.turning = TurningBody(theme, runner, drawing)
        self.turning.point_chosen.connect(self._choose)
        self.turning.touched.connect(self._touch)
        column.addWidget(self.turning, 1)
        self._said = Label(theme, "", TextRole.SMALL, Tone.INK2)
        self._said.hide()
        column.addWidget(self._said)
        self._keep = Button(theme, words.mark_touched(), ButtonKind.QUIET)
        self._keep.clicked.connect(self._ask)
        self._keep.hide()
        middle = Button(theme, words.mark_middle(), ButtonKind.QUIET)
        middle.clicked.connect(self._take_middle)
        self.turning.add_act(middle)
        self.turning.add_act(self._keep)

    def show_body(self, standing: StandingBody, solid: SolidBody) -> None:
        """Show another body; the way it is looked at stays."""
        self._standing, self._solid = standing, solid
        self._refresh()

    def show_page(self, view: AtlasView, drawn: Drawn) -> None:
        """Show the points of the page and fly to the chosen one when it is another."""
        before = None if self._view is None or self._view.close_up is None else self._view.close_up.site
        self._view, self._drawn = view, drawn
        self.turning.show_seen(view.turned)
        self._refresh()
        now = None if view.close_up is None else view.close_up.site
        moved = now is not None and (before is None or (before.point, before.side) != (now.point, now.side))
        if moved and now is not None and self._standing is not None:
            self.turning.fly_to((now.point, now.side))

    def fly_to(self, key: object) -> None:
        """Turn to a marker."""
        self.turning.fly_to(key)

    # --- The scene

    def _refresh(self) -> None:
        standing, solid, view, drawn = self._standing, self._solid, self._view, self._drawn
        if standing is None or solid is None or view is None or drawn is None:
            return
        sites = {
            (site.point, site.side): MarkerWords(_LOOKS[site.look], site.name, site.detail, site.spoken)
            for site in view.whole.sites
        }
        chosen = None
        if view.close_up is not None:
            site = view.close_up.site
            chosen = (site.point, site.side)
            sites[chosen] = MarkerWords(MarkerLook.NOW, site.name, site.detail, site.spoken)
        scene = turning_scene(
            solid,
            standing.points.values(),
            sites,
            lines=_paths(standing, drawn),
            chosen=chosen,
            tone=drawn.tone,
            sides=(view.your_left, view.your_right),
        )
        self.turning.show_scene(_with_own(scene, standing, drawn.own))

    # --- Own spots

    def _choose(self, key: object) -> None:
        if not isinstance(key, OwnKey):
            self.site_chosen.emit(key)

    def _touch(self, anchor: SurfaceAnchor) -> None:
        standing = self._standing
        if standing is None:
            return
        found = standing.regions.at(anchor)
        side = _side_of(anchor, standing, found.side)
        self._touched = TouchedPlace(_place_of(anchor), RegionId(found.region), side)
        self._keep.show()
        self.told.emit(self._touched)

    def say(self, sentence: str) -> None:
        """Say which place was touched."""
        self._said.show_text(sentence)
        self._said.setVisible(bool(sentence))

    def _take_middle(self) -> None:
        stage = self.turning.stage
        anchor = stage.place_at(stage.width() / 2, stage.height() / 2)
        if anchor is None:
            self._touched = None
            self._keep.hide()
            self.say(words.nothing_in_the_middle())
            return
        self._touch(anchor)
        self._ask()

    def _ask(self) -> None:
        if self._touched is not None:
            self.mark_asked.emit(self._touched)

    def forget_touch(self) -> None:
        """The place was kept, or not."""
        self._touched = None
        self._keep.hide()
        self.say("")


@dataclass(frozen=True, slots=True)
class OwnKey:
    """What a spot of the person's own is known by among the markers."""

    spot: RowId


def _place_of(anchor: SurfaceAnchor) -> MeshPlace:
    """A pick on an edge may have a weight a hair below zero."""
    first, second, third = (max(0.0, weight) for weight in anchor.weights)
    whole = first + second + third
    return MeshPlace(anchor.face, (first / whole, second / whole, third / whole))


def _side_of(anchor: SurfaceAnchor, standing: StandingBody, of_region: SiteSide) -> SiteSide:
    """A region ends somewhere, so its own side says nothing of a touch on the very middle line.

    Where a region lies across that line, the half that was touched is told. Skin that looks sideways, such as
    that between the thighs, belongs to its own side however near to the middle it comes.
    """
    x_mm = float(anchor.position_mm(standing.body)[0])
    sideways = abs(float(anchor.normal(standing.body)[0])) > _SIDEWAYS
    if abs(x_mm) <= _MIDDLE_MM and not sideways:
        return SiteSide.MIDLINE
    if of_region is not SiteSide.MIDLINE:
        return of_region
    return SiteSide.LEFT if x_mm > 0 else SiteSide.RIGHT


def _paths(standing: StandingBody, drawn: Drawn) -> tuple[SkinPath, ...]:
    if not drawn.layers and not drawn.followed:
        return ()
    return tuple(
        SkinPath(LOOKS[line.layer], Places(line.points_mm[piece], line.normals[piece]))
        for line in standing.lines
        if line.layer in drawn.layers
        or (LOOKS[line.layer] is GuideLook.MERIDIAN and line.line == drawn.followed)
        for piece in line.pieces()
    )


def _with_own(scene: TurningScene, standing: StandingBody, own: tuple[OwnPoint, ...]) -> TurningScene:
    faces = len(standing.body.faces)
    markers = []
    for spot in own:
        if spot.place.face >= faces:
            continue
        anchor = SurfaceAnchor(spot.place.face, spot.place.weights)
        x, y, z = (float(value) for value in anchor.position_mm(standing.body))
        nx, ny, nz = (float(value) for value in anchor.normal(standing.body))
        markers.append(
            SolidMarker(
                OwnKey(spot.id), MarkerLook.OWN, (x, y, z), (nx, ny, nz), spot.name, words.detail(),
                words.own(spot.name),
            )
        )  # fmt: skip
    if not markers:
        return scene
    return TurningScene(
        scene.solid,
        scene.extent,
        (*scene.markers, *markers),
        scene.lines,
        scene.chosen,
        scene.tone,
        scene.left_words,
        scene.right_words,
    )
