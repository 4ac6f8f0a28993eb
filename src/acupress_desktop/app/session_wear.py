"""What a session wears: the colours of the window, or in the evening those of its own."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from acupress_desktop.app.ground import Ground
from acupress_desktop.domain.evening import dims_session
from acupress_desktop.domain.occasions import Room
from acupress_desktop.ui.theme.live import LiveTheme, ThemeChoice, dress
from acupress_desktop.ui.theme.tokens import Scheme


def in_the_evening(choice: ThemeChoice) -> ThemeChoice:
    """Return the same choice in the evening's colours; high contrast stays what it is."""
    return choice if choice.scheme is Scheme.CONTRAST else replace(choice, scheme=Scheme.EVENING)


class SessionWear(QObject):
    """``theme`` is what a session wears: the window's, or in the evening one of its own that follows it.

    Decided when the session begins: colours that change under somebody's eyes would be no rest.
    """

    def __init__(self, ground: Ground, room: Room = Room.AS_SET) -> None:
        super().__init__()
        self._outer = ground.theme
        dim = dims_session(ground.chosen().evening_theme, ground.now().local, room)
        self._own = LiveTheme(in_the_evening(self._outer.choice), self) if dim else None
        self.theme = self._own or self._outer

    def put_on(self, screen: QWidget) -> None:
        """Dress ``screen``, to which this belongs from now on; the rest of the window stays as it is."""
        self.setParent(screen)
        if self._own is None:
            return
        screen.setAutoFillBackground(True)
        self._screen = screen
        dress(screen, self._own)
        self._outer.changed.connect(self._follow)
        self._own.changed.connect(self._redress)

    def _follow(self) -> None:
        """Larger text, less motion or high contrast count in the evening too."""
        if self._own is not None:
            self._own.choose(in_the_evening(self._outer.choice))

    def _redress(self) -> None:
        if self._own is not None:
            dress(self._screen, self._own)
