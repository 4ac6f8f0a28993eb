"""What a person told the safety screen, in words: for looking it over and for changing it."""

from __future__ import annotations

from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.safety.answers import Amount, Answer, Answers, Choice, Reply, TappedPlaces, Ticks
from acupress_desktop.domain.safety.asking import harmless
from acupress_desktop.domain.safety.questions import Question
from acupress_desktop.domain.safety.rules import Catalogue
from acupress_desktop.presenters.safety_bodies import place_label
from acupress_desktop.presenters.safety_view import AnsweredView
from acupress_desktop.words import safety as safety_words
from acupress_desktop.words import safety_screen as words
from acupress_desktop.words.safety import SafetyWords


def answer_words(question: Question, answer: Answer, regions: RegionMap, texts: SafetyWords) -> str:
    """Say one answer."""
    match answer:
        case Reply():
            return safety_words.reply(answer)
        case Choice(option=option):
            return texts.option(question, option)
        case Amount(value=value):
            return words.years(value)
        case TappedPlaces(places=places):
            ordered = sorted(places, key=lambda place: (place.region, place.side.value))
            return "; ".join(place_label(regions, place) for place in ordered) or words.nowhere()
        case Ticks(options=options):
            ticked = [texts.option(question, one.id) for one in question.options if one.id in options]
            return "; ".join(ticked) or words.none_of_these()


def answered_pages(
    catalogue: Catalogue, regions: RegionMap, texts: SafetyWords, answers: Answers
) -> tuple[AnsweredView, ...]:
    """List the pages that were answered, each in one line; of a checklist only what fits is named."""
    lines: list[AnsweredView] = []
    for page in catalogue.pages:
        questions = [one for one in catalogue.questions if one.page == page.id and one.id in answers]
        if not questions:
            continue
        if page.checklist:
            asked, answer = texts.page_title(page.id), _listed(questions, answers, texts)
        else:
            asked = texts.title(questions[0])
            answer = answer_words(questions[0], answers[questions[0].id], regions, texts)
        lines.append(AnsweredView(page.id, asked, answer, words.change_line(asked, answer)))
    return tuple(lines)


def _listed(questions: list[Question], answers: Answers, texts: SafetyWords) -> str:
    told = []
    for question in questions:
        answer = answers[question.id]
        if answer is Reply.UNSURE:
            told.append(words.row_not_sure(texts.item(question)))
        elif answer != harmless(question):
            told.append(texts.item(question))
    return "; ".join(told) or words.none_of_these()
