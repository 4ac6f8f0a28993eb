"""The pages of one session: the plan is done, the clock begins, the questions come after."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QObject

from acupress_desktop.app.adverse_page import watching_of
from acupress_desktop.app.desk import Desk
from acupress_desktop.domain.breathing import BreathPattern
from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.journal import SessionStory
from acupress_desktop.presenters.after_session import AfterSessionPresenter
from acupress_desktop.presenters.beginning import chosen_pattern, with_guide_as_set
from acupress_desktop.presenters.destinations import ToAfterSession, ToSession, ToToday
from acupress_desktop.presenters.outlines import history_of
from acupress_desktop.presenters.resuming import TakenUp, take_up_session
from acupress_desktop.presenters.session import BEGINS_AFTER_SECONDS, SessionBook, SessionPresenter
from acupress_desktop.presenters.session_keeping import SessionKeeping
from acupress_desktop.session.machine import prepare
from acupress_desktop.session.states import Ready
from acupress_desktop.ui.after_session.screen import AfterSessionScreen
from acupress_desktop.ui.session.scenes import SitePictures
from acupress_desktop.ui.session.screen import SessionScreen
from acupress_desktop.ui.shell.window import Mast, Page
from acupress_desktop.words.complaints import set_title


def pictures_of(desk: Desk) -> SitePictures:
    """Return the pictures of the chosen figure, as the person wants to see them."""
    seen = desk.ground.chosen().body_view
    return SitePictures(desk.album, desk.bundle.shelf.how_to, seen, desk.ground.theme)


def book_of(desk: Desk, protocol: str) -> SessionBook:
    """Return what a session of one set is about."""
    shelf = desk.bundle.shelf
    found = next(one for one in shelf.protocols if one.id == protocol)
    return SessionBook(
        set_title(found.title), shelf.atlas, shelf.how_to, desk.journal.recall_pressure_trials()
    )


def session_page(desk: Desk, going: ToSession) -> Page:
    """Return the guided session of a plan."""
    pattern = _pattern(desk)
    ready = prepare(going.result.clearance, going.plan, pattern, desk.ground.clock.instant())
    return _page(desk, going.session, ready, ())


def resumed_page(desk: Desk, session: RowId) -> Page | ToAfterSession | ToToday:
    """Return the session that was cut off, or where to go where it cannot go on."""
    ground = desk.ground
    found = take_up_session(
        desk.journal, session, ground.ids, ground.now, ground.clock.instant, lambda _papers: _pattern(desk)
    )
    if isinstance(found, TakenUp):
        return _page(desk, session, found.ready, found.rows)
    return ToToday() if found is None else ToAfterSession(session)


def _page(desk: Desk, session: RowId, ready: Ready, rows: tuple[tuple[int, RowId], ...]) -> Page:
    ground = desk.ground
    keeping = SessionKeeping(desk.journal, session, ground.ids, ground.now)
    for order, row in rows:
        keeping.know_hold(order, row)
    keys = SessionPresenter(
        with_guide_as_set(ready, ground.chosen()),
        book_of(desk, ready.course.plan.protocol),
        keeping,
        ground.clock,
        ground.chosen,
        begins_after_seconds=BEGINS_AFTER_SECONDS if desk.journal.recall_protocol_starts() else None,
    )
    pictures = pictures_of(desk)
    screen = SessionScreen(keys, ground.theme, pictures)
    _Leads(screen, session)
    return Page(screen, screen.leave, Mast.OWN)


class _Leads(QObject):
    """Leads from a finished session to the questions after it."""

    def __init__(self, screen: SessionScreen, session: RowId) -> None:
        super().__init__(screen)
        self._screen = screen
        self._session = session
        screen.over.connect(self._lead)

    def _lead(self) -> None:
        self._screen.leave.emit(ToAfterSession(self._session))


def after_page(desk: Desk, story: SessionStory) -> Page:
    """Return the questions after a session."""
    ground = desk.ground
    presenter = AfterSessionPresenter(
        desk.journal,
        story,
        book_of(desk, story.session.protocol),
        ground.ids,
        ground.now,
        ground.chosen,
        watching_of(desk),
    )
    screen = AfterSessionScreen(presenter, ground.theme, pictures_of(desk).thumb)
    _Asks(screen, presenter, desk)
    return Page(screen, screen.leave, Mast.OWN)


class _Asks(QObject):
    """Brings the question after five and after twenty minutes, while the window is open."""

    def __init__(self, screen: AfterSessionScreen, presenter: AfterSessionPresenter, desk: Desk) -> None:
        super().__init__(screen)
        self._screen = screen
        self._presenter = presenter
        self._desk = desk
        self._deadline = desk.ground.deadlines(self)
        self._deadline.due.connect(screen.ask)
        screen.asked.connect(self._plan)
        self._plan()

    def _plan(self) -> None:
        due = self._presenter.next_ask
        if due is None:
            self._deadline.cancel()
            return
        wait = due.utc - self._desk.ground.now().utc
        self._deadline.start(max(0, round(wait / timedelta(milliseconds=1))))


def _pattern(desk: Desk) -> BreathPattern:
    now = desk.ground.now()
    history = history_of(desk.journal.recall_protocol_starts(), now)
    return chosen_pattern(desk.ground.chosen(), history, now)
