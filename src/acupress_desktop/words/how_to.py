"""The sentences of ``assets/atlas/how_to/``: where a point is, how it is found and pressed."""

from __future__ import annotations

from acupress_desktop.domain.how_to import Feel
from acupress_desktop.words.numbers import sentence_start
from acupress_desktop.words.translate import _


def line(english: str) -> str:
    """A place, a step, a posture, a way of pressing or a way of measuring, from its file."""
    return _(english)


def landmark(label: str) -> str:
    """Begin with a landmark's label, such as "Wrist crease"."""
    return sentence_start(line(label))


def under_finger(feel: Feel) -> str:
    """What lies under the finger at the right place."""
    return {
        Feel.DIP: _("A small dip that the fingertip sinks into."),
        Feel.CORDS: _("A narrow groove between two firm cords."),
        Feel.MUSCLE: _("Thick muscle that gives a little."),
        Feel.BONE_EDGE: _("Soft tissue right beside the edge of a bone."),
        Feel.JOINT_GAP: _("A small gap where two bones meet."),
        Feel.SOFT: _("Soft tissue without a clear edge. The measure is the guide here."),
        Feel.SCALP: _("Thin, firm scalp. A slight dip may be there or not."),
        Feel.SPINE: _("A small gap between two bones of the back, one above the other."),
        Feel.NAIL: _("Skin beside the corner of the nail."),
    }[feel]


def often_felt() -> str:
    """What people tell of such places, without promise."""
    return _(
        "Some people feel a dull ache or some tenderness when they press here, others feel nothing special."
        " Neither tells for sure that the place is right."
    )
