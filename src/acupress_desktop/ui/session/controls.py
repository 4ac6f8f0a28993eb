"""The bar of large buttons at the foot of a session: Stop and Pause always in their place, the rest beside.

What does not fit folds into "More", whose buttons are just as large and lie above the bar.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from acupress_desktop.domain.session_keys import SessionAct
from acupress_desktop.presenters.session_view import ActsView, Calm, SessionActView
from acupress_desktop.ui.session.act_button import ActButton, Caps, Form
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    NARROW_BELOW_PX,
    SESSION_TARGET_MIN_PX,
    SPACE_8,
    SPACE_12,
    SPACE_16,
    margin_px,
)
from acupress_desktop.ui.theme.tokens import qcolor
from acupress_desktop.ui.widgets.buttons import ButtonKind
from acupress_desktop.ui.widgets.cards import Card
from acupress_desktop.ui.widgets.layouts import FlowLayout, ScrollColumn

_PAUSE_SHARE = 0.18
"""Pause takes at least this share of the bar: it is hit without looking."""
_IN_THE_MAST = frozenset({SessionAct.VOICE, SessionAct.CAPTIONS, SessionAct.BREATHING})
_ALWAYS_IN_MORE = frozenset({SessionAct.VOICE, SessionAct.CAPTIONS})
"""Where they do not stand in the mast."""


class SessionControls(QWidget):
    """``acted`` carries the ``SessionAct`` of a button. What More opens lies over ``page``."""

    acted = Signal(object)

    def __init__(self, theme: LiveTheme, acts: ActsView, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self._acts = acts
        self._shown: ActsView | None = None
        self._switches_above = False
        self._folded: tuple[SessionAct, ...] = ()
        self._laid_out: tuple[object, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.stop = ActButton(theme, acts.stop, ButtonKind.STOP)
        self.pause = ActButton(theme, acts.pause, ButtonKind.PRIMARY)
        self.seconds = tuple(ActButton(theme, view) for view in acts.seconds)
        self.more = ActButton(
            theme, SessionActView(SessionAct.GO_ON, acts.more, acts.more, ""), icon=Icon.MENU
        )
        for button in (self.stop, self.pause, *self.seconds):
            button.clicked.connect(self._act)
        self.more.clicked.connect(self._open_more)
        self.drawer = MoreActs(theme, acts, page)
        self.drawer.acted.connect(self._act_from_drawer)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.stop)
        self._row.addWidget(self.pause)
        for button in (*self.seconds, self.more):
            self._row.addWidget(button, 1)
        self._row.addStretch(0)
        self.show_acts(acts)
        theme.changed.connect(self._refold)

    def show_acts(self, acts: ActsView) -> None:
        """Show which acts there are just now."""
        if acts == self._shown:
            return
        self._shown = acts
        calm_before = self._acts.calm
        self._acts = acts
        self.stop.show_act(acts.stop)
        self.pause.show_act(acts.pause)
        self.pause.show_icon(Icon.PAUSE if acts.pause_runs else Icon.PLAY)
        for button, view in zip(self.seconds, acts.seconds, strict=True):
            button.show_act(view)
        self.drawer.show_acts(acts.seconds)
        if acts.calm is not calm_before:
            self.drawer.hide()
            self._refold()
        self._fold()

    def leave_switches_to_mast(self, *, above: bool) -> None:
        """Voice, captions and breath need no buttons here while their switches stand in the mast."""
        if above is not self._switches_above:
            self._switches_above = above
            self._refold()

    @property
    def folded(self) -> tuple[SessionAct, ...]:
        """What stands in "More" just now."""
        return self._folded

    def _act(self) -> None:
        button = self.sender()
        if isinstance(button, ActButton):
            self.shut_more()
            self.acted.emit(button.act)

    def _act_from_drawer(self, act: object) -> None:
        self.shut_more()
        self.acted.emit(act)

    def shut_more(self) -> None:
        """Put away what More has opened."""
        if not self.drawer.isHidden():
            self.drawer.hide()
            self._name_more()

    def _open_more(self) -> None:
        self.drawer.setVisible(not self.drawer.isVisible())
        self._name_more()
        if self.drawer.isVisible():
            self.drawer.place_over(self)

    def _name_more(self) -> None:
        words = self._acts.less if self.drawer.isVisible() else self._acts.more
        self.more.show_act(SessionActView(SessionAct.GO_ON, words, words, ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.drawer.hide()
        self._fold()

    def _refold(self) -> None:
        self._laid_out = ()
        self._fold()

    def _fold(self) -> None:
        """Choose row or stack, and what goes into More; only a new size, theme or calm changes that."""
        key = (self.width(), self._theme.tokens.text_factor, self._acts.calm, self._switches_above)
        self._name_more()
        if key == self._laid_out:
            return
        self._laid_out = key
        margin, narrow = margin_px(self.width()), self.width() < NARROW_BELOW_PX
        edge = SPACE_12 if narrow else SPACE_16
        gap = SPACE_8 if narrow else SPACE_12
        self._row.setContentsMargins(margin, edge, margin, edge)
        self._row.setSpacing(gap)
        caps = Caps.HIDDEN if narrow else Caps.SHOWN
        self.stop.show_form(Form.ROW, caps)
        self.pause.show_form(Form.ROW, caps)
        room = self.width() - 2 * margin
        self.stop.setFixedWidth(self.stop.sizeHint().width())
        widest = max(self.pause.hint_px(words) for words in self._acts.pause_words)
        self.pause.setFixedWidth(max(widest, round(room * _PAUSE_SHARE)))
        rest = room - self.stop.width() - self.pause.width() - 2 * gap
        if self._acts.calm is Calm.QUIET:
            self._show_only_the_way_back()
            return
        here = [button for button in self.seconds if not self._stands_above(button.act)]
        usual = [button for button in here if button.act not in _ALWAYS_IN_MORE]
        shown = self._that_fit(usual, rest, gap, must_fold=len(usual) < len(here))
        for button in self.seconds:
            button.setVisible(button in shown)
        self._folded = tuple(button.act for button in here if button not in shown)
        self.more.setVisible(bool(self._folded))
        self.drawer.show_only(self._folded)
        self._row.setStretch(self._row.count() - 1, 0)

    def _show_only_the_way_back(self) -> None:
        for button in (*self.seconds, self.more):
            button.setVisible(button.act is SessionAct.QUIET)
            button.show_form(Form.STACKED)
        self._folded = ()
        self._row.setStretch(self._row.count() - 1, 5)

    def _stands_above(self, act: SessionAct) -> bool:
        return self._switches_above and act in _IN_THE_MAST

    def _that_fit(
        self, usual: Sequence[ActButton], room: int, gap: int, *, must_fold: bool
    ) -> Sequence[ActButton]:
        """Return the buttons that fit into ``room``, the most needed first, in the form they fit in."""
        for form, caps in ((Form.ROW, Caps.SHOWN), (Form.STACKED, Caps.SHOWN), (Form.STACKED, Caps.HIDDEN)):
            for button in (*self.seconds, self.more):
                button.show_form(form, caps)
            last = [self.more] if must_fold else []
            if _wide(usual, gap) + _wide(last, gap) - gap <= room:
                return usual
        for count in range(len(usual) - 1, 0, -1):
            if _wide([*usual[:count], self.more], gap) - gap <= room:
                return usual[:count]
        return ()

    def sizeHint(self) -> QSize:
        tall = max(button.sizeHint().height() for button in (self.stop, self.pause, self.more))
        margins = self._row.contentsMargins()
        return QSize(self.minimumSizeHint().width(), tall + margins.top() + margins.bottom())

    def minimumSizeHint(self) -> QSize:
        # What does not fit folds, so the bar can be narrow; only then is it laid out anew.
        return QSize(4 * SESSION_TARGET_MIN_PX, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), qcolor(self._theme.colours.raised))
        line = max(1, round(self._theme.tokens.hairline_px))
        painter.fillRect(0, 0, self.width(), line, qcolor(self._theme.colours.hair))


def _wide(buttons: Sequence[ActButton], gap: int) -> int:
    return sum(button.sizeHint().width() + gap for button in buttons)


class MoreActs(Card):
    """The acts that the bar has no room for, as large as the others, above it. ``acted`` as the bar's."""

    acted = Signal(object)

    def __init__(self, theme: LiveTheme, acts: ActsView, page: QWidget) -> None:
        super().__init__(theme, parent=page)
        page.installEventFilter(self)
        self.setAccessibleName(acts.more)
        inside = QWidget()
        self._flow = FlowLayout(inside, SPACE_12, SPACE_12)
        self._buttons = tuple(ActButton(theme, view) for view in acts.seconds)
        for button in self._buttons:
            button.clicked.connect(self._act)
            self._flow.addWidget(button)
        scroll = ScrollColumn()
        scroll.column.addWidget(inside)
        self.column.addWidget(scroll)
        self.hide()

    def show_acts(self, views: Sequence[SessionActView]) -> None:
        """Show which acts there are just now."""
        for button, view in zip(self._buttons, views, strict=True):
            button.show_act(view)

    def show_only(self, acts: Sequence[SessionAct]) -> None:
        """Hold these acts and no others."""
        for button in self._buttons:
            button.setVisible(button.act in acts)

    def place_over(self, bar: QWidget) -> None:
        """Lie right above ``bar``, at its far end."""
        page = bar.parentWidget()
        if page is None:
            return
        margin = margin_px(page.width())
        shown = [button for button in self._buttons if not button.isHidden()]
        frame = self.column.contentsMargins()
        sides, ends = frame.left() + frame.right(), frame.top() + frame.bottom()
        wide = tall = 0
        for form, caps in ((Form.ROW, Caps.SHOWN), (Form.STACKED, Caps.SHOWN), (Form.STACKED, Caps.HIDDEN)):
            for button in shown:
                button.show_form(form, caps)
            wide = min(page.width() - 2 * margin, _wide(shown, SPACE_12) - SPACE_12 + sides)
            tall = self._flow.heightForWidth(wide - sides) + ends
            if tall <= bar.y() - 2 * SPACE_8:
                break
        back = page.layoutDirection() is Qt.LayoutDirection.RightToLeft
        # What is too much for a low window at large text scrolls; nothing lies outside of the window.
        tall = min(tall, bar.y() - 2 * SPACE_8)
        left = margin if back else page.width() - margin - wide
        self.setGeometry(left, bar.y() - tall - SPACE_8, wide, tall)
        self.raise_()

    def _act(self) -> None:
        button = self.sender()
        if isinstance(button, ActButton):
            self.acted.emit(button.act)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.hide()
        return False
