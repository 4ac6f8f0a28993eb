"""People who answer anything at all."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from acupress_desktop.domain.ids import QuestionId, RegionId
from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.domain.safety.answers import Amount, Answer, Answers, Choice, Reply, TappedPlaces, Ticks
from acupress_desktop.domain.safety.person import AGE, CAN_BE_PREGNANT, CanBePregnant, ScreenContext
from acupress_desktop.domain.safety.questions import Question, QuestionKind
from acupress_desktop.domain.sides import SiteSide
from tests.domain.safety.world import catalogue, person, regions

REGIONS: tuple[RegionId, ...] = tuple(
    one.id for group in (regions().areas, regions().regions, regions().unions) for one in group
)
ASKED = tuple(one for one in catalogue().questions if one.id not in (AGE, CAN_BE_PREGNANT))
LIMITING = tuple(
    one
    for one in ASKED
    if one.id != "today_emergency"
    and all(rule.action.kind.value in ("limit", "advise", "see") for rule in catalogue().rules_asking(one.id))
)
"""Questions that shape a session and never end it: most of what is worth comparing."""

places = st.builds(RegionSelection, st.sampled_from(REGIONS), st.sampled_from(SiteSide))


def contexts() -> st.SearchStrategy[ScreenContext]:
    return st.builds(
        person,
        st.sampled_from([complaint.id for complaint in catalogue().complaints]),
        st.integers(0, 110),
        st.sampled_from([CanBePregnant.YES, CanBePregnant.NO]),
    )


def any_answer(question: Question) -> st.SearchStrategy[Answer]:
    """Any answer that fits the question, risky or not."""
    unsure = st.just(Reply.UNSURE)
    match question.kind:
        case QuestionKind.YES_NO_UNSURE:
            return st.sampled_from(Reply)
        case QuestionKind.CHOICE:
            return st.builds(Choice, st.sampled_from(sorted(question.option_ids()))) | unsure
        case QuestionKind.MULTI:
            ticks = st.frozensets(st.sampled_from(sorted(question.option_ids())), max_size=3)
            return st.builds(Ticks, ticks) | unsure
        case QuestionKind.REGION:
            least = 0 if question.may_be_empty else 1
            return st.builds(TappedPlaces, st.frozensets(places, min_size=least, max_size=3)) | unsure
        case QuestionKind.NUMBER:
            return st.builds(Amount, st.integers(0, 120))


def harmless_for_sure(question: Question) -> Answer | None:
    """The answer without risk; ``None`` where there is no such answer."""
    match question.kind:
        case QuestionKind.YES_NO_UNSURE:
            return Reply.NO
        case QuestionKind.CHOICE:
            return Choice(question.options[0].id)
        case QuestionKind.MULTI:
            return Ticks(frozenset())
        case QuestionKind.REGION:
            return TappedPlaces(frozenset()) if question.may_be_empty else None
        case QuestionKind.NUMBER:
            return None


@st.composite
def complete_answers(draw: st.DrawFn, risks_max: int = 4) -> Answers:
    """An answer to every question there is; up to ``risks_max`` of them may be risky."""
    answers: dict[QuestionId, Answer] = {}
    pool = draw(st.sampled_from([ASKED, LIMITING]))
    risky = draw(st.lists(st.sampled_from(pool), max_size=risks_max, unique_by=lambda one: one.id))
    for question in ASKED:
        harmless = harmless_for_sure(question)
        if question in risky or harmless is None:
            answers[question.id] = draw(any_answer(question))
        else:
            answers[question.id] = harmless
    return Answers(answers)


@dataclass(frozen=True)
class Worse:
    """The same person twice; ``after`` has one risk more."""

    before: Answers
    after: Answers


@st.composite
def one_risk_more(draw: st.DrawFn) -> Worse:
    before = draw(complete_answers())
    question = draw(st.sampled_from(draw(st.sampled_from([ASKED, LIMITING]))))
    answer = before[question.id]
    match answer:
        case Ticks(options=options):
            more: Answer = Ticks(options | {draw(st.sampled_from(sorted(question.option_ids())))})
        case TappedPlaces(places=tapped):
            more = TappedPlaces(tapped | {draw(places)})
        case _ if answer == harmless_for_sure(question):
            more = draw(any_answer(question))
        case _:
            more = answer
    return Worse(before, before.with_answer(question.id, more))
