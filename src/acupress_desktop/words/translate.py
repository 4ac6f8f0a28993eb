"""Late translation: sentences are looked up when they are shown, never when a module loads."""

from __future__ import annotations

import gettext
import re
from dataclasses import dataclass
from pathlib import Path

DOMAIN = "acupress"
PSEUDO = "pseudo"
"""The language that marks and lengthens every text, to find what cannot be translated or does not fit."""
_MARKS = re.compile("\u27e6|\u00b7*\u27e7")


@dataclass(slots=True)
class _Language:
    translations: gettext.NullTranslations


_current = _Language(gettext.NullTranslations())


def speak(language: str, locale_folder: Path | None) -> None:
    """Use ``language`` (such as ``en`` or ``de``) from now on; English where a text is missing."""
    if language == PSEUDO:
        _current.translations = _Pseudo()
    elif locale_folder is None:
        _current.translations = gettext.NullTranslations()
    else:
        _current.translations = gettext.translation(
            DOMAIN, localedir=locale_folder, languages=[language], fallback=True
        )


def _(text: str) -> str:
    """Translate one sentence. Empty stays empty: gettext would answer it with the catalogue's own header."""
    return _current.translations.gettext(text) if text else ""


def plural(one: str, many: str, count: int) -> str:
    """Translate a sentence that depends on ``count``; ``{count}`` in it is filled in."""
    return _current.translations.ngettext(one, many, count).format(count=count)


def unmarked(text: str) -> str:
    """Return ``text`` without the marks of ``PSEUDO``, so that a rehearsal finds a button by its English."""
    return _MARKS.sub("", text)


class _Pseudo(gettext.NullTranslations):
    """Marks and lengthens by about a third, the way German or Finnish would."""

    def gettext(self, message: str) -> str:
        return "\u27e6" + message + "\u00b7" * (len(message) // 3) + "\u27e7"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)
