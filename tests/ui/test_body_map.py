"""The map finds points by pointer, keyboard and by ear, and never mixes up the person's sides."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from acupress_desktop.content.album_files import read_album
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.body_files import read_body_views
from acupress_desktop.domain.body_album import Turn
from acupress_desktop.domain.ids import RegionId
from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.domain.settings import BodyView
from acupress_desktop.domain.sides import Side, SiteSide
from acupress_desktop.ui.body_map.arrangement import HIT_PX, nearest_spot
from acupress_desktop.ui.body_map.frame import Box, Mirror, fitted
from acupress_desktop.ui.body_map.map_widget import BodyMap
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
    TintLook,
    Window,
)
from acupress_desktop.ui.body_map.scenes import SideWords, side_marks
from acupress_desktop.ui.body_map.twin import PointList
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice
from acupress_desktop.ui.theme.measures import TARGET_MIN_PX
from acupress_desktop.ui.theme.tokens import Motion, Scheme
from acupress_desktop.ui.widgets.badges import SideBadge

HAND = RegionId("hand")
NECK = RegionId("neck")
SIZE = (400, 800)


def _marker(key: str, x: float, y: float, look: MarkerLook = MarkerLook.PLAN, **more: object) -> Marker:
    marker = Marker(key, look, x, y, f"Name {key}", f"Code {key}", f"Name {key}, Code {key}, left", number=1)
    return replace(marker, **more)  # type: ignore[arg-type]


@pytest.fixture
def scene(tmp_path: Path) -> BodyScene:
    """A stand-in body: red on the file's left half, blue on its right, with a left hand and a neck."""
    image = QImage(*SIZE, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    painter.fillRect(60, 40, 140, 720, QColor(210, 120, 110))
    painter.fillRect(200, 40, 140, 720, QColor(110, 120, 210))
    painter.end()
    image.save(str(tmp_path / "body.png"))
    plate = QImage(SIZE[0] // 2, SIZE[1] // 2, QImage.Format.Format_Grayscale8)
    plate.fill(0)
    painter = QPainter(plate)
    painter.fillRect(30, 20, 140, 60, QColor(7, 7, 7))
    painter.fillRect(30, 300, 70, 80, QColor(9, 9, 9))
    painter.end()
    plate.save(str(tmp_path / "plate.png"))
    legend = {7: RegionSelection(NECK, SiteSide.MIDLINE), 9: RegionSelection(HAND, SiteSide.LEFT)}
    return BodyScene(
        view="back",
        picture=tmp_path / "body.png",
        size_px=SIZE,
        px_per_mm=2.0,
        spoken="Back, two points",
        markers=(_marker("a", 100, 200), _marker("b", 300, 200), _marker("c", 200, 500)),
        plate=RegionPlate(tmp_path / "plate.png", legend),
        sides=(
            SideMark(Side.LEFT, "Your left", ScreenHalf.SCREEN_LEFT),
            SideMark(Side.RIGHT, "Your right", ScreenHalf.SCREEN_RIGHT),
        ),
    )


@pytest.fixture
def body_map(theme: LiveTheme, scene: BodyScene, qtbot: QtBot) -> BodyMap:
    body_map = BodyMap(theme)
    qtbot.addWidget(body_map)
    body_map.resize(632, 720)
    body_map.show_scene(scene)
    body_map.show()
    QApplication.processEvents()
    return body_map


def _place(body_map: BodyMap, key: str) -> QPoint:
    arrangement = body_map.arrangement
    assert arrangement is not None
    spot = next(spot for spot in arrangement.spots if spot.marker.key == key)
    return QPoint(round(spot.x), round(spot.y))


# -- pointer ---------------------------------------------------------------------------------------


def test_a_click_chooses_the_point(body_map: BodyMap) -> None:
    chosen: list[object] = []
    body_map.point_chosen.connect(chosen.append)
    QTest.mouseClick(body_map, Qt.MouseButton.LeftButton, pos=_place(body_map, "b"))
    assert chosen == ["b"]
    assert body_map.current == "b"


def test_the_nearest_point_within_reach_wins(body_map: BodyMap, scene: BodyScene) -> None:
    close = replace(scene, markers=(_marker("a", 100, 200), _marker("b", 112, 200)))
    body_map.show_scene(close)
    a, b = _place(body_map, "a"), _place(body_map, "b")
    middle = (a.x() + b.x()) / 2
    assert body_map.point_at(middle - 1.5, a.y()) == "a"
    assert body_map.point_at(middle + 1.5, a.y()) == "b"
    assert body_map.point_at(a.x(), a.y() + HIT_PX + 1.5) is None


def test_hovering_is_told_once_and_ends(body_map: BodyMap) -> None:
    heard: list[object] = []
    body_map.point_hovered.connect(heard.append)
    place = _place(body_map, "a")
    QTest.mouseMove(body_map, place)
    QTest.mouseMove(body_map, place + QPoint(1, 1))
    QTest.mouseMove(body_map, QPoint(4, 700))
    assert heard == ["a", None]


def test_a_click_beside_all_points_names_the_region(body_map: BodyMap) -> None:
    regions: list[object] = []
    body_map.region_chosen.connect(regions.append)
    arrangement = body_map.arrangement
    assert arrangement is not None
    for x_px, y_px in ((150, 100), (100, 700)):
        x, y = arrangement.frame.to_map(x_px, y_px)
        QTest.mouseClick(body_map, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    assert regions == [RegionSelection(NECK, SiteSide.MIDLINE), RegionSelection(HAND, SiteSide.LEFT)]
    x, y = arrangement.frame.to_map(300, 700)
    assert body_map.region_under(x, y) is None


def test_a_region_stays_the_persons_when_mirrored(body_map: BodyMap) -> None:
    before = body_map.arrangement
    assert before is not None
    left_hand = before.frame.to_map(100, 700)
    body_map.show_seen(BodyView.MIRROR)
    after = body_map.arrangement
    assert after is not None
    mirrored = after.frame.to_map(100, 700)
    assert mirrored[0] - 316 == pytest.approx(316 - left_hand[0], abs=1)
    assert body_map.region_under(*mirrored) == RegionSelection(HAND, SiteSide.LEFT)
    assert body_map.region_under(*left_hand) is None


# -- sides ------------------------------------------------------------------------------------------


def _badges(body_map: BodyMap) -> dict[str, int]:
    return {
        badge.accessibleName(): badge.x() for badge in body_map.findChildren(SideBadge) if badge.isVisible()
    }


def _colour_at(body_map: BodyMap, key: str, dy: int = 30) -> QColor:
    image = body_map.grab().toImage()
    place = _place(body_map, key)
    return image.pixelColor(place.x(), place.y() + dy)


@pytest.mark.parametrize("turn", Turn)
@pytest.mark.parametrize("seen", BodyView)
def test_points_travel_with_the_picture(
    body_map: BodyMap, scene: BodyScene, turn: Turn, seen: BodyView
) -> None:
    body_map.show_scene(replace(scene, turn=turn))
    body_map.show_seen(seen)
    assert _colour_at(body_map, "a").red() > _colour_at(body_map, "a").blue() + 40
    assert _colour_at(body_map, "b").blue() > _colour_at(body_map, "b").red() + 40


def test_badges_travel_with_the_body(body_map: BodyMap) -> None:
    before = _badges(body_map)
    assert before["Your left"] < before["Your right"]
    body_map.show_seen(BodyView.MIRROR)
    after = _badges(body_map)
    assert after["Your left"] > after["Your right"]
    assert (_place(body_map, "a").x() > _place(body_map, "b").x()) is True


def test_the_badge_of_a_limb_stays_whatever_the_mirror(body_map: BodyMap, scene: BodyScene) -> None:
    limb = replace(scene, turn=Turn.MIRRORED, sides=(SideMark(Side.RIGHT, "Your right hand", None),))
    body_map.show_scene(limb)
    before = _badges(body_map)
    body_map.show_seen(BodyView.MIRROR)
    assert _badges(body_map) == before == {"Your right hand": 0}


def test_two_mirrors_are_none() -> None:
    box = Box(0, 0, 200, 400)
    plain, flipped = (fitted(SIZE, None, box, mirror) for mirror in (Mirror.AS_BAKED, Mirror.FLIPPED))
    assert plain.to_map(100, 50)[0] + flipped.to_map(100, 50)[0] == pytest.approx(200)
    assert plain.to_file(*plain.to_map(123, 456)) == pytest.approx((123, 456))
    assert flipped.to_file(*flipped.to_map(123, 456)) == pytest.approx((123, 456))


# -- keyboard and assistive technology ------------------------------------------------------------------


@pytest.mark.slow
def test_each_point_is_a_real_button(body_map: BodyMap, qtbot: QtBot) -> None:
    chosen: list[object] = []
    body_map.point_chosen.connect(chosen.append)
    for key in "abc":
        button = body_map.button_of(key)
        assert button is not None
        assert button.width() >= TARGET_MIN_PX
        assert button.height() >= TARGET_MIN_PX
        spoken = QAccessible.queryAccessibleInterface(button)
        assert spoken.text(QAccessible.Text.Name) == f"Name {key}, Code {key}, left"
        assert spoken.role() == QAccessible.Role.Button
        actions = spoken.actionInterface()
        assert actions is not None
        with qtbot.waitSignal(body_map.point_chosen, timeout=1000):
            actions.doAction("Press")
    assert chosen == ["a", "b", "c"]


def test_a_blocked_point_says_why(body_map: BodyMap, scene: BodyScene) -> None:
    blocked = _marker("x", 100, 300, MarkerLook.BLOCKED, reason="Not over broken skin")
    body_map.show_scene(replace(scene, markers=(blocked,)))
    button = body_map.button_of("x")
    assert button is not None
    assert button.accessibleDescription() == "Not over broken skin"


def test_the_keyboard_reaches_every_point(body_map: BodyMap, qtbot: QtBot) -> None:
    body_map.activateWindow()
    qtbot.waitUntil(body_map.isActiveWindow)
    chosen: list[object] = []
    body_map.point_chosen.connect(chosen.append)
    first = body_map.button_of("a")
    assert first is not None
    assert first.focusPolicy() & Qt.FocusPolicy.TabFocus
    first.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(body_map.focusWidget(), key)
    assert body_map.current == "c"
    QTest.keyClick(body_map.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClick(body_map.focusWidget(), Qt.Key.Key_Home)
    QTest.keyClick(body_map.focusWidget(), Qt.Key.Key_Space)
    assert chosen == ["c", "a"]
    stops = [key for key in "abc" if _is_tab_stop(body_map, key)]
    assert stops == ["a"]


def _is_tab_stop(body_map: BodyMap, key: str) -> bool:
    button = body_map.button_of(key)
    return button is not None and bool(button.focusPolicy() & Qt.FocusPolicy.TabFocus)


def test_the_list_twin_and_the_map_agree(theme: LiveTheme, body_map: BodyMap, qtbot: QtBot) -> None:
    twin = PointList(theme, "Points", body_map)
    qtbot.addWidget(twin)
    chosen: list[object] = []
    body_map.point_chosen.connect(chosen.append)
    assert [twin.item(row).text() for row in range(twin.count())] == [
        f"Name {key}, Code {key}, left" for key in "abc"
    ]
    twin.setCurrentRow(1)
    assert body_map.current == "b"
    assert chosen == []
    QTest.keyClick(twin, Qt.Key.Key_Return)
    assert chosen == ["b"]
    QTest.mouseClick(body_map, Qt.MouseButton.LeftButton, pos=_place(body_map, "c"))
    assert twin.currentRow() == 2
    body_map.show_scene(replace(body_map.scene, markers=()))  # type: ignore[type-var]
    assert twin.count() == 0


# -- zoom and pan ------------------------------------------------------------------------------------


def test_zooming_keeps_the_place_under_the_pointer(body_map: BodyMap) -> None:
    place = QPointF(_place(body_map, "a"))
    wheel = QWheelEvent(
        place,
        body_map.mapToGlobal(place),
        QPoint(0, 0),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(body_map, wheel)
    assert body_map.zoom > 1.2
    moved = QPointF(_place(body_map, "a"))
    assert (moved - place).manhattanLength() < 3


def test_zoom_is_bounded_and_undone(body_map: BodyMap) -> None:
    at_rest = _place(body_map, "a")
    for _step in range(40):
        body_map.zoom_by(1.4)
    assert body_map.zoom == 6.0
    body_map.pan_by(100_000, 100_000)
    arrangement = body_map.arrangement
    assert arrangement is not None
    assert arrangement.frame.left <= 0 < arrangement.frame.left + SIZE[0] * arrangement.frame.scale
    body_map.zoom_whole()
    assert body_map.zoom == 1.0
    assert _place(body_map, "a") == at_rest


def test_keys_zoom_and_pan(body_map: BodyMap) -> None:
    QTest.keyClick(body_map, Qt.Key.Key_Plus)
    QTest.keyClick(body_map, Qt.Key.Key_Plus)
    QTest.keyClick(body_map, Qt.Key.Key_Plus)
    assert body_map.zoom == pytest.approx(1.25**3)
    before = _place(body_map, "a").y()
    QTest.keyClick(body_map, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert _place(body_map, "a").y() < before
    QTest.keyClick(body_map, Qt.Key.Key_0)
    assert body_map.zoom == 1.0


def test_a_drag_moves_and_chooses_nothing(body_map: BodyMap) -> None:
    chosen: list[object] = []
    body_map.point_chosen.connect(chosen.append)
    body_map.zoom_by(3.0)
    start = _place(body_map, "a")
    before = start
    QTest.mousePress(body_map, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    QTest.mouseMove(body_map, QPoint(300, 330))
    QTest.mouseMove(body_map, QPoint(300, 350))
    QTest.mouseRelease(body_map, Qt.MouseButton.LeftButton, pos=QPoint(300, 350))
    assert _place(body_map, "a").y() == pytest.approx(before.y() + 50, abs=2)
    assert chosen == []


# -- scenes --------------------------------------------------------------------------------------------


def test_labels_cover_no_point_and_name_each_group_once(body_map: BodyMap, scene: BodyScene) -> None:
    markers = tuple(
        _marker(f"{name}{side}", x, y, label=LabelWish.SCREEN_RIGHT, label_group=name)
        for name, y in (("p", 100), ("q", 110), ("r", 400))
        for side, x in (("L", 120), ("R", 280))
    )
    body_map.show_scene(replace(scene, markers=markers, callouts=(Callout("Sore today", 200, 90),)))
    arrangement = body_map.arrangement
    assert arrangement is not None
    named = sorted(str(placed.key) for placed in arrangement.labels if placed.key in {m.key for m in markers})
    assert named == ["pR", "qR", "rR"]
    body_map.show_seen(BodyView.MIRROR)
    mirrored = body_map.arrangement
    assert mirrored is not None
    named = sorted(str(placed.key) for placed in mirrored.labels if placed.key in {m.key for m in markers})
    assert named == ["pL", "qL", "rL"]


def test_points_close_together_both_stay_visible(body_map: BodyMap, scene: BodyScene) -> None:
    body_map.show_scene(replace(scene, markers=(_marker("a", 200, 300), _marker("b", 214, 300))))
    arrangement = body_map.arrangement
    assert arrangement is not None
    one, other = arrangement.spots
    assert abs(one.x - other.x) >= 0.86 * (one.radius + other.radius)
    assert abs(one.x - other.x) > max(one.radius, other.radius)


@pytest.mark.slow
@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("look", MarkerLook)
def test_every_marker_is_seen_on_the_body(
    body_map: BodyMap, scene: BodyScene, theme: LiveTheme, scheme: Scheme, look: MarkerLook
) -> None:
    theme.choose(ThemeChoice(scheme, motion=Motion.REDUCED))
    body_map.show_scene(replace(scene, markers=()))
    without = body_map.grab().toImage()
    body_map.show_scene(replace(scene, markers=(_marker("a", 150, 300, look, tolerance_mm=8.0),)))
    with_it = body_map.grab().toImage()
    place = _place(body_map, "a")
    changed = sum(
        abs(with_it.pixelColor(place.x() + dx, place.y() + dy).lightness()
            - without.pixelColor(place.x() + dx, place.y() + dy).lightness()) > 30
        for dx in range(-12, 13)
        for dy in range(-12, 13)
    )  # fmt: skip
    assert changed > 20


@pytest.mark.parametrize("look", TintLook)
@pytest.mark.parametrize("seen", BodyView)
def test_a_tint_colours_its_region_and_nothing_off_the_body(
    body_map: BodyMap, scene: BodyScene, look: TintLook, seen: BodyView
) -> None:
    body_map.show_seen(seen)
    body_map.show_scene(replace(scene, markers=()))
    plain = body_map.grab().toImage()
    tint = RegionTint(RegionSelection(HAND, SiteSide.LEFT), look)
    body_map.show_scene(replace(scene, markers=(), tints=(tint,)))
    tinted = body_map.grab().toImage()
    arrangement = body_map.arrangement
    assert arrangement is not None

    def changed(left: int, top: int, right: int, bottom: int) -> float:
        hits = total = 0
        for x_px in range(left, right, 6):
            for y_px in range(top, bottom, 6):
                x, y = (round(at) for at in arrangement.frame.to_map(x_px, y_px))
                total += 1
                hits += plain.pixelColor(x, y) != tinted.pixelColor(x, y)
        return hits / total

    assert changed(80, 640, 180, 740) > 0.95
    assert changed(260, 640, 330, 740) == 0.0
    assert changed(5, 640, 50, 740) == 0.0
    assert changed(80, 120, 180, 400) == 0.0


def test_a_midline_tint_takes_in_both_sides(body_map: BodyMap, scene: BodyScene) -> None:
    plain = body_map.grab().toImage()
    whole = RegionTint(RegionSelection(NECK, SiteSide.MIDLINE), TintLook.CHOSEN)
    body_map.show_scene(replace(scene, tints=(whole,)))
    tinted = body_map.grab().toImage()
    arrangement = body_map.arrangement
    assert arrangement is not None
    for x_px in (100, 300):
        x, y = (round(at) for at in arrangement.frame.to_map(x_px, 100))
        assert plain.pixelColor(x, y) != tinted.pixelColor(x, y)


def test_a_measuring_line_keeps_its_words_clear_of_labels(body_map: BodyMap, scene: BodyScene) -> None:
    line = MeasuringLine(200, 300, 205, 420, 3, ("3 fingers", "2 cun"))
    now = _marker("now", 205, 420, MarkerLook.NOW, tolerance_mm=9.0)
    for wish in (LabelWish.SCREEN_LEFT, LabelWish.SCREEN_RIGHT, LabelWish.NEARER_MARGIN):
        body_map.show_scene(
            replace(scene, markers=(now,), measuring=line, callouts=(Callout("Feel around", 205, 420, wish),))
        )
        arrangement = body_map.arrangement
        assert arrangement is not None
        assert arrangement.measure is not None
        words = arrangement.measure.words
        for placed in arrangement.labels:
            apart_x = placed.left >= words.left + words.width or words.left >= placed.left + placed.width
            apart_y = placed.top >= words.top + words.height or words.top >= placed.top + placed.height
            assert apart_x or apart_y
        body_map.grab()


def test_a_window_fills_the_map(body_map: BodyMap, scene: BodyScene) -> None:
    body_map.show_scene(replace(scene, window=Window(0, 0, 400, 400)))
    arrangement = body_map.arrangement
    assert arrangement is not None
    assert arrangement.frame.scale > 1.4
    body_map.grab()


def test_a_picture_that_cannot_be_read_still_has_its_points(body_map: BodyMap, scene: BodyScene) -> None:
    body_map.show_scene(replace(scene, picture=scene.picture.with_name("gone.webp"), plate=None))
    body_map.grab()
    assert body_map.button_of("a") is not None
    assert body_map.region_under(100, 100) is None


def test_no_scene_is_an_empty_map(body_map: BodyMap) -> None:
    body_map.show_scene(None)
    body_map.grab()
    assert body_map.arrangement is None
    assert body_map.button_of("a") is None
    body_map.zoom_by(2.0)
    body_map.pan_by(5, 5)


@pytest.mark.slow
def test_views_are_flown_to_unless_motion_is_reduced(
    body_map: BodyMap, scene: BodyScene, theme: LiveTheme, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other.png"
    QImage(str(scene.picture)).save(str(other))
    body_map.show_scene(replace(scene, picture=other))
    assert body_map._flight.flying
    body_map.grab()
    qtbot.waitUntil(lambda: not body_map._flight.flying, timeout=2000)
    theme.choose(ThemeChoice(motion=Motion.REDUCED))
    body_map.show_scene(scene)
    assert not body_map._flight.flying


def test_the_map_is_named_and_survives_a_theme(body_map: BodyMap, theme: LiveTheme) -> None:
    assert body_map.accessibleName() == "Back, two points"
    theme.choose(ThemeChoice(Scheme.CONTRAST, text_factor=2.0))
    body_map.grab()
    assert len(_badges(body_map)) == 2


def test_a_narrow_map_drops_labels_and_keeps_points(body_map: BodyMap, scene: BodyScene) -> None:
    body_map.show_scene(replace(scene, markers=(_marker("a", 100, 200, label=LabelWish.SCREEN_RIGHT),)))
    body_map.resize(300, 400)
    arrangement = body_map.arrangement
    assert arrangement is not None
    assert arrangement.labels == ()
    assert nearest_spot(arrangement.spots, *map(float, _place(body_map, "a").toTuple())) is not None


def test_pointing_does_not_take_the_keyboard(body_map: BodyMap, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    QTest.mouseClick(body_map, Qt.MouseButton.LeftButton, pos=_place(body_map, "b"))
    button = body_map.button_of("b")
    assert button is not None
    assert not button.hasFocus()


@pytest.mark.parametrize("figure", ["figure_f", "figure_m"])
def test_badges_stand_on_the_side_that_the_camera_sees(figure: str) -> None:
    album = read_album(asset_root(), figure)
    (views,) = [one for one in read_body_views(asset_root() / "body_maps") if one.figure == figure]
    halves = 0
    for view in views.views:
        for mark in side_marks(album.pictures[view.id], SideWords("L", "R"), Turn.AS_BAKED, view.id):
            if mark.half is None:
                continue
            halves += 1
            # x runs to the person's left: where the picture's right is that way, so is the person's left.
            left_half = ScreenHalf.SCREEN_RIGHT if view.camera.right[0] > 0.0 else ScreenHalf.SCREEN_LEFT
            assert mark.half is (left_half if mark.side is Side.LEFT else left_half.other), view.id
    assert halves >= 20
