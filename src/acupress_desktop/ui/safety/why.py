"""The side note "Why do you ask?": beside the answers behind a hairline, never above them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.safety_view import WhyView
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_8, SPACE_24, SPACE_32
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.layouts import Hairline, Lie


class WhyNote(QWidget):
    """``WhyNote(theme)``; ``turned`` folds or opens it."""

    turned = Signal()

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Label(theme, "", TextRole.SUBHEAD)
        self._text = Label(theme, "", TextRole.BODY, Tone.INK2)
        self._rule = Label(theme, "", TextRole.CAPTION, Tone.INK3)
        self._link = Button(theme, "", ButtonKind.QUIET)
        self._link.clicked.connect(self.turned)
        self._column = QVBoxLayout()
        for part in (self._heading, self._text, self._rule, self._link):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._line = Hairline(theme, Lie.DOWN)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._line)
        self._row.addLayout(self._column, 1)

    def show_view(self, view: WhyView | None) -> None:
        """Show ``view``, or nothing."""
        self.setVisible(view is not None)
        if view is None:
            return
        shown = view.shown is Choice.CHOSEN
        self._heading.show_text(view.heading)
        self._text.show_text("\n\n".join(view.paragraphs))
        self._rule.show_text(view.rule)
        self._link.show_words(view.link)
        self._link.setVisible(bool(view.link))
        self._line.setVisible(shown)
        self._heading.setVisible(shown)
        self._text.setVisible(shown and bool(view.paragraphs))
        self._rule.setVisible(shown and bool(view.rule))

    def show_close(self, close: object) -> None:
        """Take less room where ``close`` is true."""
        self._column.setSpacing(SPACE_4 if close else SPACE_8)
        self._row.setSpacing(SPACE_24 if close else SPACE_32)
        self._text.show_role(TextRole.SMALL if close else TextRole.BODY)
