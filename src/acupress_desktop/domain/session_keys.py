"""Which keys do what in a session: the usual ones, and those that a person chose instead.

A key goes by a plain name such as ``Space``, ``PageDown``, ``B``, ``Period`` or ``F5``; a letter that has no
such name by its number, ``U+0418``. Keyboards, presenter remotes and foot switches all send such keys.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

KEY_NAME_CHARACTERS_MAX = 40
KEYS_PER_ACT_MAX = 8
TEXT_CHARACTERS_MAX = 2000
ESCAPE = "Escape"


class SessionAct(Enum):
    """What one key can do. The order is that of the lists a person sees."""

    STOP = "stop"
    PAUSE = "pause"
    NEXT = "next"
    GO_ON = "go_on"
    """Begin or go on where the app waits; never ends a hold."""
    SAY_AGAIN = "say_again"
    REPEAT = "repeat"
    LONGER = "longer"
    SKIP = "skip"
    FINE = "fine"
    TOO_MUCH = "too_much"
    NO_ANSWER = "no_answer"
    BREATHING = "breathing"
    VOICE = "voice"
    CAPTIONS = "captions"
    QUIET = "quiet"
    WHOLE_SCREEN = "whole_screen"


NEEDED = (SessionAct.PAUSE,)
"""Acts whose last key cannot be taken away. Stop needs no such guard: Esc always stops."""
FOR_THE_APP = frozenset({"Tab", "Backtab", "F1", "F11"})
"""Keys that keep their meaning everywhere: from button to button, help, the large view."""
_USUAL: dict[SessionAct, tuple[str, ...]] = {
    SessionAct.STOP: (ESCAPE,),
    SessionAct.PAUSE: ("B", "Period"),
    SessionAct.NEXT: ("Space", "Return", "Enter", "PageDown", "Right"),
    SessionAct.GO_ON: ("F5",),
    SessionAct.SAY_AGAIN: ("R",),
    SessionAct.REPEAT: ("PageUp", "Left"),
    SessionAct.LONGER: ("L", "Plus"),
    SessionAct.SKIP: ("S",),
    SessionAct.FINE: ("1",),
    SessionAct.TOO_MUCH: ("2",),
    SessionAct.NO_ANSWER: ("3",),
    SessionAct.BREATHING: ("W",),
    SessionAct.VOICE: ("V",),
    SessionAct.CAPTIONS: ("C",),
    SessionAct.QUIET: ("Q",),
    SessionAct.WHOLE_SCREEN: ("F",),
}
_NAME = re.compile(r"U\+[0-9A-F]{4,6}|[A-Za-z0-9_]+")


class KeyRefusal(Enum):
    """Why a key cannot be given to an act, or taken from it."""

    TAKEN = "taken"
    ALWAYS_STOPS = "always_stops"
    FOR_THE_APP = "for_the_app"
    LAST_KEY = "last_key"
    TOO_MANY = "too_many"
    NO_KEY = "no_key"


@dataclass(frozen=True, slots=True)
class KeyRefused:
    """Why not; ``by`` is the act that has the key already."""

    reason: KeyRefusal
    key: str
    by: SessionAct | None = None


@dataclass(frozen=True, slots=True)
class SessionKeys:
    """Every act with its keys, the one shown on its button first. Esc always stops, listed or not."""

    keys: tuple[tuple[SessionAct, tuple[str, ...]], ...]

    def of(self, act: SessionAct) -> tuple[str, ...]:
        """Return the keys of ``act``; the first stands on its button."""
        return next((keys for each, keys in self.keys if each is act), ())

    def shown(self, act: SessionAct) -> str:
        """Return the key that stands on the button, or an empty text."""
        return next(iter(self.of(act)), "")

    def act_of(self, key: str) -> SessionAct | None:
        """Return what ``key`` does."""
        if key == ESCAPE:
            return SessionAct.STOP
        return next((act for act, keys in self.keys if key in keys), None)

    def with_key(self, act: SessionAct, key: str) -> SessionKeys | KeyRefused:
        """Return the keys with one more for ``act``, or why it cannot be."""
        if not key or len(key) > KEY_NAME_CHARACTERS_MAX or not _NAME.fullmatch(key):
            return KeyRefused(KeyRefusal.NO_KEY, key)
        if key in FOR_THE_APP:
            return KeyRefused(KeyRefusal.FOR_THE_APP, key)
        if key == ESCAPE:
            return self if act is SessionAct.STOP else KeyRefused(KeyRefusal.ALWAYS_STOPS, key)
        has = self.act_of(key)
        if has is act:
            return self
        if has is not None:
            return KeyRefused(KeyRefusal.TAKEN, key, has)
        if len(self.of(act)) >= KEYS_PER_ACT_MAX:
            return KeyRefused(KeyRefusal.TOO_MANY, key)
        more = self._with(act, (*self.of(act), key))
        if len(keys_text(more)) > TEXT_CHARACTERS_MAX:
            return KeyRefused(KeyRefusal.TOO_MANY, key)
        return more

    def without_key(self, act: SessionAct, key: str) -> SessionKeys | KeyRefused:
        """Return the keys with ``key`` taken from ``act``, or why it must stay."""
        if key == ESCAPE:
            return KeyRefused(KeyRefusal.ALWAYS_STOPS, key)
        left = tuple(each for each in self.of(act) if each != key)
        if act in NEEDED and not left:
            return KeyRefused(KeyRefusal.LAST_KEY, key)
        return self._with(act, left)

    def _with(self, act: SessionAct, keys: tuple[str, ...]) -> SessionKeys:
        return SessionKeys(tuple((each, keys if each is act else its) for each, its in self.keys))


def usual_keys() -> SessionKeys:
    """Return the keys of a person who changed nothing."""
    return SessionKeys(tuple((act, _USUAL[act]) for act in SessionAct))


def keys_text(keys: SessionKeys) -> str:
    """Write the keys as settings keep them: ``stop: Escape pause: B``; the usual ones as an empty text."""
    if keys == usual_keys():
        return ""
    return " ".join(" ".join((f"{act.value}:", *names)) for act, names in keys.keys)


@lru_cache(maxsize=4)
def keys_of_text(text: str) -> SessionKeys:
    """Read the keys; a text that is damaged, or would leave pause without a key, means the usual ones.

    An act that the text does not name has its usual keys, as far as no other act took them.
    """
    read = _read(text)
    if read is None:
        return usual_keys()
    taken = {key for names in read.values() for key in names}
    keys = SessionKeys(
        tuple(
            (act, read.get(act, tuple(key for key in _USUAL[act] if key not in taken))) for act in SessionAct
        )
    )
    return keys if all(keys.of(act) for act in NEEDED) else usual_keys()


def _read(text: str) -> dict[SessionAct, tuple[str, ...]] | None:
    """Return what the text names, or ``None`` where it is empty or no text of keys."""
    acts = {f"{act.value}:": act for act in SessionAct}
    read: dict[SessionAct, tuple[str, ...]] = {}
    seen: set[str] = set()
    now: SessionAct | None = None
    for word in text.split():
        if word in acts:
            now = acts[word]
            if now in read:
                return None
            read[now] = ()
            continue
        misplaced = (word == ESCAPE and now is not SessionAct.STOP) or word in FOR_THE_APP | seen
        if now is None or misplaced or not _NAME.fullmatch(word) or len(word) > KEY_NAME_CHARACTERS_MAX:
            return None
        seen.add(word)
        read[now] = (*read[now], word)
    return read or None
