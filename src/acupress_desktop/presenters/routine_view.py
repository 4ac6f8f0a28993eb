"""What the pages of a person's own routines show: frozen values with every sentence ready."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from acupress_desktop.domain.exercises import ExerciseKind
from acupress_desktop.domain.ids import ComplaintId, PointCode, RowId
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.pieces import ActView, Choice


@dataclass(frozen=True, slots=True)
class PickView:
    """One of several: what the screen gives back, and its words."""

    key: object
    words: str


@dataclass(frozen=True, slots=True)
class RoutineChoiceView:
    """Which routine is meant."""

    title: str
    leave: str
    picks: tuple[PickView, ...]


@dataclass(frozen=True, slots=True)
class RoutineCardView:
    """One routine in the list."""

    id: RowId
    name: str
    what_for: str
    lengths: str
    press: ActView
    press_spoken: str


class CardAct(Enum):
    """What can be done with a routine of the list."""

    CHANGE = "change"
    DUPLICATE = "duplicate"
    SHARE = "share"
    PRINT = "print"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class RoutineListView:
    """The list. ``acts`` are those of every card, each with its words."""

    empty: str
    cards: tuple[RoutineCardView, ...]
    acts: tuple[tuple[CardAct, str], ...]
    open_file: ActView
    said: str = ""
    undo: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class FileKindView:
    """What the system's dialog asks: title, a name without ending, kinds with their endings."""

    title: str
    name: str
    kinds: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OpenedFileView:
    """What is inside a file, before anything of it is kept."""

    title: str
    from_nobody: str
    name: str
    lines: tuple[str, ...]
    steps: tuple[str, ...]
    add: str
    leave: str


@dataclass(frozen=True, slots=True)
class StepView:
    """One step in the list. ``title`` and ``detail`` are shown, ``spoken`` says all of it with its number."""

    id: RowId
    number: int
    title: str
    detail: str
    note: str
    spoken: str
    point: PointCode | None
    side: SiteSide | None
    picture: str
    can_go_up: Choice
    can_go_down: Choice


@dataclass(frozen=True, slots=True)
class StepperView:
    """A number that goes by ``step`` between ``low`` and ``high``; ``text`` says it with its unit.

    ``value`` is ``None`` where no number is meant; ``limit`` says in words what bounds it.
    """

    name: str
    value: int | None
    text: str
    low: int
    high: int
    step: int
    less: str
    more: str
    limit: str = ""
    optional: str = ""
    """Words of the choice to mean no number; empty where one is needed."""


@dataclass(frozen=True, slots=True)
class PictureView:
    """The person's own picture of a step; ``base64`` is empty where there is none."""

    label: str
    base64: str
    spoken: str
    choose: str
    drop: str
    note: str


@dataclass(frozen=True, slots=True)
class OpenStepView:
    """The step that is open for changes. Fields that a kind of step has not are empty or ``None``."""

    id: RowId
    title_label: str
    title: str
    sides_label: str
    sides: tuple[PickView, ...]
    side: object
    seconds: StepperView
    repeats: StepperView | None
    pressure: StepperView | None
    breathing_label: str
    breathing: tuple[PickView, ...]
    breath: object
    note_label: str
    note: str
    picture: PictureView
    cautions: tuple[str, ...]
    remove: str
    close: str


@dataclass(frozen=True, slots=True)
class FoundPointView:
    """A point that can be added."""

    point: PointCode
    side: SiteSide
    title: str
    detail: str
    add: ActView
    spoken: str


@dataclass(frozen=True, slots=True)
class AddView:
    """What can be added."""

    heading: str
    search: str
    hint: str
    searched: str
    found: tuple[FoundPointView, ...]
    found_line: str
    exercises: tuple[tuple[ExerciseKind, str], ...]
    exercises_note: str


@dataclass(frozen=True, slots=True)
class StartView:
    """Where nothing is in it yet: the sets to begin from."""

    title: str
    text: str
    name: str
    sets: tuple[PickView, ...]


@dataclass(frozen=True, slots=True)
class RoutineView:
    """The editor. ``beyond`` marks that a day has not room for all of it."""

    page: str
    back: str
    kept: str
    name_label: str
    name: str
    for_label: str
    complaints: tuple[PickView, ...]
    complaint: ComplaintId
    for_note: str
    note_label: str
    note: str
    lengths: str
    day: str
    beyond: Choice
    steps_heading: str
    steps_hint: str
    steps: tuple[StepView, ...]
    opened: OpenStepView | None
    up: str
    down: str
    remove: str
    change: str
    add: AddView
    start: StartView | None
    press: ActView
    share: str
    print: str
    untested: str
    said: str = ""
    undo: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class PrintedStepView:
    """One step on paper."""

    number: int
    title: str
    lines: tuple[str, ...]
    note: str
    point: PointCode | None
    side: SiteSide | None
    picture: str


@dataclass(frozen=True, slots=True)
class PrintedRoutineView:
    """A routine on paper; ``foot`` must be read."""

    title: str
    lines: tuple[str, ...]
    steps: tuple[PrintedStepView, ...]
    before: tuple[str, ...]
    foot: tuple[str, ...]
