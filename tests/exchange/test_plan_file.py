"""A routine goes out and comes in unchanged; what is no routine is refused whole, with its place."""

from __future__ import annotations

import json
import re
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain import exercises, routines
from acupress_desktop.domain.atlas import Pressability
from acupress_desktop.domain.breathing import StepBreathing
from acupress_desktop.domain.exercises import ExerciseKind
from acupress_desktop.domain.ids import PointCode, RowId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.routine_sets import complaints_for_routines
from acupress_desktop.domain.routines import Routine, RoutineSides, pressure_limit
from acupress_desktop.domain.troubles import BadFile, KnownTrouble, NotWritable, Reason
from acupress_desktop.exchange import plan_file
from acupress_desktop.exchange.plan_file import PlanReading, plan_text, read_plan, read_plan_bytes, write_plan
from acupress_desktop.words.notices import not_a_medical_device
from acupress_desktop.words.routines import file_notice
from acupress_desktop.words.storage import trouble_line
from tests.domain.routine_examples import MADE, TINY_PNG, any_routine, everything, key
from tests.domain.safety.world import atlas, protocols
from tests.examples import examples

DOCS = Path(__file__).parents[2] / "docs" / "data"
NOTICE = "What this is."
Edit = Callable[[dict[str, Any]], object]


def keys() -> Iterator[RowId]:
    number = 1000
    while True:
        yield key(number)
        number += 1


def reading() -> PlanReading:
    given_keys = keys()
    return PlanReading(
        atlas(), frozenset(complaints_for_routines(protocols())), lambda: next(given_keys), MADE
    )


def back(routine: Routine) -> Routine:
    return read_plan_bytes("a.json", plan_text(routine, NOTICE).encode(), reading())


def without_keys(routine: Routine) -> str:
    return plan_text(routine, "")


def refused(content: bytes) -> BadFile:
    with pytest.raises(KnownTrouble) as known:
        read_plan_bytes("a.json", content, reading())
    trouble = known.value.trouble
    assert isinstance(trouble, BadFile)
    line = trouble_line(trouble)
    assert line.startswith("a.json")
    assert line.endswith("Nothing was imported.")
    assert trouble.value.field in line
    return trouble


def edited(edit: Edit) -> bytes:
    plain = json.loads(plan_text(everything(), NOTICE))
    edit(plain)
    return json.dumps(plain).encode()


def step(plain: dict[str, Any], at: int) -> dict[str, Any]:
    found: dict[str, Any] = plain["routine"]["steps"][at]
    return found


def setting(at: int | None, name: str, value: object) -> Edit:
    def edit(plain: dict[str, Any]) -> None:
        (plain["routine"] if at is None else step(plain, at))[name] = value

    return edit


# --- There and back


def test_everything_comes_back_under_new_keys(tmp_path: Path) -> None:
    path = tmp_path / "after_work.acupress-plan.json"
    write_plan(path, everything(), file_notice())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    found = read_plan(path, reading())
    assert without_keys(found) == without_keys(everything())
    old = {everything().id, *(one.id for one in everything().steps)}
    assert not old & {found.id, *(one.id for one in found.steps)}
    assert list(tmp_path.iterdir()) == [path]


@examples(1)
@given(any_routine())
def test_any_routine_comes_back(routine: Routine) -> None:
    assert without_keys(back(routine)) == without_keys(routine)


def test_a_file_holds_nobody(tmp_path: Path) -> None:
    text = plan_text(everything(), file_notice())
    for private in (everything().id, *(one.id for one in everything().steps), "2026", "moment", "person"):
        assert private not in text
    assert not re.search(r"[0-9a-f]{8}-[0-9a-f]{4}", text)
    assert not_a_medical_device() in text, "an export carries what every export must say"


def test_a_file_that_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    with pytest.raises(KnownTrouble) as known:
        write_plan(tmp_path / "missing" / "a.json", everything(), NOTICE)
    assert isinstance(known.value.trouble, NotWritable)
    with pytest.raises(KnownTrouble):
        read_plan(tmp_path / "nothing.json", reading())
    assert list(tmp_path.iterdir()) == []


def test_markup_stays_the_signs_that_it_is() -> None:
    name = '<b onclick="x">&amp;</b>'
    found = read_plan_bytes("a.json", edited(setting(None, "name", name)), reading())
    assert found.name == name


# --- What is refused


@pytest.mark.parametrize(
    ("edit", "place", "reason"),
    [
        (lambda p: p.update(format="acupress-journal"), "format", Reason.OTHER_KIND_OF_FILE),
        (lambda p: p.update(version=2), "version", Reason.NEWER_FORMAT),
        (lambda p: p.update(version=0), "version", Reason.OUT_OF_RANGE),
        (lambda p: p.update(version=True), "version", Reason.WRONG_TYPE),
        (lambda p: p.update(person="me"), "person", Reason.UNKNOWN_FIELD),
        (lambda p: p.pop("routine"), "routine", Reason.MISSING),
        (lambda p: p.update(notice="a" * 2001), "notice", Reason.TOO_LONG),
        (lambda p: p.update(routine=[]), "routine", Reason.WRONG_TYPE),
        (setting(None, "name", "  "), "routine.name", Reason.MISSING),
        (setting(None, "name", "a" * 81), "routine.name", Reason.TOO_LONG),
        (setting(None, "name", "a\u202eb"), "routine.name", Reason.BAD_CHARACTERS),
        (setting(None, "name", "a\nb"), "routine.name", Reason.BAD_CHARACTERS),
        (setting(None, "name", 7), "routine.name", Reason.WRONG_TYPE),
        (setting(None, "note", "a\u0000"), "routine.note", Reason.BAD_CHARACTERS),
        (setting(None, "complaint", "chest"), "routine.complaint", Reason.NOT_A_CHOICE),
        (setting(None, "complaint", "tiredness"), "routine.complaint", Reason.NOT_A_CHOICE),
        (setting(None, "id", "x"), "routine.id", Reason.UNKNOWN_FIELD),
        (setting(None, "steps", {}), "routine.steps", Reason.WRONG_TYPE),
        (setting(None, "steps", [{}] * 61), "routine.steps", Reason.TOO_LARGE),
        (setting(None, "steps", [None]), "routine.steps[0]", Reason.WRONG_TYPE),
        (setting(0, "kind", "jump"), "routine.steps[0].kind", Reason.NOT_A_CHOICE),
        (setting(0, "kind", []), "routine.steps[0].kind", Reason.NOT_A_CHOICE),
        (setting(0, "kind", "press"), "routine.steps[0].title", Reason.UNKNOWN_FIELD),
        (setting(0, "title", ""), "routine.steps[0].title", Reason.MISSING),
        (setting(0, "seconds", 4), "routine.steps[0].seconds", Reason.OUT_OF_RANGE),
        (setting(0, "repeats", 0), "routine.steps[0].repeats", Reason.OUT_OF_RANGE),
        (setting(0, "repeats", None), "routine.steps[0].seconds", Reason.MISSING),
        (setting(0, "repeats", 999_999_999), "routine.steps[0].repeats", Reason.OUT_OF_RANGE),
        (setting(1, "point", "ZZ9"), "routine.steps[1].point", Reason.NOT_A_CHOICE),
        (setting(1, "point", "gb21"), "routine.steps[1].point", Reason.NOT_A_CHOICE),
        (setting(1, "point", None), "routine.steps[1].point", Reason.WRONG_TYPE),
        (setting(1, "point", "ST9"), "routine.steps[1].point", Reason.NOT_TO_PRESS),
        (setting(1, "sides", "midline"), "routine.steps[1].sides", Reason.DOES_NOT_FIT),
        (setting(1, "sides", "up"), "routine.steps[1].sides", Reason.NOT_A_CHOICE),
        (setting(1, "hold_seconds", 301), "routine.steps[1].hold_seconds", Reason.OUT_OF_RANGE),
        (setting(1, "hold_seconds", -40), "routine.steps[1].hold_seconds", Reason.OUT_OF_RANGE),
        (setting(1, "hold_seconds", "40"), "routine.steps[1].hold_seconds", Reason.WRONG_TYPE),
        (setting(1, "felt_pressure", 8), "routine.steps[1].felt_pressure", Reason.OUT_OF_RANGE),
        (setting(1, "felt_pressure", True), "routine.steps[1].felt_pressure", Reason.WRONG_TYPE),
        (setting(1, "breathing", "own"), "routine.steps[1].pattern", Reason.DOES_NOT_FIT),
        (setting(1, "breathing", "fast"), "routine.steps[1].breathing", Reason.NOT_A_CHOICE),
        (setting(1, "note", "a" * 1001), "routine.steps[1].note", Reason.TOO_LONG),
        (setting(1, "extra", 1), "routine.steps[1].extra", Reason.UNKNOWN_FIELD),
        (lambda p: step(p, 1).pop("note"), "routine.steps[1].note", Reason.MISSING),
        (
            lambda p: step(p, 2)["pattern"].update(in_tenths=1),
            "routine.steps[2].pattern",
            Reason.OUT_OF_RANGE,
        ),
        (
            lambda p: step(p, 2)["pattern"].update(hold_full_tenths=21),
            "routine.steps[2].pattern",
            Reason.OUT_OF_RANGE,
        ),
        (
            lambda p: step(p, 2)["pattern"].update(more=1),
            "routine.steps[2].pattern.more",
            Reason.UNKNOWN_FIELD,
        ),
        (setting(3, "sides", "both"), "routine.steps[3].point", Reason.DUPLICATE),
        (setting(5, "picture", "no base64"), "routine.steps[5].picture", Reason.NOT_READABLE),
        (setting(5, "picture", "AAAA"), "routine.steps[5].picture", Reason.NOT_READABLE),
        (setting(5, "picture", "A" * 600_001), "routine.steps[5].picture", Reason.TOO_LARGE),
        (setting(5, "picture", TINY_PNG + "AAAA"), "routine.steps[5].picture", Reason.NOT_READABLE),
        (setting(5, "sides", "left"), "routine.steps[5].sides", Reason.DOES_NOT_FIT),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(edit: Edit, place: str, reason: Reason) -> None:
    trouble = refused(edited(edit))
    assert (trouble.value.field, trouble.value.reason) == (place, reason)


def test_every_point_that_is_only_studied_is_refused() -> None:
    for point in atlas():
        sides = "both" if point.bilateral else "midline"

        def edit(plain: dict[str, Any], code: str = point.code, sides: str = sides) -> None:
            plain["routine"]["steps"] = [
                {**step(plain, 1), "point": code, "sides": sides, "hold_seconds": 10, "felt_pressure": 1}
            ]

        content = edited(edit)
        if point.pressability in (Pressability.NEVER, Pressability.PARTNER_OR_TOOL):
            assert refused(content).value.reason is Reason.NOT_TO_PRESS
        else:
            assert read_plan_bytes("a.json", content, reading()).presses[0].point == point.code


def test_a_light_only_point_is_not_pressed_harder_by_a_file() -> None:
    point = atlas()[PointCode("EX-HN5")]
    most = pressure_limit(point)

    def edit(plain: dict[str, Any]) -> None:
        plain["routine"]["steps"] = [
            {**step(plain, 1), "point": "EX-HN5", "hold_seconds": 10, "felt_pressure": most + 1}
        ]

    trouble = refused(edited(edit))
    assert trouble.value.field == "routine.steps[0].felt_pressure"
    assert trouble.value.allowed == f"≤ {most}"


@pytest.mark.parametrize(
    ("change", "field", "reason", "line"),
    [
        (
            lambda t: t.replace('"version": 1', '"version": 1, "version": 1'),
            "version",
            Reason.DUPLICATE,
            None,
        ),
        (lambda t: t.replace('"hold_seconds": 40', '"hold_seconds": NaN'), "NaN", Reason.NOT_A_NUMBER, None),
        (lambda t: t.replace('"hold_seconds": 40', '"hold_seconds": 4e1'), "4e1", Reason.NOT_A_NUMBER, None),
        (
            lambda t: t.replace('"hold_seconds": 40', '"hold_seconds": -Infinity'),
            "-Infinity",
            Reason.NOT_A_NUMBER,
            None,
        ),
        (
            lambda t: t.replace('"hold_seconds": 40', '"hold_seconds": ' + "9" * 5000),
            "9" * 40 + "…",
            Reason.OUT_OF_RANGE,
            None,
        ),
        (lambda t: t.replace('"hold_seconds": 40', '"hold_seconds": 4x'), "", Reason.NOT_READABLE, 22),
        (lambda t: t.replace('"note": ""', '"note": ' + "[" * 100_000, 1), "", Reason.NOT_READABLE, None),
        (
            lambda t: t.replace('"note": ""', '"note": "\\ud800"', 1),
            "routine.steps[2].note",
            Reason.BAD_CHARACTERS,
            None,
        ),
        (lambda _text: "[]", "", Reason.WRONG_TYPE, None),
        (lambda _text: "", "", Reason.NOT_READABLE, 1),
    ],
)
def test_text_that_is_no_such_file_is_refused(
    change: Callable[[str], str], field: str, reason: Reason, line: int | None
) -> None:
    text = change(plan_text(everything(), NOTICE))
    trouble = refused(text.encode("utf-8", "surrogatepass"))
    assert (trouble.value.field, trouble.value.reason) == (field, reason)
    assert trouble.line == line


def test_a_file_that_breaks_off_or_goes_on_names_the_line_where_it_does() -> None:
    whole = plan_text(everything(), NOTICE)
    broken = whole[:-40]
    assert refused(broken.encode()).line == broken.count("\n") + 1
    assert refused((whole + whole).encode()).line == whole.count("\n") + 1


def test_bytes_that_are_no_text_and_files_without_end_are_refused(tmp_path: Path) -> None:
    trouble = refused(b'{"format":\n"\xff\xfe"}')
    assert (trouble.line, trouble.value.reason) == (2, Reason.NOT_READABLE)
    path = tmp_path / "long.json"
    with path.open("wb") as stream:
        stream.truncate(plan_file.FILE_BYTES_MAX + 1)
    with pytest.raises(KnownTrouble) as known:
        read_plan(path, reading())
    assert isinstance(known.value.trouble, BadFile)
    assert known.value.trouble.value.reason is Reason.TOO_LARGE


def sound_or_refused(content: bytes) -> object:
    """The routine, or why there is none; anything else breaks the test."""
    try:
        return read_plan_bytes("a.json", content, reading())
    except KnownTrouble as known:
        return known.trouble


plain_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**12), 10**12)
    | st.floats(allow_nan=True)
    | st.text(max_size=8)
    | st.sampled_from(["press", "GB21", "both", "own", "calm"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@examples(6)
@given(st.data())
def test_whatever_one_value_is_replaced_by_nothing_but_a_refusal_or_a_sound_routine_comes_out(
    data: st.DataObject,
) -> None:
    plain = json.loads(plan_text(everything(), NOTICE))
    spots: list[tuple[Any, Any]] = []

    def walk(value: Any) -> None:
        pairs = (
            value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        )
        for name, inner in pairs:
            spots.append((value, name))
            walk(inner)

    walk(plain)
    holder, name = data.draw(st.sampled_from(spots))
    holder[name] = data.draw(plain_values)
    found = sound_or_refused(json.dumps(plain).encode())
    if isinstance(found, Routine):
        assert without_keys(back(found)) == without_keys(found)
    else:
        assert isinstance(found, BadFile)
        assert trouble_line(found).endswith("Nothing was imported.")


@examples(6)
@given(st.binary(max_size=60), st.integers(0, 2000), st.integers(0, 40))
def test_no_bytes_break_the_reader(noise: bytes, at: int, cut: int) -> None:
    whole = plan_text(everything(), NOTICE).encode()
    content = whole[:at] + noise + whole[at + cut :]
    assert isinstance(sound_or_refused(content), Routine | BadFile)


# --- The page and the schema say what the code does


def schema() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((DOCS / "plan-file.schema.json").read_text(encoding="utf-8"))
    return found


def test_the_schema_has_the_bounds_of_the_code() -> None:
    top = schema()
    routine = top["properties"]["routine"]
    press, exercise, pattern = (top["$defs"][name] for name in ("press", "exercise", "pattern"))
    for shape, names in (
        (top, plan_file.TOP),
        (routine, plan_file.ROUTINE),
        (press, plan_file.PRESS_STEP),
        (exercise, plan_file.EXERCISE_STEP),
        (pattern, plan_file.PATTERN),
    ):
        assert tuple(shape["required"]) == names
        assert tuple(shape["properties"]) == names
        assert shape["additionalProperties"] is False
    assert top["properties"]["format"] == {"const": plan_file.FORMAT}
    assert top["properties"]["version"] == {"const": plan_file.VERSION}
    assert top["properties"]["notice"]["maxLength"] == plan_file.NOTICE_CHARACTERS_MAX
    fields = routine["properties"]
    assert fields["name"]["maxLength"] == routines.ROUTINE_NAME_CHARACTERS_MAX
    assert fields["note"]["maxLength"] == routines.STEP_NOTE_CHARACTERS_MAX
    assert fields["steps"]["maxItems"] == routines.STEPS_MAX
    assert fields["complaint"]["enum"] == sorted(complaints_for_routines(protocols()))
    fields = press["properties"]
    assert fields["sides"]["enum"] == [one.value for one in RoutineSides]
    assert fields["breathing"]["enum"] == [one.value for one in StepBreathing]
    assert (fields["hold_seconds"]["minimum"], fields["hold_seconds"]["maximum"]) == (10, 300)
    assert (fields["felt_pressure"]["minimum"], fields["felt_pressure"]["maximum"]) == (
        routines.ROUTINE_PRESSURE_MIN,
        routines.ROUTINE_PRESSURE_MAX,
    )
    fields = exercise["properties"]
    assert fields["kind"]["enum"] == [one.value for one in ExerciseKind]
    assert fields["title"]["maxLength"] == routines.STEP_TITLE_CHARACTERS_MAX
    seconds, repeats = fields["seconds"]["anyOf"][1], fields["repeats"]["anyOf"][1]
    assert (seconds["minimum"], seconds["maximum"]) == (
        exercises.EXERCISE_SECONDS_MIN,
        exercises.EXERCISE_SECONDS_MAX,
    )
    assert repeats["maximum"] == exercises.REPEATS_MAX
    assert top["$defs"]["picture"]["maxLength"] == routines.PICTURE_CHARACTERS_MAX


def test_the_page_names_every_field_in_order() -> None:
    text = (DOCS / "plan-file.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^###? (.+)\n([^#]*)", text, flags=re.MULTILINE))
    named = {
        title: tuple(re.findall(r"^\| `(\w+)` \|", body, re.MULTILINE)) for title, body in sections.items()
    }
    assert named["Fields"] == plan_file.TOP
    assert named["`routine`"] == plan_file.ROUTINE
    assert named["A step that presses"] == plan_file.PRESS_STEP
    assert named["A step that does not press"] == plan_file.EXERCISE_STEP
    for name in plan_file.PATTERN:
        assert f"`{name}`" in text
    example = re.search(r"```json\n(.*?)```", text, re.DOTALL)
    assert example is not None
    found = read_plan_bytes("page.json", example.group(1).encode(), reading())
    assert found.name == "After work"
    assert [len(found.presses), len(found.exercises)] == [1, 1]


def test_the_words_for_a_place_are_those_of_the_field() -> None:
    assert isinstance(MADE, Moment)
    trouble = refused(edited(setting(1, "hold_seconds", 301)))
    assert "routine.steps[1].hold_seconds is out of range." in trouble_line(trouble)
