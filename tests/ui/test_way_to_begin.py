"""From home to "Begin" with real screens, real presenters, real data files and a real journal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from acupress_desktop.content.album_files import read_album
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.plate_files import read_region_plates
from acupress_desktop.domain.ids import ComplaintId, RegionId
from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.domain.safety.answers import Reply
from acupress_desktop.domain.safety.outcome import OutcomeKind
from acupress_desktop.domain.settings import YesNo
from acupress_desktop.domain.sides import PainSide, SiteSide
from acupress_desktop.presenters.complaints import ComplaintsContent, ComplaintsPresenter, Opening
from acupress_desktop.presenters.destinations import (
    Destination,
    ToComplaints,
    ToOutcome,
    ToPlan,
    ToSafety,
    ToSession,
    ToToday,
)
from acupress_desktop.presenters.first_run import FirstRunPresenter
from acupress_desktop.presenters.outcome import OutcomePresenter
from acupress_desktop.presenters.today_first import first_view
from acupress_desktop.ui.body_map.map_widget import BodyMap
from acupress_desktop.ui.complaints.area_figures import AreaFigures
from acupress_desktop.ui.complaints.screen import ComplaintsScreen
from acupress_desktop.ui.first_run.screen import FirstRunScreen
from acupress_desktop.ui.flow.body_pair import Pictures
from acupress_desktop.ui.outcome.screen import OutcomeScreen
from acupress_desktop.ui.plan.screen import PlanScreen
from acupress_desktop.ui.safety.figures import RegionFigures
from acupress_desktop.ui.safety.screen import SafetyScreen
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.today.screen import TodayScreen
from acupress_desktop.ui.widgets.checks import AnswerButton
from tests.presenters.stage_a import Stage, fill_three_weeks, stage
from tests.presenters.steps_a import answer_no, cleared, plan_of, safety_of, today_of
from tests.ui.pages import bears_every_size, button, keyboard, settle

pytestmark = pytest.mark.slow


@pytest.fixture
def set_up(tmp_path: Path) -> Iterator[Stage]:
    with stage(tmp_path / "data") as prepared:
        yield prepared


@pytest.fixture
def pictures(set_up: Stage) -> Pictures:
    root = asset_root()
    return Pictures(read_album(root, "figure_f"), read_region_plates(root, "figure_f", set_up.files.regions))


def named(page: QWidget, words: str) -> QAbstractButton:
    """The visible button with exactly this name."""
    found = [
        each
        for each in page.findChildren(QAbstractButton)
        if each.isVisible() and each.accessibleName() == words
    ]
    assert found, f"no button {words!r}"
    return found[0]


class Walk:
    """Opens the screen of a destination and counts what the person taps."""

    def __init__(self, qtbot: QtBot, set_up: Stage, theme: LiveTheme, pictures: Pictures) -> None:
        self._qtbot = qtbot
        self._set_up = set_up
        self._theme = theme
        self._pictures = pictures
        self.taps = 0
        self.where: Destination = ToToday()
        self.page: QWidget = self._open()

    def tap(self, words: str) -> None:
        """Click a button by its name."""
        self.taps += 1
        QTest.mouseClick(named(self.page, words), Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def key(self, key: Qt.Key | str) -> None:
        """Press a key where the keyboard is."""
        self.taps += 1
        if isinstance(key, str):
            QTest.keyClicks(keyboard(), key)
        else:
            QTest.keyClick(keyboard(), key)
        QApplication.processEvents()

    def answer(self, letter: str) -> None:
        """Press the letter of an answer; the button goes down for a moment before it counts."""
        before = (self.where, self._question())
        self.key(letter)
        self._qtbot.waitUntil(lambda: (self.where, self._question()) != before)

    def _question(self) -> str:
        return self.page.accessibleDescription()

    def is_at(self, kind: type) -> bool:
        """Whether the way has come to this kind of place."""
        return isinstance(self.where, kind)

    def _open(self) -> QWidget:
        set_up, theme, where = self._set_up, self._theme, self.where
        page: TodayScreen | SafetyScreen | PlanScreen
        match where:
            case ToSafety():
                page = SafetyScreen(safety_of(set_up, where), theme, RegionFigures(theme, self._pictures))
            case ToPlan():
                page = PlanScreen(plan_of(set_up, where), theme, lambda _point: None)
            case _:
                view = first_view(set_up.glance(), set_up.clock.now(), set_up.settings.kept)
                page = TodayScreen(view, theme)
                page.go_live(today_of(set_up))
                page.show_album(self._pictures.album, self._pictures.plates)
        self._qtbot.addWidget(page)
        page.leave.connect(self._go)
        settle(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        return page

    def _go(self, where: object) -> None:
        assert isinstance(where, ToSafety | ToPlan | ToSession | ToComplaints | ToOutcome | ToToday)
        self.where = where
        if isinstance(where, ToSafety | ToPlan):
            self.page.hide()
            self.page = self._open()


@pytest.fixture
def walk(qtbot: QtBot, set_up: Stage, theme: LiveTheme, pictures: Pictures) -> Walk:
    fill_three_weeks(set_up)
    # Two days ago every stable question was answered.
    set_up.clock.pass_time(days=-2)
    cleared(set_up)
    set_up.clock.pass_time(days=2)
    return Walk(qtbot, set_up, theme, pictures)


def test_a_returning_person_needs_eight_taps_after_start(walk: Walk) -> None:
    walk.tap("Start")
    walk.taps = 0
    for words in ("None of these", "No", "No", "No", "Nowhere", "No"):
        walk.tap(words)
    assert walk.is_at(ToPlan)
    walk.tap("6")
    walk.tap("Begin")
    assert walk.is_at(ToSession)
    assert walk.taps <= 8


def test_with_the_question_of_pregnancy_eight_taps_are_enough(walk: Walk, set_up: Stage) -> None:
    set_up.settings.change(can_be_pregnant=YesNo.YES)
    set_up.clock.pass_time(days=-1)
    cleared(set_up)
    set_up.clock.pass_time(days=1)
    walk.tap("Start")
    walk.taps = 0
    for words in ("None of these", "No", "No", "No", "Nowhere", "No", "No"):
        walk.tap(words)
    walk.tap("Begin")
    assert walk.is_at(ToSession)
    assert walk.taps <= 8


def test_the_whole_way_goes_by_keyboard_alone(walk: Walk, set_up: Stage) -> None:
    walk.key(Qt.Key.Key_Space)
    assert walk.is_at(ToSafety)
    for _question in range(6):
        walk.answer("n")
    assert walk.is_at(ToPlan)
    walk.key("6")
    _tab_to(walk, "Begin")
    walk.key(Qt.Key.Key_Space)
    where = walk.where
    assert isinstance(where, ToSession)
    story = set_up.journal.recall_story(where.session)
    assert story is not None
    assert [rating.value for rating in story.ratings] == [6]


def _tab_to(walk: Walk, words: str) -> None:
    for _step in range(80):
        here = keyboard()
        if isinstance(here, QAbstractButton) and here.accessibleName().startswith(words):
            return
        walk.page.window().focusNextPrevChild(True)
    raise AssertionError(f"Tab never reached {words!r}")


def test_escape_leaves_the_questions(walk: Walk) -> None:
    walk.tap("Start")
    walk.key(Qt.Key.Key_Escape)
    assert walk.where == ToToday()


def test_a_new_question_takes_the_keyboard(walk: Walk) -> None:
    walk.tap("Start")
    walk.tap("None of these")
    here = keyboard()
    assert isinstance(here, QAbstractButton)
    assert here.accessibleName() == "No"


def test_home_bears_every_size(qtbot: QtBot, set_up: Stage, theme: LiveTheme, pictures: Pictures) -> None:
    fill_three_weeks(set_up)
    page = TodayScreen(first_view(set_up.glance(), set_up.clock.now(), set_up.settings.kept), theme)
    qtbot.addWidget(page)
    page.go_live(today_of(set_up))
    page.show_album(pictures.album, pictures.plates)
    assert not bears_every_size(page, theme)


def test_a_new_persons_home_bears_every_size(qtbot: QtBot, set_up: Stage, theme: LiveTheme) -> None:
    page = TodayScreen(first_view(None, set_up.clock.now(), set_up.settings.kept), theme)
    qtbot.addWidget(page)
    page.go_live(today_of(set_up))
    assert not bears_every_size(page, theme)


def test_before_the_presenter_comes_no_button_leads_anywhere(
    qtbot: QtBot, set_up: Stage, theme: LiveTheme
) -> None:
    page = TodayScreen(first_view(None, set_up.clock.now(), set_up.settings.kept), theme)
    qtbot.addWidget(page)
    settle(page)
    gone: list[object] = []
    page.leave.connect(gone.append)
    assert not button(page, "Choose a place").isEnabled()
    QTest.mouseClick(button(page, "Check in"), Qt.MouseButton.LeftButton)
    assert not gone


@pytest.mark.parametrize("with_figures", [True, False])
def test_every_question_bears_every_size(
    qtbot: QtBot, set_up: Stage, theme: LiveTheme, pictures: Pictures, with_figures: bool
) -> None:
    presenter = safety_of(set_up)
    page = SafetyScreen(presenter, theme, RegionFigures(theme, pictures) if with_figures else None)
    qtbot.addWidget(page)
    ended: list[object] = []
    page.leave.connect(ended.append)
    broken: list[str] = []
    for _page in range(12):
        at = presenter.present()
        broken += [f"{at.title}: {line}" for line in bears_every_size(page, theme)]
        for words in ("None of these", "Nowhere", "No"):
            found = [
                each
                for each in page.findChildren(QAbstractButton)
                if each.isVisible() and each.accessibleName() == words
            ]
            if found:
                found[0].click()
                break
        QApplication.processEvents()
        if ended:
            break
    assert ended
    assert not broken


@pytest.mark.parametrize("size", [(960, 640), (1280, 640), (1280, 820)])
def test_every_answer_of_a_question_is_in_sight(
    qtbot: QtBot, set_up: Stage, theme: LiveTheme, size: tuple[int, int]
) -> None:
    page = SafetyScreen(safety_of(set_up), theme, None)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    named(page, "None of these").click()
    QApplication.processEvents()
    answers = page.findChildren(AnswerButton)
    assert [answer.words for answer in answers] == ["No", "Yes", "Not sure"]
    for answer in answers:
        assert answer.visibleRegion().boundingRect() == answer.rect(), answer.words
    assert len({answer.height() for answer in answers}) == 1


def test_the_plan_bears_every_size(qtbot: QtBot, set_up: Stage, theme: LiveTheme) -> None:
    page = PlanScreen(plan_of(set_up, cleared(set_up)), theme, lambda _point: None)
    qtbot.addWidget(page)
    assert not bears_every_size(page, theme)


def test_a_tap_on_the_body_adds_its_row_and_leaves_the_keyboard_alone(walk: Walk) -> None:
    walk.tap("Start")
    for words in ("None of these", "No", "No", "No"):
        walk.tap(words)
    before = keyboard()
    figures = walk.page.findChild(RegionFigures)
    assert figures is not None
    figures.tapped.emit(RegionSelection(RegionId("palm"), SiteSide.LEFT))
    assert named(walk.page, "Palm, left").isChecked()
    assert keyboard() is before
    figures.tapped.emit(RegionSelection(RegionId("palm"), SiteSide.LEFT))
    QApplication.processEvents()
    assert not any(
        each.accessibleName() == "Palm, left" and each.isVisible()
        for each in walk.page.findChildren(QAbstractButton)
    )


def test_a_click_on_the_drawn_hand_marks_that_hand(walk: Walk) -> None:
    walk.tap("Start")
    for words in ("None of these", "No", "No", "No"):
        walk.tap(words)
    settle(walk.page)
    maps = [each for each in walk.page.findChildren(BodyMap) if each.isVisible()]
    assert len(maps) == 2
    found = set()
    for body_map in maps:
        for x in range(0, body_map.width(), 4):
            for y in range(0, body_map.height(), 4):
                place = body_map.region_under(float(x), float(y))
                if place is not None:
                    found.add((place.region, place.side))
    # Both hands can be reached, and each is told apart from the other.
    assert ("hand-dorsum", SiteSide.RIGHT) in found
    assert ("hand-dorsum", SiteSide.LEFT) in found


def test_a_number_before_stays_when_the_scales_for_mood_open(
    qtbot: QtBot, set_up: Stage, theme: LiveTheme
) -> None:
    page = PlanScreen(plan_of(set_up, cleared(set_up)), theme, lambda _point: None)
    qtbot.addWidget(page)
    settle(page)
    button(page, "7").click()
    button(page, "Add mood and stress").click()
    QApplication.processEvents()
    chosen = [
        each.accessibleName()
        for each in page.findChildren(QAbstractButton)
        if each.isVisible() and each.isCheckable() and each.isChecked()
    ]
    assert chosen == ["7"]
    # The keyboard is on the first of the new scales, not lost with the button that opened them.
    assert keyboard().accessibleDescription().startswith("How is your mood")


def test_a_point_out_of_reach_leaves_the_keyboard_on_begin(
    qtbot: QtBot, set_up: Stage, theme: LiveTheme
) -> None:
    page = PlanScreen(plan_of(set_up, cleared(set_up)), theme, lambda _point: None)
    qtbot.addWidget(page)
    settle(page)
    button(page, "I can’t reach this").click()
    QApplication.processEvents()
    assert keyboard() is button(page, "Begin")


def test_the_choice_of_sets_bears_every_size(
    qtbot: QtBot, set_up: Stage, theme: LiveTheme, pictures: Pictures
) -> None:
    files = set_up.files
    content = ComplaintsContent(files.protocols, files.atlas, files.regions, files.regions_of)
    presenter = ComplaintsPresenter(set_up.journal, set_up.settings, content, Opening.FIRST)
    page = ComplaintsScreen(presenter, theme, AreaFigures(theme, pictures))
    qtbot.addWidget(page)
    gone: list[object] = []
    page.leave.connect(gone.append)
    broken = bears_every_size(page, theme)
    button(page, "Achy knee").click()
    broken += bears_every_size(page, theme)
    assert not broken
    assert not gone
    button(page, "Left").click()
    button(page, "Go on").click()
    assert gone == [ToSafety(ComplaintId("knee"), PainSide.LEFT)]


def test_first_run_bears_every_size_and_ends_in_the_choice_of_a_set(
    qtbot: QtBot, set_up: Stage, theme: LiveTheme
) -> None:
    set_up.settings.change(
        birth_year=None, can_be_pregnant=None, emergency_number="", first_run_done=YesNo.NO
    )
    page = FirstRunScreen(FirstRunPresenter(set_up.settings, set_up.clock.now), theme)
    qtbot.addWidget(page)
    gone: list[object] = []
    page.leave.connect(gone.append)
    broken = bears_every_size(page, theme)
    button(page, "I understand").click()
    broken += bears_every_size(page, theme)
    settle(page)
    QTest.keyClicks(keyboard(), "44")
    button(page, "Not possible").click()
    button(page, "Go on").click()
    broken += bears_every_size(page, theme)
    button(page, "Done").click()
    assert not broken
    assert gone == [ToComplaints()]


@pytest.mark.parametrize("kind", [OutcomeKind.EMERGENCY, OutcomeKind.POSTPONE])
def test_no_session_bears_every_size(
    qtbot: QtBot, set_up: Stage, theme: LiveTheme, kind: OutcomeKind
) -> None:
    set_up.settings.change(emergency_number="")
    presenter = safety_of(set_up)
    where: object
    if kind is OutcomeKind.EMERGENCY:
        presenter.toggle_row("E01")
        where = presenter.go_on()
    else:
        presenter.none()
        presenter.answer(Reply.NO)
        where = presenter.choose("drowsy")
        while not isinstance(where, ToOutcome):
            where = answer_no(presenter, presenter.present())
    assert isinstance(where, ToOutcome)
    assert where.result.kind is kind
    page = OutcomeScreen(OutcomePresenter(set_up.settings, set_up.files.safety.words, where), theme)
    qtbot.addWidget(page)
    assert not bears_every_size(page, theme)
    if kind is OutcomeKind.EMERGENCY:
        shown = {each.accessibleName() for each in page.findChildren(QAbstractButton) if each.isVisible()}
        assert shown == {"Close"}
