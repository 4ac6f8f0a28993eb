"""Reads ``assets/safety``: the rows, the questions, the complaints and the sources of the screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

import msgspec

from acupress_desktop.content.refusals import ContentError
from acupress_desktop.content.safety_rows import ConditionRow, LimitRow, RowProblem, action_of
from acupress_desktop.content.toml_files import read_toml
from acupress_desktop.content.watch_files import read_watch
from acupress_desktop.domain.atlas import Atlas
from acupress_desktop.domain.evidence import Source, Verified
from acupress_desktop.domain.ids import ComplaintId, ProtocolId, QuestionId, RegionId, RuleId, SourceId
from acupress_desktop.domain.protocols import Protocol
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.safety.conditions import (
    Answered,
    AtLeast,
    Condition,
    ForComplaint,
    NotSure,
    PlaceWithin,
    questions_in,
)
from acupress_desktop.domain.safety.questions import (
    Asked,
    Audience,
    Group,
    Option,
    Page,
    Question,
    QuestionKind,
)
from acupress_desktop.domain.safety.relevance import rows_without_a_place
from acupress_desktop.domain.safety.rules import ActionKind, Catalogue, Complaint, Rule, Unsure
from acupress_desktop.domain.safety.watch_rows import WatchBook
from acupress_desktop.words.safety import SafetyWords

_Text = Annotated[str, msgspec.Meta(min_length=1, max_length=400)]
_Id = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]*$")]
_RowId = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{1,2}\d{1,2}[a-z]?$")]
_SourceKey = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9-]*$")]
_Age = Annotated[int, msgspec.Meta(ge=1, le=120)]


class _RuleRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    id: _RowId
    when: ConditionRow
    action: _Id
    sources: Annotated[tuple[_SourceKey, ...], msgspec.Meta(min_length=1)]
    message: _Text
    limits: tuple[LimitRow, ...] = ()
    unsure: Unsure = Unsure.COUNTS_AS_YES
    from_memory: _Text | None = None
    reason: str = ""


class _RulesFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    rules: tuple[_RuleRow, ...]


class _PageRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    id: _Id
    title: str = ""
    help: str = ""
    checklist: bool = False


class _GroupRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    id: _Id
    page: _Id
    item: _Text
    title: _Text
    why: _Text


class _OptionRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    id: Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z][A-Za-z0-9_]*$")]
    text: _Text
    more: str = ""
    heading: str = ""
    complaints: tuple[_Id, ...] = ()
    age_from: _Age | None = None
    audience: Audience = Audience.EVERYONE
    pressed_at: tuple[str, ...] = ()


class _QuestionRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    id: _Id
    kind: QuestionKind
    asked: Asked
    page: _Id
    title: _Text
    why: _Text
    help: str = ""
    item: str = ""
    options: tuple[_OptionRow, ...] = ()
    complaints: tuple[_Id, ...] = ()
    audience: Audience = Audience.EVERYONE
    age_from: _Age | None = None
    only_if: ConditionRow | None = None
    offered_regions: tuple[str, ...] = ()
    about_regions: tuple[str, ...] = ()
    also_at: tuple[str, ...] = ()
    pressed_at: tuple[str, ...] = ()
    may_be_empty: bool = True
    group: str = ""


class _QuestionsFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    pages: tuple[_PageRow, ...]
    questions: tuple[_QuestionRow, ...]
    groups: tuple[_GroupRow, ...] = ()


class _ComplaintRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    id: _Id
    title: _Text
    regions: tuple[str, ...]
    protocol: Annotated[str, msgspec.Meta(pattern=r"^P\d{2}$")] | None = None


class _ComplaintsFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    complaints: tuple[_ComplaintRow, ...]


class _SourceRow(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    id: _SourceKey
    short: _Text
    title: _Text
    identifier: _Text
    checked: date
    verified: Verified


class _SourcesFile(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    sources: tuple[_SourceRow, ...]


@dataclass(frozen=True, slots=True)
class SafetyContent:
    """What the screen decides with, and what it says."""

    catalogue: Catalogue
    words: SafetyWords
    watch: WatchBook


def read_safety(root: Path, atlas: Atlas, regions: RegionMap, protocols: Iterable[Protocol]) -> SafetyContent:
    """Read the safety screen below the asset folder ``root``.

    ``protocols`` say what a session for each complaint may press, and so which questions can matter.

    Raises ``ContentError``, naming the file and where possible the line, for an unknown key, an
    impossible value, an id that occurs twice, and anything that points to a question, option,
    page, complaint, region, point or source that does not exist.
    """
    folder = root / "safety"
    sources = read_toml(folder / "sources.toml", _SourcesFile).sources
    complaints = read_toml(folder / "complaints.toml", _ComplaintsFile).complaints
    asked = read_toml(folder / "questions.toml", _QuestionsFile)
    rules = read_toml(folder / "rules.toml", _RulesFile).rules
    catalogue = Catalogue(
        rules=[_rule(folder / "rules.toml", row) for row in rules],
        questions=[_question(folder / "questions.toml", row) for row in asked.questions],
        pages=[Page(row.id, row.checklist) for row in asked.pages],
        complaints=[_complaint(row) for row in complaints],
        sources=[_source(row) for row in sources],
        groups=[Group(row.id, row.page) for row in asked.groups],
    )
    for file, ids in (
        ("sources.toml", [row.id for row in sources]),
        ("complaints.toml", [row.id for row in complaints]),
        ("questions.toml", [row.id for row in asked.questions]),
        ("questions.toml", [row.id for row in asked.pages]),
        ("questions.toml", [row.id for row in asked.groups]),
        ("rules.toml", [row.id for row in rules]),
    ):
        _refuse_twice(folder / file, ids)
    _Check(folder, catalogue, atlas, regions, frozenset(row.id for row in sources)).all()
    catalogue = catalogue.with_places(rows_without_a_place(catalogue, atlas, regions, protocols))
    texts = dict((*_rule_texts(rules), *_question_texts(asked), *_complaint_texts(complaints)))
    watch = read_watch(folder, frozenset(row.id for row in sources))
    return SafetyContent(catalogue, SafetyWords(MappingProxyType(texts | watch.texts)), watch.book)


def _rule(file: Path, row: _RuleRow) -> Rule:
    try:
        return Rule(
            id=RuleId(row.id),
            when=row.when.condition(),
            action=action_of(row.action),
            limits=tuple(limit.limit() for limit in row.limits),
            unsure=row.unsure,
            sources=tuple(SourceId(source) for source in row.sources),
            from_memory=row.from_memory,
        )
    except RowProblem as problem:
        raise ContentError(file, _line_of_id(file, row.id), f"{row.id}: {problem}") from problem


def _question(file: Path, row: _QuestionRow) -> Question:
    try:
        return Question(
            id=QuestionId(row.id),
            kind=row.kind,
            asked=row.asked,
            page=row.page,
            options=tuple(
                Option(
                    option.id,
                    option.heading,
                    tuple(ComplaintId(complaint) for complaint in option.complaints),
                    option.age_from,
                    option.audience,
                    tuple(RegionId(region) for region in option.pressed_at),
                )
                for option in row.options
            ),
            complaints=tuple(ComplaintId(complaint) for complaint in row.complaints),
            audience=row.audience,
            age_from=row.age_from,
            only_if=None if row.only_if is None else row.only_if.condition(),
            offered_regions=tuple(RegionId(region) for region in row.offered_regions),
            about_regions=tuple(RegionId(region) for region in row.about_regions),
            also_at=tuple(RegionId(region) for region in row.also_at),
            pressed_at=tuple(RegionId(region) for region in row.pressed_at),
            may_be_empty=row.may_be_empty,
            group=row.group,
        )
    except RowProblem as problem:
        raise ContentError(file, _line_of_id(file, row.id), f"{row.id}: {problem}") from problem


def _complaint(row: _ComplaintRow) -> Complaint:
    return Complaint(
        ComplaintId(row.id),
        None if row.protocol is None else ProtocolId(row.protocol),
        tuple(RegionId(region) for region in row.regions),
    )


def _source(row: _SourceRow) -> Source:
    return Source(SourceId(row.id), row.short, row.title, row.identifier, row.checked, row.verified)


def _refuse_twice(file: Path, ids: list[str]) -> None:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            raise ContentError(file, _line_of_id(file, one), f"{one} occurs twice")
        seen.add(one)


def _line_of_id(file: Path, row_id: str) -> int | None:
    """Find the 1-based line of the last row with that id."""
    wanted = f'id = "{row_id}"'
    lines = file.read_text(encoding="utf-8").splitlines()
    return next((place for place in range(len(lines), 0, -1) if lines[place - 1].strip() == wanted), None)


@dataclass(frozen=True, slots=True)
class _Check:
    """Everything in one file that points into another must arrive."""

    folder: Path
    catalogue: Catalogue
    atlas: Atlas
    regions: RegionMap
    sources: frozenset[str]

    def all(self) -> None:
        for complaint in self.catalogue.complaints:
            self._regions("complaints.toml", complaint.id, complaint.regions)
        for question in self.catalogue.questions:
            self._question(question)
        for rule in self.catalogue.rules:
            self._rule(rule)

    def _question(self, question: Question) -> None:
        file = "questions.toml"
        if question.page not in {page.id for page in self.catalogue.pages}:
            self._refuse(file, question.id, f"no page {question.page!r}")
        has_options = question.kind in (QuestionKind.CHOICE, QuestionKind.MULTI)
        if has_options is not bool(question.options):
            self._refuse(file, question.id, f"a {question.kind.value} question and its options do not fit")
        if len(question.option_ids()) != len(question.options):
            self._refuse(file, question.id, "an option occurs twice")
        self._complaints(file, question.id, question.complaints)
        for option in question.options:
            self._complaints(file, question.id, option.complaints)
            self._regions(file, question.id, option.pressed_at)
        self._regions(file, question.id, question.pressed_at)
        self._regions(
            file, question.id, (*question.offered_regions, *question.about_regions, *question.also_at)
        )
        if question.group:
            self._grouped(question)
        if question.only_if is not None:
            self._condition(file, question.id, question.only_if)

    def _grouped(self, question: Question) -> None:
        file = "questions.toml"
        group = next((one for one in self.catalogue.groups if one.id == question.group), None)
        if group is None:
            self._refuse(file, question.id, f"no group {question.group!r}")
        elif group.page != question.page:
            self._refuse(file, question.id, f"its group {group.id!r} is on another page")
        if question.kind not in (QuestionKind.YES_NO_UNSURE, QuestionKind.CHOICE):
            self._refuse(file, question.id, f"a {question.kind.value} question cannot be in a group")
        if any(rule.action.kind is ActionKind.EMERGENCY for rule in self.catalogue.rules_asking(question.id)):
            self._refuse(file, question.id, "an emergency is always asked by itself, never in a group")

    def _rule(self, rule: Rule) -> None:
        file = "rules.toml"
        for source in rule.sources:
            if source not in self.sources:
                self._refuse(file, rule.id, f"no source {source!r}")
        self._condition(file, rule.id, rule.when)
        for limit in rule.limits:
            self._regions(file, rule.id, getattr(limit, "regions", ()))
            for code in getattr(limit, "points", ()):
                if code not in self.atlas:
                    self._refuse(file, rule.id, f"no point {code!r}")
            question = getattr(limit, "question", None)
            if question is not None:
                self._asked(file, rule.id, question)

    def _condition(self, file: str, row: str, condition: Condition) -> None:
        for question in questions_in(condition):
            self._asked(file, row, question)
        for part in _parts(condition):
            if isinstance(part, PlaceWithin):
                self._regions(file, row, part.regions)
            if isinstance(part, ForComplaint):
                self._complaints(file, row, part.complaints)
            if isinstance(part, Answered):
                self._options(file, row, part)

    def _options(self, file: str, row: str, answered: Answered) -> None:
        question = self.catalogue.question(answered.question)
        for option in sorted(set(answered.options) - question.option_ids()):
            self._refuse(file, row, f"no option {option!r} in {question.id}")
        if question.options and not answered.options and answered.not_sure is not NotSure.ONLY:
            self._refuse(file, row, f"{question.id} has options: say which of them count")

    def _asked(self, file: str, row: str, question: QuestionId) -> None:
        if question not in {known.id for known in self.catalogue.questions}:
            self._refuse(file, row, f"no question {question!r}")

    def _complaints(self, file: str, row: str, complaints: Iterable[ComplaintId]) -> None:
        known = {complaint.id for complaint in self.catalogue.complaints}
        for complaint in complaints:
            if complaint not in known:
                self._refuse(file, row, f"no complaint {complaint!r}")

    def _regions(self, file: str, row: str, regions: Iterable[RegionId]) -> None:
        for region in regions:
            if region not in self.regions:
                self._refuse(file, row, f"no region {region!r}")

    def _refuse(self, file: str, row: str, what: str) -> None:
        path = self.folder / file
        raise ContentError(path, _line_of_id(path, row), f"{row}: {what}")


def _parts(condition: Condition) -> Iterator[Condition]:
    yield condition
    if isinstance(condition, AtLeast):
        for part in condition.of:
            yield from _parts(part)


def _rule_texts(rules: tuple[_RuleRow, ...]) -> Iterator[tuple[str, str]]:
    for row in rules:
        yield f"safety.rule.{row.id}", row.message
        yield f"safety.rule.{row.id}.reason", row.reason


def _question_texts(asked: _QuestionsFile) -> Iterator[tuple[str, str]]:
    for page in asked.pages:
        yield f"safety.page.{page.id}.title", page.title
        yield f"safety.page.{page.id}.help", page.help
    for group in asked.groups:
        yield f"safety.group.{group.id}.item", group.item
        yield f"safety.group.{group.id}.title", group.title
        yield f"safety.group.{group.id}.why", group.why
    for row in asked.questions:
        start = f"safety.question.{row.id}"
        yield f"{start}.title", row.title
        yield f"{start}.help", row.help
        yield f"{start}.why", row.why
        yield f"{start}.item", row.item
        for option in row.options:
            yield f"{start}.option.{option.id}", option.text
            yield f"{start}.heading.{option.id}", option.heading
            yield f"{start}.more.{option.id}", option.more


def _complaint_texts(complaints: tuple[_ComplaintRow, ...]) -> Iterator[tuple[str, str]]:
    for row in complaints:
        yield f"safety.complaint.{row.id}", row.title
