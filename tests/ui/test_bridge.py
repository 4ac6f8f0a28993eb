"""The small bridge between the rooms below and Qt."""

from __future__ import annotations

import gc
import logging
import sys
import threading

import pytest
from PySide6.QtCore import QThread, QTimer, qCritical
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from acupress_desktop.ui.bridge.announcing import Urgency, announce
from acupress_desktop.ui.bridge.background import BackgroundRunner, InlineRunner, Job, Outcome
from acupress_desktop.ui.bridge.deadlines import TimerDeadline
from acupress_desktop.ui.bridge.hooks import Failure, FailureHooks, Where
from acupress_desktop.ui.bridge.motion import system_motion
from acupress_desktop.ui.bridge.ticker import Beat, Ticker
from acupress_desktop.ui.theme.tokens import Motion


def test_the_ticker_beats_only_while_it_is_asked_to(qtbot: QtBot) -> None:
    ticker = Ticker()
    assert not ticker.running
    with qtbot.waitSignal(ticker.ticked, timeout=1000):
        ticker.start(Beat.ANIMATION_60)
    ticker.start(Beat.SECONDS)
    ticker.stop()
    assert not [timer for timer in ticker.findChildren(QTimer) if timer.isActive()]


def test_a_deadline_is_due_once(qtbot: QtBot) -> None:
    deadline = TimerDeadline()
    heard: list[str] = []
    deadline.due.connect(lambda: heard.append("due"))
    deadline.start(1)
    deadline.cancel()
    deadline.start(1)
    qtbot.waitUntil(lambda: heard == ["due"], timeout=1000)


def test_results_arrive_on_the_main_thread(qtbot: QtBot) -> None:
    runner = BackgroundRunner()
    seen: list[tuple[object, bool]] = []
    worker: list[bool] = []

    def work(job: Job) -> object:
        worker.append(QThread.currentThread() is QApplication.instance().thread())  # type: ignore[union-attr]
        return 42

    def hear(outcome: Outcome) -> None:
        seen.append((outcome.result, threading.current_thread() is threading.main_thread()))

    runner.run(work, hear)
    qtbot.waitUntil(lambda: bool(seen), timeout=2000)
    runner.close()
    assert seen == [(42, True)]
    assert worker == [False]


def test_a_failure_is_an_outcome_and_the_next_job_runs(qtbot: QtBot) -> None:
    runner = BackgroundRunner()
    outcomes: list[Outcome] = []
    runner.run(lambda _job: 1 // 0, outcomes.append)
    runner.run(lambda _job: "next", outcomes.append)
    qtbot.waitUntil(lambda: len(outcomes) == 2, timeout=2000)
    runner.close()
    assert isinstance(outcomes[0].failure, ZeroDivisionError)
    assert outcomes[1] == Outcome(result="next")


def test_cancelled_work_stops_at_its_next_step(qtbot: QtBot) -> None:
    runner = BackgroundRunner()
    outcomes: list[Outcome] = []
    begun, go_on = threading.Event(), threading.Event()

    def work(job: Job) -> object:
        begun.set()
        go_on.wait(2)
        job.check()
        return "too far"

    job = runner.run(work, outcomes.append)
    never = runner.run(lambda _job: "never", outcomes.append)
    assert begun.wait(2)
    job.cancel()
    never.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: len(outcomes) == 2, timeout=2000)
    runner.close()
    assert outcomes == [Outcome(cancelled=True), Outcome(cancelled=True)]


def test_the_inline_runner_is_done_when_it_returns() -> None:
    outcomes: list[Outcome] = []
    progress: list[object] = []

    def work(job: Job) -> object:
        job.progressed.connect(progress.append)
        job.report(0.5)
        return "done"

    InlineRunner().run(work, outcomes.append)
    assert outcomes == [Outcome(result="done")]
    assert progress == [0.5]


@pytest.mark.expects_log("ValueError: in a slot", "in thread")
def test_what_nobody_handles_is_told_once(qapp: QApplication) -> None:
    told: list[Failure] = []
    hooks = FailureHooks(told.append)
    hooks.install()
    try:
        error = ValueError("in a slot")
        sys.excepthook(ValueError, error, None)
        thread = threading.Thread(target=lambda: 1 // 0, name="worker")
        thread.start()
        thread.join()
    finally:
        hooks.remove()
    assert [(failure.where, type(failure.error)) for failure in told] == [
        (Where.MAIN, ValueError),
        (Where.THREAD, ZeroDivisionError),
    ]


@pytest.mark.expects_log("Qt is unhappy")
def test_critical_messages_of_qt_are_told(qapp: QApplication) -> None:
    told: list[Failure] = []
    hooks = FailureHooks(told.append)
    hooks.install()
    try:
        qCritical("Qt is unhappy")
    finally:
        hooks.remove()
    assert [(failure.where, failure.summary) for failure in told] == [(Where.QT, "Qt is unhappy")]


@pytest.mark.expects_log("first", "second", "telling about a failure failed")
def test_a_failure_while_telling_does_not_run_in_circles(qapp: QApplication) -> None:
    calls: list[str] = []

    def told(failure: Failure) -> None:
        calls.append(failure.summary)
        sys.excepthook(ValueError, ValueError("second"), None)
        raise RuntimeError("telling failed")

    hooks = FailureHooks(told)
    hooks.install()
    try:
        sys.excepthook(ValueError, ValueError("first"), None)
    finally:
        hooks.remove()
    assert calls == ["ValueError: first"]


def test_hooks_put_the_former_ones_back(qapp: QApplication) -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    hooks = FailureHooks(lambda _failure: None)
    hooks.install()
    assert sys.excepthook is not before[0]
    hooks.remove()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


@pytest.mark.parametrize("urgency", Urgency)
def test_announcing_needs_no_listener(qapp: QApplication, urgency: Urgency) -> None:
    widget = QWidget()
    announce(widget, "Left hand now.", urgency)
    announce(widget, "")
    assert not widget.isVisible()
    widget.deleteLater()


def test_the_desktop_may_ask_for_less_motion_or_say_nothing(qapp: QApplication) -> None:
    assert system_motion() in {None, Motion.REDUCED}


def test_none_is_not_lost_in_void_calls(qapp: QApplication) -> None:
    """PySide6 6.12 on Python 3.11 loses a reference to None on each of these and aborts in the end."""
    widget = QWidget()
    gc.collect()
    before = sys.getrefcount(None)
    for number in range(200):
        widget.setAccessibleName(str(number))
    assert sys.getrefcount(None) - before > -100
    widget.deleteLater()


def test_the_log_of_a_quiet_hook_is_quiet(caplog: pytest.LogCaptureFixture, qapp: QApplication) -> None:
    hooks = FailureHooks(lambda _failure: None)
    with caplog.at_level(logging.WARNING):
        hooks.install()
        hooks.remove()
    assert caplog.records == []
