"""One number from the set's file to the journal and its export: ``hold_seconds`` has one name all the way."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.evidence_files import read_evidence
from acupress_desktop.content.protocol_files import read_protocols
from acupress_desktop.content.region_files import read_regions
from acupress_desktop.domain.breathing import USUAL
from acupress_desktop.domain.journal import SessionRecord
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.plans import Choices, plan
from acupress_desktop.domain.protocols import DoseStage, Plan
from acupress_desktop.domain.row_ids import RowIds
from acupress_desktop.exchange.json_file import write_json
from acupress_desktop.presenters.session_keeping import SessionKeeping
from acupress_desktop.session.clock import VirtualClock
from acupress_desktop.session.machine import prepare
from acupress_desktop.session.rehearsal import read_script, rehearse
from acupress_desktop.session.states import Holding
from acupress_desktop.storage.opening import open_journal
from tests.session.sessions import clearance

WRITTEN = 47


def test_the_number_in_the_file_is_the_number_in_the_export(tmp_path: Path) -> None:
    root = tmp_path / "assets"
    for folder in ("atlas", "protocols", "evidence", "body_maps"):
        if folder == "body_maps":
            (root / folder).mkdir(parents=True)
            shutil.copy(asset_root() / folder / "regions.toml", root / folder)
        else:
            shutil.copytree(asset_root() / folder, root / folder)
    queasy = root / "protocols" / "queasy.toml"
    queasy.write_text(
        queasy.read_text(encoding="utf-8").replace("hold_seconds = 150", f"hold_seconds = {WRITTEN}"),
        encoding="utf-8",
    )

    # content and domain
    atlas = read_atlas(root)
    sets = {one.id: one for one in read_protocols(root, atlas, read_evidence(root).sources)}
    (queasy_set,) = (one for one in sets.values() if one.complaint == "queasy")
    assert [step.hold_seconds for step in queasy_set.steps] == [WRITTEN]
    allowed = replace(clearance(), complaint=queasy_set.complaint)
    made = plan(queasy_set, allowed, atlas, read_regions(root, atlas), Choices(stage=DoseStage.USUAL))
    assert isinstance(made, Plan)
    assert {step.hold_seconds for step in made.steps} == {WRITTEN}

    # session: the hold ends exactly there, a stall apart
    clock = VirtualClock(datetime(2026, 11, 22, 12, 0, tzinfo=UTC))

    def now() -> Moment:
        return Moment.of(clock.now(), clock.zone())

    ids = RowIds(now, os.urandom)
    journal = open_journal(tmp_path / "data", now=now)
    journal.verify()
    session = ids.next()
    journal.remember_session_opened(
        SessionRecord(
            id=session,
            started=now(),
            protocol=made.protocol,
            content_version=made.content_version,
            form=made.form,
            stage=made.stage,
            planned_holds=len(made.steps),
            planned_seconds=made.total_seconds,
            region=None,
            side=None,
            rules=(),
            clearance_json="{}",
        )
    )
    keeping = SessionKeeping(journal, session, ids, now)
    fractions = []
    script = read_script("t=20 stall 4\nt=60 longer\nt=75 next")
    for moved in rehearse(prepare(allowed, made, USUAL), script, clock):
        keeping.keep(moved.before, moved.after)
        if isinstance(moved.after, Holding):
            fractions.append(moved.after.fraction)
            assert moved.after.fraction == moved.after.held_seconds / moved.after.hold_seconds

    # storage and exchange: planned and held stay apart
    story = journal.recall_story(session)
    assert story is not None
    first, second = story.holds
    assert (first.prescribed_seconds, first.hold_seconds, first.held_seconds) == (WRITTEN, WRITTEN, WRITTEN)
    assert second.prescribed_seconds == WRITTEN
    assert second.hold_seconds == WRITTEN + 15
    assert second.held_seconds < second.hold_seconds
    assert max(fractions) <= 1
    out = tmp_path / "journal.json"
    write_json(out, journal.recall_person(), journal.recall_archive())
    journal.close()
    rows = _rows_named(json.loads(out.read_text(encoding="utf-8")), "hold_seconds")
    assert rows == [WRITTEN, WRITTEN + 15]


def _rows_named(content: object, name: str) -> list[object]:
    """Collect every value under the key ``name``."""
    if isinstance(content, dict):
        here = [content[name]] if name in content else []
        return here + [one for value in content.values() for one in _rows_named(value, name)]
    if isinstance(content, list):
        return [one for value in content for one in _rows_named(value, name)]
    return []
