"""The list of a person's own routines, as a part of a page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.domain.ids import RowId
from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.presenters.routine_list import RoutineListPresenter
from acupress_desktop.presenters.routine_view import (
    CardAct,
    OpenedFileView,
    RoutineCardView,
    RoutineListView,
)
from acupress_desktop.ui.flow.clearing import clear
from acupress_desktop.ui.routines.opened_dialog import OpenedDialog
from acupress_desktop.ui.routines.paper import SavePage
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.ask_file import AskFile
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.cards import Card
from acupress_desktop.ui.widgets.layouts import FlowLayout
from acupress_desktop.ui.widgets.said_foot import SaidFoot


class RoutineListPart(QWidget):
    """``RoutineListPart(presenter, theme, save_page, ask)``: ``leave`` emits a destination.

    ``changed`` is emitted when a routine came, went or changed.
    """

    leave = Signal(object)
    changed = Signal()

    def __init__(
        self,
        presenter: RoutineListPresenter,
        theme: LiveTheme,
        save_page: SavePage,
        ask: AskFile,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._theme = theme
        self._save_page = save_page
        self._ask = ask
        self._shown: tuple[object, ...] | None = None
        self._buttons: dict[tuple[str, CardAct | None], Button] = {}
        view = presenter.present()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addSpacing(SPACE_8)
        self._empty = Label(theme, "", TextRole.BODY, Tone.INK2)
        column.addWidget(self._empty)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(SPACE_12)
        column.addLayout(self._cards)
        column.addSpacing(SPACE_12)
        acts = QWidget()
        flow = FlowLayout(acts, SPACE_12, SPACE_8)
        self._open = Button(theme, view.open_file.label, ButtonKind.QUIET)
        self._open.clicked.connect(self._ask_open)
        flow.addWidget(self._open)
        column.addWidget(acts)
        self._blocked = Label(theme, "", TextRole.CAPTION, Tone.INK3)
        column.addWidget(self._blocked)
        self._foot = SaidFoot(theme)
        self._foot.undone.connect(self._undo)
        column.addSpacing(SPACE_8)
        column.addWidget(self._foot)
        self.show_view(view)

    def show_view(self, view: RoutineListView) -> None:
        """Show the list."""
        shown = (view.cards, view.acts)
        if shown != self._shown:
            focused = next((key for key, one in self._buttons.items() if one.hasFocus()), None)
            self._shown = shown
            self._rebuild(view)
        else:
            focused = None
        self._empty.show_text(view.empty)
        self._empty.setVisible(bool(view.empty))
        self._open.setEnabled(view.open_file.ready)
        self._open.setAccessibleDescription(view.open_file.blocked_because)
        self._blocked.show_text(view.open_file.blocked_because)
        self._blocked.setVisible(bool(view.open_file.blocked_because))
        self._foot.say(view.problem, view.said, view.undo)
        self._focus_again(focused)

    def refresh(self) -> None:
        """Show the list anew."""
        self.show_view(self._presenter.present())

    def _rebuild(self, view: RoutineListView) -> None:
        clear(self._cards)
        self._buttons.clear()
        for routine in view.cards:
            card = self._card(routine, view.acts)
            self._cards.addWidget(card)
            card.show()

    def _card(self, view: RoutineCardView, acts: tuple[tuple[CardAct, str], ...]) -> Card:
        theme = self._theme
        card = Card(theme)
        card.setAccessibleName(view.name)
        card.column.setSpacing(SPACE_4)
        card.column.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        card.column.addWidget(Label(theme, view.name, TextRole.SUBHEAD))
        for line in (view.what_for, view.lengths, view.press.blocked_because):
            if line:
                card.column.addWidget(Label(theme, line, TextRole.SMALL, Tone.INK2))
        card.column.addSpacing(SPACE_8)
        holder = QWidget()
        flow = FlowLayout(holder, SPACE_8, SPACE_4)
        press = Button(theme, view.press.label, ButtonKind.SECONDARY)
        press.setAccessibleName(view.press_spoken)
        press.setAccessibleDescription(view.press.blocked_because)
        press.setEnabled(view.press.ready)
        press.clicked.connect(partial(self._go_press, view.id))
        self._buttons[view.id, None] = press
        flow.addWidget(press)
        for act, words in acts:
            button = Button(theme, words, ButtonKind.QUIET)
            button.setAccessibleName(f"{words}: {view.name}")
            button.clicked.connect(partial(self._act, act, view.id))
            self._buttons[view.id, act] = button
            flow.addWidget(button)
        card.column.addWidget(holder)
        return card

    def _focus_again(self, focused: tuple[str, CardAct | None] | None) -> None:
        """Give the keyboard back to the same act, or to the undo where its routine is gone."""
        if focused is None:
            return
        again = self._buttons.get(focused)
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._foot.undo.isVisible():
            self._foot.undo.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._open.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- What the person does

    def _follow(self, outcome: RoutineListView | Destination) -> None:
        if isinstance(outcome, RoutineListView):
            before = self._shown
            self.show_view(outcome)
            if self._shown != before:
                self.changed.emit()
        else:
            self.leave.emit(outcome)

    def _go_press(self, routine: RowId, *_clicked: object) -> None:
        self._follow(self._presenter.press(routine))

    def _undo(self) -> None:
        self._follow(self._presenter.undo())

    def _act(self, act: CardAct, routine: RowId, *_clicked: object) -> None:
        presenter = self._presenter
        match act:
            case CardAct.CHANGE:
                self._follow(presenter.change(routine))
            case CardAct.DUPLICATE:
                self._follow(presenter.duplicate(routine))
            case CardAct.DELETE:
                self._follow(presenter.delete(routine))
            case CardAct.SHARE:
                self._share(routine)
            case CardAct.PRINT:
                self._print(routine)

    def _share(self, routine: RowId) -> None:
        kind = self._presenter.share_kind(routine)
        path = None if kind is None else self._ask.where_to_save(self, kind.title, kind.name, kind.kinds)
        if path is not None:
            self._follow(self._presenter.share(routine, path))

    def _print(self, routine: RowId) -> None:
        kind, page = self._presenter.print_kind(routine), self._presenter.printed(routine)
        path = None if kind is None else self._ask.where_to_save(self, kind.title, kind.name, kind.kinds)
        if path is None or page is None:
            return
        self._follow(self._presenter.was_printed(path.name, self._save_page(page, path)))

    def _ask_open(self) -> None:
        kind = self._presenter.open_kind()
        path = self._ask.what_to_open(self, kind.title, kind.kinds)
        if path is None:
            return
        opened = self._presenter.open_file(path)
        if not isinstance(opened, OpenedFileView):
            self._follow(opened)
            return
        dialog = OpenedDialog(self._theme, self.window(), opened)
        dialog.added.connect(self._add_opened)
        dialog.refused.connect(self._leave_opened)
        dialog.open_over()

    def _add_opened(self) -> None:
        self._follow(self._presenter.add_opened())

    def _leave_opened(self) -> None:
        self._follow(self._presenter.leave_opened())
