"""Sentences of the atlas: the page, its pictures, the way along a line."""

from __future__ import annotations

import textwrap

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


def nothing_chosen() -> str:
    """On the card while no point is chosen."""
    return _("Choose a point from the list or on the body.")


# --- The pictures


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


def shown_of(shown: int, every: int) -> str:
    """The small body shows only so many at a time."""
    return _("{shown} of {every} points are marked here; the list has all.").format(shown=shown, every=every)


def card_or_picture() -> str:
    """What a screen reader calls the choice in a narrow window."""
    return _("Words or picture")


def words_tab() -> str:
    """One of them."""
    return _("How to find it")


def picture_tab() -> str:
    """One of them."""
    return _("Picture")


def body_tab() -> str:
    """One of them."""
    return _("Body")


def picture_or_turning() -> str:
    """What a screen reader calls the choice between the drawn picture and the body that turns."""
    return _("Picture or body to turn")


def turning() -> str:
    """One of the two."""
    return _("Turn in 3-D")


def layers() -> str:
    """Opens the choice of what else is drawn on the picture."""
    return _("Layers")


def save_picture() -> str:
    """Saves the picture as a file."""
    return _("Save picture")


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


def your_region(region: str, side: SiteSide) -> str:
    """Where only the region has a name, such as "Base of the spine, your left"."""
    match side:
        case SiteSide.LEFT:
            return _("{region}, your left").format(region=region)
        case SiteSide.RIGHT:
            return _("{region}, your right").format(region=region)
        case SiteSide.MIDLINE:
            return region


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


def not_on_skin(part: str) -> str:
    """Under a picture without a dot: the skin of the figure does not reach where the point lies."""
    return _(
        "No dot is drawn: the skin of this figure has no place for this point. Where it lies: {part}. The"
        " picture shows what is around it."
    ).format(part=part[:1].lower() + part[1:])


def hidden_in_pictures(part: str) -> str:
    """Under a picture without a dot: a fold or the hair hides where the point lies."""
    return _(
        "No dot is drawn: no picture looks at where this point lies. Where it lies: {part}. The picture shows"
        " what is around it."
    ).format(part=part[:1].lower() + part[1:])


def other_reading() -> str:
    """Label of the second place of a point on which the standard is undecided."""
    return _("Other reading")


def other_reading_spoken(site_name: str) -> str:
    """The whole accessible name of its marker."""
    return _("{site}, other reading of the standard").format(site=site_name)


def way_fingers(count: int) -> str:
    """First line beside the measuring line, such as "3 fingers"."""
    return plural("{count} finger", "{count} fingers", count)


def way_cun(cun: float) -> str:
    """After it, where no length is known."""
    return _("{cun} cun").format(cun=f"{cun:g}")


def way_cun_and_cm(cun: float, centimetres: float) -> str:
    """After it, such as "2 cun, about 3.6 cm"."""
    return _("{cun} cun, about {cm}\u00a0cm").format(cun=f"{cun:g}", cm=f"{centimetres:.1f}")


def way_cun_and_cm_on_you(cun: float, centimetres: float) -> str:
    """The same where the body that is drawn is the reader's own."""
    return _("{cun} cun, about {cm}\u00a0cm on you").format(cun=f"{cun:g}", cm=f"{centimetres:.1f}")


def way_own_spoken(fingers: str) -> str:
    """After it, in the fingers of the reader."""
    return _("With your hand that is {fingers}.").format(fingers=fingers)


def way_spoken(fingers: str, label: str, cun: str) -> str:
    """The measuring line in words."""
    return _("About {fingers} from the {label}: {cun}.").format(fingers=fingers, label=label, cun=cun)


def ring(radius_mm: float) -> str:
    """Words at the dashed ring."""
    return _("Feel around in this ring, give or take {cm}\u00a0cm").format(cm=f"{radius_mm / 10:.1f}")


def ring_of_study(radius_mm: float) -> str:
    """Words at the dashed ring of a point that nobody should feel for."""
    return _("It lies within this ring, give or take {cm}\u00a0cm").format(cm=f"{radius_mm / 10:.1f}")


def in_lines(words: str, characters: int) -> tuple[str, ...]:
    """Break words that stand in the narrow margin of a picture."""
    return tuple(textwrap.wrap(words, characters, break_long_words=False)) or (words,)


# --- Along a line


def tour() -> str:
    """Leads through the points of a line, one after the other."""
    return _("Tour this line")


def tour_of_group() -> str:
    """The same for a group of extra points."""
    return _("Tour this group")


def tour_place(number: int, every: int) -> str:
    """Such as "3 of 11"."""
    return _("{number} of {every}").format(number=number, every=every)


def tour_previous() -> str:
    """To the point before."""
    return _("Previous")


def tour_next() -> str:
    """To the point after."""
    return _("Next")


def tour_end() -> str:
    """Ends the tour; the point stays open."""
    return _("End tour")


def tour_at_first() -> str:
    """Why there is no previous point."""
    return _("This is the first point.")


def tour_at_last() -> str:
    """Why there is no next point."""
    return _("This is the last point.")


def tour_keys() -> str:
    """Beside the place on the tour."""
    return _("Page Up, Page Down, Esc")


def tour_spoken(point: str, code: str, place: str) -> str:
    """Said at each step of a tour."""
    return _("{point}, {code}. Point {place}.").format(point=point, code=code, place=place)
