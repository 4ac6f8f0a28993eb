"""The top of a session: its title, the rail of steps, how much is left, and the switches."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.presenters.session_view import Calm, SessionView
from acupress_desktop.ui.session.rail import StepRail
from acupress_desktop.ui.session.toggles import Toggles
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import NARROW_BELOW_PX, SPACE_4, SPACE_8, SPACE_24, margin_px
from acupress_desktop.ui.theme.plain_label import Label, Run, Wrap
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight

_RAIL_FROM_PX = 860
_SWITCHES_UP_TO_FACTOR = 1.3
_TITLE_PX = 220


class SessionMast(QWidget):
    """``acted`` carries the ``SessionAct`` of a switch."""

    acted = Signal(object)

    def __init__(self, theme: LiveTheme, view: SessionView) -> None:
        super().__init__()
        self._theme = theme
        self._title = Label(theme, view.title, TextRole.SUBHEAD, Tone.INK, Wrap.ELIDE)
        self._rail = StepRail(theme)
        self._step = Label(theme, "", TextRole.BODY, Tone.INK, Wrap.ELIDE)
        self._left = Label(theme, "", TextRole.CAPTION, Tone.INK2, Wrap.ELIDE)
        self._toggles = Toggles(theme, view.acts)
        self._toggles.acted.connect(self.acted)
        self._roomy = True
        self._quiet = False
        self._shown: tuple[str, str, int] | None = None
        self._times = QWidget()
        times = QVBoxLayout(self._times)
        times.setContentsMargins(0, 0, 0, 0)
        times.setSpacing(0)
        times.addStretch(1)
        times.addWidget(self._step)
        times.addWidget(self._left)
        times.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(SPACE_24)
        self._row.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._rail)
        self._row.addWidget(self._times, 1)
        self._row.addWidget(self._toggles)

    @property
    def has_switches(self) -> bool:
        """Whether the switches stand here; else they are in "More"."""
        return self._roomy

    @property
    def has_words_on_rail(self) -> bool:
        """Whether the rail says code and side of each step."""
        return not self._rail.isHidden() and self._rail.worded

    def show_view(self, view: SessionView) -> None:
        """Show how far the session has come; in the quiet view the switches keep only their place."""
        self._quiet = view.acts.calm is Calm.QUIET
        self._show_switches()
        self._rail.show_rail(view.rail)
        self._step.show_text((Run(view.step, weight=Weight.STRONG),))
        left = view.live.time_left
        self._left.show_text(f"{left}, {view.done_about}" if view.done_about else left)
        self._toggles.show_acts(view.acts)
        shown = (view.step, self._left.text(), len(view.rail.groups))
        if shown != self._shown:
            self._shown = shown
            self._make_room()

    def _show_switches(self) -> None:
        self._toggles.setVisible(self._roomy and not self._quiet)

    def fold(self, width_px: int, *, folded: bool) -> None:
        """Lay out for a window of this width; at large text and in narrow windows only words remain."""
        margin, narrow = margin_px(width_px), width_px < NARROW_BELOW_PX
        self._roomy = not narrow and self._theme.tokens.text_factor <= _SWITCHES_UP_TO_FACTOR
        policy = self._toggles.sizePolicy()
        policy.setRetainSizeWhenHidden(self._roomy)
        self._toggles.setSizePolicy(policy)
        self._show_switches()
        self._rail.setVisible(width_px >= _RAIL_FROM_PX and not folded)
        edge = SPACE_4 if narrow else SPACE_8
        self._row.setContentsMargins(margin, edge, margin, edge)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Times stay whole; where rail and title have no room beside them, the title goes first.

        A rail that would lose its words even so lets the title stay, and is drawn as dashes alone.
        """
        margins = self._row.contentsMargins()
        gap = self._row.spacing()
        times = max(self._step.sizeHint().width(), self._left.sizeHint().width())
        room = self.width() - margins.left() - margins.right() - times - gap
        if self._roomy:
            room -= self._toggles.sizeHint().width() + gap
        title = min(self._title.sizeHint().width(), self._theme.scaled(_TITLE_PX))
        rail = 0 if self._rail.isHidden() else self._rail.sizeHint().width() + gap
        self._title.setVisible(rail + title <= room or rail > room)
        self._title.setMaximumWidth(title + 2)
        self._times.setMinimumWidth(min(times + 2, max(0, self.width() // 2)))
