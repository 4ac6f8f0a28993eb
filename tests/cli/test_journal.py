"""The journal and its trend on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from acupress_desktop.storage.profile import Profile
from tests.cli.door_calls import Door


def _add(acupress: Door, *more: str) -> None:
    assert acupress("journal", "add", "--pain", "6", "--region", "neck-posterior", *more).code == 0


def test_an_entry_comes_back_as_it_was_given(acupress: Door) -> None:
    added = acupress.json(
        "journal", "add", "--when", "2026-11-20T19:30:00+01:00", "--pain", "0", "--region", "lumbar",
        "--side", "left", "--mood", "7", "--sleep", "10", "--tag", "flare", "--note", "=1+1 <b>",
    )["added"]  # fmt: skip
    (listed,) = acupress.json("journal", "list")["check_ins"]

    assert listed == added
    assert listed["when"] == "2026-11-20T19:30:00+01:00"
    assert listed["pains"] == [{"region": "lumbar", "side": "left", "intensity": 0, "quality": None}]
    assert (listed["mood"], listed["sleep"], listed["stress"]) == (7, 10, None)
    assert (listed["tags"], listed["note"]) == (["flare"], "=1+1 <b>")


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        (("--pain", "11", "--region", "lumbar"), "--pain"),
        (("--pain", "-1", "--region", "lumbar"), "--pain"),
        (("--pain", "nan", "--region", "lumbar"), "--pain"),
        (("--pain", "٣", "--region", "lumbar"), "--pain"),
        (("--pain", "5"), "--region"),
        (("--pain", "5", "--region", "moon"), "--region"),
        (("--region", "lumbar"), "--region"),
        (("--mood", "5", "--when", "yesterday"), "--when"),
        (("--mood", "5", "--when", "9999-12-31T23:59:59"), "--when"),
        (("--mood", "5", "--when", "0001-01-01T00:00:00+14:00"), "--when"),
        (("--note", "x" * 4001), "--note"),
        ((), "nothing to add"),
    ],
)
def test_an_entry_that_cannot_be_is_refused_by_field(
    acupress: Door, arguments: tuple[str, ...], field: str
) -> None:
    called = acupress("journal", "add", *arguments)
    assert (called.code, called.out) == (3, "")
    assert field in called.err
    assert not Profile(acupress.folder).journal.exists()


def test_days_narrow_the_list(acupress: Door) -> None:
    _add(acupress, "--when", "2026-11-01T10:00")
    _add(acupress, "--when", "2026-11-10T10:00")
    listed = acupress.json("journal", "list", "--from", "2026-11-05", "--to", "2026-11-12")
    assert [entry["date"] for entry in listed["check_ins"]] == ["2026-11-10"]
    assert acupress("journal", "list", "--from", "2026-11-12", "--to", "2026-11-05").code == 3
    assert acupress("journal", "list", "--from", "someday").code == 3


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "name"), [("json", "out.json"), ("csv", "out.zip")])
def test_a_journal_travels_whole(
    acupress: Door, tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str, name: str
) -> None:
    _add(acupress, "--note", "one")
    acupress.json("rehearse", "P16")
    out = str(tmp_path / name)
    rows = acupress.json("journal", "export", "--format", kind, out)["rows"]

    other = Door(tmp_path / "other", capsys)
    counts = other.json("journal", "import", out)
    assert (counts["updated"], counts["unchanged"]) == (0, 0)
    assert counts["added"] == rows
    assert other.json("journal", "list")["check_ins"] == acupress.json("journal", "list")["check_ins"]
    assert other.json("journal", "import", out)["added"] == 0


def test_a_file_that_is_no_journal_changes_nothing(acupress: Door) -> None:
    _add(acupress)
    before = acupress.json("journal", "list")
    for text in ("{}", "not json", '{"format": "other"}'):
        called = acupress("journal", "import", acupress.file("bad.json", text))
        assert called.code == 3
        assert "bad.json" in called.err
    assert acupress("journal", "import", "/nonexistent").code == 3
    assert acupress.json("journal", "list") == before


def test_a_whole_journal_checks_good(acupress: Door) -> None:
    _add(acupress)
    assert acupress.json("journal", "check")["standing"] == "good"
    made = acupress.json("journal", "backup")["backup"]
    assert Path(made["path"]).is_file()


def test_a_damaged_journal_is_told_and_restored(acupress: Door) -> None:
    _add(acupress)
    backup = acupress.json("journal", "backup")["backup"]["path"]
    journal = Profile(acupress.folder).journal
    journal.write_bytes(b"\x00" * 4096)

    called = acupress("journal", "check", "--json")
    assert called.code == 4
    assert called.json["standing"] == "damaged"
    assert acupress("journal", "add", "--mood", "5").code == 4
    assert acupress.json("journal", "restore", backup)["restored"] == backup
    assert len(acupress.json("journal", "list")["check_ins"]) == 1


def test_a_trend_says_how_much_there_is_and_what_is_missing(acupress: Door) -> None:
    _add(acupress, "--when", "2026-11-01T10:00")
    _add(acupress, "--when", "2026-11-03T10:00")
    trend = acupress.json("trend", "--from", "2026-11-01", "--to", "2026-11-30")

    assert (trend["days_logged"], trend["days_in_range"]) == (2, 30)
    assert [daily["value"] for daily in trend["daily"]] == [6, 6]
    assert trend["gaps"][0] == {"from": "2026-11-02", "to": "2026-11-02"}
    assert trend["finding"]["kind"] == "too_early"
    assert trend["trend_line"]["shown"] is False
    assert trend["trend_line"]["missing"]
    assert trend["weeks"][0]["median"] is None


def test_a_trend_of_one_area_leaves_the_others_out(acupress: Door) -> None:
    _add(acupress, "--when", "2026-11-01T10:00")
    days = ("--from", "2026-11-01", "--to", "2026-11-30")
    assert acupress.json("trend", *days, "--region", "neck")["days_logged"] == 1
    assert acupress.json("trend", *days, "--region", "knee-anterior")["days_logged"] == 0
    assert acupress("trend", *days, "--region", "moon").code == 3


@pytest.mark.slow
def test_a_trend_of_many_days_has_an_interval(acupress: Door) -> None:
    for day in range(1, 31):
        pain = ("8", "7", "9")[day % 3] if day < 16 else ("3", "4", "2")[day % 3]
        called = acupress(
            "journal", "add", "--pain", pain, "--region", "lumbar", "--when", f"2026-10-{day:02d}T10:00"
        )
        assert called.code == 0
    line = acupress.json("trend", "--from", "2026-10-01", "--to", "2026-10-30")["trend_line"]
    assert line["shown"]
    assert line["low"] < line["points_per_four_weeks"] < line["high"]
    assert line["n"] == 30
