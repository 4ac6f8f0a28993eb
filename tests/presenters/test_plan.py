"""Before a session: what is pressed, what is left out and why, and what "Begin" writes down."""

from __future__ import annotations

import pytest

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.journal import Measure, RatingTime
from acupress_desktop.domain.protocols import DoseStage, Form
from acupress_desktop.domain.safety.answers import Reply
from acupress_desktop.domain.settings import OnOff, ShoulderReach, YesNo
from acupress_desktop.presenters.destinations import ToPlan, ToSafety, ToSession
from acupress_desktop.presenters.plan_view import NoPlanView, PlanView
from acupress_desktop.presenters.safety_view import SafetyView
from acupress_desktop.presenters.session_papers import (
    SessionPapers,
    UnreadablePapers,
    papers_of,
    papers_text,
)
from tests.presenters.stage_a import Stage, press_set
from tests.presenters.steps_a import answer_no, cleared, plan_of, safety_of, walk_ticking


def cleared_with(set_up: Stage, *rows: str, complaint: str = "neck_shoulder") -> ToPlan:
    """Answer no to everything but ``rows`` of the checklists."""
    where = walk_ticking(set_up, safety_of(set_up, complaint), *rows)
    assert isinstance(where, ToPlan)
    return where


def shown(view: PlanView | NoPlanView) -> PlanView:
    assert isinstance(view, PlanView)
    return view


def test_the_first_session_of_all_is_the_short_calm_set(set_up: Stage) -> None:
    view = shown(plan_of(set_up, cleared(set_up)).present())
    assert view.title == "Calm set"
    assert [card.point for card in view.points] == ["PC6", "HT7", "EX-HN3"]
    assert all("30 seconds" in card.dose and "pressure 3" in card.dose for card in view.points)
    assert "about 3 minutes" in view.summary


def test_what_is_known_stands_before_begin(set_up: Stage) -> None:
    press_set(set_up, "P16")
    view = shown(plan_of(set_up, cleared(set_up)).present())
    assert view.evidence.certainty == "Certainty: very low."
    assert "33 women" in view.evidence.text
    assert view.evidence.sources
    assert all(source.checked.startswith("checked ") for source in view.evidence.sources)


def test_limits_say_their_rule_and_what_to_do(set_up: Stage) -> None:
    press_set(set_up, "P16")
    view = shown(plan_of(set_up, cleared_with(set_up, "blood_thinner")).present())
    (limit,) = [limit for limit in view.limits if limit.rule == "Rule L01"]
    assert limit.text
    softer = "softer today: because you take a blood thinner (rule L01)"
    assert any(softer in card.notes for card in view.points)
    assert all("felt pressure 5" not in card.dose for card in view.points)


def test_what_is_left_out_names_its_rule_and_what_comes_instead(set_up: Stage) -> None:
    press_set(set_up, "P16")
    view = shown(plan_of(set_up, cleared_with(set_up, "artery_or_stroke")).present())
    neck = [lost for lost in view.left_out if lost.point == "GB20"]
    assert neck
    assert all(lost.rule.startswith("Rule L") and lost.reason and lost.instead for lost in neck)
    assert "GB20" not in {card.point for card in view.points}


def test_a_point_out_of_reach_is_swapped_and_comes_back(set_up: Stage) -> None:
    press_set(set_up, "P16")
    presenter = plan_of(set_up, cleared(set_up))
    without = shown(presenter.turn_reach(PointCode("SI14")))
    (lost,) = without.left_out
    assert lost.point == "SI14"
    assert not lost.rule
    assert lost.can_reach
    assert "SI14" not in {card.point for card in without.points}
    assert any("instead of" in note for card in without.points for note in card.notes)
    assert not shown(presenter.turn_reach(PointCode("SI14"))).left_out


def test_a_stiff_shoulder_gets_the_points_within_reach(set_up: Stage) -> None:
    press_set(set_up, "P16")
    set_up.settings.change(shoulder_reach=ShoulderReach.POOR)
    view = shown(plan_of(set_up, cleared(set_up)).present())
    assert {"GB21", "SI14"} <= {lost.point for lost in view.left_out}


def test_numbers_before_are_welcome_and_not_forced(set_up: Stage) -> None:
    presenter = plan_of(set_up, cleared(set_up))
    assert shown(presenter.present()).hint
    where = presenter.begin()
    assert isinstance(where, ToSession)
    story = set_up.journal.recall_story(where.session)
    assert story is not None
    assert not story.ratings


def test_begin_writes_the_session_with_what_was_told_before_it(set_up: Stage) -> None:
    going = cleared(set_up)
    presenter = plan_of(set_up, going)
    presenter.rate(Measure.PAIN, 6)
    presenter.turn_more()
    presenter.rate(Measure.STRESS, 0)
    where = presenter.begin()
    assert isinstance(where, ToSession)
    story = set_up.journal.recall_story(where.session)
    assert story is not None
    assert {(rating.measure, rating.time, rating.value) for rating in story.ratings} == {
        (Measure.PAIN, RatingTime.BEFORE, 6),
        (Measure.STRESS, RatingTime.BEFORE, 0),
    }
    assert story.session.region == "area-neck"
    assert story.session.planned_holds == len(where.plan.steps)
    assert story.session.stage is DoseStage.FIRST_WEEK
    papers = papers_of(story.session.clearance_json)
    assert papers == SessionPapers(going.result.clearance, where.plan)


@pytest.mark.slow
@pytest.mark.parametrize("hours", [1.01, 9, -1])
def test_a_page_that_stood_open_for_an_hour_leads_back_to_the_questions(set_up: Stage, hours: float) -> None:
    presenter = plan_of(set_up, cleared(set_up))
    set_up.clock.pass_time(hours=hours)
    where = presenter.begin()
    assert isinstance(where, ToSafety)
    assert where.complaint == "neck_shoulder"
    assert where.given is None
    assert set_up.journal.recall_unfinished_session() is None


def test_a_full_journal_says_so_and_starts_nothing(set_up: Stage) -> None:
    presenter = plan_of(set_up, cleared(set_up))
    set_up.journal.close()
    view = shown(presenter.begin())  # type: ignore[arg-type]
    assert view.hint


def test_a_long_set_has_two_lengths(set_up: Stage) -> None:
    press_set(set_up, "P16")
    presenter = plan_of(set_up, cleared(set_up, "low_back"))
    full, short = shown(presenter.present()).forms
    assert full.form is Form.FULL
    view = shown(presenter.choose_form(Form.SHORT))
    assert view.summary != shown(presenter.choose_form(Form.FULL)).summary
    assert short.form is Form.SHORT


def test_a_day_that_is_full_offers_no_start(set_up: Stage) -> None:
    press_set(set_up, "P16")
    press_set(set_up, "P01")
    presenter = plan_of(set_up, cleared(set_up))
    view = presenter.present()
    assert isinstance(view, NoPlanView)
    assert "Two sessions" in view.lead
    assert presenter.begin() == view


def test_in_a_pregnancy_only_the_calm_points_remain(set_up: Stage) -> None:
    press_set(set_up, "P16")
    set_up.settings.change(can_be_pregnant=YesNo.YES)
    presenter = safety_of(set_up)
    view: object = presenter.present()
    while isinstance(view, SafetyView):
        expecting = "pregnant today" in view.title
        view = presenter.answer(Reply.YES) if expecting else answer_no(presenter, view)
    assert isinstance(view, ToPlan)
    page = shown(plan_of(set_up, view).present())
    assert {card.point for card in page.points} <= {"PC6", "HT7", "EX-HN3"}
    assert "Neck and shoulders" in page.summary
    assert any(limit.rule == "Rule PR2" for limit in page.limits)


def test_the_breathing_guide_says_its_pace_or_that_it_is_off(set_up: Stage) -> None:
    going = cleared(set_up)
    assert "3 seconds in, 4.5 out" in shown(plan_of(set_up, going).present()).breathing
    set_up.settings.change(breathing=OnOff.OFF)
    assert "off in your settings" in shown(plan_of(set_up, going).present()).breathing


@pytest.mark.slow
@pytest.mark.parametrize(
    ("found", "instead"),
    [
        ('"schema":2', '"schema":3'),
        ('"schema":2', '"schema":1'),
        ('"hold_seconds":30', '"hold_seconds":"30"'),
        ('"hold_seconds"', '"hold_secs"'),
        ('"complaint":"neck_shoulder"', '"complaint":null'),
        ('"stage":"first_week"', '"stage":"double"'),
        ("{", "["),
    ],
)
def test_odd_papers_are_refused_and_never_guessed(set_up: Stage, found: str, instead: str) -> None:
    where = plan_of(set_up, cleared(set_up)).begin()
    assert isinstance(where, ToSession)
    text = papers_text(SessionPapers(where.result.clearance, where.plan))
    assert found in text
    with pytest.raises(UnreadablePapers):
        papers_of(text.replace(found, instead, 1))


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"schema":1}'])
def test_no_papers_are_refused(text: str) -> None:
    with pytest.raises(UnreadablePapers):
        papers_of(text)
