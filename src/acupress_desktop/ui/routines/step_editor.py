"""The step that is open: sides, seconds, pressure, breathing, note and picture, with limits in words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.domain.routines import STEP_NOTE_CHARACTERS_MAX, STEP_TITLE_CHARACTERS_MAX
from acupress_desktop.presenters.routine_view import OpenStepView, PickView
from acupress_desktop.ui.routines.late_text import LateText, note_height_px
from acupress_desktop.ui.routines.own_picture import OwnPicture
from acupress_desktop.ui.routines.own_pictures import shown_picture
from acupress_desktop.ui.routines.stepper import Stepper
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_24
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.cards import Card, CardKind
from acupress_desktop.ui.widgets.choices import Option
from acupress_desktop.ui.widgets.drop_down import DropChoice
from acupress_desktop.ui.widgets.fields import NoteField, TextField
from acupress_desktop.ui.widgets.fitting_choice import FittingChoice
from acupress_desktop.ui.widgets.layouts import FlowLayout

_STEPPER_PX = 300


class StepEditor(Card):
    """``StepEditor(theme, view)``: signals carry the step's key and what the person chose."""

    titled = Signal(str, str)
    sided = Signal(str, object)
    timed = Signal(str, object)
    repeated = Signal(str, object)
    pressed = Signal(str, object)
    breathed = Signal(str, object)
    noted = Signal(str, str)
    picture_asked = Signal(str)
    picture_dropped = Signal(str)
    left = Signal(str)

    def __init__(self, theme: LiveTheme, view: OpenStepView, parent: QWidget | None = None) -> None:
        super().__init__(theme, CardKind.PLAIN, parent)
        self._theme = theme
        self.key = view.id
        self._steppers: dict[str, Stepper] = {}
        self._sides: FittingChoice | None = None
        self._breath: DropChoice | None = None
        self.column.setSpacing(SPACE_16)
        self._title = self._add_title(view)
        if view.sides:
            options = tuple(Option(pick.key, pick.words) for pick in view.sides)
            self._sides = FittingChoice(theme, view.sides_label, options, view.side)
            self._sides.chosen.connect(self._side_chosen)
            self._asked(view.sides_label, self._sides)
        self._add_steppers(view)
        if view.breathing:
            self._breath = DropChoice(theme)
            self._breath.chosen.connect(self._breath_chosen)
            self._asked(view.breathing_label, self._breath)
        self._note = NoteField(theme, view.note_label, "", STEP_NOTE_CHARACTERS_MAX)
        self._note.show_note(view.note)
        self._late_note = LateText(self._note)
        self._note.note_changed.connect(self._note_typed)
        self._late_note.written.connect(self._note_written)
        self._asked(view.note_label, self._note)
        self._add_picture(view)
        self._cautions = Label(theme, "", TextRole.SMALL, Tone.INK2)
        self.column.addWidget(self._cautions)
        self._close = Button(theme, view.close, ButtonKind.SECONDARY)
        self._close.clicked.connect(self._leave)
        self.column.addWidget(self._close, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_16)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.show_step(view)

    def _restyle(self) -> None:
        self._note.setFixedHeight(note_height_px(self._theme))
        for stepper in self._steppers.values():
            stepper.setFixedWidth(self._theme.scaled(_STEPPER_PX))

    def _asked(self, words: str, field: QWidget) -> None:
        column = QVBoxLayout()
        column.setSpacing(SPACE_4)
        column.addWidget(Label(self._theme, words, TextRole.SMALL, Tone.INK2))
        column.addWidget(field)
        self.column.addLayout(column)

    def _add_title(self, view: OpenStepView) -> TextField | None:
        if not view.title_label:
            return None
        field = TextField(self._theme, view.title_label, characters_max=STEP_TITLE_CHARACTERS_MAX)
        field.setText(view.title)
        self._late_title = LateText(field)
        field.textEdited.connect(self._late_title.touch)
        field.editingFinished.connect(self._late_title.flush)
        self._late_title.written.connect(self._title_written)
        self._asked(view.title_label, field)
        return field

    def _add_steppers(self, view: OpenStepView) -> None:
        holder = QWidget()
        flow = FlowLayout(holder, SPACE_24, SPACE_12)
        for name, number in (
            ("seconds", view.seconds),
            ("repeats", view.repeats),
            ("pressure", view.pressure),
        ):
            if number is not None:
                stepper = Stepper(self._theme, number)
                self._steppers[name] = stepper
                flow.addWidget(stepper)
        hears = {"seconds": self._timed, "repeats": self._repeated, "pressure": self._pressed}
        for name, stepper in self._steppers.items():
            stepper.stepped.connect(hears[name])
        self.column.addWidget(holder)

    def _add_picture(self, view: OpenStepView) -> None:
        picture = view.picture
        column = QVBoxLayout()
        column.setSpacing(SPACE_8)
        column.addWidget(Label(self._theme, picture.label, TextRole.SMALL, Tone.INK2))
        self._picture = OwnPicture(self._theme)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignLeading)
        holder = QWidget()
        flow = FlowLayout(holder)
        self._choose = Button(self._theme, picture.choose, ButtonKind.SECONDARY)
        self._choose.clicked.connect(self._ask_picture)
        self._drop = Button(self._theme, "", ButtonKind.QUIET)
        self._drop.clicked.connect(self._drop_picture)
        flow.addWidget(self._choose)
        flow.addWidget(self._drop)
        column.addWidget(holder)
        column.addWidget(Label(self._theme, picture.note, TextRole.CAPTION, Tone.INK3))
        self.column.addLayout(column)
        self._shown_base64: str | None = None

    def stops(self) -> list[QWidget]:
        """What the keyboard comes to, in order."""
        takes, window = Qt.FocusPolicy.TabFocus, self.window()
        # The list of a drop-down is a window of its own.
        return [
            part
            for part in self.findChildren(QWidget)
            if part.focusPolicy() & takes and part.window() is window
        ]

    def start_focus(self) -> None:
        """Give the keyboard to the first field."""
        self.stops()[0].setFocus(Qt.FocusReason.OtherFocusReason)
        if self._title is not None:
            self._title.selectAll()

    def show_step(self, view: OpenStepView) -> None:
        """Show the step as it is now; what is being typed stays."""
        self.setAccessibleName(view.title)
        if self._sides is not None:
            self._sides.show_key(view.side)
        for name, number in (
            ("seconds", view.seconds),
            ("repeats", view.repeats),
            ("pressure", view.pressure),
        ):
            if number is not None and name in self._steppers:
                self._steppers[name].show_number(number)
        if self._breath is not None:
            self._breath.show_choice(view.breathing_label, _options(view.breathing), view.breath)
        if self._title is not None and not self._late_title.waits and self._title.text() != view.title:
            self._title.setText(view.title)
        if not self._late_note.waits and self._note.toPlainText() != view.note:
            self._note.blockSignals(True)
            self._note.show_note(view.note)
            self._note.blockSignals(False)
        self._cautions.show_text("\n".join(view.cautions))
        self._cautions.setVisible(bool(view.cautions))
        self._show_picture(view)

    def _show_picture(self, view: OpenStepView) -> None:
        picture = view.picture
        self._drop.show_words(picture.drop)
        self._drop.setVisible(bool(picture.drop))
        if picture.base64 == self._shown_base64:
            return
        self._shown_base64 = picture.base64
        self._picture.show_picture(shown_picture(picture.base64), picture.spoken)

    # --- What the person does

    def _title_written(self, text: str) -> None:
        self.titled.emit(self.key, text)

    def _side_chosen(self, side: object) -> None:
        self.sided.emit(self.key, side)

    def _timed(self, value: object) -> None:
        self.timed.emit(self.key, value)

    def _repeated(self, value: object) -> None:
        self.repeated.emit(self.key, value)

    def _pressed(self, value: object) -> None:
        self.pressed.emit(self.key, value)

    def _breath_chosen(self, key: object) -> None:
        self.breathed.emit(self.key, key)

    def _note_typed(self) -> None:
        self._late_note.touch(self._note.toPlainText())

    def _note_written(self, text: str) -> None:
        self.noted.emit(self.key, text)

    def _ask_picture(self) -> None:
        self.picture_asked.emit(self.key)

    def _drop_picture(self) -> None:
        self.picture_dropped.emit(self.key)

    def _leave(self) -> None:
        self.left.emit(self.key)


def _options(picks: tuple[PickView, ...]) -> tuple[Option, ...]:
    return tuple(Option(pick.key, pick.words) for pick in picks)
