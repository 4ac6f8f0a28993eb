"""Sees to it that the pictures of the body that the settings ask for are drawn and kept.

Drawn in small pieces in the background, so that nothing has to wait; until all are there, pages show the
baked figure. What was begun for a body that nobody asks for any more is given up.
"""

from __future__ import annotations

import contextlib
from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from acupress_desktop.app.desk import Bundle
from acupress_desktop.app.ground import Ground
from acupress_desktop.content.drawn_album_files import DrawnAlbum, drawn_album_name, read_drawn_album
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.domain.album_wish import AlbumWish, wish_of
from acupress_desktop.domain.anatomy.shape import BodyShapeError
from acupress_desktop.domain.body_album import BodyAlbum
from acupress_desktop.domain.settings import Figure
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.presenters.your_body_view import AlbumStanding
from acupress_desktop.ui.bridge.background import Job, Outcome

if TYPE_CHECKING:
    from acupress_desktop.app.own_album_work import AlbumWork, Step
    from acupress_desktop.app.own_drawing import OwnDrawing

WORK = "acupress_desktop.app.own_album_work"
"""Brings numpy; it is imported in the background."""
PATIENCE_MS = 1_200
"""How long the numbers must rest before pictures are begun."""
_EXPECTED = (OSError, ContentError, BodyShapeError, KnownTrouble)


class OwnAlbum(QObject):
    """``wake`` looks at the settings now, ``wake_soon`` once they rest. ``changed`` tells of each picture."""

    changed = Signal()

    def __init__(self, ground: Ground, bundle: Bundle, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ground = ground
        self._bundle = bundle
        self._wanted: AlbumWish | None = None
        self._job: Job | None = None
        self._rest = ground.deadlines(self)
        self._rest.due.connect(self.wake)

    def wake_soon(self) -> None:
        """The settings may have changed: look once they rest."""
        self._rest.start(PATIENCE_MS)

    def wake(self) -> None:
        """Begin what the settings ask for, unless it is there or under way."""
        self._rest.cancel()
        wish = wish_of(self._ground.chosen(), self._ground.now().local_date.year)
        if wish == self._wanted:
            return
        self._wanted = wish
        if self._job is not None:
            self._job.cancel()
        studio = self._bundle.studio
        studio.standing = AlbumStanding()
        if wish is None or studio.shows(wish):
            self.changed.emit()
            return
        studio.standing = AlbumStanding(0, 1)
        self.changed.emit()
        self._prepare(wish)

    def _prepare(self, wish: AlbumWish) -> None:
        bundle, bodies = self._bundle, self._ground.profile.bodies

        def work(_job: Job) -> object:
            found = recall(self._ground, bundle, wish)
            if found is not None:
                return found
            room = import_module(WORK)
            drawing: OwnDrawing = bundle.studio.drawing or room.OwnDrawing.read(bundle.assets)
            folder = bodies / drawn_album_name(bundle.assets, wish)
            return drawing, room.AlbumWork(drawing, bundle.assets, bundle.shelf, wish, folder)

        def done(outcome: Outcome) -> None:
            if self._is_over(wish, outcome):
                return
            if isinstance(outcome.result, DrawnAlbum):
                self._take(outcome.result)
                return
            bundle.studio.drawing, album = cast("tuple[OwnDrawing, AlbumWork]", outcome.result)
            self._go_on(wish, album, album.steps(), 0)

        self._job = self._ground.runner.run(work, done)

    def _go_on(self, wish: AlbumWish, album: AlbumWork, steps: tuple[Step, ...], at: int) -> None:
        """Do one step, then the next: other work may come between them."""
        self._bundle.studio.standing = AlbumStanding(at, len(steps))
        self.changed.emit()

        def work(job: Job) -> object:
            if at < len(steps):
                steps[at](job.check)
                return None
            folder = album.finish()
            return read_drawn_album(folder, wish, self._baked(wish), self._bundle.shelf.regions)

        def done(outcome: Outcome) -> None:
            if self._is_over(wish, outcome):
                album.give_up()
            elif isinstance(outcome.result, DrawnAlbum):
                self._take(outcome.result)
            else:
                self._go_on(wish, album, steps, at + 1)

        self._job = self._ground.runner.run(work, done)

    def _baked(self, wish: AlbumWish) -> BodyAlbum:
        return self._bundle.album(_figure_of(wish, self._ground))

    def _is_over(self, wish: AlbumWish, outcome: Outcome) -> bool:
        """Tell whether nobody asks for this any more, or it failed."""
        if outcome.cancelled or wish != self._wanted:
            return True
        if isinstance(outcome.failure, _EXPECTED):
            self._fail()
            return True
        if outcome.failure is not None:
            raise outcome.failure
        return False

    def _fail(self) -> None:
        self._bundle.studio.standing = AlbumStanding(0, 0, failed=True)
        self.changed.emit()

    def _take(self, drawn: DrawnAlbum) -> None:
        self._bundle.studio.drawn = drawn
        self._bundle.studio.standing = AlbumStanding()
        self.changed.emit()


def recall(ground: Ground, bundle: Bundle, wish: AlbumWish | None) -> DrawnAlbum | None:
    """Return pictures that were drawn before, ``None`` where there are none or they are damaged."""
    if wish is None:
        return None
    with contextlib.suppress(ContentError):
        folder = ground.profile.bodies / drawn_album_name(bundle.assets, wish)
        if folder.is_dir():
            baked = bundle.album(_figure_of(wish, ground))
            return read_drawn_album(folder, wish, baked, bundle.shelf.regions)
    return None


def _figure_of(wish: AlbumWish, ground: Ground) -> Figure:
    return wish.who if isinstance(wish.who, Figure) else ground.chosen().figure
