"""Reads what some pages speak from beside the window, when one of them is first opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar, cast

from acupress_desktop.app.desk import Desk
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.presenters.destinations import Destination
from acupress_desktop.ui.bridge.background import Outcome
from acupress_desktop.ui.shell.trouble import TroublePage, WayOut
from acupress_desktop.ui.shell.window import Mast, Page, Window
from acupress_desktop.words import shell as words

T = TypeVar("T")

_AGAIN = "again"
_REFUSALS = (ContentError, FileNotFoundError)


@dataclass(frozen=True, slots=True)
class RefusedWords:
    """What is said where a file is damaged: a title, and the sentences for a problem."""

    title: Callable[[], str]
    sentences: Callable[[str], tuple[str, ...]]


class LateReading(Generic[T]):
    """``LateReading(desk, read, refused, place)``: reads once; tells of a damaged file in the pages' place.

    ``read`` runs beside the window. ``place`` is underlined in the mast while trouble is told.
    """

    def __init__(self, desk: Desk, read: Callable[[], T], refused: RefusedWords, place: type[object]) -> None:
        self._desk = desk
        self._read = read
        self._words = refused
        self._place = place
        self._content: T | None = None
        self._refused: BaseException | None = None

    def content_for(self, where: Destination) -> T | Page | None:
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
        shown = self._page()

        def work(_job: object) -> object:
            return self._read()

        def done(outcome: Outcome) -> None:
            if outcome.cancelled:
                return
            if outcome.failure is None:
                self._content = cast("T", outcome.result)
            elif isinstance(outcome.failure, _REFUSALS):
                self._refused = outcome.failure
            else:
                raise outcome.failure
            # Somebody who has gone to another page meanwhile is not called back.
            if self._page() is shown:
                self._go(where)

        self._desk.ground.runner.run(work, done)

    def _page(self) -> Page | None:
        window = self._desk.doors.window
        return window.page if isinstance(window, Window) else None

    def _go(self, where: Destination) -> None:
        window = self._desk.doors.window
        if isinstance(window, Window):
            window.go(where)

    def _trouble(self, refused: BaseException, where: Destination) -> Page:
        """Say which file is damaged; everything else goes on."""
        page = TroublePage(
            self._desk.ground.theme,
            self._words.title(),
            self._words.sentences(str(refused)),
            (WayOut(_AGAIN, words.try_again()),),
        )

        def again(_key: str) -> None:
            self._go(where)

        page.chosen.connect(again)
        return Page(page, page.leave, Mast.COMMON, self._place)
