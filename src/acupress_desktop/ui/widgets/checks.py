"""Things that are ticked: chips, check rows and plain check boxes; and the answers of a question."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QSizePolicy, QWidget

from acupress_desktop.ui.theme.icons import Icon, paint_icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    CHECK_AIR_PX,
    CHIP_PX,
    RADIUS_BUTTON_PX,
    RADIUS_CHECK_PX,
    SPACE_8,
    SPACE_16,
)
from acupress_desktop.ui.theme.tokens import mixed, qcolor
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import key_cap_px
from acupress_desktop.ui.widgets.painting import advance_px, crisp, paint_box, paint_words
from acupress_desktop.ui.widgets.toggling import ClickedByToggling

_BOX_PX = 24
_ANSWER_PX = 80


class _Ticked(ClickedByToggling, QCheckBox):
    """What chips and check rows share: real check boxes that we paint."""

    def __init__(self, theme: LiveTheme, words: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.hear_toggles()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_words(words)
        theme.changed.connect(self._restyle)

    @property
    def words(self) -> str:
        """The words shown."""
        return self.text().replace("&&", "&")

    def show_words(self, words: str) -> None:
        """Show other words."""
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self._restyle()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)


class Chip(_Ticked):
    """``Chip(theme, words)``: a pill that is ticked when chosen. Use ``toggled`` or ``clicked``."""

    def __init__(self, theme: LiveTheme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, words, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._restyle)

    def _tick_px(self) -> int:
        return self._theme.scaled(20) + 8 if self.isChecked() else 0

    def sizeHint(self) -> QSize:
        # The bold width is kept free at all times, so that choosing one chip moves its row by the tick alone.
        words = advance_px(self._theme.font(TextRole.BODY, Weight.STRONG), self.words)
        height = self._theme.grown(CHIP_PX, TextRole.BODY)
        self.setProperty("focusRadius", height / 2)
        return QSize(math.ceil(words) + self._tick_px() + 36, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._theme.scaled(96)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, colours, chosen = self._theme, self._theme.colours, self.isChecked()
        painter = QPainter(self)
        crisp(painter)
        fill = colours.accent_soft if chosen else colours.raised
        if self.underMouse() and not chosen:
            fill = mixed(colours.raised, colours.accent_soft, 0.6)
        box = QRectF(self.rect())
        paint_box(
            painter,
            box,
            box.height() / 2,
            fill=qcolor(fill),
            border=qcolor(colours.accent if chosen else colours.rule),
            border_px=theme.tokens.border_px if chosen else theme.tokens.hairline_px,
        )
        ink = qcolor(colours.accent if chosen else colours.ink)
        tick = self._tick_px()
        inner = box.adjusted(18, 0, -18, 0)
        if chosen:
            side = theme.scaled(20)
            at = inner.right() - side if self.isRightToLeft() else inner.left()
            paint_icon(painter, Icon.CHECK, QRectF(at, (box.height() - side) / 2, side, side), ink)
        text = inner.adjusted(0, 0, -tick, 0) if self.isRightToLeft() else inner.adjusted(tick, 0, 0, 0)
        font = theme.font(TextRole.BODY, Weight.STRONG if chosen else Weight.REGULAR)
        paint_words(painter, text, self.words, font, ink)


class CheckRow(_Ticked):
    """``CheckRow(theme, words)``: a row 48 px tall with its box in front and a hairline under it.

    A long list takes less ``air_px`` above and below the words together, so that it is seen whole.
    """

    def __init__(
        self, theme: LiveTheme, words: str, parent: QWidget | None = None, *, air_px: int = CHECK_AIR_PX
    ) -> None:
        self._air_px = air_px
        self._role = TextRole.BODY
        super().__init__(theme, words, parent)
        self.setProperty("focusRadius", RADIUS_CHECK_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_closer(self, role: TextRole, air_px: int) -> None:
        """Set the words in another role of the type scale, with other air round them, from now on."""
        if (role, air_px) != (self._role, self._air_px):
            self._role, self._air_px = role, air_px
            self._restyle()

    @property
    def _widest(self) -> Weight:
        """The weight when ticked: strong, but in small letters as before, so that more fits in a line."""
        return Weight.STRONG if self._role is TextRole.BODY else Weight.REGULAR

    def _text_left(self) -> int:
        return self._theme.scaled(_BOX_PX) + min(SPACE_16, max(SPACE_8, self._air_px))

    def sizeHint(self) -> QSize:
        words = advance_px(self._theme.font(self._role, self._widest), self.words)
        return QSize(self._text_left() + math.ceil(words) + 2, self.heightForWidth(self.maximumWidth()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.scaled(160), self._theme.line_px(self._role) + self._air_px)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        line = self._theme.line_px(self._role)
        return max(lines * line, self._theme.scaled(_BOX_PX)) + self._air_px

    def _lines(self, width: int) -> int:
        room = max(1, width - self._text_left())
        metrics_font = self._theme.font(self._role, self._widest)
        lines, used, space = 1, 0.0, advance_px(metrics_font, " ")
        for word in self.words.split():
            wide = advance_px(metrics_font, word)
            if used and used + space + wide > room:
                lines, used = lines + 1, wide
            else:
                used += wide + (space if used else 0)
        return lines

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, colours, chosen = self._theme, self._theme.colours, self.isChecked()
        painter = QPainter(self)
        crisp(painter)
        side = theme.scaled(_BOX_PX)
        left = self.width() - side if self.isRightToLeft() else 0
        paint_check_box(painter, theme, QRectF(left, (self.height() - side) / 2, side, side), self)
        text = QRectF(self.rect()).adjusted(self._text_left(), 0, 0, 0)
        if self.isRightToLeft():
            text = QRectF(self.rect()).adjusted(0, 0, -self._text_left(), 0)
        painter.setFont(theme.font(self._role, self._widest if chosen else Weight.REGULAR))
        painter.setPen(qcolor(colours.ink))
        align = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            text,
            int(
                align
                | Qt.AlignmentFlag.AlignAbsolute
                | Qt.AlignmentFlag.AlignVCenter
                | Qt.TextFlag.TextWordWrap
            ),
            self.words,
        )
        self._paint_under(painter)

    def _paint_under(self, painter: QPainter) -> None:
        line = self._theme.tokens.hairline_px
        painter.fillRect(
            QRectF(0, self.height() - line, self.width(), line), qcolor(self._theme.colours.hair)
        )


class CheckBox(CheckRow):
    """``CheckBox(theme, words)``: as a check row, without the hairline."""

    def _paint_under(self, painter: QPainter) -> None:
        """Leave the ground as it is."""


def paint_check_box(painter: QPainter, theme: LiveTheme, box: QRectF, button: QAbstractButton) -> None:
    """Paint the square of a check box in the state of ``button``."""
    colours = theme.colours
    chosen = button.isChecked()
    paint_box(
        painter,
        box,
        RADIUS_CHECK_PX,
        fill=qcolor(colours.accent if chosen else colours.raised),
        border=None if chosen else qcolor(colours.rule),
        border_px=theme.tokens.border_px,
    )
    if chosen:
        inner = box.adjusted(3, 3, -3, -3)
        paint_icon(painter, Icon.CHECK, inner, qcolor(colours.on_accent))


class AnswerButton(QAbstractButton):
    """``AnswerButton(theme, words, key, note)``: one of the equal answers to a question, 600x80.

    ``key`` is both shown and bound as the shortcut. None of them is primary.
    """

    def __init__(
        self, theme: LiveTheme, words: str, key: str, note: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key
        self._note = note
        self._tall_px = _ANSWER_PX
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setAccessibleDescription(note)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focusRadius", RADIUS_BUTTON_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(theme.scaled(600))
        self.setShortcut(QKeySequence(key))
        theme.changed.connect(self._restyle)

    @property
    def words(self) -> str:
        """The words shown."""
        return self.text().replace("&&", "&")

    def show_tall(self, tall_px: int) -> None:
        """Be ``tall_px`` tall at text factor 1 from now on."""
        if tall_px != self._tall_px:
            self._tall_px = tall_px
            self._restyle()

    def _restyle(self) -> None:
        self.setMaximumWidth(self._theme.scaled(600))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        note = self._theme.line_px(TextRole.SMALL) if self._note and self._stacked(self.width()) else 0
        return QSize(self._theme.scaled(600), self._theme.grown(self._tall_px, TextRole.HEAD) + note)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.scaled(200), self.sizeHint().height())

    def _stacked(self, width: int) -> bool:
        """Whether the note no longer fits beside the words."""
        theme = self._theme
        words = advance_px(theme.font(TextRole.HEAD), self.words)
        note = advance_px(theme.font(TextRole.SMALL), self._note)
        return words + note + key_cap_px(theme, self._key) + 28 * 2 + 20 + 24 > width

    def resizeEvent(self, event: object) -> None:
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, colours = self._theme, self._theme.colours
        painter = QPainter(self)
        crisp(painter)
        fill = colours.raised
        if self.isDown():
            fill = colours.accent_soft
        elif self.underMouse():
            fill = mixed(colours.raised, colours.accent_soft, 0.6)
        box = QRectF(self.rect())
        paint_box(
            painter, box, RADIUS_BUTTON_PX, fill=qcolor(fill), border=qcolor(colours.rule),
            border_px=theme.tokens.border_px,
        )  # fmt: skip
        back = self.isRightToLeft()
        near = Qt.AlignmentFlag.AlignRight if back else Qt.AlignmentFlag.AlignLeft
        far = Qt.AlignmentFlag.AlignLeft if back else Qt.AlignmentFlag.AlignRight
        middle = Qt.AlignmentFlag.AlignVCenter
        cap, tall = max(24.0, key_cap_px(theme, self._key)), float(theme.scaled(24))
        at = box.right() - 28 - cap if back else 28.0
        cap_box = QRectF(at, (box.height() - tall) / 2, cap, tall)
        paint_box(painter, cap_box, 4, fill=qcolor(colours.paper), border=qcolor(colours.hair), border_px=1.0)
        paint_words(painter, cap_box, self._key, theme.font(TextRole.BADGE), qcolor(colours.ink2))
        text = box.adjusted(28, 0, -(28 + cap + 20), 0) if back else box.adjusted(28 + cap + 20, 0, -28, 0)
        head = theme.font(TextRole.HEAD)
        if self._note and self._stacked(self.width()):
            line, small = theme.line_px(TextRole.HEAD), theme.line_px(TextRole.SMALL)
            top = (box.height() - line - small) / 2
            first = QRectF(text.left(), top, text.width(), line)
            second = QRectF(text.left(), top + line, text.width(), small)
            paint_words(painter, first, self.words, head, qcolor(colours.ink), near | middle)
            note_font = theme.font(TextRole.SMALL)
            paint_words(painter, second, self._note, note_font, qcolor(colours.ink2), near | middle)
            return
        paint_words(painter, text, self.words, head, qcolor(colours.ink), near | middle)
        if self._note:
            font = theme.font(TextRole.SMALL)
            paint_words(painter, text, self._note, font, qcolor(colours.ink2), far | middle)
