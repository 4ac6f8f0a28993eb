"""The pages of one session: the plan is done, the clock begins, the questions come after."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QObject

from acupress_desktop.app.adverse_page import watching_of
from acupress_desktop.app.beside_session import stand_beside
from acupress_desktop.app.desk import Desk
from acupress_desktop.app.routine_how_to import how_to_of
from acupress_desktop.app.routine_sets import session_name
from acupress_desktop.app.session_speech import speak_beside
from acupress_desktop.app.session_wear import SessionWear
from acupress_desktop.app.step_pictures import pictures_of_routine
from acupress_desktop.domain.allowance import PastSession
from acupress_desktop.domain.breathing import BreathPattern
from acupress_desktop.domain.ids import ProtocolId, RowId
from acupress_desktop.domain.journal import SessionStory
from acupress_desktop.domain.ports import DayRange
from acupress_desktop.domain.protocols import MINUTES_PER_DAY_MAX, Plan
from acupress_desktop.domain.routine_sets import routine_of
from acupress_desktop.domain.safety.outcome import Clearance
from acupress_desktop.presenters.after_session import AfterSessionPresenter
from acupress_desktop.presenters.beginning import chosen_breath, with_guide_as_set
from acupress_desktop.presenters.destinations import ToAfterSession, ToSession, ToToday
from acupress_desktop.presenters.occasions import manner_of
from acupress_desktop.presenters.outlines import history_of
from acupress_desktop.presenters.resuming import TakenUp, take_up_session
from acupress_desktop.presenters.session import BEGINS_AFTER_SECONDS, SessionPresenter
from acupress_desktop.presenters.session_keeping import SessionKeeping
from acupress_desktop.presenters.session_place import SessionBook
from acupress_desktop.session.machine import prepare
from acupress_desktop.session.states import Ready
from acupress_desktop.ui.after_session.screen import AfterSessionScreen
from acupress_desktop.ui.session.scenes import SitePictures
from acupress_desktop.ui.session.screen import SessionScreen
from acupress_desktop.ui.session_stage.looks import look_of
from acupress_desktop.ui.shell.window import Mast, Page
from acupress_desktop.ui.theme.live import LiveTheme


def pictures_of(desk: Desk, theme: LiveTheme | None = None, routine: RowId | None = None) -> SitePictures:
    """Return the pictures of the chosen figure, as the person wants to see them, for what wears ``theme``.

    With a ``routine`` also those that the person added to its steps.
    """
    seen = desk.ground.chosen().body_view
    own = pictures_of_routine(desk.journal, routine)
    return SitePictures(desk.album, how_to_of(desk, routine), seen, theme or desk.ground.theme, own)


def book_of(desk: Desk, protocol: str) -> SessionBook:
    """Return what a session of one set is about."""
    shelf = desk.bundle.shelf
    return SessionBook(
        session_name(desk, ProtocolId(protocol)),
        shelf.atlas,
        how_to_of(desk, routine_of(ProtocolId(protocol))),
        desk.journal.recall_pressure_trials(),
    )


def session_page(desk: Desk, going: ToSession) -> Page:
    """Return the guided session of a plan."""
    clearance, ground = going.result.clearance, desk.ground
    pattern = _pattern(desk, clearance, going.plan)
    # The hour of the clearance began with the answers, not with this page.
    age = max(timedelta(0), ground.now().utc - clearance.given.utc)
    ready = prepare(clearance, going.plan, pattern, ground.clock.instant().later(-age.total_seconds()))
    return _page(desk, going.session, ready, None)


def resumed_page(desk: Desk, session: RowId) -> Page | ToAfterSession | ToToday:
    """Return the session that was cut off, or where to go where it cannot go on."""
    ground = desk.ground
    found = take_up_session(
        desk.journal,
        session,
        ground.ids,
        ground.now,
        ground.clock.instant,
        lambda papers: _pattern(desk, papers.clearance, papers.plan),
    )
    if isinstance(found, TakenUp):
        return _page(desk, session, found.ready, found)
    return ToToday() if found is None else ToAfterSession(session)


def _page(desk: Desk, session: RowId, ready: Ready, kept: TakenUp | None) -> Page:
    ground = desk.ground
    ready = replace(ready, course=replace(ready.course, day_seconds=_day_seconds(desk, session)))
    keeping = SessionKeeping(desk.journal, session, ground.ids, ground.now)
    if kept is not None:
        for order, row in kept.rows:
            keeping.know_hold(order, row)
        for order, row in kept.exercise_rows:
            keeping.know_exercise(order, row)
    keys = SessionPresenter(
        with_guide_as_set(ready, ground.chosen()),
        book_of(desk, ready.course.plan.protocol),
        keeping,
        ground.clock,
        ground.chosen,
        begins_after_seconds=BEGINS_AFTER_SECONDS if desk.journal.recall_protocol_starts() else None,
        keep_settings=ground.settings.remember_settings,
    )
    manner = manner_of(ready.course.plan, desk.bundle.shelf.occasions)
    wear = SessionWear(ground, manner.room)
    screen = SessionScreen(keys, wear.theme, pictures_of(desk, wear.theme, ready.course.plan.routine))
    wear.put_on(screen)
    screen.show_look(look_of(ground.chosen()))
    _Leads(screen, session)
    stand_beside(screen, ground)
    speak_beside(keys, screen, ground, manner)
    return Page(screen, screen.leave, Mast.OWN)


def _day_seconds(desk: Desk, session: RowId) -> float:
    """Return what the other sessions of today leave of the day."""
    today = desk.ground.now().local_date
    others = (
        PastSession.of(story)
        for story in desk.journal.recall_stories(DayRange(today, today))
        if story.session.id != session
    )
    return MINUTES_PER_DAY_MAX * 60 - sum(other.total_seconds for other in others)


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
    pictures = pictures_of(desk, routine=story.session.routine)
    screen = AfterSessionScreen(presenter, ground.theme, pictures.thumb)
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


def _pattern(desk: Desk, clearance: Clearance, plan: Plan) -> BreathPattern:
    now = desk.ground.now()
    history = history_of(desk.journal.recall_protocol_starts(), now)
    own = desk.journal.recall_own_breaths()
    of_occasion = manner_of(plan, desk.bundle.shelf.occasions).pattern
    chosen = chosen_breath(
        desk.ground.chosen(), history, now, own, clearance.breath_holds_off_by, of_occasion
    )
    return chosen.pattern
