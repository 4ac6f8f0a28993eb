"""Bodies for the page about the own body: what can be drawn, and the live figure. Brings numpy.

Nobody imports this before the page is asked for; it is fetched in the background.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from acupress_desktop.content.body_files import read_body_model
from acupress_desktop.content.figure_look_files import read_figure_look
from acupress_desktop.domain.anatomy.body import BodyModel
from acupress_desktop.domain.anatomy.drawn_body import DrawnMesh, FigureLook, drawn_body
from acupress_desktop.domain.anatomy.figure_light import look_for
from acupress_desktop.domain.anatomy.shape import BodyShape, BodyShapeError, UsualMeasures
from acupress_desktop.domain.anatomy.software_picture import PictureWish, Quality, picture
from acupress_desktop.domain.anatomy.views import Camera
from acupress_desktop.domain.body_bounds import HEIGHT_CM
from acupress_desktop.domain.own_body import OwnBody
from acupress_desktop.presenters.your_body_view import Facing, LiveFigureView
from acupress_desktop.ui.your_body.live_figure import Care, DrawnPicture

_AIR_MM = 24.0
_WIDEST_MM = 1000.0
_QUALITY = {Care.QUICK: Quality.QUICK, Care.FINE: Quality.FINE}
_RIGHT = {Facing.FRONT: (1.0, 0.0, 0.0), Facing.BACK: (-1.0, 0.0, 0.0)}


@dataclass(frozen=True, slots=True, eq=False)
class OwnDrawing:
    """The body model with everything that drawing needs; implements ``BodyAnswers``."""

    model: BodyModel
    mesh: DrawnMesh
    look: FigureLook

    @classmethod
    def read(cls, assets: Path) -> OwnDrawing:
        """Read the model; some tens of milliseconds."""
        model = read_body_model(assets / "body_maps")
        mesh = DrawnMesh(model)
        return cls(model, mesh, read_figure_look(assets, mesh))

    def refusal(self, body: OwnBody) -> BodyShapeError | None:
        """Say why a body cannot be drawn, ``None`` where it can."""
        try:
            self.model.check(body.shape, body.measures)
        except BodyShapeError as refused:
            return refused
        return None

    def usual(self, shape: BodyShape) -> UsualMeasures:
        """Return the lengths of a body of which nothing was measured."""
        return self.model.usual_measures(shape)

    def draw(self, view: LiveFigureView, width_px: int, height_px: int, care: Care) -> DrawnPicture:
        """Draw the live figure: everybody to one scale, standing on the lower edge."""
        own = view.body
        drawn = drawn_body(self.model.shaped(own.shape, own.measures), self.mesh, self.look)
        tall_mm = HEIGHT_CM[1] * 10.0 + 2.0 * _AIR_MM
        scale = min(height_px / tall_mm, width_px / _WIDEST_MM)
        middle = height_px / scale / 2.0 - _AIR_MM
        camera = Camera((0.0, middle, 0.0), _RIGHT[view.facing], (0.0, 1.0, 0.0), scale, width_px, height_px)
        done = picture(drawn, PictureWish(camera, look_for(view.tone), _QUALITY[care]))
        return DrawnPicture(done.width_px, done.height_px, done.rgba)
