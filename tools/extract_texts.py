"""Collect every sentence that a person can see into a template for translators.

python tools/extract_texts.py acupress.pot

Sentences stand in two places: as literals in the room `words`, and in the data files of `assets/`, whose
English text is handed through `words` when it is shown. Both are looked up by their English text, so one
catalogue holds both. `msginit` and `msgfmt`, or Babel, make a language of it:
<folder>/<language>/LC_MESSAGES/acupress.mo.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import write_po

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src")]

from acupress_desktop import __version__  # noqa: E402
from acupress_desktop.content.asset_root import asset_root  # noqa: E402
from acupress_desktop.content.evidence_files import Evidence  # noqa: E402
from acupress_desktop.content.shelf import Shelf, read_atlas_shelf, read_learn_shelf, read_shelf  # noqa: E402
from acupress_desktop.domain.how_to import HowTo  # noqa: E402
from acupress_desktop.domain.occasions import Occasion  # noqa: E402
from acupress_desktop.presenters.help_view import HelpSection  # noqa: E402

WORDS = ROOT / "src" / "acupress_desktop" / "words"
HELP_SECTIONS = frozenset(section.value for section in HelpSection)
KEYWORDS = {"_": None, "plural": (1, 2)}
NOTES_FOR_TRANSLATORS = ("Translators:",)


def catalogue() -> Catalog:
    """Return the template: literals with file and line, then sentences of the data files with their file."""
    made = Catalog(project="acupress-desktop", version=__version__, charset="utf-8")
    for file in sorted(WORDS.glob("*.py")):
        with file.open("rb") as source:
            name = file.relative_to(ROOT).as_posix()
            for line, text, notes, _context in extract("python", source, KEYWORDS, NOTES_FOR_TRANSLATORS):
                made.add(text, locations=[(name, line)], auto_comments=notes)
    for name, text in data_sentences(read_shelf(asset_root())):
        if text:
            made.add(text, locations=[(f"assets/{name}", 0)])
    return made


def data_sentences(shelf: Shelf) -> Iterator[tuple[str, str]]:
    """Return (file below assets, English text) of everything that the data files say to a person.

    Left out: search words, which are only compared with what is typed; pregnancy lists, of which only counts
    are shown; and what stays as its source has it, namely names of points and their exact place.
    """
    regions = shelf.regions
    for titled in (regions.areas, regions.regions, regions.unions):
        for place in titled:
            yield "body_maps/regions.toml", place.title
    for notes in (shelf.notes.press_notes, shelf.notes.cautions, shelf.notes.reach_notes):
        for text in notes.values():
            yield "atlas/notes.toml", text
    for point in shelf.atlas:
        yield "atlas/points.jsonl", point.remark or ""
    for how in read_atlas_shelf(asset_root(), shelf).how_to.values():
        for text in _how_to(how):
            yield "atlas/how_to/", text
    for protocol in shelf.protocols:
        name = f"protocols/{protocol.complaint}.toml"
        for text in (
            protocol.title,
            protocol.purpose,
            protocol.not_offered_because,
            protocol.frequency.words,
            protocol.evidence.text,
        ):
            yield name, text
    for text in _occasions(shelf.occasions):
        yield "protocols/occasions.toml", text
    for text in shelf.safety.words.texts.values():
        yield "safety/", text
    yield from _pages_to_read(shelf)
    yield from _evidence(shelf.evidence)


def _occasions(occasions: tuple[Occasion, ...]) -> Iterator[str]:
    for one in occasions:
        yield from (one.title, one.purpose, *one.advice, one.tested, one.ours)


def _evidence(evidence: Evidence) -> Iterator[tuple[str, str]]:
    for mark in evidence.marks:
        for text in (mark.scale, mark.said):
            yield "evidence/marks.toml", text
    for finding in evidence.findings:
        for text in (finding.sentence, finding.comparator, finding.grade_why, finding.not_verified):
            yield "evidence/findings.toml", text
        for effect in finding.effects:
            for text in (effect.outcome, effect.scale, effect.when):
                yield "evidence/findings.toml", text
    for complaint in evidence.complaints.values():
        for text in (*complaint.not_known, *(one.text for one in complaint.tradition)):
            yield "evidence/complaints.toml", text
    for point in evidence.points.values():
        for one in point.tradition:
            yield "evidence/points.toml", one.text


def _pages_to_read(shelf: Shelf) -> Iterator[tuple[str, str]]:
    for article in read_learn_shelf(asset_root(), shelf, HELP_SECTIONS).articles:
        for text in article.texts():
            yield f"learn/pages/ ({article.id})", text


def _how_to(how: HowTo) -> Iterator[str]:
    yield from (how.place_left, how.place_right, how.place_middle, *how.steps)
    yield from (how.press_with, how.posture, how.caption, how.spoken, how.reach)
    if how.measure is not None:
        yield from (how.measure.from_label, how.measure.fingers)


def main() -> int:
    """Write the template."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path)
    asked = parser.parse_args()
    made = catalogue()
    with asked.file.open("wb") as out:
        write_po(out, made, width=100, sort_by_file=True)
    print(f"{len(made)} sentences in {asked.file}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
