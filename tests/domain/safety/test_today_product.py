"""Every combination of today's answers, against a small table written from the source pages."""

from __future__ import annotations

from itertools import product

import pytest

from acupress_desktop.domain.safety.answers import Answers
from acupress_desktop.domain.safety.outcome import OutcomeKind, Unanswered
from tests.domain.safety.world import all_no, answers_of, person, screened

EMERGENCY: tuple[object, ...] = ([], ["E01"], "unsure")
NUMB = ("no", "yes", "unsure")
ILL = ("no", "yes", "drowsy", "unsure")
LEG = ("no", "yes", "unsure")
SKIN: tuple[object, ...] = (
    [],
    [{"region": "hand-dorsum", "side": "right"}],
    [{"region": "hand", "side": None}],
    "unsure",
)
PREGNANT = ("no", "yes", "unsure")
CHANGED = ("no", "yes", "unsure")


def expected(row: tuple[object, ...]) -> OutcomeKind:
    """Written from the rulings: which answer ends the check, in the order of danger."""
    emergency, numb, ill, leg, skin, pregnant, _changed = row
    if emergency != []:
        return OutcomeKind.EMERGENCY
    if numb != "no" or leg != "no":
        return OutcomeKind.REFER
    if ill != "no" or skin == [{"region": "hand", "side": None}]:
        return OutcomeKind.POSTPONE
    if skin != [] or pregnant != "no":
        return OutcomeKind.ALLOW_WITH_LIMITS
    return OutcomeKind.ALLOW


@pytest.mark.slow
@pytest.mark.parametrize("complaint", ["neck_shoulder", "calm"])
def test_every_combination_of_todays_answers(complaint: str) -> None:
    context = person(complaint)
    rest = all_no(context)
    follow_ups = {
        "today_numb_weak_sudden": "no",
        "today_injury_signs": [],
        "today_pregnant_signs": [],
        "today_ill_fever": "no",
    }
    wrong = []
    for row in product(EMERGENCY, NUMB, ILL, LEG, SKIN, PREGNANT, CHANGED):
        emergency, numb, ill, leg, skin, pregnant, changed = row
        today = answers_of(
            {
                "today_emergency": emergency,
                "today_numb_weak": numb,
                "today_ill": ill,
                "today_leg": leg,
                "today_skin_injury": skin,
                "today_pregnant": pregnant,
                "today_changed": changed,
                **follow_ups,
            }
        )
        result = screened(context, Answers({**rest, **today}))
        if isinstance(result, Unanswered) or result.kind is not expected(row):
            wrong.append((row, result))
    assert wrong == []
