"""Reads what the atlas speaks from, beside the window, when a page first needs it."""

from __future__ import annotations

from acupress_desktop.app.atlas_words import atlas_content_of
from acupress_desktop.app.desk import Desk
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.content.shelf import AtlasShelf, read_atlas_shelf
from acupress_desktop.presenters.atlas_content import AtlasContent
from acupress_desktop.presenters.destinations import Destination, ToAtlas
from acupress_desktop.ui.bridge.background import Outcome
from acupress_desktop.ui.shell.trouble import TroublePage, WayOut
from acupress_desktop.ui.shell.window import Mast, Page, Window
from acupress_desktop.words import shell as words

_AGAIN = "again"
_REFUSALS = (ContentError, FileNotFoundError)


class AtlasReading:
    """Reads once what the pages around the atlas speak from; tells of a damaged file in their place."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._content: AtlasContent | None = None
        self._refused: BaseException | None = None

    def content_for(self, where: Destination) -> AtlasContent | Page | None:
        """Return what the page of ``where`` speaks from, or the page that says why it cannot be had.

        ``None`` where it is being read: then the window goes to ``where`` once it has been.
        """
        if self._content is not None:
            return self._content
        refused, self._refused = self._refused, None
        if refused is not None:
            return self._trouble(refused, where)
        self._read_for(where)
        return None

    def _read_for(self, where: Destination) -> None:
        desk, shown = self._desk, self._page()

        def work(_job: object) -> object:
            return read_atlas_shelf(desk.bundle.assets, desk.bundle.shelf)

        def done(outcome: Outcome) -> None:
            if outcome.cancelled:
                return
            if outcome.failure is not None and not isinstance(outcome.failure, _REFUSALS):
                raise outcome.failure
            self._refused = outcome.failure
            self._take(outcome.result)
            # Somebody who has gone to another page meanwhile is not called back.
            if self._page() is shown:
                self._go(where)

        desk.ground.runner.run(work, done)

    def _take(self, result: object) -> None:
        if isinstance(result, AtlasShelf):
            self._content = atlas_content_of(self._desk.bundle.shelf, result)

    def _page(self) -> Page | None:
        window = self._desk.doors.window
        return window.page if isinstance(window, Window) else None

    def _go(self, where: Destination) -> None:
        window = self._desk.doors.window
        if isinstance(window, Window):
            window.go(where)

    def _trouble(self, refused: BaseException, where: Destination) -> Page:
        """Say which file is damaged; everything but the atlas goes on."""
        sentences = (words.atlas_refused(str(refused)), words.atlas_refused_next())
        page = TroublePage(
            self._desk.ground.theme,
            words.atlas_cannot_open(),
            sentences,
            (WayOut(_AGAIN, words.try_again()),),
        )

        def again(_key: str) -> None:
            self._go(where)

        page.chosen.connect(again)
        return Page(page, page.leave, Mast.COMMON, ToAtlas)
