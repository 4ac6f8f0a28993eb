from __future__ import annotations

import json
import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from acupress_desktop.domain.settings import (
    Figure,
    SettingKind,
    Settings,
    Theme,
    YesNo,
    declarations,
)
from acupress_desktop.domain.troubles import BadSettings, Reason
from acupress_desktop.storage.settings_file import SettingsFile, read_settings, write_settings
from acupress_desktop.words.storage import trouble_line


def test_settings_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "data" / "settings.json"
    file = SettingsFile(path)
    assert (file.recall_settings(), file.trouble) == (Settings(), None)
    chosen = replace(
        Settings(),
        theme=Theme.CONTRAST,
        emergency_number="+41 144",
        birth_year=1980,
        can_be_pregnant=YesNo.NO,
    )
    assert set(file.remember_settings(chosen)) == {
        "theme",
        "emergency_number",
        "birth_year",
        "can_be_pregnant",
    }
    assert file.remember_settings(chosen) == ()
    assert SettingsFile(path).recall_settings() == chosen
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    ("content", "field", "reason"),
    [
        (b'{"schema": 1, "theme": "pink"}', "theme", Reason.NOT_A_CHOICE),
        (b'{"schema": 1, "theme": null}', "theme", Reason.MISSING),
        (b'{"schema": 1, "text_scale_percent": 500}', "text_scale_percent", Reason.OUT_OF_RANGE),
        (b'{"schema": 1, "text_scale_percent": 120.5}', "text_scale_percent", Reason.WRONG_TYPE),
        (b'{"schema": 1, "text_scale_percent": true}', "text_scale_percent", Reason.WRONG_TYPE),
        (b'{"schema": 1, "text_scale_percent": NaN}', "", Reason.NOT_READABLE),
        (b'{"schema": 1, "emergency_number": "<b>112"}', "emergency_number", Reason.BAD_CHARACTERS),
        (b'{"schema": 1, "emergency_number": "112112112112112112112"}', "emergency_number", Reason.TOO_LONG),
        (b'{"schema": 1, "shiny": 1}', "shiny", Reason.UNKNOWN_FIELD),
        (b'{"schema": 1, "theme": "dark", "theme": "light"}', "theme", Reason.DUPLICATE),
        (b'{"schema": 2}', "schema", Reason.WRONG_FORMAT),
        (b"[]", "schema", Reason.WRONG_FORMAT),
        (b"\xff\xfe", "", Reason.NOT_READABLE),
        (b"", "", Reason.NOT_READABLE),
        (b"[" * 60_000, "", Reason.NOT_READABLE),
        (b" " * 70_000, "", Reason.TOO_LARGE),
    ],
)
def test_a_file_that_cannot_be_trusted_is_kept_aside_in_words(
    tmp_path: Path, content: bytes, field: str, reason: Reason
) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    found = read_settings(path)
    assert found.settings == Settings()
    assert isinstance(found.trouble, BadSettings)
    assert [(value.field, value.reason) for value in found.trouble.values] == [(field, reason)]
    aside = found.trouble.kept_aside
    assert aside is not None
    assert aside.read_bytes() == content
    assert not path.exists()
    line = trouble_line(found.trouble)
    assert aside.name in line
    assert field in line


def test_a_full_disk_leaves_the_old_settings(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    write_settings(path, replace(Settings(), figure=Figure.MALE))
    (tmp_path / "settings.json.part").mkdir()
    with pytest.raises(Exception, match="NotWritable"):
        write_settings(path, Settings())
    assert read_settings(path).settings.figure is Figure.MALE


@pytest.mark.parametrize("declared", declarations(), ids=lambda declared: declared.key)
def test_every_setting_is_declared_whole(declared: object) -> None:
    found = next(each for each in declarations() if each is declared)
    assert found.bounds.words == f"setting.{found.key}"
    assert found.problem(found.default) is None
    if found.kind is SettingKind.NUMBER:
        assert found.problem(found.bounds.high + 1) is not None
        assert found.problem(found.bounds.low - 1) is not None
    assert found.typed(found.plain(found.default)) == found.default


def test_impossible_settings_cannot_be_built() -> None:
    with pytest.raises(ValueError, match="text_scale_percent"):
        replace(Settings(), text_scale_percent=99)


def test_reading_settings_and_glance_loads_nothing_heavy(tmp_path: Path) -> None:
    import subprocess

    program = (
        "import sys, pathlib, datetime\n"
        "from acupress_desktop.storage.glance import read_glance\n"
        "from acupress_desktop.storage.settings_file import SettingsFile\n"
        "from acupress_desktop.storage.profile import Profile\n"
        "from acupress_desktop.storage import erase\n"
        "folder = pathlib.Path(sys.argv[1])\n"
        "SettingsFile(Profile(folder).settings)\n"
        "read_glance(Profile(folder).glance, datetime.date(2026, 11, 22))\n"
        "heavy = {'sqlalchemy', 'alembic', 'sqlite3', 'numpy', 'PySide6'} & set(sys.modules)\n"
        "print(sorted(heavy))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": "src", "PATH": ""},
    )
    assert json.loads(done.stdout.replace("'", '"')) == []
