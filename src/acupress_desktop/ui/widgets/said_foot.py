"""What was done, with its undo: always in sight at the foot, until the next change."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.ui.bridge.announcing import Urgency, announce
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8, SPACE_16
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.layouts import Hairline


class SaidFoot(QWidget):
    """``SaidFoot(theme)``; ``say`` shows and speaks; ``undone`` is emitted by its button."""

    undone = Signal()

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Hairline(theme))
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACE_16)
        self.words = Label(theme, "", TextRole.BODY, Tone.INK2)
        self.undo = Button(theme, "", ButtonKind.SECONDARY)
        self.undo.clicked.connect(self.undone)
        self._row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(self._row)
        self.hide()

    def set_margin(self, margin_px: int) -> None:
        """Stand in line with the page."""
        self._row.setContentsMargins(margin_px, SPACE_8, margin_px, SPACE_8)

    def say(self, problem: str, said: str, undo: str) -> None:
        """Show what was done or what is wrong; nothing of either folds the foot."""
        words = problem or said
        is_new = bool(words) and words != self.words.text()
        self.words.show_text(words)
        self.words.show_tone(Tone.CAUTION if problem else Tone.INK2)
        self.undo.show_words(undo)
        self.undo.setVisible(bool(undo))
        self.setVisible(bool(words or undo))
        if is_new:
            announce(self, words, Urgency.POLITE)
