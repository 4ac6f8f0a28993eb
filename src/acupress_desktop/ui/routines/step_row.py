"""One step in the list: picture, words, and what can be done with it; Alt and the arrows move it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QPixmap, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.routine_view import StepView
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4, SPACE_8, SPACE_16
from acupress_desktop.ui.theme.plain_label import Label, Run
from acupress_desktop.ui.theme.tokens import Tone
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import IconButton
from acupress_desktop.ui.widgets.layouts import Hairline
from acupress_desktop.ui.widgets.thumb import THUMB_PX, Thumb

_DRAG_FROM_PX = 8


class StepRow(QWidget):
    """``StepRow(theme, view, words, picture)``; an opened step stands in ``slot``, below its words."""

    moved_by = Signal(str, int)
    change_asked = Signal(str)
    remove_asked = Signal(str)
    dragged = Signal(str, int)
    """The key, and where the pointer is on the list's own scale."""
    dropped = Signal(str)

    def __init__(
        self,
        theme: LiveTheme,
        view: StepView,
        words: tuple[str, str, str, str],
        picture: QPixmap | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.key = view.id
        self._from_y: float | None = None
        self._is_dragged = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(0, SPACE_8, 0, SPACE_8)
        row.setSpacing(SPACE_16)
        self._number = Label(theme, "", TextRole.SMALL, Tone.INK3)
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignVCenter)
        self._thumb = Thumb(theme, picture)
        row.addWidget(self._thumb, 0, Qt.AlignmentFlag.AlignVCenter)
        lines = QVBoxLayout()
        lines.setSpacing(SPACE_4)
        self._title = Label(theme, "", TextRole.BODY)
        self._detail = Label(theme, "", TextRole.SMALL, Tone.INK2)
        self._note = Label(theme, "", TextRole.SMALL, Tone.INK3)
        for label in (self._title, self._detail, self._note):
            lines.addWidget(label)
        row.addLayout(lines, 1)
        acts = QHBoxLayout()
        acts.setSpacing(SPACE_4)
        up, down, change, remove = words
        self.up = IconButton(theme, up, Icon.UP)
        self.down = IconButton(theme, down, Icon.DOWN)
        self.change = IconButton(theme, change, Icon.PENCIL)
        self.remove = IconButton(theme, remove, Icon.TRASH)
        self._acts = ((self.up, up), (self.down, down), (self.change, change), (self.remove, remove))
        for button, _words in self._acts:
            acts.addWidget(button)
        self.up.clicked.connect(self._go_up)
        self.down.clicked.connect(self._go_down)
        self.change.clicked.connect(self._ask_change)
        self.remove.clicked.connect(self._ask_remove)
        row.addLayout(acts)
        row.setAlignment(acts, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
        self.slot = QVBoxLayout()
        self.slot.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.slot)
        column.addWidget(Hairline(theme))
        for keys, slot in (("Alt+Up", self._go_up), ("Alt+Down", self._go_down)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self._thumb.setCursor(Qt.CursorShape.OpenHandCursor)
        self.show_step(view, picture)

    def show_step(self, view: StepView, picture: QPixmap | None) -> None:
        """Show the step as it is now."""
        self.setAccessibleName(view.spoken)
        self._number.show_text(str(view.number))
        self._title.show_text((Run(view.title, None, Weight.STRONG),))
        self._detail.show_text(view.detail)
        self._note.show_text(view.note)
        self._note.setVisible(bool(view.note))
        self._thumb.show_picture(picture)
        # A button that goes grey under the finger would drop the keyboard, so the ends stay pressable.
        for button, words in self._acts:
            button.setAccessibleName(f"{words}: {view.title}")
            button.setAccessibleDescription(view.spoken)
        self.up.setEnabled(view.can_go_up is Choice.CHOSEN or self.up.hasFocus())
        self.down.setEnabled(view.can_go_down is Choice.CHOSEN or self.down.hasFocus())

    # --- Dragging: by the picture or the words, with the mouse alone

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._from_y = event.position().y()
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from_y is None:
            return
        if self._is_dragged or abs(event.position().y() - self._from_y) > _DRAG_FROM_PX:
            self._is_dragged = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(self.key, round(event.position().y()) + self.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was, self._is_dragged, self._from_y = self._is_dragged, False, None
        self.unsetCursor()
        if was:
            self.dropped.emit(self.key)
        event.accept()

    def _go_up(self) -> None:
        self.moved_by.emit(self.key, -1)

    def _go_down(self) -> None:
        self.moved_by.emit(self.key, 1)

    def _ask_change(self) -> None:
        self.change_asked.emit(self.key)

    def _ask_remove(self) -> None:
        self.remove_asked.emit(self.key)


ROW_THUMB_PX = THUMB_PX
