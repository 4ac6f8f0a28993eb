"""Files from outside are refused whole, in words that name file, line and field, and change nothing."""

from __future__ import annotations

import io
import json
import stat
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from acupress_desktop.domain.journal_tables import TABLES
from acupress_desktop.domain.point_practice import Felt, Sureness
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.domain.troubles import BadFile, KnownTrouble, Reason
from acupress_desktop.exchange import csv_file, json_file
from acupress_desktop.words.storage import trouble_line
from tests.storage.journals import SHOULDER, Bench

Edit = Callable[[str], str]
DATE = Reason.NOT_A_DATE


def swap(old: str, new: str) -> Edit:
    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return edit


def as_version_2(text: str) -> str:
    """The file with the number of version 2 and without what is newer, but for the fields of one table."""
    head, rest = text.split('"tables":', 1)
    tables = json.loads(rest[: rest.rindex("}")])
    for table in TABLES:
        if table.since > 2:
            del tables[table.name]
        elif table.name != "adverse_event":
            for row in tables[table.name]:
                for column in table.columns:
                    if column.since > 2:
                        del row[column.name]
    rows = [
        f'"{name}":[' + "".join(f"\n{json.dumps(row)}" for row in rows) + ("\n]" if rows else "]")
        for name, rows in tables.items()
    ]
    return head.replace('"version":4', '"version":2') + '"tables":{\n' + ",\n".join(rows) + "\n}}\n"


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One entry with note, one session with a hold, one row of each table about points, in both forms."""
    folder = tmp_path_factory.mktemp("exported")
    bench = Bench(folder / "data")
    journal = bench.open()
    journal.remember_check_in(replace(bench.check_in(5, note="a note"), water_glasses=6))
    journal.remember_routine(bench.routine())
    session = bench.session()
    journal.remember_session_opened(session)
    journal.remember_hold(bench.hold(session.id))
    journal.remember_adverse_event(bench.adverse_event(session.id, SiteSide.LEFT, SHOULDER))
    journal.remember_favourite(bench.favourite("LI4"))
    journal.remember_own_point(bench.own_point("my spot"))
    journal.remember_point_check(bench.point_check("GB21", Sureness.ROUGHLY, Felt.TENDER))
    journal.remember_point_review(bench.point_review("GB21"))
    journal.remember_pressure_trial(bench.pressure_trial(3, 1100))
    journal.remember_own_breath(bench.own_breath())
    journal.remember_exercise(bench.exercise(session.id))
    journal.remember_goal(bench.goal())
    journal.remember_practice_plan(bench.practice_plan())
    journal.remember_reminder(bench.reminder())
    json_file.write_json(folder / "good.json", journal.recall_person(), journal.recall_archive())
    csv_file.write_csv(folder / "good.zip", journal.recall_person(), journal.recall_archive())
    journal.close()
    return folder


def refused_json(path: Path) -> BadFile:
    with pytest.raises(KnownTrouble) as known:
        json_file.read_json(path)
    return named(known.value, path)


def refused_csv(path: Path) -> BadFile:
    with pytest.raises(KnownTrouble) as known:
        csv_file.read_csv(path)
    return named(known.value, path)


def named(known: KnownTrouble, path: Path) -> BadFile:
    trouble = known.trouble
    assert isinstance(trouble, BadFile)
    line = trouble_line(trouble)
    assert path.name in line
    assert line.endswith("Nothing was imported.")
    assert trouble.line is None or f"line {trouble.line}" in line
    return trouble


@pytest.mark.parametrize(
    ("edit", "field", "reason", "line"),
    [
        (swap('"intensity":5', '"intensity":11'), "intensity", Reason.OUT_OF_RANGE, 10),
        (swap('"intensity":5', '"intensity":-1'), "intensity", Reason.OUT_OF_RANGE, 10),
        (swap('"intensity":5', '"intensity":5.0'), "intensity", Reason.WRONG_TYPE, 10),
        (swap('"intensity":5', '"intensity":true'), "intensity", Reason.WRONG_TYPE, 10),
        (swap('"intensity":5', '"intensity":"5"'), "intensity", Reason.WRONG_TYPE, 10),
        (swap('"intensity":5', '"intensity":null'), "intensity", Reason.MISSING, 10),
        (swap('"intensity":5', '"intensity":NaN'), "NaN", Reason.NOT_A_NUMBER, 10),
        (swap('"intensity":5', '"intensity":-Infinity'), "-Infinity", Reason.NOT_A_NUMBER, 10),
        (swap('"intensity":5', '"intensity":' + "9" * 5000), "9" * 18 + "…", Reason.OUT_OF_RANGE, 10),
        (swap('"intensity":5', '"intensity":5,"intensity":6'), "intensity", Reason.DUPLICATE, 10),
        (swap('"intensity":5', '"intensity":5,"extra":6'), "extra", Reason.UNKNOWN_FIELD, 10),
        (swap('"intensity":5,', ""), "intensity", Reason.MISSING, 10),
        (swap('"held_seconds":60.0', '"held_seconds":1e999'), "held_seconds", Reason.NOT_A_NUMBER, 24),
        (swap('"completed":true', '"completed":1'), "completed", Reason.WRONG_TYPE, 24),
        (swap('"a note"', '"a\\u0000note"'), "note", Reason.BAD_CHARACTERS, 7),
        (swap('"a note"', '"\\ud800"'), "note", Reason.BAD_CHARACTERS, 7),
        (swap('"a note"', json.dumps("x" * 4001)), "note", Reason.TOO_LONG, 7),
        (swap('"a note"', '{"$ne":1}'), "note", Reason.WRONG_TYPE, 7),
        (swap('"a note"', "[" * 100_000), "", Reason.NOT_READABLE, 7),
        (swap('moment_local_date":"2026-11', 'moment_local_date":"2026-13'), "moment_local_date", DATE, 7),
        (swap('moment_utc":"2026-11-22T14', 'moment_utc":"2026-11-22T25'), "moment_utc", DATE, 7),
        (swap('"side":"right"', '"side":"top"'), "side", Reason.NOT_A_CHOICE, 10),
        (swap('"weight_2":0.5', '"weight_2":0.9'), "weight_1", Reason.OUT_OF_RANGE, 38),
        (swap('"weight_2":0.5', '"weight_2":-0.5'), "weight_2", Reason.OUT_OF_RANGE, 38),
        (swap('"weight_2":0.5', '"weight_2":Infinity'), "Infinity", Reason.NOT_A_NUMBER, 38),
        (swap('"weight_2":0.5', '"weight_2":null'), "weight_2", Reason.MISSING, 38),
        (swap('"face":1234', '"face":-1'), "face", Reason.OUT_OF_RANGE, 38),
        (swap('"face":1234', '"face":12345678901'), "face", Reason.OUT_OF_RANGE, 38),
        (swap('"my spot"', json.dumps("x" * 81)), "name", Reason.TOO_LONG, 38),
        (swap('"felt":["tender"]', '"felt":["magic"]'), "felt", Reason.NOT_A_CHOICE, 41),
        (swap('"felt":["tender"]', '"felt":"tender"'), "felt", Reason.WRONG_TYPE, 41),
        (swap('"sureness":"roughly"', '"sureness":"maybe"'), "sureness", Reason.NOT_A_CHOICE, 41),
        (swap('"rating":"good"', '"rating":"perfect"'), "rating", Reason.NOT_A_CHOICE, 44),
        (swap('"point":"LI4"', '"point":""'), "point", Reason.BAD_CHARACTERS, 35),
        (swap('{"id":"', '{"id":"../../'), "id", Reason.NOT_AN_ID, 7),
        (swap('"check_in":[', '"secrets":['), "secrets", Reason.UNKNOWN_TABLE, 6),
        (swap('"tables":{', '"tables":{"check_in":[],'), "check_in", Reason.DUPLICATE, 6),
        (swap('"version":4', '"version":5'), "version", Reason.NEWER_FORMAT, 1),
        (swap('"version":4', '"version":2'), "routine", Reason.UNKNOWN_TABLE, 12),
        (swap('"version":4', '"version":3'), "routine", Reason.UNKNOWN_TABLE, 12),
        (as_version_2, "side", Reason.UNKNOWN_FIELD, 21),
        (swap(',"region":"shoulder-top"}', "}"), "region", Reason.MISSING, 29),
        (swap('"side":"left","region":', '"side":"both","region":'), "side", Reason.NOT_A_CHOICE, 29),
        (swap('"region":"shoulder-top"}', '"region":""}'), "region", Reason.BAD_CHARACTERS, 29),
        (swap('"point":"GB21","sides"', '"point":null,"sides"'), "point", Reason.MISSING, 16),
        (swap('"sides":"both"', '"sides":"everywhere"'), "sides", Reason.NOT_A_CHOICE, 16),
        (swap('s":60,"felt', 's":301,"felt'), "hold_seconds", Reason.OUT_OF_RANGE, 16),
        (swap('"felt_pressure":4', '"felt_pressure":8'), "felt_pressure", Reason.OUT_OF_RANGE, 16),
        (swap('"breathing":"own"', '"breathing":"off"'), "breath_in_tenths", Reason.OUT_OF_RANGE, 16),
        (swap('"breath_in_tenths":39', '"breath_in_tenths":null'), "breath_in_tenths", Reason.MISSING, 16),
        (swap('"breath_in_tenths":39', '"breath_in_tenths":1'), "breath_in_tenths", Reason.OUT_OF_RANGE, 16),
        (swap('"seconds":600,', '"seconds":null,'), "seconds", Reason.MISSING, 17),
        (swap('"kind":"walk","point":null', '"kind":"walk","point":"LI4"'), "point", Reason.OUT_OF_RANGE, 17),
        (swap('"picture":""', '"picture":"' + "A" * 600_001 + '"'), "picture", Reason.TOO_LONG, 16),
        (swap('"out_tenths":61,"hold', '"out_tenths":20,"hold'), "in_tenths", Reason.OUT_OF_RANGE, None),
        (swap('"P01","routine_id":null,', 'null,"routine_id":null,'), "protocol", Reason.MISSING, None),
        (swap('"at_minute":1110', '"at_minute":1440'), "at_minute", Reason.OUT_OF_RANGE, None),
        (swap('"weekdays":["mo","fr"]', '"weekdays":["day"]'), "weekdays", Reason.NOT_A_CHOICE, None),
        (swap('"review_on":"2026-12-20"', '"review_on":"20 December"'), "review_on", DATE, None),
        (swap('"water_glasses":6', '"water_glasses":31'), "water_glasses", Reason.OUT_OF_RANGE, 7),
        (swap('"done_seconds":30.0', '"done_seconds":-1.0'), "done_seconds", Reason.OUT_OF_RANGE, None),
        (swap('"grams":1100', '"grams":30001'), "grams", Reason.OUT_OF_RANGE, 47),
        (swap('"grams":1100', '"grams":-1'), "grams", Reason.OUT_OF_RANGE, 47),
        (swap('"grams":1100', '"grams":1100.5'), "grams", Reason.WRONG_TYPE, 47),
        (swap('"felt_pressure":3,"g', '"felt_pressure":null,"g'), "felt_pressure", Reason.MISSING, 47),
        (swap('"felt_pressure":3,"g', '"felt_pressure":11,"g'), "felt_pressure", Reason.OUT_OF_RANGE, 47),
        (swap('"hand":"left"', '"hand":"midline"'), "hand", Reason.NOT_A_CHOICE, 47),
        (swap('"version":4', '"version":1'), "routine", Reason.UNKNOWN_TABLE, 12),
        (swap('"version":4', '"version":0'), "version", Reason.WRONG_FORMAT, 1),
        (swap('"version":4', '"version":"1"'), "version", Reason.WRONG_FORMAT, 1),
        (swap('"version":4', '"version":true'), "version", Reason.WRONG_FORMAT, 1),
        (swap('"format":"acupress-journal"', '"format":"other"'), "format", Reason.WRONG_FORMAT, 1),
        (swap('"format":', '"shape":'), "shape", Reason.UNKNOWN_FIELD, 1),
        (lambda text: text + "x", "", Reason.WRONG_FORMAT, None),
        (lambda text: text[:-40], "", Reason.NOT_READABLE, None),
        (lambda text: "\ufeff" + text, "", Reason.NOT_READABLE, 1),
        (lambda _: "", "", Reason.NOT_READABLE, 1),
        (lambda _: "[]", "", Reason.NOT_READABLE, 1),
        (lambda _: "{}", "format", Reason.WRONG_FORMAT, 1),
        (lambda _: "null", "", Reason.NOT_READABLE, 1),
    ],
)  # fmt: skip
def test_a_bad_json_file_is_refused(
    exported: Path, tmp_path: Path, edit: Edit, field: str, reason: Reason, line: int | None
) -> None:
    path = tmp_path / "bad.json"
    path.write_text(edit((exported / "good.json").read_text(encoding="utf-8")), encoding="utf-8", newline="")
    trouble = refused_json(path)
    assert (trouble.value.field, trouble.value.reason) == (field, reason)
    if line is not None:
        assert trouble.line == line


def test_a_field_is_found_on_its_own_line_in_a_file_that_was_laid_out_anew(
    exported: Path, tmp_path: Path
) -> None:
    content = json.loads((exported / "good.json").read_text(encoding="utf-8"))
    content["tables"]["pain_report"][0]["intensity"] = 12
    text = json.dumps(content, indent=2)
    path = tmp_path / "laid-out.json"
    path.write_text(text, encoding="utf-8")
    trouble = refused_json(path)
    assert trouble.line is not None
    assert '"intensity": 12' in text.splitlines()[trouble.line - 1]


def test_a_laid_out_file_with_its_tables_in_another_order_is_read(exported: Path, tmp_path: Path) -> None:
    content = json.loads((exported / "good.json").read_text(encoding="utf-8"))
    content["tables"] = dict(reversed(content["tables"].items()))
    path = tmp_path / "laid-out.json"
    path.write_text(json.dumps(content, indent=4, ensure_ascii=True), encoding="utf-8")
    good = json_file.read_json(exported / "good.json")
    assert [row.values for row in json_file.read_json(path).rows] == [row.values for row in good.rows]


@pytest.mark.parametrize(
    "content", [b"\xff\xfe{\x00", "{}".encode("utf-16"), b'{"a":"\xc3\x28"}', bytes(2000)]
)
def test_bytes_that_are_not_utf8_json_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.json"
    path.write_bytes(content)
    assert refused_json(path).value.reason is Reason.NOT_READABLE


def test_the_same_key_twice_is_refused(exported: Path, tmp_path: Path) -> None:
    lines = (exported / "good.json").read_text(encoding="utf-8").splitlines()
    lines.insert(7, "," + lines[6])
    path = tmp_path / "bad.json"
    path.write_text("\n".join(lines), encoding="utf-8")
    trouble = refused_json(path)
    assert (trouble.table, trouble.value.field, trouble.value.reason) == ("check_in", "id", Reason.DUPLICATE)


def remade(
    exported: Path, path: Path, edits: dict[str, Callable[[str], str]], more: dict[str, bytes] | None = None
) -> Path:
    with zipfile.ZipFile(exported / "good.zip") as good, zipfile.ZipFile(path, "w") as bad:
        for name in good.namelist():
            text = good.read(name).decode()
            bad.writestr(name, edits.get(name, str)(text).encode("utf-8", "surrogatepass"))
        for name, content in (more or {}).items():
            bad.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("file", "edit", "field", "reason", "line"),
    [
        ("pain_report.csv", swap(",right,5,", ",right,11,"), "intensity", Reason.OUT_OF_RANGE, 2),
        ("pain_report.csv", swap(",right,5,", ",right,five,"), "intensity", Reason.NOT_A_NUMBER, 2),
        ("pain_report.csv", swap(",right,5,", ",right,٥,"), "intensity", Reason.NOT_A_NUMBER, 2),
        ("pain_report.csv", swap(",right,5,", ",right,NaN,"), "intensity", Reason.NOT_A_NUMBER, 2),
        ("pain_report.csv", swap(",right,5,", ",right,,"), "intensity", Reason.MISSING, 2),
        ("pain_report.csv", swap(",right,5,", ",right,5,6,"), "", Reason.WRONG_FORMAT, 2),
        ("hold.csv", swap(",60.0,", ",inf,"), "held_seconds", Reason.NOT_A_NUMBER, 2),
        ("hold.csv", swap(",60.0,", ",1e999,"), "held_seconds", Reason.NOT_A_NUMBER, 2),
        ("hold.csv", swap(",true,", ",yes,"), "completed", Reason.NOT_A_CHOICE, 2),
        ("hold.csv", swap('"[""first_week""]"', '"[[""x""]]"'), "changed_by", Reason.WRONG_TYPE, 2),
        ("check_in.csv", swap("a note", "a\0note"), "note", Reason.BAD_CHARACTERS, 2),
        ("check_in.csv", swap("a note", "x" * 4001), "note", Reason.TOO_LONG, 2),
        ("check_in.csv", swap("a note", "x" * 1_500_000), "", Reason.TOO_LONG, 2),
        ("check_in.csv", swap("a note", "\ud800"), "", Reason.NOT_READABLE, 2),
        ("check_in.csv", swap("a note", '"open'), "", Reason.NOT_READABLE, None),
        ("check_in.csv", swap("note", "remark"), "remark", Reason.UNKNOWN_FIELD, 1),
        ("check_in.csv", swap(",note", ""), "note", Reason.MISSING, 1),
        ("check_in.csv", swap("id,device_id", "device_id,id"), "", Reason.WRONG_FORMAT, 1),
        ("check_in.csv", lambda _: "", "", Reason.MISSING, 1),
        ("own_point.csv", swap(",0.5,", ",0.9,"), "weight_1", Reason.OUT_OF_RANGE, 2),
        ("own_point.csv", swap(",0.5,", ",half,"), "weight_2", Reason.NOT_A_NUMBER, 2),
        ("point_check.csv", swap(",roughly,", ",maybe,"), "sureness", Reason.NOT_A_CHOICE, 2),
        ("point_check.csv", swap('"[""tender""]"', "tender"), "felt", Reason.WRONG_TYPE, 2),
        ("adverse_event.csv", swap(",left,", ",both,"), "side", Reason.NOT_A_CHOICE, 2),
        ("adverse_event.csv", swap(",side,region", ",region,side"), "", Reason.WRONG_FORMAT, 1),
        ("pressure_trial.csv", swap(",1100,", ",about a kilo,"), "grams", Reason.NOT_A_NUMBER, 2),
        ("pressure_trial.csv", swap(",left,", ",midline,"), "hand", Reason.NOT_A_CHOICE, 2),
        ("journal.csv", swap(",4,", ",9,"), "version", Reason.NEWER_FORMAT, 2),
        ("journal.csv", swap(",4,", ",0,"), "version", Reason.WRONG_FORMAT, 2),
        ("journal.csv", swap("acupress-journal", "other"), "format", Reason.WRONG_FORMAT, 2),
        ("journal.csv", lambda _: "", "", Reason.WRONG_FORMAT, 1),
    ],
)
def test_a_bad_table_is_refused(
    exported: Path, tmp_path: Path, file: str, edit: Edit, field: str, reason: Reason, line: int | None
) -> None:
    trouble = refused_csv(remade(exported, tmp_path / "bad.zip", {file: edit}))
    assert (trouble.table, trouble.value.field, trouble.value.reason) == (file, field, reason)
    if line is not None:
        assert trouble.line == line


@pytest.mark.parametrize(
    "name", ["../evil.csv", "/etc/evil.csv", "CHECK_IN.csv", "a/check_in.csv", "more.csv"]
)
def test_a_zip_with_anything_else_in_it_is_refused_and_nothing_is_unpacked(
    exported: Path, tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "inner"
    folder.mkdir()
    trouble = refused_csv(remade(exported, folder / "bad.zip", {}, {name: b"x"}))
    assert trouble.value.reason is Reason.BAD_ENTRY
    assert [path.name for path in tmp_path.rglob("*.csv")] == []


def test_a_link_in_a_zip_is_refused(exported: Path, tmp_path: Path) -> None:
    path = tmp_path / "bad.zip"
    link = zipfile.ZipInfo("check_in.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(exported / "good.zip") as good, zipfile.ZipFile(path, "w") as bad:
        for name in good.namelist():
            bad.writestr(link if name == link.filename else name, good.read(name))
    assert refused_csv(path).value.reason is Reason.BAD_ENTRY


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_refused(exported: Path, tmp_path: Path) -> None:
    trouble = refused_csv(remade(exported, tmp_path / "bad.zip", {}, {"hold.csv": b""}))
    assert trouble.value.reason is Reason.DUPLICATE


@pytest.mark.parametrize("left_out", ["hold.csv", "own_point.csv", "journal.csv"])
def test_a_missing_table_is_refused(exported: Path, tmp_path: Path, left_out: str) -> None:
    path = tmp_path / "bad.zip"
    with zipfile.ZipFile(exported / "good.zip") as good, zipfile.ZipFile(path, "w") as bad:
        for name in good.namelist():
            if name != left_out:
                bad.writestr(name, good.read(name))
    trouble = refused_csv(path)
    assert (trouble.value.field, trouble.value.reason) == (left_out, Reason.MISSING)


def test_a_zip_with_tables_that_its_version_did_not_have_is_refused(exported: Path, tmp_path: Path) -> None:
    trouble = refused_csv(remade(exported, tmp_path / "bad.zip", {"journal.csv": swap(",4,", ",1,")}))
    assert (trouble.value.field, trouble.value.reason) == ("exercise_done.csv", Reason.BAD_ENTRY)


def test_a_zip_with_fields_that_its_version_did_not_have_is_refused(exported: Path, tmp_path: Path) -> None:
    path = tmp_path / "bad.zip"
    later = {f"{table.name}.csv" for table in TABLES if table.since > 2}
    remade(exported, tmp_path / "all.zip", {"journal.csv": swap(",4,", ",2,")})
    with zipfile.ZipFile(tmp_path / "all.zip") as good, zipfile.ZipFile(path, "w") as bad:
        for name in good.namelist():
            if name not in later:
                bad.writestr(name, good.read(name))
    trouble = refused_csv(path)
    assert (trouble.table, trouble.value.field) == ("check_in.csv", "water_glasses")
    assert trouble.value.reason is Reason.UNKNOWN_FIELD


@pytest.mark.slow
def test_a_zip_bomb_is_stopped_while_unpacking(exported: Path, tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with (
        zipfile.ZipFile(exported / "good.zip") as good,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bad,
    ):
        for name in good.namelist():
            content = good.read(name)
            bad.writestr(name, content + (b"0" * 200_000_000 if name == "hold.csv" else b""))
    assert path.stat().st_size < 1_000_000
    trouble = refused_csv(path)
    assert (trouble.table, trouble.value.reason) == ("hold.csv", Reason.TOO_LARGE)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not a zip", bytes(1000)])
def test_what_is_no_zip_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.zip"
    path.write_bytes(content)
    assert refused_csv(path).value.reason is Reason.NOT_READABLE


def test_every_cut_of_a_zip_is_refused(exported: Path, tmp_path: Path) -> None:
    whole = (exported / "good.zip").read_bytes()
    path = tmp_path / "cut.zip"
    for length in range(0, len(whole), 97):
        path.write_bytes(whole[:length])
        refused_csv(path)


def test_damaged_bytes_of_a_zip_never_pass_unnoticed(exported: Path, tmp_path: Path) -> None:
    whole = (exported / "good.zip").read_bytes()
    good = [row.values for row in csv_file.read_csv(exported / "good.zip").rows]
    path = tmp_path / "flipped.zip"
    refused = 0
    for place in range(0, len(whole), 29):
        flipped = bytearray(whole)
        flipped[place] ^= 0x10
        path.write_bytes(flipped)
        try:
            rows = [row.values for row in csv_file.read_csv(path).rows]
        except KnownTrouble:
            refused += 1
        else:
            assert rows == good
    assert refused > 20


def test_an_import_of_orphans_is_refused_whole(exported: Path, tmp_path: Path) -> None:
    content = json.loads((exported / "good.json").read_text(encoding="utf-8"))
    content["tables"]["session"] = []
    path = tmp_path / "orphans.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    journal = Bench(tmp_path / "data").open()
    with pytest.raises(KnownTrouble) as known:
        journal.remember_archive(json_file.read_json(path))
    trouble = named(known.value, path)
    assert (trouble.table, trouble.value.field, trouble.value.reason) == (
        "hold",
        "session_id",
        Reason.NO_SUCH_PARENT,
    )
    assert journal.recall_counts().check_ins == 0
    journal.close()


def test_a_contradiction_is_refused_whole(exported: Path, tmp_path: Path) -> None:
    journal = Bench(tmp_path / "data").open()
    journal.remember_archive(json_file.read_json(exported / "good.json"))
    rows = list(journal.recall_archive())
    content = json.loads((exported / "good.json").read_text(encoding="utf-8"))
    content["tables"]["hold"][0]["held_seconds"] = 59.0
    added = dict(content["tables"]["check_in"][0], id="01912345-6789-7abc-8def-0123456789ab")
    content["tables"]["check_in"].append(added)
    path = tmp_path / "other.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(KnownTrouble) as known:
        journal.remember_archive(json_file.read_json(path))
    trouble = named(known.value, path)
    assert (trouble.value.field, trouble.value.reason) == ("held_seconds", Reason.CONFLICT)
    assert list(journal.recall_archive()) == rows
    journal.close()


def test_hostile_notes_come_back_byte_by_byte(tmp_path: Path) -> None:
    notes = [
        "'; DROP TABLE check_in; --",
        '"/><script>alert(1)</script>',
        "<img src=file:///etc/passwd>",
        '=HYPERLINK("http://example.org")',
        "%s %n {0} {note}",
        "\u202egnp.exe",
        "a\tb\r\nc\rd\x1b[31m\x7f",
        "\U0001f9d8\u200d\u2640\ufe0f",
        "' OR 1=1",
        "\\x00\\u0000",
    ]
    bench = Bench(tmp_path / "data")
    journal = bench.open()
    for note in notes:
        journal.remember_check_in(bench.check_in(1, note=note))
        bench.later(seconds=1)
    path = tmp_path / "out.zip"
    csv_file.write_csv(path, journal.recall_person(), journal.recall_archive())
    kept = [each.record.note for each in reversed(journal.recall_newest_check_ins(99))]
    journal.close()
    other = Bench(tmp_path / "other").open()
    other.remember_archive(csv_file.read_csv(path))
    back = [each.record.note for each in reversed(other.recall_newest_check_ins(99))]
    other.close()
    assert kept == back == notes


def test_a_zip_may_be_read_from_a_stream_that_other_tools_made(exported: Path) -> None:
    with zipfile.ZipFile(io.BytesIO((exported / "good.zip").read_bytes())) as archive:
        assert archive.testzip() is None
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
