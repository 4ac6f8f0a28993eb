"""What stands around the pictures of the atlas: layers, the body that turns, own spots, saved pictures."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from math import hypot
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox

from acupress_desktop.app.rehearsal import Rehearsal
from acupress_desktop.app.standing import StandingRoom
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.settings import YesNo
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.destinations import ToAtlas
from acupress_desktop.ui.atlas.screen import AtlasScreen
from acupress_desktop.ui.atlas.turning import TurningPane
from acupress_desktop.ui.body_map.picture import MAP_PX
from acupress_desktop.ui.body_map.scene import GuideLook, MarkerLook
from acupress_desktop.ui.bridge.background import InlineRunner, Job, Outcome, Work
from acupress_desktop.ui.widgets.fields import TextField
from tests.journeys.conftest import Arrive
from tests.journeys.steps import journal_of


def at_the_atlas(
    arrive: Arrive, code: str = "PC6", side: SiteSide = SiteSide.LEFT, **more: Path
) -> Rehearsal:
    at = arrive(**more)
    settings = at.ground.settings
    settings.remember_settings(replace(at.ground.chosen(), first_run_done=YesNo.YES))
    at.house.window.go(ToAtlas(PointCode(code), side))
    at.rest()
    return at


def screen_of(at: Rehearsal) -> AtlasScreen:
    page = at.house.window.page
    assert page is not None
    assert isinstance(page.widget, AtlasScreen)
    return page.widget


def pane_of(at: Rehearsal) -> TurningPane:
    at.rest()
    (pane,) = screen_of(at).findChildren(TurningPane)
    return pane


def tick(at: Rehearsal, name: str) -> None:
    (box,) = [one for one in at.hands.front.findChildren(QCheckBox) if one.text().startswith(name)]
    box.click()
    at.rest()


def looks(at: Rehearsal) -> set[GuideLook]:
    scene = screen_of(at).near.scene
    assert scene is not None
    return {guide.look for guide in scene.guides}


def test_a_layer_is_drawn_once_it_is_ticked_and_stays_from_point_to_point(arrive: Arrive) -> None:
    at = at_the_atlas(arrive)
    assert looks(at) == set()
    at.hands.press("Layers")
    tick(at, "Creases")
    at.hands.press("Close")
    assert looks(at) == {GuideLook.CREASE}
    at.house.window.go(ToAtlas(PointCode("LI11"), SiteSide.RIGHT))
    at.rest()
    assert looks(at) == {GuideLook.CREASE}
    at.hands.press("Layers")
    tick(at, "Creases")
    at.hands.press("Close")
    assert looks(at) == set()


def test_the_body_turns_to_the_point_that_is_open(arrive: Arrive) -> None:
    at = at_the_atlas(arrive, "BL23")
    at.hands.press("Turn in 3-D")
    pane = pane_of(at)
    scene = pane.turning.stage.scene
    assert scene is not None
    assert scene.chosen == (PointCode("BL23"), SiteSide.LEFT)
    # The low back is seen from behind.
    assert pane.turning.stage.pose.toward_eye[2] < 0.0
    assert not at.hands.can_press("Save picture")
    at.hands.press("Picture")
    assert at.hands.can_press("Save picture")


def test_a_place_is_kept_shown_taken_away_and_brought_back(arrive: Arrive) -> None:
    at = at_the_atlas(arrive)
    at.hands.press("Turn in 3-D")
    pane_of(at)
    at.hands.press("Mark the place in the middle")
    at.hands.press("Keep")
    assert at.hands.reads("Give it a name first.")
    (field,) = at.hands.front.findChildren(TextField)
    field.setText("Tender <b>spot</b>")
    at.hands.press("Keep")
    assert at.hands.reads("Kept: Tender <b>spot</b>.")
    (spot,) = journal_of(at).recall_own_points()
    assert spot.name == "Tender <b>spot</b>"
    assert spot.side is SiteSide.LEFT
    scene = pane_of(at).turning.stage.scene
    assert scene is not None
    assert [marker.name for marker in scene.markers if marker.look is MarkerLook.OWN] == [spot.name]
    at.hands.press("My own points")
    assert at.hands.reads(spot.name)
    at.hands.press("Take away")
    assert journal_of(at).recall_own_points() == ()
    at.hands.press("Undo")
    assert [each.name for each in journal_of(at).recall_own_points()] == [spot.name]
    at.hands.press("Show on the body")
    assert screen_of(at).near.isVisible()


def test_a_place_on_the_middle_line_is_called_middle(arrive: Arrive) -> None:
    at = at_the_atlas(arrive, "CV12", SiteSide.MIDLINE)
    at.hands.press("Turn in 3-D")
    pane_of(at)
    at.hands.press("Mark the place in the middle")
    assert at.hands.reads("Upper belly, middle")


def test_in_a_narrow_window_the_body_that_turns_is_a_tab_and_an_own_point_brings_it(arrive: Arrive) -> None:
    at = at_the_atlas(arrive)
    at.house.window.resize(960, 640)
    at.rest()
    assert not screen_of(at).near.isVisible()
    at.hands.press("Turn in 3-D")
    pane = pane_of(at)
    assert pane.isVisible()
    at.hands.press("Mark the place in the middle")
    (field,) = at.hands.front.findChildren(TextField)
    field.setText("Here")
    at.hands.press("Keep")
    at.hands.press("Picture")
    at.rest()
    assert not pane.isVisible()
    at.hands.press("My own points")
    at.hands.press("Show on the body")
    at.rest()
    assert pane.isVisible()


def test_tab_goes_through_the_body_that_turns_where_it_stands(arrive: Arrive) -> None:
    at = at_the_atlas(arrive)
    at.hands.press("Turn in 3-D")
    stage = pane_of(at).turning.stage
    assert stage.accessibleName()
    names = []
    for _ in range(30):
        at.hands.key(Qt.Key.Key_Tab)
        focused = at.house.window.focusWidget()
        assert focused is not None
        names.append("the body" if focused is stage else focused.accessibleName())
    order = ["Turn in 3-D", "the body", "Mark the place in the middle", "Layers", "Keep", "Today"]
    assert [name for name in names if name in order] == order


def test_a_low_window_leaves_its_room_to_the_picture(arrive: Arrive) -> None:
    at = at_the_atlas(arrive)
    at.house.window.resize(880, 480)
    at.rest()
    assert at.hands.can_press("Did I find it?")
    at.hands.press("Picture")
    at.rest()
    assert screen_of(at).near.body_map.height() * 3 > at.house.window.height()
    assert not at.hands.can_press("Did I find it?")


class HeldRunner(InlineRunner):
    """Does nothing until it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.held: list[Callable[[], object]] = []

    def run(self, work: Work, done: Callable[[Outcome], None] | None = None) -> Job:
        run = super().run
        self.held.append(lambda: run(work, done))
        return Job(self)


def test_what_takes_long_of_a_body_is_made_by_the_runner_alone(arrive: Arrive) -> None:
    at = at_the_atlas(arrive)
    desk = at.house.desk
    assert desk is not None
    runner = HeldRunner()
    room = StandingRoom(replace(at.ground, runner=runner), desk.bundle)
    told = [(room.body() is None, room.busy)]
    runner.held.pop()()
    told.append((room.body() is None, room.busy))
    assert told == [(True, True), (False, False)]
    stood = room.body()
    assert stood is not None
    # Asked on the main thread later, either would hold the window up.
    assert "points" in vars(stood.body)
    assert (room.has_lines(), room.busy) == (False, True)
    assert "lines" not in vars(stood.body)
    assert len(runner.held) == 1


@pytest.mark.parametrize("code", ["GV24", "PC2", "BL23"])
def test_a_way_that_the_picture_shows_at_a_slant_is_not_drawn(arrive: Arrive, code: str) -> None:
    side = SiteSide.MIDLINE if code.startswith("GV") else SiteSide.LEFT
    scene = screen_of(at_the_atlas(arrive, code, side)).near.scene
    assert scene is not None
    assert scene.measuring is None


@pytest.mark.parametrize("code", ["PC6", "LI10", "BL58"])
def test_a_way_is_drawn_as_long_as_is_said(arrive: Arrive, code: str) -> None:
    scene = screen_of(at_the_atlas(arrive, code)).near.scene
    assert scene is not None
    way = scene.measuring
    assert way is not None
    drawn_mm = hypot(way.to_x_px - way.from_x_px, way.to_y_px - way.from_y_px) / scene.px_per_mm
    centimetres = float(" ".join(way.lines).split("about ")[1].split()[0])
    assert drawn_mm == pytest.approx(centimetres * 10, rel=0.1)


@pytest.mark.parametrize("name", ["point.png", "point.svg", "point.pdf"])
def test_a_saved_picture_says_what_it_is_drawn_from(arrive: Arrive, tmp_path: Path, name: str) -> None:
    at = at_the_atlas(arrive)
    at.files.chosen = tmp_path / name
    at.hands.press("Save picture")
    assert at.hands.reads(f"Saved as {tmp_path / name}.")
    assert (tmp_path / name).stat().st_size > 10_000
    if name.endswith(".png"):
        image = QImage(str(tmp_path / name))
        kept = " ".join(image.text(key) for key in image.textKeys())
        assert "Inner Pass" in kept
        assert "Your left forearm" in kept
        assert "Not a medical device" in kept


def test_no_line_of_a_saved_drawing_runs_out_of_it(arrive: Arrive, tmp_path: Path) -> None:
    at = at_the_atlas(arrive)
    at.files.chosen = tmp_path / "point.svg"
    at.hands.press("Layers")
    tick(at, "Lines through")
    at.hands.press("Close")
    at.hands.press("Save picture")
    drawing = (tmp_path / "point.svg").read_text(encoding="utf-8")
    paths = re.findall(r'<path[^>]* d="(M[^"C]+)"', drawing)
    lines = [[float(number) for number in re.findall(r"-?[0-9.]+", path)] for path in paths]
    drawn = [line for line in lines if len(line) > 20]
    assert drawn
    # The places of the map are told within its own box.
    assert all(0 <= y <= MAP_PX for line in drawn for y in line[1::2])


def test_a_picture_that_cannot_be_written_is_told(arrive: Arrive, tmp_path: Path) -> None:
    at = at_the_atlas(arrive)
    at.files.chosen = tmp_path / "nowhere" / "point.png"
    at.hands.press("Save picture")
    assert at.hands.reads("could not be written")


def test_a_damaged_body_file_stops_the_turning_body_and_nothing_else(arrive: Arrive, tmp_path: Path) -> None:
    root = tmp_path / "assets"
    shutil.copytree(asset_root(), root, symlinks=True)
    (root / "body_maps" / "skin_lines.npz").write_bytes(b"no lines")
    at = at_the_atlas(arrive, assets=root)
    at.hands.press("Turn in 3-D")
    at.rest()
    assert at.hands.reads("skin_lines.npz")
    at.hands.press("Picture")
    assert at.hands.reads("Turn the palm up")
    assert at.hands.can_press("Journal")
