"""The page of the safety answers: what is left out by choice, every answer, what was to be looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.domain.ids import QuestionId, RuleId
from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.domain.safety.answers import Reply
from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.presenters.safety_answers_view import (
    AnswerGroupView,
    CheckedView,
    LeftOutPlacesView,
    OpenQuestionView,
    SafetyAnswersView,
)
from acupress_desktop.ui.flow.body_pair import Pictures
from acupress_desktop.ui.flow.clearing import clear
from acupress_desktop.ui.safety_answers.editor import QuestionEditor
from acupress_desktop.ui.safety_answers.presenting import SafetyAnswersPresenting
from acupress_desktop.ui.safety_answers.rows import AnswerRow, CheckedRow
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_32,
)
from acupress_desktop.ui.theme.plain_label import Label, Run, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import Button, ButtonExtras, ButtonKind
from acupress_desktop.ui.widgets.layouts import FlowLayout, Hairline
from acupress_desktop.ui.widgets.page_column import PageColumn

_COLUMN_MAX_PX = 1000


class SafetyAnswersScreen(QWidget):
    """``SafetyAnswersScreen(presenter, theme, pictures)``. ``leave`` emits a destination."""

    leave = Signal(object)

    def __init__(
        self,
        presenter: SafetyAnswersPresenting,
        theme: LiveTheme,
        pictures: Pictures,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._theme = theme
        self._pictures = pictures
        self._standing: SafetyAnswersView | None = None
        self._editor: QuestionEditor | None = None
        self._edited: OpenQuestionView | None = None
        self._rows: dict[QuestionId, AnswerRow] = {}
        self._folds: dict[str, Button] = {}
        self._group_of: dict[QuestionId, str] = {}
        self._last: QuestionId | None = None
        self._scroll_to_px = 0
        view = presenter.present()
        self.setAccessibleName(view.page)
        self._page = PageColumn(self, theme, _COLUMN_MAX_PX)
        self._page.foot.undone.connect(self._take_back)
        whole = self._page.column
        self._back = Button(theme, view.back, ButtonKind.QUIET, extras=ButtonExtras(icon=Icon.BACK))
        self._back.clicked.connect(self._go_back)
        whole.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        whole.addWidget(Label(theme, view.title, TextRole.TITLE))
        whole.addSpacing(SPACE_4)
        whole.addWidget(Label(theme, view.lead, TextRole.BODY, Tone.INK2))
        self._own_slot = QVBoxLayout()
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        whole.addLayout(self._column)
        theme.changed.connect(self._place)
        self.setFocusProxy(self._back)
        self.show_view(view)
        self._place()

    # --- Building

    def _rebuild(self, view: SafetyAnswersView) -> None:
        self._drop_editor()
        clear(self._column)
        self._rows.clear()
        self._folds.clear()
        self._add_left_out(view.left_out)
        if view.empty:
            self._column.addSpacing(SPACE_32)
            self._column.addWidget(Label(self._theme, view.empty, TextRole.BODY, Tone.INK2))
        for group in view.groups:
            self._add_group(group)
        if view.checked is not None:
            self._add_checked(view.checked)
        if view.ask_all.ready:
            self._column.addSpacing(SPACE_32)
            self._column.addWidget(Hairline(self._theme))
            self._column.addSpacing(SPACE_16)
            every = self._button(view.ask_all.label, self._ask_everything, ButtonKind.SECONDARY)
            self._column.addWidget(every, 0, Qt.AlignmentFlag.AlignLeading)
            self._column.addSpacing(SPACE_4)
            self._column.addWidget(Label(self._theme, view.ask_all_note, TextRole.CAPTION, Tone.INK3))

    def _heading(self, words: str) -> None:
        self._column.addSpacing(SPACE_32)
        self._column.addWidget(eyebrow(self._theme, words))
        self._column.addSpacing(SPACE_8)

    def _add_left_out(self, view: LeftOutPlacesView) -> None:
        self._heading(view.heading)
        self._column.addWidget(Hairline(self._theme))
        self._column.addSpacing(SPACE_12)
        self._column.addWidget(Label(self._theme, view.lead, TextRole.BODY, Tone.INK2))
        self._column.addSpacing(SPACE_4)
        self._column.addWidget(Label(self._theme, (Run(view.standing, None, Weight.STRONG),)))
        self._column.addSpacing(SPACE_8)
        acts = QWidget()
        flow = FlowLayout(acts, SPACE_16, SPACE_8)
        self._choose_places = self._button(view.choose, self._choose_left_out, ButtonKind.SECONDARY)
        flow.addWidget(self._choose_places)
        if view.take_back:
            flow.addWidget(self._button(view.take_back, self._leave_nothing_out, ButtonKind.QUIET))
        self._column.addWidget(acts)
        self._own_slot = QVBoxLayout()
        self._own_slot.setContentsMargins(0, SPACE_12, 0, 0)
        self._column.addLayout(self._own_slot)

    def _add_group(self, view: AnswerGroupView) -> None:
        self._heading(view.heading)
        for row in (*view.rows, *view.more_rows):
            line = AnswerRow(self._theme, row)
            line.change_asked.connect(self._change)
            line.again_asked.connect(self._ask_again)
            self._rows[row.key] = line
            self._group_of[row.key] = view.key
            self._column.addWidget(line)
        if view.more:
            self._column.addWidget(Hairline(self._theme))
            fold = self._button(view.more, self._turn_fold, ButtonKind.QUIET)
            self._folds[view.key] = fold
            self._column.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeading)

    def _add_checked(self, view: CheckedView) -> None:
        self._heading(view.heading)
        self._column.addWidget(Label(self._theme, view.lead, TextRole.SMALL, Tone.INK2))
        self._column.addSpacing(SPACE_8)
        for row in view.rows:
            line = CheckedRow(self._theme, row)
            line.turned.connect(self._turn_tick)
            self._column.addWidget(line)

    def _button(self, words: str, slot: Callable[[], None], kind: ButtonKind) -> Button:
        button = Button(self._theme, words, kind)
        button.clicked.connect(slot)
        return button

    # --- Showing

    def show_view(self, view: SafetyAnswersView) -> None:
        """Show ``view``; only what changed is built again."""
        standing = replace(view, opened=None, said="", undo="", trouble="")
        focused = self._named_focus()
        if standing != self._standing:
            self._rebuild(standing)
            self._standing = standing
        self._show_editor(view.opened)
        self._page.foot.say(view.trouble, view.said, view.undo)
        if view.opened is None and focused:
            self._focus_again(focused)

    def _show_editor(self, view: OpenQuestionView | None) -> None:
        before = self._edited
        if view is None or before is None or before.key != view.key or self._editor is None:
            self._drop_editor()
        if view is not None and self._editor is None:
            self._open_editor(view)
        elif view is not None and self._editor is not None:
            self._editor.show_question(view)
        self._edited = view
        if view is not None:
            self._last = view.beside
        elif before is not None:
            self._focus_near(before.beside)

    def _open_editor(self, view: OpenQuestionView) -> None:
        editor = QuestionEditor(self._theme, view, self._pictures)
        editor.replied.connect(self._answer)
        editor.chosen.connect(self._choose)
        editor.unsure.connect(self._say_unsure)
        editor.placed.connect(self._place_tapped)
        editor.turned.connect(self._turn_mirror)
        editor.typed.connect(self._typed)
        editor.went_on.connect(self._go_on)
        editor.left.connect(self._leave_it)
        row = self._rows.get(view.beside)
        slot = self._own_slot if row is None else row.slot
        slot.addWidget(editor)
        slot.addSpacing(SPACE_16)
        editor.show()
        editor.start_focus()
        self._editor = editor
        # The editor has its place once the pending layouts are done.
        QTimer.singleShot(0, self, self._show_the_editor)

    def _show_the_editor(self) -> None:
        if self._editor is not None:
            self._page.bring_into_sight(self._editor)

    def _drop_editor(self) -> None:
        if self._editor is not None:
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None
            for slot in (self._own_slot, *(row.slot for row in self._rows.values())):
                clear(slot)

    def _focus_near(self, key: QuestionId | None) -> None:
        """Give the keyboard to the row of an answer, or to what it was folded into."""
        row = None if key is None else self._rows.get(key)
        fold = None if key is None else self._folds.get(self._group_of.get(key, ""))
        part = self._choose_places if fold is None else fold
        (part if row is None else row.change).setFocus(Qt.FocusReason.OtherFocusReason)

    def _stay(self) -> None:
        """Leave the page where it is: a button that goes away must not drag it elsewhere."""
        self._page.scroll.verticalScrollBar().setValue(self._scroll_to_px)

    def _named_focus(self) -> str:
        focused = next((part for part in self.findChildren(QWidget) if part.hasFocus()), None)
        return "" if focused is None else focused.accessibleName()

    def _focus_again(self, name: str) -> None:
        """Give the keyboard back to the act of the same name, where the page was built anew under it."""
        if self._named_focus() == name:
            return
        for part in self.findChildren(QWidget):
            takes = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.isVisibleTo(self)
            if takes and part.accessibleName() == name:
                part.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def start_focus(self) -> None:
        """Give the keyboard to the first act."""
        self._back.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self._page.place()

    # --- Acting

    def _follow(self, outcome: SafetyAnswersView | Destination) -> None:
        if isinstance(outcome, SafetyAnswersView):
            self.show_view(outcome)
        else:
            self.leave.emit(outcome)

    def _change(self, key: str) -> None:
        self._follow(self._presenter.change(QuestionId(key)))

    def _ask_again(self, key: str) -> None:
        self._last = QuestionId(key)
        self._scroll_to_px = self._page.scroll.verticalScrollBar().value()
        self._follow(self._presenter.ask_again(self._last))
        self._focus_near(self._last)
        QTimer.singleShot(0, self, self._stay)

    def _ask_everything(self) -> None:
        self._follow(self._presenter.ask_everything_again())

    def _choose_left_out(self) -> None:
        self._follow(self._presenter.choose_left_out())

    def _leave_nothing_out(self) -> None:
        self._follow(self._presenter.leave_nothing_out())

    def _turn_fold(self) -> None:
        sender = self.sender()
        for group, fold in self._folds.items():
            if fold is sender:
                self._follow(self._presenter.turn_fold(group))
                self._folds[group].setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _turn_tick(self, rule: str) -> None:
        self._follow(self._presenter.turn_tick(RuleId(rule)))

    def _answer(self, reply: object) -> None:
        if isinstance(reply, Reply):
            self._follow(self._presenter.answer(reply))

    def _choose(self, option: str) -> None:
        self._follow(self._presenter.choose(option))

    def _say_unsure(self) -> None:
        self._follow(self._presenter.unsure())

    def _place_tapped(self, place: object) -> None:
        if isinstance(place, RegionSelection):
            self._follow(self._presenter.toggle_place(place))

    def _turn_mirror(self) -> None:
        self._follow(self._presenter.turn_mirror())

    def _typed(self, text: str) -> None:
        self._follow(self._presenter.write_amount(text))

    def _go_on(self) -> None:
        self._follow(self._presenter.go_on())

    def _leave_it(self) -> None:
        self._follow(self._presenter.leave_as_it_is())

    def _take_back(self) -> None:
        self._scroll_to_px = self._page.scroll.verticalScrollBar().value()
        self._follow(self._presenter.undo())
        self._focus_near(self._last)
        QTimer.singleShot(0, self, self._stay)

    def _go_back(self) -> None:
        self.leave.emit(self._presenter.back())
