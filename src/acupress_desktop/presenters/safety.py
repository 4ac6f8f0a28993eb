"""The safety screen: one page of questions at a time, until a session is cleared or is not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.ids import QuestionId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import SettingsPort
from acupress_desktop.domain.regions import RegionMap, RegionSelection
from acupress_desktop.domain.routine_sets import protocol_of
from acupress_desktop.domain.safety.answers import NOWHERE, Amount, Answer, Answers, Reply, TappedPlaces
from acupress_desktop.domain.safety.answers import Choice as Chosen
from acupress_desktop.domain.safety.asking import (
    CHANGED,
    Remembered,
    harmless,
    is_anything_fresh,
    next_questions,
    pages_ahead,
    still_valid,
    without_follow_ups,
)
from acupress_desktop.domain.safety.evaluate import Reading
from acupress_desktop.domain.safety.outcome import NotCleared, Unanswered
from acupress_desktop.domain.safety.person import ScreenContext
from acupress_desktop.domain.safety.places import NearPoints
from acupress_desktop.domain.safety.questions import Asked, Page, Question, QuestionKind
from acupress_desktop.domain.safety.rules import Catalogue
from acupress_desktop.domain.safety.screen import screen
from acupress_desktop.domain.safety.watched import SKIN_TODAY, narrowed, still_remembered
from acupress_desktop.domain.settings import BodyView
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.presenters.answer_texts import remembered
from acupress_desktop.presenters.destinations import (
    Destination,
    Given,
    ToOutcome,
    ToPlan,
    ToSafety,
    ToToday,
)
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.safety_faces import Asking, Faces, years_of
from acupress_desktop.presenters.safety_foot import SafetyFoot
from acupress_desktop.presenters.safety_keeping import SafetyJournal, context_of, keep_what_was_told
from acupress_desktop.presenters.safety_lists import (
    Draft,
    Line,
    first_draft,
    groups_told,
    is_whole_list,
    lines_of,
    list_answers,
    part_to_ask,
)
from acupress_desktop.presenters.safety_view import RowMark, SafetyView
from acupress_desktop.presenters.told_answers import answered_pages
from acupress_desktop.presenters.watching import watched_of
from acupress_desktop.words.safety import SafetyWords

CHANGED_WITHIN = timedelta(minutes=60)
"""So long after a clearance the answers that led to it can be changed; later they are asked anew."""


@dataclass(frozen=True, slots=True)
class SafetyContent:
    """The data files that the screen asks from."""

    catalogue: Catalogue
    texts: SafetyWords
    atlas: Atlas
    regions: RegionMap
    near: NearPoints


@dataclass(frozen=True, slots=True)
class _Left:
    """A page that was left: what to go back to."""

    questions: tuple[Question, ...]
    answers: Answers
    earlier: Mapping[QuestionId, Remembered]
    opened: frozenset[str]
    draft: Draft


class SafetyPresenter:
    """Asks; every intent returns the next view, or where to go."""

    def __init__(
        self,
        journal: SafetyJournal,
        settings: SettingsPort,
        content: SafetyContent,
        now: Callable[[], Moment],
        going: ToSafety,
    ) -> None:
        self._journal = journal
        self._settings = settings
        self._content = content
        self._now = now
        self._going = going
        self._watched = watched_of(journal, content.regions, now())
        kept = remembered(content.catalogue, content.regions, journal.recall_answers())
        self._earlier = still_remembered(content.catalogue, kept, self._watched)
        self._told = self._earlier
        self._answers = Answers()
        self._opened: frozenset[str] = frozenset()
        self._trail: tuple[_Left, ...] = ()
        self._note = Choice.OPEN
        self._looked: Line | None = None
        self._foot = SafetyFoot(settings)
        self._faces = Faces(content.catalogue, content.texts, content.regions)
        given = going.given
        changes = given is not None and timedelta(0) <= now().utc - given.when.utc <= CHANGED_WITHIN
        if given is not None and changes:
            self._answers = given.answers
        self._context = self._new_context()
        if not changes and not is_anything_fresh(content.catalogue, self._context, self._earlier):
            # There is no last time: whatever could have changed is asked today.
            self._answers = self._answers.with_answer(CHANGED, Reply.NO)
        self._questions: tuple[Question, ...] = () if changes else self._next()
        self._ahead = self._count_ahead()
        self._draft = self._new_draft()

    # --- Intents: answering

    def present(self) -> SafetyView:
        """Show the page that is open."""
        return self._view()

    def answer(self, reply: Reply) -> SafetyView | Destination:
        """Answer a yes-or-no question, or the line that was opened as one."""
        line = self._looked
        if line is None:
            return self._take(tuple((question.id, reply) for question in self._questions))
        if line.option and reply is Reply.UNSURE:
            return self.unsure()
        marks = {Reply.YES: RowMark.YES, Reply.NO: RowMark.OPEN, Reply.UNSURE: RowMark.UNSURE}
        return self._marked(line.key, marks[reply])

    def toggle_row(self, key: str) -> SafetyView:
        """Tick a row, or take the tick back."""
        return self._marked(key, RowMark.YES if self._draft.mark(key) is RowMark.OPEN else RowMark.OPEN)

    def look_at_row(self, key: str) -> SafetyView:
        """Open a row as a question of its own, with all its words and why it is asked."""
        self._looked = next((line for line in self._lines() if line.key == key), None)
        return self._view()

    def clear_rows(self, keys: tuple[str, ...]) -> SafetyView:
        """Take the ticks of some rows back."""
        for key in keys:
            if self._draft.mark(key) is not RowMark.OPEN:
                self._draft = self._draft.marked(key, RowMark.OPEN)
        return self._view()

    def none(self) -> SafetyView | Destination:
        """Answer a whole list, or the body question, with none."""
        question = self._questions[0]
        if question.kind is QuestionKind.REGION:
            return self._take(((question.id, NOWHERE),)) if question.may_be_empty else self._view()
        return self._take(list_answers(self._lines(), Draft()).given)

    def go_on(self) -> SafetyView | Destination:
        """Answer with what was picked; on the answers that were given, leave them as they are."""
        if not self._questions:
            return self._finish()
        question = self._questions[0]
        match question.kind:
            case QuestionKind.REGION:
                places = frozenset(self._draft.places)
                return self._take(((question.id, TappedPlaces(places)),)) if places else self._view()
            case QuestionKind.NUMBER:
                years = years_of(self._draft.amount)
                return self._view() if years is None else self._take(((question.id, Amount(years)),))
            case _:
                if not self._draft.marks:
                    return self._view()
                answered = list_answers(self._lines(), self._draft)
                return self._take(answered.given, answered.opened)

    def unsure(self) -> SafetyView | Destination:
        """Say "not sure" to the whole page, or to one of several that was opened."""
        if self._looked is not None and not self._looked.option:
            return self._marked(self._looked.key, RowMark.UNSURE)
        return self._take(tuple((question.id, Reply.UNSURE) for question in self._questions))

    def choose(self, option: str) -> SafetyView | Destination:
        """Answer with one of several."""
        chosen = Chosen(option)
        if self._looked is None:
            return self._take(((self._questions[0].id, chosen),))
        if chosen == harmless(self._looked.questions[0]):
            return self._marked(self._looked.key, RowMark.OPEN)
        return self._marked(self._looked.key, RowMark.YES, chosen)

    def write_amount(self, text: str) -> SafetyView:
        """Keep a number as typed."""
        self._draft = replace(self._draft, amount=text.strip())
        return self._view()

    def toggle_place(self, place: RegionSelection) -> SafetyView:
        """Mark a place, or take it back."""
        places = self._draft.places
        changed = tuple(other for other in places if other != place) if place in places else (*places, place)
        self._draft = replace(self._draft, places=changed, told=None)
        return self._view()

    # --- Intents: around the answer

    def back(self) -> SafetyView:
        """Return to the list from a row, or to the page before with its answer open again."""
        if self._looked is not None:
            self._looked = None
        elif self._trail:
            last = self._trail[-1]
            self._trail = self._trail[:-1]
            self._answers, self._earlier, self._opened = last.answers, last.earlier, last.opened
            self._questions, self._draft = last.questions, last.draft
            self._ahead = self._count_ahead()
        return self._view()

    def change(self, page: str) -> SafetyView:
        """Open a page that was answered, with what was answered on it."""
        answers = self._answers_that_count()
        asked = tuple(
            question
            for question in self._content.catalogue.questions
            if question.page == page and question.id in answers
        )
        if asked and not self._questions:
            self._leave()
            today = self._context.given.local_date
            told = {question.id: Remembered(answers[question.id], today) for question in asked}
            self._answers = self._answers.without(told)
            self._earlier = {key: kept for key, kept in self._earlier.items() if key not in told}
            self._told = {**self._told, **told}
            self._questions = asked if self._page(asked[0]).checklist else asked[:1]
            self._draft = first_draft(self._questions, told)
            self._ahead = self._count_ahead()
        return self._view()

    def close(self) -> Destination:
        """Leave without a session; nothing is kept."""
        return ToToday()

    def turn_note(self) -> SafetyView:
        """Fold the side note, or open it; it stays so on the pages to come."""
        self._note = Choice.when(self._note is Choice.OPEN)
        return self._view()

    def turn_mirror(self) -> SafetyView:
        """Turn the figures, for this and later screens."""
        kept = self._settings.recall_settings()
        other = BodyView.AS_SEEN_BY_ANOTHER if kept.body_view is BodyView.MIRROR else BodyView.MIRROR
        self._foot.keep(replace(kept, body_view=other))
        return self._view()

    def turn_number(self) -> SafetyView:
        """Open the field for the emergency number, or close it."""
        self._foot.turn()
        return self._view()

    def write_number(self, text: str) -> SafetyView:
        """Keep the emergency number as typed."""
        self._foot.write(text)
        return self._view()

    def save_number(self) -> SafetyView:
        """Keep the emergency number."""
        self._foot.save()
        return self._view()

    # --- From page to page

    def _new_context(self) -> ScreenContext:
        kept = self._settings.recall_settings()
        return context_of(self._journal, kept, self._going, self._now(), self._told, self._answers)

    def _answers_that_count(self) -> Answers:
        return still_valid(self._content.catalogue, self._context, self._answers, self._earlier)

    def _next(self) -> tuple[Question, ...]:
        """The questions of the next page; one at a time where the page is no checklist."""
        catalogue, regions = self._content.catalogue, self._content.regions
        asked = next_questions(catalogue, regions, self._context, self._answers, self._earlier)
        if not asked or not self._page(asked[0]).checklist:
            return asked[:1]
        return part_to_ask(asked, self._opened)

    def _count_ahead(self) -> int:
        """Count the pages to come, once a page: each count walks through all of them."""
        catalogue, regions = self._content.catalogue, self._content.regions
        return len(pages_ahead(catalogue, regions, self._context, self._answers, self._earlier))

    def _page(self, question: Question) -> Page:
        return next(page for page in self._content.catalogue.pages if page.id == question.page)

    def _new_draft(self) -> Draft:
        """Prefill from expired answers; a question that is asked every session starts empty."""
        stable = tuple(question for question in self._questions if question.asked is not Asked.EVERY_SESSION)
        if self._marks:
            return Draft(places=tuple(one.place for one in self._watched.marked))
        return first_draft(stable, self._told)

    @property
    def _marks(self) -> bool:
        """Whether the page asks for places of which a bruise was told before: they are marked beforehand."""
        asked = tuple(question.id for question in self._questions)
        return asked == (SKIN_TODAY,) and bool(self._watched.marked)

    def _leave(self) -> None:
        left = _Left(self._questions, self._answers, self._earlier, self._opened, self._draft)
        self._trail = (*self._trail, left)
        self._looked = None

    def _take(
        self, given: tuple[tuple[QuestionId, Answer], ...], opened: frozenset[str] = frozenset()
    ) -> SafetyView | Destination:
        self._leave()
        answers = self._answers
        for question, answer in given:
            answers = without_follow_ups(self._content.catalogue, answers, question)
            answers = answers.with_answer(question, answer)
        self._answers = answers
        self._opened |= opened
        self._open_next()
        return self._view() if self._questions else self._finish()

    def _open_next(self) -> None:
        self._questions = self._next()
        self._ahead = self._count_ahead()
        self._draft = self._new_draft()

    def _finish(self) -> SafetyView | Destination:
        content, going = self._content, self._going
        # Cleared now, not when the first question was read: the 60 minutes of a clearance start here.
        self._context = self._new_context()
        valid = self._answers_that_count()
        told = screen(content.catalogue, content.atlas, content.regions, content.near, self._context, valid)
        result = narrowed(
            told,
            self._watched,
            content.catalogue,
            content.atlas,
            content.regions,
            None if going.routine is None else protocol_of(going.routine),
        )
        if isinstance(result, Unanswered):
            self._answers = self._answers.without(result.questions)
            self._earlier = {
                key: value for key, value in self._earlier.items() if key not in result.questions
            }
            self._open_next()
            return self._view()
        try:
            keep_what_was_told(self._journal, content.catalogue, self._context, self._answers, result)
        except KnownTrouble as trouble:
            # The answers of today stand; only next time more will be asked.
            self._foot.tell(trouble)
        again = replace(going, given=Given(self._answers, self._context.given))
        if isinstance(result, NotCleared):
            return ToOutcome(going.complaint, result, again)
        protocol = content.catalogue.complaint(going.complaint).protocol
        if protocol is None:
            return ToToday()
        return ToPlan(
            going.complaint,
            protocol,
            result,
            going.pain_side,
            going.part,
            again,
            going.occasion,
            going.routine,
        )

    # --- What is shown

    def _lines(self) -> tuple[Line, ...]:
        """The lines of a checklist; none where the page is a question of its own."""
        questions, content = self._questions, self._content
        if not questions or not (self._page(questions[0]).checklist or is_whole_list(questions)):
            return ()
        reading = Reading(content.catalogue, content.regions, self._context, self._answers_that_count())
        apart = groups_told(questions, self._told) | self._opened
        lines = lines_of(questions, reading.shown_options(questions[0]), apart, content.texts)
        alone = len(lines) == 1 and not lines[0].group and not lines[0].option
        return () if alone else lines

    def _marked(self, key: str, mark: RowMark, exactly: Answer | None = None) -> SafetyView:
        self._draft = self._draft.marked(key, mark, exactly)
        self._looked = None
        return self._view()

    def _view(self) -> SafetyView:
        foot = self._foot.view()
        if not self._questions:
            content = self._content
            told = answered_pages(
                content.catalogue, content.regions, content.texts, self._answers_that_count()
            )
            return self._faces.review(told, foot)
        asking = Asking(
            questions=self._questions,
            lines=self._lines(),
            looked=self._looked,
            opened=self._opened,
            draft=self._draft,
            number=len(self._trail) + 1,
            ahead=self._ahead,
            note=self._note,
            settings=self._settings.recall_settings(),
            today=self._context.given.local_date,
            bruised_on=max(one.day for one in self._watched.marked) if self._marks else None,
        )
        return self._faces.question(asking, foot)
