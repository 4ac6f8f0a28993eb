"""The page of the keys in a session: each act with its keys, and the next key pressed is a new one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from acupress_desktop.domain.ports import SettingsPort
from acupress_desktop.domain.session_keys import (
    ESCAPE,
    KeyRefused,
    SessionAct,
    SessionKeys,
    keys_of_text,
    keys_text,
    usual_keys,
)
from acupress_desktop.domain.troubles import KnownTrouble
from acupress_desktop.presenters.destinations import Back, Destination
from acupress_desktop.presenters.pieces import ActView
from acupress_desktop.words import session_keys as words
from acupress_desktop.words import storage


@dataclass(frozen=True, slots=True)
class OneKeyView:
    """One key of an act; ``take_away`` names the button that removes it, empty where it stays."""

    key: str
    name: str
    take_away: str


@dataclass(frozen=True, slots=True)
class ActKeysView:
    """One act with its keys. ``waits`` says that the next key pressed becomes one of them."""

    act: SessionAct
    label: str
    keys: tuple[OneKeyView, ...]
    no_key: str
    add: str
    add_spoken: str
    waits: str


@dataclass(frozen=True, slots=True)
class SessionKeysView:
    """The whole page. ``said`` is what was done, ``problem`` why something was not."""

    page: str
    title: str
    lead: str
    always: str
    acts: tuple[ActKeysView, ...]
    usual: ActView
    close: str
    said: str
    problem: str


class SessionKeysPresenter:
    """Keeps each change when it is made."""

    def __init__(self, settings: SettingsPort) -> None:
        self._settings = settings
        self._waits: SessionAct | None = None
        self._said = ""
        self._problem = ""

    @property
    def waiting(self) -> bool:
        """Whether the next key is to become one of an act."""
        return self._waits is not None

    def present(self) -> SessionKeysView:
        """Show the keys as they are kept."""
        keys = self._keys
        is_usual = keys == usual_keys()
        return SessionKeysView(
            page=words.page(),
            title=words.title(),
            lead=words.lead(),
            always=words.always_stops(),
            acts=tuple(self._row(act, names) for act, names in keys.keys),
            usual=ActView(words.usual(), blocked_because=words.are_usual() if is_usual else ""),
            close=words.close(),
            said=self._said,
            problem=self._problem,
        )

    def add(self, act: SessionAct) -> SessionKeysView:
        """Wait for the key that ``act`` shall have too; asked again for the same act, wait no longer."""
        self._said = self._problem = ""
        self._waits = None if self._waits is act else act
        return self.present()

    def press(self, key: str) -> SessionKeysView:
        """Take the key that was pressed; Esc ends the waiting, except that it is already Stop's."""
        act, self._waits = self._waits, None
        self._said = self._problem = ""
        if act is None:
            return self.present()
        if key == ESCAPE:
            self._said = words.stopped_waiting()
            return self.present()
        found = self._keys.with_key(act, key)
        if isinstance(found, KeyRefused):
            self._problem = words.refusal(found)
        elif self._remember(found):
            self._said = words.given(key, act)
        return self.present()

    def take_away(self, act: SessionAct, key: str) -> SessionKeysView:
        """Take a key from an act."""
        self._waits = None
        self._said = self._problem = ""
        found = self._keys.without_key(act, key)
        if isinstance(found, KeyRefused):
            self._problem = words.refusal(found)
        elif self._remember(found):
            self._said = words.taken_away(key)
        return self.present()

    def put_back(self) -> SessionKeysView:
        """Bring back the keys that the app came with."""
        self._waits = None
        self._problem = ""
        self._said = words.usual_done() if self._remember(usual_keys()) else ""
        return self.present()

    def close(self) -> Destination:
        """Go back to where the page was opened."""
        return Back()

    @property
    def _keys(self) -> SessionKeys:
        return keys_of_text(self._settings.recall_settings().session_keys)

    def _remember(self, keys: SessionKeys) -> bool:
        changed = replace(self._settings.recall_settings(), session_keys=keys_text(keys))
        try:
            self._settings.remember_settings(changed)
        except KnownTrouble as known:
            self._problem = storage.trouble_line(known.trouble)
            return False
        return True

    def _row(self, act: SessionAct, names: tuple[str, ...]) -> ActKeysView:
        waits = self._waits is act
        return ActKeysView(
            act=act,
            label=words.heading(act),
            keys=tuple(
                OneKeyView(name, words.key(name), "" if name == ESCAPE else words.take_away(name, act))
                for name in names
            ),
            no_key="" if names else words.none(),
            add=words.press_one() if waits else words.add(),
            add_spoken=words.press_one() if waits else words.add_for(act),
            waits=words.press_one() if waits else "",
        )
