"""The page on which a routine of one's own is built: its steps, their limits in words, what can be added."""

from __future__ import annotations

from acupress_desktop.words.translate import _, plural


def page() -> str:
    """Name of the page."""
    return _("A routine of your own")


def back() -> str:
    """To where one came from."""
    return _("Back")


def saved_as_you_go() -> str:
    """How it is kept."""
    return _("Every change is saved at once.")


def saved() -> str:
    """After a change."""
    return _("Saved.")


def not_saved_yet() -> str:
    """After a change that could not be written."""
    return _("Not saved yet; it is tried again with your next change.")


def name_label() -> str:
    """Over the name."""
    return _("Name")


def for_label() -> str:
    """Over the complaint."""
    return _("What it is for")


def for_note() -> str:
    """What the choice does."""
    return _(
        "This decides which safety questions come first; questions about every place you press come too."
    )


def note_label() -> str:
    """Over a note."""
    return _("Your note")


def default_name() -> str:
    """Of a routine that has no name yet."""
    return _("My routine")


def start_title() -> str:
    """Where nothing is in it yet."""
    return _("Nothing in it yet")


def start_text() -> str:
    """What one can do."""
    return _("Begin with one of the app’s sets and change it, or add points and exercises one by one.")


def start_from(title: str) -> str:
    """Such as "Start from Tense neck and shoulders"."""
    return _("Start from {title}").format(title=title)


def choose_set() -> str:
    """Name of the list of sets."""
    return _("A set to start from")


def steps_heading() -> str:
    """Over the steps."""
    return _("Steps")


def steps_hint() -> str:
    """How steps are put in order."""
    return _("Drag a step, or move it with Alt and the arrow keys.")


def up() -> str:
    """Moves a step."""
    return _("Up")


def down() -> str:
    """Moves a step."""
    return _("Down")


def remove() -> str:
    """Takes a step out."""
    return _("Take out")


def close_step() -> str:
    """Folds a step."""
    return _("Done")


def step_named(number: int, title: str) -> str:
    """Such as "Step 2, LI4 Joining Valley"."""
    return _("Step {number}, {title}").format(number=number, title=title)


def moved(title: str, number: int, count: int) -> str:
    """After a move."""
    return _("{title} is step {number} of {count} now. Saved.").format(
        title=title, number=number, count=count
    )


def taken_out(title: str) -> str:
    """After a step was taken out."""
    return _("{title} is taken out. Saved.").format(title=title)


def added(title: str) -> str:
    """After a step was added."""
    return _("{title} is added at the end. Saved.").format(title=title)


def undone() -> str:
    """After an undo."""
    return _("Taken back. Saved.")


def full(most: int) -> str:
    """Where no more steps fit."""
    return _("A routine has room for {most} steps.").format(most=most)


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


def breathing_now_own() -> str:
    """In the line of a step."""
    return _("own breathing")


def title_label() -> str:
    """Over the title of an exercise."""
    return _("What you do")


def add_heading() -> str:
    """Over what can be added."""
    return _("Add a step")


def search() -> str:
    """Name of the search."""
    return _("Search for a point")


def search_hint() -> str:
    """In the empty field."""
    return _("Code, name or part of the body")


def nothing_found() -> str:
    """Where no point fits."""
    return _("No point that can be pressed fits.")


def found(count: int) -> str:
    """How many fit."""
    return plural("{count} point fits.", "{count} points fit.", count)


def only_studied(count: int) -> str:
    """How many more fit that are not pressed."""
    return plural(
        "{count} more is only studied, not pressed.", "{count} more are only studied, not pressed.", count
    )


def add() -> str:
    """Adds one."""
    return _("Add")


def add_named(title: str) -> str:
    """The same for a screen reader."""
    return _("Add {title}").format(title=title)


def stands_already() -> str:
    """Of a point whose every place is in the routine."""
    return _("in it already")


def add_exercise() -> str:
    """Adds an exercise."""
    return _("Add an exercise")


def add_stretch() -> str:
    """Adds a stretch."""
    return _("Add a stretch")


def add_walk() -> str:
    """Adds a walk."""
    return _("Add a walk")


def new_exercise() -> str:
    """Title of an exercise that has none yet."""
    return _("Exercise")


def new_stretch() -> str:
    """Title of a stretch that has none yet."""
    return _("Stretch")


def new_walk() -> str:
    """Title of a walk that has none yet."""
    return _("Walk")


def exercises_note() -> str:
    """What the app does not know."""
    return _(
        "Exercises are your own, or your physiotherapist’s. The app does not check them."
        " Stop when it hurts more."
    )


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


def add_to_routine() -> str:
    """On the card of a point in the atlas."""
    return _("Add to a routine")


def a_new_one() -> str:
    """Of the choices of a routine."""
    return _("A new routine")
