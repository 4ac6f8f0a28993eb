"""Somebody who cannot see the screen goes from the home page to the third step of a session, over AT-SPI."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from acupress_desktop.domain.journal import Measure, RatingTime
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import DayRange
from acupress_desktop.session.clock import SystemClock
from acupress_desktop.storage.opening import open_journal
from acupress_desktop.storage.sample import NECK_SET
from bench.homes import make_home
from tests.architecture.house import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.screen, pytest.mark.timeout(180)]

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
READER = "/usr/bin/python3"
PACKAGES = "dbus at-spi2-core python3-pyatspi gir1.2-atspi-2.0"


def _skip(what: str) -> None:
    words = f"{what} is missing; on Debian: apt-get install {PACKAGES}"
    if os.environ.get("CI"):
        pytest.fail(words)
    pytest.skip(words)


@pytest.fixture(scope="module")
def launcher() -> str:
    """What starts the accessibility bus, where everything that the walk needs is there."""
    if shutil.which("dbus-run-session") is None:
        _skip("dbus-run-session")
    found = next((path for path in LAUNCHERS if Path(path).exists()), None)
    if found is None:
        _skip("at-spi-bus-launcher")
    asked = [READER, "-I", "-c", "import pyatspi"]
    if not Path(READER).exists() or subprocess.run(asked, capture_output=True, check=False).returncode != 0:
        _skip(f"pyatspi for {READER}")
    return str(found)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two weeks of a person who presses the neck set."""
    made = tmp_path_factory.mktemp("walk") / "data"
    make_home(made, SystemClock().now())
    return made


@pytest.fixture(scope="module")
def walked(
    virtual_screen: Mapping[str, str],
    launcher: str,
    folder: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, Any]:
    """What the walk saw, page by page."""
    runtime = tmp_path_factory.mktemp("run")
    runtime.chmod(0o700)
    inside = Path(__file__).with_name("inside.py")
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, str(inside), launcher, READER, str(folder)],
        env={**virtual_screen, "XDG_RUNTIME_DIR": str(runtime), "PYTHONPATH": str(ROOT / "src")},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=150,
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    told = json.loads(done.stdout.splitlines()[-1])
    assert isinstance(told, dict)
    assert told.get("missing") is None, told
    return told


@pytest.mark.parametrize(
    "page", ["home", "atlas", "turning", "learning", "your_body", "trend", "safety", "plan", "session"]
)
def test_whatever_takes_the_keyboard_has_a_name(walked: dict[str, Any], page: str) -> None:
    assert walked[page]["nameless"] == []


def test_every_point_of_the_set_is_a_button_on_one_of_the_views(walked: dict[str, Any]) -> None:
    seen = [*walked["home"]["points"], *walked["home"]["points_in_front"]]
    for site in NECK_SET:
        named = f", {site.point}, {site.side.value} side"
        assert any(name.endswith(named) for name in seen), (named, seen)


def test_the_body_that_turns_is_told_with_its_points(walked: dict[str, Any]) -> None:
    told = walked["turning"]
    assert any("LI10" in name for name in told["points"])
    assert any(re.fullmatch(r"Body from the front\. \d+ points in view\.", name) for name in told["names"])


def test_a_point_can_be_pressed_and_leads_to_its_card(walked: dict[str, Any]) -> None:
    assert "LI10" in walked["point_pressed"]
    assert len(walked["atlas"]["points"]) > len(NECK_SET)


def test_the_trend_can_be_read_as_a_table(walked: dict[str, Any]) -> None:
    cells = walked["trend"]["cells"]
    assert len(cells) >= 6 * 5
    assert any(cell.replace(".", "").isdigit() for cell in cells)


def test_the_safety_questions_were_all_answered_by_ear(walked: dict[str, Any]) -> None:
    assert walked["safety"]["pages"] >= 7


def test_a_number_that_was_chosen_by_ear_reaches_the_journal(walked: dict[str, Any], folder: Path) -> None:
    assert walked["plan"]["set"] == [True, False, True]
    now = Moment.of(SystemClock().now())
    journal = open_journal(folder, now=lambda: now)
    stories = journal.recall_stories(DayRange(now.local_date, now.local_date))
    journal.close()
    before = [
        rating.value
        for story in stories
        for rating in story.ratings
        if rating.measure is Measure.PAIN and rating.time is RatingTime.BEFORE
    ]
    assert before == [7]


def test_each_step_of_the_session_is_spoken(walked: dict[str, Any]) -> None:
    heard = " ".join(walked["session"]["heard"])
    for words in ("left hand", "other side: right hand", "left forearm", "Hands off"):
        assert words in heard, walked["session"]["heard"]
