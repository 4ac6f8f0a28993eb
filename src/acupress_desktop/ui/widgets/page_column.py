"""A page that is one column to read: it scrolls, and what was done stays in sight at its foot."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_24, SPACE_48, margin_px
from acupress_desktop.ui.widgets.layouts import ScrollColumn
from acupress_desktop.ui.widgets.said_foot import SaidFoot


class PageColumn:
    """``PageColumn(page, theme, column_max_px)`` lays ``page`` out: fill ``column``.

    ``foot`` says what was done, with its undo. The column stands in line with the mast and is never wider
    than ``column_max_px`` at usual text size: call ``place`` when the page or the theme has changed. It is no
    widget of its own: with each level more, layouts take a turn more to find the heights of texts.
    """

    def __init__(self, page: QWidget, theme: LiveTheme, column_max_px: int) -> None:
        self._page = page
        self._theme = theme
        self._column_max_px = column_max_px
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.scroll = ScrollColumn()
        outer.addWidget(self.scroll, 1)
        self._frame = QHBoxLayout()
        self._held = QWidget()
        self._frame.addWidget(self._held, 1000)
        self._frame.addStretch(1)
        self.scroll.column.addLayout(self._frame)
        self.scroll.column.addStretch(1)
        self.column = QVBoxLayout(self._held)
        self.column.setContentsMargins(0, SPACE_24, 0, SPACE_48)
        self.column.setSpacing(0)
        self.foot = SaidFoot(theme)
        outer.addWidget(self.foot)

    def place(self) -> None:
        """Keep margins and width as the page and the text size want them."""
        margin = margin_px(self._page.width())
        self._frame.setContentsMargins(margin, 0, margin, 0)
        self.foot.set_margin(margin)
        self._held.setMaximumWidth(self._theme.scaled(self._column_max_px))

    def bring_into_sight(self, part: QWidget) -> None:
        """Scroll until ``part`` is seen whole, or from its top where it is taller than the page."""
        content = self.scroll.widget()
        if content is None:
            return
        top = part.mapTo(content, part.rect().topLeft()).y()
        bar = self.scroll.verticalScrollBar()
        fits = part.height() + SPACE_48 <= self.scroll.viewport().height()
        if not fits or top < bar.value():
            bar.setValue(top - SPACE_24)
        else:
            self.scroll.ensureWidgetVisible(part, 0, SPACE_24)
