"""The drawing of gaps: every mark lies where its number says, and no words lie on each other."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from acupress_desktop.domain.evidence import Effect
from acupress_desktop.presenters.destinations import ToEvidence
from acupress_desktop.presenters.evidence import EvidencePresenter
from acupress_desktop.presenters.evidence_view import AxisScale, AxisView, CardView, ForestView, TickView
from acupress_desktop.ui.evidence.forest import ForestPlot
from acupress_desktop.ui.evidence.forest_geometry import AxisMap, Reading, place_labels, shown_ticks
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Motion, Scheme
from tests.presenters.evidence_books import NO_RANGE, RATIO, TO_USUAL, finding, made_up, real_content, shelf

NEAR = 1.5
"""How many pixels a painted mark may lie from its number: half a line and its soft edge."""


def axis(low: float, high: float, zero: float, scale: AxisScale = AxisScale.LINEAR) -> AxisView:
    return AxisView(scale, low, high, zero, (TickView(zero, "0"),), "less", "more", "no difference", ())


def drawing(*effects: Effect) -> ForestView:
    view = made_up(finding(*effects)).present()
    assert isinstance(view, CardView)
    return view.other.against[0].drawings[0]


def plot(
    qtbot: QtBot, theme: LiveTheme, view: ForestView, width: int = 900, scheme: Scheme = Scheme.LIGHT
) -> ForestPlot:
    theme.choose(ThemeChoice(scheme, theme.tokens.text_factor, Motion.REDUCED))
    shown = ForestPlot(theme, view)
    qtbot.addWidget(shown)
    resize(shown, width)
    return shown


def resize(shown: ForestPlot, width: int) -> None:
    shown.resize(width, shown.heightForWidth(width))
    shown.show()
    QApplication.processEvents()


def painted(shown: ForestPlot, theme: LiveTheme) -> QImage:
    """The marks alone, without labels, on the ground of a card."""
    image = QImage(shown.size(), QImage.Format.Format_RGB32)
    image.fill(QColor(theme.colours.raised))
    shown.render(image, QPoint(), QRegion(), QWidget.RenderFlag.IgnoreMask)
    return image


def like(image: QImage, x: int, y: int, colour: str) -> bool:
    seen, wanted = image.pixelColor(x, y), QColor(colour)
    return all(
        abs(a - b) <= 24
        for a, b in (
            (seen.red(), wanted.red()),
            (seen.green(), wanted.green()),
            (seen.blue(), wanted.blue()),
        )
    )


def columns_of(image: QImage, colour: str, strip: QRectF, y: float) -> list[int]:
    """Where a colour is met on one line through a strip."""
    return [x for x in range(int(strip.left()), int(strip.right())) if like(image, x, round(y), colour)]


# --- From a value to a pixel


@pytest.mark.parametrize("reading", Reading)
@pytest.mark.parametrize(
    ("scale", "low", "high", "zero"),
    [
        (AxisScale.LINEAR, -2.5, 1.0, 0.0),
        (AxisScale.LINEAR, -8.0, 4.0, 0.0),
        (AxisScale.RATIO, 0.5, 2.0, 1.0),
    ],
)
def test_the_axis_runs_one_way_from_end_to_end(
    scale: AxisScale, low: float, high: float, zero: float, reading: Reading
) -> None:
    mapped = AxisMap(axis(low, high, zero, scale), 40.0, 500.0, reading)
    places = [mapped.x_px(low + (high - low) * step / 200) for step in range(201)]
    steps = [after - before for before, after in itertools.pairwise(places)]
    assert all(step > 0 for step in steps) or all(step < 0 for step in steps)
    ends = (40.0, 540.0) if reading is Reading.LEFT_TO_RIGHT else (540.0, 40.0)
    assert (places[0], places[-1]) == pytest.approx(ends)
    assert mapped.zero_px == mapped.x_px(zero)


def test_the_side_of_pressing_comes_first_in_reading_direction() -> None:
    for reading, before in ((Reading.LEFT_TO_RIGHT, True), (Reading.RIGHT_TO_LEFT, False)):
        mapped = AxisMap(axis(-2.0, 1.0, 0.0), 0.0, 300.0, reading)
        assert (mapped.x_px(-1.0) < mapped.zero_px) is before


def test_half_and_twice_as_often_are_equally_far_from_no_difference() -> None:
    mapped = AxisMap(axis(0.25, 4.0, 1.0, AxisScale.RATIO), 0.0, 400.0)
    assert mapped.zero_px - mapped.x_px(0.5) == pytest.approx(mapped.x_px(2.0) - mapped.zero_px)


# --- Labels and ticks


@pytest.mark.parametrize("middles", [(300.0, 300.0), (300.0, 280.0, 310.0), (0.0, 10.0), (395.0, 400.0)])
def test_labels_below_never_touch_and_stay_inside(middles: tuple[float, ...]) -> None:
    spots = place_labels(tuple((middle, 150.0) for middle in middles), 0.0, 400.0, 16.0)
    for spot in spots:
        assert 0.0 <= spot.left_px <= 250.0
    for one, other in itertools.combinations(spots, 2):
        assert one.row != other.row or abs(one.left_px - other.left_px) >= 150.0 + 16.0


def test_labels_that_have_room_share_a_row() -> None:
    spots = place_labels(((100.0, 80.0), (300.0, 80.0)), 0.0, 400.0, 16.0)
    assert [spot.row for spot in spots] == [0, 0]
    assert [spot.left_px for spot in spots] == [60.0, 260.0]


@pytest.mark.parametrize("pitch", [8.0, 20.0, 40.0, 90.0])
def test_ticks_are_thinned_but_no_difference_keeps_its_number(pitch: float) -> None:
    places = [pitch * number for number in range(9)]
    shown = shown_ticks(places, [30.0] * 9, 6, 12.0)
    assert 6 in shown
    assert all(places[b] - places[a] >= 42.0 for a, b in itertools.pairwise(shown))
    assert (len(shown) == 9) is (pitch >= 42.0)


# --- What is painted


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST])
@pytest.mark.parametrize("width", [360, 560, 900, 1300])
def test_a_range_is_painted_from_its_low_to_its_high_end(
    qtbot: QtBot, theme: LiveTheme, width: int, scheme: Scheme
) -> None:
    alone = replace(TO_USUAL, matters=None, matters_source=None)
    shown = plot(qtbot, theme, drawing(alone), width, scheme)
    strip, mapped = shown.strip_px(0), shown.axis_map
    inked = columns_of(painted(shown, theme), theme.colours.accent, strip, strip.center().y())
    assert TO_USUAL.low is not None
    assert TO_USUAL.high is not None
    assert min(inked) == pytest.approx(mapped.x_px(TO_USUAL.low), abs=NEAR + 1)
    assert max(inked) == pytest.approx(mapped.x_px(TO_USUAL.high), abs=NEAR + 1)


def test_a_dot_is_filled_with_a_range_and_hollow_without(qtbot: QtBot, theme: LiveTheme) -> None:
    shown = plot(qtbot, theme, drawing(TO_USUAL, NO_RANGE))
    image, mapped = painted(shown, theme), shown.axis_map
    filled = (round(mapped.x_px(TO_USUAL.value)), round(shown.strip_px(0).center().y()))
    hollow = (round(mapped.x_px(NO_RANGE.value)), round(shown.strip_px(1).center().y()))
    assert like(image, *filled, theme.colours.accent)
    assert like(image, *hollow, theme.colours.raised)
    inked = columns_of(image, theme.colours.accent, shown.strip_px(1), hollow[1])
    assert 8 <= max(inked) - min(inked) <= 14, "a ring of the size of a dot, and no line through it"


@pytest.mark.parametrize("width", [360, 900])
def test_the_upright_lines_stand_where_their_numbers_are(qtbot: QtBot, theme: LiveTheme, width: int) -> None:
    shown = plot(qtbot, theme, drawing(TO_USUAL), width)
    image, strip, mapped = painted(shown, theme), shown.strip_px(0), shown.axis_map
    top = strip.top() + 2
    zero = columns_of(image, theme.colours.ink2, strip, top)
    assert zero
    assert all(abs(x - mapped.zero_px) <= NEAR for x in zero)
    (mark,) = shown.view.axis.marks
    x = round(mapped.x_px(mark.at) - 0.5)
    rows = [like(image, x, y, theme.colours.slate_ink) for y in range(int(strip.top()), int(strip.bottom()))]
    assert any(rows), "the dashed line stands at what matters"
    assert not all(rows), "and it is dashed, so that it is told from no difference without colour"


def test_a_ratio_is_painted_on_its_own_scale(qtbot: QtBot, theme: LiveTheme) -> None:
    shown = plot(qtbot, theme, drawing(RATIO))
    strip, mapped = shown.strip_px(0), shown.axis_map
    inked = columns_of(painted(shown, theme), theme.colours.accent, strip, strip.center().y())
    assert [min(inked), max(inked)] == [
        pytest.approx(mapped.x_px(0.6), abs=NEAR + 1),
        pytest.approx(mapped.x_px(0.77), abs=NEAR + 1),
    ]
    assert max(inked) < mapped.zero_px


def test_from_right_to_left_everything_is_mirrored(qtbot: QtBot, theme: LiveTheme) -> None:
    shown = plot(qtbot, theme, drawing(TO_USUAL))
    shown.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    resize(shown, 901)
    strip, mapped = shown.strip_px(0), shown.axis_map
    inked = columns_of(painted(shown, theme), theme.colours.accent, strip, strip.center().y())
    assert TO_USUAL.low is not None
    assert min(inked) > mapped.zero_px
    assert max(inked) == pytest.approx(mapped.x_px(TO_USUAL.low), abs=NEAR + 1)


# --- Words


def boxes(shown: ForestPlot) -> list[tuple[str, QRect]]:
    """Where the words stand, in the drawing."""
    return [
        (label.text(), QRect(label.mapTo(shown, QPoint()), label.size()))
        for label in shown.findChildren(Label)
        if label.text()
    ]


def every_drawing() -> list[ForestView]:
    found = []
    for protocol in shelf().protocols:
        view = EvidencePresenter(real_content(), ToEvidence(complaint=protocol.complaint)).present()
        assert isinstance(view, CardView)
        for block in (view.dummy, view.other):
            found += [drawn for against in block.against for drawn in against.drawings]
    return found


@pytest.mark.slow
@pytest.mark.parametrize("factor", [1.0, 2.0])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_no_words_lie_on_each_other_or_are_cut(
    qtbot: QtBot, theme: LiveTheme, factor: float, direction: Qt.LayoutDirection
) -> None:
    theme.choose(ThemeChoice(Scheme.LIGHT, factor, Motion.REDUCED))
    crowded = replace(TO_USUAL, value=-1.9, low=-2.4, high=-1.4, matters=0.1)
    for view in (*every_drawing(), drawing(TO_USUAL, NO_RANGE), drawing(crowded)):
        shown = plot(qtbot, theme, view)
        shown.setLayoutDirection(direction)
        for width in (500, 760, 1100):
            resize(shown, width)
            placed = boxes(shown)
            for (words, one), (other_words, other) in itertools.combinations(placed, 2):
                assert not one.intersects(other), (words, other_words, width)
            for words, box in placed:
                assert QRect(QPoint(), shown.size()).contains(box), (words, width)
            for label in shown.findChildren(Label):
                assert label.height() >= label.heightForWidth(label.width()), label.text()
                assert label.width() >= label.minimumSizeHint().width(), label.text()
        shown.hide()


def test_no_words_lie_on_the_strips(qtbot: QtBot, theme: LiveTheme) -> None:
    shown = plot(qtbot, theme, drawing(TO_USUAL, NO_RANGE))
    for width in (420, 900):
        resize(shown, width)
        for words, box in boxes(shown):
            assert not any(QRectF(box).intersects(shown.strip_px(row)) for row in (0, 1)), words


def test_the_drawing_says_its_rows_and_directions(qtbot: QtBot, theme: LiveTheme) -> None:
    shown = plot(qtbot, theme, drawing(TO_USUAL, NO_RANGE))
    said = " ".join(label.text() for label in shown.findChildren(Label))
    for words in (
        "less pain with pressing",
        "more pain with pressing",
        "no difference",
        "95\u00a0% range 0.10 to 0.97",
    ):
        assert words in said
    assert "no range in what we read" in said
    assert (
        shown.accessibleName()
        == "Gap to usual care, lessons, waiting or nothing. Points on a 0-10 pain scale."
    )
