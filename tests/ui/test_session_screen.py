"""The session screen led by keys, as a person with both hands busy would."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from acupress_desktop.content.album_files import read_album
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.how_to_files import read_how_to
from acupress_desktop.domain.journal import AdverseKind, Comfort
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.pressure import PressureTrial, PressWith, TrialKind
from acupress_desktop.domain.row_ids import RowIds
from acupress_desktop.domain.session_keys import SessionAct
from acupress_desktop.domain.settings import BodyView, OnOff, Settings
from acupress_desktop.domain.sides import Side, SiteSide
from acupress_desktop.presenters.session import SessionPresenter
from acupress_desktop.presenters.session_keeping import SessionKeeping
from acupress_desktop.presenters.session_place import SessionBook
from acupress_desktop.presenters.session_view import Calm
from acupress_desktop.session.clock import VirtualClock
from acupress_desktop.session.states import Finished, GetReady, Holding
from acupress_desktop.storage.journal import Journal
from acupress_desktop.ui.after_session.advice import AdviceCard
from acupress_desktop.ui.session.act_button import ActButton
from acupress_desktop.ui.session.caption import Caption
from acupress_desktop.ui.session.comfort_bar import ComfortBar
from acupress_desktop.ui.session.controls import SessionControls
from acupress_desktop.ui.session.mast import SessionMast
from acupress_desktop.ui.session.panel import SessionPanel
from acupress_desktop.ui.session.rail import StepRail
from acupress_desktop.ui.session.scenes import SitePictures
from acupress_desktop.ui.session.screen import SessionScreen
from acupress_desktop.ui.session.stop_card import StopCard
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice
from acupress_desktop.ui.theme.measures import SESSION_TARGET_MIN_PX
from acupress_desktop.ui.theme.tokens import Motion
from acupress_desktop.ui.widgets.buttons import Button
from acupress_desktop.ui.widgets.cards import Figure
from acupress_desktop.ui.widgets.layouts import ScrollColumn
from tests.session.sessions import ready, site
from tests.storage.journals import START, Bench
from tests.ui.pages import SIZES, cut_texts, labels, settle

ROOT = asset_root()
ATLAS = read_atlas(ROOT)
HOW_TO = read_how_to(ROOT, ATLAS)
ALBUM = read_album(ROOT, "figure_f")
SITES = (site("LI4", SiteSide.LEFT), site("LI4", SiteSide.RIGHT), site("EX-HN3", SiteSide.MIDLINE, 30))


S = TypeVar("S")


GRAMS = (700, 800, 900)


class Desk:
    """One session on a screen, with a clock moved by hand."""

    def __init__(
        self,
        qtbot: QtBot,
        theme: LiveTheme,
        journal: Journal,
        bench: Bench,
        trials: tuple[PressureTrial, ...] = (),
    ) -> None:
        self.settings = Settings()
        self.clock = VirtualClock(START)
        session = bench.session()
        journal.remember_session_opened(session)
        keeping = SessionKeeping(journal, session.id, RowIds(self.now, bench.chance.randbytes), self.now)
        book = SessionBook("Calm set", ATLAS, HOW_TO, trials)
        self.keys = SessionPresenter(
            ready(*SITES), book, keeping, self.clock, lambda: self.settings, keep_settings=self.keep
        )
        pictures = SitePictures(ALBUM, HOW_TO, BodyView.AS_SEEN_BY_ANOTHER, theme)
        self.screen = SessionScreen(self.keys, theme, pictures)
        self.qtbot = qtbot
        qtbot.addWidget(self.screen)
        self.screen.resize(1280, 820)
        self.screen.show()
        self.screen.setFocus()

    def now(self) -> Moment:
        return Moment.of(self.clock.now(), "UTC")

    def keep(self, settings: Settings) -> None:
        self.settings = settings

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.screen.focusWidget(), key, modifier)

    def buttons(self) -> list[ActButton]:
        return [button for button in self.screen.findChildren(ActButton) if button.isVisible()]

    def button(self, name: str) -> ActButton:
        return next(button for button in self.buttons() if button.accessibleName() == name)

    def box(self, name: str) -> QRect:
        button = self.button(name)
        return QRect(button.mapTo(self.screen, QPoint()), button.size())

    def part(self, kind: type[S]) -> S:
        return next(child for child in self.screen.findChildren(QWidget) if isinstance(child, kind))

    @property
    def standing(self) -> str:
        return type(self.keys.state).__name__

    def state(self, kind: type[S]) -> S:
        found = self.keys.state
        assert isinstance(found, kind)
        return found

    def wait(self, seconds: float) -> None:
        step = 1.0 if seconds >= 5 else 0.1
        for _ in range(round(seconds / step)):
            self.clock.advance(step)
            self.screen.show_view(self.keys.tick())


@pytest.fixture
def still_theme(theme: LiveTheme) -> LiveTheme:
    theme.choose(ThemeChoice(motion=Motion.REDUCED))
    return theme


@pytest.fixture
def desk(qtbot: QtBot, still_theme: LiveTheme, tmp_path: Path) -> Iterator[Desk]:
    bench = Bench(tmp_path / "data")
    journal = bench.open()
    journal.verify()
    made = Desk(qtbot, still_theme, journal, bench)
    yield made
    made.screen.hide()
    journal.close()


@pytest.mark.slow
@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_B]
)
def test_one_key_begins(desk: Desk, key: Qt.Key) -> None:
    assert desk.standing == "Ready"
    desk.press(key)
    assert desk.standing == "Holding"


def test_the_remote_control_keys_pause_repeat_and_go_on(desk: Desk) -> None:
    desk.press(Qt.Key.Key_PageDown)
    desk.wait(10)
    desk.press(Qt.Key.Key_B)
    assert desk.standing == "Paused"
    desk.press(Qt.Key.Key_B)
    desk.wait(4)
    assert desk.standing == "Holding"
    desk.press(Qt.Key.Key_PageUp)
    assert desk.state(GetReady).step.side is SiteSide.LEFT


def test_escape_takes_the_hands_off_and_a_second_escape_ends(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Space)
    desk.wait(6)
    desk.press(Qt.Key.Key_Escape)
    assert desk.standing == "StopCard"
    with desk.qtbot.waitSignal(desk.screen.over):
        desk.press(Qt.Key.Key_Escape)
    assert desk.standing == "Finished"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("before", "standing"),
    [
        ((), "Ready"),
        ((Qt.Key.Key_Space,), "Holding"),
        ((Qt.Key.Key_Space, 6.0, Qt.Key.Key_PageDown), "GetReady"),
        ((Qt.Key.Key_Space, 6.0, Qt.Key.Key_B), "Paused"),
        ((Qt.Key.Key_Space, 6.0, Qt.Key.Key_B, Qt.Key.Key_B), "LeadIn"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
@pytest.mark.parametrize("focused", [False, True], ids=["page", "button"])
def test_stop_is_one_key_in_every_state(
    desk: Desk, before: tuple[Qt.Key | float, ...], standing: str, *, focused: bool
) -> None:
    for step in before:
        if isinstance(step, float):
            desk.wait(step)
        else:
            desk.press(step)
    assert desk.standing == standing
    if focused:
        button = next(one for one in desk.screen.findChildren(Button) if one.isVisible())
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Escape)
    else:
        desk.press(Qt.Key.Key_Escape)
    assert desk.standing in ("StopCard", "Finished")


def test_space_on_the_stop_card_presses_the_focused_button_and_never_goes_on_by_slip(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Space)
    desk.wait(6)
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_Space)
    state = desk.state(Finished)
    assert state.symptom is AdverseKind.CHEST


@pytest.mark.parametrize("factor", [1.0, 2.0])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_stop_card_and_the_advice_can_be_read_whole_in_every_window(
    desk: Desk, still_theme: LiveTheme, size: tuple[int, int], factor: float
) -> None:
    still_theme.choose(ThemeChoice(text_factor=factor, motion=Motion.REDUCED))
    settle(desk.screen, *size)
    desk.press(Qt.Key.Key_Space)
    desk.wait(6)
    desk.press(Qt.Key.Key_Escape)
    settle(desk.screen, *size)
    buttons = [each for each in desk.part(StopCard).findChildren(Button) if each.isVisible()]
    assert len(buttons) == 10
    assert not [each.accessibleName() for each in buttons if each.height() < SESSION_TARGET_MIN_PX]
    assert not cut_texts(desk.part(StopCard))
    around = next(
        area for area in desk.screen.findChildren(ScrollColumn) if area.isAncestorOf(desk.part(StopCard))
    )
    assert (around.verticalScrollBar().maximum() > 0) is (factor > 1 and size[1] < 800)
    buttons[0].click()
    settle(desk.screen, *size)
    assert desk.part(AdviceCard).isVisible()
    assert not cut_texts(desk.part(AdviceCard))


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_what_more_opens_stays_inside_the_window(
    desk: Desk, still_theme: LiveTheme, size: tuple[int, int]
) -> None:
    still_theme.choose(ThemeChoice(text_factor=2.0, motion=Motion.REDUCED))
    settle(desk.screen, *size)
    desk.press(Qt.Key.Key_Space)
    controls = desk.part(SessionControls)
    if controls.folded:
        controls.more.click()
        settle(desk.screen, *size)
        assert desk.screen.rect().contains(controls.drawer.geometry())


def test_a_focused_button_wins_over_space(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Space)
    desk.wait(6)
    skip = next(
        button for button in desk.screen.findChildren(Button) if button.accessibleName() == "Skip this side"
    )
    skip.setFocus()
    QTest.keyClick(skip, Qt.Key.Key_Space)
    assert desk.state(GetReady).log.holds[0].comfort is not None


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_PageDown])
def test_right_and_page_down_go_on_wherever_the_keyboard_is(desk: Desk, key: Qt.Key) -> None:
    desk.press(Qt.Key.Key_Space)
    desk.wait(6)
    button = desk.button("Pause")
    button.setFocus()
    QTest.keyClick(button, key)
    assert desk.standing == "GetReady"


def test_clicking_a_button_does_not_take_the_keyboard(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Space)
    desk.wait(3)
    longer = next(
        button for button in desk.screen.findChildren(Button) if "longer" in button.accessibleName()
    )
    QTest.mouseClick(longer, Qt.MouseButton.LeftButton)
    state = desk.state(Holding)
    assert state.hold_seconds == 75
    assert desk.screen.focusWidget() is not longer


def test_the_clock_is_followed_only_while_something_runs(desk: Desk) -> None:
    ticker = desk.screen.ticker

    def runs() -> bool:
        return ticker.running

    assert not runs()
    desk.press(Qt.Key.Key_Space)
    assert runs()
    desk.press(Qt.Key.Key_B)
    assert not runs()
    desk.press(Qt.Key.Key_B)
    desk.wait(4)
    desk.screen.hide()
    assert not runs()


def test_every_control_has_a_name_and_is_large_enough_for_an_elbow(desk: Desk) -> None:
    shown = [button for button in desk.screen.findChildren(Button) if button.isVisible()]
    assert len(shown) >= 6
    for button in shown:
        assert button.accessibleName()
        assert button.height() >= 64
        assert button.width() >= 64


def test_the_whole_session_leads_on_by_itself(desk: Desk) -> None:
    with desk.qtbot.waitSignal(desk.screen.over, timeout=60_000):
        desk.press(Qt.Key.Key_Space)
        desk.wait(60 + 5 + 60 + 5 + 30 + 1)
    assert [hold.completed for hold in desk.keys.state.log.holds] == [True, True, True]


# --- The bar, at every size

BAR_SIZES = [
    pytest.param(size, marks=() if size in {(880, 480), (1280, 820)} else pytest.mark.slow, id=str(size))
    for size in SIZES
]


@pytest.mark.slow
@pytest.mark.parametrize("size", BAR_SIZES)
def test_every_button_is_large_enough_and_every_act_can_be_reached(desk: Desk, size: tuple[int, int]) -> None:
    desk.press(Qt.Key.Key_Space)
    desk.wait(66)
    settle(desk.screen, *size)
    controls = desk.part(SessionControls)
    if controls.folded:
        controls.more.click()
        settle(desk.screen, *size)
    found = desk.buttons()
    for button in found:
        assert button.width() >= 64, button.accessibleName()
        assert button.height() >= 64, button.accessibleName()
        box = QRect(button.mapTo(desk.screen, QPoint()), button.size())
        assert desk.screen.rect().contains(box), button.accessibleName()
    assert {button.act for button in found} >= {act for act in SessionAct if act is not SessionAct.GO_ON}


@pytest.mark.slow
@pytest.mark.parametrize("size", BAR_SIZES)
def test_stop_and_pause_never_move(desk: Desk, size: tuple[int, int]) -> None:
    settle(desk.screen, *size)
    stop, pause = desk.box("Stop"), desk.box("Begin")
    desk.press(Qt.Key.Key_Space)
    desk.wait(20)
    places = [(desk.box("Stop"), desk.box("Pause"))]
    desk.press(Qt.Key.Key_B)
    places.append((desk.box("Stop"), desk.box("Go on")))
    desk.press(Qt.Key.Key_B)
    desk.wait(50)
    settle(desk.screen, *size)
    places.append((desk.box("Stop"), desk.box("Pause")))
    desk.press(Qt.Key.Key_Q)
    settle(desk.screen, *size)
    places.append((desk.box("Stop"), desk.box("Pause")))
    assert set(map(_plain, places)) == {_plain((stop, pause))}


def _plain(places: tuple[QRect, QRect]) -> tuple[tuple[int, int, int, int], ...]:
    return tuple((box.x(), box.y(), box.width(), box.height()) for box in places)


@pytest.mark.slow
@pytest.mark.parametrize("text", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_text_has_its_room_and_the_seconds_stay_at_every_size(
    desk: Desk, still_theme: LiveTheme, size: tuple[int, int], text: float
) -> None:
    still_theme.choose(ThemeChoice(text_factor=text, motion=Motion.REDUCED))
    desk.press(Qt.Key.Key_Space)
    desk.wait(62)
    settle(desk.screen, *size)
    assert (desk.screen.width(), desk.screen.height()) == size
    assert cut_texts(desk.screen) == []
    for name in ("Stop", "Pause"):
        assert desk.screen.rect().contains(desk.box(name))
    figure = desk.part(Figure)
    assert figure.visibleRegion().boundingRect().size() == figure.size()


def test_a_key_of_ones_own_stands_on_its_button_and_works(desk: Desk) -> None:
    desk.settings = Settings(session_keys="skip: F8 pause: B")
    desk.press(Qt.Key.Key_Space)
    desk.wait(6)
    assert desk.button("Skip this side").accessibleDescription() == "F8"
    desk.press(Qt.Key.Key_F8)
    assert desk.standing == "GetReady"


def test_what_more_holds_works_and_more_closes(desk: Desk) -> None:
    settle(desk.screen, 880, 480)
    controls = desk.part(SessionControls)
    assert SessionAct.QUIET in controls.folded
    controls.more.click()
    desk.button("Quiet view").click()
    assert not controls.drawer.isVisible()
    assert desk.keys.view().acts.calm is Calm.QUIET
    assert desk.button("Show everything").isVisible()


# --- Remotes, foot switches, any key


def test_a_remote_that_sends_f5_begins_and_its_dot_pauses(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F5)
    assert desk.standing == "Holding"
    desk.wait(3)
    desk.press(Qt.Key.Key_F5)
    assert desk.standing == "Holding"
    desk.press(Qt.Key.Key_Period)
    assert desk.standing == "Paused"
    desk.press(Qt.Key.Key_F5)
    assert desk.standing == "LeadIn"


@pytest.mark.parametrize("key", [Qt.Key.Key_J, Qt.Key.Key_Down])
def test_any_plain_key_begins(desk: Desk, key: Qt.Key) -> None:
    desk.press(key)
    assert desk.standing == "Holding"


def test_keys_that_others_rely_on_do_not_begin(desk: Desk) -> None:
    for key in (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_VolumeUp, Qt.Key.Key_Tab, Qt.Key.Key_Print):
        desk.press(key)
        assert desk.standing == "Ready", key
    desk.press(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert desk.standing == "Ready"


def test_a_letter_of_another_alphabet_is_a_key_like_any_other(desk: Desk) -> None:
    desk.settings = Settings(session_keys="pause: U+0418")
    desk.press(Qt.Key.Key_Space)
    event = QKeyEvent(QEvent.Type.KeyPress, 0x418, Qt.KeyboardModifier.NoModifier, "и")
    QApplication.sendEvent(desk.screen, event)
    assert desk.standing == "Paused"


def test_a_key_that_is_held_down_counts_once(desk: Desk) -> None:
    event = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", autorep=True
    )
    QApplication.sendEvent(desk.screen, event)
    assert desk.standing == "Ready"


# --- Comfort, captions, quiet view, rail


def test_comfort_is_told_with_one_key_or_one_large_button(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Space)
    desk.wait(61)
    desk.press(Qt.Key.Key_2)
    desk.wait(66)
    settle(desk.screen)
    desk.button("Fine").click()
    holds = desk.keys.state.log.holds
    assert [hold.comfort for hold in holds] == [Comfort.TOO_MUCH, Comfort.FINE]
    assert not desk.part(ComfortBar).isVisible()


def test_answer_keys_do_nothing_while_nothing_is_asked(desk: Desk) -> None:
    desk.press(Qt.Key.Key_1)
    assert desk.standing == "Ready"


def test_captions_take_two_lines_at_most_and_a_screen_reader_gets_all(desk: Desk) -> None:
    caption = desk.part(Caption)
    long = "Where the crease of the wrist meets the middle of the forearm. " * 6
    caption.show_caption(long)
    settle(desk.screen, 960, 640)
    lines = caption.shown_lines()
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert caption.accessibleName() == long
    caption.show_caption("Let go.")
    assert caption.shown_lines() == ("Let go.",)


def test_captions_go_and_come_with_one_key(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Space)
    desk.wait(2)
    caption = desk.part(Caption)
    assert caption.isVisible()
    assert caption.words
    desk.press(Qt.Key.Key_C)
    assert not caption.isVisible()
    desk.press(Qt.Key.Key_C)
    assert caption.isVisible()


def test_the_quiet_view_leaves_place_seconds_and_the_way_back(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Space)
    desk.wait(10)
    shown = {label.text() for label in labels(desk.screen)}
    desk.press(Qt.Key.Key_Q)
    settle(desk.screen)
    quiet = {label.text() for label in labels(desk.screen)}
    assert quiet < shown
    assert "Left hand" in quiet
    assert desk.part(Figure).isVisible()
    assert {button.accessibleName() for button in desk.buttons()} == {"Stop", "Pause", "Show everything"}


def test_the_rail_has_words_where_there_is_room_and_says_as_much_aloud(desk: Desk) -> None:
    settle(desk.screen, 1280, 820)
    mast = desk.part(SessionMast)
    assert mast.has_words_on_rail
    assert desk.part(StepRail).accessibleName() == "0 steps done of 3"
    mast.setFixedHeight(40)
    settle(desk.screen, 1280, 820)
    assert not mast.has_words_on_rail


def test_the_persons_own_gram_line_does_not_make_the_panel_scroll(
    qtbot: QtBot, still_theme: LiveTheme, tmp_path: Path
) -> None:
    bench = Bench(tmp_path / "grams")
    journal = bench.open()
    journal.verify()
    trials = tuple(
        PressureTrial(bench.key(), hand, PressWith.THUMB, TrialKind.LEVEL, 3, grams, bench.now())
        for hand in Side
        for grams in GRAMS
    )
    desk = Desk(qtbot, still_theme, journal, bench, trials)
    settle(desk.screen, 1280, 820)
    desk.press(Qt.Key.Key_Space)
    desk.wait(62)
    settle(desk.screen, 1280, 820)
    assert any("700" in label.text() for label in labels(desk.screen))
    bar = desk.part(SessionPanel).findChildren(ScrollColumn)[0].verticalScrollBar()
    assert bar.maximum() == 0
    desk.screen.hide()
    journal.close()


# --- Focus and screen reader


def test_everything_on_the_bar_is_reached_by_tab_in_its_order(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Space)
    desk.wait(6)
    controls = desk.part(SessionControls)
    order = []
    desk.screen.setFocus()
    for _ in range(30):
        QTest.keyClick(desk.screen.focusWidget(), Qt.Key.Key_Tab)
        focused = desk.screen.focusWidget()
        if isinstance(focused, ActButton) and focused.parentWidget() is controls:
            order.append(focused.accessibleName())
        if order[-1:] == ["Whole screen"]:
            break
    assert order == [
        "Stop",
        "Pause",
        "Next",
        "Say again",
        "15 s longer",
        "Skip this side",
        "Repeat this point",
        "Quiet view",
        "Whole screen",
    ]


def test_a_switch_tells_its_state(desk: Desk) -> None:
    captions = desk.button("Captions")
    assert captions.isCheckable()
    assert captions.isChecked()
    captions.click()
    assert not captions.isChecked()
    assert desk.settings.captions is OnOff.OFF


def test_the_whole_screen_is_taken_and_given_back(desk: Desk) -> None:
    desk.press(Qt.Key.Key_F)
    assert desk.screen.isFullScreen()
    desk.press(Qt.Key.Key_F)
    assert not desk.screen.isFullScreen()
    desk.press(Qt.Key.Key_F)
    desk.screen.hide()
    assert not desk.screen.isFullScreen()
