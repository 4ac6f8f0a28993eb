"""What the session screen needs of others: its presenter, and its pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtGui import QPixmap

from acupress_desktop.domain.ids import PointCode, RowId
from acupress_desktop.domain.journal import AdverseKind
from acupress_desktop.domain.session_keys import SessionAct
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.session_switches import KeyKind
from acupress_desktop.presenters.session_view import SessionView
from acupress_desktop.session.states import PauseCause
from acupress_desktop.ui.body_map.scene import MeasuringLine
from acupress_desktop.ui.session_stage.view import StageScene


class Pictures(Protocol):
    """Where the screen's pictures come from."""

    def scene(self, close_up: str, point: PointCode, side: SiteSide) -> StageScene | None:
        """Return a close-up with the point on it."""
        ...

    def way(self, close_up: str, point: PointCode, side: SiteSide) -> MeasuringLine | None:
        """Return the measured way to the point, if there is one."""
        ...

    def thumb(self, point: PointCode, side: SiteSide) -> QPixmap | None:
        """Return a small picture."""
        ...

    def own(self, step: RowId) -> QPixmap | None:
        """Return the person's own picture of a step of a routine."""
        ...

    def figure(self) -> Path | None:
        """Return the picture of the whole figure, for exercises without one of their own."""
        ...


class Presents(Protocol):
    """What the screen needs of its presenter."""

    @property
    def over(self) -> bool:
        """Whether the session is done with this screen."""
        ...

    def view(self) -> SessionView:
        """Return the screen."""
        ...

    def tick(self) -> SessionView:
        """Let time pass."""
        ...

    def act(self, act: SessionAct) -> SessionView:
        """Do what a key or a button stands for."""
        ...

    def act_of(self, key: str, kind: KeyKind) -> SessionAct | None:
        """Return what a key does."""
        ...

    def stop_for(self, kind: AdverseKind) -> SessionView:
        """Something unpleasant."""
        ...

    def leave_advice(self) -> SessionView:
        """The advice was read."""
        ...

    def interrupt(self, cause: PauseCause) -> SessionView:
        """Pause what runs, and let nothing begin by itself."""
        ...
