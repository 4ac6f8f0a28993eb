"""Stable answers, advice to have something checked, and consents as rows."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, select

from acupress_desktop.domain.ids import QuestionId, RowId, RuleId
from acupress_desktop.domain.journal import ConsentRecord
from acupress_desktop.domain.journal_tables import ADVICE, ANSWER, CONSENT
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import AdviceRecord, StableAnswer
from acupress_desktop.domain.table_shapes import TableShape
from acupress_desktop.domain.troubles import KnownTrouble, NoSuchRow
from acupress_desktop.storage.rows import microseconds, moment_columns, moment_in, required_moment_in
from acupress_desktop.storage.schema import sql_table
from acupress_desktop.storage.session_rows import add_or_correct
from acupress_desktop.storage.writing import RowWriter

_ANSWER = sql_table(ANSWER)
_ADVICE = sql_table(ADVICE)

NextKey = Callable[[], RowId]


def write_answers(writer: RowWriter, answers: tuple[StableAnswer, ...], next_key: NextKey) -> list[RowId]:
    """Keep answers, one living row per question."""
    keys = []
    for answer in answers:
        key = _living_key(writer.connection, ANSWER, "question", answer.question) or next_key()
        content = {
            "question": answer.question,
            "answer_json": answer.answer_json,
            **moment_columns("answered", answer.answered),
        }
        add_or_correct(writer, ANSWER, key, content)
        keys.append(key)
    return keys


def forget_answers(writer: RowWriter, questions: tuple[QuestionId, ...]) -> list[RowId]:
    """Take answers out of the list; a question without one stays as it is."""
    keys = []
    for question in questions:
        key = _living_key(writer.connection, ANSWER, "question", question)
        if key is not None:
            writer.change(ANSWER, key, {"deleted_utc": microseconds(writer.now.utc)})
            keys.append(key)
    return keys


def recall_answers(connection: Connection) -> tuple[StableAnswer, ...]:
    """Return the living answers in order of their questions."""
    query = select(_ANSWER).where(_ANSWER.c.deleted_utc.is_(None)).order_by(_ANSWER.c.question)
    return tuple(
        StableAnswer(
            question=QuestionId(row["question"]),
            answer_json=row["answer_json"],
            answered=required_moment_in(dict(row), "answered"),
        )
        for row in connection.execute(query).mappings()
    )


def write_advice(
    writer: RowWriter, rules: tuple[RuleId, ...], told: Moment, next_key: NextKey
) -> list[RowId]:
    """Note that rules asked for a check; a tick that came before is taken back."""
    keys = []
    for rule in rules:
        key = _living_key(writer.connection, ADVICE, "rule", rule) or next_key()
        content = {"rule": rule, **moment_columns("told", told), **moment_columns("checked", None)}
        add_or_correct(writer, ADVICE, key, content)
        keys.append(key)
    return keys


def write_advice_checked(writer: RowWriter, rule: RuleId, checked: Moment | None) -> RowId:
    """Tick an advice, or take the tick back; raises ``KnownTrouble`` where it was never given."""
    key = _living_key(writer.connection, ADVICE, "rule", rule)
    if key is None:
        raise KnownTrouble(NoSuchRow(ADVICE.name))
    writer.change(ADVICE, key, moment_columns("checked", checked))
    return key


def recall_advice(connection: Connection) -> tuple[AdviceRecord, ...]:
    """Return the living advices in order of their rules."""
    query = select(_ADVICE).where(_ADVICE.c.deleted_utc.is_(None)).order_by(_ADVICE.c.rule)
    return tuple(
        AdviceRecord(
            rule=RuleId(row["rule"]),
            told=required_moment_in(dict(row), "told"),
            checked=moment_in(dict(row), "checked"),
        )
        for row in connection.execute(query).mappings()
    )


def write_consent(writer: RowWriter, record: ConsentRecord) -> None:
    """Keep a consent."""
    content = {**moment_columns("moment", record.moment), "words": record.words}
    writer.add(CONSENT, record.id, content)


def _living_key(connection: Connection, shape: TableShape, column: str, value: str) -> RowId | None:
    table = sql_table(shape)
    query = select(table.c.id).where(table.c[column] == value).where(table.c.deleted_utc.is_(None))
    found = connection.execute(query).scalar()
    return None if found is None else RowId(found)
