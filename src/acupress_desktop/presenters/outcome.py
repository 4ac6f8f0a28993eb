"""No session now: one message, whom to see and how soon, and what to do meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, replace

from acupress_desktop.domain.ids import RuleId
from acupress_desktop.domain.ports import SettingsPort
from acupress_desktop.domain.safety.outcome import OutcomeKind
from acupress_desktop.domain.safety.watch import W_RISES, WATCH_RULES
from acupress_desktop.domain.settings import PHONE_CHARACTERS
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.presenters.destinations import (
    Destination,
    ToAdverseLog,
    ToCheckIn,
    ToOutcome,
    ToSafety,
    ToSafetyAnswers,
    ToToday,
)
from acupress_desktop.words import outcome as words
from acupress_desktop.words import safety_answers, storage
from acupress_desktop.words import watch as watch_words
from acupress_desktop.words.safety import SafetyWords, outcome_title

_PHONE_LONGEST = 20
MADE_FOR_ADULTS = RuleId("R07")


@dataclass(frozen=True, slots=True)
class EmergencyView:
    """One message and the number; the field is there only where no number was saved before."""

    page: str
    title: str
    message: str
    asks_number: bool
    number_label: str
    number_hint: str
    number: str
    problem: str
    close: str


@dataclass(frozen=True, slots=True)
class NoSessionView:
    """Refer or postpone: what to do, how soon, whom to ask, and what to do meanwhile."""

    page: str
    title: str
    lead: str
    messages: tuple[str, ...]
    instead_heading: str
    instead: tuple[str, ...]
    check_in: str
    to_today: str
    change_answers: str
    kept_answers: str
    log: str
    rules: str
    close: str


OutcomeView = EmergencyView | NoSessionView


class OutcomePresenter:
    """Presents what the safety screen answered, where it was not a clearance."""

    def __init__(self, settings: SettingsPort, texts: SafetyWords, going: ToOutcome) -> None:
        self._settings = settings
        self._texts = texts
        self._going = going
        self._saved_before = settings.recall_settings().emergency_number
        self._number = self._saved_before
        self._problem = ""

    def present(self) -> OutcomeView:
        """Show the message."""
        result, number = self._going.result, self._saved_before
        if result.kind is OutcomeKind.EMERGENCY:
            return EmergencyView(
                page=words.page(),
                title=outcome_title(result.kind, result.urgency),
                message=self._texts.with_number(self._shown_number()).message(result.messages[0]),
                asks_number=not self._saved_before,
                number_label=words.number_label(),
                number_hint=words.number_hint(),
                number=self._number,
                problem=self._problem,
                close=words.close(),
            )
        young = any(each.rule == MADE_FOR_ADULTS for each in result.messages)
        instead = words.instead_for_a_visit()
        if result.kind is OutcomeKind.POSTPONE:
            instead = words.instead_before_18() if young else words.instead_for_later()
        paused = result.messages[0].rule == W_RISES
        told = tuple(self._texts.with_number(number).message(each) for each in result.messages)
        return NoSessionView(
            page=words.page(),
            title=watch_words.set_waits() if paused else outcome_title(result.kind, result.urgency),
            lead=watch_words.other_sets_stay_open()
            if paused
            else words.lead_before_18()
            if young
            else words.lead(result.kind),
            messages=tuple(dict.fromkeys(told)),
            instead_heading=words.instead_heading(),
            instead=instead,
            check_in=words.check_in(),
            to_today=words.to_today(),
            change_answers=words.change_answers(),
            kept_answers=safety_answers.link(),
            log=watch_words.show_log() if any(each.rule in WATCH_RULES for each in result.messages) else "",
            rules=words.rules(tuple(each.rule for each in result.messages)),
            close=words.close(),
        )

    def write_number(self, text: str) -> OutcomeView:
        """Keep the number as it is typed: nobody presses "save" in an emergency."""
        self._number = text
        if set(text) - set(PHONE_CHARACTERS) or len(text) > _PHONE_LONGEST:
            self._problem = words.number_wrong()
            return self.present()
        self._problem = ""
        kept = self._settings.recall_settings()
        try:
            self._settings.remember_settings(replace(kept, emergency_number=" ".join(text.split())))
        except KnownTrouble as trouble:
            self._problem = storage.trouble_line(trouble.trouble)
        return self.present()

    def check_in(self) -> Destination:
        """Write it down."""
        return ToCheckIn()

    def change_answers(self) -> Destination:
        """Look over the answers that led here, or answer again from the first question."""
        return self._going.again or ToSafety(self._going.complaint)

    def log(self) -> Destination:
        """Look at what was told between the sessions: that is why."""
        return ToAdverseLog()

    def kept_answers(self) -> Destination:
        """Look over what the safety check remembers: one of those may be why."""
        return ToSafetyAnswers()

    def close(self) -> Destination:
        """Leave."""
        return ToToday()

    def _shown_number(self) -> str:
        return "" if self._problem else " ".join(self._number.split())
