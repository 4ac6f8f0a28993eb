"""Sentences of the exercise with a kitchen scale, and of its results wherever they are shown."""

from __future__ import annotations

from collections.abc import Sequence

from acupress_desktop.domain.pressure import Ceiling, PressWith, Spread
from acupress_desktop.domain.sides import Side
from acupress_desktop.words import days
from acupress_desktop.words.translate import _, plural

# --- The first page --------------------------------------------------------------------------------------


def page() -> str:
    """Name of the page."""
    return _("How hard to press")


def close() -> str:
    """Leave the exercise."""
    return _("Close")


def title() -> str:
    """Title of the first page."""
    return _("How hard is how hard?")


def lead() -> str:
    """Under the title."""
    return _(
        "Five minutes with a kitchen scale. Your hand learns what a felt pressure of 1, 3 and 5 of 10 is, "
        "and where your own ceiling lies."
    )


def needs_heading() -> str:
    """Above what is needed."""
    return _("What you need")


def needs() -> tuple[str, ...]:
    """What is needed."""
    return (
        _("A kitchen scale that weighs up to 5 kg, on a firm table in front of you."),
        _("A folded towel or thin cushion on it. Set the scale to zero with the towel on."),
        _("A chair at a height at which your shoulders stay low."),
        _("No scale? Press a folded towel or your own thigh. Then nothing is weighed, and it still teaches."),
    )


def notes_heading() -> str:
    """Above the honest notes."""
    return _("What the numbers are")


def notes() -> tuple[str, ...]:
    """What grams mean, and what they do not."""
    return (
        _("What you feel is what counts. The app always names felt pressure, never grams to reach."),
        _("Grams are what one scale shows under your hand on one day. They differ from day to day."),
        _("We found no study that says how many grams are right. One paper on training suggests a scale:"),
    )


def notes_safety() -> tuple[str, ...]:
    """What lowers the pressure, and where nobody practises."""
    return (
        _("Thin skin, age, pregnancy and some medicines lower how hard you press. We ask about them first."),
        _("Never practise on the face, the neck, or on anybody else."),
    )


def start() -> str:
    """Begin with a scale."""
    return _("Start with a scale")


def start_without() -> str:
    """Begin without one."""
    return _("Start without a scale")


def results_heading() -> str:
    """Above what was kept."""
    return _("What you have so far")


def delete_hand(hand: Side) -> str:
    """Delete all tries of one hand."""
    if hand is Side.LEFT:
        return _("Delete the tries of the left hand")
    return _("Delete the tries of the right hand")


def deleted(count: int) -> str:
    """After deleting."""
    return plural("{count} try was deleted.", "{count} tries were deleted.", count)


def undo() -> str:
    """Take the deletion back."""
    return _("Undo")


# --- Results, here and elsewhere -------------------------------------------------------------------------


def presser(side: Side, press_with: PressWith) -> str:
    """Such as "left thumb", inside a sentence."""
    left = side is Side.LEFT
    match press_with:
        case PressWith.THUMB:
            return _("left thumb") if left else _("right thumb")
        case PressWith.FINGERS:
            return _("left finger pads") if left else _("right finger pads")
        case PressWith.KNUCKLES:
            return _("left knuckles") if left else _("right knuckles")
        case PressWith.PALM:
            return _("left palm") if left else _("right palm")


def presser_start(side: Side, press_with: PressWith) -> str:
    """The same at the start of a line: "Left thumb"."""
    words = presser(side, press_with)
    return words[:1].upper() + words[1:]


def hand(side: Side) -> str:
    """A hand as an option."""
    return _("Left hand") if side is Side.LEFT else _("Right hand")


def part(press_with: PressWith) -> str:
    """A part of the hand as an option."""
    match press_with:
        case PressWith.THUMB:
            return _("Thumb")
        case PressWith.FINGERS:
            return _("Finger pads")
        case PressWith.KNUCKLES:
            return _("Knuckles")
        case PressWith.PALM:
            return _("Palm")


def grams_text(grams: int) -> str:
    """Such as "1,050 g"."""
    return _("{grams}\u00a0g").format(grams=f"{grams:,}")


def range_text(low: int, high: int) -> str:
    """Such as "900 to 1,200 g"."""
    if low == high:
        return grams_text(low)
    return _("{low} to {high}").format(low=f"{low:,}", high=grams_text(high))


def tries(count: int) -> str:
    """Such as "3 tries"."""
    return plural("{count} try", "{count} tries", count)


def level_line(felt: int, spread: Spread) -> str:
    """What one felt pressure was on the scale, that day, under the name of the hand."""
    count, day = tries(len(spread.grams)), days.dated(spread.day)
    bounds = about_range(spread.low, spread.high)
    if spread.middle is None:
        return _("{felt} of 10 was about {range} ({tries}, {day})").format(
            felt=felt, range=bounds, tries=count, day=day
        )
    return _("{felt} of 10 was about {range}, the middle one {middle} ({tries}, {day})").format(
        felt=felt, range=bounds, middle=grams_text(round(spread.middle)), tries=count, day=day
    )


def of_part(side: Side, press_with: PressWith, line: str) -> str:
    """Such as "Left thumb: 3 of 10 was about 900 to 1,200 g"."""
    return _("{presser}: {line}").format(presser=presser_start(side, press_with), line=line)


def mark_words(felt: int, grams: Sequence[int]) -> str:
    """One felt pressure of the drawing, in words."""
    return _("At {felt} of 10: {grams}").format(felt=felt, grams=", ".join(map(grams_text, grams)))


def few_line(felt: int, count: int) -> str:
    """A felt pressure with too few tries of one day for a range."""
    return _("{felt} of 10: {tries}, too few for a range").format(felt=felt, tries=tries(count))


def ceiling_line(ceiling: Ceiling) -> str:
    """The ceiling of a hand, and when it was looked for."""
    return _("Your ceiling: {felt} of 10 ({day})").format(
        felt=ceiling.felt_pressure, day=days.dated(ceiling.day)
    )


def ceiling_line_with_grams(ceiling: Ceiling, spread: Spread) -> str:
    """The same with what the scale showed."""
    return _("Your ceiling: {felt} of 10, about {range} ({tries}, {day})").format(
        felt=ceiling.felt_pressure,
        range=about_range(spread.low, spread.high),
        tries=tries(len(spread.grams)),
        day=days.dated(ceiling.day),
    )


def on_your_scale(spread: Spread) -> str:
    """Beside the pressure of a session: what the pressing hand did on the scale."""
    return _("With your {presser} about {range} on your scale, {tries}").format(
        presser=presser(spread.hand, spread.press_with),
        range=about_range(spread.low, spread.high),
        tries=tries(len(spread.grams)),
    )


def own_ceiling(felt: int) -> str:
    """Beside a pressure that lies above the person's own ceiling."""
    return _("Your own ceiling was {felt} of 10: stay under it").format(felt=felt)


def heading() -> str:
    """Above what is said of pressure, on the page before a session."""
    return _("How hard")


def practise_link() -> str:
    """Leads to the exercise."""
    return _("Practise how hard to press")


def settings_link() -> str:
    """Leads from the settings to the exercise and its results."""
    return _("How hard you press")


def about_range(low: int, high: int) -> str:
    """The range in round numbers: a feeling is no finer than that."""
    return range_text(_rounded(low, up=0), _rounded(high, up=1))


def _rounded(grams: int, *, up: int) -> int:
    """Two digits are enough; the range never becomes narrower by it."""
    step = 1
    while grams >= 100 * step:
        step *= 10
    return (grams // step + (up if grams % step else 0)) * step


# --- The drawing -----------------------------------------------------------------------------------------


def plot_words(lines: Sequence[str]) -> str:
    """The drawing, in words."""
    return _("Your tries on the scale of felt pressure. {lines}").format(lines=". ".join(lines))


def plot_ceiling() -> str:
    """Beside the line of the ceiling in the drawing."""
    return _("your ceiling")


def kilograms(grams: int) -> str:
    """A line of the drawing: "1 kg", "0.5 kg"."""
    return _("{kilograms:g}\u00a0kg").format(kilograms=grams / 1000)
