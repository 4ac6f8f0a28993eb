"""The window: the mast, one page at a time, and the way from page to page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from acupress_desktop.presenters.destinations import (
    Back,
    Destination,
    ToAtlas,
    ToHelp,
    ToJournal,
    ToPractice,
    ToPresentation,
    ToReader,
    ToSettings,
    ToToday,
    ToTrend,
)
from acupress_desktop.presenters.sample import SampleBannerView
from acupress_desktop.ui.journal.sample_banner import SampleBanner
from acupress_desktop.ui.shell.fade import PageFade
from acupress_desktop.ui.shell.front import USUAL_SIZE_PX, WINDOW_MIN_PX
from acupress_desktop.ui.theme.live import LiveTheme
from acupress_desktop.ui.theme.measures import PAGE_FADE_MS
from acupress_desktop.ui.widgets.top_bar import Place, TopBar, TopBarWords


class Mast(Enum):
    """Whether a page stands under the common mast or brings its own."""

    COMMON = "common"
    OWN = "own"


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A page ready to be shown. ``leave`` carries a ``Destination``; ``place`` is underlined."""

    widget: QWidget
    leave: SignalInstance
    mast: Mast = Mast.COMMON
    place: type[object] | None = None


OpenPage = Callable[[Destination], Page | None]
"""Builds the page of a destination; ``None`` where it opened something above the page instead."""

_BY_KEY: tuple[tuple[str, Destination], ...] = (
    ("Ctrl+1", ToToday()),
    ("Ctrl+2", ToPractice()),
    ("Ctrl+3", ToAtlas()),
    ("Ctrl+4", ToReader()),
    ("Ctrl+5", ToJournal()),
    ("Ctrl+6", ToTrend()),
    ("Ctrl+,", ToSettings()),
    ("F1", ToHelp()),
    ("F11", ToPresentation()),
)


@dataclass(frozen=True, slots=True)
class WindowWords:
    """The words of the mast, and the places it leads to."""

    mast: TopBarWords
    title: str
    places: tuple[tuple[Destination, str], ...]


class Window(QWidget):
    """Shows pages; ``go`` leads to a destination. It stands alone, or fills a ``FrontWindow``.

    ``closing`` is emitted once, before a window that stands alone goes; ``turned`` follows each change of
    the page.
    """

    closing = Signal()
    turned = Signal()

    def __init__(self, theme: LiveTheme, words: WindowWords, open_page: OpenPage) -> None:
        super().__init__()
        self._theme = theme
        self._open_page = open_page
        self._page: Page | None = None
        self._way: list[Destination] = []
        self.setWindowTitle(words.title)
        self.setMinimumSize(*WINDOW_MIN_PX)
        self.resize(*USUAL_SIZE_PX)
        self.mast = TopBar(
            theme, words.mast, tuple(Place(type(where), label) for where, label in words.places), self
        )
        self._places: dict[object, Destination] = {type(where): where for where, _ in words.places}
        self._stack = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.mast)
        self.banner = SampleBanner(theme, self)
        self._banner_view: SampleBannerView | None = None
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        self.mast.went.connect(self._go_to_place)
        self.mast.settings_asked.connect(self._go_to_settings)
        self.mast.emergency_asked.connect(self._go_to_settings)
        self._shortcuts = tuple(self._shortcut(keys, where) for keys, where in _BY_KEY)
        leave = QShortcut(QKeySequence(QKeySequence.StandardKey.Quit), self)
        leave.activated.connect(self.close_now)

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._page

    @property
    def last(self) -> Destination | None:
        """Where the window went last."""
        return self._way[-1] if self._way else None

    def go(self, destination: Destination) -> None:
        """Show the page of ``destination``; ``Back`` returns to the one before."""
        if isinstance(destination, Back):
            destination = self._one_back()
        page = self._open_page(destination)
        if page is None:
            return
        if not self._way or self._way[-1] != destination:
            self._way.append(destination)
        if isinstance(destination, ToToday):
            self._way = [destination]
        self.show_page(page)

    def _one_back(self) -> Destination:
        if len(self._way) > 1:
            self._way.pop()
        return self._way[-1] if self._way else ToToday()

    def show_page(self, page: Page) -> None:
        """Show a page that no destination leads to, such as one that tells of trouble."""
        before = self._page
        milliseconds = self._theme.duration_ms(PAGE_FADE_MS)
        picture = self.grab() if before is not None and milliseconds and self.isVisible() else None
        self._page = page
        first = _first_focus(page.widget)
        # Left in place, a proxy to a child makes Tab jump from the page to it past all that lies between.
        page.widget.setFocusProxy(None)  # type: ignore[arg-type]  # the stubs know no None here
        page.leave.connect(self.go)
        self._stack.addWidget(page.widget)
        self._stack.setCurrentWidget(page.widget)
        own = page.mast is Mast.OWN
        self.mast.setVisible(not own)
        # The pages that show the journal itself bring the banner with their own words.
        self.banner.show_banner(self._banner_view if page.place is ToToday else None)
        for shortcut in self._shortcuts:
            shortcut.setEnabled(not own)
        self.mast.show_place(page.place)
        if before is not None and before.widget is not page.widget:
            before.leave.disconnect(self.go)
            self._stack.removeWidget(before.widget)
            before.widget.setParent(None)
            before.widget.deleteLater()
        if picture is not None:
            PageFade(self, picture, milliseconds)
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.turned.emit()

    def mark_as_sample(self, view: SampleBannerView | None) -> None:
        """Say above the home page that what it shows is made up; ``None`` for the person's own journal."""
        self._banner_view = view

    def close_now(self) -> None:
        """Close the window."""
        self.window().close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def _shortcut(self, keys: str, where: Destination) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(self._go_by_key)
        return shortcut

    def _go_by_key(self) -> None:
        shortcut = self.sender()
        for known, (_keys, where) in zip(self._shortcuts, _BY_KEY, strict=True):
            if known is shortcut:
                self.go(where)

    def _go_to_place(self, key: object) -> None:
        self.go(self._places[key])

    def _go_to_settings(self) -> None:
        self.go(ToSettings())


def _first_focus(page: QWidget) -> QWidget:
    """Return what a page wants to have the keyboard first."""
    wanted: tuple[QWidget | None, ...] = (page.focusProxy(), page.focusWidget(), page)
    return next(widget for widget in wanted if widget is not None)
