"""Sentences of the journal page: what happened, side by side, without a verdict."""

from __future__ import annotations

from datetime import date

from acupress_desktop.domain.ids import RuleId
from acupress_desktop.domain.journal import AdverseKind, Comfort, Measure, RatingTime, SessionEnd
from acupress_desktop.domain.plans import BY_ATLAS, BY_FIRST_WEEK, BY_PERSON, OUT_OF_REACH, STUDY_ONLY
from acupress_desktop.domain.ports import ImportCounts
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.words import stop_card
from acupress_desktop.words.days import dated, long_day
from acupress_desktop.words.translate import _, plural


def page() -> str:
    """Name of the page."""
    return _("Journal")


def title() -> str:
    """Its title."""
    return _("Journal")


def day_heading(day: date, today: date) -> str:
    """Such as "Today", "Yesterday" or "Sunday 15 November"; with the year where it is another."""
    days_ago = (today - day).days
    if days_ago == 0:
        return _("Today")
    if days_ago == 1:
        return _("Yesterday")
    if day.year != today.year:
        return dated(day)
    return long_day(day)


def check_in() -> str:
    """The main act."""
    return _("Check in")


def entry() -> str:
    """An entry without pain and without anything to say of it."""
    return _("Check-in")


def no_pain() -> str:
    """An entry that says that nothing hurts."""
    return _("No pain anywhere")


def pain_at(place: str, intensity: int) -> str:
    """Such as "Neck 5"."""
    return _("{place} {intensity}").format(place=place, intensity=intensity)


def item(name: str, value: int) -> str:
    """Such as "Sleep 6"."""
    return _("{name} {value}").format(name=name, value=value)


def item_day_average() -> str:
    """Name of an item."""
    return _("24-hour average")


def item_sleep() -> str:
    """Name of an item."""
    return _("Sleep")


def item_mood() -> str:
    """Name of an item."""
    return _("Mood")


def item_stress() -> str:
    """Name of an item."""
    return _("Stress")


def item_energy() -> str:
    """Name of an item."""
    return _("Energy")


def item_activity() -> str:
    """Name of an item."""
    return _("Activity")


def water_glasses(count: int) -> str:
    """Such as "6 glasses of water"."""
    return plural("{count} glass of water", "{count} glasses of water", count)


def movement_minutes(count: int) -> str:
    """Such as "30 minutes moved"."""
    return plural("{count} minute moved", "{count} minutes moved", count)


def session_line(holds: int, planned: int, pressed: str) -> str:
    """Such as "8 of 10 holds, 9 min pressed"."""
    return (
        plural(
            "[holds] of {count} hold, [pressed] pressed",
            "[holds] of {count} holds, [pressed] pressed",
            planned,
        )
        .replace("[holds]", str(holds))
        .replace("[pressed]", pressed)
    )


def duration(seconds: float) -> str:
    """Such as "9 min 12 s" or "45 s"."""
    whole = round(seconds)
    if whole < 60:
        return _("{seconds} s").format(seconds=whole)
    if whole % 60 == 0:
        return _("{minutes} min").format(minutes=whole // 60)
    return _("{minutes} min {seconds} s").format(minutes=whole // 60, seconds=whole % 60)


def how_it_ended(end: SessionEnd | None) -> str:
    """How a session ended."""
    match end:
        case SessionEnd.COMPLETED:
            return _("Finished")
        case SessionEnd.STOPPED:
            return _("Stopped before the end")
        case SessionEnd.SAFETY_STOP:
            return _("Stopped by the safety rule")
        case SessionEnd.EXPIRED:
            return _("Broken off and not taken up again")
        case None:
            return _("Not finished")


def unknown_set(protocol: str) -> str:
    """A set that this version does not have."""
    return _("Set {protocol}").format(protocol=protocol)


def on_occasion(set_title: str, occasion: str) -> str:
    """A session that was a shorter way through a set, such as "Neck and shoulders (At a desk)"."""
    return _("{set} ({occasion})").format(set=set_title, occasion=occasion)


def own_routine(name: str) -> str:
    """A routine of the person's own, under the name that it had last."""
    return _("{name} (own routine)").format(name=name)


def unknown_routine() -> str:
    """A routine of which nothing is left, such as after an import of sessions alone."""
    return _("An own routine")


def earlier() -> str:
    """Shows more days."""
    return _("Show earlier days")


def all_shown() -> str:
    """Under the oldest day."""
    return _("This is where your journal begins.")


def choose_one() -> str:
    """Beside the list, while nothing is chosen."""
    return _("Choose an entry or a session to see all of it.")


def back_to_list() -> str:
    """Leads from one entry back to the list, in a narrow window."""
    return _("Back to the list")


def edit() -> str:
    """Opens an entry to change it."""
    return _("Change")


def delete_entry() -> str:
    """Takes an entry out."""
    return _("Delete")


def delete_session() -> str:
    """Takes a session out."""
    return _("Delete this session")


def entry_deleted() -> str:
    """After an entry was taken out."""
    return _("Entry deleted.")


def session_deleted() -> str:
    """After a session was taken out."""
    return _("Session deleted.")


def entry_back() -> str:
    """After the deletion was undone."""
    return _("The entry is back.")


def session_back() -> str:
    """After the deletion was undone."""
    return _("The session is back.")


def undo() -> str:
    """Takes the deletion back."""
    return _("Undo")


def note_heading() -> str:
    """Over a note."""
    return _("Note")


def marks_heading() -> str:
    """Over the marks of the day."""
    return _("Marks")


def measure(what: Measure) -> str:
    """What was rated."""
    return {Measure.PAIN: _("Pain"), Measure.MOOD: _("Mood"), Measure.STRESS: _("Stress")}[what]


def rating_time(when: RatingTime) -> str:
    """When it was rated."""
    return {
        RatingTime.BEFORE: _("before"),
        RatingTime.DURING: _("during"),
        RatingTime.AFTER_5: _("5 minutes after"),
        RatingTime.AFTER_20: _("20 minutes after"),
        RatingTime.AFTER_LATER: _("later"),
    }[when]


def rating_spoken(what: Measure, when: RatingTime, value: int) -> str:
    """Such as "Pain before: 5 of 10"."""
    return _("{measure} {time}: {value} of 10").format(
        measure=measure(what), time=rating_time(when), value=value
    )


def holds_heading() -> str:
    """Over the table of holds."""
    return _("What was pressed")


def exercises_heading() -> str:
    """Over the exercises, stretches and walks of a session."""
    return _("Exercises, stretches, walks")


def exercise(title: str, amount: str) -> str:
    """One that was done to its end."""
    return _("{title}, {amount}").format(title=title, amount=amount)


def exercise_cut_short(title: str, amount: str) -> str:
    """One that was not done to its end."""
    return _("{title}, {amount}, not to the end").format(title=title, amount=amount)


def column_point() -> str:
    """Head of a column."""
    return _("Point")


def column_side() -> str:
    """Head of a column."""
    return _("Side")


def column_set() -> str:
    """Head of a column: what the set says."""
    return _("Set")


def column_planned() -> str:
    """Head of a column: what was planned that day."""
    return _("Planned")


def column_pressed() -> str:
    """Head of a column: what was pressed."""
    return _("Pressed")


def column_pressure() -> str:
    """Head of a column."""
    return _("Pressure")


def column_comfort() -> str:
    """Head of a column."""
    return _("Felt")


def column_why() -> str:
    """Head of a column: why planned differs from the set."""
    return _("Why changed")


def side(where: SiteSide) -> str:
    """Such as "left"."""
    return {
        SiteSide.LEFT: _("left"),
        SiteSide.RIGHT: _("right"),
        SiteSide.MIDLINE: _("middle"),
    }[where]


def seconds(value: float) -> str:
    """Such as "60 s"; a fraction only where there is one."""
    shown = f"{value:.0f}" if abs(value - round(value)) < 0.05 else f"{value:.1f}"
    return _("{seconds} s").format(seconds=shown)


def comfort(felt: Comfort | None) -> str:
    """How a point felt."""
    match felt:
        case Comfort.FINE:
            return _("fine")
        case Comfort.TOO_MUCH:
            return _("too much")
        case Comfort.SKIPPED:
            return _("skipped")
        case None:
            return nothing()


def nothing() -> str:
    """In an empty cell."""
    return "–"


def why_changed(reason: str) -> str | None:
    """Say why a hold was planned otherwise than the set says; ``None`` for the id of a safety rule."""
    return {
        BY_FIRST_WEEK: _("first week: half as long"),
        BY_ATLAS: _("this point is only pressed lightly"),
        BY_PERSON: _("it was too much before"),
    }.get(reason)


def by_rule(rule: str, reason: str) -> str:
    """Say which safety rule changed a hold, with its reason where one is known."""
    if not reason:
        return _("safety rule {rule}").format(rule=rule)
    return _("{reason} ({rule})").format(reason=reason, rule=rule)


def no_holds() -> str:
    """A session in which nothing was pressed."""
    return _("Nothing was pressed.")


def pauses(count: int, total: str) -> str:
    """Such as "Paused twice"."""
    return plural("{count} pause, [total] in all.", "{count} pauses, [total] in all.", count).replace(
        "[total]", total
    )


def adverse_heading() -> str:
    """Over what was unpleasant."""
    return _("Anything unpleasant")


def adverse(kind: AdverseKind, point: str) -> str:
    """Such as "Tingling, at GB21"."""
    if not point:
        return stop_card.symptom(kind)
    return _("{symptom}, at {point}").format(symptom=stop_card.symptom(kind), point=point)


def left_out_heading() -> str:
    """Over the points of the set that were not pressed that day."""
    return _("Left out that day")


def why_left_out(reason: str) -> str | None:
    """Say why a point was left out; ``None`` for the id of a safety rule of that person."""
    return {
        OUT_OF_REACH: _("out of reach, you said"),
        STUDY_ONLY: _("nobody should press there on their own"),
    }.get(RuleId(reason))


def by_sore_hand() -> str:
    """Why a point was left out that is whole itself."""
    return _("the hand that would press it was sore")


def point_and_side(point: str, side: str) -> str:
    """Such as "Wind Pool GB20, left"."""
    return _("{point}, {side}").format(point=point, side=side)


def left_out(place: str, why: str, instead: str) -> str:
    """One point that was left out, why, and what came in instead."""
    if not instead:
        return _("{place}: {why}; nothing came in instead").format(place=place, why=why)
    return _("{place}: {why}; instead {point}").format(place=place, why=why, point=instead)


def limits_heading() -> str:
    """Over the safety rules that limited the session."""
    return _("Limits of that day")


def empty_title() -> str:
    """Where nothing happened yet."""
    return _("Your journal is empty")


def empty_text() -> str:
    """What will stand here."""
    return _("Check-ins and sessions appear here, the newest first. Everything stays on this computer.")


def export() -> str:
    """Writes everything into a file."""
    return _("Export everything")


def export_title() -> str:
    """Head of the file dialog."""
    return _("Export the whole journal")


def export_name(day: date) -> str:
    """Suggested file name without an ending."""
    return _("Acupress journal {day}").format(day=day.isoformat())


def export_kinds() -> tuple[tuple[str, str], ...]:
    """Kinds of file: name and ending."""
    return ((_("Journal file (JSON)"), "json"), (_("Tables (CSV in a zip file)"), "zip"))


def exported(path: str, rows: int) -> str:
    """After the file was written and read back."""
    return plural("Saved {count} row as [path].", "Saved {count} rows as [path].", rows).replace(
        "[path]", path
    )


def import_file() -> str:
    """Reads a file."""
    return _("Import a file")


def import_title() -> str:
    """Head of the file dialog."""
    return _("Import a journal file")


def imported(counts: ImportCounts) -> str:
    """After a file was read whole."""
    return _("Imported: {added} added, {updated} updated, {unchanged} were here already.").format(
        added=counts.added, updated=counts.updated, unchanged=counts.unchanged
    )
