"""Builds the five ways to answer from a question and from what was picked so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from acupress_desktop.domain.ids import QuestionId, RegionId
from acupress_desktop.domain.regions import RegionMap, RegionSelection, RegionSides
from acupress_desktop.domain.safety.answers import Answer, Reply, TappedPlaces, Ticks
from acupress_desktop.domain.safety.answers import Choice as Chosen
from acupress_desktop.domain.safety.asking import Remembered, harmless
from acupress_desktop.domain.safety.questions import Question, QuestionKind
from acupress_desktop.domain.safety.rules import Catalogue
from acupress_desktop.domain.settings import BodyView, Settings
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.safety_view import (
    AnswerView,
    AskBody,
    ChoiceBody,
    ListBody,
    OptionView,
    PlaceRow,
    RegionBody,
    RowMark,
    RowView,
)
from acupress_desktop.words import body
from acupress_desktop.words import safety_screen as words
from acupress_desktop.words.safety import SafetyWords, not_sure_note

OPTION = "="
"""Between question and option in the key of a row that is one answer of a choice."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was picked on the page that is open, before it is answered."""

    marks: tuple[tuple[str, RowMark], ...] = ()
    places: tuple[RegionSelection, ...] = ()
    amount: str = ""
    told: date | None = None
    every_place: Choice = Choice.OPEN

    def mark(self, key: str) -> RowMark:
        """How a row stands."""
        return dict(self.marks).get(key, RowMark.OPEN)

    def with_mark(self, key: str, mark: RowMark) -> tuple[tuple[str, RowMark], ...]:
        """Return the marks with one row changed; rows of one choice take each other's place."""
        question = key.partition(OPTION)[0]
        others = tuple(
            pair
            for pair in self.marks
            if pair[0] != key and not (OPTION in key and pair[0].partition(OPTION)[0] == question)
        )
        return others if mark is RowMark.OPEN else (*others, (key, mark))

    @property
    def marked(self) -> tuple[str, ...]:
        """Rows that are ticked or unsure, in the order of ticking."""
        return tuple(key for key, _ in self.marks)


def first_draft(questions: tuple[Question, ...], earlier: Mapping[QuestionId, Remembered]) -> Draft:
    """Start a page from what was told before, so that "still the same" is one tap."""
    marks: list[tuple[str, RowMark]] = []
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
            case Reply.UNSURE if question.kind is QuestionKind.YES_NO_UNSURE:
                marks.append((question.id, RowMark.UNSURE))
            case Chosen(option=option) if option != question.options[0].id:
                marks.append((f"{question.id}{OPTION}{option}", RowMark.YES))
            case TappedPlaces(places=found):
                places += sorted(found, key=lambda place: (place.region, place.side.value))
            case _:
                continue
        told = kept.on if told is None else min(told, kept.on)
    known = marks or places
    return Draft(marks=tuple(marks), places=tuple(places), told=told if known else None)


def ask_body(catalogue: Catalogue, question: Question) -> AskBody:
    """Yes, no, not sure: equal answers, no first."""
    return AskBody(
        (
            AnswerView(Reply.NO, words.no(), words.no_key(), ""),
            AnswerView(Reply.YES, words.yes(), words.yes_key(), ""),
            AnswerView(
                Reply.UNSURE, words.not_sure(), words.not_sure_key(), unsure_note(catalogue, question.id)
            ),
        )
    )


def choice_body(catalogue: Catalogue, question: Question, texts: SafetyWords) -> ChoiceBody:
    """One of several, each with a key: the letters of no and yes where they fit, digits otherwise."""
    letters = {"no": words.no_key(), "yes": words.yes_key()}
    return ChoiceBody(
        tuple(
            OptionView(
                option.id,
                texts.option(question, option.id),
                letters.get(option.id, str(number)),
            )
            for number, option in enumerate(question.options, 1)
        ),
        words.not_sure(),
        words.not_sure_key(),
        unsure_note(catalogue, question.id),
    )


def unsure_note(catalogue: Catalogue, question: QuestionId) -> str:
    """Say what "not sure" counts as."""
    return not_sure_note(catalogue.unsure_means(question))


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a checklist before it is marked."""

    key: str
    label: str
    heading: str
    may_be_unsure: Choice


def rows_of(questions: tuple[Question, ...], shown: Iterable[str], texts: SafetyWords) -> tuple[Row, ...]:
    """Return the rows: the options of one question; or one question each, a choice one for each yes."""
    if is_whole_list(questions):
        question, wanted = questions[0], set(shown)
        return tuple(
            Row(option.id, texts.option(question, option.id), texts.heading(question, option.id), Choice.OPEN)
            for option in question.options
            if option.id in wanted
        )
    rows: list[Row] = []
    for question in questions:
        item = texts.item(question)
        if question.kind is not QuestionKind.CHOICE:
            rows.append(Row(question.id, item, "", Choice.CHOSEN))
            continue
        for number, option in enumerate(question.options[1:]):
            label = words.item_and_option(item, texts.option(question, option.id))
            rows.append(Row(f"{question.id}{OPTION}{option.id}", label, "", Choice.when(number == 0)))
    return tuple(rows)


def is_whole_list(questions: tuple[Question, ...]) -> bool:
    """Whether the list is one question with many options, not many questions."""
    return len(questions) == 1 and questions[0].kind is QuestionKind.MULTI


def list_body(
    catalogue: Catalogue,
    questions: tuple[Question, ...],
    rows: tuple[Row, ...],
    draft: Draft,
    today: date,
) -> ListBody:
    """A checklist with "none of these"."""
    whole = is_whole_list(questions)
    views = []
    heading_before = ""
    for row in rows:
        unsure = row.may_be_unsure is Choice.CHOSEN
        views.append(
            RowView(
                key=row.key,
                label=row.label,
                heading=row.heading if row.heading != heading_before else "",
                mark=draft.mark(row.key),
                unsure_label=words.not_sure() if unsure else "",
                unsure_spoken=words.row_not_sure(row.label) if unsure else "",
            )
        )
        heading_before = row.heading
    count = len(draft.marked)
    same = draft.told is not None
    return ListBody(
        rows=tuple(views),
        told=words.as_told(draft.told, today) if draft.told is not None else "",
        go_on=(words.still_the_same() if same else words.go_on_with(count)) if count else "",
        none=words.none_of_these(),
        unsure=words.not_sure() if whole else "",
        unsure_note=unsure_note(catalogue, questions[0].id) if whole else "",
    )


def sided_places(regions: RegionMap, region: RegionId) -> tuple[RegionSelection, ...]:
    """Return the person's left and right of a paired region, or the region itself."""
    paired = all(regions.leaf(leaf).sides is RegionSides.PAIRED for leaf in regions.members(region))
    if paired:
        return RegionSelection(region, SiteSide.LEFT), RegionSelection(region, SiteSide.RIGHT)
    return (RegionSelection(region, SiteSide.MIDLINE),)


def leaves_of(regions: RegionMap, places: Iterable[RegionSelection]) -> tuple[RegionSelection, ...]:
    """Return the smallest regions that some places take in, as a picture of the body names them."""
    found: dict[RegionSelection, None] = {}
    for place in places:
        for leaf in regions.members(place.region):
            if regions.leaf(leaf).sides is RegionSides.PAIRED and place.side is SiteSide.MIDLINE:
                found |= dict.fromkeys(sided_places(regions, leaf))
            elif regions.leaf(leaf).sides is RegionSides.PAIRED:
                found[RegionSelection(leaf, place.side)] = None
            else:
                found[RegionSelection(leaf, SiteSide.MIDLINE)] = None
    return tuple(found)


def place_label(regions: RegionMap, place: RegionSelection) -> str:
    """Such as "Back of the hand, right"."""
    return body.sided_region(regions.title(place.region), place.side)


def region_body(
    catalogue: Catalogue, regions: RegionMap, question: Question, draft: Draft, settings: Settings
) -> RegionBody:
    """Places on the body, with the offered ones first and all of them one tap away."""
    every = tuple(place for area in regions.areas for place in sided_places(regions, area.id))
    offered: list[RegionSelection] = []
    for region in question.offered_regions:
        offered += sided_places(regions, region)
    if draft.every_place is Choice.CHOSEN or not offered:
        offered += every
    shown = dict.fromkeys((*offered, *draft.places))
    labels = tuple(place_label(regions, place) for place in draft.places)
    mirrored = settings.body_view is BodyView.MIRROR
    may_be_empty = question.may_be_empty
    return RegionBody(
        rows=tuple(
            PlaceRow(place, place_label(regions, place), Choice.when(place in draft.places))
            for place in shown
        ),
        more=words.all_places(len(every)) if draft.every_place is Choice.OPEN else words.fewer_places(),
        go_on=words.leave_out(len(draft.places)) if draft.places else "",
        nowhere=words.nowhere() if may_be_empty else "",
        unsure=words.not_sure(),
        unsure_note=unsure_note(catalogue, question.id),
        hint="" if may_be_empty or draft.places else words.nothing_chosen(),
        marked=leaves_of(regions, draft.places),
        front=words.front(),
        back=words.back_of_body(),
        your_left=body.your_left(),
        your_right=body.your_right(),
        turned_words=words.seen_in_a_mirror() if mirrored else words.seen_by_another(),
        turn=words.show_another() if mirrored else words.show_mirror(),
        figure=settings.figure,
        turned=settings.body_view,
        spoken=words.place_picked(labels),
    )


def list_answers(
    questions: tuple[Question, ...], marks: Mapping[str, RowMark]
) -> tuple[tuple[QuestionId, Answer], ...]:
    """Answer every question of a checklist: what is not ticked is a no."""
    if is_whole_list(questions):
        ticked = frozenset(key for key, mark in marks.items() if mark is not RowMark.OPEN)
        return ((questions[0].id, Ticks(ticked)),)
    given: dict[QuestionId, Answer] = {question.id: harmless(question) for question in questions}
    for key, mark in marks.items():
        name, _equals, option = key.partition(OPTION)
        question = QuestionId(name)
        if question not in given:
            continue
        if mark is RowMark.UNSURE:
            given[question] = Reply.UNSURE
        elif mark is RowMark.YES:
            given[question] = Chosen(option) if option else Reply.YES
    return tuple(given.items())
