from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from acupress_desktop.domain.atlas import Pressability
from acupress_desktop.domain.ids import PointCode, ProtocolId, RowId
from acupress_desktop.domain.journal import ConsentRecord
from acupress_desktop.domain.ports import JournalChange, Subject
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.domain.troubles import DiskFull, KnownTrouble
from acupress_desktop.presenters.destinations import Back
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.presentation import PresentationPresenter
from acupress_desktop.presenters.presentation_view import ConsentView, PresentationView, ShowingView
from tests.presenters.atlas_contents import Drawer, atlas_content
from tests.storage.journals import moment

NOW = moment(datetime(2026, 11, 22, 13, 2, tzinfo=UTC))


@dataclass
class Journal:
    """Only what the view may touch."""

    kept: list[ConsentRecord] = field(default_factory=list)
    trouble: KnownTrouble | None = None

    def remember_consent(self, record: ConsentRecord) -> JournalChange:
        if self.trouble is not None:
            raise self.trouble
        self.kept.append(record)
        return JournalChange((Subject.CONSENTS,), (record.id,), ())


def presenter_of(journal: Journal | None = None) -> PresentationPresenter:
    return PresentationPresenter(
        atlas_content(), journal or Journal(), Drawer(), lambda: NOW, lambda: RowId("row")
    )


def showing(view: PresentationView) -> ShowingView:
    assert isinstance(view, ShowingView)
    return view


def begun(
    protocol: str | None = "P01", point: str | None = None
) -> tuple[PresentationPresenter, ShowingView]:
    presenter = presenter_of()
    presenter.start_with(
        None if protocol is None else ProtocolId(protocol), None if point is None else PointCode(point)
    )
    presenter.tick(Choice.CHOSEN)
    return presenter, showing(presenter.begin())


def test_nothing_is_shown_before_the_person_agrees() -> None:
    journal = Journal()
    presenter = presenter_of(journal)
    view = presenter.begin()
    assert isinstance(view, ConsentView)
    assert not view.begin.ready
    assert journal.kept == []
    view = presenter.tick(Choice.CHOSEN)
    assert isinstance(view, ConsentView)
    assert view.begin.ready
    assert isinstance(presenter.tick(Choice.OPEN), ConsentView)
    assert isinstance(presenter.begin(), ConsentView)


def test_the_agreement_is_noted_once_with_time_and_words_and_no_name() -> None:
    journal = Journal()
    presenter = presenter_of(journal)
    presenter.tick(Choice.CHOSEN)
    view = showing(presenter.begin())
    presenter.begin()
    (record,) = journal.kept
    assert record.moment == NOW
    assert "demonstration, not an assessment" in record.words
    assert "Client agreed, noted 14:02." in view.mast_note
    assert view.mast_note.startswith("Demonstration, not an assessment.")


def test_an_agreement_that_cannot_be_noted_shows_nothing() -> None:
    journal = Journal(trouble=KnownTrouble(DiskFull(Path("/d"))))
    presenter = presenter_of(journal)
    presenter.tick(Choice.CHOSEN)
    view = presenter.begin()
    assert isinstance(view, ConsentView)
    assert "full" in view.trouble


def test_a_set_is_walked_point_by_point_and_ends() -> None:
    presenter, view = begun()
    names = [view.title]
    assert view.counter == "Point 1 of 5"
    assert not view.previous.ready
    while view.next.ready:
        view = showing(presenter.next())
        names.append(view.title)
    assert len(names) == 5
    assert showing(presenter.next()).title == names[-1]
    assert showing(presenter.previous()).title == names[-2]


def test_it_opens_at_the_point_that_was_looked_up() -> None:
    _presenter, view = begun(None, "GB21")
    assert view.title == "Shoulder Well"
    _presenter, view = begun(None, "BL24")
    assert view.counter == "Point 1 of 1"
    assert view.mast.startswith("Sea of Qi Transport")


def test_left_and_right_are_the_clients() -> None:
    presenter, view = begun()
    assert (view.left, view.right) == ("Client’s left", "Client’s right")
    assert view.site.side is SiteSide.LEFT
    view = showing(presenter.other_side())
    assert view.site.side is SiteSide.RIGHT
    assert "right" in view.mast
    assert view.other_side is not None
    assert view.other_side.label == "Client’s left side"


def test_a_point_on_the_picture_can_be_spoken_of() -> None:
    presenter, _view = begun()
    view = showing(presenter.choose(PointCode("GB20"), SiteSide.RIGHT))
    assert view.title == "Wind Pool"
    assert view.site.side is SiteSide.RIGHT
    assert showing(presenter.choose(PointCode("KI1"), SiteSide.LEFT)).title == "Wind Pool"


@pytest.mark.parametrize("protocol", [each.id for each in atlas_content().protocols if each.offered])
def test_no_dose_no_journal_and_always_when_to_stop(protocol: str) -> None:
    presenter, view = begun(protocol)
    while True:
        text = " ".join((view.mast, *(f"{row.heading} {row.text}" for row in view.rows)))
        assert not re.search(r"\d+ ?(s\b|sec|second|minute)", text)
        assert "of 10" not in text
        assert "At sharp pain, or if it tingles or makes the person dizzy" in text
        assert "In pregnancy" in text
        if not view.next.ready:
            break
        view = showing(presenter.next())


def test_a_point_of_study_has_no_row_on_how_to_press() -> None:
    content = atlas_content()
    point = next(each for each in content.atlas if each.pressability is Pressability.NEVER)
    presenter = PresentationPresenter(content, Journal(), Drawer(), lambda: NOW, lambda: RowId("row"))
    presenter.start_with(None, point.code)
    presenter.tick(Choice.CHOSEN)
    view = showing(presenter.begin())
    assert "How" not in [row.heading for row in view.rows]


def test_sets_that_are_not_offered_are_not_shown() -> None:
    view = presenter_of().present()
    assert isinstance(view, ConsentView)
    assert "P14" not in [option.key for option in view.sets]
    assert len(view.sets) == sum(each.offered for each in atlas_content().protocols)


def test_another_set_can_be_chosen_first() -> None:
    presenter = presenter_of()
    presenter.choose_set(ProtocolId("P09"))
    presenter.tick(Choice.CHOSEN)
    assert showing(presenter.begin()).counter == "Point 1 of 7"
    assert presenter.leave() == Back()
