"""Reading the written form of a rule into its tree; nothing is ever executed."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from acupress_desktop.domain.anatomy import rules
from acupress_desktop.domain.anatomy.rules import LandmarkId, Level, Line, Place
from acupress_desktop.domain.ids import PointCode

_Name = TypeVar("_Name", bound=Enum)


class RuleError(Exception):
    """A rule that cannot be read: which code or landmark it belongs to, and what is wrong."""

    def __init__(self, owner: str, problem: str) -> None:
        """Keep both parts, so that a caller can word them."""
        super().__init__(f"rule of {owner}: {problem}")
        self.owner = owner
        self.problem = problem


def read_rule(text: str, owner: str) -> Place:
    """Read one rule.

    `owner` is the point code or landmark id that error messages name.
    Raises `RuleError` for anything that is not one of the known forms.
    """
    try:
        tree = ast.parse(text, mode="eval").body
    except SyntaxError as error:
        raise RuleError(owner, f"not an expression: {text!r} ({error.msg})") from error
    return _Reader(owner).place(tree)


@dataclass(frozen=True, slots=True)
class _Call:
    """A call of a known form, its arguments not yet read."""

    name: str
    args: tuple[ast.expr, ...]
    keywords: Mapping[str, ast.expr]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the parts of one rule; every refusal carries the owner's name."""

    owner: str

    def place(self, node: ast.expr) -> Place:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return rules.At(LandmarkId(node.value))
        if isinstance(node, ast.Name):
            return rules.PointPlace(PointCode(node.id))
        call = self._call(node)
        form = _PLACES.get(call.name)
        if form is None:
            raise self._refuse(f"{call.name}() is not a place")
        return form(self, call)

    def level(self, node: ast.expr) -> Level:
        call = self._call(node)
        form = _LEVELS.get(call.name)
        if form is None:
            raise self._refuse(f"{call.name}() is not a height")
        return form(self, call)

    def line(self, node: ast.expr) -> Line:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return rules.At(LandmarkId(node.value))
        call = self._call(node)
        form = _LINES.get(call.name)
        return form(self, call) if form is not None else self.level(node)

    def number(self, node: ast.expr) -> float:
        match node:
            case ast.Constant(value=bool()):
                pass
            case ast.Constant(value=int() | float() as value):
                return float(value)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return -self.number(operand)
            case ast.BinOp(left=left, op=ast.Div(), right=right):
                divisor = self.number(right)
                if divisor:
                    return self.number(left) / divisor
            case _:
                pass
        raise self._refuse(f"not a number: {ast.unparse(node)}")

    def whole(self, node: ast.expr) -> int:
        value = self.number(node)
        if not value.is_integer():
            raise self._refuse(f"not a whole number: {ast.unparse(node)}")
        return int(value)

    def named(self, node: ast.expr, kind: type[_Name]) -> _Name:
        if isinstance(node, ast.Constant):
            for member in kind:
                if member.value == node.value:
                    return member
        raise self._refuse(f"unknown {kind.__name__.lower()}: {ast.unparse(node)}")

    def landmark(self, node: ast.expr) -> LandmarkId:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return LandmarkId(node.value)
        raise self._refuse(f"not a landmark: {ast.unparse(node)}")

    def fixed(self, call: _Call, count: int, *optional: str) -> tuple[ast.expr, ...]:
        """Return exactly `count` plain arguments; only `optional` names may follow."""
        if len(call.args) != count:
            raise self._refuse(f"{call.name}() takes {count} arguments, not {len(call.args)}")
        for name in call.keywords:
            if name not in optional:
                raise self._refuse(f"{call.name}() has no {name}=")
        return call.args

    def keyed(self, call: _Call, *needed: str, optional: tuple[str, ...] = ()) -> None:
        """Accept a call that has only named arguments."""
        self.fixed(call, 0, *needed, *optional)
        for name in needed:
            if name not in call.keywords:
                raise self._refuse(f"{call.name}() needs {name}=")

    def _call(self, node: ast.expr) -> _Call:
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            raise self._refuse(f"unknown form: {ast.unparse(node)}")
        keywords: dict[str, ast.expr] = {}
        for keyword in node.keywords:
            if keyword.arg is None or keyword.arg in keywords:
                raise self._refuse(f"{node.func.id}() has a bad named argument")
            keywords[keyword.arg] = keyword.value
        if node.func.id not in _KNOWN:
            raise self._refuse(f"unknown function {node.func.id}()")
        return _Call(node.func.id, tuple(node.args), keywords)

    def _refuse(self, problem: str) -> RuleError:
        return RuleError(self.owner, problem)


def _at(reader: _Reader, call: _Call) -> Place:
    (landmark,) = reader.fixed(call, 1)
    return rules.At(reader.landmark(landmark))


def _mid(reader: _Reader, call: _Call) -> Place:
    first, second = reader.fixed(call, 2)
    return rules.Mid(reader.place(first), reader.place(second))


def _along(reader: _Reader, call: _Call) -> Place:
    first, second, fraction = reader.fixed(call, 3)
    return rules.Along(reader.place(first), reader.place(second), reader.number(fraction))


def _arc(reader: _Reader, call: _Call) -> Place:
    first, second, fraction = reader.fixed(call, 3)
    return rules.Arc(reader.place(first), reader.place(second), reader.number(fraction))


def _cun(reader: _Reader, call: _Call) -> Place:
    first, second, cun, scale = reader.fixed(call, 4)
    return rules.Cun(
        reader.place(first),
        reader.place(second),
        reader.number(cun),
        reader.named(scale, rules.Scale),
    )


def _off(reader: _Reader, call: _Call) -> Place:
    place, direction, amount, scale = reader.fixed(call, 4, "ref", "toward")
    ref, toward = call.keywords.get("ref"), call.keywords.get("toward")
    return rules.Off(
        reader.place(place),
        reader.named(direction, rules.Direction),
        reader.number(amount),
        reader.named(scale, rules.Scale),
        None if ref is None else reader.landmark(ref),
        None if toward is None else reader.landmark(toward),
    )


def _front(reader: _Reader, call: _Call) -> Place:
    reader.keyed(call, "level", "lat")
    return rules.Front(reader.level(call.keywords["level"]), reader.number(call.keywords["lat"]))


def _back(reader: _Reader, call: _Call) -> Place:
    reader.keyed(call, "level", "lat")
    return rules.Back(reader.level(call.keywords["level"]), reader.number(call.keywords["lat"]))


def _flank(reader: _Reader, call: _Call) -> Place:
    reader.keyed(call, "level", "line", optional=("anterior",))
    anterior = call.keywords.get("anterior")
    return rules.Flank(
        reader.level(call.keywords["level"]),
        reader.named(call.keywords["line"], rules.CurveName),
        0.0 if anterior is None else reader.number(anterior),
    )


def _head(reader: _Reader, call: _Call) -> Place:
    reader.keyed(call, "up", "lat")
    return rules.HeadUp(reader.number(call.keywords["up"]), reader.number(call.keywords["lat"]))


def _head_from_rear(reader: _Reader, call: _Call) -> Place:
    if "level" in call.keywords:
        reader.keyed(call, "level", "lat")
        node = call.keywords["level"]
        up: float | Level = (
            rules.HeightOf(reader.place(node)) if isinstance(node, ast.Constant) else reader.level(node)
        )
    else:
        reader.keyed(call, "up", "lat")
        up = reader.number(call.keywords["up"])
    return rules.HeadUpFromRear(up, reader.number(call.keywords["lat"]))


def _over_head(reader: _Reader, call: _Call) -> Place:
    (landmark,) = reader.fixed(call, 1)
    return rules.OverHead(reader.landmark(landmark))


def _meet(reader: _Reader, call: _Call) -> Place:
    first, second = reader.fixed(call, 2)
    return rules.Meet(reader.line(first), reader.line(second))


def _group(reader: _Reader, call: _Call) -> Place:
    if not call.args or call.keywords:
        raise RuleError(reader.owner, "group() takes places only")
    return rules.Several(tuple(reader.place(node) for node in call.args))


def _vertical(reader: _Reader, call: _Call) -> Line:
    (place,) = reader.fixed(call, 1)
    return rules.Vertical(reader.place(place))


def _medial(reader: _Reader, call: _Call) -> Line:
    (place,) = reader.fixed(call, 1)
    return rules.JustMedialOf(reader.place(place))


def _between(reader: _Reader, call: _Call) -> Line:
    first, second = reader.fixed(call, 2)
    return rules.Between(reader.place(first), reader.place(second))


def _height_of(reader: _Reader, call: _Call) -> Level:
    (node,) = reader.fixed(call, 1)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _LEVELS:
        return reader.level(node)
    return rules.HeightOf(reader.place(node))


def _height_above(reader: _Reader, call: _Call) -> Level:
    place, cun, scale = reader.fixed(call, 3)
    return rules.HeightAbove(reader.place(place), reader.number(cun), reader.named(scale, rules.Scale))


def _just_above(reader: _Reader, call: _Call) -> Level:
    (landmark,) = reader.fixed(call, 1)
    return rules.JustAbove(reader.landmark(landmark))


def _numbered(make: Callable[[float], Level]) -> Callable[[_Reader, _Call], Level]:
    def read(reader: _Reader, call: _Call) -> Level:
        (cun,) = reader.fixed(call, 1)
        return make(reader.number(cun))

    return read


def _ranked(make: Callable[[int], Level], last: int) -> Callable[[_Reader, _Call], Level]:
    def read(reader: _Reader, call: _Call) -> Level:
        (node,) = reader.fixed(call, 1)
        rank = reader.whole(node)
        if not 1 <= rank <= last:
            raise RuleError(reader.owner, f"{call.name}({rank}) is outside 1 to {last}")
        return make(rank)

    return read


def _spinous(reader: _Reader, call: _Call) -> Level:
    (vertebra,) = reader.fixed(call, 1)
    return rules.UnderSpinousProcess(reader.named(vertebra, rules.Vertebra))


def _plain(level: Level) -> Callable[[_Reader, _Call], Level]:
    def read(reader: _Reader, call: _Call) -> Level:
        reader.fixed(call, 0)
        return level

    return read


_PLACES: dict[str, Callable[[_Reader, _Call], Place]] = {
    "at": _at,
    "mid": _mid,
    "along": _along,
    "arc": _arc,
    "cun": _cun,
    "off": _off,
    "ant": _front,
    "post": _back,
    "lat": _flank,
    "head": _head,
    "headp": _head_from_rear,
    "over": _over_head,
    "meet": _meet,
    "group": _group,
}

_LINES: dict[str, Callable[[_Reader, _Call], Line]] = {
    "vertical": _vertical,
    "medial": _medial,
    "line": _between,
}

_LEVELS: dict[str, Callable[[_Reader, _Call], Level]] = {
    "level": _height_of,
    "up": _height_above,
    "above": _just_above,
    "abd": _numbered(rules.FromNavel),
    "ics": _ranked(rules.RibSpace, 7),
    "sp": _spinous,
    "sf": _ranked(rules.SacralForamen, 4),
    "pubis": _plain(rules.PubicEdge()),
    "notch": _numbered(rules.FromThroatNotch),
    "xiph": _numbered(rules.FromBreastboneEnd),
    "clav_inf": _plain(rules.UnderCollarbone()),
    "clav_sup": _plain(rules.OverCollarbone()),
}

_KNOWN = frozenset(_PLACES) | frozenset(_LINES) | frozenset(_LEVELS)
