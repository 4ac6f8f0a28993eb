"""The first run: three short steps, each answerable in a few taps; opened again from the help page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import SettingsPort
from acupress_desktop.domain.settings import PHONE_CHARACTERS, Figure, YesNo
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.presenters.destinations import Destination, ToComplaints, ToToday
from acupress_desktop.presenters.pieces import Choice
from acupress_desktop.words import first_run as words
from acupress_desktop.words import notices, storage

_PHONE_LONGEST = 20
_AGE_MIN, _AGE_MAX = 1, 120


class Page(Enum):
    """The three steps, in order."""

    WELCOME = 1
    YOU = 2
    EMERGENCY = 3


@dataclass(frozen=True, slots=True)
class OptionView:
    """One answer of a choice."""

    key: Figure | YesNo
    label: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class WelcomeView:
    """What the app is, what it is not, what is known, when to stop, what stays the person's to say."""

    step: str
    title: str
    items: tuple[str, ...]
    not_heading: str
    notice: str
    known: str
    stop_rule: str
    stays_yours: str
    go_on: str
    sample: str


@dataclass(frozen=True, slots=True)
class YouView:
    """Age, figure, pregnancy. ``problem`` is said under the age field; ``missing`` beside the main act."""

    step: str
    title: str
    lead: str
    age: str
    age_hint: str
    age_value: str
    problem: str
    figure: str
    figures: tuple[OptionView, ...]
    pregnancy: str
    pregnancy_hint: str
    pregnancy_answers: tuple[OptionView, ...]
    missing: str
    back: str
    go_on: str


@dataclass(frozen=True, slots=True)
class EmergencyView:
    """The number to call; may stay empty."""

    step: str
    title: str
    lead: str
    field: str
    hint: str
    value: str
    problem: str
    back: str
    finish: str


FirstRunView = WelcomeView | YouView | EmergencyView


@dataclass(frozen=True, slots=True)
class _Draft:
    age: str
    figure: Figure
    pregnancy: YesNo | None
    number: str


class FirstRunPresenter:
    """Nothing is kept until the last step is done, so that leaving half-way changes nothing."""

    def __init__(self, settings: SettingsPort, now: Callable[[], Moment]) -> None:
        self._settings = settings
        self._now = now
        self._page = Page.WELCOME
        self._problem = ""
        kept = settings.recall_settings()
        age = "" if kept.birth_year is None else str(now().local_date.year - kept.birth_year)
        self._draft = _Draft(age, kept.figure, kept.can_be_pregnant, kept.emergency_number)

    def present(self) -> FirstRunView:
        """Show the step that is open."""
        match self._page:
            case Page.WELCOME:
                return self._welcome()
            case Page.YOU:
                return self._you()
            case Page.EMERGENCY:
                return self._emergency()

    def write_age(self, text: str) -> FirstRunView:
        """Keep the age as typed."""
        self._draft = replace(self._draft, age=text.strip())
        return self.present()

    def choose_figure(self, figure: Figure) -> FirstRunView:
        """Choose which of the two figures is drawn."""
        self._draft = replace(self._draft, figure=figure)
        return self.present()

    def answer_pregnancy(self, answer: YesNo) -> FirstRunView:
        """Say whether the question about pregnancy applies at all."""
        self._draft = replace(self._draft, pregnancy=answer)
        return self.present()

    def write_number(self, text: str) -> FirstRunView:
        """Keep the emergency number as typed."""
        self._draft = replace(self._draft, number=text)
        return self.present()

    def back(self) -> FirstRunView:
        """One step back; the first step stays."""
        self._page = Page(max(1, self._page.value - 1))
        return self.present()

    def go_on(self) -> FirstRunView | Destination:
        """One step on, where nothing is missing; after the last step, into the app."""
        match self._page:
            case Page.WELCOME:
                self._page = Page.YOU
            case Page.YOU:
                if not self._missing():
                    self._page = Page.EMERGENCY
            case Page.EMERGENCY:
                if not _number_problem(self._draft.number):
                    return self._keep()
        return self.present()

    def _keep(self) -> FirstRunView | Destination:
        kept = self._settings.recall_settings()
        age = _age_of(self._draft.age)
        wanted = replace(
            kept,
            figure=self._draft.figure,
            can_be_pregnant=self._draft.pregnancy,
            emergency_number=" ".join(self._draft.number.split()),
            birth_year=kept.birth_year if age is None else self._now().local_date.year - age,
            first_run_done=YesNo.YES,
        )
        try:
            self._settings.remember_settings(wanted)
        except KnownTrouble as trouble:
            self._problem = storage.trouble_line(trouble.trouble)
            return self.present()
        return ToToday() if kept.first_run_done is YesNo.YES else ToComplaints()

    def _missing(self) -> str:
        draft = self._draft
        if draft.age and _age_of(draft.age) is None:
            return words.age_unclear()
        # Nobody under 18 is asked more than the age: no session will hang on it.
        age = _age_of(draft.age)
        young = age is not None and age < words.ADULT_YEARS
        return words.still_missing(not draft.age, draft.pregnancy is None and not young)

    def _step(self) -> str:
        return words.step(self._page.value, len(Page))

    def _welcome(self) -> WelcomeView:
        return WelcomeView(
            step=self._step(),
            title=words.welcome_title(),
            items=words.what_it_is(),
            not_heading=words.what_it_is_not_heading(),
            notice=notices.not_a_medical_device(),
            known=words.what_is_known(),
            stop_rule=notices.stop_line(),
            stays_yours=words.stays_yours(),
            go_on=words.understood(),
            sample=words.sample(),
        )

    def _you(self) -> YouView:
        draft = self._draft
        age = _age_of(draft.age)
        problem = ""
        if age is not None and age < words.ADULT_YEARS:
            problem = words.too_young()
        elif draft.age and age is None:
            problem = words.age_unclear()
        return YouView(
            step=self._step(),
            title=words.you_title(),
            lead=words.you_lead(),
            age=words.age(),
            age_hint=words.age_hint(),
            age_value=draft.age,
            problem=problem,
            figure=words.figure(),
            figures=tuple(
                OptionView(figure, words.figure_name(figure), Choice.when(figure is draft.figure))
                for figure in Figure
            ),
            pregnancy=words.pregnancy(),
            pregnancy_hint=words.pregnancy_hint(),
            pregnancy_answers=(
                OptionView(YesNo.NO, words.pregnancy_no(), Choice.when(draft.pregnancy is YesNo.NO)),
                OptionView(YesNo.YES, words.pregnancy_yes(), Choice.when(draft.pregnancy is YesNo.YES)),
            ),
            missing=self._missing(),
            back=words.back(),
            go_on=words.go_on(),
        )

    def _emergency(self) -> EmergencyView:
        return EmergencyView(
            step=self._step(),
            title=words.emergency_title(),
            lead=words.emergency_lead(),
            field=words.emergency_field(),
            hint=words.emergency_hint(),
            value=self._draft.number,
            problem=_number_problem(self._draft.number) or self._problem,
            back=words.back(),
            finish=words.finish(),
        )


def _age_of(text: str) -> int | None:
    """Read an age written in any script's digits; ``None`` where it cannot be one."""
    try:
        age = int(text)
    except ValueError:
        return None
    return age if _AGE_MIN <= age <= _AGE_MAX else None


def _number_problem(text: str) -> str:
    if set(text) - set(PHONE_CHARACTERS) or len(text) > _PHONE_LONGEST:
        return words.emergency_wrong()
    return ""
