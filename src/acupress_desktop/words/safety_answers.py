"""Sentences of the page that lists what the safety check remembers."""

from __future__ import annotations

from datetime import date

from acupress_desktop.words.days import dated, long_day, short_day
from acupress_desktop.words.translate import _, plural


def page() -> str:
    """Name of the page."""
    return _("Your safety answers")


def link() -> str:
    """Leads here."""
    return _("Your safety answers")


def lead() -> str:
    """Under the title."""
    return _(
        "What the safety check remembers, and what each answer does. Change any of it, or leave it. "
        "Nothing here has to be answered. A change counts from the next session you plan."
    )


def back() -> str:
    """Leads back."""
    return _("Settings")


# --- Places to leave out


def left_out_heading() -> str:
    """Over the places that nobody is led to press."""
    return _("Places to leave out")


def left_out_lead() -> str:
    """Says that no reason is asked."""
    return _("Any place you like. You need no reason, and we never ask for one.")


def left_out_none() -> str:
    """Where nothing is left out."""
    return _("Nothing is left out by your choice.")


def left_out_places(places: tuple[str, ...]) -> str:
    """What is left out."""
    return _("Left out: {places}").format(places="; ".join(places))


def choose_places() -> str:
    """Opens the body."""
    return _("Choose places")


def change_places() -> str:
    """Opens the body where places are left out already."""
    return _("Change the places")


def press_all_again() -> str:
    """Takes the choice back."""
    return _("Leave nothing out any more")


def which_places() -> str:
    """Over the body."""
    return _("Which places shall we leave out?")


def tap_the_places() -> str:
    """Under that."""
    return _("Tap them on the body or in the list. Each side counts on its own.")


# --- Groups


def about_you() -> str:
    """Over the age and the like."""
    return _("About you")


def medicines() -> str:
    """Over what is taken."""
    return _("Medicines")


def lately() -> str:
    """Over what was asked about the last weeks and about where it is sore."""
    return _("In the last weeks")


def told() -> str:
    """Over what somebody has been told."""
    return _("What you have been told")


def places() -> str:
    """Over where something is."""
    return _("Places")


def nothing_kept() -> str:
    """Before the first safety check."""
    return _(
        "The safety check has not asked you anything yet. What it asks once or every 30 days will stand here."
    )


def no_to_these(count: int) -> str:
    """Folds out the questions whose answers change nothing."""
    return plural(
        "Show {count} answer that changes nothing", "Show {count} answers that change nothing", count
    )


def fold_these() -> str:
    """Folds them in again."""
    return _("Hide the answers that change nothing")


# --- One answer


def answer(given: str) -> str:
    """What was answered."""
    return _("You said: {answer}").format(answer=given)


def dates(on: date, until: date | None, today: date) -> str:
    """When it was answered, and when it is asked again."""
    if until is None:
        return _("Answered {day}; not asked again by itself.").format(day=_day(on, today))
    if until <= today:
        return _("Answered {day}; asked again next time.").format(day=_day(on, today))
    return _("Answered {day}, asked again from {until}.").format(
        day=_day(on, today), until=_day(until, today)
    )


def rules(names: tuple[str, ...]) -> str:
    """The rows of the table behind an effect."""
    if not names:
        return ""
    if len(names) == 1:
        return _("Rule {names}.").format(names=names[0])
    return _("Rules {names}.").format(names=", ".join(names))


def change() -> str:
    """Opens a question again."""
    return _("Change")


def change_spoken(asked: str) -> str:
    """Spoken name of that."""
    return _("Change the answer to: {asked}").format(asked=asked)


def change_in_settings() -> str:
    """Leads to where it is kept."""
    return _("Change in settings")


def ask_again() -> str:
    """Forgets an answer."""
    return _("Ask me again next time")


def ask_again_spoken(asked: str) -> str:
    """Spoken name of that."""
    return _("Ask me again next time: {asked}").format(asked=asked)


def ask_all_again() -> str:
    """Forgets every answer."""
    return _("Ask me everything again next time")


def ask_all_again_note() -> str:
    """What that does not touch."""
    return _("Places you left out by choice stay left out.")


def leave_as_it_is() -> str:
    """Closes a question that was opened."""
    return _("Leave it as it is")


def keep() -> str:
    """Keeps a number."""
    return _("Keep this")


def birth_year() -> str:
    """A setting, asked as a question."""
    return _("In which year were you born?")


def birth_year_does() -> str:
    """What the year does."""
    return _("Some signs mean more at some ages. This app was made for adults.")


def can_be_pregnant() -> str:
    """A setting, asked as a question."""
    return _("Could you ever be pregnant?")


def can_be_pregnant_does(yes: object) -> str:
    """What that answer does."""
    if yes:
        return _("Each safety check asks about today.")
    return _("The safety check asks nothing about pregnancy.")


def kept_in_settings() -> str:
    """Where the date of an answer would stand."""
    return _("Kept in the settings.")


# --- What an answer does


def no_session_until_seen() -> str:
    """A referral."""
    return _("No session until somebody has looked at it.")


def no_session() -> str:
    """A postponement."""
    return _("No session for now.")


def see_somebody() -> str:
    """A check in the next weeks."""
    return _("Have it looked at in the next weeks.")


def tell_somebody() -> str:
    """Advice."""
    return _("Tell whoever looks after your health.")


def softer(pressure: int) -> str:
    """A cap everywhere."""
    return _("Softer: felt pressure at most {pressure} of 10.").format(pressure=pressure)


def softer_at(pressure: int, where: tuple[str, ...]) -> str:
    """A cap somewhere."""
    return _("Softer at {places}: at most {pressure} of 10.").format(
        places=", ".join(_lower(place) for place in where), pressure=pressure
    )


def nothing_pressed_at(where: tuple[str, ...]) -> str:
    """A block."""
    return _("Nothing is pressed here: {places}.").format(places="; ".join(_lower(place) for place in where))


def nothing_pressed_near(where: tuple[str, ...], centimetres: int) -> str:
    """A block with a margin."""
    return _("Nothing is pressed within {count} cm of: {places}.").format(
        count=centimetres, places="; ".join(_lower(place) for place in where)
    )


def nothing_pressed_until_known() -> str:
    """A block whose place is not known yet."""
    return _("The next safety check asks where; nothing is pressed there.")


def nothing_pressed_anywhere() -> str:
    """A block whose place the person is not sure of."""
    return _("As you are not sure where, nothing is pressed at all.")


def points_left_out(points: tuple[str, ...]) -> str:
    """Single points that are left out."""
    if len(points) == 1:
        return _("This point is left out: {points}.").format(points=points[0])
    return _("These points are left out: {points}.").format(points=", ".join(points))


def only_points(points: tuple[str, ...]) -> str:
    """An allow-list."""
    return _("Only these points are offered: {points}.").format(points=", ".join(points))


def only_at(where: tuple[str, ...]) -> str:
    """An allow-list of places."""
    return _("Only points here are offered: {places}.").format(
        places=", ".join(_lower(place) for place in where)
    )


def shorter() -> str:
    """Half holds."""
    return _("Every hold is half as long.")


def no_longer_than(seconds: int) -> str:
    """A longest hold."""
    return _("No hold is longer than {seconds} seconds.").format(seconds=seconds)


def fingers_only() -> str:
    """No tools."""
    return _("Finger pads only, no knuckles and no tools.")


def breathing_off() -> str:
    """The guide."""
    return _("The breathing guide stays off unless you switch it on.")


def breath_holds_off() -> str:
    """No holds of breath."""
    return _("No breathing pattern asks you to hold your breath.")


def hand_rests() -> str:
    """A hand that does not press."""
    return _("A hand on that side does not press.")


def changes_nothing() -> str:
    """An answer without an effect of its own."""
    return _("Changes nothing by itself.")


# --- Have this checked


def checked_heading() -> str:
    """Over the advice that was told."""
    return _("Have this checked")


def checked_lead() -> str:
    """Under that."""
    return _("What we asked you to have looked at, or to tell somebody. Tick it once it is done.")


def told_on(day: date) -> str:
    """When it was told."""
    return _("Told on {day}.").format(day=long_day(day))


def ticked_on(day: date) -> str:
    """When it was ticked."""
    return _("Ticked on {day}.").format(day=long_day(day))


def i_had_this_checked() -> str:
    """The tick."""
    return _("I had this checked")


def i_did_this() -> str:
    """The tick of mere advice."""
    return _("I did this")


def tick_spoken(tick: str, sentence: str) -> str:
    """Spoken name of a tick."""
    return _("{tick}: {sentence}").format(tick=tick, sentence=sentence)


# --- What was done


def saved() -> str:
    """After a change, once it is in the journal."""
    return _("Saved. It counts from the next session you plan.")


def will_ask() -> str:
    """After an answer was forgotten."""
    return _("Saved. The next safety check asks it again.")


def will_ask_all() -> str:
    """After all answers were forgotten."""
    return _("Saved. The next safety check asks everything again.")


def undo() -> str:
    """Takes the last change back."""
    return _("Undo")


def undone() -> str:
    """After that."""
    return _("Taken back.")


def _lower(place: str) -> str:
    return place[:1].lower() + place[1:]


def _day(day: date, today: date) -> str:
    return short_day(day) if day.year == today.year else dated(day)
