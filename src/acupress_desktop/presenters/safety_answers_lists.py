"""The lists on the page of the safety answers: by what they are about, those that change something first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta

from acupress_desktop.domain.ids import QuestionId
from acupress_desktop.domain.ports import AdviceRecord
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.safety.answers import Reply, TappedPlaces
from acupress_desktop.domain.safety.asking import Remembered
from acupress_desktop.domain.safety.emergencies import calls_for_help
from acupress_desktop.domain.safety.evaluate import Reading
from acupress_desktop.domain.safety.questions import REFRESH_DAYS, Asked, Question, QuestionKind
from acupress_desktop.domain.safety.rules import ActionKind, Catalogue
from acupress_desktop.domain.safety.watch_rows import WatchBook
from acupress_desktop.domain.settings import Settings, YesNo
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.presenters.reminders import LONG_UNCHECKED
from acupress_desktop.presenters.safety_answers_effects import effect_of
from acupress_desktop.presenters.safety_answers_view import (
    AnswerGroupView,
    AnswerRowView,
    CheckedRowView,
    CheckedView,
    LeftOutPlacesView,
)
from acupress_desktop.presenters.safety_bodies import place_label
from acupress_desktop.presenters.safety_lists import is_risky
from acupress_desktop.presenters.told_answers import answer_words
from acupress_desktop.words import safety as safety_words
from acupress_desktop.words import safety_answers as words
from acupress_desktop.words.safety import SafetyWords

NO_TOUCH = QuestionId("no_touch")
NO_TOUCH_WHERE = QuestionId("no_touch_where")
BIRTH_YEAR = QuestionId("setting_birth_year")
CAN_BE_PREGNANT = QuestionId("setting_can_be_pregnant")
"""No questions of the safety check: the settings keep these."""
MEDICINES = frozenset(
    map(
        QuestionId,
        (
            "blood_thinner",
            "antiplatelet",
            "sedating_medicine",
            "headache_new_medicine",
            "headache_tablet_days",
            "low_back_steroids",
        ),
    )
)
_OWN_SECTION = frozenset({NO_TOUCH, NO_TOUCH_WHERE})
_ABOUT, _MEDICINES, _LATELY, _TOLD_GROUP, _PLACES = "about_you", "medicines", "lately", "told", "places"
_GROUPS: tuple[tuple[str, Callable[[], str]], ...] = (
    (_ABOUT, words.about_you),
    (_MEDICINES, words.medicines),
    (_LATELY, words.lately),
    (_TOLD_GROUP, words.told),
    (_PLACES, words.places),
)


def is_listed(catalogue: Catalogue, question: Question) -> bool:
    """Tell whether a question stands in one of the groups; what can call for help never does."""
    return (
        question.asked is not Asked.EVERY_SESSION
        and question.id not in _OWN_SECTION
        and not calls_for_help(catalogue, question.id)
    )


def groups_of(
    reading: Reading,
    told: Mapping[QuestionId, Remembered],
    texts: SafetyWords,
    settings: Settings,
    due: frozenset[QuestionId],
    unfolded: frozenset[str],
) -> tuple[AnswerGroupView, ...]:
    """Return the groups that have anything; ``due`` names what is asked again next time all the same."""
    today = reading.context.given.local_date
    rows: dict[str, list[tuple[AnswerRowView, bool]]] = {key: [] for key, _heading in _GROUPS}
    rows[_ABOUT] += [(row, True) for row in _setting_rows(settings)]
    for question in reading.catalogue.questions:
        if question.id in told and is_listed(reading.catalogue, question):
            row, matters = _row(reading, question, told[question.id], texts, today, question.id in due)
            rows[_group_of(question)].append((row, matters))
    return tuple(
        _group(key, heading(), rows[key], Choice.when(key in unfolded))
        for key, heading in _GROUPS
        if rows[key]
    )


def left_out_view(regions: RegionMap, told: Mapping[QuestionId, Remembered]) -> LeftOutPlacesView:
    """Show the places that are left out without a reason."""
    kept = told.get(NO_TOUCH_WHERE)
    places: tuple[str, ...] = ()
    if kept is not None and isinstance(kept.answer, TappedPlaces):
        ordered = sorted(kept.answer.places, key=lambda place: (place.region, place.side.value))
        places = tuple(place_label(regions, place) for place in ordered)
    return LeftOutPlacesView(
        heading=words.left_out_heading(),
        lead=words.left_out_lead(),
        standing=words.left_out_places(places) if places else words.left_out_none(),
        choose=words.change_places() if places else words.choose_places(),
        take_back=words.press_all_again() if places else "",
    )


def checked_view(
    catalogue: Catalogue, watch: WatchBook, texts: SafetyWords, advice: Iterable[AdviceRecord]
) -> CheckedView | None:
    """Show what was asked to be looked at; nothing where nothing ever was."""
    rows = tuple(row for row in (_checked_row(catalogue, watch, texts, each) for each in advice) if row)
    return CheckedView(words.checked_heading(), words.checked_lead(), rows) if rows else None


def _checked_row(
    catalogue: Catalogue, watch: WatchBook, texts: SafetyWords, advice: AdviceRecord
) -> CheckedRowView | None:
    known = {rule.id: rule for rule in catalogue.rules}
    rule = known.get(advice.rule)
    if rule is None and advice.rule not in watch:
        return None
    message = watch.row(advice.rule).message_id if rule is None else rule.message_id
    looked_at = rule is None or rule.action.kind is ActionKind.SEE or rule.id == LONG_UNCHECKED
    text = texts.by_id(message)
    tick = words.i_had_this_checked() if looked_at else words.i_did_this()
    dates = words.told_on(advice.told.local_date)
    if advice.checked is not None:
        dates = f"{dates} {words.ticked_on(advice.checked.local_date)}"
    return CheckedRowView(
        advice.rule, text, dates, tick, words.tick_spoken(tick, text), Choice.when(advice.checked)
    )


def _group(
    key: str, heading: str, rows: list[tuple[AnswerRowView, bool]], unfolded: Choice
) -> AnswerGroupView:
    quiet = tuple(row for row, matters in rows if not matters)
    more = ""
    if quiet:
        more = words.fold_these() if unfolded is Choice.CHOSEN else words.no_to_these(len(quiet))
    return AnswerGroupView(
        key=key,
        heading=heading,
        rows=tuple(row for row, matters in rows if matters),
        more=more,
        more_rows=quiet if unfolded is Choice.CHOSEN else (),
        unfolded=unfolded,
    )


def _group_of(question: Question) -> str:
    if question.id in MEDICINES:
        return _MEDICINES
    if question.kind is QuestionKind.REGION:
        return _PLACES
    if question.page == _ABOUT:
        return _ABOUT
    return _TOLD_GROUP if question.page == _TOLD_GROUP else _LATELY


def _row(
    reading: Reading, question: Question, told: Remembered, texts: SafetyWords, today: date, due: object
) -> tuple[AnswerRowView, bool]:
    asked = texts.title(question)
    matters = question.kind is QuestionKind.NUMBER or is_risky(question, told.answer)
    does = ""
    if matters and question.kind is not QuestionKind.NUMBER:
        effect = effect_of(reading, question)
        sentences = effect.sentences or (words.changes_nothing(),)
        does = " ".join((*sentences, words.rules(tuple(map(str, effect.rules))))).strip()
    until = None if question.asked is Asked.ONCE else told.on + timedelta(days=REFRESH_DAYS)
    row = AnswerRowView(
        key=question.id,
        asked=asked,
        given=words.answer(answer_words(question, told.answer, reading.regions, texts)),
        does=does,
        dates=words.dates(told.on, today if due else until, today),
        change=words.change(),
        change_spoken=words.change_spoken(asked),
        ask_again=words.ask_again(),
        ask_again_spoken=words.ask_again_spoken(asked),
    )
    return row, matters


def _setting_rows(settings: Settings) -> Iterable[AnswerRowView]:
    if settings.birth_year is not None:
        yield _setting_row(BIRTH_YEAR, words.birth_year(), str(settings.birth_year), words.birth_year_does())
    if settings.can_be_pregnant is not None:
        yes = settings.can_be_pregnant is YesNo.YES
        given = safety_words.reply(Reply.YES if yes else Reply.NO)
        yield _setting_row(CAN_BE_PREGNANT, words.can_be_pregnant(), given, words.can_be_pregnant_does(yes))


def _setting_row(key: QuestionId, asked: str, given: str, does: str) -> AnswerRowView:
    return AnswerRowView(
        key=key,
        asked=asked,
        given=words.answer(given),
        does=does,
        dates=words.kept_in_settings(),
        change=words.change_in_settings(),
        change_spoken=words.change_spoken(asked),
        ask_again="",
        ask_again_spoken="",
    )
