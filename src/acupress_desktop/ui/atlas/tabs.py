"""The tabs over the second of two columns: the words, the picture, the body that turns, the small body."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.presenters.atlas_view import AtlasView
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.widgets.choices import Option, Segmented
from acupress_desktop.ui.widgets.fitting_choice import FittingChoice


class Tab(Enum):
    """What the second of two columns shows."""

    WORDS = "words"
    PICTURE = "picture"
    TURNING = "turning"
    BODY = "body"


class PartTabs(QWidget):
    """``PartTabs(theme, view)``; ``chosen`` carries a `Tab`.

    The tab of the body that turns is there from ``offer_turning`` on: in a low window there is no room for a
    choice of its own below the tabs.
    """

    chosen = Signal(object)

    def __init__(self, theme: LiveTheme, view: AtlasView) -> None:
        super().__init__()
        words = Option(Tab.WORDS, view.words_tab)
        picture = Option(Tab.PICTURE, view.picture_tab)
        turning = Option(Tab.TURNING, view.hooks.turning)
        body = Option(Tab.BODY, view.body_tab)
        self._without = Segmented(theme, view.tabs_name, (words, picture, body), Tab.WORDS)
        self._with = FittingChoice(theme, view.tabs_name, (words, picture, turning, body), Tab.WORDS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for choice in (self._without, self._with):
            choice.chosen.connect(self.chosen)
            column.addWidget(choice)
        self._with.hide()

    def offer_turning(self) -> None:
        """Show the tab of the body that turns too."""
        self._without.hide()
        self._with.show()

    def show_key(self, tab: Tab) -> None:
        """Show ``tab`` as chosen."""
        self._without.show_key(None if tab is Tab.TURNING else tab)
        self._with.show_key(tab)
