"""Sentences of the questions after a session."""

from __future__ import annotations

from acupress_desktop.domain.journal import AdverseKind
from acupress_desktop.words.translate import _, plural


def holds_line(done: int, planned: int, pressed_seconds: float) -> str:
    """Such as "8 of 10 holds, 8 min 00 s pressed"."""
    minutes, seconds = divmod(int(pressed_seconds), 60)
    return _("{done} of {planned} holds, {minutes} min {seconds:02d} s pressed").format(
        done=done, planned=planned, minutes=minutes, seconds=seconds
    )


def pain_heading() -> str:
    """Above the two figures."""
    return _("Your pain, 0 to 10")


def before() -> str:
    """Label of the figure from before."""
    return _("Before")


def not_rated() -> str:
    """In place of a figure that was never given."""
    return _("not rated")


def minutes_after(minutes: int) -> str:
    """Label of the figure from after."""
    if minutes < 1:
        return _("Straight after")
    return plural("{count} minute after", "{count} minutes after", minutes)


def five_minutes_after() -> str:
    """Label of the figure that is still to come."""
    return _("5 minutes after")


def question_now() -> str:
    """Above the scale."""
    return _("How much pain right now?")


def scale_low() -> str:
    """Left end."""
    return _("none")


def scale_high() -> str:
    """Right end."""
    return _("the worst you can imagine")


def will_ask_at(time: str) -> str:
    """When the question comes by itself."""
    return _("We will ask at {time}, if this window is open. Rest until then.").format(time=time)


def ask_me_now() -> str:
    """Quiet act: answer early."""
    return _("Ask me now")


def will_ask_again_at(time: str) -> str:
    """After the first answer."""
    return _("We will ask once more at {time} if this window is open.").format(time=time)


def unpleasant_question() -> str:
    """Above the chips."""
    return _("Anything unpleasant?")


def nothing() -> str:
    """First chip."""
    return _("Nothing")


def unpleasant(kind: AdverseKind) -> str:
    """A chip, in everyday words."""
    match kind:
        case AdverseKind.SORE_SPOT:
            return _("Sore spot")
        case AdverseKind.BRUISE:
            return _("Bruise")
        case AdverseKind.TINGLING:
            return _("Tingling")
        case AdverseKind.NUMB:
            return _("Numbness")
        case AdverseKind.DIZZY:
            return _("Dizzy or faint")
        case AdverseKind.BREATHLESS:
            return _("Short of breath")
        case AdverseKind.CHEST:
            return _("In the chest")
        case AdverseKind.SHARP_PAIN:
            return _("Sharp pain")
        case AdverseKind.MORE_PAIN:
            return _("More pain")
        case AdverseKind.OTHER:
            return _("Something else")


CHIPS = (
    AdverseKind.CHEST,
    AdverseKind.BREATHLESS,
    AdverseKind.SORE_SPOT,
    AdverseKind.SHARP_PAIN,
    AdverseKind.BRUISE,
    AdverseKind.TINGLING,
    AdverseKind.NUMB,
    AdverseKind.DIZZY,
    AdverseKind.MORE_PAIN,
    AdverseKind.OTHER,
)


PLACED = (
    AdverseKind.BRUISE,
    AdverseKind.SHARP_PAIN,
    AdverseKind.SORE_SPOT,
    AdverseKind.NUMB,
    AdverseKind.TINGLING,
)
"""What has a place; the others concern the whole person."""


def where_was_it(kind: AdverseKind) -> str:
    """Above the places of one chip."""
    match kind:
        case AdverseKind.BRUISE:
            return _("Where is the bruise?")
        case AdverseKind.SHARP_PAIN:
            return _("Where was the sharp pain?")
        case AdverseKind.SORE_SPOT:
            return _("Where is the sore spot?")
        case AdverseKind.NUMB:
            return _("Where did it feel numb?")
        case AdverseKind.TINGLING:
            return _("Where did it tingle?")
        case _:
            return _("Where was it?")


def site(point: str, side: str) -> str:
    """One pressed point as a place, such as "Hand valley, LI4, left side"."""
    return _("{point}, {side}").format(point=point, side=side)


def another_place() -> str:
    """Leads to the log, with the whole body and every kind."""
    return _("Somewhere else, or noted before")


def unpleasant_hint() -> str:
    """Under the chips before one is chosen."""
    return _("Chest, breath, tingling, numbness, dizzy or more pain: we show what to do next.")


def comfort_heading() -> str:
    """Above the list of points."""
    return _("How did each point feel?")


def fine() -> str:
    """First answer."""
    return _("Fine")


def too_much() -> str:
    """Second answer."""
    return _("Too much")


def skipped() -> str:
    """Third answer."""
    return _("Skipped")


def lowers_target(name: str, before_target: int, after_target: int) -> str:
    """What "too much" does."""
    return _("“Too much” lowers the target for that point next time: {name}, {before} to {after}.").format(
        name=name, before=before_target, after=after_target
    )


def too_much_hint() -> str:
    """What "too much" would do."""
    return _("“Too much” lowers the target for that point next time.")


def note_label() -> str:
    """Above the field."""
    return _("A note, if you like")


def note_placeholder() -> str:
    """In the empty field."""
    return _("Anything you want to remember")


def save() -> str:
    """The main act."""
    return _("Save to journal")


def not_now() -> str:
    """Leave without answering."""
    return _("Not now")


def page(title: str) -> str:
    """Name of the page for a screen reader."""
    return _("After the session: {title}").format(title=title)
