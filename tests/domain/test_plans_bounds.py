"""How the seconds and the pressure of a plan are bounded, on made-up steps of real points."""

from __future__ import annotations

from dataclasses import replace

import pytest

from acupress_desktop.domain.ids import PointCode, RegionId, RuleId
from acupress_desktop.domain.plans import Choices, PlanRefusal, PressureOverride, RefusalReason, plan
from acupress_desktop.domain.protocols import (
    DoseStage,
    Form,
    Part,
    Plan,
    PlannedStep,
    Protocol,
    Replacement,
    Step,
    StepSides,
    Technique,
)
from acupress_desktop.domain.safety.outcome import BlockedSite, Clearance, PressureCap
from acupress_desktop.domain.sides import PainSide, SiteSide
from tests.domain.safety.world import atlas, protocols, regions
from tests.session.sessions import clearance

PROTOCOLS: dict[str, Protocol] = {one.id: one for one in protocols()}
USUAL = Choices(stage=DoseStage.USUAL)
FIRST = Choices(stage=DoseStage.FIRST_WEEK)
L01, L15, PR2 = RuleId("L01"), RuleId("L15"), RuleId("PR2")


def cleared(protocol: Protocol, **limits: object) -> Clearance:
    return replace(clearance(complaint=protocol.complaint), **limits)  # type: ignore[arg-type]


def a_set(*steps: Step) -> Protocol:
    return replace(PROTOCOLS["P16"], steps=steps, first_session_order=())


def one(code: str, seconds: int = 60, **more: object) -> Step:
    sides = StepSides.BOTH if atlas()[PointCode(code)].bilateral else StepSides.MIDLINE
    step = Step(PointCode(code), sides, seconds, None, 3)
    return replace(step, **more)  # type: ignore[arg-type]


def first_step(step: Step, choices: Choices = USUAL, **limits: object) -> PlannedStep:
    wanted = a_set(step)
    made = plan(wanted, cleared(wanted, **limits), atlas(), regions(), choices)
    assert isinstance(made, Plan)
    return made.steps[0]


def test_a_plan_says_of_which_set_form_and_stage_it_is() -> None:
    back = PROTOCOLS["P02"]
    made = plan(back, cleared(back), atlas(), regions(), replace(FIRST, form=Form.SHORT))
    assert isinstance(made, Plan)
    assert (made.protocol, made.complaint, made.form, made.stage) == (
        "P02",
        "low_back",
        Form.SHORT,
        DoseStage.FIRST_WEEK,
    )
    assert made.content_version == back.content_version


def test_a_refusal_says_of_which_set() -> None:
    queasy = PROTOCOLS["P15"]
    nothing = cleared(queasy, only_points=(), only_points_by=PR2)
    refused = plan(queasy, nothing, atlas(), regions(), USUAL)
    assert isinstance(refused, PlanRefusal)
    assert (refused.protocol, refused.reason) == ("P15", RefusalReason.NOTHING_LEFT)
    assert [(out.point, out.side, out.rule) for out in refused.left_out] == [
        ("PC6", SiteSide.LEFT, "PR2"),
        ("PC6", SiteSide.RIGHT, "PR2"),
    ]


def test_a_step_keeps_its_technique_and_a_stand_in_is_pressed_with_fingers() -> None:
    flat = first_step(one("CV12", technique=Technique.FLAT_FINGERS, felt_pressure=2))
    assert (flat.technique, flat.prescribed_pressure, flat.felt_pressure) == (Technique.FLAT_FINGERS, 2, 2)
    local = PROTOCOLS["P04"]
    made = plan(local, cleared(local), atlas(), regions(), USUAL)
    assert isinstance(made, Plan)
    techniques = {step.point: step.technique for step in made.steps}
    assert techniques[PointCode("BL23")] is Technique.THUMBS_OR_SOFT_FISTS
    assert techniques[PointCode("ST36")] is Technique.FINGERS
    thinner = cleared(local, rules=(L01,), no_tools_by=(L01,))
    softer = plan(local, thinner, atlas(), regions(), USUAL)
    assert isinstance(softer, Plan)
    assert {step.technique for step in softer.steps} == {Technique.FINGERS}


def test_a_lowered_pressure_keeps_the_one_that_was_prescribed() -> None:
    caps = (PressureCap(2, (), L01),)
    step = first_step(one("LI4", felt_pressure=5), pressure_caps=caps)
    assert (step.prescribed_pressure, step.felt_pressure, step.changed_by) == (5, 2, ("L01",))


def test_a_cap_for_some_regions_leaves_the_others() -> None:
    caps = (PressureCap(2, (RegionId("feet"), RegionId("legs")), L01),)
    assert first_step(one("SP6"), pressure_caps=caps).felt_pressure == 2
    assert first_step(one("LR3"), pressure_caps=caps).felt_pressure == 2
    assert first_step(one("LI4"), pressure_caps=caps).felt_pressure == 3


def test_a_wish_is_for_its_point_only_and_never_raises() -> None:
    wishes = (PressureOverride(PointCode("PC6"), 1), PressureOverride(PointCode("LI4"), 9))
    choices = replace(USUAL, pressure_overrides=wishes)
    assert first_step(one("PC6"), choices).felt_pressure == 1
    same = first_step(one("LI4"), choices)
    assert (same.felt_pressure, same.changed_by) == (3, ())


@pytest.mark.parametrize(
    ("seconds", "stage", "halved_by", "hold", "changed_by"),
    [
        (60, DoseStage.USUAL, (), 60, ()),
        (61, DoseStage.USUAL, (L01,), 30, ("L01",)),
        (60, DoseStage.USUAL, (L01, L15), 30, ("L01", "L15")),
        (61, DoseStage.FIRST_WEEK, (), 30, ("first_week",)),
        (61, DoseStage.FIRST_WEEK, (L01,), 15, ("L01", "first_week")),
        (19, DoseStage.FIRST_WEEK, (), 10, ("first_week",)),
    ],
)
def test_holds_are_halved_to_whole_seconds(
    seconds: int, stage: DoseStage, halved_by: tuple[RuleId, ...], hold: int, changed_by: tuple[str, ...]
) -> None:
    step = first_step(one("LI4", seconds), replace(USUAL, stage=stage), halve_holds_by=halved_by)
    assert (step.prescribed_seconds, step.hold_seconds, step.changed_by) == (seconds, hold, changed_by)
    assert type(step.hold_seconds) is type(step.site_seconds_max) is int


@pytest.mark.parametrize(("seconds", "hold", "says_so"), [(59, 59, False), (60, 60, False), (61, 60, True)])
def test_the_longest_hold_of_a_clearance_is_named_only_where_it_shortens(
    seconds: int, hold: int, says_so: bool
) -> None:
    step = first_step(one("LI4", seconds), max_hold_seconds=60, max_hold_by=(PR2,))
    assert (step.hold_seconds, step.changed_by) == (hold, ("PR2",) if says_so else ())
    assert step.site_seconds_max == 60


def test_everything_that_shortened_a_hold_is_named() -> None:
    step = first_step(
        one("LI4", 280), FIRST, halve_holds_by=(L01,), max_hold_seconds=60, max_hold_by=(PR2, L15)
    )
    assert (step.hold_seconds, step.changed_by) == (60, ("L01", "first_week", "PR2", "L15"))


# GB20 may only be pressed lightly, for at most three minutes, and never for longer than its set says.
@pytest.mark.parametrize(
    ("seconds", "hold", "says_so"), [(179, 179, False), (180, 180, False), (240, 180, True)]
)
def test_a_light_point_is_held_for_three_minutes_at_most(seconds: int, hold: int, says_so: bool) -> None:
    light = first_step(one("GB20", seconds))
    assert (light.hold_seconds, light.changed_by) == (hold, ("atlas",) if says_so else ())
    assert light.site_seconds_max == min(seconds, 180)
    firm = first_step(one("LI4", seconds))
    assert (firm.hold_seconds, firm.site_seconds_max) == (seconds, 300)


@pytest.mark.parametrize(
    ("code", "seconds", "choices", "limits", "most"),
    [
        ("GB20", 100, USUAL, {"max_hold_seconds": 60}, 60),
        ("GB20", 240, USUAL, {}, 180),
        ("LI4", 100, USUAL, {"halve_holds_by": (L01,)}, 50),
        ("LI4", 101, USUAL, {"halve_holds_by": (L01,)}, 50),
        ("LI4", 100, FIRST, {}, 100),
        ("LI4", 100, FIRST, {"max_hold_seconds": 60}, 60),
        ("LI4", 100, FIRST, {"halve_holds_by": (L01,)}, 50),
        ("LI4", 15, USUAL, {"halve_holds_by": (L01,)}, 10),
    ],
)
def test_no_button_gives_a_site_more_than_this(
    code: str, seconds: int, choices: Choices, limits: dict[str, object], most: int
) -> None:
    step = first_step(one(code, seconds), choices, **limits)
    assert step.site_seconds_max == most
    assert step.hold_seconds <= most


def test_a_stand_in_that_is_in_the_set_is_passed_over_for_the_next() -> None:
    swaps = (Replacement(PointCode("HT7"), "in the set"), Replacement(PointCode("TE5"), "free"))
    wanted = a_set(one("PC6", replacements=swaps), one("HT7"))
    blocked = (BlockedSite(PointCode("PC6"), SiteSide.LEFT, L01),)
    made = plan(wanted, cleared(wanted, blocked_sites=blocked), atlas(), regions(), USUAL)
    assert isinstance(made, Plan)
    assert [(step.point, step.side.value) for step in made.steps] == [
        ("TE5", "left"),
        ("PC6", "right"),
        ("HT7", "left"),
        ("HT7", "right"),
    ]
    assert [(out.point, out.replaced_by, out.replaced_why) for out in made.left_out] == [
        ("PC6", "TE5", "free")
    ]


def test_a_set_for_hands_and_feet_keeps_what_is_for_neither() -> None:
    steps = (one("TE5", part=Part.HANDS), one("ST36", part=Part.FEET), one("GV20"))
    wanted = a_set(*steps)
    for part, points in ((None, 5), (Part.HANDS, 3), (Part.FEET, 3)):
        made = plan(wanted, cleared(wanted), atlas(), regions(), replace(USUAL, part=part))
        assert isinstance(made, Plan)
        assert len(made.steps) == points


@pytest.mark.parametrize(
    ("hurts", "sides"),
    [
        (PainSide.LEFT, ["left"]),
        (PainSide.RIGHT, ["right"]),
        (PainSide.BOTH, ["left", "right"]),
        (PainSide.MIDLINE, ["left", "right"]),
    ],
)
def test_a_set_for_the_painful_side_presses_only_that(hurts: PainSide, sides: list[str]) -> None:
    wanted = a_set(one("ST36", sides=StepSides.PAINFUL_SIDE))
    made = plan(wanted, cleared(wanted), atlas(), regions(), replace(USUAL, painful_side=hurts))
    assert isinstance(made, Plan)
    assert [step.side.value for step in made.steps] == sides
