"""What there is to learn, on the command line."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.point_practice import ReviewRating, Sureness
from acupress_desktop.session.clock import SystemClock
from tests.cli.door_calls import Door
from tests.storage.journals import Bench


def _learned(folder: Path) -> None:
    """Two points learned a year ago, one of them hard to find."""
    bench = Bench(folder, when=SystemClock().now() - timedelta(days=380))
    journal = bench.open()
    for code in ("PC6", "LI4"):
        for _ in range(2):
            journal.remember_point_review(bench.point_review(code, ReviewRating.EASY))
            journal.remember_point_check(bench.point_check(code, Sureness.SURE))
            bench.later(minutes=10)
    for _ in range(2):
        journal.remember_point_check(bench.point_check("GB20", Sureness.NOT_FOUND))
    journal.remember_favourite(bench.favourite("SP6"))
    journal.close()


def test_a_new_journal_has_five_new_points(acupress: Door) -> None:
    told = acupress.json("learn")
    assert told["scope"] == {"kind": "in_use", "name": ""}
    assert (told["back"], told["hard"]) == ([], [])
    assert len(told["new"]) == 5
    assert {point["stage"] for point in told["new"]} == {None}
    assert told["progress"] == {"learned": 0, "seen": 0, "not_yet": 31}


def test_what_is_due_comes_back_with_its_day(acupress: Door) -> None:
    _learned(acupress.folder)
    told = acupress.json("learn")
    assert {point["code"] for point in told["back"]} == {"PC6", "LI4"}
    assert {point["stage"] for point in told["back"]} == {"learned"}
    now = Moment.of(SystemClock().now())
    assert all(point["last"] < point["due"] <= now.utc.isoformat() for point in told["back"])
    assert told["hard"] == [{"code": "GB20", "unsure": 2, "checks": 2}]
    assert told["progress"]["learned"] == 2
    lines = acupress("learn").out.splitlines()
    assert any(line.startswith("PC6") and line.endswith("comes back") for line in lines)
    assert lines[-1] == "2 learned, 0 seen, 29 not yet."


def test_a_scope_is_chosen(acupress: Door) -> None:
    _learned(acupress.folder)
    assert {point["code"] for point in acupress.json("learn", "--favourites")["new"]} == {"SP6"}
    line = acupress.json("learn", "--meridian", "pc")
    assert line["scope"] == {"kind": "line", "name": "PC"}
    assert {point["code"][:2] for point in (*line["back"], *line["new"])} == {"PC"}
    assert acupress.json("learn", "--area", "area-hand")["progress"]["not_yet"] > 10
    assert acupress.json("learn", "--all")["progress"]["not_yet"] > 350


@pytest.mark.parametrize(
    ("arguments", "named", "code"),
    [
        (("--meridian", "QQ"), "--meridian", 3),
        (("--area", "hand-dorsum"), "--area", 3),
        (("--all", "--favourites"), "--favourites", 2),
    ],
)
def test_a_scope_that_does_not_exist_is_refused_by_name(
    acupress: Door, arguments: tuple[str, ...], named: str, code: int
) -> None:
    called = acupress("learn", *arguments)
    assert (called.code, called.out) == (code, "")
    assert named in called.err


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "name"), [("json", "out.json"), ("csv", "out.zip")])
def test_what_was_learned_travels_with_the_journal(
    acupress: Door, tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str, name: str
) -> None:
    _learned(acupress.folder)
    out = str(tmp_path / name)
    exported = acupress.json("journal", "export", "--format", kind, out)
    other = Door(tmp_path / "other", capsys)
    imported = other.json("journal", "import", out)
    assert imported["added"] == exported["rows"]
    assert other.json("learn") == acupress.json("learn")
    assert other.json("journal", "check")["standing"] == "good"
