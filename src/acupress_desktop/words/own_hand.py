"""A distance in the fingers of the person who reads it."""

from __future__ import annotations

from acupress_desktop.domain.own_hand import DistanceOnYou, Whose, Width
from acupress_desktop.words.numbers import count_word
from acupress_desktop.words.translate import _


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
