"""The page of the log of unpleasant effects, and where one was after a session."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from acupress_desktop.content.album_files import read_album
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.plate_files import read_region_plates
from acupress_desktop.domain.ids import RegionId
from acupress_desktop.domain.journal import AdverseKind
from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.session_view import AdviceCardView, AdviceKind
from acupress_desktop.ui.adverse_log.screen import AdverseLogScreen
from acupress_desktop.ui.after_session.screen import AfterSessionScreen
from acupress_desktop.ui.check_in.advice_dialog import AdviceDialog
from acupress_desktop.ui.flow.body_pair import BodyPair, Pictures
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.widgets.overlays import Toast
from acupress_desktop.ui.widgets.time_fields import MomentField
from tests.presenters.stage_a import Stage, press_set, stage
from tests.presenters.test_adverse_log import kept, log_of
from tests.presenters.test_watching import after_session
from tests.ui.pages import bears_every_size, button, keyboard, labels, settle


@pytest.fixture
def set_up(tmp_path: Path) -> Iterator[Stage]:
    with stage(tmp_path / "data") as prepared:
        press_set(prepared, "P16")
        yield prepared


@pytest.fixture
def page(qtbot: QtBot, set_up: Stage, theme: LiveTheme) -> AdverseLogScreen:
    root = asset_root()
    plates = read_region_plates(root, "figure_f", set_up.files.regions)
    screen = AdverseLogScreen(log_of(set_up), theme, Pictures(read_album(root, "figure_f"), plates))
    qtbot.addWidget(screen)
    settle(screen)
    return screen


def texts(page: AdverseLogScreen) -> list[str]:
    return [label.text() for label in labels(page)]


def test_told_by_pointer_with_a_tap_on_the_body(page: AdverseLogScreen, set_up: Stage) -> None:
    assert not button(page, "Save to journal").isEnabled()
    button(page, "Bruise").click()
    place = RegionSelection(RegionId("hand-dorsum"), SiteSide.RIGHT)
    page.findChildren(BodyPair)[0].tapped.emit(place)
    QTest.mouseClick(button(page, "Save to journal"), Qt.MouseButton.LeftButton)
    (event,) = kept(set_up)
    assert (event.kind, event.region, event.side) == (AdverseKind.BRUISE, place.region, SiteSide.RIGHT)
    assert any("What to do now" in text for text in texts(page))
    assert keyboard().accessibleName() == "I have read this"


def test_told_by_the_keyboard_alone(page: AdverseLogScreen, set_up: Stage) -> None:
    button(page, "Sharp pain").setFocus()
    QTest.keyClick(keyboard(), Qt.Key.Key_Space)
    settle(page)
    site = next(
        one for one in page.findChildren(type(button(page, "Bruise"))) if "left side" in one.accessibleName()
    )
    site.setFocus()
    QTest.keyClick(keyboard(), Qt.Key.Key_Space)
    button(page, "Save to journal").setFocus()
    QTest.keyClick(keyboard(), Qt.Key.Key_Space)
    (event,) = kept(set_up)
    assert (event.kind, event.point, event.side) == (AdverseKind.SHARP_PAIN, "LI4", SiteSide.LEFT)
    QTest.keyClick(keyboard(), Qt.Key.Key_Space)
    assert not any("What to do now" in text for text in texts(page))


def test_the_figures_come_with_a_kind_that_has_a_place(page: AdverseLogScreen) -> None:
    pair = page.findChildren(BodyPair)[0]
    assert not pair.isVisible()
    button(page, "Numbness").click()
    assert pair.isVisible()
    button(page, "Dizzy").click()
    assert not pair.isVisible()


def test_a_row_is_deleted_and_undone(page: AdverseLogScreen, set_up: Stage) -> None:
    button(page, "Dizzy").click()
    button(page, "Save to journal").click()
    settle(page)
    button(page, "Delete: Dizzy").click()
    assert kept(set_up) == ()
    toast = next(one for one in page.findChildren(Toast) if one.isVisible())
    button(toast, "Undo").click()
    assert len(kept(set_up)) == 1
    settle(page)
    assert button(page, "Delete: Dizzy").isVisible()


def test_the_time_is_read_and_refused_where_it_has_not_come(page: AdverseLogScreen) -> None:
    field = page.findChildren(MomentField)[0]
    assert field.wall_clock is not None
    assert field.accessibleName() == "When was it?"
    assert field.lineEdit().width() > field.fontMetrics().horizontalAdvance(field.text())
    field.setDateTime(field.dateTime().addDays(2))
    field.editingFinished.emit()
    assert any("has not come yet" in text for text in texts(page))


@pytest.mark.slow
def test_it_bears_every_size(page: AdverseLogScreen, theme: LiveTheme) -> None:
    button(page, "Bruise").click()
    assert bears_every_size(page, theme) == []
    button(page, "Save to journal").click()
    assert bears_every_size(page, theme) == []


# --- After a session


@pytest.fixture
def after(qtbot: QtBot, set_up: Stage, theme: LiveTheme) -> AfterSessionScreen:
    screen = AfterSessionScreen(after_session(set_up), theme, lambda _point: None)
    qtbot.addWidget(screen)
    settle(screen)
    return screen


def test_a_bruise_after_a_session_asks_where(after: AfterSessionScreen, set_up: Stage) -> None:
    button(after, "Bruise").click()
    button(after, "I have read this").click()
    site = next(
        one
        for one in after.findChildren(type(button(after, "Bruise")))
        if "left side" in one.accessibleName()
    )
    site.click()
    assert site.isChecked()
    button(after, "Save to journal").click()
    (event,) = kept(set_up)
    assert (event.point, event.side) == ("LI4", SiteSide.LEFT)


def test_what_to_do_is_in_sight_as_soon_as_pain_has_risen(after: AfterSessionScreen) -> None:
    settle(after, 960, 640)
    button(after, "Ask me now").click()
    button(after, "8").click()
    settle(after, 960, 640)
    card = button(after, "I have read this")
    top = card.mapTo(after, card.rect().topLeft()).y()
    assert 0 <= top <= after.height() - card.height()
    assert any("Your pain was 3 before this session and is 8 now." in one.text() for one in labels(after))


# --- After an entry


def test_advice_after_an_entry_is_one_calm_page_with_one_way_out(
    qtbot: QtBot, page: AdverseLogScreen, theme: LiveTheme
) -> None:
    view = AdviceCardView(
        "Pain woke you", ("Twice.", "Ask."), "Call 112.", "I have read this", AdviceKind.CALM
    )
    dialog = AdviceDialog(theme, page, view)
    with qtbot.waitSignal(dialog.ended):
        dialog.open_it()
        assert keyboard().accessibleName() == "I have read this"
        assert {"Twice.", "Ask.", "Call 112."} <= {label.text() for label in labels(dialog)}
        QTest.keyClick(keyboard(), Qt.Key.Key_Space)
