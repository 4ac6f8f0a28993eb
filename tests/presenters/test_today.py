"""The home page: what it shows before and after the journal is open, and where it leads."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import timedelta

import pytest

from acupress_desktop.domain.ids import RegionId, RuleId
from acupress_desktop.domain.journal import CheckInRecord, Measure, PainReport
from acupress_desktop.domain.ports import JournalStanding
from acupress_desktop.domain.settings import BodyView
from acupress_desktop.domain.sides import PainSide
from acupress_desktop.presenters.complaints import ComplaintsContent, ComplaintsPresenter, Opening
from acupress_desktop.presenters.destinations import ToComplaints, ToHelp, ToResume, ToSafety, ToSession
from acupress_desktop.presenters.today_first import first_view
from acupress_desktop.presenters.today_view import Phase, TodayView
from acupress_desktop.storage.opening import open_journal
from tests.presenters.stage_a import Stage, fill_three_weeks, press_set
from tests.presenters.steps_a import cleared, plan_of, today_of


def choose(set_up: Stage, complaint: str) -> object:
    files = set_up.files
    content = ComplaintsContent(files.protocols, files.atlas, files.regions, files.regions_of)
    presenter = ComplaintsPresenter(set_up.journal, set_up.settings, content, Opening.FIRST)
    return presenter.choose(complaint)  # type: ignore[arg-type]


def test_a_new_person_is_asked_where_it_hurts(set_up: Stage) -> None:
    presenter = today_of(set_up)
    view = presenter.present()
    assert view.title == "Where does it hurt?"
    assert view.start.ready
    assert not view.body.marks
    assert view.evidence is None
    assert presenter.start() == ToComplaints()


def test_a_chosen_set_shows_its_points_and_waits_with_the_calm_set_first(set_up: Stage) -> None:
    choose(set_up, "neck_shoulder")
    presenter = today_of(set_up)
    view = presenter.present()
    assert view.title == "Neck and shoulders, this evening"
    assert "calm set" in view.summary
    assert len(view.body.marks) == 10
    assert {mark.number for mark in view.body.marks} == {1, 2, 3, 4, 5}
    assert presenter.start() == ToSafety("neck_shoulder")  # type: ignore[arg-type]


def test_from_the_second_session_on_the_set_itself_comes_at_half_dose(set_up: Stage) -> None:
    choose(set_up, "neck_shoulder")
    press_set(set_up, "P16")
    set_up.clock.pass_time(days=1)
    summary = today_of(set_up).present().summary
    assert summary.startswith("Five points on each side, held for 30 seconds.")
    assert "half as long" in summary


def test_after_a_week_with_the_set_holds_are_whole(set_up: Stage) -> None:
    choose(set_up, "neck_shoulder")
    press_set(set_up, "P01")
    set_up.clock.pass_time(days=8)
    view = today_of(set_up).present()
    assert view.summary.startswith("Five points on each side, held for 60 seconds. About 11 minutes")
    assert view.eyebrow.endswith("week 2")


def test_the_painful_side_of_a_knee_is_remembered(set_up: Stage) -> None:
    files = set_up.files
    content = ComplaintsContent(files.protocols, files.atlas, files.regions, files.regions_of)
    chooser = ComplaintsPresenter(set_up.journal, set_up.settings, content, Opening.FIRST)
    chooser.choose("knee")  # type: ignore[arg-type]
    chooser.choose_side(PainSide.RIGHT)
    chooser.go_on()
    where = today_of(set_up).start()
    assert isinstance(where, ToSafety)
    assert where.pain_side is PainSide.RIGHT


def test_two_sessions_are_enough_for_a_day(set_up: Stage) -> None:
    choose(set_up, "neck_shoulder")
    press_set(set_up, "P16")
    assert today_of(set_up).present().day_line == "Second and last session for today."
    press_set(set_up, "P01")
    view = today_of(set_up).present()
    assert not view.start.ready
    assert "Two sessions today" in view.day_line
    set_up.clock.pass_time(days=1)
    assert today_of(set_up).present().start.ready


def test_a_set_too_long_for_the_rest_of_the_day_is_offered_short(set_up: Stage) -> None:
    choose(set_up, "low_back")
    press_set(set_up, "P16", hold_seconds=60)
    set_up.clock.pass_time(days=8)
    press_set(set_up, "P02", hold_seconds=180, holds=9)
    set_up.clock.pass_time(days=8)
    press_set(set_up, "P01", hold_seconds=120, holds=9)
    view = today_of(set_up).present()
    assert view.start.ready
    assert "short form" in view.summary


def test_the_summary_of_the_small_chart_is_its_facts_and_no_verdict(set_up: Stage) -> None:
    fill_three_weeks(set_up)
    spark = today_of(set_up).present().spark
    logged = [day for day in spark.days if day.value is not None]
    assert f"{len(logged)} of 14 days logged" in spark.spoken
    assert "Newest 4, today" in spark.spoken
    assert spark.days[-1].value == 4
    assert not {"better", "worse", "improved", "trend"} & set(spark.spoken.lower().split())


def test_an_entry_of_today_tints_where_it_hurts(set_up: Stage) -> None:
    choose(set_up, "neck_shoulder")
    pain = PainReport(set_up.new_id(), RegionId("area-shoulder"), PainSide.LEFT, 5)
    set_up.journal.remember_check_in(CheckInRecord(set_up.new_id(), set_up.clock.now(), (pain,)))
    view = today_of(set_up).present()
    assert view.last_entry_detail == "pain 5, shoulder, left"
    assert {place.side.value for sore in view.body.sore for place in sore.places} == {"left"}
    set_up.clock.pass_time(days=1)
    assert not today_of(set_up).present().body.sore


def test_advice_comes_back_after_thirty_days_until_it_is_ticked(set_up: Stage) -> None:
    rule = RuleId("R02")
    set_up.journal.remember_advice((rule,), set_up.clock.now())
    presenter = today_of(set_up)
    set_up.clock.pass_time(days=29)
    assert not presenter.present().notices
    set_up.clock.pass_time(days=1)
    (notice,) = presenter.present().notices
    assert notice.text == set_up.files.safety.words.rule_message(set_up.files.safety.catalogue.rule(rule))
    later = presenter.other_act(notice.key)
    assert isinstance(later, TodayView)
    assert not later.notices
    set_up.clock.pass_time(days=30)
    (notice,) = presenter.present().notices
    ticked = presenter.act(notice.key)
    assert isinstance(ticked, TodayView)
    assert not ticked.notices
    set_up.clock.pass_time(days=300)
    assert not presenter.present().notices


def test_what_was_only_told_once_makes_no_banner(set_up: Stage) -> None:
    set_up.journal.remember_advice((RuleId("L01"), RuleId("GONE")), set_up.clock.now())
    set_up.clock.pass_time(days=40)
    assert not today_of(set_up).present().notices


def begun(set_up: Stage) -> ToSession:
    plan = plan_of(set_up, cleared(set_up))
    plan.rate(Measure.PAIN, 6)
    where = plan.begin()
    assert isinstance(where, ToSession)
    return where


@pytest.mark.slow
@pytest.mark.parametrize(("minutes", "offered"), [(1, True), (59, True), (61, False)])
def test_a_session_that_broke_off_is_offered_for_an_hour(set_up: Stage, minutes: int, offered: bool) -> None:
    going = begun(set_up)
    set_up.clock.pass_time(minutes=minutes)
    notices = today_of(set_up).present().notices
    assert bool(notices) is offered
    if offered:
        assert today_of(set_up).act(notices[0].key) == ToResume(going.session)
        assert "20:02" in notices[0].text


def test_a_session_that_broke_off_can_be_left(set_up: Stage) -> None:
    begun(set_up)
    presenter = today_of(set_up)
    (notice,) = presenter.present().notices
    view = presenter.other_act(notice.key)
    assert isinstance(view, TodayView)
    assert not view.notices
    assert set_up.journal.recall_unfinished_session() is None


def test_the_mirror_switch_is_kept(set_up: Stage) -> None:
    view = today_of(set_up).turn_body()
    assert view.body.turned is BodyView.MIRROR
    assert set_up.settings.kept.body_view is BodyView.MIRROR
    assert today_of(set_up).turn_body().body.turned is BodyView.AS_SEEN_BY_ANOTHER


@pytest.mark.slow
def test_start_waits_until_the_journal_is_verified(set_up: Stage) -> None:
    fill_three_weeks(set_up)
    set_up.journal.close()
    opened = open_journal(set_up.folder, now=set_up.clock.now, random_bytes=set_up.chance.bytes)
    set_up.journal = opened
    assert opened.standing is JournalStanding.UNVERIFIED
    assert not today_of(set_up).present().start.ready
    opened.verify()
    assert today_of(set_up).present().start.ready


@pytest.mark.slow
def test_the_first_paint_shows_the_next_set_from_the_glance_alone(set_up: Stage) -> None:
    fill_three_weeks(set_up)
    view = first_view(set_up.glance(), set_up.clock.now(), set_up.settings.kept)
    assert view.phase is Phase.GLANCE
    assert view.title == "Neck and shoulders, this evening"
    assert not view.start.ready
    assert len(view.body.marks) == 10
    assert view.spark.days == today_of(set_up).present().spark.days


def test_without_a_glance_the_first_paint_is_the_neutral_home(set_up: Stage) -> None:
    view = first_view(None, set_up.clock.now(), set_up.settings.kept)
    assert view.title == "Where does it hurt?"
    assert view.spark.empty


def test_the_first_paint_loads_nothing_heavy() -> None:
    code = (
        "import sys; import acupress_desktop.presenters.today_first;"
        "heavy = {'numpy', 'sqlalchemy', 'msgspec', 'pyqtgraph', 'PySide6'} & set(sys.modules);"
        "sys.exit(', '.join(sorted(heavy)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_the_glance_may_be_some_days_old(set_up: Stage) -> None:
    fill_three_weeks(set_up)
    set_up.clock.pass_time(days=3)
    view = first_view(set_up.glance(), set_up.clock.now(), set_up.settings.kept)
    assert view.spark.days[-1].day == set_up.clock.now().local_date
    assert view.spark.days[-1].value is None
    assert view.spark.days[0].day == set_up.clock.now().local_date - timedelta(days=13)


def test_a_backup_that_failed_is_told_and_can_be_made_again(set_up: Stage) -> None:
    in_the_way = set_up.folder / "backups"
    shutil.rmtree(in_the_way, ignore_errors=True)
    in_the_way.write_text("in the way")
    press_set(set_up, "P16")
    presenter = today_of(set_up)
    (notice,) = [each for each in presenter.present().notices if each.key == "backup:"]
    assert "backup could not be made" in notice.text
    assert presenter.other_act("backup:") == ToHelp("data")
    still = presenter.act("backup:")
    assert isinstance(still, TodayView)
    assert [each.key for each in still.notices] == ["backup:"]
    in_the_way.unlink()
    gone = presenter.act("backup:")
    assert isinstance(gone, TodayView)
    assert gone.notices == ()
