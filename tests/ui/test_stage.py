"""The stage shows the number it was given, moves only when told, and keeps its promise of stillness."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from acupress_desktop.domain.breathing import USUAL, BreathPattern, breath_at
from acupress_desktop.presenters.session_live import breath_view
from acupress_desktop.ui.session_stage.breath import cells_of
from acupress_desktop.ui.session_stage.geometry import (
    SEGMENTS,
    held_degrees,
    light_stops,
    segment_arc,
    segments_done,
    stage_geometry,
)
from acupress_desktop.ui.session_stage.mapping import breath_on_stage
from acupress_desktop.ui.session_stage.stage import SessionStage
from acupress_desktop.ui.session_stage.view import (
    BreathStyle,
    Flip,
    StageBreath,
    StagePhase,
    StageScene,
    StageView,
)
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice
from acupress_desktop.ui.theme.tokens import Motion, Scheme

HOLDING = StageView(StagePhase.HOLDING)


def _breath(at_seconds: float, pattern: BreathPattern = USUAL) -> StageBreath:
    """What the presenter makes of a breath, brought to the stage as in the app."""
    return breath_on_stage(breath_view(pattern, breath_at(pattern, at_seconds)))


@pytest.fixture
def stage(theme: LiveTheme, qtbot: QtBot) -> SessionStage:
    stage = SessionStage(theme)
    qtbot.addWidget(stage)
    stage.resize(848, 660)
    return stage


@pytest.fixture
def limb(tmp_path: Path) -> StageScene:
    """A stand-in picture: a dark block whose left half is red, with its point in the left half."""
    image = QImage(400, 600, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    painter.fillRect(50, 50, 150, 500, QColor(200, 40, 40))
    painter.fillRect(200, 50, 150, 500, QColor(40, 40, 200))
    painter.end()
    path = tmp_path / "limb.png"
    assert image.save(str(path))
    return StageScene(path, (400, 600), (150.0, 300.0), 3.0, 10.0)


def _picture(stage: SessionStage) -> QImage:
    return stage.grab().toImage()


def _inked_share(stage: SessionStage, theme: LiveTheme) -> float:
    """Share of the ring's middle line that wears the ring's colour, sampled at 1440 places."""
    geometry, image = stage.geometry_px, _picture(stage)
    ratio = image.devicePixelRatio()
    wanted = QColor(theme.colours.now)
    hits = 0
    for place in range(1440):
        turn = math.tau * place / 1440
        x = geometry.centre_x + geometry.ring_px * math.sin(turn)
        y = geometry.centre_y - geometry.ring_px * math.cos(turn)
        seen = image.pixelColor(round(x * ratio), round(y * ratio))
        far = abs(seen.red() - wanted.red()) + abs(seen.green() - wanted.green())
        hits += far + abs(seen.blue() - wanted.blue()) < 24
    return hits / 1440


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("fraction", [0.0, 0.1, 0.25, 0.5, 0.6333, 0.98, 1.0])
def test_the_ring_is_inked_as_far_as_was_held(
    stage: SessionStage, theme: LiveTheme, scheme: Scheme, fraction: float
) -> None:
    theme.choose(ThemeChoice(scheme))
    stage.show_view(replace(HOLDING, fraction=fraction))
    assert _inked_share(stage, theme) == pytest.approx(fraction, abs=0.006)


def test_the_ring_starts_at_twelve_and_runs_clockwise(stage: SessionStage, theme: LiveTheme) -> None:
    stage.show_view(replace(HOLDING, fraction=0.25))
    geometry, image = stage.geometry_px, _picture(stage)
    off = geometry.ring_px * math.sin(math.radians(20))
    along = geometry.ring_px * math.cos(math.radians(20))
    near = QColor(theme.colours.now)
    right = image.pixelColor(round(geometry.centre_x + off), round(geometry.centre_y - along))
    left = image.pixelColor(round(geometry.centre_x - off), round(geometry.centre_y - along))
    assert abs(right.lightness() - near.lightness()) < 12
    assert abs(left.lightness() - near.lightness()) > 60


def test_a_release_fades_the_ring_and_keeps_its_length(stage: SessionStage, theme: LiveTheme) -> None:
    stage.show_view(replace(HOLDING, fraction=0.5))
    full = _picture(stage)
    stage.show_view(replace(HOLDING, fraction=0.5, release_fraction=1.0))
    faded = _picture(stage)
    geometry = stage.geometry_px
    x, y = round(geometry.centre_x + geometry.ring_px), round(geometry.centre_y)
    assert faded.pixelColor(x, y).lightness() > full.pixelColor(x, y).lightness() + 40


def test_getting_ready_draws_the_track_in(stage: SessionStage, theme: LiveTheme) -> None:
    geometry = stage.geometry_px
    below = (round(geometry.centre_x), round(geometry.centre_y + geometry.ring_px))
    stage.show_view(StageView(StagePhase.GET_READY, ready_fraction=0.25))
    early = _picture(stage).pixelColor(*below)
    stage.show_view(StageView(StagePhase.GET_READY, ready_fraction=0.9))
    late = _picture(stage).pixelColor(*below)
    assert early != late


@pytest.mark.parametrize(("width", "height"), [(848, 660), (620, 504), (400, 400), (1200, 900)])
def test_the_stage_is_the_same_picture_at_every_size(width: int, height: int) -> None:
    geometry = stage_geometry(width, height)
    assert geometry.ring_px == pytest.approx(min(width, height) * 0.243)
    assert geometry.reach_px == pytest.approx(geometry.ring_px * 1.675)
    assert geometry.light_px(0.0) == geometry.ring_px
    assert geometry.light_px(1.0) == pytest.approx(geometry.reach_px)


@given(fullness=st.floats(0, 1), gain=st.sampled_from([0.78, 1.32]))
def test_the_light_is_a_valid_gradient_that_ends_in_nothing(fullness: float, gain: float) -> None:
    stops = light_stops(stage_geometry(848, 660), fullness, gain)
    places = [place for place, _alpha in stops]
    assert places == sorted(set(places))
    assert places[0] == 0.0
    assert places[-1] == 1.0
    assert all(0 <= alpha <= 1 for _place, alpha in stops)
    assert stops[-1][1] == 0.0


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_fuller_breath_is_never_a_smaller_light(one: float, other: float) -> None:
    geometry = stage_geometry(848, 660)
    low, high = sorted((one, other))
    assert geometry.light_px(low) <= geometry.light_px(high)


@given(st.floats(0, 600))
def test_the_light_does_not_jump(at_seconds: float) -> None:
    """Neither at the turns nor where the bands appear: a frame changes no alpha by more than a little."""
    geometry = stage_geometry(848, 660)

    def alpha_at(radius_px: float, fullness: float) -> float:
        stops = light_stops(geometry, fullness, 1.0)
        share = min(1.0, radius_px / geometry.glow_px(fullness))
        for (low, one), (high, other) in itertools.pairwise(stops):
            if low <= share <= high:
                return one + (other - one) * (share - low) / (high - low)
        return 0.0

    now = breath_at(USUAL, at_seconds).fullness
    soon = breath_at(USUAL, at_seconds + 1 / 60).fullness
    inside = [geometry.ring_px * share for share in (0.2, 0.6, 0.9)]
    assert all(abs(alpha_at(radius, now) - alpha_at(radius, soon)) < 0.04 for radius in inside)


def test_a_breath_grows_the_light_on_screen(stage: SessionStage, theme: LiveTheme) -> None:
    geometry = stage.geometry_px
    spot = (round(geometry.centre_x + geometry.ring_px * 1.3), round(geometry.centre_y))
    stage.show_view(replace(HOLDING, breath=_breath(0.0)))
    empty = _picture(stage).pixelColor(*spot)
    stage.show_view(replace(HOLDING, breath=_breath(4.0)))
    full = _picture(stage).pixelColor(*spot)
    assert empty.blue() - full.blue() > 20


@given(st.floats(0, 1))
def test_segments_never_show_more_than_was_held(fraction: float) -> None:
    assert segments_done(fraction) / SEGMENTS <= fraction + 1e-6
    assert segments_done(1.0) == SEGMENTS
    assert held_degrees(fraction) == pytest.approx(360 * fraction)


def test_segments_share_the_turn_with_their_gaps() -> None:
    arcs = [segment_arc(place) for place in range(SEGMENTS)]
    assert sum(span for _start, span in arcs) == pytest.approx(360 - 3 * SEGMENTS)
    assert all(a + span < b for (a, span), (b, _next) in itertools.pairwise(arcs))


def test_cells_are_seconds_and_the_last_may_be_a_part() -> None:
    assert cells_of(4) == (1.0,) * 4
    assert cells_of(4.5) == (1.0,) * 4 + (0.5,)
    assert cells_of(0.4) == (0.4,)


class _Paints(QObject):
    """Counts paint events and remembers their boxes."""

    def __init__(self) -> None:
        super().__init__()
        self.boxes: list[QRect] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.boxes.append(event.rect())
        return False


def _painted(stage: SessionStage, views: list[StageView]) -> list[QRect]:
    stage.show()
    QApplication.processEvents()
    paints = _Paints()
    stage.installEventFilter(paints)
    for view in views:
        stage.show_view(view)
        QApplication.processEvents()
    stage.removeEventFilter(paints)
    return paints.boxes


def test_reduced_motion_changes_once_a_second_at_most(stage: SessionStage, theme: LiveTheme) -> None:
    theme.choose(ThemeChoice(motion=Motion.REDUCED))
    views = [
        replace(HOLDING, fraction=frame / 30 / 60, breath=_breath(frame / 30)) for frame in range(10 * 30)
    ]
    stage.show_view(views[0])
    pictures = []
    for view in views[::6]:
        stage.show_view(view)
        pictures.append(_face(stage))
    changes = sum(one != other for one, other in itertools.pairwise(pictures))
    assert 9 <= changes <= 11
    assert len(_painted(stage, views)) <= 12


def _face(stage: SessionStage) -> bytes:
    image = stage.grab().toImage().scaled(424, 330)
    return bytes(image.constBits())


def test_nothing_is_painted_when_nothing_changed(stage: SessionStage) -> None:
    view = replace(HOLDING, fraction=0.4, breath=_breath(2.0))
    stage.show_view(view)
    assert _painted(stage, [view, replace(view)]) == []


def test_a_frame_repaints_the_light_and_not_the_stage(stage: SessionStage) -> None:
    stage.show_view(replace(HOLDING, breath=_breath(1.0)))
    boxes = _painted(stage, [replace(HOLDING, breath=_breath(1.0 + 1 / 30))])
    assert len(boxes) == 1
    assert boxes[0].width() < stage.width() * 0.8
    assert boxes[0].contains(round(stage.geometry_px.centre_x), round(stage.geometry_px.centre_y))


@pytest.mark.parametrize("flip", Flip)
def test_the_point_lies_in_the_middle_also_when_mirrored(
    stage: SessionStage, limb: StageScene, flip: Flip
) -> None:
    stage.show_scene(replace(limb, flip=flip))
    stage.show_view(HOLDING)
    geometry, image = stage.geometry_px, _picture(stage)
    reach = 60 * stage.scene_scale()
    y = round(geometry.centre_y + 40)
    one = image.pixelColor(round(geometry.centre_x - reach), y)
    other = image.pixelColor(round(geometry.centre_x + reach), y)
    red, blue = (one, other) if flip is Flip.AS_DRAWN else (other, one)
    assert red.red() > red.blue() + 80
    assert blue.blue() > blue.red() + 80


def test_a_picture_that_cannot_be_read_leaves_the_ring(
    stage: SessionStage, theme: LiveTheme, limb: StageScene, tmp_path: Path
) -> None:
    stage.show_scene(replace(limb, picture=tmp_path / "gone.webp"))
    stage.show_view(replace(HOLDING, fraction=0.5))
    assert _inked_share(stage, theme) == pytest.approx(0.5, abs=0.006)


@pytest.mark.slow
@pytest.mark.parametrize("style", BreathStyle)
@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("motion", Motion)
def test_every_style_paints_in_every_scheme(
    stage: SessionStage,
    theme: LiveTheme,
    limb: StageScene,
    style: BreathStyle,
    scheme: Scheme,
    motion: Motion,
) -> None:
    theme.choose(ThemeChoice(scheme, motion=motion))
    stage.show_scene(limb)
    stage.show_style(style)
    stage.show_view(replace(HOLDING, fraction=0.3, breath=_breath(7.3)))
    assert _picture(stage).pixelColor(2, 2).name().upper() == theme.colours.paper or scheme is Scheme.LIGHT


@pytest.mark.parametrize("factor", [1.0, 2.0])
@pytest.mark.parametrize("motion", Motion)
def test_the_cue_is_inside_the_stage(
    stage: SessionStage, theme: LiveTheme, factor: float, motion: Motion
) -> None:
    theme.choose(ThemeChoice(text_factor=factor, motion=motion))
    for width, height in ((848, 660), (560, 420), (400, 400)):
        stage.resize(width, height)
        stage.show_view(replace(HOLDING, breath=_breath(2.0)))
        _picture(stage)
        assert stage.rect().contains(stage._cue_box())


def test_the_stage_speaks_its_phase(stage: SessionStage) -> None:
    stage.show_view(replace(HOLDING, words="Holding, left hand"))
    assert stage.accessibleName() == "Holding, left hand"
