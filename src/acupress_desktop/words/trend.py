"""Sentences of the trend page: what was logged, never why."""

from __future__ import annotations

from datetime import date

from acupress_desktop.domain.journal import ContextTag
from acupress_desktop.domain.trends.permitted import WEEK_DAYS_MIN
from acupress_desktop.domain.trends.series import TrendRange
from acupress_desktop.words.days import dated, short_day, weekday
from acupress_desktop.words.notices import pain_changes_by_itself
from acupress_desktop.words.translate import _, plural


def page() -> str:
    """Name of the page."""
    return _("Trend")


def title(place: str, span: str) -> str:
    """Such as "Neck pain, 12 weeks"; without a place "Pain, 12 weeks"."""
    if not place:
        return _("Pain, {span}").format(span=span)
    return _("{place} pain, {span}").format(place=place, span=span)


def range_name(span: TrendRange) -> str:
    """Such as "12 weeks", as the choice is labelled."""
    return {
        TrendRange.WEEK: _("7 days"),
        TrendRange.MONTH: _("30 days"),
        TrendRange.TWELVE_WEEKS: _("12 weeks"),
        TrendRange.YEAR: _("A year"),
    }[span]


def range_in_title(span: TrendRange) -> str:
    """Such as "a year", after a comma."""
    return _("a year") if span is TrendRange.YEAR else range_name(span)


def ranges() -> str:
    """What a screen reader calls the choice of range."""
    return _("How far back")


def areas() -> str:
    """What a screen reader calls the choice of area."""
    return _("Which place")


def everywhere() -> str:
    """The choice of all places: the strongest pain of each entry."""
    return _("All places")


def shapes() -> str:
    """What a screen reader calls the choice between chart and table."""
    return _("Chart or table")


def chart() -> str:
    """One of the twins."""
    return _("Chart")


def table() -> str:
    """One of the twins."""
    return _("Table")


def too_early() -> str:
    """The finding, while there is too little to look at."""
    return _("Too early to say.")


def days_logged(logged: int, days: int) -> str:
    """Such as "63 of 84 days logged."."""
    return _("{logged} of {days} days logged.").format(logged=logged, days=days)


def no_conclusion() -> str:
    """After the days logged, where there would be enough for a careful look."""
    return _("The page shows what you wrote down and draws no line through it.")


def nothing_here() -> str:
    """The finding, where the range holds nothing."""
    return _("Nothing logged in these days.")


def earlier() -> str:
    """Moves the range back."""
    return _("Earlier")


def later() -> str:
    """Moves the range on."""
    return _("Later")


def already_today() -> str:
    """Why the range cannot move on."""
    return _("The range ends today.")


def first_session() -> str:
    """Beside the line at the first session."""
    return _("first session")


def logged_bracket(days: int) -> str:
    """Over a week that shows no middle, such as "2 days logged"."""
    return plural("{count} day logged", "{count} days logged", days)


def sparse_weeks(weeks: int) -> str:
    """Over several such weeks in a row."""
    return plural(
        "{count} week with few days",
        "{count} weeks with few days",
        weeks,
    )


def context(tag: ContextTag) -> str:
    """Over a stretch of days with this mark."""
    return {
        ContextTag.FLARE: _("flare"),
        ContextTag.MEDICINES_CHANGED: _("medicines changed"),
        ContextTag.PERIOD: _("period"),
        ContextTag.EXERCISE: _("exercise"),
        ContextTag.ILL: _("ill"),
        ContextTag.WOKEN_BY_PAIN: _("woken by pain"),
    }[tag]


def band_label() -> str:
    """Inside the band."""
    return _("within 2 points of your days before the first session")


def legend_entry() -> str:
    """What a ring is."""
    return _("one entry")


def legend_week() -> str:
    """What a flat stroke is."""
    return _("middle of a week")


def legend_session() -> str:
    """What a triangle is."""
    return _("session")


def legend_band() -> str:
    """What the band is, with its source."""
    return _("2 points: “much improved” in drug trials (Farrar 2001, 2,724 people)")


def footnote(logged: int, days: int) -> str:
    """Under the chart."""
    return " ".join(
        (
            days_logged(logged, days),
            _("Weeks with fewer than {days} days show no middle.").format(days=WEEK_DAYS_MIN),
            pain_changes_by_itself(),
        )
    )


def how_computed() -> str:
    """Opens the explanation."""
    return _("How was this computed?")


def close() -> str:
    """Closes the explanation."""
    return _("Close")


def computed(method: str, entries: int, days: int, place: str, first: date, last: date) -> tuple[str, ...]:
    """Say how each thing on the chart comes about."""
    return (
        _("{entries} on {days}, from {first} to {last}.").format(
            entries=plural("{count} entry", "{count} entries", entries),
            days=plural("{count} day", "{count} days", days),
            first=dated(first),
            last=dated(last),
        ),
        _(
            "Each ring is one entry: what you said hurts right now, and what you said before a session. What "
            "you say after a session never counts, or a day with a session would look better for having been "
            "asked twice."
        ),
        _(
            "Where one entry names several spots in {place}, the strongest counts. “No pain today” counts as "
            "0 everywhere."
        ).format(place=place),
        _(
            "The value of a day is the middle (median) of its entries. The flat stroke is the middle of the "
            "days of one calendar week, Monday to Sunday, and is drawn only for weeks with at least {days} "
            "logged days. Strokes are never joined, and days without an entry stay empty: they are never "
            "filled in."
        ).format(days=WEEK_DAYS_MIN),
        _(
            "The band appears once at least 7 days were logged before the first session. It runs two points "
            "above and below their middle, because in ten drug trials with 2,724 people about two points "
            "went with “much improved” (Farrar 2001, 10.1016/S0304-3959(01)00349-9). Those people took "
            "medicines; it is a ruler, not a promise."
        ),
        _(
            "No line, arrow or average of change is drawn: with a few weeks of entries it would mostly show "
            "chance. High days are followed by lower ones whatever anybody does."
        ),
        _("Method {method}.").format(method=method),
    )


def column_day() -> str:
    """Head of a column."""
    return _("Day")


def column_value() -> str:
    """Head of a column."""
    return _("Middle value")


def column_entries() -> str:
    """Head of a column."""
    return _("Values")


def column_week() -> str:
    """Head of a column."""
    return _("Middle of its week")


def column_sessions() -> str:
    """Head of a column."""
    return _("Sessions")


def column_context() -> str:
    """Head of a column."""
    return _("Marks")


def table_day(day: date) -> str:
    """Such as "Sunday 22 Nov 2026"."""
    return _("{weekday} {day}").format(weekday=weekday(day), day=dated(day))


def week_withheld(days: int) -> str:
    """In the column of weeks, where no middle is shown."""
    return _("not shown, {days}").format(days=logged_bracket(days))


def nothing() -> str:
    """In an empty cell."""
    return "–"


def number(value: float) -> str:
    """Such as "4.5"."""
    return f"{value:g}"


def spoken(title_line: str, finding: str, shown: tuple[str, ...]) -> str:
    """The chart in words, for a screen reader."""
    return " ".join((title_line + ".", finding, *shown))


def spoken_week(monday: date, median: float) -> str:
    """One week, in words."""
    return _("Week from {day}: middle {value}.").format(day=short_day(monday), value=number(median))


def spoken_sessions(count: int) -> str:
    """How many sessions, in words."""
    return plural("{count} session.", "{count} sessions.", count)


def empty_title() -> str:
    """Where nothing was ever logged."""
    return _("Nothing logged yet")


def empty_text() -> str:
    """What would make it start."""
    return _("After your first check-in your entries appear here, each as a ring. It takes about 20 seconds.")


def check_in() -> str:
    """The act of the empty page."""
    return _("Check in")


def save_picture() -> str:
    """Exports the chart."""
    return _("Save picture")


def picture_title() -> str:
    """Head of the file dialog."""
    return _("Save the chart as a picture")


def picture_name(place: str, last: date) -> str:
    """Suggested file name without an ending."""
    name = place or _("all places")
    return _("Trend {place} {day}").format(place=name.lower(), day=last.isoformat())


def picture_kinds() -> tuple[tuple[str, str], ...]:
    """Kinds of picture: name and ending."""
    return ((_("Picture (PNG)"), "png"), (_("Drawing (SVG)"), "svg"), (_("Page (PDF)"), "pdf"))


def picture_saved(path: str) -> str:
    """After the picture was written and read back."""
    return _("Saved as {path}.").format(path=path)


def picture_refused(path: str) -> str:
    """The picture could not be written."""
    return _("{path} could not be written, so there is no picture. Choose another folder.").format(path=path)


def picture_provenance(entries: int, first: date, last: date, method: str) -> str:
    """Under every picture: how many, from when to when, by which method."""
    return _("{entries}, {first} to {last}. Method {method}.").format(
        entries=plural("{count} entry", "{count} entries", entries),
        first=dated(first),
        last=dated(last),
        method=method,
    )
