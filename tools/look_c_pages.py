"""The pages that ``tools.look_c`` draws."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.domain.settings import Settings
from acupress_desktop.presenters.settings import SettingsPresenter
from acupress_desktop.ui.settings.screen import SettingsScreen
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.widgets.top_bar import Place, TopBar, TopBarWords


class Framed(QWidget):
    """A page below the mast, as the window shows it."""

    def __init__(self, theme: LiveTheme, page: QWidget, place: str) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        words = TopBarWords("Acupress", "Menu", "Settings", "Emergency")
        bar = TopBar(
            theme, words, tuple(Place(name, name) for name in ("Today", "Atlas", "Journal", "Trend"))
        )
        bar.show_place(place)
        bar.show_emergency("112")
        column.addWidget(bar)
        column.addWidget(page, 1)


class KeptInMemory:
    """Settings that are forgotten with the picture."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def recall_settings(self) -> Settings:
        """Return the settings."""
        return self._settings

    def remember_settings(self, settings: Settings) -> tuple[str, ...]:
        """Keep the settings."""
        self._settings = settings
        return ()


def _settings(theme: LiveTheme) -> QWidget:
    kept = KeptInMemory(Settings(emergency_number="112", birth_year=1981))
    screen = SettingsScreen(SettingsPresenter(kept, lambda _settings: None), theme)
    screen.show_view(SettingsPresenter(kept, lambda _settings: None).write("emergency_number", "call me"))
    return screen


PAGES: dict[str, Callable[[LiveTheme], QWidget]] = {"settings": _settings}
