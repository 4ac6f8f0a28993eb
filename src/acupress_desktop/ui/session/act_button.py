"""One large button of a session: icon, words and key in a row, or stacked where the bar is narrow."""

from __future__ import annotations

import math
from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from acupress_desktop.domain.session_keys import SessionAct
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.session_view import SessionActView, ToggleView
from acupress_desktop.ui.theme.icons import Icon, paint_icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    RADIUS_BUTTON_PX,
    SESSION_TARGET_MIN_PX,
    SPACE_8,
    SPACE_12,
)
from acupress_desktop.ui.theme.tokens import qcolor
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import (
    Button,
    ButtonExtras,
    ButtonKind,
    ButtonSize,
    key_cap_px,
    paint_key_cap,
)
from acupress_desktop.ui.widgets.painting import advance_px, crisp, paint_box, paint_words

_ICON_PX = 24
_STACK_MIN_PX = 80
_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})
ICONS = {
    SessionAct.STOP: Icon.STOP,
    SessionAct.PAUSE: Icon.PAUSE,
    SessionAct.NEXT: Icon.FORWARD,
    SessionAct.SAY_AGAIN: Icon.REPEAT,
    SessionAct.REPEAT: Icon.BACK,
    SessionAct.LONGER: Icon.LONGER,
    SessionAct.SKIP: Icon.SKIP,
    SessionAct.BREATHING: Icon.BREATH,
    SessionAct.VOICE: Icon.SOUND,
    SessionAct.CAPTIONS: Icon.CAPTIONS,
    SessionAct.QUIET: Icon.EYE,
    SessionAct.WHOLE_SCREEN: Icon.WHOLE,
}


class Form(Enum):
    """How the parts of a button lie."""

    ROW = "row"
    STACKED = "stacked"
    """Icon and key above, shorter words below."""


class Caps(Enum):
    """Whether a button shows its key."""

    SHOWN = "shown"
    HIDDEN = "hidden"


class ActButton(Button):
    """``ActButton(theme, view, kind)``: at least 64 px on both sides. ``show_act`` and ``show_form``."""

    def __init__(
        self,
        theme: LiveTheme,
        view: SessionActView,
        kind: ButtonKind = ButtonKind.SECONDARY,
        icon: Icon | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._view = view
        self._form = Form.ROW
        self._caps = Caps.SHOWN
        mark = icon or ICONS.get(view.act)
        super().__init__(theme, view.words, kind, ButtonSize.SESSION, ButtonExtras(icon=mark), parent)
        grows = kind is ButtonKind.SECONDARY
        self.setSizePolicy(
            QSizePolicy.Policy.Expanding if grows else QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed
        )
        self.show_act(view)

    @property
    def act(self) -> SessionAct:
        """What it does."""
        return self._view.act

    def show_act(self, view: SessionActView) -> None:
        """Be this act from now on."""
        self._view = view
        self._name()
        self.setEnabled(not view.blocked)

    def show_form(self, form: Form, caps: Caps = Caps.SHOWN) -> None:
        """Lay out in a row or stacked; with or without the key."""
        if (form, caps) != (self._form, self._caps):
            self._form, self._caps = form, caps
            self._name()

    def _name(self) -> None:
        view = self._view
        shown = view.short if self._form is Form.STACKED else view.words
        self._extras = ButtonExtras(icon=self._extras.icon, key=self._cap)
        self.setText(shown.replace("&", "&&"))
        self.setAccessibleName(view.words)
        self.setAccessibleDescription(view.blocked or view.key)
        self.setToolTip("" if shown == view.words else view.words)
        self._restyle()

    @property
    def _cap(self) -> str:
        return self._view.key if self._caps is Caps.SHOWN else ""

    def hint_px(self, words: str) -> int:
        """Return how wide this button would be with other ``words``, in its form."""
        if self._form is Form.ROW:
            here = advance_px(self._theme.font(self._role(), self._weight()), self.words)
            there = advance_px(self._theme.font(self._role(), self._weight()), words)
            return max(SESSION_TARGET_MIN_PX, math.ceil(super().sizeHint().width() - here + there))
        return self._stacked_px(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            # In a session they are keys of acts, wherever the keyboard is; Tab leads from button to button.
            event.ignore()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        row = super().sizeHint()
        stack = self._theme.scaled(_ICON_PX) + self._theme.line_px(TextRole.CAPTION) + 2 * SPACE_8
        tall = max(SESSION_TARGET_MIN_PX, row.height(), stack)
        return QSize(self.hint_px(self.words), tall)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _stacked_px(self, words: str) -> int:
        text = advance_px(self._theme.font(TextRole.CAPTION, Weight.STRONG), words)
        top = float(self._theme.scaled(_ICON_PX))
        if self._cap:
            top += SPACE_8 + key_cap_px(self._theme, self._cap)
        return max(self._theme.scaled(_STACK_MIN_PX), math.ceil(max(text, top)) + 2 * SPACE_12)

    def _paint_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        if self._form is Form.ROW:
            super()._paint_content(painter, box, ink)
            return
        theme = self._theme
        side = theme.scaled(_ICON_PX)
        line = theme.line_px(TextRole.CAPTION)
        top = (box.height() - side - line) / 2
        cap = key_cap_px(theme, self._cap) if self._cap else 0.0
        icon = 0.0 if self._extras.icon is None else side + (SPACE_8 if cap else 0.0)
        wide = icon + cap
        left = (box.width() - wide) / 2
        back = self.isRightToLeft()
        icon_left = left + wide - side if back else left
        if self._extras.icon is not None:
            paint_icon(painter, self._extras.icon, QRectF(icon_left, top, side, side), ink)
        if cap:
            tall = theme.scaled(20)
            cap_left = left if back else left + icon
            paint_key_cap(
                painter, theme, QRectF(cap_left, top + (side - tall) / 2, cap, tall), self._cap, ink
            )
        row = QRectF(4, top + side, box.width() - 8, line)
        paint_words(painter, row, self.words, theme.font(TextRole.CAPTION, Weight.STRONG), ink)


class ToggleButton(ActButton):
    """A switch: stacked, with a line through its icon while it is off. ``show_toggle``."""

    def __init__(self, theme: LiveTheme, view: ToggleView, parent: QWidget | None = None) -> None:
        super().__init__(theme, SessionActView(view.act, view.words, view.words, view.key), parent=parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_form(Form.STACKED, Caps.HIDDEN)
        self.show_toggle(view)

    def show_toggle(self, view: ToggleView) -> None:
        """Show whether it is on."""
        self.show_act(SessionActView(view.act, view.words, view.words, view.key))
        self.setChecked(view.state is Choice.CHOSEN)
        self.update()

    def nextCheckState(self) -> None:
        """Leave the state to the view: a press only asks."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.isChecked() or not self.isEnabled():
            super().paintEvent(event)
            return
        colours = self._theme.colours
        painter = QPainter(self)
        crisp(painter)
        box = QRectF(self.rect())
        paint_box(
            painter,
            box,
            RADIUS_BUTTON_PX,
            fill=qcolor(colours.accent_soft),
            border=qcolor(colours.accent),
            border_px=self._theme.tokens.border_px,
        )
        self._paint_content(painter, box, qcolor(colours.accent))

    def _paint_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        super()._paint_content(painter, box, ink)
        if self.isChecked():
            return
        side = self._theme.scaled(_ICON_PX)
        top = (box.height() - side - self._theme.line_px(TextRole.CAPTION)) / 2
        left = (box.width() - side) / 2
        painter.setPen(QPen(ink, self._theme.scaled(2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(round(left + 2), round(top + side - 2), round(left + side - 2), round(top + 2))
