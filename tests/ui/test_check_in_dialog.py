"""The check-in above the page: by pointer, by keyboard, at any size."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from acupress_desktop.content.album_files import read_album
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.plate_files import read_region_plates
from acupress_desktop.domain.ids import RegionId
from acupress_desktop.domain.journal import CheckInRecord, PainReport
from acupress_desktop.domain.settings import BodyView
from acupress_desktop.domain.sides import PainSide
from acupress_desktop.presenters.check_in import CheckInPresenter
from acupress_desktop.presenters.check_in_view import CheckInDone
from acupress_desktop.ui.check_in.counts import CountField
from acupress_desktop.ui.check_in.dialog import CheckInDialog
from acupress_desktop.ui.check_in.done_toast import DoneToast
from acupress_desktop.ui.check_in.sore_picture import SorePicture
from acupress_desktop.ui.flow.body_pair import Pictures
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.widgets.overlays import Toast
from tests.presenters.stage_a import Stage, stage
from tests.ui.pages import bears_every_size, button, keyboard, settle


@pytest.fixture
def set_up(tmp_path: Path) -> Iterator[Stage]:
    with stage(tmp_path / "data") as prepared:
        yield prepared


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    settle(page)
    return page


def open_over(
    window: QWidget, set_up: Stage, theme: LiveTheme, record: CheckInRecord | None = None
) -> tuple[CheckInDialog, list[CheckInDone]]:
    root = asset_root()
    pictures = Pictures(
        read_album(root, "figure_f"), read_region_plates(root, "figure_f", set_up.files.regions)
    )
    presenter = CheckInPresenter(
        set_up.journal, set_up.files.regions, set_up.clock.now, set_up.clock.local, set_up.new_id
    )
    picture = SorePicture(theme, pictures, BodyView.AS_SEEN_BY_ANOTHER)
    dialog = CheckInDialog(presenter, theme, window, None if record is None else record.id, picture)
    done: list[CheckInDone] = []
    dialog.done.connect(done.append)
    dialog.open_it()
    QApplication.processEvents()
    return dialog, done


def kept(set_up: Stage) -> list[CheckInRecord]:
    return [each.record for each in set_up.journal.recall_newest_check_ins(5)]


def test_a_number_a_place_and_save(window: QWidget, set_up: Stage, theme: LiveTheme) -> None:
    dialog, done = open_over(window, set_up, theme)
    assert not button(dialog, "Save").isEnabled()
    QTest.keyClicks(keyboard(), "4")
    button(dialog, "Right shoulder").click()
    QTest.mouseClick(button(dialog, "Save"), Qt.MouseButton.LeftButton)
    assert [each.said for each in done] == ["Saved."]
    (record,) = kept(set_up)
    (pain,) = record.pains
    assert (pain.region, pain.side, pain.intensity) == ("area-shoulder", PainSide.RIGHT, 4)


def test_no_pain_today_leaves_the_keyboard_on_save(window: QWidget, set_up: Stage, theme: LiveTheme) -> None:
    dialog, done = open_over(window, set_up, theme)
    button(dialog, "No pain today").click()
    assert keyboard() is button(dialog, "Save")
    QTest.keyClick(keyboard(), Qt.Key.Key_Space)
    assert len(done) == 1
    assert kept(set_up)[0].pains[0].intensity == 0


def test_escape_writes_nothing(window: QWidget, set_up: Stage, theme: LiveTheme) -> None:
    dialog, done = open_over(window, set_up, theme)
    button(dialog, "No pain today").click()
    QTest.keyClick(keyboard(), Qt.Key.Key_Escape)
    assert not done
    assert not kept(set_up)


def test_an_entry_is_opened_with_its_numbers_and_can_be_deleted(
    window: QWidget, set_up: Stage, theme: LiveTheme
) -> None:
    pain = PainReport(set_up.new_id(), RegionId("area-neck"), PainSide.BOTH, 6)
    record = CheckInRecord(set_up.new_id(), set_up.clock.now(), (pain,), sleep=3, note="<b>bold</b>")
    set_up.journal.remember_check_in(record)
    dialog, done = open_over(window, set_up, theme, record)
    assert button(dialog, "Neck").isChecked()
    button(dialog, "Delete").click()
    assert done[0].undo == record.id
    assert not kept(set_up)


def test_it_bears_every_size_short_and_long(window: QWidget, set_up: Stage, theme: LiveTheme) -> None:
    dialog, _done = open_over(window, set_up, theme)
    broken = bears_every_size(window, theme)
    button(dialog, "More").click()
    button(dialog, "Somewhere else").click()
    broken += bears_every_size(window, theme)
    dialog.finish()
    assert not broken


def test_a_deleted_entry_comes_back_from_the_toast(window: QWidget, set_up: Stage, theme: LiveTheme) -> None:
    pain = PainReport(set_up.new_id(), RegionId("area-neck"), PainSide.BOTH, 6)
    record = CheckInRecord(set_up.new_id(), set_up.clock.now(), (pain,))
    set_up.journal.remember_check_in(record)
    presenter = CheckInPresenter(
        set_up.journal, set_up.files.regions, set_up.clock.now, set_up.clock.local, set_up.new_id
    )
    dialog = CheckInDialog(presenter, theme, window, record.id)
    toast = DoneToast(presenter, theme, window)
    dialog.done.connect(toast.say)
    dialog.ended.connect(toast.end_without_undo)
    dialog.open_it()
    QApplication.processEvents()
    button(dialog, "Delete").click()
    assert not kept(set_up)
    QApplication.processEvents()
    button(window, "Undo").click()
    assert [each.id for each in kept(set_up)] == [record.id]


def test_a_kept_entry_leaves_no_toast(window: QWidget, set_up: Stage, theme: LiveTheme) -> None:
    presenter = CheckInPresenter(
        set_up.journal, set_up.files.regions, set_up.clock.now, set_up.clock.local, set_up.new_id
    )
    dialog = CheckInDialog(presenter, theme, window)
    toast = DoneToast(presenter, theme, window)
    dialog.done.connect(toast.say)
    dialog.ended.connect(toast.end_without_undo)
    dialog.open_it()
    QApplication.processEvents()
    button(dialog, "No pain").click()
    button(dialog, "Save").click()
    QApplication.processEvents()
    assert not [each for each in window.findChildren(Toast) if each.isVisible()]


def test_glasses_of_water_are_typed_in_the_longer_part(
    window: QWidget, set_up: Stage, theme: LiveTheme
) -> None:
    dialog, _done = open_over(window, set_up, theme)
    fields = dialog.findChildren(CountField)
    assert not any(field.isVisible() for field in fields)
    button(dialog, "More").click()
    QApplication.processEvents()
    water = dialog.findChildren(CountField)[0].findChildren(QLineEdit)[0]
    assert water.accessibleName().endswith("glasses")
    QTest.keyClicks(water, "7x")
    assert not button(dialog, "Save").isEnabled()
    QTest.keyClick(water, Qt.Key.Key_Backspace)
    button(dialog, "Save").click()
    assert [record.water_glasses for record in kept(set_up)] == [7]
