"""A small folder of pages to read, of which a test may change one text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from acupress_desktop.content.article_files import LinkedPlaces, read_articles
from acupress_desktop.domain.articles import ArticleBook
from acupress_desktop.domain.atlas import Atlas

CHECKED = date(2026, 11, 22)
SOURCES = """
[[sources]]
id = "able-2019"
short = "Able 2019"
title = "A trial of something"
identifier = "doi:10.1/able"
checked = 2026-11-22
verified = "read"

[[sources]]
id = "baker"
short = "Baker"
title = "A book"
identifier = "no page read"
checked = 2026-11-20
verified = "not_verified"
"""
ALPHA = """
id = "alpha"
title = "How to press"
group = "basics"
summary = "Slowly, and never harder than is pleasant."
sources = ["able-2019", "baker"]
related = ["beta"]
prints = "none"

[[blocks]]
kind = "text"
text = "You press slowly. You hold for a minute."

[[blocks]]
kind = "heading"
text = "Where it was looked at"

[[blocks]]
kind = "list"
items = ["In a café near Zürich.", "At home, sitting."]

[[blocks]]
kind = "steps"
items = ["Sit down.", "Breathe out."]

[[blocks]]
kind = "claim"
said = "Harder is better."
found = "Nobody has shown that (one trial, 20 people)."

[[blocks]]
kind = "possible"
text = "Touch may calm by itself."

[[blocks]]
kind = "tradition"
text = "Old books speak of channels."

[[blocks]]
kind = "tradition"
text = "Newer ones name points."

[[blocks]]
kind = "story"
title = "Kim, 50"
text = "Kim stops when it tingles."

[[blocks]]
kind = "picture"
view = "wrist_inner"
points = ["PC6", "HT7"]
caption = "Two places on your left arm."
alt = "The inner side of your left wrist with two points."

[[blocks]]
kind = "link"
to = "atlas:PC6"
text = "See PC6 & its neighbours"

[[blocks]]
kind = "link"
to = "article:beta"
text = "A list for the visit"
"""
BETA = """
id = "beta"
title = "Before a visit"
group = "together"
summary = "What to take along & what to ask."
sources = []
prints = "checklist"

[[blocks]]
kind = "checklist"
heading = "Take along"
items = ["My numbers.", "My shoulder's story.", "Which tablets I take, and how often."]

[[blocks]]
kind = "link"
to = "pressure"
text = "Teach your hand"
"""


def written(root: Path, old: str = "", new: str = "") -> Path:
    """Write the folder below ``root``, with ``old`` once replaced by ``new``; return the file that has it."""
    pages = root / "learn" / "pages"
    pages.mkdir(parents=True)
    changed = root
    for path, text in (
        (root / "learn" / "sources.toml", SOURCES),
        (pages / "10_alpha.toml", ALPHA),
        (pages / "20_beta.toml", BETA),
    ):
        if old and old in text and changed == root:
            changed = path
            text = text.replace(old, new, 1)  # noqa: PLW2901 - the one file that is changed
        path.write_text(text, encoding="utf-8")
    assert not old or changed != root, f"no file holds {old!r}"
    return changed


def read_written(root: Path, atlas: Atlas) -> ArticleBook:
    """Read such a folder."""
    return read_articles(root, LinkedPlaces(atlas, {"knee"}, {"wrist_inner", "front"}, {"crisis"}))


def lines_with(path: Path, text: str) -> Iterator[int]:
    """Give the 1-based lines of a file that hold ``text``."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if text in line:
            yield number
