"""What comes with the app, where from, under which licence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.licence_files import PartKind, read_bundle
from acupress_desktop.content.refusals import ContentError

ROOT = Path(__file__).parents[2]


def test_packages_are_those_of_the_notices_with_the_same_licence() -> None:
    notices = (ROOT / "THIRD_PARTY_NOTICES.md").read_text(encoding="utf-8")
    table = notices.split("## Packages installed with the app")[1].split("\n## ")[0]
    rows = [
        [cell.strip() for cell in line.strip("| ").split("|")] for line in table.splitlines() if "|" in line
    ]
    noticed = {row[0]: re.split(r"\s*\(", row[2])[0] for row in rows[2:]}
    bundled = {part.name: part.licence for part in read_bundle(asset_root()) if part.kind is PartKind.PACKAGE}
    assert bundled == noticed


def test_every_folder_of_data_belongs_to_a_part() -> None:
    named = {file.split("/")[0] for part in read_bundle(asset_root()) for file in part.files}
    there = {path.name for path in asset_root().iterdir() if path.name != "README.md"}
    assert there <= named


def test_a_part_without_a_licence_is_refused(tmp_path: Path) -> None:
    (tmp_path / "licences.toml").write_text(
        '[[parts]]\nname = "x"\nkind = "font"\nlicence = ""\nwhat = "x"\nwhere = "x"\n', encoding="utf-8"
    )
    with pytest.raises(ContentError, match="line 4"):
        read_bundle(tmp_path)
