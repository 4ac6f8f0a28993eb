"""The guided session from key to journal: real machine, real sets' points, real journal."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.how_to_files import read_how_to
from acupress_desktop.domain.breathing import FIRST_WEEK
from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.journal import AdverseKind, Comfort, SessionEnd
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import DayRange
from acupress_desktop.domain.row_ids import RowIds
from acupress_desktop.domain.settings import Hanzi, Settings
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.session import SessionPresenter
from acupress_desktop.presenters.session_keeping import SessionKeeping
from acupress_desktop.presenters.session_place import SessionBook, place_view
from acupress_desktop.presenters.session_view import SessionPhase, SessionView
from acupress_desktop.session.clock import VirtualClock
from acupress_desktop.storage.journal import Journal
from acupress_desktop.words.translate import PSEUDO, speak
from tests.presenters.pseudo import untranslated
from tests.session.sessions import a_plan, ready, site
from tests.storage.journals import START, Bench

ROOT = asset_root()
ATLAS = read_atlas(ROOT)
HOW_TO = read_how_to(ROOT, ATLAS)
BOOK = SessionBook("Calm set", ATLAS, HOW_TO)
CALM = (
    site("PC6", SiteSide.LEFT, 30),
    site("PC6", SiteSide.RIGHT, 30),
    site("EX-HN3", SiteSide.MIDLINE, 30),
)


class Rehearsal:
    """A person at the keys, with a clock that she moves."""

    def __init__(self, journal: Journal, bench: Bench, *, begins_after_seconds: float | None = None) -> None:
        self.clock = VirtualClock(START)
        self.journal = journal
        self.session = bench.session()
        journal.remember_session_opened(self.session)
        keeping = SessionKeeping(journal, self.session.id, RowIds(self.now, bench.chance.randbytes), self.now)
        self.keys = SessionPresenter(
            ready(*CALM, pattern=FIRST_WEEK),
            BOOK,
            keeping,
            self.clock,
            Settings,
            begins_after_seconds=begins_after_seconds,
        )

    def now(self) -> Moment:
        return Moment.of(self.clock.now(), "UTC")

    def wait(self, seconds: float) -> SessionView:
        """Let the screen tick ten times a second for a while."""
        view = self.keys.view()
        for _ in range(round(seconds * 10)):
            self.clock.advance(0.1)
            view = self.keys.tick()
        return view

    def is_over(self) -> bool:
        return self.keys.over

    @property
    def kept_holds(self) -> list[tuple[str, str, float, bool]]:
        story = self.journal.recall_story(self.session.id)
        assert story is not None
        return [(hold.point, hold.side.value, hold.held_seconds, hold.completed) for hold in story.holds]


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path / "data")


@pytest.fixture
def journal(bench: Bench) -> Iterator[Journal]:
    opened = bench.open()
    opened.verify()
    yield opened
    opened.close()


@pytest.fixture
def person(journal: Journal, bench: Bench) -> Rehearsal:
    return Rehearsal(journal, bench)


def test_before_the_first_press_the_screen_names_the_place_and_the_hand(person: Rehearsal) -> None:
    view = person.keys.view()
    assert view.live.phase is SessionPhase.READY
    assert view.step == "Step 1 of 3"
    assert view.place.point == "PC6"
    assert view.place.side is SiteSide.LEFT
    assert view.place.badge.startswith("Left")
    assert view.place.title.startswith("Left")
    assert view.live.seconds == "30"
    assert view.following.side is SiteSide.RIGHT
    assert not view.live.phase.runs


def test_a_whole_session_runs_by_itself_after_one_key_and_every_hold_is_kept(person: Rehearsal) -> None:
    person.keys.next()
    view = person.wait(30 + 5 + 30 + 5 + 30 + 1)
    assert view.live.phase is SessionPhase.FINISHED
    assert person.keys.over
    assert person.kept_holds == [
        ("PC6", "left", 30.0, True),
        ("PC6", "right", 30.0, True),
        ("EX-HN3", "midline", 30.0, True),
    ]
    story = person.journal.recall_story(person.session.id)
    assert story is not None
    assert story.session.end is SessionEnd.COMPLETED


def test_a_finished_hold_is_on_disk_before_the_next_begins(person: Rehearsal) -> None:
    person.keys.next()
    person.wait(29.9)
    assert person.kept_holds == []
    view = person.wait(0.2)
    assert view.live.phase is SessionPhase.GET_READY
    assert person.kept_holds == [("PC6", "left", 30.0, True)]


def test_a_computer_that_stands_still_is_a_pause_and_never_held_time(person: Rehearsal) -> None:
    person.keys.next()
    person.wait(10)
    person.clock.advance(5)
    view = person.keys.tick()
    assert view.live.phase is SessionPhase.LEAD_IN
    assert any("stood still" in said.text for said in view.announcements)
    view = person.wait(3 + 20 + 0.2)
    assert person.kept_holds == [("PC6", "left", 30.0, True)]
    story = person.journal.recall_story(person.session.id)
    assert story is not None
    assert [pause.cause for pause in story.pauses] == ["gap"]


def test_next_in_a_hold_ends_it_with_the_seconds_really_held(person: Rehearsal) -> None:
    person.keys.next()
    person.wait(12)
    person.keys.next()
    (kept,) = person.kept_holds
    assert kept[:2] == ("PC6", "left")
    assert kept[2] == pytest.approx(12, abs=0.11)
    assert not kept[3]


def test_pausing_stops_the_figure_and_the_breath(person: Rehearsal) -> None:
    person.keys.next()
    person.wait(7)
    paused = person.keys.pause_or_go_on()
    assert paused.live.phase is SessionPhase.PAUSED
    later = person.wait(60)
    assert later.live.seconds == paused.live.seconds
    assert later.live.breath is None
    assert later.live.fraction == paused.live.fraction
    assert not later.live.phase.runs


def test_stop_asks_and_a_symptom_ends_the_session_with_what_to_do(person: Rehearsal) -> None:
    person.keys.next()
    person.wait(8)
    card = person.keys.stop().stop_card
    assert card is not None
    assert {choice.kind for choice in card.choices} >= {
        AdverseKind.CHEST,
        AdverseKind.DIZZY,
        AdverseKind.NUMB,
        AdverseKind.SHARP_PAIN,
        AdverseKind.MORE_PAIN,
        AdverseKind.BREATHLESS,
        AdverseKind.BRUISE,
    }
    view = person.keys.stop_for(AdverseKind.DIZZY)
    assert view.advice is not None
    assert not person.is_over()
    person.keys.leave_advice()
    assert person.is_over()
    story = person.journal.recall_story(person.session.id)
    assert story is not None
    assert story.session.end is SessionEnd.SAFETY_STOP
    assert [event.kind for event in story.adverse_events] == [AdverseKind.DIZZY]
    assert story.adverse_events[0].point == "PC6"


def test_a_skipped_side_is_kept_as_skipped_and_not_as_held(person: Rehearsal) -> None:
    person.keys.next()
    person.wait(4)
    person.keys.skip()
    story = person.journal.recall_story(person.session.id)
    assert story is not None
    assert [hold.comfort for hold in story.holds] == [Comfort.SKIPPED]
    assert not story.holds[0].completed


def test_the_light_follows_the_first_weeks_eight_breaths_a_minute(person: Rehearsal) -> None:
    person.keys.next()
    breath = person.wait(3.0).live.breath
    assert breath is not None
    assert breath.fullness == pytest.approx(1.0, abs=0.01)
    assert [part.seconds for part in breath.parts] == [3.0, 4.5]
    off = person.keys.breathing()
    assert off.live.breath is None


def test_a_running_hold_leaves_a_trace_every_five_seconds_for_a_crash(person: Rehearsal) -> None:
    person.keys.next()
    person.wait(11)
    unfinished = person.journal.recall_unfinished_session()
    assert unfinished is not None
    assert unfinished.checkpoint is not None
    assert unfinished.checkpoint.held_seconds == pytest.approx(10, abs=0.15)
    today = DayRange(START.date(), START.date() + timedelta(days=1))
    assert person.journal.recall_stories(today)[0].session.end is None


def test_who_has_pressed_before_need_not_touch_a_key_again(journal: Journal, bench: Bench) -> None:
    person = Rehearsal(journal, bench, begins_after_seconds=10.0)
    assert person.keys.view().live.follows_clock
    assert person.wait(9.5).live.phase is SessionPhase.READY
    view = person.wait(1.0)
    assert view.live.phase is SessionPhase.HOLDING
    person.wait(30)
    assert person.kept_holds == [("PC6", "left", 30.0, True)]


def test_wait_for_me_stops_the_countdown_until_the_person_begins(journal: Journal, bench: Bench) -> None:
    person = Rehearsal(journal, bench, begins_after_seconds=10.0)
    person.wait(4)
    assert not person.keys.pause_or_go_on().live.follows_clock
    assert person.wait(60).live.phase is SessionPhase.READY
    assert person.keys.pause_or_go_on().live.phase is SessionPhase.HOLDING


@pytest.mark.parametrize("code", [code for code, how in HOW_TO.items() if how.place_left])
def test_the_large_title_of_a_place_on_one_side_names_that_side(code: PointCode) -> None:
    for side in (SiteSide.LEFT, SiteSide.RIGHT):
        place = place_view(
            BOOK, a_plan(site(code, side, 30)).steps[0], SessionPhase.HOLDING, Hanzi.TRADITIONAL
        )
        assert side.value in place.title.lower()
        assert side.mirrored.value not in place.title.lower()


@pytest.fixture
def pseudo() -> Iterator[None]:
    speak(PSEUDO, None)
    yield
    speak("en", None)


@pytest.mark.usefixtures("pseudo")
def test_every_sentence_can_be_translated(person: Rehearsal) -> None:
    untouched = person.keys.view()
    person.keys.next()
    holding = person.wait(20)
    paused = person.keys.pause_or_go_on()
    asked = person.keys.stop()
    advised = person.keys.stop_for(AdverseKind.DIZZY)
    views = [dataclasses.replace(view, title="") for view in (untouched, holding, paused, asked, advised)]
    assert not list(untranslated(tuple(views)))
