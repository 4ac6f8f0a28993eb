"""Sentences of the page about breathing patterns."""

from __future__ import annotations

from acupress_desktop.domain.breathing import BreathFault, BreathPattern, BreathPhase
from acupress_desktop.words.translate import _, plural


def page() -> str:
    """Name of the page."""
    return _("Breathing")


def patterns_page() -> str:
    """The way to the page."""
    return _("Breathing patterns")


def lead() -> str:
    """Under the title."""
    return _(
        "The guide in a session shows one breath after another. Breathe small and easy through the nose, as "
        "quiet as you can, never deep. You can leave it at any time."
    )


def close() -> str:
    """Go back."""
    return _("Back")


# --- Patterns ---------------------------------------------------------------------------------------------


def patterns_heading() -> str:
    """Over the patterns that come with the app."""
    return _("Patterns")


def own_heading() -> str:
    """Over the person's own patterns."""
    return _("Your own")


def none_of_own() -> str:
    """Where there is none."""
    return _("None yet. You can make one in steps of a tenth of a second.")


def by_week_name() -> str:
    """The pattern that changes after a week."""
    return _("Slower after the first week")


def by_week_detail() -> str:
    """What it does."""
    return _("8 in your first week, then 6")


def eight_name() -> str:
    """Eight a minute."""
    return _("Eight a minute")


def six_name() -> str:
    """Six a minute."""
    return _("Six a minute")


def six_equal_name() -> str:
    """Six a minute, in as long as out."""
    return _("Six, in as long as out")


def five_name() -> str:
    """Five a minute."""
    return _("Slow, five a minute")


def seconds_of(pattern: BreathPattern) -> str:
    """Such as "4 s in, 6 s out"; held phases stand where they come."""
    return ", ".join(_phase_seconds(phase, seconds) for phase, seconds in pattern.phases)


def rate(pattern: BreathPattern) -> str:
    """Such as "6 a minute"."""
    return _("{rate} a minute").format(rate=f"{round(pattern.breaths_per_minute, 1):g}")


def _phase_seconds(phase: BreathPhase, seconds: float) -> str:
    match phase:
        case BreathPhase.IN:
            return _("{seconds:g} s in").format(seconds=seconds)
        case BreathPhase.OUT:
            return _("{seconds:g} s out").format(seconds=seconds)
        case BreathPhase.HOLD_FULL | BreathPhase.HOLD_EMPTY:
            return _("{seconds:g} s rest").format(seconds=seconds)


def choose() -> str:
    """Use this pattern from now on."""
    return _("Use this")


def chosen() -> str:
    """In place of the button, on the pattern in use."""
    return _("In use")


def show() -> str:
    """Let the picture on the card breathe."""
    return _("Show me")


def show_no_more() -> str:
    """Let it be still."""
    return _("Stop")


def change() -> str:
    """Open the form of an own pattern."""
    return _("Change")


def delete() -> str:
    """Take an own pattern away."""
    return _("Delete")


def of_pattern(act: str, name: str) -> str:
    """An act with the pattern that it is about, for a screen reader."""
    return _("{act}: {name}").format(act=act, name=name)


def curve_spoken(name: str, pattern: BreathPattern) -> str:
    """The picture of a pattern in words."""
    return _("{name}: {seconds}").format(name=name, seconds=seconds_of(pattern))


def phase_now(phase: BreathPhase) -> str:
    """The word beside the picture that breathes."""
    match phase:
        case BreathPhase.IN:
            return _("In")
        case BreathPhase.OUT:
            return _("Out")
        case BreathPhase.HOLD_FULL | BreathPhase.HOLD_EMPTY:
            return _("Rest")


def add() -> str:
    """Open the form of a new pattern."""
    return _("Make a pattern")


def full(most: int) -> str:
    """No room for another."""
    return plural(
        "There is room for {count} pattern. Delete it to make another.",
        "There is room for {count} patterns. Delete one to make another.",
        most,
    )


def guide_is_off() -> str:
    """The guide itself is off in the settings."""
    return _("The breathing guide is off in your settings. In a session, “Breathing on” shows it.")


def first_week_note() -> str:
    """In the first week with a pattern that is slower than eight a minute."""
    return _(
        "This is your first week, and what you chose is slower than 8 a minute. That is your choice: many "
        "people breathe too much at first. Keep every breath small."
    )


# --- The form ---------------------------------------------------------------------------------------------


def new_title() -> str:
    """Over the form of a new pattern."""
    return _("A pattern of your own")


def change_title(name: str) -> str:
    """Over the form of an own pattern."""
    return _("Change “{name}”").format(name=name)


def name_label() -> str:
    """Beside the field."""
    return _("Name")


def first_name() -> str:
    """What a new pattern is called until the person says."""
    return _("My breath")


def phase_label(phase: BreathPhase) -> str:
    """Beside the seconds of a phase."""
    match phase:
        case BreathPhase.IN:
            return _("In")
        case BreathPhase.HOLD_FULL:
            return _("Rest when full")
        case BreathPhase.OUT:
            return _("Out")
        case BreathPhase.HOLD_EMPTY:
            return _("Rest when empty")


def unit() -> str:
    """Behind a number of seconds."""
    return _("s")


def tenth_more(label: str) -> str:
    """A button, for a screen reader."""
    return _("{label}: a tenth of a second more").format(label=label)


def tenth_less(label: str) -> str:
    """A button, for a screen reader."""
    return _("{label}: a tenth of a second less").format(label=label)


def holds() -> str:
    """The switch for phases in which the breath is held."""
    return _("Rest between the breaths")


def holds_warning() -> str:
    """Beside that switch; plain, before it is used."""
    return _(
        "Off unless you want it, and never for more than 2 seconds. Leave it off if you are or could be "
        "pregnant, or have heart or lung trouble, epilepsy, high blood pressure or glaucoma. Where your "
        "answers before a session say so, the app takes the rests out and tells you."
    )


def fault(found: BreathFault) -> str:
    """Why the phases are no pattern, and what to do."""
    match found:
        case BreathFault.NOT_IN_STEPS:
            return _("Each phase needs a number of seconds.")
        case BreathFault.TOO_FAST:
            return _("That is faster than 12 breaths a minute: in and out together need at least 5 seconds.")
        case BreathFault.TOO_SLOW:
            return _("That is slower than 4 breaths a minute: all together can be at most 15 seconds.")
        case BreathFault.OUT_SHORTER:
            return _("Out is shorter than in. Make it at least as long.")
        case BreathFault.OUT_TOO_LONG:
            return _("Out is more than twice as long as in. Make it shorter, or in longer.")
        case BreathFault.HOLD_TOO_LONG:
            return _("A rest can be at most 2 seconds.")


def name_missing() -> str:
    """Why it cannot be saved."""
    return _("It needs a name.")


def keep() -> str:
    """Save the form."""
    return _("Save")


def leave() -> str:
    """Leave the form; nothing of it is kept."""
    return _("Do not save")


def saved(name: str) -> str:
    """What was done."""
    return _("“{name}” is saved.").format(name=name)


def chosen_now(name: str) -> str:
    """What was done."""
    return _("From the next session on: {name}.").format(name=name)


def deleted(name: str) -> str:
    """What was done."""
    return _("“{name}” is deleted.").format(name=name)


def undo() -> str:
    """Take it back."""
    return _("Undo")


# --- What to know -----------------------------------------------------------------------------------------


def stop_heading() -> str:
    """Over what to do when breathing was too much."""
    return _("Stop the guide if it feels wrong")


def stop_advice() -> tuple[str, ...]:
    """When to stop, and what then."""
    return (
        _(
            "Tingling, light-headed, a tight chest or short of breath: stop following the guide and breathe "
            "normally. “Breathing off” hides it, Stop ends the session."
        ),
        _(
            "Sit or lie down. If it has not passed in a few minutes, or you faint or your chest hurts, call "
            "for help."
        ),
        _("Never follow it while you drive, stand or lie in water. A session guides for at most 20 minutes."),
    )


def about_heading() -> str:
    """Over what is known."""
    return _("What is known")


def about() -> tuple[str, ...]:
    """Cautious sentences about paced breathing, with numbers from their source."""
    return (
        _("Slow breathing is an aid to relax. What it does is not the work of the points."),
        _(
            "At 6 breaths a minute, 37.5 % of the people in one study breathed too much on the first day, "
            "and 1 of 16 on the seventh (Szulczewski 2019). This is why your first week is at 8 a minute."
        ),
        _(
            "In another study of 30 people, a longer out-breath was more relaxing than a longer in-breath at "
            "6 and at 12 breaths a minute (Van Diest 2014)."
        ),
    )
