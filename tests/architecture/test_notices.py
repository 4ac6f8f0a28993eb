"""The lock file is whole, hashed and silent about where packages come from; every package has its notice."""

from __future__ import annotations

import re
from functools import cache

import pytest

from tests.architecture.house import ROOT

PIN = re.compile(r"^([a-z0-9][a-z0-9.-]*)==([^ ;\\]+)(?: ; (.+?))? \\$")


@cache
def pins() -> dict[str, list[str]]:
    """Each locked package with the comment lines that say who asked for it."""
    asked: dict[str, list[str]] = {}
    name = ""
    for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines():
        if found := PIN.match(line):
            name = found[1]
            asked.setdefault(name, [])
        elif name and line.startswith("    # ") and (asker := line[5:].removeprefix(" via").strip(" #")):
            asked[name].append(asker)
    return asked


def runtime_packages() -> set[str]:
    """Locked packages that a user of the app gets, directly or through another."""
    found = {name for name, askers in pins().items() if "acupress-desktop (pyproject.toml)" in askers}
    while True:
        more = {name for name, askers in pins().items() if found & set(askers)} - found
        if not more:
            return found
        found |= more


def test_the_closure_reaches_packages_of_packages() -> None:
    assert {"numpy", "sqlalchemy", "mako", "markupsafe", "shiboken6"} <= runtime_packages()
    assert not {"pytest", "ruff", "scipy"} & runtime_packages()


def test_every_package_that_users_get_has_a_row_in_the_notices() -> None:
    table = (ROOT / "THIRD_PARTY_NOTICES.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1].lower() for line in table.splitlines() if line.startswith("| ")]
    named = {word.strip() for row in rows for word in row.split(",")}
    missing = sorted(runtime_packages() - named)
    assert not missing, f"add a row with licence and copyright to THIRD_PARTY_NOTICES.md for: {missing}"


def test_the_lock_file_names_no_package_index() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^--(index-url|extra-index-url|find-links|trusted-host)", text, re.MULTILINE)


def test_every_pin_is_hashed() -> None:
    blocks = re.split(
        r"^(?=[a-z0-9])", (ROOT / "requirements.lock").read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    unhashed = [
        block.split(" ")[0] for block in blocks if PIN.match(block.split("\n")[0]) and "sha256:" not in block
    ]
    assert not unhashed
    assert sum(bool(PIN.match(block.split("\n")[0])) for block in blocks) >= len(pins())


@pytest.mark.parametrize("package", ["pyside6-essentials", "pyside6-addons", "shiboken6"])
def test_older_python_stays_below_the_release_that_loses_none(package: str) -> None:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    old = [
        found
        for line in lines
        if (found := PIN.match(line)) and found[1] == package and "< '3.12'" in (found[3] or "")
    ]
    assert len(old) == 1
    assert tuple(map(int, old[0][2].split(".")[:2])) < (6, 12)
