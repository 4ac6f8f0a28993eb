"""The evening, the glow, tones that are seen, and exercises: how the stage looks, and what it keeps still."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPixmap, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from acupress_desktop.domain.breathing import USUAL, BreathPattern, breath_at
from acupress_desktop.domain.tones import Tone
from acupress_desktop.presenters.narrating import PULSE_SECONDS
from acupress_desktop.presenters.session_live import breath_view
from acupress_desktop.presenters.speaking import Pulse
from acupress_desktop.ui.session_stage.cells import cell_boxes
from acupress_desktop.ui.session_stage.geometry import Composition
from acupress_desktop.ui.session_stage.glow import GlowRound, Ground, glow_colour
from acupress_desktop.ui.session_stage.limb import LimbShelf
from acupress_desktop.ui.session_stage.mapping import breath_on_stage, pulse_on_stage
from acupress_desktop.ui.session_stage.smooth import SmoothLayer
from acupress_desktop.ui.session_stage.stage import SessionStage
from acupress_desktop.ui.session_stage.view import (
    BreathStyle,
    Flip,
    Glow,
    PulseKind,
    StageBreath,
    StageExercise,
    StageLook,
    StagePhase,
    StagePulse,
    StageScene,
    StageView,
)
from acupress_desktop.ui.theme.contrast import DECLARED_PAIRS, contrast, luminance
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice
from acupress_desktop.ui.theme.tokens import EVENING, SCHEMES, Colour, Motion, Scheme, qcolor

HOLDING = StageView(StagePhase.HOLDING, 0.3, seconds="38", seconds_label="seconds left")
HELD = BreathPattern(4.0, 6.0, 1.5, 1.0)
WIDE = (848, 600)
FRAMES_A_SECOND = 30


def _breath(at_seconds: float, pattern: BreathPattern = USUAL) -> StageBreath:
    return breath_on_stage(breath_view(pattern, breath_at(pattern, at_seconds)))


@pytest.fixture
def stage(theme: LiveTheme, qtbot: QtBot) -> SessionStage:
    stage = SessionStage(theme)
    qtbot.addWidget(stage)
    stage.resize(*WIDE)
    return stage


@pytest.fixture
def limb(tmp_path: Path) -> StageScene:
    """A red limb by day, a green one in the evening."""
    for name, colour in (("day", QColor(200, 40, 40)), ("evening", QColor(40, 160, 40))):
        image = QImage(400, 600, QImage.Format.Format_ARGB32)
        image.fill(colour)
        assert image.save(str(tmp_path / f"{name}.png"))
    scene = StageScene(tmp_path / "day.png", (400, 600), (150.0, 300.0), 3.0, 10.0)
    return replace(scene, evening=tmp_path / "evening.png")


def _seen(stage: SessionStage) -> QImage:
    return stage.grab().toImage()


def _boxes(region: QRegion) -> tuple[QRect, ...]:
    return tuple(cast("Iterable[QRect]", region))


# --- the evening


def test_the_evening_shows_the_limb_in_its_own_light(
    stage: SessionStage, theme: LiveTheme, limb: StageScene
) -> None:
    stage.show_scene(limb)
    stage.show_view(HOLDING)
    day = _seen(stage)
    theme.choose(ThemeChoice(Scheme.EVENING))
    evening = _seen(stage)
    at = QPoint(round(stage.geometry_px.point_x), round(stage.geometry_px.point_y - 60))
    assert day.pixelColor(at).red() > day.pixelColor(at).green() + 80
    assert evening.pixelColor(at).green() > evening.pixelColor(at).red() + 60


def test_a_body_without_an_evening_picture_is_dimmed_from_the_left(
    stage: SessionStage, theme: LiveTheme, limb: StageScene
) -> None:
    lone = replace(limb, evening=None)
    found = LimbShelf().limb(lone, stage.geometry_px, EVENING, stage.size(), 1.0)
    assert found is not None
    image = found.pixmap.toImage()
    y = round(image.height() / 2)
    left, right = image.pixelColor(40, y), image.pixelColor(image.width() - 41, y)
    assert left.red() < right.red() < 200


def test_colours_of_the_evening_are_those_of_the_visual_language() -> None:
    colours = EVENING.colours
    assert (colours.paper, colours.raised, colours.sunk) == ("#08191F", "#0F2932", "#17383F")
    assert (colours.ink, colours.ink2, colours.ink3) == ("#ECF4F2", "#BACFD0", "#93AEB3")
    assert (colours.accent, colours.now, colours.light) == ("#FFDDAE", "#FFDDAE", "#86D6CE")
    assert (colours.rule, colours.stop, colours.stop_ground) == ("#6A929B", "#F4B3A2", "#33211F")
    assert colours.track == "#2E606B"
    wanted = {"ink": 16.1, "ink2": 11.1, "ink3": 7.7, "accent": 13.9, "light": 10.7, "rule": 5.3}
    for role, ratio in wanted.items():
        assert contrast(getattr(colours, role), colours.paper) == pytest.approx(ratio, abs=0.1), role
    assert contrast(colours.stop, colours.stop_ground) == pytest.approx(8.6, abs=0.1)


@pytest.mark.parametrize(
    ("scheme", "style", "size", "wanted"),
    [
        (Scheme.EVENING, BreathStyle.HORIZON, WIDE, Composition.BESIDE_THE_LIMB),
        (Scheme.EVENING, BreathStyle.HORIZON, (620, 500), Composition.ROUND_THE_POINT),
        (Scheme.EVENING, BreathStyle.LIGHT_RING, WIDE, Composition.ROUND_THE_POINT),
        (Scheme.LIGHT, BreathStyle.HORIZON, WIDE, Composition.ROUND_THE_POINT),
        (Scheme.CONTRAST, BreathStyle.HORIZON, WIDE, Composition.ROUND_THE_POINT),
    ],
)
def test_the_ring_stands_beside_the_limb_in_a_wide_evening_alone(
    stage: SessionStage,
    theme: LiveTheme,
    scheme: Scheme,
    style: BreathStyle,
    size: tuple[int, int],
    wanted: Composition,
) -> None:
    theme.choose(ThemeChoice(scheme))
    stage.resize(*size)
    stage.show_style(style)
    stage.show_view(replace(HOLDING, breath=_breath(2.0)))
    _seen(stage)
    assert stage.geometry_px.composition is wanted
    assert stage.shows_seconds is (wanted is Composition.BESIDE_THE_LIMB)


def test_seconds_on_the_stage_are_told_to_a_screen_reader_too(stage: SessionStage, theme: LiveTheme) -> None:
    theme.choose(ThemeChoice(Scheme.EVENING))
    stage.show_style(BreathStyle.HORIZON)
    _seen(stage)
    stage.show_view(replace(HOLDING, seconds="37"))
    assert stage.accessibleDescription() == "37 seconds left"


def test_a_dim_ground_has_no_bands_and_ends_as_the_page_does(stage: SessionStage, theme: LiveTheme) -> None:
    """Neighbours on one ray differ by a step at most, and steps are broken up; the border is plain."""
    theme.choose(ThemeChoice(Scheme.EVENING))
    stage.show_view(StageView(StagePhase.READY, ready_fraction=0.0))
    image = _seen(stage)
    y = round(stage.geometry_px.centre_y)
    # Left of the ring, where no dot of the reach is met.
    row = [image.pixelColor(x, y).green() for x in range(150)]
    assert max(abs(one - other) for one, other in itertools.pairwise(row)) <= 2
    longest = max(len(list(run)) for _value, run in itertools.groupby(row[60:]))
    assert longest < 30
    edge = {image.pixelColor(x, image.height() - 1).name().upper() for x in range(0, 848, 7)}
    assert edge == {EVENING.colours.paper}


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.EVENING])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_plain_ground_stays_exactly_its_colour(qapp: QApplication, scheme: Scheme, ratio: float) -> None:
    paper = SCHEMES[scheme].colours.paper
    layer = SmoothLayer(QRect(0, 0, 96, 80).size(), ratio, qcolor(paper)).done().toImage()
    seen = {
        layer.pixelColor(x, y).name().upper() for x in range(layer.width()) for y in range(layer.height())
    }
    assert seen == {paper}
    assert layer.width() == 96 * ratio


# --- a frame changes little


@pytest.mark.slow
@pytest.mark.parametrize("style", BreathStyle)
@pytest.mark.parametrize("scheme", Scheme)
def test_a_frame_changes_nothing_outside_what_it_repaints(
    stage: SessionStage, theme: LiveTheme, limb: StageScene, scheme: Scheme, style: BreathStyle
) -> None:
    theme.choose(ThemeChoice(scheme))
    stage.show_scene(limb)
    stage.show_style(style)
    for at in (1.0, 3.97, 8.4, 9.98):
        one = replace(HOLDING, breath=_breath(at))
        other = replace(HOLDING, fraction=0.3006, breath=_breath(at + 1 / FRAMES_A_SECOND))
        stage.show_view(one)
        before = _seen(stage)
        boxes = QRegion()
        for box in stage._changed(one, other):
            boxes += box
        stage.show_view(other)
        after = _seen(stage)
        outside = QRegion(stage.rect()) - boxes
        for box in _boxes(outside):
            assert before.copy(box) == after.copy(box)
        area = sum(box.width() * box.height() for box in _boxes(boxes))
        assert area < 0.82 * stage.width() * stage.height()


def test_the_horizon_repaints_the_ring_and_the_band_of_the_wave_only(
    stage: SessionStage, theme: LiveTheme
) -> None:
    theme.choose(ThemeChoice(Scheme.EVENING))
    stage.show_style(BreathStyle.HORIZON)
    _seen(stage)
    one, other = (replace(HOLDING, breath=_breath(at)) for at in (2.0, 2.0 + 1 / FRAMES_A_SECOND))
    area = sum(box.width() * box.height() for box in stage._changed(one, other))
    assert area < 0.45 * stage.width() * stage.height()


# --- the glow


def _steps(scheme: Scheme, ground: Ground, pattern: BreathPattern, seconds: int) -> list[float]:
    tokens = SCHEMES[scheme]
    frames = range(seconds * FRAMES_A_SECOND)
    return [
        luminance(glow_colour(tokens, ground, breath_at(pattern, frame / FRAMES_A_SECOND).fullness))
        for frame in frames
    ]


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("ground", Ground)
@pytest.mark.parametrize("pattern", [BreathPattern(2.5, 2.5), USUAL, HELD])
def test_the_glow_never_flashes(scheme: Scheme, ground: Ground, pattern: BreathPattern) -> None:
    """Not even the fastest breath: little by little, and never more than two turns a breath."""
    steps = _steps(scheme, ground, pattern, 60)
    changes = [other - one for one, other in itertools.pairwise(steps)]
    assert max(abs(change) for change in changes) <= 0.02
    ways = [change > 0 for change in changes if abs(change) > 1e-9]
    turns = sum(one != other for one, other in itertools.pairwise(ways))
    assert turns <= 2 * (60 / pattern.breath_seconds) + 1
    assert turns / 2 / 60 <= 0.5
    assert max(steps) - min(steps) > (0.03 if ground is Ground.STAGE else 0.002)


@pytest.mark.parametrize("scheme", Scheme)
def test_words_are_read_on_every_brightness_of_the_glow(scheme: Scheme) -> None:
    tokens = SCHEMES[scheme]
    for tenth in range(11):
        stage = glow_colour(tokens, Ground.STAGE, tenth / 10)
        assert contrast(tokens.colours.ink, stage) >= 6.0
        assert contrast(tokens.colours.now, stage) >= 3.0
        around = glow_colour(tokens, Ground.ROUND_IT, tenth / 10)
        for pair in DECLARED_PAIRS:
            if pair.under == "paper" and pair.over not in {"sore", "act_edge"}:
                least = min(pair.least, 4.5)
                over: Colour = getattr(tokens.colours, pair.over)
                assert contrast(over, around) >= least, (pair.over, tenth)


def test_the_whole_ground_glows_with_the_breath(stage: SessionStage, theme: LiveTheme) -> None:
    theme.choose(ThemeChoice(Scheme.DARK))
    stage.show_look(StageLook(BreathStyle.LIGHT_RING, Glow.ON))
    told: list[float | None] = []
    stage.glowed.connect(told.append)
    brightness = []
    for at in (0.0, 2.0, 4.0):
        stage.show_view(replace(HOLDING, breath=_breath(at)))
        assert told[-1] == pytest.approx(_breath(at).fullness)
        image = _seen(stage)
        brightness.append(image.pixelColor(stage.width() // 2, 40).lightness())
        around = glow_colour(theme.tokens, Ground.ROUND_IT, _breath(at).fullness)
        corner, wanted = image.pixelColor(1, 1), QColor(around)
        assert abs(corner.red() - wanted.red()) + abs(corner.green() - wanted.green()) <= 3
        assert abs(corner.blue() - wanted.blue()) <= 2
    assert brightness[0] + 15 < brightness[1] < brightness[2] - 10
    assert stage.geometry_px.composition is Composition.ALONE
    stage.show_view(replace(HOLDING, phase=StagePhase.RELEASED))
    assert told[-1] is None


def test_what_lies_round_the_stage_takes_its_colour_and_gives_it_back(theme: LiveTheme, qtbot: QtBot) -> None:
    screen = QWidget()
    qtbot.addWidget(screen)
    screen.resize(40, 30)
    glow = GlowRound(theme, screen)
    glow.setGeometry(screen.rect())
    plain = screen.grab().toImage().pixelColor(5, 5)
    glow.glow(0.0)
    assert screen.grab().toImage().pixelColor(5, 5).name().upper() == glow_colour(
        theme.tokens, Ground.ROUND_IT, 0.0
    )
    glow.glow(None)
    assert screen.grab().toImage().pixelColor(5, 5) == plain


def test_reduced_motion_has_large_words_on_a_still_ground(stage: SessionStage, theme: LiveTheme) -> None:
    theme.choose(ThemeChoice(Scheme.DARK, motion=Motion.REDUCED))
    stage.show_look(StageLook(BreathStyle.LIGHT_RING, Glow.ON))
    told: list[float | None] = []
    stage.glowed.connect(told.append)
    corners = set()
    for at in (0.0, 2.0, 4.0):
        stage.show_view(replace(HOLDING, breath=_breath(at)))
        corners.add(_seen(stage).pixelColor(4, 4).name())
    assert len(corners) == 1
    assert set(told) == {None}


# --- tones that are seen


@pytest.mark.parametrize("kind", PulseKind)
def test_a_tone_swells_round_the_ring_and_nowhere_else(stage: SessionStage, kind: PulseKind) -> None:
    stage.show_view(HOLDING)
    quiet = _seen(stage)
    loud = replace(HOLDING, pulse=StagePulse(0.9, kind))
    boxes = stage._changed(HOLDING, loud)
    stage.show_view(loud)
    seen = _seen(stage)
    geometry = stage.geometry_px
    outside = QRegion(stage.rect()) - QRegion(boxes[-1])
    assert all(seen.copy(box) == quiet.copy(box) for box in _boxes(outside))
    on_ring = QRect(0, 0, round(geometry.ring_px), round(geometry.ring_px))
    on_ring.moveCenter(QPoint(round(geometry.centre_x), round(geometry.centre_y)))
    assert seen.copy(on_ring) == quiet.copy(on_ring)
    assert seen != quiet


def test_every_tone_but_those_of_the_breath_is_seen() -> None:
    seen = {tone: pulse_on_stage(Pulse(tone, 0.5)) for tone in Tone}
    assert {tone for tone, pulse in seen.items() if pulse is None} == {Tone.IN_BREATH, Tone.OUT_BREATH}
    assert seen[Tone.STOP] == StagePulse(0.5, PulseKind.STOP)
    assert seen[Tone.PRESS] == StagePulse(0.5, PulseKind.SOFT)
    assert pulse_on_stage(None) is None


def test_a_seen_tone_lasts_so_long_that_no_more_than_three_fit_into_a_second() -> None:
    assert PULSE_SECONDS >= 1 / 3


def test_a_tone_is_a_still_mark_under_reduced_motion(stage: SessionStage, theme: LiveTheme) -> None:
    theme.choose(ThemeChoice(motion=Motion.REDUCED))
    pictures = []
    for strength in (0.2, 0.6, 1.0):
        stage.show_view(replace(HOLDING, pulse=StagePulse(strength)))
        pictures.append(_seen(stage))
    stage.show_view(HOLDING)
    assert pictures[0] == pictures[1] == pictures[2]
    assert _seen(stage) != pictures[0]


# --- cells of two to four parts


@pytest.mark.parametrize("pattern", [USUAL, BreathPattern(4.0, 6.0, 1.5), HELD])
def test_every_part_of_a_breath_has_its_cells(pattern: BreathPattern) -> None:
    breath = _breath(0.0, pattern)
    bar = QRect(0, 0, 400, 10).toRectF()
    parts = cell_boxes(breath, bar, back=False)
    assert len(parts) == len(breath.parts)
    boxes = [box for cells in parts for box in cells]
    assert boxes[0].left() == pytest.approx(0)
    assert boxes[-1].right() == pytest.approx(400)
    assert all(one.right() < other.left() for one, other in itertools.pairwise(boxes))
    back = [box for cells in cell_boxes(breath, bar, back=True) for box in cells]
    assert back[0].right() == pytest.approx(400)
    assert back[-1].left() == pytest.approx(0)


def test_the_bar_of_a_held_breath_steps_through_all_cells() -> None:
    done = [_breath(at + 0.01, HELD).cells_done for at in (0, 3, 4, 5, 5.5, 11, 11.5)]
    assert done == sorted(done)
    assert done[0] == 1
    whole = sum(
        len(cells) for cells in cell_boxes(_breath(0.0, HELD), QRect(0, 0, 400, 10).toRectF(), back=False)
    )
    assert done[-1] == whole


# --- exercises


@pytest.mark.slow
@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("size", [WIDE, (420, 560)])
def test_an_exercise_stands_in_place_of_the_limb(
    stage: SessionStage, theme: LiveTheme, limb: StageScene, scheme: Scheme, size: tuple[int, int]
) -> None:
    theme.choose(ThemeChoice(scheme))
    stage.resize(*size)
    stage.show_scene(limb)
    stage.show_view(HOLDING)
    pressed = _seen(stage)
    own = QPixmap(60, 80)
    own.fill(QColor(20, 200, 20))
    stage.show_exercise(StageExercise("Shoulder circles", "10 times", own, None))
    stage.show_view(StageView(StagePhase.EXERCISE, 0.4, seconds="20", seconds_label="seconds left"))
    image = _seen(stage)
    assert stage.geometry_px.composition is Composition.EXERCISE
    greens = sum(
        image.pixelColor(x, y).green() > image.pixelColor(x, y).red() + 60
        for x in range(0, image.width(), 8)
        for y in range(0, image.height(), 8)
    )
    assert greens > 20
    stage.show_exercise(None)
    stage.show_view(HOLDING)
    assert _seen(stage) == pressed


def test_a_mirrored_layout_has_ring_and_limb_on_each_others_side(
    stage: SessionStage, theme: LiveTheme, limb: StageScene
) -> None:
    theme.choose(ThemeChoice(Scheme.EVENING))
    stage.show_scene(replace(limb, flip=Flip.AS_DRAWN))
    stage.show_style(BreathStyle.HORIZON)
    _seen(stage)
    left = stage.geometry_px
    stage.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    stage.resize(WIDE[0] + 1, WIDE[1])
    _seen(stage)
    right = stage.geometry_px
    assert left.point_x < left.centre_x
    assert right.point_x > right.centre_x
