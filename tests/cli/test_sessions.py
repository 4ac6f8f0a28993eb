"""Plans and rehearsals on the command line."""

from __future__ import annotations

import pytest

from tests.cli.door_calls import Door


def test_sixteen_sets_one_of_them_not_offered(acupress: Door) -> None:
    plans = acupress.json("plans")["plans"]
    assert [one["id"] for one in plans] == [f"P{number:02d}" for number in range(1, 17)]
    assert [one["id"] for one in plans if not one["offered"]] == ["P14"]


def test_a_plan_by_id_or_by_complaint(acupress: Door) -> None:
    by_id = acupress.json("plan", "P01")
    assert acupress.json("plan", "neck_shoulder") == by_id
    assert by_id["minutes"] == 11
    assert [step["hold_seconds"] for step in by_id["steps"]] == [60] * 10
    assert by_id["steps"][0]["place"]


def test_the_first_week_halves_a_plan_and_breathes_faster(acupress: Door) -> None:
    usual = acupress.json("plan", "P13")
    first = acupress.json("plan", "P13", "--stage", "first_week")
    assert sum(step["hold_seconds"] for step in first["steps"]) * 2 == sum(
        step["hold_seconds"] for step in usual["steps"]
    )
    assert first["breathing"]["in_seconds"] + first["breathing"]["out_seconds"] == 7.5
    assert usual["breathing"]["in_seconds"] + usual["breathing"]["out_seconds"] == 10


def test_the_first_session_is_three_minutes(acupress: Door) -> None:
    first = acupress.json("plan", "P16", "--stage", "first_session")
    assert [step["code"] for step in first["steps"]] == ["PC6", "PC6", "HT7", "HT7", "EX-HN3"]
    assert first["minutes"] == 3
    assert acupress("plan", "P01", "--stage", "first_session").code == 3


def test_a_blood_thinner_shortens_softens_and_takes_the_loin_out(acupress: Door) -> None:
    answers = acupress.answers("low_back_local", {"blood_thinner": "yes"})
    plan = acupress.json("plan", "P04", "--answers", answers)

    assert {step["hold_seconds"] for step in plan["steps"]} == {30}
    assert max(step["pressure"] for step in plan["steps"]) <= 3
    assert {out["code"] for out in plan["left_out"]} == {"BL23"}
    assert plan["advise_clinician"]


def test_an_emergency_leaves_nothing_to_plan_or_to_rehearse(acupress: Door) -> None:
    emergency = acupress.json("questions")["questions"][0]
    assert emergency["id"] == "today_emergency"
    option = emergency["options"][0]["id"]
    answers = acupress.answers("stress", {"today_emergency": [option]})

    for command in ("plan", "rehearse"):
        called = acupress(command, "P13", "--answers", answers)
        assert (called.code, called.out) == (3, "")
        assert "no session (emergency" in called.err
    assert not acupress.folder.exists()


def test_answers_for_one_complaint_open_the_calm_set_only(acupress: Door) -> None:
    answers = acupress.answers("knee")
    assert acupress("plan", "P01", "--answers", answers).code == 3
    assert acupress.json("plan", "P16", "--answers", answers)["steps"]


@pytest.mark.parametrize("name", ["P14", "P99", "/nonexistent.toml"])
def test_what_cannot_be_planned_is_refused(acupress: Door, name: str) -> None:
    called = acupress("plan", name)
    assert (called.code, called.out) == (3, "")
    assert name.removesuffix(".toml") in called.err


def test_a_plan_of_ones_own_obeys_the_limits_of_its_points(acupress: Door) -> None:
    text = """id = "P13"
complaint = "stress"
title = "Mine"
purpose = "Mine."
offered = true
content_version = "1"
[frequency]
times_per_day = 1
words = "Once a day."
[evidence]
grade = "very_low"
text = "No trial."
sources = []
checked = 2026-11-22
[[steps]]
point = "GB20"
sides = "both"
hold_seconds = 60
felt_pressure = 3
"""
    assert len(acupress.json("plan", acupress.file("mine.toml", text))["steps"]) == 2
    hard = acupress.file("hard.toml", text.replace("felt_pressure = 3", "felt_pressure = 9"))
    called = acupress("plan", hard)
    assert called.code == 3
    assert "hard.toml, line 19" in called.err


def test_a_rehearsal_holds_what_was_planned(acupress: Door) -> None:
    found = acupress.json("rehearse", "P15")

    assert [(hold["code"], hold["side"], hold["held_seconds"]) for hold in found["holds"]] == [
        ("PC6", "left", 150),
        ("PC6", "right", 150),
    ]
    assert all(hold["completed"] and hold["hold_seconds"] == 150 for hold in found["holds"])
    assert (found["end"], found["pauses"], found["clicks_needed"]) == ("completed", [], 1)
    assert found["total_seconds"] == 305
    assert found["spoken"][0]["at"] == 0
    assert found["spoken"][-1]["text"]


def test_a_script_interferes_and_the_record_tells(acupress: Door) -> None:
    script = acupress.file(
        "script.txt",
        "# so\nt=0 rate pain 6\nt=12 pause\nt=40 resume\nt=60 stall 5\nt=200 stop\nt=205 rate pain 3\n",
    )
    found = acupress.json("rehearse", "P15", "--script", script)

    assert found["pauses"] == [
        {"at": 12, "seconds": 28, "cause": "person"},
        {"at": 60, "seconds": 5, "cause": "gap"},
    ]
    assert found["end"] == "stopped"
    assert [(rating["time"], rating["value"]) for rating in found["ratings"]] == [
        ("before", 6),
        ("after_5_minutes", 3),
    ]
    assert found["holds"][0]["held_seconds"] == 150
    assert found["holds"][1]["completed"] is False


def test_what_was_rehearsed_stands_in_the_journal(acupress: Door) -> None:
    session = acupress.json("rehearse", "P16")["session"]
    listed = acupress.json("journal", "list")["sessions"]

    assert [one["id"] for one in listed] == [session]
    assert listed[0]["held_seconds"] == 300


def test_a_person_who_never_comes_back_leaves_an_expired_session(acupress: Door) -> None:
    script = acupress.file("script.txt", "t=20 pause\n")
    found = acupress.json("rehearse", "P15", "--script", script)
    assert (found["end"], found["holds"]) == ("expired", [])


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("pause at noon", "t=12 pause"),
        ("t=1 dance", "dance"),
        ("t=1 rate pain 11", "0 to 10"),
        ("t=1 stall", "seconds"),
        ("t=1 pause now", "nothing"),
        ("t=1 comfort LI4 up fine", "side"),
    ],
)
def test_a_bad_script_is_refused_by_line_and_nothing_is_written(
    acupress: Door, line: str, words: str
) -> None:
    script = acupress.file("script.txt", f"t=0 begin\n{line}\n")
    called = acupress("rehearse", "P15", "--script", script)
    assert (called.code, called.out) == (3, "")
    assert "script.txt, line 2" in called.err
    assert words in called.err
    assert not acupress.folder.exists()


@pytest.mark.slow
def test_the_journal_decides_what_comes_next(acupress: Door) -> None:
    """The story of a new user: the calm set, then the wanted one at half dose, then enough for today."""
    first = acupress.json("rehearse", "P01", "--stage", "from_journal")
    assert (first["protocol"], first["stage"], first["planned_seconds"]) == ("P16", "first_week", 170)

    second = acupress.json("rehearse", "P01", "--stage", "from_journal")
    assert (second["protocol"], second["stage"]) == ("P01", "first_week")
    assert {hold["hold_seconds"] for hold in second["holds"]} == {30}

    third = acupress("rehearse", "P01", "--stage", "from_journal")
    assert (third.code, third.out) == (3, "")
    assert "tomorrow" in third.err


@pytest.mark.slow
def test_two_long_sets_do_not_fit_into_one_day(acupress: Door) -> None:
    acupress.json("rehearse", "P02")
    # In its first week P03 is half as long and still too much beside 28 minutes.
    called = acupress("rehearse", "P03", "--stage", "from_journal")
    assert called.code == 3
    assert "thirty-five minutes" in called.err
