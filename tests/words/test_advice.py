"""What a person is told to do after something unpleasant: what, how soon, whom to ask."""

from __future__ import annotations

import re

import pytest

from acupress_desktop.domain.journal import AdverseKind
from acupress_desktop.words import after_session, stop_card

FINDINGS = re.compile(r"\b(stroke|heart attack|clot|embolism|dissection|angina|panic)\b", re.IGNORECASE)
SAYS_WHOM = re.compile(r"clinician|looked at|call for help|safety questions|rest", re.IGNORECASE)


@pytest.mark.parametrize("kind", list(AdverseKind))
def test_every_symptom_has_an_advice_that_names_no_finding(kind: AdverseKind) -> None:
    told = " ".join(stop_card.advice(kind))
    assert SAYS_WHOM.search(told)
    assert not FINDINGS.search(told)


def test_chest_and_breath_can_be_told_after_a_session_and_come_first() -> None:
    assert after_session.CHIPS[:2] == (AdverseKind.CHEST, AdverseKind.BREATHLESS)
    for kind in after_session.CHIPS[:2]:
        assert any("call for help now" in line for line in stop_card.advice(kind))


def test_dizzy_with_trouble_seeing_or_speaking_calls_for_help() -> None:
    lines = stop_card.advice(AdverseKind.DIZZY)
    assert any("speaking" in line and "call for help now" in line for line in lines)


def test_something_else_still_says_whom_to_ask() -> None:
    assert any("clinician today" in line for line in stop_card.advice(AdverseKind.OTHER))
