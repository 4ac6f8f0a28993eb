"""What a routine can be, how it is changed, and how long it takes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.domain.atlas import Pressability
from acupress_desktop.domain.breathing import StepBreathing
from acupress_desktop.domain.ids import ComplaintId, PointCode
from acupress_desktop.domain.protocols import StepSides, Technique
from acupress_desktop.domain.routine_sets import (
    NoSetForComplaint,
    exercise_seconds,
    pressing_seconds,
    protocol_of,
    routine_of,
    sensible_step,
    set_of,
    steps_of_set,
)
from acupress_desktop.domain.routines import (
    ROUTINE_NAME_CHARACTERS_MAX,
    STEP_NOTE_CHARACTERS_MAX,
    STEPS_MAX,
    Fault,
    PressStep,
    Routine,
    RoutineFault,
    RoutineSides,
    duplicated,
    fault_of,
    free_name,
    many_lines,
    may_be_pressed,
    one_line,
    pressure_limit,
    seconds_limit,
    with_step,
    with_step_changed,
    with_step_moved,
    without_step,
)
from tests.domain.routine_examples import (
    OWN_BREATH,
    any_routine,
    everything,
    key,
    press,
    routine,
    stretch,
)
from tests.domain.safety.world import atlas, protocols
from tests.examples import examples


@pytest.mark.parametrize(
    ("changes", "fault", "field"),
    [
        ({"hold_seconds": 9}, Fault.SECONDS, "hold_seconds"),
        ({"hold_seconds": 301}, Fault.SECONDS, "hold_seconds"),
        ({"felt_pressure": 0}, Fault.PRESSURE, "felt_pressure"),
        ({"felt_pressure": 8}, Fault.PRESSURE, "felt_pressure"),
        ({"breathing": StepBreathing.OWN}, Fault.PATTERN, "pattern"),
        ({"pattern": OWN_BREATH}, Fault.PATTERN, "pattern"),
        ({"note": "a" * 1001}, Fault.TEXT_TOO_LONG, "note"),
        ({"note": "turned \u202e round"}, Fault.TEXT_UNSEEN, "note"),
        ({"note": "bell \a"}, Fault.TEXT_UNSEEN, "note"),
        ({"picture": "A" * 600_001}, Fault.PICTURE_TOO_LARGE, "picture"),
    ],
)
def test_a_point_step_has_bounds(changes: dict[str, object], fault: Fault, field: str) -> None:
    with pytest.raises(RoutineFault) as refusal:
        replace(press("LI4", 2), **changes)  # type: ignore[arg-type]
    assert (refusal.value.fault, refusal.value.field, refusal.value.step) == (fault, field, None)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"title": "  "}, Fault.NAME_EMPTY),
        ({"title": "a" * 81}, Fault.TEXT_TOO_LONG),
        ({"title": "two\nlines"}, Fault.TEXT_UNSEEN),
        ({"seconds": None}, Fault.NO_LENGTH),
        ({"seconds": 4}, Fault.SECONDS),
        ({"seconds": 3601}, Fault.SECONDS),
        ({"repeats": 0}, Fault.REPEATS),
        ({"repeats": 201}, Fault.REPEATS),
    ],
)
def test_an_exercise_step_has_bounds(changes: dict[str, object], fault: Fault) -> None:
    with pytest.raises(RoutineFault) as refusal:
        replace(stretch(2), **changes)  # type: ignore[arg-type]
    assert refusal.value.fault is fault


def test_the_ends_of_every_bound_are_allowed() -> None:
    assert press("LI4", 2, 10, 1).hold_seconds == 10
    assert press("LI4", 2, 300, 7).felt_pressure == 7
    assert stretch(2, seconds=5, repeats=200).repeats == 200
    assert len(stretch(2, "a" * 80, seconds=3600, note="b" * STEP_NOTE_CHARACTERS_MAX).title) == 80


def test_a_site_stands_in_a_routine_once() -> None:
    left = press("LI4", 2, sides=RoutineSides.LEFT)
    assert len(routine(left, press("LI4", 3, sides=RoutineSides.RIGHT)).steps) == 2
    for other in (RoutineSides.BOTH, RoutineSides.LEFT):
        with pytest.raises(RoutineFault) as refusal:
            routine(left, stretch(4), press("LI4", 3, sides=other))
        assert (refusal.value.fault, refusal.value.step) == (Fault.SITE_TWICE, 2)
        assert str(refusal.value) == "steps[2].point: site_twice"


def test_a_routine_has_a_name_and_room_for_sixty_steps() -> None:
    many = tuple(stretch(number) for number in range(2, STEPS_MAX + 2))
    assert len(routine(*many).steps) == STEPS_MAX
    for steps, name in (((*many, stretch(900)), "a"), ((stretch(2), stretch(2)), "a"), ((), " ")):
        with pytest.raises(RoutineFault):
            routine(*steps, name=name)
    with pytest.raises(RoutineFault):
        routine(name="a" * 81)


def test_what_the_atlas_forbids_cannot_be_a_step() -> None:
    for point in atlas():
        sides = RoutineSides.BOTH if point.bilateral else RoutineSides.MIDLINE
        step = PressStep(key(2), point.code, sides, 10, 1)
        fault = fault_of(step, point)
        if point.pressability in (Pressability.NEVER, Pressability.PARTNER_OR_TOOL):
            assert fault is not None
            assert fault.fault is Fault.NOT_TO_PRESS
            assert not may_be_pressed(point)
            continue
        assert fault is None, point.code
        wrong = RoutineSides.MIDLINE if point.bilateral else RoutineSides.LEFT
        turned = fault_of(replace(step, sides=wrong), point)
        assert turned is not None
        assert turned.fault is Fault.SIDES


def test_a_light_only_point_keeps_its_limits() -> None:
    light = [point for point in atlas() if point.pressability is Pressability.LIGHT_ONLY]
    assert len(light) > 20
    for point in light:
        most, longest = pressure_limit(point), seconds_limit(point)
        assert most <= 3, point.code
        assert longest <= 180, point.code
        sides = RoutineSides.BOTH if point.bilateral else RoutineSides.MIDLINE
        for seconds, pressure, fault in (
            (longest, most + 1, Fault.PRESSURE),
            (longest + 1, most, Fault.SECONDS),
        ):
            found = fault_of(PressStep(key(2), point.code, sides, seconds, pressure), point)
            assert found is not None
            assert found.fault is fault
    assert pressure_limit(atlas()[PointCode("LI11")]) <= 7


def test_steps_are_added_moved_changed_and_taken_out() -> None:
    one, two, three = press("LI4", 2), stretch(3), press("PC6", 4)
    made = with_step(with_step(routine(one), three), two, at=1)
    assert [step.id for step in made.steps] == [one.id, two.id, three.id]
    assert [step.id for step in with_step_moved(made, three.id, 0).steps] == [three.id, one.id, two.id]
    assert [step.id for step in with_step_moved(made, one.id, 99).steps] == [two.id, three.id, one.id]
    assert with_step_moved(made, key(99), 0) == made
    longer = with_step_changed(made, replace(three, hold_seconds=90))
    assert [getattr(step, "hold_seconds", None) for step in longer.steps] == [60, None, 90]
    assert without_step(made, two.id).exercises == ()
    with pytest.raises(RoutineFault):
        with_step(made, press("LI4", 9))


@examples(1)
@given(any_routine(), st.data())
def test_moving_loses_nothing(made: Routine, data: st.DataObject) -> None:
    if not made.steps:
        return
    step = data.draw(st.sampled_from(made.steps))
    to = data.draw(st.integers(-3, len(made.steps) + 3))
    moved = with_step_moved(made, step.id, to)
    assert set(moved.steps) == set(made.steps)
    assert len(moved.steps) == len(made.steps)
    assert moved.steps[max(0, min(to, len(made.steps) - 1))] == step
    assert [one for one in moved.steps if one != step] == [one for one in made.steps if one != step]


def test_a_copy_shares_no_key_and_all_else() -> None:
    keys = iter(key(number) for number in range(100, 200))
    made = everything()
    copy = duplicated(made, lambda: next(keys), made.moment, "After work 2")
    assert copy.name == "After work 2"
    mine = {made.id, *(step.id for step in made.steps)}
    assert not mine & {copy.id, *(step.id for step in copy.steps)}
    assert [replace(step, id=key(1)) for step in copy.steps] == [
        replace(step, id=key(1)) for step in made.steps
    ]


def test_a_free_name_is_found_within_the_bounds() -> None:
    assert free_name("Evening", ["Morning"]) == "Evening"
    assert free_name("Evening", ["evening", "Evening 2"]) == "Evening 3"
    long = "n" * ROUTINE_NAME_CHARACTERS_MAX
    assert len(free_name(long, [long])) == ROUTINE_NAME_CHARACTERS_MAX


def test_pasted_text_is_kept_without_what_nobody_sees() -> None:
    assert one_line(" Two\n lines\u202e\u0000 ", 80) == "Two lines"
    assert many_lines("a\r\nb\tc\u2066d\u200b", 80) == "a\nb\tcd"
    assert one_line("n" * 100, 80) == "n" * 80
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467 caf\u00e9\u00a0noir"
    assert Routine(key(1), everything().moment, family, ComplaintId("calm"), "", ()).name == family


def test_minutes_count_holds_moves_and_exercises_apart() -> None:
    made = routine(press("LI4", 2, 60), stretch(3, seconds=30, repeats=3), press("EX-HN3", 4, 40))
    assert pressing_seconds(made) == 60 + 5 + 60 + 5 + 40
    assert exercise_seconds(made) == 30
    assert exercise_seconds(routine(stretch(2, seconds=None, repeats=12))) == 60
    assert pressing_seconds(routine()) == 0


def test_a_routine_has_an_id_of_its_own_among_the_sets() -> None:
    name = protocol_of(key(7))
    assert routine_of(name) == key(7)
    for one in protocols():
        assert routine_of(one.id) is None
    assert routine_of(type(name)("R-nonsense")) is None


def test_a_set_is_made_of_a_routine() -> None:
    made = set_of(everything(), protocols(), atlas(), "Untested.")
    assert (made.id, made.complaint, made.title, made.routine) == (
        protocol_of(key(1)),
        "neck_shoulder",
        "After work",
        key(1),
    )
    assert made.offered
    assert [(step.point, step.sides, step.hold_seconds, step.felt_pressure) for step in made.steps] == [
        ("GB21", StepSides.BOTH, 40, 3),
        ("LI4", StepSides.LEFT, 90, 5),
        ("LI4", StepSides.RIGHT, 45, 4),
        ("EX-HN3", StepSides.MIDLINE, 60, 2),
    ]
    assert [(one.after_order, one.title) for one in made.exercises] == [
        (0, "Shoulder rolls"),
        (3, "Side bend"),
        (4, "Round the block"),
    ]
    assert [one.picture for one in made.exercises] == [None, key(6), None]
    assert made.steps[3].picture == key(7)
    assert made.steps[0].note == "My left one is the tight one."
    assert made.evidence.text == "Untested."


def test_technique_and_rules_of_the_official_sets_carry_over() -> None:
    for one in protocols():
        for step in one.steps:
            if not one.offered:
                continue
            point = atlas()[step.point]
            mine = PressStep(
                key(2),
                step.point,
                RoutineSides.BOTH if point.bilateral else RoutineSides.MIDLINE,
                10,
                1,
            )
            (made,) = set_of(routine(mine, complaint=one.complaint), protocols(), atlas(), "").steps
            assert set(step.left_out_by) <= set(made.left_out_by)
            if step.technique is not Technique.FINGERS:
                assert made.technique is step.technique
    (fists,) = set_of(routine(press("BL52", 2, 30, 2)), protocols(), atlas(), "").steps
    assert fists.technique is Technique.THUMBS_OR_SOFT_FISTS
    assert "L01" in fists.left_out_by


def test_what_is_never_offered_is_not_offered_as_a_routine_either() -> None:
    waits = set_of(routine(press("LI4", 2), complaint="tiredness"), protocols(), atlas(), "")
    assert not waits.offered
    assert waits.not_offered_because
    with pytest.raises(NoSetForComplaint):
        set_of(routine(press("LI4", 2), complaint="chest"), protocols(), atlas(), "")


def test_a_point_begins_as_the_sets_press_it_and_within_its_limits() -> None:
    for point in atlas():
        if may_be_pressed(point):
            step = sensible_step(point, protocols(), ComplaintId("calm"), key(2))
            assert fault_of(step, point) is None
    official = next(one for one in protocols() if one.id == "P01")
    first = official.steps[0]
    begun = sensible_step(atlas()[first.point], protocols(), official.complaint, key(2))
    assert (begun.hold_seconds, begun.felt_pressure) == (first.hold_seconds, first.felt_pressure)


def test_a_routine_can_begin_with_any_official_set() -> None:
    for official in protocols():
        steps = steps_of_set(official, atlas(), (key(number) for number in range(2, 99)))
        made = routine(*steps, complaint=official.complaint)
        assert [step.point for step in made.presses] == [step.point for step in official.steps]
        for step in made.presses:
            assert fault_of(step, atlas()[step.point]) is None
