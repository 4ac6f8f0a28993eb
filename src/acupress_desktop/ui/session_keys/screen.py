"""The page of the keys in a session: each act with its keys as caps that can be taken away."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.domain.session_keys import SessionAct
from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.presenters.session_keys import ActKeysView, SessionKeysView
from acupress_desktop.ui.bridge.announcing import Urgency, announce
from acupress_desktop.ui.session.key_names import key_name
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    SPACE_4,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    SPACE_24,
    SPACE_48,
    margin_px,
)
from acupress_desktop.ui.theme.plain_label import Label, Run
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import Button, ButtonExtras, ButtonKind
from acupress_desktop.ui.widgets.layouts import FlowLayout, Hairline, ScrollColumn

_COLUMN_MAX_PX = 1000
_HALF_MIN_PX = 376
"""Room that the keys of one act need, for the acts to stand in two halves side by side."""


class Presents(Protocol):
    """What the page asks of its presenter."""

    @property
    def waiting(self) -> bool:
        """Whether the next key is to become one of an act."""
        ...

    def present(self) -> SessionKeysView:
        """Show the keys."""
        ...

    def add(self, act: SessionAct) -> SessionKeysView:
        """Wait for a key."""
        ...

    def press(self, key: str) -> SessionKeysView:
        """Take the key that was pressed."""
        ...

    def take_away(self, act: SessionAct, key: str) -> SessionKeysView:
        """Take a key from an act."""
        ...

    def put_back(self) -> SessionKeysView:
        """Bring the usual keys back."""
        ...

    def close(self) -> Destination:
        """Go back."""
        ...


class ActKeysRow(QWidget):
    """One act: its words, its keys as caps, and the button that waits for another one."""

    adds = Signal(object)
    """The ``SessionAct``."""
    takes_away = Signal(object)
    """``(act, key)``"""

    def __init__(self, theme: LiveTheme, view: ActKeysView) -> None:
        super().__init__()
        self._theme = theme
        self._view = view
        self._caps: list[Button] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_12, 0, SPACE_12)
        column.setSpacing(SPACE_8)
        column.addWidget(Label(theme, (Run(view.label, weight=Weight.STRONG),)))
        holder = QWidget()
        self._flow = FlowLayout(holder, SPACE_8, SPACE_8)
        column.addWidget(holder)
        self._none = Label(theme, view.no_key, TextRole.SMALL, Tone.INK3, parent=self)
        self._add = Button(theme, view.add, ButtonKind.SECONDARY)
        self._add.clicked.connect(self._wait)
        self._fill()

    def show_view(self, view: ActKeysView) -> None:
        """Show other keys."""
        if view == self._view:
            return
        same = view.keys == self._view.keys
        self._view = view
        if same:
            self._name_add()
        else:
            self._fill()

    @property
    def add_button(self) -> Button:
        """The button that waits for a key."""
        return self._add

    def _fill(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in {self._add, self._none}:
                widget.hide()
                widget.deleteLater()
        self._caps = []
        for key in self._view.keys:
            icon = Icon.CLOSE if key.take_away else None
            cap = Button(self._theme, key.name, ButtonKind.SECONDARY, extras=ButtonExtras(icon=icon))
            cap.setAccessibleName(key.take_away or key.name)
            cap.setToolTip(key.take_away)
            cap.setEnabled(bool(key.take_away))
            cap.clicked.connect(self._take_away)
            self._caps.append(cap)
            self._flow.addWidget(cap)
        self._none.show_text(self._view.no_key)
        self._none.setVisible(bool(self._view.no_key))
        if self._view.no_key:
            self._flow.addWidget(self._none)
        self._flow.addWidget(self._add)
        self._name_add()

    def _name_add(self) -> None:
        self._add.show_words(self._view.add)
        self._add.setAccessibleName(self._view.add_spoken)
        self._add.show_kind(ButtonKind.PRIMARY if self._view.waits else ButtonKind.SECONDARY)
        self._flow.invalidate()

    def _wait(self) -> None:
        self.adds.emit(self._view.act)

    def _take_away(self) -> None:
        sender = self.sender()
        for cap, key in zip(self._caps, self._view.keys, strict=True):
            if cap is sender:
                self.takes_away.emit((self._view.act, key.key))
                return


class SessionKeysScreen(QWidget):
    """``SessionKeysScreen(presenter, theme)``. ``leave`` emits a destination."""

    leave = Signal(object)

    def __init__(self, presenter: Presents, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._theme = theme
        self._asked: ActKeysRow | None = None
        view = presenter.present()
        self.setAccessibleName(view.page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        scroll = ScrollColumn()
        outer.addWidget(scroll, 1)
        self._frame = QHBoxLayout()
        page = QWidget()
        page.setMaximumWidth(theme.scaled(_COLUMN_MAX_PX))
        self._frame.addWidget(page, 1000)
        self._frame.addStretch(1)
        scroll.column.addLayout(self._frame)
        scroll.column.addStretch(1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, SPACE_24, 0, SPACE_48)
        column.setSpacing(0)
        column.addWidget(Label(theme, view.title, TextRole.TITLE))
        column.addSpacing(SPACE_4)
        column.addWidget(Label(theme, view.lead, TextRole.BODY, Tone.INK2))
        column.addSpacing(SPACE_4)
        column.addWidget(Label(theme, view.always, TextRole.BODY, Tone.INK2))
        column.addSpacing(SPACE_16)
        self._rows = tuple(ActKeysRow(theme, act) for act in view.acts)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        column.addLayout(self._halves)
        middle = (len(self._rows) + 1) // 2
        for rows in (self._rows[:middle], self._rows[middle:]):
            self._halves.addLayout(self._half(rows), 1)
        self._foot = self._build_foot(outer, view)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self._close)
        theme.changed.connect(self._place)
        self.show_view(view)
        self._place()

    def _half(self, rows: tuple[ActKeysRow, ...]) -> QVBoxLayout:
        half = QVBoxLayout()
        half.setSpacing(0)
        for row in rows:
            row.adds.connect(self._add)
            row.takes_away.connect(self._take_away)
            half.addWidget(Hairline(self._theme))
            half.addWidget(row)
        half.addStretch(1)
        return half

    def _build_foot(self, outer: QVBoxLayout, view: SessionKeysView) -> QHBoxLayout:
        """Build what was done or why not, the usual keys and the way back: always in sight."""
        outer.addWidget(Hairline(self._theme))
        foot = QHBoxLayout()
        foot.setSpacing(SPACE_16)
        self._said = Label(self._theme, "", TextRole.BODY, Tone.INK2)
        self._usual = Button(self._theme, view.usual.label, ButtonKind.SECONDARY)
        self._close = Button(self._theme, view.close, ButtonKind.PRIMARY)
        self._usual.clicked.connect(self._put_back)
        self._close.clicked.connect(self._leave)
        foot.addWidget(self._said, 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self._usual)
        foot.addWidget(self._close)
        outer.addLayout(foot)
        return foot

    def show_view(self, view: SessionKeysView) -> None:
        """Show the keys, and say what was done."""
        for row, act in zip(self._rows, view.acts, strict=True):
            row.show_view(act)
        line = view.problem or view.said or next((act.waits for act in view.acts if act.waits), "")
        self._said.show_tone(Tone.CAUTION if view.problem else Tone.INK2)
        self._said.show_text(line)
        self._usual.setEnabled(view.usual.ready)
        self._usual.setAccessibleDescription(view.usual.blocked_because)
        if line:
            announce(self, line, Urgency.ASSERTIVE if view.problem else Urgency.POLITE)

    def event(self, event: QEvent) -> bool:
        """While a key is waited for, every key comes here first, Space, Enter and Esc too."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return super().event(event)
        if self._presenter.waiting and key_name(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = key_name(event)
        if self._presenter.waiting and name and not event.isAutoRepeat():
            self.show_view(self._presenter.press(name))
            if self._asked is not None:
                self._asked.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        margin = margin_px(self.width())
        beside = self.width() - 2 * margin >= self._theme.scaled(2 * _HALF_MIN_PX) + SPACE_48
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(across if beside else down)
        self._halves.setSpacing(SPACE_48 if beside else 0)
        self._frame.setContentsMargins(margin, 0, margin, 0)
        self._foot.setContentsMargins(margin, SPACE_12, margin, SPACE_12)

    def _add(self, act: object) -> None:
        row = self.sender()
        if not isinstance(act, SessionAct) or not isinstance(row, ActKeysRow):
            return
        self._asked = row
        self.show_view(self._presenter.add(act))
        if self._presenter.waiting:
            # No button may have the keyboard now: Space and Enter are keys like any other.
            self.setFocusProxy(None)  # type: ignore[arg-type]  # the stubs know no None here
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_away(self, which: tuple[SessionAct, str]) -> None:
        row = self.sender()
        self.show_view(self._presenter.take_away(*which))
        if isinstance(row, ActKeysRow):
            row.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_back(self) -> None:
        self.show_view(self._presenter.put_back())

    def _leave(self) -> None:
        self.leave.emit(self._presenter.close())
