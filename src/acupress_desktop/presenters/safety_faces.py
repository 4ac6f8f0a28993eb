"""Builds what one page of the safety screen shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.safety.answers import AGE_YEARS_MAX
from acupress_desktop.domain.safety.questions import Asked, Question, QuestionKind
from acupress_desktop.domain.safety.rules import Catalogue, Rule
from acupress_desktop.domain.settings import Settings
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.safety_bodies import ask_body, choice_body, region_body, unsure_note
from acupress_desktop.presenters.safety_lists import Draft, Line, list_body, rules_of
from acupress_desktop.presenters.safety_view import (
    AmountBody,
    AnsweredView,
    Body,
    FootView,
    ReviewBody,
    SafetyView,
    WhyView,
)
from acupress_desktop.words import safety_screen as words
from acupress_desktop.words import watch as watch_words
from acupress_desktop.words.safety import SafetyWords, source_note


@dataclass(frozen=True, slots=True)
class Asking:
    """Where the person is: the questions of the page, its lines if it is a list, and what was picked."""

    questions: tuple[Question, ...]
    lines: tuple[Line, ...]
    looked: Line | None
    opened: frozenset[str]
    draft: Draft
    number: int
    ahead: int
    note: Choice
    settings: Settings
    today: date
    bruised_on: date | None


@dataclass(frozen=True, slots=True)
class Faces:
    """What the pages are built from."""

    catalogue: Catalogue
    texts: SafetyWords
    regions: RegionMap

    def question(self, asking: Asking, foot: FootView) -> SafetyView:
        """Show one page of questions."""
        number, of = asking.number, asking.number - 1 + max(1, asking.ahead)
        return SafetyView(
            page=words.page(),
            close=words.close(),
            number=number,
            of=of,
            progress_spoken=words.progress_spoken(number, of),
            eyebrow=_eyebrow(asking.questions[0].asked),
            title=self._title(asking),
            lead=self._lead(asking),
            body=self._body(asking),
            why=self._why(asking),
            back=words.back() if number > 1 or asking.looked is not None else "",
            none_key=words.no_key(),
            foot=foot,
        )

    def review(self, told: tuple[AnsweredView, ...], foot: FootView) -> SafetyView:
        """Show everything that was answered."""
        return SafetyView(
            page=words.page(),
            close=words.close(),
            number=1,
            of=1,
            progress_spoken=words.review_title(),
            eyebrow=words.review_eyebrow(),
            title=words.review_title(),
            lead=words.review_lead(),
            body=ReviewBody(told, words.review_go_on()),
            why=None,
            back="",
            none_key="",
            foot=foot,
        )

    def _body(self, asking: Asking) -> Body:
        question, draft = asking.questions[0], asking.draft
        if asking.looked is not None:
            asked = asking.looked.questions[0]
            if not asking.looked.group and asked.kind is QuestionKind.CHOICE:
                return choice_body(self.catalogue, asked, self.texts)
            return ask_body(self.catalogue, asked)
        if asking.lines:
            note = unsure_note(self.catalogue, question.id)
            return list_body(self.catalogue, asking.lines, draft, asking.today, note)
        match question.kind:
            case QuestionKind.REGION:
                body = region_body(self.catalogue, self.regions, question, draft, asking.settings)
                bruised = asking.bruised_on is not None
                return replace(body, nowhere=watch_words.nowhere_any_more()) if bruised else body
            case QuestionKind.CHOICE:
                return choice_body(self.catalogue, question, self.texts)
            case QuestionKind.NUMBER:
                wrong = bool(draft.amount) and years_of(draft.amount) is None
                problem = words.amount_wrong(1, AGE_YEARS_MAX) if wrong else ""
                return AmountBody(self.texts.title(question), draft.amount, problem, words.go_on())
            case QuestionKind.YES_NO_UNSURE | QuestionKind.MULTI:
                return ask_body(self.catalogue, question)

    def _title(self, asking: Asking) -> str:
        line, question = asking.looked, asking.questions[0]
        if line is not None:
            if line.group:
                return self.texts.group_title(line.group)
            asked = line.questions[0]
            return self.texts.more(asked, line.option) if line.option else self.texts.title(asked)
        if not asking.lines or asking.lines[0].option:
            return self.texts.title(question)
        if question.group in asking.opened:
            return words.which_of_these()
        return self.texts.page_title(question.page)

    def _lead(self, asking: Asking) -> str:
        line, question = asking.looked, asking.questions[0]
        if line is not None:
            return "" if line.group or line.option else self.texts.help(line.questions[0])
        if not asking.lines or asking.lines[0].option:
            lead = self.texts.help(question)
            return (
                lead
                if asking.bruised_on is None
                else f"{lead} {watch_words.marked_before(asking.bruised_on)}"
            )
        if question.group in asking.opened:
            return self.texts.group_item(question.group)
        return self.texts.page_help(question.page)

    def _why(self, asking: Asking) -> WhyView | None:
        """The side note; on a list each line has its own, which is shown when it is opened."""
        line = asking.looked
        if line is not None:
            why = self.texts.group_why(line.group) if line.group else self.texts.why(line.questions[0])
            return self._note(why, rules_of(self.catalogue, line), Choice.CHOSEN, "")
        if asking.lines:
            return None
        rules = tuple(
            dict.fromkeys(rule for each in asking.questions for rule in self.catalogue.rules_asking(each.id))
        )
        link = words.hide_note() if asking.note is Choice.CHOSEN else words.why_do_you_ask()
        return self._note(self.texts.why(asking.questions[0]), rules, asking.note, link)

    def _note(self, why: str, rules: tuple[Rule, ...], shown: Choice, link: str) -> WhyView | None:
        if not why and not rules:
            return None
        sources = {str(name): self.catalogue.source(name) for rule in rules for name in rule.sources}
        return WhyView(
            heading=words.why_do_you_ask(),
            paragraphs=(why,) if why else (),
            rule=source_note(rules, sources),
            link=link,
            shown=shown,
        )


def years_of(text: str) -> int | None:
    """Read an age written in any script's digits; ``None`` where it cannot be one."""
    try:
        years = int(text)
    except ValueError:
        return None
    return years if 1 <= years <= AGE_YEARS_MAX else None


def _eyebrow(asked: Asked) -> str:
    match asked:
        case Asked.EVERY_SESSION:
            return words.eyebrow_every_session()
        case Asked.EVERY_30_DAYS:
            return words.eyebrow_every_30_days()
        case Asked.ONCE:
            return words.eyebrow_once()
