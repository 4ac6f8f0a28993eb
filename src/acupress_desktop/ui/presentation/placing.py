"""Which screen the large view goes to, and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


class ScreenRole(Enum):
    """Whether a screen is the machine's main one."""

    MAIN = "main"
    FURTHER = "further"


@dataclass(frozen=True, slots=True)
class ScreenBox:
    """One screen: its place and size in the common pixel space of all screens."""

    left_px: int
    top_px: int
    width_px: int
    height_px: int
    role: ScreenRole = ScreenRole.FURTHER

    @property
    def area(self) -> int:
        """Width times height."""
        return self.width_px * self.height_px


def screen_for_showing(screens: tuple[ScreenBox, ...], here: int) -> int | None:
    """Return the index of the screen that the client sees, or ``None`` to stay.

    A further screen than the one the window is on; among several one that is not the main screen, then the
    largest. Screens that mirror the present one (same place) show the same picture anyway and do not count.
    """
    if not 0 <= here < len(screens):
        return None
    mine = screens[here]
    others = [
        number
        for number, screen in enumerate(screens)
        if number != here and (screen.left_px, screen.top_px) != (mine.left_px, mine.top_px)
    ]
    if not others:
        return None
    return max(others, key=lambda number: (screens[number].role is ScreenRole.FURTHER, screens[number].area))


class LargeStay:
    """``LargeStay(window)``: ``enter`` fills a screen, the second if there is one; ``leave`` goes back."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._before: tuple[QRect, Qt.WindowState] | None = None

    def enter(self) -> None:
        """Fill the screen that the client sees."""
        if self._before is not None:
            return
        window = self._window
        self._before = (window.geometry(), window.windowState())
        screens = QGuiApplication.screens()
        main = QGuiApplication.primaryScreen()
        boxes = tuple(
            ScreenBox(
                screen.geometry().left(),
                screen.geometry().top(),
                screen.geometry().width(),
                screen.geometry().height(),
                ScreenRole.MAIN if screen is main else ScreenRole.FURTHER,
            )
            for screen in screens
        )
        here = screens.index(window.screen()) if window.screen() in screens else -1
        chosen = screen_for_showing(boxes, here)
        if chosen is not None:
            window.setScreen(screens[chosen])
            window.move(screens[chosen].geometry().topLeft())
        window.showFullScreen()

    def leave(self) -> None:
        """Go back to the place and size of before."""
        if self._before is None:
            return
        box, state = self._before
        self._before = None
        window = self._window
        window.setWindowState(state)
        window.setGeometry(box)
