"""The atlas: list and small body, one point near by, its card; fewer columns where there is less room."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from acupress_desktop.domain.body_album import BodyAlbum
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.point_practice import Felt, Sureness
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.atlas_lists import ListKind
from acupress_desktop.presenters.atlas_view import AtlasView
from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.ui.atlas.acts import CardActs
from acupress_desktop.ui.atlas.card import PointHead, PointRest
from acupress_desktop.ui.atlas.check import CheckPanel
from acupress_desktop.ui.atlas.columns import AtlasColumns, Columns, Parts, Reading
from acupress_desktop.ui.atlas.finder import Finder
from acupress_desktop.ui.atlas.near import NearPane
from acupress_desktop.ui.atlas.scenes import OtherReading
from acupress_desktop.ui.atlas.tabs import Tab
from acupress_desktop.ui.atlas.whole import WholeBody
from acupress_desktop.ui.body_map.body_layer import PictureShelf
from acupress_desktop.ui.body_map.scene import GuideLine
from acupress_desktop.ui.theme.live import LiveTheme


class AtlasPresenting(Protocol):
    """What the page asks of its presenter."""

    def present(self) -> AtlasView:
        """Show the page."""
        ...

    def search(self, text: str) -> AtlasView:
        """Show the points that match."""
        ...

    def list_by(self, kind: ListKind) -> AtlasView:
        """List points of another kind."""
        ...

    def list_within(self, key: str) -> AtlasView:
        """List another line, area or set."""
        ...

    def choose(self, point: PointCode, side: SiteSide | None = None) -> AtlasView:
        """Open a point."""
        ...

    def face(self, facing: str) -> AtlasView:
        """Turn the small body."""
        ...

    def other_side(self) -> AtlasView:
        """Show the other side."""
        ...

    def turn(self) -> AtlasView:
        """Mirror the pictures, or not."""
        ...

    def learn(self) -> Destination:
        """Go to the quiz."""
        ...

    def evidence(self) -> Destination:
        """Read the studies that pressed the point."""
        ...

    def show_to_somebody(self) -> Destination:
        """Open the large view."""
        ...

    def keep(self) -> AtlasView:
        """Make the point a favourite, or no longer one."""
        ...

    def ask(self) -> AtlasView:
        """Ask whether the point was found."""
        ...

    def tick(self, what: Felt) -> AtlasView:
        """Tick what is felt."""
        ...

    def answer(self, how: Sureness) -> AtlasView:
        """Say how sure the person is."""
        ...

    def keep_answer(self) -> AtlasView:
        """Write the answer to the journal."""
        ...

    def take_back(self) -> AtlasView:
        """Undo what was just kept."""
        ...

    def leave_check(self) -> AtlasView:
        """Back to the card."""
        ...

    def start_tour(self) -> AtlasView:
        """Lead through the line of the point."""
        ...

    def tour_next(self) -> AtlasView:
        """To the next point of the line."""
        ...

    def tour_previous(self) -> AtlasView:
        """To the point before."""
        ...

    def end_tour(self) -> AtlasView:
        """End the tour."""
        ...


class AtlasScreen(QWidget):
    """``AtlasScreen(presenter, theme, album, shelf)``. ``leave`` emits a destination.

    ``album`` gives the pictures of the person's figure, or ``None`` while they are read: call
    ``show_album`` when they are there. ``near`` has places for a body that turns, layers and saving;
    ``shown`` emits each view of the page.
    """

    leave = Signal(object)
    routine_asked = Signal()
    """The point that is shown shall be added to a routine."""
    shown = Signal(object)

    def __init__(
        self,
        presenter: AtlasPresenting,
        theme: LiveTheme,
        album: Callable[[], BodyAlbum | None],
        shelf: PictureShelf | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._theme = theme
        self._album = album
        self._view = presenter.present()
        self.setAccessibleName(self._view.page)
        shelf = shelf or PictureShelf()
        self._finder = Finder(theme, self._view)
        self._whole = WholeBody(theme, self._view, shelf)
        self.near = NearPane(theme, self._view, shelf)
        self._head = PointHead(theme)
        self._rest = PointRest(theme)
        self._acts = CardActs(theme)
        self._check = CheckPanel(theme)
        self._parts = Parts(
            self._finder, self._whole, self.near, self._head, self._rest, self._acts, self._check
        )
        self._columns = AtlasColumns(theme, self._parts, self._view)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._columns)
        self._listen()
        self._bind_keys()
        theme.changed.connect(self._place)
        self.setFocusProxy(self._finder.field)
        self.show_view(self._view)
        self._place()

    def _listen(self) -> None:
        finder, near, check, presenter = self._finder, self.near, self._check, self._presenter
        finder.searched.connect(self._search)
        finder.listed.connect(self._list_by)
        finder.within.connect(self._list_within)
        finder.chosen.connect(self._choose)
        finder.settled.connect(self._settle)
        finder.learn_asked.connect(self._learn)
        self._whole.site_chosen.connect(self._choose_site)
        self._whole.faced.connect(self._face)
        near.site_chosen.connect(self._choose_site)
        near.present_asked.connect(self._present)
        near.tour_asked.connect(self._touring(presenter.start_tour))
        near.tour.previous_asked.connect(self._touring(presenter.tour_previous))
        near.tour.next_asked.connect(self._touring(presenter.tour_next))
        near.tour.end_asked.connect(self._end_tour)
        self._rest.opened.connect(self._open)
        self._rest.evidence_asked.connect(self._read)
        self._rest.routine_asked.connect(self.routine_asked)
        check.opened.connect(self._open)
        check.ticked.connect(self._tick)
        check.answered.connect(self._answer)
        self._acts.ask_asked.connect(self._ask)
        check.leave_asked.connect(self._leave_check)
        for signal, intent in (
            (near.other_side_asked, presenter.other_side),
            (near.turn_asked, presenter.turn),
            (self._acts.keep_asked, presenter.keep),
            (check.keep_asked, presenter.keep_answer),
            (check.take_back_asked, presenter.take_back),
        ):
            signal.connect(self._showing(intent))

    def _showing(self, intent: Callable[[], AtlasView]) -> Callable[[], None]:
        def show() -> None:
            self.show_view(intent())

        return show

    def _touring(self, intent: Callable[[], AtlasView]) -> Callable[[], None]:
        def show() -> None:
            self.show_view(intent())
            self._finder.fold()
            self._columns.bring_picture()

        return show

    def _bind_keys(self) -> None:
        self._key(QKeySequence(QKeySequence.StandardKey.Find), self._to_field)
        self._key(QKeySequence("F6"), self._to_next_part)
        self._key(QKeySequence("Shift+F6"), self._to_part_before)
        self._tour_keys = (
            self._key(QKeySequence(Qt.Key.Key_PageDown), self._touring(self._presenter.tour_next)),
            self._key(QKeySequence(Qt.Key.Key_PageUp), self._touring(self._presenter.tour_previous)),
        )
        self._escape = self._key(QKeySequence(Qt.Key.Key_Escape), self._end_what_runs)

    def _key(self, keys: QKeySequence, slot: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(keys, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)
        return shortcut

    # --- Showing

    def show_view(self, view: AtlasView) -> None:
        """Show the page."""
        self._view = view
        album = self._album()
        self._finder.show_view(view)
        self._whole.show_view(view, album)
        self.near.show_view(view, album)
        self._head.show_card(view.card, view.nothing_chosen)
        self._rest.show_card(view.card, "")
        self._acts.show_view(view)
        self._check.show_check(view.check)
        self._columns.show_reading(_reading_of(view))
        self._columns.order_tabs()
        for shortcut in self._tour_keys:
            shortcut.setEnabled(view.tour is not None)
        self._escape.setEnabled(view.tour is not None or view.check is not None)
        self.shown.emit(view)

    @property
    def view(self) -> AtlasView:
        """What is shown."""
        return self._view

    def offer_guides_of_body(self, guides: Callable[[str], tuple[GuideLine, ...]]) -> None:
        """Draw what ``guides`` has for a view of the small body on it."""
        self._whole.offer_guides(guides)

    def refresh_guides(self) -> None:
        """Other lines belong on the pictures now."""
        self.near.refresh_guides()
        self._whole.refresh_guides()

    def order_tabs(self) -> None:
        """Something new stands on the page: Tab comes to it where it is read."""
        self._columns.order_tabs()

    def choose_site(self, key: tuple[PointCode, SiteSide]) -> None:
        """Open a site that was chosen on the body that turns."""
        self._choose_site(key)

    def show_album(self) -> None:
        """The pictures are there now, or are those of the other figure."""
        self.show_view(self._presenter.present())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self._columns.place(self.width(), self.height())

    # --- Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() == "/":
            self._to_field()
            return
        super().keyPressEvent(event)

    def _to_field(self) -> None:
        self._finder.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._finder.field.selectAll()

    def _to_next_part(self) -> None:
        self._to_part(1)

    def _to_part_before(self) -> None:
        self._to_part(-1)

    def _to_part(self, step: int) -> None:
        """F6 goes from part to part: the field, the list, the bodies, the card or the panel."""
        stops = self._columns.stops()
        here = self.focusWidget()
        inside = (
            place for place, (part, _stop) in enumerate(stops) if part is here or part.isAncestorOf(here)
        )
        at = next(inside, -1 if step > 0 else 0)
        stops[(at + step) % len(stops)][1].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _end_what_runs(self) -> None:
        if self._view.check is not None:
            self._leave_check()
        else:
            self._end_tour()

    # --- Intents

    def _search(self, text: str) -> None:
        self.show_view(self._presenter.search(text))
        self._finder.unfold()

    def _list_by(self, kind: ListKind) -> None:
        self.show_view(self._presenter.list_by(kind))
        self._finder.unfold()

    def _list_within(self, key: str) -> None:
        self.show_view(self._presenter.list_within(key))
        self._finder.unfold()

    def _choose(self, point: PointCode) -> None:
        self.show_view(self._presenter.choose(point))

    def _choose_site(self, key: tuple[PointCode, SiteSide] | OtherReading) -> None:
        if isinstance(key, OtherReading):
            key = (key.point, key.side)
        self.show_view(self._presenter.choose(*key))

    def _settle(self) -> None:
        """The point was chosen for good: where the list is in the way of the card, it folds."""
        self._finder.fold()
        if self._columns.columns is Columns.ONE:
            self._columns.bring_card()
            self._columns.reading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, point: PointCode) -> None:
        """Follow a link: the card of the other point from its beginning."""
        self.show_view(self._presenter.choose(point))
        self._columns.reading.verticalScrollBar().setValue(0)
        self._columns.bring_card()
        self._columns.reading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _face(self, facing: str) -> None:
        self.show_view(self._presenter.face(facing))

    def _learn(self) -> None:
        self.leave.emit(self._presenter.learn())

    def _read(self) -> None:
        self.leave.emit(self._presenter.evidence())

    def _present(self) -> None:
        self.leave.emit(self._presenter.show_to_somebody())

    def _ask(self) -> None:
        self.show_view(self._presenter.ask())
        if self._columns.columns is Columns.TWO:
            self._columns.show_tab(Tab.PICTURE)
        self._columns.bring_card()
        if self._view.check is not None:
            self._check.first_stop().setFocus(Qt.FocusReason.OtherFocusReason)

    def _tick(self, what: Felt) -> None:
        self.show_view(self._presenter.tick(what))

    def _answer(self, how: Sureness) -> None:
        self.show_view(self._presenter.answer(how))

    def _leave_check(self) -> None:
        self.show_view(self._presenter.leave_check())
        if self._columns.columns is Columns.TWO:
            self._columns.show_tab(Tab.WORDS)
        self._columns.bring_card()
        self._acts.ask.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_tour(self) -> None:
        self.show_view(self._presenter.end_tour())


def _reading_of(view: AtlasView) -> Reading:
    if view.check is not None:
        return Reading.PANEL
    if view.tour is not None:
        return Reading.TOUR
    return Reading.NOTHING if view.card is None else Reading.CARD
