"""The bar of large buttons at the foot of a session: Stop and Pause always, the rest where it fits."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from acupress_desktop.presenters.session_view import ActsView
from acupress_desktop.ui.theme.icons import Icon
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import SPACE_12, SPACE_16, margin_px
from acupress_desktop.ui.theme.tokens import qcolor
from acupress_desktop.ui.widgets.buttons import Button, ButtonExtras, ButtonKind, ButtonSize, IconPlace

STOP_KEY, PAUSE_KEY = "Esc", "B"


class SessionControls(QWidget):
    """Signals name the act. Secondary acts fold into a menu where they do not fit."""

    stopped = Signal()
    paused = Signal()
    lengthened = Signal()
    repeated = Signal()
    breathing_switched = Signal()
    skipped = Signal()

    def __init__(self, theme: LiveTheme, acts: ActsView, more_words: str) -> None:
        super().__init__()
        self._theme = theme
        self._acts: ActsView | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        session = ButtonSize.SESSION
        self.stop = Button(
            theme, acts.stop, ButtonKind.STOP, session, ButtonExtras(icon=Icon.STOP, key=STOP_KEY)
        )
        self.pause = Button(
            theme, acts.pause, ButtonKind.PRIMARY, session, ButtonExtras(icon=Icon.PAUSE, key=PAUSE_KEY)
        )
        self.longer = self._second(acts.longer, Icon.LONGER)
        self.repeat = self._second(acts.repeat, Icon.REPEAT)
        self.breathing = self._second(acts.breathing, Icon.BREATH)
        self.skip = Button(
            theme,
            acts.skip,
            ButtonKind.SECONDARY,
            session,
            ButtonExtras(icon=Icon.SKIP, icon_place=IconPlace.TRAILING),
        )
        self.more = self._second(more_words, Icon.MENU)
        self.stop.clicked.connect(self.stopped)
        self.pause.clicked.connect(self.paused)
        self.longer.clicked.connect(self.lengthened)
        self.repeat.clicked.connect(self.repeated)
        self.breathing.clicked.connect(self.breathing_switched)
        self.skip.clicked.connect(self.skipped)
        self.more.clicked.connect(self._open_menu)
        self._seconds = (self.longer, self.repeat, self.breathing, self.skip)
        self._menu = QMenu(self)
        self._entries = tuple(QAction(self) for _ in self._seconds)
        for entry, button in zip(self._entries, self._seconds, strict=True):
            self._menu.addAction(entry)
            entry.triggered.connect(button.click)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(SPACE_16)
        self._row.addWidget(self.stop)
        self._row.addWidget(self.pause, 1)
        for button in (*self._seconds, self.more):
            self._row.addWidget(button)
        self.show_acts(acts)
        theme.changed.connect(self._fold)

    def _second(self, words: str, icon: Icon) -> Button:
        return Button(self._theme, words, ButtonKind.SECONDARY, ButtonSize.SESSION, ButtonExtras(icon=icon))

    def show_acts(self, acts: ActsView) -> None:
        """Show which acts there are just now."""
        if acts == self._acts:
            return
        self._acts = acts
        self.pause.show_words(acts.pause)
        self.pause.show_icon(Icon.PAUSE if acts.pause_runs else Icon.PLAY)
        self.longer.show_words(acts.longer)
        self.longer.setEnabled(not acts.longer_blocked)
        self.longer.setAccessibleDescription(acts.longer_blocked)
        for button in (self.repeat, self.skip):
            button.setEnabled(not acts.not_begun)
            button.setAccessibleDescription(acts.not_begun)
        self.breathing.show_words(acts.breathing)
        words = (acts.longer, acts.repeat, acts.breathing, acts.skip)
        for entry, text in zip(self._entries, words, strict=True):
            entry.setText(text.replace("&", "&&"))
        for entry, button in zip(self._entries, self._seconds, strict=True):
            entry.setEnabled(button.isEnabled())
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        margin = margin_px(self.width())
        tall = SPACE_12 if margin < SPACE_16 * 2 else SPACE_16
        self._row.setContentsMargins(margin, tall, margin, tall)
        gap = self._row.spacing()
        first = sum(button.sizeHint().width() + gap for button in (self.stop, self.pause))
        rest = sum(button.sizeHint().width() + gap for button in self._seconds)
        fits = 2 * margin + first + rest - gap <= self.width()
        for button in self._seconds:
            button.setVisible(fits)
        self.more.setVisible(not fits)

    def minimumSizeHint(self) -> QSize:
        margin = margin_px(self.width())
        width = sum(button.sizeHint().width() for button in (self.stop, self.pause, self.more))
        return QSize(width + 2 * self._row.spacing() + 2 * margin, super().minimumSizeHint().height())

    def _open_menu(self) -> None:
        self._menu.setFont(self.font())
        height = self._menu.sizeHint().height()
        self._menu.popup(self.more.mapToGlobal(QPoint(0, -height - 4)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), qcolor(self._theme.colours.raised))
        line = max(1, round(self._theme.tokens.hairline_px))
        painter.fillRect(0, 0, self.width(), line, qcolor(self._theme.colours.hair))
