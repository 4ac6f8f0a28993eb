"""What is painted is the breath of the clock, to the frame and after twenty minutes, in every style."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from acupress_desktop.domain.breathing import USUAL, BreathPattern, breath_at
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.session_live import breath_view, live_view
from acupress_desktop.session.clock import VirtualClock
from acupress_desktop.session.events import Begin, Tick
from acupress_desktop.session.machine import advance
from acupress_desktop.session.states import Holding
from acupress_desktop.ui.session_stage.breath import fullness_at, moving_seconds, wave_of
from acupress_desktop.ui.session_stage.geometry import Composition, StageGeometry, stage_geometry
from acupress_desktop.ui.session_stage.horizon import surface_line, surface_y, wave_band
from acupress_desktop.ui.session_stage.mapping import breath_on_stage, stage_view_of
from acupress_desktop.ui.session_stage.stage import SessionStage
from acupress_desktop.ui.session_stage.view import BreathStyle, StageBreath, StagePhase, StageView
from acupress_desktop.ui.session_stage.water import Before, Water
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice
from acupress_desktop.ui.theme.tokens import Scheme
from tests.session.sessions import ready, site

pytestmark = pytest.mark.slow

START = datetime(2026, 11, 22, 19, tzinfo=UTC)
TWENTY_MINUTES = 1_200.0
FRAME_SECONDS = 1 / 30
PIXELS_OFF = 0.6
"""What antialiasing leaves open when an edge is found in pixels."""
HELD = BreathPattern(4.0, 6.0, 1.5, 1.0)
PATTERNS = (USUAL, BreathPattern(3.0, 4.5), BreathPattern(4.0, 6.0, 1.5), HELD)


def _breath(pattern: BreathPattern, at_seconds: float) -> StageBreath:
    return breath_on_stage(breath_view(pattern, breath_at(pattern, at_seconds)))


def _ticks(seed: int) -> Iterator[float]:
    """Twenty minutes of a clock that is read now early, now late, and sometimes not for seconds."""
    clock, chance = VirtualClock(START), Random(seed)  # noqa: S311 - repeatable on purpose
    begun = clock.instant().at
    while (passed := clock.instant().at - begun) < TWENTY_MINUTES:
        yield passed
        late = chance.random() * 0.03 if chance.random() < 0.98 else 1.0 + chance.random()
        clock.advance(FRAME_SECONDS * 7 + late)


def _seen(stage: SessionStage) -> QImage:
    return stage.grab().toImage()


def _edge_px(image: QImage, geometry: StageGeometry) -> float:
    """Find the light's edge to the right of the ring: the middle of the brightest stretch of the row."""
    y = round(geometry.centre_y - 0.5)
    first = round(geometry.centre_x + geometry.ring_px + 12)
    row = [(x, image.pixelColor(x, y).red()) for x in range(first, image.width() - 1)]
    bright = max(value for _x, value in row)
    weights = [(x, max(0.0, value - 0.72 * bright)) for x, value in row]
    whole = sum(weight for _x, weight in weights)
    # A circle of radius r crosses the row half a pixel off its middle at r itself, to a hundredth.
    return sum((x + 0.5) * weight for x, weight in weights) / whole - geometry.centre_x


def _bead_px(image: QImage, geometry: StageGeometry, colour: QColor) -> float:
    """Find the bead: the middle of its colour in its own column."""
    x = round(geometry.centre_x - 0.5)
    top, bottom = round(geometry.sea_y - geometry.swing_px - 12), round(geometry.sea_y + 12)
    found = [y + 0.5 for y in range(top, bottom) if _like(image.pixelColor(x, y), colour)]
    return sum(found) / len(found)


def _like(one: QColor, other: QColor) -> bool:
    far = abs(one.red() - other.red()) + abs(one.green() - other.green()) + abs(one.blue() - other.blue())
    return far < 60


def _within_a_frame(pattern: BreathPattern, at_seconds: float) -> tuple[float, float]:
    """Return the least and the greatest fullness between the frame before and the frame after."""
    near = [
        breath_at(pattern, max(0.0, at_seconds + step * FRAME_SECONDS / 4)).fullness for step in range(-4, 5)
    ]
    return min(near), max(near)


@pytest.fixture
def stage(theme: LiveTheme, qtbot: QtBot) -> SessionStage:
    theme.choose(ThemeChoice(Scheme.CONTRAST))
    stage = SessionStage(theme)
    qtbot.addWidget(stage)
    stage.resize(640, 520)
    stage.grab()
    return stage


@pytest.mark.parametrize("pattern", PATTERNS)
def test_the_edge_of_the_light_is_never_a_frame_off(stage: SessionStage, pattern: BreathPattern) -> None:
    geometry, looked = stage.geometry_px, 0
    for number, at in enumerate(_ticks(7)):
        breath = _breath(pattern, at)
        stage.show_view(StageView(StagePhase.HOLDING, breath=breath))
        # Close to the ring the edge is hidden by the ring itself.
        if number % 211 or breath.fullness < 0.35:
            continue
        low, high = (geometry.light_px(share) for share in _within_a_frame(pattern, at))
        assert low - PIXELS_OFF <= _edge_px(_seen(stage), geometry) <= high + PIXELS_OFF, at
        looked += 1
    assert looked >= 10
    assert at > TWENTY_MINUTES - 3


@pytest.mark.parametrize("pattern", PATTERNS)
def test_the_bead_is_never_a_frame_off(stage: SessionStage, theme: LiveTheme, pattern: BreathPattern) -> None:
    stage.show_style(BreathStyle.HORIZON)
    geometry, colour = stage.geometry_px, QColor(theme.colours.now)
    for number, at in enumerate(_ticks(11)):
        stage.show_view(StageView(StagePhase.HOLDING, breath=_breath(pattern, at)))
        if number % 331:
            continue
        low, high = _within_a_frame(pattern, at)
        seen = _bead_px(_seen(stage), geometry, colour)
        assert geometry.bead_y(high) - PIXELS_OFF <= seen <= geometry.bead_y(low) + PIXELS_OFF, at


def test_twenty_minutes_of_a_session_are_painted_as_its_clock_says(
    stage: SessionStage, theme: LiveTheme
) -> None:
    """Seven holds, a clock that is read late by up to half a second, and the bead looked at in pixels."""
    stage.show_style(BreathStyle.HORIZON)
    clock, chance = VirtualClock(START), Random(3)  # noqa: S311 - repeatable on purpose
    begun = clock.instant().at
    sites = tuple(
        site(point, side, 180)
        for point in ("PC6", "HT7", "LI4", "ST36")
        for side in (SiteSide.LEFT, SiteSide.RIGHT)
    )
    state = advance(ready(*sites), Begin(clock.instant()))
    colour, looked, number, began_at, index = QColor(theme.colours.now), 0, 0, 0.0, -1
    while clock.instant().at - begun < TWENTY_MINUTES:
        number += 1
        clock.advance(FRAME_SECONDS * 6 + (0.5 if chance.random() < 0.02 else 0.03) * chance.random())
        now = clock.instant()
        state = advance(state, Tick(now))
        if not isinstance(state, Holding):
            continue
        if state.index != index:
            index, began_at = state.index, now.at - state.held_seconds
        view = stage_view_of(live_view(state))
        stage.show_view(view)
        if number % 401:
            continue
        since = now.at - began_at
        low, high = _within_a_frame(USUAL, since)
        seen = _bead_px(_seen(stage), stage.geometry_px, colour)
        geometry = stage.geometry_px
        assert geometry.bead_y(high) - PIXELS_OFF <= seen <= geometry.bead_y(low) + PIXELS_OFF, since
        looked += 1
    assert looked >= 8


@given(st.floats(0, TWENTY_MINUTES), st.sampled_from(PATTERNS))
def test_the_curve_of_the_stage_is_the_breath(at_seconds: float, pattern: BreathPattern) -> None:
    breath = _breath(pattern, at_seconds)
    assert fullness_at(breath.parts, breath.at_seconds) == pytest.approx(breath.fullness, abs=1e-6)


@given(st.floats(0, TWENTY_MINUTES), st.floats(0, 640), st.sampled_from(PATTERNS))
def test_the_horizon_is_the_formula(at_seconds: float, x: float, pattern: BreathPattern) -> None:
    """y(x) = sea - swing b(t + (x - bead) / speed), with time standing still while a breath is held."""
    geometry = stage_geometry(640, 520)
    breath = _breath(pattern, at_seconds)
    plain = BreathPattern(pattern.in_seconds, pattern.out_seconds)
    ahead = (x - geometry.centre_x) / geometry.wave_px_per_second
    moved = moving_seconds(breath.parts, breath.at_seconds) + ahead + 10 * plain.breath_seconds
    wanted = geometry.sea_y - geometry.swing_px * breath_at(plain, moved).fullness
    assert surface_y(geometry, breath, x) == pytest.approx(wanted, abs=1e-3)


@given(st.floats(0, TWENTY_MINUTES))
def test_the_line_of_water_passes_through_the_bead(at_seconds: float) -> None:
    for composition in (Composition.ROUND_THE_POINT, Composition.BESIDE_THE_LIMB):
        geometry = stage_geometry(848, 600, composition)
        breath = _breath(USUAL, at_seconds)
        moved = moving_seconds(breath.parts, breath.at_seconds)
        line = surface_line(geometry, wave_of(breath.parts), moved, 0.0, geometry.width_px)
        spots = [(line.elementAt(place).x, line.elementAt(place).y) for place in range(line.elementCount())]
        here = [y for x, y in spots if abs(x - geometry.centre_x) < 0.01]
        assert here == [pytest.approx(geometry.bead_y(breath.fullness), abs=1e-6)]
        assert spots[0][0] <= 0
        assert spots[-1][0] >= geometry.width_px


@pytest.mark.parametrize("at_seconds", [0.3, 2.9, 7.1, 613.77, 1_199.2])
@pytest.mark.parametrize("ratio", [1, 2])
def test_water_that_was_painted_before_stands_where_the_formula_says(
    theme: LiveTheme, at_seconds: float, ratio: int
) -> None:
    """The strips that a frame copies, in pixels: the surface is a fraction of a pixel off at most."""
    theme.choose(ThemeChoice(Scheme.EVENING))
    geometry = stage_geometry(640, 520)
    band = wave_band(geometry)
    picture = QImage(640 * ratio, 520 * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(QColor(0, 0, 0))
    picture.setDevicePixelRatio(ratio)
    painter = QPainter(picture)
    breath = _breath(USUAL, at_seconds)
    Water().paint(painter, theme.tokens, geometry, breath, Before.BEHIND, ratio)
    painter.end()
    for x in (20.5, 133.5, 301.5, 478.5, 622.5):
        column = [
            (y, picture.pixelColor(round(x * ratio - 0.5), y).green())
            for y in range(round(band.top() * ratio), round(band.bottom() * ratio))
        ]
        bright = max(value for _y, value in column)
        weights = [(y, max(0.0, value - 0.82 * bright)) for y, value in column]
        seen = (
            sum((y + 0.5) * weight for y, weight in weights) / sum(weight for _y, weight in weights) / ratio
        )
        assert seen == pytest.approx(surface_y(geometry, breath, x), abs=0.75)


@pytest.mark.parametrize("style", BreathStyle)
def test_nothing_moves_while_a_breath_is_held(stage: SessionStage, style: BreathStyle) -> None:
    stage.show_style(style)
    for at in (0.0, 3.0):  # the first waves have risen
        stage.show_view(StageView(StagePhase.HOLDING, fraction=0.2, breath=_breath(HELD, at)))
    pictures = []
    for at in (4.05, 4.6, 5.45):
        stage.show_view(StageView(StagePhase.HOLDING, fraction=0.2, breath=_breath(HELD, at)))
        pictures.append(_seen(stage))
    assert pictures[0] == pictures[1] == pictures[2]
    stage.show_view(StageView(StagePhase.HOLDING, fraction=0.2, breath=_breath(HELD, 7.0)))
    assert _seen(stage) != pictures[0]


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.EVENING])
def test_waves_rise_from_still_water_and_do_not_stand_there_at_once(
    stage: SessionStage, theme: LiveTheme, scheme: Scheme
) -> None:
    theme.choose(ThemeChoice(scheme))
    stage.resize(848, 600)
    stage.show_style(BreathStyle.HORIZON)
    stage.show_view(StageView(StagePhase.GET_READY, ready_fraction=1.0))
    still, geometry = _seen(stage), stage.geometry_px
    steps = []
    for frame in range(60):
        stage.show_view(StageView(StagePhase.HOLDING, breath=_breath(USUAL, frame * FRAME_SECONDS)))
        seen = _seen(stage)
        x, y = round(geometry.centre_x - 4.6 * geometry.wave_px_per_second), round(geometry.sea_y)
        steps.append(sum(abs(a - b) for a, b in zip(_rgb(seen, x, y), _rgb(still, x, y), strict=True)))
    assert steps[0] <= 3
    assert steps[-1] > 20
    assert max(abs(one - other) for one, other in itertools.pairwise(steps)) < 30


def _rgb(image: QImage, x: int, y: int) -> tuple[int, int, int]:
    seen = image.pixelColor(x, y)
    return seen.red(), seen.green(), seen.blue()


def test_no_pattern_moves_faster_than_half_a_turn_a_second() -> None:
    """The fastest breath that can be set is in and out in five seconds."""
    fastest = BreathPattern(2.5, 2.5)
    assert 1 / fastest.breath_seconds <= 0.5
    with pytest.raises(ValueError, match="faster"):
        BreathPattern(2.4, 2.5)


def test_a_wave_is_made_of_what_moves() -> None:
    breath = _breath(HELD, 0.0)
    assert [part.seconds for part in breath.parts] == [4.0, 1.5, 6.0, 1.0]
    assert [part.seconds for part in wave_of(breath.parts)] == [4.0, 6.0]
    assert moving_seconds(breath.parts, 5.0) == pytest.approx(4.0)
    assert moving_seconds(breath.parts, 12.4) == pytest.approx(10.0)
