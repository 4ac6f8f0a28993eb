"""A tick before pressing never allows more than the safety table does for the same answer."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from acupress_desktop.domain.ids import QuestionId
from acupress_desktop.domain.moments import Moment
from acupress_desktop.domain.ports import StableAnswer
from acupress_desktop.domain.safety.hand_limits import HandLimits
from acupress_desktop.domain.settings import Settings
from acupress_desktop.presenters.pressure_gate import gate, known_limits
from acupress_desktop.presenters.pressure_view import Tick
from tests.presenters.stage_a import files

NOW = Moment.of(datetime(2026, 11, 22, 19, 2, tzinfo=UTC))


@pytest.mark.parametrize(
    ("tick", "question", "answer"),
    [
        (Tick.CLEARED, "bleeding_disorder", '"yes_cleared"'),
        (Tick.BLEEDING, "blood_thinner", '"yes"'),
        (Tick.BLEEDING, "antiplatelet", '"yes"'),
        (Tick.SKIN, "fragile_skin", '"yes"'),
        (Tick.SKIN, "thin_bones", '"yes"'),
    ],
)
def test_a_tick_is_no_looser_than_the_table(tick: Tick, question: str, answer: str) -> None:
    told = (StableAnswer(QuestionId(question), answer, NOW),)
    known = known_limits(files().safety.catalogue, files().regions, Settings(), told, lambda: NOW)
    assert known.capped_by, "the answer is read"
    assert gate(HandLimits(), frozenset({tick})).cap <= known.max_felt_pressure
