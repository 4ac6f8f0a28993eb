"""The large view for showing points to somebody: everything larger, on the screen that they see."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.domain.body_album import BodyAlbum
from acupress_desktop.domain.ids import PointCode, ProtocolId
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.presentation_view import ConsentView, PresentationView, ShowingView
from acupress_desktop.ui.body_map.body_layer import PictureShelf
from acupress_desktop.ui.presentation.asking import AskingPage
from acupress_desktop.ui.presentation.placing import LargeStay
from acupress_desktop.ui.presentation.showing import ShowingPage
from acupress_desktop.ui.theme.live import TEXT_FACTOR_MAX, LiveTheme, ThemeChoice, dress
from acupress_desktop.ui.theme.tokens import qcolor

LARGER_MAX = 1.5
LARGER_FROM_PX = 1280
"""A window this wide shows things at their usual size; half as wide again, half as large again."""
_STEP = 0.05


class PresentationPresenting(Protocol):
    """What the view asks of its presenter."""

    def present(self) -> PresentationView:
        """Ask first, then show."""
        ...

    def choose_set(self, protocol: ProtocolId) -> PresentationView:
        """Show another set."""
        ...

    def tick(self, ticked: Choice) -> PresentationView:
        """The person agrees, or takes it back."""
        ...

    def begin(self) -> PresentationView:
        """Note the agreement and show the first point."""
        ...

    def next(self) -> PresentationView:
        """The next point."""
        ...

    def previous(self) -> PresentationView:
        """The point before."""
        ...

    def choose(self, point: PointCode, side: SiteSide) -> PresentationView:
        """Speak of another point on the picture."""
        ...

    def other_side(self) -> PresentationView:
        """Show the other side."""
        ...

    def leave(self) -> Destination:
        """Back to where the view was opened."""
        ...


class PresentationScreen(QWidget):
    """``PresentationScreen(presenter, theme, album, shelf, stay)``. ``leave`` emits a destination.

    While it is shown its window fills the screen that the client sees; ``stay=None`` leaves the window as it
    is. It brings its own mast.
    """

    leave = Signal(object)

    def __init__(
        self,
        presenter: PresentationPresenting,
        theme: LiveTheme,
        album: Callable[[], BodyAlbum | None],
        shelf: PictureShelf | None = None,
        stay: Callable[[QWidget], LargeStay] | None = LargeStay,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._window_theme = theme
        self._theme = LiveTheme(_larger(theme.choice, LARGER_FROM_PX), self)
        theme.changed.connect(self._rewear)
        self._album = album
        self._shelf = shelf or PictureShelf()
        self._make_stay = stay
        self._stay: LargeStay | None = None
        self._asking: AskingPage | None = None
        self._showing: ShowingPage | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for keys, slot in (
            ((Qt.Key.Key_F11, Qt.Key.Key_Escape), self._go),
            ((Qt.Key.Key_PageDown, Qt.Key.Key_Right), self._next),
            ((Qt.Key.Key_PageUp, Qt.Key.Key_Left), self._previous),
        ):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(slot)
        dress(self, self._theme)
        self.show_view(presenter.present())

    def show_view(self, view: PresentationView) -> None:
        """Show the page that is due."""
        self.setAccessibleName(view.page)
        match view:
            case ConsentView():
                self._show_asking(view)
            case ShowingView():
                self._show_showing(view)

    def show_album(self) -> None:
        """The pictures are there now."""
        self.show_view(self._presenter.present())

    def _show_asking(self, view: ConsentView) -> None:
        if self._asking is None:
            page = AskingPage(self._theme, view)
            page.set_chosen.connect(self._choose_set)
            page.ticked.connect(self._tick)
            page.begun.connect(self._begin)
            page.left.connect(self._go)
            self._asking = page
            self._column.addWidget(page)
            self.setFocusProxy(page)
        self._asking.show_view(view)

    def _show_showing(self, view: ShowingView) -> None:
        if self._asking is not None:
            self._asking.hide()
            self._asking.deleteLater()
            self._asking = None
        if self._showing is None:
            page = ShowingPage(self._theme, view, self._shelf)
            page.next_asked.connect(self._next)
            page.previous_asked.connect(self._previous)
            page.other_side_asked.connect(self._other_side)
            page.left.connect(self._go)
            page.site_chosen.connect(self._choose)
            self._showing = page
            self._column.addWidget(page)
            self.setFocusProxy(page)
            page.show()
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._showing.show_view(view, self._album())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rewear()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._make_stay is not None and self._stay is None and not event.spontaneous():
            self._stay = self._make_stay(self.window())
            self._stay.enter()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # A minimised window is hidden by the system, and comes back as it was.
        if self._stay is not None and not event.spontaneous():
            self._stay.leave()
            self._stay = None

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), qcolor(self._theme.colours.paper))

    def _rewear(self) -> None:
        wanted = _larger(self._window_theme.choice, self.width())
        if wanted != self._theme.choice:
            self._theme.choose(wanted)
            dress(self, self._theme)

    # --- Intents

    def _choose_set(self, protocol: ProtocolId) -> None:
        self.show_view(self._presenter.choose_set(protocol))

    def _tick(self, ticked: Choice) -> None:
        self.show_view(self._presenter.tick(ticked))

    def _begin(self) -> None:
        self.show_view(self._presenter.begin())

    def _next(self) -> None:
        if self._showing is not None:
            self.show_view(self._presenter.next())

    def _previous(self) -> None:
        if self._showing is not None:
            self.show_view(self._presenter.previous())

    def _other_side(self) -> None:
        self.show_view(self._presenter.other_side())

    def _choose(self, key: tuple[PointCode, SiteSide]) -> None:
        self.show_view(self._presenter.choose(*key))

    def _go(self) -> None:
        self.leave.emit(self._presenter.leave())


def _larger(choice: ThemeChoice, width_px: int) -> ThemeChoice:
    """Grow with the window, in steps, so that dragging its edge does not set every line anew."""
    share = min(LARGER_MAX, max(1.0, width_px / LARGER_FROM_PX))
    factor = round(choice.text_factor * share / _STEP) * _STEP
    return ThemeChoice(choice.scheme, min(TEXT_FACTOR_MAX, factor), choice.motion)
