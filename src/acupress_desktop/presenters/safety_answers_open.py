"""One question of the page of the safety answers, opened in its place."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from acupress_desktop.domain.ids import QuestionId
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.safety.answers import AGE_YEARS_MAX
from acupress_desktop.domain.safety.conditions import questions_in
from acupress_desktop.domain.safety.questions import Question, QuestionKind
from acupress_desktop.domain.safety.rules import Catalogue
from acupress_desktop.domain.safety.watch_rows import WatchBook
from acupress_desktop.domain.settings import Settings
from acupress_desktop.presenters.safety_answers_lists import NO_TOUCH_WHERE
from acupress_desktop.presenters.safety_answers_view import OpenBody, OpenQuestionView
from acupress_desktop.presenters.safety_bodies import ask_body, choice_body, region_body
from acupress_desktop.presenters.safety_lists import Draft
from acupress_desktop.presenters.safety_view import AmountBody, RegionBody
from acupress_desktop.words import safety_answers as words
from acupress_desktop.words import safety_screen as screen_words
from acupress_desktop.words.safety import SafetyWords


@dataclass(frozen=True, slots=True)
class SafetyAnswersContent:
    """The data files that the page speaks from."""

    catalogue: Catalogue
    texts: SafetyWords
    regions: RegionMap
    watch: WatchBook


def open_view(
    content: SafetyAnswersContent,
    question: Question,
    told: AbstractSet[QuestionId],
    draft: Draft,
    settings: Settings,
) -> OpenQuestionView:
    """Show one question with the ways to answer it; ``told`` are the questions that have an answer."""
    body = _body(content, question, draft, settings)
    by_choice = question.id == NO_TOUCH_WHERE
    return OpenQuestionView(
        key=question.id,
        beside=_beside(question, told),
        title=words.which_places() if by_choice else content.texts.title(question),
        help=words.tap_the_places() if by_choice else content.texts.help(question),
        why="" if by_choice else content.texts.why(question),
        body=body,
        go_on=body.go_on if isinstance(body, AmountBody | RegionBody) else "",
        unsure=screen_words.not_sure() if isinstance(body, RegionBody) and not by_choice else "",
        leave=words.leave_as_it_is(),
    )


def years_of(text: str) -> int | None:
    """Return an age as it was typed; ``None`` for anything that cannot be one."""
    years = int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(AGE_YEARS_MAX)) else 0
    return years if 1 <= years <= AGE_YEARS_MAX else None


def _beside(question: Question, told: AbstractSet[QuestionId]) -> QuestionId:
    """Name the row under which a question opens: what opened it, where it has no answer yet."""
    if question.id == NO_TOUCH_WHERE or question.id in told or question.only_if is None:
        return question.id
    return next((one for one in questions_in(question.only_if) if one in told), question.id)


def _body(content: SafetyAnswersContent, question: Question, draft: Draft, settings: Settings) -> OpenBody:
    match question.kind:
        case QuestionKind.REGION:
            body = region_body(content.catalogue, content.regions, question, draft, settings)
            # Nothing must be tapped here: an open question can be left as it is.
            return replace(body, hint="")
        case QuestionKind.CHOICE:
            return choice_body(content.catalogue, question, content.texts)
        case QuestionKind.NUMBER:
            wrong = bool(draft.amount) and years_of(draft.amount) is None
            problem = screen_words.amount_wrong(1, AGE_YEARS_MAX) if wrong else ""
            return AmountBody(content.texts.title(question), draft.amount, problem, words.keep())
        case QuestionKind.YES_NO_UNSURE | QuestionKind.MULTI:
            return ask_body(content.catalogue, question)
