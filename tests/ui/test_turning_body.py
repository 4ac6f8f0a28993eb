"""The body that can be turned: by pointer, by keyboard, by ear, and without a graphics card."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acupress_desktop.domain.anatomy.drawn_body import DrawnBody
from acupress_desktop.domain.anatomy.locate import LocatedPoint
from acupress_desktop.domain.anatomy.shape import FIGURE_F
from acupress_desktop.domain.anatomy.surface import SurfaceAnchor
from acupress_desktop.domain.ids import PointCode, RegionId
from acupress_desktop.domain.settings import BodyView, Drawing3d
from acupress_desktop.domain.sides import Side, SiteSide
from acupress_desktop.ui.body_3d.artist import ArtistFailed, SoftwareArtist, View
from acupress_desktop.ui.body_3d.choosing import best_artist
from acupress_desktop.ui.body_3d.pose import (
    PITCH_MAX_DEGREES,
    ZOOM_MAX,
    ZOOM_MIN,
    Pose,
    SnapView,
    between,
    camera_of,
    snapped,
)
from acupress_desktop.ui.body_3d.scene import MarkerWords, TurningScene, extent_of, turning_scene
from acupress_desktop.ui.body_3d.spoken import spoken_of
from acupress_desktop.ui.body_3d.turning_body import TurningBody
from acupress_desktop.ui.body_map.scene import MarkerLook
from acupress_desktop.ui.bridge.background import Job, Outcome, Work
from acupress_desktop.ui.bridge.deadlines import HandDeadline
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice
from acupress_desktop.ui.theme.tokens import Motion, Scheme
from tests.architecture.house import ROOT
from tests.domain.anatomy import drawn_bodies as bodies
from tests.ui.turning import SIZE, Kit, anchors, marker, ring_at, scene

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@pytest.fixture
def kit(theme: LiveTheme, qtbot: QtBot) -> Iterator[Kit]:
    made = Kit(theme)
    qtbot.addWidget(made.stage)
    made.stage.show()
    yield made
    made.stage.close_artist()


def _mouse(kit: Kit, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton, when_ms: int) -> None:
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else button
    pressed = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else button
    event = QMouseEvent(kind, at, at, pressed, held, Qt.KeyboardModifier.NoModifier)
    event.setTimestamp(when_ms)
    QApplication.sendEvent(kit.stage, event)


def _drag(
    kit: Kit,
    start: tuple[float, float],
    by: tuple[float, float],
    button: Qt.MouseButton = LEFT,
    pause: int = 500,
) -> None:
    """Drag in ten steps of 10 ms; `pause` is how long the pointer rests before it is let go."""
    first = QPointF(*start)
    _mouse(kit, QEvent.Type.MouseButtonPress, first, button, 1_000)
    for step in range(1, 11):
        at = first + QPointF(*by) * step / 10
        _mouse(kit, QEvent.Type.MouseMove, at, button, 1_000 + 10 * step)
    _mouse(kit, QEvent.Type.MouseButtonRelease, first + QPointF(*by), button, 1_100 + pause)


def _click(kit: Kit, at: tuple[float, float]) -> None:
    QTest.mouseClick(kit.stage, LEFT, pos=QPoint(round(at[0]), round(at[1])))


def _place(kit: Kit, name: str) -> tuple[float, float]:
    """Where a point lies by the camera alone."""
    shown = kit.stage.scene
    assert shown is not None
    camera = camera_of(kit.stage.pose, shown.extent, kit.stage.width(), kit.stage.height())
    x, y = camera.project_px(np.array(marker(name).position_mm)).tolist()
    return x, y


def _heard(signal: object) -> list[object]:
    got: list[object] = []
    signal.connect(got.append)  # type: ignore[attr-defined]
    return got


def _glides(kit: Kit) -> bool:
    return kit.stage.gliding


# --- where things lie -----------------------------------------------------------------------------------


@pytest.mark.parametrize("view", [SnapView.FRONT, SnapView.BACK, SnapView.SOLES])
def test_markers_stand_where_the_camera_projects_them(kit: Kit, view: SnapView) -> None:
    kit.stage.show_scene(scene())
    kit.stage.show_pose(snapped(view, kit.stage.scene.extent))  # type: ignore[union-attr]
    outlook = kit.stage.outlook
    assert outlook is not None
    assert outlook.spots
    for spot in outlook.spots:
        assert (spot.x, spot.y) == pytest.approx(_place(kit, str(spot.marker.key)), abs=1e-6)


def test_only_points_that_are_seen_have_markers(kit: Kit) -> None:
    kit.stage.show_scene(scene())

    def keys(view: SnapView) -> set[object]:
        kit.stage.show_pose(snapped(view, kit.stage.scene.extent))  # type: ignore[union-attr]
        return {spot.marker.key for spot in kit.stage.outlook.spots}  # type: ignore[union-attr]

    assert keys(SnapView.FRONT) == {"navel", "left shin", "left thigh"}
    assert "small of the back" in keys(SnapView.BACK)
    assert not keys(SnapView.BACK) & {"navel", "left shin", "left thigh", "left sole"}
    assert keys(SnapView.SOLES) == {"left sole"}
    # The hollow of a left sole may be seen through that of the right one.
    assert keys(SnapView.RIGHT) <= {"left sole"}


def test_the_chosen_point_has_a_ring_and_stays_as_a_shade_when_it_is_hidden(kit: Kit) -> None:
    kit.stage.show_scene(scene(chosen="navel"))
    front = kit.stage.outlook
    assert front is not None
    assert front.ring is not None
    assert front.behind is None
    assert front.ring.radius >= 24.0
    kit.stage.show_pose(snapped(SnapView.BACK, kit.stage.scene.extent))  # type: ignore[union-attr]
    back = kit.stage.outlook
    assert back is not None
    assert back.ring is None
    assert back.behind == pytest.approx(_place(kit, "navel"), abs=1e-6)


def test_the_ring_lies_on_the_skin_like_a_coin(kit: Kit) -> None:
    kit.stage.show_scene(scene(chosen="navel"))
    facing = kit.stage.outlook.ring  # type: ignore[union-attr]
    kit.stage.turn_by(-60, 0)
    aslant = kit.stage.outlook.ring  # type: ignore[union-attr]
    assert facing is not None
    assert aslant is not None
    assert facing.narrow > 0.9
    assert aslant.narrow < 0.65
    assert aslant.radius == facing.radius


def test_lines_are_drawn_where_they_are_seen(kit: Kit) -> None:
    plain = scene("navel")
    height = marker("navel").position_mm[1]
    kit.stage.show_scene(TurningScene(plain.solid, plain.extent, plain.markers, (ring_at(height),)))
    outlook = kit.stage.outlook
    assert outlook is not None
    assert outlook.lines
    for line in outlook.lines:
        assert all(abs(y - _place(kit, "navel")[1]) < 12 for _x, y in line.places_px)


# --- pointer --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("seen", "way"), [(BodyView.AS_SEEN_BY_ANOTHER, -1), (BodyView.MIRROR, 1)])
def test_the_skin_follows_the_pointer(kit: Kit, seen: BodyView, way: int) -> None:
    kit.stage.show_scene(scene())
    kit.stage.show_seen(seen)
    before = kit.stage.outlook.spots[0]  # type: ignore[union-attr]
    _drag(kit, (200, 250), (60, 0))
    assert kit.stage.pose.yaw_degrees == pytest.approx(way * 27.0)
    after = next(spot for spot in kit.stage.outlook.spots if spot.marker.key == before.marker.key)  # type: ignore[union-attr]
    assert after.x > before.x
    _drag(kit, (200, 250), (0, 40))
    assert kit.stage.pose.pitch_degrees == pytest.approx(18.0)


def test_the_tilt_stops_above_the_head_and_below_the_soles(kit: Kit) -> None:
    kit.stage.show_scene(scene())
    for down in (900, -1800):
        _drag(kit, (200, 300), (0, down))
        assert abs(kit.stage.pose.pitch_degrees) == PITCH_MAX_DEGREES
    for _turn in range(5):
        _drag(kit, (200, 300), (700, 0))
    assert -180.0 <= kit.stage.pose.yaw_degrees <= 180.0


def test_a_small_movement_is_still_a_click(kit: Kit) -> None:
    kit.stage.show_scene(scene())
    chosen = _heard(kit.stage.point_chosen)
    x, y = _place(kit, "navel")
    _drag(kit, (x, y), (3, 2))
    assert chosen == ["navel"]
    assert kit.stage.pose.yaw_degrees == 0.0


@pytest.mark.parametrize("seen", list(BodyView))
def test_the_right_button_moves_the_body_with_the_pointer(kit: Kit, seen: BodyView) -> None:
    kit.stage.show_scene(scene("navel"))
    kit.stage.show_seen(seen)
    kit.stage.zoom_by(2.0)
    before = kit.stage.outlook.spots[0]  # type: ignore[union-attr]
    _drag(kit, (200, 250), (25, -40), RIGHT)
    after = kit.stage.outlook.spots[0]  # type: ignore[union-attr]
    assert (after.x - before.x, after.y - before.y) == pytest.approx((25, -40), abs=1e-6)
    assert kit.stage.pose.yaw_degrees == 0.0


def test_a_body_cannot_be_moved_out_of_the_view(kit: Kit) -> None:
    kit.stage.show_scene(scene())
    kit.stage.pan_by(90_000, -90_000)
    extent = kit.stage.scene.extent  # type: ignore[union-attr]
    x, y, z = kit.stage.pose.target_mm
    assert abs(x) <= extent.reach_mm
    assert -1.0 <= y <= extent.height_mm + 1.0
    assert abs(z) <= 2 * extent.reach_mm


@pytest.mark.parametrize("seen", list(BodyView))
def test_the_wheel_zooms_about_the_pointer(kit: Kit, seen: BodyView) -> None:
    kit.stage.show_scene(scene())
    kit.stage.show_seen(seen)
    at = QPointF(138.0, 228.0)
    before = kit.stage.place_at(at.x(), at.y())
    assert before is not None
    wheel = QWheelEvent(
        at, at, QPoint(0, 0), QPoint(0, 240), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(kit.stage, wheel)
    assert kit.stage.pose.zoom > 1.3
    after = kit.stage.place_at(at.x(), at.y())
    assert after is not None
    body = bodies.solid(FIGURE_F).drawn.body
    assert np.linalg.norm(before.position_mm(body) - after.position_mm(body)) < 0.01


def test_zoom_has_bounds(kit: Kit) -> None:
    kit.stage.show_scene(scene())
    kit.stage.zoom_by(1e6)
    assert kit.stage.pose.zoom == ZOOM_MAX
    kit.stage.zoom_by(1e-9)
    assert kit.stage.pose.zoom == ZOOM_MIN


def test_a_click_chooses_the_nearest_point_that_is_seen_within_twelve_pixels(kit: Kit) -> None:
    kit.stage.show_scene(scene())
    chosen, touched = _heard(kit.stage.point_chosen), _heard(kit.stage.touched)
    x, y = _place(kit, "left shin")
    _click(kit, (x + 9, y + 6))
    assert chosen == ["left shin"]
    hidden_x, hidden_y = _place(kit, "small of the back")
    near_navel = np.hypot(hidden_x - _place(kit, "navel")[0], hidden_y - _place(kit, "navel")[1])
    assert near_navel < 12, "the point on the back lies behind the navel"
    _click(kit, (hidden_x, hidden_y))
    assert chosen == ["left shin", "navel"]
    assert not touched


@pytest.mark.parametrize("seen", list(BodyView))
def test_a_click_on_bare_skin_tells_the_place_and_one_beside_the_body_nothing(
    kit: Kit, seen: BodyView
) -> None:
    kit.stage.show_scene(scene())
    kit.stage.show_seen(seen)
    kit.stage.show_pose(Pose(30.0, 10.0, 1.4, kit.stage.pose.target_mm))
    touched = _heard(kit.stage.touched)
    _click(kit, (114, 180))
    assert len(touched) == 1
    place = touched[0]
    assert isinstance(place, SurfaceAnchor)
    shown = kit.stage.scene
    assert shown is not None
    camera = camera_of(kit.stage.pose, shown.extent, *SIZE)
    x, y = camera.project_px(place.position_mm(shown.solid.drawn.body)).tolist()
    x = SIZE[0] - x if seen is BodyView.MIRROR else x
    assert (x, y) == pytest.approx((114.0, 180.0), abs=1e-6)
    _click(kit, (4, 4))
    assert len(touched) == 1


def test_hovering_tells_the_point_and_its_end(kit: Kit) -> None:
    kit.stage.show_scene(scene())
    hovered = _heard(kit.stage.point_hovered)
    x, y = _place(kit, "navel")
    _mouse(kit, QEvent.Type.MouseMove, QPointF(x, y), Qt.MouseButton.NoButton, 5)
    _mouse(kit, QEvent.Type.MouseMove, QPointF(x + 60, y), Qt.MouseButton.NoButton, 6)
    assert hovered == ["navel", None]


# --- moving by itself -----------------------------------------------------------------------------------


def test_a_flight_ends_exactly_and_leaves_nothing_running(kit: Kit) -> None:
    kit.stage.show_scene(scene())
    kit.stage.fly_to("left hip")
    assert _glides(kit)
    kit.stage._glide.arrive()
    assert not _glides(kit)
    assert kit.stage.pose.target_mm == marker("left hip").position_mm
    assert kit.stage.pose.zoom == pytest.approx(3.4)
    spot = next(spot for spot in kit.stage.outlook.spots if spot.marker.key == "left hip")  # type: ignore[union-attr]
    assert (spot.x, spot.y) == pytest.approx((SIZE[0] / 2, SIZE[1] / 2), abs=1e-6)


def test_a_flight_goes_the_shorter_way_round() -> None:
    start, goal = Pose(170.0, 0.0, 1.0, (0.0, 0.0, 0.0)), Pose(-170.0, 30.0, 4.0, (8.0, 0.0, 0.0))
    half = between(start, goal, 0.5)
    assert abs(half.yaw_degrees) == pytest.approx(180.0)
    assert (half.pitch_degrees, half.zoom, half.target_mm[0]) == pytest.approx((15.0, 2.0, 4.0))
    assert between(start, goal, 1.0) is goal


def test_a_fling_turns_on_and_comes_to_rest(kit: Kit) -> None:
    kit.stage.show_scene(scene())
    _drag(kit, (150, 300), (80, 0), pause=10)
    let_go = kit.stage.pose
    assert _glides(kit)
    kit.stage._glide.arrive()
    assert not _glides(kit)
    assert kit.stage.pose.yaw_degrees < let_go.yaw_degrees - 20.0
    assert kit.stage.pose.pitch_degrees == pytest.approx(let_go.pitch_degrees)


def test_a_pointer_that_rests_before_it_lets_go_flings_nothing(kit: Kit) -> None:
    kit.stage.show_scene(scene())
    _drag(kit, (150, 300), (80, 0), pause=200)
    assert not _glides(kit)


def test_taking_hold_stops_a_fling(kit: Kit) -> None:
    kit.stage.show_scene(scene())
    _drag(kit, (150, 300), (80, 0), pause=10)
    QTest.mousePress(kit.stage, LEFT, pos=QPoint(10, 10))
    assert not _glides(kit)
    QTest.mouseRelease(kit.stage, LEFT, pos=QPoint(10, 10))


def test_reduced_motion_lands_at_once(kit: Kit) -> None:
    kit.theme.choose(ThemeChoice(motion=Motion.REDUCED))
    kit.stage.show_scene(scene())
    _drag(kit, (150, 300), (80, 0), pause=10)
    assert not _glides(kit)
    kit.stage.fly_to("navel")
    assert not _glides(kit)
    assert kit.stage.pose.target_mm == marker("navel").position_mm
    kit.stage.snap(SnapView.BACK)
    assert kit.stage.pose == snapped(SnapView.BACK, kit.stage.scene.extent)  # type: ignore[union-attr]


def test_a_double_click_flies_to_the_point(kit: Kit) -> None:
    kit.stage.show_scene(scene())
    chosen = _heard(kit.stage.point_chosen)
    x, y = _place(kit, "left shin")
    QTest.mouseDClick(kit.stage, LEFT, pos=QPoint(round(x), round(y)))
    assert _glides(kit)
    kit.stage._glide.arrive()
    assert kit.stage.pose.target_mm == marker("left shin").position_mm
    assert set(chosen) <= {"left shin"}


# --- keyboard -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "yaw", "pitch"),
    [
        (Qt.Key.Key_Right, -15.0, 0.0),
        (Qt.Key.Key_Left, 15.0, 0.0),
        (Qt.Key.Key_Down, 0.0, 15.0),
        (Qt.Key.Key_Up, 0.0, -15.0),
    ],
)
def test_arrows_turn_by_fifteen_degrees(kit: Kit, key: Qt.Key, yaw: float, pitch: float) -> None:
    kit.stage.show_scene(scene())
    QTest.keyClick(kit.stage, key)
    assert (kit.stage.pose.yaw_degrees, kit.stage.pose.pitch_degrees) == pytest.approx((yaw, pitch))


def test_shift_and_an_arrow_move_plus_and_minus_zoom_home_resets(kit: Kit) -> None:
    kit.theme.choose(ThemeChoice(motion=Motion.REDUCED))
    kit.stage.show_scene(scene())
    before = _place(kit, "navel")
    QTest.keyClick(kit.stage, Qt.Key.Key_Plus)
    assert kit.stage.pose.zoom == pytest.approx(1.25)
    QTest.keyClick(kit.stage, Qt.Key.Key_Minus)
    QTest.keyClick(kit.stage, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert _place(kit, "navel")[1] == pytest.approx(before[1] + 40)
    QTest.keyClick(kit.stage, Qt.Key.Key_Home)
    assert kit.stage.pose == snapped(SnapView.FRONT, kit.stage.scene.extent)  # type: ignore[union-attr]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("key", "view"),
    list(
        zip(
            (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6),
            SnapView,
            strict=True,
        )
    ),
)
def test_numbers_lead_to_the_fixed_views(kit: Kit, key: Qt.Key, view: SnapView) -> None:
    kit.theme.choose(ThemeChoice(motion=Motion.REDUCED))
    kit.stage.show_scene(scene())
    kit.stage.turn_by(33, 8)
    QTest.keyClick(kit.stage, key)
    assert kit.stage.pose == snapped(view, kit.stage.scene.extent)  # type: ignore[union-attr]


def test_a_key_without_a_meaning_is_left_to_the_page(kit: Kit) -> None:
    kit.stage.show_scene(scene())
    before = kit.stage.pose
    QTest.keyClick(kit.stage, Qt.Key.Key_X)
    assert kit.stage.pose == before


# --- by ear ---------------------------------------------------------------------------------------------


def test_every_seen_point_is_a_button_with_its_name(kit: Kit) -> None:
    kit.stage.show_scene(scene())
    kit.settle()
    shown = {key: kit.stage.button_of(key) for key in anchors()}
    assert {key for key, button in shown.items() if button is not None} == {
        "navel",
        "left shin",
        "left thigh",
    }
    button = shown["navel"]
    assert button is not None
    assert button.accessibleName() == "navel, spoken"
    assert min(button.width(), button.height()) >= 24
    middle = button.geometry().center()
    assert (middle.x(), middle.y()) == pytest.approx(_place(kit, "navel"), abs=1.5)


def test_enter_on_a_point_chooses_it_and_flies_there(kit: Kit) -> None:
    kit.theme.choose(ThemeChoice(motion=Motion.REDUCED))
    kit.stage.show_scene(scene())
    kit.settle()
    chosen = _heard(kit.stage.point_chosen)
    button = kit.stage.button_of("left thigh")
    assert button is not None
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert chosen == ["left thigh"]
    assert kit.stage.pose.target_mm == marker("left thigh").position_mm


def test_arrows_lead_from_point_to_point_and_the_stage_takes_over_when_a_point_is_hidden(kit: Kit) -> None:
    kit.theme.choose(ThemeChoice(motion=Motion.REDUCED))
    kit.stage.show_scene(scene())
    kit.settle()
    kit.stage.activateWindow()
    first = kit.stage.button_of("navel")
    assert first is not None
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    below = kit.stage.button_of("left thigh")
    assert kit.stage.focusWidget() is below
    kit.stage.snap(SnapView.BACK)
    kit.settle()
    assert kit.stage.button_of("left thigh") is None
    assert kit.stage.focusWidget() in {None, kit.stage}


def test_the_view_tells_from_where_it_is_seen_once_it_rests(kit: Kit) -> None:
    kit.stage.show_scene(scene())
    kit.settle()
    assert kit.stage.accessibleName() == "Body from the front. 3 points in view."
    kit.stage.turn_by(-90, 0)
    assert kit.stage.accessibleName() == "Body from the front. 3 points in view."
    kit.settle()
    assert kit.stage.accessibleName().startswith("Body from your left side.")
    assert "1 to 6" in kit.stage.accessibleDescription()


@pytest.mark.parametrize(
    ("yaw", "pitch", "words"),
    [
        (0.0, 0.0, "Body from the front. No"),
        (-45.0, 0.0, "Body from the front and your right. "),
        (180.0, 30.0, "Body from the back, a little from above. "),
        (-90.0, -30.0, "Body from your right side, a little from below. "),
        (10.0, 85.0, "Body from above. "),
        (0.0, -90.0, "Body from below. "),
    ],
)
def test_every_direction_has_words(yaw: float, pitch: float, words: str) -> None:
    said = spoken_of(Pose(yaw, pitch, 1.0, (0.0, 0.0, 0.0)), 0)
    assert said.startswith(words.removesuffix("No"))
    assert said.endswith("0 points in view.")


# --- left and right -------------------------------------------------------------------------------------


def _middles(kit: Kit) -> dict[Side, float]:
    boxes = {side: kit.stage.badge_box(side) for side in Side}
    return {side: box[0] + box[2] / 2 for side, box in boxes.items() if box is not None}


@pytest.mark.parametrize("seen", list(BodyView))
@pytest.mark.parametrize(
    "yaw", [0.0, 150.0, *(pytest.param(yaw, marks=pytest.mark.slow) for yaw in (40.0, 180.0, -120.0))]
)
def test_badges_stand_over_the_side_that_they_name(kit: Kit, seen: BodyView, yaw: float) -> None:
    kit.stage.show_scene(scene())
    kit.stage.show_seen(seen)
    kit.stage.show_pose(Pose(yaw, 0.0, 1.0, kit.stage.pose.target_mm))
    shown = kit.stage.scene
    assert shown is not None
    camera = camera_of(kit.stage.pose, shown.extent, *SIZE)
    body = shown.solid.drawn.body
    hands = {side: camera.project_px(body.joints_mm[f"{side.value[0]}-hand"])[0].item() for side in Side}
    if seen is BodyView.MIRROR:
        hands = {side: SIZE[0] - x for side, x in hands.items()}
    middles = _middles(kit)
    assert set(middles) == set(Side)
    assert (middles[Side.LEFT] < middles[Side.RIGHT]) is (hands[Side.LEFT] < hands[Side.RIGHT])


@pytest.mark.parametrize(("yaw", "near"), [(90.0, Side.LEFT), (-90.0, Side.RIGHT)])
def test_seen_from_the_side_only_that_side_has_a_badge(kit: Kit, yaw: float, near: Side) -> None:
    kit.stage.show_scene(scene())
    kit.stage.show_pose(Pose(yaw, 0.0, 1.0, kit.stage.pose.target_mm))
    assert set(_middles(kit)) == {near}


def test_a_mirror_flips_the_picture_and_the_points_alike(kit: Kit) -> None:
    kit.stage.show_scene(scene("left shin"))
    plain = kit.stage.outlook.spots[0]  # type: ignore[union-attr]
    kit.stage.show_seen(BodyView.MIRROR)
    flipped = kit.stage.outlook.spots[0]  # type: ignore[union-attr]
    assert (flipped.x, flipped.y) == pytest.approx((SIZE[0] - plain.x, plain.y))
    kit.stage.show_scene(scene("nothing"))
    kit.stage.turn_by(40, 0)
    mirrored = _body_columns(kit)
    kit.stage.show_seen(BodyView.AS_SEEN_BY_ANOTHER)
    assert np.abs(mirrored - _body_columns(kit)).max() > 9, "turned, it is not its own mirror image"
    assert np.abs(mirrored[::-1] - _body_columns(kit)).max() <= 2


def _body_columns(kit: Kit) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """How many rows of each column differ from the empty paper, below the badges."""
    image = kit.stage.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    flat = np.frombuffer(image.constBits(), dtype=np.uint8)[: image.sizeInBytes()]
    rows = flat.reshape(image.height(), image.bytesPerLine())[60:, : image.width() * 3]
    blue = rows.reshape(rows.shape[0], image.width(), 3)[:, :, 2].astype(int)
    counted: np.ndarray[tuple[int], np.dtype[np.int64]] = (blue < 190).sum(axis=0)
    return counted


# --- quick and fine -------------------------------------------------------------------------------------


class LaterRunner:
    """Does the work when it is told to, as a busy background thread would."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Job, Work, Callable[[Outcome], None] | None]] = []

    def run(self, work: Work, done: Callable[[Outcome], None] | None = None) -> Job:
        job = Job()
        self.waiting.append((job, work, done))
        return job

    def catch_up(self) -> None:
        for job, work, done in self.waiting:
            outcome = Outcome(cancelled=True) if job._cancel_asked.is_set() else Outcome(work(job))
            if done is not None:
                done(outcome)
        self.waiting.clear()


def test_the_fine_picture_comes_at_rest_and_not_after_the_body_moved_on(kit: Kit) -> None:
    runner = LaterRunner()
    kit.stage._artist = SoftwareArtist(runner)
    kit.stage.resize(400, 600)
    rested: list[int] = []
    kit.stage.rested.connect(lambda: rested.append(1))
    kit.stage.show_scene(scene())
    assert kit.stage._drawn().width() < 400, "a body that moves is drawn small"
    kit.settle()
    kit.stage.turn_by(10, 0)
    runner.catch_up()
    assert not rested
    assert kit.stage._drawn().width() < 400
    kit.settle()
    runner.catch_up()
    assert rested == [1]
    assert kit.stage._drawn().width() == 400


def test_nothing_is_drawn_while_the_view_is_hidden(kit: Kit) -> None:
    kit.stage.show_scene(scene())
    kit.stage.hide()
    assert not kit.rest.running
    kit.stage.turn_by(10, 0)
    assert not kit.rest.running
    kit.stage.show()
    assert kit.rest.running


@pytest.mark.slow
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST, Scheme.EVENING])
def test_the_body_is_painted_in_every_scheme(kit: Kit, scheme: Scheme) -> None:
    kit.theme.choose(ThemeChoice(scheme=scheme))
    kit.stage.show_scene(scene(chosen="navel"))
    kit.settle()
    image = kit.stage.grab().toImage()
    x, y = _place(kit, "left thigh")
    skin = image.pixelColor(round(x) + 8, round(y) + 42)
    assert skin.red() > skin.blue() + 15, "warm skin"


# --- who draws ------------------------------------------------------------------------------------------


class FailingArtist:
    """A graphics card that fails at one step."""

    def __init__(self, step: str) -> None:
        self.step = step
        self.closed = False

    def _maybe(self, step: str) -> None:
        if step == self.step:
            raise ArtistFailed("the card is gone")

    def show_body(self, drawn: DrawnBody) -> None:
        self._maybe("show")

    def moving(self, view: View) -> QImage:
        self._maybe("moving")
        return QImage(8, 8, QImage.Format.Format_ARGB32_Premultiplied)

    def resting(self, view: View, done: Callable[[QImage], None]) -> None:
        self._maybe("resting")

    def give_up(self) -> None:
        pass

    def close(self) -> None:
        self.closed = True


@pytest.mark.expects_log("the processor does: the card is gone")
@pytest.mark.parametrize("step", ["show", "moving", "resting"])
def test_where_the_card_fails_the_processor_draws_on(
    kit: Kit, step: str, caplog: pytest.LogCaptureFixture
) -> None:
    failing = FailingArtist(step)
    kit.stage._artist = failing
    kit.stage.show_scene(scene())
    kit.stage.grab()
    kit.settle()
    assert isinstance(kit.stage.artist, SoftwareArtist)
    assert failing.closed
    assert kit.stage._drawn().width() == SIZE[0]
    assert len([record for record in caplog.records if record.levelname == "WARNING"]) == 1


@pytest.mark.slow
def test_without_a_context_the_processor_draws_and_the_card_s_modules_stay_away() -> None:
    program = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from acupress_desktop.domain.settings import Drawing3d\n"
        "from acupress_desktop.ui.body_3d.choosing import best_artist\n"
        "from acupress_desktop.ui.bridge.background import InlineRunner\n"
        "application = QApplication([])\n"
        "kinds = [type(best_artist(each, InlineRunner())).__name__ for each in Drawing3d]\n"
        "print(*kinds, 'PySide6.QtOpenGL' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"PATH": "/usr/bin", "PYTHONPATH": str(ROOT / "src"), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.split() == ["SoftwareArtist", "SoftwareArtist", "False"]


def test_the_setting_can_keep_the_card_out(qapp: QApplication, kit: Kit) -> None:
    assert isinstance(best_artist(Drawing3d.SOFTWARE, kit.runner), SoftwareArtist)


# --- the whole widget -----------------------------------------------------------------------------------


def _shown(turning: TurningBody) -> object:
    """Which fixed view the buttons say it is."""
    return turning._views.key


@pytest.fixture
def turning(theme: LiveTheme, qtbot: QtBot, kit: Kit) -> Iterator[TurningBody]:
    theme.choose(ThemeChoice(motion=Motion.REDUCED))
    made = TurningBody(theme, kit.runner, Drawing3d.SOFTWARE, rest=HandDeadline())
    qtbot.addWidget(made)
    made.resize(640, 720)
    made.show_scene(scene())
    made.show()
    yield made
    made.close_artist()


def test_the_buttons_turn_and_show_which_view_it_is(turning: TurningBody) -> None:
    assert _shown(turning) is SnapView.FRONT
    turning._views.show_key(SnapView.LEFT)
    turning._views.chosen.emit(SnapView.LEFT)
    assert turning.stage.pose.yaw_degrees == 90.0
    turning.stage.turn_by(7, 0)
    assert _shown(turning) is None
    turning.stage.snap(SnapView.SOLES)
    assert _shown(turning) is SnapView.SOLES


def test_another_scene_leaves_the_way_it_is_looked_at(turning: TurningBody) -> None:
    turning.stage.turn_by(40, 10)
    pose = turning.stage.pose
    turning.show_scene(scene("navel", chosen="navel"))
    assert turning.stage.pose == pose
    turning.fly_to("navel")
    assert turning.stage.pose.target_mm == marker("navel").position_mm
    turning.fly_to("no such point")
    assert turning.stage.pose.target_mm == marker("navel").position_mm


def test_a_scene_is_made_from_located_points_that_have_words() -> None:
    solid = bodies.solid(FIGURE_F)
    here = marker("navel")
    rows = [
        LocatedPoint(
            PointCode(code), SiteSide.MIDLINE, RegionId("abdomen"), place, normal, None, (), (), 8.0, True
        )
        for code, place, normal in (
            ("CV8", here.position_mm, here.normal),
            ("CV1", None, None),
            ("CV9", here.position_mm, here.normal),
        )
    ]
    words = {
        (PointCode(code), SiteSide.MIDLINE): MarkerWords(
            MarkerLook.PLAN, code, "middle", f"{code}, middle", 1
        )
        for code in ("CV8", "CV1")
    }
    made = turning_scene(solid, rows, words, chosen=(PointCode("CV8"), SiteSide.MIDLINE), sides=("L", "R"))
    assert [found.key for found in made.markers] == [(PointCode("CV8"), SiteSide.MIDLINE)]
    assert made.markers[0].tolerance_mm == 8.0
    assert made.extent == extent_of(solid)
    assert (made.left_words, made.right_words) == ("L", "R")
