"""Writes the frozen journal of the present schema, once, at its release.

``PYTHONPATH=src:. python tests/databases/make_frozen.py``. Never run it again for a
schema that has been released: these files stand for journals that people have.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from acupress_desktop.domain import journal as records
from acupress_desktop.domain.ids import OccasionId, PointCode, QuestionId, RuleId
from acupress_desktop.domain.point_practice import Felt, ReviewRating, Sureness
from acupress_desktop.domain.ports import StableAnswer
from acupress_desktop.domain.pressure import TrialKind
from acupress_desktop.domain.reminders import ReminderKind
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.storage.schema import SCHEMA
from tests.storage.journals import SHOULDER, Bench

target = Path(__file__).parent / f"schema_{SCHEMA:04d}.sqlite3"
if target.exists():
    sys.exit(f"{target.name} is frozen already")
with tempfile.TemporaryDirectory() as folder:
    bench = Bench(Path(folder))
    journal = bench.open()
    deleted = bench.check_in(9)
    journal.remember_check_in(deleted)
    for day in range(3):
        entry = replace(
            bench.check_in(5 - day, note="line one\nline two 頸"), sleep=6, tags=(records.ContextTag.FLARE,)
        )
        journal.remember_check_in(entry)
        session = bench.session()
        journal.remember_session_opened(session, (bench.rating(session.id, 5),))
        bench.later(minutes=1)
        journal.remember_hold(bench.hold(session.id, 1))
        journal.remember_pause(records.PauseRecord(bench.key(), session.id, bench.now(), 61.0, 4.5, "gap"))
        bench.later(minutes=1)
        journal.remember_hold(replace(bench.hold(session.id, 2, 31.5), comfort=records.Comfort.TOO_MUCH))
        journal.remember_adverse_event(
            records.AdverseEventRecord(
                bench.key(), session.id, bench.now(), records.AdverseKind.SORE_SPOT, PointCode("GB21")
            )
        )
        journal.remember_session_closed(session.id, end=records.SessionEnd.COMPLETED, ended=bench.now())
        journal.remember_point_check(
            bench.point_check("GB21", Sureness.ROUGHLY, Felt.DULL_ACHE, Felt.SPREADING)
        )
        journal.remember_point_review(bench.point_review("GB21", ReviewRating.HARD))
        bench.later(days=1)
    journal.remember_check_in_deleted(deleted.id)
    journal.remember_answers((StableAnswer(QuestionId("blood_thinner"), '"no"', bench.now()),))
    journal.remember_advice((RuleId("R02b"),), bench.now())
    journal.remember_consent(
        records.ConsentRecord(bench.key(), bench.now(), "a demonstration, not an assessment")
    )
    for point in ("LI4", "GB21"):
        journal.remember_favourite(bench.favourite(point))
    journal.remember_favourite_dropped(PointCode("LI4"))
    journal.remember_own_point(bench.own_point("under the strap", "line one\nline two"))
    journal.remember_adverse_event(bench.adverse_event(None, SiteSide.LEFT, SHOULDER))
    trials = [bench.pressure_trial(3, grams) for grams in (900, 1100, 1200)]
    for trial in (*trials, bench.pressure_trial(5, None, TrialKind.CEILING)):
        journal.remember_pressure_trial(trial)
    journal.remember_pressure_trials_deleted((trials[0].id,))
    routine = bench.routine("after the desk 頸", "iVBORw0KGgo=")
    journal.remember_routine(routine)
    journal.remember_routine(replace(routine, steps=routine.steps[::2]))
    other = bench.routine()
    journal.remember_routine(other)
    journal.remember_routine_deleted(other.id)
    session = replace(bench.session(), occasion=OccasionId("low_energy"), routine=routine.id)
    journal.remember_session_opened(session)
    journal.remember_exercise(bench.exercise(session.id))
    journal.remember_session_closed(session.id, end=records.SessionEnd.STOPPED, ended=bench.now())
    journal.remember_own_breath(bench.own_breath())
    goals = (bench.goal(), bench.goal("sleep through\nthe night"), bench.goal("gone"))
    for goal in goals:
        journal.remember_goal(goal)
    journal.remember_goal(replace(goals[1], ended=bench.now()))
    journal.remember_goal_deleted(goals[2].id)
    journal.remember_practice_plan(bench.practice_plan())
    journal.remember_practice_plan(bench.practice_plan(routine.id))
    for kind in ReminderKind:
        journal.remember_reminder(bench.reminder(kind))
    journal.remember_check_in(replace(bench.check_in(2), water_glasses=6, movement_minutes=0))
    journal.close()
    shutil.copyfile(bench.folder / "journal.sqlite3", target)
