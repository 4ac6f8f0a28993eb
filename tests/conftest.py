"""Silence is a test result.

A test fails when it leaves behind a thread, a running timer or animation or a top-level window; when a
warning is raised (pyproject.toml), when Qt prints a message (pytest-qt), when a log record of WARNING or
above appears that the test did not announce, or when a slot or thread raises (pytest-qt, pytest).

Nothing here imports Qt: the Qt checks look at it only where a test has already loaded it.
"""

from __future__ import annotations

import atexit
import gc
import logging
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# --- A private home, before anything can look for one -----------------------------------------------

_HOME = Path(tempfile.mkdtemp(prefix="acupress-tests-"))
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)

for _name, _folder in {
    "HOME": "home",
    "XDG_DATA_HOME": "home/data",
    "XDG_CONFIG_HOME": "home/config",
    "XDG_CACHE_HOME": "home/cache",
    "XDG_STATE_HOME": "home/state",
    "XDG_RUNTIME_DIR": "run",
    "USERPROFILE": "home",
    "APPDATA": "home/AppData/Roaming",
    "LOCALAPPDATA": "home/AppData/Local",
}.items():
    (_HOME / _folder).mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ[_name] = str(_HOME / _folder)

# Left to itself without a display, Qt picks xcb and ends the process.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The tests see what a new user sees, not this developer's desktop.
for _name in ("QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME", "QT_LOGGING_RULES"):
    os.environ.pop(_name, None)

# --- Hypothesis: the same examples every time, fewer in the inner loop --------------------------------

hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, database=None, print_blob=True)
hypothesis.settings.register_profile("quick", parent=hypothesis.settings.get_profile("ci"), max_examples=15)
hypothesis.settings.register_profile("explore", deadline=None, max_examples=2_000)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

# --- The garbage collector: seldom -------------------------------------------------------------------

# Thousands of tests and the data that they share are looked through again and again otherwise: two fifths of
# the time in which tests are gathered, a tenth of the whole run.
gc.set_threshold(50_000, 20, 100)

# --- Logs ------------------------------------------------------------------------------------------------

_PASSED = pytest.StashKey[bool]()


class _Records(logging.Handler):
    """Keeps every record of WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember whether the test's own body passed, so that leaks are not reported on top of a failure."""
    report = yield
    if call.when == "call":
        item.stash[_PASSED] = report.passed
    return report


def _passed(request: pytest.FixtureRequest) -> bool:
    return bool(request.node.stash.get(_PASSED, False))


@pytest.fixture(autouse=True)
def no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail on a log record of WARNING or above that `@pytest.mark.expects_log` did not announce."""
    records = _Records()
    logging.getLogger().addHandler(records)
    yield
    logging.getLogger().removeHandler(records)
    if not _passed(request):
        return
    expected = [str(pattern) for mark in request.node.iter_markers("expects_log") for pattern in mark.args]
    unexpected = [line for line in records.lines if not any(re.search(one, line) for one in expected)]
    silent = [one for one in expected if not any(re.search(one, line) for line in records.lines)]
    assert not unexpected, f"unexpected log records: {unexpected}"
    assert not silent, f"announced by expects_log, but never logged: {silent}"


# --- Threads ---------------------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def no_leaked_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail when a Python thread that the test started is still alive after it."""
    before = set(threading.enumerate())
    yield
    started = [thread for thread in threading.enumerate() if thread not in before]
    for thread in started:
        thread.join(timeout=1)
    if _passed(request):
        alive = [thread.name for thread in started if thread.is_alive()]
        assert not alive, f"threads still running after the test: {alive}"


# --- Qt --------------------------------------------------------------------------------------------------


def _qt_application() -> Any:
    widgets = sys.modules.get("PySide6.QtWidgets")
    return widgets.QApplication.instance() if widgets else None


def _running_objects() -> dict[int, str]:
    """Timers and animations that run now, by identity, in words."""
    core = sys.modules["PySide6.QtCore"]
    running: dict[int, str] = {}
    # Shiboken knows every object of Qt that Python has ever held and that still lives; there are a few
    # thousand of them at most, and hundreds of thousands in the garbage collector's sight.
    for thing in sys.modules["shiboken6"].getAllValidWrappers():
        if not isinstance(thing, core.QTimer | core.QAbstractAnimation):
            continue
        timer = isinstance(thing, core.QTimer)
        if thing.isActive() if timer else thing.state() == core.QAbstractAnimation.State.Running:
            running[id(thing)] = f"{type(thing).__name__} of {type(thing.parent()).__name__}"
    return running


_IN_SIGHT_MAX = 150_000


@pytest.fixture(autouse=True, scope="module")
def set_aside() -> None:
    """Take out of the garbage collector's sight what modules before this one have loaded, once it is much.

    Data read by one test is kept for the others and lives as long as the run; a test of a screen that lets
    its widgets go would have all of it looked through.
    """
    if len(gc.get_objects()) > _IN_SIGHT_MAX:
        gc.collect()
        gc.freeze()


def _windows(application: Any) -> dict[int, str]:
    """Top-level widgets, by identity, in words; a tool tip is Qt's own and kept for reuse."""
    windows: list[QWidget] = application.topLevelWidgets()
    kinds = {id(window): window.metaObject().className() for window in windows}
    return {key: name for key, name in kinds.items() if name != "QTipLabel"}


def _let_go(application: Any) -> None:
    """Let deleted widgets go, as the event loop of a running app would."""
    core = sys.modules["PySide6.QtCore"]
    application.processEvents()
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)


def _let_go_of_rings(application: Any) -> None:
    """Let widgets go that only a ring of references still holds; slow, and seldom needed."""
    gc.collect()
    _let_go(application)


@pytest.fixture(autouse=True)
def no_leaked_qt_object(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail when the test leaves a running timer or animation, a window or a busy pool thread."""
    uses_qt = "qapp" in request.fixturenames or _is_qt_room(request.path)
    application = _qt_application() if uses_qt else None
    timers_before = set(_running_objects()) if application else set()
    windows_before = set(_windows(application)) if application else set()
    yield
    if not uses_qt or not _passed(request):
        return
    application = _qt_application()
    if application is None:
        return
    pool = sys.modules["PySide6.QtCore"].QThreadPool.globalInstance()
    assert pool.waitForDone(1_000), "a job is still running in the global thread pool after the test"
    looks: tuple[tuple[Callable[[], dict[int, str]], set[int], str], ...] = (
        (
            lambda: _windows(application),
            windows_before,
            "windows left open: close them or use qtbot.addWidget",
        ),
        (_running_objects, timers_before, "timers or animations still running"),
    )
    for look, before, words in looks:
        for settle in (_let_go, _let_go_of_rings):
            if set(look()) - before:
                settle(application)
        left = [name for key, name in look().items() if key not in before]
        assert not left, f"{words}: {left}"


def _is_qt_room(path: Path) -> bool:
    return bool({"ui", "journeys", "pictures"} & set(path.parts))


# --- A virtual screen ------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def virtual_screen() -> Iterator[dict[str, str]]:
    """The environment of a process that shall open real windows: a private X server of 1280x900.

    Skips in words where there is no Xvfb; in CI that is a failure, since there it must be installed.
    """
    server = shutil.which("Xvfb")
    if server is None:
        words = "Xvfb is not installed; on Debian: apt-get install xvfb"
        if os.environ.get("CI"):
            pytest.fail(words)
        pytest.skip(words)
    read_end, write_end = os.pipe()
    command = [server, "-displayfd", str(write_end), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(write_end,), stderr=subprocess.DEVNULL) as process:
        os.close(write_end)
        try:
            with os.fdopen(read_end) as pipe:
                number = pipe.readline().strip()
            assert number, "Xvfb ended without naming its display"
            yield {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        finally:
            process.terminate()
