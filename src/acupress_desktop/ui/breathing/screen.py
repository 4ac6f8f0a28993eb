"""The page about breathing: patterns as cards, one form, and when to stop following."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.breathing import BreathPhase
from acupress_desktop.domain.ids import RowId
from acupress_desktop.presenters.breathing_view import (
    BreathCardView,
    BreathEditorView,
    BreathingView,
    BreathKey,
)
from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.ui.breathing.card import BreathCard
from acupress_desktop.ui.breathing.editor import BreathEditor
from acupress_desktop.ui.bridge.ticker import Beat, Ticker
from acupress_desktop.ui.flow.clearing import clear
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    SPACE_4,
    SPACE_8,
    SPACE_16,
    SPACE_24,
    SPACE_32,
)
from acupress_desktop.ui.theme.plain_label import Label, eyebrow
from acupress_desktop.ui.theme.tokens import Motion, Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonExtras, ButtonKind
from acupress_desktop.ui.widgets.cards import Card, CardKind
from acupress_desktop.ui.widgets.layouts import FlowLayout
from acupress_desktop.ui.widgets.page_column import PageColumn

_COLUMN_MAX_PX = 1008
_TEXT_MAX_PX = 720
SHOWN_SECONDS_MAX = 60.0
"""A picture breathes for a minute at most: nothing moves while nobody looks."""


class Presents(Protocol):
    """What the page needs of its presenter."""

    def present(self) -> BreathingView:
        """Show the page."""
        ...

    def choose(self, key: BreathKey) -> BreathingView:
        """Use a pattern."""
        ...

    def add(self) -> BreathingView:
        """Open the form of a new pattern."""
        ...

    def change(self, own: RowId) -> BreathingView:
        """Open the form of an own pattern."""
        ...

    def delete(self, own: RowId) -> BreathingView:
        """Take an own pattern away."""
        ...

    def undo(self) -> BreathingView:
        """Bring it back."""
        ...

    def write_name(self, name: str) -> BreathingView:
        """Take the name as typed."""
        ...

    def set_tenths(self, phase: BreathPhase, tenths: int) -> BreathingView:
        """Say how long a phase is."""
        ...

    def turn_holds(self) -> BreathingView:
        """Let the breath rest between, or not."""
        ...

    def keep(self) -> BreathingView:
        """Save the form."""
        ...

    def leave(self) -> BreathingView:
        """Leave the form."""
        ...

    def back(self) -> Destination:
        """Leave the page."""
        ...


class BreathingScreen(QWidget):
    """``BreathingScreen(presenter, theme, seconds)``; ``seconds`` reads a clock that only runs forward.

    ``leave`` carries a destination.
    """

    leave = Signal(object)

    def __init__(
        self,
        presenter: Presents,
        theme: LiveTheme,
        seconds: Callable[[], float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._theme = theme
        self._seconds = seconds
        self._cards: dict[BreathKey, BreathCard] = {}
        self._editor: BreathEditor | None = None
        self._open: BreathEditorView | None = None
        self._breathing: BreathKey | None = None
        self._since = 0.0
        self.ticker = Ticker(self)
        self.ticker.ticked.connect(self._tick)
        view = presenter.present()
        self._phase_words = dict(view.phase_words)
        self.setAccessibleName(view.page)
        self._page = PageColumn(self, theme, _COLUMN_MAX_PX)
        self._page.foot.undone.connect(self._take_back)
        self._build(view)
        theme.changed.connect(self._restyle)
        self.setFocusProxy(self._back)
        self.show_view(view)
        self._place()

    # --- Building

    def _build(self, view: BreathingView) -> None:
        theme = self._theme
        whole = self._page.column
        self._back = Button(theme, view.back, ButtonKind.QUIET, extras=ButtonExtras(icon=Icon.BACK))
        self._back.clicked.connect(self._go_back)
        whole.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        whole.addWidget(Label(theme, view.title, TextRole.TITLE))
        whole.addSpacing(SPACE_4)
        self._lead = Label(theme, view.lead, TextRole.BODY, Tone.INK2)
        whole.addWidget(self._lead)
        self._note = Card(theme, CardKind.CAUTION)
        self._note.column.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        self._note_words = Label(theme, "", TextRole.BODY)
        self._note.column.addWidget(self._note_words)
        whole.addSpacing(SPACE_16)
        whole.addWidget(self._note)
        whole.addSpacing(SPACE_24)
        whole.addWidget(eyebrow(theme, view.patterns_heading))
        whole.addSpacing(SPACE_8)
        self._of_app = FlowLayout(None, SPACE_24, SPACE_16)
        whole.addLayout(self._of_app)
        whole.addSpacing(SPACE_32)
        whole.addWidget(eyebrow(theme, view.own_heading))
        whole.addSpacing(SPACE_8)
        self._none = Label(theme, "", TextRole.BODY, Tone.INK2)
        whole.addWidget(self._none)
        self._own = FlowLayout(None, SPACE_24, SPACE_16)
        whole.addLayout(self._own)
        whole.addSpacing(SPACE_16)
        self._slot = QVBoxLayout()
        whole.addLayout(self._slot)
        self._add = Button(theme, "", ButtonKind.SECONDARY)
        self._add.clicked.connect(self._add_one)
        whole.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeading)
        self._full = Label(theme, "", TextRole.BODY, Tone.INK2)
        whole.addWidget(self._full)
        self._texts = QWidget()
        lines = QVBoxLayout(self._texts)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(SPACE_8)
        for heading, sentences in ((view.stop_heading, view.stop), (view.about_heading, view.about)):
            lines.addSpacing(SPACE_32)
            lines.addWidget(eyebrow(theme, heading))
            for sentence in sentences:
                lines.addWidget(Label(theme, sentence, TextRole.BODY))
        texts = QHBoxLayout()
        texts.addWidget(self._texts, 1000)
        texts.addStretch(1)
        whole.addLayout(texts)

    # --- Showing

    def show_view(self, view: BreathingView) -> None:
        """Show ``view``; only what changed is built again."""
        self._show_cards(self._of_app, view.patterns)
        self._show_cards(self._own, view.own)
        self._note_words.show_text(view.note)
        self._note.setVisible(bool(view.note))
        self._none.show_text(view.none_of_own)
        self._none.setVisible(bool(view.none_of_own))
        self._add.show_words(view.add)
        self._add.setVisible(bool(view.add) and view.editor is None)
        self._full.show_text(view.full)
        self._full.setVisible(bool(view.full))
        self._show_editor(view.editor)
        self._page.foot.say(view.trouble, view.said, view.undo)

    def _show_cards(self, flow: FlowLayout, views: tuple[BreathCardView, ...]) -> None:
        shown = [flow.itemAt(place) for place in range(flow.count())]
        cards = [item.widget() for item in shown if item is not None]
        keys = [card.view.key for card in cards if isinstance(card, BreathCard)]
        if keys != [view.key for view in views]:
            if self._breathing in keys:
                self._be_still()
            for key in keys:
                del self._cards[key]
            clear(flow)
            for view in views:
                flow.addWidget(self._made(view))
        for view in views:
            self._cards[view.key].show_view(view)

    def _made(self, view: BreathCardView) -> BreathCard:
        card = BreathCard(self._theme, view, self._phase_words)
        card.chosen.connect(self._choose)
        card.shown.connect(self._show_me)
        card.change_asked.connect(self._change)
        card.delete_asked.connect(self._delete)
        self._cards[view.key] = card
        return card

    def _show_editor(self, view: BreathEditorView | None) -> None:
        before, self._open = self._open, view
        same = before is not None and view is not None and before.beside == view.beside
        if self._editor is not None and view is not None and same:
            self._editor.show_form(view)
            return
        had_one = self._editor is not None
        self._drop_editor()
        if view is None:
            if had_one:
                self._add.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        editor = BreathEditor(self._theme, view)
        editor.named.connect(self._named)
        editor.told.connect(self._told)
        editor.holds_turned.connect(self._turn_holds)
        editor.kept.connect(self._keep)
        editor.left.connect(self._leave_form)
        self._slot.addWidget(editor)
        self._slot.addSpacing(SPACE_16)
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
            self._editor = None
            clear(self._slot)

    # --- A card that breathes

    def _show_me(self, key: object) -> None:
        was = self._breathing
        self._be_still()
        if isinstance(key, BreathKey) and key != was:
            self._breathing, self._since = key, self._seconds()
            self._cards[key].breathe(0.0)
            self._start()

    def _start(self) -> None:
        still = self._theme.tokens.motion is Motion.REDUCED
        self.ticker.start(Beat.SECONDS if still else Beat.ANIMATION_30)

    def _tick(self) -> None:
        key = self._breathing
        if key is None:
            return
        at_seconds = self._seconds() - self._since
        if at_seconds >= SHOWN_SECONDS_MAX:
            self._be_still()
            return
        if self._theme.tokens.motion is Motion.REDUCED:
            at_seconds = float(int(at_seconds))
        self._cards[key].breathe(at_seconds)

    def _be_still(self) -> None:
        self.ticker.stop()
        if self._breathing is not None:
            self._cards[self._breathing].breathe(None)
            self._breathing = None

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._be_still()

    # --- Place

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _restyle(self) -> None:
        self._place()
        if self._breathing is not None:
            self._start()

    def _place(self) -> None:
        self._page.place()
        for widget in (self._texts, self._lead):
            widget.setMaximumWidth(self._theme.scaled(_TEXT_MAX_PX))

    # --- Acting

    def _choose(self, key: object) -> None:
        if isinstance(key, BreathKey):
            self.show_view(self._presenter.choose(key))
            self._cards[key].show_me.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_one(self) -> None:
        self.show_view(self._presenter.add())

    def _change(self, own: object) -> None:
        if isinstance(own, str):
            self.show_view(self._presenter.change(RowId(own)))

    def _delete(self, own: object) -> None:
        if isinstance(own, str):
            self.show_view(self._presenter.delete(RowId(own)))
            self._page.foot.undo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_back(self) -> None:
        self.show_view(self._presenter.undo())
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _named(self, name: str) -> None:
        self.show_view(self._presenter.write_name(name))

    def _told(self, phase: object, tenths: int) -> None:
        if isinstance(phase, BreathPhase):
            self.show_view(self._presenter.set_tenths(phase, tenths))

    def _turn_holds(self) -> None:
        self.show_view(self._presenter.turn_holds())

    def _keep(self) -> None:
        self.show_view(self._presenter.keep())

    def _leave_form(self) -> None:
        self.show_view(self._presenter.leave())

    def _go_back(self) -> None:
        self.leave.emit(self._presenter.back())
