"""The headless door: ``acupress SUBCOMMAND``. No window, no Qt; heavy things load inside a subcommand."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from acupress_desktop import __version__
from acupress_desktop.cli.answer import REFUSED, TROUBLE, Answer, InputRefused, Run
from acupress_desktop.content.refusals import ContentError
from acupress_desktop.domain.troubles import (
    BadBackup,
    BadFile,
    BadSettings,
    BadValue,
    KnownTrouble,
    NoSuchRow,
    StaleEdit,
)


@dataclass(frozen=True, slots=True)
class Command:
    """A subcommand: what it answers, and where it lives. Its module is imported when it is named."""

    name: str
    answers: str
    module: str
    add_arguments: str
    run: str


COMMANDS = (
    Command("points", "the points of the atlas", "points", "add_arguments", "run"),
    Command("locate", "where points lie on a body", "bodies", "add_locate_arguments", "run_locate"),
    Command("landmarks", "landmarks and cun of a body", "bodies", "add_landmark_arguments", "run_landmarks"),
    Command("questions", "the safety questions", "screening", "add_questions_arguments", "run_questions"),
    Command("screen", "what the answers allow", "screening", "add_screen_arguments", "run_screen"),
    Command("plans", "all sets", "plans", "add_plans_arguments", "run_plans"),
    Command("plan", "one set after the safety screen", "plans", "add_plan_arguments", "run_plan"),
    Command("occasions", "shorter and softer ways through the sets", "occasions", "add_arguments", "run"),
    Command("reminders", "reminders, and a calendar file of them", "reminders", "add_arguments", "run"),
    Command("rehearse", "a whole session on a virtual clock", "rehearse", "add_arguments", "run"),
    Command("transcript", "what would be heard of a session", "transcript", "add_arguments", "run"),
    Command("journal", "the journal without a window", "journal", "add_arguments", "run"),
    Command("routine", "the person's own routines", "routine", "add_arguments", "run"),
    Command("trend", "the numbers behind the chart", "trend", "add_arguments", "run"),
    Command("learn", "which points to learn today", "learn", "add_arguments", "run"),
    Command("pressure", "how hard the own hand presses", "pressure", "add_arguments", "run"),
    Command("read", "the pages to read, and the search in them", "reader", "add_arguments", "run"),
    Command("evidence", "what trials found", "evidence", "add_evidence_arguments", "run_evidence"),
    Command("hazards", "what can go wrong, and what stands against it", "hazards", "add_arguments", "run"),
    Command("sources", "provenance and licences", "evidence", "add_sources_arguments", "run_sources"),
)
ELSEWHERE = (("shots", "a picture of every screen from the sample journal"),)
"""Subcommands that need an offscreen window; the app answers them."""

_REFUSALS = (BadValue, BadFile, BadBackup, BadSettings, NoSuchRow, StaleEdit)


def main(argv: Sequence[str]) -> int:
    """Answer one subcommand on stdout and return the exit code.

    0 done, 2 usage, 3 input refused, 4 known trouble. Refusals go to stderr in words.
    """
    arguments = list(argv)
    try:
        parsed = _parser(_named(arguments)).parse_args(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    run: Run = parsed.run
    try:
        answer = run(parsed)
    except InputRefused as refused:
        return _refuse(str(refused), REFUSED)
    except ContentError as error:
        return _refuse(str(error), REFUSED)
    except KnownTrouble as known:
        from acupress_desktop.words.storage import trouble_line

        code = REFUSED if isinstance(known.trouble, _REFUSALS) else TROUBLE
        return _refuse(trouble_line(known.trouble), code)
    _say(answer, as_json=parsed.json)
    return answer.code


def _say(answer: Answer, *, as_json: bool) -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal of another encoding shows what it cannot draw as \\u5408 instead of failing.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        sys.stdout.write(answer.text(as_json=as_json))
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has enough (`acupress points | head`).
        sys.stderr.close()
        return
    if answer.trouble:
        sys.stderr.write(f"acupress: {answer.trouble}\n")


def _refuse(words: str, code: int) -> int:
    sys.stderr.write(f"acupress: {words}\n")
    return code


def _named(arguments: Sequence[str]) -> str:
    """Return the subcommand: the first word that is neither an option nor the folder after --data."""
    before = ""
    for word in arguments:
        if not word.startswith("-") and before != "--data":
            return word
        before = word
    return ""


def _parser(named: str) -> argparse.ArgumentParser:
    """Build the parser; only the named subcommand's module is imported."""
    parser = argparse.ArgumentParser(
        prog="acupress",
        description="Guided finger-pressure sessions and a private journal. Without a subcommand: the app.",
    )
    parser.add_argument("--version", action="version", version=f"acupress {__version__}")
    _add_common(parser, data=None, as_json=False)
    subparsers = parser.add_subparsers(metavar="SUBCOMMAND", required=True)
    for command in COMMANDS:
        sub = subparsers.add_parser(command.name, help=command.answers, description=command.answers)
        _add_common(sub, data=argparse.SUPPRESS, as_json=argparse.SUPPRESS)
        if command.name != named:
            continue
        module = import_module(f"acupress_desktop.cli.{command.module}")
        add: Callable[[argparse.ArgumentParser], None] = getattr(module, command.add_arguments)
        add(sub)
        sub.set_defaults(run=getattr(module, command.run))
    for name, answers in ELSEWHERE:
        subparsers.add_parser(name, help=answers)
    return parser


def _add_common(parser: argparse.ArgumentParser, *, data: object, as_json: object) -> None:
    parser.add_argument(
        "--data", type=Path, default=data, metavar="DIR", help="the data folder (default: the system's place)"
    )
    parser.add_argument(
        "--json", action="store_true", default=as_json, help="answer with one JSON object on stdout"
    )
