"""The project's own source files, read without importing them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "acupress_desktop"


@dataclass(frozen=True)
class Source:
    """One Python file of the project: its path as the rooms name it, its text and its syntax tree."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """The path below src/acupress_desktop (or below the project), with forward slashes."""
        base = PACKAGE if self.path.is_relative_to(PACKAGE) else ROOT
        return self.path.relative_to(base).as_posix()

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Every node of the tree, walked once for all the rules."""
        return tuple(ast.walk(self.tree))

    def at(self, node: ast.AST) -> str:
        """Where `node` stands, as an editor understands it."""
        return f"{self.path.relative_to(ROOT).as_posix()}:{getattr(node, 'lineno', 1)}"


def read(path: Path) -> Source:
    """The source file at `path`."""
    text = path.read_text(encoding="utf-8")
    return Source(path, text, ast.parse(text, filename=str(path)))


@cache
def app_sources() -> tuple[Source, ...]:
    """Every module of the app."""
    return tuple(read(path) for path in sorted(PACKAGE.rglob("*.py")))


def dotted(node: ast.AST) -> str:
    """`a.b.c` for a name or a chain of attributes, "" for anything else."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return ""
    parts.append(node.id)
    return ".".join(reversed(parts))


def calls(source: Source) -> Iterator[ast.Call]:
    """Every call in `source`."""
    return (node for node in source.nodes if isinstance(node, ast.Call))


def imported_modules(source: Source) -> Iterator[tuple[ast.stmt, str]]:
    """Every module that `source` names in an import; `from a import b` gives both `a` and `a.b`."""
    for node in source.nodes:
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node, node.module
            yield from ((node, f"{node.module}.{alias.name}") for alias in node.names)


def doc_strings(source: Source) -> set[int]:
    """Identities of the constants that are docstrings."""
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return {
        id(node.body[0].value)
        for node in source.nodes
        if isinstance(node, owners) and node.body and isinstance(node.body[0], ast.Expr)
    }
