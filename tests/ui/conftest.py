"""A theme for every test of the screens; the fonts are the real ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.ui.theme.fonts import load_fonts
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice

SIZES = ("bears_every", "every_size", "every_window")
"""In the names of tests that lay a page out in every window and text size; under load each takes a second."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave every size of every page to the whole suite, whoever writes the next such test."""
    here = Path(__file__).parent
    for item in items:
        if item.path.parent == here and any(words in item.name for words in SIZES):
            item.add_marker(pytest.mark.slow)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[LiveTheme]:
    load_fonts(asset_root())
    live = LiveTheme(ThemeChoice())
    yield live
    live.deleteLater()
