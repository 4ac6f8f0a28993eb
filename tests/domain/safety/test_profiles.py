"""Realistic people and what they must get, see profiles.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from acupress_desktop.domain.plans import Choices, plan
from acupress_desktop.domain.protocols import DoseStage, Plan
from acupress_desktop.domain.safety.outcome import Clearance, Cleared, OutcomeKind, Unanswered
from acupress_desktop.domain.safety.person import CanBePregnant
from tests.domain.safety.test_laws import cap_at
from tests.domain.safety.world import all_no, answers_of, atlas, content, person, protocols, regions, screened

PROFILES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("profiles.toml").read_text(encoding="utf-8")
)["profiles"]
KEYS = {
    *("who", "from", "complaint", "age", "can_be_pregnant", "answers", "outcome", "urgency", "rules"),
    *("not_rules", "advise", "cap", "caps", "max_hold_seconds", "halved", "no_tools", "breathing"),
    *("out", "kept", "plan", "plan_with", "plan_without"),
}


def test_the_file_is_long_enough_and_has_no_stray_keys() -> None:
    assert len(PROFILES) >= 60
    assert {key for profile in PROFILES for key in profile} <= KEYS
    assert len({profile["who"] for profile in PROFILES}) == len(PROFILES)


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile["who"])
def test_profile(profile: dict[str, Any]) -> None:
    context = person(profile["complaint"], profile["age"], CanBePregnant(profile["can_be_pregnant"]))
    result = screened(context, all_no(context, answers_of(profile["answers"])))
    assert not isinstance(result, Unanswered), result
    assert result.kind.value == profile["outcome"]
    if "urgency" in profile or result.kind in (OutcomeKind.ALLOW, OutcomeKind.POSTPONE):
        assert (result.urgency.value if result.urgency else None) == profile.get("urgency")
    rules = result.clearance.rules if isinstance(result, Cleared) else result.rules
    assert set(profile.get("rules", ())) <= set(rules)
    assert not set(profile.get("not_rules", ())) & set(rules)
    if isinstance(result, Cleared):
        check_clearance(profile, result)
    else:
        assert result.messages
        assert all(content().words.message(message) for message in result.messages)


def check_clearance(profile: dict[str, Any], result: Cleared) -> None:
    clearance = result.clearance
    everywhere = [cap.max_felt_pressure for cap in clearance.pressure_caps if not cap.regions]
    assert min(everywhere, default=None) == profile.get("cap")
    for cap in profile.get("caps", ()):
        assert cap_at(clearance, cap["point"]) == cap["max"]
    assert clearance.max_hold_seconds == profile.get("max_hold_seconds", 300)
    assert bool(clearance.halve_holds_by) is profile.get("halved", False)
    assert bool(clearance.no_tools_by) is profile.get("no_tools", False)
    assert clearance.breathing.value == profile.get("breathing", "on")
    if "advise" in profile:
        assert clearance.advise_clinician is profile["advise"]
    check_plan(profile, clearance)
    blocked = {f"{site.point} {site.side.value}" for site in clearance.blocked_sites}
    assert set(profile.get("out", ())) - blocked == set()
    assert set(profile.get("kept", ())) & blocked == set()


def check_plan(profile: dict[str, Any], clearance: Clearance) -> None:
    """The set of the complaint, at its usual dose, against what the profile says of it."""
    wanted = next((one for one in protocols() if one.complaint == profile["complaint"]), None)
    if wanted is None or not wanted.offered:
        assert not {"plan", "plan_with", "plan_without"} & set(profile)
        return
    made = plan(wanted, clearance, atlas(), regions(), Choices(stage=DoseStage.USUAL))
    pressed = [f"{step.point} {step.side.value}" for step in made.steps] if isinstance(made, Plan) else []
    assert pressed == profile.get("plan", pressed)
    assert set(profile.get("plan_with", ())) <= set(pressed)
    assert not {*profile.get("plan_without", ()), *profile.get("out", ())} & set(pressed)
    for step in made.steps if isinstance(made, Plan) else ():
        assert step.felt_pressure <= cap_at(clearance, step.point)
        assert step.hold_seconds <= profile.get("max_hold_seconds", 300)
        assert step.hold_seconds <= step.prescribed_seconds // (2 if profile.get("halved") else 1)
