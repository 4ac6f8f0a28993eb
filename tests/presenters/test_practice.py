"""The practice page: a plan without blame, goals in one's own words, and ways that all pass the questions."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from acupress_desktop.domain.exercises import ExerciseKind
from acupress_desktop.domain.ids import ComplaintId, PointCode
from acupress_desktop.domain.practice import GOALS_MAX
from acupress_desktop.domain.protocols import Protocol
from acupress_desktop.domain.routine_sets import set_of
from acupress_desktop.domain.routines import ExerciseStep, PressStep, Routine, RoutineSides
from acupress_desktop.domain.settings import WeekStart
from acupress_desktop.domain.sides import PainSide
from acupress_desktop.presenters.destinations import ToComplaints, ToPlan, ToRoutine, ToSafety, ToSession
from acupress_desktop.presenters.occasions import OccasionBook, OccasionsView, occasions_view
from acupress_desktop.presenters.outlines import history_of
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.practice import PracticePorts, PracticePresenter
from acupress_desktop.presenters.practice_book import SMALL_START, PracticeContent
from acupress_desktop.presenters.practice_view import PlanAct, PracticeView
from acupress_desktop.presenters.used_set import UsedSet
from tests.presenters.stage_a import Stage, press_set
from tests.presenters.steps_a import plan_of, safety_of, walk_healthy

NECK = ComplaintId("neck_shoulder")


def protocol(stage: Stage, name: str) -> Protocol:
    return next(one for one in stage.files.protocols if one.id == name)


def practice_of(stage: Stage, used: str | None = "P01", side: PainSide | None = None) -> PracticePresenter:
    files = stage.files

    def set_of_routine(routine: Routine) -> Protocol | None:
        return set_of(routine, files.protocols, files.atlas, "Nobody has tested it.")

    def occasions(mine: UsedSet | None) -> OccasionsView:
        book = OccasionBook(files.occasions, files.protocols, files.atlas, files.regions, files.regions_of)
        now = stage.clock.now()
        past = history_of(stage.journal.recall_protocol_starts(), now)
        return occasions_view(book, mine, stage.settings.kept, past, now)

    content = PracticeContent(
        files.protocols, files.atlas, files.evidence.findings, files.occasions, set_of_routine
    )
    mine = None if used is None else UsedSet(protocol(stage, used), side)
    ports = PracticePorts(
        stage.journal,
        content,
        stage.settings.recall_settings,
        lambda: mine,
        occasions,
        stage.clock.now,
        stage.new_id,
    )
    return PracticePresenter(ports)


def page(found: object) -> PracticeView:
    assert isinstance(found, PracticeView)
    return found


def every_text(view: object) -> list[str]:
    """Every string anywhere in a view."""
    if isinstance(view, str):
        return [view]
    if isinstance(view, tuple):
        return [text for part in view for text in every_text(part)]
    if hasattr(view, "__dataclass_fields__"):
        return [text for name in view.__dataclass_fields__ for text in every_text(getattr(view, name))]
    return []


# --- The plan ----------------------------------------------------------------------------------------------


def test_there_is_a_proposal_from_the_rhythm_of_the_set_and_nothing_is_planned_unasked(set_up: Stage) -> None:
    presenter = practice_of(set_up)
    plan = presenter.present().plan
    assert plan.title == "Neck and shoulders"
    assert [act.act for act in plan.acts] == [PlanAct.TAKE_PROPOSAL, PlanAct.CHANGE]
    assert "5 days a week, once a day" in plan.acts[0].label
    assert any("five days a week, for four weeks" in line for line in plan.lines)
    assert set_up.journal.recall_practice_plan() is None
    view = page(presenter.act(PlanAct.TAKE_PROPOSAL))
    kept = set_up.journal.recall_practice_plan()
    assert kept is not None
    assert (kept.protocol, kept.days_per_week, kept.sessions_per_day) == ("P01", 5, 1)
    assert view.said is not None
    presenter.undo()
    assert set_up.journal.recall_practice_plan() is None


def test_somebody_new_is_led_to_a_first_session_before_any_plan(set_up: Stage) -> None:
    presenter = practice_of(set_up, None)
    acts = presenter.present().plan.acts
    assert [act.label for act in acts] == ["Choose a place", "Make a plan of my own"]
    assert presenter.act(acts[0].act) == ToComplaints()


def test_somebody_who_uses_no_set_yet_can_still_make_a_plan(set_up: Stage) -> None:
    presenter = practice_of(set_up, None)
    edit = page(presenter.act(PlanAct.CHANGE)).edit
    assert edit is not None
    labels = [subject.label for subject in edit.subjects]
    assert "Neck and shoulders" in labels
    assert len(labels) == len([one for one in set_up.files.protocols if one.offered])
    presenter.choose_subject("P12")
    edit = presenter.choose_days(3).edit
    assert edit is not None
    assert (edit.chosen, edit.days, edit.times) == ("P12", 3, 1)
    assert "Every night" in edit.meant
    assert presenter.save_plan().edit is None
    kept = set_up.journal.recall_practice_plan()
    assert kept is not None
    assert (kept.protocol, kept.days_per_week) == ("P12", 3)


@pytest.mark.parametrize(("days", "times"), [(0, 1), (8, 1), (3, 3), (3, 0)])
def test_a_rhythm_that_is_not_offered_changes_nothing(set_up: Stage, days: int, times: int) -> None:
    presenter = practice_of(set_up)
    before = page(presenter.act(PlanAct.CHANGE)).edit
    presenter.choose_days(days)
    after = presenter.choose_times(times).edit
    assert before is not None
    assert after is not None
    assert 1 <= after.days <= 7
    assert 1 <= after.times <= 2


def test_the_first_week_starts_with_three_points_and_then_the_whole_set(set_up: Stage) -> None:
    press_set(set_up, "P16")
    presenter = practice_of(set_up)
    view = page(presenter.act(PlanAct.TAKE_PROPOSAL))
    assert [act.act for act in view.plan.acts] == [PlanAct.PRESS_SMALL, PlanAct.PRESS_ALL, PlanAct.CHANGE]
    assert view.plan.lines[0] == "Week 1 begins with your first session."
    assert any("first three points" in line for line in view.plan.lines)
    assert presenter.act(PlanAct.PRESS_SMALL) == ToSafety(NECK, occasion=SMALL_START)
    assert presenter.act(PlanAct.PRESS_ALL) == ToSafety(NECK)
    press_set(set_up, "P01")
    assert presenter.present().plan.heading == "Your plan, Week 1 of 4"
    set_up.clock.pass_time(days=8)
    view = presenter.present()
    assert view.plan.heading == "Your plan, Week 2 of 4"
    assert [act.act for act in view.plan.acts] == [PlanAct.PRESS_ALL, PlanAct.CHANGE]
    assert any("about 10 minutes" in line for line in view.plan.lines)


def test_the_small_start_is_the_first_three_points_as_the_set_has_them(set_up: Stage) -> None:
    press_set(set_up, "P16")
    presenter = practice_of(set_up)
    presenter.act(PlanAct.TAKE_PROPOSAL)
    going = presenter.act(PlanAct.PRESS_SMALL)
    assert isinstance(going, ToSafety)
    _pages, where = walk_healthy(safety_of(set_up, going))
    assert isinstance(where, ToPlan)
    shown = plan_of(set_up, where)
    session = shown.begin()
    assert isinstance(session, ToSession)
    whole = protocol(set_up, "P01")
    steps = session.plan.steps
    assert list(dict.fromkeys(step.point for step in steps)) == [step.point for step in whole.steps[:3]]
    by_point = {step.point: step for step in whole.steps}
    for step in steps:
        assert step.hold_seconds == by_point[step.point].hold_seconds // 2
        assert step.felt_pressure == by_point[step.point].felt_pressure
    assert session.plan.occasion == SMALL_START


def test_a_set_of_three_points_is_not_cut_any_shorter(set_up: Stage) -> None:
    presenter = practice_of(set_up, "P07")
    view = page(presenter.act(PlanAct.TAKE_PROPOSAL))
    assert [act.act for act in view.plan.acts] == [PlanAct.PRESS_ALL, PlanAct.CHANGE]
    assert any("every hold is half as long" in line for line in view.plan.lines)


def test_where_the_side_is_not_known_it_is_asked_first(set_up: Stage) -> None:
    unknown = practice_of(set_up, "P09")
    unknown.act(PlanAct.TAKE_PROPOSAL)
    assert unknown.act(PlanAct.PRESS_ALL) == ToComplaints(ComplaintId("knee"))
    known = practice_of(set_up, "P09", PainSide.LEFT)
    assert known.act(PlanAct.PRESS_ALL) == ToSafety(ComplaintId("knee"), PainSide.LEFT)


def test_after_the_weeks_of_the_set_there_is_a_choice_and_it_is_asked_once(set_up: Stage) -> None:
    presenter = practice_of(set_up)
    presenter.act(PlanAct.TAKE_PROPOSAL)
    press_set(set_up, "P01")
    set_up.clock.pass_time(days=27)
    assert presenter.present().plan.over_title == ""
    set_up.clock.pass_time(days=1)
    plan = presenter.present().plan
    assert plan.over_title == "The 4 weeks are over"
    assert "our own suggestion" in plan.over_text
    assert [act.act for act in plan.over_acts] == [PlanAct.GO_ON, PlanAct.TAKE_SMALLER, PlanAct.STOP]
    plan = page(presenter.act(PlanAct.TAKE_SMALLER)).plan
    assert plan.over_title == ""
    assert plan.heading == "Your plan, Week 5"
    kept = set_up.journal.recall_practice_plan()
    assert kept is not None
    assert (kept.days_per_week, kept.sessions_per_day) == (3, 1)
    presenter.undo()
    assert page(presenter.act(PlanAct.GO_ON)).plan.over_title == ""


def test_a_stopped_plan_lets_no_older_one_count_and_comes_back_whole(set_up: Stage) -> None:
    presenter = practice_of(set_up)
    presenter.act(PlanAct.TAKE_PROPOSAL)
    set_up.clock.pass_time(days=1)
    presenter.act(PlanAct.CHANGE)
    presenter.choose_days(2)
    presenter.save_plan()
    plans = set_up.journal.recall_practice_plans()
    assert len(plans) == 2
    view = page(presenter.act(PlanAct.STOP))
    assert set_up.journal.recall_practice_plans() == ()
    assert view.review is None
    presenter.undo()
    assert set_up.journal.recall_practice_plans() == plans


def test_a_routine_can_be_planned_and_is_pressed_through_the_same_questions(set_up: Stage) -> None:
    steps = (
        PressStep(set_up.new_id(), PointCode("LI4"), RoutineSides.BOTH, 60, 4),
        ExerciseStep(set_up.new_id(), ExerciseKind.WALK, "round the block", "", 600, None),
    )
    routine = Routine(set_up.new_id(), set_up.clock.now(), "Mornings", NECK, "", steps)
    set_up.journal.remember_routine(routine)
    presenter = practice_of(set_up)
    edit = page(presenter.act(PlanAct.CHANGE)).edit
    assert edit is not None
    chosen = next(subject for subject in edit.subjects if "Mornings" in subject.label)
    presenter.choose_subject(chosen.key)
    view = presenter.save_plan()
    assert view.plan.title == "Mornings"
    assert view.weeks.dose == (
        "Nobody has tested your own routine, so there are no minutes of a trial to set beside it.",
    )
    assert presenter.act(PlanAct.PRESS_ALL) == ToSafety(NECK, routine=routine.id)
    set_up.journal.remember_routine_deleted(routine.id)
    view = presenter.present()
    assert [act.act for act in view.plan.acts] == [PlanAct.CHANGE, PlanAct.STOP]
    assert presenter.act(PlanAct.PRESS_ALL) == ToComplaints()


# --- The review --------------------------------------------------------------------------------------------


def test_a_review_is_set_shown_changed_and_taken_away(set_up: Stage) -> None:
    presenter = practice_of(set_up)
    assert presenter.present().review is None
    review = page(presenter.act(PlanAct.TAKE_PROPOSAL)).review
    assert review is not None
    today = set_up.clock.now().local_date
    assert review.suggested == today + timedelta(weeks=4)
    day = today + timedelta(days=30)
    review = presenter.keep_review(day).review
    assert review is not None
    assert review.on == day
    assert review.line == "Tuesday 22 December 2026"
    set_up.clock.pass_time(days=31)
    review = presenter.present().review
    assert review is not None
    assert review.line.startswith("It was set for 22 Dec 2026.")
    presenter.keep_review(None)
    kept = set_up.journal.recall_practice_plan()
    assert kept is not None
    assert kept.review_on is None
    presenter.undo()
    kept = set_up.journal.recall_practice_plan()
    assert kept is not None
    assert kept.review_on == day


def test_a_change_of_the_plan_keeps_the_day_of_its_review(set_up: Stage) -> None:
    presenter = practice_of(set_up)
    presenter.act(PlanAct.TAKE_PROPOSAL)
    presenter.keep_review(date(2027, 1, 8))
    presenter.act(PlanAct.CHANGE)
    presenter.choose_days(2)
    presenter.save_plan()
    kept = set_up.journal.recall_practice_plan()
    assert kept is not None
    assert (kept.days_per_week, kept.review_on) == (2, date(2027, 1, 8))


# --- Planned and pressed -----------------------------------------------------------------------------------


def test_weeks_stand_beside_each_other_and_the_table_says_the_same(set_up: Stage) -> None:
    presenter = practice_of(set_up)
    presenter.act(PlanAct.TAKE_PROPOSAL)
    for _day in range(3):
        press_set(set_up, "P01", hold_seconds=60, holds=10)
        set_up.clock.pass_time(days=1)
    view = presenter.present().weeks
    assert [row.pressed for row in view.rows] == [10, 20]
    assert all(row.planned is not None for row in view.rows)
    assert [row.cells[2] for row in view.rows] == ["10 min", "20 min"]
    assert view.rows[-1].name == "this week"
    for row in view.rows:
        assert row.spoken in view.spoken
    assert view.table is Choice.OPEN
    assert presenter.turn_table().weeks.table is Choice.CHOSEN


def test_weeks_begin_on_the_day_that_the_settings_name(set_up: Stage) -> None:
    press_set(set_up, "P01")
    presenter = practice_of(set_up)
    assert "begins on Monday" in presenter.present().weeks.note
    set_up.settings.change(week_start=WeekStart.SUNDAY)
    assert "begins on Sunday" in presenter.present().weeks.note
    # Sunday evening: a week that begins today holds what was pressed today.
    assert [row.pressed for row in presenter.present().weeks.rows] == [1]


def test_how_often_of_late_is_told_without_a_word_of_blame(set_up: Stage) -> None:
    presenter = practice_of(set_up)
    presenter.act(PlanAct.TAKE_PROPOSAL)
    for _day in range(5):
        press_set(set_up, "P01")
        set_up.clock.pass_time(days=4)
    view = presenter.present()
    assert view.weeks.line == "You pressed on 3 of the 14 days up to today; you had planned about 10."
    assert view.weeks.beside == "Days off are fine, and nothing has to be made up for."
    blame = re.compile(
        r"streak|miss(ed|ing)|fail|behind|only \d|\bshould\b|\bmust\b|catch up|well done|reached",
        re.IGNORECASE,
    )
    own = (view.plan, view.weeks, view.goals, view.review, view.title, view.lead, view.ready)
    assert [text for text in every_text(own) if blame.search(text)] == []


TRIAL = "In the trial of {} people that is cited for this set it was {}"
NOT_KNOWN = "How many minutes a week people pressed this set in a trial is not known."


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "said", "points"),
    [
        ("P02", TRIAL.format(67, "7 sessions a week for 6 weeks, 27 to 30 minutes each."), "That says"),
        ("P03", TRIAL.format(67, "7 sessions a week for 6 weeks, 27 to 30 minutes each."), "not quite those"),
        (
            "P09",
            TRIAL.format(314, "14 sessions a week for 12 weeks; how many minutes each, "),
            "have not read",
        ),
        ("P13", TRIAL.format(207, "14 sessions a week for 6 weeks, 15 minutes each."), "not quite those"),
        ("P01", NOT_KNOWN, ""),
        ("P07", NOT_KNOWN, ""),
        ("P15", NOT_KNOWN, ""),
    ],
)
def test_the_dose_of_the_cited_trial_is_told_or_said_not_to_be_known(
    set_up: Stage, name: str, said: str, points: str
) -> None:
    presenter = practice_of(set_up, name)
    dose = page(presenter.act(PlanAct.TAKE_PROPOSAL)).weeks.dose
    assert dose[0].startswith(said)
    assert points in "".join(dose[1:2])
    assert (dose[-1] == "That says what was tried, not how much you need.") == (dose[0] != NOT_KNOWN)


# --- Goals -------------------------------------------------------------------------------------------------


def test_goals_are_kept_in_ones_own_words_up_to_three(set_up: Stage) -> None:
    presenter = practice_of(set_up)
    for words in ("  carry  the shopping ", "sleep <b>through</b>", "walk to the lake"):
        presenter.type_goal(words)
        presenter.keep_goal()
        set_up.clock.pass_time(minutes=1)
    view = presenter.present()
    assert [row.words for row in view.goals.rows] == [
        "carry the shopping",
        "sleep <b>through</b>",
        "walk to the lake",
    ]
    assert view.goals.typed == ""
    assert view.goals.full
    presenter.type_goal("one more")
    assert len(presenter.keep_goal().goals.rows) == GOALS_MAX
    presenter.type_goal("   ")
    presenter.put_away(view.goals.rows[0].id)
    assert len(presenter.keep_goal().goals.rows) == 2


def test_a_goal_is_changed_put_away_brought_back_and_deleted(set_up: Stage) -> None:
    presenter = practice_of(set_up)
    presenter.type_goal("walk")
    key = presenter.keep_goal().goals.rows[0].id
    view = presenter.change_goal(key)
    assert (view.goals.edited, view.goals.typed) == (key, "walk")
    presenter.type_goal("walk to the lake")
    view = presenter.keep_goal()
    assert [row.words for row in view.goals.rows] == ["walk to the lake"]
    assert presenter.change_goal(key).goals.cancel
    assert presenter.cancel_goal().goals.edited is None
    view = presenter.put_away(key)
    assert view.goals.rows == ()
    assert view.goals.away_turn == "1 goal put away"
    assert view.goals.away == ()
    view = presenter.turn_away()
    assert [row.words for row in view.goals.away] == ["walk to the lake"]
    assert [row.words for row in presenter.bring_back(key).goals.rows] == ["walk to the lake"]
    presenter.put_away(key)
    assert presenter.undo().goals.rows != ()
    presenter.put_away(key)
    presenter.delete_goal(key)
    assert set_up.journal.recall_goals() == ()
    presenter.undo()
    assert [goal.words for goal in set_up.journal.recall_goals()] == ["walk to the lake"]


def test_a_fourth_goal_stays_away_until_there_is_room(set_up: Stage) -> None:
    presenter = practice_of(set_up)
    for words in ("a", "b", "c"):
        presenter.type_goal(words)
        presenter.keep_goal()
    first = set_up.journal.recall_goals()[0]
    presenter.put_away(first.id)
    presenter.type_goal("d")
    presenter.keep_goal()
    view = presenter.bring_back(first.id)
    assert len(view.goals.rows) == GOALS_MAX
    assert view.said is not None
    assert "Three goals" in view.said.words


# --- The rest ----------------------------------------------------------------------------------------------


def test_ticks_before_a_session_are_not_kept(set_up: Stage) -> None:
    presenter = practice_of(set_up)
    assert len(presenter.present().ready.rows) == 5
    assert presenter.tick(1).ready.rows[1].choice is Choice.CHOSEN
    assert presenter.tick(1).ready.rows[1].choice is Choice.OPEN
    presenter.tick(2)
    assert all(row.choice is Choice.OPEN for row in practice_of(set_up).present().ready.rows)


def test_every_occasion_leads_to_the_questions(set_up: Stage) -> None:
    assert practice_of(set_up).present().occasions.rows == ()
    press_set(set_up, "P16")
    rows = practice_of(set_up).present().occasions.rows
    assert {row.occasion for row in rows} >= {"low_energy", "desk", "flare_up", "wind_down", SMALL_START}
    assert all(isinstance(row.going, ToSafety) for row in rows)
    assert practice_of(set_up).present().new_routine.going == ToRoutine()
