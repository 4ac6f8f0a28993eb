"""The line above every page that shows made-up data."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from acupress_desktop.presenters.sample import SampleBannerView
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_8, SPACE_24, margin_px
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone, qcolor
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.icon_mark import IconMark


class SampleBanner(QWidget):
    """``SampleBanner(theme)``; ``show_banner(view | None)``. ``asked`` when the data shall go."""

    asked = Signal()

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(SPACE_8)
        self._row.addWidget(IconMark(theme, Icon.NOTICE, Tone.CAUTION), 0, Qt.AlignmentFlag.AlignVCenter)
        self._words = Label(theme, "", TextRole.SMALL, Tone.CAUTION)
        self._row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row.addSpacing(SPACE_24)
        self._remove = Button(theme, "", ButtonKind.QUIET)
        self._remove.clicked.connect(self.asked)
        self._row.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self.update)
        self.hide()

    def show_banner(self, view: SampleBannerView | None) -> None:
        """Show the banner, or nothing over the person's own journal."""
        self.setVisible(view is not None)
        if view is not None:
            self._words.show_text(view.text)
            self._remove.show_words(view.remove)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margin = margin_px(self.width())
        self._row.setContentsMargins(margin, SPACE_8, margin, SPACE_8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), qcolor(self._theme.colours.caution_ground))
        line = max(1, round(self._theme.tokens.hairline_px))
        painter.fillRect(0, self.height() - line, self.width(), line, qcolor(self._theme.colours.caution))
