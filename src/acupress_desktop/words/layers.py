"""What the guide lines on the body are called."""

from __future__ import annotations

from acupress_desktop.domain.guide_lines import LineLayer
from acupress_desktop.words.translate import _


def layers() -> str:
    """What opens the choice of layers."""
    return _("Layers")


def layer(which: LineLayer) -> str:
    """The name of one layer, beside its tick."""
    return {
        LineLayer.MERIDIANS: _("Lines through the points"),
        LineLayer.CREASES: _("Creases and hairline"),
        LineLayer.BONES: _("Bones you can feel"),
        LineLayer.LEVELS: _("Levels of spine and ribs"),
        LineLayer.REGIONS: _("Borders of body regions"),
    }[which]


def only_an_aid() -> str:
    """Below the choice: what the lines are and are not."""
    return _(
        "Lines join points in the order of their numbers. Bones, creases and levels are where this figure"
        " has them, to find your way; nothing of it is a picture of what lies under your skin."
    )


def no_dermatomes() -> str:
    """Why one layer that people ask for is not there."""
    return _("Skin areas of nerves are not drawn: maps of them differ, and we found none we could check.")


def line(name: str) -> str:
    """The name of a crease, a bone or a level beside its line; empty where it needs none."""
    known = {
        "hairline": _("Hairline"),
        "elbow_crease": _("Elbow crease"),
        "knee_fold": _("Crease behind the knee"),
        "wrist_crease": _("Wrist crease"),
        "ankle_crease": _("Ankle crease"),
        "collarbone": _("Collarbone"),
        "breastbone": _("Breastbone"),
        "shoulder_blade": _("Shoulder blade"),
        "hip_bone": _("Hip bone"),
        "sacrum": _("Sacrum"),
        "kneecap": _("Kneecap"),
        "outer_ankle_bone": _("Outer ankle bone"),
        "inner_ankle_bone": _("Inner ankle bone"),
        "knob_below_knee": _("Bony knob below the knee"),
        "elbow_tip": _("Tip of the elbow"),
        "outer_elbow_knob": _("Outer knob of the elbow"),
        "inner_elbow_knob": _("Inner knob of the elbow"),
        "hip_side_bone": _("Bone at the side of the hip"),
    }
    if name in known:
        return known[name]
    if name.startswith("ics_"):
        return _("Rib space {number}").format(number=name.removeprefix("ics_"))
    return name


def close() -> str:
    """Closes the choice."""
    return _("Close")


def no_body(problem: str) -> str:
    """Where neither lines nor a turning body can be drawn."""
    return _("The body that turns cannot be drawn: {problem}. All else works.").format(problem=problem)


def being_made() -> str:
    """While the body is made."""
    return _("One moment: the body is being made.")


def lines_coming() -> str:
    """While the lines of a layer are laid on the body."""
    return _("The lines are being drawn. The first time takes a few seconds.")


def save_title() -> str:
    """Head of the file dialog."""
    return _("Save this picture")


def picture_kinds() -> tuple[tuple[str, str], ...]:
    """Kinds of picture: name and ending."""
    return ((_("Picture (PNG)"), "png"), (_("Drawing (SVG)"), "svg"), (_("Page (PDF)"), "pdf"))


def saved(path: str) -> str:
    """After the picture was written and read back."""
    return _("Saved as {path}.").format(path=path)


def not_saved(path: str) -> str:
    """The picture could not be written."""
    return _("{path} could not be written, so there is no picture. Choose another folder.").format(path=path)


def provenance(figure: str, version: str) -> str:
    """Below a saved picture: on what it was drawn, by what."""
    return _(
        "Drawn on {figure} by Acupress Desktop {version}. Points are computed from body landmarks by the"
        " proportional rules of the WHO standard (2008) and, where it gives none, by our own."
    ).format(figure=figure, version=version)


def standard_figure() -> str:
    """On what a picture was drawn."""
    return _("a standard figure")


def own_figure() -> str:
    """On what a picture was drawn."""
    return _("a figure of the person's own measures")
