"""How far each condition holds for one person's answers."""

from __future__ import annotations

from dataclasses import dataclass

from acupress_desktop.domain.ids import QuestionId, RegionId
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.safety.answers import Amount, Answer, Answers, Choice, Reply, TappedPlaces, Ticks
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
    NotSure,
    PlaceWithin,
    PlaceWithinComplaint,
    Truth,
    nth_truest,
    questions_in,
)
from acupress_desktop.domain.safety.person import AGE, CAN_BE_PREGNANT, CanBePregnant, ScreenContext
from acupress_desktop.domain.safety.questions import Question, QuestionKind
from acupress_desktop.domain.safety.relevance import may_matter
from acupress_desktop.domain.safety.rules import ActionKind, Catalogue
from acupress_desktop.domain.sides import SiteSide

HAND = RegionId("hand")


@dataclass(frozen=True, slots=True)
class Reading:
    """One person's answers, read against the catalogue."""

    catalogue: Catalogue
    regions: RegionMap
    context: ScreenContext
    answers: Answers

    def applies(self, question: Question) -> Truth:
        """Tell whether a question is put to this person at all."""
        if not self.catalogue.is_for(question, self.context.complaint):
            return Truth.NO
        if question.id == AGE:
            return _truth(self.context.asks_age)
        if question.id == CAN_BE_PREGNANT:
            known = self.context.profile.can_be_pregnant is not CanBePregnant.NOT_KNOWN
            return Truth.NO if known else Truth.YES
        if not may_matter(self.catalogue, self.context.complaint, question, self.truth):
            return Truth.NO
        parts = [self._of_age(question.age_from), self._of_audience(question)]
        if question.only_if is not None:
            parts.append(self.truth(question.only_if))
        return min(parts)

    def shown_options(self, question: Question) -> tuple[str, ...]:
        """Return the options that concern this person and complaint, in order."""
        return tuple(
            option.id
            for option in question.options
            if self.catalogue.shows(question.id, option, self.context.complaint)
            and self._of_age(option.age_from) is not Truth.NO
            and self.context.can_be(option.audience, self.answers) is not CanBePregnant.NO
        )

    def is_answered(self, question: Question) -> bool:
        """Tell whether a question has an answer that fits it."""
        answer = self.answers.get(question.id)
        return answer is not None and fits(question, answer, self.regions)

    def missing(self) -> tuple[QuestionId, ...]:
        """Name every question that this person must answer and has not, in order.

        Where who the person is already rules a session out, only emergencies are still asked, and
        whatever that hangs on.
        """
        missing = tuple(
            question.id
            for question in self.catalogue.questions
            if self.applies(question) in (Truth.YES, Truth.NOT_SURE) and not self.is_answered(question)
        )
        if not self._is_ruled_out:
            return missing
        return tuple(name for name in missing if name == AGE or name in self._first_of_all)

    @property
    def _is_ruled_out(self) -> bool:
        """Whether a row that looks at no answer, but for the age, ends the session."""
        return any(
            rule.action.kind is ActionKind.BLOCK_SESSION
            and not any(questions_in(rule.when))
            and self.truth(rule.when) is Truth.YES
            for rule in self.catalogue.rules
        )

    @property
    def _first_of_all(self) -> frozenset[QuestionId]:
        """The emergencies of the first screen."""
        first = self.catalogue.pages[0].id
        return frozenset(question.id for question in self.catalogue.questions if question.page == first)

    def truth(self, condition: Condition) -> Truth:
        """Tell how far a condition holds."""
        match condition:
            case Answered():
                return self._answered(condition)
            case PlaceWithin(question=question, regions=regions):
                return self._place_within(question, regions)
            case PlaceWithinComplaint(question=question):
                return self._place_within(question, self.catalogue.complaint(self.context.complaint).regions)
            case BothHands(question=question):
                return self._both_hands(question)
            case AgeFrom(years=years):
                return self._of_age(years)
            case AgeBelow(years=years):
                age = self.context.age(self.answers)
                return Truth.UNKNOWN if age is None else _truth(age.may_be_below(years))
            case ForComplaint(complaints=complaints):
                return _truth(self.context.complaint in complaints)
            case Everyone():
                return Truth.YES
            case DuringSession():
                return Truth.NO
            case AtLeast(count=count, of=parts):
                return nth_truest([self.truth(part) for part in parts], count)

    def _of_age(self, age_from: int | None) -> Truth:
        if age_from is None:
            return Truth.YES
        age = self.context.age(self.answers)
        return Truth.UNKNOWN if age is None else _truth(age.may_be_from(age_from))

    def _of_audience(self, question: Question) -> Truth:
        match self.context.can_be(question.audience, self.answers):
            case CanBePregnant.YES:
                return Truth.YES
            case CanBePregnant.NO:
                return Truth.NO
            case CanBePregnant.NOT_KNOWN:
                return Truth.UNKNOWN

    def _usable(self, question: QuestionId) -> Answer | Truth:
        """Return the answer; or how far "yes" holds without one."""
        asked = self.catalogue.question(question)
        answer = self.answers.get(question)
        if answer is not None and fits(asked, answer, self.regions):
            return answer
        return Truth.NO if self.applies(asked) is Truth.NO else Truth.UNKNOWN

    def _answered(self, condition: Answered) -> Truth:
        answer = self._usable(condition.question)
        wanted = condition.options
        if condition.not_sure is NotSure.ONLY and not isinstance(answer, Truth):
            return Truth.NOT_SURE if answer is Reply.UNSURE else Truth.NO
        match answer:
            case Truth():
                return answer
            case Reply.YES:
                return Truth.YES
            case Reply.NO:
                return Truth.NO
            case Reply.UNSURE:
                return Truth.NOT_SURE if condition.not_sure is NotSure.HEARD else Truth.NO
            case Choice(option=option):
                return _truth(option in wanted)
            case Ticks(options=options):
                return _truth(not options.isdisjoint(wanted))
            case TappedPlaces(places=places):
                return _truth(bool(places))
            case Amount():
                return Truth.NO

    def _place_within(self, question: QuestionId, regions: tuple[RegionId, ...]) -> Truth:
        answer = self._usable(question)
        if isinstance(answer, Truth):
            return answer
        if not regions:
            return Truth.NO
        if isinstance(answer, TappedPlaces):
            wanted = {leaf for region in regions for leaf in self.regions.members(region)}
            return _truth(
                any(wanted.intersection(self.regions.members(place.region)) for place in answer.places)
            )
        return Truth.NOT_SURE if answer is Reply.UNSURE else Truth.NO

    def _both_hands(self, question: QuestionId) -> Truth:
        answer = self._usable(question)
        if isinstance(answer, Truth):
            return answer
        if isinstance(answer, TappedPlaces):
            sides = tapped_hands(answer, self.regions)
            return _truth(SiteSide.LEFT in sides and SiteSide.RIGHT in sides)
        return Truth.NOT_SURE if answer is Reply.UNSURE else Truth.NO


def tapped_hands(answer: TappedPlaces, regions: RegionMap, within: RegionId = HAND) -> frozenset[SiteSide]:
    """Return the sides on which a place takes in some of the hand, or arm; both, where no side was said."""
    hand = set(regions.members(within))
    sides: set[SiteSide] = set()
    for place in answer.places:
        if hand.intersection(regions.members(place.region)):
            both = place.side is SiteSide.MIDLINE
            sides.update((SiteSide.LEFT, SiteSide.RIGHT) if both else (place.side,))
    return frozenset(sides)


def fits(question: Question, answer: Answer, regions: RegionMap) -> bool:
    """Tell whether a value can be an answer to a question; unknown options and regions cannot."""
    match question.kind, answer:
        case QuestionKind.NUMBER, Amount():
            return True
        case QuestionKind.NUMBER, _:
            return False
        case QuestionKind.YES_NO_UNSURE, Reply():
            return True
        case ((QuestionKind.CHOICE | QuestionKind.MULTI | QuestionKind.REGION), Reply.UNSURE):
            return True
        case QuestionKind.CHOICE, Choice(option=option):
            return option in question.option_ids()
        case QuestionKind.MULTI, Ticks(options=options):
            return options <= question.option_ids()
        case QuestionKind.REGION, TappedPlaces(places=places):
            known = all(place.region in regions for place in places)
            return known and (question.may_be_empty or bool(places))
        case _:
            return False


def _truth(holds: bool) -> Truth:  # noqa: FBT001 - turns a bool into a Truth, which is its whole point
    return Truth.YES if holds else Truth.NO
