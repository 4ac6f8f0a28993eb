"""The page of the safety answers: each can be changed or asked again; every change is kept at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Protocol as Port

from acupress_desktop.domain.ids import QuestionId, RuleId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import AdviceRecord, JournalChange, SettingsPort, StableAnswer
from acupress_desktop.domain.regions import RegionSelection
from acupress_desktop.domain.safety.answers import Amount, Answer, Answers, Reply, TappedPlaces
from acupress_desktop.domain.safety.answers import Choice as Chosen
from acupress_desktop.domain.safety.asking import Remembered, known_age
from acupress_desktop.domain.safety.conditions import Truth
from acupress_desktop.domain.safety.evaluate import Reading
from acupress_desktop.domain.safety.person import Profile, ScreenContext
from acupress_desktop.domain.safety.questions import Asked, Question, QuestionKind
from acupress_desktop.domain.safety.watched import still_remembered
from acupress_desktop.domain.settings import BodyView
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.presenters.answer_texts import answer_text, remembered
from acupress_desktop.presenters.destinations import Destination, ToSettings
from acupress_desktop.presenters.pieces import ActView
from acupress_desktop.presenters.safety_answers_lists import (
    NO_TOUCH,
    NO_TOUCH_WHERE,
    checked_view,
    groups_of,
    is_listed,
    left_out_view,
)
from acupress_desktop.presenters.safety_answers_open import SafetyAnswersContent, open_view, years_of
from acupress_desktop.presenters.safety_answers_view import OpenQuestionView, SafetyAnswersView
from acupress_desktop.presenters.safety_keeping import PREGNANT
from acupress_desktop.presenters.safety_lists import Draft
from acupress_desktop.presenters.watching import WatchJournal, watched_of
from acupress_desktop.words import safety_answers as words
from acupress_desktop.words import storage as trouble_words


class AnswersJournal(WatchJournal, Port):
    """What the page needs of the journal."""

    def recall_answers(self) -> tuple[StableAnswer, ...]:
        """Return the stable answers."""
        ...

    def remember_answers_changed(
        self, answers: tuple[StableAnswer, ...], forgotten: tuple[QuestionId, ...]
    ) -> JournalChange:
        """Keep some stable answers and forget others."""
        ...

    def recall_advice(self) -> tuple[AdviceRecord, ...]:
        """Return every rule that ever asked for a check."""
        ...

    def remember_advice_checked(self, rule: RuleId, checked: Moment) -> JournalChange:
        """Note that the person had it checked."""
        ...

    def remember_advice_unchecked(self, rule: RuleId) -> JournalChange:
        """Take that back."""
        ...


@dataclass(frozen=True, slots=True)
class _Undo:
    """How to take the last change back."""

    answers: tuple[StableAnswer, ...] = ()
    forgotten: tuple[QuestionId, ...] = ()
    advice: AdviceRecord | None = None


class SafetyAnswersPresenter:
    """Every intent returns the next view; leaving returns where to."""

    def __init__(
        self,
        journal: AnswersJournal,
        settings: SettingsPort,
        content: SafetyAnswersContent,
        now: Callable[[], Moment],
    ) -> None:
        self._journal = journal
        self._settings = settings
        self._content = content
        self._now = now
        self._opened: Question | None = None
        self._draft = Draft()
        self._unfolded: frozenset[str] = frozenset()
        self._undo: _Undo | None = None
        self._said = ""
        self._trouble = ""

    def present(self) -> SafetyAnswersView:
        """Show what is kept."""
        content, kept = self._content, self._settings.recall_settings()
        told = self._told()
        reading = self._reading(told)
        signs = watched_of(self._journal, content.regions, self._now())
        due = frozenset(told) - frozenset(still_remembered(content.catalogue, told, signs))
        groups = groups_of(reading, told, content.texts, kept, due, self._unfolded)
        anything = any(is_listed(content.catalogue, content.catalogue.question(key)) for key in told)
        return SafetyAnswersView(
            page=words.page(),
            back=words.back(),
            title=words.page(),
            lead=words.lead(),
            left_out=left_out_view(content.regions, told),
            groups=groups,
            empty="" if anything else words.nothing_kept(),
            checked=checked_view(
                content.catalogue, content.watch, content.texts, self._journal.recall_advice()
            ),
            ask_all=ActView(words.ask_all_again(), blocked_because="" if anything else words.nothing_kept()),
            ask_all_note=words.ask_all_again_note(),
            opened=self._open_view(),
            said=self._said,
            undo=words.undo() if self._undo is not None else "",
            trouble=self._trouble,
        )

    # --- Opening a question

    def change(self, question: QuestionId) -> SafetyAnswersView | Destination:
        """Open one question in its place; what the settings keep is changed there."""
        if not any(question == known.id for known in self._content.catalogue.questions):
            return ToSettings()
        self._open(self._content.catalogue.question(question))
        return self.present()

    def choose_left_out(self) -> SafetyAnswersView:
        """Open the body for places to leave out."""
        self._open(self._content.catalogue.question(NO_TOUCH_WHERE))
        return self.present()

    def leave_as_it_is(self) -> SafetyAnswersView:
        """Close the open question without a change."""
        self._close()
        return self.present()

    # --- Answering it

    def answer(self, reply: Reply) -> SafetyAnswersView:
        """Answer yes, no or not sure."""
        return self._keep_answer(reply)

    def choose(self, option: str) -> SafetyAnswersView:
        """Answer with one of several."""
        return self._keep_answer(Chosen(option))

    def unsure(self) -> SafetyAnswersView:
        """Answer "not sure"."""
        return self._keep_answer(Reply.UNSURE)

    def toggle_place(self, place: RegionSelection) -> SafetyAnswersView:
        """Mark a place, or take it back; it is kept with ``go_on``."""
        places = self._draft.places
        changed = tuple(other for other in places if other != place) if place in places else (*places, place)
        self._draft = replace(self._draft, places=changed)
        return self.present()

    def write_amount(self, text: str) -> SafetyAnswersView:
        """Keep a number as typed."""
        self._draft = replace(self._draft, amount=text.strip())
        return self.present()

    def go_on(self) -> SafetyAnswersView:
        """Keep the places that are marked, or the number."""
        opened = self._opened
        if opened is None:
            return self.present()
        if opened.kind is QuestionKind.NUMBER:
            years = years_of(self._draft.amount)
            return self.present() if years is None else self._keep_answer(Amount(years))
        places = TappedPlaces(frozenset(self._draft.places))
        if opened.id == NO_TOUCH_WHERE:
            return self._keep_left_out(places)
        if not places.places and not opened.may_be_empty:
            return self.present()
        return self._keep_answer(places)

    def leave_nothing_out(self) -> SafetyAnswersView:
        """Take the places back that were left out without a reason."""
        return self._keep_left_out(TappedPlaces(frozenset()))

    # --- Asking again

    def ask_again(self, question: QuestionId) -> SafetyAnswersView:
        """Forget one answer, and where it opened others, theirs: the next safety check asks them."""
        told = self._told()
        gone = (question, *(one.id for one in self._content.catalogue.follow_ups(question)))
        self._write((), tuple(one for one in gone if one in told), words.will_ask())
        return self.present()

    def ask_everything_again(self) -> SafetyAnswersView:
        """Forget every answer but the places that are left out by choice."""
        kept = (NO_TOUCH, NO_TOUCH_WHERE)
        self._write((), tuple(one for one in self._told() if one not in kept), words.will_ask_all())
        return self.present()

    # --- Have this checked

    def turn_tick(self, rule: RuleId) -> SafetyAnswersView:
        """Tick what was looked at, or take the tick back."""
        row = next((row for row in self._journal.recall_advice() if row.rule == rule), None)
        if row is not None:
            self._write_tick(row, None if row.checked is not None else self._now())
        return self.present()

    # --- Around

    def undo(self) -> SafetyAnswersView:
        """Take the last change back."""
        before = self._undo
        if before is None:
            return self.present()
        if before.advice is not None:
            self._write_tick(before.advice, before.advice.checked)
        else:
            self._commit(before.answers, before.forgotten)
        if not self._trouble:
            self._said, self._undo = words.undone(), None
        self._close()
        return self.present()

    def turn_fold(self, group: str) -> SafetyAnswersView:
        """Show the answers of a group that change nothing, or hide them."""
        self._unfolded ^= {group}
        return self.present()

    def turn_mirror(self) -> SafetyAnswersView:
        """Turn the figures, for this and later pages."""
        kept = self._settings.recall_settings()
        other = BodyView.AS_SEEN_BY_ANOTHER if kept.body_view is BodyView.MIRROR else BodyView.MIRROR
        try:
            self._settings.remember_settings(replace(kept, body_view=other))
        except KnownTrouble as trouble:
            self._trouble = trouble_words.trouble_line(trouble.trouble)
        return self.present()

    def back(self) -> Destination:
        """Go back to the settings."""
        return ToSettings()

    # --- Keeping

    def _keep_answer(self, answer: Answer) -> SafetyAnswersView:
        opened = self._opened
        if opened is None:
            return self.present()
        told = self._told()
        reading = self._reading({**told, opened.id: Remembered(answer, self._now().local_date)})
        follow_ups = self._content.catalogue.follow_ups(opened.id)
        closed = tuple(one.id for one in follow_ups if not _is_open(reading, one) and one.id in told)
        kept = (StableAnswer(opened.id, answer_text(answer), self._now()),)
        if self._write(kept, closed, words.saved()):
            # What the answer leaves open is asked at once; it can as well wait for the next safety check.
            first = next(
                (
                    one
                    for one in follow_ups
                    if _is_open(reading, one) and _is_stable(one) and one.id not in told
                ),
                None,
            )
            self._close()
            if first is not None:
                self._open(first)
        return self.present()

    def _keep_left_out(self, places: TappedPlaces) -> SafetyAnswersView:
        now = self._now()
        wanted = Reply.YES if places.places else Reply.NO
        answers = [StableAnswer(NO_TOUCH, answer_text(wanted), now)]
        forgotten: tuple[QuestionId, ...] = ()
        if places.places:
            answers.append(StableAnswer(NO_TOUCH_WHERE, answer_text(places), now))
        else:
            forgotten = (NO_TOUCH_WHERE,)
        if self._write(tuple(answers), forgotten, words.saved()):
            self._close()
        return self.present()

    def _write(self, answers: tuple[StableAnswer, ...], forgotten: tuple[QuestionId, ...], said: str) -> bool:
        """Keep and forget in one commit; tell whether that is done."""
        touched = {*(answer.question for answer in answers), *forgotten}
        before = tuple(row for row in self._journal.recall_answers() if row.question in touched)
        if not self._commit(answers, forgotten):
            return False
        had = {row.question for row in before}
        self._undo = _Undo(before, tuple(one.question for one in answers if one.question not in had))
        self._said = said
        return True

    def _commit(self, answers: tuple[StableAnswer, ...], forgotten: tuple[QuestionId, ...]) -> bool:
        try:
            self._journal.remember_answers_changed(answers, forgotten)
        except KnownTrouble as trouble:
            self._tell(trouble)
            return False
        self._trouble = ""
        return True

    def _write_tick(self, row: AdviceRecord, checked: Moment | None) -> None:
        try:
            if checked is None:
                self._journal.remember_advice_unchecked(row.rule)
            else:
                self._journal.remember_advice_checked(row.rule, checked)
        except KnownTrouble as trouble:
            self._tell(trouble)
            return
        self._trouble, self._said, self._undo = "", words.saved(), _Undo(advice=row)

    def _tell(self, trouble: KnownTrouble) -> None:
        self._trouble, self._said, self._undo = trouble_words.trouble_line(trouble.trouble), "", None

    # --- Reading

    def _told(self) -> dict[QuestionId, Remembered]:
        content = self._content
        return {
            key: told
            for key, told in remembered(
                content.catalogue, content.regions, self._journal.recall_answers()
            ).items()
            if _is_stable(content.catalogue.question(key))
        }

    def _reading(self, told: dict[QuestionId, Remembered]) -> Reading:
        content, now = self._content, self._now()
        kept = self._settings.recall_settings()
        context = ScreenContext(
            Profile(known_age(kept.birth_year, told, now.local_date), PREGNANT[kept.can_be_pregnant]),
            content.catalogue.complaints[0].id,
            now,
        )
        answers = Answers((key, one.answer) for key, one in told.items())
        return Reading(content.catalogue, content.regions, context, answers)

    # --- The open question

    def _open(self, question: Question) -> None:
        self._opened = question
        kept = self._told().get(question.id)
        places: Iterable[RegionSelection] = ()
        amount = ""
        if kept is not None and isinstance(kept.answer, TappedPlaces):
            places = sorted(kept.answer.places, key=lambda place: (place.region, place.side.value))
        if kept is not None and isinstance(kept.answer, Amount):
            amount = str(kept.answer.value)
        self._draft = Draft(places=tuple(places), amount=amount)

    def _close(self) -> None:
        self._opened, self._draft = None, Draft()

    def _open_view(self) -> OpenQuestionView | None:
        opened = self._opened
        if opened is None:
            return None
        kept = self._settings.recall_settings()
        return open_view(self._content, opened, frozenset(self._told()), self._draft, kept)


def _is_open(reading: Reading, question: Question) -> bool:
    return question.only_if is not None and reading.truth(question.only_if) in (Truth.YES, Truth.NOT_SURE)


def _is_stable(question: Question) -> bool:
    return question.asked is not Asked.EVERY_SESSION
