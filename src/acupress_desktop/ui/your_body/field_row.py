"""One number about the body: its name, a field with a unit, and a slider where one makes sense."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.presenters.your_body_view import FieldView
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24
from acupress_desktop.ui.theme.plain_label import Label, Run
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.fields import TextField
from acupress_desktop.ui.your_body.slider import Slider

_NAMING_PX = 232
_FIELD_PX = 96
_UNIT_PX = 48
_UNBOUND_PX = 16_777_215


class FieldRow(QWidget):
    """``written`` carries ``(key, text)``; ``slid`` and ``kept`` carry ``(key, number)``."""

    written = Signal(object)
    slid = Signal(object)
    kept = Signal(object)

    def __init__(self, theme: LiveTheme, view: FieldView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = view
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, SPACE_12, 0, SPACE_12)
        self._naming = QWidget()
        naming = QVBoxLayout(self._naming)
        naming.setContentsMargins(0, SPACE_8, 0, 0)
        naming.setSpacing(SPACE_4)
        naming.addWidget(Label(theme, (Run(view.label, None, Weight.STRONG),)))
        if view.hint:
            naming.addWidget(Label(theme, view.hint, TextRole.CAPTION, Tone.INK3))
        naming.addStretch(1)
        self._row.addWidget(self._naming, 0, Qt.AlignmentFlag.AlignTop)
        setting = QVBoxLayout()
        setting.setSpacing(SPACE_4)
        line = QHBoxLayout()
        line.setSpacing(SPACE_8)
        self.field = TextField(theme, view.named, characters_max=12)
        self.field.editingFinished.connect(self._write)
        line.addWidget(self.field)
        self._unit = Label(theme, view.unit, TextRole.SMALL, Tone.INK2)
        line.addWidget(self._unit, 0, Qt.AlignmentFlag.AlignVCenter)
        self.slider: Slider | None = None
        if view.slider is not None:
            self.slider = Slider(theme, view.slider)
            self.slider.slid.connect(self._slide)
            self.slider.set_to.connect(self._keep)
            line.addSpacing(SPACE_8)
            line.addWidget(self.slider, 1)
        else:
            line.addStretch(1)
        setting.addLayout(line)
        self._usual = Label(theme, "", TextRole.CAPTION, Tone.INK3)
        self._problem = Label(theme, "", TextRole.CAPTION, Tone.CAUTION)
        setting.addWidget(self._usual)
        setting.addWidget(self._problem)
        setting.addStretch(1)
        self._row.addLayout(setting, 1)
        theme.changed.connect(self._place)
        self.show_field(view)
        self._place()

    def show_field(self, view: FieldView) -> None:
        """Show another number; what a person is typing right now is left alone."""
        self._view = view
        typing = self.field.hasFocus() and self.field.isModified()
        if not typing and self.field.text() != view.text:
            self.field.setText(view.text)
        self.field.setAccessibleDescription(view.problem or view.usual or view.hint)
        if self.slider is not None and view.slider is not None:
            self.slider.show_slider(view.slider)
            self.slider.setAccessibleDescription(view.problem or view.usual)
        for label, text in ((self._usual, view.usual), (self._problem, view.problem)):
            label.show_text(text)
            label.setVisible(bool(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        naming = self._theme.scaled(_NAMING_PX)
        stacked = self.width() < 2.4 * naming
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)
        self._row.setSpacing(SPACE_8 if stacked else SPACE_24)
        if stacked:
            self._naming.setMinimumWidth(0)
            self._naming.setMaximumWidth(_UNBOUND_PX)
        else:
            self._naming.setFixedWidth(naming)
        self.field.setFixedWidth(self._theme.scaled(_FIELD_PX))
        self._unit.setFixedWidth(self._theme.scaled(_UNIT_PX))
        self._row.setContentsMargins(0, SPACE_12, 0, SPACE_12 if not stacked else SPACE_16)

    def _write(self) -> None:
        if self.field.text() != self._view.text or self._view.problem:
            self.field.setModified(False)
            self.written.emit((self._view.key, self.field.text()))

    def _slide(self, value: int) -> None:
        self.slid.emit((self._view.key, value))

    def _keep(self, value: int) -> None:
        self.kept.emit((self._view.key, value))
