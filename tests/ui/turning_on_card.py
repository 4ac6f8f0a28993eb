"""Draws the same views on the graphics card and in software, and prints how far they differ as JSON.

A program of its own, since it needs a screen: `test_turning_card.py` runs it on a virtual one.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from acupress_desktop.domain.anatomy.figure_light import Hour, look_for
from acupress_desktop.domain.anatomy.shape import FIGURE_F, FIGURE_M, BodyShape
from acupress_desktop.domain.anatomy.software_picture import PictureWish, Quality, picture
from acupress_desktop.domain.settings import SkinTone
from acupress_desktop.ui.body_3d.artist import Artist, View, image_of
from acupress_desktop.ui.body_3d.choosing import Context, card_artist
from acupress_desktop.ui.body_3d.gl_artist import GlArtist
from acupress_desktop.ui.body_3d.pose import Pose, camera_of, haze_of
from acupress_desktop.ui.body_3d.scene import extent_of
from acupress_desktop.ui.theme.fonts import load_fonts
from acupress_desktop.ui.theme.live import LiveTheme
from tests.domain.anatomy import drawn_bodies as bodies
from tests.domain.anatomy.drawn_bodies import largest_blob

Pixels = npt.NDArray[np.int64]
VIEWS = (
    (FIGURE_F, Pose(25.0, 8.0, 1.0, (0.0, 830.0, 0.0)), SkinTone.LIGHT, Hour.DAY),
    (FIGURE_M, Pose(-150.0, -12.0, 1.0, (0.0, 880.0, 0.0)), SkinTone.VERY_DARK, Hour.DAY),
    (FIGURE_F, Pose(60.0, 20.0, 1.0, (0.0, 830.0, 0.0)), SkinTone.MEDIUM, Hour.EVENING),
    (FIGURE_F, Pose(0.0, -75.0, 2.0, (0.0, 300.0, 40.0)), SkinTone.DARK, Hour.DAY),
    (BodyShape(1.0, 175.0, 160.0, 55.0), Pose(0.0, 90.0, 1.2, (0.0, 1700.0, 0.0)), SkinTone.LIGHT, Hour.DAY),
)


@dataclass(frozen=True, slots=True)
class Difference:
    """Largest connected pieces, in pixels, where the two pictures differ."""

    silhouette: int
    colour: int
    covered: int


def pixels_of(image: QImage) -> Pixels:
    """Rows, columns, and red, green, blue, alpha, premultiplied."""
    flat = image.convertToFormat(QImage.Format.Format_RGBA8888_Premultiplied)
    values = np.frombuffer(flat.constBits(), dtype=np.uint8)
    return values.reshape(flat.height(), flat.width(), 4).astype(np.int64)


def difference(card: QImage, software: QImage) -> Difference:
    """Compare by the largest blob: a mean would hide a missing hand."""
    one, other = pixels_of(card), pixels_of(software)
    return Difference(
        largest_blob(np.abs(one[:, :, 3] - other[:, :, 3]) > 40),
        largest_blob(np.abs(one - other).max(axis=2) > 14),
        int((other[:, :, 3] > 127).sum()),
    )


def main() -> None:
    """Print one JSON object."""
    application = QApplication(sys.argv)
    artist = card_artist(Context.ANY)
    if not isinstance(artist, GlArtist):
        sys.stdout.write(json.dumps({"context": False}))
        return
    told = []
    for shape, pose, tone, hour in VIEWS:
        solid = bodies.solid(shape)
        extent = extent_of(solid)
        view = View(camera_of(pose, extent, 300, 450), look_for(tone, hour), 1.0, haze_of(pose, extent))
        artist.show_body(solid.drawn)
        got: list[QImage] = []
        artist.resting(view, got.append)
        wish = PictureWish(view.camera, view.look, Quality.FINE, fades=view.fades, line_px=view.line_px)
        found = difference(got[0], image_of(picture(solid.drawn, wish)))
        told.append((found.silhouette, found.colour, found.covered))
    sys.stdout.write(json.dumps({"context": True, "views": told, "widget": _widget(application, artist)}))
    artist.close()


def _widget(application: QApplication, artist: Artist) -> tuple[int, int, int]:
    """The whole view with its points, on the card and in software, must look alike too."""
    from acupress_desktop.content.asset_root import asset_root
    from tests.ui.turning import Kit, scene

    load_fonts(asset_root())
    kit = Kit(LiveTheme())
    grabs = []
    for each in (artist, kit.stage.artist):
        kit.stage._artist = each
        kit.stage._scene = None
        kit.stage.show_scene(scene(chosen="navel"))
        kit.stage.show()
        application.processEvents()
        kit.settle()
        grabs.append(kit.stage.grab().toImage())
    kit.stage.hide()
    found = difference(*grabs)
    return found.silhouette, found.colour, found.covered


if __name__ == "__main__":
    main()
