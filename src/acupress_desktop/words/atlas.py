"""Sentences of the atlas: where a point is, how it is pressed, what to mind, what a study found."""

from __future__ import annotations

import textwrap

from acupress_desktop.domain.atlas import PregnancyTier, Pressability, Reach
from acupress_desktop.domain.sides import SiteSide
from acupress_desktop.words.translate import _, plural


def page() -> str:
    """Name of the page."""
    return _("Atlas")


def search() -> str:
    """Name of the field."""
    return _("Find a point")


def search_hint() -> str:
    """Inside the empty field."""
    return _("Code, name or body part")


def in_use(count: int) -> str:
    """Under the empty field."""
    return plural(
        "{count} point in use. Code, name, hanzi or body part.",
        "{count} points in use. Code, name, hanzi or body part.",
        count,
    )


def matches(count: int) -> str:
    """Under a field with something in it."""
    if count == 0:
        return _("No match among the points in use. Tone marks may be left out.")
    return plural("{count} match. Tone marks may be left out.", "{count} matches.", count)


def list_name() -> str:
    """What a screen reader calls the list."""
    return _("Points in use")


def column_code() -> str:
    """Head of a column, heard and not seen."""
    return _("Code")


def column_name() -> str:
    """Head of a column, heard and not seen."""
    return _("Name")


def column_pinyin() -> str:
    """Head of a column, heard and not seen."""
    return _("Chinese name")


def whole_body() -> str:
    """What a screen reader calls the small body."""
    return _("Where on the body")


def facing() -> str:
    """What a screen reader calls the choice of view."""
    return _("Which side of the body you see")


def view_name(view: str) -> str:
    """Such as "Front"."""
    return {
        "front": _("Front"),
        "back": _("Back"),
        "left": _("Left"),
        "right": _("Right"),
    }[view]


def not_on_this_view(views: str) -> str:
    """The point is on another view of the whole body."""
    return _("This point is on the view: {views}.").format(views=views)


def card_or_picture() -> str:
    """What a screen reader calls the choice in a narrow window."""
    return _("Words or picture")


def words_tab() -> str:
    """One of the two."""
    return _("How to find it")


def picture_tab() -> str:
    """One of the two."""
    return _("Picture")


def site(point: str, side: SiteSide) -> str:
    """Such as "Inner Pass, left"."""
    match side:
        case SiteSide.LEFT:
            return _("{point}, left").format(point=point)
        case SiteSide.RIGHT:
            return _("{point}, right").format(point=point)
        case SiteSide.MIDLINE:
            return point


def site_spoken(point: str, code: str, side: SiteSide) -> str:
    """The whole accessible name of a marker."""
    return site(_("{point}, {code}").format(point=point, code=code), side)


def your(place: str) -> str:
    """Such as "Your left forearm, palm side"."""
    return _("Your {place}").format(place=place[:1].lower() + place[1:])


def your_left() -> str:
    """Words beside the round badge."""
    return _("Your left")


def your_right() -> str:
    """Words beside the square badge."""
    return _("Your right")


def show_side(side: SiteSide) -> str:
    """Shows the same point on the other side."""
    return _("Show the left side") if side is SiteSide.LEFT else _("Show the right side")


def turn_to_mirror() -> str:
    """Turns every picture."""
    return _("Show as in a mirror")


def turn_from_mirror() -> str:
    """Turns every picture back."""
    return _("Show as another person sees you")


def present() -> str:
    """Opens the large view."""
    return _("Show to somebody")


def close_up_spoken(place: str, point: str, ring: str, way: str) -> str:
    """The close-up in words."""
    return " ".join(
        part for part in (_("{place}: {point}.").format(place=place, point=point), way, ring) if part
    )


def no_close_up() -> str:
    """Where no picture shows the point."""
    return _("No picture shows this point near by.")


def way_fingers(count: int) -> str:
    """First line beside the measuring line, such as "3 fingers"."""
    return plural("{count} finger", "{count} fingers", count)


def way_cun(cun: float) -> str:
    """After it, where no length is known."""
    return _("{cun} cun").format(cun=f"{cun:g}")


def way_cun_and_cm(cun: float, centimetres: float) -> str:
    """After it, such as "2 cun, about 3.6 cm"."""
    return _("{cun} cun, about {cm}\u00a0cm").format(cun=f"{cun:g}", cm=f"{centimetres:.1f}")


def way_spoken(fingers: str, label: str, cun: str) -> str:
    """The measuring line in words."""
    return _("About {fingers} from the {label}: {cun}.").format(fingers=fingers, label=label, cun=cun)


def ring(radius_mm: float) -> str:
    """Words at the dashed ring."""
    return _("Feel around in this ring, give or take {cm}\u00a0cm").format(cm=f"{radius_mm / 10:.1f}")


def in_lines(words: str, characters: int) -> tuple[str, ...]:
    """Break words that stand in the narrow margin of a picture."""
    return tuple(textwrap.wrap(words, characters, break_long_words=False)) or (words,)


def ring_source_measured(radius_mm: float) -> str:
    """Where the size of the ring comes from."""
    return _(
        "The ring is as wide as the places that 71 physicians marked for this point: 95 of 100 fall within"
        " {mm} mm (Molsberger 2012)."
    ).format(mm=f"{radius_mm:.0f}")


def ring_source_own(radius_mm: float) -> str:
    """Where the size of the ring comes from."""
    return _("The ring, {mm} mm, is our own estimate: half a thumb-width. Nobody has measured it.").format(
        mm=f"{radius_mm:.0f}"
    )


# --- The card


def how_to_find() -> str:
    """Heading."""
    return _("How to find it")


def press() -> str:
    """Heading of a row."""
    return _("Press")


def posture() -> str:
    """Heading of a row."""
    return _("Posture")


def cautions() -> str:
    """Heading of a row."""
    return _("Cautions")


def pregnancy() -> str:
    """Heading of a row."""
    return _("Pregnancy")


def place() -> str:
    """Heading of a row."""
    return _("Place")


def reach(how: Reach) -> str:
    """How a person reaches the point."""
    return {
        Reach.EASY: _("Easy to reach."),
        Reach.OPPOSITE_HAND: _("With the other hand."),
        Reach.THUMBS_OR_FISTS: _("With both thumbs or soft fists."),
        Reach.TOOL_OR_PARTNER: _("Needs a tool or another person."),
        Reach.PARTNER: _("Needs another person."),
        Reach.NOT_APPLICABLE: "",
    }[how]


def limit(pressability: Pressability, pressure: int | None, seconds: int | None) -> str:
    """How far a point may be pressed."""
    match pressability:
        case Pressability.YES:
            if pressure is not None:
                return _("At most {pressure} of 10.").format(pressure=pressure)
            return ""
        case Pressability.LIGHT_ONLY:
            parts = [_("Only lightly, with the pads of the fingers.")]
            if pressure is not None:
                parts.append(_("At most {pressure} of 10.").format(pressure=pressure))
            if seconds is not None:
                parts.append(_("No longer than {seconds} seconds.").format(seconds=seconds))
            return " ".join(parts)
        case Pressability.PARTNER_OR_TOOL:
            return _("Not offered for pressing by yourself.")
        case Pressability.NEVER:
            return _("For study only. This point is not pressed.")


def note(english: str) -> str:
    """A caution or a reason, from its file."""
    return _(english)


def general_caution() -> str:
    """For every point."""
    return _("Never over broken, bruised or sore skin.")


def no_special_caution() -> str:
    """Where nothing is known beyond that."""
    return _("None known beyond the general ones.")


def pregnancy_short_list() -> str:
    """For the three points that are offered in a pregnancy."""
    return _("On our short list, light pressure only. Ask your midwife first.")


def pregnancy_left_out(tier: PregnancyTier, named_by: int) -> str:
    """For all other points: left out, and what lists say."""
    left_out = _("Left out in a pregnancy, as a precaution.")
    if tier in {PregnancyTier.AVOID, PregnancyTier.AVOID_REGION, PregnancyTier.CAUTION} and named_by:
        return f"{left_out} " + plural("{count} list names it.", "{count} lists name it.", named_by)
    return left_out


def what_studies_found() -> str:
    """Heading: a set was studied, never one point of it."""
    return _("What is known of its sets")


def in_no_set() -> str:
    """A point that stands in for others."""
    return _("In no set of its own; it may stand in for a point that is left out.")


def exact_place() -> str:
    """Heading over place and measure, as people of the trade say them."""
    return _("Where it lies, exactly")


def rule_is_own_choice() -> str:
    """Where the standard gives no rule."""
    return _("The rule by which it is placed is our own choice.")


def standard(location: str, measure: str) -> str:
    """Location and measure; points are named as WHO names them."""
    location = location if location.endswith(".") else f"{location}."
    if not measure:
        return location
    return _("{location} Measure: {measure}.").format(location=location, measure=measure.rstrip("."))


def nothing_chosen() -> str:
    """On the card while no point is chosen."""
    return _("Choose a point from the list or on the body.")
