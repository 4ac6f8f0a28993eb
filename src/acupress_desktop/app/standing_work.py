"""Makes the body that turns, with its points and lines. Brings numpy; used in the background only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from acupress_desktop.app.own_drawing import OwnDrawing
from acupress_desktop.content.body_files import read_body_views
from acupress_desktop.content.landmark_files import read_landmarks
from acupress_desktop.content.region_face_files import read_region_faces
from acupress_desktop.content.shelf import Shelf
from acupress_desktop.content.skin_line_files import read_skin_lines
from acupress_desktop.domain.anatomy.drawn_body import drawn_body
from acupress_desktop.domain.anatomy.line_sight import seen_lines
from acupress_desktop.domain.anatomy.locate import Locator
from acupress_desktop.domain.anatomy.sight import SolidBody
from acupress_desktop.domain.anatomy.standing_body import StandingBody
from acupress_desktop.domain.anatomy.views import BodyView
from acupress_desktop.domain.guide_lines import SeenLine
from acupress_desktop.domain.own_body import OwnBody


@dataclass(frozen=True, slots=True, eq=False)
class Stood:
    """A body that stands, solid for turning, with the pictures that were made of it."""

    body: StandingBody
    solid: SolidBody
    views: Mapping[str, BodyView]


def stand(drawing: OwnDrawing, assets: Path, shelf: Shelf, who: OwnBody | str) -> Stood:
    """Make the own body, or the figure of a name; all points are found here, which takes half a second.

    Raises ``ContentError`` where a file cannot be trusted.
    """
    figures = {listed.figure: listed for listed in read_body_views(assets / "body_maps")}
    views: Iterable[BodyView] = ()
    if isinstance(who, OwnBody):
        body = drawing.model.shaped(who.shape, who.measures)
    else:
        body = drawing.model.shaped(figures[who].shape)
        views = figures[who].views
    standing = StandingBody(
        Locator(body, read_landmarks(assets), shelf.atlas),
        read_skin_lines(assets),
        read_region_faces(assets, drawing.model, shelf.regions),
    )
    # Found when first asked for: that shall not be by who shows them.
    _found = standing.points
    solid = SolidBody(drawn_body(body, drawing.mesh, drawing.look), standing.surface)
    return Stood(standing, solid, {view.id: view for view in views})


def lines_on(stood: Stood, view: str, pictures: Path | None = None) -> tuple[SeenLine, ...]:
    """Return every guide line that a picture shows; none where there is no such picture.

    ``pictures`` is the folder with those of the own body, once they are drawn.
    """
    views = stood.views
    if pictures is not None:
        (own,) = read_body_views(pictures / "body_maps")
        views = {each.id: each for each in own.views}
    if view not in views:
        return ()
    return seen_lines(views[view], stood.body.body, stood.body.lines)
