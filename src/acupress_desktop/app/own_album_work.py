"""Draws the pictures of a body into a folder. Brings numpy; used in the background only.

The steps are small, so that other work comes between them: the places of all points, then one picture each.
Everything is written into a folder of another name, which gets its own name when all of it stands there.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QColor, QImage, QImageWriter

from acupress_desktop.app.own_drawing import OwnDrawing
from acupress_desktop.content.body_files import read_body_views, written_views
from acupress_desktop.content.drawn_album_files import (
    LIST_FILE,
    OWN_FIGURE,
    picture_name,
    written_list,
)
from acupress_desktop.content.how_to_files import read_how_to
from acupress_desktop.content.landmark_files import read_landmarks
from acupress_desktop.content.placed_point_files import written_points
from acupress_desktop.content.region_face_files import read_region_faces
from acupress_desktop.content.shelf import Shelf
from acupress_desktop.domain.album_wish import AlbumWish
from acupress_desktop.domain.anatomy.drawn_body import DrawnBody, drawn_body
from acupress_desktop.domain.anatomy.figure_light import look_for
from acupress_desktop.domain.anatomy.locate import Locator
from acupress_desktop.domain.anatomy.picture_plan import body_views
from acupress_desktop.domain.anatomy.placing import Followed, followed_by, placed_figure
from acupress_desktop.domain.anatomy.region_plate import plate_of_picture
from acupress_desktop.domain.anatomy.software_picture import (
    Picture,
    PictureWish,
    Quality,
    close_up_gain,
    picture,
)
from acupress_desktop.domain.anatomy.views import BodyView, ViewKind
from acupress_desktop.domain.own_body import OwnBody
from acupress_desktop.domain.settings import Figure
from acupress_desktop.storage.files import make_private_file, make_private_folder, private_umask, sync_folder

LINE_PX = 2.2
"""The contour of a picture that is drawn for a screen of twice the usual fineness."""
WEBP_QUALITY = 92
KEPT_FOLDERS = 2
"""The pictures in use and those before them: somebody who tries another tone may want the old one back."""
FIGURES = {Figure.FEMALE: "figure_f", Figure.MALE: "figure_m"}
Checkpoint = Callable[[], None]
Step = Callable[[Checkpoint], None]
"""One piece of the work; it calls the checkpoint often, which raises where the work is to stop."""


class AlbumWork:
    """The work for one wish: do the ``steps`` in order, then ``finish``."""

    def __init__(
        self, drawing: OwnDrawing, assets: Path, shelf: Shelf, wish: AlbumWish, folder: Path
    ) -> None:
        """Prepare; raise ``ContentError`` or ``BodyShapeError`` for what cannot be drawn."""
        self._assets = assets
        self._shelf = shelf
        self._wish = wish
        self._folder = folder
        self._making = folder.with_name(f"{folder.name}.part")
        self._look = look_for(wish.tone)
        listed = {each.figure: each for each in read_body_views(assets / "body_maps")}
        if isinstance(wish.who, OwnBody):
            body = drawing.model.shaped(wish.who.shape, wish.who.measures)
            self._drawn = drawn_body(body, drawing.mesh, drawing.look)
            self._views = body_views(self._drawn, OWN_FIGURE)
        else:
            figure = listed[FIGURES[wish.who]]
            self._drawn = drawn_body(drawing.model.shaped(figure.shape), drawing.mesh, drawing.look)
            self._views = figure.views
        self._followed = followed_by(read_how_to(assets, shelf.atlas).values()) if wish.own else None
        self._regions = read_region_faces(assets, drawing.model, shelf.regions).face_region

    def steps(self) -> tuple[Step, ...]:
        """Return the pieces of the work."""
        return tuple(self._steps())

    def _steps(self) -> Iterator[Step]:
        yield self._begin
        if self._followed is not None:
            yield self._place_of(self._followed)
        for view in self._views:
            yield self._picture_of(view)

    def finish(self) -> Path:
        """Give the folder its name, let go of old ones, and return it."""
        (self._making / LIST_FILE).write_bytes(written_list(self._making))
        for path in self._making.rglob("*"):
            if path.is_file():
                make_private_file(path)
        shutil.rmtree(self._folder, ignore_errors=True)
        self._making.replace(self._folder)
        sync_folder(self._folder.parent)
        forget_others(self._folder)
        return self._folder

    def give_up(self) -> None:
        """Remove what was written, finished or not: the person may have erased everything meanwhile."""
        for folder in (self._making, self._folder):
            shutil.rmtree(folder, ignore_errors=True)

    def _begin(self, _checkpoint: Checkpoint) -> None:
        make_private_folder(self._folder.parent)
        shutil.rmtree(self._making, ignore_errors=True)
        with private_umask():
            for name in ("views", "regions"):
                (self._making / "body_maps" / name).mkdir(parents=True)
        if self._wish.own:
            maps = self._making / "body_maps"
            shape = self._drawn.body.shape
            (maps / "views.json").write_bytes(written_views(OWN_FIGURE, shape, self._views))
            shutil.copyfile(self._assets / "body_maps" / "region_faces.npz", maps / "region_faces.npz")

    def _place_of(self, followed: Followed) -> Step:
        def step(checkpoint: Checkpoint) -> None:
            locator = Locator(self._drawn.body, read_landmarks(self._assets), self._shelf.atlas)
            points = placed_figure(OWN_FIGURE, locator, self._views, followed, checkpoint)
            (self._making / "body_maps" / f"points_{OWN_FIGURE}.json").write_bytes(written_points(points))

        return step

    def _picture_of(self, view: BodyView) -> Step:
        def step(checkpoint: Checkpoint) -> None:
            drawn = drawn_view(self._drawn, view, self._wish_of(view), checkpoint)
            image = _image(drawn)
            _save(image, self._making / picture_name(view.id), "webp", WEBP_QUALITY)
            if self._wish.own:
                checkpoint()
                self._save_plate(view, drawn)

        return step

    def _wish_of(self, view: BodyView) -> PictureWish:
        return PictureWish(
            camera=view.camera,
            look=self._look,
            quality=Quality.FINE,
            parts=view.parts,
            fades=view.fades,
            vignette_mm=view.vignette_mm,
            line_px=LINE_PX,
        )

    def _save_plate(self, view: BodyView, drawn: Picture) -> None:
        plate = plate_of_picture(self._drawn.body, view, self._regions, drawn.rgba)
        image = QImage(
            plate.values, plate.width_px, plate.height_px, plate.width_px, QImage.Format.Format_Indexed8
        )
        image.setColorTable([QColor(value, value, value).rgb() for value in range(256)])
        _save(image, self._making / "body_maps" / view.region_picture, "png", -1)


def drawn_view(drawn: DrawnBody, view: BodyView, wish: PictureWish, checkpoint: Checkpoint) -> Picture:
    """Draw one picture; a close-up is brought to the usual lightness."""
    if view.kind is ViewKind.CLOSE_UP:
        wish = replace(wish, gain=close_up_gain(drawn, wish))
        checkpoint()
    return picture(drawn, wish, checkpoint)


def forget_others(folder: Path) -> None:
    """Remove old folders of drawn pictures beside ``folder``, and what was left of unfinished ones."""
    others = [each for each in folder.parent.iterdir() if each.is_dir() and not each.is_symlink()]
    whole = [each for each in others if each != folder and each.suffix != ".part"]
    newest = sorted(whole, key=lambda each: each.stat().st_mtime, reverse=True)[: KEPT_FOLDERS - 1]
    for each in others:
        if each != folder and each not in newest:
            shutil.rmtree(each, ignore_errors=True)


def _image(drawn: Picture) -> QImage:
    return QImage(
        drawn.rgba,
        drawn.width_px,
        drawn.height_px,
        4 * drawn.width_px,
        QImage.Format.Format_RGBA8888_Premultiplied,
    )


def _save(image: QImage, path: Path, kind: str, quality: int) -> None:
    writer = QImageWriter(str(path), kind.encode())
    writer.setQuality(quality)
    if not writer.write(image):
        raise OSError(f"{path}: {writer.errorString()}")
