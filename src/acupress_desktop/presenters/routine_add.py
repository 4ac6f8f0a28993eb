"""What can be added to a routine: points that the search finds, exercises, and a set to begin from."""

from __future__ import annotations

from dataclasses import dataclass

from acupress_desktop.domain.atlas import Point, Pressability
from acupress_desktop.domain.exercises import ExerciseKind
from acupress_desktop.domain.ids import RowId
from acupress_desktop.domain.point_search import PointSearch
from acupress_desktop.domain.routines import (
    ExerciseStep,
    Routine,
    RoutineSides,
    may_be_pressed,
    pressure_limit,
)
from acupress_desktop.presenters.pieces import ActView
from acupress_desktop.presenters.routine_texts import RoutineBook
from acupress_desktop.presenters.routine_view import AddView, FoundPointView, PickView, StartView
from acupress_desktop.words import complaints
from acupress_desktop.words import routine_editor as words
from acupress_desktop.words import routine_steps as step_words

FOUND_MAX = 8
"""So many are shown; a longer list says that there are more."""


@dataclass(frozen=True, slots=True)
class Searched:
    """What was searched for, and which points fit: those to press, and how many are only studied."""

    text: str = ""
    points: tuple[Point, ...] = ()
    studied: int = 0

    @classmethod
    def of(cls, text: str, search: PointSearch) -> Searched:
        """Search as the atlas does."""
        found = tuple(match.point for match in search.find(text))
        pressable = tuple(point for point in found if may_be_pressed(point))
        return cls(text, pressable, len(found) - len(pressable))


def free_sides(routine: Routine, point: Point) -> RoutineSides | None:
    """Return on which sides a point is not pressed yet; ``None`` where it is on all."""
    taken = {site for step in routine.presses if step.point == point.code for site in step.sides.sites()}
    free = tuple(site for site in point.sites if site not in taken)
    if not free:
        return None
    if not point.bilateral:
        return RoutineSides.MIDLINE
    return RoutineSides.BOTH if len(free) == 2 else RoutineSides(free[0].value)


def add_view(routine: Routine, searched: Searched) -> AddView:
    """Show what can be added."""
    return AddView(
        heading=words.add_heading(),
        search=words.search(),
        hint=words.search_hint(),
        searched=searched.text,
        found=tuple(_found(routine, point) for point in searched.points[:FOUND_MAX]),
        found_line=_line(searched),
        exercises=(
            (ExerciseKind.EXERCISE, words.add_exercise()),
            (ExerciseKind.STRETCH, words.add_stretch()),
            (ExerciseKind.WALK, words.add_walk()),
        ),
        exercises_note=words.exercises_note(),
    )


def _line(searched: Searched) -> str:
    if not searched.text.strip():
        return ""
    parts = [words.found(len(searched.points)) if searched.points else words.nothing_found()]
    if searched.studied:
        parts.append(words.only_studied(searched.studied))
    return " ".join(parts)


def _found(routine: Routine, point: Point) -> FoundPointView:
    side = point.sites[0]
    title = step_words.point_title(point.label, point.english)
    taken = words.stands_already() if free_sides(routine, point) is None else ""
    light = (
        step_words.limit_light(pressure_limit(point)) if point.pressability is Pressability.LIGHT_ONLY else ""
    )
    return FoundPointView(
        point=point.code,
        side=side,
        title=title,
        detail=light,
        add=ActView(words.add(), detail=taken, blocked_because=taken),
        spoken=words.add_named(title),
    )


def new_exercise(kind: ExerciseKind, key: RowId) -> ExerciseStep:
    """Return what an exercise, a stretch or a walk begins as."""
    match kind:
        case ExerciseKind.EXERCISE:
            return ExerciseStep(key, kind, words.new_exercise(), "", None, 10)
        case ExerciseKind.STRETCH:
            return ExerciseStep(key, kind, words.new_stretch(), "", 30, None)
        case ExerciseKind.WALK:
            return ExerciseStep(key, kind, words.new_walk(), "", 600, None)


def start_view(book: RoutineBook) -> StartView:
    """Offer the app's own sets to begin from."""
    sets = (one for one in book.protocols if one.offered)
    return StartView(
        title=words.start_title(),
        text=words.start_text(),
        name=words.choose_set(),
        sets=tuple(PickView(one.id, words.start_from(complaints.set_title(one.title))) for one in sets),
    )
