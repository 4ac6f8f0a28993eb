"""What a person ticks before pressing, what earlier answers say, and what both together allow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from acupress_desktop.domain.ids import ComplaintId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import StableAnswer
from acupress_desktop.domain.pressure import looks_for_ceiling
from acupress_desktop.domain.pressure_exercise import Arms
from acupress_desktop.domain.protocols import FELT_PRESSURE_MAX
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.safety.answers import Answers
from acupress_desktop.domain.safety.asking import known_age
from acupress_desktop.domain.safety.evaluate import Reading
from acupress_desktop.domain.safety.hand_limits import HandLimits, hand_limits
from acupress_desktop.domain.safety.person import CanBePregnant, Profile, ScreenContext
from acupress_desktop.domain.safety.rules import Catalogue
from acupress_desktop.domain.settings import Settings
from acupress_desktop.domain.sides import Side
from acupress_desktop.presenters.answer_texts import remembered
from acupress_desktop.presenters.pressure_view import Tick
from acupress_desktop.words import pressure_steps as words

CALM = ComplaintId("calm")
"""The set whose questions are put to everybody."""
_CAPS: Mapping[Tick, int] = {Tick.CLEARED: 2, Tick.BLEEDING: 3, Tick.SKIN: 3, Tick.PREGNANT: 3}
"""No more than the rows of the safety table allow for the same answers."""
_UNWELL: Mapping[Side, Tick] = {Side.LEFT: Tick.LEFT, Side.RIGHT: Tick.RIGHT}


@dataclass(frozen=True, slots=True)
class Gate:
    """What the exercise may do: ``stopped`` says why not at all, ``lines`` what is left out."""

    cap: int
    hands: tuple[Side, ...]
    arms: Arms
    stopped: str
    lines: tuple[str, ...]


def known_limits(
    catalogue: Catalogue,
    regions: RegionMap,
    settings: Settings,
    kept: Iterable[StableAnswer],
    now: Callable[[], Moment],
) -> HandLimits:
    """Return what the answers that are kept from earlier sessions say about pressing with the hands."""
    moment = now()
    told = remembered(catalogue, regions, kept)
    age = known_age(settings.birth_year, told, moment.local_date)
    context = ScreenContext(Profile(age, CanBePregnant.NOT_KNOWN), CALM, moment)
    answers = Answers({question: row.answer for question, row in told.items()})
    return hand_limits(Reading(catalogue, regions, context, answers))


def gate(known: HandLimits, ticks: frozenset[Tick]) -> Gate:
    """Put both together: what was ticked today and what is known can each only take away."""
    hands = tuple(side for side in Side if _UNWELL[side] not in ticks)
    cap = min((known.max_felt_pressure, *(_CAPS[tick] for tick in ticks if tick in _CAPS)))
    arms = Arms.BOTH if len(hands) == len(Side) else Arms.ONE
    lines = []
    if cap < FELT_PRESSURE_MAX and cap == known.max_felt_pressure:
        lines.append(words.up_to_by_answers(cap))
    elif cap < FELT_PRESSURE_MAX:
        lines.append(words.up_to(cap))
    if hands and arms is Arms.ONE:
        lines.append(words.one_arm())
        if looks_for_ceiling(cap):
            lines.append(words.no_ceiling())
    return Gate(cap, hands, arms, _stopped(known, ticks, hands), tuple(lines))


def _stopped(known: HandLimits, ticks: frozenset[Tick], hands: tuple[Side, ...]) -> str:
    if Tick.UNWELL in ticks:
        return words.stopped_unwell()
    if Tick.DISORDER in ticks:
        return words.stopped_disorder()
    if not hands:
        return words.stopped_hands()
    return words.stopped_answers() if known.stopped_by else ""


def tick_words(tick: Tick) -> str:
    """Return the line of a tick."""
    match tick:
        case Tick.DISORDER:
            return words.tick_disorder()
        case Tick.CLEARED:
            return words.tick_cleared()
        case Tick.BLEEDING:
            return words.tick_bleeding()
        case Tick.SKIN:
            return words.tick_skin()
        case Tick.PREGNANT:
            return words.tick_pregnant()
        case Tick.LEFT:
            return words.tick_hand(Side.LEFT)
        case Tick.RIGHT:
            return words.tick_hand(Side.RIGHT)
        case Tick.UNWELL:
            return words.tick_unwell()
