"""A person's own routines where the app presses them: their set, their questions, their name."""

from __future__ import annotations

from acupress_desktop.app.desk import Desk
from acupress_desktop.domain.atlas import UnknownPoint
from acupress_desktop.domain.ids import ProtocolId, RowId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.protocols import Protocol
from acupress_desktop.domain.routine_sets import NoSetForComplaint, routine_of, set_of
from acupress_desktop.domain.safety.relevance import asking_for_what_is_pressed
from acupress_desktop.domain.safety.rules import Catalogue
from acupress_desktop.words import history, routines
from acupress_desktop.words.complaints import set_title


def routine_set(desk: Desk, routine: RowId | None) -> Protocol | None:
    """Return the set of a routine; ``None`` where there is none, or nothing that this version can press."""
    kept = None if routine is None else desk.journal.recall_routine(routine)
    if kept is None:
        return None
    shelf = desk.bundle.shelf
    try:
        return set_of(kept, shelf.protocols, shelf.atlas, routines.untested())
    except (NoSetForComplaint, UnknownPoint):
        return None


def planned_routine(desk: Desk) -> Protocol | None:
    """Return the set of the routine that the person plans to press, where that is a routine."""
    plan = desk.journal.recall_practice_plan()
    return None if plan is None else routine_set(desk, plan.routine)


def changed_since(desk: Desk, routine: RowId, given: Moment) -> bool:
    """Tell whether a routine was changed after its questions were answered."""
    kept = desk.journal.recall_routine(routine)
    return kept is None or kept.moment.utc > given.utc


def asking_catalogue(desk: Desk, pressed: Protocol | None) -> Catalogue:
    """Return the questions for a routine: those of its complaint, and those of where it presses."""
    shelf = desk.bundle.shelf
    catalogue = shelf.safety.catalogue
    if pressed is None:
        return catalogue
    return asking_for_what_is_pressed(catalogue, shelf.atlas, shelf.regions, shelf.protocols, pressed)


def session_name(desk: Desk, protocol: ProtocolId) -> str:
    """Return the title of a session of a set or of a routine, which may be deleted by now."""
    routine = routine_of(protocol)
    if routine is not None:
        return desk.journal.recall_routine_name(routine) or history.unknown_routine()
    found = next((one for one in desk.bundle.shelf.protocols if one.id == protocol), None)
    return history.unknown_set(protocol) if found is None else set_title(found.title)
