"""Sentences of the page that shows what will be pressed, before it is."""

from __future__ import annotations

from acupress_desktop.domain.allowance import DayLimit
from acupress_desktop.domain.breathing import BreathPattern
from acupress_desktop.domain.protocols import MINUTES_PER_DAY_MAX, Form, Technique
from acupress_desktop.words.numbers import count_word, sentence_start
from acupress_desktop.words.translate import _, plural


def page() -> str:
    """Name of the screen."""
    return _("Before you begin")


def close() -> str:
    """Leaves without a session."""
    return _("Close")


def eyebrow(clear: object) -> str:
    """Over the title: how the safety questions ended."""
    if clear:
        return _("Safety check done, nothing to leave out")
    return _("Safety check done, with limits for today")


def holds_and_minutes(holds: int, minutes: int) -> str:
    """Such as "Ten holds, about 6 minutes."."""
    if holds == 1:
        told = plural("One hold, about {count} minute.", "One hold, about {count} minutes.", minutes)
    else:
        told = plural(
            "[holds] holds, about {count} minute.", "[holds] holds, about {count} minutes.", minutes
        )
    return told.replace("[holds]", sentence_start(count_word(holds)))


def first_ever() -> str:
    """Why the first session is the calm set."""
    return _("Your first session is the short calm set, to learn how a hold feels.")


def first_week() -> str:
    """Why holds are short."""
    return _("First week: every hold is half as long.")


def instead_of_the_set(set_title: str) -> str:
    """Why the calm set is shown for another complaint."""
    return _("Today’s answers leave nothing of “{set}”. The calm set is what is left.").format(set=set_title)


def short_today(left: int) -> str:
    """Why the short form is chosen."""
    return _("The day has {left} of {limit} minutes left, so this is the short form.").format(
        left=left, limit=MINUTES_PER_DAY_MAX
    )


def form_question() -> str:
    """Name of the choice of length."""
    return _("How long?")


def form(which: Form, minutes: int) -> str:
    """Such as "Full, 28 min"."""
    match which:
        case Form.FULL:
            return _("Full, {minutes} min").format(minutes=minutes)
        case Form.SHORT:
            return _("Short, {minutes} min").format(minutes=minutes)


def points_heading() -> str:
    """Over the cards."""
    return _("What you will press")


def code_and_place(code: str, place: str) -> str:
    """Such as "LI4, back of the hand"."""
    return _("{code}, {place}").format(code=code, place=place[:1].lower() + place[1:])


def hold_line(seconds: int, sides: str) -> str:
    """Such as "30 seconds, both sides"."""
    return _("{seconds} seconds, {sides}").format(seconds=seconds, sides=sides)


def technique(how: Technique) -> str:
    """What presses, where it is not the fingers."""
    match how:
        case Technique.FINGERS:
            return ""
        case Technique.FLAT_FINGERS:
            return _("flat fingers, no poking")
        case Technique.THUMBS_OR_SOFT_FISTS:
            return _("thumbs or soft fists, no tapping")


def stands_in_for(name: str) -> str:
    """On the card of a replacement."""
    return _("instead of {name}").format(name=name)


def because_of(rule: str, reason: str) -> str:
    """One reason for a change of a dose, with the safety rule behind it."""
    if not reason:
        return _("rule {rule}").format(rule=rule)
    return _("{reason} (rule {rule})").format(reason=reason, rule=rule)


def softer_by(reasons: tuple[str, ...]) -> str:
    """Why a pressure is lower than the set says."""
    return _("softer today: {reasons}").format(reasons="; ".join(reasons))


def softer_as_you_asked() -> str:
    """Why a pressure is lower than the set says."""
    return _("softer, because it was too much before")


def shorter_by(reasons: tuple[str, ...]) -> str:
    """Why a hold is shorter than the set says."""
    return _("shorter today: {reasons}").format(reasons="; ".join(reasons))


def cannot_reach() -> str:
    """Leaves a point out that the hand does not reach."""
    return _("I can’t reach this")


def can_reach() -> str:
    """Takes that back."""
    return _("I can reach it after all")


def left_out_heading() -> str:
    """Over what is left out."""
    return _("Left out today")


def left_out(name: str, sides: str) -> str:
    """Such as "Shoulder Well, GB21, left side"."""
    return _("{name}, {sides}").format(name=name, sides=sides)


def replaced_by(name: str, why: str) -> str:
    """What comes in instead, and why that."""
    told = _("Instead: {name}.").format(name=name)
    return f"{told} {why}".strip()


def not_replaced() -> str:
    """Where nothing comes in instead."""
    return _("Nothing comes in instead.")


def by_reach() -> str:
    """Why a point is left out."""
    return _("You said that you can’t reach it.")


def by_sore_hand() -> str:
    """Why a point is left out."""
    return _("The hand that would press it is sore.")


def by_atlas() -> str:
    """Why a point is left out."""
    return _("This point is for reading only; nobody is led to press it.")


def rule(name: str) -> str:
    """Such as "Rule L08"."""
    return _("Rule {rule}").format(rule=name)


def limits_heading() -> str:
    """Over what was told."""
    return _("For you today")


def evidence_heading() -> str:
    """Over the evidence line."""
    return _("What is known about this set")


def breathing_heading() -> str:
    """Over the note about breathing."""
    return _("Breathing")


def breathing_on(pattern: BreathPattern) -> str:
    """How fast the guide goes, and whether the breath rests between."""
    told = _(
        "The guide shows a small, easy breath through the nose: {inward:g} seconds in, {outward:g} out. "
        "Leave it whenever you like; the key W turns it off."
    ).format(inward=pattern.in_seconds, outward=pattern.out_seconds)
    if not pattern.has_holds:
        return told
    rests = _("In between the breath rests, {full:g} seconds full and {empty:g} seconds empty.").format(
        full=pattern.hold_full_seconds, empty=pattern.hold_empty_seconds
    )
    return f"{told} {rests}"


def breath_holds_left_out() -> str:
    """Why the person's own pattern runs without its holds."""
    return _("Your pattern runs without holding the breath, because of what you told us.")


def breathing_off_by_rule() -> str:
    """Why the guide does not start by itself."""
    return _("The breathing guide stays off today. Breathe the way that is easy.")


def breathing_off_by_choice() -> str:
    """Why the guide does not start by itself."""
    return _("The breathing guide is off in your settings.")


def where_not_to() -> str:
    """After how to sit or lie."""
    return _("Not while you drive, stand or lie in water.")


def posture_heading() -> str:
    """Over how to sit."""
    return _("Get ready")


def before_heading() -> str:
    """Over the numbers."""
    return _("How is it now?")


def pain() -> str:
    """The first number."""
    return _("How much pain right now?")


def optional() -> str:
    """Beside mood and stress."""
    return _("if you like")


def add_mood_and_stress() -> str:
    """Opens two more scales."""
    return _("Add mood and stress")


def begin() -> str:
    """The main act."""
    return _("Begin")


def without_number() -> str:
    """What a session without a number before it lacks."""
    return _("A number is welcome; without one there is no “before” to look back at.")


def change_answers() -> str:
    """Opens what was answered in the safety check, to change any of it."""
    return _("Change an answer")


def other_set() -> str:
    """Leads to the choice of sets."""
    return _("Choose another set")


def to_today() -> str:
    """To the home page."""
    return _("Back to today")


def nothing_left() -> str:
    """Where every point had to go."""
    return _("Nothing to press today")


def nothing_left_lead() -> str:
    """Why, and what to do instead."""
    return _(
        "Your answers of today leave no point of this set or of the calm set. "
        "Rest instead, and come back when something has changed."
    )


def day_is_full(limit: DayLimit) -> str:
    """Why nothing more is started today."""
    match limit:
        case DayLimit.SESSIONS:
            return _("Two sessions today: that is the limit for one day. Tomorrow is fine.")
        case DayLimit.MINUTES:
            return _(
                "With this set the day would come to more than {limit} minutes of pressing. "
                "Choose a shorter set, or come back tomorrow."
            ).format(limit=MINUTES_PER_DAY_MAX)


def day_is_full_title() -> str:
    """Title where the day is used up."""
    return _("Enough for today")


def not_offered_title() -> str:
    """Title where a set is for reading only."""
    return _("This set is not offered")
