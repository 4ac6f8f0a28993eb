"""Sentences of the first run: what the app is and is not, and the four things it must know."""

from __future__ import annotations

from acupress_desktop.domain.settings import Figure
from acupress_desktop.words.translate import _

ADULT_YEARS = 18


def page() -> str:
    """Name of the screen."""
    return _("Welcome")


def step(number: int, of: int) -> str:
    """Such as "Step 1 of 3"."""
    return _("Step {number} of {of}").format(number=number, of=of)


def welcome_title() -> str:
    """First title."""
    return _("A calm guide for your own hands")


def what_it_is() -> tuple[str, ...]:
    """What the app does, as it is."""
    return (
        _("It shows where to press, counts each hold and paces a quiet breath."),
        _("It asks a few safety questions first and leaves out what is not for you today."),
        _("It keeps a private journal on this computer. Nothing is sent anywhere."),
    )


def what_it_is_not_heading() -> str:
    """Over the required notice."""
    return _("What it is not")


def what_is_known() -> str:
    """How far the evidence goes."""
    return _(
        "Studies of pressing are small, and for most sets nobody has tested pressing by oneself. "
        "Before each set you see what is known, and how sure it is. No clinician has signed off on this app."
    )


def stays_yours() -> str:
    """What the person may always do."""
    return _("You may stop at any time with one key, and leave out any place without a reason.")


def understood() -> str:
    """The main act of the first step."""
    return _("I understand, go on")


def you_title() -> str:
    """Second title."""
    return _("A little about you")


def you_lead() -> str:
    """Why the app asks."""
    return _("The safety questions depend on it. It stays on this computer.")


def age() -> str:
    """Label of the field."""
    return _("Your age in years")


def age_hint() -> str:
    """Beside the field."""
    return _("For adults, 18 and older.")


def too_young() -> str:
    """For somebody under 18."""
    return _("The sessions are made for adults. You can look around, but no session will start.")


def age_unclear() -> str:
    """For a number that cannot be an age."""
    return _("Write your age as a number of years, from 1 to 120.")


def figure() -> str:
    """Heading of the choice of figure."""
    return _("Which figure shall the body map show?")


def figure_name(choice: Figure) -> str:
    """An answer."""
    match choice:
        case Figure.FEMALE:
            return _("Female figure")
        case Figure.MALE:
            return _("Male figure")


def pregnancy() -> str:
    """Heading of the question."""
    return _("Could you be pregnant, now or at some other time?")


def pregnancy_hint() -> str:
    """Why the app asks."""
    return _(
        "If so, every session asks about today, and only a gentle set is offered in a pregnancy. "
        "Say yes too if you gave birth in the last six weeks."
    )


def pregnancy_yes() -> str:
    """An answer."""
    return _("It is possible")


def pregnancy_no() -> str:
    """An answer."""
    return _("Not possible for me")


def emergency_title() -> str:
    """Third title."""
    return _("In case of an emergency")


def emergency_lead() -> str:
    """Why the app asks."""
    return _(
        "Which number do you call where you live? The app cannot know and does not guess. "
        "It is shown on every safety screen."
    )


def emergency_field() -> str:
    """Label of the field."""
    return _("Emergency number")


def emergency_hint() -> str:
    """The field may stay empty."""
    return _("You can leave it empty and add it later in the settings.")


def emergency_wrong() -> str:
    """For something that cannot be a number."""
    return _("Use digits, spaces and a plus sign only, up to 20 in all.")


def go_on() -> str:
    """The main act of the second step."""
    return _("Go on")


def finish() -> str:
    """The main act of the last step."""
    return _("Done")


def back() -> str:
    """One step back."""
    return _("Back")


def still_missing(age_is_missing: object, pregnancy_is_missing: object) -> str:
    """What has to be answered before the second step can end."""
    if age_is_missing:
        return _("Please write your age.")
    if pregnancy_is_missing:
        return _("Please answer the question about pregnancy.")
    return ""


def sample() -> str:
    """Looks at made-up data instead."""
    return _("Look around with a made-up sample journal")
