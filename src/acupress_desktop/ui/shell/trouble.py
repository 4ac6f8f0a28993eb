"""The page that stands where the app cannot go on: what happened, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import MARGIN_READING_PX, SPACE_12, SPACE_24, SPACE_48
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind, ButtonSize
from acupress_desktop.ui.widgets.layouts import FlowLayout, ScrollColumn


@dataclass(frozen=True, slots=True)
class WayOut:
    """One thing that can be done; ``key`` is what comes back."""

    key: str
    words: str


class TroublePage(QWidget):
    """``TroublePage(theme, title, sentences, ways)``; ``chosen`` carries the key of a way out."""

    chosen = Signal(str)
    leave = Signal(object)

    def __init__(
        self, theme: LiveTheme, title: str, sentences: tuple[str, ...], ways: tuple[WayOut, ...]
    ) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join(sentences))
        scroll = ScrollColumn()
        column = scroll.column
        column.setContentsMargins(MARGIN_READING_PX, SPACE_48, MARGIN_READING_PX, SPACE_48)
        column.setSpacing(SPACE_24)
        column.addWidget(Label(theme, title, TextRole.TITLE))
        for sentence in sentences:
            column.addWidget(Label(theme, sentence, TextRole.LEAD, Tone.INK2))
        self._answer = Label(theme, "", TextRole.BODY, Tone.STOP)
        self._answer.hide()
        column.addWidget(self._answer)
        row = QWidget()
        flow = FlowLayout(row, SPACE_12, SPACE_12)
        self._buttons: tuple[tuple[str, Button], ...] = tuple(
            (
                way.key,
                Button(
                    theme,
                    way.words,
                    ButtonKind.SECONDARY if place else ButtonKind.PRIMARY,
                    ButtonSize.MEDIUM,
                ),
            )
            for place, way in enumerate(ways)
        )
        for _key, button in self._buttons:
            flow.addWidget(button)
            button.clicked.connect(self._choose)
        column.addWidget(row)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        if self._buttons:
            self.setFocusProxy(self._buttons[0][1])
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def say(self, sentence: str, tone: Tone = Tone.STOP) -> None:
        """Say why a way out did not work, or in a calmer tone that it did."""
        self._answer.show_tone(tone)
        self._answer.show_text(sentence)
        self._answer.show()

    def _choose(self) -> None:
        sender = self.sender()
        for key, button in self._buttons:
            if button is sender:
                self.chosen.emit(key)
