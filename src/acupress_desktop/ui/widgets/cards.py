"""Cards, rows of a list, big figures and what stands where there is nothing yet."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from acupress_desktop.ui.theme.icons import Icon, paint_icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import RADIUS_CARD_PX, SPACE_8, SPACE_12, SPACE_16, SPACE_24
from acupress_desktop.ui.theme.plain_label import Label, Text
from acupress_desktop.ui.theme.tokens import Colour, Tone, mixed, qcolor
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.painting import advance_px, crisp, paint_box, paint_words
from acupress_desktop.ui.widgets.toggling import ClickedByToggling


class CardKind(Enum):
    """What a card is about; stop is for the stop card and the emergency alone."""

    PLAIN = "plain"
    CAUTION = "caution"
    STOP = "stop"
    SOFT = "soft"


class Card(QWidget):
    """``Card(theme, kind)``: a raised box with a hairline; fill ``column``."""

    def __init__(
        self, theme: LiveTheme, kind: CardKind = CardKind.PLAIN, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SPACE_24, SPACE_24, SPACE_24, SPACE_24)
        self.column.setSpacing(SPACE_12)
        theme.changed.connect(self.update)

    def show_kind(self, kind: CardKind) -> None:
        """Be about ``kind`` from now on."""
        self._kind = kind
        self.update()

    def _colours(self) -> tuple[Colour, Colour]:
        colours = self._theme.colours
        match self._kind:
            case CardKind.PLAIN:
                return colours.raised, colours.hair
            case CardKind.CAUTION:
                return colours.caution_ground, colours.caution
            case CardKind.STOP:
                return colours.stop_ground, colours.stop
            case CardKind.SOFT:
                return colours.accent_soft, colours.accent_soft

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        crisp(painter)
        ground, edge = self._colours()
        paint_box(
            painter,
            QRectF(self.rect()),
            RADIUS_CARD_PX,
            fill=qcolor(ground),
            border=qcolor(edge),
            border_px=self._theme.tokens.hairline_px,
        )


class ListRow(ClickedByToggling, QAbstractButton):
    """``ListRow(theme, title, detail, thumb, trailing)``: one thing in a list, pressable as a whole.

    A hairline lies under it; checked, it wears ``accent_soft`` and a bar in front. Use ``clicked``.
    """

    def __init__(
        self,
        theme: LiveTheme,
        title: str,
        detail: str = "",
        trailing: str = "",
        icon: Icon | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._detail, self._trailing, self._icon = detail, trailing, icon
        self._hovered = False
        self.hear_toggles()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("focusRadius", 4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self.show_words(title, detail, trailing)

    def show_words(self, title: str, detail: str = "", trailing: str = "") -> None:
        """Show another thing."""
        self.setText(title.replace("&", "&&"))
        self._detail, self._trailing = detail, trailing
        self.setAccessibleName(title)
        self.setAccessibleDescription(", ".join(part for part in (detail, trailing) if part))
        self._restyle()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _lines_px(self) -> int:
        detail = self._theme.line_px(TextRole.CAPTION) if self._detail else 0
        return self._theme.line_px(TextRole.BODY) + detail

    def sizeHint(self) -> QSize:
        return QSize(self._theme.scaled(280), max(48, self._lines_px() + 24))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.scaled(160), self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, colours, back = self._theme, self._theme.colours, self.isRightToLeft()
        painter = QPainter(self)
        crisp(painter)
        box = QRectF(self.rect())
        if self.isChecked() or self.isDown():
            painter.fillRect(box, qcolor(colours.accent_soft))
            bar = QRectF(box.right() - 3 if back else 0, 0, 3, box.height())
            painter.fillRect(bar, qcolor(colours.accent))
        elif self._hovered:
            painter.fillRect(box, qcolor(mixed(colours.paper, colours.accent_soft, 0.5)))
        line = theme.tokens.hairline_px
        painter.fillRect(QRectF(0, box.height() - line, box.width(), line), qcolor(colours.hair))
        inner = box.adjusted(SPACE_16, 0, -SPACE_16, 0)
        used = self._paint_front(painter, inner, back=back)
        inner.adjust(0 if back else used, 0, -used if back else 0, 0)
        self._paint_words(painter, inner, back=back)

    def _paint_front(self, painter: QPainter, inner: QRectF, *, back: bool) -> float:
        """Paint the icon, if there is one; return the width that it takes."""
        if self._icon is not None:
            side = self._theme.scaled(24)
            at = inner.right() - side if back else inner.left()
            spot = QRectF(at, (self.height() - side) / 2, side, side)
            paint_icon(painter, self._icon, spot, qcolor(self._theme.colours.ink2))
            return side + SPACE_16
        return 0.0

    def _paint_words(self, painter: QPainter, inner: QRectF, *, back: bool) -> None:
        theme, colours = self._theme, self._theme.colours
        near = Qt.AlignmentFlag.AlignRight if back else Qt.AlignmentFlag.AlignLeft
        far = Qt.AlignmentFlag.AlignLeft if back else Qt.AlignmentFlag.AlignRight
        middle = Qt.AlignmentFlag.AlignVCenter
        if self._trailing:
            font = theme.font(TextRole.SMALL)
            paint_words(painter, inner, self._trailing, font, qcolor(colours.ink2), far | middle)
            wide = painter.fontMetrics().horizontalAdvance(self._trailing) + SPACE_16
            inner = inner.adjusted(wide if back else 0, 0, 0 if back else -wide, 0)
        title = self.text().replace("&&", "&")
        line = theme.line_px(TextRole.BODY)
        top = (self.height() - self._lines_px()) / 2
        strong = theme.font(TextRole.BODY, Weight.STRONG)
        spot = QRectF(inner.left(), top, inner.width(), line)
        paint_words(painter, spot, title, strong, qcolor(colours.ink), near | middle)
        if self._detail:
            spot = QRectF(inner.left(), top + line, inner.width(), theme.line_px(TextRole.CAPTION))
            font = theme.font(TextRole.CAPTION)
            paint_words(painter, spot, self._detail, font, qcolor(colours.ink3), near | middle)


class Figure(QWidget):
    """``Figure(theme, role)``: a big number; ``show_figure(text, words)``. Digits share one width."""

    def __init__(
        self, theme: LiveTheme, role: TextRole = TextRole.FIGURE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)

    def show_role(self, role: TextRole) -> None:
        """Be set as ``role`` from now on."""
        if role is not self._role:
            self._role = role
            self._restyle()

    def show_figure(self, text: str, words: str) -> None:
        """Show ``text``; ``words`` say it with its unit to a screen reader."""
        if text != self._text:
            grown = len(text) != len(self._text)
            self._text = text
            if grown:
                self.updateGeometry()
            self.update()
        if words != self.accessibleName():
            self.setAccessibleName(words)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        font = self._theme.font(self._role)
        digits = max(1, len(self._text))
        return QSize(round(advance_px(font, "0") * digits) + 2, self._theme.line_px(self._role))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        crisp(painter)
        near = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        painter.setFont(self._theme.font(self._role))
        painter.setPen(qcolor(self._theme.colours.ink))
        metrics = painter.fontMetrics()
        base = (self.height() + metrics.capHeight()) // 2
        # The first digit's own air would push it off the margin that the words below stand on.
        left = -metrics.leftBearing(self._text[0]) if self._text else 0
        if near == Qt.AlignmentFlag.AlignRight:
            left = self.width() - metrics.horizontalAdvance(self._text)
        painter.drawText(left, base, self._text)


class EmptyState(QWidget):
    """``EmptyState(theme, title, text)``: stands where nothing is yet; add to ``column``."""

    def __init__(self, theme: LiveTheme, title: str, text: Text, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, SPACE_24, 0, SPACE_24)
        self.column.setSpacing(SPACE_8)
        self.column.addWidget(Label(theme, title, TextRole.SUBHEAD))
        self.column.addWidget(Label(theme, text, TextRole.BODY, Tone.INK2))
