"""One of a few, whatever the width: side by side where it fits, a drop-down list where it does not."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QRadioButton, QSizePolicy, QWidget

from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SEGMENT_PX
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.choices import Option, Segmented
from acupress_desktop.ui.widgets.drop_down import DropDown


class FittingChoice(QWidget):
    """``FittingChoice(theme, name, options, key)``: as ``Segmented``, for options that may need more room."""

    chosen = Signal(object)

    def __init__(
        self,
        theme: LiveTheme,
        name: str,
        options: tuple[Option, ...],
        key: object = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._options = options
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._side_by_side = Segmented(theme, name, options, key, parent=self)
        self._side_by_side.chosen.connect(self._report)
        self._list = DropDown(theme, self)
        self._list.setAccessibleName(name)
        self._list.setPlaceholderText(name)
        self._list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for option in options:
            self._list.addItem(option.words)
        self._list.activated.connect(self._report_row)
        theme.changed.connect(self._restyle)
        self.show_key(key)
        self._restyle()

    @property
    def key(self) -> object:
        """Key of the chosen option, or ``None``."""
        return self._side_by_side.key

    def show_key(self, key: object) -> None:
        """Show ``key`` as chosen without reporting it."""
        self._side_by_side.show_key(key)
        rows = [row for row, option in enumerate(self._options) if key is not None and option.key == key]
        self._list.setCurrentIndex(rows[0] if rows else -1)

    def _report(self, key: object) -> None:
        self.show_key(key)
        self.chosen.emit(key)

    def _report_row(self, row: int) -> None:
        self._report(self._options[row].key)

    def _restyle(self) -> None:
        self._list.setFont(self._theme.font(TextRole.BODY))
        self.updateGeometry()
        self._arrange()

    def _height(self) -> int:
        return max(
            self._side_by_side.sizeHint().height(),
            self._theme.grown(SEGMENT_PX, TextRole.BODY),
        )

    def sizeHint(self) -> QSize:
        return QSize(self._side_by_side.sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.scaled(160), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Not by a proxy: left behind where the order of Tab changes, it makes Tab jump back to the child.
        self.stop().setFocus(event.reason())

    def stop(self) -> QWidget:
        """Return what the keyboard comes to here."""
        return self._list if self._side_by_side.isHidden() else self._cell_in_reach()

    def take_place_of(self, other: FittingChoice) -> None:
        """Come where ``other`` came in the order of Tab; both are in the same window."""
        here = other._parts()[-1]
        for part in self._parts():
            QWidget.setTabOrder(here, part)
            here = part

    def _parts(self) -> list[QWidget]:
        return [*self._side_by_side.findChildren(QRadioButton), self._list]

    def _arrange(self) -> None:
        wide = self._side_by_side.sizeHint().width()
        fits = wide <= self.width()
        self._side_by_side.setVisible(fits)
        self._list.setVisible(not fits)
        shown: QWidget = self._side_by_side if fits else self._list
        width = min(self.width(), wide if fits else self._theme.scaled(360))
        left = self.width() - width if self.isRightToLeft() else 0
        shown.setGeometry(left, (self.height() - self._height()) // 2, width, self._height())

    def _cell_in_reach(self) -> QWidget:
        """Return the cell that Tab reaches: the chosen one, else the first."""
        cells = self._side_by_side.findChildren(QRadioButton)
        return next((cell for cell in cells if cell.isChecked()), cells[0])
