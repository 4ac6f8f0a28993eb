"""Sentences of the page about reminders, and what a reminder itself says."""

from __future__ import annotations

from datetime import datetime

from acupress_desktop.domain.reminders import (
    REMINDERS_MAX,
    Reminder,
    ReminderKind,
    ReminderState,
    ReminderWording,
    Weekday,
)
from acupress_desktop.words.days import dated, month
from acupress_desktop.words.translate import _, plural

# --- What a reminder says ---------------------------------------------------------------------------------


def private_title() -> str:
    """Says nothing of health, whoever reads it."""
    return _("A quiet moment, if you like")


def private_sender() -> str:
    """Who a private reminder comes from."""
    return _("Reminder")


def named_sender() -> str:
    """Who a named reminder comes from."""
    return _("Acupress")


def named_title(kind: ReminderKind, set_title: str, days_before: int) -> str:
    """What a reminder says where the person wants it named."""
    match kind:
        case ReminderKind.WEEKLY:
            return _("Time for “{set}”, if you like").format(set=set_title)
        case ReminderKind.BEFORE_PERIOD:
            if days_before == 0:
                return _("Your period is expected today: “{set}”, if you like").format(set=set_title)
            told = plural(
                "Your period is expected in {count} day: “[set]”, if you like",
                "Your period is expected in {count} days: “[set]”, if you like",
                days_before,
            )
            return told.replace("[set]", set_title)
        case ReminderKind.REVIEW:
            return _("A date you set: look over your practice with a professional")


# --- The page ---------------------------------------------------------------------------------------------


def page() -> str:
    """Name of the page."""
    return _("Reminders")


def lead() -> str:
    """What they are, and that there is no need of them."""
    return _("Only if you want them. A reminder is a line on the screen, without a sound of ours.")


def when_it_works_heading() -> str:
    """Over what works when."""
    return _("What works when")


def while_open() -> str:
    """While the app runs."""
    return _(
        "While the app is open, it says the line at its time. During a session, or while you show points to "
        "somebody, it waits and says it once afterwards. After the computer has slept it may come up to half "
        "an hour late; later than an hour, it says nothing."
    )


def while_closed() -> str:
    """While it does not."""
    return _(
        "While the app is closed, it cannot remind you, and it does not make up for what was missed. Your "
        "own calendar can: save the reminders as a calendar file and open that file in your calendar."
    )


def calendar_explained() -> str:
    """What happens with the file."""
    return _(
        "Times in the file belong to no time zone: eight in the morning is eight wherever you are. When you "
        "change something here, save the file again and open it in the calendar. A calendar that knows the "
        "entry changes it; one that does not adds a second one. What you delete here, delete there too."
    )


def who_reads_it() -> str:
    """Over the shoulder."""
    return _(
        "Whoever sees your screen, your lock screen or your calendar can read a reminder. The private line "
        "says nothing about health."
    )


def no_service() -> str:
    """The desktop did not take the line."""
    return _(
        "This computer did not take the reminder: it has no notification service that answers, or it does "
        "not allow this app to use it. The calendar file does not need it."
    )


def nothing_yet() -> str:
    """An empty list."""
    return _("No reminders yet")


def nothing_yet_detail() -> str:
    """Beside it."""
    return _("Add one, or leave it. You will not be asked again.")


def add(kind: ReminderKind) -> str:
    """Adds a reminder of a kind."""
    match kind:
        case ReminderKind.WEEKLY:
            return _("On days of the week")
        case ReminderKind.BEFORE_PERIOD:
            return _("Before the period")
        case ReminderKind.REVIEW:
            return _("On the day of a review")


def add_heading() -> str:
    """Over the three ways to add one."""
    return _("Add a reminder")


def full() -> str:
    """Why none can be added."""
    return plural(
        "There is room for {count} reminder.", "There is room for {count} reminders.", REMINDERS_MAX
    )


def row_title(reminder: Reminder) -> str:
    """Such as "Monday and Friday, 08:00"."""
    clock = clock_time(reminder.at_minute)
    day = reminder.on_day
    match reminder.kind:
        case ReminderKind.WEEKLY:
            return _("{days}, {time}").format(days=days(reminder.weekdays), time=clock)
        case ReminderKind.BEFORE_PERIOD if day is not None:
            if reminder.days_before == 0:
                return _("On the day the period is expected, {time}").format(time=clock)
            told = plural(
                "{count} day before the period, [time]",
                "{count} days before the period, [time]",
                reminder.days_before,
            )
            return told.replace("[time]", clock)
        case ReminderKind.REVIEW if day is not None:
            return _("Review, {day}, {time}").format(day=dated(day), time=clock)
        case _:
            return add(reminder.kind)


def row_detail(reminder: Reminder, told: str, coming: datetime | None) -> str:
    """The line that will be shown, and when next."""
    if reminder.state is ReminderState.OFF:
        return _("{line}. Switched off.").format(line=told)
    if coming is None:
        return _("{line}. Its day has passed.").format(line=told)
    day = _("{day} {month} {year}").format(day=coming.day, month=month(coming.date()), year=coming.year)
    return _("{line}. Next: {day}, {time}.").format(
        line=told, day=day, time=clock_time(coming.hour * 60 + coming.minute)
    )


def clock_time(at_minute: int) -> str:
    """Such as "08:00"."""
    return f"{at_minute // 60:02d}:{at_minute % 60:02d}"


def days(chosen: tuple[Weekday, ...]) -> str:
    """Such as "Monday and Friday" or "every day"."""
    if len(set(chosen)) == len(Weekday):
        return _("Every day")
    names = [weekday(day) for day in Weekday if day in chosen]
    if len(names) < 2:
        return "".join(names)
    return _("{days} and {last}").format(days=_(", ").join(names[:-1]), last=names[-1])


def weekday(day: Weekday) -> str:
    """Name a day of the week."""
    return {
        Weekday.MONDAY: _("Monday"),
        Weekday.TUESDAY: _("Tuesday"),
        Weekday.WEDNESDAY: _("Wednesday"),
        Weekday.THURSDAY: _("Thursday"),
        Weekday.FRIDAY: _("Friday"),
        Weekday.SATURDAY: _("Saturday"),
        Weekday.SUNDAY: _("Sunday"),
    }[day]


def short_weekday(day: Weekday) -> str:
    """Name a day of the week in two or three letters."""
    return {
        Weekday.MONDAY: _("Mon"),
        Weekday.TUESDAY: _("Tue"),
        Weekday.WEDNESDAY: _("Wed"),
        Weekday.THURSDAY: _("Thu"),
        Weekday.FRIDAY: _("Fri"),
        Weekday.SATURDAY: _("Sat"),
        Weekday.SUNDAY: _("Sun"),
    }[day]


def change() -> str:
    """Opens a reminder."""
    return _("Change")


def delete() -> str:
    """Takes it away."""
    return _("Delete")


def turn(state: ReminderState) -> str:
    """Switches it."""
    return _("Switch off") if state is ReminderState.ON else _("Switch on")


def of_reminder(act: str, title: str) -> str:
    """What a screen reader says of an act, such as "Delete: Monday and Friday, 08:00"."""
    return _("{act}: {reminder}").format(act=act, reminder=title)


def deleted() -> str:
    """After it went."""
    return _("Reminder deleted.")


def undo() -> str:
    """Brings it back."""
    return _("Undo")


def saved() -> str:
    """After it was kept."""
    return _("Reminder saved.")


# --- One reminder -----------------------------------------------------------------------------------------


def editor_title(kind: ReminderKind) -> str:
    """Over the form."""
    match kind:
        case ReminderKind.WEEKLY:
            return _("A reminder on days of the week")
        case ReminderKind.BEFORE_PERIOD:
            return _("A reminder before the period")
        case ReminderKind.REVIEW:
            return _("A reminder of a review")


def which_days() -> str:
    """Which days of the week."""
    return _("On which days?")


def expected_day() -> str:
    """The day of the next period."""
    return _("When is the next period expected?")


def expected_day_detail() -> str:
    """What it is used for."""
    return _(
        "You say the day; the app does not work it out. Change it when the next one is known. It is kept in "
        "your journal like everything else."
    )


def review_day() -> str:
    """The day of the review."""
    return _("On which day?")


def how_many_before() -> str:
    """Days before."""
    return _("How many days before?")


def days_before(count: int) -> str:
    """One choice of days before."""
    if count == 0:
        return _("On the day itself")
    return plural("{count} day before", "{count} days before", count)


def at_what_time() -> str:
    """The time."""
    return _("At what time?")


def which_wording() -> str:
    """What it says."""
    return _("What shall it say?")


def wording(which: ReminderWording) -> str:
    """One choice of wording."""
    match which:
        case ReminderWording.PRIVATE:
            return _("Private")
        case ReminderWording.NAMED:
            return _("Named")


def preview_heading() -> str:
    """Over what will be shown."""
    return _("Exactly what is shown")


def preview(sender: str, title: str) -> str:
    """What is shown, as it is shown."""
    return _("{sender}: {title}").format(sender=sender, title=title)


def try_now() -> str:
    """Shows it at once."""
    return _("Try it now")


def tried() -> str:
    """After it was handed to the desktop."""
    return _("Handed to the desktop. If nothing appears, the desktop may be set to “do not disturb”.")


def keep() -> str:
    """Saves the form."""
    return _("Save")


def leave() -> str:
    """Leaves the form."""
    return _("Cancel")


def close() -> str:
    """Leaves the page."""
    return _("Back")


def day_missing() -> str:
    """No day was chosen."""
    return _("Choose at least one day.")


# --- The calendar file ------------------------------------------------------------------------------------


def save_calendar() -> str:
    """Writes the file."""
    return _("Save for my calendar")


def calendar_title() -> str:
    """Title of the system's dialog."""
    return _("Save the reminders as a calendar file")


def calendar_name() -> str:
    """Name of the file without its ending; it says nothing of health."""
    return _("reminders")


def calendar_kind() -> str:
    """Kind of the file in the system's dialog."""
    return _("Calendar file")


def calendar_saved(count: int, where: str) -> str:
    """After it was written."""
    told = plural("{count} reminder saved in [where].", "{count} reminders saved in [where].", count)
    return told.replace("[where]", where)


def nothing_to_save() -> str:
    """Nothing is switched on."""
    return _("No reminder is switched on, so there is nothing to save.")
