"""Where sentences stand that a person may read: data files, code, documents, pictures, and what is packed."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.architecture.house import PACKAGE, ROOT, Source, doc_strings, read

GAP = " … "
"""Stands where a sentence of code is filled in when it is shown."""

# Titles of papers are other people's words and are quoted as they are; the rest of their rows is ours.
QUOTED_KEYS = re.compile(r"^(?:source|citation|reference|doi|pmid|url|licen[cs]e|provenance|paper)(?:_|$)")
QUOTED_IN_SOURCES = frozenset({"title", "identifier", "short"})
_WORD = re.compile(r"[A-Za-z]{3}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Something that a person may read: where it stands, under which name, and its text."""

    path: Path
    key: str
    text: str

    @property
    def place(self) -> str:
        """File and name, from the root of the project on."""
        return f"{self.path.relative_to(ROOT).as_posix()} {self.key}".strip()


# --- Data files


def sentences_of_data(path: Path) -> Iterator[Sentence]:
    """Every value of a TOML, JSON or JSON lines file, but the quoted titles of sources."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".toml":
        yield from inner_sentences(path, tomllib.loads(text))
    elif path.suffix == ".json":
        yield from inner_sentences(path, json.loads(text))
    else:
        for number, line in enumerate(text.splitlines(), 1):
            yield from inner_sentences(path, json.loads(line), f"line {number}")


def inner_sentences(path: Path, value: object, key: str = "") -> Iterator[Sentence]:
    """Every text in a value; in a correction, only what was found and not what is often said."""
    if isinstance(value, str):
        if _WORD.search(value):
            yield Sentence(path, key, value)
    elif isinstance(value, dict):
        left_out = {"said"} if value.get("kind") == "claim" and value.get("found") else set()
        left_out |= QUOTED_IN_SOURCES if key.startswith("sources[") else set()
        for name, inner in value.items():
            if name not in left_out and not QUOTED_KEYS.match(str(name)):
                yield from inner_sentences(path, inner, f"{key}.{name}".strip("."))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from inner_sentences(path, inner, f"{key}[{number}]")


# --- Code


def sentences_of_code(path: Path) -> Iterator[Sentence]:
    """Every text of a module as it is shown, docstrings left out."""
    yield from sentences_of_source(read(path))


def sentences_of_source(source: Source) -> Iterator[Sentence]:
    """Every text: alone, with its gaps filled in, added up, and side by side in one call or list.

    A sentence may be put together from several literals, and each of them may look harmless.
    """
    documentation = doc_strings(source)
    within: set[int] = set()
    for node in source.nodes:
        if id(node) in documentation or id(node) in within:
            continue
        if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add)):
            within.update(id(part) for part in ast.walk(node))
            text = shown_text(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        elif isinstance(node, ast.Call | ast.List | ast.Tuple | ast.Set):
            text = _side_by_side(node)
        else:
            continue
        if _WORD.search(text):
            yield Sentence(source.path, f"line {node.lineno}", text)


def shown_text(node: ast.AST) -> str:
    """What is shown of an expression: its literals in order, with a gap for everything else."""
    match node:
        case ast.Constant(value=str() as text):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(shown_text(part) for part in parts)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return shown_text(left) + shown_text(right)
        case ast.Call(func=ast.Attribute(value=inner, attr="format"), args=_):
            return shown_text(inner)
        case ast.Call(args=[ast.Constant(value=str() as text), *_]):
            return text
        case _:
            return GAP


def _side_by_side(node: ast.Call | ast.List | ast.Tuple | ast.Set) -> str:
    parts = node.args if isinstance(node, ast.Call) else node.elts
    texts = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    return " ".join(texts) if len(texts) > 1 else ""


# --- Documents, pictures, and what is packed


def sentences_of_prose(path: Path) -> Iterator[Sentence]:
    """Every paragraph of a Markdown file, with what its pictures are said to show; inline code left out."""
    text = re.sub(r"`[^`\n]+`", "", path.read_text(encoding="utf-8"))
    for number, paragraph in enumerate(re.split(r"\n\s*\n|\n(?=[-|#>])", text), 1):
        plain = re.sub(r"[*_>#]|^[-|] ", "", paragraph, flags=re.MULTILINE)
        yield Sentence(path, f"paragraph {number}", " ".join(plain.split()))


def sentences_of_xml(path: Path) -> Iterator[Sentence]:
    """Every text in an XML file, as a picture or a package has one, and what its attributes say of it."""
    for element in ET.parse(path).iter():  # noqa: S314 - files of the project itself
        spoken = (element.get("aria-label"), element.get("alt"), element.get("title"))
        for text in (element.text, element.tail, *spoken):
            if text and _WORD.search(text):
                yield Sentence(path, str(element.tag).rpartition("}")[2], text.strip())


def sentences_of_entry(path: Path) -> Iterator[Sentence]:
    """Every value of a desktop entry."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        key, equals, value = line.partition("=")
        if equals and _WORD.search(value):
            yield Sentence(path, f"line {number} {key}", value.replace(";", " "))


def sentences_of_package(path: Path) -> Iterator[Sentence]:
    """What the package says of itself: its description and keywords."""
    project = tomllib.loads(path.read_text(encoding="utf-8"))["project"]
    for key in ("description", "keywords", "classifiers"):
        yield from inner_sentences(path, project.get(key, []), key)


def everything_that_is_read() -> Iterator[Sentence]:
    """Every sentence of the project that may reach a person."""
    yield from sentences_of_package(ROOT / "pyproject.toml")
    for path in sorted(PACKAGE.rglob("*.py")):
        yield from sentences_of_code(path)
    for path in sorted(ROOT.glob("*.md")):
        yield from sentences_of_prose(path)
    for folder in (ROOT / "assets", ROOT / "docs", ROOT / "packaging", ROOT / ".github"):
        for path in sorted(folder.rglob("*")):
            read_it = _BY_ENDING.get(path.suffix)
            if read_it is not None and path.is_file():
                yield from read_it(path)


_BY_ENDING = {
    ".toml": sentences_of_data,
    ".json": sentences_of_data,
    ".jsonl": sentences_of_data,
    ".md": sentences_of_prose,
    ".rst": sentences_of_prose,
    ".txt": sentences_of_prose,
    ".desktop": sentences_of_entry,
    ".xml": sentences_of_xml,
    ".svg": sentences_of_xml,
    ".plist": sentences_of_xml,
    ".wxs": sentences_of_xml,
}
