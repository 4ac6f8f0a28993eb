"""What a person answered, as values; and the reading of an answers file's plain mappings.

``None`` never appears here: a question without an answer is simply absent, and the screen says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from acupress_desktop.domain.ids import QuestionId, RegionId
from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.domain.sides import SiteSide

AGE_YEARS_MAX = 120


class Reply(Enum):
    """An answer to a yes-or-no question; ``UNSURE`` may stand for any other kind of answer too."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of several, by its id."""

    option: str


@dataclass(frozen=True, slots=True)
class Ticks:
    """Any number of options, in any order; empty is "none of these"."""

    options: frozenset[str]


@dataclass(frozen=True, slots=True)
class Amount:
    """A whole number, such as an age in years."""

    value: int


@dataclass(frozen=True, slots=True)
class TappedPlaces:
    """Places on the person's own body, in any order; empty is "nowhere"."""

    places: frozenset[RegionSelection]


Answer = Reply | Choice | Ticks | Amount | TappedPlaces

NOWHERE = TappedPlaces(frozenset())
NONE_OF_THESE = Ticks(frozenset())


class Answers(Mapping[QuestionId, Answer]):
    """All answers given so far, by question; two are equal however they were ordered."""

    __slots__ = ("_by_question",)

    def __init__(self, given: Mapping[QuestionId, Answer] | Iterable[tuple[QuestionId, Answer]] = ()) -> None:
        self._by_question = MappingProxyType(dict(given))

    def __getitem__(self, question: QuestionId) -> Answer:
        return self._by_question[question]

    def __iter__(self) -> Iterator[QuestionId]:
        return iter(self._by_question)

    def __len__(self) -> int:
        return len(self._by_question)

    def __repr__(self) -> str:
        return f"Answers({dict(self._by_question)!r})"

    def with_answer(self, question: QuestionId, answer: Answer) -> Answers:
        """Return these answers with one added or replaced."""
        return Answers({**self._by_question, question: answer})

    def without(self, questions: Iterable[QuestionId]) -> Answers:
        """Return these answers without ``questions``."""
        gone = set(questions)
        return Answers({key: value for key, value in self._by_question.items() if key not in gone})

    def mirrored(self) -> Answers:
        """Return the same answers of a person whose left and right are swapped."""
        return Answers({key: _mirrored(value) for key, value in self._by_question.items()})


def _mirrored(answer: Answer) -> Answer:
    if isinstance(answer, TappedPlaces):
        return TappedPlaces(
            frozenset(RegionSelection(place.region, place.side.mirrored) for place in answer.places)
        )
    return answer


class UnusableAnswer(ValueError):
    """A value that cannot be an answer to its question; names the question and what is wrong."""

    def __init__(self, question: str, what: str) -> None:
        super().__init__(f"{question}: {what}")
        self.question = QuestionId(question)
        self.what = what


_SIDES: Mapping[object, SiteSide] = {
    "left": SiteSide.LEFT,
    "right": SiteSide.RIGHT,
    "midline": SiteSide.MIDLINE,
    "both": SiteSide.MIDLINE,
    None: SiteSide.MIDLINE,
}


def places_from_plain(question: QuestionId, value: object) -> TappedPlaces:
    """Build places from ``[{"region": "hand-dorsum", "side": "right"}, ...]``.

    Without a side, or with ``midline`` or ``both``, the whole region is meant. Raises
    ``UnusableAnswer``. Whether the region exists is for the caller to check.
    """
    if not isinstance(value, list | tuple):
        raise UnusableAnswer(question, "needs a list of places")
    places: set[RegionSelection] = set()
    for row in value:
        if not isinstance(row, Mapping) or set(row) - {"region", "side"}:
            raise UnusableAnswer(question, "each place needs a region and a side, and nothing else")
        region, side = row.get("region"), row.get("side")
        if not isinstance(region, str):
            raise UnusableAnswer(question, "a place needs the id of a region")
        if not isinstance(side, str | None) or side not in _SIDES:
            raise UnusableAnswer(question, f"a side is left, right or midline, not {side!r}")
        places.add(RegionSelection(RegionId(region), _SIDES[side]))
    return TappedPlaces(frozenset(places))


def ticks_from_plain(question: QuestionId, value: object) -> Ticks:
    """Build ticks from a list of option ids; raise ``UnusableAnswer`` for anything else."""
    if not isinstance(value, list | tuple):
        raise UnusableAnswer(question, "needs a list of options, empty for none of them")
    options: set[str] = set()
    for row in value:
        if not isinstance(row, str):
            raise UnusableAnswer(question, f"an option is a text, not {row!r}")
        options.add(row)
    return Ticks(frozenset(options))


def years_from_plain(question: QuestionId, value: object) -> Amount:
    """Build an age in whole years; raise ``UnusableAnswer`` unless it is 0 to 120."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= AGE_YEARS_MAX:
        raise UnusableAnswer(question, f"needs a whole number from 0 to {AGE_YEARS_MAX}, not {value!r}")
    return Amount(value)
