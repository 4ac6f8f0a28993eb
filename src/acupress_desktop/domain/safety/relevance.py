"""What can matter for one complaint and one person: a question that cannot change anything is not asked.

Only not asking hangs on this. An answer that is given is always honoured, whether it was asked for or not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.ids import ComplaintId, PointCode, QuestionId, RegionId, RuleId
from acupress_desktop.domain.protocols import Protocol
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.safety import rules
from acupress_desktop.domain.safety.conditions import (
    AgeBelow,
    AgeFrom,
    AtLeast,
    Condition,
    ForComplaint,
    Truth,
    questions_in,
)
from acupress_desktop.domain.safety.questions import Asked, Question
from acupress_desktop.domain.safety.rules import ActionKind, Catalogue, Rule

_OF_THE_PERSON = (AgeFrom, AgeBelow, ForComplaint)


def points_that_may_come(protocols: Iterable[Protocol], complaint: ComplaintId) -> frozenset[PointCode]:
    """Name every point that a session for a complaint may press.

    Those are the points of its set, what may stand in for them, and the calm set, which comes first
    of all and wherever nothing else is left. Empty where no set is offered at all.
    """
    of_complaint = [protocol for protocol in protocols if protocol.complaint == complaint]
    if not of_complaint:
        return frozenset()
    calm = [protocol for protocol in protocols if protocol.first_session_order]
    return frozenset(
        code
        for protocol in (*of_complaint, *calm)
        for step in protocol.steps
        for code in (step.point, *(other.point for other in step.replacements))
    )


def rows_without_a_place(
    catalogue: Catalogue, atlas: Atlas, regions: RegionMap, protocols: Iterable[Protocol]
) -> Mapping[ComplaintId, frozenset[RuleId]]:
    """Name, for each complaint, the rows that could only limit places that its session never touches.

    A row that ends a session, sends somebody to a clinician, asks them to see one or to tell one
    always has its place. The others are weighed against whole regions, not against single points.
    """
    sets = tuple(protocols)
    found: dict[ComplaintId, frozenset[RuleId]] = {}
    for complaint in catalogue.complaints:
        points = points_that_may_come(sets, complaint.id)
        if not points:
            continue
        named = {
            rule
            for protocol in sets
            if protocol.complaint == complaint.id
            for step in protocol.steps
            for rule in step.left_out_by
        }
        leaves = {regions.home(code) for code in points}
        near = frozenset(point.code for point in atlas if regions.home(point.code) in leaves) | points
        found[complaint.id] = frozenset(
            rule.id
            for rule in catalogue.rules
            if rule.action.kind is ActionKind.LIMIT
            and rule.limits
            and rule.id not in named
            and not any(_touches(catalogue, regions, limit, near) for limit in rule.limits)
            and not any(
                near & regions.points(region)
                for question in questions_in(rule.when)
                for region in catalogue.question(question).also_at
            )
        )
    return found


def asking_for_what_is_pressed(
    catalogue: Catalogue,
    atlas: Atlas,
    regions: RegionMap,
    protocols: Iterable[Protocol],
    pressed: Protocol,
) -> Catalogue:
    """Return a catalogue that asks for the points of ``pressed`` beside those of the complaint's own set.

    A routine of a person's own may press where no set for its complaint does. Nothing that is asked without
    it is left out with it: the points of both count, in whole regions as everywhere.
    """
    without = rows_without_a_place(catalogue, atlas, regions, (*protocols, pressed))
    codes = {step.point for step in pressed.steps}
    leaves = {regions.home(code) for code in codes}
    near = codes | {point.code for point in atlas if regions.home(point.code) in leaves}

    def is_near(named: Iterable[RegionId]) -> bool:
        return any(near & regions.points(region) for region in named)

    return catalogue.with_places(without).also_asking(
        (question.id for question in catalogue.questions if is_near(question.pressed_at)),
        (
            (question.id, option.id)
            for question in catalogue.questions
            for option in question.options
            if is_near(option.pressed_at)
        ),
    )


def _touches(
    catalogue: Catalogue, regions: RegionMap, limit: rules.Limit, points: frozenset[PointCode]
) -> bool:
    match limit:
        case rules.BlockRegions(regions=blocked):
            return any(points & regions.points(region) for region in blocked)
        case rules.Cap(regions=capped) if capped:
            return any(points & regions.points(region) for region in capped)
        case rules.BlockPoints(points=blocked):
            return bool(points.intersection(blocked))
        case rules.BreathHoldsOff():
            return False
        case rules.BlockTapped(question=where):
            about = catalogue.question(where).about_regions
            return not about or any(points & regions.points(region) for region in about)
        case _:
            return True


def may_matter(
    catalogue: Catalogue,
    complaint: ComplaintId,
    question: Question,
    known: Callable[[Condition], Truth],
) -> bool:
    """Tell whether any answer to a question could change what comes out.

    ``known`` says how far a condition on age or complaint holds. What is asked every session always
    may, and so may what no row looks at; what opens a follow-up may where the follow-up may.
    """
    asking = catalogue.rules_asking(question.id)
    if question.asked is Asked.EVERY_SESSION or not asking:
        return True
    if any(_may_hold(catalogue, complaint, rule, question.id, known) for rule in asking):
        return True
    return any(may_matter(catalogue, complaint, other, known) for other in catalogue.follow_ups(question.id))


def _may_hold(
    catalogue: Catalogue,
    complaint: ComplaintId,
    rule: Rule,
    question: QuestionId,
    known: Callable[[Condition], Truth],
) -> bool:
    if not catalogue.has_a_place(complaint, rule.id):
        return False
    open_questions = set(_still_open(rule.when, known))
    # A question that only a limit looks at, such as where, matters as far as the row itself may hold.
    return question in open_questions or (
        question not in set(questions_in(rule.when)) and bool(open_questions)
    )


def _still_open(condition: Condition, known: Callable[[Condition], Truth]) -> Iterator[QuestionId]:
    """Name the questions of a condition that age and complaint have not already decided."""
    if not isinstance(condition, AtLeast):
        yield from questions_in(condition)
        return
    possible = [
        part
        for part in condition.of
        if not (isinstance(part, _OF_THE_PERSON) and known(part) is Truth.NO)
        and not (isinstance(part, AtLeast) and _is_out(part, known))
    ]
    if len(possible) >= condition.count:
        for part in possible:
            yield from _still_open(part, known)


def _is_out(condition: AtLeast, known: Callable[[Condition], Truth]) -> bool:
    possible = 0
    for part in condition.of:
        if isinstance(part, _OF_THE_PERSON):
            possible += known(part) is not Truth.NO
        elif isinstance(part, AtLeast):
            possible += not _is_out(part, known)
        else:
            possible += 1
    return possible < condition.count
