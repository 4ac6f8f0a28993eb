"""One imagined person per test, at the real app, in a private folder, on a clock that moves by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from acupress_desktop.app.rehearsal import Rehearsal
from acupress_desktop.app.start import application
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.ui.theme.fonts import load_fonts
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice, dress_application
from acupress_desktop.ui.theme.tokens import Motion

EVENING = datetime(2026, 11, 22, 19, 2, tzinfo=UTC)

Arrive = Callable[..., Rehearsal]

INNER_LOOP = {"test_first_days.py", "test_hold_seconds.py"}
"""The journeys that `dev.py check` walks too; a whole visit takes seconds, so it leaves out the others."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the journeys as slow, whoever writes the next one."""
    here = Path(__file__).parent
    for item in items:
        if item.path.parent == here and item.path.name not in INNER_LOOP:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> Iterator[LiveTheme]:
    """The application's own look, once for all journeys."""
    application()
    load_fonts(asset_root())
    theme = LiveTheme(ThemeChoice(motion=Motion.REDUCED))
    dress_application(qapp, theme)
    yield theme
    theme.deleteLater()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def arrive(dressed: LiveTheme, folder: Path) -> Iterator[Arrive]:
    """``arrive(when=..., folder=..., assets=...)``: the app starts; it is closed after the test."""
    there: list[Rehearsal] = []

    def start(when: datetime = EVENING, folder: Path = folder, assets: Path | None = None) -> Rehearsal:
        dressed.choose(ThemeChoice(motion=Motion.REDUCED))
        visit = Rehearsal(folder, when, dressed, seed=len(there) + 1, assets=assets)
        there.append(visit)
        visit.open()
        return visit

    yield start
    for visit in there:
        visit.close()
