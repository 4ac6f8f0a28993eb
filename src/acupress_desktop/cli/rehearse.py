"""``acupress rehearse``: a whole session with the real machine and the real journal, on a virtual clock."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from acupress_desktop.cli.answer import Answer, InputRefused, columns
from acupress_desktop.cli.json_files import read_text
from acupress_desktop.cli.library import Library, the_library
from acupress_desktop.cli.places import data_folder, moments_of, opened_journal
from acupress_desktop.cli.plans import Cleared, add_plan_arguments, cleared_plan
from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.journal import SessionEnd, SessionRecord, SessionStory
from acupress_desktop.domain.moments import Moment
from acupress_desktop.session.clock import SystemClock, VirtualClock
from acupress_desktop.session.events import Tick
from acupress_desktop.session.lines import Line
from acupress_desktop.session.machine import prepare
from acupress_desktop.session.rehearsal import Cue, ScriptRefused, read_script, rehearse
from acupress_desktop.session.states import Finished, Ready, State

if TYPE_CHECKING:
    from acupress_desktop.storage.journal import Journal


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """The last state, how many times a person had to do something, and what the journal holds."""

    state: State
    clicks: int
    story: SessionStory


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    add_plan_arguments(parser)
    parser.add_argument(
        "--script", type=Path, metavar="FILE", help="lines such as 't=12 pause'; none means nobody interferes"
    )


def run(arguments: argparse.Namespace) -> Answer:
    """Rehearse a session; raises ``InputRefused`` before anything is written."""
    library = the_library()
    clock = VirtualClock(SystemClock().now())
    now = moments_of(clock)
    made = cleared_plan(library, arguments, now())
    script = script_in(arguments.script)
    with opened_journal(arguments, now) as journal:
        done = _rehearse(made, script, journal, clock, now)
    content = {
        "session": done.story.session.id,
        "data": str(data_folder(arguments)),
        "protocol": made.plan.protocol,
        "form": made.plan.form.value,
        "stage": made.plan.stage.value,
        "started": done.story.session.started.local.isoformat(),
        "end": None if done.story.session.end is None else done.story.session.end.value,
        "planned_holds": done.story.session.planned_holds,
        "planned_seconds": done.story.session.planned_seconds,
        "total_seconds": round(_ended_at(done.state, clock), 3),
        "holds": _holds(done.story),
        "exercises": [
            {
                "order": each.order,
                "kind": each.kind.value,
                "title": each.title,
                "planned_seconds": each.planned_seconds,
                "repeats": each.repeats,
                "done_seconds": round(each.done_seconds, 3),
                "completed": each.completed,
            }
            for each in done.story.exercises
        ],
        "pauses": [
            {"at": round(pause.at_seconds, 3), "seconds": round(pause.seconds, 3), "cause": pause.cause}
            for pause in done.story.pauses
        ],
        "spoken": [
            {"at": round(said.at, 3), "text": _spoken(library, said.line), "line": said.line.id.value}
            for said in done.state.log.spoken
        ],
        "ratings": [
            {"measure": rating.measure.value, "time": rating.time.value, "value": rating.value}
            for rating in done.story.ratings
        ],
        "adverse_events": [
            {"kind": event.kind.value, "code": event.point} for event in done.story.adverse_events
        ],
        "clicks_needed": done.clicks,
    }
    return Answer(content, _lines(library, done))


def _rehearse(
    made: Cleared, script: tuple[Cue, ...], journal: Journal, clock: VirtualClock, now: Callable[[], Moment]
) -> Rehearsed:
    from acupress_desktop.domain.row_ids import RowIds
    from acupress_desktop.presenters.session_keeping import SessionKeeping
    from acupress_desktop.presenters.session_papers import SessionPapers, papers_text

    ids = RowIds(now, os.urandom)
    session = ids.next()
    journal.remember_session_opened(
        SessionRecord(
            id=session,
            started=now(),
            protocol=made.plan.protocol,
            content_version=made.plan.content_version,
            form=made.plan.form,
            stage=made.plan.stage,
            planned_holds=len(made.plan.steps),
            planned_seconds=made.plan.pressing_seconds,
            region=None,
            side=made.pain_side,
            rules=made.clearance.rules,
            clearance_json=papers_text(SessionPapers(made.clearance, made.plan)),
            occasion=made.plan.occasion,
        )
    )
    keeping = SessionKeeping(journal, session, ids, now)
    state: State = prepare(made.clearance, made.plan, made.pattern)
    clicks = 0
    for moved in rehearse(_as_ready(state), script, clock):
        keeping.keep(moved.before, moved.after)
        state = moved.after
        clicks += 0 if isinstance(moved.event, Tick) else 1
        if keeping.trouble is not None:
            raise keeping.trouble
    if not isinstance(state, Finished):
        journal.remember_session_closed(session, end=SessionEnd.EXPIRED, ended=now())
    return Rehearsed(state, clicks, _story(journal, session))


def _as_ready(state: State) -> Ready:
    if not isinstance(state, Ready):
        raise TypeError("a session begins ready")
    return state


def _story(journal: Journal, session: RowId) -> SessionStory:
    story = journal.recall_story(session)
    if story is None:
        raise LookupError(f"the journal has lost session {session}")
    return story


def script_in(path: Path | None) -> tuple[Cue, ...]:
    """Return what a script file says; raises ``InputRefused`` for a line that is not understood."""
    if path is None:
        return ()
    try:
        return read_script(read_text(path))
    except ScriptRefused as refused:
        raise InputRefused(f"{path}, {refused}") from refused


def _holds(story: SessionStory) -> list[dict[str, object]]:
    return [
        {
            "order": hold.order,
            "code": hold.point,
            "side": hold.side.value,
            "prescribed_seconds": hold.prescribed_seconds,
            "hold_seconds": hold.hold_seconds,
            "held_seconds": round(hold.held_seconds, 3),
            "completed": hold.completed,
            "pressure": hold.felt_pressure,
            "changed_by": list(hold.changed_by),
            "comfort": None if hold.comfort is None else hold.comfort.value,
        }
        for hold in story.holds
    ]


def _spoken(library: Library, line: Line) -> str:
    from acupress_desktop.words import session

    return session.line(line, _place(library, line))


def _place(library: Library, line: Line) -> str:
    if line.point is None or line.side is None:
        return ""
    how_to = library.how_to.get(line.point)
    if how_to is not None:
        return how_to.place(line.side)
    from acupress_desktop.words.body import sided_region

    return sided_region(library.regions.title(library.atlas[line.point].region), line.side)


def _ended_at(state: State, clock: VirtualClock) -> float:
    return state.ended_at if isinstance(state, Finished) else state.log.at(clock.instant())


def _lines(library: Library, done: Rehearsed) -> tuple[str, ...]:
    spoken = columns((f"{said.at:8.2f}", _spoken(library, said.line)) for said in done.state.log.spoken)
    holds = columns(
        (
            hold.point,
            hold.side.value,
            f"{hold.held_seconds:.2f} of {hold.hold_seconds} s",
            "done" if hold.completed else "not done",
        )
        for hold in done.story.holds
    )
    pauses = (
        f"pause at {pause.at_seconds:.2f}: {pause.seconds:.2f} s ({pause.cause})"
        for pause in done.story.pauses
    )
    end = done.story.session.end
    return (*spoken, "", *holds, *pauses, f"end: {'open' if end is None else end.value}")
