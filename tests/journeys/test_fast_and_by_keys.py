"""Few taps, and no mouse at all."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from acupress_desktop.app.rehearsal import SAFE_ANSWERS, Rehearsal, Stranger
from acupress_desktop.domain.journal import SessionEnd
from acupress_desktop.presenters.destinations import ToAtlas, ToHelp, ToJournal, ToSettings, ToToday, ToTrend
from acupress_desktop.presenters.session_view import SessionPhase
from acupress_desktop.ui.after_session.screen import AfterSessionScreen
from acupress_desktop.ui.body_map.point_button import PointButton
from acupress_desktop.ui.plan.screen import PlanScreen
from acupress_desktop.ui.safety.screen import SafetyScreen
from acupress_desktop.ui.widgets.choices import ScaleZeroToTen, Segmented
from tests.journeys.conftest import Arrive
from tests.journeys.steps import DAY_SECONDS, calm_session, stands_on, stories_of

TAPS_MAX = 8
_TABS_MAX = 80


def test_a_returning_person_presses_at_most_eight_times_to_the_first_hold(arrive: Arrive) -> None:
    at = arrive()
    calm_session(at)
    at.clock.advance(DAY_SECONDS)
    at.hands.press("Start")
    before = at.hands.presses
    at.answer({})
    at.hands.press("5")
    at.hands.press("Begin")
    at.wait(10.5)
    assert at.phase() in {SessionPhase.GET_READY, SessionPhase.HOLDING}
    assert at.hands.presses - before <= TAPS_MAX


def _tab_to(at: Rehearsal, name: str) -> None:
    """Press Tab until what is called ``name`` has the keyboard."""
    for _ in range(_TABS_MAX):
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton) and focused.accessibleName().startswith(name):
            return
        at.hands.key(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never reached {name!r} on {at.widget}")


def _choose(at: Rehearsal, name: str) -> None:
    _tab_to(at, name)
    at.hands.key(Qt.Key.Key_Space)


def _tab_to_field(at: Rehearsal) -> None:
    for _ in range(_TABS_MAX):
        if isinstance(QApplication.focusWidget(), QLineEdit):
            return
        at.hands.key(Qt.Key.Key_Tab)
    raise AssertionError("Tab never reached the field")


def _out_of_reach(at: Rehearsal) -> list[str]:
    """Press Tab all the way round; name what can be used and never had the keyboard.

    In a group with arrows one member stands for all, so members beside it are not missed.
    """
    at.hands.settle()
    front = at.hands.front
    wanted = [
        widget
        for widget in front.findChildren(QAbstractButton)
        if widget.isVisibleTo(front) and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    had: list[QWidget | None] = []
    for _ in range(len(wanted) + _TABS_MAX):
        at.hands.key(Qt.Key.Key_Tab)
        focused = front.focusWidget()
        if had and focused is had[0]:
            break
        had.append(focused)
    groups = {id(widget.parentWidget()) for widget in had if widget is not None}
    return [
        widget.accessibleName()
        for widget in wanted
        if widget not in had and not (_moves_by_arrows(widget) and id(widget.parentWidget()) in groups)
    ]


def _moves_by_arrows(widget: QAbstractButton) -> bool:
    return isinstance(widget, PointButton) or isinstance(widget.parentWidget(), Segmented | ScaleZeroToTen)


def test_tab_reaches_everything_on_every_page(arrive: Arrive) -> None:
    at = arrive()
    assert _out_of_reach(at) == []
    at.first_run(Stranger())
    assert _out_of_reach(at) == []
    at.hands.press("Neck and shoulders")
    for _ in range(20):
        if not isinstance(at.widget, SafetyScreen):
            break
        assert _out_of_reach(at) == []
        at.hands.press(next(answer for answer in SAFE_ANSWERS if at.hands.can_press(answer)))
    assert _out_of_reach(at) == []
    at.hands.press("6")
    at.hands.press("Begin")
    at.hands.press("Begin")
    at.wait_for_end()
    assert _out_of_reach(at) == []
    at.hands.press("Save to journal")
    for where in (ToToday(), ToAtlas(), ToJournal(), ToTrend(), ToHelp(), ToSettings()):
        at.house.window.go(where)
        assert _out_of_reach(at) == [], where
    at.house.window.go(ToToday())
    at.hands.press("Check in")
    assert _out_of_reach(at) == []


def test_the_whole_first_visit_by_keys_alone(arrive: Arrive) -> None:
    at = arrive()
    at.house.window.activateWindow()
    _choose(at, "I understand")
    _tab_to_field(at)
    at.hands.key(Qt.Key.Key_4)
    at.hands.key(Qt.Key.Key_4)
    _choose(at, "Not possible for me")
    _choose(at, "Female figure")
    _choose(at, "Go on")
    _choose(at, "Done")
    _choose(at, "Neck and shoulders")
    for _ in range(20):
        if not isinstance(at.widget, SafetyScreen):
            break
        for answer in ("None of these", "Nowhere"):
            if at.hands.can_press(answer):
                _choose(at, answer)
                break
        else:
            at.hands.key(Qt.Key.Key_N)
    assert stands_on(at, PlanScreen)

    _tab_to(at, "0")
    at.hands.key(Qt.Key.Key_6)
    _choose(at, "Begin")
    assert at.phase() is SessionPhase.READY
    at.hands.key(Qt.Key.Key_Space)
    at.wait(12)
    assert at.phase() is SessionPhase.HOLDING
    at.hands.key(Qt.Key.Key_B)
    assert at.phase() is SessionPhase.PAUSED
    at.hands.key(Qt.Key.Key_B)
    at.wait(4)
    at.hands.key(Qt.Key.Key_PageDown)
    at.wait(6)
    at.hands.key(Qt.Key.Key_PageUp)
    at.wait(6)
    at.hands.key(Qt.Key.Key_Escape)
    assert at.phase() is SessionPhase.STOP_CARD
    at.hands.key(Qt.Key.Key_Escape)
    assert stands_on(at, AfterSessionScreen)
    _choose(at, "Ask me now")
    at.hands.key(Qt.Key.Key_3)
    _choose(at, "Save to journal")

    (story,) = stories_of(at)
    assert story.session.end is SessionEnd.STOPPED
    first = story.holds[0]
    assert 0 < first.held_seconds < first.hold_seconds
    assert [rating.value for rating in story.ratings] == [6, 3]
