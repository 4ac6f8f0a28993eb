"""Text that is kept a moment after the last key, and at the latest when the field, page or window is left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from acupress_desktop.ui.bridge.deadlines import Deadline, TimerDeadline
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.type_roles import TextRole

_REST_MS = 800
_NOTE_LINES = 3
_NOTE_AIR_PX = 28


def note_height_px(theme: LiveTheme) -> int:
    """Return how tall a field for a note is: a few lines, and it scrolls inside."""
    return _NOTE_LINES * theme.line_px(TextRole.BODY) + _NOTE_AIR_PX


class LateText(QObject):
    """``LateText(field)``: ``touch(text)`` as it is typed; ``written`` emits what was typed last, once."""

    written = Signal(str)

    def __init__(self, field: QWidget, deadline: Deadline | None = None) -> None:
        super().__init__(field)
        self._field = field
        self._waiting: str | None = None
        self._deadline = deadline or TimerDeadline(self)
        self._deadline.due.connect(self.flush)
        self._window: QWidget | None = None
        field.installEventFilter(self)

    @property
    def waits(self) -> bool:
        """Whether something is typed that is not kept yet."""
        return self._waiting is not None

    def touch(self, text: str) -> None:
        """Something was typed."""
        self._waiting = text
        self._deadline.start(_REST_MS)

    def flush(self) -> None:
        """Keep now what was typed."""
        self._deadline.cancel()
        text, self._waiting = self._waiting, None
        if text is not None:
            self.written.emit(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._field and kind == QEvent.Type.Show:
            self._watch_window()
        left = watched is self._field and kind in (QEvent.Type.FocusOut, QEvent.Type.Hide)
        if left or (watched is self._window and kind == QEvent.Type.Close):
            self.flush()
        return False

    def _watch_window(self) -> None:
        window = self._field.window()
        if window is not self._window:
            if self._window is not None:
                self._window.removeEventFilter(self)
            self._window = window
            window.installEventFilter(self)
