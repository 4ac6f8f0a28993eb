"""A page in a list: title, what it is about, how long it takes; pressed as a whole."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from acupress_desktop.domain.article_search import Stretch
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_12, SPACE_16
from acupress_desktop.ui.theme.plain_label import Label, Run, Text
from acupress_desktop.ui.theme.tokens import Tone, qcolor
from acupress_desktop.ui.theme.type_roles import TextRole, Weight

_RADIUS_PX = 8


class PageRow(QAbstractButton):
    """``PageRow(theme, title, text, detail, spoken)``; use ``clicked``. A hairline lies above it."""

    def __init__(
        self,
        theme: LiveTheme,
        title: Text,
        text: Text,
        detail: str,
        spoken: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hovered = False
        self.setAccessibleName(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("focusRadius", _RADIUS_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_12, 0, SPACE_16)
        column.setSpacing(SPACE_4)
        self._labels = (
            Label(theme, title, TextRole.SUBHEAD),
            Label(theme, text, TextRole.BODY, Tone.INK2),
            Label(theme, detail, TextRole.CAPTION, Tone.INK3),
        )
        for label in self._labels:
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setVisible(bool(label.text()))
            column.addWidget(label)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return QSize() if layout is None else layout.totalSizeHint().boundedTo(QSize(480, 4_000))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self._labels[0].show_tone(Tone.ACCENT)
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self._labels[0].show_tone(Tone.INK)
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        line = self._theme.tokens.hairline_px
        lit = self._hovered or self.isDown()
        box = QRectF(0, 0, self.width(), line + 1 if lit else line)
        QPainter(self).fillRect(box, qcolor(colours.accent if lit else colours.hair))


class ContentsRow(QAbstractButton):
    """``ContentsRow(theme, words)``: a heading of the page, to go to; wraps where it is long."""

    def __init__(self, theme: LiveTheme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("focusRadius", SPACE_4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_4, 0, SPACE_4)
        self._label = Label(theme, words, TextRole.SMALL, Tone.INK2)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column.addWidget(self._label)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return QSize() if layout is None else layout.totalSizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._label.show_tone(Tone.ACCENT)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._label.show_tone(Tone.INK2)
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Its label paints itself."""


def runs_of_stretch(stretch: Stretch) -> tuple[Run, ...]:
    """Return a text with what was found in it in ink and strong."""
    return tuple(Run(text, Tone.INK, Weight.STRONG) if found else Run(text) for text, found in stretch.pieces)
