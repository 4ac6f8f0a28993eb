"""Small sessions for the tests of this room, and a reader for what became of them."""

from __future__ import annotations

from datetime import UTC, datetime

from acupress_desktop.domain.breathing import USUAL, BreathPattern
from acupress_desktop.domain.exercises import ExerciseKind, PlannedExercise
from acupress_desktop.domain.ids import ComplaintId, PointCode, ProtocolId, RuleId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.protocols import HOLD_SECONDS_MAX, DoseStage, Form, Plan, PlannedStep
from acupress_desktop.domain.safety.outcome import BlockedSite, BreathingGuide, Clearance
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.session.clock import VirtualClock
from acupress_desktop.session.lines import MARKS
from acupress_desktop.session.machine import prepare
from acupress_desktop.session.rehearsal import read_script, rehearse
from acupress_desktop.session.states import Ready, State

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
STRESS = ComplaintId("stress")


def clearance(
    *,
    complaint: ComplaintId = STRESS,
    breathing: BreathingGuide = BreathingGuide.ON,
    breath_holds_off_by: tuple[RuleId, ...] = (),
    blocked: tuple[BlockedSite, ...] = (),
) -> Clearance:
    return Clearance(
        complaint=complaint,
        given=Moment.of(NOON, "UTC"),
        blocked_sites=blocked,
        blocked_regions=(),
        pressure_caps=(),
        halve_holds_by=(),
        max_hold_seconds=300,
        max_hold_by=(),
        only_points=None,
        only_points_by=None,
        hands_not_to_press_with=(),
        no_tools_by=(),
        breathing=breathing,
        breath_holds_off_by=breath_holds_off_by,
        rules=(),
        messages=(),
    )


def site(
    point: str, side: SiteSide, hold_seconds: int = 60, *, site_seconds_max: int = HOLD_SECONDS_MAX
) -> tuple[str, SiteSide, int, int]:
    return (point, side, hold_seconds, site_seconds_max)


WRISTS = (site("PC6", SiteSide.LEFT), site("PC6", SiteSide.RIGHT))
WRISTS_AND_BROW = (*WRISTS, site("EX-HN3", SiteSide.MIDLINE, 30))


def walk(after_order: int, seconds: int | None = 60, repeats: int | None = None) -> PlannedExercise:
    """Return a walk of the person's own that follows a site."""
    return PlannedExercise(after_order, ExerciseKind.WALK, "Round the block", "", seconds, repeats)


def a_plan(*sites: tuple[str, SiteSide, int, int], exercises: tuple[PlannedExercise, ...] = ()) -> Plan:
    return Plan(
        protocol=ProtocolId("P13"),
        complaint=STRESS,
        content_version="1",
        form=Form.FULL,
        stage=DoseStage.USUAL,
        steps=tuple(
            PlannedStep(
                order=number,
                point=PointCode(point),
                side=side,
                prescribed_seconds=hold_seconds,
                hold_seconds=hold_seconds,
                prescribed_pressure=3,
                felt_pressure=3,
                changed_by=(),
                site_seconds_max=most,
            )
            for number, (point, side, hold_seconds, most) in enumerate(sites, start=1)
        ),
        left_out=(),
        exercises=exercises,
    )


def ready(
    *sites: tuple[str, SiteSide, int, int],
    breathing: BreathingGuide = BreathingGuide.ON,
    pattern: BreathPattern = USUAL,
    exercises: tuple[PlannedExercise, ...] = (),
) -> Ready:
    plan = a_plan(*(sites or WRISTS), exercises=exercises)
    return prepare(clearance(breathing=breathing), plan, pattern)


def play(script: str, start: Ready | None = None, tick_seconds: float = 0.1) -> State:
    """Run ``script`` on a virtual clock and return the last state."""
    state: State = start or ready()
    clock = VirtualClock(NOON)
    for moved in rehearse(start or ready(), read_script(script), clock, tick_seconds):
        state = moved.after
    return state


def told(state: State) -> list[str]:
    """Return what was said but for the counts, as ``at line``."""
    return [f"{said.at:g} {said.line.id.value}" for said in state.log.spoken if said.line.id not in MARKS]


def counted(state: State) -> list[str]:
    """Return the counts, as ``at line number``."""
    return [
        f"{said.at:g} {said.line.id.value} {said.line.seconds:g}"
        for said in state.log.spoken
        if said.line.id in MARKS
    ]


def held(state: State) -> list[tuple[str, str, float, bool]]:
    """Return the holds as point, side, held seconds to the millisecond, completed."""
    return [
        (hold.point, hold.side.value, round(hold.held_seconds, 3), hold.completed) for hold in state.log.holds
    ]
