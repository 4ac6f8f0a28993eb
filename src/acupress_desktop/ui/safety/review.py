"""Everything that was answered, a line for each page; choosing one opens the page again."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from acupress_desktop.presenters.safety_view import AnsweredView, ReviewBody
from acupress_desktop.ui.safety.sheets import Sheet, sheets_of
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import RADIUS_CHECK_PX, SPACE_4, SPACE_8, SPACE_48
from acupress_desktop.ui.theme.plain_label import Label, Run
from acupress_desktop.ui.theme.tokens import Tone, mixed, qcolor
from acupress_desktop.ui.theme.type_roles import TextRole, Weight


class _Answered(QAbstractButton):
    """One page that was answered."""

    def __init__(self, theme: LiveTheme, view: AnsweredView, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._asked = Label(theme, view.asked, TextRole.SMALL, Tone.INK2, parent=self)
        answer = (Run(view.answer, weight=Weight.STRONG),)
        self._answer = Label(theme, answer, TextRole.BODY, parent=self)
        for label in (self._asked, self._answer):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(view.spoken)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focusRadius", RADIUS_CHECK_PX)

    def height_px(self, width_px: int) -> int:
        """Return how tall the line is in ``width_px``."""
        inner = max(1, width_px - 2 * SPACE_8)
        return self._asked.heightForWidth(inner) + self._answer.heightForWidth(inner) + 2 * SPACE_4 + SPACE_4

    def place(self, left_px: int, top_px: int, width_px: int) -> int:
        """Stand at a place; return the height taken."""
        tall, inner = self.height_px(width_px), width_px - 2 * SPACE_8
        self.setGeometry(left_px, top_px, width_px, tall)
        first = self._asked.heightForWidth(inner)
        self._asked.setGeometry(SPACE_8, SPACE_4, inner, first)
        self._answer.setGeometry(SPACE_8, SPACE_4 + first, inner, self._answer.heightForWidth(inner))
        return tall

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), qcolor(mixed(colours.paper, colours.accent_soft, 0.6)))
        line = self._theme.tokens.hairline_px
        painter.fillRect(QRectF(0, self.height() - line, self.width(), line), qcolor(colours.hair))


class ReviewList(QWidget):
    """``chosen`` carries the key of a page. ``arrange`` deals the lines to the room there is."""

    chosen = Signal(str)

    def __init__(self, theme: LiveTheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: dict[str, _Answered] = {}
        self._shown: ReviewBody | None = None
        self._sheets: tuple[Sheet, ...] = ()
        self._sheet = 0
        self._tall_px = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_answers(self, body: ReviewBody) -> None:
        """Show every page that was answered."""
        if body == self._shown:
            return
        self._shown = body
        for gone in self._rows.values():
            gone.hide()
            gone.deleteLater()
        self._rows = {view.key: _Answered(self._theme, view, self) for view in body.answered}
        self._sheet = 0
        for row in self._rows.values():
            row.clicked.connect(self._chosen)
            row.show()

    def arrange(self, columns: int, width_px: int, room_px: int, room_of_a_part_px: int) -> bool:
        """Deal the lines to ``columns`` in ``width_px`` and ``room_px``; tell whether all are seen at once.

        Where they are not, each part has ``room_of_a_part_px``.
        """
        column = (width_px - SPACE_48 * (columns - 1)) // columns
        if column <= 0:
            return True
        heights = [row.height_px(column) for row in self._rows.values()]
        self._sheets = sheets_of(heights, columns, room_px)
        if len(self._sheets) > 1:
            self._sheets = sheets_of(heights, columns, room_of_a_part_px)
        sheet, top = self._sheets[self._seen], [0, 0]
        for place, row in enumerate(self._rows.values()):
            row.setVisible(sheet.start <= place < sheet.stop)
            if row.isHidden():
                continue
            second = int(place >= sheet.turn)
            back = self.isRightToLeft() and columns > 1
            left = (column + SPACE_48) * (1 - second if back else second)
            top[second] += row.place(left, top[second], column)
        if max(top) != self._tall_px:
            self._tall_px = max(top)
            self.updateGeometry()
        return len(self._sheets) == 1 and self._tall_px <= room_px

    @property
    def part(self) -> tuple[int, int]:
        """Which sheet is seen, counted from 1, and how many there are."""
        return self._seen + 1, max(1, len(self._sheets))

    @property
    def _seen(self) -> int:
        return max(0, min(self._sheet, len(self._sheets) - 1))

    def turn(self) -> None:
        """Show the next lines; after the last ones the first again."""
        self._sheet = (self._seen + 1) % max(1, len(self._sheets))

    def first(self) -> QWidget | None:
        """The line that gets the keyboard first."""
        return next((row for row in self._rows.values() if not row.isHidden()), None)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.scaled(320), self._tall_px)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.scaled(200), self._tall_px)

    def _chosen(self) -> None:
        sender = self.sender()
        for key, row in self._rows.items():
            if row is sender:
                self.chosen.emit(key)
                return
