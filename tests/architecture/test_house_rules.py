"""House rules that no linter knows, each with a sentence that says what to do instead."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.architecture.house import (
    PACKAGE,
    ROOT,
    Source,
    app_sources,
    calls,
    doc_strings,
    dotted,
    imported_modules,
    read,
)

Rule = Callable[[Source], Iterator[str]]

FORBIDDEN_MODULES = {
    "PySide6.QtQuick3D": "It is GPL-only and this app is Apache-2.0: draw with QPainter.",
    "PySide6.QtGraphs": "It is GPL-only and this app is Apache-2.0: charts live in ui/trends.",
    "PySide6.QtGraphsWidgets": "It is GPL-only and this app is Apache-2.0: charts live in ui/trends.",
    "PySide6.QtCharts": "It is GPL-only and this app is Apache-2.0: charts live in ui/trends.",
    "PySide6.QtDataVisualization": "It is GPL-only and this app is Apache-2.0: draw with QPainter.",
    "PySide6.QtVirtualKeyboard": "It is GPL-only and this app is Apache-2.0: the system has a keyboard.",
    "PySide6.QtHttpServer": "It is GPL-only, and this app serves nothing.",
    "PySide6.QtNetworkAuth": "It is GPL-only, and this app talks to nobody.",
    "PySide6.QtNetwork": "This app opens no connection; single instance is a lock file.",
    "PySide6.QtSql": "The journal is reached through storage only.",
    "PySide6.QtPrintSupport": "QPrinter opens sockets to CUPS: write the PDF, open it in its viewer.",
    "socket": "This app opens no connection.",
    "urllib.request": "This app opens no connection.",
    "http.client": "This app opens no connection.",
}

CLOCK_READS = {
    "time.time", "time.time_ns", "time.monotonic", "time.monotonic_ns", "time.perf_counter",
    "datetime.now", "datetime.utcnow", "datetime.today", "date.today",
    "datetime.datetime.now", "datetime.datetime.utcnow", "datetime.datetime.today", "datetime.date.today",
    "QDateTime.currentDateTime", "QDateTime.currentDateTimeUtc", "QDate.currentDate", "QTime.currentTime",
}  # fmt: skip
CLOCK_MODULES = {"session/clock.py"}

COLOUR = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
VAGUE = re.compile(r"(Manager|Helper|Utils?|Handler|Misc|Info|Data)$")


def no_bare_label(source: Source) -> Iterator[str]:
    """QLabel guesses rich text, so a note holding an <img> tag would be drawn."""
    if source.name.startswith("ui/theme/"):
        return
    for call in calls(source):
        if dotted(call.func).split(".")[-1] == "QLabel":
            yield f"{source.at(call)}: use plain_label() of ui/theme; QLabel guesses rich text."


def no_vague_class(source: Source) -> Iterator[str]:
    """A class is named for what it is."""
    for node in source.nodes:
        if isinstance(node, ast.ClassDef) and VAGUE.search(node.name):
            yield (
                f"{source.at(node)}: `{node.name}` does not say what it is: name the thing it keeps or does"
                " (a *Record happened, a *View is shown)."
            )


def empty_package(source: Source) -> Iterator[str]:
    """Importing a room must load nothing but what is named."""
    if source.path.name != "__init__.py" or source.path.parent == PACKAGE:
        return
    if source.text.strip():
        yield f"{source.at(source.tree)}: empty it and import from the modules by their full names."


def version_only(source: Source) -> Iterator[str]:
    """The top package holds the version and nothing else."""
    if source.path != PACKAGE / "__init__.py":
        return
    statements = [node for node in source.tree.body if id(node) and not isinstance(node, ast.Expr)]
    names = [ast.unparse(node).partition(" ")[0] for node in statements]
    if names != ["__version__"]:
        yield f"{source.at(source.tree)}: it holds __version__ only; move the rest into a room."


def no_clock_read(source: Source) -> Iterator[str]:
    """Time is an argument."""
    if source.name in CLOCK_MODULES:
        return
    for call in calls(source):
        if dotted(call.func) in CLOCK_READS:
            yield (
                f"{source.at(call)}: `{dotted(call.func)}()` reads a clock: take `at` (monotonic seconds) or"
                " `when` (aware datetime) as an argument; app.py plugs the real clock in."
            )


def no_colour_literal(source: Source) -> Iterator[str]:
    """Colours are tokens, or high contrast would miss one."""
    if source.name.startswith("ui/theme/"):
        return
    documentation = doc_strings(source)
    for node in source.nodes:
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in documentation:
            continue
        if COLOUR.search(node.value):
            yield f"{source.at(node)}: take {node.value!r} from the theme's tokens, or make it a token."


def no_forbidden_module(source: Source) -> Iterator[str]:
    """Submodules of Qt, which import-linter cannot tell apart, and the network."""
    for node, module in imported_modules(source):
        for name, words in FORBIDDEN_MODULES.items():
            if module == name or module.startswith(f"{name}."):
                yield f"{source.at(node)}: {module} may not be imported. {words}"
        if module.startswith("PySide6.QtWebEngine"):
            yield f"{source.at(node)}: {module} may not be imported. There is no browser inside the app."


def no_star_import(source: Source) -> Iterator[str]:
    """A star import hides which names a module uses."""
    for node in source.nodes:
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names):
            yield f"{source.at(node)}: name what you import."


RULES: tuple[Rule, ...] = (
    no_bare_label,
    no_vague_class,
    empty_package,
    version_only,
    no_clock_read,
    no_colour_literal,
    no_forbidden_module,
    no_star_import,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_its_rules(rule: Rule) -> None:
    broken = [line for source in app_sources() for line in rule(source)]
    assert not broken, "\n" + "\n".join(broken)


@pytest.mark.parametrize(
    ("rule", "where", "text"),
    [
        (no_bare_label, "ui/session/screen.py", "from PySide6.QtWidgets import QLabel\nQLabel('hello')\n"),
        (no_bare_label, "ui/session/screen.py", "QtWidgets.QLabel('hello')\n"),
        (no_vague_class, "session/machine.py", "class SessionManager:\n    pass\n"),
        (empty_package, "ui/__init__.py", "from .theme import tokens\n"),
        (version_only, "__init__.py", "__version__ = '1'\nimport os\n"),
        (no_clock_read, "session/machine.py", "import time\ntime.monotonic()\n"),
        (no_clock_read, "domain/moments.py", "from datetime import datetime, UTC\ndatetime.now(UTC)\n"),
        (no_colour_literal, "ui/session/ring.py", "INK = '#aabbcc'\n"),
        (no_forbidden_module, "ui/trends/chart.py", "from PySide6 import QtCharts\n"),
        (no_forbidden_module, "ui/trends/chart.py", "import PySide6.QtWebEngineCore\n"),
        (no_forbidden_module, "exchange/send.py", "from urllib import request\n"),
        (no_star_import, "ui/trends/chart.py", "from PySide6.QtCore import *\n"),
    ],
)
def test_each_rule_sees_what_it_forbids(rule: Rule, where: str, text: str) -> None:
    assert list(rule(Source(PACKAGE / where, text, ast.parse(text))))


@pytest.mark.parametrize(
    ("rule", "where", "text"),
    [
        (no_bare_label, "ui/theme/labels.py", "QLabel('hello')\n"),
        (no_clock_read, "session/clock.py", "time.monotonic()\n"),
        (no_colour_literal, "ui/theme/tokens.py", "INK = '#aabbcc'\n"),
        (no_colour_literal, "ui/session/ring.py", '"""Issue #123 explains."""\nx = "point #12"\n'),
        (empty_package, "ui/__init__.py", ""),
        (version_only, "__init__.py", '"""Title."""\n\n__version__ = "1"\n'),
        (no_vague_class, "domain/points.py", "class HoldRecord:\n    pass\n"),
    ],
)
def test_each_rule_leaves_the_rest_alone(rule: Rule, where: str, text: str) -> None:
    assert not list(rule(Source(PACKAGE / where, text, ast.parse(text))))


def test_the_rules_read_the_files_that_exist() -> None:
    names = {source.name for source in app_sources()}
    assert "__init__.py" in names
    assert read(Path(__file__)).name == Path(__file__).relative_to(ROOT).as_posix()
