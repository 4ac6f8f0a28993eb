"""The exercise with a kitchen scale: what it asks, what it leaves out, what it keeps and says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain.how_to import PressingHand
from acupress_desktop.domain.ids import RuleId
from acupress_desktop.domain.ports import JournalChange
from acupress_desktop.domain.pressure import GRAMS_MAX, PressureTrial, PressWith, TrialKind
from acupress_desktop.domain.pressure_exercise import Weighing
from acupress_desktop.domain.safety.hand_limits import HandLimits
from acupress_desktop.domain.sides import Side, SiteSide
from acupress_desktop.domain.troubles import DiskFull, KnownTrouble
from acupress_desktop.presenters.destinations import Back
from acupress_desktop.presenters.pressure import PressurePresenter
from acupress_desktop.presenters.pressure_gate import gate
from acupress_desktop.presenters.pressure_results import lines_beside, lines_for_a_plan, pressing_hand
from acupress_desktop.presenters.pressure_state import grams_typed
from acupress_desktop.presenters.pressure_view import BeforeView, DoneView, IntroView, StepView, Tick
from acupress_desktop.words import pressure as words
from tests.presenters.pressure_stage import GRAMS, PressureStage, begun, pressure_stage


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[PressureStage]:
    with pressure_stage(tmp_path / "data") as opened:
        yield opened


def before(presenter: PressurePresenter, *ticks: Tick) -> BeforeView:
    presenter.start(Weighing.SCALE)
    view = presenter.present()
    for tick in ticks:
        view = presenter.tick(tick)
    assert isinstance(view, BeforeView)
    return view


def titles(stage: PressureStage, presenter: PressurePresenter) -> list[str]:
    found = []
    waiting = iter(GRAMS)
    view = presenter.go_on()
    while isinstance(view, StepView):
        found.append(view.title)
        view = stage.one_step(presenter, view, waiting)
    return found


# --- The whole way ---------------------------------------------------------------------------------------


def test_one_hand_with_a_scale_keeps_each_try_at_once(stage: PressureStage) -> None:
    presenter = stage.presenter()
    begun(presenter)
    done = stage.press_all(presenter)
    trials = stage.journal.recall_pressure_trials()
    assert tuple(trial.grams for trial in trials) == GRAMS
    assert [trial.felt_pressure for trial in trials] == [1] * 3 + [3] * 3 + [5] * 3 + [6] * 3
    assert [trial.kind for trial in trials] == [TrialKind.LEVEL] * 9 + [TrialKind.CEILING] * 3
    assert {(trial.hand, trial.press_with) for trial in trials} == {(Side.LEFT, PressWith.THUMB)}
    assert "Left thumb: 3 of 10 was about 900 to 1,200 g (3 tries, 22 Nov 2026)" in words_of(done)
    assert "Your ceiling: 6 of 10, about 2,100 to 2,600 g (3 tries, 22 Nov 2026)" in words_of(done)
    assert done.saved == "Saved in your journal."
    assert done.other_hand == "Now the right hand"


def words_of(view: DoneView) -> tuple[str, ...]:
    return tuple(line.replace("\u00a0", " ") for line in view.lines)


def test_both_hands_one_after_the_other(stage: PressureStage) -> None:
    presenter = stage.presenter()
    begun(presenter)
    stage.press_all(presenter)
    view = presenter.other_hand()
    assert isinstance(view, StepView)
    assert view.eyebrow == "Right thumb"
    assert view.picture.hand is Side.RIGHT
    done = stage.press_all(presenter, tuple(grams + 100 for grams in GRAMS))
    assert done.other_hand == ""
    intro = presenter.finish()
    assert isinstance(intro, IntroView)
    assert [result.hand for result in intro.results] == [Side.LEFT, Side.RIGHT]
    assert all(result.plot is not None for result in intro.results)
    assert len(stage.journal.recall_pressure_trials()) == 24


def test_without_a_scale_only_the_ceiling_is_kept_and_no_gram(stage: PressureStage) -> None:
    presenter = stage.presenter()
    begun(presenter, Weighing.NOTHING)
    done = stage.press_all(presenter)
    (trial,) = stage.journal.recall_pressure_trials()
    assert (trial.kind, trial.felt_pressure, trial.grams) == (TrialKind.CEILING, 6, None)
    assert done.plot is None
    assert not any(" g" in line.replace("\u00a0", " ") for line in done.lines)


def test_nothing_is_averaged_over_three_tries(stage: PressureStage) -> None:
    presenter = stage.presenter()
    view = begun(presenter)
    waiting = iter(GRAMS)
    while view.title != "Your 3 of 10":
        shown = stage.one_step(presenter, view, waiting)
        assert isinstance(shown, StepView)
        view = shown
    said = " ".join((*view.lines, *view.notes)).replace("\u00a0", " ")
    assert "3 tries: 900 g, 1,200 g, 1,050 g." in said
    assert "From 900 g to 1,200 g." in said
    assert "average" not in said
    assert "middle" not in said
    assert view.plot is not None
    assert [mark.felt_pressure for mark in view.plot.marks] == [1, 3]
    assert view.plot.grid[-1][0] >= 1200


# --- What is left out ------------------------------------------------------------------------------------


@pytest.mark.parametrize("tick", [Tick.BLEEDING, Tick.SKIN, Tick.PREGNANT])
def test_somebody_whose_skin_needs_care_practises_up_to_three_and_looks_for_no_ceiling(
    stage: PressureStage, tick: Tick
) -> None:
    presenter = stage.presenter()
    view = before(presenter, tick)
    assert view.begin.label == "Begin"
    assert "up to 3 of 10" in " ".join(view.lines)
    assert titles(stage, presenter)[-1] == "Your 3 of 10"
    assert max(trial.felt_pressure for trial in stage.journal.recall_pressure_trials()) == 3


@pytest.mark.parametrize(
    ("ticks", "why"),
    [
        ((Tick.UNWELL,), "Rest first"),
        ((Tick.DISORDER,), "looks after your bleeding"),
        ((Tick.LEFT, Tick.RIGHT), "Let both hands rest"),
    ],
)
def test_some_ticks_stop_the_exercise_and_say_why(
    stage: PressureStage, ticks: tuple[Tick, ...], why: str
) -> None:
    presenter = stage.presenter()
    view = before(presenter, *ticks)
    assert why in view.begin.blocked_because
    assert isinstance(presenter.go_on(), BeforeView)
    untick = presenter.tick(ticks[-1])
    assert isinstance(untick, BeforeView)
    assert untick.begin.ready


@pytest.mark.parametrize(("tick", "hand"), [(Tick.LEFT, Side.RIGHT), (Tick.RIGHT, Side.LEFT)])
def test_a_hand_that_is_not_well_neither_presses_nor_is_pressed(
    stage: PressureStage, tick: Tick, hand: Side
) -> None:
    presenter = stage.presenter()
    view = before(presenter, tick)
    assert [each for each, _words in view.hands] == [hand]
    assert view.hand is hand
    presenter.choose_hand(hand.other)
    assert "Your own ceiling" not in titles(stage, presenter)
    done = presenter.present()
    assert isinstance(done, DoneView)
    assert done.other_hand == ""
    assert {trial.hand for trial in stage.journal.recall_pressure_trials()} == {hand}


@pytest.mark.parametrize("cap", [1, 2, 3, 4])
def test_a_cap_from_earlier_answers_holds_whatever_is_ticked(stage: PressureStage, cap: int) -> None:
    presenter = stage.presenter(HandLimits(cap, (RuleId("L01"),)))
    view = before(presenter)
    assert f"set {cap} of 10 as the most" in view.lines[0]
    titles(stage, presenter)
    assert max(trial.felt_pressure for trial in stage.journal.recall_pressure_trials()) == cap


def test_answers_that_stop_a_session_stop_the_exercise(stage: PressureStage) -> None:
    view = before(stage.presenter(HandLimits(stopped_by=(RuleId("L03"),))))
    assert "nothing is pressed for now" in view.begin.blocked_because


@given(
    st.integers(1, 10),
    st.frozensets(st.sampled_from(Tick)),
    st.frozensets(st.sampled_from(Tick)),
)
def test_one_tick_more_never_allows_more(cap: int, few: frozenset[Tick], more: frozenset[Tick]) -> None:
    known = HandLimits(cap)
    less, all_of = gate(known, few | more), gate(known, few)
    assert less.cap <= all_of.cap <= cap
    assert set(less.hands) <= set(all_of.hands)
    assert not all_of.stopped or less.stopped


# --- Going back, leaving out, slips ----------------------------------------------------------------------


def test_one_step_back_takes_the_last_try_out_of_the_journal(stage: PressureStage) -> None:
    presenter = stage.presenter()
    begun(presenter)
    presenter.go_on()
    presenter.write("150")
    presenter.go_on()
    presenter.write("999")
    presenter.go_on()
    assert len(stage.journal.recall_pressure_trials()) == 2
    view = presenter.back()
    assert isinstance(view, StepView)
    assert view.title == "1 of 10, try 2 of 3"
    assert view.field is not None
    assert view.field.text == "999"
    assert [trial.grams for trial in stage.journal.recall_pressure_trials()] == [150]
    presenter.write("180")
    presenter.go_on()
    assert [trial.grams for trial in stage.journal.recall_pressure_trials()] == [150, 180]


def test_all_the_way_back_takes_everything_of_this_sitting_and_nothing_else(stage: PressureStage) -> None:
    old = stage.bench.pressure_trial(3, 800)
    stage.journal.remember_pressure_trial(old)
    presenter = stage.presenter()
    begun(presenter)
    stage.press_all(presenter)
    steps = 0
    while not isinstance(presenter.back(), IntroView):
        steps += 1
        assert steps < 40
    assert stage.journal.recall_pressure_trials() == (old,)


def test_a_part_can_be_left_out_and_comes_back_when_going_back(stage: PressureStage) -> None:
    presenter = stage.presenter()
    begun(presenter)
    view = presenter.skip()
    assert isinstance(view, StepView)
    assert view.title == "What 3 of 10 feels like"
    presenter.go_on()
    presenter.write("900")
    presenter.go_on()
    view = presenter.skip()
    assert isinstance(view, StepView)
    assert view.title == "What 5 of 10 feels like"
    presenter.skip()
    done = presenter.skip()
    assert isinstance(done, DoneView)
    assert words_of(done) == ("Left thumb: 3 of 10: 1 try, too few for a range",)


@pytest.mark.parametrize("typed", ["", "   ", "heavy", "-5", "30001", "1.5", "9" * 40, "１２", "²"])
def test_what_no_scale_shows_is_not_kept(stage: PressureStage, typed: str) -> None:
    presenter = stage.presenter()
    begun(presenter)
    presenter.go_on()
    view = presenter.write(typed)
    assert isinstance(view, StepView)
    assert view.main.blocked_because
    assert view.field is not None
    assert bool(view.field.problem) == bool(typed.strip())
    assert presenter.go_on() == view
    assert stage.journal.recall_pressure_trials() == ()


@given(st.integers(0, GRAMS_MAX))
def test_a_number_is_read_as_it_is_shown(grams: int) -> None:
    assert grams_typed(str(grams)) == grams
    assert grams_typed(words.grams_text(grams)) == grams


def test_steps_up_and_down_stay_on_a_scale(stage: PressureStage) -> None:
    presenter = stage.presenter()
    begun(presenter)
    presenter.go_on()
    presenter.change(-1)
    presenter.change(1)
    view = presenter.change(1)
    assert isinstance(view, StepView)
    assert view.field is not None
    assert view.field.text == "100"
    presenter.write("29990")
    view = presenter.change(1)
    assert isinstance(view, StepView)
    assert view.field is not None
    assert view.field.text == "30000"


def test_the_ceiling_is_asked_before_it_is_pressed(stage: PressureStage) -> None:
    presenter = stage.presenter()
    begun(presenter)
    presenter.skip()
    presenter.skip()
    view = presenter.skip()
    assert isinstance(view, StepView)
    assert view.title == "Your own ceiling"
    assert "right forearm" in view.lines[0]
    assert view.picture.target is None
    assert view.main.blocked_because == "Choose a number first."
    assert presenter.go_on() == view
    view = presenter.rate(0)
    assert isinstance(view, StepView)
    assert view.main.ready


def test_feedback_compares_with_the_own_tries_and_names_no_target(stage: PressureStage) -> None:
    presenter = stage.presenter()
    begun(presenter)
    presenter.go_on()
    said = []
    for grams in ("200", "300", "250"):
        presenter.write(grams)
        view = presenter.go_on()
        assert isinstance(view, StepView)
        said.append(view.feedback.replace("\u00a0", " "))
    assert said == [
        "Kept. That is your first try at this pressure.",
        "Kept. Harder than your other try, 200 g.",
        "Kept. Within your own tries, 200 to 300 g.",
    ]


def test_a_try_that_is_not_on_disk_is_not_called_kept(
    stage: PressureStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    presenter = stage.presenter()
    begun(presenter)
    presenter.go_on()

    def refuse(_record: PressureTrial) -> JournalChange:
        raise KnownTrouble(DiskFull(stage.bench.folder))

    monkeypatch.setattr(stage.journal, "remember_pressure_trial", refuse)
    presenter.write("150")
    view = presenter.go_on()
    assert isinstance(view, StepView)
    assert view.title == "1 of 10, try 1 of 3"
    assert "Kept" not in view.feedback
    assert view.feedback
    monkeypatch.undo()
    view = presenter.go_on()
    assert isinstance(view, StepView)
    assert view.title == "1 of 10, try 2 of 3"


# --- Results, deleting -----------------------------------------------------------------------------------


def test_the_tries_of_one_hand_are_deleted_and_come_back(stage: PressureStage) -> None:
    presenter = stage.presenter()
    begun(presenter)
    stage.press_all(presenter)
    presenter.other_hand()
    stage.press_all(presenter)
    presenter.finish()
    view = presenter.delete_hand(Side.LEFT)
    assert isinstance(view, IntroView)
    assert view.said == "12 tries were deleted."
    assert [result.hand for result in view.results] == [Side.RIGHT]
    assert {trial.hand for trial in stage.journal.recall_pressure_trials()} == {Side.RIGHT}
    view = presenter.undo()
    assert isinstance(view, IntroView)
    assert (view.said, view.undo) == ("", "")
    assert len(stage.journal.recall_pressure_trials()) == 24
    assert presenter.leave() == Back()


def test_the_first_page_says_that_grams_are_no_target_and_names_what_it_leans_on(
    stage: PressureStage,
) -> None:
    view = stage.presenter().present()
    assert isinstance(view, IntroView)
    assert "never grams to reach" in " ".join(view.notes)
    assert "no study that says how many grams are right" in " ".join(view.notes)
    assert view.source.short == "Noll 2017"
    assert "not its results" in view.source.full
    assert "the face, the neck" in " ".join(view.safety)
    assert view.results == ()


def test_no_page_of_the_exercise_names_grams_that_nobody_pressed(stage: PressureStage) -> None:
    presenter = stage.presenter()
    first = presenter.present()
    assert isinstance(first, IntroView)
    said = [first.lead, *first.needs, *first.notes, *first.safety]
    view = begun(presenter)
    while isinstance(view, StepView):
        said += [view.title, *view.lines, view.stop_line]
        shown = presenter.skip()
        if not isinstance(shown, StepView):
            break
        view = shown
    numbers = re.findall(r"\d[\d,.]*\s?(?:k?g)\b", " ".join(said).replace("\u00a0", " "))
    assert numbers == ["5 kg"]


# --- Beside a pressure elsewhere -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("site", "hand", "presses"),
    [
        (SiteSide.LEFT, PressingHand.OTHER, Side.RIGHT),
        (SiteSide.RIGHT, PressingHand.OTHER, Side.LEFT),
        (SiteSide.LEFT, PressingHand.SAME, Side.LEFT),
        (SiteSide.RIGHT, PressingHand.SAME, Side.RIGHT),
        (SiteSide.LEFT, PressingHand.BOTH, None),
        (SiteSide.LEFT, PressingHand.EITHER, None),
        (SiteSide.MIDLINE, PressingHand.OTHER, None),
    ],
)
def test_which_hand_presses_a_site(site: SiteSide, hand: PressingHand, presses: Side | None) -> None:
    assert pressing_hand(site, hand) is presses


def test_grams_stand_beside_a_pressure_only_with_three_tries_of_that_hand_at_it(
    stage: PressureStage,
) -> None:
    trials = [stage.bench.pressure_trial(3, grams) for grams in (900, 1200)]
    assert lines_beside(trials, Side.LEFT, 3) == ()
    trials.append(stage.bench.pressure_trial(3, 1040))
    (line,) = lines_beside(trials, Side.LEFT, 3)
    assert line.replace("\u00a0", " ") == "With your left thumb about 900 to 1,200 g on your scale, 3 tries"
    assert lines_beside(trials, Side.RIGHT, 3) == ()
    assert lines_beside(trials, None, 3) == ()
    assert lines_beside(trials, Side.LEFT, 5) == ()


def test_a_range_in_round_numbers_is_never_narrower_than_the_tries(stage: PressureStage) -> None:
    trials = [stage.bench.pressure_trial(3, grams) for grams in (937, 1013, 1204)]
    (line,) = lines_beside(trials, Side.LEFT, 3)
    assert "930 to 1,300" in line


def test_a_pressure_above_the_own_ceiling_says_so(stage: PressureStage) -> None:
    ceiling = stage.bench.pressure_trial(4, None, TrialKind.CEILING)
    other = replace(ceiling, hand=Side.RIGHT, felt_pressure=6)
    assert lines_beside([ceiling, other], Side.LEFT, 5) == ("Your own ceiling was 4 of 10: stay under it",)
    assert lines_beside([ceiling, other], Side.RIGHT, 5) == ()
    assert lines_beside([ceiling, other], None, 5) == ("Your own ceiling was 4 of 10: stay under it",)
    assert lines_beside([ceiling, other], Side.LEFT, 4) == ()
    hard = [stage.bench.pressure_trial(5, grams) for grams in (1700, 1800, 2300)]
    assert lines_beside([ceiling, *hard], Side.LEFT, 5) == ("Your own ceiling was 4 of 10: stay under it",)


def test_a_plan_says_what_each_hand_pressed_and_warns_once(stage: PressureStage) -> None:
    left = [stage.bench.pressure_trial(felt, grams) for felt in (3, 5) for grams in (900, 1000, 1100)]
    right = [replace(trial, hand=Side.RIGHT) for trial in left]
    assert lines_for_a_plan([], [3, 5]) == ()
    assert [line.split(" was")[0] for line in lines_for_a_plan([*left, *right], [5, 3, 3])] == [
        "Left thumb: 3 of 10",
        "Left thumb: 5 of 10",
        "Right thumb: 3 of 10",
        "Right thumb: 5 of 10",
    ]
    ceiling = stage.bench.pressure_trial(4, None, TrialKind.CEILING)
    said = lines_for_a_plan([*left, ceiling], [3, 5])
    assert [line.split(" was")[0] for line in said] == ["Left thumb: 3 of 10", "Your own ceiling"]
