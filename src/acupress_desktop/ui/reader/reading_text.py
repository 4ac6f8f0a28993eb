"""The text of a page in the window: read with the eyes, the keyboard or a screen reader; never written in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QTextEdit, QWidget

from acupress_desktop.domain.article_search import Stretch
from acupress_desktop.presenters.reader_view import LineLook, LineView, PartView
from acupress_desktop.ui.body_map.map_widget import BodyMap
from acupress_desktop.ui.body_map.point_button import PointButton
from acupress_desktop.ui.bridge.announcing import announce
from acupress_desktop.ui.reader.article_document import ArticleDocument
from acupress_desktop.ui.reader.decorations import paint_decorations
from acupress_desktop.ui.reader.pictures import ArticlePictures
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_4
from acupress_desktop.ui.theme.tokens import qcolor
from acupress_desktop.ui.widgets.painting import crisp

_PICTURE_PX = 420
_CARET_PX = 2
_MOVES = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End}
)


class _TextLink(QAbstractButton):
    """Lies over the words of a link: takes click, Tab and Enter, and says where it leads."""

    def __init__(self, theme: LiveTheme, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focusRadius", SPACE_4)

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line under the words, which the text below has drawn."""
        height = 2 if self.underMouse() or self.isDown() else max(1, round(self._theme.tokens.hairline_px))
        line = QRect(0, self.height() - height, self.width(), height)
        QPainter(self).fillRect(line, qcolor(self._theme.colours.accent))


class ReadingText(QTextEdit):
    """``ReadingText(theme, pictures, name)``; ``show_parts(parts)``. As tall as its text; it never scrolls.

    ``followed`` carries the number of a link, ``point_chosen`` the key of a point on a picture,
    ``caret_moved`` where the caret is, ``page_asked`` how many windows to go down, ``end_asked`` which end.
    """

    followed = Signal(int)
    point_chosen = Signal(object)
    caret_moved = Signal(QRect)
    page_asked = Signal(int)
    end_asked = Signal(int)

    def __init__(
        self, theme: LiveTheme, pictures: ArticlePictures, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self._parts: tuple[PartView, ...] = ()
        self._text: ArticleDocument | None = None
        self._links: dict[int, _TextLink] = {}
        self._maps: dict[int, BodyMap] = {}
        self.setAccessibleName(name)
        self.setReadOnly(True)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setCursorWidth(_CARET_PX)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.cursorPositionChanged.connect(self._tell_caret)
        theme.changed.connect(self._set_anew)

    @property
    def text(self) -> ArticleDocument | None:
        """The text as it is set."""
        return self._text

    def show_parts(self, parts: tuple[PartView, ...]) -> None:
        """Show these parts."""
        scenes = {
            number: scene
            for number, part in enumerate(parts)
            if part.picture is not None and (scene := self._pictures.scene(part.picture)) is not None
        }
        self._parts = parts = tuple(
            part if number in scenes else without_picture(part) for number, part in enumerate(parts)
        )
        for child in (*self._links.values(), *self._maps.values()):
            child.hide()
            child.deleteLater()
        self._links.clear()
        self._maps.clear()
        for number, part in enumerate(parts):
            if part.link is not None:
                link = _TextLink(self._theme, part.words, self.viewport())
                link.clicked.connect(self._follow)
                self._links[number] = link
            if part.picture is not None:
                body = BodyMap(self._theme, self._pictures.shelf, self.viewport())
                body.show_seen(part.picture.turned)
                body.show_scene(scenes[number])
                body.point_chosen.connect(self.point_chosen)
                self._maps[number] = body
        self._set_anew()

    def go_to_part(self, part: int) -> None:
        """Put the caret at the beginning of a part."""
        if self._text is not None:
            cursor = self.textCursor()
            cursor.setPosition(self._text.line_position(part))
            self.setTextCursor(cursor)

    def part_top(self, part: int) -> float:
        """Return where a part begins, from the top of the text."""
        return 0.0 if self._text is None else self._text.part_box(self._text.parts[part]).top()

    def part_box_px(self, part: int) -> tuple[float, float]:
        """Return where a part begins, and how tall it is."""
        if self._text is None:
            return 0.0, 0.0
        box = self._text.part_box(self._text.parts[part])
        return box.top(), box.height()

    # --- Setting

    def _order_children(self) -> None:
        """Let Tab go through links and points as they are read, after the text and before what follows it."""
        before: QWidget = self
        for number in range(len(self._parts)):
            stops: list[QWidget] = [self._links[number]] if number in self._links else []
            if number in self._maps:
                stops += self._maps[number].findChildren(PointButton)
            for stop in stops:
                QWidget.setTabOrder(before, stop)
                before = stop

    def _set_anew(self) -> None:
        if not self._parts:
            return
        picture_px = float(self._theme.scaled(_PICTURE_PX))
        rooms = dict.fromkeys(self._maps, picture_px)
        before = self._text
        self._text = ArticleDocument(self._theme, self._parts, rooms, self.layoutDirection())
        self._text.document.setParent(self)
        self.setDocument(self._text.document)
        if before is not None:
            before.document.deleteLater()
        self._lay_out()

    def _lay_out(self) -> None:
        text = self._text
        if text is None:
            return
        text.lay_out(self.viewport().width())
        self.setFixedHeight(round(text.height_px) + SPACE_4)
        for number, link in self._links.items():
            box = text.block_box(text.parts[number].lines[0].block)
            wide = text.ideal_px(text.parts[number].lines[0].block)
            left = box.right() - wide if self.isRightToLeft() else box.left()
            link.setGeometry(QRect(round(left), round(box.top()), round(wide), round(box.height())))
        for number, body in self._maps.items():
            block = text.parts[number].picture_block
            if block is not None:
                box = text.block_box(block)
                body.setGeometry(QRect(0, round(box.top()), self.viewport().width(), round(box.height())))
        for child in (*self._links.values(), *self._maps.values()):
            child.show()
        self._order_children()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._set_anew()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.scaled(480), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.scaled(200), 0)

    # --- Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._text is not None:
            painter = QPainter(self.viewport())
            crisp(painter)
            paint_decorations(painter, self._theme, self._text, self.layoutDirection())
            painter.end()
        super().paintEvent(event)

    # --- Hands

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if key == Qt.Key.Key_Space and (plain or shift):
            self.page_asked.emit(1 if plain else -1)
        elif key in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp} and plain:
            self.page_asked.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and plain:
            self.end_asked.emit(-1 if key == Qt.Key.Key_Home else 1)
        elif key == Qt.Key.Key_H and (plain or shift):
            self._to_heading(1 if plain else -1)
        else:
            if key in _MOVES and not self.textCursor().hasSelection():
                self._bring_caret_into_view()
            super().keyPressEvent(event)

    def _to_heading(self, step: int) -> None:
        """Go to the next or the previous heading, and say it."""
        text = self._text
        if text is None:
            return
        headings = [line.block for part in text.parts for line in part.lines if line.look is LineLook.HEADING]
        here = self.textCursor().blockNumber()
        found = [block for block in headings if (block > here if step > 0 else block < here)]
        if found:
            block = text.document.findBlockByNumber(found[0] if step > 0 else found[-1])
            cursor = self.textCursor()
            cursor.setPosition(block.position())
            self.setTextCursor(cursor)
            announce(self, block.text())

    def _bring_caret_into_view(self) -> None:
        """Begin at the first line in sight where somebody has scrolled away from the caret."""
        seen = self.visibleRegion().boundingRect()
        if seen.isValid() and not seen.intersects(self.cursorRect()):
            self.blockSignals(True)
            self.setTextCursor(self.cursorForPosition(QPoint(0, seen.top() + self._theme.scaled(SPACE_4))))
            self.blockSignals(False)

    def _tell_caret(self) -> None:
        self.caret_moved.emit(self.cursorRect())

    def _follow(self) -> None:
        sender = self.sender()
        for number, link in self._links.items():
            target = self._parts[number].link
            if link is sender and target is not None:
                self.followed.emit(target)


def without_picture(part: PartView) -> PartView:
    """Say in words what a picture would show that cannot be drawn; any other part stays as it is."""
    if part.picture is None:
        return part
    words = LineView(LineLook.CAPTION, Stretch(part.picture.missing))
    return PartView(part.look, (words, *part.lines))
