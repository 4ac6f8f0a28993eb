"""The two cards that lie over a session: hands off, and what to do now."""

from __future__ import annotations

from acupress_desktop.domain.journal import AdverseKind
from acupress_desktop.domain.safety.outcome import BreathingGuide
from acupress_desktop.presenters.session_view import AdviceCardView, StopCardView, StopChoiceView
from acupress_desktop.session.states import StopCard
from acupress_desktop.words import stop_card as words


def stop_card(state: StopCard) -> StopCardView:
    """Return the card after Stop; where a breath was guided it says when to leave the guide."""
    course = state.course
    guided = course.breathing is BreathingGuide.ON and course.guided_seconds > 0
    lead = (words.stop_card_lead(), words.stop_card_breathing() if guided else "")
    return StopCardView(
        title=words.stop_card_title(),
        lead=" ".join(part for part in lead if part),
        question=words.stop_card_question(),
        choices=tuple(StopChoiceView(kind, words.symptom(kind)) for kind in words.STOP_SYMPTOMS),
        go_on=words.stop_card_go_on(),
        end=words.stop_card_end(),
    )


def advice_card(kind: AdverseKind, emergency_number: str) -> AdviceCardView:
    """Return what to do after something unpleasant."""
    return AdviceCardView(
        title=words.advice_title(kind),
        sentences=words.advice(kind),
        emergency=words.advice_emergency(emergency_number),
        leave=words.advice_leave(),
    )
