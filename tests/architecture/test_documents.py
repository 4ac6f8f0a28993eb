"""What the documents point to is there: links, files of the project, and every decision in its list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.house import ROOT

LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")
CODE = re.compile(r"`([^`\n]+)`")
OWN_FILE = re.compile(r"(?:src|assets|tools|tests|docs|bench)/[\w./-]+\.(?:py|toml|jsonl?|npz|md|sql)")
SHORT_FILE = re.compile(r"(?:app|storage|exchange|content|domain|ui|words|presenters|cli|session)/[\w/]+\.py")
PACKAGE = ROOT / "src" / "acupress_desktop"
DECISIONS = ROOT / "docs" / "decisions"


def documents() -> Iterator[Path]:
    yield from sorted(ROOT.glob("*.md"))
    yield from sorted((ROOT / "docs").rglob("*.md"))
    yield from sorted((ROOT / "assets").rglob("*.md"))


@pytest.mark.parametrize("page", tuple(documents()), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_and_files_that_are_named_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    missing = [link for link in LINK.findall(text) if not (page.parent / link).exists()]
    for code in CODE.findall(text):
        missing += [name for name in OWN_FILE.findall(code) if not (ROOT / name).exists()]
        if SHORT_FILE.fullmatch(code) and not (PACKAGE / code).exists():
            missing.append(code)
    assert not missing, f"{page.relative_to(ROOT)} names what is not there: {missing}"


def test_every_decision_is_in_the_list_and_has_a_number_of_its_own() -> None:
    pages = sorted(path.name for path in DECISIONS.glob("[0-9]*.md"))
    listed = LINK.findall((DECISIONS / "README.md").read_text(encoding="utf-8"))
    assert listed == pages
    assert len({name[:4] for name in pages}) == len(pages)
