"""A person describes their own body, and every page shows it."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from acupress_desktop.app.desk import Bundle
from acupress_desktop.app.loading import read_bundle
from acupress_desktop.app.own_album import OwnAlbum
from acupress_desktop.app.own_album_work import AlbumWork
from acupress_desktop.app.own_drawing import OwnDrawing
from acupress_desktop.app.rehearsal import Rehearsal
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.shelf import read_shelf
from acupress_desktop.domain.album_wish import AlbumWish
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.own_body import OwnBody
from acupress_desktop.domain.settings import DrawnBody, Figure, Settings, SkinTone
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.destinations import ToAtlas, ToSettings, ToToday, ToYourBody
from acupress_desktop.ui.bridge.background import InlineRunner, Job, Outcome, Work
from tests.journeys.conftest import Arrive
from tests.journeys.steps import calm_session

pytestmark = pytest.mark.timeout(400)
NUMBERS = {"own_build_percent": "85", "own_height_cm": "186", "own_weight_kg": "98", "own_forearm_mm": "28"}


def describe(at: Rehearsal) -> None:
    """Fill in the page."""
    at.house.window.go(ToSettings())
    at.hands.press("Your body")
    page = at.house.window.page
    assert page is not None
    for key, text in NUMBERS.items():
        row = page.widget.row(key)  # type: ignore[attr-defined]
        row.field.setText(text)
        row.field.editingFinished.emit()


def album_of(at: Rehearsal) -> AlbumWish | None:
    bundle = bundle_of(at)
    return None if bundle.studio.drawn is None else bundle.studio.drawn.wish


def bundle_of(at: Rehearsal) -> Bundle:
    desk = at.house.desk
    assert desk is not None
    return desk.bundle


def test_the_own_body_is_drawn_kept_and_shown_on_every_page(arrive: Arrive) -> None:
    at = arrive()
    calm_session(at)
    at.house.window.go(ToToday())
    before = at.house.window.grab().toImage()
    describe(at)
    at.hands.press("Show my own body")
    assert at.ground.chosen().drawn_body is DrawnBody.OWN
    assert album_of(at) is None, "the numbers have to rest first"
    at.wait(2)
    wish = album_of(at)
    assert wish is not None
    assert isinstance(wish.who, OwnBody)
    assert wish.who.shape.height_cm == 186.0
    assert at.hands.reads("Every page shows your own body.")
    at.house.window.go(ToToday())
    assert at.house.window.grab().toImage() != before
    at.house.window.go(ToAtlas(PointCode("PC6"), SiteSide.LEFT))
    places_lie_on_the_pictures(at)
    kept = [each for each in at.ground.profile.bodies.iterdir() if each.is_dir()]
    assert len(kept) == 1
    assert not list(kept[0].glob("*.part"))
    back_and_again(at)


def places_lie_on_the_pictures(at: Rehearsal) -> None:
    """Every point that a picture is said to show lies where something is drawn."""
    desk = at.house.desk
    assert desk is not None
    album = desk.album
    assert album.figure == "own"
    images = {view: QImage(str(picture.file)) for view, picture in album.pictures.items()}
    assert not any(image.isNull() for image in images.values())
    inner_pass = album.points.point(PointCode("PC6"), SiteSide.LEFT)
    assert inner_pass is not None
    (cun_mm,) = inner_pass.cun_mm.values()
    assert cun_mm == pytest.approx(280.0 / 12.0, rel=0.02), "a twelfth of the forearm that was measured"
    found = 0
    for site in album.points.points:
        for view in site.views:
            picture, pixel = album.pictures[view], site.pixels[view]
            flipped = picture.turn_for(site.side).value == "mirrored"
            x = picture.size_px[0] - pixel.x_px if flipped else pixel.x_px
            assert near_alpha(images[view], int(x), int(pixel.y_px)) > 100, (site.code, view)
            found += 1
    assert found > 1000
    plates = desk.body.plates
    assert plates is not None
    assert all(path.is_file() for path in plates.files.values())


def near_alpha(image: QImage, x: int, y: int) -> int:
    """Return the greatest opacity within a few pixels: a place on the very edge is on the body too."""
    return max(
        image.pixelColor(x + across, y + down).alpha()
        for across in range(-3, 4)
        for down in range(-3, 4)
        if image.valid(x + across, y + down)
    )


def back_and_again(at: Rehearsal) -> None:
    """The standard figure comes back at once, and so do the pictures that are kept."""
    at.house.window.go(ToYourBody())
    at.hands.press("Use the standard figure instead")
    at.wait(2)
    desk = at.house.desk
    assert desk is not None
    assert desk.album.figure == "figure_f"
    bundle_of(at).studio.drawn = None
    at.house.window.go(ToYourBody())
    at.hands.press("Show my own body")
    at.wait(2)
    assert desk.album.figure == "own"


def test_a_tone_is_drawn_for_the_standard_figure_and_damage_is_drawn_anew(arrive: Arrive) -> None:
    at = arrive()
    calm_session(at)
    at.house.window.go(ToYourBody())
    at.hands.press("Very dark")
    at.wait(2)
    assert album_of(at) == AlbumWish(Figure.FEMALE, SkinTone.VERY_DARK)
    desk = at.house.desk
    assert desk is not None
    image = QImage(str(desk.album.pictures["front"].file))
    middle = image.pixelColor(image.width() // 2, round(image.height() * 0.06))
    assert 0 < middle.red() < 140


class ByHand(QObject):
    """Does background work one piece at a time, when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self._inline = InlineRunner()
        self.waiting: list[tuple[Job, Work, Callable[[Outcome], None] | None]] = []

    def run(self, work: Work, done: Callable[[Outcome], None] | None = None) -> Job:
        job = Job(self)
        self.waiting.append((job, work, done))
        return job

    def step(self) -> None:
        job, work, done = self.waiting.pop(0)

        def asked(inner: Job) -> object:
            job.check()
            return work(inner)

        self._inline.run(asked, done)
        job.deleteLater()


def drawing(bundle: Bundle) -> bool:
    return bundle.studio.standing.drawing


def test_what_nobody_asks_for_any_more_is_given_up(arrive: Arrive, qtbot: QtBot) -> None:
    at = arrive()
    runner = ByHand()
    ground = replace(at.ground, runner=runner)
    wanted = Settings(
        drawn_body=DrawnBody.OWN, own_build_percent=50, own_height_cm=170, own_weight_kg=70, own_age=40
    )
    ground.settings.remember_settings(wanted)
    bundle = read_bundle(ground.assets, Figure.FEMALE)
    album = OwnAlbum(ground, bundle)
    told: list[int] = []
    album.changed.connect(lambda: told.append(bundle.studio.standing.done))
    album.wake()
    for _piece in range(4):  # read the model, begin, place all points, draw the front
        runner.step()
    assert drawing(bundle)
    assert told == sorted(told)
    assert list(ground.profile.bodies.glob("*.part"))
    ground.settings.remember_settings(replace(wanted, drawn_body=DrawnBody.FIGURE))
    album.wake()
    while runner.waiting:
        runner.step()
    assert list(ground.profile.bodies.iterdir()) == []
    assert bundle.studio.drawn is None
    assert not drawing(bundle)
    shutil.rmtree(ground.profile.bodies)
    album.deleteLater()
    runner.deleteLater()


def test_pictures_are_private_and_go_when_nobody_asks_for_them_any_more(tmp_path: Path) -> None:
    assets, wish = asset_root(), AlbumWish(Figure.FEMALE, SkinTone.DARK)
    folder = tmp_path / "bodies" / "drawn"
    work = AlbumWork(OwnDrawing.read(assets), assets, read_shelf(assets), wish, folder)
    work.steps()[0](lambda: None)
    work.steps()[1](lambda: None)
    work.finish()
    if os.name == "posix":
        modes = {stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*") if path.is_file()}
        assert modes == {0o600}
    work.give_up()
    assert list(folder.parent.iterdir()) == []
