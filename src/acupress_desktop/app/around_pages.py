"""The pages around a session: diary, atlas, journal, trend, settings, help, and the view for others."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import datetime
from importlib import import_module
from typing import assert_never

from acupress_desktop import __version__
from acupress_desktop.app.adverse_page import adverse_page, names_of, watching_of
from acupress_desktop.app.atlas_extras import AtlasExtras
from acupress_desktop.app.atlas_reading import atlas_reading
from acupress_desktop.app.breathing_page import breathing_page
from acupress_desktop.app.desk import Desk
from acupress_desktop.app.evidence_pages import evidence_page
from acupress_desktop.app.learning_pages import learning_page, quiz_page
from acupress_desktop.app.practice_page import practice_page
from acupress_desktop.app.pressure_page import pressure_page
from acupress_desktop.app.reader_pages import ReaderPages
from acupress_desktop.app.reminder_pages import reminders_page
from acupress_desktop.app.routine_pages import routine_page
from acupress_desktop.app.safety_answers_page import safety_answers_page
from acupress_desktop.app.session_keys_page import session_keys_page
from acupress_desktop.app.speech_corner import VoicesHere
from acupress_desktop.app.whole_journal import Exporting, Keeping
from acupress_desktop.app.your_body_page import your_body_page
from acupress_desktop.domain.body_album import BodyAlbum
from acupress_desktop.domain.evidence import Source
from acupress_desktop.domain.ids import RuleId, SourceId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.safety.rules import Catalogue
from acupress_desktop.domain.settings import Settings
from acupress_desktop.presenters.atlas import AtlasPresenter
from acupress_desktop.presenters.atlas_check import AtlasKeeping
from acupress_desktop.presenters.atlas_content import AtlasContent
from acupress_desktop.presenters.check_in import CheckInPresenter
from acupress_desktop.presenters.destinations import (
    ToAdverseLog,
    ToAtlas,
    ToBreathing,
    ToCheckIn,
    ToEvidence,
    ToHelp,
    ToJournal,
    ToLearning,
    ToPractice,
    ToPresentation,
    ToPressure,
    ToQuiz,
    ToReader,
    ToReminders,
    ToRoutine,
    ToSafetyAnswers,
    ToSessionKeys,
    ToSettings,
    ToTrend,
    ToYourBody,
)
from acupress_desktop.presenters.help import AppPart, HelpContent, HelpPresenter
from acupress_desktop.presenters.history import HistoryPresenter
from acupress_desktop.presenters.own_points import OwnPointsPresenter
from acupress_desktop.presenters.presentation import PresentationPresenter
from acupress_desktop.presenters.settings import SettingsPresenter
from acupress_desktop.presenters.trend import TrendPresenter
from acupress_desktop.ui.atlas.screen import AtlasScreen
from acupress_desktop.ui.bridge.background import Outcome
from acupress_desktop.ui.check_in.advice_dialog import AdviceAfter
from acupress_desktop.ui.check_in.dialog import CheckInDialog
from acupress_desktop.ui.check_in.done_toast import DoneToast
from acupress_desktop.ui.check_in.sore_picture import SorePicture
from acupress_desktop.ui.help.screen import HelpScreen
from acupress_desktop.ui.journal.screen import HistoryScreen
from acupress_desktop.ui.presentation.screen import PresentationScreen
from acupress_desktop.ui.settings.screen import SettingsScreen
from acupress_desktop.ui.settings.trial import HearingTrial
from acupress_desktop.ui.shell.window import Mast, Page, Window
from acupress_desktop.ui.trends.screen import TrendScreen

CRISIS_RULE = RuleId("E14")
NOT_BUILT = frozenset(
    {
        "first_run_done",
        "window_x_px",
        "window_y_px",
        "window_width_px",
        "window_height_px",
        "window_maximised",
    }
)
"""Settings that no part of the app reads yet, and those that are no choice of the person's."""

CHART = "acupress_desktop.ui.trends.chart"
"""Brings pyqtgraph; nobody else imports it."""

Around = (
    ToCheckIn
    | ToPractice
    | ToRoutine
    | ToAtlas
    | ToLearning
    | ToQuiz
    | ToReader
    | ToEvidence
    | ToJournal
    | ToAdverseLog
    | ToTrend
    | ToSettings
    | ToSessionKeys
    | ToReminders
    | ToBreathing
    | ToSafetyAnswers
    | ToYourBody
    | ToPressure
    | ToHelp
    | ToPresentation
)


class AroundPages:
    """Builds these pages at one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._reading = atlas_reading(desk)
        self._reader = ReaderPages(desk)

    def open(self, where: Around) -> Page | None:
        """Return the page of ``where``; ``None`` for the check-in, which opens above the page."""
        match where:
            case ToCheckIn():
                self._check_in(where)
                return None
            case ToAtlas() | ToLearning() | ToQuiz() | ToPresentation() | ToRoutine():
                return self._of_atlas(where)
            case ToReader():
                return self._reader.open(where)
            case ToEvidence():
                return evidence_page(self._desk, where)
            case ToJournal() | ToAdverseLog():
                return self._history() if isinstance(where, ToJournal) else adverse_page(self._desk)
            case ToPractice():
                return practice_page(self._desk)
            case ToTrend():
                return self._trend()
            case ToSettings():
                return self._settings()
            case ToSessionKeys() | ToReminders() | ToBreathing():
                return _one_for_sessions(self._desk, where)
            case ToSafetyAnswers() | ToYourBody() | ToPressure():
                return _one_of_its_own(self._desk, where)
            case ToHelp():
                return self._help(where)
            case _:
                assert_never(where)

    def _of_atlas(self, where: ToAtlas | ToLearning | ToQuiz | ToPresentation | ToRoutine) -> Page | None:
        """Return a page that speaks of every point, or the one that stands in its place."""
        content = self._reading.content_for(where)
        if content is None or isinstance(content, Page):
            return content
        match where:
            case ToAtlas():
                return self._atlas(content, where)
            case ToLearning():
                return learning_page(self._desk, content, where)
            case ToQuiz():
                return quiz_page(self._desk, content, where)
            case ToPresentation():
                return self._presentation(content, where)
            case ToRoutine():
                return routine_page(self._desk, content, where)
            case _:
                assert_never(where)

    def local_moment(self, naive: datetime) -> Moment:
        """Return the moment at which this machine's wall clock shows ``naive``."""
        return Moment.of(naive.astimezone(), self._desk.ground.clock.zone())

    def _trend(self) -> Page | None:
        if CHART not in sys.modules:
            self._fetch_chart()
            return None
        presenter = TrendPresenter(
            self._desk.journal, self._desk.bundle.shelf.regions, self._desk.ground.now, self._desk.kind
        )
        screen = TrendScreen(presenter, self._desk.ground.theme, self._desk.ground.ask)
        return Page(screen, screen.leave, Mast.COMMON, ToTrend)

    def _fetch_chart(self) -> None:
        """Import the chart beside the window, which would stand still for half a second, and come back."""

        def come_back(outcome: Outcome) -> None:
            window = self._desk.doors.window
            if outcome.failure is not None:
                raise outcome.failure
            if not outcome.cancelled and isinstance(window, Window):
                window.go(ToTrend())

        self._desk.ground.runner.run(lambda _job: import_module(CHART), come_back)

    def _settings(self) -> Page:
        def changed(settings: Settings) -> None:
            self._desk.ground.rewear()
            self._desk.ground.speech.settings_changed(settings)
            self._desk.bundle.studio.settings_changed()

        ground = self._desk.ground
        speech = ground.speech.speech(ground.deadlines)
        presenter = SettingsPresenter(ground.settings, changed, NOT_BUILT, VoicesHere(speech))
        trial = HearingTrial(ground.theme, speech, ground.chosen, ground.deadlines)
        screen = SettingsScreen(presenter, ground.theme, self._album, trial)
        return Page(screen, screen.leave, Mast.COMMON, ToSettings)

    def _history(self) -> Page:
        desk = self._desk
        presenter = HistoryPresenter(
            desk.journal, names_of(desk), Exporting(desk), desk.ground.now, desk.kind
        )
        screen = HistoryScreen(presenter, desk.ground.theme, desk.ground.ask)
        return Page(screen, screen.leave, Mast.COMMON, ToJournal)

    def _help(self, where: ToHelp) -> Page:
        desk, shelf = self._desk, self._desk.bundle.shelf
        crisis = shelf.safety.catalogue.rule(CRISIS_RULE)
        content = HelpContent(
            version=__version__,
            sources=_all_sources(shelf.evidence.sources, shelf.safety.catalogue),
            parts=tuple(
                AppPart(part.name, part.what, part.licence, part.where) for part in desk.bundle.parts
            ),
            crisis=lambda number: shelf.safety.words.with_number(number).rule_message(crisis),
        )
        presenter = HelpPresenter(
            desk.journal, desk.ground.settings, Keeping(desk), Exporting(desk), content, desk.ground.now
        )
        screen = HelpScreen(presenter, desk.ground.theme, where.section, desk.ground.ask)
        return Page(screen, screen.leave, Mast.COMMON, ToHelp)

    def _check_in(self, where: ToCheckIn) -> None:
        desk = self._desk
        presenter = CheckInPresenter(
            desk.journal,
            desk.bundle.shelf.regions,
            desk.ground.now,
            self.local_moment,
            desk.ground.ids.next,
            watching_of(desk),
        )
        theme, window = desk.ground.theme, desk.doors.window
        picture = SorePicture(theme, desk.body, desk.ground.chosen().body_view)
        dialog = CheckInDialog(presenter, theme, window, where.check_in, picture)
        toast = DoneToast(presenter, theme, window)
        dialog.done.connect(desk.doors.page_changed)
        dialog.done.connect(toast.say)
        AdviceAfter(dialog, theme, window)
        dialog.ended.connect(toast.end_without_undo)
        toast.changed.connect(desk.doors.page_changed)
        dialog.open_it()

    def _album(self) -> BodyAlbum:
        return self._desk.album

    def _atlas(self, content: AtlasContent, where: ToAtlas) -> Page:
        desk = self._desk
        presenter = AtlasPresenter(
            content,
            desk.ground.settings,
            self._album,
            AtlasKeeping(desk.journal, desk.ground.now, desk.ground.ids.next),
            None if where.point is None else (where.point, where.side),
        )
        screen = AtlasScreen(presenter, desk.ground.theme, self._album, desk.pictures)
        own = OwnPointsPresenter(desk.journal, desk.bundle.shelf.regions, desk.ground.ids.next)
        AtlasExtras(desk, screen, own)
        return Page(screen, screen.leave, Mast.COMMON, ToAtlas)

    def _presentation(self, content: AtlasContent, where: ToPresentation) -> Page:
        desk = self._desk
        presenter = PresentationPresenter(
            content, desk.journal, desk.ground.settings, desk.ground.now, desk.ground.ids.next
        )
        presenter.start_with(where.protocol, where.point)
        screen = PresentationScreen(presenter, desk.ground.theme, self._album, desk.pictures)
        return Page(screen, screen.leave, Mast.OWN)


def _one_for_sessions(desk: Desk, where: ToSessionKeys | ToReminders | ToBreathing) -> Page:
    """Return a page on which sessions to come are set."""
    match where:
        case ToSessionKeys():
            return session_keys_page(desk)
        case ToReminders():
            return reminders_page(desk)
        case ToBreathing():
            return breathing_page(desk)
        case _:
            assert_never(where)


def _one_of_its_own(desk: Desk, where: ToSafetyAnswers | ToYourBody | ToPressure) -> Page | None:
    """Return a page that needs nothing but the desk; ``None`` for what opens above the page."""
    match where:
        case ToSafetyAnswers():
            return safety_answers_page(desk)
        case ToYourBody():
            return your_body_page(desk)
        case ToPressure():
            return pressure_page(desk)
        case _:
            assert_never(where)


def _all_sources(evidence: Mapping[SourceId, Source], catalogue: Catalogue) -> tuple[Source, ...]:
    """Every source of the studies and of the safety rows, each once."""
    known = {source.id: source for source in catalogue.sources}
    return tuple({**known, **evidence}.values())
