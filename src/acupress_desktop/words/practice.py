"""Sentences of the practice page: a plan that is no duty, what was pressed, goals, getting ready."""

from __future__ import annotations

from datetime import date

from acupress_desktop.words.days import dated, long_day
from acupress_desktop.words.numbers import count_word
from acupress_desktop.words.translate import _, plural

# --- The page


def title() -> str:
    """Name of the page, and its title."""
    return _("Practice")


def lead() -> str:
    """Below the title."""
    return _("What you mean to do over the weeks. A plan, not a duty.")


def undo() -> str:
    """Takes back what was done last."""
    return _("Undo")


def cancel() -> str:
    """Leaves things as they were."""
    return _("Cancel")


# --- The plan


def plan_heading() -> str:
    """Above the plan."""
    return _("Your plan")


def no_plan() -> str:
    """Where there is no plan yet."""
    return _("There is no plan yet. You can press without one.")


def first_of_all() -> str:
    """Where nothing was pressed yet: what comes first."""
    return _("Start with one short session. A plan can come later, or never.")


def frequency(english: str) -> str:
    """How often a set is meant, from its file."""
    return _(english)


def take_proposal(rhythm: str) -> str:
    """Makes the proposal the plan."""
    return _("Plan it: {rhythm}").format(rhythm=rhythm)


def make_a_plan() -> str:
    """Opens the choice of a plan."""
    return _("Make a plan of my own")


def rhythm(days: int, times: int) -> str:
    """Such as "5 days a week, twice a day"."""
    told = plural("{count} day a week", "{count} days a week", days)
    if days == 7:
        told = _("every day")
    return _("{days}, {times}").format(days=told, times=_("twice a day") if times > 1 else _("once a day"))


def rhythm_line(told: str) -> str:
    """The same, as a sentence."""
    return _("{rhythm}.").format(rhythm=told[:1].upper() + told[1:])


def week_of(week: int, weeks: int) -> str:
    """Where one is in the plan."""
    return _("Week {week} of {weeks}").format(week=week, weeks=weeks)


def week_alone(week: int) -> str:
    """Where one is in a plan without an end."""
    return _("Week {week}").format(week=week)


def not_begun() -> str:
    """Before the first session of a plan."""
    return _("Week 1 begins with your first session.")


def starting_small(points: int) -> str:
    """What the first week presses, where the set has more points."""
    return _(
        "It starts small: in the first week the first {points} points are enough, with half of every hold. "
        "Then come the other points, and after seven days the whole holds."
    ).format(points=count_word(points))


def half_holds() -> str:
    """What the first week presses, where the set is small anyway."""
    return _("In the first week every hold is half as long. After seven days come the whole holds.")


def usual_dose(minutes: int) -> str:
    """What a session is after the first week."""
    return plural(
        "A session is about {count} minute of pressing now.",
        "A session is about {count} minutes of pressing now.",
        max(1, minutes),
    )


def press_small(points: int) -> str:
    """The main act of the first week."""
    return _("Press {points} points").format(points=count_word(points))


def press_all() -> str:
    """Presses the whole set."""
    return _("Press the whole set")


def press_routine() -> str:
    """Presses the routine."""
    return _("Press the routine")


def press_spoken() -> str:
    """What a screen reader adds to it."""
    return _("A few safety questions come first.")


def change_plan() -> str:
    """Opens the plan for a change."""
    return _("Change the plan")


def routine_gone() -> str:
    """The plan is for a routine that is deleted or presses nothing any more."""
    return _("The routine of this plan is not there any more. Choose something else, or stop the plan.")


# --- Changing it


def what_to_press() -> str:
    """Names the choice of a set or routine."""
    return _("What to press")


def a_routine(name: str) -> str:
    """One of the person's own routines in the choice."""
    return _("Your routine: {name}").format(name=name)


def days_a_week() -> str:
    """Names the choice of days."""
    return _("Days a week")


def times_a_day() -> str:
    """Names the choice of times."""
    return _("Times a day")


def once() -> str:
    """One session a day."""
    return _("Once")


def twice() -> str:
    """Two sessions a day."""
    return _("Twice")


def never_more() -> str:
    """Why there is no more to choose."""
    return _("Never more than twice a day, and never more than 35 minutes a day.")


def meant_so(frequency: str) -> str:
    """How the set itself is meant."""
    return _("This set’s own rhythm: {frequency}").format(frequency=frequency)


def save_plan() -> str:
    """Keeps the plan."""
    return _("Keep this plan")


def stop_plan() -> str:
    """Ends planning."""
    return _("Stop the plan")


def plan_kept() -> str:
    """Said after keeping it."""
    return _("Plan kept.")


def plan_stopped() -> str:
    """Said after stopping it."""
    return _("The plan is stopped. What you pressed stays in the journal.")


# --- After its weeks


def weeks_over(weeks: int) -> str:
    """Title of what is offered after the weeks of the set."""
    return plural("The {count} week is over", "The {count} weeks are over", weeks)


def what_now() -> str:
    """What is offered then, and whose choice that is."""
    return _(
        "You can go on as before, press on fewer days, or stop. Fewer days are our own suggestion: "
        "we know of no trial of it. It is your choice."
    )


def go_on() -> str:
    """Keeps the plan as it is."""
    return _("Go on as before")


def take_smaller(told: str) -> str:
    """Presses on fewer days from now on."""
    return _("Fewer days: {rhythm}").format(rhythm=told)


# --- The review


def review_heading() -> str:
    """Above the day of the review."""
    return _("A review with a professional")


def review_on(day: date) -> str:
    """The day that was chosen."""
    return _("{day}").format(day=f"{long_day(day)} {day.year}")


def review_passed(day: date) -> str:
    """The day that was chosen lies behind."""
    return _("It was set for {day}. Choose another day, or leave it.").format(day=dated(day))


def no_review() -> str:
    """No day was chosen."""
    return _("No day is set. A doctor, physiotherapist or midwife can look at the plan with you.")


def set_review() -> str:
    """Takes the day that stands in the field."""
    return _("Keep this day")


def no_review_any_more() -> str:
    """Takes the day away."""
    return _("No day")


def review_day() -> str:
    """Names the field for the day."""
    return _("Day of the review")


def review_kept() -> str:
    """Said after keeping the day."""
    return _("Day kept.")


def bring() -> str:
    """Above what to bring."""
    return _("What to bring")


def bring_list() -> tuple[str, ...]:
    """What helps in a review."""
    return (
        _("your goals, in your own words"),
        _("the weeks and the trend of this app, printed or on the screen"),
        _("what was unpleasant, and where"),
        _("the medicines that you take, and what else you do for it"),
    )


def remind_me() -> str:
    """Leads to the reminders."""
    return _("Remind me of it")


# --- Getting ready


def ready_heading() -> str:
    """Above the list before a session."""
    return _("Before a session")


def ready_lead() -> str:
    """What the ticks are."""
    return _("For a look; the ticks are not kept.")


def ready_more() -> str:
    """Unfolds the list where it is folded."""
    return _("Before you begin: hands, nails, a quiet place")


def ready_less() -> str:
    """Folds it again."""
    return _("Hide the list")


def ready_list() -> tuple[str, ...]:
    """What is good to have before a session."""
    return (
        _("Hands clean"),
        _("Nails short"),
        _("Warm enough"),
        _("Seated or lying, arms at ease"),
        _("A quiet place"),
    )


# --- Where else to go


def more_heading() -> str:
    """Above what else there is."""
    return _("More")


def routines_heading() -> str:
    """Above the person's own routines."""
    return _("Your routines")


def build_a_routine() -> str:
    """Leads to a new routine."""
    return _("Build a routine")


def build_a_routine_detail() -> str:
    """What a routine may hold."""
    return _("Points, stretches, exercises and walks in your own order")


def reminders() -> str:
    """Leads to the reminders."""
    return _("Reminders")


def reminders_detail() -> str:
    """What they are."""
    return _("Quiet by default, and in private words")


def breathing() -> str:
    """Leads to the breathing patterns."""
    return _("Breathing patterns")


def breathing_detail() -> str:
    """What they are."""
    return _("Look at them, or make one of your own")
