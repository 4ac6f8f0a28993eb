"""A theme for every test of the screens; the fonts are the real ones."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.ui.theme.fonts import load_fonts
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[LiveTheme]:
    load_fonts(asset_root())
    live = LiveTheme(ThemeChoice())
    yield live
    live.deleteLater()
