"""Sentences of the page on which a person describes their own body."""

from __future__ import annotations

from acupress_desktop.domain.settings import DrawnBody, SkinTone
from acupress_desktop.words import settings
from acupress_desktop.words.translate import _, plural


def page() -> str:
    """Name of the page."""
    return _("Your body")


def title() -> str:
    """Its title."""
    return _("Your body")


def lead() -> str:
    """What it is for."""
    return _("Only used to draw and to measure. Stays on this computer.")


def link() -> str:
    """Leads here from the settings."""
    return _("Your body: height, weight and your own measures")


def back() -> str:
    """Leads back to the settings."""
    return _("Settings")


def group_body() -> str:
    """Heading."""
    return _("About your body")


def group_lengths() -> str:
    """Heading."""
    return _("Lengths, if you like to measure")


def group_hand() -> str:
    """Heading."""
    return _("Your hand")


def group_skin() -> str:
    """Heading."""
    return _("Skin tone")


def lengths_lead() -> str:
    """Under its heading."""
    return _("Leave out what you like. Without a number, the length that fits your height is drawn.")


def hand_lead() -> str:
    """Under its heading."""
    return _("With these the app tells distances in your own fingers.")


def label(key: str) -> str:
    """Name of a field."""
    return settings.label(f"setting.{key}")


def hint(key: str) -> str:
    """How to measure, or what the number means."""
    return {
        "own_build_percent": _("0 is a usual female build, 100 a usual male one. Anything between is fine."),
        "own_age": _("Changes how the body is drawn a little, nothing else."),
        "own_forearm_mm": _("Palm up: from the crease of the elbow to the crease of the wrist."),
        "own_lower_leg_mm": _(
            "Standing: from the fold behind the knee straight down to the outer ankle bone."
        ),
        "own_shoulder_width_mm": _("Straight across, from the bony edge of one shoulder to the other."),
        "own_hand_mm": _("From the crease of the wrist to the tip of the middle finger."),
        "own_thumb_tenth_mm": _("Across the joint of the thumb, where it is widest."),
        "own_four_fingers_tenth_mm": _("Four fingers held together, across the middle joints."),
    }.get(key, "")


def unit(key: str) -> str:
    """What a number counts."""
    return {
        "own_build_percent": "%",
        "own_height_cm": _("cm"),
        "own_weight_kg": _("kg"),
        "own_age": _("years"),
        "own_thumb_tenth_mm": _("mm"),
        "own_four_fingers_tenth_mm": _("mm"),
    }.get(key, _("cm"))


def named(key: str) -> str:
    """Name of a field with its unit, for a screen reader."""
    return _("{name}, in {unit}").format(name=label(key), unit=unit(key))


def slider(key: str) -> str:
    """The same number as a slider."""
    return _("{name}, slider").format(name=label(key))


def value(number: str, key: str) -> str:
    """A number with its unit."""
    return _("{number} {unit}").format(number=number, unit=unit(key))


def usual(number: str, key: str) -> str:
    """What is drawn where nothing was measured."""
    return _("Not measured. Drawn now: {value}").format(value=value(number, key))


def age_from_year(age: int) -> str:
    """Where the year of birth is known."""
    return plural(
        "Age {count}, from the year of birth in the settings.",
        "Age {count}, from the year of birth in the settings.",
        age,
    )


def bad_number(key: str, low: str, high: str) -> str:
    """For what is no number, or one that no adult has."""
    return _("Write a number from {low} to {high}.").format(low=low, high=value(high, key))


def does_not_fit(key: str, low: str, high: str) -> str:
    """For a measure that the rest of the body cannot have."""
    return _("With your height and weight the app can draw {low} to {high}. Please measure again.").format(
        low=low, high=value(high, key)
    )


def does_not_fit_measure(key: str) -> str:
    """For a height or weight that cannot have a length that was measured."""
    return _("That does not go with the length you gave for: {name}. Clear or change it first.").format(
        name=label(key)
    )


def hands_disagree(low: str, high: str) -> str:
    """For a thumb and four fingers that no hand has together."""
    return _("Four fingers beside this thumb measure {low} to {high} mm. Please measure again.").format(
        low=low, high=high
    )


def draw_own() -> str:
    """Turns the own body on."""
    return _("Show my own body on every page")


def use_standard() -> str:
    """Turns it off."""
    return _("Use the standard figure instead")


def missing(keys: tuple[str, ...]) -> str:
    """Why the own body cannot be drawn yet."""
    names = ", ".join(label(key).lower() for key in keys)
    return _("Still missing: {names}.").format(names=names)


def standing(drawn: DrawnBody) -> str:
    """What the pages show now."""
    if drawn is DrawnBody.OWN:
        return _("Every page shows your own body.")
    return _("Every page shows the standard figure.")


def drawing(done: int, total: int) -> str:
    """While the pictures of the own body are made."""
    return _(
        "The pictures of your body are being drawn: {done} of {total}. Until they are ready, pages show the"
        " standard figure."
    ).format(done=done, total=total)


def not_drawn() -> str:
    """Where the pictures could not be made."""
    return _("The pictures of your body could not be drawn or kept. Pages show the standard figure.")


def figure(height: str, weight: str) -> str:
    """The live figure in words."""
    return _("Your body as it would be drawn: {height} cm, {weight} kg").format(height=height, weight=weight)


def figure_unfinished() -> str:
    """Under the live figure while numbers are missing."""
    return _("What is missing is borrowed from the standard figure.")


def turn_figure() -> str:
    """Shows the figure's back, or its front again."""
    return _("Turn the figure")


def tone(each: SkinTone) -> str:
    """Name of a skin tone."""
    return settings.choice(each)


def measure_on_screen() -> str:
    """Opens the ruler."""
    return _("Measure on this screen")


def print_ruler(paper: str) -> str:
    """Saves the ruler for printing."""
    return _("Save a ruler to print ({paper})").format(paper=paper)


def hand_explained(fingers: str) -> str:
    """What the hand makes of a distance of two cun."""
    return _("2 cun on your forearm: {fingers}.").format(fingers=fingers)
