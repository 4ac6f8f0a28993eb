"""Sentences of the card after Stop: what was felt, and what to do about it."""

from __future__ import annotations

from acupress_desktop.domain.journal import AdverseKind
from acupress_desktop.words.translate import _


def stop_card_title() -> str:
    """Title of the card after Stop."""
    return _("Hands off. Take a breath.")


def stop_card_lead() -> str:
    """Under the title."""
    return _("Nothing counts now. What you have held is kept.")


def stop_card_breathing() -> str:
    """After it, where a breath was guided."""
    return _("Tingling, light-headed or a tight chest? Leave the guide and breathe normally.")


def stop_card_question() -> str:
    """Above the symptoms."""
    return _("Did you feel any of these?")


def stop_card_go_on() -> str:
    """Back into the session."""
    return _("None of these, go on")


def stop_card_end() -> str:
    """End without a symptom."""
    return _("None of these, end here")


def symptom(kind: AdverseKind) -> str:
    """A symptom in everyday words."""
    match kind:
        case AdverseKind.SHARP_PAIN:
            return _("Sharp or electric pain")
        case AdverseKind.NUMB:
            return _("Numbness")
        case AdverseKind.TINGLING:
            return _("Tingling")
        case AdverseKind.DIZZY:
            return _("Dizzy or faint")
        case AdverseKind.BREATHLESS:
            return _("Short of breath")
        case AdverseKind.CHEST:
            return _("Something in the chest")
        case AdverseKind.MORE_PAIN:
            return _("More pain, by 2 or more")
        case AdverseKind.BRUISE:
            return _("A bruise")
        case AdverseKind.SORE_SPOT:
            return _("A sore spot")
        case AdverseKind.OTHER:
            return _("Something else")


STOP_SYMPTOMS = (
    AdverseKind.CHEST,
    AdverseKind.BREATHLESS,
    AdverseKind.DIZZY,
    AdverseKind.NUMB,
    AdverseKind.TINGLING,
    AdverseKind.SHARP_PAIN,
    AdverseKind.MORE_PAIN,
    AdverseKind.BRUISE,
)
"""Rule S01, most dangerous first."""


def advice_title(kind: AdverseKind) -> str:
    """Title of what to do now."""
    match kind:
        case AdverseKind.CHEST | AdverseKind.BREATHLESS:
            return _("Stop here and get help")
        case _:
            return _("Stop here for today")


def advice(kind: AdverseKind) -> tuple[str, ...]:
    """What to do, how soon, whom to ask; never what it may be. Rule S01."""
    match kind:
        case AdverseKind.CHEST | AdverseKind.BREATHLESS:
            return (
                _("Sit down and stop the paced breathing. Breathe the way that is easy."),
                _("If it does not pass at once, or you feel pain, sweat or feel sick, call for help now."),
                _("Even if it passes, talk to a clinician today, before you press again."),
            )
        case AdverseKind.DIZZY:
            return (
                _("Sit or lie down. Breathe normally, as small as you like; leave the paced breathing off."),
                _("If it has not passed in a few minutes, or you faint, call for help."),
                _("If seeing, speaking or walking is hard, or neck or head hurt badly, call for help now."),
                _("If it comes back another day, ask a clinician before the next session."),
            )
        case AdverseKind.NUMB | AdverseKind.TINGLING:
            return (
                _("Take the finger away and move the hand or foot gently."),
                _("If it is not back to normal within an hour, have it looked at today."),
                _("If an arm, a leg or the face is weak, or speech is hard, call for help now."),
            )
        case AdverseKind.SHARP_PAIN:
            return (
                _("Take the finger away and let the place rest today."),
                _("Next time stay well below 3 of 10 there, or leave the place out."),
                _("If the pain stays or grows, have it looked at within days."),
            )
        case AdverseKind.MORE_PAIN:
            return (
                _("Let it rest today; no second session."),
                _("Note tomorrow how it is. If it stays higher for days, ask a clinician before you go on."),
            )
        case AdverseKind.BRUISE:
            return (
                _("Leave the place alone until the bruise is gone; the safety questions will ask."),
                _("If you bruise easily or take a blood thinner, tell your clinician."),
            )
        case AdverseKind.SORE_SPOT:
            return (_("Let it rest today, and press more lightly next time."),)
        case AdverseKind.OTHER:
            return (
                _("Let it rest today, and press more lightly next time."),
                _("If it worries you or does not pass, ask a clinician today."),
            )


def advice_leave() -> str:
    """Leave the advice card."""
    return _("I have read this")


def advice_emergency(number: str) -> str:
    """The emergency line, with the person's own number where one was given."""
    if number:
        return _("Sudden or frightening? Call {number}.").format(number=number)
    return _("Sudden or frightening? Call your local emergency number.")
