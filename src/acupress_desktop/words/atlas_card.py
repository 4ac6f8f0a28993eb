"""Sentences of the card of a point: how it is pressed, what to mind, who says so, where it lies exactly."""

from __future__ import annotations

from acupress_desktop.domain.atlas import PregnancyTier, Pressability, Reach
from acupress_desktop.domain.pregnancy_lists import ListKind
from acupress_desktop.words import felt_pressure
from acupress_desktop.words.translate import _, plural


def how_to_find() -> str:
    """Heading."""
    return _("How to find it")


def no_steps() -> str:
    """Where plain words are missing."""
    return _("How to find it in plain words is not written yet. Where it lies exactly stands below.")


def what_you_may_feel() -> str:
    """Heading."""
    return _("What you may feel there")


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


# --- Whether and how far it is pressed


def may_press(pressability: Pressability, how: Reach) -> str:
    """Whether a person presses the point themselves."""
    if pressability is Pressability.PARTNER_OR_TOOL and how is Reach.PARTNER:
        return _("Only by another person.")
    return {
        Pressability.YES: _("You can press it yourself."),
        Pressability.LIGHT_ONLY: _("Only lightly."),
        Pressability.PARTNER_OR_TOOL: _("With a soft tool, or by another person."),
        Pressability.NEVER: _("For study only. This point is not pressed."),
    }[pressability]


def limit(pressability: Pressability, how: Reach, pressure: int | None, seconds: int | None) -> str:
    """How it is reached and how far it is pressed; nothing for a point of study."""
    if pressability is Pressability.NEVER:
        return ""
    parts = []
    if pressability is Pressability.PARTNER_OR_TOOL:
        parts.append(_("It is not offered for your own fingers."))
    else:
        parts.append(reach(how))
    if pressability is Pressability.LIGHT_ONLY:
        thumbs = how is Reach.THUMBS_OR_FISTS
        parts.append(_("No tool.") if thumbs else _("With the pads of the fingers, no tool."))
    if pressure is not None:
        parts.append(
            _("Felt pressure at most {pressure} of 10: {feels}.").format(
                pressure=pressure, feels=felt_pressure.feels_like(pressure)
            )
        )
    if seconds is not None:
        parts.append(_longest(seconds))
    return " ".join(parts)


def _longest(seconds: int) -> str:
    if seconds % 60:
        return plural("No longer than {count} second.", "No longer than {count} seconds.", seconds)
    return plural("No longer than {count} minute.", "No longer than {count} minutes.", seconds // 60)


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


def note(english: str) -> str:
    """A caution or a reason, from its file."""
    return _(english)


def general_caution() -> str:
    """For every point."""
    return _("Never over broken, bruised or sore skin.")


def no_special_caution() -> str:
    """Where nothing is known beyond that."""
    return _("None known beyond the general ones.")


def not_pressed_at_all() -> str:
    """The caution of a point of study."""
    return _("Look, and leave it alone.")


# --- Pregnancy


def pregnancy_short_list() -> str:
    """For the three points that are offered in a pregnancy."""
    return _("On our short list, light pressure only. Ask your midwife first.")


def pregnancy_left_out() -> str:
    """For all other points."""
    return _("Left out in a pregnancy, as a precaution.")


def pregnancy_never() -> str:
    """For points that are never pressed."""
    return _("Not pressed, in a pregnancy or without.")


def pregnancy_named_by(count: int, every: int, kinds: str) -> str:
    """How many lists name the point, and who wrote them."""
    names = plural("{count} list names it", "{count} lists name it", count)
    return _("{names}, of the {every} that we read ({kinds}).").format(names=names, every=every, kinds=kinds)


def pregnancy_named_by_none(every: int) -> str:
    """Where no list names the point."""
    return _("None of the {every} lists that we read names it.").format(every=every)


def pregnancy_part_left_out(count: int) -> str:
    """How many lists leave out the part of the body in which the point lies, or its line."""
    return plural(
        "{count} list leaves out the whole part of the body, or the line, in which it lies.",
        "{count} lists leave out the whole part of the body, or the line, in which it lies.",
        count,
    )


def pregnancy_guideline() -> str:
    """Where the one official list is among them."""
    return _("The World Health Organization’s guideline of 1999 is among them; it speaks of needles.")


def pregnancy_own_part_rule(tier: PregnancyTier) -> str:
    """Where the part of the body is our own reading; empty otherwise."""
    if tier is PregnancyTier.AVOID_REGION:
        return _("We leave it out with the part of the body beside it.")
    return ""


def pregnancy_what_is_known() -> str:
    """After the lists."""
    return _(
        "Most of these lists speak of needles. Harm has not been shown, and nobody has studied pressing by"
        " yourself. Ask your midwife."
    )


def list_kind(kind: ListKind, count: int) -> str:
    """Such as "5 apps"."""
    return {
        ListKind.GUIDELINE: plural("{count} guideline", "{count} guidelines", count),
        ListKind.TEXTBOOK: plural("{count} textbook source", "{count} textbook sources", count),
        ListKind.COURSE: plural("{count} course", "{count} courses", count),
        ListKind.CLINIC: plural("{count} clinic or physician", "{count} clinics or physicians", count),
        ListKind.APP: plural("{count} app", "{count} apps", count),
        ListKind.PAGE: plural("{count} web page", "{count} web pages", count),
    }[kind]


# --- What is known


def what_studies_found() -> str:
    """Heading: a set was studied, never one point of it."""
    return _("What is known of its sets")


def what_is_known() -> str:
    """Heading for points without a set."""
    return _("What is known")


def stands_in() -> str:
    """A point that comes in for others."""
    return _("In no set of its own; it may stand in for a point that is left out.")


def in_no_set() -> str:
    """A point of no set."""
    return _("In no set here.")


def no_study() -> str:
    """After either."""
    return _("No study of this point alone is known to us.")


# --- Other points


def neighbours() -> str:
    """Heading of links."""
    return _("Close by")


def easier() -> str:
    """Heading of links to points that may stand in, whatever keeps this one from being pressed."""
    return _("If this one is hard to reach")


def point_link(code: str, name: str) -> str:
    """A link to another point, such as "LI10 Arm Three Li"."""
    return _("{code} {name}").format(code=code, name=name)


# --- Where it lies, exactly


def exact_place() -> str:
    """Heading over place and measure, as people of the trade say them."""
    return _("Where it lies, exactly")


def standard(location: str, measure: str) -> str:
    """Location and measure; points are named as WHO names them."""
    location = location if location.endswith(".") else f"{location}."
    if not measure:
        return location
    return _("{location} Measure: {measure}.").format(location=location, measure=measure.rstrip("."))


def rule_is_own_choice() -> str:
    """Where the standard gives no rule."""
    return _("The rule by which it is placed is our own choice.")


def rule_leans_on_own(count: int) -> str:
    """Where the standard gives a rule that begins at places which it does not give in numbers."""
    return plural(
        "The rule is the standard’s; one place that it begins from is our own choice.",
        "The rule is the standard’s; {count} places that it begins from are our own choice.",
        count,
    )


def other_place(location: str) -> str:
    """The other reading of a point on which the standard is undecided."""
    return _("Other reading: {location}").format(location=location)


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


# --- What the person did


def keep() -> str:
    """Makes the point a favourite."""
    return _("Keep")


def kept() -> str:
    """The point is a favourite; pressing again takes it back."""
    return _("Kept")


def looked_for(count: int, sure: int, roughly: int, not_found: int) -> str:
    """Counted facts about the tries at finding the point."""
    parts = [plural("You looked for it {count} time.", "You looked for it {count} times.", count)]
    if sure:
        parts.append(_("Quite sure: {count}.").format(count=sure))
    if roughly:
        parts.append(_("Roughly: {count}.").format(count=roughly))
    if not_found:
        parts.append(_("Not found: {count}.").format(count=not_found))
    return " ".join(parts)
