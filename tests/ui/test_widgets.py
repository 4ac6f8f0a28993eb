"""The design system's controls do what they say, by hand, by key and by ear."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from acupress_desktop.domain.sides import Side
from acupress_desktop.ui.bridge.deadlines import HandDeadline
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice
from acupress_desktop.ui.theme.measures import SESSION_TARGET_MIN_PX, TARGET_MIN_PX, TEN_KEY_MS, TOAST_MS
from acupress_desktop.ui.theme.tokens import Scheme
from acupress_desktop.ui.widgets.badges import SideBadge
from acupress_desktop.ui.widgets.buttons import Button, ButtonExtras, ButtonKind, ButtonSize, IconButton
from acupress_desktop.ui.widgets.cards import Figure, ListRow
from acupress_desktop.ui.widgets.checks import AnswerButton, CheckBox, CheckRow, Chip
from acupress_desktop.ui.widgets.choices import Option, Rating, ScaleZeroToTen, Segmented
from acupress_desktop.ui.widgets.fields import NoteField, TextField
from acupress_desktop.ui.widgets.focus_ring import FocusRing
from acupress_desktop.ui.widgets.layouts import FlowLayout
from acupress_desktop.ui.widgets.overlays import Dialog, DialogEnd, Toast
from acupress_desktop.ui.widgets.pressure_scale import PressureScale
from acupress_desktop.ui.widgets.progress import ProgressBars, StepProgress, StepsView
from acupress_desktop.ui.widgets.sparkline import Sparkline, SparklineView
from acupress_desktop.ui.widgets.top_bar import Place, TopBar, TopBarWords


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 820)
    return window


def _shown(window: QWidget, widget: QWidget) -> None:
    layout = window.layout() or QVBoxLayout(window)
    layout.addWidget(widget)
    window.show()
    window.activateWindow()
    QApplication.processEvents()


def _scale(theme: LiveTheme, window: QWidget) -> tuple[ScaleZeroToTen, HandDeadline, list[Rating]]:
    deadline = HandDeadline()
    scale = ScaleZeroToTen(theme, "Pain", "none", "worst", deadline)
    heard: list[Rating] = []
    scale.rated.connect(heard.append)
    _shown(window, scale)
    return scale, deadline, heard


def test_nothing_is_preselected_on_the_scale(theme: LiveTheme, window: QWidget) -> None:
    scale, _deadline, heard = _scale(theme, window)
    assert scale.value is None
    assert heard == []


@pytest.mark.parametrize("digit", [0, 2, 9])
def test_a_digit_rates_at_once(theme: LiveTheme, window: QWidget, digit: int) -> None:
    scale, _deadline, heard = _scale(theme, window)
    scale.cell(5).setFocus()
    QTest.keyClicks(scale.cell(5), str(digit))
    assert heard == [Rating(digit)]
    assert scale.value == digit


def test_one_then_nought_in_time_is_ten_and_only_ten(theme: LiveTheme, window: QWidget) -> None:
    scale, deadline, heard = _scale(theme, window)
    scale.cell(0).setFocus()
    QTest.keyClicks(scale.cell(0), "1")
    assert heard == []
    deadline.pass_time(TEN_KEY_MS - 1)
    QTest.keyClicks(scale.cell(1), "0")
    assert heard == [Rating(10)]
    assert not deadline.running


def test_one_then_nought_too_late_is_one_and_then_nought(theme: LiveTheme, window: QWidget) -> None:
    scale, deadline, heard = _scale(theme, window)
    scale.cell(0).setFocus()
    QTest.keyClicks(scale.cell(0), "1")
    deadline.pass_time(TEN_KEY_MS)
    assert heard == [Rating(1)]
    QTest.keyClicks(scale.cell(1), "0")
    assert heard == [Rating(1), Rating(0)]


def test_one_then_another_digit_reports_both(theme: LiveTheme, window: QWidget) -> None:
    scale, _deadline, heard = _scale(theme, window)
    scale.cell(0).setFocus()
    QTest.keyClicks(scale.cell(0), "1")
    QTest.keyClicks(scale.cell(1), "7")
    assert heard == [Rating(1), Rating(7)]


def test_a_rating_waiting_for_its_nought_is_not_lost_when_the_page_goes(
    theme: LiveTheme, window: QWidget
) -> None:
    scale, deadline, heard = _scale(theme, window)
    scale.cell(0).setFocus()
    QTest.keyClicks(scale.cell(0), "1")
    window.hide()
    assert heard == [Rating(1)]
    assert not deadline.running


def test_the_scale_is_pressed_by_hand_and_moved_by_arrows(theme: LiveTheme, window: QWidget) -> None:
    scale, _deadline, heard = _scale(theme, window)
    QTest.mouseClick(scale.cell(4), Qt.MouseButton.LeftButton)
    scale.cell(4).setFocus()
    QTest.keyClick(scale.cell(4), Qt.Key.Key_Right)
    assert [rating.value for rating in heard] == [4, 5]


def test_showing_a_value_reports_nothing(theme: LiveTheme, window: QWidget) -> None:
    scale, _deadline, heard = _scale(theme, window)
    scale.show_value(3)
    scale.show_value(None)
    assert scale.value is None
    assert heard == []
    with pytest.raises(ValueError, match="0 to 10"):
        scale.show_value(11)


def test_each_cell_speaks(theme: LiveTheme, window: QWidget) -> None:
    scale, _deadline, _heard = _scale(theme, window)
    spoken = QAccessible.queryAccessibleInterface(scale.cell(10))
    assert spoken.text(QAccessible.Text.Name) == "10, worst"
    assert spoken.text(QAccessible.Text.Description) == "Pain"
    assert spoken.role() == QAccessible.Role.RadioButton


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_cells_stay_large_enough_in_a_narrow_window(theme: LiveTheme, window: QWidget, factor: float) -> None:
    theme.choose(ThemeChoice(text_factor=factor))
    window.resize(560, 400)
    scale, _deadline, _heard = _scale(theme, window)
    assert all(scale.cell(value).width() >= TARGET_MIN_PX for value in range(11))
    assert all(scale.cell(value).height() >= TARGET_MIN_PX for value in range(11))


def test_segments_report_their_key_and_arrows_move(theme: LiveTheme, window: QWidget) -> None:
    options = (Option("front", "Front"), Option("back", "Back"), Option("left", "Left"))
    control = Segmented(theme, "View", options)
    heard: list[object] = []
    control.chosen.connect(heard.append)
    _shown(window, control)
    assert control.key is None
    control.show_key("front")
    assert heard == []
    cells = control.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    cells[0].setFocus()
    QTest.keyClick(cells[0], Qt.Key.Key_Right)
    assert heard == ["back"]
    QTest.mouseClick(cells[2], Qt.MouseButton.LeftButton, pos=QPoint(cells[2].width() - 2, 2))
    assert heard == ["back", "left"]
    assert control.key == "left"


def test_a_button_takes_no_focus_by_a_click(theme: LiveTheme, window: QWidget) -> None:
    button = Button(theme, "Pause", ButtonKind.PRIMARY, ButtonSize.SESSION)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("pressed"))
    _shown(window, button)
    window.setFocus()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(pressed) == 1
    assert not button.hasFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert len(pressed) == 2


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", ButtonSize)
def test_buttons_never_shrink_below_their_size(theme: LiveTheme, size: ButtonSize, factor: float) -> None:
    theme.choose(ThemeChoice(text_factor=factor))
    button = Button(theme, "15 s longer", size=size, extras=ButtonExtras(Icon.LONGER))
    assert button.sizeHint().height() >= size.value
    assert button.minimumSizeHint().height() >= size.value
    if size is ButtonSize.SESSION:
        assert button.sizeHint().height() >= SESSION_TARGET_MIN_PX
    button.deleteLater()


def test_words_make_a_button_wider_and_are_its_name(theme: LiveTheme) -> None:
    button = Button(theme, "Go")
    narrow = button.sizeHint().width()
    button.show_words("Go on & on", "to the end")
    assert button.sizeHint().width() > narrow
    assert button.accessibleName() == "Go on & on"
    assert button.accessibleDescription() == "to the end"
    assert button.shortcut().isEmpty()
    button.deleteLater()


def test_an_icon_button_is_named(theme: LiveTheme) -> None:
    button = IconButton(theme, "Settings", Icon.SETTINGS)
    assert button.accessibleName() == button.toolTip() == "Settings"
    assert min(button.sizeHint().width(), button.sizeHint().height()) >= TARGET_MIN_PX
    button.deleteLater()


def test_answers_answer_to_their_letter(theme: LiveTheme, window: QWidget, qtbot: QtBot) -> None:
    answers = [
        AnswerButton(theme, words, key) for words, key in (("No", "N"), ("Yes", "Y"), ("Not sure", "?"))
    ]
    heard: list[str] = []
    for answer in answers:
        answer.clicked.connect(lambda _on=False, words=answer.words: heard.append(words))
        _shown(window, answer)
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: heard == ["Yes"])
    assert len({answer.height() for answer in answers}) == 1


def test_chips_and_rows_are_check_boxes(theme: LiveTheme, window: QWidget) -> None:
    for ticked in (Chip(theme, "Neck"), CheckRow(theme, "Left hand")):
        _shown(window, ticked)
        spoken = QAccessible.queryAccessibleInterface(ticked)
        assert spoken.role() == QAccessible.Role.CheckBox
        QTest.mouseClick(ticked, Qt.MouseButton.LeftButton, pos=QPoint(ticked.width() - 3, 5))
        assert ticked.isChecked()
        assert ticked.sizeHint().height() >= TARGET_MIN_PX


def test_a_note_stays_plain_and_bounded(theme: LiveTheme, window: QWidget) -> None:
    note = NoteField(theme, "Note", characters_max=10)
    _shown(window, note)
    QApplication.clipboard().setText("0123456789abcdef")
    note.paste()
    assert note.note == "0123456789"
    note.show_note("<b>x</b>")
    assert note.note == "<b>x</b>"
    field = TextField(theme, "Name", characters_max=5)
    field.setText("abcdefgh")
    assert field.text() == "abcde"
    field.deleteLater()


def test_a_row_wraps_and_mirrors(theme: LiveTheme, window: QWidget) -> None:
    holder = QWidget()
    flow = FlowLayout(holder, gap_px=8, row_gap_px=12)
    chips = [Chip(theme, f"Place number {number}") for number in range(6)]
    for chip in chips:
        flow.addWidget(chip)
    _shown(window, holder)
    holder.setFixedWidth(400)
    QApplication.processEvents()
    tops = sorted({chip.y() for chip in chips})
    assert len(tops) >= 2
    assert all(chip.geometry().right() < 400 for chip in chips)
    boxes = [chip.geometry() for chip in chips]
    assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
    first = chips[0].geometry()
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert chips[0].geometry().right() == 400 - 1 - first.left()


def _bar(theme: LiveTheme, window: QWidget) -> TopBar:
    places = tuple(Place(word.lower(), word) for word in ("Today", "Atlas", "Journal", "Trend"))
    bar = TopBar(theme, TopBarWords("Acupress", "Menu", "Settings", "Emergency"), places)
    bar.setParent(window)
    bar.resize(1280, bar.sizeHint().height())
    bar.show()
    window.show()
    QApplication.processEvents()
    return bar


def test_the_mast_goes_places_and_shows_the_number(theme: LiveTheme, window: QWidget) -> None:
    bar = _bar(theme, window)
    heard: list[object] = []
    bar.went.connect(heard.append)
    bar.show_place("today")
    bar.show_emergency("112")
    buttons = {button.accessibleName(): button for button in bar.findChildren(QWidget)}
    QTest.mouseClick(buttons["Trend"], Qt.MouseButton.LeftButton)
    assert heard == ["trend"]
    today, trend = buttons["Today"], buttons["Trend"]
    assert isinstance(today, QAbstractButton)
    assert isinstance(trend, QAbstractButton)
    assert today.isChecked(), "the underline follows the window, which has not moved yet"
    assert not trend.isChecked()
    assert trend.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert buttons["Emergency 112"].isVisible()
    bar.show_emergency("")
    assert not buttons["Emergency 112"].isVisible()


@pytest.mark.parametrize("width", [880, 960, 1280, 1920])
@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
def test_nothing_in_the_mast_overlaps(theme: LiveTheme, window: QWidget, width: int, factor: float) -> None:
    bar = _bar(theme, window)
    bar.show_emergency("112")
    theme.choose(ThemeChoice(text_factor=factor))
    bar.resize(width, bar.sizeHint().height())
    bar.resize(width, bar.sizeHint().height())
    children = bar.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    boxes = [child.geometry() for child in children if child.isVisible() and not child.isWindow()]
    assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
    assert all(box.left() >= 0 and box.right() < width for box in boxes)


def test_large_text_folds_the_places_into_a_menu(theme: LiveTheme, window: QWidget) -> None:
    bar = _bar(theme, window)
    names = {button.accessibleName(): button for button in bar.findChildren(QWidget)}
    assert not names["Menu"].isVisible()
    theme.choose(ThemeChoice(text_factor=2.0))
    assert names["Menu"].isVisible()
    assert not names["Today"].isVisible()


def _hidden(ring: FocusRing) -> bool:
    return ring.box is None


def test_the_ring_goes_round_what_the_keyboard_is_on(
    theme: LiveTheme, window: QWidget, qapp: QApplication
) -> None:
    ring = FocusRing(qapp, theme)
    one, two = Button(theme, "One"), Button(theme, "Two")
    _shown(window, one)
    _shown(window, two)
    one.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.box is not None
    assert ring.box.contains(one.geometry())
    two.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.box is not None
    assert ring.box.adjusted(5, 5, -5, -5) == two.geometry()
    window.hide()
    assert _hidden(ring)
    ring.deleteLater()


def test_the_ring_survives_the_window_it_was_in(
    theme: LiveTheme, window: QWidget, qapp: QApplication, qtbot: QtBot
) -> None:
    ring = FocusRing(qapp, theme)
    gone = QWidget()
    button = Button(theme, "One", parent=gone)
    gone.show()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    gone.close()
    gone.deleteLater()
    QApplication.sendPostedEvents(gone, 0)
    QApplication.processEvents()
    other = Button(theme, "Two")
    _shown(window, other)
    other.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.box is not None
    ring.deleteLater()


def test_a_dialog_keeps_the_keyboard_and_gives_it_back(theme: LiveTheme, window: QWidget) -> None:
    below = Button(theme, "Below")
    _shown(window, below)
    below.setFocus(Qt.FocusReason.TabFocusReason)
    sheet = Dialog(theme, window, "Check in", "Close")
    ends: list[object] = []
    sheet.ended.connect(ends.append)
    save = Button(theme, "Save")
    sheet.foot.addWidget(save)
    sheet.open_over(save)
    assert save.hasFocus()
    for _step in range(5):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert sheet.isAncestorOf(window.focusWidget())
    QTest.keyClick(save, Qt.Key.Key_Escape)
    assert ends == [DialogEnd.DISMISSED]
    assert below.hasFocus()


def test_a_dialog_lets_no_click_through_and_fits_its_window(theme: LiveTheme, window: QWidget) -> None:
    sheet = Dialog(theme, window, "Check in", "Close")
    window.show()
    sheet.open_over()
    window.resize(640, 480)
    QApplication.processEvents()
    assert window.rect().contains(sheet.sheet_box())
    assert window.childAt(2, 2) is sheet
    sheet.finish()


def _runs(deadline: HandDeadline) -> bool:
    return deadline.running


def test_a_toast_leaves_after_six_seconds_unless_looked_at(
    theme: LiveTheme, window: QWidget, qtbot: QtBot
) -> None:
    deadline = HandDeadline()
    toast = Toast(theme, window, deadline)
    left: list[str] = []
    toast.gone.connect(lambda: left.append("gone"))
    toast.undone.connect(lambda: left.append("undone"))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.mouseMove(window, QPoint(window.width() - 4, 4))
    toast.show_message("Entry deleted.", "Undo")
    deadline.pass_time(TOAST_MS - 1)
    assert left == []
    undo = next(child for child in toast.findChildren(Button))
    undo.setFocus(Qt.FocusReason.TabFocusReason)
    assert not deadline.running
    window.setFocus()
    assert _runs(deadline)
    deadline.pass_time(TOAST_MS)
    assert left == ["gone"]
    toast.show_message("Entry deleted.", "Undo")
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert left == ["gone", "undone"]
    assert not _runs(deadline)
    assert not toast.isVisible()


def test_progress_says_what_it_shows(theme: LiveTheme) -> None:
    bars = ProgressBars(theme)
    bars.show_progress(2, 6, "Question 2 of 6")
    steps = StepProgress(theme)
    steps.show_steps(StepsView(((1.0, 0.0),), "Step 2 of 2"))
    ruler = PressureScale(theme, "resting touch", "hardest")
    ruler.show_target(5, "Felt pressure 5 of 10")
    spark = Sparkline(theme)
    spark.show_days(SparklineView((1.0, None), (), "a", "b", "", "two days"))
    figure = Figure(theme)
    figure.show_figure("38", "38 seconds left")
    badge = SideBadge(theme, Side.LEFT, "Your left")
    row = ListRow(theme, "Inner Pass", "PC6", "Nèiguān")
    names = [one.accessibleName() for one in (bars, steps, ruler, spark, figure, badge, row)]
    assert names == [
        "Question 2 of 6",
        "Step 2 of 2",
        "Felt pressure 5 of 10",
        "two days",
        "38 seconds left",
        "Your left",
        "Inner Pass",
    ]
    for one in (bars, steps, ruler, spark, figure, badge, row):
        one.resize(one.sizeHint())
        one.grab()
        one.deleteLater()


def test_a_day_without_an_entry_is_a_gap_and_not_a_nought(theme: LiveTheme) -> None:
    def dark_pixels(values: tuple[float | None, ...]) -> int:
        spark = Sparkline(theme)
        spark.resize(504, 112)
        spark.show_days(SparklineView(values, (), "", "", "", ""))
        image = spark.grab().toImage()
        spark.deleteLater()
        return sum(
            image.pixelColor(x, y).lightness() < 110
            for x in range(image.width())
            for y in range(image.height())
        )

    none, gap, nought = (
        dark_pixels(values) for values in ((None,) * 5, (5.0, None, 5.0, 5.0, 5.0), (5.0, 0.0, 5.0, 5.0, 5.0))
    )
    assert none < gap < nought


def test_digits_do_not_move_the_page(theme: LiveTheme) -> None:
    figure = Figure(theme)
    widths = set()
    for seconds in (10, 38, 47, 59):
        figure.show_figure(str(seconds), "")
        widths.add(figure.sizeHint().width())
    assert len(widths) == 1
    figure.deleteLater()


@pytest.mark.parametrize("scheme", Scheme)
def test_every_control_paints_in_every_scheme(theme: LiveTheme, scheme: Scheme) -> None:
    theme.choose(ThemeChoice(scheme))
    for kind in ButtonKind:
        button = Button(theme, "Words", kind, extras=ButtonExtras(Icon.STOP, key="Esc"))
        button.resize(button.sizeHint())
        image = button.grab().toImage()
        seen = {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
        assert len(seen) > 4
        button.deleteLater()


def test_a_screen_reader_that_toggles_a_number_has_rated(qtbot: QtBot) -> None:
    scale = ScaleZeroToTen(LiveTheme(), "Pain now", "none", "the worst")
    qtbot.addWidget(scale)
    rated: list[object] = []
    scale.rated.connect(rated.append)
    scale.cell(5).toggle()
    scale.cell(7).click()
    scale.cell(7).click()
    scale.show_value(3)
    assert rated == [Rating(5), Rating(7), Rating(7)]


def test_a_screen_reader_that_toggles_a_segment_has_chosen(qtbot: QtBot) -> None:
    control = Segmented(LiveTheme(), "View", (Option("front", "Front"), Option("back", "Back")), "back")
    qtbot.addWidget(control)
    chosen: list[object] = []
    control.chosen.connect(chosen.append)
    front, back = control.findChildren(QRadioButton)
    front.toggle()
    back.click()
    control.show_key("front")
    assert chosen == ["front", "back"]


def _toggle_by_screen_reader(widget: QWidget) -> None:
    actions = QAccessible.queryAccessibleInterface(widget).actionInterface()
    assert "Toggle" in actions.actionNames()
    actions.doAction("Toggle")


@pytest.mark.parametrize("make", [Chip, CheckRow, CheckBox])
def test_a_sign_ticked_by_a_screen_reader_is_heard_once(
    qtbot: QtBot, theme: LiveTheme, make: type[Chip | CheckRow | CheckBox]
) -> None:
    box = make(theme, "Chest pain")
    qtbot.addWidget(box)
    box.show()
    heard: list[bool] = []

    def hear(on: bool) -> None:
        heard.append(on)

    box.clicked.connect(hear)
    _toggle_by_screen_reader(box)
    assert heard == [True]
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    assert heard == [True, False]
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert heard == [True, False, True]


def test_what_the_page_itself_ticks_is_not_heard(qtbot: QtBot, theme: LiveTheme) -> None:
    box = CheckRow(theme, "Chest pain")
    qtbot.addWidget(box)
    heard: list[bool] = []

    def hear(on: bool) -> None:
        heard.append(on)

    box.clicked.connect(hear)
    box.setChecked(True)
    box.setChecked(False)
    assert heard == []


def test_a_place_in_the_mast_toggled_by_a_screen_reader_is_gone_to(qtbot: QtBot, theme: LiveTheme) -> None:
    words = TopBarWords("Acupress", "Menu", "Settings", "Emergency")
    bar = TopBar(theme, words, (Place("today", "Today"), Place("trend", "Trend")))
    qtbot.addWidget(bar)
    bar.resize(1280, 64)
    bar.show()
    bar.show_place("today")
    went: list[object] = []
    bar.went.connect(went.append)
    (trend,) = (one for one in bar.findChildren(QPushButton) if one.accessibleName() == "Trend")
    _toggle_by_screen_reader(trend)
    assert went == ["trend"]
