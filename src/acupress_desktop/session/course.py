"""What stays the same in all states of a session: the gate that a plan has to pass."""

from __future__ import annotations

from dataclasses import dataclass

from acupress_desktop.domain.breathing import BreathPattern, StepBreathing
from acupress_desktop.domain.exercises import PlannedExercise
from acupress_desktop.domain.plans import CALM
from acupress_desktop.domain.protocols import FELT_PRESSURE_MAX, MINUTES_PER_DAY_MAX, Plan, PlannedStep
from acupress_desktop.domain.safety.outcome import BreathingGuide, Clearance
from acupress_desktop.session.clock import Instant

CLEARANCE_SECONDS = 3600.0
"""Nothing begins or goes on from a pause later than this after the clearance."""


@dataclass(frozen=True, slots=True)
class Course:
    """What stays the same in all states of a session, and its breathing guide.

    ``cleared`` is the instant of the clearance; where nobody says, that of the first press. ``day_seconds``
    is what the day has room for, this session included: nothing is made longer or repeated beyond it.
    """

    clearance: Clearance
    plan: Plan
    pattern: BreathPattern
    breathing: BreathingGuide
    guided_seconds: float = 0.0
    cleared: Instant | None = None
    day_seconds: float = MINUTES_PER_DAY_MAX * 60.0

    def __post_init__(self) -> None:
        """Refuse a plan that this clearance does not cover."""
        if not self.plan.steps:
            raise ValueError("a session needs at least one site to press")
        if self.plan.complaint != self.clearance.complaint and self.plan.protocol != CALM:
            raise ValueError("the clearance was given for another complaint")
        blocked = {(site.point, site.side) for site in self.clearance.blocked_sites}
        only = self.clearance.only_points
        for step in self.plan.steps:
            if (step.point, step.side) in blocked or (only is not None and step.point not in only):
                raise ValueError(f"{step.point} on the {step.side.value} is blocked by the clearance")
            if step.felt_pressure > self._cap_everywhere:
                raise ValueError(f"{step.point} would be pressed harder than the clearance allows")
            if max(step.hold_seconds, step.site_seconds_max) > self.clearance.max_hold_seconds:
                raise ValueError(f"{step.point} would be held for longer than the clearance allows")
            if step.breathing is StepBreathing.OWN and step.pattern is None:
                raise ValueError(f"{step.point} has a breath of its own that nobody named")
        if self.clearance.breath_holds_off_by and any(pattern.has_holds for pattern in self._patterns):
            raise ValueError("a breath would be held although the clearance forbids it")

    @property
    def _patterns(self) -> tuple[BreathPattern, ...]:
        of_steps = (step.pattern for step in self.plan.steps)
        return (self.pattern, *(pattern for pattern in of_steps if pattern is not None))

    @property
    def _cap_everywhere(self) -> int:
        caps = self.clearance.pressure_caps
        return min((cap.max_felt_pressure for cap in caps if not cap.regions), default=FELT_PRESSURE_MAX)

    def is_stale(self, now: Instant) -> bool:
        """Tell whether the clearance is older than an hour, sleep included."""
        return self.cleared is not None and now.boot_at - self.cleared.boot_at > CLEARANCE_SECONDS

    def step(self, index: int) -> PlannedStep:
        """Return the planned step at ``index``, counted from zero."""
        return self.plan.steps[index]

    def exercises_before(self, index: int) -> tuple[tuple[int, PlannedExercise], ...]:
        """Return what is done between the sites before ``index`` and that site, each with its place from 1.

        ``index`` may be that behind the last site. What the plan places after a site that it has not comes
        where that site would have been.
        """
        return tuple(
            (place, exercise)
            for place, exercise in enumerate(self.plan.exercises, start=1)
            if sum(step.order <= exercise.after_order for step in self.plan.steps) == index
        )
