"""The foot of the card: did I find it, and the star that keeps a point."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.presenters.atlas_view import AtlasView, Kept
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8, SPACE_16
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonExtras, ButtonKind, ButtonSize


class CardActs(QWidget):
    """``CardActs(theme)``; ``show_view(view)``."""

    ask_asked = Signal()
    keep_asked = Signal()

    def __init__(self, theme: LiveTheme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        self._trouble = Label(theme, "", TextRole.SMALL, Tone.STOP)
        column.addWidget(self._trouble)
        row = QHBoxLayout()
        row.setSpacing(SPACE_16)
        self.ask = Button(theme, "", ButtonKind.PRIMARY, ButtonSize.MEDIUM)
        self.ask.clicked.connect(self.ask_asked)
        row.addWidget(self.ask, 2)
        self.keep = Button(theme, "", ButtonKind.SECONDARY, ButtonSize.MEDIUM, ButtonExtras(Icon.STAR))
        self.keep.setCheckable(True)
        self.keep.clicked.connect(self.keep_asked)
        row.addWidget(self.keep, 1)
        column.addLayout(row)

    @property
    def has_acts(self) -> bool:
        """Whether anything can be done with the point."""
        return self.ask.isVisibleTo(self) or self.keep.isVisibleTo(self)

    def show_view(self, view: AtlasView) -> None:
        """Show what can be done with the point; nothing where nothing can."""
        self._trouble.show_text(view.trouble)
        self._trouble.setVisible(bool(view.trouble))
        self.ask.setVisible(view.ask is not None)
        if view.ask is not None:
            self.ask.show_words(view.ask.label)
        self.keep.setVisible(view.keep is not None)
        if view.keep is not None:
            kept = view.keep.kept is Kept.YES
            self.keep.show_words(view.keep.label)
            self.keep.show_icon(Icon.STAR_KEPT if kept else Icon.STAR)
            self.keep.setChecked(kept)
