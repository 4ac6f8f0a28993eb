"""Nobody scrolls in the safety screen: every page, line and note is seen whole in the usual windows."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from acupress_desktop.content.album_files import read_album
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.plate_files import read_region_plates
from acupress_desktop.domain.ids import RegionId
from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.domain.settings import YesNo
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.destinations import Destination, ToOutcome, ToPlan
from acupress_desktop.presenters.first_run import FirstRunPresenter
from acupress_desktop.presenters.safety import SafetyPresenter
from acupress_desktop.presenters.safety_view import ListBody, RegionBody, ReviewBody, SafetyView
from acupress_desktop.ui.first_run.screen import FirstRunScreen
from acupress_desktop.ui.flow.body_pair import Pictures
from acupress_desktop.ui.safety.figures import RegionFigures
from acupress_desktop.ui.safety.screen import SafetyScreen
from acupress_desktop.ui.safety.sheets import one_sheet, sheets_of
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice
from acupress_desktop.ui.theme.tokens import Scheme
from tests.domain.safety.world import catalogue
from tests.presenters.stage_a import Stage, stage
from tests.presenters.steps_a import answer_no, answer_ticking, safety_of, walk_healthy
from tests.ui.pages import button, keyboard, settle

SIZES = ((880, 480), (960, 640), (1280, 820))
COMPLAINTS = [one.id for one in catalogue().complaints if one.protocol is not None]
HARMLESS_TO_TELL = (
    "fracture",
    "recent_surgery",
    "numb_area",
    "varicose_veins",
    "joint_flare",
    "no_touch",
    "lymph_nodes",
    "pacemaker_or_implant",
    "past_clot",
    "heart_condition",
    "antiplatelet",
    "worse_for_weeks",
    "recent_birth",
)
"""Rows that limit a session and do not end it: their follow-ups come."""


@pytest.fixture
def set_up(tmp_path: Path) -> Iterator[Stage]:
    with stage(tmp_path / "data") as prepared:
        yield prepared


LONGEST = ("low_back", "headache", "knee")
"""With the longest lists of their own; the other lists are the same for everybody."""
WALKS = [(complaint, size) for size in SIZES for complaint in (COMPLAINTS if size == SIZES[0] else LONGEST)]


class Seen:
    """A safety screen in a window of some size; ``complaints`` gathers what cannot be seen whole."""

    def __init__(
        self, qtbot: QtBot, set_up: Stage, theme: LiveTheme, presenter: SafetyPresenter, size: tuple[int, int]
    ) -> None:
        root = asset_root()
        plates = read_region_plates(root, "figure_f", set_up.files.regions)
        figures = RegionFigures(theme, Pictures(read_album(root, "figure_f"), plates))
        self.presenter = presenter
        self.page = SafetyScreen(presenter, theme, figures)
        qtbot.addWidget(self.page)
        settle(self.page, *size)
        self.sheets: dict[str, int] = {}
        self.broken: list[str] = []
        self.look("")

    def show(self, view: SafetyView, what: str = "") -> SafetyView:
        """Show a page, and see whether it is seen whole."""
        self.page.show_view(view)
        self.look(what)
        return view

    def look(self, what: str) -> None:
        """Note a scroll bar, and an answer that is cut."""
        for _turn in range(3):
            QApplication.processEvents()
        title = self.presenter.present().title
        for area in self.page.findChildren(QScrollArea):
            hidden = area.verticalScrollBar().maximum()
            if area.isVisible() and hidden > 0:
                self.broken.append(f"{title} {what}: {hidden} px are below the edge")
        for each in self.page.findChildren(QAbstractButton):
            if each.isVisible() and each.visibleRegion().boundingRect() != each.rect():
                self.broken.append(f"{title} {what}: {each.accessibleName()!r} is cut")
        self.sheets[title] = self.page.sheets

    def look_around(self, view: SafetyView) -> None:
        """Look at everything that can be opened on a page."""
        presenter = self.presenter
        match view.body:
            case ListBody(rows=rows):
                for row in rows:
                    self.show(presenter.look_at_row(row.key), row.key)
                    presenter.back()
                for row in rows:
                    self.show(presenter.toggle_row(row.key), f"{row.key} ticked")
                self.show(presenter.clear_rows(tuple(row.key for row in rows)))
            case RegionBody():
                for region in ("palm", "area-belly", "knee", "leg-lateral"):
                    if RegionId(region) in catalogue_regions(self):
                        place = RegionSelection(RegionId(region), SiteSide.LEFT)
                        self.show(presenter.toggle_place(place), f"{region} marked")
                        presenter.toggle_place(place)
                self.page.show_view(presenter.present())
                button(self.page, "More places").click()
                self.look("more places")
                self.show(presenter.turn_note(), "note")
                self.show(presenter.turn_note())
            case _:
                self.show(presenter.turn_note(), "note")
                self.show(presenter.turn_note())


def catalogue_regions(seen: Seen) -> set[RegionId]:
    body = seen.presenter.present().body
    assert isinstance(body, RegionBody)
    return {each.place.region for row in body.rows for each in row.places} | {RegionId("palm")}


class Looking(Enum):
    """What is looked at on a page."""

    AROUND = "around"
    """Everything that can be opened on it too."""
    ONCE = "once"


def walked(
    seen: Seen, set_up: Stage, ticking: tuple[str, ...] = (), looking: Looking = Looking.ONCE
) -> Destination:
    """Answer every page, look at each, and return where that led."""
    view: object = seen.presenter.present()
    for _page in range(60):
        assert isinstance(view, SafetyView)
        if looking is Looking.AROUND:
            seen.look_around(view)
        after = (
            answer_ticking(set_up, seen.presenter, seen.presenter.present(), *ticking)
            if ticking
            else answer_no(seen.presenter, seen.presenter.present())
        )
        if not isinstance(after, SafetyView):
            return after
        view = seen.show(after)
    raise AssertionError("no end")


@pytest.mark.slow
def test_the_smallest_window_shows_every_page_whole(qtbot: QtBot, set_up: Stage, theme: LiveTheme) -> None:
    set_up.settings.change(can_be_pregnant=YesNo.YES)
    seen = Seen(qtbot, set_up, theme, safety_of(set_up, "low_back"), (880, 480))
    assert isinstance(walked(seen, set_up), ToPlan)
    assert seen.broken == []
    # One tap answers each: that is what the count of taps of a returning person rests on.
    assert set(seen.sheets.values()) == {1}


@pytest.mark.slow
@pytest.mark.parametrize(("complaint", "size"), WALKS)
def test_nobody_scrolls(
    qtbot: QtBot, set_up: Stage, theme: LiveTheme, complaint: str, size: tuple[int, int]
) -> None:
    set_up.settings.change(can_be_pregnant=YesNo.YES)
    seen = Seen(qtbot, set_up, theme, safety_of(set_up, complaint), size)
    around = complaint in LONGEST and size == SIZES[0]
    walked(seen, set_up, looking=Looking.AROUND if around else Looking.ONCE)
    assert {title: sheets for title, sheets in seen.sheets.items() if sheets > 1} == {}
    set_up.clock.pass_time(days=40)
    risky = Seen(qtbot, set_up, theme, safety_of(set_up, complaint), size)
    where = walked(risky, set_up, HARMLESS_TO_TELL)
    assert isinstance(where, ToPlan | ToOutcome)
    assert seen.broken + risky.broken == []


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
def test_what_was_told_is_looked_over_without_scrolling(
    qtbot: QtBot, set_up: Stage, theme: LiveTheme, size: tuple[int, int]
) -> None:
    _pages, where = walk_healthy(safety_of(set_up, "low_back"))
    assert isinstance(where, ToPlan)
    assert where.again is not None
    seen = Seen(qtbot, set_up, theme, safety_of(set_up, where.again), size)
    body = seen.presenter.present().body
    assert isinstance(body, ReviewBody)
    for line in body.answered:
        seen.show(seen.presenter.change(line.key), line.key)
        seen.show(seen.presenter.back())
    assert seen.broken == []


@pytest.mark.parametrize("size", SIZES)
def test_the_first_run_is_seen_whole(
    qtbot: QtBot, set_up: Stage, theme: LiveTheme, size: tuple[int, int]
) -> None:
    set_up.settings.change(birth_year=None, can_be_pregnant=None, first_run_done=YesNo.NO)
    page = FirstRunScreen(FirstRunPresenter(set_up.settings, set_up.clock.now), theme)
    qtbot.addWidget(page)
    settle(page, *size)
    below = []
    for step in ("I understand", "Go on", "Done"):
        for _turn in range(3):
            QApplication.processEvents()
        below += [
            (step, area.verticalScrollBar().maximum())
            for area in page.findChildren(QScrollArea)
            if area.verticalScrollBar().maximum() > 0
        ]
        if step == "Go on":
            (field,) = (one for one in page.findChildren(QLineEdit) if one.isVisible())
            QTest.keyClicks(field, "44")
            button(page, "Not possible for me").click()
        button(page, step).click()
    assert below == []
    assert set_up.settings.kept.first_run_done is YesNo.YES


def test_in_large_text_a_long_list_comes_in_parts(qtbot: QtBot, set_up: Stage, theme: LiveTheme) -> None:
    theme.choose(ThemeChoice(Scheme.LIGHT, 2.0))
    seen = Seen(qtbot, set_up, theme, safety_of(set_up), (1280, 820))
    page, presenter = seen.page, seen.presenter
    parts = page.sheets
    assert parts > 1
    first = presenter.present()
    for _part in range(parts - 1):
        button(page, "None of these").click()
        assert presenter.present() == first, "the list is answered with its last part"
    (back,) = (one for one in page.findChildren(QAbstractButton) if one.accessibleName() == "Back")
    back.click()
    button(page, "None of these").click()
    button(page, "None of these").click()
    assert presenter.present() != first
    assert not [line for line in seen.broken if "below the edge" in line]


def test_a_sign_on_the_first_part_ends_the_questions_at_once(
    qtbot: QtBot, set_up: Stage, theme: LiveTheme
) -> None:
    theme.choose(ThemeChoice(Scheme.LIGHT, 2.0))
    seen = Seen(qtbot, set_up, theme, safety_of(set_up), (1280, 820))
    gone: list[object] = []
    seen.page.leave.connect(gone.append)
    button(seen.page, "Chest pain").click()
    button(seen.page, "Go on").click()
    assert isinstance(gone[0], ToOutcome)


def test_the_keyboard_alone_ticks_opens_and_answers(qtbot: QtBot, set_up: Stage, theme: LiveTheme) -> None:
    seen = Seen(qtbot, set_up, theme, safety_of(set_up), (1280, 820))
    page = seen.page
    assert keyboard().accessibleName().startswith("Chest pain")
    QTest.keyClick(keyboard(), Qt.Key.Key_Down)
    assert keyboard().accessibleName().startswith("Sudden breathlessness")
    QTest.keyClick(keyboard(), Qt.Key.Key_Right)
    assert keyboard().accessibleName().startswith("More about: Sudden breathlessness")
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    assert "coughing blood" in page.accessibleDescription()
    button(page, "Back").click()
    QTest.keyClick(keyboard(), Qt.Key.Key_2)
    assert button(page, "Sudden breathlessness").isChecked()
    QTest.keyClick(keyboard(), Qt.Key.Key_2)
    assert not button(page, "Sudden breathlessness").isChecked()
    QTest.keyClick(keyboard(), Qt.Key.Key_N)
    qtbot.waitUntil(lambda: "numbness" in page.accessibleDescription())
    QTest.keyClick(keyboard(), Qt.Key.Key_Down)
    assert keyboard().accessibleName() == "Yes"
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    assert "suddenly" in page.accessibleDescription()


@pytest.mark.parametrize(("rows", "room", "wanted"), [(17, 400, 1), (17, 200, 2), (5, 30, 1)])
def test_rows_are_dealt_to_as_few_sheets_as_fit(rows: int, room: int, wanted: int) -> None:
    heights = [40] * rows
    dealt = sheets_of(heights, 2, room)
    assert len(dealt) == wanted
    assert dealt[0].start == 0
    assert dealt[-1].stop == rows
    assert all(before.stop == after.start for before, after in pairwise(dealt))
    sheet, tall = one_sheet(heights, 2)
    assert tall == 40 * -(-rows // 2)
    assert sheet.turn in (rows // 2, -(-rows // 2))
