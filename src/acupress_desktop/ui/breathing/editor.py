"""The form of one pattern: a name, two to four phases in tenths of a second, and what is wrong in words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.breathing import BreathPhase
from acupress_desktop.presenters.breathing_view import BreathEditorView, PhaseView
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.ui.breathing.curve import BreathCurve
from acupress_desktop.ui.bridge.announcing import Urgency, announce
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SEGMENT_PX, SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind, IconButton
from acupress_desktop.ui.widgets.cards import Card
from acupress_desktop.ui.widgets.checks import CheckRow
from acupress_desktop.ui.widgets.fields import TextField
from acupress_desktop.ui.widgets.layouts import FlowLayout

_SECONDS_PX = 80
_TENTHS = 10


class _Seconds(QDoubleSpinBox):
    """Seconds with one decimal; arrow keys go by a tenth."""

    def __init__(self, theme: LiveTheme, view: PhaseView) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(view.label)
        self.setDecimals(1)
        self.setSingleStep(1 / _TENTHS)
        self.setRange(0.0, view.most_tenths / _TENTHS)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        theme.changed.connect(self._restyle)
        self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Without arrows the style sheet leaves the text no room.
        self.lineEdit().setGeometry(self.rect().adjusted(SPACE_12, 0, -SPACE_12, 0))

    def _restyle(self) -> None:
        self.setFont(self._theme.font(TextRole.BODY))
        self.setMinimumHeight(self._theme.grown(SEGMENT_PX, TextRole.BODY))
        self.setFixedWidth(self._theme.scaled(_SECONDS_PX))


class PhaseField(QWidget):
    """``told`` carries the phase and its tenths of a second."""

    told = Signal(object, int)

    def __init__(self, theme: LiveTheme, view: PhaseView, unit: str) -> None:
        super().__init__()
        self._phase = view.phase
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(Label(theme, view.label, TextRole.SMALL, Tone.INK2))
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        self.seconds = _Seconds(theme, view)
        self.seconds.valueChanged.connect(self._typed)
        self.less = IconButton(theme, view.less_spoken, Icon.DOWN)
        self.more = IconButton(theme, view.more_spoken, Icon.UP)
        for button in (self.less, self.more):
            button.setAutoRepeat(True)
        self.less.clicked.connect(self._one_less)
        self.more.clicked.connect(self._one_more)
        row.addWidget(self.seconds)
        row.addWidget(Label(theme, unit, TextRole.SMALL, Tone.INK2), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.less)
        row.addWidget(self.more)
        column.addLayout(row)
        self.show_phase(view)

    def show_phase(self, view: PhaseView) -> None:
        """Show the seconds; what is being typed is left alone."""
        if round(self.seconds.value() * _TENTHS) != view.tenths:
            self.seconds.blockSignals(True)
            self.seconds.setValue(view.tenths / _TENTHS)
            self.seconds.blockSignals(False)

    def _typed(self) -> None:
        self.told.emit(self._phase, round(self.seconds.value() * _TENTHS))

    def _one_less(self) -> None:
        self.told.emit(self._phase, round(self.seconds.value() * _TENTHS) - 1)

    def _one_more(self) -> None:
        self.told.emit(self._phase, round(self.seconds.value() * _TENTHS) + 1)


class BreathEditor(Card):
    """``BreathEditor(theme, view)``: signals carry what the person wrote and chose."""

    named = Signal(str)
    told = Signal(object, int)
    holds_turned = Signal()
    kept = Signal()
    left = Signal()

    def __init__(self, theme: LiveTheme, view: BreathEditorView, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._unit = view.unit
        self._fields: dict[BreathPhase, PhaseField] = {}
        self._faults: tuple[str, ...] = ()
        self.setAccessibleName(view.title)
        self.column.setSpacing(SPACE_16)
        self.column.addWidget(Label(theme, view.title, TextRole.SUBHEAD))
        self.column.addWidget(Label(theme, view.name_label, TextRole.SMALL, Tone.INK2))
        self.name = TextField(theme, view.name_label, characters_max=view.name_characters_max)
        self.name.textEdited.connect(self.named)
        self.column.addWidget(self.name)
        self._phases = QWidget()
        self._flow = FlowLayout(self._phases, SPACE_24, SPACE_12)
        self.column.addWidget(self._phases)
        self.holds = CheckRow(theme, view.holds_label)
        self.holds.clicked.connect(self.holds_turned)
        self.column.addWidget(self.holds)
        self.column.addWidget(Label(theme, view.holds_warning, TextRole.SMALL, Tone.INK2))
        self.curve = BreathCurve(theme)
        self.column.addWidget(self.curve)
        self._rate = Label(theme, "", TextRole.BODY)
        self.column.addWidget(self._rate)
        self.problem = Label(theme, "", TextRole.BODY, Tone.CAUTION)
        self.column.addWidget(self.problem)
        acts = QWidget()
        flow = FlowLayout(acts, SPACE_16, SPACE_8)
        self.keep = Button(theme, view.keep.label, ButtonKind.PRIMARY)
        self.keep.clicked.connect(self.kept)
        self.drop = Button(theme, view.leave, ButtonKind.QUIET)
        self.drop.clicked.connect(self.left)
        flow.addWidget(self.keep)
        flow.addWidget(self.drop)
        self.column.addWidget(acts)
        self.show_form(view)

    def show_form(self, view: BreathEditorView) -> None:
        """Show what was written so far."""
        if self.name.text() != view.name:
            self.name.setText(view.name)
        wanted = tuple(each.phase for each in view.phases)
        for phase in [each for each in self._fields if each not in wanted]:
            gone = self._fields.pop(phase)
            self._flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        if tuple(self._fields) != wanted:
            self._line_up(view)
        for each in view.phases:
            self._fields[each.phase].show_phase(each)
        self.holds.setChecked(view.holds is Choice.CHOSEN)
        self.curve.show_pattern(view.pattern, view.curve_spoken)
        self._rate.show_text(view.rate)
        self._rate.setVisible(bool(view.rate))
        if view.faults and view.faults != self._faults:
            announce(self, " ".join(view.faults), Urgency.POLITE)
        self._faults = view.faults
        told = " ".join(view.faults) or view.keep.blocked_because
        self.problem.show_text(told)
        self.problem.setVisible(bool(told))
        self.keep.setEnabled(view.keep.ready)
        self.keep.setAccessibleDescription(view.keep.blocked_because)

    def start_focus(self) -> None:
        """Give the keyboard to the name."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _line_up(self, view: BreathEditorView) -> None:
        """Put the fields of all phases in their order, and the keyboard through them in the same."""
        for field in self._fields.values():
            self._flow.removeWidget(field)
        ordered: dict[BreathPhase, PhaseField] = {}
        before: QWidget = self.name
        for each in view.phases:
            field = self._fields.get(each.phase) or self._made(each)
            ordered[each.phase] = field
            self._flow.addWidget(field)
            field.show()
            for stop in (field.seconds, field.less, field.more):
                QWidget.setTabOrder(before, stop)
                before = stop
        self._fields = ordered

    def _made(self, view: PhaseView) -> PhaseField:
        field = PhaseField(self._theme, view, self._unit)
        field.told.connect(self.told)
        return field
