"""Whatever is shown can be translated: translators get every sentence of the code and of the data files."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import fields
from functools import cache

import pytest
from babel.messages.catalog import Catalog

from acupress_desktop.content.asset_root import asset_root
from acupress_desktop.content.how_to_files import read_how_to
from acupress_desktop.content.shelf import read_learn_shelf, read_shelf
from acupress_desktop.domain.how_to import Feel, HowTo
from acupress_desktop.words.how_to import under_finger
from tests.architecture.house import Source, app_sources, calls
from tools.extract_texts import HELP_SECTIONS, catalogue, data_sentences

LOOK_UPS = {"_": 1, "plural": 2}
"""The two ways to look a sentence up, and how many of their arguments are sentences."""
FROM_DATA = {
    "atlas_card.note",
    "body.region",
    "complaints.set_purpose",
    "complaints.set_title",
    "evidence.line",
    "how_to.line",
    "occasions.sentence",
    "occasions.title",
    "practice.frequency",
    "reader.line",
    "safety._say",
}
"""The doors through which the English text of a data file is looked up."""
NAMES_OF_SOMETHING = {"point", "close_up", "edges", "neighbours", "instead"}
"""Fields of an instruction that no page shows as words."""


@cache
def template() -> Catalog:
    return catalogue()


def look_ups(source: Source) -> Iterator[tuple[str, ast.Call, list[ast.expr]]]:
    """Name of the function, the call in it, and its sentences."""
    for function in ast.walk(source.tree):
        if isinstance(function, ast.FunctionDef):
            for call in ast.walk(function):
                if (
                    isinstance(call, ast.Call)
                    and isinstance(call.func, ast.Name)
                    and call.func.id in LOOK_UPS
                ):
                    yield function.name, call, call.args[: LOOK_UPS[call.func.id]]


def words() -> list[Source]:
    return [source for source in app_sources() if source.name.startswith("words/")]


def test_every_literal_reaches_the_translators() -> None:
    literals = [
        text.value
        for source in words()
        for _name, _call, sentences in look_ups(source)
        for text in sentences
        if isinstance(text, ast.Constant)
    ]
    assert len(literals) > 500
    known = {text for message in template() for text in _texts(message.id)}
    assert set(literals) <= known


def test_only_the_doors_of_the_data_files_look_up_what_is_not_a_literal() -> None:
    through = {
        f"{source.path.stem}.{name}"
        for source in words()
        for name, _call, sentences in look_ups(source)
        if not all(isinstance(text, ast.Constant) for text in sentences)
    }
    assert through == FROM_DATA, "write the sentence as a literal, or translators never see it"


def test_sentences_are_looked_up_in_words_only() -> None:
    elsewhere = [
        source.at(call)
        for source in app_sources()
        if not source.name.startswith("words/")
        for call in calls(source)
        if isinstance(call.func, ast.Name) and call.func.id in LOOK_UPS
    ]
    assert not elsewhere, "move the sentence into words"


def test_the_data_files_reach_the_translators() -> None:
    shelf = read_shelf(asset_root())
    how_to = read_how_to(asset_root(), shelf.atlas)
    told = {text for _file, text in data_sentences(shelf)}
    assert {protocol.purpose for protocol in shelf.protocols} <= told
    assert {protocol.frequency.words for protocol in shelf.protocols} <= told
    assert len(how_to) == len(shelf.atlas)
    assert {text for how in how_to.values() for text in shown_of(how)} <= told
    assert set(shelf.safety.words.texts.values()) <= told
    assert {finding.sentence for finding in shelf.evidence.findings} <= told
    assert {text for row in shelf.evidence.complaints.values() for text in row.not_known} <= told
    assert {one.text for row in shelf.evidence.points.values() for one in row.tradition} <= told
    assert all(template().get(text) is not None for text in told if text)


def shown_of(how: HowTo) -> Iterator[str]:
    """Every text of an instruction that pages show; ids of points and pictures are none."""
    for field in fields(how):
        if field.name not in NAMES_OF_SOMETHING:
            value = getattr(how, field.name)
            yield from (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()
    if how.measure is not None:
        yield from (how.measure.from_label, how.measure.fingers)


def test_the_pages_to_read_reach_the_translators() -> None:
    book = read_learn_shelf(asset_root(), read_shelf(asset_root()), HELP_SECTIONS)
    texts = {text for article in book.articles for text in article.texts()}
    assert len(texts) > 500
    assert all(template().get(text) is not None for text in texts)


@pytest.mark.parametrize("feel", Feel)
def test_what_lies_under_the_finger_reaches_the_translators(feel: Feel) -> None:
    assert template().get(under_finger(feel)) is not None


def _texts(message: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else tuple(message)
