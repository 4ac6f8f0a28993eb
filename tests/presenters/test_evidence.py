"""The evidence page tells dummy points and usual care apart; no number stands without what belongs to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from acupress_desktop.domain.evidence import Against, Comparators, EffectKind, Grade, Verified
from acupress_desktop.domain.ids import ComplaintId, PointCode
from acupress_desktop.presenters.destinations import Back, ToAtlas, ToEvidence
from acupress_desktop.presenters.evidence import BEST_TRIALS, EvidencePresenter
from acupress_desktop.presenters.evidence_cards import finding_view
from acupress_desktop.presenters.evidence_drawing import GapBook
from acupress_desktop.presenters.evidence_view import (
    AxisScale,
    BlockView,
    CardView,
    ForestRowView,
    GapShape,
    OverviewView,
    RowRange,
)
from acupress_desktop.presenters.plan_view import PlanView
from acupress_desktop.words.translate import speak
from tests.presenters.atlas_contents import atlas_presenter
from tests.presenters.evidence_books import (
    KNEE,
    MOOD_SCALE,
    NO_RANGE,
    PC6,
    RATIO,
    SLEEP_SCALE,
    STANDARDISED,
    TO_DUMMY,
    TO_TABLETS,
    TO_USUAL,
    finding,
    made_up,
    real_content,
    shelf,
)
from tests.presenters.pseudo import untranslated
from tests.presenters.stage_a import Stage
from tests.presenters.steps_a import cleared, plan_of

COMPLAINTS = tuple(protocol.complaint for protocol in shelf().protocols)
A_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def card(presenter: EvidencePresenter) -> CardView:
    view = presenter.present()
    assert isinstance(view, CardView)
    return view


def rows(block: BlockView) -> list[ForestRowView]:
    return [row for against in block.against for drawing in against.drawings for row in drawing.rows]


def real_card(complaint: ComplaintId) -> CardView:
    return card(EvidencePresenter(real_content(), ToEvidence(complaint=complaint)))


# --- Dummy points and usual care


def test_one_trial_with_both_comparisons_is_drawn_in_two_blocks() -> None:
    both = finding(TO_DUMMY, TO_USUAL, sham_controlled=True)
    view = card(made_up(both))
    assert [row.at for row in rows(view.dummy)] == [TO_DUMMY.value]
    assert [row.at for row in rows(view.other)] == [TO_USUAL.value]
    assert [each.against for each in view.dummy.against] == [Against.DUMMY]
    assert [each.against for each in view.other.against] == [Against.USUAL_CARE]
    assert [len(block.findings) for block in (view.dummy, view.other)] == [1, 0]


def test_usual_care_and_another_care_have_drawings_of_their_own() -> None:
    view = card(made_up(finding(STANDARDISED, TO_TABLETS)))
    assert [(each.against, [row.at for row in each.drawings[0].rows]) for each in view.other.against] == [
        (Against.USUAL_CARE, [STANDARDISED.value]),
        (Against.OTHER_CARE, [TO_TABLETS.value]),
    ]


@pytest.mark.parametrize("complaint", COMPLAINTS)
def test_no_gap_to_usual_care_stands_among_those_to_a_dummy(complaint: ComplaintId) -> None:
    view = real_card(complaint)
    effects = [effect for each in shelf().evidence.about(complaint) for effect in each.effects]
    to_dummy = sorted(effect.value for effect in effects if effect.against is Against.DUMMY)
    to_others = sorted(effect.value for effect in effects if effect.against is not Against.DUMMY)
    assert sorted(row.at for row in rows(view.dummy)) == to_dummy
    assert sorted(row.at for row in rows(view.other)) == to_others
    assert len(view.dummy.table.rows) == len(to_dummy)
    assert len(view.other.table.rows) == len(to_others)


def test_every_trial_stands_in_one_block() -> None:
    for complaint in COMPLAINTS:
        view = real_card(complaint)
        told = [each.sentence for block in (view.dummy, view.other, view.pooled) for each in block.findings]
        assert sorted(told) == sorted(each.sentence for each in shelf().evidence.about(complaint))


def test_where_no_trial_had_dummy_points_it_is_said_plainly() -> None:
    view = card(made_up(finding(TO_USUAL)))
    assert view.dummy.nothing == "We found no trial that compared this with dummy points."
    assert not view.dummy.against
    assert not view.other.nothing


def test_a_trial_with_dummy_points_but_without_a_number_is_no_reason_for_a_drawing() -> None:
    view = card(made_up(finding(sham_controlled=True)))
    assert view.dummy.against[0].nothing == (
        "No trial here gave an average gap that can be drawn. Further down it says what they found."
    )
    assert not view.dummy.has_drawing


# --- Nothing without what belongs to it


@pytest.mark.parametrize("each", shelf().evidence.findings, ids=lambda each: each.id)
def test_no_study_is_shown_without_people_comparison_grade_source_and_day(each: object) -> None:
    study = next(one for one in shelf().evidence.findings if one is each)
    view = finding_view(real_content(), study)
    source = shelf().evidence.sources[study.source]
    people = str(study.people) if study.people else "umber of people not given in what we read"
    assert people in view.who
    assert f"compared with: {study.comparator}" in view.who
    assert view.certainty.words.startswith(("Certainty: ", "Not graded"))
    assert source.short in view.source_line
    assert re.search(r"checked \d+ \w+ 20\d\d", view.source_line)
    assert source.identifier in view.source.full
    assert all(part in view.spoken for part in (view.who, view.sentence, view.certainty.words))
    if study.verified is Verified.NOT_VERIFIED or study.not_verified:
        assert view.not_verified.startswith("Not verified: ")


@pytest.mark.parametrize("complaint", COMPLAINTS)
def test_no_gap_is_shown_without_range_people_comparison_and_source(complaint: ComplaintId) -> None:
    view = real_card(complaint)
    names = {source.name for source in view.sources}
    for row in (*rows(view.dummy), *rows(view.other)):
        assert "95\u00a0% range" in row.range_words or row.range_words == "no range in what we read"
        assert row.range_kind is (RowRange.GIVEN if "95\u00a0%" in row.range_words else RowRange.NOT_GIVEN)
        assert re.search(r"\d+ people|umber of people not given", row.detail)
        assert f"compared with: {row.compared}" in row.detail
        assert any(name in row.source for name in names)
        assert re.search(r"^(Certainty: |Not graded).*checked \d+ \w+ 20\d\d", row.source)
        told = (row.title, row.gap, row.range_words, row.detail, row.source)
        assert all(part in row.spoken for part in told)
    assert not [row for row in rows(view.dummy) if "ummy" not in row.compared]
    assert not [row for row in rows(view.other) if "ummy" in row.compared]


def test_who_pressed_is_told() -> None:
    alone = finding(TO_USUAL)
    others = replace(alone, self_administered=False)
    told = [card(made_up(each)).other for each in (alone, others)]
    assert "people pressed for themselves" in told[0].findings[0].who
    assert "people pressed for themselves" in rows(told[0])[0].detail
    assert "not tested as pressing for oneself" in told[1].findings[0].who
    assert "not tested as pressing for oneself" in rows(told[1])[0].detail


def test_a_gap_without_a_range_says_so() -> None:
    (row,) = rows(card(made_up(finding(NO_RANGE))).other)
    assert row.range_kind is RowRange.NOT_GIVEN
    assert row.range_words == "no range in what we read"
    assert "no range in what we read" in card(made_up(finding(NO_RANGE))).other.table.rows[0][2]


def test_numbers_keep_the_digits_of_their_source() -> None:
    (row,) = rows(card(made_up(finding(TO_USUAL))).other)
    assert (row.gap, row.range_words) == ("0.54 points less pain", "95\u00a0% range 0.10 to 0.97")
    (dummy,) = rows(card(made_up(finding(TO_DUMMY, sham_controlled=True))).dummy)
    assert dummy.range_words == "95\u00a0% range from 0.8 better to 0.6 worse, so it may be no gap at all"
    (tablets,) = rows(card(made_up(finding(TO_TABLETS))).other)
    assert (tablets.gap, tablets.range_words) == ("0.76 worse", "95\u00a0% range 0.15 to 1.37")


def test_people_behind_a_number_are_those_that_its_source_counts() -> None:
    pooled = replace(STANDARDISED, people=180, studies=2)
    unknown = replace(STANDARDISED, people=None, studies=None)
    told = [rows(card(made_up(finding(each))).other)[0].detail for each in (pooled, unknown)]
    assert "2 studies, 180 people" in told[0]
    assert "80" not in told[1]
    assert "umber of people not given" in told[1]


# --- Axes


def test_kinds_of_number_and_scales_never_share_an_axis() -> None:
    book = made_up(finding(TO_USUAL, STANDARDISED, SLEEP_SCALE, MOOD_SCALE, RATIO, NO_RANGE))
    (usual,) = card(book).other.against
    assert [len(drawing.rows) for drawing in usual.drawings] == [2, 1, 1, 1, 1]
    assert len({drawing.heading for drawing in usual.drawings}) == 5


def test_the_same_kind_has_the_same_axis_in_both_blocks() -> None:
    view = card(made_up(finding(TO_DUMMY, sham_controlled=True), finding(replace(TO_USUAL, value=-0.9))))
    axes = [block.against[0].drawings[0].axis for block in (view.dummy, view.other)]
    assert [(axis.low, axis.high) for axis in axes] == [(axes[0].low, axes[0].high)] * 2


@pytest.mark.parametrize("complaint", COMPLAINTS)
def test_an_axis_holds_all_that_is_drawn_on_it(complaint: ComplaintId) -> None:
    view = real_card(complaint)
    for block in (view.dummy, view.other):
        for drawing in (each for against in block.against for each in against.drawings):
            axis = drawing.axis
            inside = [row.at for row in drawing.rows] + [mark.at for mark in axis.marks]
            inside += [end for row in drawing.rows for end in (row.low, row.high) if end is not None]
            assert all(axis.low < value < axis.high for value in inside)
            assert [axis.low, axis.high] == [axis.ticks[0].at, axis.ticks[-1].at]
            assert [tick.at for tick in axis.ticks if tick.at == axis.zero] == [axis.zero]
            assert len(axis.ticks) <= 10


def test_a_ratio_turns_about_one() -> None:
    (usual,) = card(made_up(finding(RATIO))).other.against
    axis = usual.drawings[0].axis
    assert (axis.scale, axis.zero) == (AxisScale.RATIO, 1.0)
    assert [tick.at for tick in axis.ticks] == [0.5, 1.0, 2.0]
    assert usual.drawings[0].rows[0].gap == "0.68 times as often"


# --- What matters to people


def test_what_matters_to_one_person_is_a_line_with_its_source_and_a_warning() -> None:
    (usual,) = card(made_up(finding(TO_USUAL))).other.against
    (line,) = usual.drawings[0].axis.marks
    assert line.at == -2.0
    assert line.label == "2 points: usually clear to one person (Marker 2001)"
    assert usual.drawings[0].notes == ("Two kinds of number.",)
    assert "Marker 2001" in {source.name for source in card(made_up(finding(TO_USUAL))).sources}


def test_no_line_stands_where_nobody_measured_one() -> None:
    (dummy,) = card(made_up(finding(TO_DUMMY, sham_controlled=True))).dummy.against
    assert not dummy.drawings[0].axis.marks
    assert not dummy.drawings[0].notes


def test_no_gap_is_divided_by_what_matters() -> None:
    for complaint in COMPLAINTS:
        view = real_card(complaint)
        said = [row.spoken for row in (*rows(view.dummy), *rows(view.other))]
        assert not [line for line in said if re.search(r"quarter|half of|third of|% of", line)]


# --- Beside the trials


def test_tradition_is_told_apart_and_only_there() -> None:
    view = card(made_up(finding(TO_USUAL)))
    assert view.tradition_heading == "What tradition says — not tested here"
    assert [each.told for each in view.tradition] == ["A song names it."]
    assert "Old book, checked 22 Nov 2026." in view.tradition[0].source_line
    everything_else = repr(replace(view, tradition=()))
    assert "A song names it." not in everything_else


def test_every_set_says_what_nobody_knows() -> None:
    for complaint in COMPLAINTS:
        view = real_card(complaint)
        assert view.not_known.lines, complaint
        assert view.certainty is not None
        assert view.certainty.words.startswith("Certainty: ")
        assert view.certainty.why


def test_dummy_and_usual_care_in_one_number_stand_apart_and_are_never_drawn() -> None:
    pooled = [one for one in shelf().evidence.findings if one.comparators is Comparators.POOLED]
    assert {"F20", "F53"} <= {one.id for one in pooled}
    for study in pooled:
        assert not study.effects
        view = real_card(study.complaints[0])
        assert study.sentence in {each.sentence for each in view.pooled.findings}
        assert not view.pooled.against
    with_dummy = replace(finding(sham_controlled=True), comparators=Comparators.POOLED)
    view = card(made_up(with_dummy))
    assert [len(each.findings) for each in (view.dummy, view.other, view.pooled)] == [0, 0, 1]


def test_a_source_that_nobody_read_is_marked() -> None:
    unread = [one for one in shelf().evidence.findings if one.verified is Verified.NOT_VERIFIED]
    for study in unread:
        view = real_card(study.complaints[0])
        (told,) = [
            each
            for block in (view.dummy, view.other)
            for each in block.findings
            if each.sentence == study.sentence
        ]
        assert told.not_verified


def test_a_point_has_no_grade_of_its_own() -> None:
    view = card(made_up(finding(TO_USUAL), going=ToEvidence(point=PC6)))
    assert view.certainty is None
    assert view.lead.startswith("Studies press several points together.")
    assert [each.about for each in view.other.findings] == ["About: Achy knee"]


def test_a_point_in_no_study_says_so() -> None:
    view = card(made_up(finding(TO_USUAL), going=ToEvidence(point=PointCode("LU1"))))
    assert view.lead == "We found no study that names this point among those pressed."
    assert view.tradition_lead == "We have read no traditional text about this, so we say nothing here."


# --- The first page


def overview() -> OverviewView:
    view = EvidencePresenter(real_content(), ToEvidence()).present()
    assert isinstance(view, OverviewView)
    return view


def test_the_first_page_lists_every_set_with_its_grade() -> None:
    listed = overview().sets
    assert [each.complaint for each in listed] == list(COMPLAINTS)
    assert {each.grade for each in listed} <= {"Very low", "Low", "Moderate"}
    for each in listed:
        assert each.certainty.grade is real_content().protocol(each.complaint).evidence.grade
        assert re.search(r"stud(y|ies)", each.detail)


def test_a_set_that_is_only_for_reading_is_marked_in_the_list() -> None:
    marked = {each.complaint for each in overview().sets if "For reading only" in each.detail}
    assert marked == {each.complaint for each in shelf().protocols if not each.offered}


def test_ten_sentences_say_what_the_best_trials_say() -> None:
    best = overview().best
    assert len(best) == 10
    studies = {study.id: study for study in shelf().evidence.findings}
    for (name, _say), told in zip(BEST_TRIALS, best, strict=True):
        study = studies[name]
        assert f"compared with: {study.comparator}" in told.who
        assert told.certainty.grade is study.grade is not None
        assert re.search(r"checked \d+ \w+ 20\d\d", told.source_line)
        assert (told.against == "Against dummy points") is study.sham_controlled
        known = set(A_NUMBER.findall(study.sentence))
        assert set(A_NUMBER.findall(told.sentence)) <= known, told.sentence


def test_trials_with_dummy_points_come_first() -> None:
    kinds = [told.against for told in overview().best]
    assert kinds == sorted(kinds)
    assert len(set(kinds)) == 2


# --- Ways and words


def test_the_page_leads_on() -> None:
    presenter = made_up(finding(TO_USUAL), going=ToEvidence(point=PC6))
    assert presenter.back() == Back()
    assert presenter.overview() == ToEvidence()
    assert presenter.atlas() == ToAtlas(PC6)
    assert presenter.open_set(KNEE) == ToEvidence(complaint=KNEE)
    assert presenter.open_point(PC6) == ToEvidence(point=PC6)


def test_the_plan_and_the_atlas_lead_here(set_up: Stage) -> None:
    plan = plan_of(set_up, cleared(set_up))
    view = plan.present()
    assert isinstance(view, PlanView)
    assert view.evidence_all == "See all of it"
    assert view.title == "Calm set", "the first session of all"
    assert plan.evidence() == ToEvidence(complaint=ComplaintId("calm"))
    atlas = atlas_presenter("PC6")
    shown = atlas.present().card
    assert shown is not None
    assert shown.evidence_all == "Studies that pressed this point"
    assert atlas.evidence() == ToEvidence(point=PC6)


def test_the_table_is_a_twin_of_the_drawing() -> None:
    presenter = made_up(finding(TO_USUAL, NO_RANGE))
    drawn = card(presenter).other
    view = presenter.choose_shape(GapShape.TABLE)
    assert isinstance(view, CardView)
    assert view.shape is GapShape.TABLE
    assert len(view.other.table.heads) == 4
    for row, cells in zip(rows(drawn), view.other.table.rows, strict=True):
        assert cells[:3] == (row.title, row.compared, f"{row.gap}; {row.range_words}")
        assert cells[3].endswith(row.source)
        assert "80 people; people pressed for themselves." in cells[3]


def test_marks_are_shared_by_kind_value_and_source() -> None:
    gaps = GapBook.of((finding(TO_USUAL),), (), real_content().book.sources)
    assert gaps.has(Against.USUAL_CARE)
    assert not gaps.has(Against.DUMMY)


@pytest.fixture
def pseudo() -> Iterator[None]:
    speak("pseudo", None)
    yield
    speak("en", None)


@pytest.mark.usefixtures("pseudo")
def test_every_sentence_can_be_translated() -> None:
    presenters = [
        made_up(finding(TO_DUMMY, TO_USUAL, TO_TABLETS, RATIO, SLEEP_SCALE, sham_controlled=True)),
        EvidencePresenter(real_content(), ToEvidence(complaint=KNEE)),
        EvidencePresenter(real_content(), ToEvidence(point=PC6)),
        EvidencePresenter(real_content(), ToEvidence()),
    ]
    for presenter in presenters:
        view = presenter.present()
        assert not list(untranslated(view))


def test_grades_are_told_with_what_they_mean() -> None:
    for grade in Grade:
        low = card(made_up(replace(finding(TO_USUAL), grade=grade)))
        assert low.other.findings[0].certainty.means
    none = card(made_up(replace(finding(TO_USUAL), grade=None, grade_why="")))
    assert none.other.findings[0].certainty.words == "Not graded: there is no result to grade."


def test_every_kind_of_number_has_its_own_words() -> None:
    effects = (TO_USUAL, STANDARDISED, SLEEP_SCALE, RATIO)
    assert {effect.kind for effect in effects} == set(EffectKind)
    told = [drawing.heading for drawing in card(made_up(finding(*effects))).other.against[0].drawings]
    assert told == [
        "Points on a 0-10 pain scale",
        "Standardised gap: in units of the usual spread between people",
        "Points on this scale: 28-point scale",
        "How often it happened, as a ratio",
    ]
