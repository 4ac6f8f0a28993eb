"""``acupress plans`` and ``acupress plan``: the sets, and what is left of one after the safety screen."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from acupress_desktop.cli.answer import Answer, InputRefused, columns
from acupress_desktop.cli.library import Library, the_library
from acupress_desktop.cli.occasions import eased_set, named_occasion, occasion_content
from acupress_desktop.cli.places import opened_journal
from acupress_desktop.cli.screening import clearance_of, screen_file, screen_nobody
from acupress_desktop.domain.allowance import (
    Allowance,
    Allowed,
    DayLimit,
    OfferShort,
    PastSession,
    Postpone,
    Turn,
    breath_pattern,
    daily_allowance,
    next_set,
)
from acupress_desktop.domain.breathing import FIRST_WEEK, USUAL, BreathPattern
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.occasions import Occasion
from acupress_desktop.domain.plans import (
    CALM,
    Choices,
    PlanRefusal,
    RefusalReason,
    in_first_session_order,
    plan,
)
from acupress_desktop.domain.ports import DayRange
from acupress_desktop.domain.protocols import DoseStage, Form, Part, Plan, Protocol, StepSides
from acupress_desktop.domain.sides import PainSide, Side

if TYPE_CHECKING:
    from acupress_desktop.domain.safety.outcome import Clearance

EVERY_DAY = DayRange(date(1, 1, 1), date(9999, 12, 31))
FIRST_SESSION = "first_session"
FROM_JOURNAL = "from_journal"
STAGES = (FIRST_SESSION, DoseStage.FIRST_WEEK.value, DoseStage.USUAL.value, FROM_JOURNAL)


@dataclass(frozen=True, slots=True)
class Cleared:
    """A set, the clearance it was drawn with, and the plan."""

    protocol: Protocol
    clearance: Clearance
    plan: Plan
    pattern: BreathPattern
    pain_side: PainSide | None


def add_plans_arguments(parser: argparse.ArgumentParser) -> None:
    """``plans`` takes nothing of its own."""
    del parser


def add_plan_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what ``plan`` takes; ``rehearse`` takes the same."""
    parser.add_argument("set", metavar="PLAN", help="a set's id (P13), its complaint, or a file of one's own")
    parser.add_argument(
        "--answers", type=Path, metavar="FILE", help="answers of the safety screen; none means no risk at all"
    )
    parser.add_argument(
        "--stage",
        choices=STAGES,
        default=DoseStage.USUAL.value,
        help="how far in: half of every hold in the first week; the first session is the calm set (P16);"
        " from_journal does what the app would do today, daily limits included",
    )
    parser.add_argument("--form", choices=[form.value for form in Form], default=Form.FULL.value)
    parser.add_argument(
        "--first-side", choices=[side.value for side in Side], default=Side.LEFT.value, help="pressed first"
    )
    parser.add_argument(
        "--painful-side", choices=[side.value for side in PainSide], help="for a set of one side, such as P09"
    )
    parser.add_argument(
        "--occasion",
        metavar="ID",
        help="a shorter and softer way through the set, see ``acupress occasions``",
    )
    parser.add_argument(
        "--part", choices=[part.value for part in Part], help="for a set with two halves, such as P10"
    )


def run_plans(arguments: argparse.Namespace) -> Answer:
    """List all sets."""
    del arguments
    library = the_library()
    sets = tuple(library.protocols.values())
    return Answer(
        {"plans": [_set_row(one) for one in sets]},
        columns(
            (
                one.id,
                one.complaint,
                f"{_minutes(one)} min",
                one.evidence.grade.value.replace("_", " "),
                one.title if one.offered else f"{one.title} (not offered)",
            )
            for one in sets
        ),
    )


def run_plan(arguments: argparse.Namespace) -> Answer:
    """Draw up one plan; raises ``InputRefused`` where there is no session."""
    from acupress_desktop.session.clock import SystemClock

    library = the_library()
    clock = SystemClock()
    made = cleared_plan(library, arguments, Moment.of(clock.now(), clock.zone()))
    return Answer(plan_content(library, made), plan_lines(library, made))


def cleared_plan(library: Library, arguments: argparse.Namespace, given: Moment) -> Cleared:
    """Screen, then plan; raise ``InputRefused`` with the reason where nothing can be pressed."""
    wanted = protocol = library.protocol(arguments.set)
    path: Path | None = arguments.answers
    occasion = named_occasion(library, arguments.occasion)
    if occasion is not None:
        protocol = _set_for(library, occasion, wanted, arguments)
    complaint = wanted.complaint if protocol.id == CALM else protocol.complaint
    _refuse_what_is_not_offered(library, protocol)
    screened = screen_nobody(library, complaint, given) if path is None else screen_file(library, path, given)
    clearance = clearance_of(library, screened, path)
    bundled = library.protocols.get(protocol.id) is protocol
    if not bundled and clearance.complaint != complaint:
        raise InputRefused(f"--answers: given for {clearance.complaint}; {arguments.set} is for {complaint}")
    choices = _choices(arguments, screened.pain_side)
    pattern = USUAL if choices.stage is DoseStage.USUAL else FIRST_WEEK
    history: tuple[PastSession, ...] = ()
    if arguments.stage == FROM_JOURNAL:
        history = _history(arguments, given)
        following = next_set(protocol.id, history, given)
        protocol = library.protocols.get(following.protocol, protocol)
        choices = replace(choices, stage=following.stage)
        pattern = breath_pattern(history, given)
        if following.turn is Turn.FIRST_EVER:
            protocol, occasion = in_first_session_order(protocol), None
    elif arguments.stage == FIRST_SESSION:
        if protocol.id != CALM:
            raise InputRefused(f"--stage: the first session is always {CALM}")
        protocol = in_first_session_order(protocol)

    if occasion is not None:
        protocol = eased_set(library, protocol, occasion, wanted, choices.part)
        pattern = occasion.pattern if occasion.pattern is not None and pattern == USUAL else pattern

    def drawn(form: Form) -> Plan:
        made = plan(protocol, clearance, library.atlas, library.regions, replace(choices, form=form))
        if isinstance(made, PlanRefusal):
            raise InputRefused(_refusal(made, clearance))
        return made if occasion is None else replace(made, occasion=occasion.id)

    made = drawn(choices.form)
    if arguments.stage == FROM_JOURNAL:
        short = drawn(Form.SHORT) if protocol.has_short_form else None
        today = (past for past in history if past.started.local_date == given.local_date)
        _refuse_too_much(daily_allowance(today, made, short))
    return Cleared(protocol, clearance, made, pattern, screened.pain_side)


def plan_content(library: Library, made: Cleared) -> dict[str, object]:
    """Return a plan as JSON."""
    return {
        "id": made.plan.protocol,
        "complaint": made.plan.complaint,
        "title": made.protocol.title,
        "occasion": occasion_content(named_occasion(library, made.plan.occasion)),
        "form": made.plan.form.value,
        "stage": made.plan.stage.value,
        "minutes": made.plan.minutes,
        "total_seconds": made.plan.total_seconds,
        "breathing": {
            "in_seconds": made.pattern.in_seconds,
            "out_seconds": made.pattern.out_seconds,
            "guide": made.clearance.breathing.value,
        },
        "steps": [
            {
                "order": step.order,
                "code": step.point,
                "side": step.side.value,
                "place": library.how_to[step.point].place(step.side) if step.point in library.how_to else "",
                "prescribed_seconds": step.prescribed_seconds,
                "hold_seconds": step.hold_seconds,
                "prescribed_pressure": step.prescribed_pressure,
                "pressure": step.felt_pressure,
                "site_seconds_max": step.site_seconds_max,
                "technique": step.technique.value,
                "changed_by": list(step.changed_by),
            }
            for step in made.plan.steps
        ],
        "left_out": [
            {
                "code": out.point,
                "side": out.side.value,
                "rule": out.rule,
                "replaced_by": out.replaced_by,
                "why": out.replaced_why,
            }
            for out in made.plan.left_out
        ],
        "rules": list(made.clearance.rules),
        "advise_clinician": made.clearance.advise_clinician,
        "messages": [library.safety.words.message(message) for message in made.clearance.messages],
        "evidence": {
            "grade": made.protocol.evidence.grade.value,
            "text": made.protocol.evidence.text,
            "sources": list(made.protocol.evidence.sources),
            "checked": made.protocol.evidence.checked.isoformat(),
        },
    }


def plan_lines(library: Library, made: Cleared) -> tuple[str, ...]:
    """Return a plan for reading."""
    steps = columns(
        (
            str(step.order),
            library.atlas[step.point].label,
            step.side.value,
            f"{step.hold_seconds} s",
            f"{step.felt_pressure} of 10",
            ", ".join(step.changed_by),
        )
        for step in made.plan.steps
    )
    left_out = (
        f"left out: {out.point} {out.side.value} ({out.rule})"
        + (f", instead {out.replaced_by}: {out.replaced_why}" if out.replaced_by else "")
        for out in made.plan.left_out
    )
    occasion = named_occasion(library, made.plan.occasion)
    title = made.protocol.title if occasion is None else f"{made.protocol.title} ({occasion.title})"
    head = f"{made.protocol.id} {title}, {made.plan.minutes} min"
    untested = () if occasion is None else (occasion.tested, "What follows is about the whole set.")
    return (head, *steps, *left_out, *untested, made.protocol.evidence.text)


def _set_for(
    library: Library, occasion: Occasion, wanted: Protocol, arguments: argparse.Namespace
) -> Protocol:
    """Return the set that the occasion is made of for somebody whose set is ``wanted``."""
    if library.protocols.get(wanted.id) is not wanted:
        raise InputRefused("--occasion: goes with one of the bundled sets, not with a file of one's own")
    if arguments.stage == FIRST_SESSION:
        raise InputRefused("--occasion: the first session is the calm set as it stands")
    return library.protocols[occasion.set_for(wanted.id)]


def _choices(arguments: argparse.Namespace, pain_side: PainSide | None) -> Choices:
    usual = arguments.stage == DoseStage.USUAL.value
    given = arguments.painful_side
    return Choices(
        stage=DoseStage.USUAL if usual else DoseStage.FIRST_WEEK,
        form=Form(arguments.form),
        first_side=Side(arguments.first_side),
        painful_side=PainSide(given) if given else (pain_side or PainSide.BOTH),
        part=None if arguments.part is None else Part(arguments.part),
    )


def _history(arguments: argparse.Namespace, given: Moment) -> tuple[PastSession, ...]:
    with opened_journal(arguments, lambda: given) as journal:
        stories = journal.recall_stories(EVERY_DAY)
    return tuple(PastSession.of(story) for story in stories)


def _refuse_too_much(allowance: Allowance) -> None:
    match allowance:
        case Allowed():
            return
        case OfferShort(minutes_left=left):
            raise InputRefused(f"{left} minutes are left today: use --form short")
        case Postpone(limit=DayLimit.SESSIONS):
            raise InputRefused("two sessions a day are enough; tomorrow is fine")
        case Postpone():
            raise InputRefused("thirty-five minutes a day are enough; tomorrow is fine")


def _refuse_what_is_not_offered(library: Library, protocol: Protocol) -> None:
    if not protocol.offered:
        raise InputRefused(f"{protocol.id} is not offered: {protocol.not_offered_because}")
    known = {one.complaint for one in library.protocols.values()}
    if protocol.complaint not in known:
        raise InputRefused(f"{protocol.id}: no complaint {protocol.complaint!r}, so nothing can be screened")


def _refusal(refused: PlanRefusal, clearance: Clearance) -> str:
    match refused.reason:
        case RefusalReason.NOT_OFFERED:
            return f"{refused.protocol} is not offered"
        case RefusalReason.OTHER_COMPLAINT:
            return f"--answers: given for {clearance.complaint}, which opens no {refused.protocol}"
        case RefusalReason.NOTHING_LEFT:
            out = ", ".join(f"{one.point} {one.side.value} ({one.rule})" for one in refused.left_out)
            return f"nothing of {refused.protocol} is left to press: {out}"


def _set_row(one: Protocol) -> dict[str, object]:
    return {
        "id": one.id,
        "complaint": one.complaint,
        "title": one.title,
        "purpose": one.purpose,
        "offered": one.offered,
        "not_offered_because": one.not_offered_because,
        "minutes": _minutes(one),
        "short_minutes": _minutes(one, short=True) if one.has_short_form else None,
        "content_version": one.content_version,
        "frequency": {
            "times_per_day": one.frequency.times_per_day,
            "days_per_week": one.frequency.days_per_week,
            "weeks": one.frequency.weeks,
            "words": one.frequency.words,
        },
        "evidence": {"grade": one.evidence.grade.value, "text": one.evidence.text},
        "steps": [
            {
                "code": step.point,
                "sides": step.sides.value,
                "hold_seconds": step.hold_seconds,
                "short_hold_seconds": step.short_hold_seconds,
                "pressure": step.felt_pressure,
                "technique": step.technique.value,
                "part": None if step.part is None else step.part.value,
                "replacements": [{"code": swap.point, "why": swap.why} for swap in step.replacements],
            }
            for step in one.steps
        ],
    }


def _minutes(one: Protocol, *, short: bool = False) -> int:
    """Return the minutes of a whole set as written: one side of a one-sided set, every part."""
    from acupress_desktop.domain.protocols import READY_SECONDS, told_minutes

    sites = [2 if step.sides is StepSides.BOTH else 1 for step in one.steps]
    holds = [(step.short_hold_seconds if short else None) or step.hold_seconds for step in one.steps]
    seconds = sum(count * hold for count, hold in zip(sites, holds, strict=True))
    return told_minutes(seconds + READY_SECONDS * (sum(sites) - 1))
