"""Which artist draws: the graphics card where it can and may, the processor otherwise."""

from __future__ import annotations

import logging
from enum import Enum

from PySide6.QtGui import QOpenGLContext

from acupress_desktop.domain.settings import Drawing3d
from acupress_desktop.ui.body_3d.artist import Artist, ArtistFailed, SoftwareArtist
from acupress_desktop.ui.bridge.background import Runner

LOG = logging.getLogger(__name__)


def best_artist(drawing: Drawing3d, runner: Runner) -> Artist:
    """Return who draws on this machine.

    A context that is only imitated by the processor is not taken: our own drawing needs less memory for the
    same picture. A card that cannot do what is needed costs one line in the log.
    """
    if drawing is Drawing3d.SOFTWARE or not QOpenGLContext().create():
        return SoftwareArtist(runner)
    try:
        return card_artist(Context.REAL) or SoftwareArtist(runner)
    except ArtistFailed as failed:
        LOG.warning("the graphics card cannot draw the body, the processor does: %s", str(failed))
        return SoftwareArtist(runner)


class Context(Enum):
    """Which contexts are good enough: those of a card, or also those that the processor imitates."""

    REAL = "real"
    ANY = "any"


def card_artist(wanted: Context) -> Artist | None:
    """Return the graphics card's artist, ``None`` where there is no such context.

    Raises:
        ArtistFailed: the card cannot do what is needed.
    """
    from acupress_desktop.ui.body_3d.gl_artist import GlArtist, drawn_by_processor, new_context

    made = new_context()
    if made is None or (wanted is Context.REAL and drawn_by_processor(made[0])):
        return None
    return GlArtist(*made)
