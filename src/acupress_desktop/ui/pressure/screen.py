"""The exercise with a kitchen scale: large, calm steps for somebody whose hands are busy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from acupress_desktop.domain.pressure import PressWith
from acupress_desktop.domain.pressure_exercise import Weighing
from acupress_desktop.domain.sides import Side
from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.presenters.pieces import ActView
from acupress_desktop.presenters.pressure_view import (
    BeforeView,
    DoneView,
    IntroView,
    PressureView,
    StepView,
    Tick,
)
from acupress_desktop.ui.flow.frame import FlowFrame, PageWidth
from acupress_desktop.ui.pressure.parts import BeforePart, IntroPart
from acupress_desktop.ui.pressure.picture import PressPicture
from acupress_desktop.ui.pressure.step_part import StepPart
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_12, SPACE_24
from acupress_desktop.ui.theme.plain_label import Label, eyebrow
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonExtras, ButtonKind, ButtonSize
from acupress_desktop.ui.widgets.choices import Rating

_PICTURE_SHARE = 44
_MAIN_KEY = "Space"


class PressurePresenting(Protocol):
    """What the page asks of its presenter."""

    def present(self) -> PressureView:
        """Show where the exercise stands."""
        ...

    def start(self, weighing: Weighing) -> PressureView:
        """Begin."""
        ...

    def delete_hand(self, hand: Side) -> PressureView:
        """Delete the tries of one hand."""
        ...

    def undo(self) -> PressureView:
        """Bring them back."""
        ...

    def tick(self, tick: Tick) -> PressureView:
        """Tick a line, or take the tick back."""
        ...

    def choose_hand(self, hand: Side) -> PressureView:
        """Press with another hand."""
        ...

    def choose_part(self, part: PressWith) -> PressureView:
        """Press with another part of it."""
        ...

    def write(self, text: str) -> PressureView:
        """Take the number that was typed."""
        ...

    def change(self, steps: int) -> PressureView:
        """Step the number."""
        ...

    def rate(self, felt: int | None) -> PressureView:
        """Say how hard it felt."""
        ...

    def go_on(self) -> PressureView:
        """Do what the main button says."""
        ...

    def skip(self) -> PressureView:
        """Leave something out."""
        ...

    def back(self) -> PressureView:
        """Go one step back."""
        ...

    def other_hand(self) -> PressureView:
        """Go on with the other hand."""
        ...

    def finish(self) -> PressureView:
        """Back to the first page."""
        ...

    def leave(self) -> Destination:
        """Close the exercise."""
        ...


class PressureScreen(FlowFrame):
    """``PressureScreen(presenter, theme)``; ``leave`` emits a destination.

    Space, Enter and Page Down do what the main button says, Page Up goes back, Escape closes.
    """

    leave = Signal(object)

    def __init__(
        self, presenter: PressurePresenting, theme: LiveTheme, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._presenter = presenter
        self._view: PressureView = presenter.present()
        self._eyebrow = eyebrow(theme, "")
        self._title = Label(theme, "", TextRole.TITLE)
        self._lead = Label(theme, "", TextRole.LEAD, Tone.INK2)
        self._intro = IntroPart(theme)
        self._before = BeforePart(theme)
        self._step = StepPart(theme)
        self._pane = QWidget()
        self._picture = PressPicture(theme)
        extras = ButtonExtras(key=_MAIN_KEY)
        self._main = Button(theme, "", ButtonKind.PRIMARY, ButtonSize.SESSION, extras)
        self._start = Button(theme, "", ButtonKind.PRIMARY, ButtonSize.SESSION)
        self._other = Button(theme, "", ButtonKind.SECONDARY, ButtonSize.SESSION)
        self._back = Button(theme, "", ButtonKind.QUIET)
        self._skip = Button(theme, "", ButtonKind.QUIET)
        self._why = Label(theme, "", TextRole.SMALL, Tone.CAUTION)
        self._why.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._build()
        self._connect()
        self.show_width(PageWidth.FULL)
        self.show_view(self._view)

    # --- Showing

    def show_view(self, view: PressureView) -> None:
        """Show ``view``; the keyboard goes to what is to be done next."""
        moved = not self._is_same_place(view)
        self._view = view
        self.show_mast(view.page, view.close)
        self._title.show_text(view.title)
        self._eyebrow.show_text(view.eyebrow if isinstance(view, StepView) else "")
        self._eyebrow.setVisible(isinstance(view, StepView))
        self._lead.setVisible(isinstance(view, IntroView | BeforeView))
        self._intro.setVisible(isinstance(view, IntroView))
        self._before.setVisible(isinstance(view, BeforeView))
        self._step.setVisible(isinstance(view, StepView | DoneView))
        self._pane.setVisible(isinstance(view, StepView))
        self.progress.setVisible(isinstance(view, StepView))
        match view:
            case IntroView():
                self._lead.show_text(view.lead)
                self._intro.show_view(view)
                self._show_acts(start=view.start, other=view.start_without)
            case BeforeView():
                self._lead.show_text(view.lead)
                self._before.show_view(view)
                self._show_acts(start=view.begin.label, back=view.back)
                self._block(self._start, view.begin)
            case StepView():
                self._show_step(view)
            case DoneView():
                self._step.show_done(view)
                if view.other_hand:
                    self._show_acts(main=view.other_hand, other=view.finish, back=view.back)
                else:
                    self._show_acts(main=view.finish, back=view.back)
        self._hear(view)
        if moved:
            self.fold()
            self.to_top()
            first = self._first(view)
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(view, StepView):
                self.show_part(first)

    def _show_step(self, view: StepView) -> None:
        self._step.show_step(view)
        self._picture.show_picture(view.picture)
        self.progress.show_progress(view.number, view.total, view.progress)
        self._show_acts(main=view.main.label, back=view.back, skip=view.skip)
        self._block(self._main, view.main)
        self.setAccessibleDescription(" ".join((view.progress, view.eyebrow, view.title, *view.lines)))

    def _block(self, button: Button, act: ActView) -> None:
        """A button that cannot be pressed yet says why, beside it and to a screen reader."""
        button.setEnabled(act.ready)
        button.setAccessibleDescription(act.blocked_because)
        self._why.show_text(act.blocked_because)

    def _show_acts(
        self, *, main: str = "", start: str = "", other: str = "", back: str = "", skip: str = ""
    ) -> None:
        for button, words in (
            (self._main, main),
            (self._start, start),
            (self._other, other),
            (self._back, back),
            (self._skip, skip),
        ):
            button.show_words(words)
            button.setVisible(bool(words))
            button.setEnabled(True)
        self._why.show_text("")

    def _is_same_place(self, view: PressureView) -> bool:
        before = self._view
        if isinstance(view, StepView) and isinstance(before, StepView):
            return view.place == before.place and view.picture.hand is before.picture.hand
        return type(view) is type(before) and not isinstance(view, DoneView) and self.isVisible()

    def _first(self, view: PressureView) -> QWidget:
        match view:
            case StepView(field=field) if field is not None:
                return self._step.grams.field
            case StepView(rating=rating) if rating is not None:
                return self._step.rating_cell(rating.value or 0)
            case BeforeView():
                return self._before.first()
            case IntroView():
                return self._start
            case _:
                return self._main

    def _hear(self, view: PressureView) -> None:
        """On a page that is only read, Page Down still scrolls and Space does nothing by itself."""
        pressing = isinstance(view, StepView | DoneView)
        for shortcut in self._by_key:
            shortcut.setEnabled(pressing)
        self._enter[0].setEnabled(True)

    # --- Layout

    def _build(self) -> None:
        self.column.setSpacing(SPACE_12)
        self.column.addWidget(self._eyebrow)
        self.column.addWidget(self._title)
        self.column.addWidget(self._lead)
        for part in (self._intro, self._before, self._step):
            self.column.addWidget(part)
        self.column.addStretch(1)
        pane = QVBoxLayout(self._pane)
        pane.setContentsMargins(0, 0, 0, 0)
        pane.addWidget(self._picture)
        self.place_beside(self._pane, _PICTURE_SHARE)
        acts = QHBoxLayout()
        acts.setSpacing(SPACE_24)
        acts.addWidget(self._main)
        acts.addWidget(self._start)
        acts.addWidget(self._other)
        acts.addWidget(self._back)
        acts.addWidget(self._skip)
        acts.addWidget(self._why, 1)
        acts.addStretch(0)
        self.acts.addLayout(acts, 1)
        self.acts_line.show()

    # --- Acting

    def _connect(self) -> None:
        self._intro.deleted.connect(self._delete)
        self._intro.undone.connect(self._undo)
        self._before.ticked.connect(self._tick)
        self._before.hand_chosen.connect(self._choose_hand)
        self._before.part_chosen.connect(self._choose_part)
        self._step.grams.written.connect(self._write)
        self._step.grams.stepped.connect(self._change)
        self._step.rated.connect(self._rate)
        self._main.clicked.connect(self._go_on)
        self._start.clicked.connect(self._begin)
        self._other.clicked.connect(self._do_other)
        self._back.clicked.connect(self._go_back)
        self._skip.clicked.connect(self._leave_out)
        self.closed.connect(self._close_page)
        keys = Qt.Key
        self._enter = tuple(self._shortcut(key, self._press) for key in (keys.Key_Return, keys.Key_Enter))
        self._by_key = (
            self._shortcut(keys.Key_Space, self._press),
            self._shortcut(keys.Key_PageDown, self._go_on),
            self._shortcut(keys.Key_PageUp, self._go_back),
        )

    def _shortcut(self, key: Qt.Key, act: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
        return shortcut

    def _press(self) -> None:
        """A focused button wins; a number that is chosen already, or a field, leads on."""
        focused = self.focusWidget()
        chosen = isinstance(focused, QRadioButton) and focused.isChecked()
        if isinstance(focused, QAbstractButton) and focused.isVisible() and not chosen:
            focused.click()
        else:
            self._go_on()

    def _go_on(self) -> None:
        match self._view:
            case DoneView(other_hand=other) if other:
                self.show_view(self._presenter.other_hand())
            case DoneView():
                self.show_view(self._presenter.finish())
            case StepView():
                self.show_view(self._presenter.go_on())
            case IntroView() | BeforeView():
                self._begin()

    def _begin(self) -> None:
        match self._view:
            case IntroView():
                self.show_view(self._presenter.start(Weighing.SCALE))
            case BeforeView():
                self.show_view(self._presenter.go_on())
            case _:
                pass

    def _do_other(self) -> None:
        if isinstance(self._view, IntroView):
            self.show_view(self._presenter.start(Weighing.NOTHING))
        elif isinstance(self._view, DoneView):
            self.show_view(self._presenter.finish())

    def _go_back(self) -> None:
        self.show_view(self._presenter.back())

    def _leave_out(self) -> None:
        self.show_view(self._presenter.skip())

    def _delete(self, hand: Side) -> None:
        self.show_view(self._presenter.delete_hand(hand))
        self._start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _undo(self) -> None:
        self.show_view(self._presenter.undo())
        self._start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tick(self, tick: Tick) -> None:
        self.show_view(self._presenter.tick(tick))

    def _choose_hand(self, hand: Side) -> None:
        self.show_view(self._presenter.choose_hand(hand))

    def _choose_part(self, part: PressWith) -> None:
        self.show_view(self._presenter.choose_part(part))

    def _write(self, text: str) -> None:
        self.show_view(self._presenter.write(text))

    def _change(self, steps: int) -> None:
        self.show_view(self._presenter.change(steps))

    def _rate(self, rating: Rating) -> None:
        self.show_view(self._presenter.rate(rating.value))

    def _close_page(self) -> None:
        self.leave.emit(self._presenter.leave())
