"""A card in the middle of a page, over a veil that takes every click; taller than the page, it scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.tokens import qcolor
from acupress_desktop.ui.widgets.layouts import ScrollColumn
from acupress_desktop.ui.widgets.overlays import paint_shadow

_SCRIM_ALPHA = 0.42
_EDGE_PX = 24


class Veil(QWidget):
    """``Veil(theme, page, card, width_px)``: shown while its ``card`` is; follows the page's size."""

    def __init__(self, theme: LiveTheme, page: QWidget, card: QWidget, width_px: int) -> None:
        super().__init__(page)
        self._theme = theme
        self._card = card
        self._width_px = width_px
        self._scroll = ScrollColumn(self)
        self._scroll.column.addWidget(card)
        self.hide()
        page.installEventFilter(self)
        theme.changed.connect(self.place)

    def show_card(self, *, shown: bool) -> None:
        """Show or hide the card with its veil."""
        self._card.setVisible(shown)
        if shown and not self.isVisible():
            self._scroll.verticalScrollBar().setValue(0)
        if shown and not self.isVisible():
            self.show()
            self.raise_()
        elif not shown:
            self.hide()
        if shown:
            self.place()

    def place(self) -> None:
        """Lay the card in the middle, as tall as its words need and the page allows."""
        page = self.parentWidget()
        if page is None:
            return
        self.setGeometry(page.rect())
        room = self.rect().adjusted(_EDGE_PX, _EDGE_PX, -_EDGE_PX, -_EDGE_PX)
        width = min(room.width(), self._theme.scaled(self._width_px))
        wanted = self._card.heightForWidth(width) if self._card.hasHeightForWidth() else -1
        if wanted < 0:
            wanted = self._card.sizeHint().height()
        box = QRect(0, 0, width, min(room.height(), wanted))
        whole = wanted <= room.height()
        # Asked only by the scroll area itself, a bar that was there once keeps the card narrow, and so stays.
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if whole else Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        self._scroll.setVerticalScrollBarPolicy(bar)
        if not whole:
            box.setWidth(min(room.width(), width + self._scroll.verticalScrollBar().sizeHint().width()))
        box.moveCenter(self.rect().center())
        self._scroll.setGeometry(box)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), qcolor(self._theme.colours.scrim, _SCRIM_ALPHA))
        painter.setPen(Qt.PenStyle.NoPen)
        paint_shadow(painter, self._theme, self._scroll.geometry(), self.devicePixelRatioF())
