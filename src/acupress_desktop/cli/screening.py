"""``acupress questions`` and ``acupress screen``, and the clearance that plans and rehearsals need."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from acupress_desktop.cli.answer import DONE, REFUSED, Answer, InputRefused
from acupress_desktop.cli.json_files import read_object
from acupress_desktop.cli.library import Library, the_library
from acupress_desktop.domain.ids import ComplaintId
from acupress_desktop.domain.moments import Moment

if TYPE_CHECKING:
    from acupress_desktop.domain.safety.outcome import Clearance, NotCleared, ScreenResult
    from acupress_desktop.domain.safety.plain import Screening
    from acupress_desktop.domain.sides import PainSide


@dataclass(frozen=True, slots=True)
class Screened:
    """One screening and what came of it."""

    complaint: ComplaintId
    result: ScreenResult
    pain_side: PainSide | None


def add_questions_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what ``questions`` takes."""
    parser.add_argument("--complaint", metavar="ID", help="only what is asked for one complaint")


def add_screen_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what ``screen`` takes."""
    parser.add_argument("answers", type=Path, metavar="ANSWERS.json", help="the answers file")


def run_questions(arguments: argparse.Namespace) -> Answer:
    """List the safety questions; raises ``InputRefused`` for an unknown complaint."""
    from acupress_desktop.domain.safety.rules import UnknownComplaint
    from acupress_desktop.exchange.screen_json import questions_json

    library = the_library()
    safety = library.safety
    wanted = None if arguments.complaint is None else ComplaintId(arguments.complaint)
    try:
        content = questions_json(safety.catalogue, safety.words, wanted)
    except UnknownComplaint as unknown:
        known = ", ".join(one.id for one in safety.catalogue.complaints)
        raise InputRefused(f"--complaint: no {arguments.complaint!r}; use one of {known}") from unknown
    asked = [question for question in safety.catalogue.questions if question.id in _ids(content)]
    return Answer(content, tuple(f"{question.id}: {safety.words.title(question)}" for question in asked))


def run_screen(arguments: argparse.Namespace) -> Answer:
    """Screen an answers file; raises ``InputRefused`` naming file and field."""
    from acupress_desktop.exchange.screen_json import screen_json
    from acupress_desktop.session.clock import SystemClock

    library = the_library()
    clock = SystemClock()
    screened = screen_file(library, arguments.answers, Moment.of(clock.now(), clock.zone()))
    safety = library.safety
    content = screen_json(screened.result, safety.catalogue, safety.words, screened.complaint)
    trouble = _unanswered(arguments.answers, screened.result)
    return Answer(
        content,
        _lines(library, screened.result),
        code=REFUSED if trouble else DONE,
        trouble=trouble,
    )


def screen_file(library: Library, path: Path, given: Moment) -> Screened:
    """Screen an answers file; raise ``InputRefused`` naming file and field."""
    from acupress_desktop.domain.safety.answers import UnusableAnswer
    from acupress_desktop.domain.safety.plain import screening_from_plain

    plain = read_object(path)
    try:
        screening = screening_from_plain(library.safety.catalogue, library.regions, plain, given)
    except UnusableAnswer as refused:
        raise InputRefused(f"{path}: {refused}") from refused
    return _screened(library, screening)


def screen_nobody(library: Library, complaint: ComplaintId, given: Moment) -> Screened:
    """Screen somebody of 40 without any risk: what the commands assume without an answers file."""
    from acupress_desktop.domain.safety.ages import age_exactly
    from acupress_desktop.domain.safety.answers import Answers
    from acupress_desktop.domain.safety.asking import harmless, next_questions
    from acupress_desktop.domain.safety.person import CanBePregnant, Profile, ScreenContext
    from acupress_desktop.domain.safety.plain import Screening

    catalogue = library.safety.catalogue
    context = ScreenContext(Profile(age_exactly(40), CanBePregnant.NO), complaint, given)
    answers = Answers()
    while asked := next_questions(catalogue, library.regions, context, answers, {}):
        for question in asked:
            answers = answers.with_answer(question.id, harmless(question))
    return _screened(library, Screening(context, answers))


def clearance_of(library: Library, screened: Screened, path: Path | None) -> Clearance:
    """Return the clearance; raise ``InputRefused`` with what to do where there is none."""
    from acupress_desktop.domain.safety.outcome import Cleared, NotCleared, Unanswered

    match screened.result:
        case Cleared(clearance=clearance):
            return clearance
        case NotCleared():
            raise InputRefused(_no_session(library, screened.result))
        case Unanswered():
            raise InputRefused(_unanswered(path or Path("answers"), screened.result))


def _screened(library: Library, screening: Screening) -> Screened:
    from acupress_desktop.domain.safety.screen import screen

    result = screen(
        library.safety.catalogue,
        library.atlas,
        library.regions,
        library.near_points,
        screening.context,
        screening.answers,
    )
    return Screened(screening.context.complaint, result, screening.context.pain_side)


def _ids(content: Mapping[str, object]) -> set[str]:
    rows = content["questions"]
    return {str(row["id"]) for row in rows} if isinstance(rows, list) else set()


def _unanswered(path: Path, result: ScreenResult) -> str:
    from acupress_desktop.domain.safety.outcome import Unanswered

    if not isinstance(result, Unanswered):
        return ""
    return f"{path}: no usable answer to {', '.join(result.questions)}"


def _no_session(library: Library, result: NotCleared) -> str:
    told = " ".join(library.safety.words.message(message) for message in result.messages)
    return f"no session ({result.kind.value}, {', '.join(result.rules)}): {told}"


def _lines(library: Library, result: ScreenResult) -> tuple[str, ...]:
    from acupress_desktop.domain.safety.outcome import Cleared, NotCleared, Unanswered

    words = library.safety.words
    match result:
        case Unanswered(questions=questions):
            return (f"No clearance: no usable answer to {', '.join(questions)}.",)
        case NotCleared(kind=kind, urgency=urgency, messages=messages):
            soon = "" if urgency is None else f", {urgency.value}"
            return (f"{kind.value}{soon}", *(words.message(message) for message in messages))
        case Cleared(clearance=clearance, kind=kind):
            blocked = dict.fromkeys(
                f"{site.point} {site.side.value}: {site.rule}" for site in clearance.blocked_sites
            )
            return (
                kind.value,
                *(words.message(message) for message in clearance.messages),
                *(f"left out: {line}" for line in blocked),
            )
