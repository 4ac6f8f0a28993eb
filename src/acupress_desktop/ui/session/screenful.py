"""Filling the whole screen for a session, and giving it back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class Screenful:
    """``switch`` fills the screen or stops doing so; ``leave`` gives back what was taken here."""

    def __init__(self) -> None:
        self._taken = False

    def switch(self, window: QWidget) -> None:
        """Fill the screen, or go back to how the window was."""
        whole = bool(window.windowState() & Qt.WindowState.WindowFullScreen)
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
        self._taken = not whole

    def leave(self, window: QWidget) -> None:
        """Go back to how the window was, if the session filled the screen."""
        if self._taken:
            self._taken = False
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowFullScreen)
