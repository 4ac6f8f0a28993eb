"""From a set and a clearance to the sites of one session."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.atlas_files import read_atlas
from acupress_desktop.content.evidence_files import read_evidence
from acupress_desktop.content.protocol_files import read_protocols
from acupress_desktop.content.region_files import read_regions
from acupress_desktop.domain.ids import PointCode, RegionId, RuleId
from acupress_desktop.domain.plans import (
    Choices,
    PlanRefusal,
    PressureOverride,
    RefusalReason,
    in_first_session_order,
    plan,
    pressing_hands,
)
from acupress_desktop.domain.protocols import (
    HOLD_SECONDS_MAX,
    HOLD_SECONDS_MIN,
    DoseStage,
    Form,
    Part,
    Plan,
    Protocol,
    one_softer,
)
from acupress_desktop.domain.safety.outcome import BlockedRegion, BlockedSite, Clearance, PressureCap
from acupress_desktop.domain.sides import PainSide, Side, SiteSide
from tests.session.sessions import clearance

ROOT = asset_root()
ATLAS = read_atlas(ROOT)
REGIONS = read_regions(ROOT, ATLAS)
PROTOCOLS: dict[str, Protocol] = {
    protocol.id: protocol for protocol in read_protocols(ROOT, ATLAS, read_evidence(ROOT).sources)
}
USUAL = Choices(stage=DoseStage.USUAL)
L, R, M = SiteSide.LEFT, SiteSide.RIGHT, SiteSide.MIDLINE


def cleared(protocol: Protocol, **limits: object) -> Clearance:
    return replace(clearance(complaint=protocol.complaint), **limits)  # type: ignore[arg-type]


def planned(name: str, choices: Choices = USUAL, **limits: object) -> Plan:
    protocol = PROTOCOLS[name]
    made = plan(protocol, cleared(protocol, **limits), ATLAS, REGIONS, choices)
    assert isinstance(made, Plan)
    return made


def sites(made: Plan) -> list[str]:
    return [f"{step.point} {step.side.value}" for step in made.steps]


def block(point: str, side: SiteSide, rule: str = "L08") -> BlockedSite:
    return BlockedSite(PointCode(point), side, RuleId(rule))


def test_a_healthy_neck_gets_ten_holds_left_before_right() -> None:
    made = planned("P01")

    assert sites(made)[:4] == ["LI4 left", "LI4 right", "LI10 left", "LI10 right"]
    assert len(made.steps) == 10
    assert {step.hold_seconds for step in made.steps} == {60}
    assert made.total_seconds == 10 * 60 + 9 * 5
    assert made.minutes == 11
    assert made.left_out == ()
    assert all(step.changed_by == () for step in made.steps)


def test_the_first_side_can_be_reversed() -> None:
    assert sites(planned("P01", replace(USUAL, first_side=Side.RIGHT)))[:2] == ["LI4 right", "LI4 left"]


def test_minutes_of_both_knees_twice_fit_into_a_day() -> None:
    both = planned("P09", replace(USUAL, painful_side=PainSide.BOTH))
    one = planned("P09", replace(USUAL, painful_side=PainSide.RIGHT))

    assert one.minutes == 8
    assert {step.side for step in one.steps} == {R}
    assert len(both.steps) == 14
    assert 2 * both.total_seconds / 60 == pytest.approx(30.2, abs=0.05)


def test_minutes_of_hands_and_feet() -> None:
    assert planned("P10", replace(USUAL, part=Part.HANDS)).minutes == 7
    assert planned("P10", replace(USUAL, part=Part.FEET)).minutes == 5
    assert len(planned("P10").steps) == 10


def test_the_short_form_and_a_set_without_one() -> None:
    assert planned("P02", replace(USUAL, form=Form.SHORT)).minutes == 15
    assert planned("P01", replace(USUAL, form=Form.SHORT)).minutes == planned("P01").minutes


def test_the_first_week_halves_every_hold_and_says_so() -> None:
    made = planned("P02", Choices())

    assert {(step.prescribed_seconds, step.hold_seconds) for step in made.steps} == {(180, 90)}
    assert all(step.changed_by == ("first_week",) for step in made.steps)


def test_a_blood_thinner_and_the_first_week_halve_one_after_the_other() -> None:
    made = planned("P01", Choices(), halve_holds_by=(RuleId("L01"), RuleId("L15")))

    assert {step.hold_seconds for step in made.steps} == {15}
    assert all({"L01", "L15", "first_week"} <= set(step.changed_by) for step in made.steps)


def test_no_hold_falls_below_its_smallest_length() -> None:
    made = planned("P08", Choices(), halve_holds_by=(RuleId("L01"),))

    assert {step.hold_seconds for step in made.steps} == {12}
    tiny = replace(PROTOCOLS["P16"], steps=tuple(replace(s, hold_seconds=20) for s in PROTOCOLS["P16"].steps))
    shortest = plan(tiny, cleared(tiny, halve_holds_by=(RuleId("L01"),)), ATLAS, REGIONS, Choices())
    assert isinstance(shortest, Plan)
    assert {step.hold_seconds for step in shortest.steps} == {HOLD_SECONDS_MIN}


def test_the_first_session_is_three_minutes_with_the_wrists_first() -> None:
    calm = in_first_session_order(PROTOCOLS["P16"])
    made = plan(calm, cleared(PROTOCOLS["P01"]), ATLAS, REGIONS, Choices())

    assert isinstance(made, Plan)
    assert sites(made) == ["PC6 left", "PC6 right", "HT7 left", "HT7 right", "EX-HN3 midline"]
    assert {(step.hold_seconds, step.felt_pressure) for step in made.steps} == {(30, 3)}
    assert made.minutes == 3
    assert made.complaint == "neck_shoulder"


def test_a_blocked_neck_loses_its_points_and_gets_an_arm_point_instead() -> None:
    neck = BlockedRegion(RegionId("neck"), None, RuleId("L16"))
    made = planned("P01", blocked_regions=(neck,))

    assert [(out.point, out.side, out.rule, out.replaced_by) for out in made.left_out] == [
        ("GB20", L, "L16", "LI11"),
        ("GB20", R, "L16", "LI11"),
    ]
    assert all(out.replaced_why for out in made.left_out)
    assert sites(made)[-2:] == ["LI11 left", "LI11 right"]
    assert made.steps[-1].changed_by == ("L16",)


def test_every_neck_block_drops_anmian_and_nothing_comes_instead() -> None:
    made = planned("P02", blocked_regions=(BlockedRegion(RegionId("neck"), None, RuleId("L16")),))

    assert [(out.point, out.replaced_by) for out in made.left_out] == [("X-ANMIAN", None)] * 2


def test_a_stand_in_is_pressed_once_and_a_second_one_takes_the_next_place() -> None:
    blocked = tuple(block(point, side) for point in ("GB21", "SI14", "GB20") for side in (L, R))
    made = planned("P01", blocked_sites=blocked)

    pressed = sites(made)
    assert len(pressed) == len(set(pressed))
    assert [out.replaced_by for out in made.left_out] == ["LI11", "LI11", "TE5", "TE5", None, None]


def test_one_blocked_side_leaves_the_other() -> None:
    made = planned("P15", blocked_sites=(block("PC6", L), block("ST36", L)))

    assert sites(made) == ["PC6 right"]
    assert [(out.point, out.side, out.rule) for out in made.left_out] == [("PC6", L, "L08")]


def test_node_removal_on_one_arm_drops_that_wrist() -> None:
    quadrant = tuple(
        BlockedRegion(RegionId(region), Side.LEFT, RuleId("L10"))
        for region in ("arm", "shoulder-chest-quadrant")
    )
    offered = replace(PROTOCOLS["P14"], offered=True, not_offered_because="")
    made = plan(offered, cleared(offered, blocked_regions=quadrant), ATLAS, REGIONS, USUAL)

    assert isinstance(made, Plan)
    assert ("HT7", L, "L10") in [(out.point, out.side, out.rule) for out in made.left_out]
    assert "HT7 right" in sites(made)
    assert "HT7 left" not in sites(made)


@pytest.mark.parametrize("rule", ["L01", "L07", "L15", "L15b"])
def test_fragile_people_do_not_press_their_own_loin(rule: str) -> None:
    made = planned("P04", rules=(RuleId(rule),))

    assert [(out.point, out.rule, out.replaced_by) for out in made.left_out] == [
        ("BL23", rule, "BL57"),
        ("BL23", rule, "BL57"),
    ]


def test_no_tools_means_no_fists() -> None:
    made = planned("P04", no_tools_by=(RuleId("L11"),))
    assert {(out.point, out.rule) for out in made.left_out} == {("BL23", "L11")}


def test_a_hand_that_must_not_press_takes_out_the_arm_that_it_would_press() -> None:
    made = planned("P13", hands_not_to_press_with=(Side.RIGHT,))

    assert "HT7 left" not in sites(made)
    assert "HT7 right" in sites(made)
    assert "GV20 midline" in sites(made)
    assert {out.rule for out in made.left_out} == {"L08"}


def test_no_hand_left_means_no_session() -> None:
    protocol = PROTOCOLS["P13"]
    no_hands = cleared(protocol, hands_not_to_press_with=(Side.LEFT, Side.RIGHT))
    refused = plan(protocol, no_hands, ATLAS, REGIONS, USUAL)

    assert isinstance(refused, PlanRefusal)
    assert refused.reason is RefusalReason.NOTHING_LEFT
    assert {out.rule for out in refused.left_out} == {"L08"}


def test_which_hand_presses() -> None:
    assert pressing_hands(ATLAS[PointCode("LI4")], L, ()) == (Side.RIGHT,)
    assert pressing_hands(ATLAS[PointCode("ST36")], L, (Side.LEFT,)) == (Side.RIGHT,)
    assert pressing_hands(ATLAS[PointCode("GV20")], M, (Side.RIGHT,)) == (Side.LEFT,)
    assert pressing_hands(ATLAS[PointCode("BL23")], R, ()) == (Side.RIGHT,)


def test_pregnancy_leaves_three_points_a_cap_and_a_minute() -> None:
    only = tuple(PointCode(code) for code in ("EX-HN3", "PC6", "HT7"))
    limits: dict[str, object] = {
        "only_points": only,
        "only_points_by": RuleId("PR2"),
        "max_hold_seconds": 60,
        "max_hold_by": (RuleId("PR2"),),
        "pressure_caps": (PressureCap(3, (), RuleId("PR2")),),
    }
    made = planned("P13", USUAL, **limits)
    assert {step.point for step in made.steps} == set(only)
    assert max(step.hold_seconds for step in made.steps) == 60
    assert max(step.site_seconds_max for step in made.steps) == 60
    assert [(out.point, out.rule, out.replaced_by) for out in made.left_out] == [("GV20", "PR2", None)]

    neck = PROTOCOLS["P01"]
    assert isinstance(plan(neck, cleared(neck, **limits), ATLAS, REGIONS, USUAL), PlanRefusal)
    calm = plan(PROTOCOLS["P16"], cleared(neck, **limits), ATLAS, REGIONS, USUAL)
    assert isinstance(calm, Plan)
    assert len(calm.steps) == 5


def test_caps_take_the_least_and_name_every_rule_that_lowers() -> None:
    caps = (
        PressureCap(4, (), RuleId("L02")),
        PressureCap(2, (RegionId("legs"),), RuleId("L12")),
        PressureCap(9, (), RuleId("L10")),
    )
    made = planned("P07", pressure_caps=caps)
    by_point = {step.point: (step.felt_pressure, step.changed_by) for step in made.steps}

    assert by_point[PointCode("SP6")] == (2, ("L02", "L12"))
    assert by_point[PointCode("LI4")] == (4, ("L02",))
    assert by_point[PointCode("LR3")] == (2, ("L12",))


def test_too_much_last_time_is_gentler_this_time() -> None:
    wishes = (PressureOverride(PointCode("LI4"), 3),)
    made = planned("P01", replace(USUAL, pressure_overrides=wishes))
    assert {(step.felt_pressure, step.changed_by) for step in made.steps if step.point == "LI4"} == {
        (3, ("person",))
    }


def test_what_was_too_much_is_pressed_one_softer_and_never_below_the_lightest_touch() -> None:
    assert [one_softer(felt) for felt in (5, 2, 1)] == [4, 1, 1]


def test_what_cannot_be_reached_is_replaced() -> None:
    made = planned("P01", replace(USUAL, out_of_reach=(PointCode("SI14"),)))
    assert [(out.point, out.rule, out.replaced_by) for out in made.left_out] == [
        ("SI14", "reach", "LI11"),
        ("SI14", "reach", "LI11"),
    ]


def test_light_points_never_get_more_than_the_set_says() -> None:
    made = planned("P01", Choices())
    most = {step.point: step.site_seconds_max for step in made.steps}

    assert most[PointCode("GB20")] == 60
    assert planned("P01").steps[0].site_seconds_max == HOLD_SECONDS_MAX
    halved = planned("P01", halve_holds_by=(RuleId("L01"),))
    assert {step.site_seconds_max for step in halved.steps} == {30}


def test_the_set_after_cancer_is_refused() -> None:
    protocol = PROTOCOLS["P14"]
    refused = plan(protocol, cleared(protocol), ATLAS, REGIONS, USUAL)
    assert refused == PlanRefusal(protocol.id, RefusalReason.NOT_OFFERED)


def test_a_clearance_for_one_complaint_opens_no_other_set() -> None:
    refused = plan(PROTOCOLS["P09"], cleared(PROTOCOLS["P01"]), ATLAS, REGIONS, USUAL)
    assert refused == PlanRefusal(PROTOCOLS["P09"].id, RefusalReason.OTHER_COMPLAINT)


# --- Laws ---------------------------------------------------------------------------------------

_ALL_SITES = sorted(
    {
        (point.code, side)
        for protocol in PROTOCOLS.values()
        for step in protocol.steps
        for point in (ATLAS[step.point], *(ATLAS[swap.point] for swap in step.replacements))
        for side in point.sites
    },
    key=str,
)
_RULES = st.sampled_from([RuleId(name) for name in ("L01", "L05", "L07", "L08", "L15", "L16")])
_LIMITS = st.fixed_dictionaries(
    {
        "blocked_sites": st.lists(
            st.builds(
                lambda site, rule: BlockedSite(site[0], site[1], rule), st.sampled_from(_ALL_SITES), _RULES
            ),
            max_size=12,
        ).map(tuple),
        "blocked_regions": st.lists(
            st.builds(
                BlockedRegion,
                st.sampled_from(
                    [RegionId(name) for name in ("neck", "legs", "feet", "abdomen", "arm", "head")]
                ),
                st.sampled_from([None, Side.LEFT, Side.RIGHT]),
                _RULES,
            ),
            max_size=2,
        ).map(tuple),
        "pressure_caps": st.lists(
            st.builds(PressureCap, st.integers(1, 5), st.just(()), _RULES), max_size=3
        ).map(tuple),
        "halve_holds_by": st.lists(_RULES, max_size=2, unique=True).map(tuple),
        "max_hold_seconds": st.sampled_from([60, 180, 300]),
        "max_hold_by": st.just((RuleId("PR2"),)),
        "hands_not_to_press_with": st.sampled_from([(), (Side.LEFT,), (Side.RIGHT,)]),
        "rules": st.lists(_RULES, max_size=3).map(tuple),
    }
)
_CHOICES = st.builds(
    Choices,
    stage=st.sampled_from(DoseStage),
    form=st.sampled_from(Form),
    first_side=st.sampled_from(Side),
    painful_side=st.sampled_from(PainSide),
)
_OFFERED = st.sampled_from([protocol for protocol in PROTOCOLS.values() if protocol.offered])


@given(_OFFERED, _LIMITS, _CHOICES)
def test_no_plan_holds_what_its_clearance_forbids(
    protocol: Protocol, limits: dict[str, object], choices: Choices
) -> None:
    given_leave = cleared(protocol, **limits)
    made = plan(protocol, given_leave, ATLAS, REGIONS, choices)
    if isinstance(made, PlanRefusal):
        assert made.left_out
        return
    forbidden = {(blocked.point, blocked.side) for blocked in given_leave.blocked_sites}
    assert len({(step.point, step.side) for step in made.steps}) == len(made.steps)
    assert [step.order for step in made.steps] == list(range(1, len(made.steps) + 1))
    for step in made.steps:
        assert (step.point, step.side) not in forbidden
        assert all(step.felt_pressure <= cap.max_felt_pressure for cap in given_leave.pressure_caps)
        cap = ATLAS[step.point].max_felt_pressure
        assert cap is None or step.felt_pressure <= cap
        assert HOLD_SECONDS_MIN <= step.hold_seconds <= step.site_seconds_max <= HOLD_SECONDS_MAX
        assert step.hold_seconds <= max(step.prescribed_seconds, HOLD_SECONDS_MIN)
        assert (step.hold_seconds == step.prescribed_seconds) or step.changed_by


@given(_OFFERED, _LIMITS, _CHOICES, _RULES, st.sampled_from(_ALL_SITES))
def test_one_more_blocked_site_never_brings_back_what_was_out(
    protocol: Protocol,
    limits: dict[str, object],
    choices: Choices,
    rule: RuleId,
    extra: tuple[PointCode, SiteSide],
) -> None:
    fewer = cleared(protocol, **limits)
    more = replace(fewer, blocked_sites=(*fewer.blocked_sites, BlockedSite(*extra, rule)))
    before = plan(protocol, fewer, ATLAS, REGIONS, choices)
    after = plan(protocol, more, ATLAS, REGIONS, choices)
    out_before = {(out.point, out.side) for out in before.left_out}
    out_after = {(out.point, out.side) for out in after.left_out}
    assert out_before <= out_after
    assert not isinstance(before, PlanRefusal) or isinstance(after, PlanRefusal)


@given(_OFFERED, _LIMITS, _CHOICES)
def test_a_mirrored_person_gets_the_mirrored_plan(
    protocol: Protocol, limits: dict[str, object], choices: Choices
) -> None:
    person = cleared(protocol, **limits)
    mirrored = replace(
        person,
        blocked_sites=tuple(replace(site, side=site.side.mirrored) for site in person.blocked_sites),
        blocked_regions=tuple(
            replace(region, side=region.side and region.side.other) for region in person.blocked_regions
        ),
        hands_not_to_press_with=tuple(hand.other for hand in person.hands_not_to_press_with),
    )
    swapped = {PainSide.LEFT: PainSide.RIGHT, PainSide.RIGHT: PainSide.LEFT}
    other_way = replace(
        choices,
        first_side=choices.first_side.other,
        painful_side=swapped.get(choices.painful_side, choices.painful_side),
    )
    here = plan(protocol, person, ATLAS, REGIONS, choices)
    there = plan(protocol, mirrored, ATLAS, REGIONS, other_way)
    if isinstance(here, PlanRefusal) or isinstance(there, PlanRefusal):
        assert type(here) is type(there)
        return
    assert [(step.point, step.side, step.hold_seconds, step.felt_pressure) for step in here.steps] == [
        (step.point, step.side.mirrored, step.hold_seconds, step.felt_pressure) for step in there.steps
    ]
