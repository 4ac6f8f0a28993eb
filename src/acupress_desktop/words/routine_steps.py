"""Sentences of one step of a routine: its numbers and what bounds them, breathing, picture."""

from __future__ import annotations

from acupress_desktop.words.translate import _, plural


def point_title(label: str, name: str) -> str:
    """Such as "LI4, Joining Valley"."""
    return _("{label}, {name}").format(label=label, name=name)


def sides_label() -> str:
    """Over the sides."""
    return _("Sides")


def both() -> str:
    """Both sides."""
    return _("Both sides")


def left_only() -> str:
    """The person's left."""
    return _("Your left only")


def right_only() -> str:
    """The person's right."""
    return _("Your right only")


def midline() -> str:
    """In the middle."""
    return _("In the middle")


def seconds_label() -> str:
    """Over the seconds of a hold."""
    return _("Seconds for each place")


def exercise_seconds_label() -> str:
    """Over the seconds of an exercise."""
    return _("Seconds")


def repeats_label() -> str:
    """Over the repeats."""
    return _("Times")


def pressure_label() -> str:
    """Over the pressure."""
    return _("Felt pressure, of 10")


def seconds(count: int) -> str:
    """Such as "60 seconds"."""
    return plural("{count} second", "{count} seconds", count)


def seconds_each(count: int) -> str:
    """Such as "60 s each"."""
    return _("{count} s each").format(count=count)


def seconds_short(count: int) -> str:
    """Such as "60 s"."""
    return _("{count} s").format(count=count)


def minutes_short(count: int) -> str:
    """Such as "15 min"."""
    return _("{count} min").format(count=count)


def times(count: int) -> str:
    """Such as "10 times"."""
    return plural("{count} time", "{count} times", count)


def no_seconds() -> str:
    """Where only repeats count."""
    return _("No time: you go on yourself")


def no_repeats() -> str:
    """Where only seconds count."""
    return _("Not counted")


def less(what: str) -> str:
    """The left button of a number."""
    return _("{what}: less").format(what=what)


def more(what: str) -> str:
    """The right button of a number."""
    return _("{what}: more").format(what=what)


def limit_light(pressure: int) -> str:
    """Of a light-only point."""
    return _("This point is for light pressing: at most {pressure} of 10.").format(pressure=pressure)


def limit_pressure(pressure: int) -> str:
    """The highest pressure of a point."""
    return _("At most {pressure} of 10 here.").format(pressure=pressure)


def limit_seconds(count: int) -> str:
    """The longest hold of a point."""
    return _("At most {count} seconds in a session here.").format(count=count)


def may_become_less() -> str:
    """What the plan may do."""
    return _("Your answers before a session can make this softer or shorter, or leave it out. Never more.")


def fists() -> str:
    """With what some points are pressed."""
    return _("Pressed with the thumbs or soft fists.")


def breathing_label() -> str:
    """Over the breathing of a step."""
    return _("Breathing")


def breathing_as_set() -> str:
    """As in the settings."""
    return _("As set")


def breathing_off() -> str:
    """No guide in this step."""
    return _("Off")


def breathing_own(name: str) -> str:
    """A pattern."""
    return _("Pattern: {name}").format(name=name)


def breathing_of_the_step() -> str:
    """A pattern that is in no list any more."""
    return _("The pattern of this step")


def breathing_now_off() -> str:
    """In the line of a step."""
    return _("breathing off")


def breathing_now_own(seconds: str) -> str:
    """In the line of a step, such as "own breathing (4 s in, 6 s out)"."""
    return _("own breathing ({seconds})").format(seconds=seconds)


def title_label() -> str:
    """Over the title of an exercise."""
    return _("What you do")


def picture_label() -> str:
    """Over the picture."""
    return _("Your picture")


def choose_picture() -> str:
    """Opens the system's dialog."""
    return _("Choose a picture…")


def drop_picture() -> str:
    """Takes the picture away."""
    return _("Take the picture out")


def picture_note() -> str:
    """What happens to a picture."""
    return _("It is made small and kept in your journal. Where and when it was taken is not kept.")


def picture_of(title: str) -> str:
    """What a screen reader says of it."""
    return _("Your picture of {title}").format(title=title)


def picture_refused() -> str:
    """Where a file is no picture that can be used."""
    return _("This file is no picture that can be used. A JPEG, PNG or WebP of up to 100 megapixels can.")


def picture_kept() -> str:
    """After a picture was taken."""
    return _("The picture is kept. Saved.")


def nothing_typed(what: str) -> str:
    """Where a name was emptied."""
    return _("{what} cannot be empty; the last one stays.").format(what=what)
