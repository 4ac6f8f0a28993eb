"""The settings on disk: one small JSON file, replaced as a whole. Standard library only.

A file that cannot be trusted is kept under another name and the defaults apply; it is never half-used.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from acupress_desktop.domain.settings import Settings, declarations
from acupress_desktop.domain.troubles import BadSettings, BadValue, KnownTrouble, Reason, disk_trouble
from acupress_desktop.storage.files import make_private_folder, write_whole

SETTINGS_SCHEMA = 1
_BYTES_MAX = 64_000


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """Settings to use, and the trouble to tell where the file was not usable."""

    settings: Settings
    trouble: BadSettings | None


def read_settings(path: Path) -> ReadSettings:
    """Read the file; a missing one means the defaults. Never raises for what stands in it."""
    try:
        with path.open("rb") as stream:
            content = stream.read(_BYTES_MAX + 1)
    except FileNotFoundError:
        return ReadSettings(Settings(), None)
    except OSError as error:
        problem = BadValue("", Reason.NOT_READABLE, error.strerror or "")
        return ReadSettings(Settings(), BadSettings(path, (problem,), None))
    if len(content) > _BYTES_MAX:
        return _refused(path, (BadValue("", Reason.TOO_LARGE),))
    try:
        plain = json.loads(content, object_pairs_hook=_no_twice, parse_constant=_no_constant)
    except _TwiceError as twice:
        return _refused(path, (BadValue(str(twice), Reason.DUPLICATE),))
    except (ValueError, RecursionError):
        return _refused(path, (BadValue("", Reason.NOT_READABLE),))
    return _typed(path, plain)


class _TwiceError(Exception):
    """A key stands twice; its name is the text."""


def _no_twice(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise _TwiceError(key)
        found[key] = value
    return found


def _no_constant(text: str) -> float:
    raise ValueError(text)


def _typed(path: Path, plain: object) -> ReadSettings:
    if not isinstance(plain, dict) or plain.pop("schema", None) != SETTINGS_SCHEMA:
        return _refused(path, (BadValue("schema", Reason.WRONG_FORMAT, str(SETTINGS_SCHEMA)),))
    known = {declared.key: declared for declared in declarations()}
    problems = [BadValue(str(key)[:64], Reason.UNKNOWN_FIELD) for key in plain if key not in known]
    typed: dict[str, Any] = {}
    for key, value in plain.items():
        if key in known:
            result = known[key].typed(value)
            if isinstance(result, BadValue):
                problems.append(result)
            else:
                typed[key] = result
    if problems:
        return _refused(path, tuple(problems))
    return ReadSettings(Settings(**typed), None)


def _refused(path: Path, problems: tuple[BadValue, ...]) -> ReadSettings:
    aside = path.with_name(f"{path.stem}-not-used{path.suffix}")
    kept: Path | None = None
    with contextlib.suppress(OSError):
        path.replace(aside)
        kept = aside
    return ReadSettings(Settings(), BadSettings(path, problems, kept))


def write_settings(path: Path, settings: Settings) -> None:
    """Replace the file; raises ``KnownTrouble``, and then the old file stands."""
    plain: dict[str, str | int | None] = {"schema": SETTINGS_SCHEMA}
    for declared in declarations():
        plain[declared.key] = declared.plain(getattr(settings, declared.key))
    make_private_folder(path.parent)
    try:
        write_whole(path, (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode())
    except OSError as error:
        raise KnownTrouble(disk_trouble(error, path)) from error


class SettingsFile:
    """Implements ``SettingsPort`` on one file, read once."""

    def __init__(self, path: Path) -> None:
        """Read the file now; ``trouble`` says what was refused in it."""
        found = read_settings(path)
        self._path = path
        self._settings = found.settings
        self.trouble = found.trouble

    def recall_settings(self) -> Settings:
        """Return the settings."""
        return self._settings

    def forget(self) -> None:
        """Forget what was read: the file was erased, and nothing of it may be written again."""
        self._settings = Settings()
        self.trouble = None

    def remember_settings(self, settings: Settings) -> tuple[str, ...]:
        """Keep the settings and return the keys of those that changed."""
        changed = tuple(
            declared.key
            for declared in declarations()
            if getattr(settings, declared.key) != getattr(self._settings, declared.key)
        )
        if changed:
            write_settings(self._path, settings)
            self._settings = settings
        return changed
