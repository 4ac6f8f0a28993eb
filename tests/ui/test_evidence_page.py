from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from acupress_desktop.domain.ids import ComplaintId, PointCode
from acupress_desktop.presenters.destinations import Back, ToAtlas, ToEvidence
from acupress_desktop.presenters.evidence import EvidencePresenter
from acupress_desktop.ui.evidence.blocks import BlockPanel
from acupress_desktop.ui.evidence.forest import ForestPlot
from acupress_desktop.ui.evidence.parts import FindingRow, GapTable, SetRow, TraditionPart
from acupress_desktop.ui.evidence.screen import EvidenceScreen
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice
from acupress_desktop.ui.theme.tokens import Motion, Scheme
from tests.presenters.evidence_books import KNEE, PC6, TO_DUMMY, TO_USUAL, finding, made_up, real_content
from tests.ui.pages import bears_every_size, button, cut_texts, focused_by_tab, keyboard, labels, settle

ALL = ToEvidence()
ON_KNEE = ToEvidence(complaint=KNEE)
ON_PC6 = ToEvidence(point=PC6)


def shown(qtbot: QtBot, theme: LiveTheme, presenter: EvidencePresenter) -> EvidenceScreen:
    theme.choose(ThemeChoice(Scheme.LIGHT, 1.0, Motion.REDUCED))
    screen = EvidenceScreen(presenter, theme)
    qtbot.addWidget(screen)
    settle(screen)
    return screen


def page(qtbot: QtBot, theme: LiveTheme, going: ToEvidence) -> EvidenceScreen:
    return shown(qtbot, theme, EvidencePresenter(real_content(), going))


def went(screen: EvidenceScreen, words: str) -> object:
    spy = QSignalSpy(screen.leave)
    button(screen, words).click()
    assert spy.count() == 1
    return spy.at(0)[0]


@pytest.mark.parametrize("going", [ALL, ON_KNEE, ON_PC6], ids=["all", "set", "point"])
def test_the_page_bears_every_window_and_text_size(qtbot: QtBot, theme: LiveTheme, going: ToEvidence) -> None:
    assert bears_every_size(page(qtbot, theme, going), theme) == []


def test_the_first_page_leads_to_every_set(qtbot: QtBot, theme: LiveTheme) -> None:
    screen = page(qtbot, theme, ALL)
    rows = screen.findChildren(SetRow)
    assert len(rows) == len(real_content().protocols)
    assert went(screen, "Period cramps") == ToEvidence(complaint=ComplaintId("period_cramps"))
    knee = next(row for row in rows if row.accessibleName() == "Achy knee")
    assert knee.accessibleDescription().startswith("Certainty: low.")


def test_a_set_leads_to_its_points_and_back(qtbot: QtBot, theme: LiveTheme) -> None:
    screen = page(qtbot, theme, ON_KNEE)
    assert went(screen, "ST36, ") == ToEvidence(point=PointCode("ST36"))
    assert went(screen, "Back") == Back()
    assert went(screen, "All evidence") == ToEvidence()


def test_a_point_leads_to_the_atlas_and_to_its_sets(qtbot: QtBot, theme: LiveTheme) -> None:
    screen = page(qtbot, theme, ON_PC6)
    assert went(screen, "Show the point in the atlas") == ToAtlas(PC6)
    assert went(screen, "Queasy") == ToEvidence(complaint=ComplaintId("queasy"))


def test_dummy_points_and_usual_care_are_two_blocks_that_do_not_touch(qtbot: QtBot, theme: LiveTheme) -> None:
    presenter = made_up(finding(TO_DUMMY, sham_controlled=True), finding(TO_USUAL))
    screen = shown(qtbot, theme, presenter)
    dummy, other = screen.findChildren(BlockPanel)
    assert dummy.accessibleName() == "Against dummy points"
    assert other.accessibleName() == "Without dummy points"
    below = other.mapTo(screen, QPoint()).y() - dummy.mapTo(screen, QPoint(0, dummy.height())).y()
    assert below >= 24
    assert [plot.view.rows[0].at for plot in dummy.findChildren(ForestPlot)] == [TO_DUMMY.value]
    assert [plot.view.rows[0].at for plot in other.findChildren(ForestPlot)] == [TO_USUAL.value]


def test_drawings_of_one_kind_stand_below_each_other_to_the_pixel(qtbot: QtBot, theme: LiveTheme) -> None:
    presenter = made_up(finding(TO_DUMMY, sham_controlled=True), finding(TO_USUAL))
    screen = shown(qtbot, theme, presenter)
    for width in (880, 1280, 1920):
        settle(screen, width)
        zeros = [
            plot.mapTo(screen, QPoint(round(plot.axis_map.zero_px), 0)).x()
            for plot in screen.findChildren(ForestPlot)
        ]
        assert len(zeros) == 2
        assert len(set(zeros)) == 1, width


def test_tradition_lies_on_other_ground_than_what_was_tested(qtbot: QtBot, theme: LiveTheme) -> None:
    screen = page(qtbot, theme, ON_KNEE)
    (told,) = screen.findChildren(TraditionPart)
    assert labels(told)[0].text() == "What tradition says — not tested here"
    grounds = []
    for part in (told, screen.findChildren(BlockPanel)[0]):
        picture = part.grab().toImage()
        grounds.append(picture.pixelColor(picture.width() // 2, picture.height() - 14).name())
    assert grounds == [QColor(theme.colours.sunk).name(), QColor(theme.colours.raised).name()]
    for panel in screen.findChildren(BlockPanel):
        assert not any("radition" in label.text() for label in labels(panel))


def test_the_drawings_have_a_table_as_twin(qtbot: QtBot, theme: LiveTheme) -> None:
    screen = shown(qtbot, theme, made_up(finding(TO_DUMMY, TO_USUAL, sham_controlled=True)))
    assert all(plot.isVisible() for plot in screen.findChildren(ForestPlot))
    button(screen, "Table").click()
    settle(screen)
    assert not any(plot.isVisible() for plot in screen.findChildren(ForestPlot))
    tables = [table for table in screen.findChildren(GapTable) if table.isVisible()]
    assert [table.accessibleName() for table in tables] == ["Against dummy points", "Without dummy points"]
    cells = [item.text() for table in tables if (item := table.item(0, 2)) is not None]
    assert cells[1] == "0.54 points less pain; 95\u00a0% range 0.10 to 0.97"
    button(screen, "Drawing").click()
    settle(screen)
    assert all(plot.isVisible() for plot in screen.findChildren(ForestPlot))


@pytest.mark.slow
@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_the_table_is_shown_whole(qtbot: QtBot, theme: LiveTheme, factor: float) -> None:
    screen = page(qtbot, theme, ON_KNEE)
    button(screen, "Table").click()
    theme.choose(ThemeChoice(Scheme.LIGHT, factor, Motion.REDUCED))
    for width in (880, 1280, 1920):
        settle(screen, width)
        for table in screen.findChildren(GapTable):
            if table.isVisible():
                assert table.height() >= table.natural_height_px()
                assert sum(table.columnWidth(each) for each in range(4)) <= table.viewport().width()
                for row in range(table.rowCount()):
                    assert table.rowHeight(row) >= max(table.needed_px(row), table.sizeHintForRow(row))


def test_the_keyboard_reaches_everything_and_scrolls(qtbot: QtBot, theme: LiveTheme) -> None:
    screen = page(qtbot, theme, ON_KNEE)
    settle(screen, 960, 640)
    screen.setFocus()
    assert keyboard().accessibleName() == "Back"
    (area,) = screen.findChildren(QScrollArea)
    QTest.keyClick(keyboard(), Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 300
    names = [widget.accessibleName() for widget in focused_by_tab(screen, 12)]
    for wanted in ("All evidence", "Drawing", "ST36, Leg Three Li"):
        assert any(name.startswith(wanted) for name in names), names


def test_the_first_page_begins_with_its_list(qtbot: QtBot, theme: LiveTheme) -> None:
    screen = page(qtbot, theme, ALL)
    screen.setFocus()
    assert keyboard().accessibleName() == "Neck and shoulders"
    QTest.keyClick(keyboard(), Qt.Key.Key_PageDown)
    (area,) = screen.findChildren(QScrollArea)
    assert area.verticalScrollBar().value() > 300


def test_a_set_opens_by_the_keyboard(qtbot: QtBot, theme: LiveTheme) -> None:
    screen = page(qtbot, theme, ALL)
    spy = QSignalSpy(screen.leave)
    screen.setFocus()
    QTest.keyClick(keyboard(), Qt.Key.Key_Space)
    assert [spy.at(number)[0] for number in range(spy.count())] == [
        ToEvidence(complaint=ComplaintId("neck_shoulder"))
    ]


def test_every_study_is_one_thing_to_a_screen_reader(qtbot: QtBot, theme: LiveTheme) -> None:
    screen = page(qtbot, theme, ON_KNEE)
    said = [row.accessibleName() for row in screen.findChildren(FindingRow)]
    assert len(said) == len(real_content().book.about(KNEE))
    for words in said:
        assert "compared with: " in words
        assert "ertainty: " in words or "Not graded" in words
        assert ", checked " in words


def test_from_right_to_left_nothing_is_cut(qtbot: QtBot, theme: LiveTheme) -> None:
    screen = page(qtbot, theme, ON_KNEE)
    screen.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for width in (880, 1920):
        settle(screen, width)
        assert cut_texts(screen) == []
