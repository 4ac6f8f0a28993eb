"""The page about breathing: choosing, making, renaming and deleting patterns, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from acupress_desktop.domain.allowance import PastSession
from acupress_desktop.domain.breathing import (
    FIRST_WEEK,
    FIVE_A_MINUTE,
    SIX_EQUAL,
    USUAL,
    BreathPattern,
    BreathPhase,
    OwnBreath,
)
from acupress_desktop.domain.ids import ProtocolId, RowId, RuleId
from acupress_desktop.domain.row_ids import RowIds
from acupress_desktop.domain.settings import BreathingPattern, OnOff, Settings
from acupress_desktop.domain.troubles import DiskFull, KnownTrouble
from acupress_desktop.presenters.beginning import chosen_breath
from acupress_desktop.presenters.breathing import OWN_BREATHS_MAX, BreathingPorts, BreathingPresenter
from acupress_desktop.presenters.breathing_view import BreathingView, BreathKey
from acupress_desktop.presenters.destinations import Back
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.storage.journal import Journal
from acupress_desktop.words import breathing as words
from acupress_desktop.words.translate import speak
from tests.presenters.pseudo import untranslated
from tests.presenters.stage_a import KeptSettings
from tests.storage.journals import Bench, moment

P = BreathPhase


class Page:
    """The page on a real journal, with settings in memory and a past that the test sets."""

    def __init__(self, journal: Journal, bench: Bench) -> None:
        self.journal = journal
        self.bench = bench
        self.settings = KeptSettings(Settings())
        self.past: tuple[PastSession, ...] = ()
        ids = RowIds(bench.now, bench.chance.randbytes)
        self.presenter = BreathingPresenter(
            BreathingPorts(journal, self.settings, lambda: self.past, bench.now, ids.next)
        )

    def make(self, name: str, **tenths: int) -> BreathingView:
        self.presenter.add()
        self.presenter.write_name(name)
        for phase, value in tenths.items():
            self.presenter.set_tenths(BreathPhase(phase), value)
        return self.presenter.keep()

    def weeks_ago(self, weeks: int) -> None:
        started = moment(self.bench.when - timedelta(weeks=weeks))
        self.past = (PastSession(ProtocolId("P16"), started, 3, 90.0),)


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    bench = Bench(tmp_path / "data")
    journal = bench.open()
    journal.verify()
    yield Page(journal, bench)
    journal.close()


def in_use(view: BreathingView) -> list[str]:
    return [card.name for card in (*view.patterns, *view.own) if card.chosen is Choice.CHOSEN]


def test_the_patterns_that_come_with_the_app_stand_first_and_that_of_the_week_is_in_use(page: Page) -> None:
    view = page.presenter.present()
    assert [card.pattern for card in view.patterns] == [
        FIRST_WEEK,
        FIRST_WEEK,
        USUAL,
        SIX_EQUAL,
        FIVE_A_MINUTE,
    ]
    assert in_use(view) == [words.by_week_name()]
    assert (view.own, view.none_of_own) == ((), words.none_of_own())
    assert all(not card.change and not card.delete for card in view.patterns)
    page.weeks_ago(1)
    assert page.presenter.present().patterns[0].pattern == USUAL


def test_choosing_is_in_force_at_once(page: Page) -> None:
    view = page.presenter.choose(BreathKey(BreathingPattern.FIVE_A_MINUTE))
    assert in_use(view) == [words.five_name()]
    assert view.said == words.chosen_now(words.five_name())
    assert page.settings.kept.breathing_pattern is BreathingPattern.FIVE_A_MINUTE


def test_what_is_slower_than_eight_in_the_first_week_is_the_persons_choice_and_says_so(page: Page) -> None:
    assert page.presenter.present().note == ""
    assert page.presenter.choose(BreathKey(BreathingPattern.SIX_A_MINUTE)).note == words.first_week_note()
    assert page.presenter.choose(BreathKey(BreathingPattern.EIGHT_A_MINUTE)).note == ""
    page.presenter.choose(BreathKey(BreathingPattern.SIX_A_MINUTE))
    page.weeks_ago(1)
    assert page.presenter.present().note == ""


def test_it_says_where_the_guide_is_off(page: Page) -> None:
    page.settings.kept = Settings(breathing=OnOff.OFF)
    assert page.presenter.present().note == words.guide_is_off()


# --- Patterns of one's own ---------------------------------------------------------------------------------


def test_a_pattern_is_made_named_chosen_and_used_in_the_next_session(page: Page) -> None:
    view = page.make("  Evening  ", **{"in": 41, "out": 63})
    (card,) = view.own
    assert (card.name, card.pattern) == ("Evening", BreathPattern(4.1, 6.3))
    assert card.detail == "4.1 s in, 6.3 s out"
    assert (view.said, view.editor, view.none_of_own) == (words.saved("Evening"), None, "")
    view = page.presenter.choose(card.key)
    assert in_use(view) == ["Evening"]
    (kept,) = page.journal.recall_own_breaths()
    chosen = chosen_breath(page.settings.kept, page.past, page.bench.now(), (kept,), ())
    assert (chosen.pattern, chosen.own) == (BreathPattern(4.1, 6.3), kept)


def test_a_new_one_begins_with_no_hold_behind_a_plain_warning(page: Page) -> None:
    form = page.presenter.add().editor
    assert form is not None
    assert [phase.phase for phase in form.phases] == [P.IN, P.OUT]
    assert (form.holds, form.pattern) == (Choice.OPEN, USUAL)
    for condition in (
        "pregnant",
        "heart",
        "lung",
        "epilepsy",
        "high blood pressure",
        "glaucoma",
        "2 seconds",
    ):
        assert condition in form.holds_warning


def test_rests_are_switched_on_set_and_switched_off_again(page: Page) -> None:
    page.presenter.add()
    form = page.presenter.turn_holds().editor
    assert form is not None
    assert [(each.phase, each.tenths) for each in form.phases] == [
        (P.IN, 40),
        (P.HOLD_FULL, 5),
        (P.OUT, 60),
        (P.HOLD_EMPTY, 5),
    ]
    page.presenter.set_tenths(P.HOLD_EMPTY, 20)
    form = page.presenter.set_tenths(P.HOLD_FULL, 0).editor
    assert form is not None
    assert form.pattern == BreathPattern(4.0, 6.0, 0.0, 2.0)
    form = page.presenter.turn_holds().editor
    assert form is not None
    assert form.pattern == USUAL
    page.presenter.turn_holds()
    page.presenter.keep()
    assert page.journal.recall_own_breaths()[0].pattern == BreathPattern(4.0, 6.0, 0.0, 2.0)


@pytest.mark.parametrize(
    ("phase", "tenths", "told"),
    [
        (P.IN, 15, "faster than 12"),
        (P.OUT, 111, "slower than 4"),
        (P.OUT, 39, "shorter than in"),
        (P.OUT, 81, "more than twice"),
        (P.IN, 0, "needs a number"),
    ],
)
def test_what_is_out_of_bounds_is_refused_at_once_in_words(
    page: Page, phase: BreathPhase, tenths: int, told: str
) -> None:
    page.presenter.add()
    if told == "faster than 12":
        page.presenter.set_tenths(P.OUT, 25)
    form = page.presenter.set_tenths(phase, tenths).editor
    assert form is not None
    assert told in " ".join(form.faults)
    assert form.pattern is None
    assert form.keep.blocked_because == form.faults[0]
    assert page.presenter.keep().editor is not None
    assert page.journal.recall_own_breaths() == ()


def test_a_rest_is_never_longer_than_two_seconds(page: Page) -> None:
    page.presenter.add()
    page.presenter.turn_holds()
    form = page.presenter.set_tenths(P.HOLD_FULL, 25).editor
    assert form is not None
    assert [each.tenths for each in form.phases if each.phase is P.HOLD_FULL] == [20]


def test_it_needs_a_name(page: Page) -> None:
    page.presenter.add()
    form = page.presenter.write_name("   ").editor
    assert form is not None
    assert form.keep.blocked_because == words.name_missing()
    assert page.presenter.keep().editor is not None
    longest = page.presenter.write_name("x" * 90).editor
    assert longest is not None
    assert longest.name == "x" * 60


def test_it_is_renamed_and_changed_under_the_same_key(page: Page) -> None:
    (card,) = page.make("Evening", **{"in": 41, "out": 63}).own
    assert card.key.own is not None
    form = page.presenter.change(card.key.own).editor
    assert form is not None
    assert form.title == words.change_title("Evening")
    page.presenter.write_name("Night")
    page.presenter.set_tenths(P.OUT, 70)
    (after,) = page.presenter.keep().own
    assert (after.key, after.name, after.pattern) == (card.key, "Night", BreathPattern(4.1, 7.0))
    page.presenter.change(card.key.own)
    assert page.presenter.leave().editor is None


def test_deleting_is_undone_with_what_was_chosen(page: Page) -> None:
    (card,) = page.make("Evening").own
    assert card.key.own is not None
    page.presenter.choose(card.key)
    page.presenter.change(card.key.own)
    view = page.presenter.delete(card.key.own)
    assert (view.own, view.editor, view.undo) == ((), None, words.undo())
    assert in_use(view) == [words.by_week_name()]
    gone = chosen_breath(page.settings.kept, (), page.bench.now(), page.journal.recall_own_breaths(), ())
    assert gone.pattern == FIRST_WEEK, "the first week stays at eight where the chosen pattern is gone"
    back = page.presenter.undo()
    assert in_use(back) == ["Evening"]
    assert back.undo == ""


def test_what_is_not_there_is_neither_chosen_nor_changed_nor_deleted(page: Page) -> None:
    nobody = RowId("nobody")
    page.presenter.choose(BreathKey(BreathingPattern.OWN, nobody))
    page.presenter.change(nobody)
    page.presenter.delete(nobody)
    view = page.presenter.undo()
    assert in_use(view) == [words.by_week_name()]
    assert (view.editor, view.said, view.undo) == (None, "", "")
    for act in (page.presenter.keep, page.presenter.turn_holds, page.presenter.leave):
        assert act().editor is None
    assert page.presenter.set_tenths(P.IN, 40).editor is None
    assert page.presenter.write_name("x").editor is None


def test_there_is_room_for_so_many(page: Page) -> None:
    for number in range(OWN_BREATHS_MAX):
        page.journal.remember_own_breath(
            OwnBreath(page.bench.key(), page.bench.later(seconds=1), f"{number}", USUAL)
        )
    view = page.presenter.add()
    assert (view.editor, view.add) == (None, "")
    assert view.full == words.full(OWN_BREATHS_MAX)


class FullSettings(KeptSettings):
    """A disk without room."""

    def remember_settings(self, settings: Settings) -> tuple[str, ...]:
        raise KnownTrouble(DiskFull(Path("settings.toml")))


def test_what_cannot_be_kept_says_so_and_is_not_in_use(page: Page) -> None:
    full = FullSettings(Settings())
    ports = BreathingPorts(page.journal, full, lambda: (), page.bench.now, page.bench.key)
    view = BreathingPresenter(ports).choose(BreathKey(BreathingPattern.SIX_EQUAL))
    assert view.trouble
    assert view.said == ""
    assert in_use(view) == [words.by_week_name()]


def test_the_page_leads_back(page: Page) -> None:
    assert page.presenter.back() == Back()


def test_every_word_is_translated(page: Page) -> None:
    speak("pseudo", None)
    page.presenter.add()
    view = page.presenter.turn_holds()
    speak("en", None)
    assert list(untranslated(view)) == []


# --- What a session gets -----------------------------------------------------------------------------------


def test_holds_are_left_out_where_they_are_off_and_it_is_known_by_which_rule(page: Page) -> None:
    page.presenter.add()
    page.presenter.turn_holds()
    (card,) = page.presenter.keep().own
    page.presenter.choose(card.key)
    own = page.journal.recall_own_breaths()
    free = chosen_breath(page.settings.kept, (), page.bench.now(), own, ())
    assert free.pattern == BreathPattern(4.0, 6.0, 0.5, 0.5)
    assert free.holds_left_out_by == ()
    off = chosen_breath(page.settings.kept, (), page.bench.now(), own, (RuleId("L21"),))
    assert (off.pattern, off.holds_left_out_by) == (USUAL, (RuleId("L21"),))
    plain = chosen_breath(Settings(), (), page.bench.now(), own, (RuleId("L21"),))
    assert plain.holds_left_out_by == (), "nothing is said where nothing was left out"
