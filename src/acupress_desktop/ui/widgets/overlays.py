"""What lies above a page: dialogs on a scrim with a soft shadow, and toasts that offer to undo."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QEvent, QMargins, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from acupress_desktop.ui.bridge.deadlines import Deadline, TimerDeadline
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    RADIUS_BUTTON_PX,
    RADIUS_DIALOG_PX,
    SPACE_16,
    SPACE_24,
    SPACE_32,
    TOAST_MS,
)
from acupress_desktop.ui.theme.plain_label import Label
from acupress_desktop.ui.theme.tokens import Colour, Tone, qcolor
from acupress_desktop.ui.theme.type_roles import TextRole
from acupress_desktop.ui.widgets.buttons import Button, ButtonKind, IconButton
from acupress_desktop.ui.widgets.layouts import ScrollColumn
from acupress_desktop.ui.widgets.painting import crisp, paint_box

_SHADOW_REACH_PX = 56
_SHADOW_CORE_PX = 96
_SCRIM_ALPHA = 0.42
_DIALOG_WIDTH_PX = 720


@lru_cache(maxsize=8)
def shadow_patch(colour: Colour, radius_px: int, device_ratio: float) -> QPixmap:
    """Render the dialog's shadow once, as a picture to be cut in nine.

    Two soft rounded boxes: 2 px down, blur 4, 10 %; and 16 px down, blur 48, 22 %. Each blur is a stack of
    thin outlines whose alphas follow a smooth step, so no graphics effect is needed.
    """
    side = 2 * _SHADOW_REACH_PX + _SHADOW_CORE_PX
    image = QImage(
        round(side * device_ratio), round(side * device_ratio), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(device_ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    core = QRectF(_SHADOW_REACH_PX, _SHADOW_REACH_PX, _SHADOW_CORE_PX, _SHADOW_CORE_PX)
    for down_px, blur_px, strength in ((16.0, 48.0, 0.22), (2.0, 4.0, 0.10)):
        reach = blur_px * 0.8
        rings = max(6, round(reach))
        done = 0.0
        for ring in range(rings):
            share = (ring + 1) / rings
            wanted = strength * share * share * (3 - 2 * share)
            # Boxes are stacked from the outside in: each adds what is missing to the alpha wanted there.
            added = (wanted - done) / (1 - done)
            done = wanted
            out = reach * (1 - share) - reach * 0.35
            box = core.translated(0, down_px).adjusted(-out, -out, out, out)
            shade = QColor(colour)
            shade.setAlphaF(max(0.0, added))
            painter.setBrush(shade)
            rounding = max(2.0, radius_px + out)
            painter.drawRoundedRect(box, rounding, rounding)
    painter.end()
    return QPixmap.fromImage(image)


def paint_shadow(painter: QPainter, theme: LiveTheme, box: QRect, device_ratio: float) -> None:
    """Paint the shadow of a dialog that covers ``box``, from the nine parts of the patch."""
    patch = shadow_patch(theme.colours.shadow, RADIUS_DIALOG_PX, device_ratio)
    reach, corner = _SHADOW_REACH_PX, _SHADOW_REACH_PX + _SHADOW_CORE_PX // 2 - 4
    outer = box.adjusted(-reach, -reach, reach, reach)
    side = 2 * reach + _SHADOW_CORE_PX
    xs = (0, corner, side - corner, side)
    us = (outer.left(), outer.left() + corner, outer.right() + 1 - corner, outer.right() + 1)
    vs = (outer.top(), outer.top() + corner, outer.bottom() + 1 - corner, outer.bottom() + 1)
    for i in range(3):
        for j in range(3):
            source = QRectF(xs[i], xs[j], xs[i + 1] - xs[i], xs[j + 1] - xs[j])
            scaled = QRectF(source.topLeft() * device_ratio, source.size() * device_ratio)
            painter.drawPixmap(QRectF(us[i], vs[j], us[i + 1] - us[i], vs[j + 1] - vs[j]), patch, scaled)


class DialogEnd(Enum):
    """Why a dialog went away."""

    DONE = "done"
    DISMISSED = "dismissed"


class Dialog(QWidget):
    """``Dialog(theme, window, title, close_words)``: a page above the page, inside the window.

    Fill ``column``; put buttons into ``foot``. ``open_over()`` shows it and takes the keyboard; Escape,
    the cross or ``finish`` close it and give the keyboard back. ``ended`` emits a ``DialogEnd``. It deletes
    itself when it has ended, so make a new one each time.
    """

    ended = Signal(object)

    def __init__(
        self,
        theme: LiveTheme,
        window: QWidget,
        title: str,
        close_words: str,
        width_px: int = _DIALOG_WIDTH_PX,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._width_px = width_px
        self._before: QWidget | None = None
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self._sheet = QWidget(self)
        outer = QVBoxLayout(self._sheet)
        outer.setContentsMargins(40, SPACE_32, 40, SPACE_24)
        outer.setSpacing(SPACE_16)
        head = QHBoxLayout()
        self.title = Label(theme, title, TextRole.HEAD)
        head.addWidget(self.title, 1)
        self.side = QHBoxLayout()
        head.addLayout(self.side)
        self._close = IconButton(theme, close_words, Icon.CLOSE)
        self._close.clicked.connect(self._dismiss)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(head)
        self._scroll = ScrollColumn()
        self.column = self._scroll.column
        self.column.setSpacing(SPACE_16)
        outer.addWidget(self._scroll, 1)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(SPACE_16)
        outer.addLayout(self.foot)
        window.installEventFilter(self)
        theme.changed.connect(self.update)

    def open_over(self, first: QWidget | None = None) -> None:
        """Show the dialog over its window; ``first`` gets the keyboard."""
        window = self.parentWidget()
        if window is None:
            return
        self._before = window.focusWidget()
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self._place()
        (first or self._close).setFocus(Qt.FocusReason.PopupFocusReason)

    def finish(self, end: DialogEnd = DialogEnd.DONE) -> None:
        """Close; the keyboard goes back to where it was."""
        window = self.parentWidget()
        if window is not None:
            window.removeEventFilter(self)
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.ended.emit(end)
        self.deleteLater()

    def sheet_box(self) -> QRect:
        """Where the sheet lies in the window."""
        return self._sheet.geometry()

    def _dismiss(self) -> None:
        self.finish(DialogEnd.DISMISSED)

    def _place(self) -> None:
        room = self.rect().marginsRemoved(QMargins(16, 16, 16, 16))
        width = min(room.width(), self._theme.scaled(self._width_px))
        layout = self._sheet.layout()
        content = self._scroll.widget()
        inner = width - 80
        wanted = 0
        if layout is not None and content is not None:
            body = content.layout()
            tall = body.heightForWidth(inner) if body is not None and body.hasHeightForWidth() else -1
            if tall < 0:
                tall = content.sizeHint().height()
            head = max(self.title.heightForWidth(max(120, inner - 160)), self._close.sizeHint().height())
            wanted = SPACE_32 + head + SPACE_16 + tall + SPACE_16 + self.foot.sizeHint().height() + SPACE_24
        height = min(room.height(), max(wanted, 160))
        box = QRect(0, 0, width, height)
        box.moveCenter(self.rect().center())
        self._sheet.setGeometry(box)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            window = self.parentWidget()
            if window is not None:
                self.setGeometry(window.rect())
                self._place()
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._dismiss()
            return
        # What the dialog does not use must not reach the page below.
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - the name is Qt's
        # The keyboard stays inside: step until the next widget is ours again.
        window = self.window()
        for _step in range(512):
            moved = super().focusNextPrevChild(next)
            if not moved or self.isAncestorOf(window.focusWidget()):
                return moved
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        crisp(painter)
        painter.fillRect(self.rect(), qcolor(self._theme.colours.scrim, _SCRIM_ALPHA))
        box = self._sheet.geometry()
        paint_shadow(painter, self._theme, box, self.devicePixelRatioF())
        edge = self._theme.colours.rule if self._theme.tokens.hairline_px > 1 else None
        paint_box(
            painter,
            QRectF(box),
            RADIUS_DIALOG_PX,
            fill=qcolor(self._theme.colours.raised),
            border=qcolor(edge) if edge else None,
            border_px=self._theme.tokens.border_px,
        )


class _Attention(Enum):
    """What a toast waits for."""

    POINTER = "pointer"
    KEYBOARD = "keyboard"


class Toast(QWidget):
    """``Toast(theme, window, deadline)``: one line at the bottom with Undo, gone after 6 s. Never for safety.

    One per window, reused: ``show_message(words, undo_words)``; ``undone`` is emitted when Undo is pressed,
    ``gone`` when the toast left by itself. The clock stands still while the pointer or the keyboard is on it.
    """

    undone = Signal()
    gone = Signal()

    def __init__(
        self,
        theme: LiveTheme,
        window: QWidget,
        deadline: Deadline | None = None,
        bottom_px: int = SPACE_24,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._bottom_px = bottom_px
        self._held_by: set[_Attention] = set()
        self._deadline = deadline or TimerDeadline(self)
        self._deadline.due.connect(self._leave)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_24, 8, SPACE_24, 8)
        row.setSpacing(SPACE_24)
        self._words = Label(theme, "", TextRole.BODY, Tone.INK)
        self._undo = Button(theme, "", ButtonKind.QUIET)
        self._undo.clicked.connect(self._undo_pressed)
        self._undo.installEventFilter(self)
        row.addWidget(self._words, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._undo, 0, Qt.AlignmentFlag.AlignVCenter)
        window.installEventFilter(self)
        self.hide()

    def show_message(self, words: str, undo_words: str = "") -> None:
        """Say ``words``; without ``undo_words`` there is no button."""
        self._words.show_text(words)
        self._undo.show_words(undo_words)
        self._undo.setVisible(bool(undo_words))
        self.setAccessibleName(words)
        self.show()
        self._place()
        self.raise_()
        if not self._held_by:
            self._deadline.start(TOAST_MS)

    def _place(self) -> None:
        window = self.parentWidget()
        if window is None or not self.isVisible():
            return
        size = self.sizeHint().boundedTo(window.size())
        margin = SPACE_24 * 2
        left = window.width() - margin - size.width() if self.isRightToLeft() else margin
        top = window.height() - size.height() - self._bottom_px
        self.setGeometry(max(0, left), top, min(size.width(), window.width()), size.height())

    def _undo_pressed(self) -> None:
        self._deadline.cancel()
        self.hide()
        self.undone.emit()

    def _leave(self) -> None:
        self.hide()
        self.gone.emit()

    def _hold(self, attention: _Attention) -> None:
        self._held_by.add(attention)
        self._deadline.cancel()

    def _let_go(self, attention: _Attention) -> None:
        self._held_by.discard(attention)
        if self.isVisible() and not self._held_by:
            self._deadline.start(TOAST_MS)

    def enterEvent(self, event: object) -> None:
        self._hold(_Attention.POINTER)

    def leaveEvent(self, event: QEvent) -> None:
        self._let_go(_Attention.POINTER)

    def hideEvent(self, event: object) -> None:
        self._held_by.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._undo and event.type() == QEvent.Type.FocusIn:
            self._hold(_Attention.KEYBOARD)
        elif watched is self._undo and event.type() == QEvent.Type.FocusOut:
            self._let_go(_Attention.KEYBOARD)
        elif watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        crisp(painter)
        paint_box(
            painter,
            QRectF(self.rect()),
            RADIUS_BUTTON_PX,
            fill=qcolor(self._theme.colours.raised),
            border=qcolor(self._theme.colours.rule),
            border_px=self._theme.tokens.hairline_px,
        )
