"""A distance in cun, in centimetres and in the fingers of the person who reads it."""

from __future__ import annotations

from acupress_desktop.domain.own_hand import DistanceOnYou, Whose, Width
from acupress_desktop.words.numbers import count_word
from acupress_desktop.words.translate import _


def distance_on_you(distance: DistanceOnYou) -> str:
    """Such as "2 cun, about 3.6 cm on you: about two and a half of your fingers"."""
    return _("{cun} cun, about {cm}\u00a0cm on you: {fingers}").format(
        cun=f"{distance.cun:g}", cm=f"{distance.centimetres:.1f}", fingers=in_fingers(distance)
    )


def distance_on_figure(distance: DistanceOnYou) -> str:
    """The same where the body that is drawn is not the reader's own."""
    return _("{cun} cun, about {cm}\u00a0cm on the drawn figure: {fingers}").format(
        cun=f"{distance.cun:g}", cm=f"{distance.centimetres:.1f}", fingers=in_fingers(distance)
    )


def in_fingers(distance: DistanceOnYou) -> str:
    """Such as "about two and a half of your fingers"; "about three fingers" where no hand was measured."""
    count = half_word(distance.halves)
    if distance.whose is Whose.CLASSIC and distance.halves == 2:
        return _("about one finger")
    if distance.whose is Whose.CLASSIC:
        return _("about {count} fingers").format(count=count)
    one, half = distance.halves == 2, distance.halves == 1
    match distance.width:
        case Width.THUMB:
            if half:
                return _("about half the width of your thumb")
            if one:
                return _("about the width of your thumb")
            return _("about {count} widths of your thumb").format(count=count)
        case Width.FINGER:
            if half:
                return _("about half the width of your finger")
            if one:
                return _("about the width of one of your fingers")
            return _("about {count} of your fingers").format(count=count)
        case Width.FOUR_FINGERS:
            return _("about {count} times your four fingers").format(count=count)


def half_word(halves: int) -> str:
    """Half widths as words, such as "two and a half"."""
    whole, rest = divmod(halves, 2)
    if not rest:
        return count_word(whole)
    return _("half") if whole == 0 else _("{count} and a half").format(count=count_word(whole))
