"""The log of unpleasant effects: told at any time, answered at once, taken back like any other row."""

from __future__ import annotations

from datetime import timedelta

import pytest

from acupress_desktop.domain.ids import PointCode, RegionId
from acupress_desktop.domain.journal import AdverseEventRecord, AdverseKind
from acupress_desktop.domain.ports import DayRange
from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.adverse_log import AdverseLogPresenter
from acupress_desktop.presenters.history_detail import HistoryNames
from acupress_desktop.presenters.session_view import AdviceKind
from acupress_desktop.presenters.watching import Watching
from tests.presenters.stage_a import Stage, press_set
from tests.presenters.steps_a import watch_content

HAND = RegionSelection(RegionId("hand-dorsum"), SiteSide.RIGHT)


def log_of(set_up: Stage) -> AdverseLogPresenter:
    files = set_up.files
    names = HistoryNames(
        files.atlas, files.regions, {one.id: one for one in files.protocols}, lambda _rule: ""
    )
    return AdverseLogPresenter(
        set_up.journal,
        Watching(set_up.journal, watch_content(set_up), set_up.clock.now),
        names,
        set_up.settings.recall_settings,
        set_up.clock.now,
        set_up.clock.local,
        set_up.new_id,
    )


def kept(set_up: Stage) -> tuple[AdverseEventRecord, ...]:
    today = set_up.clock.now().local_date
    return set_up.journal.recall_adverse_events(DayRange(today - timedelta(days=30), today))


def test_it_can_be_told_without_a_session_and_with_nothing_but_its_kind(set_up: Stage) -> None:
    presenter = log_of(set_up)
    assert not presenter.present().save.ready
    assert presenter.choose_kind(AdverseKind.DIZZY).save.ready
    view = presenter.save()
    (event,) = kept(set_up)
    assert (event.session, event.kind, event.point, event.region) == (None, AdverseKind.DIZZY, None, None)
    assert [row.title for row in view.noted] == ["Dizzy or faint"]
    assert view.advice is not None
    assert view.advice.kind is AdviceKind.CALM
    assert "paced breathing stays off" in view.advice.sentences[-1]


@pytest.mark.slow
@pytest.mark.parametrize("kind", list(AdverseKind))
def test_advice_stands_right_after_every_kind(set_up: Stage, kind: AdverseKind) -> None:
    presenter = log_of(set_up)
    presenter.choose_kind(kind)
    view = presenter.save()
    assert view.advice is not None
    assert view.advice.sentences
    grave = kind in (AdverseKind.CHEST, AdverseKind.BREATHLESS)
    assert (view.advice.kind is AdviceKind.STOP) == grave
    assert "112" in view.advice.emergency
    assert presenter.leave_advice().advice is None


def test_a_place_on_the_body_is_kept_with_its_side(set_up: Stage) -> None:
    presenter = log_of(set_up)
    assert presenter.present().where is None
    assert presenter.choose_kind(AdverseKind.BRUISE).where is not None
    view = presenter.choose_place(HAND)
    assert HAND in view.body.marked
    assert "right" in view.body.spoken
    presenter.write_note("  yellow by now ")
    presenter.save()
    (event,) = kept(set_up)
    assert (event.region, event.side, event.point) == (HAND.region, SiteSide.RIGHT, None)
    assert event.note == "yellow by now"


def test_points_of_the_last_two_weeks_are_offered_and_kept_with_their_region(set_up: Stage) -> None:
    press_set(set_up, "P16")
    presenter = log_of(set_up)
    view = presenter.choose_kind(AdverseKind.SHARP_PAIN)
    assert view.where is not None
    assert [(site.point, site.side) for site in view.where.sites] == [("LI4", SiteSide.LEFT)]
    presenter.choose_site(PointCode("LI4"), SiteSide.LEFT)
    row = presenter.save().noted[0]
    assert row.title.startswith("Sharp pain, LI4")
    assert row.title.endswith("left side")
    (event,) = kept(set_up)
    assert (event.point, event.side) == ("LI4", SiteSide.LEFT)
    assert event.region == set_up.files.atlas[PointCode("LI4")].region
    set_up.clock.pass_time(days=20)
    later = log_of(set_up).choose_kind(AdverseKind.BRUISE)
    assert later.where is not None
    assert later.where.sites == ()


def test_a_point_and_a_place_take_each_others_place(set_up: Stage) -> None:
    press_set(set_up, "P16")
    presenter = log_of(set_up)
    presenter.choose_kind(AdverseKind.BRUISE)
    presenter.choose_site(PointCode("LI4"), SiteSide.LEFT)
    presenter.choose_place(HAND)
    presenter.save()
    assert [(event.point, event.region, event.side) for event in kept(set_up)] == [
        (None, HAND.region, SiteSide.RIGHT)
    ]


def test_a_kind_without_a_place_drops_the_place_and_a_second_tap_takes_it_back(set_up: Stage) -> None:
    presenter = log_of(set_up)
    presenter.choose_kind(AdverseKind.BRUISE)
    presenter.choose_place(HAND)
    presenter.choose_kind(AdverseKind.DIZZY)
    assert presenter.choose_kind(AdverseKind.BRUISE).body.marked == ()
    presenter.choose_place(HAND)
    assert presenter.choose_place(HAND).body.marked == ()


def test_the_list_is_the_twin_of_the_figures(set_up: Stage) -> None:
    presenter = log_of(set_up)
    presenter.choose_kind(AdverseKind.BRUISE)
    assert presenter.present().body.rows == ()
    every = presenter.turn_places().body.rows
    assert len(every) > 10
    assert presenter.turn_places().body.rows == ()


def test_it_can_be_of_another_time_but_not_of_one_to_come(set_up: Stage) -> None:
    presenter = log_of(set_up)
    now = presenter.choose_kind(AdverseKind.BRUISE).when
    assert presenter.move_to(now + timedelta(days=8)).problem
    assert not presenter.move_to(now - timedelta(days=2)).problem
    presenter.save()
    (event,) = kept(set_up)
    assert event.moment.local_date.day == 20


def test_a_row_can_be_deleted_and_brought_back(set_up: Stage) -> None:
    presenter = log_of(set_up)
    presenter.choose_kind(AdverseKind.CHEST)
    row = presenter.save().noted[0]
    view = presenter.delete(row.id)
    assert view.noted == ()
    assert view.nothing_noted
    assert view.said is not None
    assert view.said.undo
    assert kept(set_up) == ()
    assert [one.id for one in presenter.undo().noted] == [row.id]
    assert len(kept(set_up)) == 1


def test_what_was_told_in_a_session_names_its_set(set_up: Stage) -> None:
    press_set(set_up, "P16")
    today = set_up.clock.now().local_date
    (story,) = set_up.journal.recall_stories(DayRange(today, today))
    set_up.journal.remember_adverse_event(
        AdverseEventRecord(
            set_up.new_id(), story.session.id, set_up.clock.now(), AdverseKind.SORE_SPOT, None, "left"
        )
    )
    (row,) = log_of(set_up).present().noted
    assert "Calm set" in row.detail
    assert row.detail.endswith("left")
    set_up.journal.remember_session_deleted(story.session.id)
    assert log_of(set_up).present().noted == ()


def test_the_same_on_another_day_says_whom_to_ask(set_up: Stage) -> None:
    first = log_of(set_up)
    first.choose_kind(AdverseKind.NUMB)
    first.save()
    set_up.clock.pass_time(days=1)
    second = log_of(set_up)
    second.choose_kind(AdverseKind.TINGLING)
    view = second.save()
    assert view.advice is not None
    assert "looked at by a doctor in the next few days" in view.advice.sentences[-1]
