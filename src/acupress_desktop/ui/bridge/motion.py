"""Does the desktop ask for less motion? Qt answers from 6.12 on; before that the app's own switch decides."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from acupress_desktop.ui.theme.tokens import Motion


def system_motion() -> Motion | None:
    """Return what the desktop asks for, or ``None`` where Qt or the desktop cannot tell."""
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)
    if accessibility is None:
        return None
    preference = getattr(accessibility(), "motionPreference", None)
    if preference is None:
        return None
    name = getattr(preference(), "name", "")
    return Motion.REDUCED if name.lower().startswith("reduce") else None
