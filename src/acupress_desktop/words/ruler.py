"""Sentences of the ruler on the screen and of the one on paper."""

from __future__ import annotations

from acupress_desktop.words.translate import _


def title() -> str:
    """Title of the sheet."""
    return _("Measure on this screen")


def card_title() -> str:
    """First step."""
    return _("1. Hold a bank card against the screen")


def card_lead() -> str:
    """What to do with it."""
    return _(
        "Any bank card will do, they are all the same size. Drag the handle, or press the arrow keys, until"
        " the frame is exactly as wide as your card. Shift and an arrow moves a single step."
    )


def card_value(width_px: float) -> str:
    """How wide the frame is."""
    return _("The frame is {width} pixels wide.").format(width=f"{width_px:.1f}")


def card_name() -> str:
    """The frame's own name."""
    return _("Frame for the card")


def card_fits() -> str:
    """Ends the first step."""
    return _("The frame fits my card")


def card_again() -> str:
    """Goes back to the first step."""
    return _("Fit the card again")


def thumb_title() -> str:
    """Second step."""
    return _("2. Lay your thumb on the screen")


def thumb_lead() -> str:
    """What to do."""
    return _("Put the joint of your thumb between the two lines and move them together until they touch it.")


def fingers_title() -> str:
    """Third step."""
    return _("3. Lay four fingers on the screen")


def fingers_lead() -> str:
    """What to do."""
    return _(
        "Hold four fingers together, lay their middle joints between the two lines and move the lines"
        " together until they touch them."
    )


def touch_note() -> str:
    """For screens that feel fingers."""
    return _("If this screen reacts to touch, hold the hand just above it, or use the printed ruler.")


def width_name() -> str:
    """The moving lines' own name."""
    return _("Distance of the two lines")


def width_value(millimetres: float) -> str:
    """How far apart they are."""
    return _("{mm} mm").format(mm=f"{millimetres:.1f}")


def take() -> str:
    """Keeps a width."""
    return _("Keep this width")


def skip() -> str:
    """Leaves a step out."""
    return _("Leave this out")


def close() -> str:
    """Closes the sheet."""
    return _("Close")


def scale_known() -> str:
    """Where a card was held against this screen before."""
    return _("A card was fitted on this screen before.")


def paper_name() -> str:
    """Proposed name of the file, without ending."""
    return _("ruler")


def paper_ask() -> str:
    """Title of the system's dialog."""
    return _("Save a ruler to print")


def paper_kind(paper: str) -> str:
    """Name of a kind of file."""
    return _("PDF, {paper}").format(paper=paper)


def paper_title() -> str:
    """On the page."""
    return _("A ruler for your hand")


def paper_lead() -> str:
    """On the page."""
    return _("Print at 100 % (actual size). Do not let the printer fit the page.")


def paper_check() -> str:
    """Beside the line."""
    return _("This line must be exactly 100 mm long. If it is not, print again at 100 %.")


def paper_card() -> str:
    """In the outline of a card."""
    return _("A bank card must fit exactly into this frame.")


def paper_thumb() -> str:
    """Over the first ruler."""
    return _("Thumb: lay the joint with one edge at 0 and read the other edge.")


def paper_fingers() -> str:
    """Over the second ruler."""
    return _("Four fingers held together: lay the middle joints with one edge at 0 and read the other edge.")


def paper_use() -> str:
    """At the foot of the page."""
    return _("Write both numbers, in millimetres, on the page “Your body”.")


def paper_saved(name: str) -> str:
    """After the file was written."""
    return _("Saved: {name}").format(name=name)


def paper_refused(name: str) -> str:
    """Where the file could not be written."""
    return _("{name} could not be written whole, so nothing was kept. Choose another folder.").format(
        name=name
    )


def kept(millimetres: float) -> str:
    """After a width was kept."""
    return _("Kept: {mm} mm").format(mm=f"{millimetres:.1f}")
