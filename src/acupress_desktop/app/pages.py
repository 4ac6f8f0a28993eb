"""From a destination to its page: which presenter, which screen, which pictures."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from acupress_desktop.app.adverse_page import watch_content_of
from acupress_desktop.app.around_pages import AroundPages
from acupress_desktop.app.desk import Desk
from acupress_desktop.app.occasions_at import occasions_at
from acupress_desktop.app.routine_how_to import how_to_of
from acupress_desktop.app.routine_sets import asking_catalogue, changed_since, planned_routine, routine_set
from acupress_desktop.app.session_pages import after_page, pictures_of, resumed_page, session_page
from acupress_desktop.domain.ids import ComplaintId, PointCode, RegionId, RuleId
from acupress_desktop.domain.settings import Settings
from acupress_desktop.presenters import complaints, plan, safety, today
from acupress_desktop.presenters.destinations import (
    Back,
    Destination,
    LeaveSampleJournal,
    ToAfterSession,
    ToComplaints,
    ToFirstRun,
    ToOutcome,
    ToPlan,
    ToResume,
    ToSafety,
    ToSampleJournal,
    ToSession,
    ToToday,
)
from acupress_desktop.presenters.first_run import FirstRunPresenter
from acupress_desktop.presenters.outcome import OutcomePresenter
from acupress_desktop.presenters.planning import SetBook
from acupress_desktop.presenters.reminders import reminder_of
from acupress_desktop.presenters.sample import JournalKind
from acupress_desktop.storage.glance import read_glance
from acupress_desktop.ui.complaints.area_figures import AreaFigures
from acupress_desktop.ui.complaints.screen import ComplaintsScreen
from acupress_desktop.ui.first_run.screen import FirstRunScreen
from acupress_desktop.ui.outcome.screen import OutcomeScreen
from acupress_desktop.ui.plan.screen import PlanScreen
from acupress_desktop.ui.plan.spoken_steps import SpokenSteps
from acupress_desktop.ui.safety.figures import RegionFigures
from acupress_desktop.ui.safety.screen import SafetyScreen
from acupress_desktop.ui.shell.window import Mast, Page
from acupress_desktop.ui.today.screen import TodayScreen
from acupress_desktop.words.safety import SafetyWords


class Pages:
    """Builds pages at one desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._around = AroundPages(desk)

    def open(self, where: Destination) -> Page | None:
        """Return the page of ``where``; ``None`` for what opens above the page."""
        match where:
            case ToToday() | Back():
                return self._today()
            case ToFirstRun():
                return self._first_run()
            case ToComplaints() | ToSafety() | ToOutcome() | ToPlan():
                return self._towards(where)
            case ToSession() | ToResume() | ToAfterSession():
                return self._session(where)
            case ToSampleJournal():
                self.desk.doors.open_journal(JournalKind.SAMPLE)
                return None
            case LeaveSampleJournal():
                self.desk.doors.remove_sample()
                return None
            case _:
                return self._around.open(where)

    def _towards(self, where: ToComplaints | ToSafety | ToOutcome | ToPlan) -> Page:
        match where:
            case ToComplaints():
                return self._complaints(where)
            case ToSafety():
                return self._safety(where)
            case ToOutcome():
                return self._outcome(where)
            case ToPlan():
                return self._plan(where)
            case _:
                assert_never(where)

    def _session(self, where: ToSession | ToResume | ToAfterSession) -> Page | None:
        match where:
            case ToSession():
                return session_page(self.desk, where)
            case ToResume():
                found = resumed_page(self.desk, where.session)
                return found if isinstance(found, Page) else self.open(found)
            case ToAfterSession():
                story = self.desk.journal.recall_story(where.session)
                return self._today() if story is None else after_page(self.desk, story)
            case _:
                assert_never(where)

    # --- What the presenters speak from

    def _texts(self) -> SafetyWords:
        number = self.desk.ground.chosen().emergency_number
        return self.desk.bundle.shelf.safety.words.with_number(number)

    def _regions_of(self, complaint: ComplaintId) -> tuple[RegionId, ...]:
        return self.desk.bundle.shelf.safety.catalogue.complaint(complaint).regions

    def _advice(self, rule: RuleId) -> str:
        return reminder_of(self.desk.bundle.shelf.safety.catalogue, self._texts(), rule)

    # --- Pages

    def today_presenter(self) -> today.TodayPresenter:
        """Return what drives the home page once the journal is open."""
        ground, shelf = self.desk.ground, self.desk.bundle.shelf
        sample = self.desk.kind is JournalKind.SAMPLE
        profile = ground.profile.sample if sample else ground.profile
        content = today.TodayContent(
            shelf.protocols,
            shelf.evidence.sources,
            shelf.atlas,
            shelf.regions,
            self._regions_of,
            self._advice,
            watch_content_of(self.desk),
            shelf.occasions,
            lambda: planned_routine(self.desk),
        )
        return today.TodayPresenter(
            self.desk.journal,
            ground.settings,
            content,
            lambda: read_glance(profile.glance, ground.now().local_date),
            ground.now,
            ground.ids,
        )

    def _today(self) -> Page:
        presenter = self.today_presenter()
        screen = TodayScreen(presenter.present(), self.desk.ground.theme)
        screen.go_live(presenter)
        body = self.desk.body
        screen.show_album(body.album, body.plates)
        return Page(screen, screen.leave, Mast.COMMON, ToToday)

    def _complaints(self, going: ToComplaints) -> Page:
        shelf = self.desk.bundle.shelf
        first = not self.desk.journal.recall_protocol_starts()
        presenter = complaints.ComplaintsPresenter(
            self.desk.journal,
            self.desk.ground.settings,
            complaints.ComplaintsContent(
                shelf.protocols,
                shelf.atlas,
                shelf.regions,
                self._regions_of,
                None if first else occasions_at(self.desk),
            ),
            complaints.Opening.FIRST if first else complaints.Opening.CHANGE,
        )
        presenter.begin_with(going.chosen)
        theme = self.desk.ground.theme
        screen = ComplaintsScreen(presenter, theme, AreaFigures(theme, self.desk.body))
        return Page(screen, screen.leave, Mast.OWN)

    def _safety(self, going: ToSafety) -> Page:
        shelf, ground = self.desk.bundle.shelf, self.desk.ground
        routine = routine_set(self.desk, going.routine)
        if going.routine is not None and routine is None:
            return self._today()
        content = safety.SafetyContent(
            asking_catalogue(self.desk, routine),
            self._texts(),
            shelf.atlas,
            shelf.regions,
            self.desk.bundle.near,
        )
        presenter = safety.SafetyPresenter(self.desk.journal, ground.settings, content, ground.now, going)
        screen = SafetyScreen(presenter, ground.theme, RegionFigures(ground.theme, self.desk.body))
        return Page(screen, screen.leave, Mast.OWN)

    def _outcome(self, going: ToOutcome) -> Page:
        ground = self.desk.ground
        screen = OutcomeScreen(OutcomePresenter(ground.settings, self._texts(), going), ground.theme)
        return Page(screen, screen.leave, Mast.OWN)

    def _plan(self, going: ToPlan) -> Page:
        shelf, ground = self.desk.bundle.shelf, self.desk.ground
        routine = routine_set(self.desk, going.routine)
        if going.routine is not None and (
            routine is None or changed_since(self.desk, going.routine, going.result.clearance.given)
        ):
            # The questions were about what it was; it is asked about anew.
            return self._safety(ToSafety(going.complaint, routine=going.routine))
        content = plan.PlanContent(
            SetBook(
                shelf.protocols if routine is None else (*shelf.protocols, routine),
                shelf.atlas,
                shelf.regions,
            ),
            shelf.evidence.sources,
            shelf.safety.catalogue,
            self._texts(),
            how_to_of(self.desk, going.routine),
            shelf.occasions,
        )
        presenter = plan.PlanPresenter(
            self.desk.journal, ground.settings, content, ground.now, ground.ids.next, going
        )
        pictures = pictures_of(self.desk, routine=going.routine)

        def thumb(point: PointCode) -> QPixmap | None:
            return pictures.thumb(point)

        def change(settings: Settings) -> None:
            ground.settings.remember_settings(settings)
            ground.speech.settings_changed(settings)

        def spoken() -> QWidget:
            return SpokenSteps(ground.theme, ground.speech.speech(ground.deadlines), ground.chosen, change)

        ground.speech.wake(ground.deadlines, ground.chosen())
        screen = PlanScreen(presenter, ground.theme, thumb, spoken)
        return Page(screen, screen.leave, Mast.OWN)

    def _first_run(self) -> Page:
        ground = self.desk.ground
        screen = FirstRunScreen(FirstRunPresenter(ground.settings, ground.now), ground.theme)
        screen.sample_asked.connect(self._open_sample)
        return Page(screen, screen.leave, Mast.OWN)

    def _open_sample(self) -> None:
        self.desk.doors.open_journal(JournalKind.SAMPLE)
