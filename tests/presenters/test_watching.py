"""The watch on its pages: a notice at home, advice after an entry, the next safety check, and the tick."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from acupress_desktop.domain.ids import PointCode, ProtocolId, RegionId, RuleId
from acupress_desktop.domain.journal import (
    AdverseEventRecord,
    AdverseKind,
    CheckInRecord,
    ContextTag,
    HoldRecord,
    Measure,
    PainReport,
    RatingRecord,
    RatingTime,
    SessionEnd,
    SessionRecord,
)
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import DayRange
from acupress_desktop.domain.protocols import DoseStage, Form
from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.domain.safety.answers import Reply
from acupress_desktop.domain.safety.outcome import BlockedRegion, OutcomeKind
from acupress_desktop.domain.sides import PainSide, SiteSide
from acupress_desktop.presenters.after_session import AfterSessionPresenter
from acupress_desktop.presenters.check_in import CheckInPresenter
from acupress_desktop.presenters.check_in_view import CheckInDone, Place
from acupress_desktop.presenters.destinations import ToAdverseLog, ToOutcome, ToPlan, ToToday
from acupress_desktop.presenters.outcome import NoSessionView, OutcomePresenter
from acupress_desktop.presenters.plan_view import NoPlanView, PlanView
from acupress_desktop.presenters.safety_view import ListBody, RegionBody, SafetyView
from acupress_desktop.presenters.session_place import SessionBook
from acupress_desktop.presenters.session_view import AdviceKind
from acupress_desktop.presenters.today_view import TodayView
from acupress_desktop.presenters.watching import Watching
from tests.presenters.stage_a import Stage, press_set
from tests.presenters.steps_a import (
    answer_no,
    cleared,
    plan_of,
    safety_of,
    to_page,
    today_of,
    walk_healthy,
    watch_content,
)

NECK = RegionId("area-neck")


def last_days(set_up: Stage, back: int) -> DayRange:
    today = set_up.clock.now().local_date
    return DayRange(today - timedelta(days=back), today)


def after_session(set_up: Stage) -> AfterSessionPresenter:
    """The page after a session that began with a 3 and has no number yet from afterwards."""
    session_with(set_up, 0.01, 3, None)
    stories = set_up.journal.recall_stories(last_days(set_up, 1))
    story = next(one for one in stories if one.session.protocol == "P01")
    book = SessionBook("Neck", set_up.files.atlas, set_up.files.how_to)
    return AfterSessionPresenter(
        set_up.journal,
        story,
        book,
        set_up.row_ids,
        set_up.clock.now,
        set_up.settings.recall_settings,
        Watching(set_up.journal, watch_content(set_up), set_up.clock.now),
    )


def ago(set_up: Stage, **spans: float) -> Moment:
    return Moment.of(set_up.clock.when - timedelta(**spans), "Europe/Berlin")


def tell(
    set_up: Stage, kind: AdverseKind, days: float = 0, point: str | None = None, side: SiteSide | None = None
) -> None:
    code = None if point is None else PointCode(point)
    set_up.journal.remember_adverse_event(
        AdverseEventRecord(set_up.new_id(), None, ago(set_up, days=days), kind, code, side=side)
    )


def session_with(set_up: Stage, days: float, before: int, after: int | None, protocol: str = "P01") -> None:
    """A finished session, with a number before it and one five minutes after."""
    started = ago(set_up, days=days)
    key = set_up.new_id()
    record = SessionRecord(
        id=key,
        started=started,
        protocol=ProtocolId(protocol),
        content_version="1",
        form=Form.FULL,
        stage=DoseStage.USUAL,
        planned_holds=1,
        planned_seconds=30,
        region=NECK,
        side=None,
        rules=(),
        clearance_json="{}",
    )
    first = RatingRecord(set_up.new_id(), key, started, Measure.PAIN, RatingTime.BEFORE, before)
    set_up.journal.remember_session_opened(record, (first,))
    set_up.journal.remember_hold(
        HoldRecord(
            id=set_up.new_id(),
            session=key,
            moment=started,
            order=1,
            point=PointCode("LI4"),
            side=SiteSide.LEFT,
            prescribed_seconds=30,
            hold_seconds=30,
            held_seconds=30.0,
            completed=True,
            changed_by=(),
            felt_pressure=3,
        )
    )
    set_up.journal.remember_session_closed(key, end=SessionEnd.COMPLETED, ended=started)
    if after is not None:
        later = RatingRecord(set_up.new_id(), key, started, Measure.PAIN, RatingTime.AFTER_5, after)
        set_up.journal.remember_rating(later)


def log_pain(set_up: Stage, days: float, intensity: int, tags: tuple[ContextTag, ...] = ()) -> None:
    pain = PainReport(set_up.new_id(), NECK, PainSide.BOTH, intensity)
    record = CheckInRecord(set_up.new_id(), ago(set_up, days=days), (pain,), tags=tags)
    set_up.journal.remember_check_in(record)


def worse_for_weeks(set_up: Stage) -> None:
    for day in range(41, 0, -1):
        if day % 3:
            log_pain(set_up, day, 7 if day < 14 else 3)


def notices(view: object) -> list[str]:
    assert isinstance(view, TodayView)
    return [notice.key for notice in view.notices]


# --- Home


def test_higher_numbers_come_as_one_calm_card_that_says_what_it_rests_on(set_up: Stage) -> None:
    worse_for_weeks(set_up)
    (notice,) = today_of(set_up).present().notices
    assert notice.key == "watch:W01"
    assert notice.title == "Your pain numbers are higher than before"
    assert notice.text.startswith(
        "Neck: the middle of your last two weeks is 7 of 10, of the four weeks before 3."
    )
    assert notice.act == "I have had this checked"
    assert notice.other_act == "Remind me in 30 days"


def test_a_tick_ends_a_notice_and_is_kept_in_the_journal(set_up: Stage) -> None:
    worse_for_weeks(set_up)
    presenter = today_of(set_up)
    assert notices(presenter.act("watch:W01")) == []
    (advice,) = set_up.journal.recall_advice()
    assert advice.rule == "W01"
    assert advice.checked is not None


def test_only_the_most_urgent_is_told_and_the_next_after_it(set_up: Stage) -> None:
    worse_for_weeks(set_up)
    for day in (2, 1):
        tell(set_up, AdverseKind.NUMB, day)
    tell(set_up, AdverseKind.CHEST)
    presenter = today_of(set_up)
    assert notices(presenter.present()) == ["watch:W07"]
    assert notices(presenter.act("watch:W07")) == ["watch:W06b"]
    assert notices(presenter.act("watch:W06b")) == ["watch:W01"]


def test_what_was_put_off_comes_back_after_some_days_or_when_it_is_seen_anew(set_up: Stage) -> None:
    for day in (2, 1):
        tell(set_up, AdverseKind.NUMB, day)
    presenter = today_of(set_up)
    assert notices(presenter.other_act("watch:W06b")) == []
    set_up.clock.pass_time(days=2)
    assert notices(presenter.present()) == []
    tell(set_up, AdverseKind.TINGLING)
    assert notices(presenter.present()) == ["watch:W06b"]
    presenter.other_act("watch:W06b")
    set_up.clock.pass_time(days=3)
    assert notices(presenter.present()) == ["watch:W06b"]


def test_a_deleted_effect_is_no_reason_for_anything(set_up: Stage) -> None:
    tell(set_up, AdverseKind.CHEST)
    assert notices(today_of(set_up).present()) == ["watch:W07"]
    today = set_up.clock.now().local_date
    (event,) = set_up.journal.recall_adverse_events(last_days(set_up, 3))
    set_up.journal.remember_adverse_event_deleted(event.id)
    assert event.moment.local_date == today
    assert notices(today_of(set_up).present()) == []


# --- After an entry


def check_in_of(set_up: Stage) -> CheckInPresenter:
    watching = Watching(set_up.journal, watch_content(set_up), set_up.clock.now)
    presenter = CheckInPresenter(
        set_up.journal,
        set_up.files.regions,
        set_up.clock.now,
        set_up.clock.local,
        set_up.new_id,
        watching,
    )
    presenter.start()
    return presenter


def save(presenter: CheckInPresenter, value: int, *tags: ContextTag) -> CheckInDone:
    presenter.toggle_place(Place(NECK, PainSide.BOTH))
    presenter.rate_pain(value)
    for tag in tags:
        presenter.toggle_tag(tag)
    done = presenter.save()
    assert isinstance(done, CheckInDone)
    return done


def test_an_entry_that_shows_something_new_says_so_at_once_and_only_once(set_up: Stage) -> None:
    log_pain(set_up, 1, 3, (ContextTag.WOKEN_BY_PAIN,))
    done = save(check_in_of(set_up), 3, ContextTag.WOKEN_BY_PAIN)
    assert done.advice is not None
    assert done.advice.kind is AdviceKind.CALM
    assert done.advice.title == "Pain woke you on more than one night"
    assert done.advice.sentences[0] == "You noted it for 2 of the last 7 nights."
    assert save(check_in_of(set_up), 3).advice is None


def test_an_ordinary_entry_says_nothing(set_up: Stage) -> None:
    assert save(check_in_of(set_up), 9).advice is None
    assert save(check_in_of(set_up), 2, ContextTag.WOKEN_BY_PAIN).advice is None


# --- The next safety check


def test_a_bruise_is_marked_in_the_question_and_its_place_is_left_out(set_up: Stage) -> None:
    walk_healthy(safety_of(set_up))
    tell(set_up, AdverseKind.BRUISE, point="LI4", side=SiteSide.LEFT)
    set_up.clock.pass_time(days=1)
    presenter = safety_of(set_up)
    view = to_page(presenter, "skin")
    assert isinstance(view.body, RegionBody)
    home = set_up.files.regions.home(PointCode("LI4"))
    assert RegionSelection(home, SiteSide.LEFT) in view.body.marked
    assert view.body.nowhere == "Nowhere any more: the bruise is gone"
    assert "You noted a bruise on 22 Nov" in view.lead
    answered: object = presenter.go_on()
    lists = []
    while isinstance(answered, SafetyView):
        if isinstance(answered.body, ListBody):
            lists.append(answered)
        answered = answer_no(presenter, answered)
    # Whoever told of a bruise is asked again what makes bruises come easily.
    assert any("what you take" in one.title for one in lists)
    assert isinstance(answered, ToPlan)
    sites = {(one.point, one.side) for one in answered.result.clearance.blocked_sites}
    assert ("LI4", SiteSide.LEFT) in sites


def test_the_mark_can_be_taken_away_but_the_point_rests_for_a_week(set_up: Stage) -> None:
    press_set(set_up, "P16")
    set_up.clock.pass_time(days=1)
    tell(set_up, AdverseKind.BRUISE, point="LI4", side=SiteSide.LEFT)
    _pages, where = walk_healthy(safety_of(set_up))
    assert isinstance(where, ToPlan)
    by_watch = [one for one in where.result.clearance.blocked_sites if one.rule == "W04"]
    assert [(one.point, one.side) for one in by_watch] == [("LI4", SiteSide.LEFT)]
    plan = plan_of(set_up, where).present()
    assert isinstance(plan, PlanView)
    assert [left.point for left in plan.left_out if "W04" in left.rule] == ["LI4"]

    set_up.clock.pass_time(days=8)
    _pages, later = walk_healthy(safety_of(set_up))
    assert isinstance(later, ToPlan)
    assert not [one for one in later.result.clearance.blocked_sites if one.rule == "W04"]


def test_an_answer_that_restricts_already_is_not_asked_away_by_a_bruise(set_up: Stage) -> None:
    presenter = safety_of(set_up)
    view: object = to_page(presenter, "what you take")
    presenter.toggle_row("blood_thinner")
    view = presenter.go_on()
    while isinstance(view, SafetyView):
        view = answer_no(presenter, view)
    tell(set_up, AdverseKind.BRUISE)
    set_up.clock.pass_time(days=1)
    _pages, where = walk_healthy(safety_of(set_up))
    assert isinstance(where, ToPlan)
    assert "L01" in where.result.clearance.rules


def test_two_sessions_after_which_pain_rose_pause_the_set_until_the_tick(set_up: Stage) -> None:
    session_with(set_up, 3, 3, 5)
    session_with(set_up, 1, 3, 5)
    _pages, where = walk_healthy(safety_of(set_up))
    assert isinstance(where, ToOutcome)
    assert where.result.kind is OutcomeKind.POSTPONE
    presenter = OutcomePresenter(set_up.settings, set_up.files.safety.words, where)
    view = presenter.present()
    assert isinstance(view, NoSessionView)
    assert view.title == "This set waits for a clinician"
    assert view.log
    assert presenter.log() == ToAdverseLog()
    # Another set is open.
    assert isinstance(walk_healthy(safety_of(set_up, "knee"))[1], ToPlan)

    (notice,) = today_of(set_up).present().notices
    assert notice.key == "watch:W03b"
    today_of(set_up).act(notice.key)
    _pages, later = walk_healthy(safety_of(set_up))
    assert isinstance(later, ToPlan)
    assert ("W03", 3) in {(cap.rule, cap.max_felt_pressure) for cap in later.result.clearance.pressure_caps}


def test_the_rules_of_the_watch_never_become_reminders_of_the_table(set_up: Stage) -> None:
    session_with(set_up, 1, 3, 5)
    walk_healthy(safety_of(set_up))
    assert not {row.rule for row in set_up.journal.recall_advice()} & {RuleId("W03")}


def test_an_emergency_goes_first(set_up: Stage) -> None:
    tell(set_up, AdverseKind.CHEST)
    presenter = safety_of(set_up)
    presenter.toggle_row("E01")
    where = presenter.go_on()
    assert isinstance(where, ToOutcome)
    assert where.result.kind is OutcomeKind.EMERGENCY
    again = safety_of(set_up)
    to_page(again, "numbness")
    told: object = again.answer(Reply.NO)
    while isinstance(told, SafetyView):
        told = answer_no(again, told)
    assert isinstance(told, ToOutcome)
    assert [message.rule for message in told.result.messages] == ["W07"]


# --- After a session


def test_pain_that_rises_by_two_is_answered_at_once_with_both_numbers(set_up: Stage) -> None:
    session_with(set_up, 2, 2, 4)
    presenter = after_session(set_up)
    view = presenter.rate(5)
    assert view.advice is not None
    assert view.advice.sentences[0] == "Your pain was 3 before this session and is 5 now."
    assert "we pause it" in view.advice.sentences[-1]


def test_the_first_rise_says_that_the_next_session_is_softer(set_up: Stage) -> None:
    view = after_session(set_up).rate(5)
    assert view.advice is not None
    assert "more softly, at 3 or less" in view.advice.sentences[-1]
    assert after_session(set_up).rate(4).advice is None


def test_a_bruise_after_a_session_asks_where_and_keeps_side_and_region(set_up: Stage) -> None:
    presenter = after_session(set_up)
    view = presenter.tell(AdverseKind.BRUISE)
    (where,) = view.where
    assert where.question == "Where is the bruise?"
    assert [(site.point, site.side) for site in where.sites] == [("LI4", SiteSide.LEFT)]
    presenter.tell_site(AdverseKind.BRUISE, PointCode("LI4"), SiteSide.LEFT)
    presenter.leave_advice()
    assert presenter.save() == ToToday()
    (event,) = set_up.journal.recall_adverse_events(last_days(set_up, 1))
    assert (event.point, event.side) == ("LI4", SiteSide.LEFT)
    assert event.region == set_up.files.atlas[PointCode("LI4")].region


def test_dizziness_has_no_place(set_up: Stage) -> None:
    assert after_session(set_up).tell(AdverseKind.DIZZY).where == ()


def test_the_log_keeps_what_was_told_before_it_opens(set_up: Stage) -> None:
    presenter = after_session(set_up)
    presenter.tell(AdverseKind.SORE_SPOT)
    assert presenter.log() == ToAdverseLog()
    assert [one.kind for one in set_up.journal.recall_adverse_events(last_days(set_up, 1))] == [
        AdverseKind.SORE_SPOT
    ]


@pytest.mark.slow
@pytest.mark.parametrize(("after", "page"), [(3, PlanView), (6, NoPlanView)])
def test_a_calm_set_that_waits_does_not_stand_in_for_another(
    set_up: Stage, after: int, page: type[object]
) -> None:
    for day in (3, 1):
        session_with(set_up, day, 3, after, "P16")
    going = cleared(set_up, "knee")
    clearance = going.result.clearance
    gone = tuple(BlockedRegion(RegionId(name), None, RuleId("L08")) for name in ("legs", "hand"))
    nothing_left = replace(clearance, blocked_regions=(*clearance.blocked_regions, *gone))
    narrow = replace(going, result=replace(going.result, clearance=nothing_left))
    assert isinstance(plan_of(set_up, narrow).present(), page)
