"""Sentences about goals in the person's own words."""

from __future__ import annotations

from datetime import date

from acupress_desktop.words.days import short_day
from acupress_desktop.words.translate import _, plural

# --- The page


def goals_heading() -> str:
    """Above the goals."""
    return _("What you would like to be able to do")


def goals_lead() -> str:
    """What a goal may be."""
    return _("In your own words, up to three. Small everyday things are easiest to notice.")


def goal_hint() -> str:
    """In the empty field."""
    return _("Such as: turn my head while reversing the car")


def goal_field() -> str:
    """Names the field."""
    return _("A goal in your own words")


def add_goal() -> str:
    """Keeps what stands in the field."""
    return _("Add")


def keep_goal() -> str:
    """Keeps the changed words."""
    return _("Keep")


def change_goal() -> str:
    """Opens a goal for a change."""
    return _("Change")


def change_goal_spoken(words: str) -> str:
    """The same for a screen reader."""
    return _("Change the goal “{words}”").format(words=words)


def put_away() -> str:
    """Puts a goal away: reached, or not wanted any more."""
    return _("Put away")


def put_away_spoken(words: str) -> str:
    """The same for a screen reader."""
    return _("Put the goal “{words}” away").format(words=words)


def goal_put_away() -> str:
    """Said after that."""
    return _("Goal put away.")


def bring_back() -> str:
    """Brings a goal back."""
    return _("Bring back")


def bring_back_spoken(words: str) -> str:
    """The same for a screen reader."""
    return _("Bring the goal “{words}” back").format(words=words)


def delete_goal() -> str:
    """Deletes a goal that was put away."""
    return _("Delete")


def delete_goal_spoken(words: str) -> str:
    """The same for a screen reader."""
    return _("Delete the goal “{words}”").format(words=words)


def goal_deleted() -> str:
    """Said after that."""
    return _("Goal deleted.")


def since(day: date) -> str:
    """When a goal was set."""
    return _("since {day}").format(day=short_day(day))


def put_away_on(day: date) -> str:
    """When a goal was put away."""
    return _("put away on {day}").format(day=short_day(day))


def away_heading(count: int) -> str:
    """Opens the goals that were put away."""
    return plural("{count} goal put away", "{count} goals put away", count)


def hide_away() -> str:
    """Hides them again."""
    return _("Hide what was put away")


def enough_goals() -> str:
    """Why no more can be added."""
    return _("Three goals are enough at a time. Put one away to add another.")
