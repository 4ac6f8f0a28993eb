"""Points, places, questions, evidence and licences on the command line."""

from __future__ import annotations

import json
import math

import pytest

from acupress_desktop.cli import door
from tests.cli.door_calls import Door


def test_all_points_are_listed_with_what_may_be_done(acupress: Door) -> None:
    points = acupress.json("points")["points"]

    assert len(points) == 410
    by_code = {point["code"]: point for point in points}
    assert by_code["ST9"]["self_press"] == "never"
    assert by_code["GB20"]["max_felt_pressure"] == 3
    assert by_code["LI4"]["hanzi"] == {"traditional": "合谷", "simplified": "合谷"}
    assert by_code["CV12"]["cautions"]


def test_points_of_one_line_and_by_a_word(acupress: Door) -> None:
    assert {point["meridian"] for point in acupress.json("points", "--meridian", "st")["points"]} == {"ST"}
    found = acupress.json("points", "--search", "zusanli")["points"]
    assert [point["code"] for point in found] == ["ST36"]
    found = acupress.json("points", "--search", "back of the kne")["points"]
    assert found[0]["code"] == "BL38"
    assert acupress.json("points", "--search", "zusanlo")["points"][0]["code"] == "ST36"


def test_an_unknown_line_is_refused_by_name(acupress: Door) -> None:
    called = acupress("points", "--meridian", "QQ")
    assert (called.code, called.out) == (3, "")
    assert "--meridian" in called.err


def test_json_and_data_may_stand_before_the_subcommand(
    acupress: Door, capsys: pytest.CaptureFixture[str]
) -> None:
    assert door.main(["--json", "--data", str(acupress.folder), "points", "--search", "LI4"]) == 0
    assert json.loads(capsys.readouterr().out)["points"][0]["code"] == "LI4"
    assert door.main(["--data", "plans", "points", "--search", "LI4"]) == 0


@pytest.mark.parametrize("arguments", [(), ("nonsense",), ("plan",), ("locate", "--side", "up", "LI4")])
def test_wrong_usage_is_two(acupress: Door, arguments: tuple[str, ...]) -> None:
    called = acupress(*arguments)
    assert (called.code, called.out) == (2, "")


def test_left_and_right_mirror_each_other(acupress: Door) -> None:
    left, right = acupress.json("locate", "li 4")["points"]

    assert (left["side"], right["side"]) == ("left", "right")
    assert left["position_mm"][0] > 0 > right["position_mm"][0]
    assert left["position_mm"][0] == pytest.approx(-right["position_mm"][0], abs=0.1)
    assert math.hypot(*left["normal"]) == pytest.approx(1, abs=0.001)
    assert "hand_back" in left["views"]


def test_one_side_leaves_midline_points_in(acupress: Door) -> None:
    found = acupress.json("locate", "ST36", "GV20", "--side", "right")["points"]
    assert [(point["code"], point["side"]) for point in found] == [("ST36", "right"), ("GV20", "midline")]


@pytest.mark.slow
def test_every_point_has_a_row_and_some_are_not_on_the_skin(acupress: Door) -> None:
    found = acupress.json("locate", "--all")["points"]

    assert len({point["code"] for point in found}) == 410
    off = {point["code"] for point in found if not point["on_skin"]}
    assert {"GV28", "EX-HN9"} <= off
    assert all((point["position_mm"] is None) is (not point["on_skin"]) for point in found)


@pytest.mark.slow
def test_a_taller_body_has_longer_cun(acupress: Door) -> None:
    short = acupress.json("landmarks", "--body", "height_cm=150")["cun_mm"]
    tall = acupress.json("landmarks", "--body", "height_cm=190")["cun_mm"]
    assert all(tall[scale]["left"] > short[scale]["left"] for scale in ("forearm", "leg_lat"))


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ("sex=2", "sex"),
        ("height_cm=300", "height_cm"),
        ("weight_kg=nan", "weight_kg"),
        ("age=old", "age"),
        ("shoe=42", "shoe"),
        ("age=30,age=31", "age"),
    ],
)
def test_an_impossible_body_is_refused_by_field(acupress: Door, body: str, field: str) -> None:
    called = acupress("locate", "LI4", "--body", body)
    assert (called.code, called.out) == (3, "")
    assert field in called.err


@pytest.mark.parametrize("arguments", [("ZZ9",), (), ("LI4", "--all")])
def test_a_place_needs_a_point(acupress: Door, arguments: tuple[str, ...]) -> None:
    called = acupress("locate", *arguments)
    assert called.code == 3
    assert "CODE" in called.err


def test_questions_of_one_complaint_are_among_all(acupress: Door) -> None:
    every = {question["id"] for question in acupress.json("questions")["questions"]}
    neck = {question["id"] for question in acupress.json("questions", "--complaint", "knee")["questions"]}
    assert neck < every
    assert "today_emergency" in neck
    assert acupress("questions", "--complaint", "elbow").code == 3


def test_the_screen_allows_somebody_without_any_risk(acupress: Door) -> None:
    found = acupress.json("screen", acupress.answers("neck_shoulder"))
    assert found["outcome"] in ("allow", "allow_with_limits")
    assert {site["rule"] for site in found["blocked_points"]} == {"A01"}


def test_an_answer_that_is_missing_gives_no_clearance_and_is_named(acupress: Door) -> None:
    path = acupress.file("short.json", '{"schema": 1, "complaint": "knee", "age": 40, "answers": {}}')
    called = acupress("screen", path, "--json")

    assert called.code == 3
    assert called.json["outcome"] is None
    assert "today_emergency" in called.json["unanswered"]
    assert "today_emergency" in called.err


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("{", "line 1"),
        ("[]", "object"),
        ('{"schema": 1,\n "schema": 1}', "twice"),
        ('{"schema": NaN}', "NaN"),
        ('{"schema": 2, "complaint": "knee", "answers": {}}', "schema"),
        ('{"schema": 1, "complaint": "elbow", "answers": {}}', "complaint"),
        ('{"schema": 1, "complaint": "knee", "answers": {"shoe_size": "no"}}', "shoe_size"),
        ('{"schema": 1, "complaint": "knee", "answers": {"today_leg": null}}', "today_leg"),
        ('{"schema": 1, "complaint": "knee", "age": -1, "answers": {}}', "age"),
        ("[" * 200_000, "deep"),
    ],
)
def test_a_bad_answers_file_is_refused_by_file_and_field(acupress: Door, text: str, place: str) -> None:
    path = acupress.file("bad.json", text)
    called = acupress("screen", path)
    assert (called.code, called.out) == (3, "")
    assert "bad.json" in called.err
    assert place in called.err


def test_evidence_names_people_grade_and_where_it_was_read(acupress: Door) -> None:
    found = acupress.json("evidence", "knee")

    assert [one["id"] for one in found["sets"]] == ["P09"]
    assert all("knee" in finding["complaints"] for finding in found["findings"])
    cited = {source["id"] for source in found["sources"]}
    assert {finding["source"] for finding in found["findings"]} <= cited
    assert len(acupress.json("evidence")["findings"]) == 57
    assert acupress("evidence", "elbow").code == 3


def test_evidence_tells_gaps_with_their_range_what_is_not_known_and_what_is_taught(acupress: Door) -> None:
    found = acupress.json("evidence", "knee")

    largest = next(finding for finding in found["findings"] if finding["id"] == "F28")
    gap = largest["effects"][0]
    assert (gap["value"], gap["low"], gap["high"], gap["against"]) == (-0.54, -0.97, -0.1, "usual_care")
    assert gap["matters"] == next(mark["value"] for mark in found["marks"] if mark["source"] == "farrar-2001")
    assert largest["grade_why"]
    assert largest["not_verified"]
    assert [row["complaint"] for row in found["complaints"]] == ["knee"]
    assert any("dummy points" in text for text in found["complaints"][0]["not_known"])
    assert found["complaints"][0]["tradition"]
    assert {row["point"] for row in found["points"]} >= {"ST36", "SP10"}
    cited = {source["id"] for source in found["sources"]}
    assert gap["matters_source"] in cited
    assert {one["source"] for row in found["points"] for one in row["tradition"]} <= cited


def test_evidence_of_a_point_names_its_studies_its_sets_and_what_is_taught(acupress: Door) -> None:
    found = acupress.json("evidence", "pc6")

    assert {"P06", "P15"} <= {one["id"] for one in found["sets"]}
    assert found["findings"]
    assert all("PC6" in finding["points"] for finding in found["findings"])
    assert [row["point"] for row in found["points"]] == ["PC6"]
    assert found["complaints"] == []
    never_tested = acupress.json("evidence", "LU3")
    assert (never_tested["findings"], never_tested["points"]) == ([], [])


def test_evidence_in_plain_lines_keeps_what_is_taught_apart_and_says_where_no_range_is_given(
    acupress: Door,
) -> None:
    told = acupress("evidence", "low_back").out
    assert "no range given" in told
    assert told.index("Not known (low_back)") < told.index("Taught by tradition, not tested (low_back)")
    assert "Not verified:" in told


def test_everything_bundled_has_a_licence_and_an_origin(acupress: Door) -> None:
    bundled = acupress.json("sources")["bundled"]
    assert all(part["licence"] and part["origin"] for part in bundled)
    assert {"CC0-1.0", "OFL-1.1", "LGPL-3.0-only"} <= {part["licence"] for part in bundled}


def test_the_hazard_log_names_what_stands_against_each_harm_and_who_signed_it(acupress: Door) -> None:
    found = acupress.json("hazards")

    assert found["signed"] == "by_nobody"
    assert [hazard["id"] for hazard in found["hazards"]][:2] == ["H01", "H02"]
    for hazard in found["hazards"]:
        assert hazard["rules"] or hazard["controls"]
        assert hazard["tests"]
        assert hazard["left"]
    controls = {control["id"] for control in found["controls"]}
    assert controls == {name for hazard in found["hazards"] for name in hazard["controls"]}
    assert "Signed by nobody." in acupress("hazards").out


def test_hazards_of_one_rule_and_an_unknown_id(acupress: Door) -> None:
    assert [hazard["id"] for hazard in acupress.json("hazards", "L10")["hazards"]] == ["H28"]
    called = acupress("hazards", "L99")
    assert (called.code, called.out) == (3, "")
    assert "L99" in called.err
