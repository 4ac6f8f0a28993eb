"""Spots that a person marks themselves, and the layers that are shown: what is kept, said and undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from acupress_desktop.domain.guide_lines import LineLayer
from acupress_desktop.domain.ids import RegionId
from acupress_desktop.domain.point_practice import MeshPlace
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.layers import LayersPresenter
from acupress_desktop.presenters.own_points import OwnPointsPresenter, TouchedPlace
from acupress_desktop.presenters.pieces import Choice
from tests.presenters.atlas_contents import atlas_content
from tests.presenters.learning_stage import LearningStage, learning_stage

TOUCHED = TouchedPlace(MeshPlace(5, (0.25, 0.25, 0.5)), RegionId("forearm-anterior"), SiteSide.LEFT)


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[LearningStage]:
    with learning_stage(tmp_path) as opened:
        yield opened


def presenter_of(stage: LearningStage) -> OwnPointsPresenter:
    return OwnPointsPresenter(stage.journal, atlas_content().regions, stage.bench.key)


def test_a_spot_needs_a_name_and_is_kept_with_its_place(stage: LearningStage) -> None:
    presenter = presenter_of(stage)
    assert presenter.keep(TOUCHED, "   ", "") == "Give it a name first."
    assert presenter.points() == ()
    assert presenter.keep(TOUCHED, "  sore   spot ", "after lifting\n") == ""
    (spot,) = presenter.points()
    assert (spot.name, spot.note, spot.side) == ("sore spot", "after lifting", SiteSide.LEFT)
    assert spot.place == TOUCHED.place


def test_the_list_tells_own_spots_from_points_of_the_atlas(stage: LearningStage) -> None:
    presenter = presenter_of(stage)
    view = presenter.present()
    assert view.rows == ()
    assert view.empty
    assert "no points of the atlas" in view.lead
    presenter.keep(TOUCHED, "sore spot", "")
    (row,) = presenter.present().rows
    assert row.spoken == "sore spot, my own point"
    assert row.where.endswith(", left")
    assert presenter.present().empty == ""


def test_what_was_taken_away_comes_back(stage: LearningStage) -> None:
    presenter = presenter_of(stage)
    presenter.keep(TOUCHED, "sore spot", "")
    (row,) = presenter.present().rows
    view = presenter.take_away(row.id)
    assert view.rows == ()
    assert view.undo is not None
    assert "sore spot" in view.said
    view = presenter.undo()
    assert [each.id for each in view.rows] == [row.id]
    assert view.undo is None


def test_no_layer_is_shown_before_it_is_ticked_and_each_goes_by_itself() -> None:
    presenter = LayersPresenter()
    assert {each.choice for each in presenter.present().layers} == {Choice.OPEN}
    assert [each.layer for each in presenter.present().layers] == list(LineLayer)
    presenter.tick(LineLayer.BONES)
    presenter.tick(LineLayer.CREASES)
    assert presenter.shown == {LineLayer.BONES, LineLayer.CREASES}
    presenter.tick(LineLayer.BONES)
    assert presenter.shown == {LineLayer.CREASES}
    assert all(each.label for each in presenter.present().layers)
