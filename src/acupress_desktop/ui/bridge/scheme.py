"""Light, dark or high contrast, as the desktop asks; many Linux desktops do not say (docs/decisions)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from acupress_desktop.ui.theme.tokens import Scheme


def system_scheme() -> Scheme | None:
    """Return what the desktop asks for, or ``None`` where it says nothing."""
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)
    if accessibility is not None:
        preference = getattr(Qt, "ContrastPreference", None)
        contrast = accessibility().contrastPreference()
        if preference is not None and contrast == preference.HighContrast:
            return Scheme.CONTRAST
    match hints.colorScheme():
        case Qt.ColorScheme.Dark:
            return Scheme.DARK
        case Qt.ColorScheme.Light:
            return Scheme.LIGHT
        case _:
            return None
