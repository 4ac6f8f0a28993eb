"""Shorter ways through a set: on the home page, before a session, and in a list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from acupress_desktop.domain.breathing import FIRST_WEEK, USUAL, BreathPattern
from acupress_desktop.domain.ids import ComplaintId, OccasionId, PointCode, ProtocolId, RegionId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.occasions import LOW_ENERGY, Room, Voice
from acupress_desktop.domain.plans import CALM
from acupress_desktop.domain.settings import (
    BreathingPattern,
    EveningTheme,
    OnOff,
    Settings,
    Theme,
    VoiceDetail,
)
from acupress_desktop.domain.sides import PainSide
from acupress_desktop.presenters.beginning import chosen_breath
from acupress_desktop.presenters.complaints import (
    ComplaintsContent,
    ComplaintsPresenter,
    ComplaintsView,
    Opening,
)
from acupress_desktop.presenters.destinations import ToPlan, ToSafety, ToSession
from acupress_desktop.presenters.history_detail import HistoryNames, session_detail
from acupress_desktop.presenters.occasions import (
    AS_SET,
    OccasionBook,
    OccasionsView,
    SessionManner,
    manner_of,
    occasions_view,
    spoken_as,
)
from acupress_desktop.presenters.outlines import history_of
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.plan_view import NoPlanView, PlanView
from acupress_desktop.presenters.session_papers import papers_of
from acupress_desktop.presenters.used_set import UsedSet
from tests.presenters.stage_a import Stage, press_set
from tests.presenters.steps_a import plan_of, safety_of, today_of, walk_healthy

DESK = OccasionId("desk")
FLARE_UP = OccasionId("flare_up")
WIND_DOWN = OccasionId("wind_down")
SLOW = BreathPattern(4.8, 7.2)


def in_the_second_week(stage: Stage) -> None:
    """Somebody whose set is for neck and shoulders, with its first week behind them, and two others'."""
    for name in ("P16", "P12", "P13", "P01"):
        press_set(stage, name)
        stage.clock.pass_time(minutes=1)
    stage.clock.pass_time(days=8)


_WALKED: dict[tuple[ComplaintId, Moment], ToPlan] = {}


def gone_through(stage: Stage, going: ToSafety) -> ToPlan:
    """The way of a healthy person through the questions, walked once for each complaint and moment."""
    key = (going.complaint, stage.clock.now())
    if key not in _WALKED:
        _pages, where = walk_healthy(safety_of(stage, ToSafety(going.complaint)))
        assert isinstance(where, ToPlan)
        _WALKED[key] = where
    return replace(_WALKED[key], occasion=going.occasion)


def listed(stage: Stage, used: UsedSet | None = None) -> OccasionsView:
    files = stage.files
    book = OccasionBook(files.occasions, files.protocols, files.atlas, files.regions, files.regions_of)
    now = stage.clock.now()
    history = history_of(stage.journal.recall_protocol_starts(), now)
    return occasions_view(book, used, stage.settings.kept, history, now)


def used_set(stage: Stage, name: str) -> UsedSet:
    return UsedSet(next(one for one in stage.files.protocols if one.id == name))


# --- The home page


def test_a_tired_person_is_two_taps_from_three_points(set_up: Stage) -> None:
    in_the_second_week(set_up)
    view = today_of(set_up).present()
    assert view.low_energy is not None
    assert (view.low_energy.label, view.low_energy.detail) == (
        "Low energy today",
        "3 points, 3 minutes, dim screen",
    )
    assert today_of(set_up).low_energy() == ToSafety(ComplaintId("neck_shoulder"), occasion=LOW_ENERGY)


@pytest.mark.parametrize(
    "bright",
    [Settings(evening_theme=EveningTheme.SAME), Settings(theme=Theme.CONTRAST)],
    ids=["never", "contrast"],
)
def test_no_dim_screen_is_promised_to_whoever_keeps_the_colours(set_up: Stage, bright: Settings) -> None:
    in_the_second_week(set_up)
    set_up.settings.kept = replace(
        set_up.settings.kept, evening_theme=bright.evening_theme, theme=bright.theme
    )
    view = today_of(set_up).present()
    assert view.low_energy is not None
    assert view.low_energy.detail == "3 points, 3 minutes"


def test_brief_voice_is_said_only_where_there_is_a_voice(set_up: Stage) -> None:
    in_the_second_week(set_up)
    set_up.settings.kept = replace(set_up.settings.kept, voice=OnOff.ON)
    view = today_of(set_up).present()
    assert view.low_energy is not None
    assert view.low_energy.detail == "3 points, 3 minutes, brief voice"


def test_the_safety_questions_are_the_same(set_up: Stage) -> None:
    in_the_second_week(set_up)
    walk_healthy(safety_of(set_up, ToSafety(ComplaintId("neck_shoulder"))))
    pages, where = walk_healthy(safety_of(set_up, ToSafety(ComplaintId("neck_shoulder"))))
    tired, there = walk_healthy(
        safety_of(set_up, ToSafety(ComplaintId("neck_shoulder"), occasion=LOW_ENERGY))
    )
    assert (tired, type(there)) == (pages, type(where))
    assert isinstance(there, ToPlan)
    assert there.occasion == LOW_ENERGY


def test_before_the_first_session_there_is_no_second_act(set_up: Stage) -> None:
    assert today_of(set_up).present().low_energy is None
    assert listed(set_up).rows == ()
    assert "calm set" in listed(set_up).note


def test_after_two_sessions_neither_act_can_be_pressed(set_up: Stage) -> None:
    in_the_second_week(set_up)
    press_set(set_up, "P01")
    press_set(set_up, "P01")
    view = today_of(set_up).present()
    assert view.low_energy is not None
    assert not view.low_energy.ready
    assert not view.start.ready


# --- The page before a session


def test_the_plan_says_which_occasion_and_that_nobody_has_tested_it(set_up: Stage) -> None:
    in_the_second_week(set_up)
    going = gone_through(set_up, ToSafety(ComplaintId("neck_shoulder"), occasion=LOW_ENERGY))
    view = plan_of(set_up, going).present()
    assert isinstance(view, PlanView)
    assert view.occasion is not None
    assert view.occasion.heading == "Occasion: Low energy"
    assert any(note.startswith("Nobody has tested") for note in view.occasion.notes)
    assert any(note.startswith("Our own choice") for note in view.occasion.notes)
    assert view.evidence_note == "What follows is about the whole set. Nobody has tested this shorter way."
    assert [card.point for card in view.points] == ["LI4", "LI10", "GB21"]
    assert view.summary.startswith("Six holds, about 3 minutes.")
    assert [way.label for way in view.ways if way.choice is Choice.CHOSEN] == ["Low energy, 3 min"]


def test_one_can_go_back_to_the_whole_set_and_on_to_another_occasion(set_up: Stage) -> None:
    in_the_second_week(set_up)
    going = gone_through(set_up, ToSafety(ComplaintId("neck_shoulder"), occasion=LOW_ENERGY))
    presenter = plan_of(set_up, going)
    whole = presenter.choose_way(None)
    assert isinstance(whole, PlanView)
    assert whole.occasion is None
    assert whole.evidence_note == ""
    assert len(whole.points) == 5
    assert [way.label for way in whole.ways if way.choice is Choice.CHOSEN] == ["The whole set, 11 min"]
    desk = presenter.choose_way(DESK)
    assert isinstance(desk, PlanView)
    assert [card.point for card in desk.points] == ["LI4", "GB20"]
    again = presenter.change_answers()
    assert isinstance(again, ToSafety)
    assert again.occasion == DESK


def test_only_ways_that_these_answers_are_good_for_are_offered(set_up: Stage) -> None:
    in_the_second_week(set_up)
    going = gone_through(set_up, ToSafety(ComplaintId("neck_shoulder")))
    view = plan_of(set_up, going).present()
    assert isinstance(view, PlanView)
    offered = [way.occasion for way in view.ways]
    assert offered[:6] == [None, LOW_ENERGY, DESK, "before_exercise", FLARE_UP, "morning_stiffness"]
    # Sore legs and sleep have questions of their own.
    assert not {"after_exercise", WIND_DOWN} & set(offered)


def test_the_first_session_of_all_is_the_calm_set_whatever_the_occasion(set_up: Stage) -> None:
    going = gone_through(set_up, ToSafety(ComplaintId("neck_shoulder"), occasion=DESK))
    view = plan_of(set_up, going).present()
    assert isinstance(view, PlanView)
    assert view.title == "Calm set"
    assert "whatever the occasion" in view.summary
    assert (view.occasion, view.ways) == (None, ())


def test_in_the_first_week_an_occasion_is_halved_too(set_up: Stage) -> None:
    press_set(set_up, "P16")
    set_up.clock.pass_time(days=1)
    going = gone_through(set_up, ToSafety(ComplaintId("neck_shoulder"), occasion=LOW_ENERGY))
    view = plan_of(set_up, going).present()
    assert isinstance(view, PlanView)
    assert view.points[0].dose.startswith("12 s")


@pytest.mark.slow
@pytest.mark.parametrize("complaint", ["neck_shoulder", "headache", "period_cramps", "stress"])
def test_on_a_bad_day_the_sore_place_is_left_alone(set_up: Stage, complaint: str) -> None:
    in_the_second_week(set_up)
    going = gone_through(set_up, ToSafety(ComplaintId(complaint), occasion=FLARE_UP))
    view = plan_of(set_up, going).present()
    assert isinstance(view, PlanView)
    places = set_up.files.regions_of(ComplaintId(complaint))
    sore = {point for place in places for point in set_up.files.regions.points(place)}
    assert view.points
    assert not {card.point for card in view.points} & sore


def test_where_an_occasion_keeps_nothing_the_whole_set_is_one_tap_away(set_up: Stage) -> None:
    in_the_second_week(set_up)
    going = gone_through(set_up, ToSafety(ComplaintId("neck_shoulder"), occasion=DESK))
    presenter = plan_of(set_up, going)
    presenter.turn_reach(PointCode("LI4"))
    view = presenter.turn_reach(PointCode("GB20"))
    assert isinstance(view, NoPlanView)
    assert view.whole_set == "Look at the whole set"
    assert isinstance(presenter.choose_way(None), PlanView)


def test_the_journal_and_the_papers_keep_the_occasion(set_up: Stage) -> None:
    in_the_second_week(set_up)
    going = gone_through(set_up, ToSafety(ComplaintId("neck_shoulder"), occasion=LOW_ENERGY))
    where = plan_of(set_up, going).begin()
    assert isinstance(where, ToSession)
    assert where.plan.occasion == LOW_ENERGY
    story = set_up.journal.recall_story(where.session)
    assert story is not None
    assert story.session.occasion == LOW_ENERGY
    assert papers_of(story.session.clearance_json).plan == where.plan


def test_the_history_names_the_occasion(set_up: Stage) -> None:
    in_the_second_week(set_up)
    going = gone_through(set_up, ToSafety(ComplaintId("neck_shoulder"), occasion=DESK))
    where = plan_of(set_up, going).begin()
    assert isinstance(where, ToSession)
    story = set_up.journal.recall_story(where.session)
    assert story is not None
    files = set_up.files
    sets = {one.id: one for one in files.protocols}
    names = HistoryNames(files.atlas, files.regions, sets, lambda _rule: "", occasions=files.occasions)
    assert session_detail(story, names).title == "Neck and shoulders (At a desk)"
    later = replace(names, occasions=())
    assert session_detail(story, later).title == "Neck and shoulders (desk)"


# --- How its session behaves


@pytest.mark.slow
def test_the_session_of_an_occasion_is_brief_dim_and_slow_as_its_row_says(set_up: Stage) -> None:
    in_the_second_week(set_up)
    occasions = set_up.files.occasions
    going = gone_through(set_up, ToSafety(ComplaintId("sleep"), occasion=WIND_DOWN))
    where = plan_of(set_up, going).begin()
    assert isinstance(where, ToSession)
    manner = manner_of(where.plan, occasions)
    assert (manner.voice, manner.room) == (Voice.BRIEF, Room.DIM)
    assert manner.pattern is not None
    assert manner.pattern.breaths_per_minute < USUAL.breaths_per_minute
    assert manner_of(replace(where.plan, occasion=None), occasions) == AS_SET
    assert manner_of(replace(where.plan, occasion=OccasionId("gone")), occasions) == AS_SET


# --- The list


def test_each_row_says_points_minutes_and_of_which_set_it_is(set_up: Stage) -> None:
    in_the_second_week(set_up)
    rows = {row.occasion: row for row in listed(set_up, used_set(set_up, "P01")).rows}
    assert len(rows) == len(set_up.files.occasions)
    assert rows[DESK].line == "2 points, 2 minutes"
    assert rows[DESK].of_set == "Made of the set “Neck and shoulders”."
    assert rows[DESK].going == ToSafety(ComplaintId("neck_shoulder"), occasion=DESK)
    assert rows[WIND_DOWN].going == ToSafety(ComplaintId("sleep"), occasion=WIND_DOWN)
    assert rows[FLARE_UP].going == ToSafety(ComplaintId("neck_shoulder"), occasion=FLARE_UP)


def test_the_painful_side_goes_with_the_own_set(set_up: Stage) -> None:
    in_the_second_week(set_up)
    knee = replace(used_set(set_up, "P09"), pain_side=PainSide.RIGHT)
    rows = {row.occasion: row for row in listed(set_up, knee).rows}
    assert rows[LOW_ENERGY].going == ToSafety(ComplaintId("knee"), PainSide.RIGHT, occasion=LOW_ENERGY)
    # Three sites of one knee, half as long in its first week.
    assert rows[LOW_ENERGY].line == "3 points, 1 minute, dim screen"
    assert rows[DESK].going == ToSafety(ComplaintId("neck_shoulder"), occasion=DESK)


def test_who_uses_nothing_yet_gets_the_calm_set(set_up: Stage) -> None:
    press_set(set_up, "P16")
    set_up.clock.pass_time(days=1)
    rows = {row.occasion: row for row in listed(set_up).rows}
    assert rows[LOW_ENERGY].going.complaint == "calm"
    assert ProtocolId("P16") == CALM


@pytest.mark.parametrize(
    ("chosen", "days", "wanted"),
    [
        (BreathingPattern.BY_WEEK, 8, SLOW),
        (BreathingPattern.BY_WEEK, 0, FIRST_WEEK),
        (BreathingPattern.EIGHT_A_MINUTE, 8, FIRST_WEEK),
        (BreathingPattern.SIX_A_MINUTE, 8, USUAL),
    ],
)
def test_slower_breaths_give_way_to_the_first_week_and_to_what_was_chosen(
    set_up: Stage, chosen: BreathingPattern, days: int, wanted: BreathPattern
) -> None:
    press_set(set_up, "P16")
    set_up.clock.pass_time(days=days)
    now = set_up.clock.now()
    history = history_of(set_up.journal.recall_protocol_starts(), now)
    settings = replace(set_up.settings.kept, breathing_pattern=chosen)
    assert chosen_breath(settings, history, now, (), (), SLOW).pattern == wanted


def test_an_occasion_says_less_and_never_more() -> None:
    brief = SessionManner(voice=Voice.BRIEF)
    told = {detail: spoken_as(Settings(voice_detail=detail), brief).voice_detail for detail in VoiceDetail}
    assert told == {
        VoiceDetail.FULL: VoiceDetail.BRIEF,
        VoiceDetail.BRIEF: VoiceDetail.BRIEF,
        VoiceDetail.TONES: VoiceDetail.TONES,
    }
    assert spoken_as(Settings(), AS_SET) == Settings()


# --- The choice of a set


def chooser(stage: Stage) -> ComplaintsPresenter:
    files = stage.files
    content = ComplaintsContent(
        files.protocols, files.atlas, files.regions, files.regions_of, listed(stage, used_set(stage, "P01"))
    )
    return ComplaintsPresenter(stage.journal, stage.settings, content, Opening.CHANGE)


def test_the_choice_of_a_set_has_the_occasions_too_and_keeps_the_set(set_up: Stage) -> None:
    in_the_second_week(set_up)
    presenter = chooser(set_up)
    view = presenter.present()
    assert view.occasions_heading == "Another occasion"
    assert [row.occasion for row in view.occasions][:2] == [LOW_ENERGY, DESK]
    before = set_up.glance()
    assert presenter.choose_occasion(DESK) == ToSafety(ComplaintId("neck_shoulder"), occasion=DESK)
    assert set_up.glance() == before
    assert isinstance(presenter.choose_occasion(OccasionId("gone")), ComplaintsView)


def test_a_place_that_was_tapped_shows_its_sets_alone(set_up: Stage) -> None:
    in_the_second_week(set_up)
    view = chooser(set_up).tap(RegionId("area-knee"))
    assert (view.occasions, view.occasions_heading) == ((), "")
