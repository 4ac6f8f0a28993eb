"""The real catalogue, and short ways to screen a person with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.evidence_files import read_evidence
from acupress_desktop.content.near_points_files import read_near_points
from acupress_desktop.content.protocol_files import read_protocols
from acupress_desktop.content.region_files import read_regions
from acupress_desktop.content.safety_files import SafetyContent, read_safety
from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.ids import ComplaintId, QuestionId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.protocols import Protocol
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.safety.ages import age_exactly
from acupress_desktop.domain.safety.answers import Answer, Answers
from acupress_desktop.domain.safety.asking import harmless, next_questions
from acupress_desktop.domain.safety.outcome import Cleared, NotCleared, ScreenResult
from acupress_desktop.domain.safety.person import CanBePregnant, Profile, ScreenContext
from acupress_desktop.domain.safety.places import NearPoints
from acupress_desktop.domain.safety.plain import answer_from_plain
from acupress_desktop.domain.safety.rules import Catalogue
from acupress_desktop.domain.safety.screen import screen

GIVEN = Moment.of(datetime(2026, 11, 22, 9, 30, tzinfo=UTC))


@cache
def atlas() -> Atlas:
    return read_atlas(asset_root())


@cache
def regions() -> RegionMap:
    return read_regions(asset_root(), atlas())


@cache
def protocols() -> tuple[Protocol, ...]:
    return read_protocols(asset_root(), atlas(), read_evidence(asset_root()).sources)


@cache
def content() -> SafetyContent:
    return read_safety(asset_root(), atlas(), regions(), protocols())


def catalogue() -> Catalogue:
    return content().catalogue


@cache
def near() -> NearPoints:
    return read_near_points(asset_root(), atlas(), regions())


def person(
    complaint: str = "neck_shoulder",
    age_years: int | None = 44,
    can_be_pregnant: CanBePregnant = CanBePregnant.YES,
) -> ScreenContext:
    age = None if age_years is None else age_exactly(age_years)
    return ScreenContext(Profile(age, can_be_pregnant), ComplaintId(complaint), GIVEN)


def answers_of(plain: Mapping[str, object]) -> Answers:
    """Typed answers from the plain values of an answers file."""
    return Answers(
        {
            QuestionId(key): answer_from_plain(catalogue().question(QuestionId(key)), regions(), value)
            for key, value in plain.items()
        }
    )


def all_no(context: ScreenContext, given: Mapping[QuestionId, Answer] = Answers()) -> Answers:
    """``given``, and the harmless answer to everything else that this person is asked."""
    answers = Answers(given)
    while asked := next_questions(catalogue(), regions(), context, answers, {}):
        for question in asked:
            answers = answers.with_answer(question.id, harmless(question))
    return answers


def screened(context: ScreenContext, answers: Answers) -> ScreenResult:
    return screen(catalogue(), atlas(), regions(), near(), context, answers)


def cleared(result: ScreenResult) -> Cleared:
    assert isinstance(result, Cleared), result
    return result


def refused(result: ScreenResult) -> NotCleared:
    assert isinstance(result, NotCleared), result
    return result
