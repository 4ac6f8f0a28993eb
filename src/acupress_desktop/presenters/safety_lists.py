"""The lines of a checklist: what each stands for, how it stands, and what it answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from acupress_desktop.domain.ids import QuestionId
from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.domain.safety.answers import Answer, Reply, TappedPlaces, Ticks
from acupress_desktop.domain.safety.answers import Choice as Chosen
from acupress_desktop.domain.safety.asking import Remembered, harmless
from acupress_desktop.domain.safety.conditions import options_in
from acupress_desktop.domain.safety.questions import Question, QuestionKind
from acupress_desktop.domain.safety.rules import Catalogue, Rule
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.safety_view import ListBody, RowMark, RowView
from acupress_desktop.words import safety_screen as words
from acupress_desktop.words.safety import SafetyWords

GROUP = "group:"
"""Before the id of a group in the key of its line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: an option of a list, a question, or a group of questions.

    ``option`` is set for the first, ``group`` for the last.
    """

    key: str
    label: str
    questions: tuple[Question, ...]
    option: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was picked on the page that is open, before it is answered.

    ``exact`` holds the answers of lines that know more than a tick, such as which of several.
    """

    marks: tuple[tuple[str, RowMark], ...] = ()
    exact: tuple[tuple[QuestionId, Answer], ...] = ()
    places: tuple[RegionSelection, ...] = ()
    amount: str = ""
    told: date | None = None

    def mark(self, key: str) -> RowMark:
        """How a line stands."""
        return dict(self.marks).get(key, RowMark.OPEN)

    def marked(self, key: str, mark: RowMark, exactly: Answer | None = None) -> Draft:
        """Return the draft with one line changed; what was told before no longer stands unchanged."""
        marks = tuple(pair for pair in self.marks if pair[0] != key)
        exact = tuple(pair for pair in self.exact if pair[0] != key)
        if mark is not RowMark.OPEN:
            marks = (*marks, (key, mark))
        if exactly is not None:
            exact = (*exact, (QuestionId(key), exactly))
        return replace(self, marks=marks, exact=exact, told=None)


@dataclass(frozen=True, slots=True)
class ListAnswers:
    """What a checklist answers, and which lines open more lines."""

    given: tuple[tuple[QuestionId, Answer], ...]
    opened: frozenset[str]


def is_risky(question: Question, answer: Answer) -> bool:
    """Whether an answer is another than the harmless one."""
    return answer != harmless(question)


def part_to_ask(asked: tuple[Question, ...], opened: frozenset[str]) -> tuple[Question, ...]:
    """Return what of a checklist page is shown now: first its lines, then what each ticked line opens."""
    closed = tuple(
        question for question in asked if question.id not in opened and question.group not in opened
    )
    if closed:
        return closed
    first = asked[0]
    if first.id in opened:
        return (first,)
    return tuple(
        question for question in asked if question.group == first.group and question.id not in opened
    )


def lines_of(
    questions: tuple[Question, ...],
    shown: Iterable[str],
    apart: frozenset[str],
    texts: SafetyWords,
) -> tuple[Line, ...]:
    """Return the lines: the options of one question, or one for each question or group.

    A group in ``apart``, and one of which a single question is left, shows its questions themselves.
    """
    if is_whole_list(questions):
        question, wanted = questions[0], set(shown)
        return tuple(
            Line(
                option.id,
                texts.option(question, option.id),
                questions,
                option=option.id,
            )
            for option in question.options
            if option.id in wanted
        )
    lines: list[Line] = []
    seen: set[str] = set()
    for question in questions:
        group = question.group
        together = tuple(other for other in questions if group and other.group == group)
        if group in apart or len(together) < _FEWEST_IN_A_GROUP:
            lines.append(Line(question.id, texts.item(question), (question,)))
        elif group not in seen:
            seen.add(group)
            lines.append(Line(GROUP + group, texts.group_item(group), together, group=group))
    return tuple(lines)


_FEWEST_IN_A_GROUP = 2


def is_whole_list(questions: tuple[Question, ...]) -> bool:
    """Whether the list is one question with many options, not many questions."""
    return len(questions) == 1 and questions[0].kind is QuestionKind.MULTI


def groups_told(questions: Iterable[Question], earlier: Mapping[QuestionId, Remembered]) -> frozenset[str]:
    """Name the groups of which something was told before: their questions are shown themselves."""
    return frozenset(
        question.group
        for question in questions
        if question.group and question.id in earlier and is_risky(question, earlier[question.id].answer)
    )


def first_draft(questions: tuple[Question, ...], earlier: Mapping[QuestionId, Remembered]) -> Draft:
    """Start a page from what was told before, so that "still the same" is one tap."""
    marks: list[tuple[str, RowMark]] = []
    exact: list[tuple[QuestionId, Answer]] = []
    places: list[RegionSelection] = []
    told: date | None = None
    for question in questions:
        kept = earlier.get(question.id)
        if kept is None:
            continue
        match kept.answer:
            case Ticks(options=options):
                marks += [(option.id, RowMark.YES) for option in question.options if option.id in options]
            case Reply.YES:
                marks.append((question.id, RowMark.YES))
            case Reply.UNSURE if question.kind in (QuestionKind.YES_NO_UNSURE, QuestionKind.CHOICE):
                marks.append((question.id, RowMark.UNSURE))
            case Chosen() as chosen if is_risky(question, chosen):
                marks.append((question.id, RowMark.YES))
                exact.append((question.id, chosen))
            case TappedPlaces(places=found):
                places += sorted(found, key=lambda place: (place.region, place.side.value))
            case _:
                continue
        told = kept.on if told is None else min(told, kept.on)
    known = marks or places
    return Draft(tuple(marks), tuple(exact), tuple(places), told=told if known else None)


def list_body(
    catalogue: Catalogue, lines: tuple[Line, ...], draft: Draft, today: date, unsure_note: str
) -> ListBody:
    """A checklist with "none of these"."""
    whole = is_whole_list(lines[0].questions) and bool(lines[0].option)
    views = []
    for line in lines:
        mark = draft.mark(line.key)
        views.append(
            RowView(
                key=line.key,
                label=words.row_not_sure(line.label) if mark is RowMark.UNSURE else line.label,
                mark=mark,
                more=words.row_more(line.label),
            )
        )
    count = sum(draft.mark(line.key) is not RowMark.OPEN for line in lines)
    same = draft.told is not None
    first = lines[0].questions[0]
    return ListBody(
        rows=tuple(views),
        told=words.as_told(draft.told, today) if draft.told is not None else "",
        go_on=(words.still_the_same() if same else words.go_on_with(count)) if count else "",
        none=words.none_of_these(),
        unsure=words.not_sure() if whole else "",
        unsure_note=unsure_note if whole else "",
        ends=Choice.when(whole and first.page == catalogue.pages[0].id),
    )


def list_answers(lines: tuple[Line, ...], draft: Draft) -> ListAnswers:
    """Answer every question of a checklist: what is not ticked is a no; a ticked group is asked on."""
    if lines and lines[0].option:
        ticked = frozenset(line.key for line in lines if draft.mark(line.key) is not RowMark.OPEN)
        return ListAnswers(((lines[0].questions[0].id, Ticks(ticked)),), frozenset())
    given: dict[QuestionId, Answer] = {}
    opened: set[str] = set()
    exact = dict(draft.exact)
    for line in lines:
        mark = draft.mark(line.key)
        if mark is RowMark.OPEN:
            given |= {question.id: harmless(question) for question in line.questions}
            continue
        if line.group:
            opened.add(line.group)
            continue
        question = line.questions[0]
        if mark is RowMark.UNSURE:
            given[question.id] = Reply.UNSURE
        elif question.kind is not QuestionKind.CHOICE:
            given[question.id] = Reply.YES
        elif question.id in exact:
            given[question.id] = exact[question.id]
        else:
            opened.add(question.id)
    return ListAnswers(tuple(given.items()), frozenset(opened))


def rules_of(catalogue: Catalogue, line: Line) -> tuple[Rule, ...]:
    """Return the rows behind one line, in the order of the table."""
    found: dict[str, Rule] = {}
    for question in line.questions:
        for rule in catalogue.rules_asking(question.id):
            if not line.option or line.option in set(options_in(rule.when, question.id)):
                found[rule.id] = rule
    return tuple(found.values())
