"""The parts of the rule engine one by one, each built afresh."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

import pytest

from acupress_desktop.domain.ids import ComplaintId, PointCode, QuestionId, RegionId, RuleId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.plans import Choices, plan
from acupress_desktop.domain.regions import RegionMap, RegionSelection
from acupress_desktop.domain.safety.ages import AgeSpan, age_exactly, age_of_birth_year, age_said_on
from acupress_desktop.domain.safety.answers import (
    NONE_OF_THESE,
    NOWHERE,
    Amount,
    Answer,
    Answers,
    Choice,
    Reply,
    TappedPlaces,
    Ticks,
    UnusableAnswer,
)
from acupress_desktop.domain.safety.asking import (
    Remembered,
    harmless,
    is_anything_fresh,
    next_questions,
    pages_ahead,
    still_valid,
    without_follow_ups,
)
from acupress_desktop.domain.safety.conditions import (
    AgeBelow,
    AgeFrom,
    Answered,
    AtLeast,
    BothHands,
    Condition,
    DuringSession,
    Everyone,
    ForComplaint,
    PlaceWithin,
    PlaceWithinComplaint,
    Truth,
    all_of,
    any_of,
    nth_truest,
    options_in,
    questions_in,
)
from acupress_desktop.domain.safety.evaluate import Reading, fits
from acupress_desktop.domain.safety.outcome import Clearance, Cleared, MessageKind, Urgency
from acupress_desktop.domain.safety.person import CAN_BE_PREGNANT, CanBePregnant, Profile, ScreenContext
from acupress_desktop.domain.safety.places import BakedDistances, NoDistances, Site, all_sites, sites_in
from acupress_desktop.domain.safety.plain import answer_from_plain, plain_answer, screening_from_plain
from acupress_desktop.domain.safety.relevance import points_that_may_come, rows_without_a_place
from acupress_desktop.domain.safety.rules import Catalogue, Rule, UnknownComplaint, UnknownQuestion, Unsure
from acupress_desktop.domain.safety.screen import screen
from acupress_desktop.domain.sides import Side, SiteSide
from tests.domain.safety.oracle_answers import risky_answers
from tests.domain.safety.oracle_check import noes
from tests.domain.safety.oracle_words import sites_of as words_sites
from tests.domain.safety.world import (
    GIVEN,
    all_no,
    answers_of,
    atlas,
    catalogue,
    cleared,
    person,
    protocols,
    refused,
    regions,
    screened,
)

L, R, M = SiteSide.LEFT, SiteSide.RIGHT, SiteSide.MIDLINE


def question(name: str) -> Any:
    return catalogue().question(QuestionId(name))


def clearance_of(complaint: str, plain: Mapping[str, object]) -> Clearance:
    context = person(complaint)
    return cleared(screened(context, all_no(context, answers_of(plain)))).clearance


# --- The catalogue ----------------------------------------------------------------


def built_again() -> Catalogue:
    known = catalogue()
    return Catalogue(
        iter(known.rules),
        iter(known.questions),
        iter(known.pages),
        iter(known.complaints),
        iter(known.sources),
        iter(known.groups),
    )


def test_a_catalogue_built_again_knows_the_same() -> None:
    known, again = catalogue(), built_again()
    assert (again.rules, again.questions, again.pages) == (known.rules, known.questions, known.pages)
    assert (again.complaints, again.sources, again.groups) == (known.complaints, known.sources, known.groups)
    assert [again.rule(rule.id) for rule in known.rules] == list(known.rules)
    assert [again.complaint(one.id) for one in known.complaints] == list(known.complaints)
    assert [again.source(one.id) for one in known.sources] == list(known.sources)
    for one in known.questions:
        assert again.question(one.id) is one
        assert again.rules_asking(one.id) == known.rules_asking(one.id)
        assert again.follow_ups(one.id) == known.follow_ups(one.id)
        assert again.unsure_means(one.id) is known.unsure_means(one.id)


def test_a_catalogue_says_which_rows_look_at_a_question_in_the_order_of_the_table() -> None:
    again = built_again()
    asking = {
        name: [rule.id for rule in again.rules_asking(QuestionId(name))]
        for name in (
            "lymph_nodes",
            "lymph_nodes_where",
            "recent_surgery_where",
            "blood_thinner",
            "today_changed",
        )
    }
    assert asking == {
        "lymph_nodes": ["L10"],
        "lymph_nodes_where": ["L10"],
        "recent_surgery_where": ["L12", "L12b"],
        "blood_thinner": ["R09", "HA13", "L01"],
        "today_changed": [],
    }
    assert [one.id for one in again.follow_ups(QuestionId("cancer"))] == ["cancer_where"]
    assert again.follow_ups(QuestionId("blood_thinner")) == ()
    assert again.unsure_means(QuestionId("blood_thinner")) is Unsure.COUNTS_AS_YES
    assert again.unsure_means(QuestionId("antiplatelet")) is Unsure.ADVISE_AND_CAP_3
    assert again.unsure_means(QuestionId("today_changed")) is Unsure.ADVISE_AND_CAP_3
    assert again.unsure_means(QuestionId("thin_bones")) is Unsure.ADVISE_AND_CAP_3, "L07 and LB2 differ"


def test_rows_without_a_place_are_told_to_a_copy() -> None:
    known = built_again()
    told = known.with_places({ComplaintId("knee"): frozenset({RuleId("L23")})})
    assert not told.has_a_place(ComplaintId("knee"), RuleId("L23"))
    assert told.has_a_place(ComplaintId("headache"), RuleId("L23"))
    assert told.has_a_place(ComplaintId("knee"), RuleId("L24"))
    assert known.has_a_place(ComplaintId("knee"), RuleId("L23"))
    assert told.rules == known.rules


def test_what_is_not_in_the_catalogue_is_refused_by_name() -> None:
    with pytest.raises(UnknownQuestion, match="no_such_question") as no_question:
        catalogue().question(QuestionId("no_such_question"))
    assert no_question.value.question == "no_such_question"
    with pytest.raises(UnknownComplaint, match="no_such_pain") as no_complaint:
        screened(person("no_such_pain"), Answers())
    assert no_complaint.value.complaint == "no_such_pain"


# --- Conditions ----------------------------------------------------------------


def test_all_any_and_so_many_of_them() -> None:
    yes, no, old = Everyone(), DuringSession(), AgeFrom(50)
    reading = Reading(catalogue(), regions(), person(age_years=44), Answers())
    truths = {
        "all": reading.truth(all_of(yes, yes)),
        "not all": reading.truth(all_of(yes, no)),
        "any": reading.truth(any_of(no, yes)),
        "none": reading.truth(any_of(no, old)),
        "two of three": reading.truth(AtLeast(2, (yes, no, yes))),
        "one of three": reading.truth(AtLeast(2, (yes, no, old))),
        "of nothing": reading.truth(AtLeast(1, ())),
    }
    assert [name for name, truth in truths.items() if truth is Truth.YES] == ["all", "any", "two of three"]
    assert set(truths.values()) == {Truth.YES, Truth.NO}


def test_how_far_so_many_of_them_hold() -> None:
    mixed = [Truth.NO, Truth.NOT_SURE, Truth.YES, Truth.UNKNOWN]
    assert [nth_truest(mixed, count) for count in range(1, 6)] == [
        Truth.YES,
        Truth.NOT_SURE,
        Truth.UNKNOWN,
        Truth.NO,
        Truth.NO,
    ]


def test_the_questions_of_a_condition_are_named_however_deep() -> None:
    a, b, c, d = (QuestionId(name) for name in ("a", "b", "c", "d"))
    nested = all_of(
        any_of(Answered(a), AgeFrom(50)),
        AgeBelow(20),
        ForComplaint((ComplaintId("knee"),)),
        any_of(PlaceWithin(b, ()), all_of(PlaceWithinComplaint(c), BothHands(d), Everyone())),
    )
    assert list(questions_in(nested)) == [a, b, c, d]
    assert list(questions_in(DuringSession())) == []


def test_the_options_that_a_condition_looks_for_are_named_however_deep() -> None:
    a, b = QuestionId("a"), QuestionId("b")
    nested = all_of(
        any_of(Answered(a, ("one", "two")), Answered(b, ("three",))), Answered(a, ("four",)), AgeFrom(50)
    )
    assert list(options_in(nested, a)) == ["one", "two", "four"]
    assert list(options_in(nested, b)) == ["three"]
    assert list(options_in(nested, QuestionId("c"))) == list(options_in(Everyone(), a)) == []


def test_a_place_within_nothing_is_nowhere() -> None:
    answers = answers_of({"recent_surgery_where": [{"region": "knee", "side": "left"}]})
    where = QuestionId("recent_surgery_where")
    knee = Reading(catalogue(), regions(), person("knee"), answers)
    calm = Reading(catalogue(), regions(), person("calm"), answers)
    assert knee.truth(PlaceWithinComplaint(where)) is Truth.YES
    assert calm.truth(PlaceWithinComplaint(where)) is Truth.NO, "no place is meant"
    assert knee.truth(PlaceWithin(where, (RegionId("leg"),))) is Truth.YES
    assert knee.truth(PlaceWithin(where, (RegionId("arm"),))) is Truth.NO
    unsure = replace(knee, answers=Answers({where: Reply.UNSURE}))
    assert unsure.truth(PlaceWithinComplaint(where)) is Truth.NOT_SURE


def test_what_is_not_usable_is_not_known_and_what_is_not_asked_is_a_no() -> None:
    calm, knee = (Reading(catalogue(), regions(), person(name), Answers()) for name in ("calm", "knee"))
    pop = Answered(QuestionId("knee_pop"))
    assert (calm.truth(pop), knee.truth(pop)) == (Truth.NO, Truth.UNKNOWN)
    first = QuestionId("today_emergency")
    odd = Answers({first: Ticks(frozenset({"E01", "no_such_sign"}))})
    assert replace(calm, answers=odd).truth(Answered(first, ("E01",))) is Truth.UNKNOWN
    aged = replace(calm, answers=Answers({QuestionId("age"): Amount(50)}))
    assert aged.truth(Answered(QuestionId("age"))) is Truth.NO, "an age is neither a yes nor a no"


def test_not_sure_where_may_be_both_hands() -> None:
    skin = QuestionId("today_skin_injury")
    unsure = Reading(catalogue(), regions(), person("calm"), Answers({skin: Reply.UNSURE}))
    assert unsure.truth(BothHands(skin)) is Truth.NOT_SURE
    nowhere = Reading(catalogue(), regions(), person("calm"), answers_of({"today_skin_injury": []}))
    assert nowhere.truth(BothHands(skin)) is Truth.NO
    not_said = Reading(catalogue(), regions(), person("calm"), Answers())
    assert not_said.truth(BothHands(skin)) is Truth.UNKNOWN


# --- What fits a question ----------------------------------------------------------------


ODD: tuple[Answer, ...] = (Amount(3), NONE_OF_THESE, NOWHERE, Choice("yes"), Choice("nonsense"), Reply.YES)


@pytest.mark.parametrize(
    ("name", "fitting"),
    [
        ("age", [Amount(3)]),
        ("blood_thinner", [Reply.YES]),
        ("today_ill", [Choice("yes")]),
        ("today_emergency", [NONE_OF_THESE]),
        ("today_skin_injury", [NOWHERE]),
        ("cancer_where", []),
    ],
)
def test_only_an_answer_of_the_right_kind_fits(name: str, fitting: list[Answer]) -> None:
    assert [odd for odd in ODD if fits(question(name), odd, regions())] == fitting
    assert fits(question(name), Reply.UNSURE, regions()) is (name != "age")


def test_options_of_pregnancy_are_shown_to_whom_they_concern() -> None:
    not_known = ScreenContext(Profile(age_exactly(30)), ComplaintId("calm"), GIVEN)
    shown = {
        reply: Reading(catalogue(), regions(), not_known, Answers({CAN_BE_PREGNANT: reply})).shown_options(
            question("today_emergency")
        )
        for reply in Reply
    }
    assert "E08" in shown[Reply.YES]
    assert shown[Reply.UNSURE] == shown[Reply.YES]
    assert not {"E08", "E09"} & set(shown[Reply.NO])


# --- Reaches ----------------------------------------------------------------


@dataclass
class AskedDistances:
    """Knows no distance, and remembers what it was asked for."""

    asked: list[tuple[str, SiteSide, int]] = field(default_factory=list)

    def points_near(self, region: RegionId, side: SiteSide, within_mm: int) -> frozenset[Site]:
        self.asked.append((region, side, within_mm))
        return frozenset({(PointCode("ST36"), side)})


@pytest.mark.parametrize(
    ("opener", "place", "within_mm"),
    [("varicose_veins", "leg-medial", 50), ("pacemaker_or_implant", "chest-upper", 100)],
)
def test_veins_reach_five_centimetres_and_a_device_ten(opener: str, place: str, within_mm: int) -> None:
    context, distances = person("calm"), AskedDistances()
    tapped = {opener: "yes", f"{opener}_where": [{"region": place, "side": "left"}]}
    result = screen(catalogue(), atlas(), regions(), distances, context, all_no(context, answers_of(tapped)))
    assert distances.asked == [(place, L, within_mm)]
    blocked = {(site.point, site.side) for site in cleared(result).clearance.blocked_sites}
    assert ("ST36", L) in blocked
    assert sites_of(place) <= blocked, "the place itself too"


def sites_of(place: str) -> set[Site]:
    return set(sites_in(atlas(), regions(), [RegionSelection(RegionId(place), L)]))


@pytest.mark.parametrize(
    ("plain", "rests"),
    [
        ({"joint_flare": "yes", "joint_flare_where": [{"region": "elbow-lateral", "side": "right"}]}, False),
        ({"joint_flare": "yes", "joint_flare_where": [{"region": "palm", "side": "right"}]}, True),
        ({"fracture": "yes", "fracture_where": [{"region": "elbow-lateral", "side": "right"}]}, True),
        ({"fracture": "yes", "fracture_where": [{"region": "knee", "side": "right"}]}, False),
        ({"recent_surgery": "yes", "recent_surgery_where": [{"region": "arm", "side": "right"}]}, True),
        ({"today_skin_injury": [{"region": "forearm-radial", "side": "right"}]}, False),
        ({"today_skin_injury": [{"region": "finger-thumb", "side": "right"}]}, True),
        ({"cancer": "yes", "cancer_where": [{"region": "palm", "side": "right"}]}, False),
    ],
)
def test_which_places_rest_the_hand(plain: dict[str, object], rests: bool) -> None:
    clearance = clearance_of("stress", plain)
    assert clearance.hands_not_to_press_with == ((Side.RIGHT,) if rests else ())
    blocked = {(site.point, site.side) for site in clearance.blocked_sites}
    assert (("HT7", L) in blocked) is rests


ROWS: dict[RegionId, dict[int, frozenset[Site]]] = {
    RegionId("leg-medial"): {
        50: frozenset({(PointCode("SP6"), L)}),
        100: frozenset({(PointCode("SP6"), L), (PointCode("CV2"), M), (PointCode("SP9"), R)}),
    },
    RegionId("leg-posterior"): {50: frozenset({(PointCode("BL57"), L)})},
}


def test_measured_distances_are_mirrored_and_the_next_larger_one_counts() -> None:
    otherwise = AskedDistances()
    baked = BakedDistances(ROWS, regions(), otherwise)
    medial, posterior = RegionId("leg-medial"), RegionId("leg-posterior")
    assert baked.points_near(medial, L, 50) == {("SP6", L)}
    assert baked.points_near(medial, R, 50) == {("SP6", R)}
    assert baked.points_near(medial, M, 50) == {("SP6", L), ("SP6", R)}
    assert baked.points_near(medial, L, 60) == {("SP6", L), ("CV2", M), ("SP9", R)}
    assert baked.points_near(medial, R, 100) == {("SP6", R), ("CV2", M), ("SP9", L)}
    assert otherwise.asked == []
    assert baked.points_near(posterior, R, 100) == {("ST36", R)}, "not measured that far"
    assert otherwise.asked == [(posterior, R, 100)]


def test_a_union_is_near_what_any_of_its_leaves_is_near_measured_or_not() -> None:
    otherwise = AskedDistances()
    calf = BakedDistances(ROWS, regions(), otherwise).points_near(RegionId("calf"), L, 50)
    assert calf == {("SP6", L), ("BL57", L)}
    legs = BakedDistances(ROWS, regions(), otherwise).points_near(RegionId("lower-legs"), L, 50)
    assert legs == {("SP6", L), ("BL57", L), ("ST36", L)}
    assert {region for region, _, _ in otherwise.asked} == (
        set(regions().members(RegionId("lower-legs"))) - set(ROWS)
    )


def test_without_measured_distances_the_whole_limb_is_near() -> None:
    guess = NoDistances(regions(), atlas()).points_near(RegionId("leg-medial"), L, 50)
    assert sites_of("leg") <= guess
    assert not {site for site in guess if site[1] is R and site[0] in ("SP6", "ST36", "KI3")}
    assert guess < set(all_sites(atlas()))


def test_without_measured_distances_the_shoulder_is_near_all_that_meets_there() -> None:
    guess = NoDistances(regions(), atlas()).points_near(RegionId("shoulder-top"), L, 100)
    near_it = {("GB20", L), ("GB20", R), ("ST6", R), ("LI4", L), ("LU1", R), ("BL23", R), ("CV12", M)}
    assert near_it <= guess
    assert not {("LI4", R), ("SP6", L), ("KI1", L)} & guess, "the other arm and the legs are far"


def test_a_point_that_only_the_regions_know_does_not_hide_the_others() -> None:
    known = regions()
    home = {
        PointCode("AAA0"): RegionId("palm"),
        PointCode("PC8"): RegionId("palm"),
        PointCode("ZZZ9"): RegionId("palm"),
    }
    stray = RegionMap(known.areas, known.regions, (), home)
    found = {
        site for _ in range(3) for site in sites_in(atlas(), stray, [RegionSelection(RegionId("palm"), L)])
    }
    assert found == {("PC8", L)}


# --- What has a place in a session ------------------------------------------------------------------------

# The words that a row of mere limits takes out or (eyes) asks not to bend down to. Other rows hold anywhere.
TAKEN: dict[str, tuple[str, ...]] = {
    "L09": ("legs", "groin", "area-hip", "abdomen-lower"),
    "L22": ("abdomen",),
    "L23": ("eye", "legs"),
    "L25": ("head", "neck"),
    "L26": ("feet",),
}
HIP_POINTS = {"SP6", "BL57"}


def points_near_a_set(complaint: str) -> set[PointCode]:
    """Points of the set, of what may stand in, of the calm set, and all that share a region with one."""
    sets = [one for one in protocols() if one.complaint in (complaint, "calm")]
    own = {
        code
        for one in sets
        for step in one.steps
        for code in (step.point, *(other.point for other in step.replacements))
    }
    homes = {atlas()[code].region for code in own}
    return {point.code for point in atlas() if point.region in homes}


def test_a_row_has_no_place_exactly_where_no_point_of_the_set_is_near_what_it_takes_out() -> None:
    found = rows_without_a_place(catalogue(), atlas(), regions(), protocols())
    assert set(found) == {one.complaint for one in protocols()}
    for complaint, rows in found.items():
        near_it = points_near_a_set(complaint)
        expected = {
            row
            for row, words in TAKEN.items()
            if not near_it & {code for word in words for code, _ in words_sites(word)}
            and not (row == "L26" and near_it & HIP_POINTS)
        }
        assert set(rows) == expected, complaint
        assert {row: catalogue().has_a_place(complaint, RuleId(row)) for row in TAKEN} == {
            row: row not in expected for row in TAKEN
        }


def test_a_complaint_without_a_set_does_not_hide_those_after_it() -> None:
    known = catalogue()
    backwards = Catalogue(
        known.rules, known.questions, known.pages, known.complaints[::-1], known.sources, known.groups
    )
    found = rows_without_a_place(backwards, atlas(), regions(), protocols())
    assert found == rows_without_a_place(known, atlas(), regions(), protocols())


def with_rows(*rows: Rule) -> Catalogue:
    known = catalogue()
    return Catalogue(rows, known.questions, known.pages, known.complaints, known.sources, known.groups)


A, B, ASKED_OF = (Answered(QuestionId(name)) for name in ("no_touch", "thin_bones", "blood_thinner"))
OLD, YOUNG, GROWN = AgeFrom(50), AgeBelow(20), AgeFrom(20)


@pytest.mark.parametrize(
    ("when", "ages"),
    [
        (ASKED_OF, {19, 44, 60}),
        (all_of(OLD, ASKED_OF), {60}),
        (all_of(any_of(OLD, YOUNG), ASKED_OF), {19, 60}),
        (all_of(AtLeast(2, (GROWN, OLD)), ASKED_OF), {60}),
        (all_of(AtLeast(2, (A, B)), ASKED_OF), {19, 44, 60}),
        (all_of(AtLeast(2, (A, OLD)), ASKED_OF), {60}),
        (all_of(AtLeast(3, (A, OLD, YOUNG)), ASKED_OF), set()),
        (all_of(AtLeast(2, (A, all_of(OLD, B))), ASKED_OF), {60}),
        (all_of(ForComplaint((ComplaintId("calm"),)), ASKED_OF), {19, 44, 60}),
        (all_of(ForComplaint((ComplaintId("knee"),)), ASKED_OF), set()),
        (AtLeast(2, (OLD, YOUNG, GROWN, ASKED_OF)), {19, 44, 60}),
    ],
)
def test_a_question_is_asked_of_whomever_its_answer_could_matter_to(when: Condition, ages: set[int]) -> None:
    small = with_rows(replace(catalogue().rule(RuleId("L01")), when=when))
    asked = question("blood_thinner")
    readings = {age: Reading(small, regions(), person("calm", age), Answers()) for age in (19, 44, 60)}
    assert {age for age, one in readings.items() if one.applies(asked) is Truth.YES} == ages
    unknown = Reading(small, regions(), person("calm", None), Answers())
    assert not ages or unknown.applies(asked) is Truth.YES, "an age that is not known rules nothing out"


def test_stiff_mornings_are_asked_from_fifty_on() -> None:
    asked = question("morning_stiffness")
    ages = {age: Reading(catalogue(), regions(), person("calm", age), Answers()) for age in (49, 50, 80)}
    assert [one.applies(asked) for one in ages.values()] == [Truth.NO, Truth.YES, Truth.YES]
    at_any_age = with_rows(replace(catalogue().rule(RuleId("R14")), when=Answered(asked.id)))
    younger = Reading(at_any_age, regions(), person("calm", 49), Answers())
    assert younger.applies(asked) is Truth.NO, "the question itself is for those of 50 and older"


def test_a_question_of_every_session_is_asked_even_where_its_row_has_no_place() -> None:
    row = replace(catalogue().rule(RuleId("L05")), when=Answered(QuestionId("today_leg")))
    placeless = with_rows(row).with_places({ComplaintId("calm"): frozenset({row.id})})
    assert (
        Reading(placeless, regions(), person("calm"), Answers()).applies(question("today_leg")) is Truth.YES
    )
    of_the_list = replace(row, when=Answered(QuestionId("past_clot")))
    placeless = with_rows(of_the_list).with_places({ComplaintId("calm"): frozenset({row.id})})
    assert Reading(placeless, regions(), person("calm"), Answers()).applies(question("past_clot")) is Truth.NO


@pytest.mark.parametrize(("age", "asked"), [(44, Truth.NO), (60, Truth.YES)])
def test_what_opens_a_question_matters_as_far_as_that_question_does(age: int, asked: Truth) -> None:
    where = Answered(QuestionId("cancer_where"))
    opener = replace(catalogue().rule(RuleId("L11")), when=Answered(QuestionId("cancer")), limits=())
    follow_up = replace(catalogue().rule(RuleId("L14")), when=all_of(OLD, where), limits=())
    small = with_rows(opener, follow_up).with_places({ComplaintId("calm"): frozenset({opener.id})})
    reading = Reading(small, regions(), person("calm", age), Answers())
    assert reading.applies(question("cancer")) is asked


def test_every_complaint_with_a_set_may_press_its_stand_ins_and_the_calm_set() -> None:
    assert points_that_may_come(protocols(), ComplaintId("queasy")) == {"PC6", "ST36", "HT7", "EX-HN3"}
    assert points_that_may_come(protocols(), ComplaintId("chest")) == frozenset()


@pytest.mark.slow
@pytest.mark.parametrize("complaint", sorted({str(one.complaint) for one in protocols() if one.offered}))
def test_a_row_without_a_place_changes_no_plan(complaint: str) -> None:
    context = person(complaint)
    free = cleared(screened(context, noes())).clearance
    out_of_place = {rule.id for rule in catalogue().rules} & rows_without_a_place(
        catalogue(), atlas(), regions(), protocols()
    )[ComplaintId(complaint)]
    tried = 0
    for plain in risky_answers():
        result = screened(context, Answers({**noes(), **answers_of(plain)}))
        if not isinstance(result, Cleared):
            continue
        held = set(result.clearance.rules) - {"A01", "PP1"}
        if not held or held - out_of_place or not any(rule in out_of_place for rule in held):
            continue
        if any(answer == "unsure" for answer in plain.values()):
            continue  # pressed more softly, wherever
        tried += 1
        for wanted in (one for one in protocols() if one.complaint in (complaint, "calm") and one.offered):
            soft = plan(wanted, result.clearance, atlas(), regions(), Choices())
            assert soft == plan(wanted, free, atlas(), regions(), Choices()), (plain, wanted.id)
    assert bool(tried) is bool(out_of_place)


# --- Results ----------------------------------------------------------------


def test_a_clearance_says_for_what_and_when_and_which_row_made_the_short_list() -> None:
    clearance = clearance_of("sleep", {"today_pregnant": "yes"})
    assert (clearance.complaint, clearance.given) == ("sleep", GIVEN)
    assert (clearance.only_points_by, clearance.max_hold_by) == ("PR2", ("PR2",))
    assert clearance_of("sleep", {}).only_points_by is None


def test_messages_come_soonest_first_and_an_emergency_is_one_message() -> None:
    context = person("low_back")
    given = answers_of(
        {"low_back_big_accident": "yes", "weight_loss_or_sweats": "yes", "low_back_first_time": "no"}
    )
    told = refused(screened(context, all_no(context, given)))
    assert [message.urgency for message in told.messages] == [Urgency.SAME_DAY, Urgency.URGENT_WITHIN_DAYS]
    assert {message.kind for message in told.messages} == {MessageKind.NO_SESSION}
    assert told.urgency is Urgency.SAME_DAY
    both = refused(screened(context, answers_of({"today_emergency": ["E05", "E15"]})))
    assert len(both.messages) == 1


def test_blocks_stand_in_the_order_of_the_atlas_and_caps_strictest_first() -> None:
    clearance = clearance_of(
        "calm", {"thin_bones": "yes", "leg_arteries": "yes", "antiplatelet": "yes", "belly_condition": "yes"}
    )
    order = {site: place for place, site in enumerate(all_sites(atlas()))}
    places = [(order[site.point, site.side], site.rule) for site in clearance.blocked_sites]
    assert places == sorted(places)
    assert [(cap.max_felt_pressure, cap.rule) for cap in clearance.pressure_caps] == [
        (2, "L24"),
        (3, "L07"),
        (4, "L02"),
    ]
    assert [(block.region, block.rule) for block in clearance.blocked_regions] == [
        ("ribs", "L07"),
        ("spine", "L07"),
        ("abdomen", "L22"),
        ("feet", "L24"),
    ]


# --- What is asked next ----------------------------------------------------------------


def remembered(days_ago: int, names: Mapping[str, Answer]) -> dict[QuestionId, Remembered]:
    on = GIVEN.local_date - timedelta(days=days_ago)
    return {QuestionId(name): Remembered(answer, on) for name, answer in names.items()}


@pytest.mark.parametrize(("days_ago", "counts"), [(-1, False), (0, True), (1, True), (29, True), (30, False)])
def test_an_answer_counts_on_its_day_and_for_twenty_nine_more(days_ago: int, counts: bool) -> None:
    earlier = remembered(days_ago, {"blood_thinner": Reply.YES})
    valid = still_valid(catalogue(), person(), Answers(), earlier)
    assert (valid.get(QuestionId("blood_thinner")) is Reply.YES) is counts


def test_an_answer_of_another_complaint_does_not_hide_the_later_ones() -> None:
    earlier = remembered(
        1,
        {
            "today_leg": Reply.NO,
            "knee_pop": Reply.YES,
            "blood_thinner": Reply.YES,
            "no_touch": Reply.NO,
            "can_be_pregnant": Reply.NO,
        },
    )
    valid = still_valid(catalogue(), person("calm"), Answers(), earlier)
    assert set(valid) == {"blood_thinner", "no_touch", "can_be_pregnant"}
    only_once = still_valid(
        catalogue(), person("calm"), Answers({QuestionId("today_changed"): Reply.YES}), earlier
    )
    assert set(only_once) == {"can_be_pregnant", "today_changed"}


def test_an_emergency_of_an_earlier_day_is_asked_anew_and_hides_nothing() -> None:
    earlier = remembered(1, {"dark_thoughts": Reply.YES, "blood_thinner": Reply.YES, "no_touch": Reply.NO})
    assert set(still_valid(catalogue(), person("calm"), Answers(), earlier)) == {"blood_thinner", "no_touch"}
    known = catalogue()
    backwards = Catalogue(
        known.rules, known.questions[::-1], known.pages, known.complaints, known.sources, known.groups
    )
    assert set(still_valid(backwards, person("calm"), Answers(), earlier)) == {"blood_thinner", "no_touch"}
    harmless_then = remembered(1, {"dark_thoughts": Reply.NO})
    assert set(still_valid(catalogue(), person("calm"), Answers(), harmless_then)) == {"dark_thoughts"}


@pytest.mark.parametrize(("asked", "kept"), [("dark_thoughts", False), ("blood_thinner", True)])
def test_only_what_is_an_emergency_by_itself_is_asked_anew(asked: str, kept: bool) -> None:
    known = catalogue()
    emergency = known.rule(RuleId("E14"))
    alone = replace(emergency, when=Answered(QuestionId("dark_thoughts")))
    joined = replace(emergency, when=all_of(Answered(QuestionId("blood_thinner")), AgeFrom(50)))
    small = Catalogue(
        (alone, joined), known.questions, known.pages, known.complaints, known.sources, known.groups
    )
    earlier = remembered(1, {asked: Reply.YES})
    assert bool(still_valid(small, person("calm"), Answers(), earlier)) is kept


@pytest.mark.parametrize(
    ("days_ago", "names", "fresh"),
    [
        (1, {}, False),
        (1, {"blood_thinner": Reply.NO}, True),
        (29, {"blood_thinner": Reply.YES, "can_be_pregnant": Reply.NO}, True),
        (30, {"blood_thinner": Reply.NO}, False),
        (1, {"can_be_pregnant": Reply.NO}, False),
        (1, {"knee_pop": Reply.NO}, False),
        (1, {"today_leg": Reply.NO}, False),
    ],
)
def test_what_has_changed_is_asked_only_of_whoever_still_has_an_answer(
    days_ago: int, names: dict[str, Answer], fresh: bool
) -> None:
    assert is_anything_fresh(catalogue(), person("calm"), remembered(days_ago, names)) is fresh


def test_the_screens_ahead_are_those_that_a_healthy_person_will_meet() -> None:
    context = ScreenContext(Profile(), ComplaintId("knee"), GIVEN)
    met, answers = [], Answers()
    while asked := next_questions(catalogue(), regions(), context, answers, {}):
        met.append(asked[0].page)
        for one in asked:
            answers = answers.with_answer(one.id, harmless(one))
    assert pages_ahead(catalogue(), regions(), context, Answers(), {}) == tuple(met)
    assert len(met) == len(set(met)) > 8


def test_a_harmless_age_is_that_of_an_adult_below_every_threshold() -> None:
    age = harmless(question("age"))
    assert isinstance(age, Amount)
    assert 20 <= age.value < 50


def test_only_follow_ups_of_what_was_changed_are_dropped() -> None:
    answers = answers_of(
        {
            "today_numb_weak": "yes",
            "today_numb_weak_sudden": "no",
            "today_ill": "yes",
            "today_ill_fever": "no",
            "blood_thinner": "no",
        }
    )
    left = without_follow_ups(catalogue(), answers, QuestionId("today_numb_weak"))
    assert set(answers) - set(left) == {"today_numb_weak_sudden"}
    assert without_follow_ups(catalogue(), answers, QuestionId("blood_thinner")) == answers


def test_after_a_referral_only_what_may_still_matter_is_asked() -> None:
    leg = next_questions(catalogue(), regions(), person("calm"), answers_of(sure_of_today()), {})
    assert leg == ()
    knock = {
        **sure_of_today(),
        "today_leg": "no",
        "today_skin_injury": [{"region": "head-side"}],
        "today_injury_signs": ["blow_to_head_or_neck"],
    }
    asked = next_questions(catalogue(), regions(), person("calm"), answers_of(knock), {})
    assert [one.id for one in asked] == ["blood_thinner"]


def test_after_a_referral_nothing_is_asked_that_could_only_refer_again() -> None:
    """A small fall with thin bones would be for today as well: that changes nothing, so it is not asked."""
    told = {**sure_of_today(), "low_back_small_fall": "yes", "low_back_new_shape": "yes"}
    assert next_questions(catalogue(), regions(), person("low_back"), answers_of(told), {}) == ()


def sure_of_today() -> dict[str, object]:
    return {"today_emergency": [], "today_numb_weak": "no", "today_ill": "no", "today_leg": "yes"}


# --- Answers as plain values ----------------------------------------------------------------


@pytest.mark.parametrize(("years", "fine"), [(-1, False), (0, True), (1, True), (120, True), (121, False)])
def test_an_age_is_a_whole_number_of_years_from_birth_to_a_hundred_and_twenty(years: int, fine: bool) -> None:
    if fine:
        answer = answer_from_plain(question("age"), regions(), years)
        assert answer == Amount(years)
        assert plain_answer(answer) == years
    else:
        with pytest.raises(UnusableAnswer, match=f"not {years}") as refusal:
            answer_from_plain(question("age"), regions(), years)
        assert refusal.value.question == "age"


def test_a_refusal_says_which_question_and_what_is_wrong() -> None:
    refusal = UnusableAnswer("blood_thinner", "is wrong")
    assert (refusal.question, refusal.what, str(refusal)) == (
        "blood_thinner",
        "is wrong",
        "blood_thinner: is wrong",
    )


def test_mirrored_places_change_sides_and_the_middle_stays() -> None:
    places = TappedPlaces(
        frozenset({RegionSelection(RegionId("palm"), L), RegionSelection(RegionId("back"), M)})
    )
    given: dict[QuestionId, Answer] = {
        QuestionId("no_touch_where"): places,
        QuestionId("no_touch"): Reply.YES,
    }
    mirrored = Answers(given).mirrored()
    assert mirrored[QuestionId("no_touch_where")] == TappedPlaces(
        frozenset({RegionSelection(RegionId("palm"), R), RegionSelection(RegionId("back"), M)})
    )
    assert mirrored[QuestionId("no_touch")] is Reply.YES


@pytest.mark.parametrize(
    ("said_on", "span"),
    [
        (date(2026, 11, 25), AgeSpan(30, 30)),
        (date(2026, 11, 24), AgeSpan(30, 31)),
        (date(2025, 11, 26), AgeSpan(30, 31)),
        (date(2025, 11, 25), AgeSpan(31, 32)),
        (date(2024, 12, 31), AgeSpan(31, 32)),
        (date(2026, 11, 26), None),
    ],
)
def test_an_age_that_was_said_grows_by_whole_years(said_on: date, span: AgeSpan | None) -> None:
    assert age_said_on(30, said_on, date(2026, 11, 25)) == span


def test_nobody_is_younger_than_newborn() -> None:
    assert age_of_birth_year(2026, date(2026, 11, 25)) == AgeSpan(0, 1)
    assert age_of_birth_year(1990, date(2026, 11, 25)) == AgeSpan(35, 37)


def test_answers_show_themselves() -> None:
    shown = repr(answers_of({"blood_thinner": "yes"}))
    assert shown.startswith("Answers(")
    assert "blood_thinner" in shown


def answers_file(**more: object) -> dict[str, object]:
    return {"schema": 1, "complaint": "calm", "age": 30, "answers": {}, **more}


@pytest.mark.parametrize(
    ("said", "heard"),
    [("yes", CanBePregnant.YES), ("no", CanBePregnant.NO), ("unsure", CanBePregnant.YES)],
)
def test_an_answers_file_says_whether_pregnancy_can_apply(said: str, heard: CanBePregnant) -> None:
    screening = screening_from_plain(catalogue(), regions(), answers_file(can_be_pregnant=said), GIVEN)
    assert screening.context.profile.can_be_pregnant is heard
    assert screening.context.given == GIVEN


def test_an_answers_file_may_answer_pregnancy_and_age_among_the_questions() -> None:
    late = Moment.of(GIVEN.utc + timedelta(hours=1))
    plain = {"schema": 1, "complaint": "calm", "answers": {"can_be_pregnant": "no", "age": 50}}
    screening = screening_from_plain(catalogue(), regions(), plain, late)
    assert screening.context.profile == Profile(None, CanBePregnant.NOT_KNOWN)
    assert screening.answers[QuestionId("age")] == Amount(50)
    assert screening.context.given == late


@pytest.mark.parametrize("key", [3, None, ("calm",)])
def test_a_question_whose_name_is_no_text_is_refused_and_shown(key: object) -> None:
    with pytest.raises(UnusableAnswer) as refusal:
        screening_from_plain(catalogue(), regions(), answers_file(answers={key: "no"}), GIVEN)
    assert refusal.value.question == repr(key)
    assert refusal.value.what


@pytest.mark.parametrize("complaint", [None, 3, "", ["calm"], {"calm": 1}])
def test_a_complaint_that_is_no_text_is_refused(complaint: object) -> None:
    with pytest.raises(UnusableAnswer) as refusal:
        screening_from_plain(catalogue(), regions(), answers_file(complaint=complaint), GIVEN)
    assert refusal.value.question == "complaint"
