"""``acupress routine``: the person's own routines, and the files in which they are given on."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from acupress_desktop.cli.answer import Answer, InputRefused, columns
from acupress_desktop.cli.library import the_library
from acupress_desktop.cli.places import moments_of, opened_journal
from acupress_desktop.domain.routines import ROUTINES_MAX, PressStep, Routine
from acupress_desktop.session.clock import SystemClock

if TYPE_CHECKING:
    from acupress_desktop.domain.moments import Moment
    from acupress_desktop.exchange.plan_file import PlanReading
    from acupress_desktop.storage.journal import Journal


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the commands below ``routine``."""
    below = parser.add_subparsers(metavar="COMMAND", required=True, dest="routine_command")

    def add(
        name: str, words: str, run_below: Callable[[argparse.Namespace], Answer]
    ) -> argparse.ArgumentParser:
        sub = below.add_parser(name, help=words, description=words)
        sub.add_argument("--data", type=Path, default=argparse.SUPPRESS, metavar="DIR")
        sub.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
        sub.set_defaults(run_below=run_below)
        return sub

    add("list", "the routines, the one that was changed last first", _list)
    shown = add("show", "one routine, step by step", _show)
    shown.add_argument("routine", metavar="ROUTINE", help="its id, or its name")
    exported = add("export", "write one routine to a file that another copy opens", _export)
    exported.add_argument("routine", metavar="ROUTINE", help="its id, or its name")
    exported.add_argument("out", type=Path, metavar="OUT")
    checked = add("check", "say what is in a file; nothing is kept", _check)
    checked.add_argument("file", type=Path, metavar="FILE")
    imported = add("import", "add the routine in a file; replaces nothing", _import)
    imported.add_argument("file", type=Path, metavar="FILE")


def run(arguments: argparse.Namespace) -> Answer:
    """Run the command below ``routine``; raises ``InputRefused`` and ``KnownTrouble``."""
    answer: Answer = arguments.run_below(arguments)
    return answer


def _now() -> Callable[[], Moment]:
    return moments_of(SystemClock())


def _list(arguments: argparse.Namespace) -> Answer:
    with opened_journal(arguments, _now()) as journal:
        routines = journal.recall_routines()
    lines = columns((one.id, one.complaint, _lengths(one), one.name) for one in routines)
    return Answer({"routines": [_row(one) for one in routines]}, lines or ("No routine yet.",))


def _show(arguments: argparse.Namespace) -> Answer:
    with opened_journal(arguments, _now()) as journal:
        routine = _found(journal, arguments.routine)
    return Answer({"routine": _whole(routine)}, _lines(routine))


def _export(arguments: argparse.Namespace) -> Answer:
    from acupress_desktop.exchange.plan_file import write_plan
    from acupress_desktop.words.routines import file_notice

    with opened_journal(arguments, _now()) as journal:
        routine = _found(journal, arguments.routine)
    write_plan(arguments.out, routine, file_notice())
    return Answer(
        {"file": str(arguments.out), "routine": _row(routine)},
        (f"{routine.name} written to {arguments.out}.",),
    )


def _check(arguments: argparse.Namespace) -> Answer:
    routine = _read(arguments.file, _now())
    content = {key: value for key, value in _whole(routine).items() if key != "id"}
    return Answer({"file": str(arguments.file), "routine": content}, _lines(routine))


def _import(arguments: argparse.Namespace) -> Answer:
    from dataclasses import replace

    from acupress_desktop.domain.routines import free_name

    now = _now()
    read = _read(arguments.file, now)
    with opened_journal(arguments, now) as journal:
        kept = journal.recall_routines()
        if len(kept) >= ROUTINES_MAX:
            raise InputRefused(f"there are {ROUTINES_MAX} routines already; delete one first")
        routine = replace(read, name=free_name(read.name, (one.name for one in kept)))
        journal.remember_routine(routine)
    return Answer(
        {"file": str(arguments.file), "added": _row(routine)}, (f"{routine.name} added as {routine.id}.",)
    )


def _found(journal: Journal, wanted: str) -> Routine:
    routines = journal.recall_routines()
    found = [one for one in routines if one.id == wanted] or [one for one in routines if one.name == wanted]
    if not found:
        raise InputRefused(f"no routine {wanted[:80]!r}")
    if len(found) > 1:
        raise InputRefused(f"{len(found)} routines have the name {wanted[:80]!r}: use the id")
    return found[0]


def _read(file: Path, now: Callable[[], Moment]) -> Routine:
    from acupress_desktop.exchange.plan_file import read_plan

    return read_plan(file, _reading(now))


def _reading(now: Callable[[], Moment]) -> PlanReading:
    from acupress_desktop.domain.routine_sets import complaints_for_routines
    from acupress_desktop.domain.row_ids import RowIds
    from acupress_desktop.exchange.plan_file import PlanReading

    library = the_library()
    complaints = frozenset(complaints_for_routines(library.protocols.values()))
    return PlanReading(library.atlas, complaints, RowIds(now, os.urandom).next, now())


def _row(routine: Routine) -> dict[str, object]:
    from acupress_desktop.domain.routine_sets import exercise_seconds, pressing_seconds

    return {
        "id": routine.id,
        "name": routine.name,
        "complaint": routine.complaint,
        "changed": routine.moment.utc.isoformat(),
        "points": len(routine.presses),
        "exercises": len(routine.exercises),
        "pressing_seconds": pressing_seconds(routine),
        "exercise_seconds": exercise_seconds(routine),
    }


def _whole(routine: Routine) -> dict[str, object]:
    """The fields of the file, with pictures told and not shown, and what the routine comes to."""
    import json

    from acupress_desktop.exchange.plan_file import plan_text

    plain = json.loads(plan_text(routine, ""))["routine"]
    for step in plain["steps"]:
        step["has_picture"] = bool(step.pop("picture"))
    return {**_row(routine), **plain}


def _lines(routine: Routine) -> tuple[str, ...]:
    head = [routine.name, f"For: {routine.complaint}. {_lengths(routine)}."]
    if routine.note:
        head += routine.note.splitlines()
    rows: list[tuple[str, ...]] = []
    for number, step in enumerate(routine.steps, start=1):
        if isinstance(step, PressStep):
            how = f"{step.hold_seconds} s at {step.felt_pressure} of 10, breathing {step.breathing.value}"
            rows.append((str(number), step.point, step.sides.value, how))
        else:
            seconds = "" if step.seconds is None else f"{step.seconds} s"
            repeats = "" if step.repeats is None else f"{step.repeats} times"
            rows.append(
                (str(number), step.kind.value, ", ".join(filter(None, (seconds, repeats))), step.title)
            )
    return (*head, *columns(rows))


def _lengths(routine: Routine) -> str:
    from acupress_desktop.domain.protocols import told_minutes
    from acupress_desktop.domain.routine_sets import exercise_seconds, pressing_seconds
    from acupress_desktop.words.routines import moving, pressing

    pressed, rest = told_minutes(pressing_seconds(routine)), told_minutes(exercise_seconds(routine))
    return f"{pressing(pressed)}, {moving(rest)}"
