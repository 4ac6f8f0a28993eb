"""The body that the atlas turns and draws lines on: made in the background when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from acupress_desktop.app.desk import FIGURES, Bundle
from acupress_desktop.app.ground import Ground
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.domain.own_body import OwnBody, drawn_own_body
from acupress_desktop.ui.bridge.background import Outcome

if TYPE_CHECKING:
    from acupress_desktop.app.own_drawing import OwnDrawing
    from acupress_desktop.app.standing_work import Stood
    from acupress_desktop.domain.guide_lines import SeenLine

WORK = "acupress_desktop.app.standing_work"
"""Brings numpy; it is imported in the background."""


class StandingRoom(QObject):
    """Keeps the body that the settings ask for, with its lines; ``changed`` says that there is more.

    ``problem`` names the file that keeps the body from being made; then nothing is tried again.
    """

    changed = Signal()

    def __init__(self, ground: Ground, bundle: Bundle, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ground = ground
        self._bundle = bundle
        self._who: OwnBody | str | None = None
        self._stood: Stood | None = None
        self._lines: dict[str, tuple[SeenLine, ...]] = {}
        self._asked: set[str] = set()
        self._laid: Stood | None = None
        self._laying: Stood | None = None
        self._pictures: Path | None = None
        self.problem = ""

    def body(self) -> Stood | None:
        """Return the body, or ``None`` while it is made; asking begins the making."""
        settings = self._ground.chosen()
        who = drawn_own_body(settings, self._ground.now().local_date.year) or FIGURES[settings.figure]
        if who != self._who and not self.problem:
            self._who, self._stood = who, None
            self._laid = self._laying = None
            self._lines.clear()
            self._asked.clear()
            self._make(who)
        return self._stood

    def lines(self, view: str) -> tuple[SeenLine, ...]:
        """Return the guide lines that a picture shows, none while they are made; asking begins that."""
        stood = self.body()
        drawn = self._bundle.studio.drawn
        pictures = drawn.folder if drawn is not None and drawn.wish.who == self._who else None
        if pictures != self._pictures:
            self._pictures = pictures
            self._lines.clear()
            self._asked.clear()
        if stood is not None and view not in self._lines and view not in self._asked:
            self._asked.add(view)
            self._look(stood, view)
        return self._lines.get(view, ())

    @property
    def busy(self) -> bool:
        """Whether something that was asked for is still being made."""
        making = self._who is not None and self._stood is None
        looking = bool(self._asked - self._lines.keys())
        return not self.problem and (making or looking or self._laying is not self._laid)

    def has_lines(self) -> bool:
        """Tell whether all lines lie on the skin of the body; asking begins that.

        Before, asking the body itself for them would hold up whoever asks for seconds.
        """
        stood = self.body()
        if stood is not None and stood not in (self._laid, self._laying):
            self._laying = stood
            self._lay(stood)
        return stood is not None and stood is self._laid

    def _make(self, who: OwnBody | str) -> None:
        bundle = self._bundle

        def work(_job: object) -> object:
            room = import_module(WORK)
            drawing = bundle.studio.drawing or room.OwnDrawing.read(bundle.assets)
            return drawing, room.stand(drawing, bundle.assets, bundle.shelf, who)

        def done(outcome: Outcome) -> None:
            if outcome.cancelled or who != self._who:
                return
            if isinstance(outcome.failure, ContentError):
                self.problem = str(outcome.failure)
            elif outcome.failure is not None:
                raise outcome.failure
            else:
                bundle.studio.drawing, self._stood = cast("tuple[OwnDrawing, Stood]", outcome.result)
            self.changed.emit()

        self._ground.runner.run(work, done)

    def _lay(self, stood: Stood) -> None:
        def work(_job: object) -> object:
            return stood.body.lines

        def done(outcome: Outcome) -> None:
            if outcome.failure is not None:
                raise outcome.failure
            if not outcome.cancelled and stood is self._stood:
                self._laid = stood
                self.changed.emit()

        self._ground.runner.run(work, done)

    def _look(self, stood: Stood, view: str) -> None:
        pictures = self._pictures

        def work(_job: object) -> object:
            return import_module(WORK).lines_on(stood, view, pictures)

        def done(outcome: Outcome) -> None:
            if outcome.failure is not None:
                raise outcome.failure
            if not outcome.cancelled and stood is self._stood and pictures == self._pictures:
                self._lines[view] = cast("tuple[SeenLine, ...]", outcome.result)
                self.changed.emit()

        self._ground.runner.run(work, done)
