"""The clearance and the plan of a session as one text, kept with the session in the journal.

With it a session that broke off can be taken up again exactly as it was cleared, and anybody can see later
on what a session was allowed.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from functools import lru_cache

from acupress_desktop.domain.breathing import StepBreathing
from acupress_desktop.domain.protocols import Plan
from acupress_desktop.domain.safety.outcome import Clearance

PAPERS_SCHEMA = 2
"""2 since exercises, breathing of single steps and breaths that are not held; 1 is still read."""


@dataclass(frozen=True, slots=True)
class SessionPapers:
    """What a session was allowed, and what was to be pressed."""

    clearance: Clearance
    plan: Plan


class UnreadablePapers(ValueError):
    """The text is no papers of this version; the session cannot be taken up again."""


def papers_text(papers: SessionPapers) -> str:
    """Write the papers as compact JSON."""
    content = {"schema": PAPERS_SCHEMA, "clearance": _plain(papers.clearance), "plan": _plain(papers.plan)}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def papers_of(text: str) -> SessionPapers:
    """Read the papers; raise ``UnreadablePapers`` for anything odd, and never guess."""
    try:
        content = json.loads(text)
        if content["schema"] == 1:
            content = _from_first(content)
        if content["schema"] != PAPERS_SCHEMA:
            raise UnreadablePapers("of another version")
        clearance = _typed(content["clearance"], Clearance)
        plan = _typed(content["plan"], Plan)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnreadablePapers(str(error)) from error
    return SessionPapers(typing.cast("Clearance", clearance), typing.cast("Plan", plan))


def _from_first(content: dict[str, dict[str, object]]) -> dict[str, object]:
    """Return papers of the first version as this one writes them: pressing alone, no breath held."""
    clearance, plan = content["clearance"], content["plan"]
    if "exercises" in plan:
        raise UnreadablePapers("of two versions")
    steps = typing.cast("list[dict[str, object]]", plan["steps"])
    of_step = {"breathing": StepBreathing.AS_SET.value, "pattern": None, "note": "", "picture": None}
    return {
        "schema": PAPERS_SCHEMA,
        "clearance": {**clearance, "breath_holds_off_by": clearance["rules"]},
        "plan": {
            **plan,
            "steps": [{**step, **of_step} for step in steps],
            "exercises": [],
            "occasion": None,
            "routine": None,
        },
    }


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if dataclasses.is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


@lru_cache(maxsize=32)
def _hints(kind: type) -> Mapping[str, object]:
    return typing.get_type_hints(kind)


def _typed(value: object, kind: object) -> object:
    """Return a JSON value as ``kind``; raise ``TypeError`` or ``ValueError`` where it is something else."""
    origin = typing.get_origin(kind)
    if origin is types.UnionType or origin is typing.Union:
        return _typed_union(value, typing.get_args(kind))
    if origin is tuple:
        if not isinstance(value, list):
            raise TypeError("needs a list")
        inner = typing.get_args(kind)[0]
        return tuple(_typed(each, inner) for each in value)
    kind = getattr(kind, "__supertype__", kind)
    if not isinstance(kind, type):
        raise TypeError(f"cannot read {kind}")
    if dataclasses.is_dataclass(kind):
        if not isinstance(value, dict):
            raise TypeError("needs an object")
        hints = _hints(kind)
        if set(value) != set(hints):
            raise TypeError(f"{kind.__name__} has other fields")
        return kind(**{name: _typed(value[name], hint) for name, hint in hints.items()})
    if issubclass(kind, Enum):
        return kind(value)
    if kind in (datetime, date) and isinstance(value, str):
        return datetime.fromisoformat(value) if kind is datetime else date.fromisoformat(value)
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind:
        raise TypeError(f"needs {kind.__name__}, not {type(value).__name__}")
    return value


def _typed_union(value: object, kinds: tuple[object, ...]) -> object:
    if value is None:
        if type(None) in kinds:
            return None
        raise TypeError("needs a value")
    (inner,) = (kind for kind in kinds if kind is not type(None))
    return _typed(value, inner)
