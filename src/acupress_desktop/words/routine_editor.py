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


def add_to_routine() -> str:
    """On the card of a point in the atlas."""
    return _("Add to a routine")


def a_new_one() -> str:
    """Of the choices of a routine."""
    return _("A new routine")
