"""The safety screen: one page of questions at a time, until a session is cleared or is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol as Port

from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.ids import QuestionId, RuleId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import AdviceRecord, JournalChange, SettingsPort, StableAnswer
from acupress_desktop.domain.regions import RegionMap, RegionSelection
from acupress_desktop.domain.safety.answers import (
    AGE_YEARS_MAX,
    NOWHERE,
    Amount,
    Answer,
    Answers,
    Reply,
    TappedPlaces,
)
from acupress_desktop.domain.safety.answers import Choice as Chosen
from acupress_desktop.domain.safety.asking import (
    CHANGED,
    next_questions,
    pages_ahead,
    still_valid,
    without_follow_ups,
)
from acupress_desktop.domain.safety.evaluate import Reading
from acupress_desktop.domain.safety.outcome import Cleared, MessageKind, NotCleared, Unanswered
from acupress_desktop.domain.safety.person import CanBePregnant, Profile, ScreenContext
from acupress_desktop.domain.safety.places import NearPoints
from acupress_desktop.domain.safety.questions import Asked, Page, Question, QuestionKind
from acupress_desktop.domain.safety.rules import Catalogue
from acupress_desktop.domain.safety.screen import screen
from acupress_desktop.domain.settings import PHONE_CHARACTERS, BodyView, Settings, YesNo
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.presenters.answer_texts import answer_text, remembered
from acupress_desktop.presenters.destinations import (
    Destination,
    ToOutcome,
    ToPlan,
    ToSafety,
    ToToday,
)
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.safety_bodies import (
    Draft,
    ask_body,
    choice_body,
    first_draft,
    list_answers,
    list_body,
    region_body,
    rows_of,
)
from acupress_desktop.presenters.safety_view import (
    AmountBody,
    Body,
    FootView,
    NumberView,
    RowMark,
    SafetyView,
    WhyView,
)
from acupress_desktop.words import safety_screen as words
from acupress_desktop.words import storage as trouble_words
from acupress_desktop.words.safety import SafetyWords, source_note

_PHONE_LONGEST = 20


class SafetyJournal(Port):
    """What the safety screen needs of the journal."""

    def remember_answers(self, answers: tuple[StableAnswer, ...]) -> JournalChange:
        """Keep stable answers."""
        ...

    def recall_answers(self) -> tuple[StableAnswer, ...]:
        """Return the stable answers."""
        ...

    def remember_advice(self, rules: tuple[RuleId, ...], told: Moment) -> JournalChange:
        """Note that these rules asked for a check."""
        ...

    def recall_advice(self) -> tuple[AdviceRecord, ...]:
        """Return every rule that ever asked for a check."""
        ...


@dataclass(frozen=True, slots=True)
class SafetyContent:
    """The data files that the screen asks from."""

    catalogue: Catalogue
    texts: SafetyWords
    atlas: Atlas
    regions: RegionMap
    near: NearPoints


@dataclass(frozen=True, slots=True)
class _Asked:
    """A page that was answered: the answers before it, to go back to, and its draft."""

    questions: tuple[Question, ...]
    before: Answers
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
        self._earlier = remembered(content.catalogue, content.regions, journal.recall_answers())
        self._answers = Answers()
        self._trail: tuple[_Asked, ...] = ()
        self._note = Choice.CHOSEN
        self._number: str | None = None
        self._trouble = ""
        self._context = self._new_context()
        self._questions = self._next()
        self._draft = self._new_draft()

    # --- Intents: answering

    def present(self) -> SafetyView:
        """Show the page that is open."""
        return self._view()

    def answer(self, reply: Reply) -> SafetyView | Destination:
        """Answer a yes-or-no question."""
        return self._take(tuple((question.id, reply) for question in self._questions))

    def toggle_row(self, key: str) -> SafetyView:
        """Tick a row, or take the tick back."""
        mark = RowMark.OPEN if self._draft.mark(key) is RowMark.YES else RowMark.YES
        self._draft = replace(self._draft, marks=self._draft.with_mark(key, mark), told=None)
        return self._view()

    def unsure_row(self, key: str) -> SafetyView:
        """Say "not sure" to a row, or take it back."""
        mark = RowMark.OPEN if self._draft.mark(key) is RowMark.UNSURE else RowMark.UNSURE
        self._draft = replace(self._draft, marks=self._draft.with_mark(key, mark), told=None)
        return self._view()

    def none(self) -> SafetyView | Destination:
        """Answer a whole list, or the body question, with none."""
        if self._kind() is QuestionKind.REGION:
            return self._take(((self._questions[0].id, NOWHERE),))
        return self._take(list_answers(self._questions, {}))

    def go_on(self) -> SafetyView | Destination:
        """Answer with what was picked."""
        match self._kind():
            case QuestionKind.REGION:
                if not self._draft.places:
                    return self._view()
                return self._take(((self._questions[0].id, TappedPlaces(frozenset(self._draft.places))),))
            case QuestionKind.NUMBER:
                years = _years_of(self._draft.amount)
                if years is None:
                    return self._view()
                return self._take(((self._questions[0].id, Amount(years)),))
            case _:
                if not self._draft.marks:
                    return self._view()
                return self._take(list_answers(self._questions, dict(self._draft.marks)))

    def unsure(self) -> SafetyView | Destination:
        """Say "not sure" to the whole page."""
        return self._take(tuple((question.id, Reply.UNSURE) for question in self._questions))

    def choose(self, option: str) -> SafetyView | Destination:
        """Answer with one of several."""
        return self._take(((self._questions[0].id, Chosen(option)),))

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
        """Return to the page before, with its answer open again."""
        if self._trail:
            last = self._trail[-1]
            self._trail = self._trail[:-1]
            self._answers = last.before
            self._questions, self._draft = self._next(), last.draft
        return self._view()

    def close(self) -> Destination:
        """Leave without a session; nothing is kept."""
        return ToToday()

    def turn_note(self) -> SafetyView:
        """Fold the side note, or open it."""
        self._note = Choice.when(self._note is Choice.OPEN)
        return self._view()

    def turn_places(self) -> SafetyView:
        """Show every place, or the offered ones."""
        every = Choice.when(self._draft.every_place is Choice.OPEN)
        self._draft = replace(self._draft, every_place=every)
        return self._view()

    def turn_mirror(self) -> SafetyView:
        """Turn the figures, for this and later screens."""
        kept = self._settings.recall_settings()
        other = BodyView.AS_SEEN_BY_ANOTHER if kept.body_view is BodyView.MIRROR else BodyView.MIRROR
        self._keep(replace(kept, body_view=other))
        return self._view()

    def turn_number(self) -> SafetyView:
        """Open the field for the emergency number, or close it."""
        self._number = self._settings.recall_settings().emergency_number if self._number is None else None
        return self._view()

    def write_number(self, text: str) -> SafetyView:
        """Keep the emergency number as typed."""
        self._number = text
        return self._view()

    def save_number(self) -> SafetyView:
        """Keep the emergency number."""
        if self._number is not None and not _number_problem(self._number):
            kept = self._settings.recall_settings()
            self._keep(replace(kept, emergency_number=" ".join(self._number.split())))
            if not self._trouble:
                self._number = None
        return self._view()

    # --- From page to page

    def _new_context(self) -> ScreenContext:
        now = self._now()
        kept = self._settings.recall_settings()
        pregnant = {
            YesNo.YES: CanBePregnant.YES,
            YesNo.NO: CanBePregnant.NO,
            None: CanBePregnant.NOT_KNOWN,
        }
        age = None if kept.birth_year is None else now.local_date.year - kept.birth_year
        ticked = tuple(row.rule for row in self._journal.recall_advice() if row.checked is not None)
        return ScreenContext(
            profile=Profile(age, pregnant[kept.can_be_pregnant]),
            complaint=self._going.complaint,
            given=now,
            pain_side=self._going.pain_side,
            checked=ticked,
        )

    def _next(self) -> tuple[Question, ...]:
        """The questions of the next page; one at a time where the page is no checklist."""
        catalogue, regions = self._content.catalogue, self._content.regions
        asked = next_questions(catalogue, regions, self._context, self._answers, self._earlier)
        # Counted once a page, not with every tick: each count walks through all pages to come.
        self._ahead = len(pages_ahead(catalogue, regions, self._context, self._answers, self._earlier))
        if not asked or self._page(asked[0]).checklist:
            return asked
        return asked[:1]

    def _page(self, question: Question) -> Page:
        return next(page for page in self._content.catalogue.pages if page.id == question.page)

    def _new_draft(self) -> Draft:
        """Prefill from expired answers; a question that is asked every session starts empty."""
        stable = tuple(question for question in self._questions if question.asked is not Asked.EVERY_SESSION)
        return first_draft(stable, self._earlier)

    def _take(self, given: tuple[tuple[QuestionId, Answer], ...]) -> SafetyView | Destination:
        before, answers = self._answers, self._answers
        for question, answer in given:
            answers = without_follow_ups(self._content.catalogue, answers, question)
            answers = answers.with_answer(question, answer)
        self._trail = (*self._trail, _Asked(self._questions, before, self._draft))
        self._answers = answers
        self._questions = self._next()
        self._draft = self._new_draft()
        return self._finish() if not self._questions else self._view()

    def _finish(self) -> SafetyView | Destination:
        content = self._content
        # Cleared now, not when the first question was read: the 60 minutes of a clearance start here.
        self._context = self._new_context()
        valid = still_valid(content.catalogue, self._context, self._answers, self._earlier)
        result = screen(content.catalogue, content.atlas, content.regions, content.near, self._context, valid)
        if isinstance(result, Unanswered):
            self._answers = self._answers.without(result.questions)
            self._earlier = {
                key: value for key, value in self._earlier.items() if key not in result.questions
            }
            self._questions = self._next()
            self._draft = self._new_draft()
            return self._view()
        try:
            self._remember(result)
        except KnownTrouble as trouble:
            # The answers of today stand; only next time more will be asked.
            self._trouble = trouble_words.trouble_line(trouble.trouble)
        if isinstance(result, NotCleared):
            return ToOutcome(self._going.complaint, result)
        protocol = content.catalogue.complaint(self._going.complaint).protocol
        if protocol is None:
            return ToToday()
        return ToPlan(self._going.complaint, protocol, result, self._going.pain_side, self._going.part)

    def _remember(self, result: Cleared | NotCleared) -> None:
        now = self._context.given
        stable = tuple(
            StableAnswer(question, answer_text(answer), now)
            for question, answer in self._answers.items()
            if self._content.catalogue.question(question).asked is not Asked.EVERY_SESSION
        )
        if stable:
            self._journal.remember_answers(stable)
        if isinstance(result, Cleared):
            # A row that was told before is not told anew: that would take its tick away.
            told_before = {row.rule for row in self._journal.recall_advice()}
            told = tuple(
                message.rule
                for message in result.clearance.messages
                if message.kind in (MessageKind.SEE, MessageKind.ADVISE) and message.rule not in told_before
            )
            if told:
                self._journal.remember_advice(told, now)

    def _keep(self, settings: Settings) -> None:
        try:
            self._settings.remember_settings(settings)
            self._trouble = ""
        except KnownTrouble as trouble:
            self._trouble = trouble_words.trouble_line(trouble.trouble)

    # --- What is shown

    def _kind(self) -> QuestionKind:
        return self._questions[0].kind

    def _is_checklist(self) -> bool:
        return self._page(self._questions[0]).checklist or self._kind() is QuestionKind.MULTI

    def _view(self) -> SafetyView:
        question = self._questions[0]
        number, of = len(self._trail) + 1, len(self._trail) + max(1, self._ahead)
        return SafetyView(
            page=words.page(),
            close=words.close(),
            number=number,
            of=of,
            progress_spoken=words.progress_spoken(number, of),
            eyebrow=_eyebrow(question.asked, number, of),
            title=self._title(),
            lead=self._lead(),
            body=self._body(),
            why=self._why(),
            back=words.back() if self._trail else "",
            none_key=words.no_key(),
            foot=self._foot(),
        )

    def _body(self) -> Body:
        content, questions, draft = self._content, self._questions, self._draft
        question = questions[0]
        if self._is_checklist():
            valid = still_valid(content.catalogue, self._context, self._answers, self._earlier)
            reading = Reading(content.catalogue, content.regions, self._context, valid)
            rows = rows_of(questions, reading.shown_options(question), content.texts)
            return list_body(content.catalogue, questions, rows, draft, self._context.given.local_date)
        match question.kind:
            case QuestionKind.REGION:
                settings = self._settings.recall_settings()
                return region_body(content.catalogue, content.regions, question, draft, settings)
            case QuestionKind.CHOICE:
                return choice_body(content.catalogue, question, content.texts)
            case QuestionKind.NUMBER:
                wrong = bool(draft.amount) and _years_of(draft.amount) is None
                problem = words.amount_wrong(1, AGE_YEARS_MAX) if wrong else ""
                label = content.texts.title(question)
                return AmountBody(label, draft.amount, problem, words.go_on())
            case QuestionKind.YES_NO_UNSURE | QuestionKind.MULTI:
                return ask_body(content.catalogue, question)

    def _title(self) -> str:
        question = self._questions[0]
        if question.id == CHANGED and not self._earlier:
            return words.anything_changed_lately()
        listed = self._page(question).checklist
        return (
            self._content.texts.page_title(question.page) if listed else self._content.texts.title(question)
        )

    def _lead(self) -> str:
        question = self._questions[0]
        listed = self._page(question).checklist
        return self._content.texts.page_help(question.page) if listed else self._content.texts.help(question)

    def _why(self) -> WhyView | None:
        catalogue = self._content.catalogue
        rules = tuple(
            dict.fromkeys(rule for each in self._questions for rule in catalogue.rules_asking(each.id))
        )
        why = "" if self._page(self._questions[0]).checklist else self._content.texts.why(self._questions[0])
        if not why and not rules:
            return None
        sources = {str(name): catalogue.source(name) for rule in rules for name in rule.sources}
        return WhyView(
            heading=words.why_do_you_ask(),
            paragraphs=(why,) if why else (),
            rule=source_note(rules, sources),
            link=words.hide_note() if self._note is Choice.CHOSEN else words.why_do_you_ask(),
            shown=self._note,
        )

    def _foot(self) -> FootView:
        number = self._settings.recall_settings().emergency_number
        field = None
        if self._number is not None:
            problem = _number_problem(self._number) or self._trouble
            field = NumberView(words.number_label(), self._number, problem, words.save_number())
        return FootView(
            question=words.emergency_line(),
            call=words.call(number) if number else words.call_local(),
            after=words.call_saved_by_you() if number else "",
            link=words.change_number() if number else words.add_number(),
            stays=words.stays_here(),
            number=field,
        )


def _eyebrow(asked: Asked, number: int, of: int) -> str:
    match asked:
        case Asked.EVERY_SESSION:
            return words.eyebrow_every_session(number, of)
        case Asked.EVERY_30_DAYS:
            return words.eyebrow_every_30_days(number, of)
        case Asked.ONCE:
            return words.eyebrow_once(number, of)


def _years_of(text: str) -> int | None:
    try:
        years = int(text)
    except ValueError:
        return None
    return years if 1 <= years <= AGE_YEARS_MAX else None


def _number_problem(text: str) -> str:
    if set(text) - set(PHONE_CHARACTERS) or len(text) > _PHONE_LONGEST:
        return words.number_wrong()
    return ""
