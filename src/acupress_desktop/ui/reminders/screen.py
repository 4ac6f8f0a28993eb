"""The page about reminders: the list, one form at a time, what works when, and the calendar file."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.reminders import ReminderKind, ReminderWording, Weekday
from acupress_desktop.presenters.reminder_page import Said
from acupress_desktop.presenters.reminder_view import ReminderEditorView, ReminderRowView, RemindersView
from acupress_desktop.ui.flow.clearing import clear
from acupress_desktop.ui.reminders.editor import ReminderEditor
from acupress_desktop.ui.reminders.presenting import RemindersPresenting
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
)
from acupress_desktop.ui.theme.plain_label import Label, Run, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.ask_file import AskFile, SystemAskFile
from acupress_desktop.ui.widgets.buttons import Button, ButtonExtras, ButtonKind
from acupress_desktop.ui.widgets.layouts import FlowLayout, Hairline
from acupress_desktop.ui.widgets.page_column import PageColumn

_COLUMN_MAX_PX = 1000
_TEXT_MAX_PX = 720
_ENDING = "ics"


class RemindersScreen(QWidget):
    """``RemindersScreen(presenter, theme, ask)``. ``leave`` emits a destination.

    ``try_asked`` carries a line for the desktop, whose answer comes back through ``hear``; ``changed`` tells
    that reminders are others now.
    """

    leave = Signal(object)
    try_asked = Signal(object)
    changed = Signal()

    def __init__(
        self,
        presenter: RemindersPresenting,
        theme: LiveTheme,
        ask: AskFile | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._theme = theme
        self._ask = ask or SystemAskFile()
        self._view = presenter.present()
        self._shown: RemindersView | None = None
        self._editor: ReminderEditor | None = None
        self._open: ReminderEditorView | None = None
        self._acts: dict[Button, tuple[str, RowId]] = {}
        self._adds: dict[Button, ReminderKind] = {}
        self._slots: dict[RowId, QVBoxLayout] = {}
        self.setAccessibleName(self._view.page)
        self._page = PageColumn(self, theme, _COLUMN_MAX_PX)
        self._page.foot.undone.connect(self._take_back)
        whole = self._page.column
        self._back = Button(theme, self._view.back, ButtonKind.QUIET, extras=ButtonExtras(icon=Icon.BACK))
        self._back.clicked.connect(self._go_back)
        whole.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        whole.addWidget(Label(theme, self._view.title, TextRole.TITLE))
        whole.addSpacing(SPACE_4)
        whole.addWidget(Label(theme, self._view.lead, TextRole.BODY, Tone.INK2))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        whole.addLayout(self._list)
        self._new_slot = QVBoxLayout()
        whole.addLayout(self._new_slot)
        self._build_below(whole)
        theme.changed.connect(self._place)
        self.setFocusProxy(self._back)
        self.show_view(self._view)
        self._place()

    # --- Building

    def _build_below(self, whole: QVBoxLayout) -> None:
        theme, view = self._theme, self._view
        whole.addSpacing(SPACE_24)
        whole.addWidget(eyebrow(theme, view.add_heading))
        whole.addSpacing(SPACE_8)
        self._add_row = QWidget()
        flow = FlowLayout(self._add_row, SPACE_16, SPACE_8)
        for add in view.adds:
            button = Button(theme, add.label)
            button.clicked.connect(self._add)
            self._adds[button] = add.kind
            flow.addWidget(button)
        whole.addWidget(self._add_row)
        self._full = Label(theme, "", TextRole.BODY, Tone.INK2)
        whole.addWidget(self._full)
        whole.addSpacing(SPACE_12)
        self._save = Button(theme, view.save_calendar.label)
        self._save.clicked.connect(self._save_calendar)
        whole.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeading)
        whole.addSpacing(SPACE_24)
        whole.addWidget(eyebrow(theme, view.works_heading))
        whole.addSpacing(SPACE_8)
        self._no_service = Label(theme, "", TextRole.BODY, Tone.CAUTION)
        whole.addWidget(self._no_service)
        whole.addSpacing(SPACE_4)
        self._texts = QWidget()
        lines = QVBoxLayout(self._texts)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(SPACE_8)
        for line in view.works:
            lines.addWidget(Label(theme, line, TextRole.SMALL, Tone.INK2))
        texts = QHBoxLayout()
        texts.addWidget(self._texts, 1000)
        texts.addStretch(1)
        whole.addLayout(texts)

    def _rebuild_list(self, view: RemindersView) -> None:
        self._drop_editor()
        clear(self._list)
        self._acts.clear()
        self._slots.clear()
        self._list.addSpacing(SPACE_24)
        if view.empty:
            told = (Run(view.empty, weight=Weight.STRONG),)
            self._list.addWidget(Label(self._theme, told, TextRole.BODY))
            self._list.addWidget(Label(self._theme, view.empty_detail, TextRole.SMALL, Tone.INK2))
        for row in view.rows:
            self._add_line(row)
        if view.rows:
            self._list.addWidget(Hairline(self._theme))

    def _add_line(self, row: ReminderRowView) -> None:
        theme, column = self._theme, self._list
        column.addWidget(Hairline(theme))
        column.addSpacing(SPACE_12)
        column.addWidget(Label(theme, (Run(row.title, weight=Weight.STRONG),), TextRole.BODY))
        column.addWidget(Label(theme, row.detail, TextRole.SMALL, Tone.INK2))
        acts = QWidget()
        flow = FlowLayout(acts, SPACE_16, 0)
        for act, words, spoken in (
            ("change", row.change, row.change_spoken),
            ("turn", row.turn, row.turn_spoken),
            ("delete", row.delete, row.delete_spoken),
        ):
            button = Button(theme, words, ButtonKind.QUIET)
            button.setAccessibleName(spoken)
            button.clicked.connect(self._act)
            self._acts[button] = (act, row.id)
            flow.addWidget(button)
        column.addWidget(acts)
        slot = QVBoxLayout()
        column.addLayout(slot)
        self._slots[row.id] = slot
        column.addSpacing(SPACE_8)

    # --- Showing

    def show_view(self, view: RemindersView) -> None:
        """Show ``view``; only what changed is built again."""
        before, self._shown = self._shown, view
        if before is None or before.rows != view.rows or before.empty != view.empty:
            self._rebuild_list(view)
            if before is not None:
                self.changed.emit()
        self._show_editor(view.editor)
        self._add_row.setVisible(bool(view.adds))
        self._full.show_text(view.full)
        self._full.setVisible(bool(view.full))
        self._no_service.show_text(view.no_service)
        self._no_service.setVisible(bool(view.no_service))
        self._save.setEnabled(view.save_calendar.ready)
        self._save.setAccessibleDescription(view.save_calendar.blocked_because)
        self._page.foot.say(view.trouble, view.said, view.undo)

    def _show_editor(self, view: ReminderEditorView | None) -> None:
        before, self._open = self._open, view
        if view is None:
            if before is not None:
                self._drop_editor()
                self._focus_after(before.beside)
            return
        same = before is not None and (before.beside, before.title) == (view.beside, view.title)
        if self._editor is not None and same:
            self._editor.show_form(view)
            return
        self._drop_editor()
        editor = ReminderEditor(self._theme, view)
        editor.day_turned.connect(self._turn_day)
        editor.dated.connect(self._dated)
        editor.before_chosen.connect(self._before_chosen)
        editor.timed.connect(self._timed)
        editor.worded.connect(self._worded)
        editor.tried.connect(self._try)
        editor.kept.connect(self._keep)
        editor.left.connect(self._leave_form)
        slot = self._new_slot if view.beside is None else self._slots.get(view.beside, self._new_slot)
        slot.addSpacing(SPACE_16)
        slot.addWidget(editor)
        editor.show()
        editor.start_focus()
        self._editor = editor
        # The form has its place once the pending layouts are done.
        QTimer.singleShot(0, self, self._show_the_editor)

    def _show_the_editor(self) -> None:
        if self._editor is not None:
            self._page.bring_into_sight(self._editor)

    def _drop_editor(self) -> None:
        if self._editor is not None:
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None
            for slot in (self._new_slot, *self._slots.values()):
                clear(slot)

    def _focus_after(self, name: RowId | None) -> None:
        """Give the keyboard to the row of a reminder, or to what adds one."""
        change = next((button for button, act in self._acts.items() if act == ("change", name)), None)
        first = next(iter(self._adds), self._back)
        (change or first).setFocus(Qt.FocusReason.OtherFocusReason)

    def start_focus(self) -> None:
        """Give the keyboard to the first act."""
        self._back.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self._page.place()
        self._texts.setMaximumWidth(self._theme.scaled(_TEXT_MAX_PX))

    # --- Acting

    def hear(self, said: object) -> None:
        """Say what came of handing a line to the desktop."""
        if isinstance(said, Said):
            self.show_view(self._presenter.heard(said))

    def _add(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            self.show_view(self._presenter.add(self._adds[sender]))

    def _act(self) -> None:
        sender = self.sender()
        if not isinstance(sender, Button):
            return
        act, name = self._acts[sender]
        match act:
            case "change":
                self.show_view(self._presenter.change(name))
            case "turn":
                self.show_view(self._presenter.turn(name))
                self._focus_after(name)
            case _:
                self.show_view(self._presenter.delete(name))
                self._page.foot.undo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_back(self) -> None:
        self.show_view(self._presenter.undo())
        self._focus_after(None)

    def _turn_day(self, day: object) -> None:
        if isinstance(day, Weekday):
            self.show_view(self._presenter.turn_day(day))

    def _dated(self, day: object) -> None:
        if isinstance(day, date):
            self.show_view(self._presenter.set_day(day))

    def _before_chosen(self, days: int) -> None:
        self.show_view(self._presenter.choose_before(days))

    def _timed(self, at_minute: int) -> None:
        self.show_view(self._presenter.set_time(at_minute))

    def _worded(self, wording: object) -> None:
        if isinstance(wording, ReminderWording):
            self.show_view(self._presenter.choose_wording(wording))

    def _try(self) -> None:
        line = self._presenter.to_try()
        if line is not None:
            self.try_asked.emit(line)

    def _keep(self) -> None:
        self.show_view(self._presenter.keep())

    def _leave_form(self) -> None:
        self.show_view(self._presenter.leave())

    def _save_calendar(self) -> None:
        view = self._view
        kinds = ((view.calendar_kind, _ENDING),)
        path = self._ask.where_to_save(self, view.calendar_title, view.calendar_name, kinds)
        if path is not None:
            self.show_view(self._presenter.save_calendar(path))

    def _go_back(self) -> None:
        self.leave.emit(self._presenter.back())
