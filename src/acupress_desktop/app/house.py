"""The running app: paints first, loads then, opens the journal, and leads from page to page."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from acupress_desktop.app.ground import Ground
from acupress_desktop.app.window_place import kept_box, maximise, with_place
from acupress_desktop.domain.settings import YesNo
from acupress_desktop.domain.troubles import BadSettings, KnownTrouble, Trouble
from acupress_desktop.presenters.destinations import (
    Destination,
    ToAfterSession,
    ToAtlas,
    ToFirstRun,
    ToHelp,
    ToJournal,
    ToPractice,
    ToPresentation,
    ToReader,
    ToResume,
    ToSession,
    ToToday,
    ToTrend,
)
from acupress_desktop.presenters.sample import JournalKind, sample_banner
from acupress_desktop.presenters.today_first import first_view
from acupress_desktop.storage.glance import read_glance
from acupress_desktop.ui.bridge.background import Outcome
from acupress_desktop.ui.bridge.first_paint import FirstPaint
from acupress_desktop.ui.shell.front import FrontWindow, place_window
from acupress_desktop.ui.shell.window import Mast, Page, Window, WindowWords
from acupress_desktop.ui.today.screen import TodayScreen
from acupress_desktop.ui.widgets.top_bar import TopBarWords
from acupress_desktop.words import shell as words

if TYPE_CHECKING:
    from acupress_desktop.app.desk import Bundle, Desk
    from acupress_desktop.app.own_album import OwnAlbum
    from acupress_desktop.app.pages import Pages
    from acupress_desktop.app.reminding import Reminding

T = TypeVar("T")


class House(QObject):
    """Holds the window and, once loaded, the desk. ``begin`` shows the window; all else follows."""

    def __init__(self, ground: Ground, front: FrontWindow | None = None) -> None:
        super().__init__(front)
        self._front = front
        self.ground = ground
        self._bundle: Bundle | None = None
        self._closed = False
        self._settings_told = False
        self._pages: Pages | None = None
        self._first: TodayScreen | None = None
        self._bodies: OwnAlbum | None = None
        self._reminding: Reminding | None = None
        self.window = Window(ground.theme, _window_words(), self._open)
        (self.window if front is None else front).closing.connect(self._close)
        self.window.banner.asked.connect(self.remove_sample)

    # -- first paint, then the rest ----------------------------------------------------------------------

    def begin(self) -> None:
        """Show the window from the glance alone; loading begins after its first paint."""
        settings = self.ground.chosen()
        self.window.mast.show_emergency(settings.emergency_number)
        self.window.go(ToToday())
        if self._front is not None:
            self._front.furnish(self.window)
        top = self.window.window()
        if top.isVisible():
            maximise(top, settings)
            QTimer.singleShot(0, self._load)
            return
        FirstPaint(self.window).seen.connect(self._load)
        place_window(top, kept_box(settings))
        maximise(top, settings)
        top.show()

    def _load(self) -> None:
        ground, settings = self.ground, self.ground.chosen()

        def work(_job: object) -> object:
            from acupress_desktop.app.loading import read_bundle
            from acupress_desktop.app.own_album import recall
            from acupress_desktop.domain.album_wish import wish_of

            bundle = read_bundle(ground.assets, settings.figure)
            bundle.studio.drawn = recall(ground, bundle, wish_of(settings, ground.now().local_date.year))
            return bundle

        self.ground.runner.run(work, self._loaded)

    def _loaded(self, outcome: Outcome) -> None:
        from acupress_desktop.app import opening
        from acupress_desktop.app.desk import Bundle

        if outcome.cancelled or self._closed:
            return
        if outcome.failure is not None:
            ways = opening.Ways(self._load, self.window.close_now)
            self.window.show_page(opening.content_page(self.ground, outcome.failure, ways))
            self._uncover()
        elif isinstance(outcome.result, Bundle):
            self._bundle = outcome.result
            self._draw_bodies(outcome.result)
            self.open_journal(JournalKind.OWN)

    def _draw_bodies(self, bundle: Bundle) -> None:
        """From now on see to it that the pictures of the body that the settings ask for are drawn."""
        from acupress_desktop.app.own_album import OwnAlbum

        self._bodies = OwnAlbum(self.ground, bundle, self)
        self._bodies.changed.connect(self._show_bodies)
        bundle.studio.settings_changed = self._bodies.wake_soon

    def _show_bodies(self) -> None:
        """Pictures were drawn: the page that is shown takes them; all others will when they are opened."""
        page, pages = self.window.page, self._pages
        if page is None or pages is None or self._closed:
            return
        if isinstance(page.widget, TodayScreen):
            page.widget.show_album(pages.desk.body.album, pages.desk.body.plates)
        else:
            refresh = getattr(page.widget, "show_bodies", None)
            if callable(refresh):
                refresh()

    # -- the journal -------------------------------------------------------------------------------------

    @property
    def desk(self) -> Desk | None:
        """What the pages are made from, once the journal is open."""
        return None if self._pages is None else self._pages.desk

    def open_journal(self, kind: JournalKind) -> None:
        """Close the open journal and open the person's own, or the sample; verify it in the background."""
        from acupress_desktop.app import opening
        from acupress_desktop.app.desk import Doors

        if self._bundle is None:
            return
        self.close_journal()
        doors = Doors(
            self.window,
            self.open_journal,
            self.remove_sample,
            self.close_journal,
            self.page_changed,
            self._reminder(),
        )
        try:
            pages = opening.open_kind(self.ground, self._bundle, kind, doors, self._in_background)
        except KnownTrouble as known:
            self._tell(known.trouble)
            return
        self._pages = pages
        self.window.mark_as_sample(sample_banner(kind))
        pages.desk.journal.verify(self._verified)

    def _reminder(self) -> Reminding:
        """Return who says reminders; made with the first journal, so that nothing waits for it."""
        if self._reminding is None:
            from acupress_desktop.app.desktop_notes import DesktopNotes
            from acupress_desktop.app.reminding import Reminding

            notes = self.ground.notes or DesktopNotes(self)
            self._reminding = Reminding(self.ground, notes, self._is_for_others, self)
            self._reminding.clicked.connect(self.come_forward)
            self.window.turned.connect(self._reminding.look)
        return self._reminding

    def _is_for_others(self) -> bool:
        """Whether hands are busy, or others look: reminders wait."""
        return isinstance(self.window.last, ToSession | ToResume | ToPresentation)

    def _verified(self, _standing: object) -> None:
        from acupress_desktop.app import opening

        pages = self._pages
        if pages is None or self._closed:
            return
        damage = opening.damage_of(pages.desk.journal, self.ground)
        if damage is not None:
            self.close_journal()
            self._tell(damage)
            return
        self._greet(pages)

    def _greet(self, pages: Pages) -> None:
        """Lead a new person through the first run; wake the home page of everybody else."""
        from acupress_desktop.presenters.resuming import close_expired

        with contextlib.suppress(KnownTrouble):
            close_expired(pages.desk.journal, self.ground.ids, self.ground.now)
        if pages.desk.kind is JournalKind.OWN:
            from acupress_desktop.app.reminder_pages import set_titles_of

            self._reminder().watch(pages.desk.journal, set_titles_of(pages.desk))
        if self.ground.settings.trouble is not None and not self._settings_told:
            self._tell_of_settings(self.ground.settings.trouble)
            return
        new_here = self.ground.chosen().first_run_done is YesNo.NO
        if new_here and pages.desk.kind is JournalKind.OWN:
            self.window.go(ToFirstRun())
        elif self._first is not None and self._is_shown(self._first):
            self._first.go_live(pages.today_presenter())
            self._first.show_album(pages.desk.album)
        else:
            self.window.go(ToToday())
        self._uncover()
        if self._bodies is not None:
            self._bodies.wake()

    def _tell_of_settings(self, trouble: BadSettings) -> None:
        from acupress_desktop.app import opening

        self._settings_told = True
        self.window.show_page(opening.settings_page(self.ground, trouble, self._go_on))
        self._uncover()

    def _go_on(self) -> None:
        if self._pages is not None:
            self._greet(self._pages)

    def _uncover(self) -> None:
        if self._front is not None:
            self._front.uncover()

    def _tell(self, trouble: Trouble) -> None:
        from acupress_desktop.app import opening

        ways = opening.Ways(self._try_again, self.window.close_now)
        self.window.show_page(opening.trouble_page(self.ground, trouble, ways))
        self._uncover()

    def _try_again(self) -> None:
        self.open_journal(JournalKind.OWN)

    def _in_background(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Run the journal's own checks and copies beside the window."""

        def finish(outcome: Outcome) -> None:
            if outcome.failure is not None:
                raise outcome.failure
            if not outcome.cancelled and not self._closed:
                done(cast("T", outcome.result))

        self.ground.runner.run(lambda _job: work(), finish)

    def close_journal(self) -> None:
        """Let go of the journal: nothing can be written until one is opened again."""
        pages, self._pages = self._pages, None
        if self._reminding is not None:
            self._reminding.forget()
        if pages is not None:
            pages.desk.journal.close()

    def remove_sample(self) -> None:
        """Remove the made-up journal and go back to the person's own."""
        from acupress_desktop.storage.sample import remove_sample

        self.close_journal()
        remove_sample(self.ground.profile)
        self.open_journal(JournalKind.OWN)

    # -- pages -------------------------------------------------------------------------------------------

    def _open(self, where: Destination) -> Page | None:
        if self._pages is not None:
            self.window.mast.show_emergency(self.ground.chosen().emergency_number)
            return self._pages.open(where)
        if isinstance(where, ToToday):
            return self._first_page()
        if isinstance(where, ToFirstRun):
            self._begin_anew()
        return None

    def _begin_anew(self) -> None:
        """Everything was erased: forget the settings too, and meet a new person."""
        self.ground.settings.forget()
        self.rewear()
        self.open_journal(JournalKind.OWN)

    def _first_page(self) -> Page:
        now = self.ground.now()
        glance = read_glance(self.ground.profile.glance, now.local_date)
        self._first = TodayScreen(first_view(glance, now, self.ground.chosen()), self.ground.theme)
        return Page(self._first, self._first.leave, Mast.COMMON, ToToday)

    def _is_shown(self, screen: QWidget) -> bool:
        page = self.window.page
        return page is not None and page.widget is screen

    def page_changed(self) -> None:
        """Refresh the page below something that wrote to the journal."""
        page = self.window.page
        if page is not None and isinstance(page.widget, TodayScreen):
            page.widget.refresh()
        elif self.window.last is not None:
            self.window.go(self.window.last)

    def interrupt(self) -> None:
        """Pause a hold that runs and keep it to the second."""
        page = self.window.page
        if page is not None and isinstance(self.window.last, ToSession | ToResume):
            pause = getattr(page.widget, "interrupt", None)
            if callable(pause):
                pause()

    def come_forward(self) -> None:
        """Bring the window to the front: the app was started a second time, so no hand presses any more."""
        self.interrupt()
        top = self.window.window()
        top.setWindowState(top.windowState() & ~Qt.WindowState.WindowMinimized)
        top.show()
        top.raise_()
        top.activateWindow()

    def rewear(self) -> None:
        """The desktop turned dark or light."""
        self.ground.rewear()

    # -- the end -----------------------------------------------------------------------------------------

    def _close(self) -> None:
        """Write what stands on the page, remember the window's place, and let go of the journal."""
        page = self.window.page
        if page is not None and isinstance(self.window.last, ToAfterSession):
            keep = getattr(page.widget, "keep", None)
            if callable(keep):
                keep()
        self.interrupt()
        self.ground.speech.close()
        self._closed = True
        self.close_journal()
        if self._reminding is not None:
            self._reminding.close()
        with contextlib.suppress(KnownTrouble):
            self.ground.settings.remember_settings(with_place(self.ground.chosen(), self.window.window()))
        self._keep_first_page()

    def _keep_first_page(self) -> None:
        """Keep the home page as a picture, once nobody looks any more."""
        box = kept_box(self.ground.chosen())
        if self._front is None or self._bundle is None or box is None:
            return
        from acupress_desktop.app.first_page import keep_first_page

        self._front.hide()
        album = self._bundle.shown_album(self.ground.chosen(), self.ground.now().local_date.year)
        keep_first_page(self.ground, self._front, self.window, album, box)


def _window_words() -> WindowWords:
    return WindowWords(
        TopBarWords(words.app_name(), words.menu(), words.settings(), words.emergency()),
        words.app_name(),
        (
            (ToToday(), words.today()),
            (ToPractice(), words.practice()),
            (ToAtlas(), words.atlas()),
            (ToReader(), words.learn()),
            (ToJournal(), words.journal()),
            (ToTrend(), words.trend()),
            (ToHelp(), words.help_place()),
        ),
    )
