"""Fields for text that a person types: bounded, and plain whatever is pasted."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from acupress_desktop.ui.theme.icons import Icon, paint_icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.tokens import qcolor
from acupress_desktop.ui.theme.type_roles import TextRole

_LINE_MAX_CHARACTERS = 200


class TextField(QLineEdit):
    """``TextField(theme, name, hint, icon, characters_max)``: one line of text.

    ``name`` is what a screen reader says; ``hint`` the placeholder. Use ``textChanged``, ``editingFinished``.
    """

    def __init__(
        self,
        theme: LiveTheme,
        name: str,
        hint: str = "",
        icon: Icon | None = None,
        characters_max: int = _LINE_MAX_CHARACTERS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setMaxLength(characters_max)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(self._theme.font(TextRole.BODY))
        side = self._theme.scaled(24) + 12 if self._icon else 0
        if self.isRightToLeft():
            self.setTextMargins(0, 0, side, 0)
        else:
            self.setTextMargins(side, 0, 0, 0)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.scaled(240), self._theme.grown(48, TextRole.BODY))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.scaled(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._icon is None:
            return
        side = self._theme.scaled(24)
        left = self.width() - 14 - side if self.isRightToLeft() else 14
        box = QRectF(left, (self.height() - side) / 2, side, side)
        paint_icon(QPainter(self), self._icon, box, qcolor(self._theme.colours.ink2))


class NoteField(QPlainTextEdit):
    """``NoteField(theme, name, hint, characters_max)``: a few lines of plain text; Tab leaves the field.

    ``note_changed`` tells that the note is another; text beyond ``characters_max`` is not taken.
    """

    note_changed = Signal()

    def __init__(
        self,
        theme: LiveTheme,
        name: str,
        hint: str = "",
        characters_max: int = 4000,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._characters_max = characters_max
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.textChanged.connect(self._bound)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def note(self) -> str:
        """What stands in the field."""
        return self.toPlainText()

    def show_note(self, note: str) -> None:
        """Put ``note`` into the field."""
        self.setPlainText(note)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste what still fits: laying out megabytes first would hold the window for minutes."""
        marked = abs(self.textCursor().selectionEnd() - self.textCursor().selectionStart())
        room = self._characters_max - len(self.toPlainText()) + marked
        self.insertPlainText(source.text()[: max(0, room)])

    def _bound(self) -> None:
        extra = len(self.toPlainText()) - self._characters_max
        if extra > 0:
            cursor = self.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.setPosition(max(0, cursor.position() - extra), QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        self.note_changed.emit()

    def _restyle(self) -> None:
        self.setFont(self._theme.font(TextRole.BODY))
        self.setMinimumHeight(2 * self._theme.line_px(TextRole.BODY) + 24)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.scaled(320), 2 * self._theme.line_px(TextRole.BODY) + 24)

    def contextMenuEvent(self, event: object) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.cursor().pos())
