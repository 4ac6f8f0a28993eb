"""The editor of a routine: what it is called and for, its steps, and what can be added."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.domain.exercises import ExerciseKind
from acupress_desktop.domain.ids import ComplaintId, PointCode, ProtocolId, RowId
from acupress_desktop.domain.routines import (
    ROUTINE_NAME_CHARACTERS_MAX,
    STEP_NOTE_CHARACTERS_MAX,
    RoutineSides,
)
from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.routine import RoutinePresenter
from acupress_desktop.presenters.routine_view import (
    FileKindView,
    PickView,
    RoutineView,
    StepView,
)
from acupress_desktop.ui.flow.clearing import clear
from acupress_desktop.ui.routines.add_part import AddPart, ThumbOf
from acupress_desktop.ui.routines.late_text import LateText, note_height_px
from acupress_desktop.ui.routines.own_pictures import PictureRefused, small_picture
from acupress_desktop.ui.routines.paper import SavePage
from acupress_desktop.ui.routines.step_editor import StepEditor
from acupress_desktop.ui.routines.steps_list import StepsList
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_32,
    SPACE_48,
)
from acupress_desktop.ui.theme.plain_label import Label, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.ask_file import AskFile
from acupress_desktop.ui.widgets.buttons import Button, ButtonExtras, ButtonKind
from acupress_desktop.ui.widgets.cards import EmptyState
from acupress_desktop.ui.widgets.choices import Option
from acupress_desktop.ui.widgets.drop_down import DropChoice
from acupress_desktop.ui.widgets.fields import NoteField, TextField
from acupress_desktop.ui.widgets.layouts import FlowLayout
from acupress_desktop.ui.widgets.page_column import PageColumn

_COLUMN_MAX_PX = 860


class RoutineScreen(QWidget):
    """``RoutineScreen(presenter, theme, thumb, save_page, ask)``. ``leave`` emits a destination."""

    leave = Signal(object)

    def __init__(
        self,
        presenter: RoutinePresenter,
        theme: LiveTheme,
        thumb: ThumbOf,
        save_page: SavePage,
        ask: AskFile,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._theme = theme
        self._thumb = thumb
        self._save_page = save_page
        self._ask = ask
        self._started: object = None
        self._stops: list[QWidget] = []
        view = presenter.present()
        self.setAccessibleName(view.page)
        self._page = PageColumn(self, theme, _COLUMN_MAX_PX)
        self._page.foot.undone.connect(self._undo)
        self._column = self._page.column
        self._head(view)
        self._steps_part(view)
        self._add_part(view)
        self._note_part(view)
        theme.changed.connect(self._place)
        self.setFocusProxy(self._name)
        self.show_view(view)
        self._place()

    # --- Building

    def _head(self, view: RoutineView) -> None:
        theme, column = self._theme, self._column
        back = Button(theme, view.back, ButtonKind.QUIET, extras=ButtonExtras(icon=Icon.BACK))
        back.clicked.connect(self._go_back)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(Label(theme, view.page, TextRole.TITLE))
        column.addSpacing(SPACE_4)
        column.addWidget(Label(theme, view.kept, TextRole.SMALL, Tone.INK2))
        column.addSpacing(SPACE_16)
        self._name = TextField(theme, view.name_label, characters_max=ROUTINE_NAME_CHARACTERS_MAX)
        self._late_name = LateText(self._name)
        self._name.textEdited.connect(self._late_name.touch)
        self._name.editingFinished.connect(self._late_name.flush)
        self._late_name.written.connect(self._name_written)
        self._asked(view.name_label, self._name)
        self._complaint = DropChoice(theme)
        self._complaint.chosen.connect(self._complaint_chosen)
        self._asked(view.for_label, self._complaint, view.for_note)
        self._lengths = Label(theme, "", TextRole.BODY)
        self._day = Label(theme, "", TextRole.SMALL, Tone.INK2)
        column.addWidget(self._lengths)
        column.addSpacing(SPACE_4)
        column.addWidget(self._day)
        column.addSpacing(SPACE_12)
        acts = self._acts = QWidget()
        flow = FlowLayout(acts, SPACE_12, SPACE_8)
        self._press = Button(theme, view.press.label, ButtonKind.PRIMARY)
        self._press.clicked.connect(self._go_press)
        self._share = Button(theme, view.share, ButtonKind.SECONDARY)
        self._share.clicked.connect(self._ask_share)
        self._print = Button(theme, view.print, ButtonKind.SECONDARY)
        self._print.clicked.connect(self._ask_print)
        for button in (self._press, self._share, self._print):
            flow.addWidget(button)
        column.addWidget(acts)
        self._blocked = Label(theme, "", TextRole.SMALL, Tone.INK2)
        column.addSpacing(SPACE_4)
        column.addWidget(self._blocked)
        self._untested = Label(theme, view.untested, TextRole.CAPTION, Tone.INK3)
        column.addWidget(self._untested)

    def _asked(self, words: str, field: QWidget, note: str = "") -> None:
        self._column.addWidget(Label(self._theme, words, TextRole.SMALL, Tone.INK2))
        self._column.addSpacing(SPACE_4)
        self._column.addWidget(field)
        if note:
            self._column.addSpacing(SPACE_4)
            self._column.addWidget(Label(self._theme, note, TextRole.CAPTION, Tone.INK3))
        self._column.addSpacing(SPACE_16)

    def _steps_part(self, view: RoutineView) -> None:
        self._column.addSpacing(SPACE_32)
        self._column.addWidget(eyebrow(self._theme, view.steps_heading))
        self._hint = Label(self._theme, "", TextRole.CAPTION, Tone.INK3)
        self._column.addWidget(self._hint)
        self._start = QVBoxLayout()
        self._start.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._start)
        self._column.addSpacing(SPACE_8)
        self.steps = StepsList(self._theme, self._step_thumb)
        steps = self.steps
        steps.moved.connect(self._move_to)
        steps.moved_by.connect(self._move_by)
        steps.change_asked.connect(self._open_step)
        steps.remove_asked.connect(self._remove_step)
        steps.dragged_to.connect(self._follow_drag)
        steps.editor_made.connect(self._hear_editor)
        self._column.addWidget(steps)

    def _add_part(self, view: RoutineView) -> None:
        self._column.addSpacing(SPACE_32)
        self.adding = AddPart(self._theme, view.add, self._thumb)
        self.adding.searched.connect(self._search)
        self.adding.add_asked.connect(self._add_point)
        self.adding.exercise_asked.connect(self._add_exercise)
        self._column.addWidget(self.adding)

    def _note_part(self, view: RoutineView) -> None:
        self._column.addSpacing(SPACE_32)
        self._note = NoteField(self._theme, view.note_label, "", STEP_NOTE_CHARACTERS_MAX)
        self._note.show_note(view.note)
        self._late_note = LateText(self._note)
        self._note.note_changed.connect(self._note_typed)
        self._late_note.written.connect(self._note_written)
        self._asked(view.note_label, self._note)

    # --- Showing

    def show_view(self, view: RoutineView) -> None:
        """Show the routine as it stands; what is being typed stays."""
        if not self._late_name.waits and self._name.text() != view.name:
            self._name.setText(view.name)
        if not self._late_note.waits and self._note.toPlainText() != view.note:
            self._note.blockSignals(True)
            self._note.show_note(view.note)
            self._note.blockSignals(False)
        self._complaint.show_choice(view.for_label, _options(view.complaints), view.complaint)
        self._press.setEnabled(view.press.ready)
        self._press.setAccessibleDescription(view.press.blocked_because)
        self._day.show_tone(Tone.CAUTION if view.beyond is Choice.CHOSEN else Tone.INK2)
        for label, text in (
            (self._lengths, view.lengths),
            (self._day, view.day),
            (self._blocked, view.press.blocked_because if view.steps else ""),
            (self._hint, view.steps_hint),
        ):
            label.show_text(text)
            label.setVisible(bool(text))
        self._acts.setVisible(bool(view.steps))
        self._untested.setVisible(bool(view.steps))
        self._show_start(view)
        self.steps.show_steps(view)
        self.adding.show_add(view.add)
        self._page.foot.say(view.problem, view.said, view.undo)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let the keyboard go down the page; what was built last would otherwise come last."""
        start = self._start.itemAt(0)
        empty = None if start is None else start.widget()
        begins = [] if empty is None else empty.findChildren(DropChoice)
        stops = [self._print, *begins, *self.steps.stops(), *self.adding.stops()]
        stops += (self._note, self._page.foot.undo)
        if stops == self._stops:
            return
        self._stops = stops
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _show_start(self, view: RoutineView) -> None:
        if view.start == self._started:
            return
        self._started = view.start
        clear(self._start)
        if view.start is None:
            return
        empty = EmptyState(self._theme, view.start.title, view.start.text)
        choice = DropChoice(self._theme)
        options = tuple(Option(pick.key, pick.words) for pick in view.start.sets)
        choice.show_choice(view.start.name, options, None)
        choice.setPlaceholderText(view.start.name)
        choice.chosen.connect(self._start_from)
        empty.column.addWidget(choice)
        self._start.addWidget(empty)
        empty.show()

    def _step_thumb(self, step: StepView) -> QPixmap | None:
        if step.point is None or step.side is None:
            return None
        return self._thumb(step.point, step.side)

    def start_focus(self) -> None:
        """Give the keyboard to the name."""
        self._name.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self._page.place()
        self._note.setFixedHeight(note_height_px(self._theme))

    # --- What the person does

    def _follow(self, outcome: RoutineView | Destination) -> None:
        if isinstance(outcome, RoutineView):
            self.show_view(outcome)
        else:
            self.leave.emit(outcome)

    def _flush(self) -> None:
        self._late_name.flush()
        self._late_note.flush()

    def _go_back(self) -> None:
        self._flush()
        self._follow(self._presenter.back())

    def _go_press(self) -> None:
        self._flush()
        self._follow(self._presenter.press())

    def _name_written(self, text: str) -> None:
        self._follow(self._presenter.write_name(text))

    def _note_typed(self) -> None:
        self._late_note.touch(self._note.toPlainText())

    def _note_written(self, text: str) -> None:
        self._follow(self._presenter.write_note(text))

    def _complaint_chosen(self, key: object) -> None:
        self._follow(self._presenter.choose_complaint(ComplaintId(str(key))))

    def _start_from(self, key: object) -> None:
        self._follow(self._presenter.start_from(ProtocolId(str(key))))

    def _undo(self) -> None:
        self._follow(self._presenter.undo())

    def _move_to(self, key: str, to: int) -> None:
        self._follow(self._presenter.move_step(RowId(key), to))

    def _move_by(self, key: str, places: int) -> None:
        self._follow(self._presenter.move_by(RowId(key), places))
        QTimer.singleShot(0, self, partial(self._into_sight, key))

    def _into_sight(self, key: str) -> None:
        if key in self.steps.keys:
            self._page.bring_into_sight(self.steps.row(key))

    def _follow_drag(self, y_px: int) -> None:
        content = self._page.scroll.widget()
        if content is not None:
            at = self.steps.mapTo(content, QPoint(0, y_px))
            self._page.scroll.ensureVisible(at.x(), at.y(), 0, SPACE_48)

    def _open_step(self, key: str) -> None:
        self._follow(self._presenter.open_step(RowId(key)))
        QTimer.singleShot(0, self, partial(self._into_sight, key))

    def _remove_step(self, key: str) -> None:
        self._follow(self._presenter.remove_step(RowId(key)))

    def _search(self, text: str) -> None:
        self._follow(self._presenter.search(text))

    def _add_point(self, code: str) -> None:
        self._follow(self._presenter.add_point(PointCode(code)))

    def _add_exercise(self, kind: object) -> None:
        if not isinstance(kind, ExerciseKind):
            return
        self._follow(self._presenter.add_exercise(kind))
        if self.steps.editor is not None:
            QTimer.singleShot(0, self, partial(self._into_sight, self.steps.editor.key))

    def _hear_editor(self, editor: object) -> None:
        if not isinstance(editor, StepEditor):
            return
        presenter = self._presenter
        editor.titled.connect(lambda key, text: self._follow(presenter.write_step_title(key, text)))
        editor.noted.connect(lambda key, text: self._follow(presenter.write_step_note(key, text)))
        editor.sided.connect(self._sided)
        editor.timed.connect(lambda key, value: self._follow(presenter.step_seconds(key, value)))
        editor.repeated.connect(lambda key, value: self._follow(presenter.step_repeats(key, value)))
        editor.pressed.connect(lambda key, value: self._follow(presenter.step_pressure(key, value)))
        editor.breathed.connect(lambda key, choice: self._follow(presenter.choose_breath(key, choice)))
        editor.picture_asked.connect(self._choose_picture)
        editor.picture_dropped.connect(lambda key: self._follow(presenter.set_picture(key, "")))
        editor.left.connect(self._open_step)

    def _sided(self, key: str, side: object) -> None:
        if isinstance(side, RoutineSides):
            self._follow(self._presenter.choose_sides(RowId(key), side))

    def _choose_picture(self, key: str) -> None:
        kind = self._presenter.picture_kind()
        path = self._ask.what_to_open(self, kind.title, kind.kinds)
        if path is None:
            return
        try:
            picture = small_picture(path)
        except PictureRefused:
            self._follow(self._presenter.refuse_picture())
            return
        self._follow(self._presenter.set_picture(RowId(key), picture))

    def _ask_share(self) -> None:
        self._flush()
        path = self._where(self._presenter.share_kind())
        if path is not None:
            self._follow(self._presenter.share(path))

    def _ask_print(self) -> None:
        self._flush()
        path = self._where(self._presenter.print_kind())
        if path is None:
            return
        how = self._save_page(self._presenter.printed(), path)
        self._follow(self._presenter.was_printed(path.name, how))

    def _where(self, kind: FileKindView) -> Path | None:
        return self._ask.where_to_save(self, kind.title, kind.name, kind.kinds)


def _options(picks: tuple[PickView, ...]) -> tuple[Option, ...]:
    return tuple(Option(pick.key, pick.words) for pick in picks)
