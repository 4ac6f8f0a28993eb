"""Goes through every screen once and photographs it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt

from acupress_desktop.app.rehearsal import Rehearsal, Stranger
from acupress_desktop.app.shots import Asked
from acupress_desktop.app.start import application
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.domain.ids import ComplaintId, PointCode, ProtocolId
from acupress_desktop.domain.journal import AdverseKind
from acupress_desktop.domain.settings import ReducedMotion, Theme
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.destinations import (
    Destination,
    ToAtlas,
    ToCheckIn,
    ToComplaints,
    ToHelp,
    ToJournal,
    ToPresentation,
    ToSafety,
    ToSampleJournal,
    ToSettings,
    ToToday,
    ToTrend,
)
from acupress_desktop.ui.theme.fonts import load_fonts
from acupress_desktop.ui.theme.live import LiveTheme, dress_application
from acupress_desktop.words import session_screen

_NECK = ComplaintId("neck_shoulder")
_AFTER = (
    ("trend", ToTrend()),
    ("atlas", ToAtlas()),
    ("atlas_point", ToAtlas(PointCode("PC6"), SiteSide.LEFT)),
    ("journal", ToJournal()),
    ("settings", ToSettings()),
    ("help", ToHelp()),
    ("presentation", ToPresentation(ProtocolId("P01"), PointCode("GB21"))),
)


class Photographer:
    """``take_all`` returns the files in the order in which they were taken."""

    def __init__(self, asked: Asked, data: Path, start: datetime) -> None:
        self._asked = asked
        qt = application()
        mirrored = asked.language == "rtl"
        qt.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
        load_fonts(asset_root())
        theme = LiveTheme()
        dress_application(qt, theme)
        self._at = Rehearsal(data, start, theme)
        self._wear()
        self._taken: list[Path] = []

    def take_all(self) -> tuple[Path, ...]:
        """Photograph first run, safety, a session and its end, then the sample journal's pages."""
        self._at.open()
        self._at.house.window.resize(*self._asked.size)
        self._first_run()
        self._questions()
        self._session()
        self._pages()
        self._at.close()
        return tuple(self._taken)

    def _wear(self) -> None:
        asked, ground = self._asked, self._at.ground
        ground.settings.remember_settings(
            replace(
                ground.chosen(),
                theme=Theme(asked.theme),
                text_scale_percent=asked.text_percent,
                reduced_motion=ReducedMotion.ON if asked.still else ReducedMotion.OFF,
            )
        )
        ground.rewear()

    def _first_run(self) -> None:
        self._take("first_run")
        self._at.first_run(Stranger(number="112"))
        self._at.house.window.resize(*self._asked.size)
        self._take("where")

    def _questions(self) -> None:
        self._go(ToSafety(_NECK))
        self._at.answer_safely(lambda page: self._take(f"safety_{page:02d}"))
        self._take("plan")

    def _session(self) -> None:
        hands = self._at.hands
        hands.press("6")
        hands.press("Begin")
        self._take("session_ready")
        hands.press("Begin")
        self._at.wait(22)
        self._take("session_hold")
        hands.key(Qt.Key.Key_B)
        self._take("session_paused")
        hands.key(Qt.Key.Key_B)
        self._at.wait(4)
        hands.key(Qt.Key.Key_Escape)
        self._take("session_stop")
        hands.press(session_screen.symptom(AdverseKind.DIZZY))
        self._take("session_advice")
        hands.press(session_screen.advice_leave())
        self._at.wait(300)
        self._take("after_session")

    def _pages(self) -> None:
        self._at.clock.advance(timedelta(days=1).total_seconds())
        self._go(ToSampleJournal())
        self._go(ToToday())
        self._take("today")
        self._go(ToComplaints())
        self._take("where_again")
        for name, where in _AFTER:
            self._go(where)
            self._take(name)
        self._go(ToToday())
        self._go(ToCheckIn())
        self._take("check_in")

    def _go(self, where: Destination) -> None:
        self._at.house.window.go(where)
        self._at.hands.settle()

    def _take(self, name: str) -> None:
        self._at.rest()
        file = self._asked.folder / f"{len(self._taken):02d}_{name}.png"
        self._at.hands.photograph(file)
        self._taken.append(file)
