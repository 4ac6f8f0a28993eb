"""Buttons: primary, secondary, quiet, plain and stop, with icon, second line and key cap.

They take focus by Tab, never by a click: in a session Space must keep meaning what the screen says.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from acupress_desktop.ui.theme.icons import Icon, paint_icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import (
    BUTTON_MAIN_PX,
    BUTTON_MEDIUM_PX,
    BUTTON_PX,
    BUTTON_SESSION_PX,
    RADIUS_BUTTON_PX,
)
from acupress_desktop.ui.theme.tokens import Colour, ColourRoles, mixed, qcolor
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.painting import advance_px, crisp, paint_box, paint_words
from acupress_desktop.ui.widgets.toggling import ClickedByToggling

QUIET_HIT_PX = 40
_ICON_PX = 24
_GAP_PX = 12
_PADDING_PX = 24


class ButtonKind(Enum):
    """How loud a button is. One primary per screen."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    PLAIN = "plain"
    STOP = "stop"


class ButtonSize(Enum):
    """Height in pixels at text factor 1."""

    PAGE = BUTTON_PX
    MEDIUM = BUTTON_MEDIUM_PX
    SESSION = BUTTON_SESSION_PX
    MAIN = BUTTON_MAIN_PX


class IconPlace(Enum):
    """Where the icon stands, in reading direction."""

    LEADING = "leading"
    TRAILING = "trailing"


@dataclass(frozen=True, slots=True)
class ButtonExtras:
    """What a button may carry besides its words.

    ``detail`` is a second, smaller line; ``key`` the key cap shown (the screen binds the key itself).
    """

    icon: Icon | None = None
    icon_place: IconPlace = IconPlace.LEADING
    detail: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class _Face:
    fill: Colour | None
    border: Colour | None
    ink: Colour


def _face_of(kind: ButtonKind, colours: ColourRoles, *, hovered: bool, down: bool) -> _Face:
    match kind:
        case ButtonKind.PRIMARY:
            fill = colours.act_hover if hovered or down else colours.act
            return _Face(fill, None if colours.act_edge == colours.act else colours.act_edge, colours.on_act)
        case ButtonKind.SECONDARY:
            fill = colours.raised
            if hovered or down:
                fill = mixed(colours.raised, colours.accent_soft, 1.0 if down else 0.6)
            return _Face(fill, colours.rule, colours.ink)
        case ButtonKind.STOP:
            fill = colours.stop_ground if hovered or down else colours.raised
            return _Face(fill, colours.stop, colours.stop)
        case ButtonKind.QUIET:
            return _Face(None, None, colours.accent_hover if hovered or down else colours.accent)
        case ButtonKind.PLAIN:
            return _Face(None, None, colours.ink if hovered or down else colours.ink2)


class Button(ClickedByToggling, QAbstractButton):
    """``Button(theme, words, kind, size, extras)``; use ``clicked``. Its width follows the words."""

    def __init__(
        self,
        theme: LiveTheme,
        words: str,
        kind: ButtonKind = ButtonKind.SECONDARY,
        size: ButtonSize = ButtonSize.PAGE,
        extras: ButtonExtras | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._size = size
        self._extras = extras or ButtonExtras()
        self._hovered = False
        self.hear_toggles()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focusRadius", RADIUS_BUTTON_PX)
        fixed = QSizePolicy.Policy.Fixed
        grows = QSizePolicy.Policy.Preferred if kind in {ButtonKind.QUIET, ButtonKind.PLAIN} else None
        self.setSizePolicy(grows or QSizePolicy.Policy.Minimum, fixed)
        theme.changed.connect(self._restyle)
        self.show_words(words, self._extras.detail)

    def show_words(self, words: str, detail: str = "") -> None:
        """Carry other words from now on; ``detail`` is the second line."""
        self._extras = ButtonExtras(self._extras.icon, self._extras.icon_place, detail, self._extras.key)
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setAccessibleDescription(detail)
        self._restyle()

    def show_icon(self, icon: Icon | None) -> None:
        """Carry another icon from now on."""
        extras = self._extras
        self._extras = ButtonExtras(icon, extras.icon_place, extras.detail, extras.key)
        self._restyle()

    def show_kind(self, kind: ButtonKind) -> None:
        """Be as loud as ``kind`` from now on."""
        self._kind = kind
        self._restyle()

    @property
    def words(self) -> str:
        """The words shown."""
        return self.text().replace("&&", "&")

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _role(self) -> TextRole:
        if self._kind is ButtonKind.QUIET:
            return TextRole.SMALL
        if self._kind is ButtonKind.PLAIN:
            return TextRole.BODY
        return TextRole.BODY if self._size is ButtonSize.PAGE or self._extras.detail else TextRole.BUTTON

    def _weight(self) -> Weight:
        return Weight.REGULAR if self._kind in {ButtonKind.QUIET, ButtonKind.PLAIN} else Weight.STRONG

    def _parts_px(self) -> tuple[float, float, float]:
        """Widths of icon, words and key cap, gaps included."""
        theme, extras = self._theme, self._extras
        words = advance_px(theme.font(self._role(), self._weight()), self.words)
        if extras.detail:
            words = max(words, advance_px(theme.font(TextRole.SMALL), extras.detail))
        icon = theme.scaled(_ICON_PX) + _GAP_PX if extras.icon else 0.0
        key = key_cap_px(theme, extras.key) + _GAP_PX if extras.key else 0.0
        return icon, math.ceil(words), key

    def sizeHint(self) -> QSize:
        bare = self._kind in {ButtonKind.QUIET, ButtonKind.PLAIN}
        width = math.ceil(sum(self._parts_px())) + (2 if bare else 2 * _PADDING_PX)
        lines = TextRole.BODY.value.line_px + (TextRole.SMALL.value.line_px if self._extras.detail else 0)
        base = QUIET_HIT_PX if bare else self._size.value
        height = round(max(base, lines + 16) + lines * (self._theme.tokens.text_factor - 1.0))
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        if self._kind in {ButtonKind.QUIET, ButtonKind.PLAIN}:
            # A link has no air around it to give away: it keeps its words.
            return hint
        return QSize(min(hint.width(), self._theme.scaled(72)), hint.height())

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.EnabledChange:
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if self.isEnabled() else Qt.CursorShape.ArrowCursor
            )
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, colours = self._theme, self._theme.colours
        face = _face_of(self._kind, colours, hovered=self._hovered and self.isEnabled(), down=self.isDown())
        if not self.isEnabled():
            ink = mixed(colours.paper, colours.ink, 0.55)
            sunk = self._kind is ButtonKind.PRIMARY
            face = _Face(colours.sunk if sunk else face.fill, colours.hair if face.fill else None, ink)
        painter = QPainter(self)
        crisp(painter)
        box = QRectF(self.rect())
        if face.fill is not None:
            paint_box(
                painter,
                box,
                RADIUS_BUTTON_PX,
                fill=qcolor(face.fill),
                border=qcolor(face.border) if face.border else None,
                border_px=theme.tokens.border_px,
            )
        self._paint_content(painter, box, qcolor(face.ink))

    def _paint_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        icon_px, words_px, key_px = self._parts_px()
        bare = self._kind in {ButtonKind.QUIET, ButtonKind.PLAIN}
        room = box.width() - (0 if bare else _PADDING_PX)
        words_px = min(words_px, max(0.0, room - icon_px - key_px))
        total = icon_px + words_px + key_px
        left = 0.0 if bare else (box.width() - total) / 2
        leading = (self._extras.icon_place is IconPlace.LEADING) == (not self.isRightToLeft())
        if bare and self.isRightToLeft():
            left = box.width() - total
        if self.isRightToLeft():
            key_left, text_left = left, left + key_px + (icon_px if leading else 0)
            icon_left = left + key_px + (0 if leading else words_px + _GAP_PX)
        else:
            text_left = left + (icon_px if leading else 0)
            icon_left = left if leading else left + words_px + _GAP_PX
            key_left = left + icon_px + words_px + _GAP_PX
        if self._extras.icon is not None:
            side = self._theme.scaled(_ICON_PX)
            paint_icon(
                painter, self._extras.icon, QRectF(icon_left, (box.height() - side) / 2, side, side), ink
            )
        self._paint_text(painter, QRectF(text_left, 0, words_px, box.height()), ink)
        if self._extras.key:
            cap = key_cap_px(self._theme, self._extras.key)
            tall = self._theme.scaled(20)
            paint_key_cap(
                painter,
                self._theme,
                QRectF(key_left, (box.height() - tall) / 2, cap, tall),
                self._extras.key,
                ink,
            )

    def _paint_text(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        font = self._theme.font(self._role(), self._weight())
        middle = Qt.AlignmentFlag.AlignVCenter | (
            Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        )
        if self._extras.detail:
            line = self._theme.line_px(TextRole.BODY)
            small = self._theme.line_px(TextRole.SMALL)
            top = (box.height() - line - small) / 2
            paint_words(painter, QRectF(box.left(), top, box.width(), line), self.words, font, ink, middle)
            soft = ink if self._kind is ButtonKind.PRIMARY else qcolor(self._theme.colours.ink3)
            paint_words(
                painter,
                QRectF(box.left(), top + line, box.width(), small),
                self._extras.detail,
                self._theme.font(TextRole.SMALL),
                soft,
                middle,
            )
            return
        paint_words(painter, box, self.words, font, ink, middle)
        if self._kind is ButtonKind.QUIET:
            ground = box.center().y() + self._theme.line_px(TextRole.SMALL) / 2 - 1
            painter.setPen(QPen(ink, max(1.0, self._theme.tokens.hairline_px)))
            painter.drawLine(round(box.left()), round(ground), round(box.right()), round(ground))


class IconButton(Button):
    """A square button that shows only its icon; ``words`` are its name and tooltip."""

    def __init__(
        self,
        theme: LiveTheme,
        words: str,
        icon: Icon,
        kind: ButtonKind = ButtonKind.PLAIN,
        size: ButtonSize = ButtonSize.PAGE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, words, kind, size, ButtonExtras(icon=icon), parent)
        self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        base = QUIET_HIT_PX if self._kind is ButtonKind.PLAIN else self._size.value
        side = self._theme.scaled(base)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_words(self, words: str, detail: str = "") -> None:
        """Be named ``words`` from now on."""
        super().show_words(words, detail)
        self.setToolTip(words)

    def _paint_content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        side = self._theme.scaled(_ICON_PX)
        if self._extras.icon is not None:
            centre = box.center()
            paint_icon(
                painter,
                self._extras.icon,
                QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side),
                ink,
            )


def key_cap_px(theme: LiveTheme, key: str) -> float:
    """Return the width of a key cap that shows ``key``."""
    return max(theme.scaled(20), advance_px(theme.font(TextRole.BADGE), key) + theme.scaled(12))


def paint_key_cap(painter: QPainter, theme: LiveTheme, box: QRectF, key: str, ink: QColor) -> None:
    """Paint the key ``key`` as a small box in ``ink``."""
    edge = QColor(ink)
    edge.setAlphaF(0.55)
    paint_box(painter, box, 4, fill=None, border=edge, border_px=theme.tokens.hairline_px)
    paint_words(painter, box, key, theme.font(TextRole.BADGE), ink)
