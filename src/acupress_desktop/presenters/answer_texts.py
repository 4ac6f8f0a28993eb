"""Stable answers as the journal keeps them: the JSON of the value that an answers file has."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from acupress_desktop.domain.ids import QuestionId
from acupress_desktop.domain.ports import StableAnswer
from acupress_desktop.domain.regions import RegionMap
from acupress_desktop.domain.safety.answers import Answer, UnusableAnswer
from acupress_desktop.domain.safety.asking import Remembered
from acupress_desktop.domain.safety.plain import answer_from_plain, plain_answer
from acupress_desktop.domain.safety.rules import Catalogue, UnknownQuestion


def answer_text(answer: Answer) -> str:
    """Write one answer."""
    return json.dumps(plain_answer(answer), ensure_ascii=False, separators=(",", ":"))


def remembered(
    catalogue: Catalogue, regions: RegionMap, kept: Iterable[StableAnswer]
) -> Mapping[QuestionId, Remembered]:
    """Read the stable answers; one that no longer fits its question counts as never given."""
    found: dict[QuestionId, Remembered] = {}
    for row in kept:
        try:
            question = catalogue.question(row.question)
            answer = answer_from_plain(question, regions, json.loads(row.answer_json))
        except (UnknownQuestion, UnusableAnswer, ValueError):
            continue
        found[row.question] = Remembered(answer, row.answered.local_date)
    return found
