"""Goes through every screen once and photographs it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt

from acupress_desktop.app.album_looks import take_exercise, take_looks
from acupress_desktop.app.rehearsal import Rehearsal, Stranger
from acupress_desktop.app.shots import Asked
from acupress_desktop.app.start import application
from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.domain.ids import ComplaintId, PointCode, ProtocolId
from acupress_desktop.domain.journal import AdverseKind
from acupress_desktop.domain.learning_scope import LearningScope, ScopeKind
from acupress_desktop.domain.point_practice import Sureness
from acupress_desktop.domain.reminders import ReminderKind, Weekday
from acupress_desktop.domain.settings import EveningTheme, ReducedMotion, Theme
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.atlas_lists import ListKind
from acupress_desktop.presenters.destinations import (
    Destination,
    ToAdverseLog,
    ToAtlas,
    ToBreathing,
    ToCheckIn,
    ToComplaints,
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
    ToSafety,
    ToSafetyAnswers,
    ToSampleJournal,
    ToSessionKeys,
    ToSettings,
    ToToday,
    ToTrend,
    ToYourBody,
)
from acupress_desktop.ui.theme.fonts import load_fonts
from acupress_desktop.ui.theme.live import LiveTheme, dress_application
from acupress_desktop.ui.widgets.drop_down import DropChoice
from acupress_desktop.words import atlas, atlas_check, reminders, routine_editor, stop_card
from acupress_desktop.words.translate import unmarked

_NECK = ComplaintId("neck_shoulder")
_AFTER = (
    ("practice", ToPractice()),
    ("trend", ToTrend()),
    ("atlas", ToAtlas()),
    ("atlas_point", ToAtlas(PointCode("PC6"), SiteSide.LEFT)),
    ("learning", ToLearning()),
    ("reader", ToReader()),
    ("reader_found", ToReader(query="blood thinners")),
    ("reader_page", ToReader("how_it_may_act")),
    ("reader_hand_out", ToReader("hand_out_calm")),
    ("evidence", ToEvidence()),
    ("evidence_set", ToEvidence(complaint=ComplaintId("knee"))),
    ("evidence_point", ToEvidence(point=PointCode("PC6"))),
    ("journal", ToJournal()),
    ("unpleasant", ToAdverseLog()),
    ("settings", ToSettings()),
    ("session_keys", ToSessionKeys()),
    ("breathing", ToBreathing()),
    ("safety_answers", ToSafetyAnswers()),
    ("your_body", ToYourBody()),
    ("pressure", ToPressure()),
    ("reminders", ToReminders()),
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
                evening_theme=EveningTheme.SAME,
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
        take_looks(self._at, self._take)
        hands.key(Qt.Key.Key_B)
        self._take("session_paused")
        hands.key(Qt.Key.Key_B)
        self._at.wait(4)
        hands.key(Qt.Key.Key_Escape)
        self._take("session_stop")
        hands.press(stop_card.symptom(AdverseKind.DIZZY))
        self._take("session_advice")
        hands.press(stop_card.advice_leave())
        self._at.wait(300)
        self._take("after_session")

    def _pages(self) -> None:
        self._at.clock.advance(timedelta(days=1).total_seconds())
        take_exercise(self._at, self._take)
        self._go(ToSampleJournal())
        self._go(ToToday())
        self._take("today")
        self._go(ToComplaints())
        self._take("where_again")
        for name, where in _AFTER:
            self._go(where)
            self._take(name)
        self._atlas()
        self._learning()
        self._reminders()
        self._routines()
        self._go(ToToday())
        self._go(ToCheckIn())
        self._take("check_in")

    def _atlas(self) -> None:
        """All points, a line, a point of study, one that no skin can hold, the question, and a tour."""
        hands = self._at.hands
        self._go(ToAtlas())
        self._list(ListKind.ALL)
        self._take("atlas_all")
        self._go(ToAtlas(PointCode("BL40"), SiteSide.RIGHT))
        self._list(ListKind.LINE)
        self._take("atlas_line")
        for name, code in (("atlas_study", "ST9"), ("atlas_no_dot", "EX-HN9")):
            self._go(ToAtlas(PointCode(code), SiteSide.LEFT))
            self._take(name)
        self._go(ToAtlas(PointCode("LI4"), SiteSide.LEFT))
        hands.press(atlas_check.ask())
        self._take("atlas_check")
        hands.press(atlas_check.sureness(Sureness.NOT_FOUND))
        hands.press(atlas_check.save())
        self._take("atlas_check_kept")
        self._go(ToAtlas(PointCode("LU7"), SiteSide.LEFT))
        for tab in (atlas.picture_tab(), atlas.tour()):
            if hands.can_press(unmarked(tab)):
                hands.press(tab)
        self._take("atlas_tour")

    def _list(self, kind: ListKind) -> None:
        """Choose a list of the atlas, as the drop-down does."""
        self._at.hands.window.findChildren(DropChoice)[0].choose(kind)
        self._at.hands.settle()

    def _learning(self) -> None:
        """A question for a place, answered as it comes, and one for a name."""
        hands = self._at.hands
        self._go(ToQuiz(LearningScope(ScopeKind.AREA, "area-foot")))
        self._take("quiz_place")
        hands.key(Qt.Key.Key_1)
        self._take("quiz_answer")
        self._go(ToQuiz(LearningScope()))
        self._take("quiz_name")

    def _reminders(self) -> None:
        """The form of a reminder, and the list with one."""
        hands = self._at.hands
        self._go(ToReminders())
        for name in (reminders.add(ReminderKind.WEEKLY), reminders.weekday(Weekday.MONDAY)):
            hands.press(name)
        self._take("reminders_form")
        hands.press(reminders.keep())
        self._take("reminders_list")

    def _routines(self) -> None:
        """The editor: empty, begun from a set, with a step open, and the list."""
        hands = self._at.hands
        self._go(ToRoutine())
        self._take("routine_new")
        hands.window.findChildren(DropChoice)[-1].choose(ProtocolId("P01"))
        hands.settle()
        self._take("routine")
        hands.press(unmarked(routine_editor.add_stretch()))
        self._take("routine_stretch")
        self._go(ToPractice())
        self._take("routine_list")

    def _go(self, where: Destination) -> None:
        self._at.house.window.go(where)
        self._at.hands.settle()

    def _take(self, name: str) -> None:
        self._at.rest()
        file = self._asked.folder / f"{len(self._taken):02d}_{name}.png"
        self._at.hands.photograph(file)
        self._taken.append(file)
