"""The session screen led by keys, as a person with both hands busy would."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from acupress_desktop.content.album_files import read_album
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.how_to_files import read_how_to
from acupress_desktop.domain.journal import AdverseKind
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.row_ids import RowIds
from acupress_desktop.domain.settings import BodyView, Settings
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.session import SessionBook, SessionPresenter
from acupress_desktop.presenters.session_keeping import SessionKeeping
from acupress_desktop.session.clock import VirtualClock
from acupress_desktop.session.states import Finished, GetReady, Holding
from acupress_desktop.storage.journal import Journal
from acupress_desktop.ui.session.scenes import SitePictures
from acupress_desktop.ui.session.screen import SessionScreen
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice
from acupress_desktop.ui.theme.tokens import Motion
from acupress_desktop.ui.widgets.buttons import Button
from tests.session.sessions import ready, site
from tests.storage.journals import START, Bench

ROOT = asset_root()
ATLAS = read_atlas(ROOT)
HOW_TO = read_how_to(ROOT, ATLAS)
ALBUM = read_album(ROOT, "figure_f")
SITES = (site("LI4", SiteSide.LEFT), site("LI4", SiteSide.RIGHT), site("EX-HN3", SiteSide.MIDLINE, 30))


S = TypeVar("S")


class Desk:
    """One session on a screen, with a clock moved by hand."""

    def __init__(self, qtbot: QtBot, theme: LiveTheme, journal: Journal, bench: Bench) -> None:
        self.clock = VirtualClock(START)
        session = bench.session()
        journal.remember_session_opened(session)
        keeping = SessionKeeping(journal, session.id, RowIds(self.now, bench.chance.randbytes), self.now)
        book = SessionBook("Calm set", ATLAS, HOW_TO)
        self.keys = SessionPresenter(ready(*SITES), book, keeping, self.clock, Settings)
        pictures = SitePictures(ALBUM, HOW_TO, BodyView.AS_SEEN_BY_ANOTHER, theme)
        self.screen = SessionScreen(self.keys, theme, pictures)
        self.qtbot = qtbot
        qtbot.addWidget(self.screen)
        self.screen.resize(1280, 820)
        self.screen.show()
        self.screen.setFocus()

    def now(self) -> Moment:
        return Moment.of(self.clock.now(), "UTC")

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.screen.focusWidget(), key)

    @property
    def standing(self) -> str:
        return type(self.keys.state).__name__

    def state(self, kind: type[S]) -> S:
        found = self.keys.state
        assert isinstance(found, kind)
        return found

    def wait(self, seconds: float) -> None:
        for _ in range(round(seconds * 10)):
            self.clock.advance(0.1)
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


def test_a_focused_button_wins_over_space(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Space)
    desk.wait(6)
    skip = next(
        button for button in desk.screen.findChildren(Button) if button.accessibleName() == "Skip this side"
    )
    skip.setFocus()
    QTest.keyClick(skip, Qt.Key.Key_Space)
    assert desk.state(GetReady).log.holds[0].comfort is not None


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
