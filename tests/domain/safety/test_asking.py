"""What is asked, in which order, how often, and how many taps it takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from acupress_desktop.domain.ids import QuestionId
from acupress_desktop.domain.safety.ages import AgeSpan
from acupress_desktop.domain.safety.answers import Amount, Answer, Answers, Choice, Reply
from acupress_desktop.domain.safety.asking import (
    Remembered,
    harmless,
    known_age,
    next_questions,
    pages_ahead,
    still_valid,
    without_follow_ups,
)
from acupress_desktop.domain.safety.conditions import Truth
from acupress_desktop.domain.safety.evaluate import Reading
from acupress_desktop.domain.safety.outcome import Cleared, Unanswered
from acupress_desktop.domain.safety.person import CanBePregnant, Profile, ScreenContext
from acupress_desktop.domain.safety.questions import Asked, Question, QuestionKind
from acupress_desktop.domain.safety.relevance import points_that_may_come
from acupress_desktop.domain.safety.rules import ActionKind
from tests.domain.safety.world import (
    GIVEN,
    all_no,
    answers_of,
    catalogue,
    cleared,
    person,
    protocols,
    refused,
    regions,
    screened,
)

TODAY = (
    "today_emergency",
    "today_numb_weak",
    "today_ill",
    "today_leg",
    "today_skin_injury",
    "today_pregnant",
    "today_changed",
)
COMPLAINTS = [one.id for one in catalogue().complaints if one.protocol is not None]


def remembered(context: ScreenContext, days_ago: int) -> dict[QuestionId, Remembered]:
    on = GIVEN.local_date - timedelta(days=days_ago)
    return {question: Remembered(answer, on) for question, answer in all_no(context).items()}


def ask(
    context: ScreenContext, today: Answers, earlier: dict[QuestionId, Remembered] | None = None
) -> list[str]:
    asked = next_questions(catalogue(), regions(), context, today, earlier or {})
    return [question.id for question in asked]


@pytest.mark.parametrize("complaint", COMPLAINTS)
def test_a_returning_healthy_person_meets_the_seven_questions_and_nothing_else(complaint: str) -> None:
    context = person(complaint)
    earlier = remembered(context, 10)
    assert pages_ahead(catalogue(), regions(), context, Answers(), earlier) == TODAY
    # One tap each: "None of these", No, No, No, "Nowhere", No, No; and one to begin.
    taps = len(TODAY) + 1
    assert taps <= 8


def test_a_person_who_cannot_be_pregnant_meets_six() -> None:
    context = person(can_be_pregnant=CanBePregnant.NO)
    pages = pages_ahead(catalogue(), regions(), context, Answers(), remembered(context, 10))
    assert pages == tuple(page for page in TODAY if page != "today_pregnant")


@pytest.mark.parametrize("complaint", COMPLAINTS)
def test_the_first_run_is_short(complaint: str) -> None:
    context = person(complaint, None, CanBePregnant.NOT_KNOWN)
    pages = pages_ahead(catalogue(), regions(), context, Answers(), {})
    # At most three checklists of lines, everything else one tap each. The eleventh is what has changed,
    # which somebody without a last time is not asked.
    assert len(pages) <= 12
    assert pages[0] == "today_emergency"
    assert "about_you" in pages


@pytest.mark.parametrize("complaint", COMPLAINTS)
def test_the_one_emergency_of_the_thirty_day_list_is_asked_before_its_lists(complaint: str) -> None:
    pages = pages_ahead(catalogue(), regions(), person(complaint), Answers(), {})
    later = [pages.index(page) for page in ("complaint", "lately", "told") if page in pages]
    assert pages.index("dark_thoughts") < min(later)


def test_answers_of_thirty_days_ago_are_asked_again() -> None:
    context = person()
    fresh, stale = remembered(context, 29), remembered(context, 30)
    assert "lately" not in pages_ahead(catalogue(), regions(), context, Answers(), fresh)
    assert "lately" in pages_ahead(catalogue(), regions(), context, Answers(), stale)


def test_answers_from_a_future_day_do_not_count() -> None:
    context = person()
    assert "told" in pages_ahead(catalogue(), regions(), context, Answers(), remembered(context, -1))


@pytest.mark.parametrize("answer", [Reply.YES, Reply.UNSURE])
def test_something_changed_opens_the_list_again(answer: Reply) -> None:
    context = person()
    earlier = remembered(context, 3)
    today = Answers({QuestionId("today_changed"): answer})
    pages = pages_ahead(catalogue(), regions(), context, today, earlier)
    assert {"complaint", "lately", "told", "dark_thoughts"} <= set(pages)
    merged = still_valid(catalogue(), context, today, earlier)
    assert QuestionId("blood_thinner") not in merged


def test_todays_answers_never_carry_over() -> None:
    context = person()
    merged = still_valid(catalogue(), context, Answers(), remembered(context, 0))
    every_session = {one.id for one in catalogue().questions if one.asked is Asked.EVERY_SESSION}
    assert not every_session & set(merged)


def test_answers_for_another_complaint_do_not_end_todays_session() -> None:
    day = date(2026, 11, 20)
    earlier = {QuestionId("headache_steadily_worse"): Remembered(Reply.YES, day)}
    knee = person("knee")
    merged = still_valid(catalogue(), knee, all_no(knee), earlier)
    assert isinstance(screened(knee, merged), Cleared)
    headache = person("headache")
    assert QuestionId("headache_steadily_worse") in still_valid(catalogue(), headache, Answers(), earlier)


def test_an_emergency_ends_the_questions() -> None:
    assert ask(person(), answers_of({"today_emergency": ["E10"]})) == []


def test_numbness_asks_how_it_began_and_then_ends() -> None:
    today = answers_of({"today_emergency": [], "today_numb_weak": "yes"})
    assert ask(person(), today) == ["today_numb_weak_sudden"]
    assert ask(person(), today.with_answer(QuestionId("today_numb_weak_sudden"), Reply.NO)) == []


def test_a_knock_on_the_head_still_asks_what_could_make_it_an_emergency() -> None:
    context = person("headache")
    today = answers_of(
        {
            "today_emergency": [],
            "today_numb_weak": "no",
            "today_ill": "no",
            "today_leg": "no",
            "today_skin_injury": [{"region": "head-side", "side": "left"}],
            "today_injury_signs": ["blow_to_head_or_neck"],
        }
    )
    assert ask(context, today) == ["blood_thinner"]


def test_a_postponement_lets_the_more_dangerous_questions_be_asked() -> None:
    today = answers_of({"today_emergency": [], "today_numb_weak": "no", "today_ill": "yes"})
    assert ask(person("knee"), today) == ["today_leg"]


def test_follow_ups_come_only_after_what_opens_them() -> None:
    context = person()
    answers = all_no(context)
    assert not any(name.endswith(("_where", "_signs")) for name in answers)
    opened = all_no(context, answers_of({"numb_area": "yes"}))
    assert QuestionId("numb_area_where") in opened


def test_a_changed_answer_drops_its_follow_ups() -> None:
    given = answers_of({"numb_area": "yes", "numb_area_where": "unsure", "today_leg": "no"})
    kept = without_follow_ups(catalogue(), given, QuestionId("numb_area"))
    assert set(kept) == {"numb_area", "today_leg"}


def test_the_first_screen_shows_what_concerns_this_person() -> None:
    question = catalogue().question(QuestionId("today_emergency"))

    def shown(context: ScreenContext) -> set[str]:
        return set(Reading(catalogue(), regions(), context, Answers()).shown_options(question))

    assert {"E08", "E09"} <= shown(person())
    assert not {"E08", "E09"} & shown(person(can_be_pregnant=CanBePregnant.NO))
    assert "E07" not in shown(person(age_years=49))
    assert "E07" in shown(person(age_years=50))
    assert "E07" in shown(person(age_years=None)), "not known yet counts as possible"
    assert "E14" in shown(person("sleep"))
    assert "E14" not in shown(person("knee"))
    for complaint in COMPLAINTS:
        core = {"E01", "E02", "E03", "E04", "E05", "E06", "E10", "E12", "E15", "E17"}
        assert core <= shown(person(complaint, 20, CanBePregnant.NO))
        assert len(shown(person(complaint))) <= 17


def test_age_and_pregnancy_are_asked_once_and_then_known() -> None:
    context = person(age_years=None, can_be_pregnant=CanBePregnant.NOT_KNOWN)
    today = answers_of({"today_emergency": []})
    assert ask(context, today) == ["age", "can_be_pregnant"]
    known = Answers({**today, QuestionId("age"): Amount(17), QuestionId("can_be_pregnant"): Reply.UNSURE})
    earlier = {question: Remembered(answer, date(2020, 1, 1)) for question, answer in known.items()}
    merged = still_valid(catalogue(), context, Answers(), earlier)
    assert set(merged) == {"can_be_pregnant"}, "an age said years ago is no age of today"
    known_today = known_age(None, earlier, context.given.local_date)
    assert known_today == AgeSpan(23, 24)
    grown = replace(context, profile=Profile(known_today, CanBePregnant.NO))
    assert "age" not in ask(grown, today)


@pytest.mark.parametrize(
    ("birth_year", "said", "span", "asked"),
    [
        (1982, None, AgeSpan(43, 45), False),
        (2008, None, AgeSpan(17, 19), True),
        (2009, None, AgeSpan(16, 18), True),
        (2010, None, AgeSpan(15, 17), False),
        (2007, None, AgeSpan(18, 20), False),
        (2008, (18, date(2026, 11, 22)), AgeSpan(18, 18), False),
        (2008, (18, date(2026, 1, 1)), AgeSpan(18, 19), False),
        (2008, (17, date(2026, 11, 1)), AgeSpan(17, 18), True),
        (2008, (17, date(2025, 11, 1)), AgeSpan(18, 19), False),
        (1980, (17, date(2026, 11, 1)), AgeSpan(17, 47), True),
        (1982, (17, date(2027, 1, 1)), AgeSpan(43, 45), False),
        (None, (17, date(2027, 1, 1)), None, True),
    ],
)
def test_an_age_is_a_span_and_is_asked_again_where_eighteen_hangs_on_the_day(
    birth_year: int | None, said: tuple[int, date] | None, span: AgeSpan | None, asked: bool
) -> None:
    earlier = {} if said is None else {QuestionId("age"): Remembered(Amount(said[0]), said[1])}
    context = person(age_years=None, can_be_pregnant=CanBePregnant.NO)
    known = known_age(birth_year, earlier, context.given.local_date)
    assert known == span
    context = replace(context, profile=Profile(known, CanBePregnant.NO))
    assert ("age" in Reading(catalogue(), regions(), context, Answers()).missing()) is asked


def test_whoever_may_be_seventeen_gets_no_session_until_they_say_how_old_they_are() -> None:
    age = QuestionId("age")
    span = replace(person("calm"), profile=Profile(AgeSpan(17, 19), CanBePregnant.NO))
    answers = all_no(person("calm", 18, CanBePregnant.NO))
    assert screened(span, answers) == Unanswered((age,))
    assert "R07" in refused(screened(span, answers.with_answer(age, Amount(17)))).rules
    assert isinstance(screened(span, answers.with_answer(age, Amount(18))), Cleared)
    contradicted = refused(screened(span, answers.with_answer(age, Amount(40))))
    assert "R07" in contradicted.rules, "the year of birth says otherwise: the careful end counts"


def test_rows_from_fifty_on_hold_for_whoever_may_be_fifty() -> None:
    span = replace(person("headache"), profile=Profile(AgeSpan(48, 50), CanBePregnant.NO))
    answers = all_no(span, answers_of({"headache_new_or_changed": "yes"}))
    assert "HA05" in refused(screened(span, answers)).rules
    younger = replace(person("headache"), profile=Profile(AgeSpan(47, 49), CanBePregnant.NO))
    answers = all_no(younger, answers_of({"headache_new_or_changed": "yes"}))
    assert "HA05" not in cleared(screened(younger, answers)).clearance.rules


def test_todays_pregnancy_waits_for_whether_it_can_apply() -> None:
    context = person(can_be_pregnant=CanBePregnant.NOT_KNOWN)
    missing = Reading(catalogue(), regions(), context, Answers()).missing()
    assert "can_be_pregnant" in missing
    assert "today_pregnant" not in missing
    told = Answers({QuestionId("can_be_pregnant"): Reply.UNSURE})
    assert "today_pregnant" in Reading(catalogue(), regions(), context, told).missing()


def test_a_harmless_answer_fits_every_question() -> None:
    for question in catalogue().questions:
        reading = Reading(catalogue(), regions(), person(), Answers({question.id: harmless(question)}))
        assert reading.is_answered(question), question.id
        if question.kind is QuestionKind.CHOICE:
            assert question.options[0].id == "no"


def not_asked(context: ScreenContext) -> list[Question]:
    """The stable questions that concern everybody with this complaint, and yet are not put."""
    reading = Reading(catalogue(), regions(), context, Answers())
    return [
        question
        for question in catalogue().questions
        if question.only_if is None
        and question.asked is Asked.EVERY_30_DAYS
        and (not question.complaints or context.complaint in question.complaints)
        and reading.applies(question) is Truth.NO
    ]


@pytest.mark.slow
@pytest.mark.parametrize("complaint", COMPLAINTS)
def test_what_is_not_asked_could_not_change_the_session(complaint: str) -> None:
    context = person(complaint)
    harmless_all = all_no(context)
    before = cleared(screened(context, harmless_all)).clearance
    points = points_that_may_come(protocols(), context.complaint)
    for question in not_asked(context):
        risks: list[Answer] = (
            [Reply.YES]
            if question.kind is QuestionKind.YES_NO_UNSURE
            else [Choice(option.id) for option in question.options[1:]]
        )
        for risk in risks:
            answers = all_no(context, {**harmless_all, question.id: risk})
            after = cleared(screened(context, answers)).clearance
            assert (
                not {site.point for site in after.blocked_sites}
                - {site.point for site in before.blocked_sites}
                & points
            ), question.id
            limited = [cap for cap in after.pressure_caps if cap not in before.pressure_caps]
            assert not any(
                not cap.regions or any(points & regions().points(region) for region in cap.regions)
                for cap in limited
            ), question.id
            assert after.max_hold_seconds == before.max_hold_seconds
            assert after.halve_holds_by == before.halve_holds_by
            assert after.breathing is before.breathing
            assert after.hands_not_to_press_with == before.hands_not_to_press_with


def test_some_questions_are_spared_where_they_cannot_matter_and_asked_where_they_can() -> None:
    spared = {str(complaint): {one.id for one in not_asked(person(complaint))} for complaint in COMPLAINTS}
    assert "varicose_veins" in spared["headache"]
    assert "varicose_veins" not in spared["knee"]
    assert "belly_condition" not in spared["sleep"]
    assert "low_back_first_time" in spared["low_back"]
    assert "low_back_first_time" not in {one.id for one in not_asked(person("low_back", 60))}
    always = {"blood_thinner", "heart_condition", "clot_now", "pacemaker_or_implant", "cancer", "no_touch"}
    ends = {
        question.id
        for question in catalogue().questions
        for rule in catalogue().rules_asking(question.id)
        if rule.action.kind in (ActionKind.EMERGENCY, ActionKind.REFER, ActionKind.BLOCK_SESSION)
    }
    for complaint, names in spared.items():
        assert not names & always, complaint
        hangs_on_age = {"low_back_first_time", "morning_stiffness"}
        hangs_on_age |= {"recent_birth"}
        assert not names & ends - hangs_on_age, complaint


def test_an_answer_that_was_not_asked_for_is_honoured_all_the_same() -> None:
    context = person("calm")
    assert "belly_condition" in {one.id for one in not_asked(context)}
    given = all_no(context).with_answer(QuestionId("belly_condition"), Reply.YES)
    assert "L22" in cleared(screened(context, given)).clearance.rules


@pytest.mark.slow
@pytest.mark.parametrize("complaint", COMPLAINTS)
def test_what_somebody_should_tell_a_clinician_is_asked_wherever_it_lies(complaint: str) -> None:
    context = person(complaint)
    spared = {question.id for question in not_asked(context)}
    for question, rule in (("artery_or_stroke", "L16"), ("past_clot", "L05"), ("leg_arteries", "L24")):
        assert question not in spared
        told = catalogue().question(QuestionId(question))
        risky = Choice(told.options[1].id) if told.options else Reply.YES
        result = cleared(screened(context, all_no(context, Answers({told.id: risky}))))
        assert rule in result.clearance.rules
        assert result.clearance.advise_clinician


def test_a_minor_is_asked_for_emergencies_and_nothing_else() -> None:
    context = person("knee", 15)
    assert pages_ahead(catalogue(), regions(), context, Answers(), {}) == ("today_emergency",)
    assert "R07" in refused(screened(context, answers_of({"today_emergency": []}))).rules
    help_first = refused(screened(context, answers_of({"today_emergency": ["E01"]})))
    assert "E01" in help_first.rules
    unknown = person("knee", None)
    told = answers_of({"today_emergency": []})
    assert "age" in ask(unknown, told)
    assert ask(unknown, told.with_answer(QuestionId("age"), Amount(15))) == []


def test_no_emergency_hides_in_a_group() -> None:
    grouped = [question for question in catalogue().questions if question.group]
    assert len({question.group for question in grouped}) > 5
    for question in grouped:
        kinds = {rule.action.kind for rule in catalogue().rules_asking(question.id)}
        assert ActionKind.EMERGENCY not in kinds, question.id
    for group in catalogue().groups:
        assert sum(question.group == group.id for question in grouped) > 1, group.id


def test_an_answer_that_alone_is_an_emergency_is_asked_anew() -> None:
    context = person("sleep")
    earlier = remembered(context, 1)
    earlier[QuestionId("dark_thoughts")] = Remembered(Reply.YES, GIVEN.local_date - timedelta(days=1))
    merged = still_valid(catalogue(), context, Answers(), earlier)
    assert QuestionId("dark_thoughts") not in merged
    assert "dark_thoughts" in pages_ahead(catalogue(), regions(), context, Answers(), earlier)


def test_a_referral_of_an_earlier_day_does_not_keep_todays_emergencies_from_being_asked() -> None:
    context = person("knee")
    earlier = remembered(context, 1)
    earlier[QuestionId("clot_now")] = Remembered(Reply.YES, GIVEN.local_date - timedelta(days=1))
    assert [one.id for one in next_questions(catalogue(), regions(), context, Answers(), earlier)] == [
        "today_emergency"
    ]
