"""What a person chose for sessions: keys, voice and captions, and switching the last two on the way."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace
from enum import Enum

from acupress_desktop.domain.session_keys import SessionAct, SessionKeys, keys_of_text
from acupress_desktop.domain.settings import OnOff, Settings
from acupress_desktop.domain.troubles import KnownTrouble


class KeyKind(Enum):
    """Whether a key only types, or has a meaning that other parts of the computer rely on."""

    PLAIN = "plain"
    SPECIAL = "special"


class SessionSwitches:
    """``chosen`` is what counts now. A switch is kept for later sessions; where that fails, for this one."""

    def __init__(
        self, settings: Callable[[], Settings], keep: Callable[[Settings], object] | None = None
    ) -> None:
        self._settings = settings
        self._keep = keep
        self._unkept: Settings | None = None

    @property
    def chosen(self) -> Settings:
        """The settings as they count now."""
        return self._unkept or self._settings()

    @property
    def keys(self) -> SessionKeys:
        """The person's keys."""
        return keys_of_text(self.chosen.session_keys)

    def act_of(self, key: str, kind: KeyKind) -> SessionAct | None:
        """Return what a key does; a plain key without an act of its own goes on where the app waits."""
        act = self.keys.act_of(key)
        if act is None and kind is KeyKind.PLAIN and self.chosen.any_key is OnOff.ON:
            return SessionAct.GO_ON
        return act

    def switch(self, act: SessionAct) -> None:
        """Turn voice or captions off, or on again."""
        chosen = self.chosen
        if act is SessionAct.VOICE:
            self._change(replace(chosen, voice=_other(chosen.voice)))
        elif act is SessionAct.CAPTIONS:
            self._change(replace(chosen, captions=_other(chosen.captions)))

    def _change(self, changed: Settings) -> None:
        self._unkept = changed
        if self._keep is None:
            return
        with contextlib.suppress(KnownTrouble):
            self._keep(changed)
            self._unkept = None


def _other(now: OnOff) -> OnOff:
    return OnOff.OFF if now is OnOff.ON else OnOff.ON
