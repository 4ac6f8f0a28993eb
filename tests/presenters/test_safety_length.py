"""How long a first safety check takes a healthy person: the words that are really shown, and the answers.

Reckoned at 238 words a minute, the silent reading of an adult, and a second and a half for each answer.
A line that stands on several pages is read once. What a button says belongs to the time of its answer.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from acupress_desktop.domain.settings import YesNo
from acupress_desktop.presenters.safety_view import (
    AmountBody,
    AskBody,
    ChoiceBody,
    ListBody,
    RegionBody,
    ReviewBody,
    SafetyView,
)
from tests.domain.safety.world import catalogue
from tests.presenters.stage_a import Stage
from tests.presenters.steps_a import answer_no, safety_of, walk_healthy

WORDS_A_MINUTE = 238
SECONDS_AN_ANSWER = 1.5
LONGEST_SECONDS = 180
# The whole suite walks every check; the inner loop those with more questions, and a few of the others.
COMPLAINTS = [one.id for one in catalogue().complaints if one.protocol is not None]


def texts(view: SafetyView) -> Iterator[str]:
    """Everything on a page that is read, control by control left out."""
    yield from (view.page, view.eyebrow, view.title, view.lead)
    yield f"{view.foot.question} {view.foot.call}{view.foot.after}"
    yield view.foot.stays
    body = view.body
    match body:
        case AskBody(answers=answers):
            yield from (answer.note for answer in answers)
        case ListBody(rows=rows):
            yield from (row.label for row in rows)
            yield from (body.told, body.unsure_note)
        case RegionBody(rows=places):
            yield from (row.region for row in places[: body.offered])
            yield from (body.picked, body.hint, body.front, body.back, body.your_left, body.your_right)
        case ChoiceBody(options=options):
            yield from (option.label for option in options)
            yield body.unsure_note
        case AmountBody(label=label):
            yield label
        case ReviewBody(answered=answered):
            yield from (line.spoken for line in answered)


def first_run(stage: Stage, complaint: str) -> tuple[int, int]:
    """Return how many words a healthy person reads, and how many answers they give."""
    presenter = safety_of(stage, complaint)
    view: object = presenter.present()
    read: set[str] = set()
    answers = 0
    while isinstance(view, SafetyView):
        read.update(text for text in texts(view) if text)
        answers += 1
        view = answer_no(presenter, view)
    return sum(len(text.split()) for text in read), answers


@pytest.mark.parametrize("pregnancy", [YesNo.YES, pytest.param(YesNo.NO, marks=pytest.mark.slow)])
@pytest.mark.parametrize("complaint", COMPLAINTS)
def test_a_first_check_takes_a_healthy_person_three_minutes_at_most(
    set_up: Stage, complaint: str, pregnancy: YesNo
) -> None:
    set_up.settings.change(can_be_pregnant=pregnancy)
    words, answers = first_run(set_up, complaint)
    seconds = words / WORDS_A_MINUTE * 60 + answers * SECONDS_AN_ANSWER
    assert seconds <= LONGEST_SECONDS, f"{words} words and {answers} answers are {seconds:.0f} seconds"
    assert answers <= 10


@pytest.mark.parametrize(
    "complaint", [*COMPLAINTS[:4], *(pytest.param(one, marks=pytest.mark.slow) for one in COMPLAINTS[4:])]
)
def test_a_returning_person_is_done_in_two_minutes(set_up: Stage, complaint: str) -> None:
    set_up.settings.change(can_be_pregnant=YesNo.YES)
    walk_healthy(safety_of(set_up, complaint))
    set_up.clock.pass_time(days=1)
    words, answers = first_run(set_up, complaint)
    assert answers == 7
    assert words / WORDS_A_MINUTE * 60 + answers * SECONDS_AN_ANSWER <= 120


@pytest.mark.slow
def test_only_what_concerns_a_complaint_is_asked(set_up: Stage) -> None:
    def rows(complaint: str) -> set[str]:
        presenter = safety_of(set_up, complaint)
        view: object = presenter.present()
        seen: set[str] = set()
        while isinstance(view, SafetyView):
            if isinstance(view.body, ListBody):
                seen.update(row.key for row in view.body.rows)
            view = answer_no(presenter, view)
        set_up.clock.pass_time(days=40)
        return seen

    hands, legs = rows("queasy"), rows("knee")
    assert "varicose_veins" in legs
    assert "varicose_veins" not in rows("headache")
    assert "blood_thinner" in hands & legs
    assert "E14" in rows("sleep") - legs
