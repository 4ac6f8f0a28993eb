"""The mast of every page: name, places to go, the emergency number, settings; a menu at large text."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import MAST_NARROW_PX, MAST_PX, NARROW_BELOW_PX, margin_px
from acupress_desktop.ui.theme.plain_label import Label, Wrap
from acupress_desktop.ui.theme.tokens import Tone, qcolor
from acupress_desktop.ui.theme.type_roles import TextRole, Weight
from acupress_desktop.ui.widgets.buttons import Button, ButtonExtras, ButtonKind, IconButton
from acupress_desktop.ui.widgets.painting import advance_px, crisp, paint_words
from acupress_desktop.ui.widgets.toggling import ClickedByToggling

_UNDERLINE_PX = 3
_GAPS_PX = (40, 16, 4)
"""Between the places: the widest that fits."""
_MENU_ABOVE_FACTOR = 1.5
"""Larger text than this takes the menu even where the places would still fit: one calm line."""


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to go: ``key`` is what the window gets back."""

    key: object
    words: str


@dataclass(frozen=True, slots=True)
class TopBarWords:
    """The fixed words of the mast."""

    name: str
    menu: str
    settings: str
    emergency: str
    """What stands before the person's own number, such as "Emergency"."""


class _NavButton(ClickedByToggling, QPushButton):
    """One place in the mast, underlined while it is shown."""

    def __init__(self, theme: LiveTheme, place: Place, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.place = place
        self.setText(place.words.replace("&", "&&"))
        self.setAccessibleName(place.words)
        self.setCheckable(True)
        self.hear_toggles()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focusRadius", 4)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def nextCheckState(self) -> None:
        """The underline follows where the window is, not what was pressed."""

    def sizeHint(self) -> QSize:
        words = advance_px(self._theme.font(TextRole.BODY, Weight.STRONG), self.place.words)
        return QSize(math.ceil(words) + 2 * 8, self._theme.line_px(TextRole.BODY) + 16)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, here = self._theme, self.isChecked()
        painter = QPainter(self)
        crisp(painter)
        ink = theme.colours.ink if here or self.underMouse() else theme.colours.ink2
        font = theme.font(TextRole.BODY, Weight.STRONG if here else Weight.REGULAR)
        paint_words(painter, QRectF(self.rect()), self.place.words, font, qcolor(ink))
        if here:
            bar = QRectF(0, self.height() - _UNDERLINE_PX, self.width(), _UNDERLINE_PX + 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(qcolor(theme.colours.accent))
            painter.drawRoundedRect(bar, 2, 2)


class TopBar(QWidget):
    """``TopBar(theme, words, places)``. Signals: ``went(key)``, ``settings_asked()``, ``emergency_asked()``.

    ``show_place(key)`` underlines a place, ``show_emergency(number)`` shows the person's own number or hides
    the line where none was given.
    """

    went = Signal(object)
    settings_asked = Signal()
    emergency_asked = Signal()

    def __init__(
        self, theme: LiveTheme, words: TopBarWords, places: tuple[Place, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._number = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name = Label(theme, words.name, TextRole.BRAND, Tone.INK, Wrap.ELIDE, self)
        self._name.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._nav = QWidget(self)
        row = QHBoxLayout(self._nav)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(40)
        self._buttons = tuple(_NavButton(theme, place, self._nav) for place in places)
        for button in self._buttons:
            row.addWidget(button)
            button.clicked.connect(self._go)
        self._emergency = Button(
            theme, "", ButtonKind.PLAIN, extras=ButtonExtras(icon=Icon.PHONE), parent=self
        )
        self._emergency.clicked.connect(self.emergency_asked)
        self._settings = IconButton(theme, words.settings, Icon.SETTINGS, parent=self)
        self._settings.clicked.connect(self.settings_asked)
        self._menu_button = Button(theme, words.menu, ButtonKind.SECONDARY, parent=self)
        self._menu_button.clicked.connect(self._open_menu)
        self._menu = QMenu(self)
        for place in places:
            action = self._menu.addAction(place.words)
            action.setData(place)
        self._menu.addSeparator()
        settings = self._menu.addAction(words.settings)
        settings.triggered.connect(self.settings_asked)
        self._menu.triggered.connect(self._pick)
        theme.changed.connect(self._restyle)
        self.show_emergency("")

    def show_place(self, key: object) -> None:
        """Underline the place ``key``; a key that is no place underlines nothing."""
        for button in self._buttons:
            button.setChecked(button.place.key == key)

    def show_emergency(self, number: str) -> None:
        """Show the person's own emergency ``number``; an empty one hides the line."""
        self._number = number
        self._emergency.show_words(f"{self._words.emergency} {number}".strip())
        self._arrange()

    def sizeHint(self) -> QSize:
        base = MAST_NARROW_PX if self.width() < NARROW_BELOW_PX else MAST_PX
        grow = 1.5 * (self._theme.line_px(TextRole.BRAND) - TextRole.BRAND.value.line_px)
        return QSize(600, round(base + grow))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.oldSize().width() < NARROW_BELOW_PX) != (event.size().width() < NARROW_BELOW_PX):
            self.updateGeometry()
        self._arrange()

    def _restyle(self) -> None:
        self._menu.setFont(self._theme.font(TextRole.BODY))
        for button in self._buttons:
            button.updateGeometry()
        self.updateGeometry()
        self._arrange()
        self.update()

    def _arrange(self) -> None:
        """Place the parts; the nav gives way to the menu where it no longer fits."""
        margin = margin_px(self.width())
        height = self.height() - round(self._theme.tokens.hairline_px)
        name = self._name.sizeHint().width()
        settings = self._settings.sizeHint()
        phone = self._emergency.sizeHint() if self._number else QSize(0, 0)
        room = self.width() - 2 * margin
        words = sum(button.sizeHint().width() for button in self._buttons)
        beside = name + settings.width() + phone.width() + 3 * 24
        gaps = [words + gap * (len(self._buttons) - 1) + beside for gap in _GAPS_PX]
        first = 0 if self.width() >= NARROW_BELOW_PX else 1
        gap = next((_GAPS_PX[at] for at in range(first, len(gaps)) if gaps[at] <= room), _GAPS_PX[-1])
        nav_row = self._nav.layout()
        if nav_row is not None:
            nav_row.setSpacing(gap)
        nav = words + gap * (len(self._buttons) - 1)
        needed = nav + beside
        folded = needed > room or self._theme.tokens.text_factor > _MENU_ABOVE_FACTOR
        phone_fits = name + phone.width() + 24 * 2 + self._menu_button.sizeHint().width() <= room
        self._nav.setVisible(not folded)
        self._settings.setVisible(not folded)
        self._menu_button.setVisible(folded)
        self._emergency.setVisible(bool(self._number) and (not folded or phone_fits))
        boxes: list[tuple[QWidget, int, QSize]] = [
            (self._name, margin, QSize(min(name, room), self._name.sizeHint().height()))
        ]
        end = self.width() - margin
        if folded:
            size = self._menu_button.sizeHint()
            size.setWidth(max(size.width(), self._theme.scaled(96)))
            size.setHeight(min(size.height(), height - 8))
            boxes.append((self._menu_button, end - size.width(), size))
            end -= size.width() + 24
        else:
            # The icon's own air would push it off the margin.
            air = (settings.width() - self._theme.scaled(24)) // 2
            boxes.append((self._settings, end - settings.width() + air, settings))
            end -= settings.width() - air + 12
            centre = max((self.width() - nav) // 2, margin + name + 24)
            centre = min(centre, end - phone.width() - nav - 24)
            boxes.append((self._nav, centre, QSize(nav, height)))
        boxes.append((self._emergency, end - phone.width(), phone))
        for widget, left, size in boxes:
            at = self.width() - left - size.width() if self.isRightToLeft() else left
            widget.setGeometry(at, (height - size.height()) // 2, size.width(), size.height())

    def _go(self) -> None:
        button = self.sender()
        if isinstance(button, _NavButton):
            self.went.emit(button.place.key)

    def _open_menu(self) -> None:
        self._menu.popup(self._menu_button.mapToGlobal(QPoint(0, self._menu_button.height() + 4)))

    def _pick(self, action: QAction) -> None:
        place = action.data()
        if isinstance(place, Place):
            self.went.emit(place.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        line = self._theme.tokens.hairline_px
        QPainter(self).fillRect(
            QRectF(0, self.height() - line, self.width(), line), qcolor(self._theme.colours.hair)
        )
