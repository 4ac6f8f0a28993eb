"""The sentences of ``assets/atlas/how_to.toml``: where a point is, how it is found and pressed."""

from __future__ import annotations

from acupress_desktop.words.numbers import sentence_start
from acupress_desktop.words.translate import _


def line(english: str) -> str:
    """A place, a step, a posture, a way of pressing or a way of measuring, from its file."""
    return _(english)


def landmark(label: str) -> str:
    """Begin with a landmark's label, such as "Wrist crease"."""
    return sentence_start(line(label))
