"""A drop-down list in the look of the app, for a choice that has too many options to lie side by side."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from acupress_desktop.ui.theme.icons import Icon, paint_icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SEGMENT_PX
from acupress_desktop.ui.theme.tokens import qcolor
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.choices import Option

_ARROW_PX = 20
_ROWS_SHOWN = 12


class DropDown(QComboBox):
    """A drop-down list that the wheel does not change while a page scrolls under the pointer."""

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._theme.scaled(_ARROW_PX)
        left = _ARROW_PX / 2 if self.isRightToLeft() else self.width() - side - _ARROW_PX / 2
        box = QRectF(left, (self.height() - side) / 2, side, side)
        paint_icon(QPainter(self), Icon.DOWN, box, qcolor(self._theme.colours.ink2))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class DropChoice(DropDown):
    """``DropChoice(theme)``; ``show_choice(name, options, key)``. ``chosen`` emits the option's key."""

    chosen = Signal(object)

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._options: tuple[Option, ...] = ()
        self.setMaxVisibleItems(_ROWS_SHOWN)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._report)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def key(self) -> object:
        """Key of the chosen option, or ``None``."""
        row = self.currentIndex()
        return self._options[row].key if row >= 0 else None

    def show_choice(self, name: str, options: tuple[Option, ...], key: object) -> None:
        """Show these options with ``key`` chosen, without reporting it."""
        self.setAccessibleName(name)
        if options != self._options:
            self._options = options
            self.clear()
            self.addItems([option.words for option in options])
        rows = [row for row, option in enumerate(options) if option.key == key]
        self.setCurrentIndex(rows[0] if rows else -1)

    def choose(self, key: object) -> None:
        """Choose ``key``, as the person does."""
        self.show_choice(self.accessibleName(), self._options, key)
        self.chosen.emit(key)

    def _report(self, row: int) -> None:
        self.chosen.emit(self._options[row].key)

    def _restyle(self) -> None:
        self.setFont(self._theme.font(TextRole.BODY))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.scaled(240), self._theme.grown(SEGMENT_PX, TextRole.BODY))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.scaled(120), self.sizeHint().height())
