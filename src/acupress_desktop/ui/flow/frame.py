"""The frame of a page that brings its own mast: name, progress, close; a column that scrolls; a foot."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    MARGIN_READING_PX,
    NARROW_BELOW_PX,
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    SPACE_48,
    margin_px,
)
from acupress_desktop.ui.theme.plain_label import Label, Wrap
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.layouts import Hairline, ScrollColumn
from acupress_desktop.ui.widgets.progress import ProgressBars
from acupress_desktop.ui.widgets.thumb import FootBar

_BELOW_PX = 440
ONE_COLUMN_FROM_FACTOR = 1.4
"""From this text size on a page has one column."""
_ONE_COLUMN_SHARE = 0.8


def has_one_column(theme: LiveTheme, width_px: int, share: float = _ONE_COLUMN_SHARE) -> bool:
    """Whether parts stand below each other: little room for the size of the text.

    ``share`` of the narrow width is what two columns of that page need.
    """
    is_large = theme.tokens.text_factor > ONE_COLUMN_FROM_FACTOR
    return is_large or width_px < share * theme.scaled(NARROW_BELOW_PX)


class PageWidth(Enum):
    """How much of the window a page uses."""

    READING = "reading"
    FULL = "full"


class Air(Enum):
    """How much air a page has round its parts."""

    USUAL = "usual"
    CLOSE = "close"
    """For a page that shall be seen whole in a low window."""
    LEAST = "least"
    """For a page that is not seen whole even so."""


class FlowFrame(QWidget):
    """``FlowFrame(theme)``: fill ``column``, ``acts`` (stay in sight) and ``foot``.

    ``closed`` is emitted by Close and Escape. ``acts_line`` parts the acts from a column that scrolls.
    ``narrow`` and ``one_column`` say how the page is folded; ``folded`` follows each change of that.
    """

    closed = Signal()
    folded = Signal()

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._name = Label(theme, "", TextRole.SUBHEAD, Tone.INK2, Wrap.ELIDE)
        self.progress = ProgressBars(theme)
        self.progress.hide()
        self._close = Button(theme, "", ButtonKind.PLAIN)
        self._close.clicked.connect(self.closed)
        self._mast = QGridLayout()
        self._mast.setSpacing(SPACE_16)
        for place, part in enumerate((self._name, self.progress, self._close)):
            self._mast.addWidget(part, 0, place)
        self._mast.setAlignment(self.progress, Qt.AlignmentFlag.AlignCenter)
        self._mast.setAlignment(self._close, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._mast.setAlignment(self._name, Qt.AlignmentFlag.AlignVCenter)
        for place, share in ((0, 1), (2, 1)):
            self._mast.setColumnStretch(place, share)
        self._scroll = ScrollColumn()
        self.column = self._scroll.column
        self.acts = QHBoxLayout()
        self.acts.setSpacing(SPACE_16)
        self.foot = FootBar(theme)
        self.foot.hide()
        self._width = PageWidth.READING
        self._air = Air.USUAL
        self._beside: QWidget | None = None
        self._share = 0
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._mast)
        whole.addWidget(Hairline(theme))
        self._middle = QHBoxLayout()
        self._middle.setSpacing(0)
        self._middle.addWidget(self._scroll, 1)
        whole.addLayout(self._middle, 1)
        self.acts_line = Hairline(theme)
        self.acts_line.hide()
        whole.addWidget(self.acts_line)
        whole.addLayout(self.acts)
        whole.addWidget(self.foot)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)
        theme.changed.connect(self.fold)
        self.fold()

    @property
    def narrow(self) -> bool:
        """Whether the window is narrower than the usual layout."""
        return self.width() < NARROW_BELOW_PX

    @property
    def one_column(self) -> bool:
        """Whether parts stand below each other: little room for the size of the text."""
        return has_one_column(self.theme, self.width())

    def show_mast(self, name: str, close: str) -> None:
        """Show the name of the page and the words of the close button."""
        self.setAccessibleName(name)
        self._name.show_text(name)
        self._close.show_words(close)

    def place_beside(self, picture: QWidget, share: int) -> None:
        """Let ``picture`` stand beside the column at full height with ``share`` of 100 parts of the width.

        Where that is too narrow it stands at the end of the column.
        """
        self._beside, self._share = picture, share
        self._middle.addWidget(picture, share)
        self.fold()

    def _fold_beside(self) -> None:
        picture = self._beside
        if picture is None:
            return
        below = self.column.indexOf(picture) >= 0
        if self.one_column and not below:
            self.column.addWidget(picture)
            picture.setMinimumHeight(self.theme.scaled(_BELOW_PX))
        elif not self.one_column and below:
            self._middle.addWidget(picture, self._share)
            picture.setMinimumHeight(0)
        alone = picture.isHidden() or self.one_column
        self._middle.setStretch(0, 100 if alone else 100 - self._share)

    def close_hidden(self) -> None:
        """Offer no close: the page is the way into the app."""
        self._close.hide()

    def show_width(self, width: PageWidth) -> None:
        """Use the margins of a page for reading, or those of a page with lists and pictures."""
        if width is not self._width:
            self._width = width
            self.fold()

    def show_air(self, air: Air) -> None:
        """Take more air round the parts, or less."""
        if air is not self._air:
            self._air = air
            self._set_margins()

    def share_beside(self, share: int) -> None:
        """Give the picture that stands beside another share of 100 parts of the width."""
        if share != self._share:
            self._share = share
            self._fold_beside()

    @property
    def column_px(self) -> tuple[int, int]:
        """Width and height that the column has before it scrolls."""
        self._settle()
        return self._scroll.width(), self._scroll.height()

    def needed_px(self) -> int:
        """Return how tall the column would be in the width that it has.

        Reckoned beside a scroll bar: once there is one, it goes only when all fits in what it leaves.
        """
        self._settle()
        width = self._scroll.width() - self._scroll.verticalScrollBar().sizeHint().width()
        self.column.activate()
        if self.column.hasHeightForWidth():
            return self.column.totalHeightForWidth(width)
        return self.column.totalSizeHint().height()

    def _settle(self) -> None:
        """Let every part take the place that its new size asks for, before anything is measured."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        layout = self.layout()
        if layout is not None:
            layout.activate()

    def to_top(self) -> None:
        """Show the beginning of the column."""
        self._scroll.verticalScrollBar().setValue(0)

    def show_part(self, part: QWidget) -> None:
        """Scroll no further than is needed to see ``part``; nothing happens for what is not in the column."""
        self._settle()
        content = self._scroll.widget()
        if content is not None and content.isAncestorOf(part):
            foot = part.mapTo(content, part.rect().bottomLeft())
            self._scroll.ensureVisible(foot.x(), foot.y(), 0, SPACE_48)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fold()

    def fold(self) -> None:
        """Fit margins to the window."""
        self._set_margins()
        self._fold_beside()
        self.folded.emit()

    def _set_margins(self) -> None:
        side = margin_px(self.width())
        wide = self.narrow or self.one_column or self._width is PageWidth.FULL
        page = side if wide else max(side, MARGIN_READING_PX)
        close = self._air is not Air.USUAL
        least = self._air is Air.LEAST
        mast = 0 if least else SPACE_4 if close else SPACE_12
        top = SPACE_24 if wide else SPACE_48 + SPACE_16
        edge = SPACE_4 if least else SPACE_8
        self._mast.setContentsMargins(side, mast, side, mast)
        self.column.setContentsMargins(page, edge if close else top, page, edge if close else SPACE_24)
        self.acts.setContentsMargins(page, SPACE_4 if close else SPACE_8, page, edge if close else SPACE_12)
        foot = SPACE_4 if close else SPACE_12
        self.foot.row.setContentsMargins(page, foot, page, foot)
