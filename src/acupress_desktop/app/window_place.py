"""Where the window stood last, in and out of the settings."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from acupress_desktop.domain.settings import OnOff, Settings


def kept_box(settings: Settings) -> QRect | None:
    """Return size and place of last time, or ``None`` where they are not known."""
    parts = (
        settings.window_x_px,
        settings.window_y_px,
        settings.window_width_px,
        settings.window_height_px,
    )
    known = [part for part in parts if part is not None]
    return QRect(*known) if len(known) == len(parts) else None


def maximise(window: QWidget, settings: Settings) -> None:
    """Let a window that is about to be shown fill its screen, where it did so last time."""
    if settings.window_maximised is OnOff.ON:
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def with_place(settings: Settings, window: QWidget) -> Settings:
    """Return the settings with the window's size and place of now; a maximised one keeps its usual size."""
    spread = window.isMaximized() or window.isFullScreen()
    box = window.normalGeometry() if spread else window.geometry()
    return replace(
        settings,
        window_x_px=box.x(),
        window_y_px=box.y(),
        window_width_px=max(1, box.width()),
        window_height_px=max(1, box.height()),
        window_maximised=OnOff.ON if window.isMaximized() else OnOff.OFF,
    )
