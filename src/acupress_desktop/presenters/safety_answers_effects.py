"""What one stable answer does for the sessions, in words: read from the rows of the table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from acupress_desktop.domain.ids import PointCode, QuestionId, RegionId, RuleId
from acupress_desktop.domain.regions import RegionMap, RegionSelection
from acupress_desktop.domain.safety import rules
from acupress_desktop.domain.safety.answers import Answers, Reply, TappedPlaces
from acupress_desktop.domain.safety.conditions import questions_in
from acupress_desktop.domain.safety.effects import UNSURE_CAP
from acupress_desktop.domain.safety.evaluate import Reading
from acupress_desktop.domain.safety.places import limb_and_quadrant, limb_or_part
from acupress_desktop.domain.safety.questions import Question
from acupress_desktop.domain.safety.rules import ActionKind, Catalogue
from acupress_desktop.domain.safety.screen import Basis, Held, row_that_holds
from acupress_desktop.presenters.safety_bodies import place_label
from acupress_desktop.words import body
from acupress_desktop.words import safety_answers as words

_MM_PER_CM = 10


@dataclass(frozen=True, slots=True)
class AnswerEffect:
    """What an answer does, sentence by sentence, and by which rows."""

    sentences: tuple[str, ...]
    rules: tuple[RuleId, ...]


def effect_of(reading: Reading, question: Question) -> AnswerEffect:
    """Return what the answer to one question does, as ``reading`` knows all that is kept.

    A row that hangs on a question of the day does not hold here; it is no effect of what is kept.
    """
    held = _held_by(reading, question)
    told = dict.fromkeys(sentence for row in held for sentence in _row_sentences(reading, row, question.id))
    return AnswerEffect(tuple(told), tuple(row.rule.id for row in held))


def _held_by(reading: Reading, question: Question) -> tuple[Held, ...]:
    """Name the rows that hold because of one answer, whatever a session is for."""
    catalogue = reading.catalogue
    belonging = _with(catalogue, question)
    without = replace(reading, answers=reading.answers.without((question.id,)))
    alone = Answers({key: value for key, value in reading.answers.items() if key in belonging})
    found: dict[RuleId, Held] = {}
    for complaint in question.complaints or tuple(each.id for each in catalogue.complaints):
        context = replace(reading.context, complaint=complaint)
        for rule in catalogue.rules_asking(question.id):
            row = row_that_holds(replace(reading, context=context), rule)
            if row is not None and (
                row_that_holds(replace(without, context=context), rule) is None
                or row_that_holds(replace(reading, context=context, answers=alone), rule) is not None
            ):
                found.setdefault(rule.id, row)
    return tuple(found[rule.id] for rule in catalogue.rules_asking(question.id) if rule.id in found)


def _with(catalogue: Catalogue, question: Question) -> frozenset[QuestionId]:
    """Name a question and what belongs to it: its follow-ups, and what opens it."""
    openers = () if question.only_if is None else tuple(questions_in(question.only_if))
    return frozenset((question.id, *openers, *(other.id for other in catalogue.follow_ups(question.id))))


def _row_sentences(reading: Reading, row: Held, question: QuestionId) -> Iterator[str]:
    match row.rule.action.kind:
        case ActionKind.EMERGENCY | ActionKind.REFER:
            yield words.no_session_until_seen()
        case ActionKind.BLOCK_SESSION:
            yield words.no_session()
        case ActionKind.SEE:
            yield words.see_somebody()
        case ActionKind.ADVISE:
            yield words.tell_somebody()
        case ActionKind.LIMIT | ActionKind.STOP:
            pass
    if row.basis is Basis.NOT_SURE:
        yield words.softer(UNSURE_CAP)
        if row.rule.lets_no_breath_be_held:
            yield words.breath_holds_off()
        return
    if row.rule.action.kind in (ActionKind.EMERGENCY, ActionKind.REFER, ActionKind.BLOCK_SESSION):
        return
    # Where something is pressed is said beside the places, and not once more beside what they belong to.
    where = reading.catalogue.question(question).only_if is not None
    for limit in row.rule.limits:
        yield from _limit_sentences(reading, limit, where)


def _limit_sentences(reading: Reading, limit: rules.Limit, where: object) -> Iterator[str]:
    if isinstance(limit, rules.BlockTapped):
        yield from _tapped_sentences(reading, limit)
    elif not where:
        yield from _place_sentences(reading.regions, limit)
        yield from _dose_sentences(reading.regions, limit)


def _place_sentences(regions: RegionMap, limit: rules.Limit) -> Iterator[str]:
    match limit:
        case rules.BlockRegions(regions=some):
            yield words.nothing_pressed_at(_titles(regions, some))
        case rules.BlockPoints(points=points):
            yield words.points_left_out(_codes(points))
        case rules.OnlyPoints(points=points):
            yield words.only_points(_codes(points))
        case rules.OnlyRegions(regions=some):
            yield words.only_at(_titles(regions, some))
        case rules.RestTappedHands():
            yield words.hand_rests()
        case _:
            return


def _dose_sentences(regions: RegionMap, limit: rules.Limit) -> Iterator[str]:
    match limit:
        case rules.Cap(max_felt_pressure=pressure, regions=some):
            yield words.softer_at(pressure, _titles(regions, some)) if some else words.softer(pressure)
        case rules.HalveHolds():
            yield words.shorter()
        case rules.MaxHold(seconds=seconds):
            yield words.no_longer_than(seconds)
        case rules.NoTools():
            yield words.fingers_only()
        case rules.BreathingOff():
            yield words.breathing_off()
        case rules.BreathHoldsOff():
            yield words.breath_holds_off()
        case _:
            return


def _tapped_sentences(reading: Reading, limit: rules.BlockTapped) -> Iterator[str]:
    answer = reading.answers.get(limit.question)
    if answer is Reply.UNSURE:
        yield words.nothing_pressed_anywhere()
        return
    if not isinstance(answer, TappedPlaces) or not answer.places:
        yield words.nothing_pressed_until_known()
        return
    ordered = sorted(answer.places, key=lambda place: (place.region, place.side.value))
    labels = tuple(place_label(reading.regions, place) for place in ordered)
    match limit.reach:
        case rules.Reach.PLACE:
            yield words.nothing_pressed_at(labels)
        case rules.Reach.WITHIN_50_MM:
            yield words.nothing_pressed_near(labels, 50 // _MM_PER_CM)
        case rules.Reach.WITHIN_100_MM:
            yield words.nothing_pressed_near(labels, 100 // _MM_PER_CM)
        case rules.Reach.LIMB_OR_PART | rules.Reach.LIMB_AND_QUADRANT:
            widen = limb_or_part if limit.reach is rules.Reach.LIMB_OR_PART else limb_and_quadrant
            wide = dict.fromkeys(one for place in ordered for one in widen(reading.regions, place))
            yield words.nothing_pressed_at(
                tuple(place_label(reading.regions, one) for one in _widest(reading.regions, wide))
            )


def _widest(regions: RegionMap, places: Iterable[RegionSelection]) -> tuple[RegionSelection, ...]:
    """Leave out what lies within another of the places: a hand is not named beside its arm."""
    listed = tuple(places)

    def lies_in_another(place: RegionSelection) -> bool:
        own = set(regions.members(place.region))
        return any(
            other != place and other.side == place.side and own < set(regions.members(other.region))
            for other in listed
        )

    return tuple(place for place in listed if not lies_in_another(place))


def _titles(regions: RegionMap, some: Iterable[RegionId]) -> tuple[str, ...]:
    return tuple(body.region(regions.title(region)) for region in some)


def _codes(points: Iterable[PointCode]) -> tuple[str, ...]:
    return tuple(str(point) for point in points)
