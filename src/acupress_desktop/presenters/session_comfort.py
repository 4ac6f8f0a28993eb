"""How the last site felt: asked by one quiet bar that never holds anything up."""

from __future__ import annotations

from dataclasses import dataclass

from acupress_desktop.domain.ids import PointCode
from acupress_desktop.domain.journal import Comfort
from acupress_desktop.domain.protocols import RAMP_SECONDS
from acupress_desktop.domain.session_keys import SessionAct, SessionKeys
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.session_acts import key_on_button
from acupress_desktop.presenters.session_view import ComfortAnswerView, ComfortView
from acupress_desktop.session.lines import LineId, Said
from acupress_desktop.session.states import Finished, State, StopCard
from acupress_desktop.session.watching import holds_since
from acupress_desktop.words import session_acts as words

ANSWERS = {SessionAct.FINE: Comfort.FINE, SessionAct.TOO_MUCH: Comfort.TOO_MUCH}
_SAYS_WHAT_FOLLOWS = frozenset({LineId.COMFORT_SOFTER, LineId.COMFORT_LIGHTEST})


@dataclass(frozen=True, slots=True)
class Asked:
    """The site that is asked about, and what its answer did once it was given."""

    point: PointCode
    side: SiteSide
    note: str = ""
    answered: bool = False


def asked_after(asked: Asked | None, before: State, after: State) -> Asked | None:
    """Return what is asked now: a site that was pressed replaces the one before it."""
    if isinstance(after, Finished):
        return None
    for hold in reversed(holds_since(before, after)):
        is_new = all(hold.order != known.order for known in before.log.holds)
        if is_new and hold.comfort is None and hold.held_seconds >= RAMP_SECONDS:
            return Asked(hold.point, hold.side)
    return asked


def follows(said: tuple[Said, ...]) -> Said | None:
    """Return the line that says what "too much" did."""
    return next((each for each in said if each.line.id in _SAYS_WHAT_FOLLOWS), None)


def comfort_view(asked: Asked | None, place: str, state: State, keys: SessionKeys) -> ComfortView | None:
    """Return the bar; ``None`` where nothing is asked, and while hands are off."""
    if asked is None or isinstance(state, StopCard | Finished):
        return None
    if asked.answered:
        return ComfortView("", (), asked.note) if asked.note else None
    answers = (
        (SessionAct.FINE, words.comfort_fine()),
        (SessionAct.TOO_MUCH, words.comfort_too_much()),
        (SessionAct.NO_ANSWER, words.comfort_no_answer()),
    )
    return ComfortView(
        words.comfort_question(place),
        tuple(ComfortAnswerView(act, label, key_on_button(keys, act)) for act, label in answers),
        "",
    )
