"""The person's own spots: the list of them, and the question for the name of a new one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.ids import RowId
from acupress_desktop.presenters.own_points import (
    NewOwnPointView,
    OwnPointRow,
    OwnPointsPresenter,
    OwnPointsView,
)
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_8, SPACE_24
from acupress_desktop.ui.theme.plain_label import Label, Run
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind
from acupress_desktop.ui.widgets.fields import NoteField, TextField
from acupress_desktop.ui.widgets.layouts import Hairline
from acupress_desktop.ui.widgets.overlays import Dialog, DialogEnd


class OwnPointsDialog(Dialog):
    """``OwnPointsDialog(theme, window, presenter)``; ``show_asked`` carries a spot, ``changed`` says so."""

    show_asked = Signal(object)
    changed = Signal()

    def __init__(self, theme: LiveTheme, window: QWidget, presenter: OwnPointsPresenter) -> None:
        view = presenter.present()
        super().__init__(theme, window, view.title, view.close)
        self._presenter = presenter
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE_8)
        self._inner: QWidget | None = None
        self.column.addWidget(Label(theme, view.lead, TextRole.SMALL, Tone.INK2))
        self.column.addLayout(self._list)
        self.column.addStretch(1)
        self._show(view)

    def open_it(self) -> None:
        """Show the list."""
        self.open_over()

    def _show(self, view: OwnPointsView) -> None:
        theme = self._theme
        if self._inner is not None:
            self._inner.hide()
            self._inner.deleteLater()
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        for row in view.rows:
            column.addWidget(self._row(row))
            column.addWidget(Hairline(theme))
        if view.empty:
            column.addWidget(Label(theme, view.empty, TextRole.BODY, Tone.INK3))
        for words, tone in ((view.said, Tone.INK2), (view.trouble, Tone.STOP)):
            if words:
                column.addWidget(Label(theme, words, TextRole.SMALL, tone))
        if view.undo is not None:
            undo = Button(theme, view.undo.label, ButtonKind.QUIET)
            undo.clicked.connect(self._undo)
            column.addWidget(undo)
        self._inner = inner
        self._list.addWidget(inner)

    def _row(self, row: OwnPointRow) -> QWidget:
        theme = self._theme
        whole = QWidget()
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, SPACE_4, 0, SPACE_4)
        line.setSpacing(SPACE_24)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(theme, (Run(row.name, None, Weight.STRONG),)))
        words.addWidget(Label(theme, row.where, TextRole.SMALL, Tone.INK2))
        if row.note:
            words.addWidget(Label(theme, row.note, TextRole.SMALL, Tone.INK2))
        line.addLayout(words, 1)
        for act, slot in ((row.show, self._shower(row.id)), (row.take_away, self._taker(row.id))):
            button = Button(theme, act.label, ButtonKind.QUIET)
            button.setAccessibleName(f"{act.label}: {row.name}")
            button.clicked.connect(slot)
            line.addWidget(button)
        return whole

    def _shower(self, spot: RowId) -> Callable[[], None]:
        def show() -> None:
            self.finish(DialogEnd.DONE)
            self.show_asked.emit(spot)

        return show

    def _taker(self, spot: RowId) -> Callable[[], None]:
        def take() -> None:
            self._show(self._presenter.take_away(spot))
            self.changed.emit()

        return take

    def _undo(self) -> None:
        self._show(self._presenter.undo())
        self.changed.emit()


class NewOwnPointDialog(Dialog):
    """``NewOwnPointDialog(theme, window, view, keep)``: ``keep(name, note)`` returns why not, or nothing."""

    kept = Signal()

    def __init__(
        self, theme: LiveTheme, window: QWidget, view: NewOwnPointView, keep: Callable[[str, str], str]
    ) -> None:
        super().__init__(theme, window, view.title, view.cancel)
        self._keep_it = keep
        self.column.addWidget(Label(theme, view.where, TextRole.BODY, Tone.INK2))
        self.column.addWidget(Label(theme, view.name, TextRole.SMALL, Tone.INK2))
        self._name = TextField(theme, view.name, view.name_hint, characters_max=view.name_characters)
        self._name.returnPressed.connect(self._keep)
        self.column.addWidget(self._name)
        self.column.addWidget(Label(theme, view.note, TextRole.SMALL, Tone.INK2))
        self._note = NoteField(theme, view.note)
        self.column.addWidget(self._note)
        self._trouble = Label(theme, "", TextRole.SMALL, Tone.STOP)
        self._trouble.hide()
        self.column.addWidget(self._trouble)
        self.column.addStretch(1)
        cancel = Button(theme, view.cancel, ButtonKind.SECONDARY)
        cancel.clicked.connect(self._leave)
        save = Button(theme, view.keep, ButtonKind.PRIMARY)
        save.clicked.connect(self._keep)
        self.foot.addStretch(1)
        self.foot.addWidget(cancel)
        self.foot.addWidget(save)

    def ask(self) -> None:
        """Show the question, the keyboard in its first field."""
        self.open_over(self._name)

    def _keep(self) -> None:
        problem = self._keep_it(self._name.text(), self._note.note)
        if problem:
            self._trouble.show_text(problem)
            self._trouble.show()
            return
        self.finish(DialogEnd.DONE)
        self.kept.emit()

    def _leave(self) -> None:
        self.finish(DialogEnd.DISMISSED)
