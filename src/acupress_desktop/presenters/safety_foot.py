"""The line at the foot of every safety question: whom to call, and the field for the own number."""

from __future__ import annotations

from dataclasses import replace

from acupress_desktop.domain.ports import SettingsPort
from acupress_desktop.domain.settings import PHONE_CHARACTERS, Settings
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.presenters.safety_view import FootView, NumberView
from acupress_desktop.words import safety_screen as words
from acupress_desktop.words import storage as trouble_words

_PHONE_LONGEST = 20


class SafetyFoot:
    """Holds the number as typed until it is saved."""

    def __init__(self, settings: SettingsPort) -> None:
        self._settings = settings
        self._number: str | None = None
        self._trouble = ""

    def turn(self) -> None:
        """Open the field, or close it."""
        self._number = self._settings.recall_settings().emergency_number if self._number is None else None

    def write(self, text: str) -> None:
        """Keep the number as typed."""
        self._number = text

    def save(self) -> None:
        """Keep the number for good, where it can be one."""
        if self._number is not None and not _number_problem(self._number):
            kept = self._settings.recall_settings()
            self.keep(replace(kept, emergency_number=" ".join(self._number.split())))
            if not self._trouble:
                self._number = None

    def keep(self, settings: Settings) -> None:
        """Keep settings; what goes wrong is said at the foot."""
        try:
            self._settings.remember_settings(settings)
            self._trouble = ""
        except KnownTrouble as trouble:
            self.tell(trouble)

    def tell(self, trouble: KnownTrouble) -> None:
        """Say at the foot what went wrong."""
        self._trouble = trouble_words.trouble_line(trouble.trouble)

    def view(self) -> FootView:
        """Show whom to call."""
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


def _number_problem(text: str) -> str:
    if set(text) - set(PHONE_CHARACTERS) or len(text) > _PHONE_LONGEST:
        return words.number_wrong()
    return ""
