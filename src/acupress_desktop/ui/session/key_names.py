"""From what Qt says of a key to the plain names of ``domain.session_keys``."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from acupress_desktop.presenters.session_switches import KeyKind

_WITH_OTHERS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_PLAIN = frozenset(
    {
        "Up", "Down", "Left", "Right", "Home", "End", "Insert", "Delete", "Backspace", "Clear",
        "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F12",
    }
)  # fmt: skip
"""Keys that type nothing and may still go on where the app waits; volume and media keys are none of them."""


def key_name(event: QKeyEvent) -> str:
    """Return the name of the key that was pressed; empty with Ctrl, Alt or Meta, and for those alone."""
    if event.modifiers() & _WITH_OTHERS:
        return ""
    number = event.key()
    name = _qt_name(number)
    if not name:
        printable = 0 < number <= 0x10FFFF and chr(number).isprintable() and not 0xD800 <= number <= 0xDFFF
        return f"U+{number:04X}" if printable else ""
    return "" if name in _ALONE else name


def _qt_name(number: int) -> str:
    """Return what Qt calls a key; empty for a letter that it has no name for."""
    try:
        name = Qt.Key(number).name
    except ValueError:
        return ""
    return name.removeprefix("Key_") if name.startswith("Key_") else ""


def key_kind(event: QKeyEvent) -> KeyKind:
    """Tell whether a key is plain: it types something, or is an arrow or a function key."""
    name = key_name(event)
    text = event.text()
    types = bool(text) and text.isprintable()
    return KeyKind.PLAIN if name and (types or name in _PLAIN) else KeyKind.SPECIAL


_ALONE = frozenset(
    {
        "Shift", "Control", "Meta", "Alt", "AltGr", "CapsLock", "NumLock", "ScrollLock", "Super_L", "Super_R",
        "Hyper_L", "Hyper_R", "Mode_switch", "Multi_key", "unknown", "any", "Dead_Grave", "Dead_Acute",
    }
)  # fmt: skip
"""Keys that only change others, or that no computer can tell apart."""
