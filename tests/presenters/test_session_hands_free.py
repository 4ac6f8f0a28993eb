"""A session for busy hands: keys, comfort on the way, captions, the rail, exercises, the quiet view."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.how_to_files import read_how_to
from acupress_desktop.domain.exercises import ExerciseKind, PlannedExercise
from acupress_desktop.domain.journal import Comfort, HoldRecord
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.row_ids import RowIds
from acupress_desktop.domain.session_keys import SessionAct
from acupress_desktop.domain.settings import OnOff, Settings
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.domain.troubles import DiskFull, KnownTrouble
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.session import SessionPresenter
from acupress_desktop.presenters.session_keeping import SessionKeeping
from acupress_desktop.presenters.session_place import SessionBook
from acupress_desktop.presenters.session_switches import KeyKind
from acupress_desktop.presenters.session_view import Calm, SessionActView, SessionPhase, SessionView
from acupress_desktop.session.clock import VirtualClock
from acupress_desktop.session.states import Ready
from acupress_desktop.storage.journal import Journal
from acupress_desktop.words.translate import PSEUDO, speak
from tests.presenters.pseudo import untranslated
from tests.session.sessions import ready, site
from tests.storage.journals import START, Bench

ROOT = asset_root()
ATLAS = read_atlas(ROOT)
BOOK = SessionBook("Calm set", ATLAS, read_how_to(ROOT, ATLAS))
CALM = (
    site("PC6", SiteSide.LEFT, 30),
    site("PC6", SiteSide.RIGHT, 30),
    site("EX-HN3", SiteSide.MIDLINE, 30),
)
STRETCH = PlannedExercise(2, ExerciseKind.STRETCH, "Neck stretch", "Slowly, to each side.", 20, 3)
WALK = PlannedExercise(3, ExerciseKind.WALK, "Walk to the window", "", None, 2)


class Person:
    """Somebody with both hands busy, a clock, and settings kept in memory."""

    def __init__(self, journal: Journal, bench: Bench, exercises: tuple[PlannedExercise, ...] = ()) -> None:
        self.clock = VirtualClock(START)
        self.journal = journal
        self.settings = Settings()
        self.full: DiskFull | None = None
        self.session = bench.session()
        journal.remember_session_opened(self.session)
        ids = RowIds(self.now, bench.chance.randbytes)
        keeping = SessionKeeping(journal, self.session.id, ids, self.now)
        self.keys = SessionPresenter(
            _with(ready(*CALM), exercises),
            BOOK,
            keeping,
            self.clock,
            lambda: self.settings,
            keep_settings=self.keep,
        )

    def keep(self, settings: Settings) -> None:
        if self.full is not None:
            raise KnownTrouble(self.full)
        self.settings = settings

    def now(self) -> Moment:
        return Moment.of(self.clock.now(), "UTC")

    def wait(self, seconds: float) -> SessionView:
        view = self.keys.view()
        for _ in range(round(seconds * 10)):
            self.clock.advance(0.1)
            view = self.keys.tick()
        return view

    @property
    def standing(self) -> str:
        return type(self.keys.state).__name__

    @property
    def holds(self) -> tuple[HoldRecord, ...]:
        story = self.journal.recall_story(self.session.id)
        assert story is not None
        return story.holds


def _with(start: Ready, exercises: tuple[PlannedExercise, ...]) -> Ready:
    plan = dataclasses.replace(start.course.plan, exercises=exercises)
    return dataclasses.replace(start, course=dataclasses.replace(start.course, plan=plan))


def act_in(view: SessionView, act: SessionAct) -> SessionActView:
    return next(each for each in view.acts.seconds if each.act is act)


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
def person(journal: Journal, bench: Bench) -> Person:
    return Person(journal, bench)


# --- Any key


def test_any_plain_key_goes_on_where_the_app_waits_and_never_ends_a_hold(person: Person) -> None:
    act = person.keys.act_of("J", KeyKind.PLAIN)
    assert act is SessionAct.GO_ON
    person.keys.act(act)
    assert person.standing == "Holding"
    person.wait(8)
    person.keys.act(act)
    assert person.standing == "Holding"
    person.keys.pause_or_go_on()
    person.keys.act(act)
    assert person.standing == "LeadIn"
    person.keys.act(act)
    assert person.standing == "Holding"
    person.wait(23)
    assert person.standing == "GetReady"
    person.keys.act(act)
    assert person.standing == "Holding"
    assert person.holds[0].held_seconds == pytest.approx(30.0)


def test_any_key_never_leads_away_from_the_stop_card(person: Person) -> None:
    person.keys.next()
    person.keys.stop()
    person.keys.act(SessionAct.GO_ON)
    assert person.standing == "StopCard"


def test_any_key_can_be_switched_off(person: Person) -> None:
    person.settings = Settings(any_key=OnOff.OFF)
    assert person.keys.act_of("J", KeyKind.PLAIN) is None
    assert person.keys.act_of("Space", KeyKind.PLAIN) is SessionAct.NEXT


def test_a_key_that_others_rely_on_does_nothing_here(person: Person) -> None:
    assert person.keys.act_of("VolumeUp", KeyKind.SPECIAL) is None


def test_the_persons_own_keys_count_at_once_and_stand_on_the_buttons(person: Person) -> None:
    assert act_in(person.keys.view(), SessionAct.SKIP).key == "S"
    person.settings = Settings(session_keys="skip: F8 pause: PageDown stop: Escape")
    assert person.keys.act_of("F8", KeyKind.PLAIN) is SessionAct.SKIP
    assert person.keys.act_of("PageDown", KeyKind.PLAIN) is SessionAct.PAUSE
    view = person.keys.view()
    assert act_in(view, SessionAct.SKIP).key == "F8"
    assert view.acts.pause.key == "Page Down"
    assert view.acts.stop.key == "Esc"


# --- Comfort


@pytest.mark.slow
def test_after_each_point_its_comfort_is_asked_and_nothing_waits_for_the_answer(person: Person) -> None:
    person.keys.next()
    assert person.keys.view().comfort is None
    asked = person.wait(30.5)
    assert asked.comfort is not None
    assert asked.comfort.question.startswith("Left")
    assert [answer.key for answer in asked.comfort.answers] == ["1", "2", "3"]
    on = person.wait(20)
    assert on.live.phase is SessionPhase.HOLDING
    assert on.comfort is not None
    assert on.comfort.question.startswith("Left")
    replaced = person.wait(16)
    assert replaced.comfort is not None
    assert replaced.comfort.question.startswith("Right")
    person.wait(35)
    assert person.keys.over
    assert [hold.comfort for hold in person.holds] == [None, None, None]


def test_fine_is_kept_at_once_and_the_bar_goes(person: Person) -> None:
    person.keys.next()
    person.wait(31)
    view = person.keys.act(SessionAct.FINE)
    assert view.comfort is None
    assert person.holds[0].comfort is Comfort.FINE
    person.keys.act(SessionAct.TOO_MUCH)
    assert person.holds[0].comfort is Comfort.FINE


def test_too_much_is_kept_lowers_what_is_left_there_and_says_so(person: Person) -> None:
    person.keys.next()
    before = person.wait(31).place.felt_pressure
    view = person.keys.act(SessionAct.TOO_MUCH)
    assert person.holds[0].comfort is Comfort.TOO_MUCH
    assert view.place.felt_pressure == before - 1
    assert view.comfort is not None
    assert not view.comfort.answers
    assert f"{before - 1} of 10" in view.comfort.note
    assert view.live.phase is SessionPhase.GET_READY
    person.wait(35)
    assert person.holds[1].felt_pressure == before - 1


def test_no_answer_takes_the_question_away_and_keeps_nothing(person: Person) -> None:
    person.keys.next()
    person.wait(31)
    assert person.keys.act(SessionAct.NO_ANSWER).comfort is None
    assert person.holds[0].comfort is None


def test_a_place_that_was_left_out_or_hardly_touched_is_not_asked_about(person: Person) -> None:
    person.keys.next()
    person.wait(3)
    assert person.keys.next().comfort is None
    person.wait(10)
    assert person.keys.skip().comfort is None


def test_hands_off_hides_the_question(person: Person) -> None:
    person.keys.next()
    person.wait(31)
    assert person.keys.stop().comfort is None


# --- Captions, voice, say again


def test_captions_are_switched_for_good_and_the_line_is_there_when_they_return(person: Person) -> None:
    person.keys.next()
    shown = person.wait(2)
    assert shown.shows_captions
    off = person.keys.act(SessionAct.CAPTIONS)
    assert not off.shows_captions
    assert person.settings.captions is OnOff.OFF
    assert [said.text for said in off.announcements] == ["Captions: off"]
    on = person.keys.act(SessionAct.CAPTIONS)
    assert on.shows_captions
    assert on.caption == shown.caption


def test_a_switch_holds_for_this_session_where_it_cannot_be_kept(person: Person) -> None:
    person.full = DiskFull(Path("settings.toml"))
    voice = next(
        each for each in person.keys.act(SessionAct.VOICE).acts.toggles if each.act is SessionAct.VOICE
    )
    assert voice.state is Choice.CHOSEN
    assert person.settings.voice is OnOff.OFF


def test_say_again_says_the_last_line_even_with_captions_off_until_the_next_one(person: Person) -> None:
    person.keys.next()
    said = person.wait(2).caption
    person.keys.act(SessionAct.CAPTIONS)
    again = person.keys.act(SessionAct.SAY_AGAIN)
    assert again.announcements
    assert again.announcements[-1].text == again.caption == said
    assert again.shows_captions
    assert not person.wait(30).shows_captions


def test_nothing_can_be_said_again_before_the_first_line(person: Person) -> None:
    view = person.keys.view()
    assert act_in(view, SessionAct.SAY_AGAIN).blocked
    assert not person.keys.act(SessionAct.SAY_AGAIN).announcements


# --- Quiet view, rail, time


def test_quiet_and_back(person: Person) -> None:
    assert person.keys.view().acts.calm is Calm.ALL
    assert person.keys.act(SessionAct.QUIET).acts.calm is Calm.QUIET
    assert person.keys.act(SessionAct.QUIET).acts.calm is Calm.ALL


def test_the_rail_names_each_point_with_its_sides_and_knows_where_one_is(person: Person) -> None:
    person.keys.next()
    rail = person.wait(15).rail
    assert [group.code for group in rail.groups] == ["PC6", "EX-HN3"]
    assert [[step.letter for step in group.steps] for group in rail.groups] == [["L", "R"], [""]]
    assert [step.now for group in rail.groups for step in group.steps] == [True, False, False]
    assert rail.groups[0].steps[0].share == pytest.approx(0.5, abs=0.01)


def test_it_says_when_it_will_be_over_while_it_runs(person: Person) -> None:
    person.keys.next()
    end = person.wait(1).done_about
    assert end.startswith("done about ")
    assert person.keys.pause_or_go_on().done_about == ""


def test_before_a_press_the_last_three_seconds_are_counted(person: Person) -> None:
    person.keys.next()
    person.wait(30.05)
    cues = [person.wait(1.0).live.cue for _ in range(4)]
    assert [cue[-1] for cue in cues[1:]] == ["3", "2", "1"]


# --- Exercises


@pytest.mark.slow
def test_an_exercise_stands_in_the_rail_is_shown_in_its_own_words_and_ends_by_itself(
    journal: Journal, bench: Bench
) -> None:
    person = Person(journal, bench, (STRETCH, WALK))
    person.keys.next()
    assert [group.code for group in person.keys.view().rail.groups] == [
        "PC6",
        "Neck stretch",
        "EX-HN3",
        "Walk to the window",
    ]
    assert person.wait(36).following.title == "Neck stretch"
    view = person.wait(35)
    assert person.standing == "Exercising"
    assert view.following.title == "Between the eyebrows"
    assert view.exercise is not None
    assert (view.exercise.title, view.exercise.text) == ("Neck stretch", "Slowly, to each side.")
    assert view.exercise.amount == "3 times, 20 seconds in all"
    assert view.rail.groups[1].steps[0].now
    assert view.comfort is not None
    person.wait(26)
    assert person.standing in {"GetReady", "Holding"}


@pytest.mark.slow
def test_an_exercise_without_seconds_waits_and_any_key_ends_it(journal: Journal, bench: Bench) -> None:
    person = Person(journal, bench, (WALK,))
    person.keys.next()
    view = person.wait(30 + 5 + 30 + 5 + 30 + 60)
    assert view.exercise is not None
    assert view.exercise.hint
    person.keys.act(SessionAct.GO_ON)
    assert person.keys.over


@pytest.fixture
def pseudo() -> Iterator[None]:
    speak(PSEUDO, None)
    yield
    speak("en", None)


@pytest.mark.usefixtures("pseudo")
def test_every_sentence_of_a_hands_free_session_can_be_translated(journal: Journal, bench: Bench) -> None:
    person = Person(journal, bench, (STRETCH,))
    person.keys.next()
    views = [person.wait(31), person.keys.act(SessionAct.TOO_MUCH), person.keys.act(SessionAct.QUIET)]
    exercising = person.wait(45)
    assert exercising.exercise is not None
    doing = dataclasses.replace(exercising.exercise, title="", amount=exercising.exercise.hint)
    views.append(dataclasses.replace(exercising, exercise=doing))
    shown = [dataclasses.replace(view, title="") for view in views]
    preview = dataclasses.replace(shown[0].following, title="")
    assert not list(untranslated(tuple(dataclasses.replace(view, following=preview) for view in shown)))
