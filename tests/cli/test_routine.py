"""Routines on the command line: list, show, export, check, import; stable JSON and refusals with a place."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

from acupress_desktop.exchange.plan_file import plan_text
from tests.cli.door_calls import Door
from tests.domain.routine_examples import everything

ROW = {
    "id",
    "name",
    "complaint",
    "changed",
    "points",
    "exercises",
    "pressing_seconds",
    "exercise_seconds",
}


def shared(acupress: Door, **changes: object) -> str:
    plain = json.loads(plan_text(everything(), ""))
    plain["routine"].update(changes)
    return acupress.file("shared.acupress-plan.json", json.dumps(plain))


def test_an_empty_journal_has_none(acupress: Door) -> None:
    assert acupress.json("routine", "list") == {"schema": 1, "routines": []}
    assert acupress("routine", "list").out == "No routine yet.\n"


def test_a_file_is_checked_imported_listed_shown_and_exported(acupress: Door, tmp_path: Path) -> None:
    file = shared(acupress)
    checked = acupress.json("routine", "check", file)["routine"]
    assert set(checked) == (ROW | {"note", "steps"}) - {"id"}
    assert acupress.json("routine", "list")["routines"] == []
    added = acupress.json("routine", "import", file)["added"]
    assert set(added) == ROW
    assert (added["name"], added["points"], added["exercises"]) == ("After work", 4, 3)
    assert (added["pressing_seconds"], added["exercise_seconds"]) == (2 * 40 + 90 + 45 + 60 + 4 * 5, 970)
    assert acupress.json("routine", "list")["routines"] == [added]
    whole = acupress.json("routine", "show", added["id"])["routine"]
    assert whole == acupress.json("routine", "show", "After work")["routine"]
    assert {**whole, "changed": ""} == {**checked, "id": added["id"], "changed": ""}
    assert [step["kind"] for step in whole["steps"]] == [
        *("stretch", "press", "press", "press", "stretch", "press", "walk"),
    ]
    assert [step["has_picture"] for step in whole["steps"]] == [False] * 4 + [True, True, False]
    out = tmp_path / "again.acupress-plan.json"
    acupress.json("routine", "export", added["id"], str(out))
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    again = json.loads(out.read_text(encoding="utf-8"))
    assert again["routine"] == json.loads(Path(file).read_text(encoding="utf-8"))["routine"]


def test_an_import_replaces_nothing(acupress: Door) -> None:
    file = shared(acupress)
    first, second = (acupress.json("routine", "import", file)["added"] for _ in range(2))
    assert first["id"] != second["id"]
    assert second["name"] == "After work 2"
    assert acupress("routine", "show", "After work").code == 0
    assert [one["name"] for one in acupress.json("routine", "list")["routines"]] == [
        "After work 2",
        "After work",
    ]


def test_reading_is_for_eyes_too(acupress: Door) -> None:
    acupress.json("routine", "import", shared(acupress))
    told = acupress("routine", "show", "After work").out
    for words in ("Tea first.", "GB21", "40 s at 3 of 10", "Shoulder rolls", "10 times", "min of pressing"):
        assert words in told


def test_refusals_name_the_place_and_change_nothing(acupress: Door) -> None:
    steps: Any = json.loads(plan_text(everything(), ""))["routine"]["steps"]
    steps[1]["point"] = "ST9"
    file = shared(acupress, steps=steps)
    for command in ("check", "import"):
        refused = acupress("routine", command, file)
        assert refused.code == 3
        assert "shared.acupress-plan.json: routine.steps[1].point" in refused.err
        assert refused.out == ""
    assert acupress("routine", "show", "After work").code == 3
    assert acupress("routine", "export", "nothing", "out.json").code == 3
    assert acupress.json("routine", "list")["routines"] == []


def test_a_missing_file_is_a_trouble_in_words(acupress: Door) -> None:
    missing = acupress("routine", "check", str(acupress.folder.parent / "nothing.json"))
    assert missing.code == 4
    assert "nothing.json" in missing.err
