"""What today's set is for: the list, the body as its twin, and what cannot be chosen."""

from __future__ import annotations

import pytest

from acupress_desktop.domain.ids import ComplaintId, RegionId
from acupress_desktop.domain.protocols import Part
from acupress_desktop.domain.sides import PainSide
from acupress_desktop.presenters.complaints import (
    ComplaintsContent,
    ComplaintsPresenter,
    ComplaintsView,
    Opening,
)
from acupress_desktop.presenters.destinations import ToSafety
from tests.presenters.stage_a import Stage


@pytest.fixture
def presenter(set_up: Stage) -> ComplaintsPresenter:
    files = set_up.files
    content = ComplaintsContent(files.protocols, files.atlas, files.regions, files.regions_of)
    return ComplaintsPresenter(set_up.journal, set_up.settings, content, Opening.FIRST)


def complaints_of(view: ComplaintsView) -> list[str]:
    return [each.complaint for group in view.groups for each in group.sets]


def test_all_sixteen_sets_are_listed_once(presenter: ComplaintsPresenter) -> None:
    shown = complaints_of(presenter.present())
    assert len(shown) == len(set(shown)) == 16


def test_most_sets_are_one_tap_away(presenter: ComplaintsPresenter) -> None:
    assert presenter.choose(ComplaintId("headache")) == ToSafety(ComplaintId("headache"))


def test_the_set_for_reading_only_says_why_and_cannot_be_chosen(presenter: ComplaintsPresenter) -> None:
    view = presenter.choose(ComplaintId("tiredness"))
    assert isinstance(view, ComplaintsView)
    (tiredness,) = [each for group in view.groups for each in group.sets if each.complaint == "tiredness"]
    assert "clinician" in tiredness.blocked_because
    assert isinstance(presenter.go_on(), ComplaintsView)


def test_a_set_may_be_chosen_from_elsewhere_and_waits_for_its_answers(presenter: ComplaintsPresenter) -> None:
    presenter.begin_with(ComplaintId("knee"))
    view = presenter.present()
    assert [one.complaint for group in view.groups for one in group.sets if one.choice.value == "chosen"] == [
        "knee"
    ]
    assert view.hint, "its side is asked"
    assert isinstance(presenter.go_on(), ComplaintsView)


@pytest.mark.parametrize("complaint", [ComplaintId("tiredness"), ComplaintId("nothing"), None])
def test_a_set_that_is_not_offered_is_not_chosen_from_elsewhere(
    presenter: ComplaintsPresenter, complaint: ComplaintId | None
) -> None:
    presenter.begin_with(complaint)
    assert presenter.present().go_on == ""


def test_a_knee_needs_its_side(presenter: ComplaintsPresenter) -> None:
    view = presenter.choose(ComplaintId("knee"))
    assert isinstance(view, ComplaintsView)
    assert view.hint
    assert isinstance(presenter.go_on(), ComplaintsView)
    presenter.choose_side(PainSide.LEFT)
    assert presenter.go_on() == ToSafety(ComplaintId("knee"), PainSide.LEFT)


def test_odd_feelings_need_hands_or_feet(presenter: ComplaintsPresenter) -> None:
    view = presenter.choose(ComplaintId("nerve"))
    assert isinstance(view, ComplaintsView)
    assert [part.part for part in view.parts] == [Part.HANDS, Part.FEET]
    presenter.choose_part(Part.FEET)
    assert presenter.go_on() == ToSafety(ComplaintId("nerve"), None, Part.FEET)


def test_a_tap_on_the_neck_offers_the_neck_set_first(presenter: ComplaintsPresenter) -> None:
    view = presenter.tap(RegionId("neck-posterior"))
    assert complaints_of(view)[0] == "neck_shoulder"
    assert {place.region for place in view.tinted} >= {"neck-posterior"}


def test_there_is_never_a_set_for_the_chest(presenter: ComplaintsPresenter) -> None:
    view = presenter.tap(RegionId("chest-upper"))
    assert not complaints_of(view)
    assert "emergency number" in view.caution


def test_the_belly_has_period_cramps_and_a_warning(presenter: ComplaintsPresenter) -> None:
    view = presenter.tap(RegionId("abdomen-lower"))
    assert complaints_of(view) == ["period_cramps"]
    assert view.caution


def test_a_second_tap_shows_all_sets_again(presenter: ComplaintsPresenter) -> None:
    presenter.tap(RegionId("knee-anterior"))
    assert len(complaints_of(presenter.tap(RegionId("knee-anterior")))) == 16
    presenter.tap(RegionId("knee-anterior"))
    assert len(complaints_of(presenter.show_all())) == 16


def test_every_area_of_the_body_has_an_answer(set_up: Stage, presenter: ComplaintsPresenter) -> None:
    for area in set_up.files.regions.areas:
        view = presenter.tap(area.id)
        assert complaints_of(view) or view.caution, area.id


def test_choosing_is_remembered_for_the_home_page(set_up: Stage, presenter: ComplaintsPresenter) -> None:
    presenter.choose(ComplaintId("sleep"))
    glance = set_up.glance()
    assert glance is not None
    assert glance.next_set is not None
    assert glance.next_set.protocol == "P12"
