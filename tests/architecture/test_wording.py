"""Nothing that a person reads makes a claim: data files, sentences in code, the README and the documents."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.architecture.house import PACKAGE, ROOT
from tests.architecture.wording import (
    Sentence,
    broken_wording,
    sentences_of_code,
    sentences_of_data,
    sentences_of_prose,
)

NOTICE = (
    "Not a medical device; not for diagnosis or treatment. Do not stop or change medicines because of it."
)


def everything_that_is_read() -> Iterator[Sentence]:
    for kind in ("*.toml", "*.json", "*.jsonl"):
        for path in sorted((ROOT / "assets").rglob(kind)):
            yield from sentences_of_data(path)
    for path in sorted(PACKAGE.rglob("*.py")):
        yield from sentences_of_code(path)
    for path in (*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))):
        yield from sentences_of_prose(path)
    for path in sorted((ROOT / "packaging").rglob("*.toml")):
        yield from sentences_of_data(path)


@cache
def files_that_are_read() -> frozenset[Path]:
    return frozenset(sentence.path for sentence in everything_that_is_read())


def test_no_sentence_makes_a_claim() -> None:
    broken = [line for sentence in everything_that_is_read() for line in broken_wording(sentence)]
    assert not broken, "\n" + "\n".join(broken)


@pytest.mark.parametrize(
    "place",
    [
        "assets/atlas/how_to/sets.toml",
        "assets/atlas/how_to/ex_ue.toml",
        "assets/atlas/pregnancy_lists.toml",
        "assets/atlas/search_words.toml",
        "assets/atlas/points.jsonl",
        "assets/licences.toml",
        "docs/guide.md",
        "docs/decisions/0021-how-points-are-placed.md",
    ],
)
def test_what_people_read_is_among_it(place: str) -> None:
    assert ROOT / place in files_that_are_read()


def test_every_module_of_words_is_among_it() -> None:
    speaking = {path for path in (PACKAGE / "words").glob("*.py") if "_(" in path.read_text("utf-8")}
    count_words = {PACKAGE / "words" / "numbers.py"}
    assert speaking - files_that_are_read() == count_words, "only a module of single words has no sentence"


def test_the_readme_carries_the_required_notice() -> None:
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    assert NOTICE in readme


@pytest.mark.parametrize(
    "text",
    [
        "This set cures headaches.",
        "Pressing here relieves pain.",
        "It treats your migraine.",
        "A therapy for sore backs.",
        "Clinically proven.",
        "It has no side effects.",
        "It is completely safe.",
        "Flushes toxins out.",
        "It unblocks energy.",
        "Pressing increases blood flow.",
        "It reduces medicine.",
        "Use it instead of your doctor.",
        "A set for fibromyalgia.",
        "The best point for you.",
        "You probably have a pinched nerve.",
        "Eases nerves.",
        "People had 30% less pain.",
        "This is not a toy. It cures pain.",
        "It is not only pleasant, but heals.",
    ],
)
def test_a_claim_is_seen(text: str) -> None:
    assert list(broken_wording(Sentence(ROOT / "README.md", "", text)))


@pytest.mark.parametrize(
    "text",
    [
        NOTICE,
        "It does not cure anything.",
        "Nobody has shown that it relieves pain.",
        "In a trial of 200 people, sleep scores were about 3 points better than with usual care.",
        "Healthy adults can try the short set.",
        "We don't know whether it prevents anything.",
    ],
)
def test_a_sentence_that_promises_nothing_passes(text: str) -> None:
    assert not list(broken_wording(Sentence(ROOT / "README.md", "", text)))


def test_care_by_others_is_spoken_of_in_safety_rows_only() -> None:
    text = "Finished your own treatment at least a year ago?"
    assert not list(broken_wording(Sentence(ROOT / "assets" / "safety" / "rules.toml", "text", text)))
    assert list(broken_wording(Sentence(ROOT / "assets" / "protocols" / "p.toml", "title", text)))
