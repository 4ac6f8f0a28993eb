"""What the safety screen asks of the journal and the settings, and what it leaves there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol as Port

from acupress_desktop.domain.ids import QuestionId, RuleId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import AdviceRecord, JournalChange, StableAnswer
from acupress_desktop.domain.safety.answers import Answers
from acupress_desktop.domain.safety.asking import Remembered, harmless, known_age
from acupress_desktop.domain.safety.emergencies import calls_for_help
from acupress_desktop.domain.safety.outcome import Cleared, MessageKind, NotCleared
from acupress_desktop.domain.safety.person import CanBePregnant, Profile, ScreenContext
from acupress_desktop.domain.safety.questions import Asked
from acupress_desktop.domain.safety.rules import Catalogue
from acupress_desktop.domain.safety.ticks import ticks_that_count
from acupress_desktop.domain.settings import Settings, YesNo
from acupress_desktop.presenters.answer_texts import answer_text
from acupress_desktop.presenters.destinations import ToSafety
from acupress_desktop.presenters.watching import WatchJournal

PREGNANT = {YesNo.YES: CanBePregnant.YES, YesNo.NO: CanBePregnant.NO, None: CanBePregnant.NOT_KNOWN}
"""What the setting says of it."""


class SafetyJournal(WatchJournal, Port):
    """What the safety screen needs of the journal."""

    def remember_answers_changed(
        self, answers: tuple[StableAnswer, ...], forgotten: tuple[QuestionId, ...]
    ) -> JournalChange:
        """Keep some stable answers and forget others."""
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


def context_of(
    journal: SafetyJournal,
    kept: Settings,
    going: ToSafety,
    now: Moment,
    told: Mapping[QuestionId, Remembered],
    answers: Answers,
) -> ScreenContext:
    """Say who is screened, and for what, as far as the app knows; ``told`` is what was answered before."""
    ticked = {row.rule: row.checked.local_date for row in journal.recall_advice() if row.checked is not None}
    return ScreenContext(
        profile=Profile(known_age(kept.birth_year, told, now.local_date), PREGNANT[kept.can_be_pregnant]),
        complaint=going.complaint,
        given=now,
        pain_side=going.pain_side,
        checked=ticks_that_count(ticked, answers, now.local_date),
    )


def keep_what_was_told(
    journal: SafetyJournal,
    catalogue: Catalogue,
    context: ScreenContext,
    answers: Answers,
    result: Cleared | NotCleared,
) -> None:
    """Keep the stable answers, and which rows asked for a check.

    An answer that alone called for help is not kept, nor is the one before it: it is asked every time.
    """
    now = context.given
    stable = {
        question: answer
        for question, answer in answers.items()
        if catalogue.question(question).asked is not Asked.EVERY_SESSION
    }
    asked_anew = tuple(
        question
        for question, answer in stable.items()
        if calls_for_help(catalogue, question) and answer != harmless(catalogue.question(question))
    )
    kept = tuple(
        StableAnswer(question, answer_text(answer), now)
        for question, answer in stable.items()
        if question not in asked_anew
    )
    if stable:
        journal.remember_answers_changed(kept, asked_anew)
    if not isinstance(result, Cleared):
        return
    # A row that still waits for its tick, or has one that counts, is not told anew.
    told_before = {
        row.rule for row in journal.recall_advice() if row.checked is None or row.rule in context.checked
    }
    told = tuple(
        message.rule
        for message in result.clearance.messages
        if message.kind in (MessageKind.SEE, MessageKind.ADVISE) and message.rule not in told_before
    )
    if told:
        journal.remember_advice(told, now)
