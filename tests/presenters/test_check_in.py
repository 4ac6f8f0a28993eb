"""The check-in: twenty seconds, and everything else where it is wanted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from acupress_desktop.domain.ids import RegionId
from acupress_desktop.domain.journal import NOTE_CHARACTERS_MAX, ContextTag
from acupress_desktop.domain.ports import KeptCheckIn
from acupress_desktop.domain.sides import PainSide
from acupress_desktop.domain.trends.material import NO_PAIN_ANYWHERE
from acupress_desktop.presenters.check_in import CheckInPresenter
from acupress_desktop.presenters.check_in_items import Count, Item
from acupress_desktop.presenters.check_in_view import CheckInDone, CheckInView, Place
from acupress_desktop.presenters.pieces import Choice
from tests.presenters.stage_a import Stage

NECK = Place(RegionId("area-neck"), PainSide.BOTH)
RIGHT_SHOULDER = Place(RegionId("area-shoulder"), PainSide.RIGHT)


def check_in_of(set_up: Stage) -> CheckInPresenter:
    presenter = CheckInPresenter(
        set_up.journal, set_up.files.regions, set_up.clock.now, set_up.clock.local, set_up.new_id
    )
    presenter.start()
    return presenter


def newest(set_up: Stage) -> KeptCheckIn:
    return set_up.journal.recall_newest_check_ins(1)[0]


def test_one_number_and_a_place_are_enough(set_up: Stage) -> None:
    presenter = check_in_of(set_up)
    assert presenter.toggle_place(NECK).can_save is Choice.OPEN
    assert presenter.rate_pain(4).can_save is Choice.CHOSEN
    done = presenter.save()
    assert isinstance(done, CheckInDone)
    (pain,) = newest(set_up).record.pains
    assert (pain.region, pain.side, pain.intensity) == ("area-neck", PainSide.BOTH, 4)


def test_nothing_is_preselected(set_up: Stage) -> None:
    view = check_in_of(set_up).turn_more()
    assert view.pain.value is None
    assert view.more is not None
    assert all(scale.value is None for _item, scale in view.more.scales)
    assert not any(place.choice is Choice.CHOSEN for place in view.places)
    assert view.can_save is Choice.OPEN


def test_no_pain_today_is_a_zero_for_every_place(set_up: Stage) -> None:
    presenter = check_in_of(set_up)
    presenter.no_pain_today()
    presenter.save()
    (pain,) = newest(set_up).record.pains
    assert (pain.region, pain.intensity) == (NO_PAIN_ANYWHERE, 0)


def test_as_last_time_fills_in_number_and_places(set_up: Stage) -> None:
    presenter = check_in_of(set_up)
    presenter.toggle_place(RIGHT_SHOULDER)
    presenter.rate_pain(7)
    presenter.save()
    set_up.clock.pass_time(hours=5)
    again = check_in_of(set_up)
    view = again.as_last_time()
    assert view.pain.value == 7
    assert {place.place for place in view.places if place.choice is Choice.CHOSEN} == {RIGHT_SHOULDER}
    again.save()
    assert len(set_up.journal.recall_newest_check_ins(5)) == 2


def test_there_is_no_last_time_before_the_first(set_up: Stage) -> None:
    assert check_in_of(set_up).start().as_last_time is None


@pytest.mark.parametrize(
    ("act", "hint"),
    [
        (lambda presenter: presenter.rate_pain(3), "where"),
        (lambda presenter: presenter.toggle_place(NECK), "0 to 10"),
        (lambda presenter: presenter.turn_places(), "number"),
    ],
)
def test_what_is_missing_is_said(
    set_up: Stage, act: Callable[[CheckInPresenter], CheckInView], hint: str
) -> None:
    presenter = check_in_of(set_up)
    view = act(presenter)
    assert view.can_save is Choice.OPEN
    assert hint in view.hint
    assert isinstance(presenter.save(), CheckInView)
    assert not set_up.journal.recall_newest_check_ins(1)


def test_places_may_differ(set_up: Stage) -> None:
    presenter = check_in_of(set_up)
    presenter.rate_pain(4)
    presenter.toggle_place(NECK)
    presenter.toggle_place(RIGHT_SHOULDER)
    view = presenter.turn_more()
    assert view.more is not None
    assert len(view.more.place_scales) == 2
    presenter.rate_place(RIGHT_SHOULDER, 8)
    presenter.save()
    assert {pain.region: pain.intensity for pain in newest(set_up).record.pains} == {
        "area-neck": 4,
        "area-shoulder": 8,
    }


def test_mood_alone_is_an_entry_and_says_nothing_about_pain(set_up: Stage) -> None:
    presenter = check_in_of(set_up)
    presenter.rate(Item.MOOD, 0)
    presenter.toggle_tag(ContextTag.FLARE)
    assert isinstance(presenter.save(), CheckInDone)
    record = newest(set_up).record
    assert record.mood == 0
    assert record.sleep is None
    assert not record.pains
    assert record.tags == (ContextTag.FLARE,)


def test_water_and_movement_are_there_for_who_wants_them_and_nowhere_else(set_up: Stage) -> None:
    presenter = check_in_of(set_up)
    assert presenter.no_pain_today().more is None
    presenter.rate_pain(None)
    view = presenter.turn_more()
    assert view.more is not None
    assert [count.typed for count in view.more.counts] == ["", ""]
    presenter.type_count(Count.WATER, "0")
    view = presenter.type_count(Count.MOVEMENT, " 45 ")
    assert view.can_save is Choice.CHOSEN
    assert isinstance(presenter.save(), CheckInDone)
    record = newest(set_up).record
    assert (record.water_glasses, record.movement_minutes) == (0, 45)
    view = presenter.open(record.id)
    assert view.more is not None
    assert [count.typed for count in view.more.counts] == ["0", "45"]
    presenter.type_count(Count.WATER, "")
    presenter.save()
    assert newest(set_up).record.water_glasses is None


@pytest.mark.parametrize("typed", ["31", "-1", "2.5", "six", "٣", "1e1", "99999"])
def test_a_number_that_cannot_be_is_said_and_not_kept(set_up: Stage, typed: str) -> None:
    presenter = check_in_of(set_up)
    presenter.no_pain_today()
    presenter.turn_more()
    view = presenter.type_count(Count.WATER, typed)
    assert view.more is not None
    assert view.more.counts[0].typed == typed
    assert "0 to 30" in view.more.counts[0].problem
    assert view.can_save is Choice.OPEN
    assert isinstance(presenter.save(), CheckInView)
    presenter.type_count(Count.WATER, "3")
    assert isinstance(presenter.save(), CheckInDone)
    assert newest(set_up).record.water_glasses == 3


def test_an_entry_is_changed_in_place(set_up: Stage) -> None:
    presenter = check_in_of(set_up)
    presenter.toggle_place(NECK)
    presenter.rate_pain(4)
    presenter.save()
    before = newest(set_up)
    set_up.clock.pass_time(days=2)
    presenter.open(before.record.id)
    presenter.rate_pain(5)
    presenter.save()
    (kept,) = set_up.journal.recall_newest_check_ins(5)
    assert kept.record.id == before.record.id
    assert kept.record.moment == before.record.moment
    assert [pain.id for pain in kept.record.pains] == [pain.id for pain in before.record.pains]
    assert kept.record.pains[0].intensity == 5


def test_a_deleted_entry_can_be_brought_back(set_up: Stage) -> None:
    presenter = check_in_of(set_up)
    presenter.toggle_place(NECK)
    presenter.rate_pain(4)
    presenter.save()
    presenter.open(newest(set_up).record.id)
    done = presenter.delete()
    assert isinstance(done, CheckInDone)
    assert done.undo is not None
    assert not set_up.journal.recall_newest_check_ins(1)
    presenter.bring_back(done.undo)
    assert newest(set_up).record.pains


def test_an_entry_that_is_gone_says_so(set_up: Stage) -> None:
    assert check_in_of(set_up).open(set_up.new_id()).problem


def test_an_entry_may_be_dated_back_and_not_forward(set_up: Stage) -> None:
    presenter = check_in_of(set_up)
    presenter.no_pain_today()
    assert presenter.move_to(datetime(2026, 11, 23, 8)).problem  # noqa: DTZ001 - a wall clock
    assert not presenter.move_to(datetime(2026, 11, 20, 8)).problem  # noqa: DTZ001
    presenter.save()
    assert newest(set_up).record.moment.local_date.day == 20


def test_a_note_that_is_too_long_is_refused_in_words(set_up: Stage) -> None:
    presenter = check_in_of(set_up)
    presenter.no_pain_today()
    view = presenter.write_note("a" * (NOTE_CHARACTERS_MAX + 1))
    assert view.can_save is Choice.OPEN
    assert str(NOTE_CHARACTERS_MAX) in view.hint


def test_a_hostile_note_is_kept_as_it_was_typed(set_up: Stage) -> None:
    hostile = "<img src=file:///etc/passwd> ' OR 1=1; -- \u202e"
    presenter = check_in_of(set_up)
    presenter.no_pain_today()
    presenter.write_note(hostile)
    assert isinstance(presenter.save(), CheckInDone | CheckInView)
    kept = set_up.journal.recall_newest_check_ins(1)
    assert not kept or kept[0].record.note == hostile.strip()


def test_every_place_of_the_body_is_one_tap_away(set_up: Stage) -> None:
    view = check_in_of(set_up).turn_places()
    areas = {place.place.region for place in view.places}
    assert {area.id for area in set_up.files.regions.areas} <= areas
    assert len({place.label for place in view.places}) == len(view.places)
